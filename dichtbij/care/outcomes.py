"""Which ways out lie near each other, so that twenty outcomes read as five?"""

from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import Outcome

# Every outcome of domain.md 3.7 stands in exactly one group.
GROUPS = (
    (_("Solved, or back to the GP"), (Outcome.SOLVED, Outcome.GP)),
    (
        _("Light help nearby"),
        (
            Outcome.FREE,
            Outcome.LOCAL_TEAM,
            Outcome.YOUTH_HEALTH,
            Outcome.SCHOOL,
            Outcome.POH_GGZ,
        ),
    ),
    (
        _("Youth care or health care"),
        (
            Outcome.BASIC_MH,
            Outcome.SPECIALIST_MH,
            Outcome.AMBULATORY,
            Outcome.LVB,
            Outcome.DYSLEXIA,
            Outcome.HOSPITAL,
            Outcome.ADULT_MH,
        ),
    ),
    (_("Not safe"), (Outcome.CRISIS, Outcome.SAFE_HOME)),
    (
        _("Otherwise"),
        (Outcome.ALREADY, Outcome.DROPOUT, Outcome.MOVED, Outcome.UNKNOWN),
    ),
)
