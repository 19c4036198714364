"""Is the course of waiting what was lived: per quarter of referral, per practice?"""

from datetime import date, time, timedelta

import pytest

from dichtbij.care.actions import take_on_referral
from dichtbij.care.models import Trajectory
from dichtbij.insight.waiting_course import waiting_course
from dichtbij.portal.staff.waiting_drawings import ages_figure
from dichtbij.scheduling.actions import put_on_waiting_list
from dichtbij.shared import calendar, clock

AUTUMN, WINTER = date(2025, 10, 1), date(2026, 1, 1)


@pytest.fixture
def refer(town, make_referral, stand_as):
    """Let Noord refer families on a day; each has its first talk so many days later."""

    def make(on, *waits, by=None):
        for number, days in enumerate(waits):
            with clock.at(calendar.at_local(on, time(9))):
                one = make_referral(by=by, child={"family_name": f"Kind {on} {number}"})
                who = town.carla if by == town.gijs else town.anna
                take_on_referral(referral=one, by=stand_as(who))
            if days is not None:
                Trajectory.objects.filter(referral=one).update(
                    first_consult_on=on + timedelta(days=days)
                )

    return make


def test_half_were_met_within_the_median_of_the_quarter_of_their_referral(
    town, refer, stand_as
):
    refer(date(2025, 11, 4), *range(1, 11))
    refer(date(2026, 2, 3), *[14] * 6, None, None, None, None)

    found = waiting_course(stand_as(town.bram), town.programme)

    ((name, medians),) = found.practices
    told = dict(zip(found.quarters, medians, strict=True))
    assert (name, found.n) == ("Praktijk Noord", 20)
    assert told == {AUTUMN: 5, WINTER: 14}


def test_a_quarter_with_nine_is_left_open(town, refer, stand_as):
    refer(date(2025, 11, 4), *[3] * 10)
    refer(date(2026, 2, 3), *[3] * 9)

    ((_name, medians),) = waiting_course(stand_as(town.bram), town.programme).practices

    assert medians[-2:] == [3, None]


def test_of_another_employer_nothing_is_shown(town, refer, stand_as):
    refer(date(2025, 11, 4), *[3] * 10, by=town.gijs)

    noord = waiting_course(stand_as(town.bram), town.programme)
    zuid = waiting_course(stand_as(town.cees), town.programme)

    assert noord.practices == []
    assert [name for name, _medians in zuid.practices] == ["Praktijk Zuid"]


def test_the_quarters_begin_with_the_programme(town, stand_as):
    town.programme.starts_on = date(2025, 8, 20)

    found = waiting_course(stand_as(town.bram), town.programme)

    assert found.quarters == [date(2025, 7, 1), AUTUMN, WINTER]


def test_the_page_of_waiting_times_draws_it_with_its_twin(town, refer, sign_in):
    refer(date(2025, 11, 4), *[3] * 10)

    page = sign_in(town.bram).get("/wachttijden/").content.decode()

    assert "How waiting went, practice by practice" in page
    assert "How many children were referred" in page
    assert "2025 K4" in page


def test_who_waits_now_is_drawn_by_how_long_and_nobody_is_no_drawing(
    town, make_referral, stand_as
):
    for number, days in enumerate((0, 0, 6, 40)):
        with clock.at(clock.now() - timedelta(days=days)):
            referral = make_referral(child={"family_name": f"Kind {number}"})
            put_on_waiting_list(referral=referral, by=town.gerda)

    drawn = ages_figure(stand_as(town.bram), town.programme)

    counts = [row[1] for row in drawn.table.rows]
    assert (drawn.caption.n, counts) == (4, ["3", "0", "0", "0", "1"])
    assert ages_figure(stand_as(town.cees), town.programme) is None
