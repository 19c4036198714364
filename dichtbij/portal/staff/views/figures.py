"""What do the indicators say of one's own files, and which files are those?"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from dichtbij.audit.doors import may, open_list, screen
from dichtbij.insight.indicators import evaluate, last_year, rows_of, trend
from dichtbij.insight.indicators_dictionary import BY_CODE, INDICATORS
from dichtbij.insight.indicators_rows import day_of
from dichtbij.insight.indicators_terms import THEMES, Indicator, Unit
from dichtbij.insight.indicators_values import IndicatorValue
from dichtbij.insight.quarters import quarter_words
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.figure_drawings import drawings_of
from dichtbij.portal.staff.folder import programme_of
from dichtbij.shared import clock
from dichtbij.shared.charts.figure import Caption, Figure
from dichtbij.shared.charts.process import LineChart, draw_line
from dichtbij.shared.permissions import Permission

PAGES = "portal/staff/pages"
PAGE = 50
# Which rows a list shows, by the word in its address.
PARTS = {
    "teller": gettext_lazy("What counts"),
    "noemer": gettext_lazy("What it is counted over"),
    "onbekend": gettext_lazy("What is not known"),
}


@screen(Permission.INSIGHT_READ)
def indicator_values(request: Request) -> HttpResponse:
    """Show every indicator over the last year, in its theme; no practice, no person."""
    programme, period = programme_of(request), last_year(clock.today())
    values = [evaluate(one, request.user, programme, period) for one in INDICATORS]
    context = {
        "period": period,
        "themes": [
            (words, [one for one in values if one.indicator.theme == theme])
            for theme, words in THEMES.items()
        ],
        "reads_dictionary": may(Permission.INDICATOR_READ),
    }
    return render(request, f"{PAGES}/indicator_values.html", context)


@screen(Permission.INSIGHT_READ)
def indicator_value(request: Request, code: str) -> HttpResponse:
    """Show the course of one indicator and, when asked, the rows it is made of."""
    indicator = BY_CODE.get(code)
    if indicator is None:
        raise Http404
    programme, period = programme_of(request), last_year(clock.today())
    part = str(request.GET.get("lijst", ""))
    quarters = trend(indicator, request.user, programme, clock.today())
    context: dict[str, Any] = {
        "indicator": indicator,
        "value": evaluate(indicator, request.user, programme, period),
        "quarters": [(quarter_words(one.period.first), one) for one in quarters],
        "figure": _figure(indicator, quarters),
        "drawings": drawings_of(indicator, request.user, programme, period),
        "parts": PARTS.items(),
        "part": PARTS.get(part, ""),
        "has_rows": rows_of(indicator, request.user, programme, period) is not None,
    }
    if part in PARTS:
        context |= _listed(request, indicator, part)
    return render(request, f"{PAGES}/indicator_value.html", context)


@dataclass(frozen=True)
class Line:
    """One row of a list: whose it is, where, and on which day."""

    row: Any
    day: Any


def _listed(request: Request, indicator: Indicator, part: str) -> dict[str, Any]:
    """Open the rows of one part, newest first, a page at a time."""
    period = last_year(clock.today())
    rows = rows_of(indicator, request.user, programme_of(request), period)
    if rows is None:
        raise Http404
    chosen = {
        "teller": rows.numerator(),
        "noemer": rows.known(),
        "onbekend": rows.every.filter(rows.unknown),
    }[part]
    found = open_list(
        request.user,
        chosen.filter(_after(request))
        .select_related("client__practice")
        .order_by("-pk"),
        Permission.INSIGHT_READ,
        limit=PAGE + 1,
    )
    lines = [Line(row, day_of(row, rows.day)) for row in found[:PAGE]]
    address = reverse("indicator_value", args=[indicator.code])
    more = len(found) > PAGE
    last = found[PAGE - 1].pk if more else 0
    return {
        "lines": lines,
        "next_url": f"{address}?lijst={part}&na={last}" if more else "",
    }


def _after(request: Request) -> Q:
    told = str(request.GET.get("na", ""))
    return Q(pk__lt=int(told)) if told.isdecimal() and len(told) < 19 else Q()


def _figure(indicator: Indicator, quarters: list[IndicatorValue]) -> Figure:
    """Draw the course over quarters; a quarter with too few stays open."""
    percent = indicator.unit == Unit.PERCENT
    scale = 100 if indicator.unit == Unit.CENTS else 1
    values = [None if one.value is None else one.value / scale for one in quarters]
    known = sum(value is not None for value in values)
    caption = Caption(
        key=indicator.code.replace("_", "-"),
        title=str(indicator.name),
        sentence=gettext(
            "Per quarter, over two years. The last quarter still changes; a quarter "
            "with too few stays open."
        ),
        n=sum(one.n for one in quarters),
        counted=gettext("counted rows"),
        data_on=clock.today(),
    )
    chart = LineChart(
        labels=[quarter_words(one.period.first) for one in quarters],
        values=values if known else [],
        unit=str(indicator.unit_words),
        percent=percent,
    )
    return draw_line(
        chart if known else LineChart([], [], str(indicator.unit_words)),
        caption,
        gettext,
    )
