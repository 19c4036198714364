import pytest

from dichtbij.care.actions import end_goal, set_goal
from dichtbij.care.models import Goal
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


def test_a_goal_is_kept_in_their_own_words(town, make_trajectory, entries):
    trajectory = make_trajectory()

    goal = set_goal(
        trajectory=trajectory, by=town.anna, words=" Weer slapen ", owner="child"
    )

    assert (goal.words, goal.set_on) == ("Weer slapen", clock.today())
    assert entries(event_type="set_goal")[0].client_id == trajectory.client_id


def test_there_are_three_at_most_until_one_ends(town, make_trajectory):
    trajectory = make_trajectory()
    goals = [
        set_goal(trajectory=trajectory, by=town.anna, words=words, owner="child")
        for words in ("een", "twee", "drie")
    ]

    with pytest.raises(Refused, match="three goals"):
        set_goal(trajectory=trajectory, by=town.anna, words="vier", owner="child")
    end_goal(trajectory=trajectory, by=town.anna, goal_id=goals[0].pk)
    set_goal(trajectory=trajectory, by=town.anna, words="vier", owner="child")

    assert Goal.objects.filter(ended_on=None).count() == 3
    goals[0].refresh_from_db()
    assert goals[0].ended_on == clock.today()


def test_a_goal_needs_words(town, make_trajectory):
    trajectory = make_trajectory()

    with pytest.raises(Refused, match="in the words"):
        set_goal(trajectory=trajectory, by=town.anna, words=" ", owner="child")


def test_a_goal_of_another_child_does_not_end(town, make_contact, make_trajectory):
    goal = make_contact().trajectory.goals.get()
    other = make_trajectory(child={"given_name": "Ander", "family_name": "Testkind"})

    end_goal(trajectory=other, by=town.anna, goal_id=goal.pk)

    goal.refresh_from_db()
    assert goal.ended_on is None


@pytest.mark.parametrize("other", ["carla", "gerda", "bram"])
def test_nobody_else_may_set_one(town, make_trajectory, stand_as, other):
    trajectory = make_trajectory()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        set_goal(trajectory=trajectory, by=by, words="Slapen", owner="child")
    with pytest.raises(Denied):
        end_goal(trajectory=trajectory, by=by, goal_id=1)
