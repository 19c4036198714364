"""How many children were referred each month, and which chart suits that?"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, time

from dichtbij.insight.chart_choice import Choice, choose_chart
from dichtbij.insight.quarters import between, quarter_of
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar, clock

MONTHS = 24


@dataclass(frozen=True)
class Arrivals:
    """Referrals received per month or quarter, oldest first; the last is not over.

    `choice` says which chart suits the months that are over, and why.
    """

    starts: list[date]
    counts: list[int]
    choice: Choice


def arrivals(user: User, programme: Programme) -> Arrivals | None:
    """Return what came in, per quarter where months hold too few; None: no month yet.

    Over two years at most, from the first month in which somebody came. One query.
    """
    today = clock.today()
    months = _months(programme.starts_on, today)
    if not months:
        return None
    received = Referral.objects.visible_to(user).filter(
        received_at__gte=calendar.at_local(months[0], time.min)
    )
    moments = received.values_list("received_at", flat=True)
    return arrived([calendar.local(at).date() for at in moments], months)


def arrived(days: Collection[date], months: Sequence[date]) -> Arrivals | None:
    """Return the days of receipt counted per month, or per quarter where that is told.

    `months` are first days in a row, the last one of the month that is not over. What
    lies before the first day is left out, as is a quarter that began before them.
    """
    found = Counter(day.replace(day=1) for day in days)
    since = [month for month in months if month >= min(found, default=month)]
    if not found or len(since) < 2:
        return None
    choice = choose_chart([found[month] for month in since[:-1]])
    if choice.xmr_allowed:
        return Arrivals(since, [found[month] for month in since], choice)
    sums: Counter[date] = Counter()
    for month in months:
        sums[quarter_of(month)] += found[month]
    whole = [
        quarter
        for quarter in between(since[0], months[-1])
        if quarter >= months[0] or quarter == quarter_of(months[-1])
    ]
    return Arrivals(whole, [sums[quarter] for quarter in whole], choice)


def _months(first: date, today: date) -> list[date]:
    """Return the first days of the months up to this one, 24 before it at most."""
    last = 12 * today.year + today.month - 1
    begin = max(12 * first.year + first.month - 1, last - MONTHS)
    return [date(at // 12, at % 12 + 1, 1) for at in range(begin, last + 1)]
