"""A family that agreed is helped in a neighbouring practice of the same employer."""

from datetime import date, timedelta

import pytest

from dichtbij.audit.doors import standing_at
from dichtbij.clients.models import CareRelation
from dichtbij.programmes.models import Programme
from dichtbij.rosters.absence import alternatives
from dichtbij.scheduling.actions import (
    book_appointment,
    cancel_appointment,
    close_days,
    end_practice_day,
    move_appointment,
    put_on_waiting_list,
    refer_child,
)
from dichtbij.scheduling.card import card_of
from dichtbij.scheduling.diary import stranded, week
from dichtbij.scheduling.leaving import leave_programme
from dichtbij.scheduling.models import Appointment, PracticeDay, WaitingEntry
from dichtbij.scheduling.openings import free_slots, same_time, slot_of
from dichtbij.scheduling.placing import (
    change_time,
    may_come_to,
    place_appointment,
)
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Role
from dichtbij.waiting.actions import (
    accept_offer,
    make_offer,
    note_answer,
    note_elsewhere,
)
from dichtbij.waiting.gaps import free_times, weigh_for
from dichtbij.waiting.models import OfferWeighing
from dichtbij.waiting.words import why_words
from tests.conftest import NOW, child, member
from tests.waiting.conftest import as_family


@pytest.fixture
def agreed(town, oost, make_waiting, stand_as):
    """A family of Noord that may come to Oost too; bram stands before it."""
    entry = make_waiting()
    note_elsewhere(entry=entry, by=town.anna, agreed=True)
    stand_as(town.bram)
    return entry


@pytest.fixture
def elsewhere(town, oost, agreed, stand_as):
    """The agreed family took a time in Oost; bram stands before it."""
    slot = times(town, oost)[0]
    offer = make_offer(entry=agreed, by=town.bram, slot=slot)
    with standing_at(as_family(agreed.client)):
        accept_offer(offer=offer, by=town.bram)
    return Appointment.objects.get(referral=agreed.referral)


def times(town, practice, **more):
    key = practice.practice.pk
    return free_slots(programme=town.programme, practice_id=key, **more)


def considered(slot):
    return [one.candidate.entry for one in weigh_for([slot])[slot]]


def test_who_agreed_is_weighed_for_a_time_elsewhere(town, oost, agreed):
    where = town.bram.membership.place()

    found = free_times(where, town.programme, None)

    here = {town.practice_noord.pk, oost.practice.pk}
    assert {slot.practice for slot in found} == here
    assert all(considered(slot) == [agreed.pk] for slot in found)


def test_a_practice_where_nobody_waits_does_not_crowd_out_the_own_one(
    town, oost, agreed
):
    PracticeDay.objects.exclude(pk=oost.day.pk).filter(weekday=1).delete()
    assert times(town, oost)[2].starts.date() < date(2026, 3, 12)  # the first of Noord

    found = free_times(town.bram.membership.place(), town.programme, None)

    assert [slot.practice for slot in found] == [
        oost.practice.pk, town.practice_noord.pk, town.practice_noord.pk,
    ]  # fmt: skip


def test_without_agreement_or_sharing_nobody_is_weighed_elsewhere(town, oost, agreed):
    slot = times(town, oost)[0]
    Programme.objects.update(shares_practices=False)
    assert considered(slot) == []
    Programme.objects.update(shares_practices=True)
    assert considered(slot) == [agreed.pk]
    WaitingEntry.objects.update(elsewhere=False)

    assert considered(slot) == []
    own = free_times(town.bram.membership.place(), town.programme, None)
    assert {one.practice for one in own} == {town.practice_noord.pk}


def test_a_time_of_another_employer_is_never_shared(town, agreed, stand_as):
    stand_as(town.cees)
    slot = free_slots(programme=town.programme, practice_id=town.practice_zuid.pk)[0]
    stand_as(town.bram)

    assert considered(slot) == []
    with pytest.raises(Refused, match="neighbouring practice"):
        make_offer(entry=agreed, by=town.bram, slot=slot)


def test_the_own_practitioner_there_leaves_who_she_has_no_care_for_to_the_lead(
    town, oost, agreed, stand_as
):
    stand_as(oost.olga)
    slot = times(town, oost)[0]

    (weighed,) = weigh_for([slot])[slot]

    assert not weighed.fits
    assert why_words(weighed) == "waits in another practice; the team lead offers there"
    assert not free_times(oost.olga.membership.place(), town.programme, None)
    with pytest.raises(Denied):
        make_offer(entry=agreed, by=oost.olga, slot=slot)


def test_nobody_who_agreed_is_passed_over_silently(town, oost, agreed, stand_as):
    WaitingEntry.objects.filter(pk=agreed.pk).update(target_on=date(2026, 3, 1))
    stand_as(oost.otto)
    referral = refer_child(
        participation=oost.participation,
        by=oost.otto,
        child=child(given_name="Ander"),
        questions=["EMO-ANG"],
        sentence="Slaapt slecht.",
        giver="parents",
    )
    entry = put_on_waiting_list(referral=referral, by=oost.otto)
    stand_as(oost.olga)
    slot = times(town, oost)[0]

    make_offer(entry=entry, by=oost.olga, slot=slot)

    told = dict(OfferWeighing.objects.values_list("entry", "reason"))
    assert told[agreed.pk] == "waits in another practice; the team lead offers there"
    assert set(told) == {agreed.pk, entry.pk}


def test_an_open_offer_does_not_bring_times_for_which_nobody_waits(town, oost, agreed):
    make_offer(entry=agreed, by=town.bram, slot=times(town, oost)[0])

    assert free_times(town.bram.membership.place(), town.programme, None) == []


def test_a_no_to_a_time_elsewhere_is_no_answer_about_the_own_practice(
    town, oost, agreed
):
    PracticeDay.objects.filter(pk=oost.day.pk).update(weekday=3)  # as Noord
    there = times(town, oost)[0]
    offer = make_offer(entry=agreed, by=town.bram, slot=there)
    note_answer(offer=offer, by=town.bram, accepted=False)
    found = free_slots(programme=town.programme, practice_id=town.practice_noord.pk)
    own = next(slot for slot in found if slot.starts == there.starts)

    assert [one.fits for one in weigh_for([own])[own]] == [True]
    assert [one.fits for one in weigh_for([there])[there]] == [False]


def test_who_no_longer_agrees_is_not_asked_there_any_more(town, oost, agreed):
    slot = times(town, oost)[0]
    offer = make_offer(entry=agreed, by=town.bram, slot=slot)

    note_elsewhere(entry=agreed, by=town.bram, agreed=False)

    offer.refresh_from_db()
    assert offer.status == "withdrawn"
    assert slot in times(town, oost)
    with standing_at(as_family(agreed.client)), pytest.raises(Refused):
        accept_offer(offer=offer, by=town.bram)


def test_where_sharing_ended_a_talk_may_move_and_no_new_one_is_planned(
    town, oost, elsewhere
):
    Programme.objects.update(shares_practices=False)
    elsewhere.referral.programme.refresh_from_db()
    first, second = times(town, oost)[:2]
    stand = town.bram.membership.place()

    assert not may_come_to(elsewhere.referral, oost.practice.pk)
    with standing_at(stand), pytest.raises(Refused, match="own practice only"):
        place_appointment(elsewhere.referral, town.bram, first)
    with standing_at(stand):
        change_time(elsewhere, town.bram, second)

    assert elsewhere.starts_at == second.starts


def test_a_room_that_a_colleague_takes_over_is_not_offered(town, oost, elsewhere):
    taken = slot_of(elsewhere)
    Appointment.objects.update(practitioner=town.anna)

    found = times(town, oost, practitioner_id=oost.olga.pk)

    assert found
    assert taken not in found


def test_an_accepted_time_elsewhere_is_booked_in_the_room_there(
    town, oost, agreed, elsewhere
):
    assert (elsewhere.place, elsewhere.practice_id) == (
        oost.practice,
        town.practice_noord.pk,
    )
    assert CareRelation.objects.filter(
        client=agreed.client, practitioner=oost.olga
    ).exists()
    card = card_of(elsewhere)
    assert (card["practice"], card["lines"]) == (
        "Praktijk Oost",
        ["Verzonnen laan 3", "Teststad"],
    )


@pytest.mark.parametrize("what", ["not agreed", "no longer shared"])
def test_a_time_elsewhere_is_refused(town, oost, agreed, what):
    slot = times(town, oost)[0]
    if what == "not agreed":
        note_elsewhere(entry=agreed, by=town.bram, agreed=False)
    else:
        Programme.objects.update(shares_practices=False)
        agreed.programme.refresh_from_db()

    with pytest.raises(Refused, match=r"did not agree|own practice only"):
        make_offer(entry=agreed, by=town.bram, slot=slot)

    assert WaitingEntry.objects.filter(pk=agreed.pk, ended_at=None).exists()


def test_a_gp_there_sees_the_time_taken_and_nothing_of_the_child(
    town, oost, elsewhere, stand_as
):
    stand_as(oost.otto)

    found = times(town, oost, limit=40)

    assert found
    assert elsewhere.starts_at not in [slot.starts for slot in found]
    assert not Appointment.objects.exists()
    (wednesday,) = week(
        [oost.day], town.programme, date(2026, 3, 11), date(2026, 3, 11)
    )
    assert wednesday.free == 4  # of five
    assert Appointment.objects.count() == 0, "the wider place did not end"


def test_what_the_family_agreed_to_outlives_a_cancelled_talk(town, elsewhere, stand_as):
    stand_as(town.anna)

    cancel_appointment(appointment=elsewhere, by=town.anna)

    assert WaitingEntry.objects.get(ended_at=None).elsewhere


def test_it_moves_and_goes_on_where_it_was(town, oost, elsewhere, stand_as):
    stand_as(oost.olga)
    assert same_time(elsewhere, town.programme, 2).practice == oost.practice.pk
    slot = times(town, oost)[2]

    move_appointment(appointment=elsewhere, by=oost.olga, slot=slot)

    assert (elsewhere.starts_at, elsewhere.place) == (slot.starts, oost.practice)
    own = free_slots(programme=town.programme, practice_id=town.practice_noord.pk)[0]
    book_appointment(referral=elsewhere.referral, by=oost.olga, slot=own)


def test_who_is_ill_there_moves_the_family_there(town, oost, elsewhere):
    day = elsewhere.starts_at.date()

    (found,) = alternatives([elsewhere], town.programme, oost.olga.pk, day, day)

    assert found.slot.practice == oost.practice.pk
    assert found.slot.starts == elsewhere.starts_at + timedelta(weeks=1)


def test_the_day_there_does_not_end_over_it(town, oost, elsewhere):
    with pytest.raises(Refused, match="1 appointment is planned after that day"):
        end_practice_day(day=oost.day, by=town.bram, last_on=NOW.date())


def test_the_practice_there_does_not_leave_over_it(town, oost, elsewhere, stand_as):
    PracticeDay.objects.filter(pk=oost.day.pk).update(valid_until=NOW.date())
    lena = member(town, "lena", Role.PROJECT_LEADER, town.employer_noord)
    stand_as(lena)

    with pytest.raises(Refused, match="1 talk is planned here after that day"):
        leave_programme(participation=oost.participation, by=lena, last_on=NOW.date())


def test_a_closed_practice_there_tells_of_it(town, oost, elsewhere):
    day = elsewhere.starts_at.date()

    close_days(
        day=oost.day,
        by=town.bram,
        first_on=day,
        last_on=day,
        reason="practice_closed",
        whole_practice=True,
    )

    assert list(stranded()) == [elsewhere]
