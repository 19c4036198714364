"""What happens to a concern about safety: opened, five steps, decided, closed.

Nothing here asks for consent: safety never waits for it (LR-93).
"""

from datetime import date

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.models import Client, wall_keys
from dichtbij.organisations.models import User
from dichtbij.safety.framework import framework_on, weigh
from dichtbij.safety.models import Concern, ConcernStep
from dichtbij.safety.reading import answers_of, open_concern_of, steps_taken
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

Step = ConcernStep.Step
REPORT, HELP, AFTERWARDS = 1, 2, 3  # the questions of step 5
MAPPING = (Step.SIGNS, Step.COLLEAGUE, Step.TALK)


@action(Permission.CONCERN_WRITE, code=Entry.ActionCode.CREATE)
def open_concern(*, client: Client, by: User, signs: str, officer: str = "") -> Concern:
    """Begin the meldcode with the signs one has: that is step 1 (LR-90).

    Raises Refused without words, or when one is open already: then add to that one.
    """
    words = _said(signs, _("Write down which signs you have."))
    # Two windows could each see none: the child's row makes them queue.
    Client.objects.select_for_update().get(pk=client.pk)
    if open_concern_of(client) is not None:
        raise Refused(_("The steps were already begun for this child. Add to them."))
    concern = Concern.objects.create(
        **wall_keys(client),
        signs=words,
        opened_at=clock.now(),
        opened_by=by,
        officer=officer.strip()[:120],
    )
    _note(concern, by, Step.SIGNS, words, clock.today())
    return concern


@action(Permission.CONCERN_WRITE, code=Entry.ActionCode.CREATE)
def take_step(
    *,
    concern: Concern,
    by: User,
    step: int,
    words: str,
    taken_on: date | None = None,
    skipped: bool = False,
) -> ConcernStep:
    """Record step 1, 2 or 3 with its day and reason; each may be added to later.

    Only the talk (3) may be left out, for safety, with the reason in `words` (LR-93).
    Raises Refused: closed, another step, a day to come, or no words.
    """
    _still_open(concern)
    if step not in MAPPING:
        raise Refused(_("Choose step 1, 2 or 3."))
    if skipped and step != Step.TALK:
        raise Refused(_("Only the talk may be left out, and only for safety."))
    said = _said(
        words,
        _("Write why the talk would not be safe.")
        if skipped
        else _("Write what you did and what you considered."),
    )
    return _note(concern, by, step, said, _day(taken_on), skipped=skipped)


@action(Permission.CONCERN_WRITE, code=Entry.ActionCode.CREATE)
def weigh_concern(
    *,
    concern: Concern,
    by: User,
    question: int,
    answer: bool,
    words: str,
    taken_on: date | None = None,
) -> ConcernStep:
    """Answer one question of the weighing framework, with the reason: step 4 (LR-91).

    An answer may be given again; the last one counts. Raises Refused: closed, steps 2
    and 3 not taken, a question that is not asked, or no words.
    """
    _still_open(concern)
    _taken_before_weighing(concern)
    given = answers_of(concern)
    weighed = weigh(framework_on(clock.today()), given)
    asked = weighed.asks.number if weighed.asks else None
    if question != asked and question not in weighed.path:
        raise Refused(_("This question is not asked now. Answer them in order."))
    said = _said(words, _("Write what you considered, also when the answer is no."))
    return _note(
        concern,
        by,
        Step.WEIGH,
        said,
        _day(taken_on),
        question=question,
        answer=_yes_or_no(answer),
    )


@action(Permission.CONCERN_WRITE)
def decide_concern(
    *,
    concern: Concern,
    by: User,
    report: bool,
    report_words: str,
    helps: bool,
    help_words: str,
    taken_on: date | None = None,
) -> Concern:
    """Take both decisions of step 5: is reporting needed, and is help possible too?

    Reporting may be decided at any time: danger waits for no step (LR-92). Not to
    report asks for the whole weighing first. Both ask for a reason. It may be decided
    again while open; the last one counts. Raises Refused otherwise.
    """
    _still_open(concern)
    if not report:
        _weighed(concern)
    why = _("Write the reason, also when you do not report.")
    said = _said(report_words, why)
    help_said = _said(help_words, _("Write which help there is, or why there is none."))
    day = _day(taken_on)
    for question, answer, words in (
        (REPORT, report, said),
        (HELP, helps, help_said),
    ):
        _note(
            concern,
            by,
            Step.DECIDE,
            words,
            day,
            question=question,
            answer=_yes_or_no(answer),
        )
    Concern.objects.filter(pk=concern.pk).update(reported=report)
    concern.refresh_from_db()
    return concern


@action(Permission.CONCERN_WRITE)
def close_concern(*, concern: Concern, by: User, words: str) -> Concern:
    """Close, with what was agreed about what comes after.

    Raises Refused: closed before, not decided, or no words.
    """
    if concern.reported is None:
        raise Refused(_("Take both decisions of step 5 first."))
    said = _said(words, _("Write what was agreed about what comes after."))
    won = Concern.objects.filter(pk=concern.pk, closed_at=None).update(
        closed_at=clock.now()
    )
    concern.refresh_from_db()
    if not won:
        raise Refused(_("These steps were closed already."))
    _note(concern, by, Step.DECIDE, said, clock.today(), question=AFTERWARDS)
    return concern


def _note(
    concern: Concern,
    by: User,
    step: int,
    words: str,
    taken_on: date,
    *,
    question: int | None = None,
    answer: str = "",
    skipped: bool = False,
) -> ConcernStep:
    return ConcernStep.objects.create(
        client_id=concern.client_id,
        programme_id=concern.programme_id,
        holder_id=concern.holder_id,
        practice_id=concern.practice_id,
        concern=concern,
        step=step,
        question=question,
        answer=answer,
        skipped=skipped,
        words=words,
        taken_on=taken_on,
        by=by,
        at=clock.now(),
    )


def _still_open(concern: Concern) -> None:
    """Wait for whoever writes in this concern; refuse once it is closed."""
    now = Concern.objects.select_for_update().get(pk=concern.pk)
    if now.closed_at is not None:
        raise Refused(_("These steps were closed already."))


def _said(words: str, otherwise: str) -> str:
    if not words.strip():
        raise Refused(otherwise)
    return words.strip()


def _day(taken_on: date | None) -> date:
    today = clock.today()
    if taken_on is not None and taken_on > today:
        raise Refused(_("This day is still to come."))
    return taken_on or today


def _taken_before_weighing(concern: Concern) -> None:
    lacking = [step for step in MAPPING if step not in steps_taken(concern)]
    if lacking:
        raise Refused(
            _("Record step %(step)s first: %(what)s.")
            % {"step": lacking[0].value, "what": lacking[0].label}
        )


def _weighed(concern: Concern) -> None:
    _taken_before_weighing(concern)
    if weigh(framework_on(clock.today()), answers_of(concern)).norm is None:
        raise Refused(
            _("Weigh first with the questions of step 4. You may always report.")
        )


def _yes_or_no(answer: bool) -> str:
    return ConcernStep.Answer.YES if answer else ConcernStep.Answer.NO
