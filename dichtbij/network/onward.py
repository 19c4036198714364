"""What a practitioner does before the signature: advise, change, lay before, withdraw.

Advice goes to the GP in exactly the bytes that are kept; the GP's part is signing.py,
what comes after it onward_course.py.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.models import Contact, Task, Trajectory
from dichtbij.clients.models import wall_keys
from dichtbij.network.completeness import (
    ARGUMENTS,
    DISORDER,
    MENTAL_HEALTH,
    Contents,
    Gap,
    Signer,
    gaps_in,
)
from dichtbij.network.going_out import check_may_go
from dichtbij.network.letter_data import BsnInLetter
from dichtbij.network.models import OnwardReferral
from dichtbij.network.onward_notes import (
    OPEN,
    Status,
    lock,
    note,
    same,
    settle,
    tell_who_signs,
    why_not,
)
from dichtbij.network.onward_paper import dated_on, put_on_paper
from dichtbij.network.onward_words import (
    DESTINATIONS,
    FREELY_ACCESSIBLE,
    Happened,
    Urgency,
    sentences,
)
from dichtbij.network.paper import in_its_language
from dichtbij.organisations.models import User
from dichtbij.partners.directory import with_waits
from dichtbij.partners.models import Partner
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

WITH = ("client", "practice", "holder", "programme", "referral", "practitioner")
LONGEST = 4000  # characters of one text; a referral letter is one or two pages


@dataclass(frozen=True)
class Wording:
    """The texts of an advice; `arguments` by their codes in completeness.py."""

    reason: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    steps_tried: str = ""
    urgency: str = Urgency.REGULAR


@dataclass(frozen=True)
class Advice(Wording):
    """What a practitioner advises: to which help, and its texts.

    `echelon` is asked only where the destination leaves it open.
    """

    destination: str = ""
    partner: Partner | None = None
    echelon: str = ""
    bridging: bool = False


@action(Permission.ONWARD_ADVISE, code=Entry.ActionCode.CREATE)
def write_advice(*, trajectory: Trajectory, by: User, advice: Advice) -> OnwardReferral:
    """Write advice down without laying it before the GP: a draft with its paper.

    Raises Refused: freely accessible help, closed help, advice of this kind that is
    still open, or a BSN in a text.
    """
    return _write(trajectory, by, advice)


@action(Permission.ONWARD_ADVISE, code=Entry.ActionCode.CREATE)
def advise(*, trajectory: Trajectory, by: User, advice: Advice) -> OnwardReferral:
    """Write advice down and lay it before the GPs of the practice to sign.

    Raises Refused as `write_advice` and `lay_before_gp` do.
    """
    onward = _write(trajectory, by, advice)
    _lay(onward, by)
    return onward


@action(Permission.ONWARD_ADVISE)
def revise_advice(
    *, onward: OnwardReferral, by: User, advice: Advice, version: int
) -> OnwardReferral:
    """Put other advice in the place of what is not signed yet: a new version.

    What a GP sent back becomes a draft again; what waits to be signed goes on waiting,
    in its new bytes. `version` is the one that was changed. Raises Refused.
    """
    found = lock(onward)
    if found.status not in OPEN or found.version != version:
        raise Refused(why_not(found))
    _fill(found, advice)
    found.advised_by = by
    next_version(found)
    if found.status == Status.ADVISED:
        check_complete(found)
        check_may_go(found)
        note(found, Happened.EDITED, by)
    else:
        found.status = Status.DRAFT
    found.save()
    return same(onward, found)


@action(Permission.ONWARD_ADVISE)
def lay_before_gp(*, onward: OnwardReferral, by: User, sha256: str) -> OnwardReferral:
    """Lay the paper that was seen before the GPs of the practice; twice is once.

    Raises Refused: another paper, something misses in it, or consent misses.
    """
    found = lock(onward)
    if found.status == Status.ADVISED and found.sha256 == sha256:
        return same(onward, found)
    if found.status != Status.DRAFT:
        raise Refused(why_not(found))
    if found.sha256 != sha256:
        raise Refused(_("The letter changed since you saw it. Look at it again first."))
    _lay(found, by)
    return same(onward, found)


@action(Permission.ONWARD_ADVISE)
def withdraw_advice(
    *, onward: OnwardReferral, by: User, reason: str = ""
) -> OnwardReferral:
    """Take back advice that nobody signed yet; twice is once. Raises Refused.

    A draft that no GP ever saw is thrown away.
    """
    found = lock(onward)
    if found.status == Status.ENDED and not hasattr(found, "signature"):
        return same(onward, found)
    if found.status not in OPEN:
        raise Refused(why_not(found))
    if not found.events.exists():
        found.delete()
        return onward
    found.status = Status.ENDED
    found.save(update_fields=["status"])
    note(found, Happened.WITHDRAWN, by, words=reason)
    settle(found, Task.Kind.NEXT_STEP)
    return same(onward, found)


# --- what they share, also with the GP's part -----------------------------------------


def gaps_for(onward: OnwardReferral, signer: Signer | None = None) -> list[Gap]:
    """Return what this letter misses today; `signer` is who is about to sign."""
    told = Contents(
        child=onward.client.name,
        reason=onward.reason,
        echelon=onward.echelon,
        dated_on=dated_on(onward),
        arguments=onward.arguments,
        signer=signer,
    )
    return gaps_in(told, clock.today())


def check_complete(onward: OnwardReferral, signer: Signer | None = None) -> None:
    """Raise Refused with a sentence for each thing that misses."""
    found = gaps_for(onward, signer)
    if found:
        raise Refused(sentences(found))


def reword(onward: OnwardReferral, wording: Wording) -> None:
    """Put other texts in an advice. Raises Refused for an unknown urgency."""
    if wording.urgency not in Urgency.values:
        raise Refused(_("Choose how soon the help is needed."))
    onward.urgency = wording.urgency
    onward.reason = _plain(wording.reason)
    onward.steps_tried = _plain(wording.steps_tried)
    onward.arguments = {
        code: _plain(wording.arguments.get(code, ""))
        for code in (DISORDER, *ARGUMENTS)
        if onward.echelon in MENTAL_HEALTH
    }


def next_version(onward: OnwardReferral) -> None:
    """Print what an advice says now, as a new version of today. Raises Refused."""
    onward.version += 1
    _print(onward)


def _write(trajectory: Trajectory, by: User, advice: Advice) -> OnwardReferral:
    # Two windows could each find no open advice: the trajectory's row makes them queue.
    help_ = (
        Trajectory.objects.select_for_update(of=("self",))
        .select_related(*WITH)
        .get(pk=trajectory.pk)
    )
    if help_.closed_on is not None:
        raise Refused(_("This help is closed: nothing can be advised any more."))
    onward = OnwardReferral(
        **wall_keys(help_.client), trajectory=help_, advised_by=by, version=1
    )
    _fill(onward, advice)
    _refuse_second(onward)
    _print(onward)
    onward.save(force_insert=True)
    return onward


def _fill(onward: OnwardReferral, advice: Advice) -> None:
    """Take over what is advised. Raises Refused when it cannot be advised."""
    if advice.destination in FREELY_ACCESSIBLE or (
        advice.partner is not None and advice.partner.freely_accessible
    ):
        raise Refused(
            _(
                "This help is freely accessible: it needs no signature of the GP. Hand "
                "the family over warmly instead."
            )
        )
    if advice.destination not in DESTINATIONS:
        raise Refused(_("Choose to which help you advise to refer."))
    onward.destination = advice.destination
    onward.partner = _partner(onward, advice)
    onward.echelon = DESTINATIONS[advice.destination].echelon or advice.echelon
    onward.bridging = advice.bridging
    onward.wait_days = _known_wait(advice.partner)
    reword(onward, advice)


def _partner(onward: OnwardReferral, advice: Advice) -> Partner | None:
    partner = advice.partner
    if partner is None:
        return None
    if partner.programme_id != onward.programme_id or partner.ended_on is not None:
        raise Refused(_("This partner is no longer in the directory."))
    if partner.kind not in DESTINATIONS[advice.destination].partners:
        raise Refused(_("This partner does not give that kind of help."))
    return partner


def _known_wait(partner: Partner | None) -> int | None:
    if partner is None:
        return None
    wait = with_waits([partner])[0].wait
    return wait.days if wait is not None else None


def _refuse_second(onward: OnwardReferral) -> None:
    open_ones = OnwardReferral.objects.filter(
        trajectory=onward.trajectory, status__in=OPEN, destination=onward.destination
    )
    if open_ones.filter(partner=onward.partner).exists():
        raise Refused(
            _("There is open advice for this help already. Go on with that one.")
        )


def _print(onward: OnwardReferral) -> None:
    onward.changed_at = clock.now()
    try:
        put_on_paper(onward)
    except BsnInLetter as found:
        raise Refused(
            _(
                "There is a citizen service number (BSN) in this text. Take it out: "
                "a letter never carries one."
            )
        ) from found


def _lay(onward: OnwardReferral, by: User) -> None:
    """Let it wait to be signed, if it is complete and may go. Raises Refused."""
    check_complete(onward)
    check_may_go(onward)
    onward.status, onward.advised_at = Status.ADVISED, clock.now()
    onward.advised_by = by
    onward.save(update_fields=["status", "advised_at", "advised_by"])
    note(onward, Happened.ADVISED, by)
    settle(onward, Task.Kind.NEXT_STEP)
    _do_what_was_promised(onward)
    tell_who_signs(onward)


def _do_what_was_promised(onward: OnwardReferral) -> None:
    """Tick off the next step that the consult with this advice left behind."""
    last = (
        Contact.objects.filter(
            trajectory=onward.trajectory, next_step=Contact.NextStep.REFER
        )
        .order_by("-held_at", "-id")
        .first()
    )
    if last is None:
        return
    with in_its_language():
        words = last.next_step_words or str(last.get_next_step_display())
    Task.objects.filter(
        referral=onward.trajectory.referral_id,
        kind=Task.Kind.NEXT_STEP,
        done_at=None,
        words=words[:400],
    ).update(done_at=clock.now())


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()[:LONGEST]
