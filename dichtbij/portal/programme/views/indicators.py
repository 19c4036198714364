"""What is counted here, in words, and which organisations agreed with that?"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import may, screen
from dichtbij.insight.agreeing import agree_with_indicator, agreed_by
from dichtbij.insight.indicators_dictionary import BY_CODE, INDICATORS
from dichtbij.insight.indicators_terms import THEMES
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.indicator_form import AgreeForm
from dichtbij.portal.programme.views.setup import programme_of
from dichtbij.shared.permissions import Permission


@screen(Permission.INDICATOR_READ)
def indicators(request: Request) -> HttpResponse:
    """Show the dictionary, to read and to print, with who agreed."""
    agreed, here = agreed_by(programme_of(request)), request.membership.organisation_id
    lines = [
        (
            one,
            agreed.get(one.code, []),
            any(row.organisation_id == here for row in agreed.get(one.code, [])),
        )
        for one in INDICATORS
    ]
    context = {
        "themes": [
            (words, [line for line in lines if line[0].theme == theme])
            for theme, words in THEMES.items()
        ],
        "count": len(INDICATORS),
        "agrees": may(Permission.INDICATOR_AGREE),
        "reads_own": may(Permission.INSIGHT_READ),
    }
    return render(request, "portal/programme/pages/indicators.html", context)


@require_POST
@screen(Permission.INDICATOR_AGREE)
def agree_indicator(request: Request, code: str) -> HttpResponse:
    """Note that one's organisation agrees with a definition."""
    if code not in BY_CODE:
        raise Http404
    form = AgreeForm(request.POST)
    if form.perform(
        agree_with_indicator,
        programme=programme_of(request),
        by=request.user,
        indicator=code,
    ):
        messages.success(request, _("It is noted that your organisation agrees."))
    else:
        messages.error(request, str(form.refusal or _("Read the definition again.")))
    return redirect("indicators")
