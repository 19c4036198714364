from datetime import date

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import take_on_referral

CHILDREN = reverse("children")


@pytest.fixture
def make_case(town, make_family):
    """A child that anna helps."""

    def make(**changes):
        referral = make_family(**changes)
        with standing_at(town.anna.membership.place()):
            return take_on_referral(referral=referral, by=town.anna)

    return make


def names(page):
    return [client.name for client in page.context["found"]]


def test_the_caseload_says_who_what_was_last_and_what_is_next(
    town, ask, make_case, make_contact
):
    make_contact(make_case())

    text = ask(town.anna, CHILDREN).content.decode()

    assert "Kind1 Testkind1" in text
    assert "10 March 2026" in text
    assert "nothing planned" in text


@pytest.mark.parametrize(
    "asked",
    [
        "testkind1",
        "Kind1",
        "Kind1 Testkind1",
        "01-06-2015 Kind1",
        "1 juni 2015 testkind1",
    ],
)
def test_a_practitioner_finds_a_child_by_any_part_of_the_name(
    town, ask, make_case, asked
):
    make_case()
    make_case(child={"birth_date": date(2012, 1, 2)})

    assert names(ask(town.anna, CHILDREN, {"q": asked})) == ["Kind1 Testkind1"]


@pytest.mark.parametrize(
    "asked", ["Verzinzel", "Kind1 Verzinsel", "01-06-2015", "verzinsel 1-6-2015"]
)
def test_a_team_lead_finds_by_the_sound_of_a_surname_or_the_birth_date(
    town, ask, make_case, asked
):
    make_case(child={"family_name": "Verzinsel"})
    make_case(child={"family_name": "Anders", "birth_date": date(2012, 1, 2)})

    assert names(ask(town.bram, CHILDREN, {"q": asked})) == ["Kind1 Verzinsel"]


def test_more_than_ten_asks_for_one_more_attribute(town, ask, make_case, entries):
    for _child in range(11):
        make_case()

    page = ask(town.anna, CHILDREN, {"q": "testkind"})

    assert len(names(page)) == 10
    assert "More than 10 children" in page.content.decode()
    assert "Add the birth date" in page.content.decode()


def test_nothing_found_teaches_how_to_search(town, ask, make_case):
    make_case()

    text = ask(town.anna, CHILDREN, {"q": "Onbekend"}).content.decode()

    assert "No child found" in text
    assert "14-05-2015" in text


@pytest.mark.parametrize(
    "asked", ["\0", "31-02-2015", "' OR 1=1", "x" * 5000, "\U0001f600"]
)
def test_any_text_may_be_searched(town, ask, make_case, asked):
    make_case()

    assert ask(town.anna, CHILDREN, {"q": asked}).status_code == 200


def test_every_child_found_is_a_look_in_the_log(town, ask, make_case, entries):
    case = make_case()
    before = len(entries(event_type="look"))

    ask(town.anna, CHILDREN, {"q": "testkind1"})

    looks = entries(event_type="look")[before:]
    assert [(e.client_id, e.permission) for e in looks] == [
        (case.client_id, "file_search")
    ]


def test_the_list_is_paged_by_key(town, ask, make_case):
    for _child in range(27):
        make_case()

    page = ask(town.anna, CHILDREN)
    further = ask(town.anna, page.context["next_url"])

    first = [case.trajectory.pk for case in page.context["cases"]]
    second = [case.trajectory.pk for case in further.context["cases"]]
    assert (len(first), len(second)) == (25, 2)
    assert not set(first) & set(second)
    assert further.context["next_url"] == ""
    assert len(ask(town.anna, f"{CHILDREN}?na=x").context["cases"]) == 25


@pytest.mark.parametrize("asked", [None, {"q": "testkind"}])
def test_the_number_of_queries_does_not_grow(
    town, make_case, make_contact, count_queries, asked
):
    counts, made = [], 0
    for wanted in (1, 3, 20):
        while made < wanted:
            make_contact(make_case())
            made += 1
        counts.append(count_queries(town.anna, CHILDREN, asked))

    assert counts[0] == counts[1] == counts[2], counts


@pytest.mark.parametrize("other", ["gerda", "henk", "dirk", "ella"])
def test_it_is_no_page_of_others(town, ask, other):
    assert ask(getattr(town, other), CHILDREN).status_code == 403


@pytest.mark.parametrize("other", ["carla", "cees"])
@pytest.mark.parametrize("asked", ["", "Testkind1", "01-06-2015"])
def test_elsewhere_nobody_is_found(town, ask, make_case, other, asked):
    make_case()

    text = ask(getattr(town, other), CHILDREN, {"q": asked}).content.decode()

    assert "Kind1" not in text


def test_a_name_in_the_address_is_not_searched_for(town, ask, make_case):
    """An address ends up in logs and histories (security.md C9)."""
    make_case()

    assert "found" not in ask(town.anna, f"{CHILDREN}?q=testkind1").context
