"""What is planned for a referral? Read from what was fetched with it."""

from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock


def next_planned(referral: Referral) -> Appointment | None:
    """Return the next appointment that is planned and not over, or None.

    Asks nothing when the appointments were prefetched.
    """
    coming = [
        one
        for one in referral.appointments.all()
        if one.status == Appointment.Status.BOOKED and one.ends_at > clock.now()
    ]
    return min(coming, key=lambda one: one.starts_at, default=None)
