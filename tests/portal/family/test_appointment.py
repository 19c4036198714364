"""A family's appointment: one tap confirms, three move, a file without reason."""

from datetime import timedelta

import pytest

from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Task
from dichtbij.families.models import LegalAuthority
from dichtbij.organisations import links
from dichtbij.scheduling.actions import move_appointment
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots, slot_from
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.forms import Forms
from tests.portal.family.conftest import book


@pytest.fixture
def kept(anna, family):
    """Return the appointment as it is kept now."""

    def read() -> Appointment:
        with standing_at(anna.membership.place()):
            return Appointment.objects.get(pk=family.appointment.pk)

    return read


def times_on(page) -> list[str]:
    """Return what the buttons with a free time would send."""
    text = page.content.decode()
    return [part.split('"')[0] for part in text.split('name="slot" value="')[1:]]


def test_one_tap_confirms_and_spends_the_link(come_by_link, kept, entries):
    device, place, given = come_by_link()
    (form, *_others) = [
        f for f in Forms(device.get(place).content.decode()).found if not f.action
    ]

    answer = device.post(place, {"come": "1"}, follow=True)

    assert set(form.fields) <= {"csrfmiddlewaretoken", "once", "sheet", "by"}
    assert "We know that you come" in answer.content.decode()
    assert kept().confirmed_at == NOW
    assert links.state_of(links.link_of(given.token)) == links.State.USED
    (line,) = entries(event_type="confirm_appointment")
    assert line.user_name == "Moeder Voorbeeld (via link)"


def test_three_proposed_times_of_the_same_practitioner_and_one_tap_takes_one(
    come_by_link, kept, family, town
):
    device, place, _given = come_by_link()
    offered = times_on(device.get(place))

    answer = device.post(place, {"slot": offered[1]}, follow=True)

    now = kept()
    assert len(offered) == 3
    assert answer.status_code == 200
    assert now.starts_at != family.appointment.starts_at
    assert now.practitioner_id == town.anna.pk
    assert (now.moves, now.confirmed_at) == (1, NOW)


def test_a_time_that_another_family_has_is_not_proposed(come_by_link, town, family):
    with standing_at(town.gerda.membership.place()):
        nearest = free_slots(
            programme=town.programme,
            practice_id=family.appointment.practice_id,
            start=NOW + timedelta(hours=24),
            limit=1,
        )[0]
    device, place, _given = come_by_link()
    first = times_on(device.get(place))[0]
    assert first.startswith(str(int(nearest.starts.timestamp())))

    other = book(town, given_name="Ander")
    with standing_at(town.gerda.membership.place()):
        move_appointment(appointment=other, by=town.gerda, slot=nearest)

    assert first not in times_on(device.get(place))


def test_a_time_that_was_just_taken_is_refused_in_words(come_by_link, town, kept):
    device, place, _given = come_by_link()
    key = times_on(device.get(place))[0]
    other = book(town, given_name="Ander")

    with standing_at(town.gerda.membership.place()):
        move_appointment(appointment=other, by=town.gerda, slot=slot_from(key))

    answer = device.post(place, {"slot": key})

    assert answer.status_code == 200
    assert "was just taken" in answer.content.decode()
    assert kept().moves == 0


@pytest.mark.parametrize("forged", ["1-2-3-4", "nonsense", ""])
def test_a_forged_time_changes_nothing(come_by_link, kept, forged):
    device, place, _given = come_by_link()

    answer = device.post(place, {"slot": forged})

    assert answer.status_code == 200
    assert kept().moves == 0


def test_none_of_these_becomes_one_task_of_the_practitioner(come_by_link, town, kept):
    device, place, _given = come_by_link()

    device.post(place, {"none": "1"})
    device.post(place, {"none": "1"})

    with standing_at(town.anna.membership.place()):
        (task,) = Task.objects.filter(owner=town.anna, kind=Task.Kind.CALL)
    assert kept().status == Appointment.Status.BOOKED
    assert task.due_on > clock.today()


def test_an_appointment_that_was_cancelled_says_so_and_takes_no_tap(
    come_by_link, anna, kept, family
):
    device, place, _given = come_by_link()
    with standing_at(anna.membership.place()):
        Appointment.objects.filter(pk=family.appointment.pk).update(
            status=Appointment.Status.CANCELLED
        )

    page = device.get(place)
    answer = device.post(place, {"come": "1"})

    assert "no longer planned" in page.content.decode()
    assert times_on(page) == []
    assert "no longer planned" in answer.content.decode()
    assert kept().confirmed_at is None


def test_the_calendar_file_holds_a_time_and_no_reason(come_by_link, family):
    device, place, _given = come_by_link()

    answer = device.get(f"{place}afspraak.ics")

    text = answer.content.decode()
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert "DTSTART:20260310T" in text
    assert "SUMMARY:Appointment\r\n" in text
    for reason in (
        family.child.family_name,
        family.appointment.practice.name,
        "Anna",
        "POH",
        "LOCATION",
        "DESCRIPTION",
        "Teststad",
    ):
        assert reason not in text


def test_signed_in_the_same_page_opens_and_a_second_factor_is_asked(as_parent, family):
    device, _user = as_parent()
    address = f"/mijn/afspraak/{family.appointment.uuid}/"

    assert device.get(address).status_code == 200
    session = device.session
    session["second_factor"] = False
    session.save()
    assert device.get(address).status_code == 302


def test_an_appointment_for_the_other_home_does_not_exist_here(
    as_parent, come_by_link, anna, family
):
    given_before = come_by_link(member=family.mother)
    with standing_at(anna.membership.place()):
        Appointment.objects.filter(pk=family.appointment.pk).update(only_for="parent_2")
    mother, _user = as_parent(family.mother)
    address = f"/mijn/afspraak/{family.appointment.uuid}/"

    assert mother.get(address).status_code == 404
    assert given_before[0].get(address).status_code == 404


def test_a_parent_without_authority_opens_only_what_a_link_was_given_for(
    as_parent, give, anna, family
):
    with standing_at(anna.membership.place()):
        LegalAuthority.objects.filter(member=family.father).update(kind="none")
    father, _user = as_parent(family.father)
    address = f"/mijn/afspraak/{family.appointment.uuid}/"

    assert father.get(address).status_code == 404
    give(member=family.father)
    assert father.get(address).status_code == 200


def test_a_family_is_signed_out_after_two_hours(as_parent, family):
    device, _user = as_parent()
    address = f"/mijn/afspraak/{family.appointment.uuid}/"
    device.get(address)

    for minutes in range(10, 140, 10):
        with clock.at(NOW + timedelta(minutes=minutes)):
            answer = device.get(address)

    assert answer.status_code == 302
