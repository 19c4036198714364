"""How do municipality and GPs come to a decision, and who takes it once?

What is asked is not rewritten; what is taken never changes. Votes and the decision wait
for each other on the row of the decision, so that none is counted after it was taken.
"""

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.decisions import checks
from dichtbij.decisions.checks import OptionPart
from dichtbij.decisions.consulting import everyone_heard, gps_asked, practices_asked
from dichtbij.decisions.following import follow
from dichtbij.decisions.models import Decision, DecisionOption, PracticeVote
from dichtbij.decisions.recording import record_of
from dichtbij.evaluation.canonical import sha256_of
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.insight.models import Release
from dichtbij.organisations.models import Organisation, User
from dichtbij.outbox.post import post
from dichtbij.programmes.actions import check_own
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import standing

CREATE = Entry.ActionCode.CREATE
Status = Decision.Status


@action(Permission.DECISION_PREPARE, code=CREATE)
def prepare_decision(
    *, evaluation_round: EvaluationRound, by: User, options: Sequence[OptionPart]
) -> Decision:
    """Lay out the ways on, on a reported round and the newest release it cites.

    Raises Refused: a round not reported, fewer than two options, one without words or
    last day, or a decision on this round that is under way.
    """
    check_own(evaluation_round.programme_id)
    checks.check_round(evaluation_round)
    checks.check_options(evaluation_round, options)
    cited: Release | None = evaluation_round.releases.order_by("-ends_on").first()
    try:
        with transaction.atomic():
            made = Decision.objects.create(
                programme_id=evaluation_round.programme_id,
                evaluation_round=evaluation_round,
                release=cited,
                made_by=by,
                made_at=clock.now(),
            )
    except IntegrityError:
        raise Refused(
            _("A decision on this evaluation is being prepared already.")
        ) from None
    _write(made, options)
    return made


@action(Permission.DECISION_PREPARE)
def rewrite_decision(
    *, decision: Decision, by: User, options: Sequence[OptionPart]
) -> Decision:
    """Write the options anew, while no practice was asked. Raises Refused."""
    check_own(decision.programme_id)
    checks.check_options(decision.evaluation_round, options)
    found = _lock(decision)
    if found.status != Status.PREPARED:
        raise Refused(_("Practices were asked already: the options stay as they are."))
    found.options.all().delete()
    _write(found, options)
    return _same(decision)


@action(Permission.DECISION_PREPARE)
def ask_practices(*, decision: Decision, by: User, votes_until: date) -> Decision:
    """Ask each practice that takes part what it prefers, until a day included.

    The GPs get a mail that names nothing. Raises Refused: a day in the past, or asked
    already.
    """
    check_own(decision.programme_id)
    checks.check_votes_until(votes_until)
    prepared = Decision.objects.filter(pk=decision.pk, status=Status.PREPARED)
    if not prepared.update(status=Status.CONSULTED, votes_until=votes_until):
        raise Refused(_("Practices were asked already."))
    for gp in gps_asked(decision.programme):
        post("decision_asked", user=gp, link=f"/besluiten/{decision.uuid}/")
    return _same(decision)


@action(Permission.DECISION_VOTE)
def vote(
    *, decision: Decision, by: User, option: DecisionOption, words: str = ""
) -> Decision:
    """Say what one's practice prefers; until the last day one may change it.

    Raises Refused: not asked, too late, taken, or a practice that takes no part.
    """
    check_own(decision.programme_id)
    found = _lock(decision)
    checks.check_open_for_votes(found)
    if option.decision_id != found.pk:
        raise Refused(_("Choose one of the options of this decision."))
    PracticeVote.objects.update_or_create(
        decision=found,
        practice=_own_practice(found.programme),
        defaults={
            "option": option,
            "words": words.strip(),
            "voted_by": by,
            "voted_at": clock.now(),
        },
    )
    return _same(decision)


@action(Permission.DECISION_TAKE)
def take_decision(
    *,
    decision: Decision,
    by: User,
    chosen: DecisionOption,
    grounds: str,
    conditions: str = "",
    review_on: date | None = None,
    public_page: bool = False,
) -> Decision:
    """Take the decision for the municipality; the programme follows. Twice is once.

    Raises Refused: practices not asked or still voting, no grounds, no day to look
    again, or somebody was first.
    """
    check_own(decision.programme_id)
    found = _lock(decision)
    if found.status == Status.TAKEN:
        return _first(decision, found, by)
    _check_heard(found)
    checks.check_told(found, chosen, grounds)
    checks.check_review(chosen, review_on)
    told = {
        "status": Status.TAKEN,
        "chosen": chosen,
        "grounds": grounds.strip(),
        "conditions": conditions.strip(),
        "review_on": review_on,
        "taken_by": by,
        "taken_at": clock.now(),
    }
    for name, value in told.items():
        setattr(found, name, value)
    told["sha256"] = sha256_of(record_of(found))
    Decision.objects.filter(pk=found.pk, status=Status.CONSULTED).update(**told)
    follow(found, chosen, by, public_page=public_page)
    return _same(decision)


@action(Permission.PROGRAMME_MANAGE)
def show_public_page(*, programme: Programme, by: User, public_page: bool) -> Programme:
    """Open the figures of the programme to everyone, or close that page again."""
    check_own(programme.pk)
    Programme.objects.filter(pk=programme.pk).update(public_page=public_page)
    programme.refresh_from_db()
    return programme


def _write(decision: Decision, options: Sequence[OptionPart]) -> None:
    for one in options:
        decision.options.create(
            kind=one.kind,
            words=one.words.strip(),
            arguments_for=one.arguments_for.strip(),
            arguments_against=one.arguments_against.strip(),
            cents_per_year=one.cents_per_year,
            until_on=one.until_on,
        )


def _lock(decision: Decision) -> Decision:
    """Return the row as it is now; whoever else changes it waits.

    Who took it is asked afterwards: a row joined before the wait would say nobody.
    """
    rows = Decision.objects.select_for_update(of=("self",))
    beside = ("programme", "evaluation_round", "release")
    return rows.select_related(*beside).get(pk=decision.pk)


def _own_practice(programme: Programme) -> Organisation:
    """Return the practice one stands at. Raises Refused when it takes no part."""
    where = standing()
    mine = practices_asked(programme, clock.today()).filter(
        pk=(where.organisation_id if where else None) or 0
    )
    practice = mine.first()
    if practice is None:
        raise Refused(_("Your practice does not take part now, and so has no vote."))
    return practice


def _check_heard(found: Decision) -> None:
    if found.status == Status.PREPARED:
        raise Refused(_("Ask the practices first what they prefer."))
    last = found.votes_until
    if last is not None and last >= clock.today() and not everyone_heard(found):
        raise Refused(
            _("Practices may still vote, until the last day or until all have.")
        )


def _first(decision: Decision, found: Decision, by: User) -> Decision:
    """Return it for whoever took it; refuse another, with who was first."""
    if found.taken_by_id != by.pk:
        name = found.taken_by.name if found.taken_by is not None else ""
        raise Refused(_("%(name)s already took this decision.") % {"name": name})
    return _same(decision)


def _same(decision: Decision) -> Decision:
    decision.refresh_from_db()
    return decision
