"""What is recorded of one contact, and is it complete?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dichtbij.care.models import Activity, Contact, Trajectory
from dichtbij.families.actions import givers
from dichtbij.families.answers import Party
from dichtbij.families.facts import ask
from dichtbij.families.models import Consent
from dichtbij.referrals import questions
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused

# Who may have been there; the order is the order on screen.
PRESENT = {
    "child": gettext_lazy("young person"),
    "parent_1": gettext_lazy("parent"),
    "parent_2": gettext_lazy("other parent"),
    "family": gettext_lazy("others of the family"),
    "school": gettext_lazy("school"),
    "local_team": gettext_lazy("CJG or local team"),
    "gp": gettext_lazy("GP"),
}
ATTENDANCE = tuple(PRESENT)
LONGEST_MINUTES = 720
# Getting to know each other, judging, arranging and reporting go on: those are no
# treatment. [design, R19]
TREATMENT = frozenset(
    {
        Activity.TREATMENT,
        Activity.PARENTING,
        Activity.PSYCHO_EDUCATION,
        Activity.BRIDGING,
    }
)


@dataclass(frozen=True)
class Consult:
    """What was recorded of one contact; minutes per activity, scores per goal id."""

    attendance: Sequence[str]
    themes: Sequence[str]
    text: str = ""
    agreements: str = ""
    next_step: str = Contact.NextStep.NONE
    next_step_words: str = ""
    next_step_on: date | None = None
    minutes: Mapping[str, int] = field(default_factory=dict)
    scores: Mapping[int, int] = field(default_factory=dict)
    by_telephone: bool = False
    held_at: datetime | None = None


def check_consult(trajectory: Trajectory, consult: Consult, held_at: datetime) -> None:
    """Raise Refused, with what to do, when the record of a contact is not whole.

    A closed trajectory, nobody present, no theme, unknown codes, no minutes, a moment
    in the future, or treatment while consent is incomplete (R19).
    """
    if trajectory.closed_on is not None:
        raise Refused(_("This help is closed. A new referral opens it again."))
    if held_at > clock.now():
        raise Refused(_("This moment lies in the future."))
    if not consult.attendance or set(consult.attendance) - set(ATTENDANCE):
        raise Refused(_("Say who was there."))
    if not consult.themes or set(consult.themes) - set(questions.LABELS):
        raise Refused(_("Choose at least one theme from the list."))
    if consult.next_step not in Contact.NextStep.values:
        raise Refused(_("Choose what the next step is."))
    _check_numbers(consult)
    _check_treatment(trajectory, consult, held_at)


def _check_numbers(consult: Consult) -> None:
    if not consult.minutes or set(consult.minutes) - set(Activity.values):
        raise Refused(_("Say how many minutes it took, and for what."))
    if any(not 0 < minutes <= LONGEST_MINUTES for minutes in consult.minutes.values()):
        raise Refused(_("Minutes are a whole number from 1 to 720."))
    if any(not 0 <= score <= 10 for score in consult.scores.values()):
        raise Refused(_("A goal gets a score from 0 to 10."))


def _check_treatment(trajectory: Trajectory, consult: Consult, at: datetime) -> None:
    """Raise Refused for treatment at a moment when consent was not complete."""
    if not TREATMENT & set(consult.minutes):
        return
    answer = ask(trajectory.client, "help", Party(""), at=at)
    if answer.allowed:
        return
    who = ", ".join(str(Consent.Giver(one).label) for one in givers(answer.missing))
    raise Refused(
        _(
            "Treatment waits for the consent of: %(who)s. Note it on the family page, "
            "or choose another kind of time. Your text stays here."
        )
        % {"who": who}
    )


def present_words(contact: Contact) -> list[str]:
    """Return who was there, in words."""
    return [str(PRESENT.get(who, who)) for who in contact.attendance]


def theme_words(contact: Contact) -> list[str]:
    """Return what it was about; the second level says its first level too."""
    said = {code[:3] for code in contact.themes if len(code) > 3}
    return [questions.label(code) for code in contact.themes if code not in said]
