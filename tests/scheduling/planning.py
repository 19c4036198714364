"""A small practice to plan for, and everything that can stand in the way."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from dichtbij.scheduling.planner import (
    Closure,
    Extra,
    PracticeDayRule,
    Slot,
    Taken,
)
from dichtbij.shared.calendar import at_local, local

ANNA, BRAM = 1, 2
ROOM, OTHER_ROOM = 11, 12
NOORD, ZUID = 21, 22
TUESDAY = date(2026, 9, 1)
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


def make_rule(**changes):
    given = {
        "practitioner": ANNA,
        "room": ROOM,
        "practice": NOORD,
        "weekday": 1,
        "starts": time(9),
        "ends": time(12),
        "valid_from": date(2026, 1, 1),
    }
    return PracticeDayRule(**given | changes)


def make_slot(day, clock, minutes=45, **changes):
    starts = at_local(day, clock)
    slot = Slot(starts, starts + timedelta(minutes=minutes), NOORD, ANNA, ROOM)
    return slot._replace(**changes)


def take(day, first, last, practitioner=ANNA, room=None):
    return Taken(practitioner, room, at_local(day, first), at_local(day, last))


def clocks(slots):
    return [f"{local(slot.starts):%d-%m %H:%M}" for slot in slots]


MORNING = at_local(TUESDAY, time(7))

CLOCKS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 10, 30]))
SOME_DAYS = st.dates(min_value=date(2027, 3, 22), max_value=date(2027, 4, 6))
PLACES = {
    "practitioner": st.sampled_from([ANNA, BRAM]),
    "room": st.sampled_from([ROOM, OTHER_ROOM]),
    "practice": st.sampled_from([NOORD, ZUID]),
}
ANYWHERE = {name: st.none() | ids for name, ids in PLACES.items()}
RULES = st.builds(
    PracticeDayRule,
    weekday=st.integers(0, 6),
    starts=CLOCKS,
    ends=CLOCKS,
    valid_from=SOME_DAYS,
    valid_until=st.none() | SOME_DAYS,
    **PLACES,
)
EXTRAS = st.builds(Extra, on=SOME_DAYS, starts=CLOCKS, ends=CLOCKS, **PLACES)
CLOSURES = st.builds(
    Closure,
    first=SOME_DAYS,
    last=SOME_DAYS,
    starts=st.none() | CLOCKS,
    ends=st.none() | CLOCKS,
    **ANYWHERE,
)
TAKEN = st.builds(
    lambda day, clock, minutes, practitioner, room: Taken(
        practitioner,
        room,
        at_local(day, clock),
        at_local(day, clock) + timedelta(minutes=minutes),
    ),
    SOME_DAYS,
    CLOCKS,
    st.integers(1, 2000),
    ANYWHERE["practitioner"],
    ANYWHERE["room"],
)
