"""What changes in a record when a colleague takes it over, and who opens the file?"""

from collections.abc import Callable, Iterable
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from dichtbij.care.actions import AFTERCARE_DAYS
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.actions import open_care_relation
from dichtbij.clients.models import CareRelation, CareRelationQuerySet, Client
from dichtbij.network.actions import hand_draft_to
from dichtbij.organisations.models import User
from dichtbij.partners.models import CaseConsultation, Handover
from dichtbij.questionnaires.models import Inquiry
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.transitions.items import OpenItem, open_items_of

Reason = CareRelation.Reason
OVERLAPS = "23P01"


def give(item: OpenItem, to: User) -> None:
    """Make `to` the owner of an item, and tie `to` to the child. Raises Refused."""
    GIVE[item.kind](item, to)
    _tie(item, to)


def _help(item: OpenItem, to: User) -> None:
    Trajectory.objects.filter(pk=item.row.pk).update(practitioner=to)


def _appointment(item: OpenItem, to: User) -> None:
    try:
        with transaction.atomic():
            Appointment.objects.filter(pk=item.row.pk).update(practitioner=to)
    except IntegrityError as clash:
        if getattr(clash.__cause__, "sqlstate", "") != OVERLAPS:
            raise
        raise Refused(
            _(
                "%(name)s has another appointment on %(day)s at %(time)s. Move one of "
                "them, or choose someone else."
            )
            % {"name": to.name, "day": item.due_on, "time": item.words}
        ) from clash


def _task(item: OpenItem, to: User) -> None:
    Task.objects.filter(pk=item.row.pk).update(owner=to)


def _consultation(item: OpenItem, to: User) -> None:
    CaseConsultation.objects.filter(pk=item.row.pk).update(called_by=to)


def _handover(item: OpenItem, to: User) -> None:
    Handover.objects.filter(pk=item.row.pk).update(owner=to)


def _inquiry(item: OpenItem, to: User) -> None:
    Inquiry.objects.filter(pk=item.row.pk).update(reader=to)


def _draft(item: OpenItem, to: User) -> None:
    hand_draft_to(item.row, to)


def _by_record(item: OpenItem, to: User) -> None:
    """Change nothing here: the record of the take-over says who the owner is."""


GIVE: dict[str, Callable[[OpenItem, User], None]] = {
    "trajectory": _help,
    "referral": _by_record,
    "appointment": _appointment,
    "waiting": _by_record,
    "task": _task,
    "onward": _by_record,
    "consultation": _consultation,
    "handover": _handover,
    "inquiry": _inquiry,
    "owed": _help,
    "draft": _draft,
    "link": _by_record,
    "concern": _by_record,
    "relation": _by_record,
}


def _tie(item: OpenItem, to: User) -> None:
    """Open a care relation from today; for loose ends of closed help, for a while."""
    client: Client = item.row.client
    if item.kind in ("trajectory", "appointment"):
        open_care_relation(client, to.pk, Reason.OWN)
        return
    if item.kind == "referral":
        open_care_relation(client, to.pk, Reason.TRIAGE)
        return
    if item.kind == "relation":
        open_care_relation(client, to.pk, item.row.reason)
        return
    mine = CareRelation.objects.active(clock.today()).filter(
        client=client, practitioner=to
    )
    if mine.filter(ends_on=None).exists():
        return
    running = Trajectory.objects.filter(client=client).open().exists()
    if running or item.kind == "waiting":
        open_care_relation(client, to.pk, Reason.COVER)
        return
    until = clock.today() + timedelta(days=AFTERCARE_DAYS)
    if not mine.filter(ends_on__gte=until).exists():
        CareRelation.objects.create(
            client=client,
            practitioner=to,
            reason=Reason.COVER,
            starts_on=clock.today(),
            ends_on=until,
        )


def untie(pairs: Iterable[tuple[int, int | None]]) -> None:
    """End the care relations of those who own nothing of a child any more.

    `pairs` are of child and former owner. Today is the last day, so who hands over can
    finish what is on the screen.
    """
    gone = {(child, owner) for child, owner in pairs if owner is not None}
    if not gone:
        return
    children = Client.objects.filter(pk__in={child for child, _owner in gone})
    busy = {
        (one.client_id, one.owner_id)
        for one in open_items_of(children)
        if one.kind != "relation"
    }
    ends = Q()
    for child, owner in gone - busy:
        ends |= Q(client=child, practitioner=owner)
    if ends:
        _end(CareRelation.objects.filter(ends))


def untie_wholly(programme_id: int, holder_id: int, user_id: int) -> None:
    """End every care relation of someone who leaves this employer."""
    _end(
        CareRelation.objects.filter(
            practitioner=user_id,
            client__in=Client.objects.filter(programme=programme_id, holder=holder_id),
        )
    )


def _end(relations: CareRelationQuerySet) -> None:
    today = clock.today()
    relations.filter(Q(ends_on=None) | Q(ends_on__gt=today)).update(ends_on=today)
