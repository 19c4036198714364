"""What does a letter to one reader of the family say before anybody edits it?

From the same facts as the letter to the GP, without what belongs to others, what was
said in confidence, and words of the trade. The caller chooses the language.
"""

from collections.abc import Iterator
from functools import partial

from django.utils.formats import date_format

from dichtbij.network.facts import Facts, day_of
from dichtbij.network.letter_data import LetterPart, body_of
from dichtbij.network.models import Letter
from dichtbij.network.others import Others
from dichtbij.network.plain_words import CHILD, PARENT, PLAIN_HELP, TEEN_FROM, say
from dichtbij.network.room import fit
from dichtbij.network.soep import without_bsn
from dichtbij.referrals import questions
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar

LONGEST_GOAL = 120
LONGEST_AGREEMENT = 600
# A letter may lie on a table that others pass: these subjects are left to the writer.
UNTOLD = frozenset({"VEI", "SEK", "MID"})
SOLVED = "opgelost_geen_vervolg"
READS_FROM = 8  # Source: LR-122, the youngest who gets words of its own


def draft_family_body(kind: str, facts: Facts, voice: str, others: Others) -> str:
    """Return the text for one reader; `facts` holds only what that reader may know."""
    child = facts.child
    told = list(_told(kind, facts, voice, others))
    if voice == PARENT and READS_FROM <= child.age() < TEEN_FROM:
        told.append(("together", _together(kind, facts, others)))
    parts = [
        LetterPart(
            label=say(label, voice, child=child.given_name), text=without_bsn(text)
        )
        for label, text in told
        if text
    ]
    return body_of(parts)


def _together(kind: str, facts: Facts, others: Others) -> str:
    """Return the few lines that a parent reads together with a child of 8 to 11."""
    told = [
        say("came_bare", CHILD),
        *_goals(facts, CHILD, others),
        *_next(kind, facts, CHILD),
    ]
    return "\n".join(told)


def _told(
    kind: str, facts: Facts, voice: str, others: Others
) -> Iterator[tuple[str, str]]:
    """Yield the label and the text of each part, in the order of reading."""
    if kind == Letter.Kind.DECISION:
        yield "decided", _decision(facts, voice)
    else:
        yield "why", _why(facts, voice)
    yield "done", _done(facts, voice)
    yield "goals", "\n".join(_goals(facts, voice, others))
    yield "agreed", others.left_out_of(_agreements(facts))
    yield "next", " ".join(_next(kind, facts, voice))


def _why(facts: Facts, voice: str) -> str:
    first = facts.referral.primary_question
    codes = [first, *(one for one in facts.referral.questions if one != first)]
    labels = [
        questions.label(code)
        for code in codes
        if questions.first_level(code) not in UNTOLD and code != questions.OTHER
    ]
    child = facts.child.given_name
    if not labels or voice == CHILD:
        return say("came_bare", voice, child=child)
    return say("came", voice, child=child, questions=", ".join(labels).lower())


def _done(facts: Facts, voice: str) -> str:
    if not facts.contacts:
        return say("never", voice)
    days = [day_of(one) for one in facts.contacts]
    told = {
        "first": date_format(days[0], "j F"),
        "last": date_format(days[-1], "j F"),
        "count": len(days),
    }
    return say("once" if len(days) == 1 else "often", voice, **told)


def _goals(facts: Facts, voice: str, others: Others) -> Iterator[str]:
    for goal in facts.goals:
        words = others.left_out_of(goal.goal.words)
        if not words:
            continue
        told = partial(say, voice=voice, goal=fit(words, LONGEST_GOAL).rstrip("."))
        values = goal.values
        if len(values) > 1:
            yield told("goal_moved", first=values[0], last=values[-1])
        elif values:
            yield told("goal_now", last=values[0])
        else:
            yield told("goal")


def _agreements(facts: Facts) -> str:
    return fit(" ".join(facts.agreements.split()), LONGEST_AGREEMENT)


def _decision(facts: Facts, voice: str) -> str:
    child = facts.child.given_name
    if facts.referral.status == Referral.Status.DECLINED:
        return say("not_here", voice, child=child)
    return say("help" if facts.advice is None else "other_help", voice, child=child)


def _next(kind: str, facts: Facts, voice: str) -> Iterator[str]:
    if kind == Letter.Kind.CLOSE:
        yield from _ending(facts, voice)
        yield say("again", voice)
    else:
        if facts.planned is not None:
            at = calendar.local(facts.planned.starts_at)
            day = date_format(at.date(), "l j F")
            yield say("meet", voice, day=day, time=f"{at:%H:%M}")
        yield say("stay", voice)
    yield say("rights", voice)


def _ending(facts: Facts, voice: str) -> Iterator[str]:
    help_ = facts.trajectory
    if help_ is None or help_.closed_on is None:
        return
    yield say("ended", voice, day=date_format(help_.closed_on, "j F"))
    if help_.outcome == SOLVED:
        yield say("enough", voice)
    elif help_.outcome in PLAIN_HELP:
        yield say("on_to", voice, help=PLAIN_HELP[help_.outcome])
