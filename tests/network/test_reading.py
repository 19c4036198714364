"""Do lists of letters hold the right ones, for the right reader, at one price?"""

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from dichtbij.care.actions import return_referral
from dichtbij.clients.models import Client
from dichtbij.network.actions import release_letter, write_letter
from dichtbij.network.models import Letter
from dichtbij.network.reading import (
    letters_of,
    referral_to_write_about,
    released_letters,
)
from dichtbij.referrals.models import Referral


def write_more(town, letter: Letter, count: int) -> None:
    """Write and release so many letters more of the same kind."""
    for _number in range(count):
        made = write_letter(referral=letter.referral, by=town.anna, kind=letter.kind)
        release_letter(letter=made, by=town.anna, sha256=made.sha256)


def for_practice(user, referral, letters) -> str:
    request = RequestFactory().get("/")
    request.user = user
    context = {"letters": letters, "referral": referral}
    return render_to_string("network/pages/for_practice.html", context, request)


def test_a_shelf_for_each_kind_says_what_can_be_written(town, make_letter):
    letter = make_letter()

    shelves = letters_of(town.anna, letter.referral)

    assert [shelf.kind for shelf in shelves] == ["start", "decision", "close"]
    assert [shelf.writable for shelf in shelves] == [True, True, False]
    assert [shelf.draft for shelf in shelves] == [letter, None, None]


def test_after_closing_the_closing_letter_can_be_written(town, make_letter):
    letter = make_letter("close")

    assert all(shelf.writable for shelf in letters_of(town.anna, letter.referral))


def test_a_returned_referral_gets_a_letter_of_decision_only(
    town, make_referral, stand_as
):
    referral = make_referral()
    stand_as(town.anna)
    return_referral(referral=referral, by=town.anna, reason="Past niet.")

    shelves = letters_of(town.anna, referral)

    assert [shelf.kind for shelf in shelves if shelf.writable] == ["decision"]


def test_the_team_lead_sees_what_was_released_and_writes_nothing(
    town, released, stand_as
):
    letter = released()
    write_letter(referral=letter.referral, by=town.anna, kind="decision")
    stand_as(town.bram)

    shelves = letters_of(town.bram, letter.referral)

    assert [one for shelf in shelves for one in shelf.letters] == [letter]
    assert not any(shelf.writable for shelf in shelves)


@pytest.mark.parametrize("who", ["henk", "carla", "gijs", "dirk"])
def test_others_find_nothing(town, released, stand_as, entries, who):
    letter = released()
    reader = stand_as(getattr(town, who))

    assert letters_of(reader, letter.referral) == []
    assert released_letters(reader, letter.referral) == []
    assert entries(event_type="look", user_id=reader.pk) == []


def test_the_practice_finds_released_letters_the_last_first(town, released, stand_as):
    first = released()
    second = write_letter(referral=first.referral, by=town.anna, kind="start")
    release_letter(letter=second, by=town.anna, sha256=second.sha256)
    write_letter(referral=first.referral, by=town.anna, kind="decision")
    stand_as(town.gerda)

    assert released_letters(town.gerda, first.referral) == [second, first]


def test_a_list_is_one_look_in_the_log(town, released, stand_as, entries):
    letter = released()
    stand_as(town.gerda)

    released_letters(town.gerda, letter.referral)

    lines = entries(event_type="look", user_id=town.gerda.pk)
    assert [line.permission for line in lines] == ["letter_read"]


@pytest.mark.parametrize(
    ("reader", "read"), [("anna", letters_of), ("gerda", released_letters)]
)
def test_the_number_of_queries_does_not_grow_with_the_letters(
    town, released, stand_as, reader, read
):
    letter = released()
    user = getattr(town, reader)

    def queries() -> int:
        stand_as(user)
        referral = Referral.objects.get()
        with CaptureQueriesContext(connection) as captured:
            found = read(user, referral)
            if read is released_letters:
                for_practice(user, referral, found)
        return len(captured)

    few = queries()
    stand_as(town.anna)
    write_more(town, letter, 4)

    assert queries() == few


def test_no_list_fetches_the_bytes(town, released):
    letter = released()

    with CaptureQueriesContext(connection) as captured:
        letters_of(town.anna, letter.referral)

    assert not any('"dichtbij_letter"."pdf"' in query["sql"] for query in captured)


def test_the_part_for_the_practice_gives_letter_pdf_and_copy_key(
    town, released, stand_as
):
    letter = released()
    stand_as(town.gerda)

    found = released_letters(town.gerda, letter.referral)
    shown = for_practice(town.gerda, letter.referral, found)

    assert f"/brieven/{letter.uuid}.pdf" in shown
    assert letter.his_text.splitlines()[0] in shown
    assert shown.count('data-key="k"') == 1


def test_a_letter_is_about_the_last_help_unless_another_is_chosen(
    town, help_given, make_referral, stand_as
):
    given = help_given()
    child = Client.objects.get()
    newer = make_referral(known=child)
    stand_as(town.anna)

    assert referral_to_write_about(child, "") == given.referral
    assert referral_to_write_about(child, str(newer.uuid)) == newer
    assert referral_to_write_about(child, "nonsense") is None
