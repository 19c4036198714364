"""Can one plan, invite, record and tell, with consent in view at each step?"""

from uuid import uuid4

import pytest
from django.urls import reverse

from dichtbij.care.models import Task
from dichtbij.drafts.keeping import draft_of, keep_draft
from dichtbij.organisations.models import PersonalLink
from dichtbij.partners.consulting import (
    add_participant,
    hold_consultation,
    invite,
    send_receipt,
)
from dichtbij.partners.handing import agree_handover
from dichtbij.partners.models import CaseConsultation, Handover, Participant
from dichtbij.shared import clock
from tests.forms import Forms
from tests.partners.conftest import an_invitee
from tests.partners.conftest import make_meeting as make_meeting
from tests.partners.conftest import make_partner as make_partner
from tests.partners.families import a_parent, agree, withdraw


def of_child(name, trajectory):
    return reverse(name, args=[trajectory.client.uuid])


def of_meeting(name, meeting):
    return reverse(name, args=[meeting.consultation.uuid])


@pytest.fixture
def agreed(town, make_partner, make_trajectory):
    """A school about which the family agreed on one topic; returns both."""
    trajectory, partner = make_trajectory(), make_partner()
    agree(a_parent(trajectory.client, town.anna), partner, ["school"], town.anna)
    return trajectory, partner


def typed(partner, **changes):
    told = {
        "on": "2026-03-12",
        "at": "13:00",
        "place": "School",
        "topics": ["school"],
        f"{partner.uuid}_name": "Ine Verzonnen",
        f"{partner.uuid}_email": "ine@school.example",
    }
    return told | changes


def test_the_network_tab_offers_to_plan_one(town, agreed, ask):
    trajectory, partner = agreed

    text = ask(town.anna, of_child("child_network", trajectory)).content.decode()

    assert of_child("plan_consultation", trajectory) in text
    assert of_child("hand_over", trajectory) in text
    assert partner.name in text
    assert "No consultations yet" in text


def test_choosing_a_partner_shows_first_who_was_agreed_about(town, agreed, ask):
    trajectory, partner = agreed

    text = ask(town.anna, of_child("plan_consultation", trajectory)).content.decode()

    assert f"?partner={partner.uuid}" in text.split('id="directory"')[0]
    assert "school" in text


def test_only_agreed_topics_can_be_chosen_and_the_rest_can_be_asked(town, agreed, ask):
    trajectory, partner = agreed
    page = f"{of_child('plan_consultation', trajectory)}?partner={partner.uuid}"

    text = ask(town.anna, page).content.decode()

    form = next(f for f in Forms(text).found if "topics" in f.choices)
    assert form.choices["topics"] == ["school"]
    (ask_form,) = (f for f in Forms(text).found if f.action.endswith("/vragen/"))
    assert set(ask_form.choices["topics"]) == {
        "wellbeing", "behaviour", "home", "safety", "plan", "practical",
    }  # fmt: skip


def test_it_is_planned_without_script_and_invited_from_its_page(town, agreed, ask):
    trajectory, partner = agreed
    page = f"{of_child('plan_consultation', trajectory)}?partner={partner.uuid}"
    keep_draft(town.anna, f"meeting/{trajectory.uuid}", {"place": ["School"]})

    answer = ask(town.anna, page, typed(partner))

    made = CaseConsultation.objects.get()
    assert answer.url == reverse("consultation", args=[made.uuid])
    assert draft_of(town.anna, f"meeting/{trajectory.uuid}") is None
    text = ask(town.anna, answer.url).content.decode()
    assert "Ine Verzonnen" in text
    assert "12 March 2026 13:00" in text
    seat = made.participants.get()
    sent = ask(town.anna, reverse("invite_participant", args=[seat.uuid]), {})
    assert PersonalLink.objects.filter(subject=made.uuid).count() == 1
    assert "data-code" in sent.content.decode()


def test_lr_09_a_forged_topic_is_refused_and_nothing_is_planned(town, agreed, ask):
    trajectory, partner = agreed
    page = f"{of_child('plan_consultation', trajectory)}?partner={partner.uuid}"

    answer = ask(town.anna, page, typed(partner, topics=["school", "home"]))

    assert answer.status_code == 200
    assert "The family did not agree to this topic." in answer.content.decode()
    assert "Ine Verzonnen" in answer.content.decode()
    assert not CaseConsultation.objects.exists()


def test_a_partner_of_another_programme_or_nonsense_is_nobody(town, agreed, ask):
    trajectory, _partner = agreed

    for told in (str(uuid4()), "onzin"):
        page = f"{of_child('plan_consultation', trajectory)}?partner={told}"
        assert "With whom do you want to talk?" in ask(town.anna, page).content.decode()


def test_asking_leads_to_the_family_page_and_leaves_a_task(town, agreed, ask):
    trajectory, partner = agreed

    answer = ask(
        town.anna,
        of_child("ask_consent", trajectory),
        {"partner": str(partner.uuid), "topics": ["home"]},
    )

    assert answer.url.startswith(f"/kinderen/{trajectory.client.uuid}/gezin/?")
    assert str(partner.uuid) in answer.url
    assert "topics=home" in answer.url
    assert Task.objects.filter(kind="consent", words__contains=partner.name).exists()


def test_typed_text_is_there_again(town, agreed, ask):
    trajectory, partner = agreed
    page = f"{of_child('plan_consultation', trajectory)}?partner={partner.uuid}"
    keep_draft(
        town.anna,
        f"meeting/{trajectory.uuid}",
        {"place": ["Bij de bakker"], "topics": ["school"]},
    )

    text = ask(town.anna, page).content.decode()

    assert "Bij de bakker" in text
    assert "This is what you typed before." in text


def test_minutes_promises_and_receipt_in_one_form(town, make_meeting, ask):
    meeting = make_meeting(starts_at=clock.now())
    keep_draft(
        town.anna,
        f"minutes/{meeting.consultation.uuid}",
        {"minutes_school": ["Half getypt"]},
    )
    assert (
        "Half getypt"
        in ask(town.anna, of_meeting("consultation", meeting)).content.decode()
    )

    ask(
        town.anna,
        of_meeting("hold_consultation", meeting),
        {
            "minutes_school": "Gaat beter.",
            "words_0": "Bel de juf",
            "owner_0": str(town.anna.uuid),
            "due_0": "2026-03-20",
            "receipt": "on",
        },
    )

    meeting.consultation.refresh_from_db()
    assert meeting.consultation.status == "held"
    assert meeting.consultation.receipt_at == clock.now()
    assert Task.objects.get(kind="meeting").words == "Bel de juf"
    text = ask(town.anna, of_meeting("consultation", meeting)).content.decode()
    assert "Gaat beter." in text
    assert "the family can read" in text


def test_an_unfinished_promise_keeps_what_was_typed(town, make_meeting, ask):
    meeting = make_meeting(starts_at=clock.now())

    answer = ask(
        town.anna,
        of_meeting("hold_consultation", meeting),
        {"minutes_school": "Lang verhaal", "words_0": "Bel de juf"},
    )

    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Lang verhaal" in text
    assert "needs someone who sees to it" in text
    meeting.consultation.refresh_from_db()
    assert meeting.consultation.status == "planned"


def test_withdrawn_consent_is_shown_where_one_would_speak(town, make_meeting, ask):
    meeting = make_meeting(starts_at=clock.now())
    withdraw(meeting.consent)

    text = ask(town.anna, of_meeting("consultation", meeting)).content.decode()

    assert "No longer agreed: school" in text
    assert "Do not talk about it with De Verzonnen School" in text


def test_a_missing_receipt_can_be_sent_later(town, make_meeting, ask):
    meeting = make_meeting()
    hold_consultation(
        consultation=meeting.consultation, by=town.anna, minutes={"school": "x"}
    )
    ask(town.anna, of_meeting("send_receipt", meeting), {})

    meeting.consultation.refresh_from_db()
    assert meeting.consultation.receipt_at == clock.now()


def test_it_is_changed_called_off_and_people_join_or_leave(
    town, make_meeting, make_partner, ask
):
    meeting = make_meeting(topics=["school"], agreed=["school", "plan"])
    team = make_partner(kind="local_team", name="Wijkteam")
    no_consent = make_partner(kind="cjg", name="CJG Zonder")
    agree(meeting.parent, team, ["school"], town.anna)

    ask(
        town.anna,
        of_meeting("change_consultation", meeting),
        {"on": "2026-03-13", "at": "09:00", "place": "Elders", "topics": ["school"]},
    )
    page = ask(town.anna, of_meeting("add_participant", meeting)).content.decode()
    ask(
        town.anna,
        of_meeting("add_participant", meeting),
        {"partner": str(team.uuid), "name": "Wim Verzonnen"},
    )
    ask(
        town.anna,
        of_meeting("add_participant", meeting),
        {"partner": str(no_consent.uuid), "name": "Forged"},
    )
    ask(
        town.anna,
        reverse("uninvite_participant", args=[meeting.participant.uuid]),
        {},
    )

    meeting.consultation.refresh_from_db()
    assert meeting.consultation.place == "Elders"
    assert "Wijkteam" in page
    assert "CJG Zonder" not in page
    assert set(Participant.objects.values_list("name", flat=True)) == {
        "Ine Verzonnen",
        "Wim Verzonnen",
    }
    meeting.participant.refresh_from_db()
    assert meeting.participant.ended_because == "uninvited"

    ask(town.anna, of_meeting("cancel_consultation", meeting), {})
    text = ask(town.anna, of_meeting("consultation", meeting)).content.decode()
    assert "cancelled" in text


def test_a_hand_over_is_agreed_done_and_shown_with_its_road(
    town, make_partner, make_trajectory, ask
):
    trajectory, partner = make_trajectory(), make_partner()
    parent = a_parent(trajectory.client, town.anna)
    page = f"{of_child('hand_over', trajectory)}?partner={partner.uuid}"
    told = {
        "owner": str(town.anna.uuid),
        "channel": "telephone",
        "words": "Wil leren slapen",
    }

    before = ask(town.anna, page).content.decode()
    ask(town.anna, page, told)
    assert "Ask for consent" in before
    assert not Handover.objects.exists()
    agree(parent, partner, ["plan"], town.anna)
    ask(town.anna, page, told)
    handover = Handover.objects.get()

    text = ask(town.anna, of_child("child_network", trajectory)).content.decode()
    assert "still to do, by telephone" in text
    ask(
        town.anna,
        reverse("handover_done", args=[handover.uuid]),
        {"channel": "together"},
    )
    text = ask(town.anna, of_child("child_network", trajectory)).content.decode()
    assert "in a talk together with the family" in text


def test_a_hand_over_that_stops_says_why(town, make_partner, make_trajectory, ask):
    trajectory, partner = make_trajectory(), make_partner()
    agree(a_parent(trajectory.client, town.anna), partner, ["plan"], town.anna)
    handover = agree_handover(
        trajectory=trajectory,
        by=town.anna,
        partner=partner,
        owner=town.anna,
        words="",
        channel="paper",
    )
    page = reverse("handover_ended", args=[handover.uuid])

    ask(town.anna, page, {"words": ""})
    handover.refresh_from_db()
    assert handover.status == "agreed"
    ask(town.anna, page, {"words": "Gezin verhuisd"})

    handover.refresh_from_db()
    assert (handover.status, handover.words) == ("ended", "Gezin verhuisd")


def test_a_team_lead_reads_the_file_but_no_consultation(town, make_meeting, ask):
    meeting = make_meeting()

    text = ask(town.bram, of_child("child_network", meeting.trajectory))

    assert text.status_code == 200
    assert "Case consultations" not in text.content.decode()
    assert "De Verzonnen School" not in text.content.decode()
    assert ask(town.bram, of_meeting("consultation", meeting)).status_code == 403


@pytest.mark.parametrize(
    "name",
    [
        "consultation",
        "change_consultation",
        "cancel_consultation",
        "add_participant",
        "hold_consultation",
        "send_receipt",
    ],
)
def test_carla_gets_what_does_not_exist(town, make_meeting, ask, name):
    meeting = make_meeting()

    answer = ask(town.carla, of_meeting(name, meeting), {"x": "y"})

    assert answer.status_code in (404, 405)
    assert "Fictief" not in answer.content.decode()


def test_the_pages_cost_the_same_for_any_number(
    town, make_meeting, make_partner, ask, count_queries
):
    meeting = make_meeting()
    network = of_child("child_network", meeting.trajectory)
    one = count_queries(town.anna, network)
    for number in range(4):
        partner = make_partner(name=f"School {number}")
        more = make_meeting(trajectory=meeting.trajectory, partner=partner)
        hold_consultation(
            consultation=more.consultation, by=town.anna, minutes={"plan": "x"}
        )
        send_receipt(consultation=more.consultation, by=town.anna)
        invite(participant=more.participant, by=town.anna)
        agree_handover(
            trajectory=meeting.trajectory,
            by=town.anna,
            partner=partner,
            owner=town.anna,
            words="",
            channel="paper",
        )

    assert count_queries(town.anna, network) == one


def test_help_that_was_closed_has_nothing_to_plan(town, make_meeting, ask):
    meeting = make_meeting()
    type(meeting.trajectory).objects.filter(pk=meeting.trajectory.pk).update(
        closed_on=clock.today(), outcome="verhuisd", close_reason="01"
    )

    for name in ("plan_consultation", "hand_over"):
        answer = ask(town.anna, of_child(name, meeting.trajectory))
        assert answer.url == of_child("child_network", meeting.trajectory)


def test_choosing_and_one_meeting_cost_the_same_for_any_number(
    town, make_meeting, make_partner, count_queries
):
    meeting = make_meeting()
    choose = of_child("plan_consultation", meeting.trajectory)
    plan = f"{choose}?partner={meeting.partner.uuid}"
    page = of_meeting("consultation", meeting)
    more = of_meeting("add_participant", meeting)
    pages = (choose, plan, page, more)
    before = [count_queries(town.anna, each) for each in pages]
    for number in range(30):
        partner = make_partner(name=f"School {number:02}")
        agree(meeting.parent, partner, ["school", "plan"], town.anna)
        if number < 5:
            add_participant(
                consultation=meeting.consultation,
                by=town.anna,
                invitee=an_invitee(partner, email=f"ine{number}@school.example"),
            )

    assert [count_queries(town.anna, each) for each in pages] == before
