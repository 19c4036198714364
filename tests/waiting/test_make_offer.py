from datetime import date, timedelta

import pytest

from dichtbij.outbox.models import Message
from dichtbij.scheduling.actions import book_appointment, cancel_appointment
from dichtbij.scheduling.models import SlotHold, WaitingEntry
from dichtbij.scheduling.openings import free_slots, slot_of
from dichtbij.shared import clock
from dichtbij.shared.errors import Busy, Denied, Refused
from dichtbij.waiting.actions import decline_offer, make_offer, note_answer
from dichtbij.waiting.gaps import weigh_for
from dichtbij.waiting.models import Offer, OfferWeighing
from tests.conftest import NOW


def test_a_family_is_offered_a_time_that_is_kept_for_four_hours(
    town, make_waiting, slot, entries
):
    entry = make_waiting()

    offer = make_offer(entry=entry, by=town.anna, slot=slot)

    assert (offer.status, offer.starts_at) == ("offered", slot.starts)
    assert offer.expires_at == NOW + timedelta(hours=4)
    assert slot not in free_slots(
        programme=town.programme, practice_id=slot.practice, limit=20
    )
    (line,) = entries(event_type="make_offer")
    assert line.client_id == entry.client_id


def test_a_kept_time_is_nobody_elses(town, make_waiting, make_referral, slot):
    make_offer(entry=make_waiting(), by=town.anna, slot=slot)
    other = make_referral(child={"given_name": "Ander"})

    with pytest.raises(Busy, match="kept until"):
        book_appointment(referral=other, by=town.gerda, slot=slot)

    assert not other.appointments.exists()


def test_a_kept_time_is_free_again_when_its_term_passed(
    town, make_waiting, make_referral, slot
):
    make_offer(entry=make_waiting(), by=town.anna, slot=slot)
    other = make_referral(child={"given_name": "Ander"})

    with clock.at(NOW + timedelta(hours=5)):
        booked = book_appointment(referral=other, by=town.gerda, slot=slot)

    assert booked.starts_at == slot.starts


def test_a_neutral_mail_goes_where_mails_of_appointments_go(town, make_waiting, slot):
    entry = make_waiting()

    make_offer(entry=entry, by=town.anna, slot=slot)

    (mail,) = Message.objects.filter(kind="offer_family")
    assert (mail.client, mail.link) == (entry.client, "/mijn/")


@pytest.mark.parametrize("silence", ["without_parents", "silent"])
def test_nothing_reaches_who_must_not_know(town, make_waiting, slot, silence):
    entry = make_waiting()
    if silence == "silent":
        entry.client.channels.update(silent=True)
    else:
        type(entry.client).objects.filter(pk=entry.client_id).update(
            without_parents=True
        )
    entry.client.refresh_from_db()

    make_offer(entry=entry, by=town.anna, slot=slot)

    assert not Message.objects.filter(kind="offer_family").exists()


def test_who_stands_higher_is_not_passed_over_silently(town, make_waiting, slot):
    first = make_waiting(target_on=date(2026, 3, 5))
    second = make_waiting(child={"given_name": "Tweede"})

    with pytest.raises(Refused, match="stands higher"):
        make_offer(entry=second, by=town.anna, slot=slot)
    assert not Offer.objects.exists()
    assert not SlotHold.objects.exists()

    offer = make_offer(entry=second, by=town.anna, slot=slot, why="not_reached")

    weighed = OfferWeighing.objects.filter(offer_uuid=offer.uuid).order_by("place")
    assert [(one.entry, one.place, one.chosen) for one in weighed] == [
        (first, 1, False),
        (second, 2, True),
    ]
    assert "could not be reached" in weighed[0].reason
    assert "waits 0 days" in weighed[1].reason


def test_who_has_an_offer_or_said_no_is_weighed_with_that_reason(
    town, make_waiting, slot
):
    first = make_waiting(target_on=date(2026, 3, 5))
    second = make_waiting(child={"given_name": "Tweede"})
    gone = make_offer(entry=first, by=town.anna, slot=slot)
    note_answer(offer=gone, by=town.anna, accepted=False)

    with pytest.raises(Refused, match="said no to this time"):
        make_offer(entry=first, by=town.anna, slot=slot)
    offer = make_offer(entry=second, by=town.anna, slot=slot)

    higher = OfferWeighing.objects.get(offer_uuid=offer.uuid, entry=first)
    assert (higher.chosen, higher.reason) == (False, "said no to this time")


def test_who_called_off_this_time_is_not_offered_it(town, make_appointment, stand_as):
    appointment = make_appointment()
    stand_as(town.anna)
    cancel_appointment(appointment=appointment, by=town.anna)
    slot = slot_of(appointment)

    (one,) = weigh_for([slot])[slot]

    assert one.candidate.bar == "could_not"


def test_one_offer_at_a_time_per_family_and_per_time(town, make_waiting, slot):
    first, second = make_waiting(), make_waiting(child={"given_name": "Tweede"})
    later = free_slots(programme=town.programme, practice_id=slot.practice, limit=20)[
        -1
    ]
    make_offer(entry=first, by=town.anna, slot=slot)

    with pytest.raises(Refused, match="has another offer now"):
        make_offer(entry=first, by=town.anna, slot=later)
    with pytest.raises(Busy, match="kept until"):
        make_offer(entry=second, by=town.anna, slot=slot)

    assert Offer.objects.count() == SlotHold.objects.count() == 1


def test_a_lapsed_offer_stands_in_nobodys_way(town, make_waiting, slot):
    first, second = make_waiting(), make_waiting(child={"given_name": "Tweede"})
    lapsed = make_offer(entry=first, by=town.anna, slot=slot)

    with clock.at(NOW + timedelta(hours=5)):
        make_offer(entry=second, by=town.anna, slot=slot)

    lapsed.refresh_from_db()
    assert lapsed.status == "expired"


def test_no_offer_for_who_no_longer_waits_or_at_a_time_of_elsewhere(
    town, make_waiting, slot
):
    entry = make_waiting()

    with pytest.raises(Refused, match="own practice"):
        make_offer(
            entry=entry,
            by=town.anna,
            slot=slot._replace(practice=town.practice_zuid.pk),
        )
    with pytest.raises(Refused, match="has passed"):
        make_offer(
            entry=entry,
            by=town.anna,
            slot=slot._replace(starts=slot.starts - timedelta(days=7)),
        )
    with (
        clock.at(slot.starts - timedelta(minutes=40)),
        pytest.raises(Refused, match="too near"),
    ):
        make_offer(entry=entry, by=town.anna, slot=slot)
    WaitingEntry.objects.update(ended_at=clock.now())
    with pytest.raises(Refused, match="no longer waits"):
        make_offer(entry=entry, by=town.anna, slot=slot)


def test_a_team_lead_may_offer_too(town, make_waiting, slot, stand_as):
    entry = make_waiting()
    stand_as(town.bram)

    assert make_offer(entry=entry, by=town.bram, slot=slot).made_by == town.bram


@pytest.mark.parametrize("other", ["carla", "cees", "gerda", "henk", "dirk", "petra"])
def test_others_may_not(town, make_waiting, slot, stand_as, other):
    entry = make_waiting()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        make_offer(entry=entry, by=by, slot=slot)


def test_carla_meets_no_offer_and_no_weighing(town, make_waiting, slot, stand_as):
    offer = make_offer(entry=make_waiting(), by=town.anna, slot=slot)

    stand_as(town.carla)

    assert not Offer.objects.exists()
    assert not OfferWeighing.objects.exists()
    with pytest.raises(Denied):
        decline_offer(offer=offer, by=town.carla)
