"""Free times on the waiting list: three matches with a reason, one tap offers."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.programmes.models import Programme
from dichtbij.scheduling.actions import put_on_waiting_list
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.waiting.actions import note_elsewhere
from dichtbij.waiting.models import Offer
from tests.forms import Forms
from tests.waiting.conftest import oost as oost

LIST = reverse("waiting_list")


@pytest.fixture
def waiting(town, make_family):
    """Let some families wait; the first one is late."""

    def make(count):
        for number in range(count):
            referral = make_family()
            with standing_at(town.gerda.membership.place()):
                entry = put_on_waiting_list(referral=referral, by=town.gerda)
                if not number:
                    WaitingEntry.objects.filter(pk=entry.pk).update(
                        target_on=date(2026, 3, 6)
                    )

    return make


def offers(town):
    with standing_at(town.anna.membership.place()):
        return list(Offer.objects.select_related("entry").order_by("id"))


def test_three_best_matches_stand_beside_each_free_time(town, ask, waiting):
    waiting(5)

    page = ask(town.anna, LIST)

    (first, *others) = page.context["free"]
    assert len(others) == 2
    assert [one.entry.client.given_name for one in first.matches] == [
        "Kind1", "Kind2", "Kind3",
    ]  # fmt: skip
    assert first.matches[0].reason == "target date passed 4 days ago, waits 0 days"
    assert [one.passes for one in first.matches] == [False, True, True]


def test_one_tap_offers_and_the_list_says_so(town, ask, sign_in, waiting):
    waiting(2)
    page = ask(town.anna, LIST)
    key, match = page.context["free"][0].choice.key, page.context["free"][0].matches[0]
    address = reverse("offer_time", args=[match.entry.uuid])
    assert any(f.action == address for f in Forms(page.content.decode()).found)

    answer = sign_in(town.anna).post(address, {"slot": key}, follow=True)

    (offer,) = offers(town)
    text = answer.content.decode()
    assert "Offered to" in text
    assert "answer before" in text
    assert reverse("settle_offer", args=[offer.uuid]) in text


def test_who_goes_first_without_a_reason_is_refused_in_words(
    town, ask, sign_in, waiting
):
    waiting(2)
    free = ask(town.anna, LIST).context["free"][0]
    address = reverse("offer_time", args=[free.matches[1].entry.uuid])

    answer = sign_in(town.anna).post(address, {"slot": free.choice.key}, follow=True)

    assert "Another family stands higher" in answer.content.decode()
    assert offers(town) == []
    sign_in(town.anna).post(address, {"slot": free.choice.key, "why": "not_reached"})
    assert len(offers(town)) == 1


@pytest.mark.parametrize("slot", ["", "nonsense", "1-2-3-4", f"{10**30}-1-1-1"])
def test_a_forged_time_is_refused(town, ask, sign_in, waiting, slot):
    waiting(1)
    entry = ask(town.anna, LIST).context["waiting"][0].entry

    answer = sign_in(town.anna).post(
        reverse("offer_time", args=[entry.uuid]), {"slot": slot}
    )

    assert answer.status_code == 302
    assert offers(town) == []
    assert ask(town.anna, f"{LIST}?vrij={slot}").status_code == 200


@pytest.mark.parametrize(
    ("what", "status", "waits"),
    [("yes", "accepted", 0), ("no", "declined", 1), ("withdraw", "withdrawn", 1)],
)
def test_an_offer_is_settled_from_the_list(
    town, ask, sign_in, waiting, what, status, waits
):
    waiting(1)
    free = ask(town.anna, LIST).context["free"][0]
    browser = sign_in(town.anna)
    address = reverse("offer_time", args=[free.matches[0].entry.uuid])
    browser.post(address, {"slot": free.choice.key})
    (offer,) = offers(town)

    browser.post(reverse("settle_offer", args=[offer.uuid]), {what: "1"})

    assert offers(town)[0].status == status
    assert len(ask(town.anna, LIST).context["waiting"]) == waits


def test_after_cancelling_the_time_leads_to_who_waits(
    town, ask, sign_in, waiting, make_appointment
):
    appointment = make_appointment()
    waiting(1)
    later = appointment.starts_at + timedelta(days=7)
    Appointment.objects.filter(pk=appointment.pk).update(
        starts_at=later, ends_at=later + timedelta(minutes=45)
    )

    answer = sign_in(town.anna).post(
        reverse("cancel", args=[appointment.uuid]), {"tell_family": "yes"}
    )

    assert answer.headers["Location"].startswith(f"{LIST}?vrij=")
    page = ask(town.anna, answer.headers["Location"])
    first = page.context["free"][0]
    assert answer.headers["Location"] == f"{LIST}?vrij={first.choice.key}"
    assert appointment.client.pk not in [m.entry.client_id for m in first.matches]


def test_when_nobody_else_waits_cancelling_leads_where_it_did(
    town, sign_in, make_appointment
):
    appointment = make_appointment()

    answer = sign_in(town.anna).post(
        reverse("cancel", args=[appointment.uuid]), {"tell_family": "yes"}
    )

    assert answer.headers["Location"] == reverse(
        "child", args=[appointment.client.uuid]
    )
    with standing_at(town.anna.membership.place()):
        assert Appointment.objects.get().status == "cancelled"


def test_the_agreement_to_another_practice_is_noted_where_practices_are_shared(
    town, ask, sign_in, waiting
):
    waiting(1)
    assert "another practice" not in ask(town.anna, LIST).content.decode()
    Programme.objects.update(shares_practices=True)
    page = ask(town.anna, LIST)
    entry = page.context["waiting"][0].entry

    sign_in(town.anna).post(
        reverse("agree_elsewhere", args=[entry.uuid]), {"agreed": "1"}
    )

    assert "Own practice only" in ask(town.anna, LIST).content.decode()


def test_a_family_of_another_practice_stands_beside_a_free_time(
    town, oost, ask, sign_in, waiting
):
    waiting(2)
    with standing_at(town.anna.membership.place()):
        _first, second = WaitingEntry.objects.open()
        note_elsewhere(entry=second, by=town.anna, agreed=True)

    page = ask(town.bram, LIST)

    here = next(one for one in page.context["free"] if one.practice == "Praktijk Oost")
    assert [match.entry for match in here.matches] == [second]
    words = "waits in Praktijk Noord, agreed to come here too"
    assert page.content.decode().count(words) == len(
        [one for one in page.context["free"] if one.practice == "Praktijk Oost"]
    )
    sign_in(town.bram).post(
        reverse("offer_time", args=[second.uuid]), {"slot": here.choice.key}
    )
    (offer,) = offers(town)
    assert (offer.entry, offer.room) == (second, oost.room)
    assert "Offered" in ask(town.bram, LIST).content.decode()


@pytest.mark.parametrize(
    "forged",
    ["253402250000-253402253600-1-{room}", "1-2-1-{room}", "-5-9-1-{room}", "x", "9-9"],
)
def test_a_forged_time_is_no_time(town, ask, waiting, forged):
    waiting(1)
    key = forged.format(room=town.room_noord.pk)

    page = ask(town.anna, f"{LIST}?vrij={key}")

    assert page.status_code == 200
    assert key not in [one.choice.key for one in page.context["free"]]


def test_a_practitioner_there_is_shown_no_child_of_another_practice(
    town, oost, ask, waiting
):
    waiting(1)
    with standing_at(town.anna.membership.place()):
        note_elsewhere(entry=WaitingEntry.objects.get(), by=town.anna, agreed=True)

    page = ask(oost.olga, LIST)

    assert page.status_code == 200
    assert not page.context.get("free")
    assert "Testkind1" not in page.content.decode()


def test_the_number_of_queries_does_not_grow(town, waiting, count_queries):
    counts = []
    for more in (1, 4, 20):
        waiting(more)
        counts.append(count_queries(town.anna, LIST))

    assert counts[0] == counts[1] == counts[2], counts
