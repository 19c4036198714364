"""What does one need to see to judge a referral: plan, call first, or return?"""

from typing import Any

from dichtbij.care.caseload import first_appointments
from dichtbij.families.actions import lacking_consent
from dichtbij.portal.staff.folder import giver_words, question_words
from dichtbij.portal.staff.forms import ReturnForm, TakeOnForm
from dichtbij.referrals.models import Referral
from dichtbij.shared import clock


def judging(referral: Referral) -> dict[str, Any]:
    """Return the context of the three choices; the target date is preset."""
    return {
        "referral": referral,
        "questions": question_words(referral),
        "waits_days": referral.days_waiting(clock.today()),
        "channels": list(referral.client.channels.order_by("id")),
        "lacking": giver_words(lacking_consent(referral.client)),
        "booked": first_appointments([referral.pk]).get(referral.pk),
        "plan_form": TakeOnForm(initial={"target_on": referral.target_on}),
        "return_form": ReturnForm(),
    }
