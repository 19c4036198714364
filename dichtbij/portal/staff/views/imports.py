"""How does one bring a spreadsheet in: template, upload, look, bring in, the rest?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.interop import actions, workbooks
from dichtbij.interop.models import ImportRun
from dichtbij.interop.preview import notes_of, preview_of, rest_of
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import programme_of
from dichtbij.portal.staff.import_form import UploadForm
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission
from dichtbij.shared.uploads import sent_too_much

LATEST = 10


@screen(Permission.IMPORT_RUN)
def imports(request: Request) -> HttpResponse:
    """Choose what to bring in; one's own latest runs stand below."""
    runs = open_list(
        request.user,
        ImportRun.objects.defer("sealed"),
        Permission.IMPORT_RUN,
        limit=LATEST,
    )
    kinds = [ImportRun.Kind(one) for one in actions.kinds_for(actions.employer_here())]
    context = {"kinds": kinds, "runs": runs}
    return render(request, "portal/staff/pages/imports.html", context)


@screen(Permission.IMPORT_RUN)
def import_kind(request: Request, kind: str) -> HttpResponse:
    """Explain one kind of spreadsheet, and take one."""
    label = _checked(kind).label
    sent = request.method == "POST"
    form = UploadForm(request.POST if sent else None, request.FILES if sent else None)
    if sent and sent_too_much(request):
        form = UploadForm()
        messages.error(request, _("This file is too large. At most 20 MB."))
    elif sent and form.perform(
        actions.lay_ready, programme=programme_of(request), by=request.user, kind=kind
    ):
        return redirect("import_run", uuid=form.result.uuid)
    context = {"kind": kind, "label": label, "form": form, "notes": notes_of(kind)}
    return render(request, "portal/staff/pages/import_kind.html", context)


@screen(Permission.IMPORT_RUN)
def import_template(request: Request, kind: str) -> HttpResponse:
    """Give an empty spreadsheet with an example and notes."""
    _checked(kind)
    content = workbooks.template(kind, [note.cells() for note in notes_of(kind)])
    return _file(content, f"{kind}.xlsx")


@screen(Permission.IMPORT_RUN)
def import_run(request: Request, uuid: UUID) -> HttpResponse:
    """Show each row of an upload: new, an update, known already, or wrong."""
    run = _open(request, uuid)
    context = {"run": run, "preview": preview_of(run)}
    return render(request, "portal/staff/pages/import_run.html", context)


@require_POST
@screen(Permission.IMPORT_RUN)
def bring_in(request: Request, uuid: UUID) -> HttpResponse:
    """Write the sound rows."""
    run, form = _open(request, uuid), ActionForm(request.POST)
    if form.perform(actions.bring_in, run=run, by=request.user):
        messages.success(request, _("The sound rows are brought in."))
    elif form.refusal is not None:
        messages.error(request, str(form.refusal))
    return redirect("import_run", uuid=uuid)


@screen(Permission.IMPORT_RUN)
def import_rest(request: Request, uuid: UUID) -> HttpResponse:
    """Give the rows that are wrong, with the reason, to correct and upload again."""
    run = _open(request, uuid)
    rest = rest_of(run)
    if rest is None:
        raise Http404
    return _file(workbooks.workbook(rest.headers, rest.rows), f"{run.kind}-rest.xlsx")


@require_POST
@screen(Permission.IMPORT_RUN)
def throw_away(request: Request, uuid: UUID) -> HttpResponse:
    """Forget what an upload held."""
    run, form = _open(request, uuid), ActionForm(request.POST)
    if form.perform(actions.throw_away, run=run, by=request.user):
        messages.success(request, _("The spreadsheet is forgotten."))
    return redirect("imports")


def _open(request: Request, uuid: UUID) -> ImportRun:
    found: ImportRun = open_record(
        request.user, ImportRun.objects.all(), uuid, Permission.IMPORT_RUN
    )
    return found


def _checked(kind: str) -> ImportRun.Kind:
    """Return the kind when it may be brought in from here. Raises Http404."""
    if kind not in actions.kinds_for(actions.employer_here()):
        raise Http404
    return ImportRun.Kind(kind)


def _file(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=workbooks.TYPE, headers=headers)
