"""Which rows do letters leave? As the actions write them, see `writing`.

The paper itself is made by the same code as on the screen: only what was recorded comes
from memory instead of the database.
"""

from dichtbij.care import progress
from dichtbij.care.caseload import GoalProgress
from dichtbij.demo import happenings as what
from dichtbij.demo.happenings import Happening
from dichtbij.demo.ledger import CREATE, Event, Kind, Ledger, Thread, today
from dichtbij.demo.writing_care import write as write
from dichtbij.network import actions as network
from dichtbij.network.composing import draft_body, draft_soep
from dichtbij.network.facts import MOST_GOALS, Facts
from dichtbij.network.models import Letter
from dichtbij.network.paper import in_its_language, put_on_paper
from dichtbij.organisations.models import User
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role


@write.register
def _send_letter(it: what.SendLetter, ledger: Ledger) -> None:
    thread, user = ledger.threads[it.case.key], ledger.cast.users[it.by]
    facts = _facts(thread, it)
    letter = Letter(
        programme=ledger.programme,
        holder=ledger.cast.participations[it.case.practice].holder,
        practice=ledger.cast.organisations[it.case.practice],
        client=thread.file.client,
        referral=thread.referral,
        trajectory=thread.trajectory,
        kind=it.kind,
        written_by=user,
        dated_on=today(it),
        changed_at=it.at,
        released_at=it.at,
        status=Letter.Status.RELEASED,
    )
    with clock.at(it.at), in_its_language():
        letter.body = draft_body(it.kind, facts)
        letter.his_text = draft_soep(it.kind, facts, user)
        put_on_paper(letter)
        title = letter.title
    thread.letters.append(ledger.rows.add(letter))
    ledger.log(network.write_letter, it, letter, CREATE)
    ledger.event(thread, Event.LETTER, it, owner=user.name, words=title)
    ledger.done(thread.tasks(), it, Kind.LETTER)
    for reader in _readers(thread, ledger):
        ledger.message("letter_released", it, thread.file.client, user=reader)
    ledger.log(network.release_letter, it, letter)


def _facts(thread: Thread, it: Happening) -> Facts:
    return Facts(
        referral=thread.referral,
        trajectory=thread.trajectory,
        contacts=sorted(thread.contacts, key=lambda one: one.held_at),
        goals=[_progress(thread, words) for words in thread.goals][:MOST_GOALS],
        planned=_planned(thread, it),
    )


def _progress(thread: Thread, words: str) -> GoalProgress:
    goal = thread.goals[words]
    scores = tuple(
        progress.Score(calendar.local(row.contact.held_at).date(), row.score)
        for row in thread.scores
        if row.goal is goal
    )
    return GoalProgress(goal, scores)


def _planned(thread: Thread, it: Happening) -> Appointment | None:
    coming = [one for one in thread.planned() if one.starts_at >= it.at]
    return min(coming, key=lambda one: one.starts_at, default=None)


def _readers(thread: Thread, ledger: Ledger) -> list[User]:
    """Return the GP who referred, else every GP of the practice."""
    sent_by, practice = thread.referral.sent_by, thread.referral.practice_id
    gps = [
        ledger.cast.users[key]
        for key, place in ledger.cast.places.items()
        if place.role == Role.GP and place.organisation_id == practice
    ]
    return [sent_by] if sent_by in gps else gps or [sent_by]


@write.register
def _paste_letter(it: what.PasteLetter, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    letter = [one for one in thread.letters if one.kind == it.kind][-1]
    letter.pasted_at = it.at
    ledger.log(network.mark_pasted, it, letter)
