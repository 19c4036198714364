"""How do families, schools and practitioners look back, without a name?

A team lead or practitioner makes secret links or codes; whoever has one answers three
questions once, without an account. The request knows that it was answered, never by
which answer. The words stay with the employer; what leaves is a summary that two of
its people saw (R37).
"""

import hashlib
import secrets
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action, standing_at
from dichtbij.audit.models import Entry
from dichtbij.evaluation.actions import Answer, Status, check_answer
from dichtbij.evaluation.models import (
    EvaluationRound,
    Party,
    Voice,
    VoiceRequest,
    VoiceSummary,
)
from dichtbij.organisations.models import Organisation, User
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import Standing, standing

PEOPLE = (Party.FAMILY, Party.SCHOOL, Party.PRACTITIONER)
MOST = 60  # links at once: two sheets of paper
LEAST_VOICES = 5  # fewer would say in a summary what one person said
# Without what looks alike on paper: 12 of 30 signs, nearly 59 bits.
SIGNS = "abcdefghjkmnpqrstuvwxyz2345679"
SIGNS_OF_TOKEN, GROUP = 12, 4


@dataclass(frozen=True)
class Invited:
    """Links that were made just now: the only moment their tokens are known."""

    party: str
    tokens: tuple[str, ...]


def new_token() -> str:
    """Return a secret that fits on paper: 12 signs in groups of four."""
    signs = "".join(secrets.choice(SIGNS) for _n in range(SIGNS_OF_TOKEN))
    groups = (signs[at : at + GROUP] for at in range(0, len(signs), GROUP))
    return "-".join(groups)


def hash_of(token: str) -> bytes:
    """Return what is kept of a token; typed with capitals or spaces it is the same."""
    plain = "".join(sign for sign in token.lower() if sign.isalnum())
    return hashlib.sha256(plain.encode(errors="surrogatepass")).digest()


@action(Permission.VOICE_ASK, code=Entry.ActionCode.CREATE)
def ask_voices(
    *, evaluation_round: EvaluationRound, by: User, party: str, number: int
) -> Invited:
    """Make so many secret links for people of one kind; they are shown this once.

    Raises Refused: a round that is not open, an unknown kind, fewer than 1 or more
    than 60 at once.
    """
    if party not in PEOPLE:
        raise Refused(_("Choose families, schools or youth practitioners."))
    if not 1 <= number <= MOST:
        raise Refused(_("Make between 1 and %(most)d links at once.") % {"most": MOST})
    _check_open(evaluation_round)
    tokens = tuple(new_token() for _n in range(number))
    VoiceRequest.objects.bulk_create(
        VoiceRequest(
            programme=evaluation_round.programme,
            holder=_employer(),
            evaluation_round=evaluation_round,
            party=party,
            token_hash=hash_of(token),
            asked_by=by,
            asked_at=clock.now(),
        )
        for token in tokens
    )
    return Invited(party, tokens)


def _check_open(found: EvaluationRound) -> None:
    # Whoever closes at this moment waits, or was first.
    locked = EvaluationRound.objects.select_for_update().filter(pk=found.pk)
    if locked.filter(status=Status.OPEN).first() is None:
        raise Refused(_("This round is not open: there is nothing to answer."))


def _employer() -> Organisation:
    where = standing()
    if where is None or where.organisation_id is None:
        raise Refused(_("Only somebody of an employer asks for voices."))
    return Organisation.objects.get(pk=where.organisation_id)


def open_request(token: str) -> VoiceRequest | None:
    """Return the request behind a token while it can be answered, or None."""
    return (
        VoiceRequest.objects.filter(
            token_hash=hash_of(token),
            answered_on=None,
            evaluation_round__status=Status.OPEN,
        )
        .select_related("programme", "evaluation_round")
        .first()
    )


def answer_request(token: str, answer: Answer) -> bool:
    """Keep what somebody says by a secret link, once; False when it opens nothing.

    Nobody stands anywhere: the request says at whose employer the words are kept, and
    no address is logged. Raises Refused as `check_answer`.
    """
    request = open_request(token)
    if request is None:
        return False
    place = Standing(
        user_id=User.objects.by_link().pk,
        role="system",
        programme_id=request.programme_id,
        holders=(request.holder_id,),
    )
    with standing_at(place):
        return give_voice(
            # The log names the round, so that no line ties a request to its answer.
            evaluation_round=request.evaluation_round,
            by=User.objects.by_link(),
            request=request,
            answer=answer,
        )


@action(Permission.VOICE_ASK, code=Entry.ActionCode.CREATE)
def give_voice(
    *,
    evaluation_round: EvaluationRound,
    by: User,
    request: VoiceRequest,
    answer: Answer,
) -> bool:
    """Keep an answer apart from its request; False when it was answered meanwhile."""
    check_answer(answer)
    unanswered = VoiceRequest.objects.filter(
        pk=request.pk, answered_on=None, evaluation_round__status=Status.OPEN
    )
    if not unanswered.update(answered_on=clock.today()):
        return False
    Voice.objects.create(
        programme_id=request.programme_id,
        holder_id=request.holder_id,
        evaluation_round=evaluation_round,
        party=request.party,
        given_on=clock.today(),
        **vars(answer),
    )
    return True


def summary_of(found: EvaluationRound, party: str) -> VoiceSummary:
    """Return the summary of one's employer, or one that is still to be written."""
    holder = _employer()
    written = VoiceSummary.objects.filter(
        evaluation_round=found, holder=holder, party=party
    )
    return written.first() or VoiceSummary(
        programme=found.programme, evaluation_round=found, holder=holder, party=party
    )


@action(Permission.VOICE_SUMMARISE, code=Entry.ActionCode.CREATE)
def write_summary(*, summary: VoiceSummary, by: User, words: str) -> VoiceSummary:
    """Say in own words what the voices of one kind say together; names nobody.

    Raises Refused: nothing written, a round that is not open, fewer than five voices,
    or one that was checked.
    """
    if not words.strip():
        raise Refused(_("Write what they say together, in your own words."))
    _check_open(summary.evaluation_round)
    number = Voice.objects.filter(
        evaluation_round=summary.evaluation_round,
        holder=summary.holder_id,
        party=summary.party,
    ).count()
    if number < LEAST_VOICES:
        told = {"number": number, "least": LEAST_VOICES}
        raise Refused(
            _(
                "%(number)d answered. From %(least)d on a summary no longer tells what "
                "one person said."
            )
            % told
        )
    return _written(summary, by, words.strip())


def _written(summary: VoiceSummary, by: User, words: str) -> VoiceSummary:
    told = {"words": words, "written_by": by, "written_at": clock.now()}
    if summary.pk is None:
        for name, value in told.items():
            setattr(summary, name, value)
        try:
            with transaction.atomic():
                summary.save()
        except IntegrityError:
            raise Refused(_("Somebody else wrote this summary just now.")) from None
        return summary
    unchecked = VoiceSummary.objects.filter(pk=summary.pk, checked_at=None)
    if not unchecked.update(**told):
        raise Refused(_("This summary was checked: it stays as it is."))
    summary.refresh_from_db()
    return summary


@action(Permission.VOICE_SUMMARISE)
def check_summary(*, summary: VoiceSummary, by: User, words: str) -> VoiceSummary:
    """Check that a summary quotes and names nobody; from then on it never changes.

    `words` is the text that was read. Raises Refused: one's own, changed meanwhile,
    checked already, or a round that is not open.
    """
    if summary.written_by_id == by.pk:
        raise Refused(_("You wrote this yourself. Somebody else checks it."))
    _check_open(summary.evaluation_round)
    unchecked = VoiceSummary.objects.filter(
        pk=summary.pk, checked_at=None, words=words
    ).exclude(written_by=by)
    if not unchecked.update(checked_by=by, checked_at=clock.now()):
        raise Refused(
            _("This summary changed or was checked meanwhile. Read it again.")
        )
    summary.refresh_from_db()
    return summary
