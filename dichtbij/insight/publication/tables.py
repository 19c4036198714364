"""Which tables are published, and nothing beside them?

The list was written first (docs/publication.md, R31) and is sized to the programme
(R34). A table has two classifications at most and shows every combination, also empty
ones. To change anything here is a new version of the scheme: a note in the assessment
of privacy risks and a new division of the budget (security.md 5.2).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

BASE = 5  # every released number is a multiple of it
# From so many practices on a programme publishes the full list. Which practices take
# part is public, so the choice tells nothing of a child. [design]
FULL_FROM_PRACTICES = 10

STARTED, COHORT, CLOSED = "started", "cohort", "closed"
AGES = ("0-3", "4-7", "8-11", "12-15", "16-17")
SEXES = ("1", "2", "0")  # Source: COD046 (S53)
# Source: domain.md 3.5, the first level.
QUESTIONS = (
    "EMO", "GED", "ONT", "LIC", "SOC", "OPV", "SCH", "SCL", "VEI", "MID", "SEK", "FIN",
    "OVE",
)  # fmt: skip
WAITS = ("0-5", "6-10", "11-15", "16-20", "21+", "left", "waiting")
# Source: science.md 4.1, the closing groups.
OUTCOMES = (
    "solved", "light_other", "wijkteam", "basis_ggz", "specialist", "no_contact",
    "moved", "aged_out", "other", "missing",
)  # fmt: skip
CONSULTS = ("0", "1", "2-3", "4-7", "8+")
NO_SHOWS = ("0", "1", "2+")
REASONS = ("01", "02", "03", "04", "05", "missing")  # Source: CBS (S53)

CELLS, ROWS, TOTAL = "cells", "rows", "total"
Key = tuple[str, str]


@dataclass(frozen=True)
class Table:
    """One table: its codes, whose children it counts, and what is measured of it.

    Tables of one `group` count the same children, so their totals are one number.
    `parts` divides the budget of a child, in thousandths, over what is measured.
    """

    code: str
    group: str
    rows: tuple[str, ...]
    definition: str
    parts: Mapping[str, int]
    columns: tuple[str, ...] = ()

    def cells(self) -> list[Key]:
        """Return the inner cells, row by row."""
        return [(row, one) for row in self.rows for one in self.columns or ("",)]

    def margins(self) -> list[Key]:
        """Return the margins and the total: everything that is a sum of cells."""
        if not self.columns:
            return [("", "")]
        rows = [(row, "") for row in self.rows]
        return [*rows, *(("", one) for one in self.columns), ("", "")]

    def under(self, margin: Key) -> list[Key]:
        """Return the inner cells that add up to a margin; of a cell, itself."""
        row, column = margin
        return [
            cell
            for cell in self.cells()
            if row in ("", cell[0]) and column in ("", cell[1])
        ]

    def measured(self, what: str) -> list[Key]:
        """Return the numbers that one part of the budget measures."""
        if what == TOTAL:
            return [("", "")]
        return [(row, "") for row in self.rows] if what == ROWS else self.cells()


@dataclass(frozen=True)
class Scheme:
    """A fixed list of tables, by name and version."""

    name: str
    version: int
    tables: tuple[Table, ...]

    def groups(self) -> dict[str, list[Table]]:
        """Return the tables that count the same children, by their group."""
        found: dict[str, list[Table]] = {}
        for table in self.tables:
            found.setdefault(table.group, []).append(table)
        return found

    def parts(self) -> Iterator[tuple[Table, str, int]]:
        """Yield each measured part with its thousandths of the budget."""
        for table in self.tables:
            for what, thousandths in table.parts.items():
                yield table, what, thousandths

    def share(self, group: str) -> int:
        """Return the thousandths of the budget a child spends in one group."""
        return sum(part for table, _, part in self.parts() if table.group == group)


_INTAKE = (
    "Trajectories begun in the period, by age and sex of the child on that day; 18 and "
    "over counts as 16-17."
)
_QUESTIONS = "Trajectories begun in the period, by main question at referral."
_ACCESS = (
    "Referrals received in the period, by working days from receipt to first consult; "
    "left: returned, withdrawn or closed before it; waiting: still so at the data date."
)
_OUTCOMES = "Trajectories closed in the period, by closing group (science.md 4.1)."
_CONSULTS = "Trajectories closed in the period, by consults held in them."
_NO_SHOWS = "Trajectories closed in the period, by times the family did not come."
_DROPOUT = "Trajectories closed in the period, by reason of ending (CBS codes)."


def _intake(parts: Mapping[str, int]) -> Table:
    return Table("intake", STARTED, AGES, _INTAKE, parts, SEXES)


SMALL = Scheme(
    "small",
    1,
    (
        _intake({ROWS: 220, CELLS: 80}),
        Table("access", COHORT, WAITS, _ACCESS, {CELLS: 300}),
        Table("outcomes", CLOSED, OUTCOMES, _OUTCOMES, {CELLS: 400}),
    ),
)
FULL = Scheme(
    "full",
    1,
    (
        _intake({TOTAL: 40, ROWS: 80, CELLS: 60}),
        Table("questions", STARTED, QUESTIONS, _QUESTIONS, {CELLS: 120}),
        Table("access", COHORT, WAITS, _ACCESS, {CELLS: 200}),
        Table("outcomes", CLOSED, OUTCOMES, _OUTCOMES, {TOTAL: 60, CELLS: 200}),
        Table("consults", CLOSED, CONSULTS, _CONSULTS, {CELLS: 80}),
        Table("no_shows", CLOSED, NO_SHOWS, _NO_SHOWS, {CELLS: 80}),
        Table("dropout", CLOSED, REASONS, _DROPOUT, {CELLS: 80}),
    ),
)
SCHEMES: Mapping[tuple[str, int], Scheme] = {
    (one.name, one.version): one for one in (SMALL, FULL)
}


def scheme_for(practices: int) -> Scheme:
    """Return the list for a programme in which so many practices take part."""
    return FULL if practices >= FULL_FROM_PRACTICES else SMALL
