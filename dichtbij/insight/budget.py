"""What does the help cost and save the municipality, and how sure is that?

Budget impact from the purse of the municipality, 1 to 5 years, undiscounted unless a
rate is given. N referrals a year are what was seen with the help; without it there
would have been N / IRR. Prices and costs are inputs with a date and a source, never
constants. Money is in cents and not rounded here: rounding is for display.
Source: science.md 4.9; ISPOR principles (Mauskopf 2007, Sullivan 2014).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, expm1, log, sqrt

import numpy as np
from scipy.special import betaincinv, gammaincinv, ndtr

from dichtbij.insight.panels import Floats

Z = 1.959963984540054
MOST_YEARS = 5  # Source: science.md 2, ISPOR: 1 to 5 years
DRAWS = 10_000


@dataclass(frozen=True)
class Impact:
    """The saving of a year (negative: it costs more than it saves), in cents.

    `low` and `high`: 95%. `break_even_irr`: at this ratio cost and saving are equal,
    below it money is saved. `p_saving`: the chance of that.
    """

    mean: float
    sd: float
    low: float
    high: float
    break_even_irr: float
    p_saving: float


@dataclass(frozen=True)
class Cost:
    """A price or yearly cost in cents, and its standard error; 0 is known exactly."""

    cents: float
    error_cents: float = 0.0


@dataclass(frozen=True)
class Segment:
    """A kind of specialised help: referrals a year with the help, and their price."""

    name: str
    referrals_a_year: float
    price: Cost


@dataclass(frozen=True)
class TornadoRow:
    """What the saving becomes when one input is at its 95% limits, the rest as it is.

    `name` is irr, programme or that of a segment; inputs in their own unit, savings in
    cents over all years.
    """

    name: str
    low: float
    high: float
    saving_at_low: float
    saving_at_high: float

    @property
    def width(self) -> float:
        """Return how far apart both savings lie."""
        return abs(self.saving_at_high - self.saving_at_low)


@dataclass(frozen=True)
class SimulatedImpact:
    """The saving over all years with every uncertainty drawn, in cents.

    *shape*: `percentiles` has the 1st to the 99th; `tornado` the widest row first.
    """

    mean: float
    sd: float
    low: float
    high: float
    p_saving: float
    percentiles: Floats
    tornado: tuple[TornadoRow, ...]
    years: int
    discount: float
    draws: int
    seed: int


@dataclass(frozen=True)
class NaiveAvoided:
    """Solved here times the chance that they would have been referred; with limits.

    It says nothing about what would have happened without the help.
    """

    mean: float
    low: float
    high: float
    chance: float


def impact(
    referrals_a_year: float,
    price_cents: float,
    programme_cents: float,
    log_irr: float,
    log_irr_error: float,
) -> Impact:
    """Return the saving of a year in closed form, ln IRR being normal.

    Money may be in any one unit; the answer is in the same. Raises ValueError for
    referrals or a price that are not above 0, or a negative cost or error.
    Source: science.md 4.9.
    """
    if referrals_a_year <= 0 or price_cents <= 0:
        raise ValueError("referrals and their price are above 0")
    if programme_cents < 0 or log_irr_error < 0:
        raise ValueError("a cost or an error is not negative")
    spent, error = referrals_a_year * price_cents, log_irr_error
    usual = spent * exp(-log_irr + error**2 / 2)
    even = 1 / (1 + programme_cents / spent)
    low, high = (
        spent * expm1(-log_irr + side * Z * error) - programme_cents for side in (-1, 1)
    )
    return Impact(
        mean=usual - spent - programme_cents,
        sd=usual * sqrt(expm1(error**2)),
        low=low,
        high=high,
        break_even_irr=even,
        p_saving=_chance_below(log(even), log_irr, error),
    )


def _chance_below(limit: float, mean: float, error: float) -> float:
    """Return the chance that a normal value lies below; one without error is known."""
    if error == 0:
        return float(mean < limit)
    return float(ndtr((limit - mean) / error))


def simulated_impact(
    segments: Sequence[Segment],
    programme: Cost,
    log_irr: float,
    log_irr_error: float,
    years: int = 1,
    discount: float = 0.0,
    draws: int = DRAWS,
    seed: int = 0,
) -> SimulatedImpact:
    """Draw the IRR (log-normal), prices and cost (gamma) and the mix (Dirichlet).

    The referrals of a year are those of all segments together; how they divide is
    drawn with what was seen. `discount` is a yearly rate, the first year undiscounted.
    Raises ValueError for years outside 1 to 5, a discount below 0, a negative error, or
    amounts that are not above 0. Source: science.md 4.9.
    """
    _check(segments, programme, log_irr_error, years, discount)
    rng = np.random.default_rng(seed)
    seen = np.array([one.referrals_a_year for one in segments])
    mix = rng.dirichlet(seen, draws)
    prices = np.column_stack([_drawn(one.price, draws, rng) for one in segments])
    less = np.expm1(-(log_irr + log_irr_error * rng.standard_normal(draws)))
    spent = seen.sum() * (mix * prices).sum(axis=1)
    factor = _years(years, discount)
    saving = factor * (spent * less - _drawn(programme, draws, rng))
    low, high = np.quantile(saving, [0.025, 0.975])
    return SimulatedImpact(
        mean=float(saving.mean()),
        sd=float(saving.std(ddof=1)),
        low=float(low),
        high=float(high),
        p_saving=float((saving > 0).mean()),
        percentiles=np.quantile(saving, np.arange(1, 100) / 100),
        tornado=tornado(segments, programme, log_irr, log_irr_error, years, discount),
        years=years,
        discount=discount,
        draws=draws,
        seed=seed,
    )


def _check(
    segments: Sequence[Segment],
    programme: Cost,
    log_irr_error: float,
    years: int,
    discount: float,
) -> None:
    amounts = [x for s in segments for x in (s.referrals_a_year, s.price.cents)]
    if not amounts or min(amounts) <= 0 or programme.cents < 0:
        raise ValueError("referrals and prices are above 0, a cost is not negative")
    errors = [s.price.error_cents for s in segments]
    if min([*errors, programme.error_cents, log_irr_error]) < 0:
        raise ValueError("an error is not negative")
    if not 1 <= years <= MOST_YEARS or discount < 0:
        raise ValueError("there are 1 to 5 years and a discount is not negative")


def _years(years: int, discount: float) -> float:
    return float(sum((1 + discount) ** -year for year in range(years)))


def _drawn(cost: Cost, draws: int, rng: np.random.Generator) -> Floats:
    """Draw a cost from the gamma distribution with its mean and error."""
    if cost.error_cents == 0 or cost.cents == 0:
        return np.full(draws, float(cost.cents))
    scale = cost.error_cents**2 / cost.cents
    return rng.gamma(cost.cents / scale, scale, draws)


def _limits(cost: Cost) -> tuple[float, float]:
    """Return the 95% limits of that distribution."""
    if cost.error_cents == 0 or cost.cents == 0:
        return cost.cents, cost.cents
    scale = cost.error_cents**2 / cost.cents
    low, high = gammaincinv(cost.cents / scale, [0.025, 0.975]) * scale
    return float(low), float(high)


def tornado(
    segments: Sequence[Segment],
    programme: Cost,
    log_irr: float,
    log_irr_error: float,
    years: int = 1,
    discount: float = 0.0,
) -> tuple[TornadoRow, ...]:
    """Return one row per input, the widest first: which uncertainty matters most.

    Raises ValueError as simulated_impact does. Source: science.md 4.9.
    """
    _check(segments, programme, log_irr_error, years, discount)
    factor = _years(years, discount)
    spent = sum(one.referrals_a_year * one.price.cents for one in segments)

    def saving(spending: float, cost: float, ratio: float) -> float:
        return factor * (spending * (1 / ratio - 1) - cost)

    ratio, width = exp(log_irr), exp(Z * log_irr_error)
    rows = [
        TornadoRow(
            "irr", ratio / width, ratio * width,
            saving(spent, programme.cents, ratio / width),
            saving(spent, programme.cents, ratio * width),
        )
    ]  # fmt: skip
    low, high = _limits(programme)
    at = [saving(spent, cost, ratio) for cost in (low, high)]
    rows.append(TornadoRow("programme", low, high, *at))
    for one in segments:
        low, high = _limits(one.price)
        others = spent - one.referrals_a_year * one.price.cents
        at = [
            saving(others + one.referrals_a_year * price, programme.cents, ratio)
            for price in (low, high)
        ]
        rows.append(TornadoRow(one.name, low, high, *at))
    return tuple(sorted(rows, key=lambda row: -row.width))


def naive_avoided(
    solved: int, would_be_referred: float, would_not: float
) -> NaiveAvoided:
    """Return the naive figure, shown beside the estimate and never instead of it.

    The chance has a Beta prior with these two counts, asked of GPs: never silently 1.
    Raises ValueError unless both are above 0. Source: science.md 4.9.
    """
    if solved < 0 or would_be_referred <= 0 or would_not <= 0:
        raise ValueError("solved is not negative; both counts of the prior are above 0")
    chance = would_be_referred / (would_be_referred + would_not)
    low, high = betaincinv(would_be_referred, would_not, [0.025, 0.975])
    return NaiveAvoided(
        solved * chance, solved * float(low), solved * float(high), chance
    )
