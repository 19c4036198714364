"""How is one statement looked at, approved, settled, returned and taken along?

For employer and municipality alike: nothing here reaches a record.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import may, open_record, screen
from dichtbij.finance.models import Statement
from dichtbij.finance.paper import reference_of, table_of
from dichtbij.finance.settling import (
    approve_statement,
    return_statement,
    settle_statement,
    withdraw_statement,
)
from dichtbij.organisations.request import Request
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission


class WordsForm(ActionForm):
    """Why a statement goes back."""

    words = forms.CharField(
        label=gettext_lazy("What has to be different"),
        max_length=400,
        error_messages={"required": gettext_lazy("Say what has to be different.")},
    )


def _open(request: Request, uuid: UUID, permission: Permission) -> Statement:
    rows = Statement.objects.select_related(
        "agreement", "holder", "programme", "made_by", "employer_by", "municipality_by"
    ).defer("agreement__pdf")
    return open_record(request.user, rows, uuid, permission)


@screen(Permission.STATEMENT_READ)
def statement(request: Request, uuid: UUID) -> HttpResponse:
    """Show one statement with its lines, and what may be done with it now."""
    return _page(request, _open(request, uuid, Permission.STATEMENT_READ))


def _page(
    request: Request, found: Statement, form: ActionForm | None = None
) -> HttpResponse:
    draft, sent = found.status == "draft", found.status == "sent"
    mine = found.made_by_id == request.user.pk
    context = {
        "statement": found,
        "lines": found.lines.all(),
        "difference": found.given_minutes - found.committed_minutes,
        "may_approve": draft and not mine and may(Permission.STATEMENT_APPROVE, found),
        "own_draft": draft and mine,
        "may_withdraw": draft and may(Permission.STATEMENT_PREPARE, found),
        "may_settle": sent and may(Permission.STATEMENT_SETTLE, found),
        "form": form or WordsForm(),
        "words_form": form if isinstance(form, WordsForm) else WordsForm(),
    }
    return render(request, "portal/pages/statement.html", context)


def _do(
    request: Request,
    uuid: UUID,
    permission: Permission,
    act: Callable[..., Any],
    form: ActionForm,
    done: str,
) -> HttpResponse:
    found = _open(request, uuid, permission)
    if not form.perform(act, statement=found, by=request.user):
        found.refresh_from_db()
        return _page(request, found, form)
    messages.success(request, done)
    return redirect("hours")


@require_POST
@screen(Permission.STATEMENT_APPROVE)
def approve(request: Request, uuid: UUID) -> HttpResponse:
    """Approve for the employer."""
    return _do(
        request, uuid, Permission.STATEMENT_APPROVE, approve_statement,
        ActionForm(request.POST), _("The statement went to the municipality."),
    )  # fmt: skip


@require_POST
@screen(Permission.STATEMENT_SETTLE)
def settle(request: Request, uuid: UUID) -> HttpResponse:
    """Approve for the municipality."""
    return _do(
        request, uuid, Permission.STATEMENT_SETTLE, settle_statement,
        ActionForm(request.POST), _("The statement is settled."),
    )  # fmt: skip


@require_POST
@screen(Permission.STATEMENT_SETTLE)
def send_back(request: Request, uuid: UUID) -> HttpResponse:
    """Return it to the employer."""
    return _do(
        request, uuid, Permission.STATEMENT_SETTLE, return_statement,
        WordsForm(request.POST), _("The statement went back to the employer."),
    )  # fmt: skip


@require_POST
@screen(Permission.STATEMENT_PREPARE)
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    """Drop it before the employer approved it."""
    return _do(
        request, uuid, Permission.STATEMENT_PREPARE, withdraw_statement,
        WordsForm(request.POST), _("The statement was dropped; make it anew."),
    )  # fmt: skip


@screen(Permission.STATEMENT_READ)
def paper(request: Request, uuid: UUID) -> HttpResponse:
    """Give the stored bytes of a statement that was settled."""
    found = _open(request, uuid, Permission.STATEMENT_READ)
    if found.pdf is None:
        raise Http404
    answer = HttpResponse(bytes(found.pdf), content_type="application/pdf")
    return _named(answer, found, "pdf")


@screen(Permission.STATEMENT_READ)
def table(request: Request, uuid: UUID) -> HttpResponse:
    """Give the lines as a table; a spreadsheet reads its first sign to know UTF-8."""
    found = _open(request, uuid, Permission.STATEMENT_READ)
    text = "\ufeff" + table_of(found)
    answer = HttpResponse(text.encode(), content_type="text/csv; charset=utf-8")
    return _named(answer, found, "csv")


def _named(answer: HttpResponse, found: Statement, ending: str) -> HttpResponse:
    name = f"{_('statement')}-{found.month_on:%Y-%m}-{reference_of(found)}.{ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
