"""Which change is it: of a child, of someone who leaves, of a practice that ends?"""

from datetime import date

from django.utils.translation import gettext as _

from dichtbij.clients import ages
from dichtbij.clients.models import Client
from dichtbij.organisations.models import Municipality, User
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.walls import standing
from dichtbij.transitions.models import Transition


def of_child(
    client: Client,
    kind: str,
    on: date | None = None,
    to: Municipality | None = None,
) -> Transition:
    """Return a change of one child; at 18 its day is the birthday."""
    if kind == Transition.Kind.ADULT:
        on = ages.birthday(client.birth_date, ages.ADULT_FROM)
    return Transition(
        programme_id=client.programme_id,
        holder_id=client.holder_id,
        kind=kind,
        client=client,
        from_municipality_id=client.municipality_id if to else None,
        to_municipality=to,
        takes_effect_on=on or clock.today(),
    )


def of_practitioner(user: User, on: date | None = None) -> Transition:
    """Return that someone leaves the employer one stands at. Raises Refused."""
    where = standing()
    if where is None or not where.holders or where.programme_id is None:
        raise Refused(_("Choose what changes, and for whom."))
    return Transition(
        programme_id=where.programme_id,
        holder_id=where.holders[0],
        kind=Transition.Kind.LEAVES,
        practitioner=user,
        takes_effect_on=on or clock.today(),
    )


def of_practice(participation: Participation, on: date | None = None) -> Transition:
    """Return that the agreement with a practice ends."""
    return Transition(
        programme_id=participation.programme_id,
        holder_id=participation.holder_id,
        kind=Transition.Kind.ENDS,
        participation=participation,
        takes_effect_on=on or participation.ends_on or clock.today(),
    )


def municipality_on(client: Client, on: date) -> Municipality | None:
    """Return where the child lived on a day, by its finished moves (LR-111)."""
    moves = Transition.objects.filter(
        client=client, kind=Transition.Kind.MOVES, finished_at__isnull=False
    ).select_related("from_municipality", "to_municipality")
    before = moves.filter(takes_effect_on__lte=on).order_by("-takes_effect_on", "-id")
    last: Transition | None = before.first()
    if last is not None:
        return last.to_municipality
    later = moves.filter(takes_effect_on__gt=on).order_by("takes_effect_on", "id")
    following: Transition | None = later.first()
    return following.from_municipality if following else client.municipality
