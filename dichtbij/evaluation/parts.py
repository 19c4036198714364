"""What is a section of a report made of, and how are counts and codes said in words?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dichtbij.evaluation.models import Party
from dichtbij.evaluation.wording import Said
from dichtbij.shared.charts.figure import Figure

SMALL = 10  # 0 and 5 look the same (LR-81)


@dataclass(frozen=True)
class Grid:
    """A table: what it shows, its head, and rows whose first cell names them."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def cells(self) -> list[list[tuple[str, str]]]:
        """Return the rows, each cell with the name of its column."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Drawn:
    """A figure with its sentence, of how many, of when, and its table."""

    figure: Figure
    told: str
    grid: Grid


@dataclass(frozen=True)
class Quote:
    """What a party says, marked as its own."""

    who: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Section:
    """One of the fixed sections: sentences, then figures, tables and quotations.

    `tables_first` puts the tables before the figures.
    """

    key: str
    title: str
    lines: tuple[str, ...] = ()
    drawn: tuple[Drawn, ...] = ()
    grids: tuple[Grid, ...] = ()
    quotes: tuple[Quote, ...] = field(default=())
    tables_first: bool = False


BANDS: dict[str, Any] = {
    "left": _("left before the first consult"),
    "waiting": _("still waiting"),
}
OUTCOMES: dict[str, Any] = {
    "solved": _("solved"),
    "light_other": _("lighter help elsewhere"),
    "wijkteam": _("local team"),
    "basis_ggz": _("basic mental health care"),
    "specialist": _("specialised help"),
    "no_contact": _("no contact any more"),
    "moved": _("moved"),
    "aged_out": _("turned 18"),
    "other": _("help elsewhere already"),
    "missing": _("not known"),
}
QUESTIONS: dict[str, Any] = {
    "EMO": _("feelings and mood"),
    "GED": _("behaviour"),
    "ONT": _("development"),
    "LIC": _("body and sleep"),
    "SOC": _("contact with others"),
    "OPV": _("parenting"),
    "SCH": _("school"),
    "SCL": _("divorce or loss"),
    "VEI": _("safety"),
    "MID": _("alcohol, drugs, gaming"),
    "SEK": _("sexuality and identity"),
    "FIN": _("money and home"),
    "OVE": _("other"),
}
# Source: CBS reasons of ending (S53).
REASONS: dict[str, Any] = {
    "01": _("ended as planned"),
    "02": _("ended by the family, one-sided"),
    "03": _("ended by the provider, one-sided"),
    "04": _("ended early, by agreement"),
    "05": _("ended by circumstances from outside"),
    "missing": _("not known"),
}
WORDS: dict[str, dict[str, Any]] = {
    "access": BANDS,
    "outcomes": OUTCOMES,
    "questions": QUESTIONS,
    "dropout": REASONS,
}


def text_of(said: Said) -> str:
    """Return a sentence of the wording engine in the active language."""
    return said.text(gettext)


def texts_of(said: Iterable[Said]) -> tuple[str, ...]:
    """Return sentences of the wording engine in the active language."""
    return tuple(text_of(one) for one in said)


def shown(count: int) -> str:
    """Return a released count as people see it."""
    return f"<{SMALL}" if count < SMALL else str(count)


def share(percent: int | None) -> str:
    """Return a percentage, or that there are too few for one."""
    return "-" if percent is None else f"{percent}%"


def name_of(table: str, code: str) -> str:
    """Return a row of a released table in words; a band of numbers is its own name."""
    return str(WORDS.get(table, {}).get(code, code.replace("-", "\N{EN DASH}")))


def party_of(code: str) -> str:
    """Return the name of a party."""
    return str(Party(code).label)


def day(iso: str) -> str:
    """Return an ISO date as people write it."""
    return date_format(date.fromisoformat(iso), "j F Y")


def period(code: str) -> str:
    """Return a quarter, half-year or year in words; its code begins with the year."""
    year, _space, part = code.partition(" ")
    told = {"year": year, "number": part[1:]}
    if part.startswith("H"):
        return gettext("half %(number)s of %(year)s") % told
    return gettext("quarter %(number)s of %(year)s") % told if part else year


def about(count: int) -> str:
    """Return a released count in words: about so many, or fewer than ten."""
    if count < SMALL:
        return gettext("fewer than 10")
    return gettext("about %(number)s") % {"number": thousands(count)}


def grid_of(table: str, title: str, rows: Sequence[Sequence[Any]], of: str) -> Grid:
    """Return a released table as a grid: name, count and share of each row."""
    return Grid(
        title,
        (of, gettext("How many"), gettext("Share")),
        tuple((name_of(table, code), shown(n), share(p)) for code, n, p in rows),
    )


def thousands(number: float) -> str:
    """Return a whole number with points between thousands."""
    return f"{round(number):,}".replace(",", ".")


def decimal(number: float, digits: int = 1) -> str:
    """Return a number with a decimal comma."""
    text = f"{number:.{digits}f}".replace(".", ",")
    return text.replace("-", "\N{MINUS SIGN}")
