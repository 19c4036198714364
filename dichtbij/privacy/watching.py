"""Which visits of this week are worth a question? From the log to the weekly list (F9).

The number of queries does not depend on the number of lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import ExtractHour, TruncHour
from django.utils.translation import gettext_lazy as _

from dichtbij.audit.models import Entry
from dichtbij.care.models import Trajectory
from dichtbij.clients.models import CareRelation, Client
from dichtbij.clients.sounds import surname_key
from dichtbij.privacy.looks import Term
from dichtbij.privacy.risk import (
    NIGHT_FROM_HOUR,
    NIGHT_UNTIL_HOUR,
    Finding,
    Sign,
    Visit,
    worth_asking,
)
from dichtbij.shared import calendar
from dichtbij.shared.permissions import FAMILY, Permission, Role
from dichtbij.shared.walls import standing

# Lists show many names at once: only opening one child's file is a visit.
LISTS = (
    Permission.FILE_SEARCH,
    Permission.WAITING_LIST_READ,
    Permission.TODAY_READ,
    Permission.DAY_READ,
    Permission.DAY_PLAN,
    Permission.BALANCE_READ,
    Permission.ACCESS_LOG_READ,
    Permission.EMERGENCY_REVIEW,
    Permission.REQUEST_READ,
)
WORDS: dict[Sign, Any] = {
    Sign.SAME_SURNAME: _("same surname"),
    Sign.NO_CARE: _("not in care of this child"),
    Sign.ENDED: _("long after the help"),
    Sign.NIGHT: _("at night"),
    Sign.MANY: _("many files in one hour"),
    Sign.EMERGENCY: _("emergency access"),
}


@dataclass(frozen=True)
class Asked:
    """One line of the weekly list, in words."""

    finding: Finding
    who: str
    role: Any
    child: Client
    signs: list[Any]


def weekly_list(term: Term) -> list[Asked]:
    """Return the visits to files of the own employer that are worth a question."""
    where = standing()
    holders = where.holders if where else ()
    lines = Entry.objects.filter(
        term.within(),
        client_id__in=Client.objects.filter(holder__in=holders).values("pk"),
        outcome=Entry.Outcome.SUCCESS,
    ).exclude(Q(role__in=[*FAMILY, "system", ""]) | Q(permission__in=LISTS))
    rows = list(_rows(lines))
    children = Client.objects.in_bulk({row["client_id"] for row in rows})
    findings = worth_asking(_visits(rows, children, _busiest(lines)))
    people = {(row["user_id"], row["client_id"]): row for row in rows}
    return [
        _asked(one, people[one.visit.user_id, one.visit.client_id], children)
        for one in findings
    ]


def _asked(finding: Finding, row: dict[str, Any], children: dict[int, Client]) -> Asked:
    role = row["role"]
    return Asked(
        finding,
        row["user_name"],
        Role(role).label if role in Role.values else role,
        children[finding.visit.client_id],
        [WORDS[sign] for sign in finding.signs],
    )


def _rows(lines: QuerySet[Entry]) -> Iterable[Any]:
    hour = ExtractHour("at", tzinfo=calendar.AMSTERDAM)
    night = Q(hour__gte=NIGHT_FROM_HOUR) | Q(hour__lt=NIGHT_UNTIL_HOUR)
    grouped = lines.annotate(hour=hour).values("user_id", "client_id")
    return grouped.annotate(
        user_name=Max("user_name"),
        role=Max("role"),
        lines=Count("pk"),
        last=Max("at"),
        night=Count("pk", filter=night),
        broken=Count("pk", filter=Q(emergency=True)),
    ).order_by("user_id", "client_id")


def _busiest(lines: QuerySet[Entry]) -> dict[int, int]:
    """Return per person the most files that were opened within one hour."""
    opened = lines.filter(
        event_type="look", object_type="Client", permission=Permission.FILE_READ
    )
    hours = (
        opened.annotate(hour=TruncHour("at", tzinfo=calendar.AMSTERDAM))
        .values("user_id", "hour")
        .annotate(files=Count("client_id", distinct=True))
        .order_by("files")
    )
    return {row["user_id"] or 0: row["files"] for row in hours}


def _visits(
    rows: list[dict[str, Any]], children: dict[int, Client], busiest: dict[int, int]
) -> Iterable[Visit]:
    ended = _ended(children)
    care = set(
        CareRelation.objects.filter(client__in=children).values_list(
            "practitioner", "client"
        )
    )
    for row in rows:
        user, client = row["user_id"], row["client_id"]
        yield Visit(
            user_id=user,
            client_id=client,
            last_at=row["last"],
            last_on=calendar.local(row["last"]).date(),
            lines=row["lines"],
            surname=surname_key(" ".join(str(row["user_name"]).split()[1:])),
            child_surname=children[client].surname_key,
            in_care=(user, client) in care
            if row["role"] == Role.PRACTITIONER
            else None,
            ended_on=ended.get(client),
            night_lines=row["night"],
            most_in_an_hour=busiest.get(user, 0),
            emergency=row["broken"] > 0,
        )


def _ended(children: Iterable[int]) -> dict[int, date]:
    """Return the last day of help of children that nobody helps now."""
    rows = Trajectory.objects.filter(client__in=list(children)).values_list(
        "client", "closed_on"
    )
    found: dict[int, date] = {}
    helped = {client for client, closed_on in rows if closed_on is None}
    for client, closed_on in rows:
        if client not in helped:
            found[client] = max(closed_on, found.get(client, closed_on))
    return found
