from datetime import date, timedelta

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import take_on_referral
from dichtbij.scheduling.actions import put_on_waiting_list
from dichtbij.shared import clock
from tests.conftest import NOW

LIST = reverse("waiting_list")


@pytest.fixture
def make_waiting(town, make_family):
    """A family that waits, taken on by anna unless `judged` is False."""

    def make(judged=True, target_on=None, **changes):
        referral = make_family(**changes)
        if not judged:
            put_on_waiting_list(referral=referral, by=town.gerda)
            return referral
        with standing_at(town.anna.membership.place()):
            take_on_referral(referral=referral, by=town.anna, target_on=target_on)
        return referral

    return make


def names(page):
    return [one.entry.client.given_name for one in page.context["waiting"]]


def test_the_nearest_target_date_comes_first_then_who_waits_longest(
    town, ask, make_waiting
):
    make_waiting()
    with clock.at(NOW - timedelta(hours=1)):
        make_waiting(target_on=date(2026, 3, 24))
    make_waiting(urgency="urgent")

    page = ask(town.anna, LIST)

    assert names(page) == ["Kind3", "Kind2", "Kind1"]


@pytest.mark.parametrize(
    ("target", "kind", "words"),
    [
        (date(2026, 3, 24), "safe", "in time"),
        (date(2026, 3, 12), "warning", "soon"),
        (date(2026, 3, 9), "danger", "1 day late"),
    ],
)
def test_how_pressing_it_is_stands_in_a_word(
    town, ask, make_waiting, target, kind, words
):
    make_waiting(target_on=target)

    page = ask(town.anna, LIST)

    assert page.context["waiting"][0].kind == kind
    assert words in page.content.decode()


def test_everyone_who_waits_has_an_owner_and_a_day(town, ask, make_waiting):
    judged, unjudged = make_waiting(), make_waiting(judged=False)

    page = ask(town.anna, LIST)

    text = page.content.decode()
    assert "Plan an appointment, Anna" in text
    assert "Judge the referral, Anna" in text
    assert reverse("book", args=[judged.uuid]) in text
    assert reverse("triage", args=[unjudged.uuid]) in text


def test_waiting_counts_whole_days_and_never_less_than_none(town, ask, make_waiting):
    make_waiting()

    with clock.at(NOW + timedelta(days=6, hours=15)):
        page = ask(town.anna, LIST)
        assert page.context["waiting"][0].days == 7
    assert "7 days" in page.content.decode()


def test_the_list_is_paged_by_key(town, ask, make_waiting):
    for _family in range(27):
        make_waiting()

    page = ask(town.anna, LIST)
    further = ask(town.anna, page.context["next_url"])

    assert len(names(page)) == 25
    assert len(names(further)) == 2
    assert not set(names(page)) & set(names(further))
    assert "Next" in page.content.decode()
    assert len(names(ask(town.anna, f"{LIST}?na=x~y~z"))) == 25


def test_nobody_waiting_is_said(town, ask):
    assert "Nobody waits" in ask(town.anna, LIST).content.decode()


def test_a_team_lead_sees_the_list_and_does_not_book(town, ask, make_waiting):
    referral = make_waiting()

    text = ask(town.bram, LIST).content.decode()

    assert "Kind1" in text
    assert reverse("book", args=[referral.uuid]) not in text


def test_the_number_of_queries_does_not_grow(town, make_waiting, count_queries):
    counts, made = [], 0
    for wanted in (1, 3, 20):
        while made < wanted:
            make_waiting()
            made += 1
        counts.append(count_queries(town.anna, LIST))

    assert counts[0] == counts[1] == counts[2], counts


@pytest.mark.parametrize("other", ["carla", "cees"])
def test_elsewhere_the_list_is_empty(town, ask, make_waiting, other):
    make_waiting()

    assert names(ask(getattr(town, other), LIST)) == []


@pytest.mark.parametrize("other", ["gerda", "henk", "dirk", "ella"])
def test_it_is_no_page_of_others(town, ask, other):
    assert ask(getattr(town, other), LIST).status_code == 403
