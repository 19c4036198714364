"""Does the family learn who talked about what, and nobody who may not?"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dichtbij.clients.models import Channel, Client
from dichtbij.families.models import SightDelay
from dichtbij.outbox.models import Message
from dichtbij.partners.closing import close_without_consent
from dichtbij.partners.consulting import hold_consultation, send_receipt
from dichtbij.partners.models import CaseConsultation
from dichtbij.partners.receipts import receipts_for
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.partners.families import a_parent, agree, the_young_person, withdraw


def hold(town, meeting):
    hold_consultation(
        consultation=meeting.consultation,
        by=town.anna,
        minutes={"school": "KANARIE minuten"},
    )
    return meeting


def told():
    return {
        m.channel.value for m in Message.objects.filter(kind="consultation_receipt")
    }


def test_a_parent_reads_who_talked_about_what_and_gets_a_mail(
    town, make_meeting, entries
):
    meeting = hold(town, make_meeting())

    send_receipt(consultation=meeting.consultation, by=town.anna)

    (receipt,) = receipts_for(meeting.trajectory.client, meeting.parent)
    assert receipt.partners == ("De Verzonnen School",)
    assert [str(t) for t in receipt.topics] == ["school", "the plan and the agreements"]
    assert receipt.called_by == "Anna"
    assert "KANARIE" not in str(receipt)
    assert told() == {"ouder@teststad.example"}
    assert len(entries(event_type="send_receipt")) == 1


def test_sending_twice_is_sending_once(town, make_meeting):
    meeting = hold(town, make_meeting())
    for _twice in range(2):
        send_receipt(consultation=meeting.consultation, by=town.anna)

    assert Message.objects.filter(kind="consultation_receipt").count() == 1


def test_before_it_was_held_there_is_no_receipt(town, make_meeting):
    meeting = make_meeting()

    with pytest.raises(Refused, match="not held"):
        send_receipt(consultation=meeting.consultation, by=town.anna)

    assert receipts_for(meeting.trajectory.client, meeting.parent) == []


def test_lr_13_a_parent_without_authority_reads_nothing(town, make_meeting):
    meeting = hold(town, make_meeting())
    other = a_parent(meeting.trajectory.client, town.anna, "parent_2", authority="none")
    address(meeting.trajectory.client, "parent_2")

    send_receipt(consultation=meeting.consultation, by=town.anna)

    assert receipts_for(meeting.trajectory.client, other) == []
    assert told() == {"ouder@teststad.example"}


def address(client, owner, **changes):
    return Channel.objects.create(
        client=client,
        owner=owner,
        kind="email",
        value=f"{owner}@teststad.example",
        **changes,
    )


def test_a_silent_address_and_one_of_nobody_for_certain_get_nothing(town, make_meeting):
    meeting = hold(town, make_meeting())
    client = meeting.trajectory.client
    client.channels.update(silent=True)
    address(client, "other")

    send_receipt(consultation=meeting.consultation, by=town.anna)

    assert told() == set()
    assert len(receipts_for(client, meeting.parent)) == 1


def test_r18_helped_without_parents_only_the_young_person_hears_of_it(
    town, make_meeting, make_trajectory, make_partner, make_referral
):
    born = clock.today() - timedelta(days=365 * 17)
    trajectory = make_trajectory(
        child={"birth_date": born, "without_parents": True},
        giver="young_person",
    )
    client = trajectory.client
    young = the_young_person(client, town.anna)
    parent = a_parent(client, town.anna)
    address(client, "young_person")
    partner = make_partner()
    agree(young, partner, ["school"], town.anna)
    meeting = hold(
        town, make_meeting(topics=["school"], trajectory=trajectory, partner=partner)
    )

    send_receipt(consultation=meeting.consultation, by=town.anna)

    assert told() == {"young_person@teststad.example"}
    assert receipts_for(client, parent) == []
    assert len(receipts_for(client, young)) == 1


def test_r25_while_sight_is_delayed_nobody_hears_or_reads(town, make_meeting):
    meeting = hold(town, make_meeting())
    client = Client.objects.get(pk=meeting.trajectory.client_id)
    delay = SightDelay.objects.create(
        client=client,
        reason="verzonnen",
        starts_at=clock.now(),
        review_on=clock.today(),
        noted_by=town.anna,
    )

    with pytest.raises(Refused, match="Nobody of the family"):
        send_receipt(consultation=meeting.consultation, by=town.anna)
    assert not Message.objects.filter(kind="consultation_receipt").exists()
    assert CaseConsultation.objects.get().receipt_at is None

    SightDelay.objects.filter(pk=delay.pk).update(ended_at=clock.now())
    send_receipt(consultation=meeting.consultation, by=town.anna)
    assert len(receipts_for(client, meeting.parent)) == 1


def test_the_receipt_stays_when_consent_is_withdrawn(town, make_meeting):
    meeting = hold(town, make_meeting())
    send_receipt(consultation=meeting.consultation, by=town.anna)
    withdraw(meeting.consent)
    close_without_consent(meeting.trajectory.client)

    (receipt,) = receipts_for(meeting.trajectory.client, meeting.parent)
    assert receipt.partners == ("De Verzonnen School",)


def test_receipts_cost_the_same_for_any_number(town, make_meeting):
    meeting = hold(town, make_meeting())
    send_receipt(consultation=meeting.consultation, by=town.anna)
    client = meeting.trajectory.client
    one = queries(client, meeting.parent)
    for _more in range(4):
        more = hold(
            town, make_meeting(trajectory=meeting.trajectory, partner=meeting.partner)
        )
        send_receipt(consultation=more.consultation, by=town.anna)

    assert len(receipts_for(client, meeting.parent)) == 5
    assert queries(client, meeting.parent) == one


def queries(client, member):
    with CaptureQueriesContext(connection) as asked:
        receipts_for(client, member)
    return len(asked)


@pytest.mark.parametrize("other", ["carla", "bram", "gerda"])
def test_nobody_else_may_send_it(town, make_meeting, stand_as, other):
    meeting = hold(town, make_meeting())
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        send_receipt(consultation=meeting.consultation, by=by)
