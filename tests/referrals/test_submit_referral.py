"""A practice sends a child; one refusal per rule, and consent never is one (R19)."""

from datetime import date

import pytest

from dichtbij.clients.actions import NewChannel, alike
from dichtbij.clients.models import Client
from dichtbij.families.models import Consent
from dichtbij.organisations.models import Municipality
from dichtbij.referrals.actions import submit_referral
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import child

BSN = "999990019"


@pytest.fixture
def submit(town, stand_as):
    """Submit for Noord as gerda, unless told otherwise."""

    def send(by=None, **changes):
        by = by or town.gerda
        stand_as(by)
        told = {
            "participation": changes.pop("participation", town.participation_noord),
            "by": by,
            "child": child(**changes.pop("child", {})),
            "questions": ["EMO-ANG"],
            "sentence": "Slaapt slecht.",
            "giver": "parents",
        }
        return submit_referral(**(told | changes))

    return send


def test_a_referral_is_received_with_its_first_event_and_consent(submit, gerda):
    referral = submit()

    assert referral.status == Referral.Status.RECEIVED
    assert referral.target_on == date(2026, 3, 24)
    assert [e.kind for e in referral.events.all()] == [ReferralEvent.Kind.RECEIVED]
    consent = referral.client.consents.get()
    assert (consent.giver, consent.noted_by) == ("parents", gerda)


def test_consent_that_nobody_gave_yet_does_not_block(submit):
    referral = submit(giver="")

    assert referral.status == Referral.Status.RECEIVED
    assert not Consent.objects.filter(client=referral.client).exists()


@pytest.mark.parametrize(("urgency", "on"), [("sooner", 17), ("urgent", 12)])
def test_the_more_urgent_the_earlier_the_target_day(submit, urgency, on):
    assert submit(urgency=urgency).target_on == date(2026, 3, on)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"child": {"birth_date": date(2008, 3, 10)}}, "18 or older"),
        ({"child": {"birth_date": date(2026, 3, 11)}}, "in the future"),
        ({"questions": []}, "at least one reason"),
        ({"questions": ["XXX"]}, "at least one reason"),
        ({"questions": ["OVE"], "sentence": " "}, "say in one sentence"),
        ({"giver": "somebody"}, "who agreed"),
    ],
)
def test_what_breaks_a_rule_is_refused_in_words_and_leaves_nothing(
    submit, changes, words
):
    with pytest.raises(Refused, match=words):
        submit(**changes)

    assert Referral.objects.count() == 0
    assert Client.objects.count() == 0


def test_one_day_before_the_eighteenth_birthday_is_in_time(submit):
    assert submit(child={"birth_date": date(2008, 3, 11)})


def test_a_practice_that_takes_no_part_today_cannot_refer(submit, town):
    town.participation_noord.ends_on = date(2026, 3, 9)

    with pytest.raises(Refused, match="does not take part"):
        submit()


def test_another_practice_cannot_refer_through_this_one(submit, town, gijs):
    with pytest.raises(Denied):
        submit(by=gijs)


def test_a_practitioner_does_not_refer(submit, carla):
    with pytest.raises(Denied):
        submit(by=carla)


def test_emoji_and_arabic_names_are_kept_as_they_are(submit):
    referral = submit(child={"given_name": "Zoë🌻", "family_name": "العربي"})

    assert Client.objects.get(pk=referral.client_id).name == "Zoë🌻 العربي"


def test_the_log_names_the_act_and_the_child(submit, entries, gerda):
    referral = submit()

    line = entries(event_type="submit_referral")[0]
    assert (line.client_id, line.user_id) == (referral.client_id, gerda.pk)


# --- a child that is known ---------------------------------------------------------


def test_a_second_referral_of_the_same_open_child_is_refused(submit):
    known = submit().client

    with pytest.raises(Refused, match="already a referral"):
        submit(known=known)

    assert Referral.objects.count() == 1


def test_a_known_child_gets_a_new_referral_and_what_was_missing(submit):
    referral = submit(child={"postcode": "", "channels": ()})
    Referral.objects.update(
        status="withdrawn", decided_at=referral.received_at, decided_by=referral.sent_by
    )
    kampen = Municipality.objects.get(code="0166")
    channel = NewChannel("parent_2", "telephone", "06-00000009")

    again = submit(
        known=referral.client,
        child={
            "postcode": "8261 AA",
            "municipality": kampen,
            "bsn": BSN,
            "sex": "2",
            "channels": (channel,),
        },
    )

    file = Client.objects.get()
    assert again.client == file
    assert (file.postcode, file.municipality, file.sex) == (
        "8261 AA",
        kampen,
        "2",
    )
    assert list(alike(child(family_name="X", bsn=BSN), file.programme_id)) == [file]
    assert [c.owner for c in file.channels.all()] == ["parent_2"]


def known_again(submit, **changes):
    referral = submit()
    Referral.objects.update(
        status="withdrawn", decided_at=referral.received_at, decided_by=referral.sent_by
    )
    return submit(known=referral.client, child=changes).client


def test_what_a_file_knows_is_not_overwritten(submit):
    client = known_again(submit, postcode="1111 AA", given_name="Anders")

    assert (client.postcode, client.given_name) == ("8261 AA", "Fictief")


def test_the_same_number_written_otherwise_is_one_channel(submit):
    same = (
        NewChannel("parent_1", "telephone", "+31 6 00 00 00 01"),
        NewChannel("parent_1", "email", "Ouder@Teststad.example"),
    )

    assert known_again(submit, channels=same).channels.count() == 2


def test_a_known_child_only_becomes_more_protected(submit):
    quiet = (NewChannel("parent_1", "email", "ouder@teststad.example", silent=True),)

    client = known_again(submit, channels=quiet, without_parents=True)

    assert client.without_parents
    assert client.channels.get(kind="email").silent
    assert not client.channels.get(kind="telephone").silent


def test_a_file_of_another_practice_is_not_known_here(submit, town, gijs):
    other = submit(by=gijs, participation=town.participation_zuid).client

    with pytest.raises(Refused, match="another practice"):
        submit(known=other)


def test_a_bsn_that_is_in_use_here_is_refused(submit):
    submit(child={"bsn": BSN})

    with pytest.raises(Refused, match="BSN"):
        submit(child={"bsn": BSN, "given_name": "Ander"})

    assert Client.objects.count() == 1


# --- who looks the same -------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, True),
        ({"family_name": "van Foorbeeldkint"}, True),
        ({"postcode": ""}, True),
        ({"postcode": "8262 BB"}, False),
        ({"birth_date": date(2015, 6, 2)}, False),
        ({"family_name": "Jansen"}, False),
    ],
)
def test_birth_date_sound_and_postcode_make_children_alike(submit, changes, found):
    referral = submit()

    assert alike(child(**changes), referral.programme_id).exists() is found


def test_the_same_bsn_makes_any_two_alike(submit):
    submit(child={"bsn": BSN})
    other = child(family_name="Jansen", birth_date=date(2012, 1, 1), bsn=BSN)

    assert alike(other, Client.objects.get().programme_id).count() == 1


def test_a_child_of_another_practice_is_never_shown_as_alike(submit, town, gijs):
    referral = submit()
    submit(by=gijs, participation=town.participation_zuid)

    found = alike(child(), referral.programme_id).visible_to(gijs)

    assert [c.practice_id for c in found] == [town.practice_zuid.pk]
