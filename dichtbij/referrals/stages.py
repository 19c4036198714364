"""How far is a referral, with whom, since when? Read from its timeline (peers.md F01).

Received, planned, in treatment, then finished or returned: what the practice sees. The
timeline is the only source, so the list can never say something else than the page.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from dichtbij.referrals.models import Referral, ReferralEvent


class Step(models.TextChoices):
    """The states a practice knows a referral in."""

    RECEIVED = "received", _("received")
    CALL_FIRST = "call_first", _("calls first")
    WAITING = "waiting", _("on the waiting list")
    PLANNED = "planned", _("planned")
    MISSED = "missed", _("did not come")
    TREATED = "treated", _("in treatment")
    FINISHED = "finished", _("finished")
    RETURNED = "returned", _("returned")
    WITHDRAWN = "withdrawn", _("withdrawn")


KINDS = {
    Step.PLANNED: "safe",
    Step.TREATED: "safe",
    Step.FINISHED: "safe",
    Step.WAITING: "warning",
    Step.CALL_FIRST: "warning",
    Step.MISSED: "warning",
    Step.RETURNED: "danger",
}
# A drawing beside the word, so that a list can be read at a glance.
ICONS = {
    Step.RECEIVED: "clipboard",
    Step.CALL_FIRST: "phone",
    Step.WAITING: "hourglass",
    Step.PLANNED: "calendar",
    Step.MISSED: "alert-triangle",
    Step.TREATED: "users",
    Step.FINISHED: "check",
    Step.RETURNED: "arrow-left",
    Step.WITHDRAWN: "x",
}
ENDS = (Step.FINISHED, Step.RETURNED, Step.WITHDRAWN)


@dataclass(frozen=True)
class Stage:
    """One state: who has it, since when, and the moment it is about, if any."""

    step: str = Step.RECEIVED
    owner: str = ""
    since: datetime | None = None
    concerns_at: datetime | None = None
    words: str = ""

    @property
    def label(self) -> str:
        """Return the state in a word."""
        return str(Step(self.step).label)

    @property
    def kind(self) -> str:
        """Return the badge that goes with it: safe, warning, danger or neutral."""
        return KINDS.get(Step(self.step), "neutral")

    @property
    def icon(self) -> str:
        """Return the drawing that goes with it."""
        return ICONS[Step(self.step)]

    @property
    def ended(self) -> bool:
        """Tell whether nothing is expected any more."""
        return self.step in ENDS


def stage_of(referral: Referral) -> Stage:
    """Return where a referral stands, from its events in order."""
    return stage_after(referral.events.all())


def stage_after(events: Iterable[Any]) -> Stage:
    """Return where these events, oldest first, lead to.

    The end of a referral stays its end: a later line adds to the timeline only.
    """
    stage = Stage()
    for event in events:
        if not stage.ended:
            stage = _next(stage, event)
    return stage


# What each event leads to before the first conversation was held.
BEFORE = {
    ReferralEvent.Kind.RECEIVED: Step.RECEIVED,
    ReferralEvent.Kind.WAITING: Step.WAITING,
    ReferralEvent.Kind.CALL_FIRST: Step.CALL_FIRST,
    ReferralEvent.Kind.BOOKED: Step.PLANNED,
    ReferralEvent.Kind.MOVED: Step.PLANNED,
    ReferralEvent.Kind.CANCELLED: Step.WAITING,
    ReferralEvent.Kind.NO_SHOW: Step.MISSED,
}
# What leads on from anywhere.
ALWAYS = {
    ReferralEvent.Kind.FIRST_CONSULT: Step.TREATED,
    ReferralEvent.Kind.CLOSED: Step.FINISHED,
    ReferralEvent.Kind.DECLINED: Step.RETURNED,
    ReferralEvent.Kind.WITHDRAWN: Step.WITHDRAWN,
}


def _next(stage: Stage, event: Any) -> Stage:
    step = ALWAYS.get(event.kind)
    if step is None and stage.step != Step.TREATED:
        step = BEFORE.get(event.kind)
        if step == Step.CALL_FIRST and stage.step == Step.PLANNED:
            step = None
    if step is None:
        # A letter or an acceptance changes who has it, not how far it is.
        return replace(stage, owner=event.owner or stage.owner)
    return Stage(
        step=step,
        owner=event.owner or stage.owner,
        since=event.at,
        concerns_at=event.concerns_at if step == Step.PLANNED else None,
        words=event.words if step in ENDS else "",
    )
