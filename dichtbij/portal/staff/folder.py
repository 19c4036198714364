"""What stands around every page of one child: name, age, tabs, what may be done?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dichtbij.audit.doors import may
from dichtbij.care.caseload import last_trajectory_of, undecided_of
from dichtbij.clients.models import Client
from dichtbij.families.models import Consent
from dichtbij.organisations.request import Request
from dichtbij.programmes.models import Programme
from dichtbij.referrals import questions
from dichtbij.referrals.models import Referral
from dichtbij.shared.errors import Denied
from dichtbij.shared.permissions import Permission, relation_for
from dichtbij.shared.walls import standing

TABS = (
    ("child", _("Overview")),
    ("child_contacts", _("Consults")),
    ("child_network", _("Network")),
    ("child_documents", _("Documents")),
)


@dataclass(frozen=True)
class Tab:
    """One of the addresses of a child."""

    label: Any
    url: str
    current: bool


def folder(client: Client, tab: str = "") -> dict[str, Any]:
    """Return the context of a page of this child; `tab` is the name of its address."""
    trajectory = last_trajectory_of(client)
    return {
        "client": client,
        "trajectory": trajectory,
        "helping": trajectory is not None and trajectory.closed_on is None,
        "undecided": undecided_of(client),
        "may_write": may(Permission.FILE_WRITE, client),
        "tabs": [
            Tab(label, reverse(name, kwargs={"uuid": client.uuid}), name == tab)
            for name, label in TABS
        ],
    }


def question_words(referral: Referral | None) -> list[str]:
    """Return what a family came with, in words; the most important first."""
    if referral is None:
        return []
    first = referral.primary_question
    codes = [first, *(code for code in referral.questions if code != first)]
    return [questions.label(code) for code in codes]


def giver_words(givers: Iterable[str]) -> list[str]:
    """Return who has to agree, in words."""
    return [str(Consent.Giver(giver).label) for giver in givers]


def programme_of(request: Request) -> Programme:
    """Return the programme one stands in. Raises Denied: nobody's programme."""
    programme = request.membership.programme
    if programme is None:
        raise Denied("no programme")
    return programme


def holds(permission: Permission) -> bool:
    """Tell whether the role has a permission: one answer for all rows of a list."""
    where = standing()
    return where is not None and relation_for(permission, where.role) is not None
