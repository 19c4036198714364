"""How did waiting go, quarter after quarter, in each practice of one's own employer?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from dichtbij.insight.balance import Seen, range_of, seen_since
from dichtbij.insight.quarters import after, between, quarter_of
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation, Programme
from dichtbij.shared import calendar, clock
from dichtbij.shared.walls import standing

QUARTERS = 8


@dataclass(frozen=True)
class WaitingCourse:
    """Medians in days per practice and quarter; None: fewer than ten, or not yet met.

    `n` counts the referrals of the practices that are shown.
    """

    quarters: list[date]
    practices: list[tuple[str, list[float | None]]]
    n: int


def waiting_course(user: User, programme: Programme) -> WaitingCourse:
    """Return within how many days half the families had a first conversation.

    By the quarter in which they were referred, those still waiting included; in order
    of name, only practices with a figure. Two queries.
    """
    today = clock.today()
    first = max(after(quarter_of(today), 1 - QUARTERS), quarter_of(programme.starts_on))
    quarters = list(between(first, today))
    where = standing()
    joined = Participation.objects.filter(
        programme=programme, holder__in=where.holders if where else ()
    ).select_related("practice")
    names = {one.practice_id: one.practice.name for one in joined}
    seen = seen_since(user, calendar.at_local(first, time.min))
    shown, n = [], 0
    for practice, name in sorted(names.items(), key=lambda row: (row[1], row[0])):
        medians = _medians(seen.get(practice, ()), quarters, today)
        if any(one is not None for one in medians):
            shown.append((name, medians))
            n += len(seen[practice])
    # From the first quarter of which there is anything to tell.
    told = [
        at
        for at in range(len(quarters))
        if any(row[at] is not None for _name, row in shown)
    ]
    begin = told[0] if told else 0
    return WaitingCourse(
        quarters[begin:], [(name, row[begin:]) for name, row in shown], n
    )


def _medians(
    seen: Iterable[Seen], quarters: list[date], today: date
) -> list[float | None]:
    found: dict[date, list[Seen]] = defaultdict(list)
    for one in seen:
        found[quarter_of(one.received_on)].append(one)
    return [_median(found[quarter], today) for quarter in quarters]


def _median(seen: list[Seen], today: date) -> float | None:
    if not seen:
        return None
    found = range_of([(one, one.first_consult_on) for one in seen], today)
    return found.median if found is not None else None
