"""With whom do we talk about this child, about what, and what was agreed?"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.care.caseload import open_trajectory_of
from dichtbij.care.models import Trajectory
from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.organisations.request import Request
from dichtbij.partners.agenda import choices
from dichtbij.partners.consulting import call_consultation, request_consent
from dichtbij.partners.directory import matching
from dichtbij.partners.models import Partner
from dichtbij.portal.staff.around import agreed_about, asking_page, with_topics
from dichtbij.portal.staff.consult_form import initial_of
from dichtbij.portal.staff.directory_form import DirectoryFilter
from dichtbij.portal.staff.folder import folder
from dichtbij.portal.staff.meeting_form import AskForm, PlanMeetingForm
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

PAGE = 25
MOST_PARTNERS = 6  # [design] more people is no talk about one child


@screen(Permission.CONSULTATION_WRITE)
def plan_consultation(request: Request, uuid: UUID) -> HttpResponse:
    """Choose a partner, then the topics that are agreed, then when."""
    client = _open(request, uuid)
    trajectory = open_trajectory_of(client)
    if trajectory is None:
        messages.info(request, _("There is no running help to talk about."))
        return redirect("child_network", uuid=client.uuid)
    partners = _chosen(request)
    if not partners or "nog" in request.GET:
        return _choose(request, client, partners)
    key = f"meeting/{trajectory.uuid}"
    draft = None if request.POST else draft_of(request.user, key)
    form = PlanMeetingForm(
        request.POST or None,
        partners=partners,
        choices=choices(client, partners),
        initial={"on": clock.today()} | _typed(draft),
    )
    if form.perform(call_consultation, trajectory=trajectory, by=request.user):
        drop_draft(request.user, key)
        messages.success(request, _("The consultation is planned. Now invite."))
        return redirect("consultation", uuid=form.result.uuid)
    context = folder(client) | {
        "form": form,
        "partners": partners,
        "draft_key": key,
        "restored": bool(draft),
        "more": len(partners) < MOST_PARTNERS,
    }
    return render(request, "portal/staff/pages/meeting_plan.html", context)


def _open(request: Request, uuid: UUID) -> Client:
    found: Client = open_record(
        request.user,
        Client.objects.select_related("practice", "programme"),
        uuid,
        Permission.CONSULTATION_WRITE,
    )
    return found


def _typed(draft: dict[str, list[str]] | None) -> dict[str, Any]:
    found = initial_of(draft or {})
    if draft and "topics" in draft:
        found["topics"] = draft["topics"]
    return found


def _chosen(request: Request) -> Sequence[Partner]:
    """Return the partners that the address names, by name; nonsense is nobody."""
    asked = []
    for told in request.GET.getlist("partner")[:MOST_PARTNERS]:
        try:
            asked.append(UUID(told))
        except ValueError:
            continue
    if not asked:
        return []
    return open_list(
        request.user,
        Partner.objects.filter(uuid__in=asked, ended_on=None).order_by("name", "id"),
        Permission.PARTNER_READ,
    )


def _choose(
    request: Request, client: Client, chosen: Sequence[Partner]
) -> HttpResponse:
    """Offer the partners that the family agreed about first, then the directory."""
    asked = DirectoryFilter(request.GET)
    found = open_list(
        request.user,
        matching(**asked.asked(), after=str(request.GET.get("na", ""))),
        Permission.PARTNER_READ,
        limit=PAGE + 1,
    )
    kept = "".join(f"&partner={one.uuid}" for one in chosen)
    rows = [one for one in found[:PAGE] if one not in chosen]
    agreed = [one for one in agreed_about(client) if one not in chosen]
    context = folder(client) | {
        "agreed": with_topics(client, agreed),
        "rows": [one for one in rows if one not in agreed],
        "chosen": chosen,
        "kept": kept,
        "filter": asked,
        "next_url": f"?na={found[PAGE - 1].uuid}{kept}&nog=1"
        if len(found) > PAGE
        else "",
    }
    return render(request, "portal/staff/pages/meeting_choose.html", context)


@require_POST
@screen(Permission.CONSULTATION_WRITE)
def ask_consent(request: Request, uuid: UUID) -> HttpResponse:
    """Keep as a task that the family is asked, and go where their answer is noted."""
    client = _open(request, uuid)
    partners = open_list(
        request.user,
        Partner.objects.filter(ended_on=None),
        Permission.PARTNER_READ,
    )
    form = AskForm(request.POST, partners=partners)
    trajectory = open_trajectory_of(client)
    if trajectory is None or not _asked(form, trajectory, request):
        messages.error(request, _("Choose a partner and a topic to ask about."))
        return redirect("child_network", uuid=client.uuid)
    told = form.arguments()
    messages.success(request, _("Asking the family is one of your tasks now."))
    return redirect(asking_page(client, told["partner"], told["topics"]))


def _asked(form: AskForm, trajectory: Trajectory, request: Request) -> bool:
    return form.perform(request_consent, trajectory=trajectory, by=request.user)
