"""How long will a family wait in this practice? What may honestly be told (R20)."""

from datetime import timedelta

from dichtbij.insight.survival import WaitingRange, median_and_p90
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar, clock

WINDOW = timedelta(weeks=26)  # Source: R20


def promised_range(user: User, practice_id: int) -> WaitingRange | None:
    """Return the waiting from receipt to first conversation of one practice, in days.

    Over the last 26 weeks, with those still waiting included; who was returned or
    withdrew stops waiting on that day. None with fewer than ten referrals. Two
    queries at most. Source: R20.
    """
    today = clock.today()
    waited: list[int] = []
    met: list[bool] = []
    rows = (
        Referral.objects.visible_to(user)
        .filter(practice=practice_id, received_at__gte=clock.now() - WINDOW)
        .values_list(
            "received_at",
            "status",
            "decided_at",
            "trajectory__first_consult_on",
            "trajectory__closed_on",
        )
    )
    for received, status, decided, consult, closed in rows:
        gone = status in (Referral.Status.DECLINED, Referral.Status.WITHDRAWN)
        left = calendar.local(decided).date() if gone else closed
        end = consult or left or today
        waited.append(max(0, (end - calendar.local(received).date()).days))
        met.append(consult is not None)
    return median_and_p90(waited, met)
