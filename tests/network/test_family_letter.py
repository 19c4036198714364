"""Does each of the family get a letter of its own, and nothing that is another's?"""

import io
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.utils import translation
from pypdf import PdfReader

from dichtbij.care.actions import record_contact, set_goal
from dichtbij.care.models import Contact
from dichtbij.families.models import (
    Consent,
    FamilyMember,
    LegalAuthority,
    Objection,
    SightDelay,
)
from dichtbij.network.actions import (
    edit_letter,
    mark_pasted,
    release_letter,
    release_twins,
    write_family_letter,
    write_letter,
    write_twins,
)
from dichtbij.network.models import Letter
from dichtbij.network.owed import owed_by
from dichtbij.network.readers import readers_of
from dichtbij.network.reading import released_letters, twins_of
from dichtbij.organisations.models import User
from dichtbij.outbox.models import Message
from dichtbij.referrals.models import ReferralEvent
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.pdf import sha256_hex
from tests.conftest import NOW
from tests.network.a_family import FATHER, PHONE
from tests.network.conftest import consult


def text_of(letter: Letter) -> str:
    reader = PdfReader(io.BytesIO(bytes(letter.pdf)))
    return "\n".join(page.extract_text() for page in reader.pages)


def release(letter: Letter, by: User) -> Letter:
    return release_letter(letter=letter, by=by, sha256=letter.sha256)


# --- what it says ---------------------------------------------------------------------


def test_it_tells_the_same_facts_in_plain_words(twin):
    told = twin()

    assert "Weer zelf slapen" in told.letter.body
    assert "Elke avond om acht uur naar bed." in told.letter.body
    assert "Slaapt slecht sinds de zomer." not in told.letter.body
    assert told.letter.his_text == ""
    assert "Moeder Bedacht" in text_of(told.letter)


def test_the_other_parent_is_nowhere_in_it(town, twin, stand_as):
    given = twin()
    stand_as(town.anna)
    with clock.at(given.first.ends_at + timedelta(hours=1)):
        record_contact(
            trajectory=given.trajectory,
            by=town.anna,
            consult=consult(
                attendance=["child", "parent_2"],
                agreements=f"{FATHER} haalt op. Bel {PHONE}.",
            ),
        )
        set_goal(
            trajectory=given.trajectory,
            by=town.anna,
            words=f"{FATHER} wil rust",
            owner="parent_2",
        )
    Letter.objects.filter(pk=given.letter.pk).delete()

    letter = write_family_letter(letter=given.gp, by=town.anna, reader="parent_1")

    whole = letter.body + text_of(letter)
    for canary in (FATHER, PHONE, "Kanariestraat", "2011"):
        assert canary not in whole
    assert "Elke avond om acht uur naar bed." in letter.body


def test_a_sentence_that_names_the_other_parent_is_left_out(town, family):
    given = family()
    Contact.objects.filter(trajectory=given.trajectory).update(
        agreements=f"Samen lezen. {FATHER} komt later."
    )
    gp = write_letter(referral=given.referral, by=town.anna, kind="start")

    letter = write_family_letter(letter=gp, by=town.anna, reader="parent_1")

    assert "Samen lezen." in letter.body
    assert FATHER not in letter.body


def test_what_was_said_in_confidence_is_in_no_letter(town, family):
    given = family(child={"birth_date": date(2012, 1, 1)})
    Contact.objects.filter(trajectory=given.trajectory).update(
        not_for_parents=True, agreements="KANARIEGEHEIM"
    )
    gp = write_letter(referral=given.referral, by=town.anna, kind="start")

    for reader in ("parent_1", "parent_2", "young_person"):
        letter = write_family_letter(letter=gp, by=town.anna, reader=reader)

        assert "KANARIEGEHEIM" not in letter.body + text_of(letter)
        # Not even that there was a talk, nor what it was scored.
        with translation.override(settings.LANGUAGE_CODE):
            to = "to a parent" if "parent" in reader else "to a young person"
            never = translation.pgettext(to, "We have not talked yet.")
        assert never in letter.body
        assert " 4 " not in letter.body


def test_an_appointment_for_one_home_is_in_one_letter(town, family, make_appointment):
    given = family()
    coming = Appointment.objects.create(
        **{
            field.attname: getattr(given.first, field.attname)
            for field in Appointment._meta.concrete_fields
            if field.name not in ("id", "uuid", "starts_at", "ends_at", "status")
        },
        starts_at=given.first.starts_at + timedelta(days=14),
        ends_at=given.first.ends_at + timedelta(days=14),
        status="booked",
    )
    Appointment.objects.filter(pk=coming.pk).update(only_for="parent_2")
    gp = write_letter(referral=given.referral, by=town.anna, kind="start")

    mothers = write_family_letter(letter=gp, by=town.anna, reader="parent_1")
    fathers = write_family_letter(letter=gp, by=town.anna, reader="parent_2")

    time = f"{coming.starts_at.astimezone(clock.AMSTERDAM):%H:%M}"
    assert time not in mothers.body
    assert time in fathers.body


def test_subjects_for_no_table_are_left_to_the_writer(twin):
    letter = twin(questions=["VEI-HUI", "EMO-ANG"]).letter

    with translation.override(settings.LANGUAGE_CODE):
        assert translation.gettext("anxiety") in letter.body
        assert translation.gettext("domestic violence") not in letter.body


def test_a_child_of_eight_to_eleven_has_lines_to_read_together(twin):
    with_lines = twin(child={"birth_date": date(2016, 1, 1)}).letter

    assert "Fictief" in with_lines.body.split("\n\n")[-1].splitlines()[0]


# --- who reads ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "may"),
    [
        (date(2016, 1, 1), {"parent_1", "parent_2"}),
        (date(2012, 1, 1), {"parent_1", "parent_2", "young_person"}),
        (date(2009, 6, 1), {"young_person"}),
    ],
)
def test_who_may_read_follows_age(town, family, born, may):
    given = family(child={"birth_date": born})

    write_twins(referral=given.referral, by=town.anna, kind="start")

    found = Letter.objects.filter(audience="family")
    assert {letter.reader for letter in found} == may


def test_a_young_person_is_spoken_to_a_parent_is_told(town, family):
    given = family(child={"birth_date": date(2012, 1, 1)})
    gp = write_letter(referral=given.referral, by=town.anna, kind="start")

    mothers, own = (
        write_family_letter(letter=gp, by=town.anna, reader=reader)
        for reader in ("parent_1", "young_person")
    )

    with translation.override(settings.LANGUAGE_CODE):
        came = translation.pgettext(
            "to a parent", "You came to us with %(child)s. It was about: %(questions)s."
        ) % {"child": "Fictief", "questions": translation.gettext("anxiety")}
    assert came in mothers.body
    assert came not in own.body
    assert "Fictief" not in own.body


def test_a_parent_without_authority_gets_none(town, family):
    given = family(without_authority=["parent_2"])
    gp = write_letter(referral=given.referral, by=town.anna, kind="start")

    with pytest.raises(Refused):
        write_family_letter(letter=gp, by=town.anna, reader="parent_2")

    assert not twins_of(gp)


def test_helped_without_parents_only_the_young_person_reads(town, family):
    given = family(
        child={"birth_date": date(2012, 1, 1), "without_parents": True},
        giver="young_person",
    )

    assert {r.slot for r in readers_of(given.referral.client) if r.may} == {
        "young_person"
    }


def test_who_may_no_longer_read_gets_no_release(town, twin):
    given = twin()
    LegalAuthority.objects.filter(member=given.members["parent_1"]).update(
        ends_on=clock.today() - timedelta(days=1)
    )

    with pytest.raises(Refused):
        release(given.letter, town.anna)

    assert not Letter.objects.get(pk=given.letter.pk).released


# --- release --------------------------------------------------------------------------


def test_previewed_stored_and_shown_to_the_family_are_the_same_bytes(
    town, twin, sign_in, stand_as_family
):
    given = twin()
    seen = sha256_hex(
        sign_in(town.anna).get(f"/brieven/{given.letter.uuid}/voorbeeld.pdf").content
    )

    release_letter(letter=given.letter, by=town.anna, sha256=seen)
    mother = stand_as_family(given.members["parent_1"])

    (shown,) = Letter.objects.visible_to(mother)
    assert seen == shown.sha256 == sha256_hex(bytes(shown.pdf))


def test_a_mail_without_words_goes_to_the_readers_own_address(town, twin):
    given = twin()

    release(given.letter, town.anna)

    (mail,) = Message.objects.filter(kind="letter_family")
    assert mail.channel.owner == "parent_1"
    assert str(given.letter.uuid) not in mail.link


@pytest.mark.parametrize("reader", ["parent_2"])
def test_without_an_own_address_nothing_is_sent_elsewhere(town, twin, reader):
    given = twin(reader)

    release(given.letter, town.anna)

    assert not Message.objects.filter(kind="letter_family").exists()


def test_a_silent_address_stays_silent(town, twin):
    given = twin()
    given.referral.client.channels.update(silent=True)

    release(given.letter, town.anna)

    assert not Message.objects.filter(kind="letter_family").exists()


def test_both_are_released_or_neither(town, twin):
    given = twin()
    seen = {str(given.gp.uuid): given.gp.sha256, str(given.letter.uuid): "0" * 64}

    with pytest.raises(Refused):
        release_twins(letter=given.gp, by=town.anna, seen=seen)

    assert not Letter.objects.filter(status="released").exists()
    assert not ReferralEvent.objects.filter(kind="letter").exists()
    seen[str(given.letter.uuid)] = given.letter.sha256
    release_twins(letter=given.gp, by=town.anna, seen=seen)
    assert Letter.objects.filter(status="released").count() == 2


def test_the_practice_hears_nothing_of_a_letter_to_the_family(
    town, twin, stand_as, entries
):
    given = twin()

    release(given.letter, town.anna)

    assert not ReferralEvent.objects.filter(kind="letter").exists()
    assert owed_by(given.trajectory) == "start"
    assert entries(event_type="release_letter")[0].object_id == str(given.letter.uuid)
    stand_as(town.gerda)
    assert released_letters(town.gerda, given.referral) == []
    assert not Letter.objects.visible_to(town.gerda).exists()


def test_no_practice_pastes_a_letter_to_the_family(town, twin, stand_as):
    given = twin()
    release(given.letter, town.anna)
    stand_as(town.gerda)

    with pytest.raises(Refused):
        mark_pasted(letter=given.letter, by=town.gerda)


@pytest.mark.parametrize("words", [f"Bel {PHONE}.", "Hij woont Kanariestraat 77."])
def test_where_another_can_be_found_is_refused(town, twin, words):
    given = twin()

    with pytest.raises(Refused, match="someone else"):
        edit_letter(
            letter=given.letter,
            by=town.anna,
            body=words,
            his_text="",
            sha256=given.letter.sha256,
        )


@pytest.mark.parametrize("who", ["carla", "bram", "gerda", "dirk"])
def test_others_write_none(town, twin, stand_as, who):
    given = twin()
    by = stand_as(getattr(town, who))

    for act in (write_family_letter,):
        with pytest.raises(Denied):
            act(letter=given.gp, by=by, reader="parent_2")


# --- what the family finds ------------------------------------------------------------


def test_each_finds_the_own_letter_only(town, twin, stand_as_family, stand_as):
    given = twin()
    release(given.letter, town.anna)
    release(given.gp, town.anna)

    mother = stand_as_family(given.members["parent_1"])
    assert [one.reader for one in Letter.objects.visible_to(mother)] == ["parent_1"]
    father = stand_as_family(given.members["parent_2"])
    assert not Letter.objects.visible_to(father).exists()


def test_a_draft_is_not_found(town, twin, stand_as_family):
    given = twin()

    mother = stand_as_family(given.members["parent_1"])

    assert not Letter.objects.visible_to(mother).exists()


def test_nobody_finds_a_letter_while_sight_is_held_back(town, twin, stand_as_family):
    given = twin()
    release(given.letter, town.anna)
    delay = SightDelay.objects.create(
        client=given.referral.client,
        reason="Veiligheid",
        starts_at=NOW,
        review_on=clock.today(),
        noted_by=town.anna,
    )

    mother = stand_as_family(given.members["parent_1"])
    assert not Letter.objects.visible_to(mother).exists()

    SightDelay.objects.filter(pk=delay.pk).update(ended_at=NOW)
    assert Letter.objects.visible_to(mother).exists()


def test_who_has_the_place_now_does_not_read_what_another_got(
    town, twin, stand_as_family, stand_as
):
    given = twin()
    release(given.letter, town.anna)
    FamilyMember.objects.filter(pk=given.members["parent_1"].pk).update(
        ended_on=clock.today()
    )
    other = FamilyMember.objects.create(
        client=given.referral.client,
        slot="parent_1",
        tie="11",
        name="Iemand Anders",
        noted_by=town.anna,
        since=clock.today() + timedelta(days=1),
    )

    with clock.at(NOW + timedelta(days=2)):
        someone = stand_as_family(other)
        assert not Letter.objects.visible_to(someone).exists()


# --- the objection of a young person of 16 (LR-32) ------------------------------------


def object_to(given, by) -> None:
    Objection.objects.create(
        client=given.referral.client,
        words="Mijn huisarts is een kennis.",
        starts_on=clock.today(),
        noted_by=by,
        noted_at=NOW,
    )


def test_lr_32_an_objection_refuses_the_release_to_the_gp(town, twin):
    given = twin("young_person", child={"birth_date": date(2009, 6, 1)})
    object_to(given, town.anna)

    with pytest.raises(Refused):
        release(given.gp, town.anna)
    release(given.letter, town.anna)

    assert not Letter.objects.get(pk=given.gp.pk).released
    assert Letter.objects.get(pk=given.letter.pk).released


def test_lr_32_the_screen_shows_the_block_and_the_words(town, twin, sign_in):
    given = twin("young_person", child={"birth_date": date(2009, 6, 1)})
    object_to(given, town.anna)
    browser = sign_in(town.anna)

    for page in (f"/brieven/{given.gp.uuid}/", f"/brieven/{given.gp.uuid}/samen/"):
        shown = browser.get(page).content.decode()

        assert "Mijn huisarts is een kennis." in shown
        assert "may not go to the GP" in shown
        assert 'value="both"' not in shown


def test_lr_32_under_16_an_objection_stops_nothing(town, twin):
    given = twin(child={"birth_date": date(2012, 1, 1)})
    object_to(given, town.anna)

    release(given.gp, town.anna)

    assert Letter.objects.get(pk=given.gp.pk).released


def test_consent_that_was_taken_back_is_heard_at_release(town, twin):
    """At 16 a parent reads what the young person lets; taken back, nothing goes."""
    given = twin("young_person", child={"birth_date": date(2009, 6, 1)})
    let = Consent.objects.create(
        client=given.referral.client,
        purpose="share",
        member=given.members["young_person"],
        party="parent_1",
        topics=["wellbeing"],
        given_on=clock.today(),
        noted_by=town.anna,
    )
    letter = write_family_letter(letter=given.gp, by=town.anna, reader="parent_1")
    Consent.objects.filter(pk=let.pk).update(withdrawn_on=clock.today())

    with pytest.raises(Refused):
        release(letter, town.anna)
