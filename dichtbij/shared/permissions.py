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


class Relation(StrEnum):
    """What must tie a person to the subject of an act."""

    ANY = "any"  # the role alone is enough: no single child is the subject
    PRACTICE = "practice"  # the subject belongs to the practice one works for
    HOLDER = "holder"  # the subject's file is kept by the employer one works for
    CARE = "care"  # an active care relation with the child (LR-31)


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


_PRACTICE = {
    Role.GP: Relation.PRACTICE,
    Role.PRACTICE_ASSISTANT: Relation.PRACTICE,
}
_CARE = {Role.PRACTITIONER: Relation.CARE}
_LEAD = {Role.TEAM_LEAD: Relation.HOLDER}
_EVERYONE = dict.fromkeys(Role, Relation.ANY)

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
    Permission.DAY_PLAN: {
        Role.PRACTITIONER: Relation.HOLDER,
        Role.TEAM_LEAD: Relation.HOLDER,
    },
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
    Permission.PARTICIPATION_READ: {
        Role.MUNICIPAL_OFFICER: Relation.ANY,
        Role.CONTRACT_MANAGER: Relation.ANY,
        Role.TEAM_LEAD: Relation.ANY,
    },
    Permission.FIGURES_READ: {
        Role.MUNICIPAL_OFFICER: Relation.ANY,
        Role.CONTRACT_MANAGER: Relation.ANY,
    },
    Permission.MEMBERSHIP_MANAGE: {Role.PLATFORM_ADMIN: Relation.ANY},
}


def relation_for(permission: Permission, role: str) -> Relation | None:
    """Return the relation `role` needs for `permission`, or None: not at all."""
    return MATRIX[permission].get(Role(role))
