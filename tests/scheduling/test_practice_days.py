from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from dichtbij.scheduling.planner import (
    Closure,
    Extra,
    PracticeDayOn,
    free_slots,
    practice_days_between,
)
from dichtbij.shared.calendar import at_local
from tests.scheduling.planning import (
    ANNA,
    CLOSURES,
    DAY,
    NOORD,
    ROOM,
    RULES,
    TUESDAY,
    WEEK,
    ZUID,
    make_rule,
)


def test_practice_days_are_listed_with_why_they_were_lost():
    kings_day = date(2027, 4, 27)
    rules = [make_rule(weekday=1), make_rule(weekday=3, practice=ZUID)]
    closures = [
        Closure(kings_day + 2 * DAY, kings_day + 2 * DAY, ANNA, reason="Ziek"),
        Closure(kings_day + WEEK, kings_day + WEEK, ends=time(10), reason="Overleg"),
    ]
    extra = Extra(ANNA, ROOM, NOORD, kings_day + DAY, time(9), time(12))

    days = practice_days_between(rules, [extra], closures, kings_day, kings_day + WEEK)

    assert [(day.date, day.practice, day.lost, day.reason) for day in days] == [
        (kings_day, NOORD, True, "Koningsdag"),
        (kings_day + DAY, NOORD, False, ""),
        (kings_day + 2 * DAY, ZUID, True, "Ziek"),
        (kings_day + WEEK, NOORD, False, ""),
    ]
    assert days[1] == PracticeDayOn(
        kings_day + DAY, ANNA, ROOM, NOORD, time(9), time(12), False, ""
    )


def test_two_closures_that_together_cover_the_day_lose_it():
    closures = [
        Closure(TUESDAY, TUESDAY, ends=time(10), reason="Scholing"),
        Closure(TUESDAY, TUESDAY, starts=time(10), reason="Verbouwing"),
    ]

    [day] = practice_days_between([make_rule()], [], closures, TUESDAY, TUESDAY)

    assert (day.lost, day.reason) == (True, "Scholing")


@given(st.lists(RULES, max_size=3), st.lists(CLOSURES, max_size=3))
def test_a_lost_day_offers_nothing_and_a_kept_day_something(rules, closures):
    first, last = date(2027, 3, 22), date(2027, 4, 6)

    for day in practice_days_between(rules, [], closures, first, last):
        extra = Extra(
            day.practitioner, day.room, day.practice, day.date, day.starts, day.ends
        )
        slots = free_slots(
            [],
            extras=[extra],
            closures=closures,
            start=at_local(day.date, time()),
            until=day.date,
            minutes=1,
            step_minutes=1,
        )
        planned = at_local(day.date, day.ends) > at_local(day.date, day.starts)
        assert bool(slots) == (planned and not day.lost)
