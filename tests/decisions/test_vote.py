from datetime import UTC, date, datetime, timedelta

import pytest

from dichtbij.decisions.actions import take_decision, vote
from dichtbij.decisions.consulting import consulted
from dichtbij.decisions.models import PracticeVote
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW
from tests.decisions.conftest import VOTES_UNTIL


def option(decision, kind="extended"):
    return decision.options.get(kind=kind)


def test_a_practice_says_what_it_prefers(town, asked, stand_as, entries):
    by = stand_as(town.gerda)

    vote(decision=asked, by=by, option=option(asked), words=" Nog te vroeg. ")

    found = PracticeVote.objects.get()
    assert (found.practice, found.option.kind) == (town.practice_noord, "extended")
    assert (found.words, found.voted_by) == ("Nog te vroeg.", town.gerda)
    assert entries()[-1].event_type == "vote"


def test_a_practice_changes_its_mind_until_the_last_day(town, asked, stand_as):
    by = stand_as(town.gerda)
    vote(decision=asked, by=by, option=option(asked))
    last_evening = datetime(2026, 3, 20, 20, tzinfo=UTC)

    with clock.at(last_evening):
        vote(decision=asked, by=by, option=option(asked, "stopped"))

    assert PracticeVote.objects.get().option.kind == "stopped"


def test_after_the_last_day_it_is_too_late_and_says_so(town, asked, stand_as):
    by = stand_as(town.gerda)

    with clock.at(NOW + timedelta(days=11)), pytest.raises(Refused, match="20 March"):
        vote(decision=asked, by=by, option=option(asked))

    assert not PracticeVote.objects.exists()


def test_before_anyone_was_asked_there_is_no_vote(town, prepared, stand_as):
    by = stand_as(town.gerda)

    with pytest.raises(Refused, match="not been asked"):
        vote(decision=prepared, by=by, option=option(prepared))


def test_once_taken_no_vote_is_noted(town, heard, dirk, stand_as):
    take_decision(
        decision=heard, by=dirk, chosen=option(heard), grounds="Zie verslag.",
        review_on=date(2026, 12, 1),
    )  # fmt: skip
    by = stand_as(town.gerda)

    with pytest.raises(Refused, match="taken already"):
        vote(decision=heard, by=by, option=option(heard, "stopped"))

    assert consulted(heard).counts[2][1] == 0


def test_a_practice_that_left_has_no_vote(town, asked, stand_as):
    Participation.objects.filter(practice=town.practice_noord).update(
        ends_on=date(2026, 3, 9)
    )
    by = stand_as(town.gerda)

    with pytest.raises(Refused, match="does not take part"):
        vote(decision=asked, by=by, option=option(asked))


@pytest.mark.parametrize("name", ["anna", "bram", "carla", "dirk", "henk", "rosa"])
def test_only_gps_vote(town, asked, rosa, stand_as, name):
    by = stand_as(getattr(town, name))

    with pytest.raises(Denied):
        vote(decision=asked, by=by, option=option(asked))


def test_the_result_counts_practices_over_those_that_take_part(
    town, asked, stand_as, django_assert_max_num_queries
):
    by = stand_as(town.gerda)
    vote(decision=asked, by=by, option=option(asked))

    with django_assert_max_num_queries(4):
        found = consulted(asked)

    assert (found.voted, found.of) == (1, 2)
    assert [(o.kind, n) for o, n in found.counts] == [
        ("structural", 0), ("extended", 1), ("stopped", 0),
    ]  # fmt: skip
    assert [one.practice.name for one in found.practices] == [
        "Praktijk Noord", "Praktijk Zuid",
    ]  # fmt: skip
    assert asked.votes_until == VOTES_UNTIL
