"""Which figures of a release does one read first: a sentence, and twelve indicators?

Made of released cells alone: each number is a sum of cells or a whole percentage of two
sums (security.md 5.3, G1). Definitions match `indicators_dictionary` where both exist.
Which table each comes from stands here (R31).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dichtbij.insight.released import (
    SMALL,
    Released,
    ReleasedTable,
    percent,
)

GONE = ("moved", "aged_out")  # moved away, turned 18: no outcome of the help
LATER = 0  # seen, but later than the last band that has an end
# Upper ends of the bands of `access`, in weeks of five working days.
WEEKS = (("0-5", 1), ("6-10", 2), ("11-15", 3), ("16-20", 4), ("21+", LATER))


@dataclass(frozen=True)
class ReleasedIndicator:
    """A count (no `rows`: the total of its table) or a share of rows in a table.

    Of the denominator `leaves_out` is left out for good, `missing` because it is not
    known; what share that is, is told beside it.
    """

    code: str
    table: str
    rows: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


NEARBY = ("solved", "light_other", "wijkteam", "basis_ggz")
INDICATORS = (
    ReleasedIndicator("children_begun", "intake"),
    ReleasedIndicator("referred", "access"),
    ReleasedIndicator("seen_in_two_weeks", "access", ("0-5", "6-10")),
    ReleasedIndicator("left_before", "access", ("left",)),
    ReleasedIndicator("still_waiting", "access", ("waiting",)),
    ReleasedIndicator("closed", "outcomes"),
    ReleasedIndicator("no_referral", "outcomes", ("solved",), GONE, ("missing",)),
    ReleasedIndicator("no_specialist_referral", "outcomes", NEARBY, GONE, ("missing",)),
    ReleasedIndicator("closed_as_planned", "dropout", ("01",), (), ("missing",)),
    ReleasedIndicator("dropout", "dropout", ("03", "04"), (), ("missing",)),
    ReleasedIndicator("few_talks", "consults", ("1", "2-3")),
    ReleasedIndicator("did_not_come", "no_shows", ("1", "2+")),
)


@dataclass(frozen=True)
class Measured:
    """One indicator of one release; a count has no `of`.

    `percent` is None below a denominator of thirty, and where fewer than ten would
    show: there nought and five look the same.
    """

    code: str
    count: int
    of: int | None = None
    percent: int | None = None
    missing_percent: int | None = None


@dataclass(frozen=True)
class Facts:
    """What the first sentence says (R36); None where a table or a denominator lacks.

    `half_seen_weeks` is LATER for later than four weeks, and -1 when less than half
    had been seen.
    """

    children: int | None
    closed: int | None
    without_referral_percent: int | None
    half_seen_weeks: int | None


def measured(release: Released) -> list[Measured]:
    """Return the indicators of which the release has the table, in fixed order."""
    return [
        _measure(one, release.tables[one.table])
        for one in INDICATORS
        if one.table in release.tables
    ]


def measure(release: Released, code: str) -> Measured | None:
    """Return one indicator of a release, or None: its table is not there."""
    return next((one for one in measured(release) if one.code == code), None)


def _measure(indicator: ReleasedIndicator, table: ReleasedTable) -> Measured:
    if not indicator.rows:
        return Measured(indicator.code, table.count())
    missing = _sum(table, indicator.missing)
    asked = table.count() - _sum(table, indicator.leaves_out)
    count, of = _sum(table, indicator.rows), asked - missing
    return Measured(
        code=indicator.code,
        count=count,
        of=of,
        percent=None if count < SMALL else percent(count, of),
        missing_percent=percent(missing, asked) if missing >= SMALL else None,
    )


def _sum(table: ReleasedTable, rows: Sequence[str]) -> int:
    return table.sum_of([row for row in rows if row in table.rows])


def facts_of(release: Released) -> Facts:
    """Return what the first sentence of a release says."""
    ended = measure(release, "no_referral")
    begun = measure(release, "children_begun")
    return Facts(
        children=begun.count if begun else None,
        closed=ended.of if ended else None,
        without_referral_percent=ended.percent if ended else None,
        half_seen_weeks=_half_seen(release.tables.get("access")),
    )


def _half_seen(access: ReleasedTable | None) -> int | None:
    """Return within how many weeks half of those referred were seen.

    Who left and who still waits count in the whole, as nobody may vanish from a
    waiting time (R20). None below a denominator of thirty.
    """
    if access is None or percent(0, access.count()) is None:
        return None
    seen = 0
    for band, weeks in WEEKS:
        seen += _sum(access, (band,))
        if 2 * seen >= access.count():
            return weeks
    return -1
