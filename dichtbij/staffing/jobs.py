"""Who hears in time that a registration ends? The team lead, at 90 and at 30 days."""

from datetime import timedelta

from django.db.models import Q
from procrastinate.contrib.django import app

from dichtbij.organisations.models import Membership
from dichtbij.outbox.post import post
from dichtbij.programmes.by_night import at_each_employer
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.staffing.models import ProfessionalRegistration
from dichtbij.staffing.reading import WARN_DAYS


@app.periodic(cron="40 5 * * *")
@app.task(name="dichtbij.staffing.jobs.warn_of_registrations", queue="night")
def warn_of_registrations(timestamp: int = 0) -> None:
    """Mail each team lead once when registrations come within 90 and within 30 days.

    The mail names nobody: who it is stands on the page. Source: LR-103.
    """
    at_each_employer(_warn_in)


def _warn_in(programme: int, holder: int) -> None:
    leads = Membership.objects.active().filter(
        programme=programme, organisation=holder, role=Role.TEAM_LEAD
    )
    people = list(leads.select_related("user").order_by("pk"))
    # Without a team lead nobody was warned: the next night tries again.
    if not people or not _newly_near(programme, holder):
        return
    for membership in people:
        post("term_near", user=membership.user, link="/registraties/")


def _newly_near(programme: int, holder: int) -> int:
    """Mark what came within a term since the last warning; return how many."""
    today, marked = clock.today(), 0
    running = ProfessionalRegistration.objects.on(today).filter(
        programme=programme, holder=holder
    )
    for days in sorted(WARN_DAYS):
        marked += running.filter(
            Q(warned_days=None) | Q(warned_days__gt=days),
            valid_until__lte=today + timedelta(days=days),
        ).update(warned_days=days)
    return marked
