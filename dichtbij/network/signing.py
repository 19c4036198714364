"""What the practice does with advice: prepare, send back, sign, note how it was sent.

What was previewed is what is signed: the hash that the GP saw is part of the act, and
the signature is a record of its own (R22, ADR 0048).
"""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dichtbij.audit.doors import action
from dichtbij.care.models import Task
from dichtbij.clients.models import wall_keys
from dichtbij.network.completeness import Signer
from dichtbij.network.going_out import check_may_go
from dichtbij.network.models import OnwardReferral, Signature
from dichtbij.network.onward import Wording, check_complete, next_version, reword
from dichtbij.network.onward_course import ASK_AFTER
from dichtbij.network.onward_notes import (
    Status,
    give_task,
    lock,
    note,
    same,
    why_not,
)
from dichtbij.network.onward_words import Happened, Road
from dichtbij.network.paper import in_its_language
from dichtbij.organisations.models import Membership, User
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import standing

RETURNED_WITHIN_DAYS = 2  # [design] working days to answer the GP
CAPACITY = "gp"


@action(Permission.ONWARD_PREPARE)
def edit(
    *, onward: OnwardReferral, by: User, wording: Wording, version: int
) -> OnwardReferral:
    """Change the texts of what waits to be signed: a new version in new bytes.

    GP and assistant may; who looks at an older version cannot sign it any more.
    `version` is the one that was changed. Raises Refused.
    """
    found = lock(onward)
    if found.status != Status.ADVISED or found.version != version:
        raise Refused(why_not(found))
    before = _texts(found)
    reword(found, wording)
    if _texts(found) == before and not _from_another_day(found):
        return same(onward, found)
    next_version(found)
    check_complete(found)
    found.prepared_by = by
    found.save()
    note(found, Happened.EDITED, by)
    return same(onward, found)


@action(Permission.ONWARD_SIGN)
def return_advice(*, onward: OnwardReferral, by: User, reason: str) -> OnwardReferral:
    """Send advice back with a reason: a task for the practitioner. Raises Refused."""
    if not reason.strip():
        raise Refused(_("Write why you send it back; the practitioner reads it."))
    found = lock(onward)
    if found.status != Status.ADVISED:
        raise Refused(why_not(found))
    found.status = Status.RETURNED
    found.save(update_fields=["status"])
    note(found, Happened.RETURNED, by, words=reason)
    with in_its_language():
        words = _("Sent back by %(name)s: %(reason)s") % {
            "name": by.name,
            "reason": " ".join(reason.split())[:300],
        }
    due = calendar.add_working_days(clock.today(), RETURNED_WITHIN_DAYS)
    give_task(found, Task.Kind.NEXT_STEP, words, due_on=due)
    return same(onward, found)


@action(Permission.ONWARD_SIGN)
def sign(
    *, onward: OnwardReferral, by: User, sha256: str, proof: str, agb_code: str = ""
) -> OnwardReferral:
    """Sign exactly the bytes that were seen, as a GP of this practice.

    `sha256` is the hash of the paper the GP saw, `proof` how the session showed who it
    is. `agb_code` is asked once of who has none on record. Raises Refused, truthfully:
    signed by someone already, changed since it was seen, sent back, withdrawn, not
    complete, consent misses, or no GP here any more.
    """
    check_still_gp()
    found = lock(onward)
    if found.status != Status.ADVISED or found.sha256 != sha256:
        raise Refused(why_not(found))
    signer = _signer(by, agb_code)
    check_complete(found, signer)
    check_may_go(found)
    Signature.objects.create(
        **wall_keys(found.client),
        onward=found,
        signed_by=by,
        name=signer.name,
        capacity=CAPACITY,
        agb_code=signer.agb_code,
        proof=proof[:40],
        sha256=found.sha256,
        signed_at=clock.now(),
    )
    found.status = Status.SIGNED
    found.save(update_fields=["status"])
    _remember_code(by, signer.agb_code)
    note(found, Happened.SIGNED, by)
    return same(onward, found)


@action(Permission.ONWARD_PREPARE)
def mark_sent(
    *,
    onward: OnwardReferral,
    by: User,
    channel: str,
    sha256: str,
    words: str = "",
) -> OnwardReferral:
    """Note by which road the practice sent the signed bytes; the same road is once.

    In six weeks the practitioner is asked whether the help has started. Raises
    Refused: not signed, an unknown road, other bytes, or consent misses.
    """
    if channel not in Road.values:
        raise Refused(_("Choose by which road it was sent."))
    found = lock(onward)
    if getattr(found, "signature", None) is None:
        raise Refused(_("No GP has signed this yet."))
    if found.sha256 != sha256:
        raise Refused(_("This is not the letter that was signed."))
    sent = found.events.filter(kind=Happened.SENT)
    if sent.filter(channel=channel).exists():
        return same(onward, found)
    check_may_go(found)
    if found.status == Status.SIGNED:
        found.status = Status.SENT
        found.ask_started_on = clock.today() + ASK_AFTER
        found.save(update_fields=["status", "ask_started_on"])
    note(found, Happened.SENT, by, channel=channel, words=words)
    return same(onward, found)


def check_still_gp() -> None:
    """Raise Refused when the place one stands at is a GP's no more.

    Whoever ends that membership now waits until the signature is there, or was before.
    """
    where = standing()
    mine = Membership.objects.active().filter(
        pk=(where.membership_id if where else None) or 0, role=Role.GP
    )
    if not mine.select_for_update(of=("self",)).exists():
        raise Refused(_("Your access to this practice has ended. Nothing was signed."))


def known_code(user: User) -> str:
    """Return the AGB code that is on record of a GP, or ""."""
    return user.registration.strip()


def _signer(by: User, agb_code: str) -> Signer:
    return Signer(
        name=by.name,
        function=pgettext("signature", "GP"),
        agb_code=known_code(by) or agb_code.strip(),
    )


def _remember_code(by: User, agb_code: str) -> None:
    """Keep the code, so that it is asked only once."""
    User.objects.filter(pk=by.pk, registration="").update(registration=agb_code)


def _texts(onward: OnwardReferral) -> tuple[str, str, str, dict[str, str]]:
    return (
        onward.reason,
        onward.steps_tried,
        onward.urgency,
        dict(onward.arguments),
    )


def _from_another_day(onward: OnwardReferral) -> bool:
    """Tell whether saving it once more would give the letter another date."""
    made_on = calendar.local(onward.changed_at).date()
    return clock.today() - made_on >= timedelta(days=1)
