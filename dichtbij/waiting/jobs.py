"""What happens by itself to offers? Their term passes, and the time is free again."""

from django.db.models import Q
from procrastinate.contrib.django import app

from dichtbij.organisations.models import User
from dichtbij.programmes.by_night import in_each_practice
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.waiting.actions import expire_offer
from dichtbij.waiting.models import Offer


@app.periodic(cron="*/5 * * * *")
@app.task(name="dichtbij.waiting.jobs.expire_offers", queue="keeping")
def expire_offers(timestamp: int = 0) -> None:
    """End what nobody answered in time or needs no answer any more; twice is once."""
    in_each_practice(_expire_in)


def _expire_in(participation: Participation) -> None:
    over = Offer.objects.open().filter(
        Q(expires_at__lte=clock.now()) | Q(entry__ended_at__isnull=False),
        practice=participation.practice_id,
    )
    for offer in over.select_related("entry", "client").order_by("id"):
        expire_offer(offer=offer, by=User.objects.system())
