"""Which rules of law does the product follow here, and on whose word?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from dichtbij.audit.doors import screen
from dichtbij.families.actions import accept_rule
from dichtbij.families.rule_table import rule_table
from dichtbij.organisations.request import Request
from dichtbij.portal.privacy.forms import AcceptRuleForm
from dichtbij.portal.staff.folder import programme_of
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission


@screen(Permission.RULE_ACCEPT)
def rules(request: Request) -> HttpResponse:
    """Show the table, and note who answers for a rule that awaits a lawyer."""
    programme = programme_of(request)
    form = AcceptRuleForm(request.POST or None)
    if request.POST and form.perform(accept_rule, programme=programme, by=request.user):
        messages.success(request, _("It is noted."))
        return redirect("rules")
    table = rule_table(programme)
    told = {
        "table": table,
        "waiting": sum(one.waits for one in table),
        "form": form,
        "asked": str(request.POST.get("rule", "")),
        "today": clock.today(),
    }
    return render(request, "portal/privacy/pages/rules.html", told)
