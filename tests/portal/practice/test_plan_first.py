"""After a referral: one click books the first free time, or the family waits."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dichtbij.care.models import Trajectory
from dichtbij.clients.models import wall_keys
from dichtbij.referrals.actions import decline_referral
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.actions import book_appointment, note_no_show
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.scheduling.openings import free_slots, key_of
from dichtbij.shared import clock
from tests.conftest import NOW


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.fixture
def visit(sign_in, gerda):
    """Open or send the page of a referral, as gerda unless told otherwise."""

    def go(referral, by=None, **sent):
        browser = sign_in(by or gerda)
        url = f"/aanmeldingen/{referral.uuid}/afspraak/"
        if not sent:
            return browser.get(url)
        return browser.post(url, {"once": str(uuid.uuid4())} | sent)

    return go


def offered(answer):
    return re.findall(r'name="slot" value="([\d-]+)"( checked)?', text(answer))


def test_the_first_six_free_times_stand_there_the_first_one_chosen(
    visit, make_referral
):
    answer = visit(make_referral())

    choices = offered(answer)
    assert len(choices) == 6
    assert [bool(checked) for _key, checked in choices] == [True] + [False] * 5
    assert "Tue 10 March 10:30" in text(answer)
    assert "kamer 2, with Anna" in text(answer)
    assert "Zuid" not in text(answer)


def test_the_page_gives_the_reference_that_both_sides_can_say(visit, make_referral):
    referral = make_referral()

    answer = visit(referral)

    assert f"Referral received, reference {referral.reference()}" in text(answer)


def test_sending_the_page_as_it_stands_books_the_first_time(
    visit, make_referral, gerda, stand_as
):
    referral = make_referral()
    first = offered(visit(referral))[0][0]

    answer = visit(referral, slot=first)

    assert answer.status_code == 302
    stand_as(gerda)
    booked = Appointment.objects.get()
    assert (booked.first, booked.booked_by, booked.referral) == (True, gerda, referral)
    confirmed = text(visit(referral))
    assert "Tuesday 10 March 2026, 10:30" in confirmed
    assert "Praktijk Noord, kamer 2" in confirmed
    assert 'href="/aanmeldingen/"' in confirmed


def test_a_double_click_books_once(visit, make_referral, gerda, stand_as):
    referral, key = make_referral(), str(uuid.uuid4())
    slot = offered(visit(referral))[0][0]

    answers = [visit(referral, slot=slot, once=key) for _click in range(2)]

    assert answers[0]["Location"] == answers[1]["Location"]
    stand_as(gerda)
    assert Appointment.objects.count() == 1


def test_a_second_window_cannot_plan_a_second_first_conversation(
    visit, make_referral, gerda, stand_as
):
    referral = make_referral()
    first, second = (key for key, _checked in offered(visit(referral))[:2])
    visit(referral, slot=first)

    answer = visit(referral, slot=second)

    assert "already planned for this family" in text(answer)
    stand_as(gerda)
    assert Appointment.objects.count() == 1


def test_a_time_taken_meanwhile_offers_the_next_free_ones(
    visit, make_referral, gerda, stand_as
):
    referral = make_referral()
    taken = offered(visit(referral))[0][0]
    other = make_referral(child={"given_name": "Ander"})
    slot = free_slots(
        programme=other.programme, practice_id=other.practice_id, limit=1
    )[0]
    book_appointment(referral=other, by=gerda, slot=slot)

    answer = visit(referral, slot=taken)

    assert answer.status_code == 200
    assert "just taken" in text(answer)
    keys = [key for key, _checked in offered(answer)]
    assert taken not in keys
    assert len(keys) == 6
    stand_as(gerda)
    assert not Appointment.objects.filter(referral=referral).exists()


@pytest.mark.parametrize("slot", ["", "vandaag", "1-2", "9" * 40 + "-1-1-1"])
def test_what_is_no_time_is_answered_in_words(visit, make_referral, slot):
    answer = visit(make_referral(), slot=slot)

    assert answer.status_code == 200
    assert 'id="errors"' in text(answer)
    assert len(offered(answer)) == 6


def test_a_time_outside_the_practice_day_is_refused(
    visit, make_referral, gerda, stand_as, town
):
    referral = make_referral()
    slot = free_slots(
        programme=town.programme, practice_id=referral.practice_id, limit=1
    )[0]
    night = slot._replace(
        starts=slot.starts + timedelta(hours=12), ends=slot.ends + timedelta(hours=12)
    )

    answer = visit(referral, slot=key_of(night))

    assert "no longer a time" in text(answer)
    stand_as(gerda)
    assert Appointment.objects.count() == 0


# --- waiting ------------------------------------------------------------------


def test_a_family_can_wait_instead_and_too_little_is_known_to_promise(
    visit, make_referral, gerda, stand_as
):
    referral = make_referral()
    assert "too little is known" in text(visit(referral))

    answer = visit(referral, act="wait")

    assert answer.status_code == 302
    stand_as(gerda)
    assert WaitingEntry.objects.get(referral=referral).ended_at is None
    again = visit(referral)
    assert "On the waiting list" in text(again)
    assert 'value="wait"' not in text(again)
    assert len(offered(again)) == 6


def test_the_honest_range_is_shown_and_remembered_as_it_was_told(
    visit, make_referral, anna, gerda, stand_as
):
    for days in range(10):
        made = make_referral(child={"given_name": f"Kind {days}"})
        received = NOW - timedelta(days=40)
        Referral.objects.filter(pk=made.pk).update(received_at=received)
        Trajectory.objects.create(
            **wall_keys(made.client),
            referral=made,
            practitioner=anna,
            opened_on=received.date(),
            first_consult_on=received.date() + timedelta(days=days + 3),
        )
    referral = make_referral(child={"given_name": "Nieuw"})

    shown = text(visit(referral))
    visit(referral, act="wait")

    assert "half of the families wait 7 days or less" in shown
    assert "9 out of 10 11 days or less" in shown
    assert "11 referrals" in shown
    stand_as(gerda)
    referral.refresh_from_db()
    assert (referral.promised_median_days, referral.promised_p90_days) == (7, 11)


def test_a_returned_referral_offers_nothing(visit, make_referral, stand_as, anna):
    referral = make_referral()
    stand_as(anna)
    decline_referral(referral=referral, by=anna, reason="Past hier niet.")

    answer = visit(referral)

    assert "This referral is closed" in text(answer)
    assert offered(answer) == []


def test_who_was_planned_and_did_not_come_is_not_said_to_be_waiting(
    visit, make_referral, anna, stand_as
):
    referral = make_referral()
    visit(referral, act="wait")
    visit(referral, slot=offered(visit(referral))[0][0])
    stand_as(anna)
    appointment = Appointment.objects.get()
    with clock.at(appointment.starts_at + timedelta(minutes=20)):
        note_no_show(appointment=appointment, by=anna, with_notice=False)

        again = visit(referral, by=anna)

    assert "When can Fictief Voorbeeldkind come?" in text(again)
    assert 'value="wait"' in text(again)


# --- who may, the card, the log -------------------------------------------------


@pytest.mark.parametrize("who", ["carla", "gijs"])
def test_who_works_elsewhere_finds_nothing(visit, make_referral, town, who):
    assert visit(make_referral(), by=getattr(town, who)).status_code == 404


@pytest.mark.parametrize("who", ["bram", "dirk", "ella"])
def test_who_never_books_is_turned_away(visit, make_referral, town, who):
    assert visit(make_referral(), by=getattr(town, who)).status_code == 403


def test_the_practitioner_can_use_the_page_too(visit, make_referral, anna):
    answer = visit(make_referral(), by=anna)

    assert answer.status_code == 200
    assert 'href="/aanmeldingen/"' not in text(answer)


def test_a_look_and_a_booking_are_logged_once_per_child(visit, make_referral, entries):
    referral = make_referral()
    before = len(entries(client_id=referral.client_id, event_type="look"))

    visit(referral)
    slot = offered(visit(referral))[0][0]
    visit(referral, slot=slot)

    looks = entries(client_id=referral.client_id, event_type="look")
    assert len(looks) == before + 3
    assert entries(event_type="book_first_appointment", client_id=referral.client_id)


CARD = "/afspraken/{}/kaart/"


def test_without_an_address_the_card_is_the_first_thing_to_do(
    visit, make_referral, sign_in, gerda
):
    referral = make_referral(child={"channels": ()})
    visit(referral, slot=offered(visit(referral))[0][0])

    shown = text(visit(referral))

    assert "No e-mail address that may be used" in shown
    assert CARD.format(referral.appointments.get().uuid) in shown


def test_the_card_is_a_pdf_that_names_no_child(make_appointment, sign_in, gerda):
    appointment = make_appointment()

    answer = sign_in(gerda).get(CARD.format(appointment.uuid))

    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert "Voorbeeldkind" not in answer.headers["Content-Disposition"]


def test_the_card_of_another_practice_is_not_there(make_appointment, sign_in, gijs):
    appointment = make_appointment()

    answer = sign_in(gijs).get(CARD.format(appointment.uuid))

    assert answer.status_code == 404


def test_the_page_costs_the_same_however_full_the_diary_is(visit, make_referral, gerda):
    referral = make_referral()
    visit(referral)
    with CaptureQueriesContext(connection) as few:
        visit(referral)
    for number in range(8):
        other = make_referral(child={"given_name": f"Kind {number}"})
        slot = free_slots(
            programme=other.programme, practice_id=other.practice_id, limit=1
        )[0]
        book_appointment(referral=other, by=gerda, slot=slot)

    with CaptureQueriesContext(connection) as many:
        visit(referral)

    assert len(many) == len(few)
