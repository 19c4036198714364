"""How people are asked without a name, and how little of them leaves (R37)."""

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.evaluation.actions import Answer, close_round
from dichtbij.evaluation.models import Voice, VoiceRequest, VoiceSummary
from dichtbij.evaluation.voices import (
    SIGNS,
    answer_request,
    ask_voices,
    check_summary,
    hash_of,
    new_token,
    summary_of,
    write_summary,
)
from dichtbij.portal.programme import voices_page
from dichtbij.shared.errors import Denied, Refused
from tests.portal.staff.conftest import ask as ask

MARK = "KANARIESTEM"


@pytest.fixture
def asked(opened, town, stand_as):
    """Return six links for families, made by bram; he stands there."""
    stand_as(town.bram)
    return ask_voices(evaluation_round=opened, by=town.bram, party="family", number=6)


@pytest.fixture
def answered(asked, town, stand_as):
    """Let six families answer, each with a mark; bram stands there after."""
    for number, token in enumerate(asked.tokens):
        assert answer_request(token, Answer(f"{MARK} {number}", grade=7))
    stand_as(town.bram)


@pytest.fixture
def written(answered, opened, town):
    return write_summary(
        summary=summary_of(opened, "family"),
        by=town.bram,
        words="Zij noemen vooral de korte lijnen.",
    )


def test_links_are_secret_and_name_nobody(asked, town, entries):
    kept = VoiceRequest.objects.all()

    assert len(asked.tokens) == kept.count() == 6
    assert {bytes(one.token_hash) for one in kept} == {
        hash_of(token) for token in asked.tokens
    }
    assert {one.holder_id for one in kept} == {town.employer_noord.pk}
    assert set(new_token().replace("-", "")) <= set(SIGNS)
    assert entries(event_type="ask_voices")


def test_a_link_is_answered_once_and_the_answer_hangs_on_no_request(
    asked, town, stand_as, entries
):
    token = asked.tokens[0]

    assert answer_request(token.upper().replace("-", " "), Answer("Goed"))
    assert not answer_request(token, Answer("Nog eens"))
    assert not answer_request("verzonnen", Answer("x"))
    with pytest.raises(Refused):
        answer_request(asked.tokens[1], Answer())

    stand_as(town.bram)
    voice = Voice.objects.get()
    assert voice.goes_well == "Goed"
    uuids = {str(one.uuid) for one in VoiceRequest.objects.all()} | {str(voice.uuid)}
    assert {line.object_id for line in entries(event_type="give_voice")} == {
        str(voice.evaluation_round.uuid)
    }
    assert not uuids & {line.object_id for line in entries()}


def test_asking_is_refused_with_a_sentence(opened, planned, town, rosa, stand_as):
    stand_as(town.bram)
    for party, number in (("gp", 3), ("family", 0), ("family", 61)):
        with pytest.raises(Refused):
            ask_voices(
                evaluation_round=opened, by=town.bram, party=party, number=number
            )
    stand_as(rosa)
    close_round(evaluation_round=opened, by=rosa)
    stand_as(town.bram)
    with pytest.raises(Refused, match="not open"):
        ask_voices(evaluation_round=opened, by=town.bram, party="family", number=1)
    stand_as(town.gerda)
    with pytest.raises(Denied):
        ask_voices(evaluation_round=opened, by=town.gerda, party="family", number=1)


def test_the_other_employer_and_the_municipality_meet_no_voice(
    answered, town, stand_as
):
    assert Voice.objects.count() == 6

    for user in (town.carla, town.cees, town.dirk, town.gerda, town.rosa):
        stand_as(user)
        assert Voice.objects.count() == 0, user
        assert not any(
            voices_page._mine(one.holder_id) for one in VoiceRequest.objects.all()
        )


def test_a_summary_passes_two_people(written, town, stand_as):
    with pytest.raises(Refused, match="yourself"):
        check_summary(summary=written, by=town.bram, words=written.words)

    stand_as(town.anna)
    with pytest.raises(Refused, match="meanwhile"):
        check_summary(summary=written, by=town.anna, words="Iets anders")
    checked = check_summary(summary=written, by=town.anna, words=written.words)

    assert checked.checked_by == town.anna
    with pytest.raises(Refused, match="stays"):
        write_summary(summary=checked, by=town.anna, words="Toch anders")
    stand_as(town.cees)
    with pytest.raises(Denied):
        write_summary(summary=checked, by=town.cees, words="Van Zuid")


def test_a_colleague_checks_on_the_page(written, town, ask):
    ask(town.anna, reverse("check_summary", args=[written.uuid]), {"words": "Anders."})
    written.refresh_from_db()
    assert written.checked_by is None

    ask(
        town.anna,
        reverse("check_summary", args=[written.uuid]),
        {"words": written.words},
    )

    written.refresh_from_db()
    assert written.checked_by == town.anna


def test_few_voices_are_not_summarised(asked, opened, town, stand_as):
    answer_request(asked.tokens[0], Answer("Alleen ik"))
    stand_as(town.bram)

    with pytest.raises(Refused, match="From 5 on"):
        write_summary(
            summary=summary_of(opened, "family"), by=town.bram, words="Eén gezin."
        )


def test_only_the_checked_summary_leaves_in_the_report(
    written, opened, town, rosa, stand_as, ask
):
    stand_as(town.anna)
    check_summary(summary=written, by=town.anna, words=written.words)
    stand_as(rosa)
    close_round(evaluation_round=opened, by=rosa)

    assert MARK not in str(opened.numbers)
    assert opened.numbers["voices"] == [{"party": "family", "asked": 6, "answered": 6}]
    page = ask(town.dirk, reverse("evaluation_round", args=[opened.uuid]))
    assert "korte lijnen" in page.content.decode()
    assert MARK not in page.content.decode()
    pdf = ask(town.dirk, reverse("evaluation_pdf", args=[opened.uuid]))
    assert pdf.content == bytes(opened.pdf)
    assert pdf.content[:5] == b"%PDF-"


def test_an_unchecked_summary_stays_behind(written, opened, rosa, stand_as):
    stand_as(rosa)
    close_round(evaluation_round=opened, by=rosa)

    assert opened.numbers["summaries"] == []


def test_a_lead_reads_the_voices_and_a_practitioner_the_summary(written, town, ask):
    lead = ask(town.bram, reverse("summaries")).content.decode()
    colleague = ask(town.anna, reverse("summaries")).content.decode()
    elsewhere = ask(town.cees, reverse("summaries")).content.decode()

    assert MARK in lead
    assert MARK not in colleague + elsewhere
    assert "korte lijnen" in colleague
    assert "korte lijnen" not in elsewhere


def test_the_sheet_shows_links_once_and_a_stranger_answers(opened, town, ask, client):
    page = ask(town.bram, reverse("voices"), {"party": "school", "number": "2"})
    token = page.context["slips"][0]["code"]
    again = ask(town.bram, reverse("voices")).content.decode()
    assert token in page.content.decode()
    assert token not in again
    assert 'class="qr"' in page.content.decode()

    client.logout()
    client.cookies["django_language"] = "en"
    address = reverse("voice", args=[token])
    assert client.get(address).status_code == 200
    empty = client.post(address, {})
    sent = client.post(address, {"goes_well": "Fijn.", "grade": "9"})

    assert "Answer one of the questions" in empty.content.decode()
    assert sent.headers["Location"] == reverse("voice_thanks")
    assert client.get(address).status_code == 404
    with standing_at(town.bram.membership.place()):
        assert Voice.objects.get().grade == 9
        assert VoiceSummary.objects.count() == 0


def test_a_code_on_paper_leads_to_its_page(opened, town, client):
    page = client.get(reverse("voice_code"), {"code": "ABCD EFGH-jkmn"})

    assert page.headers["Location"] == reverse("voice", args=["abcdefgh-jkmn"])
    assert client.get(page.headers["Location"]).status_code == 404
