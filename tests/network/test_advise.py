"""Does advice reach the GP complete, agreed to and in the bytes that are kept?"""

import io
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from dichtbij.care.actions import close_trajectory, record_contact
from dichtbij.care.models import Task
from dichtbij.families.models import Consent, FamilyMember, Objection
from dichtbij.network.models import OnwardEvent, OnwardReferral
from dichtbij.network.onward import (
    advise,
    lay_before_gp,
    revise_advice,
    withdraw_advice,
    write_advice,
)
from dichtbij.network.onward_words import DESTINATIONS, FREELY_ACCESSIBLE
from dichtbij.outbox.models import Message
from dichtbij.outbox.words import compose
from dichtbij.referrals.models import ReferralEvent
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.pdf import sha256_hex
from tests.network.advice import ARGUED, advice, confirm, family_agrees, make_partner
from tests.network.conftest import consult


def stored(onward) -> OnwardReferral:
    return OnwardReferral.objects.get(pk=onward.pk)


def text_of(onward) -> str:
    reader = PdfReader(io.BytesIO(bytes(onward.pdf)))
    words = " ".join(page.extract_text() for page in reader.pages)
    return " ".join(words.split())


def test_advice_waits_to_be_signed_in_its_own_bytes(town, make_advice):
    onward = make_advice()

    found = stored(onward)
    assert (found.status, found.version) == ("advised", 1)
    assert found.advised_at == clock.now()
    assert found.sha256 == sha256_hex(bytes(found.pdf)) == onward.sha256
    assert found.echelon == "specialist"
    (event,) = OnwardEvent.objects.filter(onward=found)
    assert (event.kind, event.by) == ("advised", town.anna)


def test_the_letter_says_all_that_an_institution_asks(town, make_advice):
    partner = make_partner(town)
    confirm(partner, town.ella)

    onward = make_advice(partner=partner, bridging=True)

    text = text_of(onward)
    for words in (
        "Verzonnen Specialistisch", "Zwolle", "Praktijk Noord", "01000001",
        "Fictief Voorbeeldkind", "1 juni 2015", "10 maart 2026", "Anna",
        onward.reason, *ARGUED.values(), onward.steps_tried, "42", "3 maart 2026",
        onward.uuid.hex[:8].upper(),
    ):  # fmt: skip
        assert words in text, words
    assert onward.wait_days == 42
    assert "specialist" in text.lower()


def test_the_letter_is_tagged_and_archivable(make_advice):
    root = PdfReader(io.BytesIO(bytes(make_advice().pdf))).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    meta = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in meta
    assert "<pdfuaid:part>1</pdfuaid:part>" in meta


def test_other_help_asks_no_arguments(make_advice):
    onward = make_advice(destination="lvb_jeugdhulpaanbieder", arguments=ARGUED)

    assert onward.arguments == {}
    assert ARGUED["risk"] not in onward.body


@pytest.mark.parametrize("code", sorted(ARGUED))
def test_an_incomplete_letter_is_not_laid_before_anyone(make_advice, code):
    left = {one: words for one, words in ARGUED.items() if one != code}

    with pytest.raises(Refused, match="not complete"):
        make_advice(arguments=left)

    assert not OnwardReferral.objects.exists()
    assert not OnwardEvent.objects.exists()
    assert not Message.objects.filter(kind="to_sign").exists()


def test_a_draft_may_be_incomplete_and_only_its_writers_meet_it(
    town, make_advice, stand_as
):
    onward = make_advice(lay=False, arguments={})
    mine = OnwardReferral.objects.visible_to(town.anna).count()
    stand_as(town.gerda)

    assert (onward.status, mine) == ("draft", 1)
    assert not OnwardReferral.objects.visible_to(town.gerda).exists()


@pytest.mark.parametrize("destination", FREELY_ACCESSIBLE)
def test_freely_accessible_help_needs_no_signature(town, help_given, destination):
    given = help_given()

    with pytest.raises(Refused, match="freely accessible"):
        advise(
            trajectory=given.trajectory,
            by=town.anna,
            advice=advice(destination=destination),
        )


def test_nor_does_a_partner_that_is_freely_accessible(town, help_given):
    given = help_given()
    partner = make_partner(town, kind="provider", freely_accessible=True)

    with pytest.raises(Refused, match="freely accessible"):
        advise(
            trajectory=given.trajectory,
            by=town.anna,
            advice=advice(destination="j_en_o_ambulant", partner=partner),
        )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"destination": "opgelost_geen_vervolg"}, "which help"),
        ({"destination": ""}, "which help"),
        ({"destination": "volwassenen_ggz_18plus"}, "basic or specialist"),
        ({"urgency": "now"}, "how soon"),
        ({"reason": "Zijn BSN is 999990019."}, "BSN"),
        ({"arguments": ARGUED | {"risk": "bsn 999990019"}}, "BSN"),
    ],
)
def test_what_cannot_be_advised_is_said(make_advice, changes, words):
    with pytest.raises(Refused, match=words):
        make_advice(**changes)


def test_a_partner_must_give_that_help_and_be_there(town, make_advice):
    school = make_partner(town, kind="basic_mh", name="Verzonnen Basis")
    gone = make_partner(town, name="Verzonnen Weg", ended_on=clock.today())

    with pytest.raises(Refused, match="does not give"):
        make_advice(partner=school)
    with pytest.raises(Refused, match="no longer"):
        make_advice(partner=gone)


def test_a_closed_help_advises_nothing(town, help_given):
    given = help_given()
    close_trajectory(
        trajectory=given.trajectory, by=town.anna, outcome="s_ggz", reason="01"
    )

    with pytest.raises(Refused, match="closed"):
        advise(trajectory=given.trajectory, by=town.anna, advice=advice())


def test_a_second_advice_for_the_same_help_is_refused(town, help_given, make_advice):
    given = help_given()
    make_advice(given=given)

    with pytest.raises(Refused, match="open advice"):
        advise(trajectory=given.trajectory, by=town.anna, advice=advice())

    make_advice(given=given, destination="b_ggz")
    assert OnwardReferral.objects.count() == 2


# --- consent --------------------------------------------------------------------------


def test_without_consent_of_the_parents_nothing_goes(town, make_advice):
    with pytest.raises(Refused, match="Consent is missing"):
        make_advice(agreed=False)

    assert not OnwardReferral.objects.exists()


def test_a_consent_to_another_partner_does_not_count(town, help_given):
    given = help_given()
    one, other = make_partner(town), make_partner(town, name="Verzonnen Ander")
    family_agrees(given.referral.client, town.anna, partner=other)

    with pytest.raises(Refused, match="Consent is missing"):
        advise(trajectory=given.trajectory, by=town.anna, advice=advice(partner=one))


def test_a_consent_to_practical_matters_does_not_cover_a_letter(town, help_given):
    given = help_given()
    family_agrees(given.referral.client, town.anna, topics=["practical"])

    with pytest.raises(Refused, match="Consent is missing"):
        advise(trajectory=given.trajectory, by=town.anna, advice=advice())


def test_a_young_person_of_16_may_object_to_the_gp(town, help_given):
    """LR-32."""
    given = help_given(child={"birth_date": date(2009, 6, 1)})
    client = given.referral.client
    young = FamilyMember.objects.create(
        client=client, slot="young_person", tie="self", name="Fictief",
        noted_by=town.anna, since=date(2026, 1, 1),
    )  # fmt: skip
    Consent.objects.create(
        client=client, member=young, purpose="share", party="specialist_mh",
        topics=["wellbeing"], given_on=clock.today(), noted_by=town.anna,
    )  # fmt: skip
    Objection.objects.create(
        client=client, starts_on=clock.today(), noted_by=town.anna,
        noted_at=clock.now(),
    )  # fmt: skip

    with pytest.raises(Refused, match="may not go to the GP"):
        advise(trajectory=given.trajectory, by=town.anna, advice=advice())


# --- changing and withdrawing ---------------------------------------------------------


def test_a_draft_is_laid_before_the_gp_as_it_was_seen(town, make_advice):
    onward = make_advice(lay=False)
    seen = onward.sha256

    lay_before_gp(onward=onward, by=town.anna, sha256=seen)
    lay_before_gp(onward=onward, by=town.anna, sha256=seen)

    assert (stored(onward).status, stored(onward).sha256) == ("advised", seen)
    assert OnwardEvent.objects.filter(kind="advised").count() == 1


def test_another_paper_than_was_seen_is_not_laid(town, make_advice):
    onward = make_advice(lay=False)
    seen = onward.sha256
    revise_advice(
        onward=onward, by=town.anna, advice=advice(reason="Anders."), version=1
    )

    with pytest.raises(Refused, match="Look at it again"):
        lay_before_gp(onward=onward, by=town.anna, sha256=seen)


def test_revising_what_waits_makes_a_new_version_that_waits(town, make_advice):
    onward = make_advice()
    before = onward.sha256

    revise_advice(
        onward=onward, by=town.anna, advice=advice(reason="Anders."), version=1
    )

    found = stored(onward)
    assert (found.status, found.version) == ("advised", 2)
    assert found.sha256 != before
    assert "Anders." in text_of(found)


def test_two_who_revise_at_once_do_not_undo_each_other(town, make_advice):
    onward = make_advice()
    revise_advice(onward=onward, by=town.anna, advice=advice(reason="Een"), version=1)

    with pytest.raises(Refused, match="version 2"):
        revise_advice(
            onward=onward, by=town.anna, advice=advice(reason="Twee"), version=1
        )

    assert stored(onward).reason == "Een"


def test_withdrawn_advice_is_signed_by_nobody(town, make_advice):
    onward = make_advice()

    withdraw_advice(onward=onward, by=town.anna, reason="Gezin wil wachten.")
    withdraw_advice(onward=onward, by=town.anna)

    assert stored(onward).status == "ended"
    (event,) = OnwardEvent.objects.filter(kind="withdrawn")
    assert event.words == "Gezin wil wachten."
    with pytest.raises(Refused, match="withdrawn by Anna"):
        revise_advice(onward=onward, by=town.anna, advice=advice(), version=1)


def test_a_draft_that_nobody_saw_is_thrown_away(town, make_advice):
    onward = make_advice(lay=False)

    withdraw_advice(onward=onward, by=town.anna)

    assert not OnwardReferral.objects.exists()
    assert not ReferralEvent.objects.filter(kind="onward").exists()


# --- who hears of it ------------------------------------------------------------------


def test_the_gp_gets_one_neutral_mail_a_day(town, help_given, make_advice):
    given = help_given()
    make_advice(given=given)
    make_advice(given=given, destination="b_ggz")

    (mail,) = Message.objects.filter(kind="to_sign")
    assert (mail.user, mail.client) == (town.gerda, None)
    subject, body = compose("to_sign", link="LINK")
    assert "Fictief" not in subject + body
    with clock.at(clock.now() + timedelta(days=1)):
        make_advice(given=given, destination="crisis")
    assert Message.objects.filter(kind="to_sign").count() == 2


def test_the_timeline_of_the_practice_shows_it_without_where_to(make_advice):
    onward = make_advice()

    event = ReferralEvent.objects.get(kind="onward")
    assert event.referral_id == onward.trajectory.referral_id
    assert "ggz" not in event.words.lower()
    assert onward.reason not in event.words


def test_the_next_step_of_the_consult_is_done(town, help_given, make_advice):
    given = help_given()
    record_contact(
        trajectory=given.trajectory,
        by=town.anna,
        consult=consult(next_step="refer", next_step_words="Naar de ggz"),
    )
    other = Task.objects.filter(words="Naar de ggz", done_at=None)
    assert other.exists()

    make_advice(given=given)

    assert not other.exists()


@pytest.mark.parametrize("who", ["carla", "bram", "gerda", "henk", "gijs", "dirk"])
def test_others_may_not_advise(town, help_given, stand_as, who):
    given = help_given()
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        advise(trajectory=given.trajectory, by=by, advice=advice())
    with pytest.raises(Denied):
        write_advice(trajectory=given.trajectory, by=by, advice=advice())


def test_the_act_is_in_the_log(make_advice, entries):
    onward = make_advice()

    (line,) = entries(event_type="advise")
    assert line.client_id == onward.client_id
    assert line.object_id == str(onward.uuid)
    assert line.relation == "care"


def test_every_destination_has_an_echelon_or_asks_one():
    assert [code for code, one in DESTINATIONS.items() if not one.echelon] == [
        "volwassenen_ggz_18plus"
    ]
