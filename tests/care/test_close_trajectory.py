from datetime import date, timedelta

import pytest

from dichtbij.care.actions import AFTERCARE_DAYS, close_trajectory
from dichtbij.care.models import Outcome, Task, Trajectory
from dichtbij.care.outcomes import GROUPS
from dichtbij.clients.actions import NewChannel
from dichtbij.clients.models import CareRelation
from dichtbij.outbox.models import Message
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


def close(trajectory, by, **changes):
    told = {"outcome": "opgelost_geen_vervolg", "reason": "01", "words": "Gelukt."}
    return close_trajectory(trajectory=trajectory, by=by, **(told | changes))


def test_it_ends_with_an_outcome_and_the_practice_hears_it(
    town, make_trajectory, entries
):
    trajectory = close(make_trajectory(), town.anna)

    assert (trajectory.outcome, trajectory.close_reason) == (Outcome.SOLVED, "01")
    assert trajectory.satisfaction_due_on == date(2026, 6, 8)
    assert not Task.objects.open().exists()
    last_days = set(
        CareRelation.objects.filter(reason="own").values_list("ends_on", flat=True)
    )
    assert last_days == {clock.today() + timedelta(days=AFTERCARE_DAYS)}
    assert Message.objects.filter(kind="referral_changed", user=town.gerda).exists()
    assert entries(event_type="close_trajectory")[0].client_id == trajectory.client_id


@pytest.mark.parametrize(
    "child",
    [
        {"channels": (NewChannel("parent_1", "telephone", "06-00000001"),)},
        {"channels": (NewChannel("parent_1", "email", "o@x.example", silent=True),)},
        {"without_parents": True},
    ],
)
def test_nobody_is_asked_where_no_mail_may_go(town, make_trajectory, child):
    trajectory = close(make_trajectory(child=child), town.anna)

    assert trajectory.satisfaction_due_on is None


def test_it_ends_once(town, make_trajectory):
    trajectory = make_trajectory()
    twice = Trajectory.objects.get(pk=trajectory.pk)
    close(trajectory, town.anna)

    with pytest.raises(Refused, match="already closed"):
        close(twice, town.anna, outcome="uitval", reason="03")

    trajectory.refresh_from_db()
    assert trajectory.outcome == Outcome.SOLVED


def test_not_while_an_appointment_is_planned(town, make_trajectory):
    trajectory = make_trajectory()
    slot = free_slots(
        programme=town.programme, practice_id=town.practice_noord.pk, limit=1
    )[0]
    book_appointment(referral=trajectory.referral, by=town.anna, slot=slot)

    with pytest.raises(Refused, match="still planned"):
        close(trajectory, town.anna)

    trajectory.refresh_from_db()
    assert trajectory.closed_on is None


@pytest.mark.parametrize("wrong", [{"outcome": "genezen"}, {"reason": "09"}])
def test_an_unknown_outcome_or_reason_is_refused(town, make_trajectory, wrong):
    trajectory = make_trajectory()

    with pytest.raises(Refused, match="outcome and a reason"):
        close(trajectory, town.anna, **wrong)


@pytest.mark.parametrize("other", ["carla", "gerda", "bram"])
def test_nobody_else_may_close_it(town, make_trajectory, stand_as, other):
    trajectory = make_trajectory()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        close(trajectory, by)


def test_every_outcome_stands_in_exactly_one_group():
    grouped = [outcome for _label, outcomes in GROUPS for outcome in outcomes]

    assert sorted(grouped) == sorted(Outcome)
