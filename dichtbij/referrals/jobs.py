"""Which mails go out by themselves? The weekly digest, without a name (issue 2, 2)."""

from datetime import timedelta

from django.urls import reverse
from procrastinate.contrib.django import app

from dichtbij.outbox.models import Message
from dichtbij.outbox.post import post
from dichtbij.programmes.by_night import in_each_practice
from dichtbij.programmes.models import Participation
from dichtbij.referrals.actions import readers_in_practice
from dichtbij.referrals.models import Referral
from dichtbij.shared import clock

WEEK = timedelta(days=7)


@app.periodic(cron="0 6 * * 1")
@app.task(name="dichtbij.referrals.jobs.weekly_digest", queue="night")
def weekly_digest(timestamp: int = 0) -> None:
    """Tell each practice that something changed this week; twice is once."""
    in_each_practice(_digest_of)


def _digest_of(participation: Participation) -> None:
    since = clock.now() - WEEK
    changed = Referral.objects.filter(
        programme=participation.programme_id,
        practice=participation.practice_id,
        changed_at__gte=since,
    )
    if not changed.exists():
        return
    for user in readers_in_practice(
        participation.practice_id, participation.programme_id
    ):
        # A second run in the same week finds the first one's message.
        told = Message.objects.filter(
            kind="digest",
            user=user,
            programme=participation.programme_id,
            created_at__gte=clock.now() - timedelta(days=6),
        )
        if not told.exists():
            post("digest", user=user, link=reverse("referrals"))
