from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import begin_consult, promise_call, set_goal
from dichtbij.care.caseload import open_trajectory_of
from dichtbij.care.models import Addendum, Contact, GoalScore, TimeSpent, Trajectory
from dichtbij.drafts.keeping import draft_of, keep_draft
from dichtbij.referrals.models import ReferralEvent
from dichtbij.shared import clock
from tests.conftest import NOW

ALL = {
    "attendance": ["child", "parent_1"],
    "themes": ["EMO"],
    "finer": ["EMO-ANG"],
    "text": "Verzonnen tekst.",
    "agreements": "Samen lezen.",
    "activity_1": "intake",
    "minutes_1": "45",
    "activity_2": "administratie",
    "minutes_2": "",
    "next_step": "appointment",
    "next_step_words": "",
    "next_step_on": "",
    "held_on": "2026-03-10",
    "held_time": "09:00",
}


def page_of(trajectory):
    return reverse("consult", args=[trajectory.client.uuid])


def draft_key(trajectory):
    return f"consult/{trajectory.uuid}"


def test_one_page_records_the_whole_conversation(town, ask, make_trajectory):
    trajectory = make_trajectory()
    goal = set_goal(
        trajectory=trajectory, by=town.anna, words="Weer slapen", owner="child"
    )
    data = ALL | {"minutes_2": "10", f"goal_{goal.pk}": "6"}

    answer = ask(town.anna, page_of(trajectory), data)

    assert answer.url == reverse("follow_up", args=[trajectory.client.uuid])
    contact = Contact.objects.get()
    assert contact.themes == ["EMO", "EMO-ANG"]
    assert contact.held_at == NOW - timedelta(hours=1)
    assert dict(TimeSpent.objects.values_list("activity", "minutes")) == {
        "intake": 45,
        "administratie": 10,
    }
    assert GoalScore.objects.get().score == 6


@pytest.mark.parametrize(
    ("step", "page", "more"),
    [
        ("appointment", "follow_up", []),
        ("close", "close", []),
        ("consultation", "plan_consultation", []),
        ("refer", "advise_onward", []),
        ("none", "child", []),
    ],
)
def test_the_next_step_leads_to_its_page(town, ask, make_trajectory, step, page, more):
    trajectory = make_trajectory()

    answer = ask(town.anna, page_of(trajectory), ALL | {"next_step": step})

    assert answer.url == reverse(page, args=[trajectory.client.uuid, *more])


def test_the_page_knows_what_can_be_known(town, ask, make_appointment, stand_as):
    appointment = make_appointment()
    stand_as(town.anna)
    begin_consult(appointment=appointment, by=town.anna)
    trajectory = open_trajectory_of(appointment.client)

    page = ask(town.anna, f"{page_of(trajectory)}?afspraak={appointment.uuid}")

    form = page.context["form"]
    assert form["minutes_1"].value() == 45
    assert form["activity_1"].value() == "intake"
    assert form["themes"].value() == ["EMO"]
    assert form.chosen_words() == ["anxiety"]
    assert "held_on" not in form.fields
    text = page.content.decode()
    for key in ("1", "2", "3", "4", "ctrl+enter"):
        assert f'data-key="{key}"' in text
    assert f'data-autosave="/concept/{draft_key(trajectory)}/"' in text


def test_a_call_has_its_own_presets_and_is_the_first_contact(
    town, ask, make_trajectory
):
    trajectory = make_trajectory()

    form = ask(town.anna, f"{page_of(trajectory)}?telefoon").context["form"]
    assert form["by_telephone"].value() is True
    assert form["minutes_1"].value() == 15
    ask(town.anna, page_of(trajectory), ALL | {"by_telephone": "on"})

    trajectory.refresh_from_db()
    assert trajectory.first_contact_on == clock.today()
    assert trajectory.first_consult_on is None
    assert trajectory.referral.events.last().kind == ReferralEvent.Kind.FIRST_CONTACT


def test_what_was_typed_is_there_again_until_it_is_recorded(
    town, ask, make_trajectory, stand_as
):
    trajectory = make_trajectory()
    goal = set_goal(trajectory=trajectory, by=town.anna, words="Slapen", owner="child")
    typed = {
        "attendance": ["child"],
        "text": ["Half getypt."],
        f"goal_{goal.pk}": ["7"],
        "next_step": ["close"],
    }
    keep_draft(town.anna, draft_key(trajectory), typed)

    page = ask(town.anna, page_of(trajectory))
    text = page.content.decode()
    assert "Half getypt." in text
    assert "This is what you typed before." in text
    form = page.context["form"]
    assert form[f"goal_{goal.pk}"].value() == "7"
    assert form["next_step"].value() == "close"
    ask(town.anna, page_of(trajectory), ALL)

    stand_as(town.anna)
    assert draft_of(town.anna, draft_key(trajectory)) is None


def test_a_broken_draft_never_breaks_the_page(town, ask, make_trajectory):
    trajectory = make_trajectory()
    keep_draft(
        town.anna,
        draft_key(trajectory),
        {
            "minutes_1": ["veel"],
            "held_on": ["morgen"],
            "vreemd": [],
            "next_step": ["x"],
        },
    )

    page = ask(town.anna, page_of(trajectory))

    assert page.status_code == 200
    assert 'value="veel"' in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"attendance": []}, "Say who was there."),
        ({"themes": [], "finer": []}, "Choose at least one theme"),
        ({"minutes_1": ""}, "Say how many minutes it took."),
        ({"minutes_1": "800"}, "less than or equal to 720"),
        ({"next_step": ""}, "Choose what the next step is."),
        ({"activity_2": "intake", "minutes_2": "5"}, "Choose another kind of time"),
        ({"held_on": "2026-03-11"}, "in the future"),
    ],
)
def test_an_incomplete_page_says_what_is_missing_and_keeps_the_text(
    town, ask, make_trajectory, changes, words
):
    trajectory = make_trajectory()

    answer = ask(town.anna, page_of(trajectory), ALL | changes)

    text = answer.content.decode()
    assert words in text
    assert "Verzonnen tekst." in text
    assert not Contact.objects.exists()


def test_a_finer_theme_is_enough(town, ask, make_trajectory):
    trajectory = make_trajectory()

    ask(town.anna, page_of(trajectory), ALL | {"themes": [], "finer": ["SOC-PES"]})

    assert Contact.objects.get().themes == ["SOC", "SOC-PES"]


def test_a_double_click_records_once(town, ask, make_trajectory):
    trajectory = make_trajectory()
    data = ALL | {"once": str(uuid4())}

    urls = {ask(town.anna, page_of(trajectory), data).url for _click in range(2)}

    assert len(urls) == 1
    assert Contact.objects.count() == 1


def test_a_recorded_appointment_leads_to_what_was_recorded(
    town, ask, make_appointment, make_contact, stand_as
):
    appointment = make_appointment()
    stand_as(town.anna)
    with clock.at(appointment.ends_at):
        begin_consult(appointment=appointment, by=town.anna)
        trajectory = open_trajectory_of(appointment.client)
        make_contact(trajectory, appointment)
        address = f"{page_of(trajectory)}?afspraak={appointment.uuid}"

        page = ask(town.anna, address)
        again = ask(town.anna, address, ALL)

    assert page.url == reverse("child_contacts", args=[trajectory.client.uuid])
    assert "already recorded" in again.content.decode()
    assert Contact.objects.count() == 1


def test_a_promised_call_is_recorded_after_taking_the_referral_on(
    town, ask, make_family
):
    referral = make_family()
    with standing_at(town.anna.membership.place()):
        promise_call(referral=referral, by=town.anna)
    address = reverse("consult", args=[referral.client.uuid]) + "?telefoon"

    assert "not accepted yet" in ask(town.anna, address).content.decode()
    answer = ask(town.anna, address, {})

    assert answer.url == address
    assert Trajectory.objects.get().practitioner == town.anna


def test_without_help_there_is_nothing_to_record(town, ask, make_family):
    referral = make_family()
    with standing_at(town.anna.membership.place()):
        referral.status = "withdrawn"
        referral.save()

    page = ask(town.anna, reverse("consult", args=[referral.client.uuid]))

    assert "nothing to record" in page.content.decode()


def test_an_appointment_of_another_child_is_not_found(
    town, ask, make_trajectory, make_family, make_visit
):
    trajectory, visit = make_trajectory(), make_visit(make_family())

    page = ask(town.anna, f"{page_of(trajectory)}?afspraak={visit.uuid}")

    assert page.status_code == 404


@pytest.mark.parametrize(
    ("other", "status"), [("carla", 404), ("gerda", 403), ("bram", 403), ("dirk", 403)]
)
def test_nobody_else_records(town, ask, make_trajectory, other, status):
    trajectory = make_trajectory()
    user = getattr(town, other)

    assert ask(user, page_of(trajectory)).status_code == status
    assert ask(user, page_of(trajectory), ALL).status_code == status
    assert not Contact.objects.exists()


def test_something_is_added_later_by_form(town, ask, make_contact):
    contact = make_contact()
    page = reverse("add_addendum", args=[contact.uuid])

    ask(town.anna, page, {"text": "Vader belde nog."})
    empty = ask(town.anna, page, {"text": " "}, follow=True)

    assert Addendum.objects.get().text == "Vader belde nog."
    text = empty.content.decode()
    assert "Write what you want to add." in text
    assert "Added by Anna, 10 March 2026 10:00" in text


@pytest.mark.parametrize(("other", "status"), [("carla", 404), ("bram", 403)])
def test_nobody_else_adds(town, ask, make_contact, other, status):
    page = reverse("add_addendum", args=[make_contact().uuid])

    assert ask(getattr(town, other), page, {"text": "x"}).status_code == status
    assert not Addendum.objects.exists()
