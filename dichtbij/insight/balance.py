"""Who needs help now: how long families wait per practice, and how days are used?

Live figures for the employer over its own files (architecture.md 7); nothing here
leaves the provider. Each figure says its definition on screen.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q

from dichtbij.care.models import Trajectory
from dichtbij.insight.survival import MINIMUM, WaitingRange, median_and_p90
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation, Programme
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.scheduling.openings import days_of
from dichtbij.scheduling.planner import PracticeDayOn, practice_days_between
from dichtbij.shared import calendar, clock
from dichtbij.shared.walls import standing

WINDOW = timedelta(weeks=26)  # Source: R20
LOOK_BACK, LOOK_AHEAD = timedelta(weeks=4), timedelta(weeks=2)


@dataclass(frozen=True)
class Seen:
    """One referral as a waiting time sees it; dates are local, None is not yet."""

    received_on: date
    left_on: date | None
    first_contact_on: date | None
    first_consult_on: date | None


@dataclass
class PracticeWaiting:
    """What one practice's families wait, in days; `late` is past the target date."""

    practice: str
    waiting_now: int = 0
    late: int = 0
    longest_days: int = 0
    to_contact: WaitingRange | None = None
    to_consult: WaitingRange | None = None
    contact_within: "Share | None" = None
    consult_within: "Share | None" = None

    @property
    def needs_help(self) -> bool:
        """Tell whether someone is late, or most families are seen beyond the norm."""
        share = self.consult_within
        beyond = share is not None and share.of >= MINIMUM and share.percent < 50
        return bool(self.late) or beyond


@dataclass(frozen=True)
class Share:
    """How many of how many, and that in whole percent."""

    count: int
    of: int

    @property
    def percent(self) -> int:
        """Return the share in whole percent, halves rounded up."""
        return (200 * self.count + self.of) // (2 * self.of)


def waiting_by_practice(user: User, programme: Programme) -> list[PracticeWaiting]:
    """Return the waiting of each practice whose files one's employer keeps.

    Those who need help most come first: most families past their target date, then
    the smallest share within the norm.
    """
    today = clock.today()
    rows = {
        p.practice_id: PracticeWaiting(p.practice.name)
        for p in _participations(programme, today)
    }
    for entry in _waiting_now(user, today):
        if (row := rows.get(entry["practice"])) is not None:
            row.waiting_now, row.late = entry["count"], entry["late"]
            row.longest_days = (today - calendar.local(entry["since"]).date()).days
    for practice, seen in seen_since(user, clock.now() - WINDOW).items():
        if (row := rows.get(practice)) is not None:
            _measure(row, seen, programme, today)
    return sorted(rows.values(), key=lambda r: (-r.late, _share_seen(r), r.practice))


def _share_seen(row: PracticeWaiting) -> float:
    share = row.consult_within
    return share.count / share.of if share else 1.0


def _participations(programme: Programme, today: date) -> Iterable[Participation]:
    where = standing()
    holders = where.holders if where else ()
    return programme.participations.on(today).filter(holder__in=holders)


def _waiting_now(user: User, today: date) -> list[dict[str, Any]]:
    rows = (
        WaitingEntry.objects.visible_to(user)
        .filter(ended_at=None)
        .values("practice")
        .annotate(
            count=Count("pk"),
            late=Count("pk", filter=Q(target_on__lt=today)),
            since=Min("since_at"),
        )
        .order_by()
    )
    return list(rows)


def waited_days(user: User) -> list[int]:
    """Return how many working days each family that waits now has waited."""
    today = clock.today()
    waiting = WaitingEntry.objects.visible_to(user).filter(ended_at=None)
    return [
        calendar.working_days_between(calendar.local(since).date(), today)
        for since in waiting.values_list("since_at", flat=True)
    ]


def seen_since(user: User, moment: datetime) -> dict[int, list[Seen]]:
    """Return the referrals since a moment per practice, decided against or not.

    Who was returned, withdrew, or left before a conversation stops waiting that day.
    """
    found = Referral.objects.visible_to(user).filter(received_at__gte=moment)
    rows = found.values_list(
        "practice",
        "received_at",
        "status",
        "decided_at",
        "trajectory__first_contact_on",
        "trajectory__first_consult_on",
        "trajectory__closed_on",
    )
    seen: dict[int, list[Seen]] = defaultdict(list)
    for practice, received, status, decided, contact, consult, closed in rows:
        gone = status in (Referral.Status.DECLINED, Referral.Status.WITHDRAWN)
        seen[practice].append(
            Seen(
                received_on=calendar.local(received).date(),
                left_on=calendar.local(decided).date() if gone else closed,
                first_contact_on=contact,
                first_consult_on=consult,
            )
        )
    return seen


def _measure(
    row: PracticeWaiting, seen: list[Seen], programme: Programme, today: date
) -> None:
    contact = [(one, one.first_contact_on) for one in seen]
    consult = [(one, one.first_consult_on) for one in seen]
    row.to_contact = range_of(contact, today)
    row.to_consult = range_of(consult, today)
    row.contact_within = within_norm(contact, programme.first_contact_norm_days, today)
    row.consult_within = within_norm(consult, programme.first_consult_norm_days, today)


def range_of(
    measured: list[tuple[Seen, date | None]], today: date
) -> WaitingRange | None:
    """Return within how many days half, and nine in ten, were met; None under ten."""
    until = [happened or one.left_on or today for one, happened in measured]
    return median_and_p90(
        [
            max(0, (end - one.received_on).days)
            for (one, _happened), end in zip(measured, until, strict=True)
        ],
        [happened is not None for _one, happened in measured],
    )


def within_norm(
    measured: list[tuple[Seen, date | None]], norm_days: int, today: date
) -> Share | None:
    """Return how many were met within the norm, in working days.

    Of those met, or still waiting beyond the norm; who has not waited that long yet
    cannot have failed it and is left out, as is who left without being met.
    """
    met = late = 0
    for one, happened in measured:
        limit = calendar.add_working_days(one.received_on, norm_days)
        if happened is not None and happened <= limit:
            met += 1
        elif (happened or one.left_on or today) > limit and not one.left_on:
            late += 1
    return Share(met, met + late) if met + late else None


@dataclass
class Occupancy:
    """How the days of one practitioner in one practice are used."""

    practice: str
    practitioner: str
    days: int = 0
    lost: int = 0
    lost_why: dict[str, int] = field(default_factory=dict)
    minutes_open: int = 0
    minutes_used: int = 0
    caseload: int = 0
    free_minutes: int = 0

    @property
    def used(self) -> Share | None:
        """Return the used share of the open minutes, at most all of them."""
        if not self.minutes_open:
            return None
        return Share(min(self.minutes_used, self.minutes_open), self.minutes_open)

    @property
    def free_hours(self) -> float:
        """Return the free hours of the next two weeks."""
        return self.free_minutes / 60


Key = tuple[int, int]  # practice, practitioner


def occupancy(user: User, programme: Programme) -> list[Occupancy]:
    """Return the use of days per practice and practitioner of one's employer.

    Days and hours over the last four weeks, free hours over the next two.
    """
    where = standing()
    if where is None:
        return []
    today = clock.today()
    first, last = today - LOOK_BACK, today + LOOK_AHEAD
    rules, closures = days_of(
        programme_id=programme.pk, first=first, last=last, holders=where.holders
    )
    planned = practice_days_between(rules, (), closures, first, last)
    used = _minutes_used(user, first, last, today)
    rows = _rows_for({(day.practice, day.practitioner) for day in planned}, programme)
    for day in planned:
        _count_day(rows[day.practice, day.practitioner], day, today)
    for (practice, practitioner), (past, coming) in used.items():
        if (row := rows.get((practice, practitioner))) is not None:
            row.minutes_used = past
            row.free_minutes = max(0, row.free_minutes - coming)
    for practice, practitioner, count in _caseload(user):
        if (row := rows.get((practice, practitioner))) is not None:
            row.caseload = count
    return sorted(rows.values(), key=lambda r: (-r.lost, r.practice, r.practitioner))


def _rows_for(keys: set[Key], programme: Programme) -> dict[Key, Occupancy]:
    practices = dict(
        programme.participations.filter(
            practice__in={practice for practice, _who in keys}
        ).values_list("practice", "practice__name")
    )
    people = dict(
        User.objects.filter(pk__in={who for _practice, who in keys}).values_list(
            "pk", "name"
        )
    )
    return {
        (practice, who): Occupancy(practices.get(practice, ""), people.get(who, ""))
        for practice, who in sorted(keys)
    }


def _count_day(row: Occupancy, day: PracticeDayOn, today: date) -> None:
    minutes = (
        (day.ends.hour - day.starts.hour) * 60 + day.ends.minute - day.starts.minute
    )
    if day.date > today:
        row.free_minutes += 0 if day.lost else minutes
        return
    row.days += 1
    if day.lost:
        row.lost += 1
        row.lost_why[day.reason] = row.lost_why.get(day.reason, 0) + 1
    else:
        row.minutes_open += minutes


def _minutes_used(
    user: User, first: date, last: date, today: date
) -> dict[Key, tuple[int, int]]:
    """Return minutes with a family, until today and after it, per key."""
    taken = Appointment.objects.visible_to(user).filter(
        status__in=("booked", "held", "no_show"),
        starts_at__gte=calendar.at_local(first, clock.MIDNIGHT),
        starts_at__lt=calendar.at_local(last + timedelta(days=1), clock.MIDNIGHT),
    )
    used: dict[Key, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for practice, who, starts, ends in taken.order_by().values_list(
        "room__practice", "practitioner", "starts_at", "ends_at"
    ):
        minutes = int((ends - starts).total_seconds() // 60)
        past, coming = used[practice, who]
        if calendar.local(starts).date() > today:
            used[practice, who] = past, coming + minutes
        else:
            used[practice, who] = past + minutes, coming
    return used


def _caseload(user: User) -> list[tuple[int, int, int]]:
    rows = (
        Trajectory.objects.visible_to(user)
        .open()
        .values_list("practice", "practitioner")
        .annotate(count=Count("pk"))
        .order_by()
    )
    return list(rows)
