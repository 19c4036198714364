"""How does each practitioner stand: registered, until when, or by whose decision?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dichtbij.organisations.models import Membership, User
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import standing
from dichtbij.staffing.models import ProfessionalRegistration, RegistrationOverride

WARN_DAYS = (90, 30)  # Source: LR-103


@dataclass(frozen=True)
class Line:
    """One registration and how long it still counts."""

    registration: ProfessionalRegistration
    days: int  # until it ends; below zero it is over

    @property
    def state(self) -> str:
        """Return "over", "soon" (30 days), "near" (90 days) or "fine"."""
        if self.days < 0:
            return "over"
        if self.days <= min(WARN_DAYS):
            return "soon"
        return "near" if self.days <= max(WARN_DAYS) else "fine"


@dataclass(frozen=True)
class PersonRegistered:
    """One practitioner with everything that says whether new help may begin."""

    user: User
    lines: list[Line]
    override: RegistrationOverride | None
    ever_noted: bool

    @property
    def blocked(self) -> bool:
        """Tell whether this person may take on no new help today (LR-103)."""
        counts = any(line.days >= 0 for line in self.lines)
        return self.ever_noted and not counts and self.override is None


def days_left(registration: ProfessionalRegistration) -> int:
    """Return the days until it ends; on its last day zero."""
    return (registration.valid_until - clock.today()).days


def people_registered(
    registrations: Iterable[ProfessionalRegistration],
) -> list[PersonRegistered]:
    """Return the practitioners of the own employer, whoever needs attention first.

    `registrations` are those one may read, the ended ones included. A practitioner
    finds only herself. Three queries, however many people there are.
    """
    where = standing()
    if where is None:
        return []
    by_user: dict[int, list[ProfessionalRegistration]] = defaultdict(list)
    for one in registrations:
        by_user[one.user_id].append(one)
    overrides = _running_overrides(clock.today())
    found = [
        PersonRegistered(
            user=user,
            lines=[
                Line(one, days_left(one))
                for one in by_user[user.pk]
                if one.ended_at is None
            ],
            override=overrides.get(user.pk),
            ever_noted=bool(by_user[user.pk]),
        )
        for user in practitioners()
    ]
    return sorted(found, key=_pressing)


def practitioners() -> list[User]:
    """Return who may be registered here: the employer's practitioners, or oneself."""
    where = standing()
    if where is None:
        return []
    here = Membership.objects.active().filter(
        programme=where.programme_id,
        organisation__in=where.holders,
        role=Role.PRACTITIONER,
    )
    if where.role == Role.PRACTITIONER:
        here = here.filter(user=where.user_id)
    return list(User.objects.filter(pk__in=here.values("user")).order_by("name", "pk"))


def _running_overrides(today: date) -> dict[int, RegistrationOverride]:
    """Return per person the decision that runs longest."""
    where = standing()
    rows = RegistrationOverride.objects.filter(
        programme=where.programme_id if where else None,
        holder__in=where.holders if where else (),
        until_on__gte=today,
    ).select_related("given_by")
    return {row.user_id: row for row in rows.order_by("until_on", "id")}


def _pressing(person: PersonRegistered) -> tuple[bool, int, str]:
    """Sort: who is stopped, then who ends first; who is not noted stands between."""
    last = max((line.days for line in person.lines), default=max(WARN_DAYS))
    return not person.blocked, last, person.user.name
