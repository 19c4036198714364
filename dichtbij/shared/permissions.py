"""Who may do what? One table: permission x role, with the relation it takes.

The only matrix of the product (rulings.md R9): routes name a permission, actions check
one, tests expand every route x persona x relation x membership state from it.
"""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a membership makes of a person (architecture.md 2)."""

    GP = "gp", _("GP")
    PRACTICE_ASSISTANT = "practice_assistant", _("practice assistant")
    PRACTITIONER = "practitioner", _("youth practitioner")
    TEAM_LEAD = "team_lead", _("team lead")
    PROJECT_LEADER = "project_leader", _("project leader")
    MUNICIPAL_OFFICER = "municipal_officer", _("policy officer")
    CONTRACT_MANAGER = "contract_manager", _("contract manager")
    PRIVACY_OFFICER = "privacy_officer", _("privacy officer")
    PLATFORM_ADMIN = "platform_admin", _("platform administrator")
    PARTNER = "partner", _("partner in a consultation")
    PARENT = "parent", _("parent")
    YOUNG_PERSON = "young_person", _("young person")


# Who stands at one child, and meets only what the consent engine opens.
FAMILY = frozenset({Role.PARENT, Role.YOUNG_PERSON})
OUTSIDERS = FAMILY | {Role.PARTNER}


class Relation(StrEnum):
    """What must tie a person to the subject of an act."""

    ANY = "any"  # the role alone is enough: no single child is the subject
    PRACTICE = "practice"  # the subject belongs to the practice one works for
    HOLDER = "holder"  # the subject's file is kept by the employer one works for
    CARE = "care"  # an active care relation with the child (LR-31)
    CLIENT = "client"  # one stands at that very child: family, or a partner's case
    PARTY = "party"  # one's organisation is a party to the agreement
    EMERGENCY = "emergency"  # the glass was broken: to look only, for an hour (LR-51)


class Permission(StrEnum):
    """Each thing the product lets a person do."""

    HOME = "home"
    REFERRAL_SUBMIT = "referral_submit"
    REFERRAL_READ = "referral_read"
    REFERRAL_TRIAGE = "referral_triage"
    REFERRAL_WITHDRAW = "referral_withdraw"
    WAITING_LIST_READ = "waiting_list_read"
    APPOINTMENT_BOOK = "appointment_book"
    APPOINTMENT_READ = "appointment_read"
    APPOINTMENT_ATTEND = "appointment_attend"
    DAY_PLAN = "day_plan"
    DAY_READ = "day_read"
    TODAY_READ = "today_read"
    FILE_READ = "file_read"
    FILE_SEARCH = "file_search"
    FILE_WRITE = "file_write"
    LETTER_WRITE = "letter_write"
    LETTER_READ = "letter_read"
    LETTER_PASTE = "letter_paste"
    BALANCE_READ = "balance_read"
    PARTICIPATION_READ = "participation_read"
    FIGURES_READ = "figures_read"
    MEMBERSHIP_MANAGE = "membership_manage"
    DRAFT_KEEP = "draft_keep"
    # The child's file: who belongs to it, who agreed, who may see what.
    FAMILY_READ = "family_read"
    FAMILY_WRITE = "family_write"
    RULE_ACCEPT = "rule_accept"
    LINK_GIVE = "link_give"
    QUESTIONNAIRE_READ = "questionnaire_read"
    QUESTIONNAIRE_WRITE = "questionnaire_write"
    ONWARD_ADVISE = "onward_advise"
    ONWARD_READ = "onward_read"
    ONWARD_PREPARE = "onward_prepare"
    ONWARD_SIGN = "onward_sign"
    PARTNER_READ = "partner_read"
    PARTNER_MANAGE = "partner_manage"
    CONSULTATION_READ = "consultation_read"
    CONSULTATION_WRITE = "consultation_write"
    CONSULTATION_JOIN = "consultation_join"
    CONCERN_READ = "concern_read"
    CONCERN_WRITE = "concern_write"
    EMERGENCY_OPEN = "emergency_open"
    EMERGENCY_REVIEW = "emergency_review"
    SIGHT_DELAY = "sight_delay"
    REQUEST_READ = "request_read"
    REQUEST_ANSWER = "request_answer"
    ACCESS_LOG_READ = "access_log_read"
    TRANSITION_READ = "transition_read"
    TRANSITION_WRITE = "transition_write"
    # The programme in balance: agreements, rosters, waiting list, hours and money.
    PROGRAMME_START = "programme_start"
    PROGRAMME_MANAGE = "programme_manage"
    AGREEMENT_READ = "agreement_read"
    AGREEMENT_WRITE = "agreement_write"
    AGREEMENT_CONFIRM = "agreement_confirm"
    PLANNER_READ = "planner_read"
    COVER_PLAN = "cover_plan"
    FEED_MANAGE = "feed_manage"
    OFFER_MAKE = "offer_make"
    HOURS_READ = "hours_read"
    HOURS_WRITE = "hours_write"
    STATEMENT_READ = "statement_read"
    STATEMENT_PREPARE = "statement_prepare"
    STATEMENT_APPROVE = "statement_approve"
    STATEMENT_SETTLE = "statement_settle"
    REGISTRATION_READ = "registration_read"
    REGISTRATION_MANAGE = "registration_manage"
    IMPORT_RUN = "import_run"
    # Figures one can decide on: indicators, releases, rounds and the decision.
    INDICATOR_READ = "indicator_read"
    INDICATOR_AGREE = "indicator_agree"
    INSIGHT_READ = "insight_read"
    RELEASE_MANAGE = "release_manage"
    RETURN_READ = "return_read"
    RETURN_WRITE = "return_write"
    EVALUATION_READ = "evaluation_read"
    EVALUATION_RUN = "evaluation_run"
    REFLECTION_GIVE = "reflection_give"
    VOICE_ASK = "voice_ask"
    VOICE_READ = "voice_read"
    VOICE_SUMMARISE = "voice_summarise"
    DECISION_READ = "decision_read"
    DECISION_PREPARE = "decision_prepare"
    DECISION_VOTE = "decision_vote"
    DECISION_TAKE = "decision_take"
    # What a family does for itself.
    MINE_READ = "mine_read"
    MINE_APPOINTMENT = "mine_appointment"
    MINE_OFFER = "mine_offer"
    MINE_ANSWER = "mine_answer"
    MINE_CONSENT = "mine_consent"
    MINE_REQUEST = "mine_request"


_PRACTICE = {
    Role.GP: Relation.PRACTICE,
    Role.PRACTICE_ASSISTANT: Relation.PRACTICE,
}
_CARE = {Role.PRACTITIONER: Relation.CARE}
_LEAD = {Role.TEAM_LEAD: Relation.HOLDER}
_EVERYONE = dict.fromkeys(Role, Relation.ANY)
_FAMILY = {Role.PARENT: Relation.CLIENT, Role.YOUNG_PERSON: Relation.CLIENT}
_GUEST = {Role.PARTNER: Relation.CLIENT}
_PRIVACY = {Role.PRIVACY_OFFICER: Relation.HOLDER}
_MUNICIPALITY = {
    Role.MUNICIPAL_OFFICER: Relation.ANY,
    Role.CONTRACT_MANAGER: Relation.ANY,
}
_LEADS = dict.fromkeys((Role.TEAM_LEAD, Role.PROJECT_LEADER), Relation.HOLDER)
_LEADER = {Role.PROJECT_LEADER: Relation.ANY}
# Who has a say in the programme, and so reads what is agreed and concluded.
_CONCERNED = (
    _MUNICIPALITY
    | _LEADER
    | dict.fromkeys((Role.TEAM_LEAD, Role.PRACTITIONER, Role.GP), Relation.ANY)
)

MATRIX: dict[Permission, dict[Role, Relation]] = {
    Permission.HOME: _EVERYONE,
    Permission.DRAFT_KEEP: _EVERYONE,
    Permission.REFERRAL_SUBMIT: _PRACTICE,
    Permission.REFERRAL_READ: _PRACTICE | _CARE | _LEAD,
    Permission.REFERRAL_TRIAGE: _CARE,
    Permission.REFERRAL_WITHDRAW: _PRACTICE,
    Permission.WAITING_LIST_READ: _CARE | _LEAD,
    Permission.APPOINTMENT_BOOK: _PRACTICE | _CARE,
    Permission.APPOINTMENT_READ: _PRACTICE | _CARE | _LEAD,
    Permission.APPOINTMENT_ATTEND: _CARE,
    Permission.DAY_PLAN: _LEADS | {Role.PRACTITIONER: Relation.HOLDER},
    Permission.DAY_READ: _PRACTICE
    | {Role.PRACTITIONER: Relation.HOLDER, Role.TEAM_LEAD: Relation.HOLDER},
    Permission.TODAY_READ: {Role.PRACTITIONER: Relation.ANY},
    Permission.FILE_READ: _CARE | _LEAD,
    Permission.FILE_SEARCH: _CARE | _LEAD,
    Permission.FILE_WRITE: _CARE,
    Permission.LETTER_WRITE: _CARE,
    Permission.LETTER_READ: {Role.GP: Relation.PRACTICE} | _CARE | _LEAD,
    Permission.LETTER_PASTE: {Role.GP: Relation.PRACTICE},
    Permission.BALANCE_READ: {Role.TEAM_LEAD: Relation.ANY},
    Permission.PARTICIPATION_READ: _MUNICIPALITY
    | _LEADER
    | {Role.TEAM_LEAD: Relation.ANY},
    Permission.FIGURES_READ: _MUNICIPALITY,
    Permission.MEMBERSHIP_MANAGE: {Role.PLATFORM_ADMIN: Relation.ANY},
    Permission.FAMILY_READ: _CARE | _LEAD,
    Permission.FAMILY_WRITE: _CARE,
    Permission.RULE_ACCEPT: {Role.PRIVACY_OFFICER: Relation.ANY},
    Permission.LINK_GIVE: _CARE,
    Permission.QUESTIONNAIRE_READ: _CARE,
    Permission.QUESTIONNAIRE_WRITE: _CARE,
    Permission.ONWARD_ADVISE: _CARE,
    Permission.ONWARD_READ: _PRACTICE | _CARE,
    Permission.ONWARD_PREPARE: _PRACTICE,
    Permission.ONWARD_SIGN: {Role.GP: Relation.PRACTICE},
    Permission.PARTNER_READ: {
        Role.PRACTITIONER: Relation.ANY,
        Role.TEAM_LEAD: Relation.ANY,
        Role.GP: Relation.ANY,
    },
    Permission.PARTNER_MANAGE: {
        Role.PRACTITIONER: Relation.ANY,
        Role.TEAM_LEAD: Relation.ANY,
    },
    Permission.CONSULTATION_READ: _CARE,
    Permission.CONSULTATION_WRITE: _CARE,
    Permission.CONSULTATION_JOIN: _GUEST,
    Permission.CONCERN_READ: _CARE,
    Permission.CONCERN_WRITE: _CARE,
    Permission.EMERGENCY_OPEN: {Role.PRACTITIONER: Relation.HOLDER},
    Permission.EMERGENCY_REVIEW: _PRIVACY,
    Permission.SIGHT_DELAY: _CARE,
    Permission.REQUEST_READ: _CARE | _PRIVACY,
    Permission.REQUEST_ANSWER: _CARE,
    Permission.ACCESS_LOG_READ: _PRIVACY,
    Permission.TRANSITION_READ: _CARE | _LEAD,
    Permission.TRANSITION_WRITE: _CARE | _LEAD,
    Permission.PROGRAMME_START: {Role.PLATFORM_ADMIN: Relation.ANY},
    Permission.PROGRAMME_MANAGE: _LEADER,
    Permission.AGREEMENT_READ: _MUNICIPALITY
    | _LEADER
    | {Role.TEAM_LEAD: Relation.PARTY, Role.GP: Relation.PARTY},
    Permission.AGREEMENT_WRITE: _LEADER,
    # Whoever may bind an organisation: the GP, the municipality, the employer's lead.
    Permission.AGREEMENT_CONFIRM: dict.fromkeys(
        (
            Role.PROJECT_LEADER,
            Role.MUNICIPAL_OFFICER,
            Role.CONTRACT_MANAGER,
            Role.TEAM_LEAD,
            Role.GP,
        ),
        Relation.PARTY,
    ),
    Permission.PLANNER_READ: dict.fromkeys(
        (Role.TEAM_LEAD, Role.PROJECT_LEADER, Role.PRACTITIONER), Relation.ANY
    ),
    Permission.COVER_PLAN: _LEAD,
    Permission.FEED_MANAGE: _LEAD | {Role.PRACTITIONER: Relation.HOLDER},
    Permission.OFFER_MAKE: _CARE | _LEAD,
    # One page of hours: one's own week, the team's, or what was settled (R30).
    Permission.HOURS_READ: dict.fromkeys(
        (
            Role.PRACTITIONER,
            Role.TEAM_LEAD,
            Role.PROJECT_LEADER,
            Role.MUNICIPAL_OFFICER,
            Role.CONTRACT_MANAGER,
        ),
        Relation.ANY,
    ),
    Permission.HOURS_WRITE: {Role.PRACTITIONER: Relation.HOLDER},
    Permission.STATEMENT_READ: _MUNICIPALITY | _LEADER | _LEAD,
    Permission.STATEMENT_PREPARE: _LEADS,
    Permission.STATEMENT_APPROVE: _LEADS,
    Permission.STATEMENT_SETTLE: dict.fromkeys(
        (Role.MUNICIPAL_OFFICER, Role.CONTRACT_MANAGER), Relation.PARTY
    ),
    Permission.REGISTRATION_READ: _LEAD | {Role.PRACTITIONER: Relation.HOLDER},
    Permission.REGISTRATION_MANAGE: _LEAD,
    Permission.IMPORT_RUN: dict.fromkeys(
        (Role.TEAM_LEAD, Role.PROJECT_LEADER), Relation.ANY
    ),
    Permission.INDICATOR_READ: _CONCERNED,
    Permission.INDICATOR_AGREE: dict.fromkeys(
        (Role.MUNICIPAL_OFFICER, Role.PROJECT_LEADER, Role.TEAM_LEAD, Role.GP),
        Relation.ANY,
    ),
    # Live, and so for the care side alone (architecture.md 7).
    Permission.INSIGHT_READ: dict.fromkeys(
        (Role.TEAM_LEAD, Role.PRACTITIONER), Relation.ANY
    ),
    Permission.RELEASE_MANAGE: _LEADER,
    Permission.RETURN_READ: _LEADER
    | {Role.GP: Relation.ANY, Role.PRACTICE_ASSISTANT: Relation.ANY},
    Permission.RETURN_WRITE: _LEADER | _PRACTICE,
    Permission.EVALUATION_READ: _CONCERNED,
    Permission.EVALUATION_RUN: _LEADER,
    Permission.REFLECTION_GIVE: dict.fromkeys(
        (
            Role.GP,
            Role.TEAM_LEAD,
            Role.PROJECT_LEADER,
            Role.MUNICIPAL_OFFICER,
            Role.CONTRACT_MANAGER,
        ),
        Relation.PARTY,
    ),
    Permission.VOICE_ASK: dict.fromkeys(
        (Role.TEAM_LEAD, Role.PRACTITIONER), Relation.ANY
    ),
    Permission.VOICE_READ: _LEAD,
    Permission.VOICE_SUMMARISE: _LEAD | {Role.PRACTITIONER: Relation.HOLDER},
    Permission.DECISION_READ: _CONCERNED,
    Permission.DECISION_PREPARE: _LEADER | {Role.MUNICIPAL_OFFICER: Relation.ANY},
    Permission.DECISION_VOTE: {Role.GP: Relation.ANY},
    Permission.DECISION_TAKE: {Role.MUNICIPAL_OFFICER: Relation.ANY},
    Permission.MINE_READ: _FAMILY,
    Permission.MINE_APPOINTMENT: _FAMILY,
    Permission.MINE_OFFER: _FAMILY,
    Permission.MINE_ANSWER: _FAMILY,
    Permission.MINE_CONSENT: _FAMILY,
    Permission.MINE_REQUEST: _FAMILY,
}

# What broken glass opens: to look, never to write (security.md B18).
EMERGENCY_OPENS = frozenset(
    {
        Permission.FILE_READ,
        Permission.FAMILY_READ,
        Permission.LETTER_READ,
        Permission.APPOINTMENT_READ,
        Permission.REFERRAL_READ,
        Permission.QUESTIONNAIRE_READ,
        Permission.CONSULTATION_READ,
        Permission.ONWARD_READ,
    }
)


def relation_for(permission: Permission, role: str) -> Relation | None:
    """Return the relation `role` needs for `permission`, or None: not at all."""
    return MATRIX[permission].get(Role(role))
