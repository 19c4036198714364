"""How do three released figures run over the periods, as a drawing?

A value that is shown as "<10" is a gap in the line: where it would lie tells whether it
is 0 or 5. A count is drawn over periods of one length: no half year beside a year.
The same values stand in the table of indicators.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from dichtbij.insight.council import BACK
from dichtbij.insight.released import SMALL, Released
from dichtbij.insight.released_figures import Measured, measure
from dichtbij.insight.released_words import name_of, period_words, value_words
from dichtbij.shared.charts.figure import Caption, Figure
from dichtbij.shared.charts.process import LineChart, draw_line

DRAWN = ("children_begun", "no_referral", "seen_in_two_weeks")


def charts_of(releases: Sequence[Released], chosen: Released) -> list[Figure]:
    """Return the drawings of a release and what came before; at least two points."""
    course = sorted(
        (one for one in releases if one.ends_on <= chosen.ends_on),
        key=lambda one: one.ends_on,
    )[-BACK - 1 :]
    drawn = (_chart(course, code) for code in DRAWN)
    return [one for one in drawn if one is not None]


def _chart(course: Sequence[Released], code: str) -> Figure | None:
    told = [one for one in course if not one.withheld]
    newest = measure(told[-1], code) if told else None
    if newest is not None and newest.of is None:
        course = [one for one in course if _months(one) == _months(told[-1])]
    found = [None if one.withheld else measure(one, code) for one in course]
    values = [_value(one) for one in found]
    known = [(at, one) for at, one in enumerate(found) if values[at] is not None]
    if len(known) < 2:
        return None
    last = known[-1][1]
    if last is None:
        return None
    share = last.of is not None
    periods = [period_words(one.starts_on, one.ends_on) for one in course]
    return draw_line(
        LineChart(
            labels=periods,
            values=values,
            unit=_("share") if share else _("children"),
            percent=share,
        ),
        Caption(
            key=code.replace("_", "-"),
            title=name_of(code),
            sentence=_sentence(periods, found, known),
            n=last.of if last.of is not None else last.count,
            counted=_("trajectories"),
            data_on=course[-1].ends_on,
        ),
        say=_,
    )


def _months(one: Released) -> int:
    years = one.ends_on.year - one.starts_on.year
    return 12 * years + one.ends_on.month - one.starts_on.month + 1


def _value(one: Measured | None) -> float | None:
    if one is None:
        return None
    if one.of is None:
        return None if one.count < SMALL else float(one.count)
    return None if one.percent is None else one.percent / 100


def _sentence(
    periods: Sequence[str],
    found: Sequence[Measured | None],
    known: Sequence[tuple[int, Measured | None]],
) -> str:
    first, last = known[0], known[-1]
    told = {
        "first": periods[first[0]],
        "then": value_words(first[1]) if first[1] else "",
        "last": periods[last[0]],
        "now": value_words(last[1]) if last[1] else "",
    }
    return _("In %(first)s %(then)s, in %(last)s %(now)s.") % told
