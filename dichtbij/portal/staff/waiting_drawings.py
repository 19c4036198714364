"""How do referrals and waiting go over time, drawn for a team lead?"""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.insight.arrivals import Arrivals, arrivals
from dichtbij.insight.balance import waited_days
from dichtbij.insight.quarters import quarter_words
from dichtbij.insight.waiting_course import waiting_course
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.charts.comparing import Multiples, Panel, draw_multiples
from dichtbij.shared.charts.figure import Caption, Figure
from dichtbij.shared.charts.process import (
    BarChart,
    LineChart,
    ProcessChart,
    draw_bars,
    draw_line,
    draw_process,
)

WEEK = 5  # working days
AGES = ("0-5", "6-10", "11-15", "16-20", "21+")


def arrivals_figure(user: User, programme: Programme) -> Figure | None:
    """Draw what came in: with limits where months hold enough, else per quarter."""
    found = arrivals(user, programme)
    if found is None or not any(found.counts):
        return None
    if found.choice.xmr_allowed:
        return draw_process(_with_limits(found), _caption(found), _)
    chart = LineChart(
        [quarter_words(start) for start in found.starts],
        [float(count) for count in found.counts],
        _("referrals a quarter"),
    )
    return draw_line(chart, _caption(found), _)


def _with_limits(found: Arrivals) -> ProcessChart:
    from dichtbij.insight.spc import xmr

    chart = xmr(found.counts[:-1])
    mean, lower, upper = (
        [*map(float, one), float(one[-1])]
        for one in (chart.mean, chart.lower, chart.upper)
    )
    return ProcessChart(
        labels=[date_format(start, "b Y") for start in found.starts],
        values=[float(count) for count in found.counts],
        mean=mean,
        lower=lower,
        upper=upper,
        point_type=[*chart.point_type, "common_cause"],
        unit=_("referrals a month"),
        variation=chart.variation,
        unripe=1,
    )


def _caption(found: Arrivals) -> Caption:
    if found.choice.xmr_allowed:
        sentence = _(
            "Between the limits months differ by chance: only a marked point asks for "
            "a question. This month is not over yet."
        )
    else:
        sentence = _(
            "Per quarter and without limits: with so few months, or so few referrals a "
            "month, chance alone would look like change. This quarter is not over yet."
        )
    return Caption(
        key="arrivals",
        title=_("How many children were referred"),
        sentence=sentence,
        n=sum(found.counts),
        counted=_("referrals received"),
        data_on=clock.today(),
    )


def ages_figure(user: User, programme: Programme) -> Figure | None:
    """Draw how long who waits now has waited; None: nobody waits."""
    waited = waited_days(user)
    if not waited:
        return None
    last = len(AGES) - 1
    places = [min((max(days, 1) - 1) // WEEK, last) for days in waited]
    norm = programme.first_consult_norm_days
    return draw_bars(
        BarChart(
            labels=AGES,
            values=[float(places.count(at)) for at in range(len(AGES))],
            unit=_("families"),
            across=_("working days since the referral"),
            norm_after=min(-(-norm // WEEK), last),
            norm_words=_("norm: %(days)s days") % {"days": norm},
            beyond_words=_("waits longer than the norm"),
        ),
        Caption(
            key="ages",
            title=_("How long families have waited that wait now"),
            sentence=_(
                "Who waits for a first conversation, by working days since referral."
            ),
            n=len(waited),
            counted=_("families that wait"),
            data_on=clock.today(),
        ),
        _,
    )


def waiting_figure(user: User, programme: Programme) -> Figure | None:
    """Draw how waiting went in each practice, side by side; None: nothing to draw."""
    found = waiting_course(user, programme)
    if not found.practices:
        return None
    return draw_multiples(
        Multiples(
            [Panel(name, medians) for name, medians in found.practices],
            [quarter_words(quarter) for quarter in found.quarters],
            _("days in which half the families had a first conversation"),
        ),
        Caption(
            key="waiting-course",
            title=_("How waiting went, practice by practice"),
            sentence=_(
                "By the quarter in which families were referred, on one scale and in "
                "order of name. Those still waiting count along; a quarter with fewer "
                "than ten referrals is left open."
            ),
            n=found.n,
            counted=_("referrals received"),
            data_on=clock.today(),
        ),
        _,
    )
