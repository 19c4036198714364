"""Is a hand-over agreed with consent, owned by someone, and honest about its road?"""

import pytest

from dichtbij.care.models import Task
from dichtbij.partners.handing import agree_handover, handover_done, handover_ended
from dichtbij.partners.models import Handover
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.partners.families import a_parent, agree, withdraw


@pytest.fixture
def make_handover(town, make_partner, make_trajectory):
    """Agree a hand-over to a school about whose plan the parent agreed."""

    def make(topics=("plan",), kind="school", **changes):
        trajectory = make_trajectory()
        partner = make_partner(kind=kind)
        parent = a_parent(trajectory.client, town.anna)
        make.consent = agree(parent, partner, topics, town.anna)
        told = {
            "owner": town.anna,
            "words": "Sanne wil leren slapen.",
            "channel": "telephone",
        }
        return agree_handover(
            trajectory=trajectory, by=town.anna, partner=partner, **(told | changes)
        )

    return make


def open_tasks():
    return Task.objects.filter(kind="handover", done_at=None)


def test_it_is_agreed_with_a_task_for_its_owner(town, make_handover, entries):
    handover = make_handover()

    assert (handover.status, handover.channel) == ("agreed", "telephone")
    task = open_tasks().get()
    assert (task.owner, task.words) == (town.anna, "De Verzonnen School")
    line = entries(event_type="agree_handover")[0]
    assert line.client_id == handover.client_id


def test_lr_33_without_consent_about_the_plan_it_is_refused(make_handover):
    with pytest.raises(Refused, match="did not agree to tell De Verzonnen School"):
        make_handover(topics=("school",))

    assert not Handover.objects.exists()
    assert not open_tasks().exists()


def test_r21_help_that_the_gp_signs_for_is_not_handed_over(make_handover):
    with pytest.raises(Refused, match="the GP signs"):
        make_handover(kind="specialist_mh")


@pytest.mark.parametrize(
    ("changes", "words"),
    [({"channel": ""}, "how the hand-over goes"), ({"owner": "carla"}, "involved")],
)
def test_it_needs_a_channel_and_an_owner_who_is_involved(
    town, make_handover, changes, words
):
    if "owner" in changes:
        changes = {"owner": getattr(town, changes["owner"])}

    with pytest.raises(Refused, match=words):
        make_handover(**changes)


def test_r23_done_names_its_day_and_road_and_ticks_the_task_off(town, make_handover):
    handover = make_handover()

    for _twice in range(2):
        handover_done(handover=handover, by=town.anna, channel="together")

    assert (handover.status, handover.channel) == ("done", "together")
    assert handover.done_on == clock.today()
    assert not open_tasks().exists()
    with pytest.raises(Refused, match="settled already"):
        handover_ended(handover=handover, by=town.anna, words="Toch niet")


def test_lr_08_after_a_withdrawal_it_is_not_done_but_may_end(town, make_handover):
    handover = make_handover()
    withdraw(make_handover.consent)

    with pytest.raises(Refused, match="did not agree"):
        handover_done(handover=handover, by=town.anna)
    with pytest.raises(Refused, match="Say why"):
        handover_ended(handover=handover, by=town.anna, words=" ")
    handover_ended(handover=handover, by=town.anna, words="Het gezin wil niet meer.")

    assert handover.status == "ended"
    assert "Het gezin wil niet meer." in handover.words
    assert not open_tasks().exists()


@pytest.mark.parametrize("other", ["carla", "bram", "gerda", "dirk"])
def test_nobody_else_may(town, make_handover, stand_as, other):
    handover = make_handover()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        handover_done(handover=handover, by=by)
    with pytest.raises(Denied):
        handover_ended(handover=handover, by=by, words="x")
