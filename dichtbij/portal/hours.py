"""Which hours are there for whoever asks: the own week, the team's, or what is owed?"""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dichtbij.agreements.models import Agreement
from dichtbij.audit.doors import open_record, screen
from dichtbij.finance.accounting import AgreedMonth
from dichtbij.finance.actions import (
    confirm_week,
    correct_hours,
    minutes_now,
    note_hours,
    prepare_statement,
)
from dichtbij.finance.hours import own_week
from dichtbij.finance.models import WorkEntry
from dichtbij.organisations.request import Request
from dichtbij.portal.municipality.statements import statements_page
from dichtbij.portal.staff.hours_form import CorrectHoursForm, PrepareForm
from dichtbij.portal.staff.hours_pages import note_form, own_weeks, team_hours
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import standing


@screen(Permission.HOURS_READ)
def hours(request: Request) -> HttpResponse:
    """Show the own week, the team's month, or the statements, by where one stands."""
    where = standing()
    if where is None:
        raise Denied("hours")
    if where.role == Role.PRACTITIONER:
        return own_weeks(request, note_form(request, posted=False))
    return team_hours(request) if where.holders else statements_page(request)


@require_POST
@screen(Permission.HOURS_WRITE)
def note(request: Request) -> HttpResponse:
    """Note hours beside the contacts."""
    form = note_form(request, posted=True)
    place = form.place()
    if not form.perform(note_hours, participation=place, by=request.user):
        return own_weeks(request, form)
    messages.success(request, _("The hours are noted."))
    return redirect("hours")


@screen(Permission.HOURS_WRITE)
def correct(request: Request, uuid: UUID) -> HttpResponse:
    """Say what a line should have been."""
    entry: WorkEntry = open_record(  # type: ignore[assignment]
        request.user,
        WorkEntry.objects.filter(corrects=None).select_related("practice"),
        uuid,
        Permission.HOURS_WRITE,
    )
    form = CorrectHoursForm(request.POST or None)
    if request.POST and form.perform(correct_hours, entry=entry, by=request.user):
        messages.success(request, _("The hours are corrected."))
        return redirect("hours")
    context = {"entry": entry, "form": form, "now": minutes_now(entry)}
    return render(request, "portal/staff/pages/correct_hours.html", context)


@require_POST
@screen(Permission.HOURS_WRITE)
def confirm(request: Request) -> HttpResponse:
    """Confirm a week of one's own with one tap."""
    try:
        week_on = date.fromisoformat(request.POST.get("week", ""))
    except ValueError as nonsense:
        raise Http404 from nonsense
    try:
        confirm_week(week=own_week(week_on), by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The week is confirmed."))
    return redirect("hours")


@require_POST
@screen(Permission.STATEMENT_PREPARE)
def prepare(request: Request) -> HttpResponse:
    """Make the statement of a month."""
    form = PrepareForm(request.POST)
    if not form.is_valid():
        raise Http404
    agreement = open_record(
        request.user,
        Agreement.objects.defer("pdf"),
        form.agreed(),
        Permission.AGREEMENT_READ,
    )
    month = AgreedMonth(agreement, form.cleaned_data["month"])
    try:
        made = prepare_statement(month=month, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("hours")
    return redirect("statement", uuid=made.uuid)
