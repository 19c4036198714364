"""A family answers an offer by a link, or signed in: one tap, and what is true."""

from datetime import timedelta

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.clients.models import Client, wall_keys
from dichtbij.organisations import links
from dichtbij.organisations.links import Purpose
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.waiting.actions import make_offer, withdraw_offer
from dichtbij.waiting.by_family import give_offer_link
from tests.conftest import NOW
from tests.portal.family.conftest import give_account
from tests.waiting.conftest import oost as oost


def waits_again(family, **more) -> WaitingEntry:
    Appointment.objects.update(status="cancelled")
    return WaitingEntry.objects.create(
        **wall_keys(family.child),
        referral=family.appointment.referral,
        since_at=NOW,
        target_on=NOW.date(),
        **more,
    )


@pytest.fixture
def offer(town, family):
    """A time offered to the family, which waits again."""
    with standing_at(town.anna.membership.place()):
        entry = waits_again(family)
        slot = free_slots(
            programme=town.programme, practice_id=entry.practice_id, limit=6
        )[-1]
        return make_offer(entry=entry, by=town.anna, slot=slot)


@pytest.fixture
def given(town, family, offer):
    with standing_at(town.anna.membership.place()):
        return give_offer_link(offer=offer, by=town.anna, member=family.mother)


@pytest.fixture
def offer_there(town, oost, family):
    """A time in Oost, where the family agreed to come too."""
    with standing_at(town.bram.membership.place()):
        entry = waits_again(family, elsewhere=True)
        slot = free_slots(programme=town.programme, practice_id=oost.practice.pk)[-1]
        return make_offer(entry=entry, by=town.bram, slot=slot)


def booked(town):
    with standing_at(town.anna.membership.place()):
        return Appointment.objects.filter(status="booked").count()


def test_one_tap_takes_the_time(town, offer, given, come_by_link, entries):
    device, place, given = come_by_link(given)
    assert place == reverse("my_offer", args=[offer.uuid])
    assert "Yes, I come" in device.get(place).content.decode()

    page = device.post(place, {"yes": "1"}, follow=True).content.decode()

    assert "The appointment is planned." in page
    assert "Yes, I come" not in page
    assert booked(town) == 1
    assert links.state_of(links.link_of(given.token)) == links.State.USED
    (line,) = entries(event_type="accept_offer")
    assert line.user_name == "Moeder Voorbeeld (via link)"


def test_one_tap_leaves_it(town, given, come_by_link):
    device, place, _given = come_by_link(given)

    page = device.post(place, {"no": "1"}, follow=True).content.decode()

    assert "You keep your place on the waiting list." in page
    assert booked(town) == 0


def test_a_time_in_another_practice_says_where_to_come_on_every_page(
    town, family, offer_there, sign_in
):
    with standing_at(town.bram.membership.place()):
        mother = give_account(town, family.mother, Role.PARENT)
    browser = sign_in(mother)
    place = reverse("my_offer", args=[offer_there.uuid])
    page = browser.get(place).content.decode()
    assert "Praktijk Oost, Verzonnen laan 3, Teststad" in page
    assert "another practice than your own" in page

    browser.post(place, {"yes": "1"})

    with standing_at(town.bram.membership.place()):
        taken = Appointment.objects.get(status="booked")
    for address in (
        reverse("mine"),
        reverse("my_appointments"),
        reverse("my_appointment", args=[taken.uuid]),
    ):
        page = browser.get(address).content.decode()
        assert "Praktijk Oost" in page, address
        assert "Praktijk Noord" not in page, address
    assert browser.get(address).context["choices"], "no other times there"


def test_what_was_taken_back_or_is_over_says_so(town, offer, given, come_by_link):
    device, place, _given = come_by_link(given)
    with clock.at(NOW + timedelta(hours=4, minutes=1)):
        device2, place2, _ = come_by_link(given)
        assert "The time to answer is over." in device2.get(place2).content.decode()
    with standing_at(town.anna.membership.place()):
        withdraw_offer(offer=offer, by=town.anna)

    page = device.post(place, {"yes": "1"}).content.decode()

    assert "The practice took this proposal back." in page
    assert booked(town) == 0


def test_who_signs_in_finds_it_on_the_first_page(offer, as_parent):
    device, _user = as_parent()

    page = device.get(reverse("mine")).content.decode()

    assert reverse("my_offer", args=[offer.uuid]) in page


def test_helped_without_parents_no_parent_meets_it(town, family, offer, as_parent):
    device, _user = as_parent()
    with standing_at(town.anna.membership.place()):
        Client.objects.filter(pk=family.child.pk).update(without_parents=True)

    answer = device.get(reverse("my_offer", args=[offer.uuid]))

    assert answer.status_code == 404


def test_a_link_for_another_thing_does_not_open_it(offer, come_by_link):
    device, _place, _given = come_by_link(purpose=Purpose.APPOINTMENT)

    assert device.get(reverse("my_offer", args=[offer.uuid])).status_code in (403, 404)
