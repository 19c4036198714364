"""What happens to a letter: written, edited, released to its reader, pasted."""

from collections.abc import Mapping
from copy import copy

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.models import Task
from dichtbij.clients.models import wall_keys
from dichtbij.families.facts import words_of
from dichtbij.network.composing import draft_body, draft_soep
from dichtbij.network.facts import Facts, gather
from dichtbij.network.family_text import draft_family_body
from dichtbij.network.letter_data import BsnInLetter
from dichtbij.network.models import Letter
from dichtbij.network.paper import in_its_language, put_on_paper, voice_of
from dichtbij.network.readers import (
    PLACES,
    facts_for,
    mail_of,
    may_get,
    others_of,
    readers_of,
    to_gp,
)
from dichtbij.network.reading import draft_for, open_draft
from dichtbij.network.soep import LONGEST
from dichtbij.organisations.models import Membership, User
from dichtbij.outbox.post import post
from dichtbij.referrals.actions import note_event
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role

LETTER_RELEASED = "letter_released"
LETTER_FAMILY = "letter_family"
FAMILY_SHELF = "/mijn/brieven/"


@action(Permission.LETTER_WRITE, code=Entry.ActionCode.CREATE)
def write_letter(*, referral: Referral, by: User, kind: str) -> Letter:
    """Draw up the letter of this kind from what was recorded; twice is once.

    Returns the draft that is open, if there is one. Raises Refused when there is
    nothing to tell yet.
    """
    found = open_draft(referral, kind)
    if found is not None:
        return found
    facts = gather(referral)
    _check(kind, facts)
    letter = Letter(
        **wall_keys(referral.client),
        referral=referral,
        trajectory=facts.trajectory,
        kind=kind,
        written_by=by,
        dated_on=clock.today(),
        changed_at=clock.now(),
    )
    with in_its_language():
        letter.body = draft_body(kind, facts)
        letter.his_text = draft_soep(kind, facts, by)
    _print(letter)
    return _saved(letter)


@action(Permission.LETTER_WRITE, code=Entry.ActionCode.CREATE)
def write_family_letter(*, letter: Letter, by: User, reader: str) -> Letter:
    """Draw up the twin of a letter to the GP for one reader of the family.

    `reader` is the place of a parent or of the young person; twice is once. Raises
    Refused when that person may not read it, with the rule.
    """
    if reader not in PLACES or not letter.for_gp:
        raise Refused(_("Choose who of the family reads this letter."))
    found = draft_for(letter.referral, letter.kind, reader)
    if found is not None:
        return found
    _check_reader(letter, reader)
    facts = gather(letter.referral)
    twin = Letter(
        **wall_keys(letter.client),
        referral=letter.referral,
        trajectory=facts.trajectory,
        kind=letter.kind,
        audience=Letter.Audience.FAMILY,
        reader=reader,
        written_by=by,
        dated_on=clock.today(),
        changed_at=clock.now(),
    )
    with in_its_language():
        twin.body = draft_family_body(
            letter.kind,
            facts_for(facts, reader),
            voice_of(twin),
            others_of(letter.client, reader),
        )
    _print(twin)
    return _saved(twin)


@action(Permission.LETTER_WRITE, code=Entry.ActionCode.CREATE)
def write_twins(*, referral: Referral, by: User, kind: str) -> Letter:
    """Draw up the letter to the GP and one for each of the family who may read it.

    Returns the letter to the GP. Raises Refused as `write_letter` does.
    """
    letter: Letter = write_letter(referral=referral, by=by, kind=kind)
    for reader in readers_of(referral.client):
        if reader.may:
            write_family_letter(letter=letter, by=by, reader=reader.slot)
    return letter


def hand_draft_to(letter: Letter, owner: User) -> None:
    """Make a colleague the writer of a draft: its paper bears the new name at once.

    Called inside an act, which decides who may and logs it.
    """
    paper = Letter.objects.select_related("client", "programme", "holder").get(
        pk=letter.pk
    )
    paper.written_by, paper.dated_on = owner, clock.today()
    put_on_paper(paper)
    Letter.objects.filter(pk=letter.pk, status=Letter.Status.DRAFT).update(
        written_by=owner,
        dated_on=paper.dated_on,
        changed_at=clock.now(),
        pdf=paper.pdf,
        sha256=paper.sha256,
    )


def _saved(letter: Letter) -> Letter:
    """Save a draft; of two who draw it up at once, the first one's is the draft."""
    try:
        with transaction.atomic():
            letter.save(force_insert=True)
    except IntegrityError:
        return draft_for(letter.referral, letter.kind, letter.reader) or letter
    return letter


def _check_reader(letter: Letter, reader: str) -> None:
    """Refuse when who reads it may not, in the words of the rule."""
    told = to_gp(letter.client) if not reader else may_get(letter.client, reader)
    if not told.allowed:
        raise Refused(" ".join(words_of(told)))


@action(Permission.LETTER_WRITE)
def edit_letter(
    *, letter: Letter, by: User, body: str, his_text: str, sha256: str
) -> Letter:
    """Put another text in a draft, on today's paper with the writer's own name.

    `sha256` is the hash of the paper the writer saw. Raises Refused: the draft changed
    meanwhile, it is released, no text, too long, or a BSN in it.
    """
    paper = copy(letter)
    paper.body, paper.his_text = plain(body), plain(his_text)
    _check_text(paper)
    paper.written_by, paper.dated_on = by, clock.today()
    _print(paper)
    saved = Letter.objects.filter(
        pk=letter.pk, status=Letter.Status.DRAFT, sha256=sha256
    ).update(
        body=paper.body,
        his_text=paper.his_text,
        written_by=by,
        dated_on=paper.dated_on,
        changed_at=clock.now(),
        pdf=paper.pdf,
        sha256=paper.sha256,
    )
    letter.refresh_from_db()
    if not saved:
        raise Refused(_why_not(letter))
    return letter


@action(Permission.LETTER_WRITE)
def release_letter(*, letter: Letter, by: User, sha256: str) -> Letter:
    """Release exactly the paper that was seen to its reader; twice is once.

    `sha256` is the hash of the paper the releaser saw. It bears the releaser's name
    and today's date; from now on it never changes. Raises Refused when it is another,
    when a young person of 16 or older objects to a letter to the GP (LR-32), or when
    its reader of the family may not read it.
    """
    if not letter.released:
        _check_reader(letter, letter.reader)
    now = clock.now()
    won = (
        Letter.objects.filter(pk=letter.pk, status=Letter.Status.DRAFT)
        .filter(sha256=sha256, written_by=by, dated_on=clock.today())
        .exclude(pdf=None)
        .update(status=Letter.Status.RELEASED, released_at=now, changed_at=now)
    )
    letter.refresh_from_db()
    if not won:
        if letter.released and letter.sha256 == sha256:
            return letter
        raise Refused(_why_not(letter))
    if letter.for_gp:
        _give_to_practice(letter, by)
    else:
        _tell_reader(letter)
    return letter


@action(Permission.LETTER_WRITE)
def release_twins(*, letter: Letter, by: User, seen: Mapping[str, str]) -> Letter:
    """Release a letter to the GP and its twins together: all of them or none.

    `seen` gives for the public id of each letter the hash of the paper that was seen.
    Raises Refused as `release_letter` does, and when nothing was seen.
    """
    twins = Letter.objects.filter(
        referral=letter.referral_id, kind=letter.kind, uuid__in=list(seen)
    )
    found = list(twins.select_related("client", "referral", "practice").order_by("id"))
    if not found or len(found) != len(seen):
        raise Refused(_("Choose which letters you release."))
    for one in found:
        release_letter(letter=one, by=by, sha256=seen[str(one.uuid)])
    letter.refresh_from_db()
    return letter


def _give_to_practice(letter: Letter, by: User) -> None:
    """Put it on the timeline of the practice, tick the task off, and tell the GP."""
    with in_its_language():
        note_event(
            letter.referral,
            ReferralEvent.Kind.LETTER,
            by,
            owner=by.name,
            words=letter.title,
        )
    Task.objects.filter(
        referral=letter.referral_id, kind=Task.Kind.LETTER, done_at=None
    ).update(done_at=clock.now())
    _tell(letter)


def _tell_reader(letter: Letter) -> None:
    """Send a neutral mail to the reader's own address, if it may be used (R18)."""
    channel = mail_of(letter.client, letter.reader)
    if channel is not None:
        post(
            LETTER_FAMILY, client=letter.client, channel=channel, link="/mijn/brieven/"
        )


@action(Permission.LETTER_PASTE)
def mark_pasted(*, letter: Letter, by: User) -> Letter:
    """Note that the practice put the text in its own record; twice is once.

    Raises Refused for a draft.
    """
    if not letter.released or not letter.for_gp:
        raise Refused(_("This letter is not released yet."))
    Letter.objects.filter(pk=letter.pk, pasted_at=None).update(pasted_at=clock.now())
    letter.refresh_from_db()
    return letter


def proposal(referral: Referral, kind: str) -> tuple[str, str]:
    """Return what a letter would say, or why there is nothing to tell; one is ""."""
    facts = gather(referral)
    try:
        _check(kind, facts)
    except Refused as refusal:
        return "", str(refusal)
    with in_its_language():
        return draft_body(kind, facts), ""


def plain(text: str) -> str:
    """Return typed text with one kind of line end, without space around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _check(kind: str, facts: Facts) -> None:
    if kind not in Letter.Kind.values:
        raise Refused(_("Choose which letter you want to write."))
    if facts.referral.decided_at is None:
        raise Refused(_("Decide on the referral first; then there is news for the GP."))
    if facts.referral.status == Referral.Status.WITHDRAWN:
        raise Refused(_("The practice took this referral back itself."))
    if kind != Letter.Kind.DECISION and facts.trajectory is None:
        raise Refused(_("No help was started: write a letter about the decision."))
    closed_on = facts.trajectory.closed_on if facts.trajectory else None
    if kind == Letter.Kind.CLOSE and closed_on is None:
        raise Refused(_("This help is not closed yet."))


def _check_text(letter: Letter) -> None:
    if not letter.body:
        raise Refused(_("This letter has no text."))
    if len(letter.his_text) > LONGEST:
        raise Refused(
            _("The text for the record system is longer than %(most)s characters.")
            % {"most": LONGEST}
        )
    if not letter.for_gp and others_of(letter.client, letter.reader).traced_in(
        letter.body
    ):
        raise Refused(
            _(
                "An address, a telephone number or an e-mail address of someone else "
                "is in this text. Take it out: this reader may not have it."
            )
        )


def _print(letter: Letter) -> None:
    try:
        put_on_paper(letter)
    except BsnInLetter as found:
        raise Refused(
            _(
                "There is a citizen service number (BSN) in this text. Take it out: "
                "a letter never carries one."
            )
        ) from found


def _why_not(letter: Letter) -> str:
    if letter.released:
        return _("This letter was released already and cannot change any more.")
    return _("The letter changed since you saw it. Look again before you release it.")


def _tell(letter: Letter) -> None:
    """Send a neutral mail to the GP who referred, else to the GPs of the practice."""
    sent_by = letter.referral.sent_by
    at_practice = Membership.objects.active().filter(
        organisation=letter.practice_id, programme=letter.programme_id, role=Role.GP
    )
    readers = list(User.objects.filter(memberships__in=at_practice).distinct())
    for user in [sent_by] if sent_by in readers else readers or [sent_by]:
        post(LETTER_RELEASED, client=letter.client, user=user, link=_link(letter))


def _link(letter: Letter) -> str:
    return reverse("referral", kwargs={"uuid": letter.referral.uuid})
