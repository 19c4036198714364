"""Which tables are there? Every model of every domain, for Django's one app."""

from dichtbij.audit.models import Chain, Entry
from dichtbij.care.models import (
    Addendum,
    Contact,
    Goal,
    GoalScore,
    Task,
    TimeSpent,
    Trajectory,
)
from dichtbij.clients.models import CareRelation, Channel, Client, Consent
from dichtbij.drafts.models import Draft, Submission
from dichtbij.network.models import Letter
from dichtbij.organisations.models import (
    Invitation,
    Membership,
    Municipality,
    Organisation,
    RecoveryCode,
    SharedValue,
    User,
)
from dichtbij.outbox.models import Message
from dichtbij.programmes.models import (
    ListedPractice,
    Milestone,
    Participation,
    Programme,
    ProgrammeMunicipality,
)
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.scheduling.models import (
    Appointment,
    Closure,
    PracticeDay,
    Room,
    WaitingEntry,
)

__all__ = [
    "Addendum", "Appointment", "CareRelation", "Chain", "Channel", "Client", "Closure",
    "Consent", "Contact", "Draft", "Entry", "Goal", "GoalScore", "Invitation",
    "Letter", "ListedPractice", "Membership", "Message", "Milestone",
    "Municipality", "Organisation", "Participation", "PracticeDay", "Programme",
    "ProgrammeMunicipality", "RecoveryCode", "Referral", "ReferralEvent", "Room",
    "SharedValue", "Submission",
    "Task", "TimeSpent", "Trajectory", "User", "WaitingEntry",
]  # fmt: skip
