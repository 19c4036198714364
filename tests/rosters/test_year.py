from datetime import date, time
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dichtbij.rosters.year import days_between, mondays_of, sum_of
from dichtbij.scheduling.planner import (
    Closure,
    free_slots,
    practice_days_between,
)
from dichtbij.shared.calendar import at_local, holiday_name, local
from tests.scheduling.planning import (
    CLOSURES,
    RULES,
    SOME_DAYS,
    TAKEN,
    TUESDAY,
    make_rule,
)

FIRST, LAST = date(2027, 3, 22), date(2027, 4, 6)


def one_day(*closures, **changes):
    return days_between([make_rule(**changes)], closures, TUESDAY, TUESDAY)[0]


def test_a_day_without_closures_is_worked_whole():
    day = one_day()

    assert (day.minutes, day.lost_minutes, day.lost, day.reason) == (180, 0, False, "")


def test_half_a_day_of_leave_loses_half_its_minutes_and_says_why():
    day = one_day(
        Closure(TUESDAY, TUESDAY, practitioner=1, ends=time(10, 30), reason="verlof")
    )

    assert (day.lost_minutes, day.lost, day.reason) == (90, False, "verlof")


def test_two_reasons_for_the_same_hour_lose_it_once():
    day = one_day(
        Closure(TUESDAY, TUESDAY, practitioner=1, starts=time(9), ends=time(11)),
        Closure(TUESDAY, TUESDAY, room=11, starts=time(10), ends=time(11, 30)),
    )

    assert day.lost_minutes == 150


def test_leave_of_another_or_in_another_practice_loses_nothing():
    day = one_day(
        Closure(TUESDAY, TUESDAY, practitioner=2, reason="verlof"),
        Closure(TUESDAY, TUESDAY, practice=22, reason="dicht"),
    )

    assert day.lost_minutes == 0


def test_a_public_holiday_is_lost_with_its_own_name():
    [day] = days_between(
        [make_rule(weekday=0)], [], date(2027, 3, 29), date(2027, 3, 29)
    )

    assert day.lost
    assert day.reason == holiday_name(date(2027, 3, 29))


def test_a_year_of_a_weekly_day_has_each_week_once():
    days = days_between([make_rule()], [], date(2026, 1, 1), date(2026, 12, 31))

    assert len(days) == 52
    assert sum_of(days).days == 52
    assert (len(mondays_of(2026)), len(mondays_of(2025))) == (53, 52)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rules=st.lists(RULES.filter(lambda r: r.ends > r.starts), max_size=4),
    closures=st.lists(
        CLOSURES.filter(lambda c: not (c.starts and c.ends) or c.starts < c.ends),
        max_size=4,
    ),
)
def test_the_year_and_the_planner_lose_the_same_days(rules, closures):
    planned = practice_days_between(rules, (), closures, FIRST, LAST)
    lost = {
        (d.date, d.practitioner, d.practice, d.room, d.starts, d.ends)
        for d in planned
        if d.lost
    }

    ours = {
        (day.on, r.practitioner, r.practice, r.room, r.starts, r.ends)
        for day in days_between(rules, closures, FIRST, LAST)
        for r in [rules[day.rule]]
        if day.lost
    }

    assert ours == lost


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rules=st.lists(RULES.filter(lambda r: r.ends > r.starts), max_size=4),
    closures=st.lists(CLOSURES, max_size=4),
    taken=st.lists(TAKEN, max_size=4),
    start=SOME_DAYS,
)
def test_free_times_never_overlap_and_never_fall_in_an_exception(
    rules, closures, taken, start
):
    slots = free_slots(
        rules,
        closures=closures,
        taken=taken,
        start=at_local(start, time(0)),
        until=LAST,
        minutes=45,
        step_minutes=45,
    )

    for slot in slots:
        day = local(slot.starts).date()
        assert holiday_name(day) is None
        for one in taken:
            mine = one.practitioner == slot.practitioner or one.room == slot.room
            assert not (mine and one.starts < slot.ends and one.ends > slot.starts)
        for shut in closures:
            if not (shut.first <= day <= shut.last):
                continue
            about = (
                shut.practitioner in (None, slot.practitioner)
                and shut.practice in (None, slot.practice)
                and shut.room in (None, slot.room)
            )
            begin = at_local(day, shut.starts or time(0))
            open_end = local(slot.ends).time() if shut.ends is None else None
            end = slot.ends if open_end else at_local(day, shut.ends)
            covered = begin < end and begin < slot.ends and end > slot.starts
            assert not (about and covered)
    for rule in rules:
        same = sorted(s for s in slots if _of(rule, s))
        assert all(a.ends <= b.starts for a, b in pairwise(same))


def _of(rule, slot):
    """Tell whether this rule alone can have given the slot."""
    day = local(slot.starts)
    return (
        (rule.practice, rule.practitioner, rule.room) == slot[2:]
        and rule.holds_on(day.date())
        and rule.starts <= day.time() < rule.ends
        and ((day.hour * 60 + day.minute) - rule.starts.hour * 60 - rule.starts.minute)
        % 45
        == 0
    )
