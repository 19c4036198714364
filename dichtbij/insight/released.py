"""Which figures were released? The only door for whoever looks from outside the care.

It reads as the stats role, which may read released cells and nothing else, and imports
no domain with children: every number behind it is frozen (security.md 5.2).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from dichtbij.insight.models import Release, ReleaseCell

STATS = "stats"
SMALL = 10  # 0 and 5 look the same (domain.md LR-81)
LEAST_DENOMINATOR = 30  # for a percentage (domain.md LR-81)


@dataclass(frozen=True)
class ReleasedTable:
    """One table of a release; the codes stand in the order of its scheme."""

    code: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]

    def count(self, row: str = "", column: str = "") -> int:
        """Return a cell, or a margin where a code is empty.

        Raises KeyError for a code that the table does not have.
        """
        return self.cells[row, column]

    def shown(self, row: str = "", column: str = "") -> str:
        """Return a cell as people see it: below ten nobody sees which number it is."""
        return shown(self.count(row, column))

    def percent(
        self, row: str, column: str = "", *, of_row: str = "", of_column: str = ""
    ) -> int | None:
        """Return a cell as a whole percentage of another; None when that is below 30.

        Source: domain.md LR-81.
        """
        return percent(self.count(row, column), self.count(of_row, of_column))

    def sum_of(self, rows: Iterable[str], column: str = "") -> int:
        """Return the sum of several rows."""
        return sum(self.count(row, column) for row in rows)


@dataclass(frozen=True)
class Released:
    """The figures of one closed period; `withheld` when it had too few children."""

    uuid: UUID
    starts_on: date
    ends_on: date
    withheld: bool
    manifest: Mapping[str, Any]
    sha256: str
    tables: Mapping[str, ReleasedTable]


def shown(count: int) -> str:
    """Return a released number, or a sum of them, as people see it."""
    return f"<{SMALL}" if count < SMALL else str(count)


def percent(count: int, of: int) -> int | None:
    """Return a whole percentage, halves upward; None when `of` is below 30."""
    if of < LEAST_DENOMINATOR:
        return None
    return (200 * count + of) // (2 * of)


def releases_of(programme_id: int) -> list[Released]:
    """Return what was released of a programme, newest first, in two queries."""
    found = list(
        Release.objects.using(STATS)
        .filter(programme_id=programme_id)
        .order_by("-ends_on")
    )
    cells: dict[int, dict[str, dict[tuple[str, str], int]]] = {}
    rows = ReleaseCell.objects.using(STATS).filter(release__in=[r.pk for r in found])
    for release, table, row, column, count in rows.values_list(
        "release", "table", "row", "column", "count"
    ):
        of_release = cells.setdefault(release, {})
        of_release.setdefault(table, {})[row, column] = count
    return [_released(one, cells.get(one.pk, {})) for one in found]


def _released(
    release: Release, cells: Mapping[str, Mapping[tuple[str, str], int]]
) -> Released:
    order = release.manifest.get("tables", {})
    # The database keeps the order of a list, not that of keys.
    known = [code for code in release.manifest.get("order", ()) if code in cells]
    others = sorted(set(cells) - set(known))
    return Released(
        uuid=release.uuid,
        starts_on=release.starts_on,
        ends_on=release.ends_on,
        withheld=release.withheld,
        manifest=release.manifest,
        sha256=release.sha256,
        tables={
            code: _table(code, cells[code], order.get(code, {}))
            for code in known + others
        },
    )


def _table(
    code: str, cells: Mapping[tuple[str, str], int], order: Mapping[str, Any]
) -> ReleasedTable:
    return ReleasedTable(
        code=code,
        rows=_codes({row for row, _ in cells}, order.get("rows", ())),
        columns=_codes({column for _, column in cells}, order.get("columns", ())),
        cells=cells,
    )


def _codes(found: set[str], order: Iterable[str]) -> tuple[str, ...]:
    first = [code for code in order if code in found]
    return tuple(first + sorted(found - set(first) - {""}))
