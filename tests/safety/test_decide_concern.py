"""Both decisions of step 5, and how it ends (LR-92, LR-93)."""

import pytest

from dichtbij.care.actions import close_trajectory, return_referral
from dichtbij.care.models import Trajectory
from dichtbij.safety.actions import close_concern, open_concern, take_step
from dichtbij.safety.models import ConcernStep
from dichtbij.safety.reading import open_concern_of
from dichtbij.shared.errors import Denied, Refused
from tests.safety.conftest import decide, map_all, weigh_all


def test_both_decisions_are_recorded_with_their_reasons(town, make_concern, entries):
    concern = make_concern()
    map_all(concern, town.anna)
    weigh_all(concern, town.anna, [True, False, True, True, True])

    decide(concern, town.anna, report=False, report_words="Het is veilig genoeg.")

    rows = ConcernStep.objects.filter(step=5).values_list("question", "answer", "words")
    assert list(rows) == [
        (1, "no", "Het is veilig genoeg."),
        (2, "yes", "Wij blijven helpen."),
    ]
    assert concern.reported is False
    assert entries(event_type="decide_concern")[0].client_id == concern.client_id


@pytest.mark.parametrize("report", [True, False])
@pytest.mark.parametrize("lacking", ["report_words", "help_words"])
def test_lr_93_neither_decision_is_taken_without_a_reason(
    town, make_concern, report, lacking
):
    concern = make_concern()
    map_all(concern, town.anna)
    weigh_all(concern, town.anna, [False])

    with pytest.raises(Refused):
        decide(concern, town.anna, report=report, **{lacking: "  "})

    concern.refresh_from_db()
    assert concern.reported is None
    assert not ConcernStep.objects.filter(step=5).exists()


def test_lr_92_reporting_waits_for_no_step(town, make_concern):
    concern = make_concern()

    decide(concern, town.anna, report=True)

    assert concern.reported is True
    take_step(concern=concern, by=town.anna, step=2, words="Daarna besproken.")


def test_not_reporting_asks_for_the_whole_weighing_first(town, make_concern):
    concern = make_concern()

    with pytest.raises(Refused, match="step 2 first"):
        decide(concern, town.anna, report=False)
    map_all(concern, town.anna)
    weigh_all(concern, town.anna, [True, False])
    with pytest.raises(Refused, match="Weigh first"):
        decide(concern, town.anna, report=False)


def test_the_norm_is_said_and_the_practitioner_decides(town, make_concern):
    concern = make_concern()
    map_all(concern, town.anna)
    weigh_all(concern, town.anna, [True, True])  # the norm: report

    decide(concern, town.anna, report=False, report_words="Verzonnen, met reden.")

    assert concern.reported is False


def test_it_is_decided_again_while_it_is_open(town, make_concern):
    concern = make_concern()
    map_all(concern, town.anna)
    weigh_all(concern, town.anna, [False])
    decide(concern, town.anna, report=False)

    decide(concern, town.anna, report=True)

    assert concern.reported is True
    assert ConcernStep.objects.filter(step=5).count() == 4


def test_it_is_closed_once_decided_and_with_agreements(town, make_concern):
    concern = make_concern()
    with pytest.raises(Refused, match="both decisions"):
        close_concern(concern=concern, by=town.anna, words="Klaar.")
    decide(concern, town.anna, report=True)
    with pytest.raises(Refused, match="what was agreed"):
        close_concern(concern=concern, by=town.anna, words="")

    close_concern(concern=concern, by=town.anna, words="Over een maand bellen.")

    assert concern.closed_at is not None
    assert open_concern_of(concern.client) is None
    last = ConcernStep.objects.last()
    assert (last.question, last.words) == (3, "Over een maand bellen.")


def test_nothing_is_added_once_it_is_closed(town, make_concern):
    concern = make_concern()
    decide(concern, town.anna, report=True)
    close_concern(concern=concern, by=town.anna, words="Afgesproken.")

    with pytest.raises(Refused, match="closed already"):
        take_step(concern=concern, by=town.anna, step=2, words="Te laat.")
    with pytest.raises(Refused, match="closed already"):
        decide(concern, town.anna, report=True)
    with pytest.raises(Refused, match="closed already"):
        close_concern(concern=concern, by=town.anna, words="Nog eens.")


def test_help_does_not_end_while_a_concern_is_open(town, make_concern):
    concern = make_concern()
    trajectory = Trajectory.objects.get()
    told = {"outcome": "opgelost_geen_vervolg", "reason": "01"}

    with pytest.raises(Refused, match="concern about safety"):
        close_trajectory(trajectory=trajectory, by=town.anna, **told)
    decide(concern, town.anna, report=True)
    close_concern(concern=concern, by=town.anna, words="Afgesproken.")
    close_trajectory(trajectory=trajectory, by=town.anna, **told)

    assert Trajectory.objects.get().closed_on is not None


def test_a_referral_does_not_go_back_while_a_concern_is_open(
    town, make_referral, stand_as
):
    referral = make_referral()
    stand_as(town.anna)
    open_concern(client=referral.client, by=town.anna, signs="Verzonnen teken.")

    with pytest.raises(Refused, match="concern about safety"):
        return_referral(referral=referral, by=town.anna, reason="Past niet.")


@pytest.mark.parametrize("who", ["bram", "gerda", "carla", "dirk"])
def test_others_may_not(town, make_concern, stand_as, who):
    concern = make_concern()
    stand_as(getattr(town, who))

    with pytest.raises(Denied):
        decide(concern, getattr(town, who), report=True)
