"""What is the value of an indicator, how sure is it, and how does one say it?

Nothing becomes a number that is none: what cannot be said has a reason instead.
Source: science.md 3 (every value is one object) and 4.12.
"""

from dataclasses import dataclass, replace
from datetime import date
from statistics import NormalDist
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from dichtbij.insight.indicators_terms import Indicator, Unit
from dichtbij.insight.quarters import Period

Z = NormalDist().inv_cdf(0.975)
# With more missing than this, bounds are told instead of one share.
MISSING_MOST = 0.10  # Source: science.md 4.12
DECIMALS = {
    Unit.PERCENT: 0,
    Unit.PER_1000_A_YEAR: 1,
    Unit.HOURS_PER_1000: 0,
    Unit.GRADE: 1,
    Unit.CONSULTS: 0,
    Unit.DAYS: 0,
    Unit.CENTS: 0,
}


@dataclass(frozen=True)
class IndicatorValue:
    """One indicator over one period, live; in the unit of the indicator.

    A share is between 0 and 1 and money in cents. `value` is None when too few are
    counted, too much is missing, or nothing was measured: then `why_not` says why.
    `n` counts who is known, `missing` who is not; `bounds` are the lowest and highest
    value that fit with what is missing. `method` names how low and high were made.
    """

    indicator: Indicator
    period: Period
    data_on: date
    value: float | None = None
    n: int = 0
    numerator: float | None = None
    denominator: float | None = None
    low: float | None = None
    high: float | None = None
    method: str = ""
    missing: int = 0
    bounds: tuple[float, float] | None = None
    why_not: str = ""
    beside: str = ""
    release_state: str = "live"
    code_version: str = ""

    @property
    def version(self) -> int:
        """Return the version of the definition."""
        return self.indicator.version

    @property
    def unit(self) -> Unit:
        """Return the unit of the value."""
        return self.indicator.unit

    @property
    def measured(self) -> bool:
        """Tell whether anything was counted at all."""
        return not self.why_not

    @property
    def missing_share(self) -> float | None:
        """Return the share of all that is not known, or None of nobody."""
        total = self.n + self.missing
        return self.missing / total if total else None

    @property
    def few(self) -> bool:
        """Tell whether too few are counted for a value."""
        return self.n < self.indicator.minimum

    @property
    def words(self) -> str:
        """Return the value as one reads it."""
        if not self.measured:
            return _("not measured")
        if self.value is not None:
            return self._say(self.value)
        if self.bounds is None or self.few:
            return self._counts()
        low, high = (self._say(one) for one in self.bounds)
        return low if low == high else _("%(low)s to %(high)s") % _pair(low, high)

    @property
    def interval_words(self) -> str:
        """Return the limits as one reads them, or an empty text."""
        if self.value is None or self.low is None or self.high is None:
            return ""
        return _("%(low)s to %(high)s") % _pair(
            self._say(self.low), self._say(self.high)
        )

    @property
    def missing_words(self) -> str:
        """Return the missing share in whole percent."""
        share = self.missing_share
        return "" if share is None else f"{_percent(share)}%"

    def _counts(self) -> str:
        """Return the count, or the range in which it lies with what is missing."""
        if self.unit != Unit.PERCENT or self.numerator is None:
            return _("too few to say")
        low, of = int(self.numerator), self.n + self.missing
        if not of:
            return _("nobody yet")
        if self.missing:
            told = {"low": low, "high": low + self.missing, "of": of}
            return _("%(low)s to %(high)s of %(of)s") % told
        return _("%(count)s of %(of)s") % {"count": low, "of": of}

    def _say(self, value: float) -> str:
        if self.unit == Unit.PERCENT:
            return f"{_percent(value)}%"
        shown = value / 100 if self.unit == Unit.CENTS else value
        text = str(number_format(shown, DECIMALS[self.unit], force_grouping=True))
        return f"€ {text}" if self.unit == Unit.CENTS else text


def _pair(low: str, high: str) -> dict[str, str]:
    return {"low": low, "high": high}


def _percent(share: float) -> int:
    """Return whole percent, halves rounded up."""
    return int(100 * share + 0.5)


def share_of(blank: IndicatorValue, counted: int, known: int, missing: int) -> Any:
    """Return a share with Wilson's limits, or what may be said instead of it.

    Below the minimum the counts; with more than a tenth missing the bounds.
    """
    told = replace(
        blank, n=known, numerator=counted, denominator=known, missing=missing
    )
    total = known + missing
    if missing:
        told = replace(told, bounds=(counted / total, (counted + missing) / total))
    if told.few or missing > MISSING_MOST * total:
        return told
    from dichtbij.insight.intervals import wilson

    share = wilson(counted, known)
    return replace(
        told, value=share.estimate, low=share.low, high=share.high, method=share.method
    )


def mean_of(blank: IndicatorValue, values: list[int], missing: int) -> IndicatorValue:
    """Return the mean of values with normal limits; None below the minimum."""
    n = len(values)
    told = replace(blank, n=n, numerator=sum(values), denominator=n, missing=missing)
    if told.few or n < 2:
        return told
    mean = sum(values) / n
    error = (sum((v - mean) ** 2 for v in values) / (n - 1) / n) ** 0.5
    return replace(
        told,
        value=mean,
        low=mean - Z * error,
        high=mean + Z * error,
        method=_("normal, over the answers"),
    )


def median_of(blank: IndicatorValue, values: list[int], missing: int) -> IndicatorValue:
    """Return the median with limits from the order of the values; None when too few.

    The limits are the values at ranks n/2 ± z·√n/2, which hold whatever the
    distribution (normal approximation of the binomial ranks).
    """
    n, ordered = len(values), sorted(values)
    told = replace(blank, n=n, numerator=sum(values), denominator=n, missing=missing)
    if told.few or not n:
        return told
    half = Z * n**0.5 / 2
    low = max(1, round(n / 2 - half))
    high = min(n, round(n / 2 + half) + 1)
    return replace(
        told,
        value=(ordered[(n - 1) // 2] + ordered[n // 2]) / 2,
        low=ordered[low - 1],
        high=ordered[high - 1],
        method=_("order of the values"),
    )
