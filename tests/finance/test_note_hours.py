"""Are hours beside the contacts noted, corrected and confirmed by their own person?"""

from datetime import date

import pytest

from dichtbij.finance.actions import confirm_week, correct_hours, note_hours
from dichtbij.finance.hours import own_week, weeks
from dichtbij.finance.models import WeekConfirmation, WorkEntry
from dichtbij.shared.errors import Denied, Refused
from tests.finance.agreed import give

MONDAY = date(2026, 3, 9)


@pytest.fixture
def note(town, anna, stand_as):
    def noted(**told):
        who = told.pop("by", anna)
        stand_as(who)
        return note_hours(
            **{
                "participation": town.participation_noord,
                "by": who,
                "worked_on": MONDAY,
                "kind": "travel",
                "minutes": 40,
            }
            | told
        )

    return noted


def test_a_practitioner_notes_travel_and_the_log_has_its_line(note, town, entries):
    entry = note(words="heen en terug")

    assert (entry.minutes, entry.kind) == (40, "travel")
    assert entry.practice == town.practice_noord
    assert entry.holder == town.employer_noord
    assert len(entries(event_type="note_hours")) == 1


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"minutes": 0}, "at least one minute"),
        ({"minutes": -5}, "at least one minute"),
        ({"minutes": 721}, "twelve hours"),
        ({"worked_on": date(2026, 3, 11)}, "still to come"),
        ({"worked_on": date(2024, 12, 31)}, "does not take part"),
        ({"kind": "client"}, "comes from its contacts"),
        ({"kind": "nonsense"}, "comes from its contacts"),
    ],
)
def test_hours_that_cannot_be_are_refused(note, told, words):
    with pytest.raises(Refused, match=words):
        note(**told)

    assert not WorkEntry.objects.exists()


def test_twelve_hours_on_a_day_is_for_all_lines_together(note):
    note(minutes=700)

    with pytest.raises(Refused, match="700 minutes"):
        note(minutes=21)
    note(minutes=20)


def test_others_note_no_hours_and_nobody_in_another_employers_practice(
    note, town, entries
):
    for who in (town.bram, town.gerda, town.dirk, town.carla):
        with pytest.raises(Denied):
            note(by=who)

    assert not entries(event_type="note_hours")


def test_a_correction_is_a_new_line_with_the_difference(note, anna):
    entry = note(minutes=40)

    more = correct_hours(entry=entry, by=anna, minutes=55)
    less = correct_hours(entry=entry, by=anna, minutes=10)

    assert (more.minutes, less.minutes) == (15, -45)
    entry.refresh_from_db()
    assert entry.minutes == 40
    assert {one.corrects for one in (more, less)} == {entry.uuid}


def test_corrections_that_cannot_be_are_refused(note, town, anna, stand_as):
    entry = note(minutes=40)
    fixed = correct_hours(entry=entry, by=anna, minutes=30)

    with pytest.raises(Refused, match="already says so"):
        correct_hours(entry=entry, by=anna, minutes=30)
    with pytest.raises(Refused, match="fewer than none"):
        correct_hours(entry=entry, by=anna, minutes=-1)
    with pytest.raises(Refused, match="twelve hours"):
        correct_hours(entry=entry, by=anna, minutes=721)
    with pytest.raises(Refused, match="first noted"):
        correct_hours(entry=fixed, by=anna, minutes=5)
    stand_as(town.carla)
    with pytest.raises(Denied):
        correct_hours(entry=entry, by=town.carla, minutes=5)


def test_a_week_is_confirmed_once_with_the_minutes_of_that_moment(note, anna, entries):
    note(minutes=40)

    first = confirm_week(week=own_week(MONDAY), by=anna)
    again = confirm_week(week=own_week(MONDAY), by=anna)

    assert first == again
    assert first.confirmed_at == again.confirmed_at
    assert WeekConfirmation.objects.get().minutes == {"travel": 40}
    assert weeks(anna.pk, MONDAY, 1)[0].to_confirm is False


def test_what_comes_later_shows_as_a_difference_until_it_is_confirmed(
    note, anna, trajectory
):
    note(minutes=40)
    confirm_week(week=own_week(MONDAY), by=anna)

    give(trajectory, anna, MONDAY, intake=30)

    week = weeks(anna.pk, MONDAY, 1)[0]
    assert (week.confirmed, week.changed, week.to_confirm) == ({"travel": 40}, 30, True)
    confirm_week(week=own_week(MONDAY), by=anna)
    assert weeks(anna.pk, MONDAY, 1)[0].to_confirm is False


def test_only_a_week_that_began_is_confirmed_and_only_ones_own(town, note, stand_as):
    note()
    mine = own_week(MONDAY)

    with pytest.raises(Refused, match="not begun"):
        confirm_week(week=own_week(date(2026, 3, 16)), by=town.anna)
    with pytest.raises(Refused, match="not begun"):
        confirm_week(week=own_week(date(2026, 3, 10)), by=town.anna)
    for other in (town.carla, town.bram):
        stand_as(other)
        with pytest.raises(Denied):
            confirm_week(week=mine, by=other)
