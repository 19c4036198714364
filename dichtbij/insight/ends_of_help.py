"""How did help end, week after week from its start, with those still helped included?

Live figures inside the provider. All trajectories that started count, also those that
run; who moved or turned 18 left by a way of its own. Source: science.md 4.2 (6), 4.6.
"""

from dataclasses import dataclass

from dichtbij.care.models import Trajectory
from dichtbij.insight.indicators_outcomes import (
    BASIC_MH,
    LIGHT,
    LOCAL_TEAM,
    SOLVED,
    SPECIALIST,
    outcomes_in,
)
from dichtbij.insight.quarters import Period
from dichtbij.organisations.models import User
from dichtbij.shared import clock

WEEKS = 26  # Source: science.md 4.2 (6)
LEAST = 10
WAYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("solved", (SOLVED,)),
    ("nearby", (LIGHT, LOCAL_TEAM, BASIC_MH)),
    ("specialist", (SPECIALIST,)),
)
OTHERWISE = "otherwise"


@dataclass(frozen=True)
class Ends:
    """The share that left by each way at or before each week, and of how many."""

    weeks: tuple[int, ...]
    shares: dict[str, tuple[float, ...]]
    n: int


def ends_of_help(user: User, period: Period) -> Ends | None:
    """Return how help ended of whom it began for in a period; None of fewer than ten.

    Weeks until which somebody was followed, 26 at most. One query.
    """
    rows = (
        Trajectory.objects.visible_to(user)
        .filter(opened_on__gte=period.first, opened_on__lte=period.last)
        .order_by()
        .values_list("opened_on", "closed_on", "outcome")
    )
    today = clock.today()
    times, causes = [], []
    for opened, closed, outcome in rows:
        times.append(max(0, ((closed or today) - opened).days))
        causes.append(_cause(outcome) if closed else 0)
    return _counted(times, causes) if len(times) >= LEAST else None


def _cause(outcome: str) -> int:
    for number, (_name, groups) in enumerate(WAYS, start=1):
        if outcome in outcomes_in(*groups):
            return number
    return len(WAYS) + 1


def _counted(times: list[int], causes: list[int]) -> Ends | None:
    from dichtbij.insight.survival import aalen_johansen

    weeks = tuple(range(min(WEEKS, max(times) // 7) + 1))
    if len(weeks) < 2 or not any(causes):
        return None
    found = aalen_johansen(times, causes)
    shares = {}
    for number, name in enumerate([*(way for way, _g in WAYS), OTHERWISE], start=1):
        if number in found.causes:
            told = (found.at(number, 7 * week) for week in weeks)
            shares[name] = tuple(one[0] if one else 0.0 for one in told)
    return Ends(weeks, shares, len(times))
