"""The answering pages, by a link and with an account: a tap each, nothing lost."""

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.audit.doors import standing_at
from dichtbij.portal.family.faces import columns
from dichtbij.questionnaires.actions import ask, give_way_in, take_back
from dichtbij.questionnaires.models import Inquiry
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.portal.family.conftest import browser

ADDRESS = {
    "check_in": "/mijn/even-invullen/",
    "pulse": "/mijn/hoe-gaat-het-nu/",
    "satisfaction": "/mijn/tevreden/",
}


@pytest.fixture
def put(anna, family):
    """Ask the mother something and give her a link; return both."""

    def make(kind="check_in", member=None):
        with standing_at(anna.membership.place()):
            inquiry = ask(
                member=member or family.mother,
                by=anna,
                kind=kind,
                about_on=clock.today() + timedelta(days=2),
                reader=anna,
            )
            return inquiry, give_way_in(inquiry=inquiry, by=anna)

    return make


@pytest.fixture
def again(anna):
    """Read what is stored now, as anna."""

    def read(inquiry):
        with standing_at(anna.membership.place()):
            return Inquiry.objects.get(pk=inquiry.pk)

    return read


def enter(given_):
    device = browser()
    answer = device.post(given_.path, {"code": given_.code})
    return device, answer.headers["Location"]


def tap(device, address, number, **told):
    return device.post(address, {"number": number, **told}, follow=True)


def test_a_check_in_takes_five_taps_by_a_link(put, again):
    inquiry, way = put()
    device, address = enter(way)
    assert address == f"{ADDRESS['check_in']}{inquiry.uuid}/"

    for number in (1, 2, 3, 4):
        assert f'name="number" value="{number}"' in device.get(address).text
        tap(device, address, number, answer=str(number + 2))
    last = tap(device, address, 5, answer="Over slapen")

    assert "Thank you" in last.text
    assert again(inquiry).answers == {
        "1": 3,
        "2": 4,
        "3": 5,
        "4": 6,
        "5": "Over slapen",
    }
    assert again(inquiry).answered_at == NOW


@pytest.mark.parametrize(("kind", "count"), [("pulse", 3), ("satisfaction", 2)])
def test_every_question_can_be_skipped(put, again, kind, count):
    inquiry, way = put(kind)
    device, address = enter(way)

    for number in range(1, count + 1):
        page = tap(device, address, number, skip="1")

    assert "Thank you" in page.text
    assert set(again(inquiry).answers.values()) == {None}


@pytest.mark.parametrize("kind", ["pulse", "satisfaction"])
def test_there_is_no_place_for_free_text_in_a_pulse(put, again, kind):
    inquiry, way = put(kind)
    device, address = enter(way)

    page = device.get(address)
    answer = tap(device, address, 2, answer="Mijn hele verhaal")

    assert "<textarea" not in page.text
    assert "Choose one of the answers" in answer.text
    assert again(inquiry).answers == {}


@pytest.mark.parametrize("kind", list(ADDRESS))
def test_every_page_says_that_nobody_reads_it_at_once_and_whom_to_call(put, kind):
    _inquiry, way = put(kind)
    device, address = enter(way)
    count = {"check_in": 5, "pulse": 3, "satisfaction": 2}[kind]

    pages = [device.get(f"{address}?vraag={n}") for n in range(1, count + 1)]
    for number in range(1, count + 1):
        pages.append(tap(device, address, number, skip="1"))

    for page in pages:
        assert "Nobody reads this at once" in page.text
        assert "Anna reads it, at the latest on 1" in page.text
        for telephone in ("tel:112", "tel:113", "tel:08002000"):
            assert telephone in page.text


def test_a_page_names_neither_child_nor_family_nor_other_answers(put, family):
    _inquiry, way = put()
    device, address = enter(way)

    page = device.get(address).text

    for name in ("Fictief", "Voorbeeldkind", "Moeder Voorbeeld", "Werkgever"):
        assert name not in page


def test_what_was_tapped_is_there_when_one_comes_back(put, again):
    _inquiry, way = put()
    device, address = enter(way)
    tap(device, address, 1, answer="7")

    other, address = enter(way)  # another telephone, the same link

    assert 'name="number" value="2"' in other.get(address).text
    back = other.get(f"{address}?vraag=1").text
    assert re.search(r'value="7" aria-pressed="true"', back)


def test_going_back_to_change_an_answer_sends_nothing_yet(put, again):
    inquiry, way = put()
    device, address = enter(way)
    for number in (1, 2, 3, 4):
        tap(device, address, number, answer="5")
    device.post(address, {"number": 5, "answer": "Half een z", "keep": "1"})

    page = tap(device, address, 1, answer="9")

    assert again(inquiry).answered_at is None
    assert again(inquiry).answers["1"] == 9
    assert "Half een z" in page.text


def test_typed_text_is_kept_while_typing_without_sending(put, again):
    inquiry, way = put()
    device, address = enter(way)

    answer = device.post(address, {"number": 5, "answer": "Half een", "keep": "1"})

    assert answer.status_code == 204
    assert again(inquiry).answers == {"5": "Half een"}
    assert again(inquiry).answered_at is None


def test_a_double_tap_is_one_answer_and_a_link_is_spent_by_sending(put, again):
    inquiry, way = put("satisfaction")
    device, address = enter(way)
    tap(device, address, 1, answer="8")
    first = tap(device, address, 2, answer="yes")
    second = tap(device, address, 2, answer="no")

    assert "Thank you" in first.text
    assert "Thank you" in second.text
    assert again(inquiry).answers == {"1": 8, "2": "yes"}
    closed = browser().post(way.path, {"code": way.code})
    assert "has been used" in closed.text


def test_after_its_day_the_page_says_so(put, as_parent, anna, again):
    inquiry, _way = put()
    device, _user = as_parent()
    with standing_at(anna.membership.place()):
        take_back(inquiry=inquiry, by=anna)

    page = device.get(f"{ADDRESS['check_in']}{inquiry.uuid}/")
    answer = tap(device, f"{ADDRESS['check_in']}{inquiry.uuid}/", 1, answer="4")

    assert "Too late" in page.text
    assert "Too late" in answer.text
    assert again(inquiry).answers == {}


def test_a_link_opens_no_other_questions(put, family):
    _mine, way = put()
    other, _way = put("pulse", family.father)
    device, _address = enter(way)

    for address in (
        f"{ADDRESS['pulse']}{other.uuid}/",
        f"{ADDRESS['check_in']}{other.uuid}/",
    ):
        assert device.get(address).status_code in (403, 404)


def test_with_an_account_only_the_own_questions_open(put, as_parent, family, again):
    mine, _way = put()
    theirs, _way = put(member=family.father)
    device, _user = as_parent()

    own = device.get(f"{ADDRESS['check_in']}{mine.uuid}/")
    foreign = device.get(f"{ADDRESS['check_in']}{theirs.uuid}/")
    tap(device, f"{ADDRESS['check_in']}{theirs.uuid}/", 1, answer="1")

    assert own.status_code == 200
    assert foreign.status_code == 404
    assert again(theirs).answers == {}


@pytest.mark.parametrize("who", ["anna", "gerda", "bram", "carla", "dirk"])
def test_staff_cannot_answer(put, sign_in, town, who):
    inquiry, _way = put()

    answer = sign_in(getattr(town, who)).get(f"{ADDRESS['check_in']}{inquiry.uuid}/")

    assert answer.status_code == 403


def test_strangers_are_asked_for_their_link(put):
    inquiry, _way = put()

    answer = browser().get(f"{ADDRESS['check_in']}{inquiry.uuid}/")

    assert answer.status_code == 403
    assert "Open your link again" in answer.text


def test_a_question_weighs_little(put):
    _inquiry, way = put()
    device, address = enter(way)

    assert len(device.get(address).content) < 20_000


@given(st.integers(-3, 3), st.integers(5, 30))
def test_every_number_stands_once_and_in_order_under_a_face(lowest, many):
    found = columns(lowest, lowest + many - 1)

    assert len(found) == 5
    assert [n for column in found for n in column.numbers] == list(
        range(lowest, lowest + many)
    )
    assert abs(len(found[0].numbers) - len(found[-1].numbers)) <= 1
    assert len({column.mouth for column in found}) == 5
