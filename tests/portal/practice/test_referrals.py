"""The practice sees every referral it made, and what became of it; nothing vanishes."""

import re
import uuid
from datetime import UTC, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.care.actions import take_on_referral
from dichtbij.network.actions import release_letter, write_letter
from dichtbij.network.models import Letter
from dichtbij.referrals.actions import decline_referral
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.referrals.paging import PAGE, _read, key_of
from dichtbij.scheduling.actions import cancel_appointment
from tests.conftest import NOW

URL = "/aanmeldingen/"


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def visit(sign_in, gerda):
    """Open an address, or send a form to it, as gerda unless told otherwise."""

    def go(url=URL, by=None, **sent):
        browser = sign_in(by or gerda)
        if sent:
            return browser.post(url, {"once": str(uuid.uuid4())} | sent)
        return browser.get(url)

    return go


def page_of(referral):
    return f"{URL}{referral.uuid}/"


# --- the list -------------------------------------------------------------------------


def test_an_empty_list_says_what_to_do(visit):
    shown = text(visit())

    assert "No referrals yet." in shown
    assert 'href="/aanmelden/"' in shown


def test_each_referral_says_who_has_it_and_when(visit, make_appointment):
    make_appointment()

    shown = text(visit())

    assert shown.count('<th scope="col"') == 5
    assert "Fictief Voorbeeldkind" in shown
    assert "planned</span>" in shown
    assert "Anna" in shown
    assert "Tue 10 March 10:30" in shown


def test_the_last_changed_stands_first(visit, make_referral, stand_as, anna):
    old = make_referral(child={"given_name": "Oud"})
    make_referral(child={"given_name": "Nieuw"})
    Referral.objects.filter(pk=old.pk).update(changed_at=NOW - timedelta(days=3))

    shown = text(visit())

    assert shown.index("Nieuw Voorbeeldkind") < shown.index("Oud Voorbeeldkind")


def test_what_is_returned_withdrawn_or_closed_stays_in_the_list(
    visit, make_referral, stand_as, anna
):
    referral = make_referral()
    stand_as(anna)
    decline_referral(referral=referral, by=anna, reason="Er loopt al hulp.")

    assert "returned" in text(visit())


def test_another_practice_does_not_stand_in_the_list(visit, make_referral, gijs):
    make_referral()

    assert "Voorbeeldkind" not in text(visit(by=gijs))


@pytest.mark.parametrize("who", ["anna", "bram", "dirk", "ella"])
def test_other_roles_have_no_such_list(visit, town, who):
    assert visit(by=getattr(town, who)).status_code == 403


def test_a_name_never_stands_in_the_title_of_the_tab(visit, make_referral):
    referral = make_referral()

    for url in (URL, page_of(referral)):
        title = re.search(r"<title>(.*?)</title>", text(visit(url)))[1]
        assert "Voorbeeldkind" not in title


def refer_many(make_referral, count):
    for number in range(count):
        made = make_referral(child={"given_name": f"Kind{number:02}"})
        changed = NOW - timedelta(minutes=number // 2)
        Referral.objects.filter(pk=made.pk).update(changed_at=changed)


def test_next_pages_show_everyone_once(visit, make_referral):
    refer_many(make_referral, PAGE + 4)
    url, seen = URL, []
    for _page in range(3):
        shown = text(visit(url))
        seen += re.findall(r"Kind\d\d", shown)
        following = re.search(r'href="(\?na=[^"]+)" rel="next"', shown)
        if following is None:
            break
        url = URL + following[1]

    assert sorted(seen) == [f"Kind{number:02}" for number in range(PAGE + 4)]


def test_the_page_after_the_last_says_so(visit, make_referral):
    referral = make_referral()

    shown = text(visit(f"{URL}?na={key_of(referral)}"))

    assert "no older referrals" in shown


@pytest.mark.parametrize(
    "key", ["x", "1_2", "nan_" + "0" * 32, "9" * 30 + "_" + "0" * 32]
)
def test_a_damaged_address_starts_at_the_beginning(visit, make_referral, key):
    make_referral()

    assert "Voorbeeldkind" in text(visit(f"{URL}?na={key}"))


@given(st.datetimes(timezones=st.just(UTC)), st.uuids())
def test_a_place_in_the_list_can_be_read_back(at, one):
    assert _read(key_of(Referral(changed_at=at, uuid=one))) == (at, one)


@pytest.mark.parametrize("count", [1, 20])
def test_each_child_shown_is_one_look(visit, make_referral, entries, count):
    refer_many(make_referral, count)
    before = len(entries(event_type="look"))

    visit()

    assert len(entries(event_type="look")) == before + count


def test_the_list_costs_the_same_with_one_and_twenty_rows(visit, make_referral):
    refer_many(make_referral, 1)
    visit()
    with CaptureQueriesContext(connection) as few:
        visit()
    refer_many(make_referral, 20)
    with CaptureQueriesContext(connection) as many:
        visit()

    assert len(many) == len(few)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kind03", ["Kind03"]),
        ("KIND03 voorbeeld", ["Kind03"]),
        ("voorbeeld kind0", ["Kind00", "Kind01", "Kind02", "Kind03"]),
        ("1 juni 2015", ["Kind00", "Kind01", "Kind02", "Kind03"]),
        ("02-06-2015", []),
        ("Onbekend", []),
        ("%", []),
    ],
)
def test_a_child_is_found_by_part_of_its_name_or_by_birth_date(
    visit, make_referral, typed, found
):
    refer_many(make_referral, 4)

    answer = visit(find=typed)

    assert sorted(re.findall(r">(Kind\d\d)", text(answer))) == found
    assert bool(found) or "Nobody found" in text(answer)


def test_finding_nothing_typed_shows_the_list(visit, make_referral):
    make_referral()

    assert "Voorbeeldkind" in text(visit(find="  "))


def test_nobody_is_found_in_another_practice(visit, make_referral, gijs):
    make_referral()

    assert "Nobody found" in text(visit(by=gijs, find="Voorbeeldkind"))


# --- one referral --------------------------------------------------------------


def test_the_page_tells_everything_that_happened_in_order(
    visit, make_appointment, gerda, stand_as
):
    appointment = make_appointment()
    stand_as(gerda)
    cancel_appointment(appointment=appointment, by=gerda, tell_family=False)

    shown = text(visit(page_of(appointment.referral)))

    happened = [
        "Referral received",
        "First conversation planned",
        "Appointment cancelled",
    ]
    places = [shown.index(words) for words in happened]
    assert places == sorted(places)
    assert "Choose a first free time" in shown


def test_every_event_of_a_timeline_is_shown(visit, make_referral):
    referral = make_referral()
    for kind in ReferralEvent.Kind.values:
        ReferralEvent.objects.create(
            programme_id=referral.programme_id,
            holder_id=referral.holder_id,
            practice_id=referral.practice_id,
            client_id=referral.client_id,
            referral=referral,
            kind=kind,
            at=NOW,
            by=referral.sent_by,
            words=f"regel {kind}.",
        )

    shown = text(visit(page_of(referral)))

    assert all(f"regel {kind}." in shown for kind in ReferralEvent.Kind.values)


def test_what_was_asked_and_who_agreed_stand_there(visit, make_referral):
    shown = text(visit(page_of(make_referral())))

    assert "anxiety" in shown
    assert "Slaapt slecht sinds de zomer." in shown
    assert "parent or parents with authority, 10-03-2026" in shown
    assert "before Tue 24 March" in shown


def test_a_reason_to_return_it_reaches_the_practice(
    visit, make_referral, stand_as, anna
):
    referral = make_referral()
    stand_as(anna)
    decline_referral(referral=referral, by=anna, reason="Er loopt al hulp elders.")

    shown = text(visit(page_of(referral)))

    assert "Er loopt al hulp elders." in shown
    assert "Withdraw" not in shown


def test_a_planned_conversation_can_be_moved_and_cancelled_from_here(
    visit, make_appointment
):
    appointment = make_appointment()

    shown = text(visit(page_of(appointment.referral)))

    for act in ("verplaatsen", "afzeggen", "kaart"):
        assert f'href="/afspraken/{appointment.uuid}/{act}/"' in shown


@pytest.mark.parametrize("who", ["carla", "gijs"])
def test_who_works_elsewhere_finds_nothing(visit, make_referral, town, who):
    referral = make_referral()

    assert visit(page_of(referral), by=getattr(town, who)).status_code == 404


def test_a_look_is_logged(visit, make_referral, entries, gerda):
    referral = make_referral()

    visit(page_of(referral))

    (look,) = entries(event_type="look", object_type="Referral")
    assert (look.client_id, look.user_id) == (referral.client_id, gerda.pk)


# --- letters: for the GP, never for the assistant --------------------------------


@pytest.fixture
def letter(make_referral, stand_as, anna, gerda):
    referral = make_referral()
    stand_as(anna)
    take_on_referral(referral=referral, by=anna)
    made = write_letter(referral=referral, by=anna, kind=Letter.Kind.START)
    release_letter(letter=made, by=anna, sha256=made.sha256)
    stand_as(gerda)
    return made


def test_the_gp_finds_the_released_letter(visit, letter):
    shown = text(visit(page_of(letter.referral)))

    assert ">Letters</h2>" in shown
    assert f"/brieven/{letter.uuid}" in shown


def test_the_assistant_sees_neither_letters_nor_notes(visit, letter, henk):
    shown = text(visit(page_of(letter.referral), by=henk))

    assert "Letters" not in shown
    assert str(letter.uuid) not in shown
    assert letter.his_text[:40] not in shown


def test_a_draft_of_a_letter_is_not_there_yet(visit, make_referral, stand_as, anna):
    referral = make_referral()
    stand_as(anna)
    take_on_referral(referral=referral, by=anna)
    draft = write_letter(referral=referral, by=anna, kind=Letter.Kind.START)

    assert str(draft.uuid) not in text(visit(page_of(referral)))


# --- withdraw ------------------------------------------------------------------


def withdraw(visit, referral, **sent):
    return visit(f"{page_of(referral)}intrekken/", **({"reason": "Verhuisd."} | sent))


def test_an_undecided_referral_is_withdrawn_with_its_plan(
    visit, make_appointment, gerda, stand_as
):
    appointment = make_appointment()

    answer = withdraw(visit, appointment.referral)

    assert answer.status_code == 302
    stand_as(gerda)
    appointment.refresh_from_db()
    assert appointment.status == "cancelled"
    shown = text(visit(page_of(appointment.referral)))
    assert "Withdrawn by the practice" in shown
    assert "Verhuisd." in shown
    assert "Withdraw the referral" not in shown


def test_a_decided_referral_is_not_withdrawn_and_says_who_decided(
    visit, make_referral, stand_as, anna
):
    referral = make_referral()
    stand_as(anna)
    take_on_referral(referral=referral, by=anna)

    answer = withdraw(visit, referral)

    assert "already decided by Anna" in text(answer)


@pytest.mark.parametrize(
    ("who", "status"), [("gijs", 404), ("carla", 403), ("anna", 403)]
)
def test_others_do_not_withdraw(
    visit, make_referral, town, gerda, stand_as, who, status
):
    referral = make_referral()

    assert withdraw(visit, referral, by=getattr(town, who)).status_code == status

    stand_as(gerda)
    referral.refresh_from_db()
    assert referral.status == "received"
