"""Which referrals stand on a page of the list, by key or by what someone looks for?"""

from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q

from dichtbij.referrals.birth_date import BirthDateError, read_birth_date
from dichtbij.referrals.models import Referral, ReferralQuerySet
from dichtbij.shared import clock

PAGE = 25
EPOCH = datetime(1970, 1, 1, tzinfo=clock.UTC)
MICROSECOND = timedelta(microseconds=1)


def key_of(referral: Referral) -> str:
    """Return the place of a referral in the list, as an address may hold it."""
    return f"{(referral.changed_at - EPOCH) // MICROSECOND}_{referral.uuid}"


def older_than(rows: ReferralQuerySet, key: str) -> ReferralQuerySet:
    """Return the referrals after the one with this key, the last changed first.

    An empty or unreadable key starts at the beginning.
    """
    ordered = rows.order_by("-changed_at", "-id")
    place = _read(key)
    if place is None:
        return ordered
    at, uuid = place
    mark = Referral.objects.filter(uuid=uuid).values("id")[:1]
    return ordered.filter(Q(changed_at__lt=at) | Q(changed_at=at, id__lt=mark))


def matching(rows: ReferralQuerySet, typed: str) -> ReferralQuerySet:
    """Return the referrals of children born that day, or with all words in the name."""
    with suppress(BirthDateError):
        born = read_birth_date(typed, clock.today())
        return rows.filter(client__birth_date=born)
    for word in typed.split():
        rows = rows.filter(
            Q(client__given_name__icontains=word)
            | Q(client__family_name__icontains=word)
        )
    return rows


def _read(key: str) -> tuple[datetime, UUID] | None:
    moment, _under, uuid = key.partition("_")
    try:
        return EPOCH + int(moment) * MICROSECOND, UUID(uuid)
    except (ValueError, OverflowError):
        return None
