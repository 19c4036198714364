from datetime import date, time, timedelta

from dichtbij.scheduling.planner import Closure, suggest_same_time
from dichtbij.shared.calendar import at_local
from tests.scheduling.planning import (
    BRAM,
    DAY,
    OTHER_ROOM,
    ROOM,
    TUESDAY,
    WEEK,
    ZUID,
    clocks,
    make_rule,
    make_slot,
    take,
)


def test_the_follow_up_is_at_the_same_time_two_weeks_later():
    after = make_slot(TUESDAY, time(10, 15))

    found = suggest_same_time([make_rule()], after=after, weeks=2)

    assert found == make_slot(TUESDAY + 2 * WEEK, time(10, 15))


def test_the_same_time_counts_also_when_it_is_not_on_the_grid():
    after = make_slot(TUESDAY, time(10, 5))

    found = suggest_same_time([make_rule()], after=after, weeks=1)

    assert found == make_slot(TUESDAY + WEEK, time(10, 5))


def test_the_same_time_is_the_same_on_the_clock_when_summer_time_ends():
    after = make_slot(date(2026, 10, 20), time(9))

    found = suggest_same_time([make_rule()], after=after, weeks=1)

    assert clocks([found]) == ["27-10 09:00"]


def test_a_taken_time_gives_the_nearest_one_in_that_week():
    after = make_slot(TUESDAY, time(10))
    rules = [make_rule(), make_rule(weekday=3)]
    taken = [take(TUESDAY + WEEK, time(9, 30), time(11))]

    found = suggest_same_time(rules, taken=taken, after=after, weeks=1)

    assert clocks([found]) == ["08-09 11:00"]


def test_the_other_room_serves_when_the_own_room_is_taken():
    after = make_slot(TUESDAY, time(10))
    rules = [make_rule(), make_rule(room=OTHER_ROOM)]
    taken = [take(TUESDAY + WEEK, time(9), time(12), practitioner=None, room=ROOM)]

    found = suggest_same_time(rules, taken=taken, after=after, weeks=1)

    assert found == make_slot(TUESDAY + WEEK, time(10), room=OTHER_ROOM)


def test_a_closed_week_gives_the_next_free_time():
    after = make_slot(TUESDAY, time(10))
    monday = TUESDAY + WEEK - DAY
    closures = [Closure(monday, monday + 6 * DAY)]

    found = suggest_same_time([make_rule()], closures=closures, after=after, weeks=1)

    assert clocks([found]) == ["15-09 09:00"]


def test_a_colleague_or_another_practice_is_no_follow_up():
    after = make_slot(TUESDAY, time(10))
    rules = [
        make_rule(practitioner=BRAM),
        make_rule(practice=ZUID),
    ]

    assert suggest_same_time(rules, after=after, weeks=1) is None


def test_a_week_that_has_passed_gives_the_next_time_from_now():
    after = make_slot(TUESDAY, time(10))
    now = at_local(TUESDAY + 5 * WEEK + DAY, time(8))

    found = suggest_same_time([make_rule()], after=after, weeks=2, start=now)

    assert clocks([found]) == ["13-10 09:00"]


def test_a_longer_follow_up_needs_a_longer_gap():
    after = make_slot(TUESDAY, time(11, 15))

    found = suggest_same_time([make_rule()], after=after, weeks=1, minutes=60)

    assert clocks([found]) == ["08-09 11:00"]
    assert found.ends - found.starts == timedelta(minutes=60)
