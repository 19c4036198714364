"""What was published of the programme, how, and when does the next follow?

Nothing here is counted now: the page says how much budget a child may spend, never how
many children did (R28: a project leader may work for the municipality).
"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import screen
from dichtbij.insight.actions import set_publication
from dichtbij.insight.publication.due import coming, is_fixed
from dichtbij.insight.publication.ledger import CAP_MILLI
from dichtbij.insight.publication.periods import ONE_DAY
from dichtbij.insight.released import releases_of
from dichtbij.organisations.request import Request
from dichtbij.portal.programme.release_form import PublicationForm, as_it_is
from dichtbij.portal.programme.views.setup import programme_of
from dichtbij.shared.permissions import Permission


@screen(Permission.RELEASE_MANAGE)
def releases(request: Request) -> HttpResponse:
    """List what was published; before the first time, choose how."""
    mine = programme_of(request)
    form = PublicationForm(request.POST or None, initial=as_it_is(mine))
    if request.method == "POST" and form.perform(
        set_publication, programme=mine, by=request.user
    ):
        messages.success(request, _("The settings are saved."))
        return redirect("releases")
    found, following = releases_of(mine.pk), coming(mine)
    context = {
        "programme": mine,
        "releases": found,
        "fixed": is_fixed(mine),
        "form": form,
        "following": following,
        "expected_on": following.matures_on + ONE_DAY,
        "noise": mine.publication_noise,
        "cap": CAP_MILLI // 1000,
    }
    return render(request, "portal/programme/pages/releases.html", context)
