"""Who reads the live figures, of whom, and is looking at a list logged?"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.care.actions import take_on_referral
from dichtbij.care.models import Trajectory
from dichtbij.insight.indicators_dictionary import INDICATORS
from tests.conftest import NOW

ON = NOW.date() - timedelta(days=20)


@pytest.fixture
def closed(town, make_referral, stand_as):
    """Close some trajectories of Noord as solved."""

    def make(count=1):
        for number in range(count):
            referral = make_referral(child={"family_name": f"Voorbeeld{number}"})
            stand_as(town.anna)
            made = take_on_referral(referral=referral, by=town.anna)
            Trajectory.objects.filter(pk=made.pk).update(
                closed_on=ON, outcome="huisarts", close_reason="01"
            )

    return make


def test_every_indicator_stands_on_the_page_with_its_definition(town, sign_in, closed):
    closed(2)

    page = sign_in(town.bram).get(reverse("indicator_values")).content.decode()

    for one in INDICATORS:
        assert str(one.name) in page or one.code == "other_share", one.code
        assert reverse("indicator_value", args=[one.code]) in page
    assert "2 of 2" in page
    assert "100%" not in page.split("Practices taking part")[0]
    assert "not measured" in page


@pytest.mark.parametrize("who", ["gerda", "henk", "dirk", "ella", "petra"])
def test_others_may_not(town, sign_in, who):
    browser = sign_in(getattr(town, who))

    for address in ("/cijfers/", "/cijfers/no_referral/"):
        assert browser.get(address).status_code == 403


def test_a_list_is_opened_when_asked_and_each_child_is_logged(
    town, sign_in, closed, entries
):
    closed(3)
    browser = sign_in(town.bram)
    address = reverse("indicator_value", args=["no_referral"])

    course = browser.get(address)
    before = len(entries(event_type="look", permission="insight_read"))
    listed = browser.get(f"{address}?lijst=teller").content.decode()

    assert b"Voorbeeld0" not in course.content
    assert before == 0
    assert listed.count("Voorbeeld") == 3
    assert len(entries(event_type="look", permission="insight_read")) == 3


def test_another_employer_and_another_practitioner_list_nothing(town, sign_in, closed):
    closed(2)

    for who in (town.cees, town.carla):
        page = sign_in(who).get("/cijfers/no_referral/?lijst=noemer").content.decode()
        assert "Voorbeeld" not in page
        assert "nobody yet" in page


@pytest.mark.parametrize("code", [one.code for one in INDICATORS])
@pytest.mark.parametrize("part", ["teller", "noemer", "onbekend"])
def test_every_indicator_opens_with_its_lists(town, sign_in, closed, code, part):
    closed(1)
    browser = sign_in(town.bram)

    answer = browser.get(reverse("indicator_value", args=[code]), {"lijst": part})

    whole_practices = (
        "reach", "dose", "referrals_per_1000", "cost_per_closed", "specialist_wait",
    )  # fmt: skip
    assert answer.status_code == (404 if code in whole_practices else 200)


def test_an_indicator_that_is_unknown_is_not_there(town, sign_in):
    browser = sign_in(town.bram)

    assert browser.get("/cijfers/ranglijst/").status_code == 404
    assert browser.get("/cijfers/no_referral/?lijst=teller&na=x").status_code == 200


def test_a_list_asks_as_often_for_twenty_rows_as_for_one(town, sign_in, closed):
    address = "/cijfers/no_referral/?lijst=noemer"

    def queries() -> int:
        browser = sign_in(town.bram)
        browser.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(address).status_code == 200
        return len(captured)

    closed(1)
    few = queries()
    closed(19)

    assert queries() == few


def test_a_long_list_goes_on_on_the_next_page(town, sign_in, closed):
    closed(51)
    browser = sign_in(town.bram)

    first = browser.get("/cijfers/no_referral/?lijst=noemer").context
    second = browser.get(first["next_url"]).context

    assert (len(first["lines"]), len(second["lines"])) == (50, 1)
    assert second["next_url"] == ""


def test_the_course_is_drawn_when_there_is_enough(town, sign_in, closed):
    closed(12)

    page = sign_in(town.bram).get("/cijfers/closed_as_planned/").content.decode()

    assert "<svg" in page
    assert "NaN" not in page
