from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from dichtbij.questionnaires.actions import Taken, record_measurement
from dichtbij.questionnaires.models import Measurement
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused

TODAY = date(2026, 3, 10)


def sdq(**changes):
    told = {
        "instrument": "sdq",
        "informant": "parent_1",
        "taken_on": TODAY,
        "scores": {"total": 14},
        "norms": "nl2018-6-11",
    }
    return Taken(**(told | changes))


@pytest.fixture
def record(town, make_trajectory):
    trajectory = make_trajectory()

    def act(taken, by=town.anna):
        return record_measurement(referral=trajectory.referral, by=by, taken=taken)

    return act


def test_typed_scores_are_kept_with_version_and_norms(town, record, entries):
    row = record(sdq())

    assert (row.instrument, row.version, row.norms) == ("sdq", "1997", "nl2018-6-11")
    assert row.scores == {"total": 14}
    assert (row.answers, row.missing, row.entered_by) == (None, [], town.anna)
    assert entries(event_type="record_measurement")[0].client_id == row.client_id


def test_answers_per_item_are_kept_with_what_was_left_open(record):
    answers = dict.fromkeys(range(2, 18), 1)

    row = record(sdq(instrument="psc17", norms="us1999", scores=None, answers=answers))

    assert row.scores == {"internalising": 5, "externalising": 7, "total": 16}
    assert row.missing == [1]
    assert row.answers["2"] == 1


def test_scores_of_the_psc_may_be_typed_too(record):
    row = record(sdq(instrument="psc17", norms="", scores={"total": 12}))

    assert row.scores == {"total": 12}
    assert row.answers is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"instrument": "ors"}, "Choose a questionnaire"),
        ({"instrument": "goals"}, "Choose a questionnaire"),
        ({"instrument": "check_in"}, "Choose a questionnaire"),
        ({"version": "1902"}, "Choose a questionnaire"),
        ({"informant": "oma"}, "who filled it in"),
        ({"taken_on": TODAY + timedelta(days=1)}, "day cannot be right"),
        ({"taken_on": date(2000, 1, 1)}, "day cannot be right"),
        ({"scores": {}}, "no score in this"),
        ({"scores": {"total": 41}}, "Totale moeilijkheden: this answer or score"),
        ({"norms": "nl2022-12-14"}, "not for this age"),
        ({"norms": "nl2018-6-11", "informant": "young_person"}, "not for this age"),
        ({"norms": "us1999"}, "not for this age"),
        ({"instrument": "psc17", "norms": "", "scores": None, "answers": {3: 7}},
         "3: this answer or score"),
        ({"instrument": "psc17", "norms": "", "scores": None, "answers": {3: 1}},
         "too much was left open"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_kept(record, changes, sentence):
    with pytest.raises(Refused, match=sentence):
        record(sdq(**changes))

    assert not Measurement.objects.exists()


@pytest.mark.parametrize("other", ["carla", "gerda", "bram", "dirk"])
def test_nobody_else_may_record(town, record, stand_as, other):
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        record(sdq(), by=by)


def test_a_result_is_never_changed(record):
    record(sdq())

    with pytest.raises(DatabaseError), transaction.atomic():
        Measurement.objects.update(scores={"total": 1})


def test_a_high_score_changes_nothing_else(record, make_trajectory):
    """A screening result never decides anything: no task, no status, no message."""
    from django.apps import apps

    def counts():
        return {
            model.__name__: list(model.objects.values_list("pk", flat=True))
            for model in apps.get_app_config("dichtbij").get_models()
            if model.__name__ in ("Task", "Message", "ReferralEvent", "CareLevel")
        }

    before = counts()
    record(sdq(scores={"total": 40}))

    assert counts() == before
    assert clock.today() == TODAY
