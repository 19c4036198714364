import sys
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.scheduling.planner import Closure, Extra, Slot, Taken, free_slots
from dichtbij.shared.calendar import at_local, holiday_name, local
from tests.scheduling.planning import (
    ANNA,
    BRAM,
    CLOCKS,
    CLOSURES,
    DAY,
    EXTRAS,
    MORNING,
    NOORD,
    OTHER_ROOM,
    ROOM,
    RULES,
    SOME_DAYS,
    TAKEN,
    TUESDAY,
    WEEK,
    ZUID,
    clocks,
    make_rule,
    make_slot,
    take,
)


def test_a_morning_is_cut_on_the_grid_from_its_start():
    slots = free_slots(
        [make_rule()], start=MORNING, until=TUESDAY, minutes=45, step_minutes=45
    )

    assert clocks(slots) == [
        "01-09 09:00",
        "01-09 09:45",
        "01-09 10:30",
        "01-09 11:15",
    ]
    assert slots[0] == make_slot(TUESDAY, time(9))
    assert slots[0].starts.tzinfo is UTC


def test_what_is_taken_moves_the_next_time_to_the_grid():
    slots = free_slots(
        [make_rule()],
        taken=[take(TUESDAY, time(9), time(9, 50)), take(TUESDAY, time(11), time(12))],
        start=MORNING,
        until=TUESDAY,
        minutes=45,
    )

    assert clocks(slots) == ["01-09 10:00", "01-09 10:15"]


def test_a_short_appointment_inside_a_long_one_frees_nothing():
    taken = [
        take(TUESDAY, time(9), time(11)),
        take(TUESDAY, time(9, 30), time(10), practitioner=None, room=ROOM),
    ]

    slots = free_slots(
        [make_rule()], taken=taken, start=MORNING, until=TUESDAY, minutes=45
    )

    assert clocks(slots) == ["01-09 11:00", "01-09 11:15"]


def test_a_taken_room_is_taken_for_everybody():
    taken = [take(TUESDAY, time(9), time(12), practitioner=BRAM, room=ROOM)]

    assert not free_slots(
        [make_rule()], taken=taken, start=MORNING, until=TUESDAY, minutes=30
    )


def test_somebody_elses_appointment_elsewhere_takes_nothing():
    taken = [take(TUESDAY, time(9), time(12), practitioner=BRAM, room=OTHER_ROOM)]

    assert free_slots(
        [make_rule()], taken=taken, start=MORNING, until=TUESDAY, minutes=180
    )


def test_no_time_starts_before_the_given_moment():
    slots = free_slots(
        [make_rule()],
        start=at_local(TUESDAY, time(10, 20)),
        until=TUESDAY,
        minutes=45,
    )

    assert clocks(slots)[0] == "01-09 10:30"


def test_a_rule_holds_from_its_first_to_its_last_day():
    rule = make_rule(valid_from=TUESDAY + WEEK, valid_until=TUESDAY + 2 * WEEK)

    slots = free_slots(
        [rule], start=MORNING, until=TUESDAY + 5 * WEEK, minutes=180, step_minutes=60
    )

    assert clocks(slots) == ["08-09 09:00", "15-09 09:00"]


def test_public_holidays_are_left_out_also_for_an_extra_day():
    ascension = date(2026, 5, 14)
    rule = make_rule(weekday=ascension.weekday())
    extra = Extra(ANNA, ROOM, NOORD, ascension, time(13), time(17))

    slots = free_slots(
        [rule],
        extras=[extra],
        start=at_local(ascension, time()),
        until=ascension + WEEK,
        minutes=180,
        step_minutes=60,
    )

    assert clocks(slots) == ["21-05 09:00"]


def test_an_extra_day_adds_times_outside_the_pattern():
    extra = Extra(BRAM, OTHER_ROOM, NOORD, TUESDAY + DAY, time(13), time(14))

    slots = free_slots(
        [], extras=[extra], start=MORNING, until=TUESDAY + WEEK, minutes=60
    )

    assert slots == [
        make_slot(TUESDAY + DAY, time(13), 60, practitioner=BRAM, room=OTHER_ROOM)
    ]


@pytest.mark.parametrize(
    ("closure", "left"),
    [
        (Closure(TUESDAY, TUESDAY), 0),
        (Closure(TUESDAY - DAY, TUESDAY + DAY, practice=NOORD), 0),
        (Closure(TUESDAY, TUESDAY, practitioner=BRAM), 12),
        (Closure(TUESDAY, TUESDAY, practitioner=ANNA, practice=ZUID), 12),
        (Closure(TUESDAY, TUESDAY, room=ROOM, starts=time(10)), 4),
        (Closure(TUESDAY, TUESDAY, ends=time(10)), 8),
        (Closure(TUESDAY, TUESDAY, starts=time(10), ends=time(11)), 8),
        (Closure(TUESDAY + DAY, TUESDAY + WEEK), 12),
    ],
)
def test_a_closure_takes_the_days_and_hours_it_names(closure, left):
    slots = free_slots(
        [make_rule()], closures=[closure], start=MORNING, until=TUESDAY, minutes=15
    )

    assert len(slots) == left


def test_two_rules_that_give_the_same_time_offer_it_once():
    rules = [make_rule(), make_rule(starts=time(10))]

    slots = free_slots(rules, start=MORNING, until=TUESDAY, minutes=30)

    assert len(slots) == len(set(slots)) == 11


def test_the_limit_keeps_the_first_times_in_order():
    rules = [make_rule(), make_rule(practitioner=BRAM, room=OTHER_ROOM)]

    slots = free_slots(rules, start=MORNING, until=TUESDAY + WEEK, minutes=30, limit=3)

    assert clocks(slots) == ["01-09 09:00", "01-09 09:00", "01-09 09:15"]
    assert [slot.practitioner for slot in slots] == [ANNA, BRAM, ANNA]
    assert not free_slots(rules, start=MORNING, until=TUESDAY, minutes=30, limit=0)


@pytest.mark.parametrize("changes", [{"minutes": 0}, {"step_minutes": 0}])
def test_a_length_of_nothing_is_refused(changes):
    asked = {"minutes": 30, "step_minutes": 15} | changes

    with pytest.raises(ValueError, match="positive"):
        free_slots([make_rule()], start=MORNING, until=TUESDAY, **asked)


def test_the_clock_stays_at_nine_over_both_changes_of_the_clock():
    autumn, spring = date(2026, 10, 20), date(2027, 3, 23)

    for day in (autumn, spring):
        slots = free_slots(
            [make_rule(ends=time(10))],
            start=at_local(day, time()),
            until=day + WEEK,
            minutes=60,
        )
        assert {local(slot.starts).time() for slot in slots} == {time(9)}
        assert slots[1].starts - slots[0].starts != WEEK


def test_in_the_night_that_skips_an_hour_there_is_an_hour_less():
    night = date(2026, 3, 29)
    rule = make_rule(weekday=6, starts=time(1), ends=time(4))

    slots = free_slots([rule], start=at_local(night, time()), until=night, minutes=60)

    assert slots[-1].ends - slots[0].starts == timedelta(hours=2)
    shown = {f"{local(slot.starts):%H:%M}" for slot in slots}
    assert shown == {"01:00", "01:15", "01:30", "01:45", "03:00"}


def test_in_the_night_that_repeats_an_hour_there_is_an_hour_more():
    night = date(2026, 10, 25)
    rule = make_rule(weekday=6, starts=time(1), ends=time(4))

    slots = free_slots([rule], start=at_local(night, time()), until=night, minutes=60)

    assert slots[-1].ends - slots[0].starts == timedelta(hours=4)
    assert len(slots) == len(set(slots)) == 13


def overlaps(slot, starts, ends):
    return starts < ends and slot.starts < ends and starts < slot.ends


def in_closure(slot, closure):
    day = local(slot.starts).date()
    own = (slot.practitioner, slot.practice, slot.room)
    about = (closure.practitioner, closure.practice, closure.room)
    if not closure.first <= day <= closure.last:
        return False
    if any(a not in (None, b) for a, b in zip(about, own, strict=True)):
        return False
    starts = at_local(day, closure.starts or time())
    ends = at_local(day, closure.ends) if closure.ends else at_local(day + DAY, time())
    return overlaps(slot, starts, ends)


def is_taken(slot, taken):
    mine = slot.practitioner == taken.practitioner or slot.room == taken.room
    return mine and overlaps(slot, taken.starts, taken.ends)


def candidates(rules, extras, first, until, minutes, step):
    """Every time of every grid, one by one: the slow and obvious way."""
    day = first
    while day <= until:
        for one in [r for r in rules if r.holds_on(day)] + [
            e for e in extras if e.on == day
        ]:
            begin, close = at_local(day, one.starts), at_local(day, one.ends)
            while begin + minutes <= close:
                yield Slot(
                    begin, begin + minutes, one.practice, one.practitioner, one.room
                )
                begin += step
        day += DAY


@given(
    st.lists(RULES, max_size=4),
    st.lists(EXTRAS, max_size=2),
    st.lists(CLOSURES, max_size=3),
    st.lists(TAKEN, max_size=5),
    SOME_DAYS,
    CLOCKS,
    st.integers(0, 14),
    st.sampled_from([20, 45, 60]),
    st.sampled_from([15, 20, 45]),
)
def test_exactly_the_times_that_nothing_stands_in_the_way_of_are_offered(
    rules, extras, closures, taken, first, clock, length, minutes, step
):
    start, until = at_local(first, clock), first + length * DAY

    slots = free_slots(
        rules,
        extras=extras,
        closures=closures,
        taken=taken,
        start=start,
        until=until,
        minutes=minutes,
        step_minutes=step,
    )

    assert slots == sorted(set(slots))
    for slot in slots:
        assert slot.ends - slot.starts == timedelta(minutes=minutes)
        assert slot.starts >= start
        assert not holiday_name(local(slot.starts).date())
        assert not any(is_taken(slot, one) for one in taken)
        assert not any(in_closure(slot, one) for one in closures)
    possible = candidates(
        rules,
        extras,
        local(start).date(),
        until,
        timedelta(minutes=minutes),
        timedelta(minutes=step),
    )
    assert set(slots) == {
        slot
        for slot in possible
        if slot.starts >= start
        and not holiday_name(local(slot.starts).date())
        and not any(is_taken(slot, one) for one in taken)
        and not any(in_closure(slot, one) for one in closures)
    }


def calls_of(act) -> int:
    """Count the calls of Python functions in `act`: work, the same on every machine."""
    calls = 0

    def note(_frame, event, _argument) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return calls


def test_the_first_three_of_twelve_weeks_cost_a_fraction_of_all():
    rules = [
        make_rule(practitioner=n, room=n, weekday=n % 5, ends=time(17))
        for n in range(40)
    ]
    asked = {"start": MORNING, "until": TUESDAY + 12 * WEEK, "minutes": 45}
    taken = [
        Taken(s.practitioner, s.room, s.starts, s.ends)
        for s in free_slots(rules, step_minutes=45, **asked)
    ]
    half = taken[len(taken) // 2 :]

    some = calls_of(lambda: free_slots(rules, taken=half, limit=3, **asked))
    all_of_them = calls_of(lambda: free_slots(rules, **asked))

    assert len(free_slots(rules, **asked)) > 10_000
    assert some < all_of_them / 5
    assert all_of_them < 100_000


def test_a_planned_moment_is_utc():
    [slot] = free_slots(
        [make_rule(ends=time(10))], start=MORNING, until=TUESDAY, minutes=60
    )

    assert slot.starts == datetime(2026, 9, 1, 7, tzinfo=UTC)
