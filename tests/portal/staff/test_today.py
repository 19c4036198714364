from datetime import date, timedelta

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import promise_call, take_on_referral
from dichtbij.care.models import Task
from dichtbij.scheduling.actions import close_days
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import clock
from tests.conftest import NOW

TODAY = reverse("today")


def test_the_day_says_where_who_comes_and_what_was_agreed(
    town, ask, make_contact, make_visit
):
    contact = make_contact()
    make_contact(contact.trajectory, text="Later.", agreements="Samen lezen.")
    make_visit(contact.trajectory.referral)

    page = ask(town.anna, TODAY)

    assert page.context["here"][0].day.room == town.room_noord
    text = page.content.decode()
    assert "Tue · Praktijk Noord · kamer 2" in text
    assert "Fictief Voorbeeldkind" in text
    assert "10 years" in text
    assert "Agreed on 10 March: Samen lezen." in text
    assert "Weer slapen: 4 → 4" in text
    assert '<polyline points="0,16.8 96,16.8"/>' in text
    assert "10:30" in text
    assert "<title>Today · Dichtbij</title>" in text


def test_without_a_practice_day_it_says_when_the_next_one_is(town, ask, make_family):
    referral = make_family()
    promise_call_as(town, referral)

    with clock.at(NOW + timedelta(days=1)):
        text = ask(town.anna, TODAY).content.decode()

    assert "No practice day" in text
    assert "Next practice day: Thu 12 March, Praktijk Noord, kamer 2." in text
    assert "Call the family: Kind1 Testkind1" in text


def promise_call_as(town, referral):
    with standing_at(town.anna.membership.place()):
        promise_call(referral=referral, by=town.anna)


def test_a_closed_day_is_no_practice_day_and_says_why(town, ask, stand_as):
    stand_as(town.anna)
    close_days(
        day=PracticeDay.objects.filter(practitioner=town.anna).first(),
        by=town.anna,
        first_on=date(2026, 3, 10),
        last_on=date(2026, 3, 10),
        reason="illness",
    )

    text = ask(town.anna, TODAY).content.decode()

    assert "Praktijk Noord is closed today: illness." in text


def test_one_referral_is_open_to_judge_and_its_neighbours_are_near(
    town, ask, make_family
):
    first, second = make_family(), make_family()

    page = ask(town.anna, TODAY)
    assert page.context["referral"] == first
    assert page.context["later"] == second
    page = ask(town.anna, f"{TODAY}?aanmelding={second.uuid}")
    assert page.context["referral"] == second
    assert page.context["earlier"] == first
    text = page.content.decode()
    for key in ("1", "2", "3", "k"):
        assert f'data-key="{key}"' in text


def test_the_most_pressing_referral_comes_first(town, ask, make_family):
    make_family()
    urgent = make_family(urgency="urgent")

    page = ask(town.anna, TODAY)

    assert page.context["referral"] == urgent
    assert page.context["plan_form"].initial == {"target_on": date(2026, 3, 12)}


def test_letters_that_were_not_sent_are_owed(town, ask, make_contact):
    contact = make_contact(next_step="refer")

    page = ask(town.anna, TODAY)

    assert [row.owed for row in page.context["letters"]] == ["decision"]
    assert reverse("new_letter", args=[contact.client.uuid, "decision"]) in (
        page.content.decode()
    )


def test_a_task_is_ticked_off_by_one_post(town, ask, make_family, entries):
    promise_call_as(town, make_family())
    task = Task.objects.get()

    answer = ask(town.anna, reverse("tick_off", args=[task.uuid]), {})

    assert (answer.status_code, answer.url) == (302, TODAY)
    task.refresh_from_db()
    assert task.done_at is not None
    assert len(entries(event_type="complete_task")) == 1


def test_each_child_on_the_day_is_a_look_in_the_log(
    town, ask, make_family, make_visit, entries
):
    visit = make_visit(make_family())

    ask(town.anna, TODAY)

    seen = {line.object_type for line in entries(event_type="look")}
    assert seen == {"Appointment", "Referral"}
    assert {line.client_id for line in entries(event_type="look")} == {visit.client_id}


def test_the_number_of_queries_does_not_grow(
    town, ask, make_family, make_visit, make_contact, count_queries
):
    counts = []
    made = 0
    for wanted in (1, 3, 20):
        while made < wanted:
            make_family()
            accepted = make_family()
            with standing_at(town.anna.membership.place()):
                trajectory = take_on_referral(referral=accepted, by=town.anna)
                make_contact(trajectory, next_step="consultation")
            make_visit(accepted)
            made += 1
        counts.append(count_queries(town.anna, TODAY))

    assert counts[0] == counts[1] == counts[2], counts


@pytest.mark.parametrize("other", ["gerda", "henk", "bram", "dirk", "ella"])
def test_it_is_a_page_of_practitioners(town, ask, other):
    assert ask(getattr(town, other), TODAY).status_code == 403


def test_a_practitioner_elsewhere_sees_nothing_of_it(
    town, ask, make_family, make_visit
):
    make_visit(make_family())

    text = ask(town.carla, TODAY).content.decode()

    assert "Testkind1" not in text
    assert "No new referrals" in text


def test_a_conversation_nobody_recorded_does_not_get_lost(town, ask, make_appointment):
    appointment = make_appointment()

    with clock.at(NOW + timedelta(days=2)):
        page = ask(town.anna, TODAY)

    assert list(page.context["unrecorded"]) == [appointment]
    assert "Still to be recorded" in page.content.decode()
