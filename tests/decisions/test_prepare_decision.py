from dataclasses import replace
from datetime import date

import pytest

from dichtbij.decisions.actions import prepare_decision, rewrite_decision
from dichtbij.decisions.models import Decision
from dichtbij.programmes.models import Programme
from dichtbij.shared.errors import Denied, Refused
from tests.decisions.conftest import OPTIONS, reported
from tests.released import release


def test_options_are_laid_out_on_the_newest_release_the_round_cites(
    town, rosa, stand_as, entries
):
    of_round = reported(town.programme, status="open")
    for year in (2024, 2025):
        made = release(town.programme, date(year, 1, 1), date(year, 12, 31), {})
        of_round.releases.add(made)
    type(of_round).objects.filter(pk=of_round.pk).update(status="closed")
    of_round.refresh_from_db()

    decision = prepare_decision(
        evaluation_round=of_round, by=stand_as(rosa), options=OPTIONS
    )

    assert decision.release == made
    assert [one.kind for one in decision.options.all()] == [o.kind for o in OPTIONS]
    assert entries()[-1].event_type == "prepare_decision"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (OPTIONS[:1], "at least two"),
        ((OPTIONS[0], OPTIONS[0]), "stands there once"),
        ((OPTIONS[0], replace(OPTIONS[1], words=" ")), "Say in words"),
        ((OPTIONS[0], replace(OPTIONS[1], until_on=None)), "last day"),
        ((OPTIONS[0], replace(OPTIONS[1], until_on=date(2026, 3, 9))), "has passed"),
        ((replace(OPTIONS[0], until_on=date(2027, 1, 1)), OPTIONS[1]), "no last day"),
        ((OPTIONS[0], replace(OPTIONS[1], cents_per_year=-1)), "less than nothing"),
    ],
)
def test_options_nobody_could_choose_between_are_refused(
    town, rosa, stand_as, options, words
):
    stand_as(rosa)

    with pytest.raises(Refused, match=words):
        prepare_decision(
            evaluation_round=reported(town.programme), by=rosa, options=options
        )

    assert not Decision.objects.exists()


def test_a_round_that_is_not_reported_carries_no_decision(town, rosa, stand_as):
    stand_as(rosa)

    with pytest.raises(Refused, match="not reported yet"):
        prepare_decision(
            evaluation_round=reported(town.programme, status="open"),
            by=rosa,
            options=OPTIONS,
        )


def test_an_interim_evaluation_extends_or_stops_only(town, rosa, stand_as):
    stand_as(rosa)
    interim = reported(town.programme, "interim_1")

    with pytest.raises(Refused, match="extended or stopped only"):
        prepare_decision(evaluation_round=interim, by=rosa, options=OPTIONS)

    made = prepare_decision(evaluation_round=interim, by=rosa, options=OPTIONS[1:])
    assert made.options.count() == 2


def test_one_decision_at_a_time_on_a_round(prepared, rosa):
    with pytest.raises(Refused, match="prepared already"):
        prepare_decision(
            evaluation_round=prepared.evaluation_round, by=rosa, options=OPTIONS
        )


def test_options_are_rewritten_until_practices_are_asked(prepared, rosa):
    rewrite_decision(decision=prepared, by=rosa, options=OPTIONS[:2])

    assert prepared.options.count() == 2


def test_what_practices_were_asked_stays(asked, rosa):
    with pytest.raises(Refused, match="stay as they are"):
        rewrite_decision(decision=asked, by=rosa, options=OPTIONS[:2])

    assert asked.options.count() == 3


@pytest.mark.parametrize("name", ["anna", "bram", "carla", "gerda", "henk", "petra"])
def test_others_prepare_nothing(town, stand_as, name):
    of_round = reported(town.programme)
    by = stand_as(getattr(town, name))

    with pytest.raises(Denied):
        prepare_decision(evaluation_round=of_round, by=by, options=OPTIONS)


def test_another_programme_is_not_ones_own(town, rosa, stand_as):
    other = Programme.objects.create(
        slug="elders", name="Elders", phase="pilot", starts_on=date(2025, 1, 1),
        school_region="noord",
    )  # fmt: skip
    stand_as(rosa)

    with pytest.raises(Denied):
        prepare_decision(evaluation_round=reported(other), by=rosa, options=OPTIONS)
