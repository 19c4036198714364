"""What stands around every page: programme, place, navigation, demo banner?"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from dichtbij.audit import log
from dichtbij.privacy.glass import open_until
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission, Role, relation_for
from dichtbij.shared.walls import standing

# Order is the order on screen; a role sees those its permissions open (at most 7).
NAVIGATION: list[tuple[str, Any, Permission]] = [
    ("mine", _("What is next"), Permission.MINE_READ),
    ("my_plan", _("My plan"), Permission.MINE_READ),
    ("my_letters", _("Letters"), Permission.MINE_READ),
    ("who_sees_what", _("Who sees what"), Permission.MINE_READ),
    ("my_file", _("Who looked"), Permission.MINE_REQUEST),
    ("today", _("Today"), Permission.TODAY_READ),
    ("submit", _("Refer"), Permission.REFERRAL_SUBMIT),
    ("referrals", _("My referrals"), Permission.REFERRAL_SUBMIT),
    ("to_sign", _("To sign"), Permission.ONWARD_PREPARE),
    ("children", _("Children"), Permission.FILE_SEARCH),
    ("waiting_list", _("Waiting list"), Permission.WAITING_LIST_READ),
    ("agenda", _("Days and rooms"), Permission.DAY_READ),
    ("partners", _("Directory"), Permission.PARTNER_READ),
    ("glass", _("Emergency access"), Permission.EMERGENCY_OPEN),
    ("access", _("Access"), Permission.ACCESS_LOG_READ),
    ("access_by_person", _("Per employee"), Permission.ACCESS_LOG_READ),
    ("access_to_child", _("Per child"), Permission.ACCESS_LOG_READ),
    ("access_risks", _("Weekly list"), Permission.ACCESS_LOG_READ),
    ("rules", _("Rules of law"), Permission.RULE_ACCEPT),
    ("waiting_times", _("Waiting times"), Permission.BALANCE_READ),
    ("occupancy", _("Occupancy"), Permission.BALANCE_READ),
    ("figures", _("State of affairs"), Permission.FIGURES_READ),
    ("programme", _("Programme"), Permission.PROGRAMME_MANAGE),
    ("evaluations", _("Evaluations"), Permission.EVALUATION_READ),
    ("decisions", _("Decisions"), Permission.DECISION_READ),
    ("indicator_values", _("Figures"), Permission.INSIGHT_READ),
    ("indicators", _("Indicators"), Permission.INDICATOR_READ),
    ("returns", _("Referrals per quarter"), Permission.RETURN_READ),
    ("releases", _("Publications"), Permission.RELEASE_MANAGE),
    ("participation", _("Participation"), Permission.PARTICIPATION_READ),
    ("agreements", _("Agreements"), Permission.AGREEMENT_READ),
    ("hours", _("Hours"), Permission.HOURS_READ),
    ("imports", _("Bring in spreadsheets"), Permission.IMPORT_RUN),
    ("consultations_mine", _("Case consultations"), Permission.CONSULTATION_JOIN),
    ("memberships", _("People"), Permission.MEMBERSHIP_MANAGE),
]

# What a role that has seven others finds in the quiet line at the foot of each page.
_READS = frozenset({"evaluations", "decisions", "indicators"})
BESIDE: dict[str, frozenset[str]] = {
    Role.TEAM_LEAD: _READS | {"indicator_values", "agreements", "hours", "imports"},
    Role.PRACTITIONER: _READS | {"indicator_values"},
    Role.GP: _READS | {"returns"},
    Role.PRACTICE_ASSISTANT: frozenset({"returns"}),
    Role.PROJECT_LEADER: frozenset({"indicators", "returns", "releases"}),
}

# Two keys that lead there from anywhere, in Dutch initials (ux.md 4.2).
KEYS = {
    "today": "g v",
    "waiting_list": "g w",
    "agenda": "g a",
    "referrals": "g m",
    "submit": "g n",
    "to_sign": "g t",
    "children": "g k",
    "partners": "g s",
}


@dataclass(frozen=True)
class NavigationItem:
    """One entry of the navigation band."""

    label: str
    url: str
    current: bool
    key: str = ""


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the base page shows; the same for every screen."""
    membership = getattr(request, "membership", None)
    programme = getattr(membership, "programme", None)
    slug = programme.slug if programme else ""
    return {
        "frame": {
            "programme": programme.name if programme else "",
            "function": programme.function_label if programme else "",
            "theme": f"themes/{slug}.css" if slug in ("kampen", "haarlem") else "",
            "logo": f"themes/{slug}.svg" if slug in ("kampen", "haarlem") else "",
            "person": getattr(request.user, "name", "") if membership else "",
            "organisation": membership.organisation.name if membership else "",
            "role": Role(membership.role).label if membership else "",
            "nav": _navigation(request),
            "beside": _beside(request),
            "demo": settings.DEMO,
            "day_note": _day_note(),
            "glass_until": open_until(log.seen_by_glass()),
            "can_switch": getattr(request, "can_switch", False),
            "switch_url": reverse("choose_membership"),
            "sign_out_url": reverse("account_logout"),
            "account_url": reverse("account_security"),
            "search_url": _search_url(),
            "version": settings.VERSION,
        }
    }


def _navigation(request: HttpRequest) -> list[NavigationItem]:
    where = standing()
    beside = BESIDE.get(where.role, frozenset()) if where else frozenset()
    return [item for name, item in _opened(request) if name not in beside]


def _beside(request: HttpRequest) -> list[NavigationItem]:
    where = standing()
    beside = BESIDE.get(where.role, frozenset()) if where else frozenset()
    return [item for name, item in _opened(request) if name in beside]


def _opened(request: HttpRequest) -> list[tuple[str, NavigationItem]]:
    """Return what the permissions of the role open, in the order of the screen."""
    where = standing()
    if where is None or getattr(request, "link", None) is not None:
        return []  # by a link one does one thing: there is nowhere to go
    return [
        (
            name,
            NavigationItem(
                str(label),
                reverse(name),
                _is_current(request.path, reverse(name), name),
                KEYS.get(name, ""),
            ),
        )
        for name, label, permission in NAVIGATION
        if relation_for(permission, where.role)
    ]


def _is_current(path: str, url: str, name: str) -> bool:
    """Tell whether one is here or below; all of a family lies below its first."""
    return path == url if name == "mine" else path.startswith(url)


def _search_url() -> str:
    where = standing()
    if where is None or relation_for(Permission.FILE_SEARCH, where.role) is None:
        return ""
    return reverse("children")


def _day_note() -> str:
    """Say in the demo that a weekend shows the last working day (R11)."""
    if not settings.DEMO or clock.now().date() == clock.real_now().date():
        return ""
    day = date_format(clock.today(), "l j F")
    return gettext("This demo shows %(day)s, the last working day.") % {"day": day}
