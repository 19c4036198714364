"""Which numbers does a report hold, computed from what was released and given?

Pure: the same input gives the same numbers, byte for byte. Every count is a sum of
released cells and known up to the distance of the release; shares are repeated at those
bounds. What cannot be told is None, and a code says why. Source: science.md 4.14.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dichtbij.evaluation.canonical import tidy
from dichtbij.evaluation.effect_data import effect_of
from dichtbij.evaluation.practices_data import practices_of
from dichtbij.evaluation.saving_data import Money, saving_of
from dichtbij.evaluation.wording import FEW, MUCH_MISSING

VERSION = 1
LEAST_DENOMINATOR = 30  # for a percentage (LR-81)
SMALL = 10  # 0 and 5 look the same (LR-81)
CELL = 5  # a released cell is a multiple of it
# Ended without specialised help. Source: science.md 4.1; R33 (no_specialist_referral).
WITHOUT = ("solved", "light_other", "wijkteam", "basis_ggz")
MISSING = "missing"
# Upper ends of the bands of working days that a norm can be told in.
BANDS = {5: ("0-5",), 10: ("0-5", "6-10"), 15: ("0-5", "6-10", "11-15")}
SEEN = ("0-5", "6-10", "11-15", "16-20", "21+")

Table = Mapping[str, int]
Numbers = dict[str, Any]


@dataclass(frozen=True)
class Gathered:
    """All that a report is made of; plain data, read at one moment.

    `tables` holds per table the sum of each row over the cited releases, the total
    under the empty code. `distance` is how far such a sum may lie from what was
    counted. `returns` is the panel of referrals: practice, quarter (a number), its
    referrals and youths, and group (the quarter of the start, 0 for never).
    """

    kind: str
    look: int
    made_on: str
    programme: Mapping[str, Any]
    plan: Mapping[str, Any]
    releases: Sequence[Mapping[str, Any]]
    tables: Mapping[str, Table] = field(default_factory=dict)
    distance: int = CELL
    norm_days: int = 10
    returns: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    returns_told: Mapping[str, Any] = field(default_factory=dict)
    reach: Mapping[str, Any] = field(default_factory=dict)
    hours: Mapping[str, Any] | None = None
    reflections: Sequence[Mapping[str, Any]] = ()
    summaries: Sequence[Mapping[str, Any]] = ()
    voices: Sequence[Mapping[str, Any]] = ()
    money: Money = field(default_factory=Money)

    @property
    def final(self) -> bool:
        """Tell whether this is the last look."""
        return self.kind == "final"


def numbers_of(gathered: Gathered) -> Numbers:
    """Return every number and quotation of a report, as plain JSON."""
    effect = effect_of(
        gathered.returns,
        looks=len(gathered.plan["looks_on"]),
        look=gathered.look,
        final=gathered.final,
        smallest=gathered.plan["smallest_effect_percent"],
    )
    numbers = {
        "version": VERSION,
        "kind": gathered.kind,
        "look": gathered.look,
        "made_on": gathered.made_on,
        "programme": dict(gathered.programme),
        "plan": dict(gathered.plan),
        "releases": [dict(one) for one in gathered.releases],
        "distance": gathered.distance,
        "reach": _reach(gathered),
        "access": _access(gathered),
        "outcomes": _outcomes(gathered),
        "use": _use(gathered),
        "effect": effect,
        "returns": dict(gathered.returns_told),
        "practices": practices_of(gathered.returns),
        "hours": gathered.hours,
        "saving": saving_of(effect, gathered.money, gathered.hours),
        "reflections": [dict(one) for one in gathered.reflections],
        "summaries": [dict(one) for one in gathered.summaries],
        "voices": [dict(one) for one in gathered.voices],
    }
    tidied: Numbers = tidy(numbers)
    return tidied


def percent(count: int, of: int) -> int | None:
    """Return a whole percentage, halves upward; None where it may not be told.

    Not of fewer than thirty, and not of a count below ten: nobody may see which it is.
    """
    return None if count < SMALL else _whole(count, of)


def _whole(count: int, of: int) -> int | None:
    if of < LEAST_DENOMINATOR:
        return None
    return max(0, min(100, (200 * count + of) // (2 * of)))


def _rows(table: Table) -> list[list[Any]]:
    """Return code, count and percentage of each row of a table."""
    total = table.get("", 0)
    return [
        [code, count, percent(count, total)] for code, count in table.items() if code
    ]


def _bounds(count: int, of: int, distance: int) -> tuple[int | None, int | None]:
    """Return the share at both bounds of what the counts may have been."""
    least_of, most_of = max(0, of - distance), of + distance
    if count < SMALL:
        return None, None
    return _whole(max(0, count - distance), most_of), _whole(count + distance, least_of)


def _reach(gathered: Gathered) -> Numbers:
    intake = gathered.tables.get("intake")
    questions = gathered.tables.get("questions")
    return {
        **gathered.reach,
        "children": intake.get("", 0) if intake else None,
        "ages": _rows(intake) if intake else [],
        "questions": _rows(questions) if questions else [],
    }


def _access(gathered: Gathered) -> Numbers | None:
    table = gathered.tables.get("access")
    if table is None:
        return None
    total = table.get("", 0)
    bands = BANDS.get(gathered.norm_days)
    within = sum(table.get(code, 0) for code in bands) if bands else None
    told: Numbers = {
        "started": total,
        "norm_days": gathered.norm_days,
        "rows": _rows(table),
        "within": within,
        "percent": None if within is None else percent(within, total),
        "half_within": _half_within(table),
    }
    if within is not None:
        told["least"], told["most"] = _bounds(within, total, gathered.distance)
    return told


def _half_within(table: Table) -> str | None:
    """Return the band in which half of all who were referred had been seen.

    Who left or still waits counts as not seen, so waiting flatters nothing; None when
    fewer than half were seen, or too few started. Source: science.md 4.6.
    """
    total, seen = table.get("", 0), 0
    if total < LEAST_DENOMINATOR:
        return None
    for band in SEEN:
        seen += table.get(band, 0)
        if 2 * seen >= total:
            return band
    return None


def _outcomes(gathered: Gathered) -> Numbers | None:
    table = gathered.tables.get("outcomes")
    if table is None:
        return None
    closed, missing = table.get("", 0), table.get(MISSING, 0)
    without = sum(table.get(code, 0) for code in WITHOUT)
    least, most = _bounds(without, closed, gathered.distance)
    # An unknown end may have been either.
    _, most = _bounds(without + _at_most(missing), closed, gathered.distance)
    return {
        "closed": closed,
        "few": closed < FEW,
        "without": without,
        "percent": percent(without, closed),
        "least": least,
        "most": most,
        "missing": missing,
        "missing_percent": _missing_percent(missing, closed),
        "rows": _rows(table),
    }


def _at_most(count: int) -> int:
    """Return a count, or the most it can be below ten: 0 and 5 must look the same."""
    return max(count, SMALL - CELL)


def _missing_percent(missing: int, closed: int) -> int:
    """Return how much is missing, also of few: a warning may always be given.

    Below ten it is nought, or the most it can be where that would be much: never what
    tells 0 from 5.
    """
    if not closed:
        return 0
    share = min(100, (200 * _at_most(missing) + closed) // (2 * closed))
    return 0 if missing < SMALL and share <= MUCH_MISSING else share


def _use(gathered: Gathered) -> Numbers:
    """Return the tables of consults, no-shows and reasons of closing, if told."""
    return {
        code: {"total": table.get("", 0), "rows": _rows(table)}
        for code in ("consults", "no_shows", "dropout")
        if (table := gathered.tables.get(code)) is not None
    }
