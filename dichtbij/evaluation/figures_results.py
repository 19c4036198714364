"""How is drawn what an outcome rests on: where help ended, the course, the money?

Each has a sentence, of how many and of when, and a table as its twin. All comes from
released counts, from what practices returned, or from prices that people gave.
"""

from typing import Any

from django.utils.translation import gettext as _

from dichtbij.evaluation.figures import caption_of, under
from dichtbij.evaluation.parts import Drawn, Grid, decimal, grid_of, name_of
from dichtbij.evaluation.wording import euros, rounded, signed
from dichtbij.shared.charts.comparing import Swing, Tornado, draw_tornado
from dichtbij.shared.charts.effects import (
    EventStudy,
    InterruptedSeries,
    draw_event_study,
    draw_series,
)
from dichtbij.shared.charts.flow import Flow, Link, draw_flow

Numbers = dict[str, Any]
SMALL = 10


def ends_figure(numbers: Numbers) -> Drawn | None:
    """Return how the closed trajectories ended, as a flow; None when nothing may."""
    found = numbers["outcomes"]
    links = _links(found) if found else []
    if len(links) < 2:
        return None
    title = _("How the closed trajectories ended.")
    figure = draw_flow(
        Flow(
            [Link(_("Closed trajectories"), *link) for link in links],
            _("Closed in these periods"),
            _("How it ended"),
        ),
        caption_of(numbers, "ends", _("How help ended"), title, found["closed"]),
        _,
    )
    grid = grid_of("outcomes", title, found["rows"], _("How it ended"))
    told = under(numbers, found["closed"], _("closed trajectories"))
    return Drawn(figure, told, grid)


def _links(found: Numbers) -> list[tuple[str, int]]:
    """Return each way to end that may be told, and the others together.

    Were the others together fewer than ten, the smallest told way joins them.
    """
    told = [(code, count) for code, count, _p in found["rows"] if count >= SMALL]
    rest = found["closed"] - sum(count for _code, count in told)
    if 0 < rest < SMALL and told:
        least = min(told, key=lambda one: one[1])
        told.remove(least)
        rest += least[1]
    links = [(name_of("outcomes", code), count) for code, count in told]
    return [*links, (_("otherwise, or not known"), rest)] if rest > 0 else links


def course_figure(numbers: Numbers) -> Drawn | None:
    """Return the difference by time from the start, or None where none is told."""
    found = numbers["effect"].get("course")
    if not found or found["reason"]:
        return None
    points = found["points"]
    title, across, before, after = _span_words(found["span"])
    when, value, low, high, band_low, band_high = zip(*points, strict=True)
    figure = draw_event_study(
        EventStudy(
            periods=when,
            estimate=value,
            low=low,
            high=high,
            band_low=band_low,
            band_high=band_high,
            unit=_("difference with what was expected, in percent"),
            detectable=found["detectable"],
            decimals=0,
            across=across,
        ),
        caption_of(
            numbers, "course", _("Before and after the start"), title,
            found["practices"],
        ),
        _,
    )  # fmt: skip
    rows = tuple(
        (
            before % {"n": -at} if at < 0 else after % {"n": at + 1},
            f"{signed(mean / 100)}%",
            _range(one, other),
            _range(least, most),
        )
        for at, mean, one, other, least, most in points
    )
    head = (
        _("When"), _("Difference"), _("Range of this part"),
        _("Range of all together"),
    )  # fmt: skip
    return Drawn(figure, _read(found), Grid(title, head, rows))


def series_figure(numbers: Numbers) -> Drawn | None:
    """Return referrals before and after one start, where there is no comparison."""
    found = numbers["effect"].get("series")
    if not found or found["reason"]:
        return None
    title = _("Referrals by GPs per 1,000 youths a year, by quarter.")
    when, seen, expected, low, high = zip(*found["points"], strict=True)
    labels = [f"{at // 4} K{at % 4 + 1}" for at in when]
    figure = draw_series(
        InterruptedSeries(
            labels, seen, expected, low, high, found["start"],
            _("per 1,000 youths a year"), decimals=1,
        ),
        caption_of(
            numbers, "series", _("Referrals before and after the start"), title,
            found["practices"],
        ),
        _,
    )  # fmt: skip
    rows = tuple(
        (label, decimal(one), *(("-", "-") if mean is None else _around(mean, *limits)))
        for label, one, mean, *limits in zip(
            labels, seen, expected, low, high, strict=True
        )
    )
    head = (
        _("Quarter"),
        _("Referrals"),
        _("As its own course led to expect"),
        _("Range"),
    )
    return Drawn(figure, _alone(found), Grid(title, head, rows))


def _around(mean: float, low: float, high: float) -> tuple[str, str]:
    told = {"low": decimal(low), "high": decimal(high)}
    return decimal(mean), _("%(low)s to %(high)s") % told


def _alone(found: Numbers) -> str:
    told = {
        "practices": found["practices"],
        "size": signed(found["ratio"] - 1),
        "low": signed(found["low"] - 1),
        "high": signed(found["high"] - 1),
    }
    words = _(
        "%(practices)s practices that started at the same time. From the start on the "
        "level differs %(size)s%% (%(low)s%% to %(high)s%%) from what the quarters "
        "before led to expect. Without practices to compare with this only describes: "
        "whatever else changed at that time is in it as well."
    )
    return words % told


def _span_words(span: int) -> tuple[str, str, str, str]:
    """Return title, words along the axis, and the name of a part on either side."""
    title = _("Referrals by GPs against what was expected without the help, by %s.")
    words = {
        1: (
            _("quarter"),
            _("quarters from the start"),
            _("quarter %(n)s before the start"),
            _("quarter %(n)s with the help"),
        ),
        2: (
            _("half-year"),
            _("half-years from the start"),
            _("half-year %(n)s before the start"),
            _("half-year %(n)s with the help"),
        ),
        4: (
            _("year"),
            _("years from the start"),
            _("year %(n)s before the start"),
            _("year %(n)s with the help"),
        ),
    }
    name, across, before, after = words[span]
    return title % name, across, before, after


def _range(low: float, high: float) -> str:
    told = {"low": f"{signed(low / 100)}%", "high": f"{signed(high / 100)}%"}
    return _("%(low)s to %(high)s") % told


def _read(found: Numbers) -> str:
    told = {
        "practices": found["practices"],
        "size": decimal(found["detectable"], 0),
        "draws": found["draws"],
    }
    words = _(
        "%(practices)s practices; 0 is the first part with the help. Where a bar "
        "crosses zero, no difference was shown in that part. Over all together only "
        "%(size)s%% or more could be shown. A part of which less than half was seen is "
        "left out. Ranges come from dealing out the starts %(draws)s times."
    )
    return words % told


def swings_figure(numbers: Numbers) -> Drawn | None:
    """Return what each assumption does to a year, or None without amounts."""
    found = numbers["saving"]
    if found["reason"] or "swings" not in found:
        return None
    base = _base(found)
    title = _("What a year yields when one thing is otherwise; below zero it costs.")
    names = {
        "difference": _("Difference in referrals (limits of 95 percent)"),
        "price": _("Price of a referral (an example)"),
        "cost": _("Cost of the help (an example)"),
    }
    swings = found["swings"]
    figure = draw_tornado(
        Tornado(
            [
                Swing(names[name], low_out, high_out, _percent(low), _percent(high))
                for name, low, high, low_out, high_out in swings
            ],
            base,
            _("euros in a year"),
            _("as estimated"),
        ),
        caption_of(numbers, "swings", _("What matters most"), title, 1),
        _,
    )
    grid = Grid(
        title,
        (_("What is otherwise"), _("From, to"), _("At the first"), _("At the second")),
        tuple(
            (
                names[name],
                f"{_percent(low)}, {_percent(high)}",
                euros(rounded(low_out)),
                euros(rounded(high_out)),
            )
            for name, low, high, low_out, high_out in swings
        ),
    )
    words = _(
        "As estimated a year yields %(base)s. Prices as given in the table above."
    )
    return Drawn(figure, words % {"base": euros(rounded(base))}, grid)


def _base(found: Numbers) -> float:
    """Return the saving at the estimate itself: halfway the two prices."""
    row = next(row for row in found["swings"] if row[0] == "price")
    return float(row[3] + row[4]) / 2


def _percent(value: float) -> str:
    return f"{signed(value / 100)}%"
