"""Which tables are there? Every model of every domain, for Django's one app."""

from dichtbij.agreements.models import (
    AgreedDay,
    AgreedHours,
    Agreement,
    AgreementParty,
    EvaluationMoment,
    ReportingDuty,
    Tariff,
)
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
from dichtbij.finance.models import (
    Statement,
    StatementLine,
    WeekConfirmation,
    WorkEntry,
)
from dichtbij.interop.models import ImportRun, PastTrajectory
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
    ParticipationPause,
    PatientCount,
    Programme,
    ProgrammeMunicipality,
)
from dichtbij.questionnaires.models import Inquiry, ItemText, Measurement
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.rosters.models import CalendarFeed, Cover
from dichtbij.safety.models import Concern, ConcernStep
from dichtbij.scheduling.models import (
    Appointment,
    Closure,
    PracticeDay,
    Room,
    SlotHold,
    WaitingEntry,
)
from dichtbij.staffing.models import ProfessionalRegistration, RegistrationOverride
from dichtbij.transitions.models import TakeOver, Transition
from dichtbij.waiting.models import Offer, OfferWeighing

__all__ = [
    "Addendum",
    "AgreedDay",
    "AgreedHours",
    "Agreement",
    "AgreementParty",
    "Appointment",
    "CalendarFeed",
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
    "Cover",
    "Draft",
    "EmergencyAccess",
    "EmergencyPresumption",
    "EmergencyReview",
    "Entry",
    "EvaluationMoment",
    "FamilyMember",
    "FileRequest",
    "Goal",
    "GoalScore",
    "Handover",
    "HelpGround",
    "ImportRun",
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
    "Offer",
    "OfferWeighing",
    "OnwardEvent",
    "OnwardReferral",
    "Organisation",
    "Participant",
    "Participation",
    "ParticipationPause",
    "Partner",
    "PartnerWait",
    "PastTrajectory",
    "PatientCount",
    "PersonalLink",
    "PracticeDay",
    "ProfessionalRegistration",
    "Programme",
    "ProgrammeMunicipality",
    "RecoveryCode",
    "Referral",
    "ReferralEvent",
    "RegistrationOverride",
    "ReportingDuty",
    "Room",
    "RuleAcceptance",
    "SharedValue",
    "SightDelay",
    "Signature",
    "SlotHold",
    "Statement",
    "StatementLine",
    "Submission",
    "TakeOver",
    "Tariff",
    "Task",
    "TimeSpent",
    "Trajectory",
    "Transition",
    "User",
    "WaitingEntry",
    "WeekConfirmation",
    "WorkEntry",
]
