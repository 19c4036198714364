"""Goals, questions and scores of a child on the pages of a practitioner."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Goal
from dichtbij.organisations.models import User
from dichtbij.questionnaires.actions import (
    Taken,
    answer,
    record_measurement,
)
from dichtbij.questionnaires.actions import ask as put_question
from dichtbij.questionnaires.models import Inquiry, Measurement
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.questionnaires.conftest import make_member as make_member
from tests.questionnaires.conftest import place_of
from tests.questionnaires.test_import_item_texts import csv_of

SIGNAL = "A score is a signal, no diagnosis"
MARK = "KANARIENOORD"


def address(name, subject):
    return reverse(name, args=[subject.uuid])


@pytest.fixture
def answered(town, make_contact, make_member):
    """Ask a parent a check-in and answer it; stand as anna."""

    def make(client=None, told=None, days=0, member=None):
        client = client or make_contact().client
        member = member or make_member(client, name="Moeder Voorbeeld")
        inquiry = put_question(
            member=member,
            by=town.anna,
            kind="check_in",
            about_on=clock.today() + timedelta(days=days),
            reader=town.anna,
        )
        with standing_at(place_of(member)):
            answer(
                inquiry=inquiry,
                by=User.objects.system(),
                answers=told or {1: 3, 2: 4, 3: 5, 4: 6, 5: f"{MARK} slapen"},
            )
        return inquiry

    return make


@pytest.fixture
def measured(town, make_contact):
    """Record SDQ totals of one child by one informant, a week apart."""

    def make(*totals, informant="parent_1", norms="nl2018-6-11"):
        referral = make_contact().trajectory.referral
        for at, total in enumerate(totals):
            day = NOW.date() - timedelta(days=7 * (len(totals) - at))
            record_measurement(
                referral=referral,
                by=town.anna,
                taken=Taken(
                    "sdq", informant, day, scores={"total": total}, norms=norms
                ),
            )
        return referral

    return make


def test_an_unread_check_in_stands_on_today_until_it_is_read(town, ask, answered):
    inquiry = answered()

    before = ask(town.anna, "/vandaag/").text
    page = ask(town.anna, address("inquiry", inquiry)).text
    ask(town.anna, address("inquiry", inquiry), {"act": "read"})

    assert "Not read yet" in before
    assert address("inquiry", inquiry) in before
    assert f"{MARK} slapen" in page
    assert "How is it going with feelings?" in page
    assert "signal, no diagnosis" in page
    assert "Not read yet" not in ask(town.anna, "/vandaag/").text
    assert "Read on 10 March" in ask(town.anna, address("inquiry", inquiry)).text


def test_the_overview_draws_check_ins_with_a_table_twin(town, ask, answered):
    first = answered(told={1: 3})
    with clock.at(NOW + timedelta(days=7)):
        answered(client=first.client, told={1: 8}, member=first.member)

    text = ask(town.anna, address("child", first.client)).text

    assert "Check-ins of Moeder Voorbeeld" in text
    assert "<desc id=" in text
    assert 'points="0,112 400,32"' in text
    assert '<td class="number">3</td>' in text
    assert "Sleep and rest" in text


@pytest.mark.parametrize("other", ["carla", "gijs", "gerda", "henk", "dirk", "bram"])
def test_answers_and_scores_open_for_nobody_else(town, ask, answered, other):
    inquiry = answered()
    user = getattr(town, other)

    for page in (
        address("inquiry", inquiry),
        address("measurements", inquiry.client),
        address("new_measurement", inquiry.client),
        address("ask_family", inquiry.client),
        address("change_goal", inquiry.client),
    ):
        got = ask(user, page)
        sent = ask(user, page, {"act": "read"})
        assert got.status_code in (403, 404), page
        assert sent.status_code in (403, 404), page
        assert MARK not in got.text


def test_a_team_lead_sees_the_overview_without_answers(town, ask, answered):
    inquiry = answered()

    text = ask(town.bram, address("child", inquiry.client)).text

    assert "Moeder Voorbeeld" not in text.partition('id="measured"')[2]
    assert 'id="measured"' not in text
    assert "Check-ins of" not in text


def test_reading_is_logged_as_a_look(town, ask, answered, entries):
    inquiry = answered()

    ask(town.anna, address("inquiry", inquiry))
    ask(town.anna, address("measurements", inquiry.client))

    looks = entries(event_type="look", permission="questionnaire_read")
    assert {line.client_id for line in looks} == {inquiry.client_id}


def test_a_question_is_asked_and_leads_to_the_link(
    town, ask, make_contact, make_member
):
    client = make_contact().client
    member = make_member(client)

    answer_ = ask(
        town.anna,
        address("ask_family", client),
        {"member": str(member.uuid), "kind": "pulse", "about_on": "2026-03-12"},
    )

    assert answer_.status_code == 302
    assert answer_.headers["Location"] == address("give_link", client)
    assert Inquiry.objects.get().reader == town.anna


def test_a_parent_who_must_not_know_cannot_be_chosen(
    town, ask, make_contact, make_member
):
    client = make_contact().client
    type(client).objects.update(without_parents=True)
    member = make_member(client)

    page = ask(town.anna, address("ask_family", client)).text
    ask(
        town.anna,
        address("ask_family", client),
        {"member": str(member.uuid), "kind": "pulse", "about_on": "2026-03-12"},
    )

    assert str(member.uuid) not in page
    assert not Inquiry.objects.exists()


def test_a_question_can_be_taken_back(town, ask, make_contact, make_member):
    member = make_member(make_contact().client)
    inquiry = put_question(
        member=member,
        by=town.anna,
        kind="pulse",
        about_on=clock.today(),
        reader=town.anna,
    )

    ask(town.anna, address("inquiry", inquiry), {"act": "take_back"})

    inquiry.refresh_from_db()
    assert inquiry.expires_on < clock.today()


def test_scores_are_typed_in_with_norms_that_nobody_preset(town, ask, make_contact):
    client = make_contact().client
    page = f"{address('new_measurement', client)}?lijst=sdq"

    form = ask(town.anna, page).text
    done = ask(
        town.anna,
        page,
        {
            "informant": "parent_1",
            "taken_on": "2026-03-09",
            "norms": "nl2018-6-11",
            "scale_total": "19",
        },
    )

    assert 'value="" selected' in form
    assert "British cut-offs: too high for Dutch children." in form
    assert "2022, parent, 12-14" not in form
    assert done.headers["Location"] == address("measurements", client)
    assert Measurement.objects.get().scores == {"total": 19}
    text = ask(town.anna, address("measurements", client)).text
    assert SIGNAL in text
    assert "raised: a signal, no diagnosis" in text
    assert "Maurice-Stam" in text


def test_what_cannot_be_typed_comes_back_with_the_reason(town, ask, make_contact):
    client = make_contact().client
    page = f"{address('new_measurement', client)}?lijst=sdq"

    answer_ = ask(
        town.anna,
        page,
        {
            "informant": "young_person",
            "taken_on": "2026-03-09",
            "norms": "nl2018-6-11",
            "scale_total": "19",
        },
    )

    assert "not for this age or for who filled it in" in answer_.text
    assert not Measurement.objects.exists()


def test_without_item_texts_answers_go_by_number_with_them_by_text(
    town, ask, make_contact, tmp_path
):
    client = make_contact().client
    page = f"{address('new_measurement', client)}?lijst=psc17&manier=antwoorden"
    before = ask(town.anna, page).text
    file = tmp_path / "items.csv"
    file.write_text(csv_of())
    call_command("import_item_texts", str(file), "--licence-holder=Fictief")

    after = ask(town.anna, f"{address('new_measurement', client)}?lijst=psc17").text

    assert "Enter the answers by their number" in before
    assert "Verzonnen item" not in before
    assert "3. Verzonnen item 3" in after
    told = {f"item_{n}": "1" for n in range(1, 18) if n != 3}
    ask(
        town.anna,
        page,
        {"informant": "parent_1", "taken_on": "2026-03-10", "norms": "us1999"} | told,
    )
    row = Measurement.objects.get()
    assert row.scores == {"internalising": 5, "externalising": 7, "total": 16}
    assert row.missing == [3]
    assert "Left open: item 3." in ask(town.anna, address("measurements", client)).text


def test_change_names_method_norms_and_source_or_why_it_cannot_be_told(
    town, ask, measured
):
    client = measured(24, 9).client
    page = address("measurements", client)

    typed = ask(town.anna, page).text
    british = ask(town.anna, f"{page}?normen=gb2000-5-15").text
    other = ask(town.anna, f"{page}?normen=gb2000-5-15&methode=HLL").text

    assert "These norms print no standard deviation." in typed
    # Sdiff = sqrt(2) * 5.8 * sqrt(1 - .82) = 3.4800; (9 - 24) / 3.48 = -4.31
    assert "-4.31" in british
    assert "reliably better, and now past the cut-off" in british
    assert "cut-off 20.0" in british
    assert "Method: JT." in british
    assert "Meltzer e.a. 2000" in british
    assert "too high for Dutch children" in british
    assert "needs figures that these norms do not print" in other
    assert "Choose norms: without them" not in british


def test_two_informants_are_no_pair(town, ask, measured):
    referral = measured(24)
    record_measurement(
        referral=referral,
        by=town.anna,
        taken=Taken("sdq", "parent_2", NOW.date(), scores={"total": 5}),
    )

    text = ask(town.anna, address("measurements", referral.client)).text

    assert "What it says" not in text


def test_a_changed_goal_is_closed_and_another_begins(town, ask, make_contact):
    contact = make_contact()
    old = contact.trajectory.goals.get()
    page = address("change_goal", contact.client)

    form = ask(town.anna, f"{page}?doel={old.pk}").text
    ask(town.anna, page, {"goal_id": str(old.pk), "words": "Alleen slapen"})

    assert "Weer slapen" in form
    old.refresh_from_db()
    new = Goal.objects.get(ended_on=None)
    assert (old.words, old.ended_on) == ("Weer slapen", clock.today())
    assert old.scores.get().score == 4
    assert (new.words, new.owner, new.scores.count()) == ("Alleen slapen", "child", 0)


@pytest.mark.parametrize("words", ["", "Weer slapen"])
def test_a_goal_needs_other_words(town, ask, make_contact, words):
    contact = make_contact()
    old = contact.trajectory.goals.get()

    answer_ = ask(
        town.anna,
        address("change_goal", contact.client),
        {"goal_id": str(old.pk), "words": words},
    )

    assert answer_.status_code == 200
    assert Goal.objects.count() == 1


def test_a_goal_of_another_child_cannot_be_changed(
    town, ask, make_contact, make_trajectory
):
    goal = make_contact().trajectory.goals.get()
    other = make_trajectory(child={"given_name": "Ander", "family_name": "Testkind"})

    answer_ = ask(
        town.anna,
        address("change_goal", other.client),
        {"goal_id": str(goal.pk), "words": "Gestolen"},
    )

    assert answer_.headers["Location"] == address("child", other.client)
    assert Goal.objects.get().words == "Weer slapen"


def test_pages_ask_as_often_for_many_as_for_one(
    town, count_queries, answered, measured, make_member
):
    inquiry = answered()
    client = inquiry.client
    pages = [address("measurements", client), address("child", client), "/vandaag/"]
    few = [count_queries(town.anna, page) for page in pages]
    with standing_at(town.anna.membership.place()):
        for day in range(1, 6):
            answered(client=client, member=inquiry.member, days=day)
            record_measurement(
                referral=inquiry.referral,
                by=town.anna,
                taken=Taken(
                    "sdq", "parent_1", NOW.date() - timedelta(days=day),
                    scores={"total": day},
                ),
            )  # fmt: skip

        many = [count_queries(town.anna, page) for page in pages]

    assert many == few
