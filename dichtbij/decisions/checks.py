"""Can this be laid before people at all, and if not, what must somebody change?

Each check raises Refused with the sentence that a person reads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.decisions.models import Decision, DecisionOption
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused

Kind = DecisionOption.Kind
Status = Decision.Status


@dataclass(frozen=True)
class OptionPart:
    """One way on, as it is laid before practices: words, arguments, cost, last day."""

    kind: str
    words: str
    arguments_for: str = ""
    arguments_against: str = ""
    cents_per_year: int | None = None
    until_on: date | None = None


def check_round(of_round: EvaluationRound) -> None:
    """Refuse a round that was not reported: nobody decides on figures to come."""
    if of_round.status != EvaluationRound.Status.CLOSED:
        raise Refused(_("This evaluation is not reported yet. Close it first."))


def check_options(of_round: EvaluationRound, options: Sequence[OptionPart]) -> None:
    """Refuse fewer than two options, one twice, one without words or without a day."""
    kinds = [one.kind for one in options]
    if len(kinds) < 2:
        raise Refused(_("Describe at least two options: a choice needs them."))
    if len(set(kinds)) < len(kinds):
        raise Refused(_("Each kind of option stands there once."))
    if of_round.kind != Milestone.Kind.FINAL and Kind.STRUCTURAL in kinds:
        raise Refused(
            _("On an interim evaluation the pilot can be extended or stopped only.")
        )
    for one in options:
        _check_option(one)


def _check_option(one: OptionPart) -> None:
    told = {"option": Kind(one.kind).label}
    if not one.words.strip():
        raise Refused(_("Say in words what this option is: %(option)s.") % told)
    if one.cents_per_year is not None and one.cents_per_year < 0:
        raise Refused(_("An option does not cost less than nothing."))
    if one.kind == Kind.STRUCTURAL:
        if one.until_on is not None:
            raise Refused(_("What becomes structural has no last day."))
    elif one.until_on is None:
        raise Refused(_("Give the last day of this option: %(option)s.") % told)
    elif one.until_on < clock.today():
        raise Refused(_("The last day of an option has passed."))


def check_votes_until(votes_until: date) -> None:
    """Refuse a day that has passed."""
    if votes_until < clock.today():
        raise Refused(_("Practices need a day that is yet to come."))


def check_open_for_votes(decision: Decision) -> None:
    """Refuse a vote before practices are asked, after the last day, or once taken."""
    if decision.status == Status.PREPARED:
        raise Refused(_("Practices have not been asked yet."))
    if decision.status == Status.TAKEN:
        raise Refused(_("The decision was taken already. Your vote was not noted."))
    last = decision.votes_until
    if last is not None and last < clock.today():
        raise Refused(
            _("Voting ended on %(day)s. Your vote was not noted.")
            % {"day": date_format(last, "j F Y")}
        )


def check_told(decision: Decision, chosen: DecisionOption, grounds: str) -> None:
    """Refuse an option of elsewhere, and a decision without its grounds."""
    if chosen.decision_id != decision.pk:
        raise Refused(_("Choose one of the options of this decision."))
    if not grounds.strip():
        raise Refused(_("Say on which grounds."))


def check_review(chosen: DecisionOption, review_on: date | None) -> None:
    """Refuse to go on without a day to look again, and such a day in the past."""
    if review_on is None:
        if chosen.kind != Kind.STOPPED:
            raise Refused(_("Say when this decision is looked at again."))
    elif review_on <= clock.today():
        raise Refused(_("The day to look again lies ahead."))
