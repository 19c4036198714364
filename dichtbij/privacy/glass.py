"""How is a file opened in an emergency, and who looks back at it?

Who breaks the glass gives a reason, only looks, for an hour; the privacy officer looks
back within five working days. Nobody can lengthen, shorten or erase it (B18, LR-51).
"""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from dichtbij.audit import log
from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.models import Client, EmergencyAccess, wall_keys
from dichtbij.clients.sounds import plain_words
from dichtbij.organisations.models import Membership, User
from dichtbij.outbox.post import post
from dichtbij.privacy.models import EmergencyReview
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Relation, Role, relation_for
from dichtbij.shared.walls import standing

MINUTES = 60  # Source: LR-51 (S79)
MOST_MINUTES = 240  # Source: B18
REVIEW_DAYS = 5  # Source: B18, working days
GLASS_BROKEN = "glass_broken"


@action(Permission.EMERGENCY_OPEN, code=Entry.ActionCode.CREATE, emergency=True)
def break_glass(
    *, client: Client, by: User, why: str, words: str, minutes: int = MINUTES
) -> EmergencyAccess:
    """Open a file to look at until an hour from now; its review is due (F29).

    Raises Refused: no reason, longer than four hours, in own care, or open already.
    """
    if why not in EmergencyAccess.Why.values or not words.strip():
        raise Refused(_("Choose why, and write what is going on."))
    if not 0 < minutes <= MOST_MINUTES:
        raise Refused(_("A file is opened for four hours at most."))
    # Two clicks could each find it closed: the child's row makes them queue.
    Client.objects.select_for_update().get(pk=client.pk)
    _not_open_yet(client, by)
    now = clock.now()
    access = EmergencyAccess.objects.create(
        **wall_keys(client),
        user=by,
        why=why,
        words=words.strip(),
        opened_at=now,
        ends_at=now + timedelta(minutes=minutes),
    )
    EmergencyReview.objects.create(
        **wall_keys(client), access=access, due_on=review_due_on(now)
    )
    for officer in privacy_officers(client):
        post(GLASS_BROKEN, user=officer, link=reverse("access"))
    return access


@action(Permission.EMERGENCY_REVIEW)
def review_emergency(
    *, review: EmergencyReview, by: User, verdict: str, words: str
) -> EmergencyReview:
    """Look back at one time the glass was broken: was it needed? Once.

    Raises Refused: no verdict or words, one's own access, or looked at before.
    """
    if verdict not in EmergencyReview.Verdict.values or not words.strip():
        raise Refused(_("Say whether it was needed, and why you think so."))
    if review.access.user_id == by.pk:
        raise Refused(_("You opened this file yourself. Someone else looks back."))
    won = EmergencyReview.objects.filter(pk=review.pk, reviewed_at=None).update(
        verdict=verdict, words=words.strip(), reviewed_by=by, reviewed_at=clock.now()
    )
    review.refresh_from_db()
    if not won:
        raise Refused(_("Someone looked back at this already."))
    return review


def review_due_on(opened_at: datetime) -> date:
    """Return the last day for looking back: five working days later."""
    return calendar.add_working_days(calendar.local(opened_at).date(), REVIEW_DAYS)


def find_child(
    *, by: User, name: str, birth_date: date, permission: Permission
) -> Client | None:
    """Return the one child of the own employer with exactly this name and birth date.

    None and several give the same answer. The search is logged, without what was
    typed (LR-62).
    """
    where = standing()
    relation = relation_for(permission, where.role) if where is not None else None
    if where is None or relation != Relation.HOLDER:
        return None
    born = Client.objects.filter(
        programme=where.programme_id, holder__in=where.holders, birth_date=birth_date
    ).select_related("practice")
    found = [child for child in born if plain_words(child.name) == plain_words(name)]
    child = found[0] if len(found) == 1 else None
    log.record(
        "search_child",
        Entry.ActionCode.EXECUTE,
        subject=child,
        by=by,
        permission=str(permission),
        relation=str(relation),
        purpose="care",
    )
    return child


def open_until(clients: set[int]) -> datetime | None:
    """Return until when broken glass opens these files to whoever stands here."""
    where = standing()
    if where is None or not clients:
        return None
    running = EmergencyAccess.objects.running(clock.now())
    mine = running.filter(user=where.user_id, client__in=clients)
    return mine.order_by("-ends_at").values_list("ends_at", flat=True).first()


def privacy_officers(client: Client) -> list[User]:
    """Return the privacy officers of the employer that keeps this child's file."""
    active = Membership.objects.active().filter(
        organisation=client.holder_id,
        programme=client.programme_id,
        role=Role.PRIVACY_OFFICER,
    )
    return list(User.objects.filter(memberships__in=active).distinct().order_by("pk"))


def _not_open_yet(client: Client, by: User) -> None:
    where = standing()
    if where is not None and Relation.CARE in client.relations_to(where):
        raise Refused(_("This child is in your own care: open it as always."))
    until = open_until({client.pk})
    if until is not None:
        raise Refused(
            _("You may look already, until %(time)s. It cannot be made longer.")
            % {"time": calendar.local(until).strftime("%H:%M")}
        )
