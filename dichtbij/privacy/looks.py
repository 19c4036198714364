"""Who looked at a child's file, when, by what right? What the log tells in plain words.

A privacy officer reads it per child and per employee (LR-65); a family about its own
child (for_family.py). That someone wrote about safety is told to neither: it reads as a
look at the file (LR-93).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from dichtbij.audit.models import Entry
from dichtbij.clients.models import Client, EmergencyAccess
from dichtbij.organisations.models import Membership, Organisation
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import standing

PAGE = 25
FILE = _("the file")
# What a line is about, by the kind of its object; everything else is "the file".
ABOUT: dict[str, Any] = {
    "Contact": _("the consults"),
    "Letter": _("the letters"),
    "Referral": _("the referral"),
    "Appointment": _("the appointments"),
    "OnwardReferral": _("the referral to other help"),
    "CaseConsultation": _("a case consultation"),
    "Inquiry": _("the questionnaires"),
    "Measurement": _("the questionnaires"),
    "FileRequest": _("a question about the file"),
    "EmergencyAccess": _("emergency access"),
    "EmergencyReview": _("emergency access"),
}
RIGHTS: dict[str, Any] = {
    "care": _("in care of this child"),
    "practice": _("own practice"),
    "holder": _("keeps the file"),
    "client": _("own file"),
    "emergency": _("emergency access"),
    "system": _("automatic"),
}


@dataclass(frozen=True)
class Term:
    """A period of local days, both included."""

    first_on: date
    last_on: date

    def within(self) -> Q:
        """Return the lines of these days."""
        begin = calendar.at_local(self.first_on, clock.MIDNIGHT)
        end = calendar.at_local(self.last_on + timedelta(days=1), clock.MIDNIGHT)
        return Q(at__gte=begin, at__lt=end)


@dataclass(frozen=True)
class Look:
    """One line of the log as a person reads it."""

    key: str
    at: datetime
    who: str
    role: Any
    organisation: str
    child: str
    what: Any
    did: Any
    right: Any
    emergency: bool


def looks_at(client: Client, term: Term, after: str = "") -> list[Look]:
    """Return who met this child's file, newest first: a page and one more."""
    lines = Entry.objects.filter(term.within(), client_id=client.pk)
    return _page(lines, after)


def looks_by(user_id: int, term: Term, after: str = "") -> list[Look]:
    """Return which children of the own employer someone met, newest first."""
    where = standing()
    own = Client.objects.filter(holder__in=where.holders if where else ())
    lines = Entry.objects.filter(
        term.within(), user_id=user_id, client_id__in=own.values("pk")
    )
    return _page(lines, after)


def looks_during(access: EmergencyAccess) -> list[Look]:
    """Return what was looked at while the glass was broken, first things first."""
    lines = Entry.objects.filter(
        client_id=access.client_id,
        user_id=access.user_id,
        emergency=True,
        at__gte=access.opened_at,
        at__lte=access.ends_at,
    )
    return list(_told(lines.order_by("at", "id")[:PAGE], {}))


def employees() -> list[Membership]:
    """Return who works or worked for the employer one stands at, by name."""
    where = standing()
    rows = Membership.objects.filter(
        organisation__in=where.holders if where else (),
        programme=where.programme_id if where else None,
    )
    return list(rows.select_related("user").order_by("user__name", "pk"))


def _page(lines: QuerySet[Entry], after: str) -> list[Look]:
    found = list(lines.filter(_after(after)).order_by("-at", "-id")[: PAGE + 1])
    clients = {line.client_id for line in found if line.client_id is not None}
    children = {child.pk: child.name for child in Client.objects.filter(pk__in=clients)}
    return list(_told(found, children))


def _told(lines: Iterable[Entry], children: dict[int, str]) -> Iterable[Look]:
    names = _organisations()
    for line in lines:
        yield Look(
            key=f"{line.at.timestamp()}~{line.pk}",
            at=line.at,
            who=_who(line),
            role=_role(line.role),
            organisation=names.get(line.organisation_id, ""),
            child=children.get(line.client_id or 0, ""),
            what=_what(line),
            did=Entry.ActionCode(line.action_code).label,
            right=RIGHTS.get(line.relation, ""),
            emergency=line.emergency,
        )


def _after(key: str) -> Q:
    """Return the lines after a key of the list; a broken key is the first page."""
    try:
        moment, number = key.split("~")
        at, pk = datetime.fromtimestamp(float(moment), tz=UTC), int(number)
    except (ValueError, OverflowError, OSError):
        return Q()
    return Q(at__lt=at) | Q(at=at, pk__lt=pk)


def _organisations() -> dict[int | None, str]:
    return dict(Organisation.objects.values_list("pk", "name"))


def _who(line: Entry) -> str:
    return line.user_name or str(_("automatic"))


def _role(role: str) -> Any:
    return Role(role).label if role in Role.values else _("automatic")


def _what(line: Entry) -> Any:
    return ABOUT.get(line.object_type, FILE)
