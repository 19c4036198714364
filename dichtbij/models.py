"""Which tables are there? Every model of every domain, for Django's one app."""

from dichtbij.audit.models import Chain, Entry
from dichtbij.care.models import (
    Addendum,
    CareLevel,
    Contact,
    Goal,
    GoalScore,
    Task,
    TimeSpent,
    Trajectory,
)
from dichtbij.clients.models import (
    CareRelation,
    Channel,
    Client,
    EmergencyAccess,
)
from dichtbij.drafts.models import Draft, Submission
from dichtbij.families.models import (
    CapacityJudgement,
    Consent,
    CourtMeasure,
    EmergencyPresumption,
    FamilyMember,
    HelpGround,
    LegalAuthority,
    Objection,
    RuleAcceptance,
    SightDelay,
)
from dichtbij.network.models import Letter, OnwardEvent, OnwardReferral, Signature
from dichtbij.organisations.models import (
    Invitation,
    Membership,
    Municipality,
    Organisation,
    PersonalLink,
    RecoveryCode,
    SharedValue,
    User,
)
from dichtbij.outbox.models import Message
from dichtbij.partners.models import (
    CaseConsultation,
    ConsultationTopic,
    Handover,
    Participant,
    Partner,
    PartnerWait,
)
from dichtbij.privacy.models import EmergencyReview, FileRequest
from dichtbij.programmes.models import (
    ListedPractice,
    Milestone,
    Participation,
    Programme,
    ProgrammeMunicipality,
)
from dichtbij.questionnaires.models import Inquiry, ItemText, Measurement
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.safety.models import Concern, ConcernStep
from dichtbij.scheduling.models import (
    Appointment,
    Closure,
    PracticeDay,
    Room,
    WaitingEntry,
)
from dichtbij.transitions.models import TakeOver, Transition

__all__ = [
    "Addendum",
    "Appointment",
    "CapacityJudgement",
    "CareLevel",
    "CareRelation",
    "CaseConsultation",
    "Chain",
    "Channel",
    "Client",
    "Closure",
    "Concern",
    "ConcernStep",
    "Consent",
    "ConsultationTopic",
    "Contact",
    "CourtMeasure",
    "Draft",
    "EmergencyAccess",
    "EmergencyPresumption",
    "EmergencyReview",
    "Entry",
    "FamilyMember",
    "FileRequest",
    "Goal",
    "GoalScore",
    "Handover",
    "HelpGround",
    "Inquiry",
    "Invitation",
    "ItemText",
    "LegalAuthority",
    "Letter",
    "ListedPractice",
    "Measurement",
    "Membership",
    "Message",
    "Milestone",
    "Municipality",
    "Objection",
    "OnwardEvent",
    "OnwardReferral",
    "Organisation",
    "Participant",
    "Participation",
    "Partner",
    "PartnerWait",
    "PersonalLink",
    "PracticeDay",
    "Programme",
    "ProgrammeMunicipality",
    "RecoveryCode",
    "Referral",
    "ReferralEvent",
    "Room",
    "RuleAcceptance",
    "SharedValue",
    "SightDelay",
    "Signature",
    "Submission",
    "TakeOver",
    "Task",
    "TimeSpent",
    "Trajectory",
    "Transition",
    "User",
    "WaitingEntry",
]
