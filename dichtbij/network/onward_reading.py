"""What do pages of onward referrals show: the stack, the history, what was tried?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.audit.doors import may, open_list
from dichtbij.care.levels import levels_of
from dichtbij.care.models import CareLevel, Contact, Trajectory
from dichtbij.clients.models import Client
from dichtbij.network.going_out import Barrier, barriers
from dichtbij.network.models import OnwardEvent, OnwardReferral, Signature
from dichtbij.network.onward import gaps_for
from dichtbij.network.onward_notes import BESIDE, OPEN, Status
from dichtbij.network.onward_paper import reference_of, title_of, wait_words
from dichtbij.network.onward_words import (
    DESTINATIONS,
    Happened,
    Road,
    sentence,
)
from dichtbij.network.paper import in_its_language
from dichtbij.organisations.models import User
from dichtbij.partners.directory import Listed, partners_with_wait, with_waits
from dichtbij.partners.models import Partner
from dichtbij.programmes.models import Programme
from dichtbij.referrals import questions
from dichtbij.shared import calendar
from dichtbij.shared.permissions import Permission

PAGE = 25
MOST_THEMES = 6
LIGHT = ("pdf", "body")


@dataclass(frozen=True)
class Line:
    """One thing that happened, in words."""

    event: OnwardEvent
    label: str
    road: str


def stack_of(user: User) -> list[OnwardReferral]:
    """Return what waits for a GP of this practice, longest waiting first."""
    rows = OnwardReferral.objects.to_sign().select_related(*BESIDE).defer(*LIGHT)
    return list(open_list(user, rows, Permission.ONWARD_PREPARE, limit=PAGE))


def unsent_of(user: User) -> list[OnwardReferral]:
    """Return what was signed and, as far as the practice noted, not sent yet."""
    rows = (
        OnwardReferral.objects.filter(status=Status.SIGNED)
        .select_related("client", "partner", "signature")
        .defer(*LIGHT)
        .order_by("signature__signed_at", "id")
    )
    return list(open_list(user, rows, Permission.ONWARD_PREPARE, limit=PAGE))


def last_signed(practices: Iterable[int]) -> Signature | None:
    """Return the last signature of these practices; of it only the moment is shown."""
    found: Signature | None = (
        Signature.objects.filter(practice__in=list(practices))
        .order_by("-signed_at", "-id")
        .first()
    )
    return found


def onwards_of(user: User, client: Client) -> list[OnwardReferral]:
    """Return the onward referrals of one child, the last one first."""
    if not may(Permission.ONWARD_READ, client):
        return []
    rows = (
        OnwardReferral.objects.filter(client=client)
        .select_related("client", "partner")
        .defer(*LIGHT)
        .order_by("-id")
    )
    return list(open_list(user, rows, Permission.ONWARD_READ, limit=PAGE))


def open_ones(trajectory: Trajectory) -> list[OnwardReferral]:
    """Return the advice about one help that nobody signed yet."""
    rows = OnwardReferral.objects.filter(trajectory=trajectory, status__in=OPEN)
    return list(rows.select_related("partner").defer(*LIGHT).order_by("id"))


def shown(onward: OnwardReferral) -> dict[str, Any]:
    """Return what every page about one onward referral shows beside its paper."""
    wait = with_waits([onward.partner])[0] if onward.partner is not None else None
    return {
        "onward": onward,
        "client": onward.client,
        "onward_title": title_of(onward),
        "reference": reference_of(onward),
        "listed": wait,
        "wait": wait_words(wait.wait) if wait else "",
        "levels": levels_of(onward.trajectory),
    }


def history_of(onward: OnwardReferral) -> list[Line]:
    """Return everything that happened, in order, in words."""
    return [
        Line(
            event,
            str(Happened(event.kind).label),
            str(Road(event.channel).label) if event.channel else "",
        )
        for event in onward.events.select_related("by")
    ]


def why_sent_back(onward: OnwardReferral) -> OnwardEvent | None:
    """Return the last time a GP sent it back, with the reason."""
    found: OnwardEvent | None = (
        onward.events.filter(kind=Happened.RETURNED).select_related("by").last()
    )
    return found


def missing_in(onward: OnwardReferral) -> list[str]:
    """Return what the letter misses, as sentences."""
    return [sentence(gap) for gap in gaps_for(onward)]


def in_the_way(onward: OnwardReferral) -> list[Barrier]:
    """Return which consent misses, and whether someone objects."""
    return barriers(onward.client, onward.destination, onward.partner)


def partners_to_choose(programme: Programme) -> list[Listed]:
    """Return the partners to which a GP refers, by kind and name, with their waits."""
    kinds = {kind for one in DESTINATIONS.values() for kind in one.partners}
    found = [
        one
        for one in partners_with_wait(programme)
        if one.partner.kind in kinds and not one.partner.freely_accessible
    ]
    order = list(Partner.Kind.values)
    return sorted(found, key=lambda one: order.index(one.partner.kind))


def partner_called(programme: Programme, uuid: str) -> Partner | None:
    """Return the partner of this programme with that public id, or None."""
    try:
        number = UUID(uuid)
    except ValueError:
        return None
    mine = Q(programme=programme, uuid=number)
    found: Partner | None = Partner.objects.filter(mine).first()
    return found


def steps_tried(trajectory: Trajectory) -> str:
    """Return what was tried, from levels of help and contacts, as a proposal."""
    with in_its_language():
        lines = [_level_line(level) for level in levels_of(trajectory)]
        return "\n".join([*lines, *_contact_lines(trajectory)])


def _level_line(level: CareLevel) -> str:
    told = {"day": _day(level.since), "level": level.get_level_display()}
    line = _("From %(day)s: %(level)s.") % told
    return f"{line} {level.words}".strip()


def _contact_lines(trajectory: Trajectory) -> list[str]:
    rows = list(
        Contact.objects.filter(trajectory=trajectory)
        .order_by("held_at", "id")
        .values_list("held_at", "themes")
    )
    if not rows:
        return []
    codes = dict.fromkeys(code for _at, themes in rows for code in themes)
    told = {
        "count": len(rows),
        "first": _day(calendar.local(rows[0][0]).date()),
        "last": _day(calendar.local(rows[-1][0]).date()),
        "themes": ", ".join(questions.label(code) for code in [*codes][:MOST_THEMES]),
    }
    if len(rows) == 1:
        return [_("One conversation on %(first)s: %(themes)s.") % told]
    words = _("%(count)s conversations from %(first)s to %(last)s: %(themes)s.")
    return [words % told]


def reason_told(trajectory: Trajectory) -> str:
    """Return what the last consult said about referring, as a proposal."""
    last = (
        Contact.objects.filter(trajectory=trajectory, next_step=Contact.NextStep.REFER)
        .order_by("-held_at", "-id")
        .first()
    )
    return last.next_step_words if last else ""


def _day(on: Any) -> str:
    return str(date_format(on, "j F Y"))
