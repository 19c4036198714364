"""What were families told about waiting, and what happened, per practice?"""

from collections import defaultdict
from datetime import timedelta

from dichtbij.insight.calibration import Calibration, Told, calibrate
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar, clock

WINDOW = timedelta(weeks=52)  # [design] a promise needs time to come out


def kept_promises(user: User) -> dict[str, Calibration | None]:
    """Return per practice how the promised range compares; None: too few to tell.

    Of referrals of the last year that were given a range. One query.
    """
    rows = (
        Referral.objects.visible_to(user)
        .filter(
            received_at__gte=clock.now() - WINDOW,
            promised_median_days__isnull=False,
            promised_p90_days__isnull=False,
        )
        .exclude(status__in=(Referral.Status.DECLINED, Referral.Status.WITHDRAWN))
        .values_list(
            "practice__name",
            "received_at",
            "promised_median_days",
            "promised_p90_days",
            "trajectory__first_consult_on",
            "trajectory__closed_on",
        )
    )
    told: dict[str, list[Told]] = defaultdict(list)
    for practice, received, median, p90, consult, closed in rows:
        if consult is None and closed is not None:
            continue  # left before a conversation: nothing came of the promise
        until = consult or clock.today()
        waited = max(0, (until - calendar.local(received).date()).days)
        told[practice].append(Told(median, p90, waited, consult is not None))
    return {practice: calibrate(told[practice]) for practice in sorted(told)}
