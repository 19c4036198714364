"""The waiting list loses nobody, whatever is done in whatever order (issue 4)."""

from datetime import timedelta

from django.db import transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from dichtbij.scheduling import holds
from dichtbij.scheduling.actions import cancel_appointment, move_appointment
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.waiting.actions import (
    expire_offer,
    make_offer,
    note_answer,
    note_elsewhere,
    withdraw_offer,
)
from dichtbij.waiting.models import Offer, OfferWeighing
from tests.conftest import NOW

ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "offer",
                "offer",
                "yes",
                "no",
                "expire",
                "withdraw",
                "cancel",
                "move",
                "agree",
            ]
        ),
        st.integers(0, 30),
    ),
    max_size=16,
)


@settings(
    max_examples=15,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=ACTS)
def test_no_order_of_acts_loses_a_family(town, oost, make_waiting, acts):
    with transaction.atomic():
        families = {
            make_waiting(child={"given_name": f"Kind{n}"}).referral_id for n in range(3)
        }
        since = dict(WaitingEntry.objects.values_list("referral", "since_at"))
        for minute, (act, number) in enumerate(acts):
            with clock.at(NOW + timedelta(minutes=minute)):
                try:
                    with transaction.atomic():
                        _do(town, oost, act, number)
                except Refused:
                    pass
                _nobody_lost(families, since)
        transaction.set_rollback(True)


def _do(town, oost, act: str, number: int) -> None:
    offers = list(Offer.objects.order_by("id"))
    booked = list(Appointment.objects.filter(status="booked").order_by("id"))
    waiting = list(WaitingEntry.objects.open())
    slots = [
        slot
        for practice in (town.practice_noord, oost.practice)
        for slot in free_slots(
            programme=town.programme,
            practice_id=practice.pk,
            start=NOW + timedelta(days=1),
            limit=3,
        )
    ]
    some = {
        "cancel": booked, "move": booked, "offer": waiting, "agree": waiting,
    }.get(act, offers)  # fmt: skip
    if not some:
        return
    one, slot = some[number % len(some)], slots[number % len(slots)]
    if act == "offer":
        make_offer(entry=one, by=town.anna, slot=slot, why="agreed")
    elif act == "agree":
        note_elsewhere(entry=one, by=town.anna, agreed=number % 3 > 0)
    elif act in ("yes", "no"):
        note_answer(offer=one, by=town.anna, accepted=act == "yes")
    elif act == "withdraw":
        withdraw_offer(offer=one, by=town.anna)
    elif act == "expire":
        with clock.at(one.expires_at + timedelta(minutes=1)):
            expire_offer(offer=one, by=town.anna)
    elif act == "cancel":
        cancel_appointment(appointment=one, by=town.anna)
    else:
        move_appointment(appointment=one, by=town.anna, slot=slot)


def _nobody_lost(families: set[int], since: dict) -> None:
    waits = dict(
        WaitingEntry.objects.filter(ended_at=None).values_list("referral", "since_at")
    )
    planned = set(
        Appointment.objects.filter(status="booked").values_list("referral", flat=True)
    )
    assert families <= set(waits) | planned  # others are of an earlier example
    assert not set(waits) & planned
    assert all(since[one] == at for one, at in waits.items()), "a place was lost"
    open_offers = Offer.objects.open()
    assert open_offers.count() == holds.running().count()
    assert set(OfferWeighing.objects.filter(chosen=True).values_list("offer_uuid")) == (
        set(Offer.objects.values_list("uuid"))
    )
