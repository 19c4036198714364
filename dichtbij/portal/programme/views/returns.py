"""Which referrals did practices tell of, per quarter, and how does one tell?"""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import may, open_list, screen
from dichtbij.insight import cbs
from dichtbij.insight.baseline import Baseline, baseline
from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import quarter_words
from dichtbij.insight.return_table import PracticeReturns, returns_of
from dichtbij.insight.returning import PracticeQuarter, correct_return, give_return
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.return_form import ReturnForm
from dichtbij.portal.programme.views.setup import programme_of
from dichtbij.programmes.models import ListedPractice
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission, relation_for
from dichtbij.shared.walls import standing

PAGES = "portal/programme/pages"


@screen(Permission.RETURN_READ)
def returns(request: Request) -> HttpResponse:
    """List the practices with the quarters they told of, and those that are missing."""
    lines = _lines(request)
    leads = may(Permission.PROGRAMME_MANAGE)
    panel = baseline(programme_of(request)) if leads else None
    areas = programme_of(request).municipalities.all()
    context = {
        "lines": lines,
        "missing": sum(bool(line.missing) for line in lines),
        "leads": leads,
        "imports": may(Permission.IMPORT_RUN),
        "panel": panel,
        "left_out": _left_out(panel) if panel else [],
        "country": cbs.comparison(cbs.COUNTRY),
        "areas": [(area.name, cbs.comparison(area.name)) for area in areas],
    }
    return render(request, f"{PAGES}/returns.html", context)


@screen(Permission.RETURN_WRITE)
def practice_returns(request: Request, uuid: UUID) -> HttpResponse:
    """Show what one practice told, and take one quarter or its correction."""
    line = next((one for one in _lines(request, uuid) if _is_own(one)), None)
    if line is None:
        raise Http404
    quarters = sorted({*line.wanted, *(one.quarter_on for one in line.given)})
    form = ReturnForm(
        request.POST or None, quarters=quarters[::-1], initial=_beside(request, line)
    )
    if request.POST and _told(form, line, request):
        messages.success(request, _("This quarter is noted."))
        return redirect("practice_returns", uuid)
    context = {
        "line": line,
        "practice": line.listed.practice,
        "rows": [(quarter_words(one.quarter_on), one) for one in line.given],
        "earlier": _earlier(request, line),
        "form": form,
    }
    return render(request, f"{PAGES}/practice_returns.html", context)


def _lines(request: Request, practice: UUID | None = None) -> list[PracticeReturns]:
    """Return the practices on the list that one may tell of, in order."""
    where = standing()
    chosen: dict[str, Any] = {"practice__uuid": practice} if practice else {}
    if where is not None and not _reads_all(where.role):
        chosen["practice__in"] = where.practices
    found = open_list(
        request.user,
        ListedPractice.objects.filter(**chosen)
        .select_related("practice", "programme")
        .order_by("practice__name"),
        Permission.RETURN_READ,
    )
    given = open_list(
        request.user,
        QuarterlyReturn.objects.filter(
            practice__in=[one.practice_id for one in found]
        ).current(),
        Permission.RETURN_READ,
    )
    return returns_of(found, given, clock.today())


def _reads_all(role: str) -> bool:
    return relation_for(Permission.PROGRAMME_MANAGE, role) is not None


def _is_own(line: PracticeReturns) -> bool:
    place = PracticeQuarter(line.listed, clock.today())
    return may(Permission.RETURN_WRITE, place)


def _beside(request: Request, line: PracticeReturns) -> dict[str, Any]:
    """Return what the form begins with: the return to correct, or the last source."""
    asked = str(request.GET.get("kwartaal", ""))
    for one in line.given:
        if one.quarter_on.isoformat() == asked:
            names = (
                "referrals", "youths", "supplier", "source", "complete_percent",
            )  # fmt: skip
            return {"quarter_on": asked} | {name: getattr(one, name) for name in names}
    last = line.given[0] if line.given else None
    missing = line.missing
    return {
        "quarter_on": asked or (missing[-1].isoformat() if missing else ""),
        "youths": last.youths if last else None,
        "supplier": last.supplier if last else "",
        "source": last.source if last else "",
    }


def _told(form: ReturnForm, line: PracticeReturns, request: Request) -> bool:
    """Give a quarter that is new, or put a line in the place of the one that holds."""
    quarter = form.quarter()
    if quarter is None:
        return False
    for one in line.given:
        if one.quarter_on == quarter:
            return form.perform(correct_return, given=one, by=request.user)
    place = PracticeQuarter(line.listed, quarter)
    return form.perform(give_return, place=place, by=request.user)


def _earlier(request: Request, line: PracticeReturns) -> list[tuple[str, Any]]:
    """Return the lines that were corrected, newest first."""
    found = open_list(
        request.user,
        QuarterlyReturn.objects.filter(practice=line.listed.practice_id)
        .exclude(corrected_by=None)
        .order_by("-given_at"),
        Permission.RETURN_READ,
    )
    return [(quarter_words(one.quarter_on), one) for one in found]


def _left_out(panel: Baseline) -> list[tuple[str, str, str]]:
    """Return what cannot be used: practice, quarters in words, and the sentence."""
    grouped: dict[tuple[int, str], list[date]] = {}
    for one in panel.left_out:
        days = grouped.setdefault((one.practice, one.reason), [])
        if one.quarter_on is not None:
            days.append(one.quarter_on)
    words = {(one.practice, one.reason): str(one.words) for one in panel.left_out}
    return [
        (
            panel.names.get(practice, ""),
            ", ".join(quarter_words(day) for day in days),
            words[practice, reason],
        )
        for (practice, reason), days in grouped.items()
    ]
