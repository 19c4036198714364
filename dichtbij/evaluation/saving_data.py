"""What does the help cost a year, what would fewer referrals yield, and is it certain?

Pure. Both sides: what is paid for the help, and what is not paid elsewhere if the ratio
of referrals is as estimated. Prices are given by people, with their source; without
them, or without an estimate, there is no amount. Source: science.md 4.9, 4.14.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import NormalDist
from typing import Any

from dichtbij.evaluation.wording import CERTAIN

Numbers = dict[str, Any]
MORE_QUARTERS, POINTS = 4, 200
STEP = 20  # [design] percent up and down, to see what an amount matters
NORMAL = NormalDist()


@dataclass(frozen=True)
class Money:
    """Prices that people gave: whole euros, each with where it comes from.

    `cost_euros` is what a year of the help costs; without it the settled statements
    say so.
    """

    price_euros: int | None = None
    price_source: str = ""
    cost_euros: int | None = None
    cost_source: str = ""


def saving_of(
    effect: Mapping[str, Any], money: Money, hours: Mapping[str, Any] | None
) -> Numbers:
    """Return both sides of a year, or the code of why there is no amount.

    The help costs what was given, else twelve months of settled statements.
    """
    cost, source = _cost(money, hours)
    told: Numbers = {
        "cost_euros": cost,
        "cost_source": source,
        "price_euros": money.price_euros,
        "price_source": money.price_source,
        "reason": "",
    }
    told["reason"] = _why_not(effect, money, cost)
    if not told["reason"]:
        told |= _amounts(effect, int(money.price_euros or 0), int(cost or 0))
    return told


def _cost(money: Money, hours: Mapping[str, Any] | None) -> tuple[int | None, str]:
    if money.cost_euros is not None:
        return money.cost_euros, money.cost_source
    if hours and hours.get("months", 0) >= 3:
        return round(hours["amount_cents"] * 12 / hours["months"] / 100), "statements"
    return None, ""


def _why_not(effect: Mapping[str, Any], money: Money, cost: int | None) -> str:
    if effect.get("status") != "estimated":
        return "no_estimate"
    if not effect.get("final", True):  # what was not tested is no amount either
        return "interim"
    before = effect.get("before")
    if before is not None and (before["p"] is None or before["p"] <= CERTAIN):
        return "not_attributed"
    if not effect.get("irr") or not effect.get("log_error"):
        return "no_estimate"
    if not money.price_euros:
        return "no_price"
    return "" if cost else "no_cost"


def _amounts(effect: Mapping[str, Any], price: int, cost: int) -> Numbers:
    """Return limits, break-even and chances; amounts in whole euros."""
    from dichtbij.insight.budget import impact

    yearly = effect["observed"] / max(effect["treated_years"], 0.25)
    ratio, error = log(effect["irr"]), _error(effect)
    found = impact(yearly, price, cost, ratio, error)
    away = ratio - log(found.break_even_irr)
    return {
        "referrals_a_year": round(yearly, 1),
        "mean_euros": round(found.mean),
        "low_euros": round(found.low),
        "high_euros": round(found.high),
        "break_even_percent": 100 * (1 - found.break_even_irr),
        "chance": found.p_saving,
        "wrong_now": min(found.p_saving, 1 - found.p_saving),
        "wrong_after": _wrong_after(away, error, 4 * effect["treated_years"]),
        "swings": _swings(yearly * price, cost, ratio, error),
    }


def _error(effect: Mapping[str, Any]) -> float:
    """Return the error of ln IRR that belongs to the limits that are told.

    With few practices these come from dealing the starts out, and lie further apart.
    """
    own = float(effect["log_error"])
    if not effect["low"] > 0:
        return own
    told = log(effect["high"] / effect["low"]) / (2 * NORMAL.inv_cdf(0.975))
    return max(own, told)


def _swings(spent: float, cost: float, ratio: float, error: float) -> list[list[Any]]:
    """Return per input its lowest and highest value, and what a year then yields.

    The difference in referrals at its 95% limits, in percent; amounts a step up and
    down, which is an example and no estimate. The widest first. Source: science.md 4.9.
    """

    def saving(there: float, here: float, irr: float) -> int:
        return round(there * (1 / irr - 1) - here)

    irr, width = exp(ratio), exp(NORMAL.inv_cdf(0.975) * error)
    less, more = 1 - STEP / 100, 1 + STEP / 100
    rows: list[list[Any]] = [
        [
            "difference", 100 * (irr / width - 1), 100 * (irr * width - 1),
            saving(spent, cost, irr / width), saving(spent, cost, irr * width),
        ],
        [
            "price", -STEP, STEP,
            saving(spent * less, cost, irr), saving(spent * more, cost, irr),
        ],
        [
            "cost", -STEP, STEP,
            saving(spent, cost * less, irr), saving(spent, cost * more, irr),
        ],
    ]  # fmt: skip
    return sorted(rows, key=lambda row: -abs(row[4] - row[3]))


def _wrong_after(away: float, sigma: float, quarters: float) -> float:
    """Return the chance of a wrong choice after a year more, as expected now.

    `away` is how far ln IRR lies from break-even; more quarters narrow its error as
    their number does. The mean over what the new estimate may turn out to be.
    Source: science.md 4.14 (10).
    """
    left = sigma * sqrt(quarters / (quarters + MORE_QUARTERS))
    moves = sqrt(sigma**2 - left**2)
    points = (NORMAL.inv_cdf((at + 0.5) / POINTS) for at in range(POINTS))
    return sum(NORMAL.cdf(-abs(away + moves * z) / left) for z in points) / POINTS
