"""Which figures stand in a report, drawn from what was released?

Each has a sentence, of how many and of when, and a table as its twin. Counts below ten
are drawn alike, because nobody may see which they are.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from dichtbij.evaluation.parts import (
    Drawn,
    Grid,
    day,
    decimal,
    grid_of,
    name_of,
    period,
    shown,
)
from dichtbij.shared.charts.comparing import (
    Funnel,
    FunnelLine,
    FunnelPoint,
    Multiples,
    Panel,
    draw_funnel,
    draw_multiples,
)
from dichtbij.shared.charts.figure import Caption
from dichtbij.shared.charts.process import BarChart, draw_bars

Numbers = dict[str, Any]
LOWEST_BAR = 5
# Under a bar there is room for one word.
BRIEF = {"left": gettext_lazy("left"), "waiting": gettext_lazy("waits")}
STANDING = {
    "within": gettext_noop("within the lines"),
    "outside_95": gettext_noop("outside the lines of 95%"),
    "outside_998": gettext_noop("outside the lines of 99.8%"),
}


def access_figure(numbers: Numbers) -> Drawn:
    """Return how soon families were met, as bars with the norm."""
    access = numbers["access"]
    norm = access["norm_days"]
    sentence = _("How many working days from referral to the first consult.")
    grid = grid_of("access", sentence, access["rows"], _("Working days"))
    bands = [code for code, _n, _p in access["rows"]]
    ends = {5: 1, 10: 2, 15: 3, 20: 4}
    return _bars(
        numbers,
        "access",
        _("First consult"),
        grid,
        (access["rows"], access["started"]),
        norm_after=ends.get(norm) if len(bands) > ends.get(norm, 0) else None,
        norm_words=_("norm: %(days)s days") % {"days": norm},
        beyond_words=_("later, left or waiting"),
    )


def _bars(
    numbers: Numbers, key: str, title: str, grid: Grid, rows: Any, **norm: Any
) -> Drawn:
    told, n = rows
    figure = draw_bars(
        BarChart(
            labels=[str(BRIEF.get(code, name_of(key, code))) for code, _n, _p in told],
            values=[float(max(count, LOWEST_BAR)) for _c, count, _p in told],
            tops=[shown(count) for _c, count, _p in told],
            unit=_("number of children"),
            **norm,
        ),
        caption_of(numbers, key, title, grid.title, n),
        _,
    )
    return Drawn(figure, under(numbers, n, _("referrals received")), grid)


def rates_figure(numbers: Numbers) -> Drawn | None:
    """Return referrals per 1,000 youths in both groups; None when none may be told."""
    effect = numbers["effect"]
    rows = effect["rates"]
    if not any(rate is not None for _q, *rates in rows for rate in rates):
        return None
    sides = (_("Practices with the help"), _("Other practices"))
    panels = [
        Panel(side, [row[at] for row in rows])
        for at, side in enumerate(sides, start=1)
        if any(row[at] is not None for row in rows)
    ]
    title, unit, head = _span_words(effect.get("rates_span"))
    grid = Grid(
        title,
        (head, *sides),
        tuple((_axis(row[0]), *(_rate(rate) for rate in row[1:])) for row in rows),
    )
    figure = draw_multiples(
        Multiples(panels, [_axis(row[0]) for row in rows], unit, decimals=1),
        caption_of(
            numbers, "rates", _("Referrals over time"), title, effect["practices"]
        ),
        _,
    )
    under = _("%(n)s practices that returned their referrals; until %(day)s.")
    told = {"n": effect["practices"], "day": period(effect["last"])}
    return Drawn(figure, under % told, grid)


def _span_words(span: int | None) -> tuple[str, str, str]:
    """Return title, unit and head; without a span rates were of a quarter."""
    yearly = _("per 1,000 youths a year")
    words = {
        1: (
            _("Referrals by GPs per 1,000 youths a year, by quarter."),
            yearly,
            _("Quarter"),
        ),
        2: (
            _("Referrals by GPs per 1,000 youths a year, by half-year."),
            yearly,
            _("Half-year"),
        ),
        4: (_("Referrals by GPs per 1,000 youths, by year."), yearly, _("Year")),
    }
    old = (
        _("Referrals by GPs per 1,000 youths, by quarter."),
        _("per 1,000 youths"),
        _("Quarter"),
    )
    return words.get(span or 0, old)


def _axis(code: str) -> str:
    """Return a period as it stands along an axis."""
    year, _space, part = code.partition(" ")
    if not part.startswith("H"):
        return code
    return _("%(year)s half %(number)s") % {"year": year, "number": part[1:]}


def _rate(rate: float | None) -> str:
    return _("too few") if rate is None else decimal(rate)


def funnel_figure(numbers: Numbers) -> Drawn | None:
    """Return practices between the lines of chance, without names, or None."""
    found = numbers["practices"]
    if found["reason"]:
        return None
    title = _("Referrals per 1,000 youths in a year, per practice by its size.")
    figure = draw_funnel(
        Funnel(
            [FunnelPoint("", size, rate, at) for size, rate, at in found["points"]],
            [FunnelLine(*line) for line in found["lines"]],
            found["target"],
            _("per 1,000 youths"),
            _("youths in the practice"),
        ),
        caption_of(numbers, "funnel", _("Practices"), title, found["practices"]),
        _,
    )
    grid = Grid(
        title,
        (_("Youths, rounded"), _("Per 1,000"), _("Place")),
        tuple(
            (str(size), decimal(rate, 0), _(STANDING[at]))
            for size, rate, at in found["points"]
        ),
    )
    under = _("%(n)s practices, without names and in order of size.")
    return Drawn(figure, under % {"n": found["practices"]}, grid)


def caption_of(
    numbers: Numbers, key: str, title: str, sentence: str, n: int
) -> Caption:
    """Return what is said about a figure of the report."""
    return Caption(
        key=f"report-{key}",
        title=title,
        sentence=sentence,
        n=n,
        counted=_("children"),
        data_on=date.fromisoformat(numbers["programme"]["until"]),
    )


def under(numbers: Numbers, n: int, counted: str) -> str:
    """Return of how many of what a figure is, and until when."""
    told = {
        "n": shown(n),
        "counted": counted,
        "day": day(numbers["programme"]["until"]),
    }
    return _("n = %(n)s %(counted)s; published figures until %(day)s.") % told
