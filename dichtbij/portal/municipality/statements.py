"""What is there to settle, and what was settled: totals of an agreement and a month?

Never split by kind of hour or by person, and no count of children (R30).
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_list
from dichtbij.finance.models import Statement
from dichtbij.shared.permissions import Permission


def statements_page(request: HttpRequest) -> HttpResponse:
    """Show whoever pays the statements: those that wait first."""
    found = open_list(
        request.user,  # type: ignore[arg-type]
        Statement.objects.select_related("agreement", "holder").defer(
            "pdf", "agreement__pdf"
        ),
        Permission.STATEMENT_READ,
    )
    waiting = [one for one in found if one.status == Statement.Status.SENT]
    context = {
        "waiting": waiting,
        "others": [one for one in found if one not in waiting],
    }
    return render(request, "portal/municipality/pages/statements.html", context)
