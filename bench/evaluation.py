"""How fast are the methods of an evaluation, beside the best other programs?

All in one process and one run, on the same invented data; what is measured is the time
of the processor, the best of a few rounds taken in turn. A ratio says how many times
longer the other takes. Each comparison first checks that both find the same.
"""

import contextlib
import io
import time
import warnings
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import numpy as np

from bench import national, report
from bench.figures import figure, say

ROUNDS = 5
DRAWS = 999
UNITS, PERIODS = 2600, 11
PEOPLE = 20_000
PRACTICES, QUARTERS = 60, 24
COLUMNS = ("rate", "practice", "quarter", "start")
CELL = 1e-8  # the largest difference allowed


def run() -> None:
    """Measure each part; more parts are added to this list."""
    for part in (_group_time, _poisson, _exits, report.run, national.run):
        part()


def _group_time() -> None:
    """Measure estimate, event study and both bands, weighted and not yet treated."""
    import pandas as pd

    frame = _panel()
    table = pd.DataFrame(frame)
    say("Loading csdid and diff-diff ...")
    csdid, diff_diff = _csdid(table), _diff_diff(table)
    ours = _ours(frame)
    found, event = ours()
    _equal("group and time: csdid", _csdid_cells(csdid()), found)
    _equal("group and time: diff-diff", _diff_diff_cells(diff_diff()), found)
    say(f"{len(found.estimate)} cells; dynamic effect {event.estimate:.4f}")
    times = _race({"ours": ours, "csdid": csdid, "diff-diff": diff_diff})
    name = f"group and time, {UNITS} units x {PERIODS}, {DRAWS} draws"
    _told(name, times, "csdid", 5)
    _told(name, times, "diff-diff", 0.5)


def _panel() -> dict[str, Any]:
    rng = np.random.default_rng(11)
    start = np.where(
        rng.random(UNITS) < 0.45, 0, rng.integers(3, PERIODS - 1, UNITS)
    ).astype(float)
    t = np.arange(1.0, PERIODS + 1)
    treated = (start[:, None] > 0) & (t >= start[:, None])
    rate = rng.normal(35, 8, (UNITS, 1)) + rng.normal(0, 4, PERIODS) - 3 * treated
    return {
        "practice": np.repeat(np.arange(UNITS), PERIODS),
        "quarter": np.tile(t, UNITS),
        "start": np.repeat(start, PERIODS),
        "youths": np.repeat(rng.integers(300, 2500, UNITS).astype(float), PERIODS),
        "rate": (rate + rng.normal(0, 3, rate.shape)).ravel(),
    }


def _ours(frame: dict[str, Any]) -> Callable[[], Any]:
    from dichtbij.insight.effect import group_time_att

    def estimate() -> Any:
        found = group_time_att(
            frame, *COLUMNS, control="not_yet", weights="youths", base="universal"
        )
        event = found.aggregate("dynamic")
        assert np.isfinite(found.band(DRAWS).high).all()
        assert np.isfinite(event.band(DRAWS).high).all()
        return found, event

    return estimate


def _csdid(table: Any) -> Callable[[], Any]:
    with _quiet():
        from csdid.att_gt import ATTgt

    def estimate() -> Any:
        with _quiet():
            fitted = ATTgt(
                yname="rate", tname="quarter", idname="practice", gname="start",
                data=table.copy(), control_group="notyettreated", xformla="rate~1",
                weights_name="youths", cband=True, biters=DRAWS,
            ).fit(est_method="dr", base_period="universal", bstrap=True)  # fmt: skip
            fitted.aggte(typec="dynamic", bstrap=True, cband=True, biters=DRAWS)
        return fitted

    return estimate


def _csdid_cells(fitted: Any) -> dict[tuple[float, float], float]:
    told = fitted.results
    keys = zip(map(float, told["group"]), map(float, told["year"]), strict=True)
    return dict(zip(keys, map(float, told["att"]), strict=True))


def _diff_diff(table: Any) -> Callable[[], Any]:
    with _quiet():
        from diff_diff import CallawaySantAnna, SurveyDesign

    def estimate() -> Any:
        with _quiet():
            fitted = CallawaySantAnna(
                control_group="not_yet_treated", base_period="universal",
                n_bootstrap=DRAWS, bootstrap_weights="mammen", seed=1,
            ).fit(
                table, *COLUMNS, survey_design=SurveyDesign(weights="youths"),
            )  # fmt: skip
            fitted.aggregate("event_study")
        return fitted

    return estimate


def _diff_diff_cells(fitted: Any) -> dict[tuple[float, float], float]:
    return {
        (float(g), float(t)): float(cell["effect"])
        for (g, t), cell in fitted.group_time_effects.items()
    }


def _poisson() -> None:
    """Measure the primary estimate, and the chance of it by dealing out the starts."""
    from dichtbij.insight.effect import poisson_imputation, randomisation_p

    rng = np.random.default_rng(7)
    start = np.repeat([9, 13, 17, 0], PRACTICES // 4).astype(float)
    t = np.arange(1.0, QUARTERS + 1)
    treated = (start[:, None] > 0) & (t >= start[:, None])
    youths = rng.integers(500, 1500, (PRACTICES, 1)) * np.ones(QUARTERS)
    count = rng.poisson(youths * 0.009 * np.where(treated, 0.85, 1))
    frame = {
        "practice": np.repeat(np.arange(PRACTICES), QUARTERS),
        "quarter": np.tile(t, PRACTICES),
        "start": np.repeat(start, QUARTERS),
        "youths": youths.ravel(),
        "count": count.ravel().astype(float),
    }
    names = ("count", *COLUMNS[1:], "youths")
    model = _model(frame, ~treated.ravel())
    found = poisson_imputation(frame, *names)
    gap = abs(model() / found.expected - 1)
    figure("Poisson imputation: statsmodels, difference", gap / CELL, "1e-8", n=1)
    assert gap < CELL
    times = _race(
        {"ours": lambda: poisson_imputation(frame, *names), "statsmodels": model}
    )
    name = f"Poisson imputation, {PRACTICES} practices x {QUARTERS}"
    _told(name, times, "statsmodels", 1)
    begun = time.process_time()
    randomisation_p(frame, *names, draws=DRAWS)
    spent = (time.process_time() - begun) * 1000
    figure(f"{name}, {DRAWS} dealings with interval", spent, "ms of CPU", n=1)


def _model(frame: dict[str, Any], free: Any) -> Callable[[], float]:
    """Return a general linear model with dummies that adds up what to expect."""
    with _quiet():
        from statsmodels.genmod.families import Poisson
        from statsmodels.genmod.generalized_linear_model import GLM

    def expected() -> float:
        design = np.column_stack(
            [frame["practice"] == k for k in range(PRACTICES)]
            + [frame["quarter"] == q for q in range(2, QUARTERS + 1)]
        ).astype(float)
        with _quiet():
            fitted = GLM(
                frame["count"][free], design[free], family=Poisson(),
                exposure=frame["youths"][free],
            ).fit()  # fmt: skip
        mean = fitted.predict(design[~free], exposure=frame["youths"][~free])
        return float(mean.sum())

    return expected


def _exits() -> None:
    """Measure Aalen-Johansen with errors; lifelines tells one cause at a time."""
    from dichtbij.insight.survival import aalen_johansen

    say("Loading lifelines ...")
    with _quiet():
        from lifelines import AalenJohansenFitter
    rng = np.random.default_rng(3)
    when, cause = rng.exponential(30, PEOPLE), rng.integers(0, 4, PEOPLE)

    def theirs() -> Any:
        with _quiet():
            return AalenJohansenFitter().fit(when, cause, event_of_interest=1)

    found = aalen_johansen(when, cause)
    curve = theirs().cumulative_density_.iloc[:, 0]
    told = curve.reindex(found.times).to_numpy()
    gap = float(np.abs(told - found.incidence[0]).max())
    figure("Aalen-Johansen: lifelines, difference", gap / CELL, "1e-8", n=PEOPLE)
    assert gap < CELL
    times = _race({"ours": lambda: aalen_johansen(when, cause), "lifelines": theirs})
    _told(f"Aalen-Johansen, {PEOPLE} people", times, "lifelines", 20)


def _equal(name: str, told: dict[tuple[float, float], float], found: Any) -> None:
    """Print the largest difference between the cells; stop when it is too large."""
    keys = list(zip(found.group, found.period, strict=True))
    gap = max(abs(told[k] - a) for k, a in zip(keys, found.estimate, strict=True))
    figure(f"{name}, difference", gap / CELL, "1e-8", n=len(keys))
    assert gap < CELL


def _race(runners: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Return the best time of each in ms of CPU, the rounds taken in turn."""
    best = dict.fromkeys(runners, float("inf"))
    for _ in range(ROUNDS):
        for name, runner in runners.items():
            begun = time.process_time()
            runner()
            best[name] = min(best[name], (time.process_time() - begun) * 1000)
    return best


def _told(name: str, times: dict[str, float], other: str, goal: float) -> None:
    figure(
        name, times["ours"], "ms of CPU", n=ROUNDS,
        versus=f"{other} {version(other)}, goal at least {goal} times as long",
        ratio=times[other] / times["ours"],
    )  # fmt: skip


@contextlib.contextmanager
def _quiet() -> Any:
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        yield
