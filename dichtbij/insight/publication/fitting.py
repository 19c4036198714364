"""Which multiples of five fit what was measured, and add up in every margin?

An integer program (HiGHS): each inner cell is five times a whole number, never below
nought; every margin is the sum of its cells and all tables that count the same
children have one total. Among those it takes the numbers at the least total distance
to the measurements, weighed by how precise they are; a small random weight settles
ties. No number may lie further from its measurement than the stated distance
(security.md 5.2 under 4; R34).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from secrets import randbelow
from typing import Any

from dichtbij.insight.publication.noise import Measurements
from dichtbij.insight.publication.tables import BASE, Key, Scheme, Table

# Beyond what a measurement below nought forces; doubled while nothing fits.
FIRST_DISTANCE = BASE - 1
WIDENINGS = 10
TIES = 1000  # a tie weighs at most a thousandth
MOST_SECONDS = 60


@dataclass(frozen=True)
class Fitted:
    """The released numbers with all margins, and the distance that was kept."""

    tables: Mapping[str, Mapping[Key, int]]
    distance: int


def fit(scheme: Scheme, measured: Measurements, *, distance: int = 0) -> Fitted:
    """Return the fitted tables of one release.

    `distance` is the most that a number may differ from its measurement (from nought,
    when that lies below it); it doubles from the first until a solution exists.
    Raises ArithmeticError when none is found.
    """
    allowed = distance or FIRST_DISTANCE
    for _ in range(WIDENINGS):
        found = _solve(scheme, measured, allowed)
        if found is not None:
            return Fitted(_with_margins(scheme, found), allowed)
        allowed = 2 * allowed + 1
    raise ArithmeticError("no multiples of five fit these measurements")


def same_totals(scheme: Scheme) -> list[tuple[Table, Table]]:
    """Return the pairs of tables whose totals must be one number."""
    pairs: list[tuple[Table, Table]] = []
    for tables in scheme.groups().values():
        pairs += pairwise(tables)
    return pairs


def _solve(
    scheme: Scheme, measured: Measurements, allowed: int
) -> dict[tuple[str, Key], int] | None:
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    place = {
        (table.code, cell): number
        for number, (table, cell) in enumerate(
            (table, cell) for table in scheme.tables for cell in table.cells()
        )
    }
    by_code = {table.code: table for table in scheme.tables}
    lines = [
        (code, key, *one) for (code, key), many in measured.items() for one in many
    ]
    cells, width = len(place), len(place) + len(lines)
    rows = _Rows()
    for number, (code, key, value, _weight) in enumerate(lines):
        under = [place[code, cell] for cell in by_code[code].under(key)]
        gap = cells + number
        # Two rows say that the gap is at least the distance to either side.
        rows.add([(one, BASE) for one in under] + [(gap, -1)], -np.inf, value)
        rows.add([(one, BASE) for one in under] + [(gap, 1)], value, np.inf)
    for one, other in same_totals(scheme):
        left = [(place[one.code, cell], 1) for cell in one.cells()]
        right = [(place[other.code, cell], -1) for cell in other.cells()]
        rows.add(left + right, 0, 0)
    matrix = coo_array((rows.values, (rows.at, rows.columns)), (rows.count, width))
    upper = np.full(width, np.inf)
    upper[cells:] = [allowed + max(0, -value) for _, _, value, _ in lines]
    cost = np.zeros(width)
    cost[cells:] = [weight * (1 + randbelow(TIES) / TIES**2) for *_, weight in lines]
    answer: Any = milp(
        cost,
        integrality=np.r_[np.ones(cells), np.zeros(len(lines))],
        bounds=Bounds(np.zeros(width), upper),
        constraints=LinearConstraint(matrix.tocsr(), rows.low, rows.high),
        options={"time_limit": MOST_SECONDS},
    )
    if answer.x is None:
        return None
    return {key: BASE * round(answer.x[number]) for key, number in place.items()}


class _Rows:
    """The rows of the program: sparse, each with its bounds."""

    def __init__(self) -> None:
        self.at: list[int] = []
        self.columns: list[int] = []
        self.values: list[int] = []
        self.low: list[float] = []
        self.high: list[float] = []

    @property
    def count(self) -> int:
        """Return how many rows there are."""
        return len(self.low)

    def add(self, terms: list[tuple[int, int]], low: float, high: float) -> None:
        """Add one row: the sum of the terms lies between low and high."""
        self.at += [self.count] * len(terms)
        self.columns += [column for column, _ in terms]
        self.values += [value for _, value in terms]
        self.low.append(low)
        self.high.append(high)


def _with_margins(
    scheme: Scheme, cells: Mapping[tuple[str, Key], int]
) -> dict[str, dict[Key, int]]:
    return {
        table.code: {
            key: sum(cells[table.code, cell] for cell in table.under(key))
            for key in (*table.cells(), *table.margins())
        }
        for table in scheme.tables
    }
