"""What happens in the town, seen without a database."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

import pytest
from stdnum.nl import bsn

from dichtbij.demo import happenings as what
from dichtbij.demo.diary import CONSULT, Diary
from dichtbij.demo.places import haarlem, kampen, small
from dichtbij.demo.town import Plan, happenings
from dichtbij.demo.words import NAMES
from dichtbij.referrals import questions
from dichtbij.scheduling import planner
from dichtbij.shared import calendar

MADE_ON = date(2026, 3, 10)
WEEKS = 26
# Days after Easter, in a heat, between holidays, a Monday, a Friday, far ahead.
START_DAYS = [
    date(2026, 3, 10), date(2026, 4, 7), date(2026, 7, 31), date(2026, 12, 24),
    date(2027, 1, 4), date(2027, 8, 9), date(2028, 5, 26), date(2031, 11, 5),
]  # fmt: skip
PERSONAS = ("poh-kampen", "poh-haarlem")
FREES_A_TIME = (what.Move, what.Miss, what.Cancel, what.GiveBack, what.Withdraw)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return calendar.at_local(day, time(hour, minute))


def played(until: datetime, *started: date, weeks: int = WEEKS) -> list:
    plans = [
        Plan(place, started[0], started, weeks)
        for place in (kampen(), small(haarlem(), 1))
    ]
    return happenings(plans, until)


@dataclass
class Desk:
    """What a practitioner finds: the sum of what happened."""

    coming: dict = field(default_factory=dict)  # case -> time
    held: Counter = field(default_factory=Counter)  # day -> conversations
    undecided: set = field(default_factory=set)
    waiting: set = field(default_factory=set)
    owed: dict = field(default_factory=lambda: defaultdict(list))  # case -> due days

    def see(self, one) -> None:
        key = one.case.key
        if isinstance(one, what.Refer):
            self.undecided.add(key)
        elif isinstance(one, what.Book | what.Move):
            self.coming[key] = one.time.starts
            self.waiting.discard(key)
        elif isinstance(one, what.Wait):
            self.waiting.add(key)
        elif isinstance(one, what.Miss | what.Cancel):
            self.coming.pop(key, None)
        elif isinstance(one, what.Record):
            self.record(one)
        if isinstance(one, what.TakeOn | what.GiveBack | what.Withdraw | what.Begin):
            self.undecided.discard(key)
        if isinstance(one, what.Finish | what.GiveBack | what.Withdraw):
            self.coming.pop(key, None)
            self.owed.pop(key, None)
            self.waiting.discard(key)

    def record(self, one: what.Record) -> None:
        self.owed[one.case.key].clear()
        if one.starts:
            self.held[calendar.local(one.starts).date()] += 1
            self.coming.pop(one.case.key, None)
        if one.next_step_words:
            day = one.next_step_on or calendar.local(one.at).date()
            self.owed[one.case.key].append(day)


def desk_of(practitioner: str, told: list) -> Desk:
    practice = {"poh-kampen": "avercamp", "poh-haarlem": "haarlem-01"}[practitioner]
    desk = Desk()
    for one in told:
        if isinstance(one, what.OfCase) and one.case.practice == practice:
            desk.see(one)
    return desk


@pytest.mark.parametrize("persona", PERSONAS)
@pytest.mark.parametrize("day", START_DAYS, ids=str)
def test_a_visitor_finds_a_full_day_whenever_the_demo_is_started(day, persona):
    desk = desk_of(persona, played(at(day, 10, 30), day))

    to_come = [one for one in desk.coming.values() if calendar.local(one).date() == day]
    assert to_come
    assert desk.held[day] + len(to_come) >= 3
    assert len(desk.undecided) >= 2
    assert desk.waiting
    assert any(due < day for dues in desk.owed.values() for due in dues)


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_day_has_begun_by_half_past_ten(persona):
    held = [
        desk_of(persona, played(at(day, 10, 30), day)).held[day] for day in START_DAYS
    ]

    assert sum(count > 0 for count in held) >= len(held) - 1


@pytest.mark.parametrize("persona", PERSONAS)
def test_on_a_later_start_the_day_is_as_full(persona):
    later = MADE_ON + timedelta(days=22)

    desk = desk_of(persona, played(at(later, 10, 30), MADE_ON, later))

    to_come = [s for s in desk.coming.values() if calendar.local(s).date() == later]
    assert to_come
    assert len(desk.undecided) >= 2
    assert desk.waiting


def test_the_same_town_comes_out_twice():
    assert played(at(MADE_ON, 10), MADE_ON) == played(at(MADE_ON, 10), MADE_ON)


@pytest.mark.parametrize("later", [1, 2, 9])
def test_a_later_start_only_adds_to_the_end(later):
    first = at(MADE_ON, 10, 30)
    day = calendar.add_working_days(MADE_ON, later)
    early = played(first, MADE_ON)

    late = played(at(day, 10, 30), MADE_ON, day)

    assert late[: len(early)] == early
    assert len(late) > len(early)
    assert all(one.at > first for one in late[len(early) :])


def test_nobody_is_booked_twice_at_one_time():
    busy: dict[tuple[str, datetime], str] = {}
    stands: dict[str, what.Time] = {}

    for one in played(at(MADE_ON, 10), MADE_ON):
        if not isinstance(one, what.OfCase):
            continue
        key = one.case.key
        if isinstance(one, FREES_A_TIME):
            gone = stands.pop(key, None)
            busy.pop((gone.practitioner, gone.starts), None) if gone else None
        if isinstance(one, what.Book | what.Move):
            place = (one.time.practitioner, one.time.starts)
            assert busy.setdefault(place, key) == key
            assert one.time.starts > one.at
            stands[key] = one.time


def test_everybody_is_visibly_fictional_and_unreachable():
    children = [
        one.case.child
        for one in played(at(MADE_ON, 10), MADE_ON)
        if isinstance(one, what.Refer)
    ]

    families = {
        *NAMES["family"]["names"],
        *(name for _, name, _ in NAMES["rare"]["names"]),
    }
    for child in children:
        assert child.family_name in families
        assert set(child.postcode[-2:]) <= set("FQUY")
        assert bool(child.bsn) != bool(child.no_bsn_reason)
        assert not child.bsn or (
            child.bsn.startswith("9999") and bsn.is_valid(child.bsn)
        )
        for one in child.addresses:
            if one.kind == "telephone":
                assert one.value.startswith("06-000")
            else:
                assert one.value.endswith(".example")


def test_who_is_helped_without_parents_has_no_address_of_a_parent():
    alone = [
        one.case.child
        for one in played(at(MADE_ON, 10), MADE_ON, weeks=100)
        if isinstance(one, what.Refer) and one.case.child.without_parents
    ]

    assert alone
    for child in alone:
        assert {one.owner for one in child.addresses} == {"young_person"}


def test_all_codes_exist_in_the_lists():
    for one in played(at(MADE_ON, 10), MADE_ON):
        if isinstance(one, what.Refer):
            assert set(one.questions) <= set(questions.LABELS)
            assert len(one.sentence) <= 400
        if isinstance(one, what.Record):
            assert set(one.themes) <= set(questions.LABELS)
            assert "{" not in one.text + one.agreements + one.next_step_words


def test_practices_of_haarlem_carry_invented_names_and_nobody_works_in_two_places():
    place = haarlem()
    invented = ("Bedachte", "Verzonnen", "Denkbeeldige", "Fictieve")

    assert len(place.practices) == 33
    assert all(any(word in one.name for word in invented) for one in place.practices)
    hours = [(day.practitioner, day.weekday, day.starts) for day in place.days]
    assert len(set(hours)) == len(hours)


def test_the_diary_gives_the_times_that_the_planner_gives():
    place = small(haarlem(), 4)
    opens = {one.key: date(2025, 1, 1) for one in place.practices}
    diary = Diary(place, opens)
    number = {key: index for index, key in enumerate([*opens, *diary.worked])}
    shut, first = place.practices[1].practitioner, date(2026, 4, 1)
    diary.shut_days(shut, date(2026, 4, 20), date(2026, 4, 24))
    taken = diary.first_free("haarlem-01", at(first, 8), 9)[2::3]
    for one in taken:
        diary.take(one)

    for practice in opens:
        expected = planner.free_slots(
            [
                planner.PracticeDayRule(
                    number[day.practitioner], 1, number[practice], day.weekday,
                    day.starts, day.ends, opens[practice],
                )
                for day in place.days
                if day.practice == practice
            ],
            closures=[
                planner.Closure(date(2026, 4, 20), date(2026, 4, 24), number[shut])
            ],
            taken=[
                planner.Taken(number[one.practitioner], None, one.starts, one.ends)
                for one in taken
            ],
            start=datetime(2026, 4, 1, 5, tzinfo=UTC),
            until=date(2026, 5, 31),
            minutes=int(CONSULT.total_seconds() // 60),
            step_minutes=int(CONSULT.total_seconds() // 60),
        )  # fmt: skip
        found = [
            one.starts
            for days in range(61)
            for one in diary.free_on(practice, first + timedelta(days=days))
        ]
        assert found == [slot.starts for slot in expected]
