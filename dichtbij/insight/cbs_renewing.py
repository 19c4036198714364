"""How does the extract of CBS become that of today, and what changed in it?

Of table 85097NED alone, the newest half-year beside the one we had. The figures that we
had are held against what CBS says of that half-year now: far off means that the columns
are others than we think, and then nothing is written.
"""

import csv
import os
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dichtbij.insight.cbs import BANDS, TABLE, CbsRow, read
from dichtbij.insight.cbs_feed import Feed, FeedError

LICENCE = "CC BY 4.0, Bron: CBS"
COLUMNS = (
    "tabel", "periode", "regio", "verwijzer", "trajecten_totaal", "begonnen_totaal",
    "begonnen_herhaald_beroep", "begonnen_nieuw", *BANDS, "opgehaald_op", "licentie",
)  # fmt: skip
# A provisional figure is revised by a few per cent; a wrong column is far off. [design]
FAR_OFF, MOST_FAR_OFF = 0.2, 0.5


@dataclass(frozen=True)
class Change:
    """One figure that is another now; None is withheld or not there."""

    period: str
    region: str
    referrer: str
    column: str
    before: int | None
    now: int | None


@dataclass(frozen=True)
class Renewed:
    """The lines to write, their half-years, and what changed of the one we had."""

    rows: tuple[CbsRow, ...]
    periods: tuple[str, ...]
    changes: tuple[Change, ...]


def renew(shipped: Sequence[CbsRow], feed: Feed) -> Renewed:
    """Return the extract with CBS's figures of now. Raises FeedError: another table."""
    ours = [row for row in shipped if row.table == TABLE]
    kept_periods = {_half_year(row.period) for row in ours}
    same = [row for row in feed.rows if _half_year(row.period) in kept_periods]
    changes = tuple(_changes(ours, same))
    _check_alike(ours, same, changes)
    wanted = kept_periods | {_half_year(feed.newest)}
    rows = [row for row in feed.rows if _half_year(row.period) in wanted]
    others = [row for row in shipped if row.table != TABLE]
    return Renewed(
        rows=(*rows, *others),
        periods=tuple(dict.fromkeys(row.period for row in rows)),
        changes=changes,
    )


def _half_year(period: str) -> str:
    return period.rstrip("*")


def _figures(rows: Iterable[CbsRow]) -> dict[tuple[str, str, str, str], int | None]:
    return {
        (_half_year(row.period), row.region, row.referrer, column): value
        for row in rows
        for column, value in (
            ("trajecten_totaal", row.total),
            ("begonnen_totaal", row.begun),
            ("begonnen_herhaald_beroep", row.repeated),
        )
    }


def _changes(ours: Iterable[CbsRow], same: Iterable[CbsRow]) -> list[Change]:
    before, now = _figures(ours), _figures(same)
    return [
        Change(*key, value, now.get(key))
        for key, value in before.items()
        if now.get(key) != value
    ]


def _check_alike(
    ours: Sequence[CbsRow], same: Sequence[CbsRow], changes: Iterable[Change]
) -> None:
    if ours and not same:
        raise FeedError(
            "CBS no longer has the half-year we shipped, so its columns cannot be "
            "checked. Nothing was changed."
        )
    told = sum(value is not None for value in _figures(ours).values())
    far = sum(_far_off(one) for one in changes)
    if far > MOST_FAR_OFF * told:
        raise FeedError(
            f"{far} of {told} figures of the half-year we shipped are far from what "
            "CBS says of it now: its columns are others than we think. Nothing was "
            "changed."
        )


def _far_off(one: Change) -> bool:
    if one.before is None:
        return False
    if one.now is None:
        return True
    return abs(one.now - one.before) > FAR_OFF * max(one.before, 1)


def write(path: Path, rows: Iterable[CbsRow], on: date) -> None:
    """Write the extract in one go: a reader sees the old file or the new one.

    Lines of CBS's feed carry the day and the licence. Raises OSError.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".csv")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, lineterminator="\n")
            lines.writerow(COLUMNS)
            lines.writerows(_cells(row, on) for row in rows)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _cells(row: CbsRow, on: date) -> list[str]:
    numbers = (row.total, row.begun, row.repeated, row.new, *row.ended)
    told = ["" if one is None else str(one) for one in numbers]
    day = on.isoformat() if row.table == TABLE else ""
    place = [row.table, row.period, row.region, row.referrer]
    return [*place, *told, day, LICENCE]


def shipped(path: Path) -> list[CbsRow]:
    """Return the rows of an extract that is a file. Raises FeedError."""
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            return read(csv.DictReader(lines))
    except (OSError, KeyError, ValueError) as fault:
        raise FeedError(f"The extract cannot be read: {path} ({fault}).") from None
