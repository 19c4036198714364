"""What does CBS say of youth help by referrer, to hold our own figures against?

A shipped extract of tables 85097NED and 85096NED: the Netherlands, and The Hague. Of
other municipalities nothing is told, unless `manage.py refresh_cbs` fetched them.
Pure. Source: T5 (S42), T6 (S47); R38, R41.
"""

import csv
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

EXTRACT = "cbs_jeugdhulptrajecten_verwijzer.csv"
TABLE, DURATIONS = "85097NED", "85096NED"
COUNTRY = "Nederland"
TOTAL, GP = "Totaal", "Huisarts"
ROUNDED_TO = 5
WITHHELD = ("", ".")
# CBS writes this one otherwise than the list of municipalities.
OTHER_NAMES = {"Den Haag": "'s-Gravenhage"}
BANDS = (
    "beeindigd_0_3mnd", "beeindigd_3_6mnd", "beeindigd_6_12mnd", "beeindigd_1_2jr",
    "beeindigd_2_3jr", "beeindigd_3_4jr", "beeindigd_4jr_plus",
)  # fmt: skip


class UnreadableCell(ValueError):
    """A cell is neither a number nor a mark for withheld."""


@dataclass(frozen=True)
class CbsRow:
    """Trajectories of one referrer in one region; None is withheld or not there.

    `ended` holds the ended ones by duration, in the order of BANDS.
    """

    table: str
    period: str
    region: str
    referrer: str
    total: int | None
    begun: int | None
    repeated: int | None
    new: int | None
    ended: tuple[int | None, ...]


def cell(told: str | None) -> int | None:
    """Return the number in a cell, None when it is withheld. Raises UnreadableCell."""
    text = (told or "").strip()
    if text in WITHHELD:
        return None
    if not text.isdecimal():
        raise UnreadableCell(text)
    return int(text)


def read(lines: Iterable[Mapping[str, str | None]]) -> list[CbsRow]:
    """Return the rows of a table of CBS, in its order.

    Totals are not checked against their parts: CBS rounds each cell by itself.
    Raises UnreadableCell.
    """
    return [
        CbsRow(
            table=str(line["tabel"]),
            period=str(line["periode"]),
            region=str(line["regio"]),
            referrer=str(line["verwijzer"]),
            total=cell(line["trajecten_totaal"]),
            begun=cell(line["begonnen_totaal"]),
            repeated=cell(line["begonnen_herhaald_beroep"]),
            new=cell(line["begonnen_nieuw"]),
            ended=tuple(cell(line[band]) for band in BANDS),
        )
        for line in lines
    ]


@functools.cache
def extract() -> tuple[CbsRow, ...]:
    """Return the rows that are shipped."""
    path = files("dichtbij.insight") / "data" / EXTRACT
    with path.open(encoding="utf-8") as lines:
        return tuple(read(csv.DictReader(lines)))


def of_region(region: str, table: str = TABLE) -> list[CbsRow]:
    """Return the newest rows of a region by name; none when we have nothing of it."""
    name = OTHER_NAMES.get(region, region)
    found = [row for row in extract() if (row.table, row.region) == (table, name)]
    newest = max((row.period for row in found), default="")
    return [row for row in found if row.period == newest]


def share(part: int | None, whole: int | None) -> float | None:
    """Return a share of a total, None when either is withheld or there is no total."""
    if part is None or not whole:
        return None
    return part / whole


@dataclass(frozen=True)
class Comparison:
    """What CBS says of one region: the GP beside all referrers. Shares from 0 to 1."""

    region: str
    period: str
    begun: int | None
    begun_by_gp: int | None
    gp_share: float | None
    repeated_by_gp: float | None


def comparison(region: str) -> Comparison | None:
    """Return the GP's part in what began in a region, or None: not available."""
    rows = {row.referrer: row for row in of_region(region)}
    if TOTAL not in rows or GP not in rows:
        return None
    whole, gp = rows[TOTAL], rows[GP]
    return Comparison(
        region=region,
        period=gp.period,
        begun=whole.begun,
        begun_by_gp=gp.begun,
        gp_share=share(gp.begun, whole.begun),
        repeated_by_gp=share(gp.repeated, gp.begun),
    )
