"""What is open now for some children, who owns it, and can it go to a colleague?

Computed from the records themselves each time it is asked: nothing is copied, so
nothing can be left out of date. A constant number of queries, whatever the caseload.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.models import CareRelation, Client
from dichtbij.network.models import TITLES, Letter, OnwardReferral
from dichtbij.network.owed import owing
from dichtbij.organisations.models import PersonalLink, User
from dichtbij.partners.models import CaseConsultation, Handover
from dichtbij.questionnaires.models import Inquiry
from dichtbij.referrals.models import Referral
from dichtbij.safety.models import Concern
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.shared import calendar, clock
from dichtbij.transitions.models import TakeOver

# The order on screen; codes are part of an item's key.
KINDS: dict[str, Any] = {
    "trajectory": _("help that runs"),
    "referral": _("referral to judge"),
    "appointment": _("appointment"),
    "waiting": _("place on the waiting list"),
    "task": _("task"),
    "onward": _("onward referral"),
    "consultation": _("case consultation"),
    "handover": _("warm hand-over"),
    "inquiry": _("answers not read yet"),
    "owed": _("letter to the GP that is owed"),
    "draft": _("letter in draft"),
    "link": _("personal link"),
    "concern": _("process of the meldcode"),
    "relation": _("care relation"),
}
# These have no owner of their own: who has the help of the child, has them.
FOLLOWS = frozenset({"waiting", "onward", "owed", "link", "concern"})
DONE = (OnwardReferral.Status.STARTED, OnwardReferral.Status.ENDED)


@dataclass(frozen=True)
class OpenItem:
    """One thing that somebody must own. `words` never holds content of a concern.

    `goes_with` is the key of the running help it belongs to: given with it.
    """

    kind: str
    ref: str
    client_id: int
    owner_id: int | None
    owner: str
    words: str = ""
    due_on: date | None = None
    goes_with: str = ""
    row: Any = field(default=None, compare=False, repr=False)

    @property
    def key(self) -> str:
        """Return what names this item in a form and in the record of take-overs."""
        return f"{self.kind}:{self.ref}"

    @property
    def label(self) -> str:
        """Return its kind in words."""
        return str(KINDS[self.kind])


Clients = QuerySet[Client]


@dataclass(frozen=True)
class Found:
    """A row before its owner is known."""

    kind: str
    row: Any
    owner: User | None
    words: str = ""
    due_on: date | None = None
    ref: str = ""


def open_items_of(clients: Clients) -> list[OpenItem]:
    """Return everything that is open for these children, in the order of the screen."""
    found = [one for find in FINDERS for one in find(clients)]
    owners = _Owners(found)
    items = [owners.item(one) for one in found]
    items += _bare_relations(clients, items)
    order = list(KINDS)
    return sorted(
        items,
        key=lambda one: (order.index(one.kind), one.due_on or date.max, one.ref),
    )


class _Owners:
    """Who owns what has no owner of its own: asked once for all rows."""

    def __init__(self, found: list[Found]) -> None:
        loose = [one for one in found if one.kind in FOLLOWS or one.kind == "referral"]
        children = {one.row.client_id for one in loose}
        self.help = _last_help(children)
        self.near = _nearest(children)
        self.told = _told({_key(one) for one in loose})

    def item(self, one: Found) -> OpenItem:
        owner, goes_with = one.owner, ""
        if one.kind == "referral":
            owner = self.near.get(one.row.client_id)
        elif one.kind in FOLLOWS:
            owner, goes_with = self._of(one)
        return OpenItem(
            kind=one.kind,
            ref=one.ref or str(one.row.uuid),
            client_id=one.row.client_id,
            owner_id=owner.pk if owner else None,
            owner=owner.name if owner else "",
            words=one.words,
            due_on=one.due_on,
            goes_with=goes_with,
            row=one.row,
        )

    def _of(self, one: Found) -> tuple[User | None, str]:
        help_ = self.help.get(one.row.client_id)
        if help_ is not None and help_.closed_on is None:
            return help_.practitioner, f"trajectory:{help_.uuid}"
        told = self.told.get(_key(one))
        if told is not None:
            return told, ""
        if help_ is not None:
            return help_.practitioner, ""
        return one.owner or self.near.get(one.row.client_id), ""


def _key(one: Found) -> str:
    return f"{one.kind}:{one.ref or one.row.uuid}"


def _last_help(children: set[int]) -> dict[int, Trajectory]:
    """Return per child the help that runs, else the one that ended last."""
    rows = (
        Trajectory.objects.filter(client__in=children)
        .select_related("practitioner")
        .order_by("client", F("closed_on").desc(nulls_first=True), "-id")
        .distinct("client")
    )
    return {row.client_id: row for row in rows}


def _nearest(children: set[int]) -> dict[int, User]:
    """Return per child the practitioner with the newest running care relation."""
    rows = (
        CareRelation.objects.active(clock.today())
        .filter(client__in=children)
        .filter(practitioner__is_active=True)
        .select_related("practitioner")
        .order_by("client", F("ends_on").desc(nulls_first=True), "-id")
        .distinct("client")
    )
    return {row.client_id: row.practitioner for row in rows}


def _told(keys: set[str]) -> dict[str, User]:
    """Return to whom an item without an owner was given last."""
    rows = (
        TakeOver.objects.filter(item__in=keys, to_owner__isnull=False)
        .select_related("to_owner")
        .order_by("item", "-at", "-id")
        .distinct("item")
    )
    return {row.item: row.to_owner for row in rows if row.to_owner is not None}


# --- what is open, kind by kind -------------------------------------------------------


def _trajectories(clients: Clients) -> Iterator[Found]:
    rows = Trajectory.objects.filter(client__in=clients).open()
    for row in rows.select_related("client", "practitioner"):
        yield Found("trajectory", row, row.practitioner)


def _referrals(clients: Clients) -> Iterator[Found]:
    rows = Referral.objects.filter(client__in=clients).undecided()
    for row in rows.select_related("client"):
        yield Found("referral", row, None, due_on=row.target_on)


def _appointments(clients: Clients) -> Iterator[Found]:
    rows = Appointment.objects.filter(client__in=clients, status="booked")
    for row in rows.select_related("client", "practitioner", "referral"):
        at = calendar.local(row.starts_at)
        yield Found(
            "appointment", row, row.practitioner, f"{at:%H:%M}", due_on=at.date()
        )


def _waiting(clients: Clients) -> Iterator[Found]:
    rows = WaitingEntry.objects.filter(client__in=clients).open()
    for row in rows.select_related("client"):
        yield Found("waiting", row, None, due_on=row.target_on)


def _tasks(clients: Clients) -> Iterator[Found]:
    rows = Task.objects.filter(client__in=clients, done_at=None)
    for row in rows.select_related("client", "owner"):
        words = row.words or str(row.get_kind_display())
        yield Found("task", row, row.owner, words, due_on=row.due_on)


def _onward(clients: Clients) -> Iterator[Found]:
    rows = OnwardReferral.objects.filter(client__in=clients).exclude(status__in=DONE)
    for row in rows.select_related("client", "advised_by").defer("pdf"):
        words = f"{row.get_destination_display()}: {row.get_status_display()}"
        yield Found("onward", row, row.advised_by, words, due_on=row.ask_started_on)


def _consultations(clients: Clients) -> Iterator[Found]:
    planned = CaseConsultation.Status.PLANNED
    rows = CaseConsultation.objects.filter(client__in=clients, status=planned)
    for row in rows.select_related("client", "called_by"):
        at = calendar.local(row.starts_at)
        yield Found("consultation", row, row.called_by, f"{at:%H:%M}", due_on=at.date())


def _handovers(clients: Clients) -> Iterator[Found]:
    agreed = Handover.Status.AGREED
    rows = Handover.objects.filter(client__in=clients, status=agreed)
    for row in rows.select_related("client", "owner", "partner"):
        yield Found("handover", row, row.owner, row.partner.name)


def _inquiries(clients: Clients) -> Iterator[Found]:
    rows = Inquiry.objects.filter(
        client__in=clients, answered_at__isnull=False, read_at=None
    )
    for row in rows.select_related("client", "reader"):
        words = str(row.get_kind_display())
        yield Found("inquiry", row, row.reader, words, due_on=row.read_by_on)


def _owed(clients: Clients) -> Iterator[Found]:
    rows = owing(Trajectory.objects.filter(client__in=clients))
    for row in rows.select_related("client", "practitioner"):
        yield Found("owed", row, row.practitioner, str(TITLES[row.owed]))  # type: ignore[attr-defined]


def _drafts(clients: Clients) -> Iterator[Found]:
    rows = Letter.objects.filter(client__in=clients, status=Letter.Status.DRAFT)
    for row in rows.select_related("client", "written_by").defer("pdf"):
        yield Found("draft", row, row.written_by, row.title)


def _links(clients: Clients) -> Iterator[Found]:
    rows = PersonalLink.objects.filter(
        client__in=clients, used_at=None, ended_at=None, expires_at__gt=clock.now()
    )
    for row in rows.select_related("client", "made_by"):
        words = str(row.get_purpose_display())
        day = calendar.local(row.expires_at).date()
        yield Found("link", row, None, words, due_on=day)


def _concerns(clients: Clients) -> Iterator[Found]:
    """Say that one is open, and nothing of what it holds (LR-93)."""
    rows = Concern.objects.filter(client__in=clients).open()
    for row in rows.select_related("client", "opened_by").defer("signs"):
        yield Found("concern", row, row.opened_by)


FINDERS = (
    _trajectories, _referrals, _appointments, _waiting, _tasks, _onward,
    _consultations, _handovers, _inquiries, _owed, _drafts, _links, _concerns,
)  # fmt: skip


def _bare_relations(clients: Clients, items: list[OpenItem]) -> Iterator[OpenItem]:
    """Return care relations without an end of people with nothing else to do there."""
    busy = {(one.client_id, one.owner_id) for one in items}
    judged = {one.client_id for one in items if one.kind == "referral"}
    rows = CareRelation.objects.filter(client__in=clients, ends_on=None)
    for row in rows.select_related("client", "practitioner"):
        # Several may judge one referral: the referral itself stands in the list.
        judging = row.reason == CareRelation.Reason.TRIAGE and row.client_id in judged
        if (row.client_id, row.practitioner_id) not in busy and not judging:
            yield OpenItem(
                kind="relation",
                ref=str(row.pk),
                client_id=row.client_id,
                owner_id=row.practitioner_id,
                owner=row.practitioner.name,
                words=str(row.get_reason_display()),
                row=row,
            )
