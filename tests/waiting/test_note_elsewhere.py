import pytest

from dichtbij.programmes.models import Programme
from dichtbij.shared.errors import Denied, Refused
from dichtbij.waiting.actions import note_elsewhere


@pytest.fixture
def sharing(town):
    Programme.objects.update(shares_practices=True)


def test_the_agreement_is_noted_and_taken_back(town, sharing, make_waiting, entries):
    entry = make_waiting()

    note_elsewhere(entry=entry, by=town.anna, agreed=True)
    assert entry.elsewhere
    note_elsewhere(entry=entry, by=town.anna, agreed=False)

    assert not entry.elsewhere
    assert len(entries(event_type="note_elsewhere")) == 2


def test_without_the_choice_of_the_programme_nothing_is_asked(town, make_waiting):
    entry = make_waiting()

    with pytest.raises(Refused, match="own practice only"):
        note_elsewhere(entry=entry, by=town.anna, agreed=True)


@pytest.mark.parametrize("other", ["carla", "cees", "gerda", "dirk"])
def test_others_may_not(town, sharing, make_waiting, stand_as, other):
    entry = make_waiting()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        note_elsewhere(entry=entry, by=by, agreed=True)
