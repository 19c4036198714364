import pytest

from dichtbij.clients.actions import (
    Details,
    NewChannel,
    complete_client,
    family_channel,
    masked_bsn,
    set_silent,
)
from dichtbij.clients.models import Client
from dichtbij.shared.errors import Denied, Refused

NUMBER, OTHER = "999990019", "999990007"


@pytest.fixture
def known(town, make_referral, stand_as):
    """A child of Noord whose data anna completes."""
    client = make_referral(child={"postcode": ""}).client
    stand_as(town.anna)
    return client


def test_what_is_told_is_kept_and_the_rest_stays(town, known, entries):
    complete_client(
        client=known,
        by=town.anna,
        details=Details(
            sex="2",
            municipality=town.municipality_area,
            bsn=NUMBER,
            channels=(NewChannel("young_person", "email", "kind@x.example"),),
        ),
    )
    complete_client(client=known, by=town.anna, details=Details(postcode="8261 AB"))

    found = Client.objects.get(pk=known.pk)
    assert (found.sex, found.postcode) == ("2", "8261 AB")
    assert found.municipality == town.municipality_area
    assert masked_bsn(found) == "•••••• 019"
    assert found.channels.count() == 3
    assert entries(event_type="complete_client")[0].client_id == known.pk


def test_no_bsn_needs_no_number_but_a_reason_and_a_number_ends_it(town, known):
    complete_client(
        client=known, by=town.anna, details=Details(no_bsn_reason="Nog niet bekend")
    )
    assert masked_bsn(known) == ""

    complete_client(client=known, by=town.anna, details=Details(bsn=NUMBER))

    known.refresh_from_db()
    assert known.no_bsn_reason == ""


def test_a_bsn_of_another_child_of_this_practice_is_refused(
    town, known, make_referral, stand_as
):
    other = make_referral(child={"given_name": "Ander", "bsn": NUMBER}).client
    stand_as(town.anna)

    with pytest.raises(Refused, match="already has a child"):
        complete_client(client=known, by=town.anna, details=Details(bsn=NUMBER))

    known.refresh_from_db()
    assert known.bsn_sealed is None
    assert masked_bsn(Client.objects.get(pk=other.pk)) == "•••••• 019"


def test_a_silent_channel_gets_no_mail_until_it_is_used_again(town, known, entries):
    mail = known.channels.get(kind="email")

    set_silent(client=known, by=town.anna, channel_id=mail.pk, silent=True)
    assert family_channel(known) is None
    set_silent(client=known, by=town.anna, channel_id=mail.pk, silent=False)

    assert family_channel(known) == mail
    assert len(entries(event_type="set_silent")) == 2


def test_a_channel_of_another_child_stays_as_it_is(
    town, known, make_referral, stand_as
):
    other = make_referral(child={"given_name": "Ander"}).client
    mail = other.channels.get(kind="email")
    stand_as(town.anna)

    set_silent(client=known, by=town.anna, channel_id=mail.pk, silent=True)

    mail.refresh_from_db()
    assert not mail.silent


@pytest.mark.parametrize("other", ["carla", "gerda", "bram"])
def test_nobody_else_may_complete_it(town, known, stand_as, other):
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        complete_client(client=known, by=by, details=Details(sex="1"))
    with pytest.raises(Denied):
        set_silent(client=known, by=by, channel_id=1, silent=True)
