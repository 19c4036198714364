"""What does a letter say before anybody edits it, from what was recorded?

At most 15 lines on paper, never a BSN (ux.md 3 row 10, LR-42). The caller chooses the
language; the words come from there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dichtbij.care.caseload import GoalProgress
from dichtbij.network.facts import Facts, day_of
from dichtbij.network.letter_data import LetterPart, body_of
from dichtbij.network.models import Letter
from dichtbij.network.room import deal, fit, fit_lines, lines_of
from dichtbij.network.soep import soep_text, without_bsn
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar, clock

LINES = 15  # Source: peers.md F14
WIDTH = 64  # characters of Dutch that fit beside the labels of letter.typ
LONGEST_GOAL = 100


@dataclass(frozen=True)
class Told:
    """One paragraph under a label; `whole` is never cut."""

    label: str
    text: str
    whole: bool = False


def draft_body(kind: str, facts: Facts) -> str:
    """Return the text of a letter, with a label above each part."""
    told = [
        replace(one, text=without_bsn(" ".join(one.text.split())))
        for one in KINDS[Letter.Kind(kind)](facts)
        if one.text.strip()
    ]
    parts: list[LetterPart] = []
    for one, lines in zip(told, _lines_for(told), strict=True):
        text = fit_lines(one.text, lines, WIDTH)
        if parts and parts[-1]["label"] == one.label:
            parts[-1]["text"] += f"\n{text}"
        else:
            parts.append(LetterPart(label=one.label, text=text))
    return body_of(parts)


def _lines_for(told: list[Told]) -> list[int]:
    """Return how many lines each paragraph gets; goals give way to the others."""
    goals = pgettext("letter", "Goals (0-10)")
    needs = [lines_of(one.text, WIDTH) for one in told]
    kept = sum(need for need, one in zip(needs, told, strict=True) if one.whole)
    order = sorted(
        (at for at, one in enumerate(told) if not one.whole),
        key=lambda at: told[at].label == goals,
    )
    dealt = deal([needs[at] for at in order], LINES - kept)
    for at, lines in zip(order, dealt, strict=True):
        needs[at] = lines
    return needs


def draft_soep(kind: str, facts: Facts, by: User) -> str:
    """Return the text for the GP's own record system: at most 600 characters."""
    evaluation = {
        Letter.Kind.START: _assessment,
        Letter.Kind.DECISION: _decision,
        Letter.Kind.CLOSE: _ending,
    }[Letter.Kind(kind)]
    sentence = facts.referral.sentence.strip()
    return soep_text(
        held_on=day_of(facts.last) if facts.last else clock.today(),
        practitioner=by.name,
        function=facts.referral.programme.function_label,
        subjective=_sentences(_capital(", ".join(facts.questions)), sentence),
        objective=_sentences(_done(facts), _near(facts)),
        evaluation=_sentences(*evaluation(facts)),
        plan=_sentences(facts.agreements, *_next(kind, facts)),
    )


def _start(facts: Facts) -> Iterator[Told]:
    yield from _warning(facts)
    yield from _opening(facts)
    yield from _wishes(facts)
    yield Told(pgettext("letter", "Agreements"), _sentences(facts.agreements))
    yield _what_next(Letter.Kind.START, facts)


def _decide(facts: Facts) -> Iterator[Told]:
    yield from _warning(facts)
    yield Told(pgettext("letter", "Decision"), _sentences(*_decision(facts)))
    yield from _opening(facts)
    yield from _wishes(facts)
    yield Told(pgettext("letter", "Agreements"), _sentences(facts.agreements))
    yield _what_next(Letter.Kind.DECISION, facts)


def _close(facts: Facts) -> Iterator[Told]:
    yield from _warning(facts)
    yield from _opening(facts)
    yield from _wishes(facts)
    yield Told(pgettext("letter", "Ending"), _sentences(*_ending(facts)))
    yield Told(pgettext("letter", "Agreements"), _sentences(facts.agreements))
    yield _what_next(Letter.Kind.CLOSE, facts)


KINDS = {
    Letter.Kind.START: _start,
    Letter.Kind.DECISION: _decide,
    Letter.Kind.CLOSE: _close,
}


def _warning(facts: Facts) -> Iterator[Told]:
    """Say first, and never cut, that the parents may not read this (R18)."""
    if facts.child.without_parents:
        name = {"name": facts.child.given_name}
        words = _(
            "%(name)s is helped without the parents. Do not share this letter "
            "with them."
        )
        yield Told(pgettext("letter", "Please note"), words % name, whole=True)


def _opening(facts: Facts) -> Iterator[Told]:
    told = {
        "day": _day(facts.referral.received_on()),
        "questions": ", ".join(facts.questions),
    }
    came_with = _("Referred on %(day)s with: %(questions)s.") % told
    sentence = facts.referral.sentence.strip()
    words = f"\u201c{sentence}\u201d" if sentence else ""
    yield Told(pgettext("letter", "Reason for referral"), f"{came_with} {words}")
    others = _assessment(facts) if set(facts.themes) - set(facts.questions) else ()
    done = _sentences(_done(facts), *others)
    yield Told(pgettext("letter", "What was done"), done)


def _done(facts: Facts) -> str:
    """Say how often, when and with whom the practitioner spoke."""
    if not facts.contacts:
        return _("There has been no conversation yet.")
    first, last = day_of(facts.contacts[0]), day_of(facts.contacts[-1])
    told = {
        "day": _day(last),
        "first": _day(first, full=first.year != last.year),
        "count": len(facts.contacts),
        "who": _together(_people(facts)),
    }
    if len(facts.contacts) == 1 and facts.contacts[0].by_telephone:
        return _("On %(day)s I spoke with %(who)s by telephone.") % told
    if len(facts.contacts) == 1:
        return _("On %(day)s I spoke with %(who)s.") % told
    if first == last:
        return _("On %(day)s there were %(count)s conversations with %(who)s.") % told
    return (
        _(
            "Between %(first)s and %(day)s there were %(count)s conversations with "
            "%(who)s."
        )
        % told
    )


def _assessment(facts: Facts) -> Iterator[str]:
    if facts.themes:
        yield _("Discussed: %(themes)s.") % {"themes": ", ".join(facts.themes)}


def _decision(facts: Facts) -> Iterator[str]:
    name = {"name": facts.child.given_name}
    if facts.referral.status == Referral.Status.DECLINED:
        yield _("I return this referral to you.")
        yield _("Reason: %(words)s") % {"words": facts.referral.decline_reason}
    elif facts.advice is None:
        yield _("I take on the help to %(name)s.") % name
    else:
        yield _("My advice is to refer %(name)s on.") % name
        yield facts.advice.next_step_words


def _ending(facts: Facts) -> Iterator[str]:
    help_ = facts.trajectory
    if help_ is None or help_.closed_on is None:
        return
    yield _("Ended on %(day)s, %(reason)s. Outcome: %(outcome)s.") % {
        "day": _day(help_.closed_on),
        "reason": help_.get_close_reason_display(),
        "outcome": help_.get_outcome_display(),
    }
    yield help_.close_words


def _what_next(kind: str, facts: Facts) -> Told:
    words = _sentences(*_next(kind, facts), *_promise(kind, facts))
    return Told(pgettext("letter", "What comes next"), words)


def _next(kind: str, facts: Facts) -> Iterator[str]:
    """Say what is planned; an advice to refer is a decision, not a plan."""
    if kind == Letter.Kind.CLOSE:
        return
    if facts.planned is not None:
        at = calendar.local(facts.planned.starts_at)
        told = {"day": _day(at.date()), "time": f"{at:%H:%M}"}
        yield _("Next conversation: %(day)s at %(time)s.") % told
    if facts.last is not None and facts.last is not facts.advice:
        yield facts.last.next_step_words


def _promise(kind: str, facts: Facts) -> Iterator[str]:
    name = {"name": facts.child.given_name}
    if kind == Letter.Kind.CLOSE:
        yield _("With new questions you can refer %(name)s again.") % name
    elif facts.referral.status == Referral.Status.DECLINED:
        yield _("Do you have questions about this? I will gladly discuss it with you.")
    elif kind == Letter.Kind.DECISION and facts.advice is not None:
        yield _("Do you agree? Then I will gladly arrange the next step with you.")
    else:
        yield _("You will hear from me when something is decided and at the end.")


def _wishes(facts: Facts) -> Iterator[Told]:
    for goal in _goals(facts):
        yield Told(pgettext("letter", "Goals (0-10)"), f"\u2013 {goal}")


def _near(facts: Facts) -> str:
    goals = "; ".join(_goals(facts))
    return f"{pgettext('letter', 'Goals (0-10)')}: {goals}" if goals else ""


def _goals(facts: Facts) -> Iterator[str]:
    """Say each goal in the family's words, cut if need be, and how near it is."""
    for goal in facts.goals:
        progress = _progress(goal)
        words = fit(goal.goal.words, LONGEST_GOAL - len(progress)).rstrip(".")
        yield f"{words}{progress}"


def _progress(goal: GoalProgress) -> str:
    if not goal.values:
        return ""
    told = {"first": goal.values[0], "last": goal.values[-1]}
    if len(goal.values) == 1:
        return _(": now %(last)s") % told
    return _(": from %(first)s to %(last)s") % told


def _people(facts: Facts) -> list[str]:
    """Return who was there, in the order they came; two parents in one word."""
    known = {
        "child": facts.child.given_name,
        "parent_1": pgettext("spoke with", "a parent"),
        "parent_2": pgettext("spoke with", "a parent"),
        "family": pgettext("spoke with", "others of the family"),
        "school": pgettext("spoke with", "school"),
        "local_team": pgettext("spoke with", "the local team"),
        "gp": pgettext("spoke with", "you"),
    }
    if {"parent_1", "parent_2"} <= set(facts.present):
        both = pgettext("spoke with", "both parents")
        known |= {"parent_1": both, "parent_2": both}
    return list(dict.fromkeys(known.get(code, code) for code in facts.present))


def _together(names: list[str]) -> str:
    """Return names as one speaks them: a, b and c."""
    if len(names) < 2:
        return "".join(names)
    told = {"names": ", ".join(names[:-1]), "last": names[-1]}
    return _("%(names)s and %(last)s") % told


def _sentences(*texts: str) -> str:
    """Return the texts one after the other, each ending as a sentence does."""
    whole = (" ".join(text.split()) for text in texts)
    return " ".join(
        text if text[-1] in ".!?\u2026\u201d" else f"{text}." for text in whole if text
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _day(on: date, *, full: bool = True) -> str:
    return str(date_format(on, "j F Y" if full else "j F"))
