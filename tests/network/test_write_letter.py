"""Does a letter tell what was recorded, briefly, and nothing it may not?"""

import io
from datetime import date
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation
from pypdf import PdfReader

from dichtbij.care.actions import (
    end_goal,
    record_contact,
    return_referral,
    set_goal,
    take_on_referral,
)
from dichtbij.clients.models import Client
from dichtbij.network.actions import write_letter
from dichtbij.network.models import Letter
from dichtbij.referrals.actions import withdraw_referral
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.network.conftest import consult

BSN = "999990019"


def text_of(letter: Letter) -> str:
    reader = PdfReader(io.BytesIO(bytes(letter.pdf)))
    return "\n".join(page.extract_text() for page in reader.pages)


def words(msgid: str, **told) -> str:
    """Return our own words as the letter speaks them."""
    with translation.override(settings.LANGUAGE_CODE):
        return translation.gettext(msgid) % told


def test_a_letter_at_the_start_tells_what_was_recorded(make_letter):
    letter = make_letter()

    for piece in (
        "Slaapt slecht sinds de zomer.",
        "Weer zelf slapen",
        "Elke avond om acht uur naar bed.",
        words(": now %(last)s", last=4),
    ):
        assert piece in letter.body
    assert "Voorbeeldkind" in text_of(letter)
    assert letter.status == "draft"
    assert letter.trajectory.referral == letter.referral


def test_what_was_said_in_confidence_stays_in_the_record(make_letter):
    for kind in ("start", "decision", "close"):
        letter = make_letter(kind)

        assert "Vertrouwelijk" not in letter.body + letter.his_text + text_of(letter)


def test_a_letter_at_the_end_tells_outcome_and_reason(make_letter):
    letter = make_letter("close")

    told = letter.trajectory
    with translation.override(settings.LANGUAGE_CODE):
        outcome, reason = (
            told.get_outcome_display(),
            told.get_close_reason_display(),
        )
    assert outcome in letter.body
    assert reason in letter.body
    assert outcome in letter.his_text


def test_a_letter_of_decision_gives_the_advice_to_refer(town, help_given):
    given = help_given()
    with clock.at(given.first.ends_at):
        record_contact(
            trajectory=given.trajectory,
            by=town.anna,
            consult=consult(
                next_step="refer", next_step_words="Onderzoek naar dyslexie"
            ),
        )

    letter = write_letter(referral=given.referral, by=town.anna, kind="decision")

    assert "Onderzoek naar dyslexie." in letter.body
    assert "Onderzoek naar dyslexie." in letter.his_text


def test_a_returned_referral_gets_a_letter_with_the_reason(
    town, make_referral, stand_as
):
    referral = make_referral()
    stand_as(town.anna)
    return_referral(referral=referral, by=town.anna, reason="Woont te ver weg.")

    letter = write_letter(referral=referral, by=town.anna, kind="decision")

    assert "Woont te ver weg." in letter.body
    assert letter.trajectory is None


def test_drawing_it_up_twice_gives_the_same_draft(town, make_letter):
    letter = make_letter()

    again = write_letter(referral=letter.referral, by=town.anna, kind="start")

    assert again.pk == letter.pk
    assert Letter.objects.count() == 1


def test_the_database_holds_one_open_draft_of_a_kind(make_letter):
    letter = make_letter()
    letter.pk, letter.uuid = None, uuid4()

    with pytest.raises(IntegrityError, match="letter_one_draft"), transaction.atomic():
        letter.save(force_insert=True)


@pytest.mark.parametrize(
    ("kind", "why"), [("close", "not closed"), ("other", "Choose")]
)
def test_there_must_be_something_to_tell(town, help_given, kind, why):
    given = help_given()

    with pytest.raises(Refused, match=why):
        write_letter(referral=given.referral, by=town.anna, kind=kind)

    assert not Letter.objects.exists()


def test_an_undecided_referral_has_no_letter(town, make_referral, stand_as):
    referral = make_referral()
    stand_as(town.anna)

    with pytest.raises(Refused, match="Decide"):
        write_letter(referral=referral, by=town.anna, kind="decision")


@pytest.mark.parametrize("kind", ["start", "decision"])
def test_a_referral_taken_back_has_no_letter(town, make_referral, stand_as, kind):
    referral = make_referral()
    withdraw_referral(referral=referral, by=town.gerda)
    stand_as(town.anna)

    with pytest.raises(Refused, match="itself"):
        write_letter(referral=referral, by=town.anna, kind=kind)


@pytest.mark.parametrize("kind", ["start", "decision", "close"])
def test_no_citizen_service_number_leaves_the_record(town, make_letter, kind):
    letter = make_letter(kind, sentence=f"Bsn {BSN}, slaapt slecht.")

    for text in (letter.body, letter.his_text, text_of(letter)):
        assert "slaapt slecht" in text
        assert BSN not in text


def test_a_number_in_a_name_refuses_the_letter(town, help_given):
    given = help_given()
    Client.objects.filter(pk=given.referral.client_id).update(family_name=BSN)
    given.referral.client.refresh_from_db()

    with pytest.raises(Refused, match="citizen service number") as refused:
        write_letter(referral=given.referral, by=town.anna, kind="start")

    assert BSN not in str(refused.value)


def test_without_parents_the_letter_says_so(town, make_letter):
    letter = make_letter(
        child={"without_parents": True, "birth_date": date(2009, 1, 1)}
    )

    assert words(
        "%(name)s is helped without the parents. Do not share this letter with them.",
        name="Fictief",
    ) in " ".join(letter.body.split())


LONG = "Een lange zin over de zomer en het slapen van dit verzonnen kind. " * 40


def test_even_of_long_records_the_letter_takes_fifteen_lines(town, help_given):
    given = help_given(
        questions=["EMO-ANG", "EMO-SOM", "GED-BOO", "LIC-SLA", "OPV-GRE"],
        sentence=LONG[:400],
    )
    end_goal(trajectory=given.trajectory, by=town.anna, goal_id=given.goal.pk)
    for number in range(3):
        set_goal(
            trajectory=given.trajectory,
            by=town.anna,
            words=f"{number} {LONG[:190]}",
            owner="child",
        )
    with clock.at(given.first.ends_at):
        record_contact(
            trajectory=given.trajectory,
            by=town.anna,
            consult=consult(agreements=LONG, next_step_words=LONG[:400]),
        )

    letter = write_letter(referral=given.referral, by=town.anna, kind="start")

    printed = text_of(letter).splitlines()
    begin, end = (
        printed.index(words(mark)) for mark in ("Dear colleague,", "Kind regards,")
    )
    assert 13 <= end - begin - 1 <= 15
    assert len(PdfReader(io.BytesIO(bytes(letter.pdf))).pages) == 1
    assert len(letter.his_text) <= 600
    assert "…" in letter.body


def test_the_letter_speaks_dutch_whatever_the_screen_speaks(make_letter):
    assert translation.get_language() == "en"

    letter = make_letter()

    root = PdfReader(io.BytesIO(bytes(letter.pdf))).trailer["/Root"]
    assert root["/Lang"].startswith("nl")
    assert words("Kind regards,") in text_of(letter)


@pytest.mark.parametrize("who", ["carla", "bram", "gerda", "henk", "gijs", "dirk"])
def test_others_may_not_write(town, help_given, stand_as, who):
    given = help_given()
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        write_letter(referral=given.referral, by=by, kind="start")


def test_a_practitioner_of_noord_without_care_may_not_write(
    town, make_referral, stand_as
):
    referral = make_referral()
    stand_as(town.anna)
    take_on_referral(referral=referral, by=town.anna)
    referral.client.care_relations.update(ends_on="2026-01-01")

    with pytest.raises(Denied):
        write_letter(referral=referral, by=town.anna, kind="start")


def test_the_act_is_in_the_log(make_letter, entries):
    letter = make_letter()

    (line,) = entries(event_type="write_letter")
    assert (line.action_code, line.client_id) == ("C", letter.client_id)
    assert line.object_type == "Letter"
