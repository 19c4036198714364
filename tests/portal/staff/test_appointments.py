import pytest
from django.urls import reverse

from dichtbij.care.models import Task, Trajectory
from dichtbij.outbox.models import Message
from dichtbij.scheduling.actions import cancel_appointment
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots, key_of, slot_of
from dichtbij.shared import clock


def page_of(name, appointment):
    return reverse(name, args=[appointment.uuid])


def test_start_consult_takes_on_begins_and_opens_the_note(town, ask, make_appointment):
    appointment = make_appointment()

    answer = ask(town.anna, page_of("begin_consult", appointment), {})

    consult = reverse("consult", args=[appointment.client.uuid])
    assert answer.url == f"{consult}?afspraak={appointment.uuid}"
    appointment.refresh_from_db()
    assert appointment.started_at is not None
    assert Trajectory.objects.get().practitioner == town.anna


def test_start_needs_a_post(town, ask, make_appointment):
    appointment = make_appointment()

    assert ask(town.anna, page_of("begin_consult", appointment)).status_code == 405


def test_a_cancelled_appointment_says_why_it_does_not_start(
    town, ask, make_appointment
):
    appointment = make_appointment()
    cancel_appointment(appointment=appointment, by=town.gerda)

    answer = ask(town.anna, page_of("begin_consult", appointment), {}, follow=True)

    assert "no longer planned" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "next_page"), [("anna", "child"), ("henk", "referral")]
)
def test_it_is_moved_to_another_time(town, ask, make_appointment, who, next_page):
    appointment = make_appointment()
    user = getattr(town, who)
    page = ask(user, page_of("move", appointment))
    keys = [choice.key for choice in page.context["choices"]]
    assert key_of(slot_of(appointment)) not in keys

    answer = ask(user, page_of("move", appointment), {"slot": keys[0]})

    appointment.refresh_from_db()
    assert key_of(slot_of(appointment)) == keys[0]
    client, referral = appointment.client, appointment.referral
    uuid = client.uuid if next_page == "child" else referral.uuid
    assert answer.url == reverse(next_page, args=[uuid])


@pytest.mark.parametrize(("answer", "mails"), [("yes", 1), ("no", 0)])
def test_cancelling_asks_whether_the_family_hears_it(
    town, ask, make_appointment, answer, mails
):
    appointment = make_appointment()
    page = page_of("cancel", appointment)
    assert "Tell the family?" in ask(town.anna, page).content.decode()
    assert "Say whether" in ask(town.anna, page, {}).content.decode()

    ask(town.anna, page, {"tell_family": answer})

    appointment.refresh_from_db()
    assert appointment.status == Appointment.Status.CANCELLED
    changed = Message.objects.filter(kind="appointment_changed_family")
    assert changed.count() == mails


@pytest.mark.parametrize(
    ("notice", "status"), [("yes", "no_show_notice"), ("no", "no_show")]
)
def test_not_coming_is_noted_with_or_without_notice(
    town, ask, make_appointment, notice, status
):
    appointment = make_appointment()

    with clock.at(appointment.ends_at):
        answer = ask(town.anna, page_of("miss", appointment), {"with_notice": notice})

    assert answer.status_code == 302
    appointment.refresh_from_db()
    assert appointment.status == status
    assert Task.objects.get().kind == Task.Kind.CALL


def test_who_is_not_late_yet_is_not_missed(town, ask, make_appointment):
    appointment = make_appointment()

    answer = ask(town.anna, page_of("miss", appointment), {"with_notice": "no"})

    assert "has not begun yet" in answer.content.decode()
    appointment.refresh_from_db()
    assert appointment.status == Appointment.Status.BOOKED


@pytest.mark.parametrize("name", ["move", "cancel", "miss", "begin_consult"])
@pytest.mark.parametrize(
    ("other", "status"),
    [("carla", (404,)), ("gijs", (404, 403)), ("bram", (403,)), ("dirk", (403,))],
)
def test_nobody_elsewhere_touches_it(town, ask, make_appointment, name, other, status):
    appointment = make_appointment()
    slot = free_slots(programme=town.programme, practice_id=town.practice_noord.pk)[0]
    data = {"slot": key_of(slot), "tell_family": "no", "with_notice": "yes"}

    answer = ask(getattr(town, other), page_of(name, appointment), data)

    assert answer.status_code in status
    appointment.refresh_from_db()
    assert appointment.status == Appointment.Status.BOOKED
    assert appointment.moves == 0


@pytest.mark.parametrize("name", ["miss", "begin_consult"])
def test_a_practice_does_not_hold_consults(town, ask, make_appointment, name):
    appointment = make_appointment()

    answer = ask(town.henk, page_of(name, appointment), {"with_notice": "yes"})

    assert answer.status_code == 403
