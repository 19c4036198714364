"""What about this one consultation: who comes, what was said, does the family know?"""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import may, open_list, open_record, screen
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.organisations.request import Request
from dichtbij.partners import consulting
from dichtbij.partners.agenda import choices, topics_with
from dichtbij.partners.calling import involved, may_text, topics_of
from dichtbij.partners.models import CaseConsultation, Participant, Partner
from dichtbij.portal.staff.consult_form import initial_of
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.meeting_form import (
    ChangeMeetingForm,
    InviteForm,
    MinutesForm,
    ParticipantForm,
)
from dichtbij.portal.staff.meeting_page import page_of
from dichtbij.shared import calendar
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Permission

WRITE = Permission.CONSULTATION_WRITE


def _open(request: Request, uuid: UUID, permission: Permission) -> CaseConsultation:
    found: CaseConsultation = open_record(
        request.user,
        CaseConsultation.objects.select_related(
            "client__practice", "called_by", "trajectory__referral"
        ),
        uuid,
        permission,
    )
    return found


@screen(Permission.CONSULTATION_READ)
def consultation(request: Request, uuid: UUID) -> HttpResponse:
    """Show participants, topics, minutes, promises and whether the family knows."""
    found = _open(request, uuid, Permission.CONSULTATION_READ)
    return _page(request, found)


def _page(
    request: Request, found: CaseConsultation, form: MinutesForm | None = None
) -> HttpResponse:
    key = f"minutes/{found.uuid}"
    draft = draft_of(request.user, key) if form is None else None
    form = form or _minutes_form(found, initial_of(draft or {}))
    context = folder(found.client, "child_network") | page_of(found)
    context |= {
        "form": form,
        "draft_key": key,
        "restored": bool(draft),
        "may_meet": may(WRITE, found),
    }
    return render(request, "portal/staff/pages/meeting.html", context)


def _minutes_form(
    found: CaseConsultation, initial: dict[str, Any], data: Any = None
) -> MinutesForm:
    return MinutesForm(
        data,
        initial=initial,
        topics=topics_of(found),
        owners=involved(found.client),
    )


@require_POST
@screen(WRITE)
def hold_consultation(request: Request, uuid: UUID) -> HttpResponse:
    """Record that it was held: minutes, promises, and the family's receipt."""
    found = _open(request, uuid, WRITE)
    form = _minutes_form(found, {}, request.POST)
    if not form.perform(
        consulting.hold_consultation, consultation=found, by=request.user
    ):
        return _page(request, found, form)
    drop_draft(request.user, f"minutes/{found.uuid}")
    messages.success(request, _("The consultation is recorded."))
    if form.cleaned_data["receipt"]:
        _send(request, found)
    return redirect("consultation", uuid=found.uuid)


@require_POST
@screen(WRITE)
def send_receipt(request: Request, uuid: UUID) -> HttpResponse:
    """Let the family read who talked about what."""
    found = _open(request, uuid, WRITE)
    _send(request, found)
    return redirect("consultation", uuid=found.uuid)


def _send(request: Request, found: CaseConsultation) -> None:
    form = ActionForm({})
    if form.perform(consulting.send_receipt, consultation=found, by=request.user):
        messages.success(request, _("The family can read it on their page now."))
    else:
        messages.warning(request, str(form.refusal))


@screen(WRITE)
def change_consultation(request: Request, uuid: UUID) -> HttpResponse:
    """Another moment, place or set of topics; the invited hear of it."""
    found = _open(request, uuid, WRITE)
    starts = calendar.local(found.starts_at)
    form = ChangeMeetingForm(
        request.POST or None,
        choices=choices(found.client, _partners(found)),
        initial={
            "on": starts.date(),
            "at": starts.time(),
            "place": found.place,
            "topics": topics_of(found),
        },
    )
    if form.perform(
        consulting.change_consultation, consultation=found, by=request.user
    ):
        messages.success(request, _("The consultation has changed."))
        return redirect("consultation", uuid=found.uuid)
    context = folder(found.client) | {"form": form, "consultation": found}
    return render(request, "portal/staff/pages/meeting_change.html", context)


def _partners(found: CaseConsultation) -> list[Partner]:
    seats = found.participants.filter(ended_at=None).select_related("partner")
    return [seat.partner for seat in seats if seat.partner is not None]


@require_POST
@screen(WRITE)
def cancel_consultation(request: Request, uuid: UUID) -> HttpResponse:
    """Call it off; the invited hear of it."""
    found = _open(request, uuid, WRITE)
    form = ActionForm({})
    if form.perform(
        consulting.cancel_consultation, consultation=found, by=request.user
    ):
        messages.success(request, _("The consultation was called off."))
    else:
        messages.error(request, str(form.refusal))
    return redirect("consultation", uuid=found.uuid)


@screen(WRITE)
def add_participant(request: Request, uuid: UUID) -> HttpResponse:
    """Call one more person: of a partner that may be told about every topic."""
    found = _open(request, uuid, WRITE)
    listed = open_list(
        request.user,
        Partner.objects.filter(ended_on=None).order_by("name", "id"),
        Permission.PARTNER_READ,
    )
    topics = set(topics_of(found))
    covered = topics_with(found.client, listed)
    able = [partner for partner in listed if topics <= covered[partner.pk]]
    form = ParticipantForm(request.POST or None, partners=able)
    if form.perform(consulting.add_participant, consultation=found, by=request.user):
        messages.success(request, _("This person is in the list now."))
        return redirect("consultation", uuid=found.uuid)
    context = folder(found.client) | {
        "form": form,
        "consultation": found,
        "able": able,
    }
    return render(request, "portal/staff/pages/meeting_participant.html", context)


def _seat(request: Request, uuid: UUID) -> Participant:
    found: Participant = open_record(
        request.user,
        Participant.objects.select_related("consultation", "partner", "client"),
        uuid,
        WRITE,
    )
    return found


@require_POST
@screen(WRITE)
def invite_participant(request: Request, uuid: UUID) -> HttpResponse:
    """Mail the link and show the code, this once, unless it goes by text message."""
    seat = _seat(request, uuid)
    form = InviteForm(request.POST)
    if not form.perform(consulting.invite, participant=seat, by=request.user):
        messages.error(request, str(form.refusal))
        return redirect("consultation", uuid=seat.consultation.uuid)
    context = folder(seat.client) | {
        "seat": seat,
        "given": form.result,
        "texted": form.cleaned_data["by_text"],
        "may_text": may_text(seat),
    }
    return render(request, "portal/staff/pages/meeting_invited.html", context)


@require_POST
@screen(WRITE)
def uninvite_participant(request: Request, uuid: UUID) -> HttpResponse:
    """Take someone from the list; the link opens nothing more."""
    seat = _seat(request, uuid)
    form = ActionForm({})
    if form.perform(consulting.uninvite, participant=seat, by=request.user):
        messages.success(request, _("This person is no longer invited."))
    return redirect("consultation", uuid=seat.consultation.uuid)
