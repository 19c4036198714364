"""What do all programmes that opened their figures show together, year by year?

Sums of released cells and nothing else, read as the stats role. No contact is counted
anew: of fourteen million it is no slower than of a thousand. A release never changes,
so what they add up to is kept until there is one more (security.md 5.2).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from django.db.models import Count, Q, Sum
from django.db.models.functions import ExtractYear

from dichtbij.insight.models import Release, ReleaseCell
from dichtbij.insight.released import SMALL, STATS, percent, shown
from dichtbij.insight.released_figures import GONE, NEARBY

MISSING = "missing"
IN_TWO_WEEKS = ("0-5", "6-10")  # working days
ROWS = {"intake": ("",), "access": ("", *IN_TWO_WEEKS)}
ROWS["outcomes"] = ("", *NEARBY, *GONE, MISSING)


@dataclass(frozen=True)
class Year:
    """The releases whose period ended in a year, added up over programmes.

    Counts are sums of released cells, shown as such; percentages are whole, None below
    a denominator of thirty. `nearby` is without specialised help, of closed
    trajectories less those who moved or turned 18 and those not known.
    """

    year: int
    programmes: int
    begun: str
    in_two_weeks: int | None
    closed: str
    nearby: int | None


def national(programmes: Collection[int]) -> list[Year]:
    """Return the years of these programmes, newest first."""
    keys = tuple(sorted(programmes))
    made = Release.objects.using(STATS).filter(programme__in=keys, withheld=False)
    # A new release has a new public id; an old one never changes.
    newest = made.order_by("-pk").values_list("uuid", flat=True).first()
    return _years(keys, newest, made.count())


@lru_cache(maxsize=1)
def _years(keys: tuple[int, ...], newest: UUID | None, count: int) -> list[Year]:
    """Return the years; `newest` and `count` say when to add up anew."""
    made = Release.objects.using(STATS).filter(programme__in=keys, withheld=False)
    number = dict(
        made.order_by()
        .annotate(year=ExtractYear("ends_on"))
        .values_list("year")
        .annotate(n=Count("programme", distinct=True))
    )
    sums = _sums(keys)
    return [_year(year, number[year], sums[year]) for year in sorted(number)[::-1]]


def _sums(keys: tuple[int, ...]) -> dict[int, dict[tuple[str, str], int]]:
    """Return per year the sum of each row that is shown, over all programmes."""
    asked = Q()
    for table, rows in ROWS.items():
        asked |= Q(table=table, row__in=rows)
    found = (
        ReleaseCell.objects.using(STATS)
        .filter(asked, column="", release__programme__in=keys)
        .order_by()
        .annotate(year=ExtractYear("release__ends_on"))
        .values_list("year", "table", "row")
        .annotate(total=Sum("count"))
    )
    sums: dict[int, dict[tuple[str, str], int]] = defaultdict(dict)
    for year, table, row, total in found:
        sums[year][table, row] = total
    return sums


def _year(year: int, programmes: int, sums: Mapping[tuple[str, str], int]) -> Year:
    def total(table: str, *rows: str) -> int:
        return sum(sums.get((table, row), 0) for row in rows)

    closed = total("outcomes", "")
    known = closed - total("outcomes", *GONE, MISSING)
    return Year(
        year=year,
        programmes=programmes,
        begun=shown(total("intake", "")),
        in_two_weeks=_share(total("access", *IN_TWO_WEEKS), total("access", "")),
        closed=shown(closed),
        nearby=_share(total("outcomes", *NEARBY), known),
    )


def _share(count: int, of: int) -> int | None:
    """Return a whole percentage; None where it would tell 0 from 5."""
    return None if count < SMALL else percent(count, of)
