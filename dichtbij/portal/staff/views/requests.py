"""What does a family ask of its file, and how is it answered in time?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.clients.models import Client
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.request_form import AnswerForm, NoteForm, RefuseForm
from dichtbij.privacy.actions import (
    answer_request,
    note_request,
    preview_of,
    refuse_request,
)
from dichtbij.privacy.dossier import Gathering
from dichtbij.privacy.models import FileRequest
from dichtbij.privacy.terms import hard_stop_on
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

PAGE = 25


@screen(Permission.REQUEST_ANSWER)
def file_requests(request: Request, uuid: UUID) -> HttpResponse:
    """List what was asked of one file, and note what came by letter or voice."""
    client = open_record(
        request.user,
        Client.objects.select_related("practice"),
        uuid,
        Permission.REQUEST_ANSWER,
    )
    form = NoteForm(request.POST or None, client=client)
    if (
        request.POST
        and form.is_valid()
        and form.perform(note_request, member=form.member, by=request.user)
    ):
        messages.success(request, _("The question is noted."))
        return redirect("file_request", uuid=form.result.uuid)
    rows = open_list(
        request.user,
        FileRequest.objects.filter(client=client)
        .select_related("member", "answered_by")
        .defer("pdf")
        .order_by("-asked_at", "-id"),
        Permission.REQUEST_ANSWER,
        limit=PAGE,
    )
    told = {"form": form, "rows": rows, "today": clock.today()}
    return render(
        request, "portal/staff/pages/file_requests.html", folder(client) | told
    )


@screen(Permission.REQUEST_ANSWER)
def file_request(request: Request, uuid: UUID) -> HttpResponse:
    """Answer one question about a file, or refuse it on a ground."""
    asked = _open(request, uuid)
    copy = asked.kind == FileRequest.Kind.COPY and asked.status == "asked"
    gathering = Gathering(asked.member) if copy else None
    texts = gathering.may_be_chosen() if gathering is not None else ()
    act = str(request.POST.get("act", ""))
    answer = AnswerForm(request.POST if act == "answer" else None, texts=texts)
    refusal = RefuseForm(
        request.POST if act == "refuse" else None,
        kind=asked.kind,
        auto_id="refuse_%s",
    )
    told = {"file_request": asked, "by": request.user}
    done = (act == "answer" and answer.perform(answer_request, **told)) or (
        act == "refuse" and refusal.perform(refuse_request, **told)
    )
    if done:
        messages.success(request, _("The answer is recorded."))
        return redirect("file_request", uuid=asked.uuid)
    return render(
        request,
        "portal/staff/pages/file_request.html",
        folder(asked.client)
        | {"asked": asked, "answer": answer, "refusal": refusal, "act": act}
        | {"today": clock.today(), "hard_stop": hard_stop_on(asked)}
        | {"left_out": len(gathering.left_out) if gathering is not None else 0},
    )


@never_cache
@screen(Permission.REQUEST_ANSWER)
def file_copy(request: Request, uuid: UUID) -> HttpResponse:
    """Show the copy: as it was given, or as it would be given now."""
    asked = _open(request, uuid)
    if asked.pdf is not None:
        content = bytes(asked.pdf)
    else:
        try:
            content = preview_of(asked)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("file_request", uuid=asked.uuid)
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = "inline; filename=kopie.pdf"
    return answer


def _open(request: Request, uuid: UUID) -> FileRequest:
    found: FileRequest = open_record(
        request.user,
        FileRequest.objects.select_related(
            "client__practice", "client__holder", "client__programme",
            "member__client__practice", "member__client__holder",
            "member__client__programme", "answered_by",
        ),
        uuid,
        Permission.REQUEST_ANSWER,
    )  # fmt: skip
    return found
