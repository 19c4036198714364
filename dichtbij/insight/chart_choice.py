"""Which process chart suits these counts, and why not the usual one?

Pure. On small counts the XmR chart cries wolf: with a mean of 1 a stable series of 24
points shows a signal half the time. So it is refused below a mean of 4 and below 12
points, with a sentence that says what to draw instead. The sentences are English
msgids: the screen translates them and fills in the figures.
Source: science.md conclusion 6 and 4.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

LEAST_MEAN = 4.0
LEAST_POINTS = 12
MONTHS = 3  # of a quarter
RARE = 1.0  # a mean below it: count the days from one event to the next


class Kind(StrEnum):
    """Which chart to draw."""

    XMR = "xmr"
    RUN = "run"  # a line without limits
    QUARTER = "quarter"  # an XmR chart of quarters in place of months
    P_PRIME = "p_prime"
    U_PRIME = "u_prime"
    TIME_BETWEEN = "time_between"


def _(text: str) -> str:
    """Mark a text for the catalogue."""
    return text


# From here on a mean or a count stands in the sentence as %(mean)s or %(n)s.
WHY = {
    Kind.XMR: _("An XmR chart: %(n)s points with a mean of %(mean)s."),
    Kind.RUN: _(
        "A line without limits: %(n)s points are too few, limits need at least 12."
    ),
    Kind.QUARTER: _(
        "Per quarter: with a mean of %(mean)s a month, chance alone would look like "
        "change too often."
    ),
    Kind.P_PRIME: _("A p' chart: the points are shares of groups of different size."),
    Kind.U_PRIME: _(
        "A u' chart: the counts come from groups of different size, or are small "
        "(mean %(mean)s)."
    ),
    Kind.TIME_BETWEEN: _(
        "A chart of the days between events: with a mean of %(mean)s a period, chance "
        "alone would look like change too often."
    ),
}


@dataclass(frozen=True)
class Choice:
    """The chart that suits, the sentence why, and the figures of that sentence."""

    kind: Kind
    sentence: str
    n: int
    mean: float

    @property
    def xmr_allowed(self) -> bool:
        """Tell whether an XmR chart of these very points may be shown."""
        return self.kind == Kind.XMR


def choose_chart(
    values: Sequence[float],
    *,
    exposures: Sequence[float] | None = None,
    of: Literal["counts", "shares", "rates"] = "counts",
    period: Literal["week", "month", "quarter"] = "month",
) -> Choice:
    """Return which chart suits events counted per period, in the order of time.

    `exposures` are the people, or the trajectories, each count comes from; `of` says
    whether the counts themselves are charted or their share or rate of the exposures.
    Raises ValueError without any value or for a negative count.
    """
    if not values or any(value < 0 for value in values):
        raise ValueError("a chart needs counts, none of them negative")
    n, mean = len(values), sum(values) / len(values)
    kind = _kind(n, mean, of, period, exposures is not None)
    return Choice(kind, WHY[kind], n, mean)


def _kind(n: int, mean: float, of: str, period: str, sized: bool) -> Kind:
    if n < LEAST_POINTS:
        return Kind.RUN
    if of == "shares":
        return Kind.P_PRIME if mean >= RARE else Kind.TIME_BETWEEN
    if of == "counts" and mean >= LEAST_MEAN:
        return Kind.XMR
    if of == "rates" and mean >= RARE:
        return Kind.U_PRIME
    if _quarters_do(n, mean, period):
        return Kind.QUARTER
    return Kind.U_PRIME if sized and mean >= RARE else Kind.TIME_BETWEEN


def _quarters_do(n: int, mean: float, period: str) -> bool:
    enough = MONTHS * mean >= LEAST_MEAN and n // MONTHS >= LEAST_POINTS
    return period == "month" and enough
