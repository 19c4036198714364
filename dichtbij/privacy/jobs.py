"""Which terms are near or past? Each night, for every employer that keeps files."""

from datetime import timedelta

from django.urls import reverse
from procrastinate.contrib.django import app

from dichtbij.clients.models import Client
from dichtbij.organisations.models import User
from dichtbij.outbox.models import Message
from dichtbij.outbox.post import post
from dichtbij.privacy.glass import privacy_officers
from dichtbij.privacy.models import EmergencyReview, FileRequest
from dichtbij.privacy.terms import ensure_owner, warn_on
from dichtbij.programmes.by_night import at_each_employer
from dichtbij.shared import clock

TERM_NEAR = "term_near"


@app.periodic(cron="0 5 * * *")
@app.task(name="dichtbij.privacy.jobs.watch_terms", queue="night")
def watch_terms(timestamp: int = 0) -> None:
    """Give each open question an owner, and warn of near terms; twice is once."""
    at_each_employer(_watch)


def _watch(programme: int, holder: int) -> None:
    today = clock.today()
    asked = FileRequest.objects.filter(programme=programme, holder=holder).waiting()
    for one in asked.select_related("client").defer("pdf"):
        task = ensure_owner(one)
        if warn_on(one) <= today:
            _warn(one.client, [task.owner] if task is not None else [])
    due = EmergencyReview.objects.filter(
        programme=programme,
        holder=holder,
        reviewed_at=None,
        due_on__lte=today + timedelta(days=1),
    )
    for review in due.select_related("client"):
        _warn(review.client, [])


def _warn(client: Client, owners: list[User]) -> None:
    """Send each one neutral mail a day at most, however many terms are near."""
    since = clock.now() - timedelta(hours=20)
    for user in [*owners, *privacy_officers(client)]:
        told = Message.objects.filter(kind=TERM_NEAR, user=user, created_at__gte=since)
        if not told.exists():
            officer = user not in owners
            link = reverse("access") if officer else reverse("today")
            post(TERM_NEAR, user=user, link=link)
