"""Did the number of referrals change, and what could be seen at all with so many?

Pure. What can be detected is computed before the estimate, the trend before the start
is tested like the effect itself, and chance is judged by dealing the starts out anew.
What cannot be told gets a code. Loads numpy and scipy when called, not when imported.
Source: science.md 4.8, 4.11, 4.12.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from math import exp, isfinite, sqrt
from statistics import NormalDist
from typing import Any

from dichtbij.evaluation.course_data import course_of
from dichtbij.evaluation.series_data import series_of

Numbers = dict[str, Any]
Returns = Mapping[str, Sequence[Any]]

SEED = 1  # kept with the numbers and printed
DRAWS, INTERIM_DRAWS, SIMULATIONS = 999, 199, 200
THREE_LOOKS = 2.004  # z of the last of three. Source: science.md 4.11
PLACEBO = 4  # quarters at most, before the start
LEAST_BEFORE = 4  # quarters, to tell a trend before the start
CELL, SMALL = 5, 10  # counts of quarters are shown as published counts are
SPANS = (1, 2, 4)  # quarters
COLUMNS = ("referrals", "practice", "quarter", "group")


def effect_of(
    returns: Returns, *, looks: int, look: int, final: bool, smallest: int
) -> Numbers:
    """Return the effect on referrals, or the code of why it cannot be told.

    `smallest` is the smallest effect that counts, in percent; `look` counts from 1.
    """
    told: Numbers = {
        "status": "cannot",
        "reason": "",
        "seed": SEED,
        "draws": DRAWS if final else INTERIM_DRAWS,
        "simulations": SIMULATIONS,
        "smallest_percent": smallest,
        "p_limit": p_limit(looks, look),
        "final": final,
        **_described(returns),
    }
    if not told["cells"]:
        return told | {"reason": "no_returns"}
    if not told["started"]:
        return told | {"reason": "nobody_treated"}
    if not told["comparable"]:
        alone = {"series": series_of(returns)} if final else {}
        return told | {"reason": "no_comparison"} | alone
    return told | _estimated(returns, told)


def p_limit(looks: int, look: int) -> float:
    """Return what the p-value of this look may be at most, so that all hold 5%.

    `look` counts from 1. For the usual three looks the published constant is used.
    """
    if looks == 3:
        z = THREE_LOOKS * sqrt(looks / look)
    else:
        from dichtbij.insight.looks import obrien_fleming

        z = obrien_fleming(max(looks, look))[look - 1]
    return 2 * (1 - NormalDist().cdf(z))


def _described(returns: Returns) -> Numbers:
    """Return who is in the panel, how long, and what is missing of it."""
    practices = dict(_columns(returns, "practice", "group"))
    quarters = sorted(set(returns.get("quarter", ())))
    cells = len(returns.get("quarter", ()))
    span = range(quarters[0], quarters[-1] + 1) if quarters else range(0)
    started = [group for group in practices.values() if group]
    # Who starts later than the last quarter seen has not started yet.
    running = [group for group in started if quarters and group <= quarters[-1]]
    waiting = len(practices) - len(running)
    later = len(set(running)) > 1
    return {
        "cells": cells,
        "practices": len(practices),
        "started": len(running),
        "comparison": waiting,
        "comparable": waiting >= 2 or (later and len(running) > 2),
        "quarters": len(span),
        "first": label(span[0]) if quarters else "",
        "last": label(span[-1]) if quarters else "",
        **_rates(returns, span),
    }


def _columns(returns: Returns, *names: str) -> Iterator[Any]:
    """Yield the values of these columns row by row; nothing without returns."""
    return zip(*(returns.get(name, ()) for name in names), strict=True)


def label(quarter: int) -> str:
    """Return a quarter as people write it: 2026 K1."""
    return f"{quarter // 4} K{quarter % 4 + 1}"


def _rates(returns: Returns, quarters: range) -> Numbers:
    """Return referrals per 1,000 youths a year: who ever starts, and the others.

    By quarter, half-year or year: the shortest in which all may be told. Counts are
    rounded to fives and not told below ten, as all published counts.
    """
    rows: list[list[Any]] = []
    for span in SPANS:
        rows = _rates_by(returns, quarters, span)
        if all(None not in row for row in rows):
            break
    return {"rates": rows, "rates_span": span}


def _rates_by(returns: Returns, quarters: range, span: int) -> list[list[Any]]:
    counts: Counter[tuple[int, bool]] = Counter()
    youths: Counter[tuple[int, bool]] = Counter()
    names = ("quarter", "group", "referrals", "youths")
    for quarter, group, referrals, number in _columns(returns, *names):
        counts[quarter // span, bool(group)] += referrals
        youths[quarter // span, bool(group)] += number
    return [
        [
            period_label(at, span),
            *(_rate(counts[at, side], youths[at, side]) for side in (True, False)),
        ]
        for at in sorted({quarter // span for quarter in quarters})
    ]


def period_label(period: int, span: int) -> str:
    """Return a quarter, half-year or year as a code, such as 2026 K1."""
    if span == 1:
        return label(period)
    return f"{period // 2} H{period % 2 + 1}" if span == 2 else str(period)


def _rate(count: int, youths: int) -> float | None:
    """Return a rate a year; `youths` is added up over quarters."""
    shown = CELL * ((2 * count + CELL) // (2 * CELL))
    return round(4000 * shown / youths, 1) if youths and shown >= SMALL else None


def _estimated(returns: Returns, settings: Numbers) -> Numbers:
    from dichtbij.insight.effect import CannotEstimate, minimum_detectable_effect

    told: Numbers = {}
    try:
        found = minimum_detectable_effect(
            returns,
            *COLUMNS,
            "youths",
            relevant=settings["smallest_percent"] / 100,
            simulations=SIMULATIONS,
            seed=SEED,
        )
        told |= {
            "detectable_percent": 100 * found.share,
            "power_percent": 100 * found.power,
        }
        told |= _effect(returns, settings["draws"], found.sd)
        outside = told["low"] > 1 or told["high"] < 1
        # The trend before the start is tested where something could be claimed.
        if settings["final"] or outside:
            told["before"] = _before(returns, settings["draws"])
        # What was not tested is not drawn either.
        if settings["final"]:
            told["course"] = course_of(
                returns,
                detectable_percent=told["detectable_percent"],
                seed=SEED,
            )
        return told
    except CannotEstimate as why:
        return told | {"status": "cannot", "reason": str(why), "dropped": _dropped(why)}


def _effect(returns: Returns, draws: int, usual: float) -> Numbers:
    """Return the primary estimate; `usual` is the error that its size leads to."""
    from dichtbij.insight.effect import poisson_imputation

    fit = poisson_imputation(returns, *COLUMNS, "youths")
    chance = _dealt(returns, draws)
    return {
        "status": "estimated",
        "irr": fit.irr,
        "log_error": fit.standard_error,
        "observed": fit.observed,
        "expected": fit.expected,
        "treated_practices": fit.treated_units,
        "treated_years": int((fit.period_observed > 0).sum()) / 4,
        "zero_event_practices": len(fit.zero_event_units),
        "irr_without_zero": fit.without_zero.irr if fit.without_zero else None,
        **_limits(fit, chance, usual),
        "p": chance["p"] if chance else None,
        "allocations": chance["allocations"] if chance else None,
        "dropped": _dropped(fit),
        "second": _second(returns),
        "checks": _checks(returns, draws),
    }


def _limits(fit: Any, chance: Numbers | None, usual: float) -> Numbers:
    """Return the limits of the ratio, whether they were made wider, and for so few.

    With few practices an error that is estimated from them may come out far too small
    by chance. Then the limits are at least those of the size of the programme, from
    which it is also told what could be shown at all: so both say the same.
    """
    from dichtbij.insight.effect import needs_randomisation

    low, high = _told(chance, "low", fit.low), _told(chance, "high", fit.high)
    units = fit.influence.size
    few = needs_randomisation(units, fit.treated_units, fit.untreated_units)
    if fit.log_irr is None or not few:
        return {"low": low, "high": high, "widened": False, "few": few}
    half = NormalDist().inv_cdf(0.975) * usual
    least, most = exp(fit.log_irr - half), exp(fit.log_irr + half)
    return {
        "low": min(low, least),
        "high": max(high, most),
        "widened": least < low or most > high,
        "few": few,
    }


def _told(chance: Numbers | None, name: str, otherwise: float) -> float:
    """Return the limit by randomisation, or where there is none the ordinary one."""
    limit = chance[name] if chance else None
    return otherwise if limit is None else limit


def _dealt(returns: Returns, draws: int) -> Numbers | None:
    """Return p and limits by randomisation; None where events are too few for it."""
    from dichtbij.insight.effect import CannotEstimate, randomisation_p

    try:
        found = randomisation_p(returns, *COLUMNS, "youths", draws=draws, seed=SEED)
    except CannotEstimate:
        return None
    finite = isfinite(found.z)
    return {
        "p": found.p if finite else None,
        "low": found.low,
        "high": found.high,
        "allocations": round(min(found.allocations, 1e9)),
    }


def _checks(returns: Returns, draws: int) -> Numbers:
    """Return what other methods say of the same effect; None where one cannot.

    `wild_p` is by the wild bootstrap; `drift_times` how many times as fast as ever
    before the start the groups may drift apart before the third estimate holds nothing
    (0: it never did; None also beyond 100 times).
    """
    from dichtbij.insight.effect import (
        CannotEstimate,
        corrected_error,
        group_time_att,
        relative_magnitudes,
        wild_bootstrap_p,
    )

    told: Numbers = dict.fromkeys(("wild_p", "low", "high", "drift_times"))
    with suppress(CannotEstimate):
        wild = wild_bootstrap_p(returns, *COLUMNS, "youths", draws=draws, seed=SEED)
        told["wild_p"] = wild.p if isfinite(wild.z) else None
    with suppress(CannotEstimate):
        found = corrected_error(returns, *COLUMNS, "youths")
        told |= {"low": found.low, "high": found.high}
        # Not of one practice alone: nothing says how much such practices differ.
        cells = group_time_att(
            _rated(returns), "rate", *COLUMNS[1:],
            control="not_yet", weights="youths", base="universal",
        )  # fmt: skip
        told["drift_times"] = relative_magnitudes(cells.aggregate("dynamic")).breakdown
    return told


def _rated(returns: Returns) -> dict[str, Sequence[Any]]:
    """Return the panel with referrals per 1,000 youths a year."""
    pairs = zip(returns["referrals"], returns["youths"], strict=True)
    return dict(returns) | {"rate": [4000 * count / youths for count, youths in pairs]}


def _second(returns: Returns) -> Numbers | None:
    """Return the second estimate: a difference per 1,000 youths a year."""
    from dichtbij.insight.effect import CannotEstimate, imputation

    try:
        found = imputation(_rated(returns), "rate", *COLUMNS[1:], "youths")
    except CannotEstimate:
        return None
    low, high = found.interval()
    return {"estimate": found.estimate, "low": low, "high": high}


def _before(returns: Returns, draws: int) -> Numbers:
    """Return whether the groups already grew apart before the start.

    The same test on the quarters before it, as if the help had begun up to a year
    earlier; without enough of them there is no answer.
    """
    quarters = returns["quarter"]
    first = min(quarters)
    starts = [group for group in returns["group"] if group]
    if not starts or min(starts) - first < LEAST_BEFORE:
        return {"p": None, "reason": "too_short_before"}
    back = min(PLACEBO, (min(starts) - first) // 2)
    keep = [
        at
        for at, (quarter, group) in enumerate(_columns(returns, "quarter", "group"))
        if not group or quarter < group
    ]
    before: dict[str, Sequence[Any]] = {
        name: [column[at] for at in keep] for name, column in returns.items()
    }
    before["group"] = [group and group - back for group in before["group"]]
    found = _dealt(before, draws)
    if found is None or found["p"] is None:
        return {"p": None, "reason": "too_few_before"}
    return {"p": found["p"], "reason": "", "quarters": back}


def _dropped(found: Any) -> list[list[Any]]:
    """Return what took no part: kind, reason and how often, never which practice."""
    counted = Counter((one.what, one.reason) for one in found.dropped)
    return [[what, reason, count] for (what, reason), count in sorted(counted.items())]
