import pytest
from django.urls import reverse

from dichtbij.care.models import Outcome, Trajectory
from dichtbij.clients.actions import NewChannel
from dichtbij.drafts.keeping import draft_of, keep_draft
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.openings import free_slots

DONE = {"outcome": "opgelost_geen_vervolg", "reason": "01", "words": ""}


def page_of(trajectory):
    return reverse("close", args=[trajectory.client.uuid])


def test_outcome_reason_and_enter_end_the_help_and_lead_to_the_letter(
    town, ask, make_trajectory
):
    trajectory = make_trajectory()

    answer = ask(town.anna, page_of(trajectory), DONE)

    assert answer.url == reverse("new_letter", args=[trajectory.client.uuid, "close"])
    trajectory.refresh_from_db()
    assert trajectory.outcome == Outcome.SOLVED


def test_the_page_says_what_closing_leads_to(town, ask, make_trajectory):
    text = ask(town.anna, page_of(make_trajectory())).content.decode()

    assert "On 8 June 2026 the family is asked how it was." in text
    assert "The file is kept until at least 2046." in text
    for outcome in Outcome.values:
        assert f'value="{outcome}"' in text


@pytest.mark.parametrize(
    ("child", "words"),
    [
        ({"without_parents": True}, "helped without parents"),
        (
            {"channels": (NewChannel("parent_1", "telephone", "06-00000001"),)},
            "no e-mail address may be used",
        ),
    ],
)
def test_it_says_why_nobody_is_asked(town, ask, make_trajectory, child, words):
    text = ask(town.anna, page_of(make_trajectory(child=child))).content.decode()

    assert words in text


@pytest.mark.parametrize("missing", ["outcome", "reason"])
def test_both_are_needed_and_what_was_chosen_stays(town, ask, make_trajectory, missing):
    trajectory = make_trajectory()

    answer = ask(town.anna, page_of(trajectory), DONE | {missing: ""})

    text = answer.content.decode()
    assert "Choose a" in text
    kept = ({"outcome", "reason"} - {missing}).pop()
    assert f'name="{kept}" value="{DONE[kept]}"' in text
    assert " checked" in text
    assert Trajectory.objects.open().exists()


def test_a_planned_appointment_comes_first(town, ask, make_trajectory):
    trajectory = make_trajectory()
    slot = free_slots(programme=town.programme, practice_id=town.practice_noord.pk)[0]
    book_appointment(referral=trajectory.referral, by=town.anna, slot=slot)

    assert "Call it off first" in ask(town.anna, page_of(trajectory)).content.decode()
    answer = ask(town.anna, page_of(trajectory), DONE)

    assert "still planned" in answer.content.decode()
    assert Trajectory.objects.open().exists()


def test_closed_help_is_not_closed_again(town, ask, make_trajectory):
    trajectory = make_trajectory()
    ask(town.anna, page_of(trajectory), DONE)

    assert ask(town.anna, page_of(trajectory)).status_code == 404


@pytest.mark.parametrize(
    ("other", "status"), [("carla", 404), ("gerda", 403), ("bram", 403), ("dirk", 403)]
)
def test_nobody_else_closes(town, ask, make_trajectory, other, status):
    trajectory = make_trajectory()

    answer = ask(getattr(town, other), page_of(trajectory), DONE)

    assert answer.status_code == status
    assert Trajectory.objects.open().exists()


def test_what_was_typed_is_there_again_until_it_is_closed(
    town, ask, make_trajectory, stand_as
):
    trajectory = make_trajectory()
    key = f"close/{trajectory.uuid}"
    keep_draft(town.anna, key, {"outcome": ["uitval"], "words": ["Half getypt."]})

    text = ask(town.anna, page_of(trajectory)).content.decode()
    assert "Half getypt." in text
    assert 'value="uitval" id="outcome-uitval" checked' in text
    ask(town.anna, page_of(trajectory), DONE)

    stand_as(town.anna)
    assert draft_of(town.anna, key) is None
