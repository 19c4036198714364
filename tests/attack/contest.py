"""Make few times that many want; run by `tests.attack` in a database of its own.

    python -m tests.attack.contest N        (prints what the clients need, as JSON)

Two practitioners share two rooms on the same afternoons, which no action would plan:
so practitioner, room and child can each be the one thing that is taken.
"""

import json
import sys
from datetime import date, time, timedelta
from typing import Any

from dichtbij import postgres
from tests.live import NOW

PERSONAS = ("assistent-kampen", "huisarts-kampen", "poh-kampen")
DAYS, FIRST, LAST = 3, time(13), time(17, 30)
CHILDREN = 30


def prepare(sessions: int) -> dict[str, Any]:
    """Return sessions, referrals (two of each child) and what times are made of."""
    import django

    django.setup()
    from dichtbij.shared import clock

    with clock.at(NOW):
        return _prepare(sessions)


def _prepare(sessions: int) -> dict[str, Any]:
    from dichtbij.organisations.models import User
    from dichtbij.programmes.models import Participation

    first = User.objects.get(persona="poh-kampen")
    holder = first.memberships.get().organisation
    participation = Participation.objects.select_related("practice", "programme").get(
        holder=holder
    )
    second = _colleague(first)
    rooms = _rooms(participation)
    days = _days(participation, (first, second), rooms)
    referrals = _referrals(participation)
    who = {persona: User.objects.get(persona=persona) for persona in PERSONAS}
    return {
        "practice": participation.practice_id,
        "practitioners": [first.pk, second.pk],
        "rooms": rooms,
        "days": [str(day) for day in days],
        "referrals": referrals,
        "sessions": [
            _session(who[PERSONAS[number % len(PERSONAS)]])
            for number in range(sessions)
        ],
        "colleague": _session(second),
    }


def _colleague(first: Any) -> Any:
    from dichtbij.organisations.models import Membership, User

    second = User.objects.create_user("tweede@demo.example", "Tweede Praktijkmens")
    own = first.memberships.get()
    Membership.objects.create(
        user=second,
        organisation=own.organisation,
        programme=own.programme,
        role=own.role,
        state=own.state,
        since=own.since,
    )
    return second


def _rooms(participation: Any) -> list[int]:
    from dichtbij.scheduling.models import Room

    room = Room.objects.filter(practice=participation.practice).first()
    other = Room.objects.create(practice=participation.practice, name="kamer van twee")
    assert room is not None
    return [room.pk, other.pk]


def _days(participation: Any, people: Any, rooms: list[int]) -> list[date]:
    from dichtbij.scheduling.models import PracticeDay
    from dichtbij.shared import calendar, clock

    days = [calendar.add_working_days(clock.today(), n + 1) for n in range(DAYS)]
    PracticeDay.objects.bulk_create(
        PracticeDay(
            programme=participation.programme,
            holder=participation.holder,
            practice=participation.practice,
            practitioner=who,
            room_id=room,
            weekday=day.weekday(),
            starts=FIRST,
            ends=LAST,
            valid_from=clock.today(),
        )
        for day in days
        for who in people
        for room in rooms
    )
    return days


def _referrals(participation: Any) -> list[str]:
    """Refer each child twice; the first time it was accepted."""
    from dichtbij.audit.doors import standing_at
    from dichtbij.care.actions import take_on_referral
    from dichtbij.organisations.models import User
    from dichtbij.scheduling.actions import refer_child

    assistant = User.objects.get(persona="assistent-kampen")
    first = User.objects.get(persona="poh-kampen")
    found = []
    for number in range(CHILDREN):
        with standing_at(assistant.memberships.get().place()):
            referral = _refer(refer_child, participation, assistant, number)
        with standing_at(first.memberships.get().place()):
            take_on_referral(referral=referral, by=first)
        with standing_at(assistant.memberships.get().place()):
            again = _refer(
                refer_child, participation, assistant, number, known=referral.client
            )
        found += [str(referral.uuid), str(again.uuid)]
    return found


def _refer(act: Any, participation: Any, by: Any, number: int, **more: Any) -> Any:
    from dichtbij.clients.actions import NewChannel, NewChild

    child = NewChild(
        given_name="Fictief",
        family_name=f"Hamerkind{number}",
        birth_date=date(2014, 1, 1) + timedelta(days=number),
        channels=(NewChannel("parent_1", "telephone", f"06-000001{number:02d}"),),
    )
    return act(
        participation=participation,
        by=by,
        child=child,
        questions=["EMO"],
        sentence="",
        giver="parents",
        **more,
    )


def _session(user: Any) -> str:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["second_factor"] = True
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    postgres.ensure_running()
    try:
        sys.stdout.write(json.dumps(prepare(int(sys.argv[1]))))
    finally:
        postgres.leave()
