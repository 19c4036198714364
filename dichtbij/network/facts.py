"""What was recorded that a letter about one referral may tell?

Not the text of the conversations: a letter holds what the GP needs (LR-32), and whoever
writes it may add to it.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from dichtbij.care.caseload import GoalProgress, all_goals_of
from dichtbij.care.models import Contact, Trajectory
from dichtbij.clients.models import Client
from dichtbij.referrals import questions
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock

MOST_GOALS = 3
MOST_THEMES = 4


@dataclass(frozen=True)
class Facts:
    """One referral with its help: contacts in order, goals, the next appointment."""

    referral: Referral
    trajectory: Trajectory | None
    contacts: list[Contact]
    goals: list[GoalProgress]
    planned: Appointment | None

    @property
    def child(self) -> Client:
        """Return the child."""
        return self.referral.client

    @property
    def last(self) -> Contact | None:
        """Return the contact held last."""
        return self.contacts[-1] if self.contacts else None

    @property
    def advice(self) -> Contact | None:
        """Return the last contact that advised to refer on, or None."""
        advised = (
            contact
            for contact in reversed(self.contacts)
            if contact.next_step == Contact.NextStep.REFER
        )
        return next(advised, None)

    @property
    def agreements(self) -> str:
        """Return what was agreed last."""
        made = (contact.agreements for contact in reversed(self.contacts))
        return next((text for text in made if text.strip()), "")

    @property
    def questions(self) -> list[str]:
        """Return in words what the family came with, the most important first."""
        first = self.referral.primary_question
        rest = (code for code in self.referral.questions if code != first)
        return [questions.label(code) for code in (first, *rest)]

    @property
    def themes(self) -> list[str]:
        """Return in words what was talked about most."""
        counted = Counter(code for one in self.contacts for code in one.themes)
        return [questions.label(code) for code, _ in counted.most_common(MOST_THEMES)]

    @property
    def present(self) -> list[str]:
        """Return the codes of who was there, each once, in the order they came."""
        there = (who for contact in self.contacts for who in contact.attendance)
        return list(dict.fromkeys(there))


def gather(referral: Referral) -> Facts:
    """Return what was recorded, in five queries at any length."""
    trajectory = (
        Trajectory.objects.filter(referral=referral)
        .select_related("practitioner")
        .first()
    )
    if trajectory is None:
        return Facts(referral, None, [], [], _planned(referral))
    contacts = Contact.objects.filter(trajectory=trajectory).order_by("held_at", "id")
    goals = all_goals_of(trajectory)[:MOST_GOALS]
    return Facts(referral, trajectory, list(contacts), goals, _planned(referral))


def day_of(contact: Contact) -> date:
    """Return the local day of a contact."""
    return calendar.local(contact.held_at).date()


def _planned(referral: Referral) -> Appointment | None:
    return (
        Appointment.objects.filter(
            referral=referral,
            status=Appointment.Status.BOOKED,
            starts_at__gte=clock.now(),
        )
        .order_by("starts_at")
        .first()
    )
