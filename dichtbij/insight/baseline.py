"""How many youths did each practice refer per quarter, and when did its help start?

The panel for the methods of effect, from the quarterly returns of all practices, taking
part or not. What cannot be used is listed with its reason; nothing is filled in.
Source: R32; science.md 4.8, 4.12.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import (
    after,
    between,
    last_day,
    number_of,
    quarter_of,
)
from dichtbij.programmes.models import ListedPractice, Participation, Programme

BEFORE = 4  # quarters wanted before the start. Source: issue 5, item 3
SEEN_ENOUGH = 80  # percent of a quarter, [design]; less says little of that quarter
JUMP = 1.5  # [design] youths grow or shrink more in one quarter by a merger or split
REASONS: dict[str, Any] = {
    "gap": _("There is no return of this quarter."),
    "incomplete": _("The source saw less than 80 percent of this quarter."),
    "merged": _(
        "The number of youths changed by half at once: a practice that merged or "
        "split. From here on it is no longer the same practice."
    ),
    "stopped": _("The practice no longer takes part; later quarters do not count."),
    "no_baseline": _("There is no return from before the start."),
    "short_baseline": _(
        "There are fewer than four quarters from before the start. It counts along."
    ),
}
# These are told, but take nothing away.
KEPT = frozenset({"gap", "short_baseline"})


@dataclass(frozen=True)
class Given:
    """One return as the panel needs it; `practice` is a key."""

    practice: int
    quarter_on: date
    referrals: int
    youths: int
    complete_percent: int = 100


@dataclass(frozen=True)
class Term:
    """When a practice took part: the first quarter, and the last day if it stopped."""

    started: date
    stopped_on: date | None = None


@dataclass(frozen=True)
class LeftOut:
    """What is not used, or used with care, and why; no quarter means all of them."""

    practice: int
    reason: str
    quarter_on: date | None = None

    @property
    def words(self) -> Any:
        """Return the reason as a sentence."""
        return REASONS[self.reason]

    @property
    def counts_along(self) -> bool:
        """Tell whether it is told only."""
        return self.reason in KEPT


@dataclass(frozen=True)
class Baseline:
    """The panel: one row per practice and quarter, in order of practice and quarter.

    `columns` are practice, quarter (a number that goes up by one), referrals, youths
    and group (the quarter of the start, 0 for never). *shape*: one value per row.
    """

    columns: Mapping[str, list[int]]
    left_out: Sequence[LeftOut]
    names: Mapping[int, str] = field(default_factory=dict)

    @property
    def practices(self) -> int:
        """Return how many practices have a row."""
        return len(set(self.columns["practice"]))


NAMES = ("practice", "quarter", "referrals", "youths", "group")


def start_quarter(starts_on: date) -> date:
    """Return the first quarter that counts as with help: at least half of its days.

    Source: science.md 4.8 (first quarter with half of the funded hours).
    """
    start = quarter_of(starts_on)
    days = (last_day(start) - start).days + 1
    late = (starts_on - start).days * 2 > days
    return after(start) if late else start


def build(given: Iterable[Given], terms: Mapping[int, Term]) -> Baseline:
    """Return the panel of returns that are current, and what was left out of it."""
    series: dict[int, dict[date, Given]] = defaultdict(dict)
    for one in given:
        series[one.practice][one.quarter_on] = one
    last = max((q for rows in series.values() for q in rows), default=None)
    rows: list[tuple[int, ...]] = []
    left_out: list[LeftOut] = []
    for practice in sorted(series):
        term = terms.get(practice)
        kept, lost = _of_practice(series[practice], term, last)
        left_out += lost
        group = number_of(term.started) if term else 0
        rows += [
            (practice, number_of(one.quarter_on), one.referrals, one.youths, group)
            for one in kept
        ]
    columns = [list(values) for values in zip(*rows, strict=True)] or [[]] * len(NAMES)
    return Baseline(dict(zip(NAMES, columns, strict=True)), left_out)


def _of_practice(
    rows: dict[date, Given], term: Term | None, last: date | None
) -> tuple[list[Given], list[LeftOut]]:
    """Return what is kept of one practice, and what is said of the rest."""
    practice = next(iter(rows.values())).practice
    lost = [
        LeftOut(practice, "gap", quarter)
        for quarter in between(min(rows), last or max(rows))
        if quarter not in rows
    ]
    kept: list[Given] = []
    for quarter in sorted(rows):
        reason = _why_not(rows[quarter], kept[-1] if kept else None, term)
        if not reason:
            kept.append(rows[quarter])
            continue
        lost.append(LeftOut(practice, reason, quarter))
        if reason != "incomplete":
            break  # from here on it is not the practice, or not the help, it was
    before = sum(term is None or one.quarter_on < term.started for one in kept)
    if term is not None and not before:
        return [], [*lost, LeftOut(practice, "no_baseline")]
    if term is not None and before < BEFORE:
        lost.append(LeftOut(practice, "short_baseline"))
    return kept, lost


def _why_not(one: Given, before: Given | None, term: Term | None) -> str:
    if term and term.stopped_on and last_day(one.quarter_on) > term.stopped_on:
        return "stopped"
    if one.complete_percent < SEEN_ENOUGH:
        return "incomplete"
    if before is None:
        return ""
    low, high = sorted((before.youths, one.youths))
    return "merged" if high >= low * JUMP else ""


def baseline(programme: Programme, at: datetime | None = None) -> Baseline:
    """Return the panel of a programme, of what was known at a moment (default: now).

    Three queries. Source: R32.
    """
    lines = QuarterlyReturn.objects.filter(programme=programme)
    if at is not None:
        lines = lines.filter(given_at__lte=at)
    corrected = lines.exclude(corrects=None).values("corrects")
    given = [
        Given(*row)
        for row in lines.exclude(pk__in=corrected)
        .order_by()
        .values_list(
            "practice", "quarter_on", "referrals", "youths", "complete_percent"
        )
    ]
    listed = ListedPractice.objects.filter(programme=programme)
    names = dict(listed.values_list("practice", "practice__name").order_by())
    found = build(given, _terms(programme))
    return Baseline(found.columns, found.left_out, names)


def _terms(programme: Programme) -> dict[int, Term]:
    """Return when each practice took part: from its first time to its last day."""
    terms: dict[int, Term] = {}
    rows = Participation.objects.filter(programme=programme).order_by("starts_on")
    for practice, starts_on, ends_on in rows.values_list(
        "practice", "starts_on", "ends_on"
    ):
        first = terms[practice].started if practice in terms else None
        terms[practice] = Term(first or start_quarter(starts_on), ends_on)
    return terms
