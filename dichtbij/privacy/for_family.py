"""Who looked at my file? The log as one family member may read it (LR-64, R25).

Per day and person, merged. What belongs to someone else stays out: the visits of other
family members, appointments and letters that are theirs, and that anyone wrote about
safety, which reads as a look at the file (LR-93).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from dichtbij.audit.models import Entry
from dichtbij.families.models import FamilyMember, SightDelay
from dichtbij.network.models import Letter
from dichtbij.organisations.models import Organisation
from dichtbij.privacy.looks import ABOUT, FILE, Term
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar
from dichtbij.shared.permissions import FAMILY, Role

MOST_DAYS = 400


@dataclass
class Visit:
    """What one person did with the file on one day."""

    who: str
    role: Any
    organisation: str
    emergency: bool = False
    about: list[Any] = field(default_factory=list)


@dataclass(frozen=True)
class Day:
    """One day with everyone who met the file."""

    on: date
    visits: list[Visit]


def who_looked(member: FamilyMember, term: Term) -> list[Day]:
    """Return the days of the term, newest first: five queries, whatever the length."""
    lines = Entry.objects.filter(
        term.within(),
        client_id=member.client_id,
        outcome=Entry.Outcome.SUCCESS,
    ).exclude(_of_others(member))
    delay = SightDelay.objects.filter(client=member.client_id, ended_at=None)
    since = delay.order_by("starts_at").values_list("starts_at", flat=True).first()
    if since is not None:
        lines = lines.filter(at__lt=since)
    rows = lines.order_by("-at", "-id").values(
        "at", "user_id", "user_name", "role", "organisation_id", "object_type",
        "emergency",
    )  # fmt: skip
    return _merged(rows)


def _of_others(member: FamilyMember) -> Q:
    """Return the lines that are about someone else of the family."""
    mine = Q(user_id=member.user_id) if member.user_id is not None else Q(pk=None)
    by_link = Q(user_name=f"{member.name} (via link)")
    theirs = Q(role__in=sorted(FAMILY)) & ~mine & ~by_link
    slots = ("", member.slot)
    appointments = Appointment.objects.filter(client=member.client_id)
    letters = Letter.objects.filter(client=member.client_id)
    hidden = [
        *appointments.exclude(only_for__in=slots).values_list("uuid", flat=True),
        *letters.exclude(reader__in=slots).values_list("uuid", flat=True),
    ]
    others = Q(object_id__in=[str(one) for one in hidden])
    # A link or question put to somebody is between them and the practitioner.
    personal = Q(object_type__in=("PersonalLink", "Inquiry", "FamilyMember"))
    return theirs | others | (personal & ~mine & ~by_link)


def _merged(rows: Iterable[Any]) -> list[Day]:
    names = dict(Organisation.objects.values_list("pk", "name"))
    days: dict[date, dict[tuple[Any, str], Visit]] = {}
    for row in rows:
        on = calendar.local(row["at"]).date()
        if on not in days and len(days) == MOST_DAYS:
            break
        visits = days.setdefault(on, {})
        visit = visits.setdefault(
            (row["user_id"] or row["user_name"], row["role"]),
            Visit(
                who=row["user_name"],
                role=Role(row["role"]).label if row["role"] in Role.values else "",
                organisation=""
                if row["role"] in FAMILY
                else names.get(row["organisation_id"], ""),
            ),
        )
        visit.emergency |= row["emergency"]
        about = ABOUT.get(row["object_type"], FILE)
        if about not in visit.about:
            visit.about.append(about)
    return [Day(on, list(visits.values())) for on, visits in days.items()]
