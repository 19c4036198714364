import pytest

from dichtbij.families.models import Consent
from dichtbij.safety.actions import open_concern
from dichtbij.safety.models import Concern, ConcernStep
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW


def test_the_signs_are_step_one_with_day_author_and_words(town, make_concern, entries):
    concern = make_concern(officer="Aandachtsfunctionaris Verzonnen")

    step = ConcernStep.objects.get()
    assert (step.step, step.words) == (1, "Verzonnen: blauwe plekken, schrikt snel.")
    assert (step.by, step.taken_on, step.at) == (town.anna, NOW.date(), NOW)
    assert concern.officer == "Aandachtsfunctionaris Verzonnen"
    assert entries(event_type="open_concern")[0].client_id == concern.client_id


def test_lr_93_it_is_never_blocked_by_consent(town, make_trajectory):
    client = make_trajectory().client
    Consent.objects.filter(client=client).update(decision="refused", giver="parents")

    concern = open_concern(client=client, by=town.anna, signs="Verzonnen teken.")

    assert concern.pk


def test_it_is_open_once_per_child(town, make_concern):
    concern = make_concern()

    with pytest.raises(Refused, match="already begun"):
        open_concern(client=concern.client, by=town.anna, signs="Nog een teken.")

    assert Concern.objects.count() == 1


def test_it_needs_words(town, make_trajectory):
    client = make_trajectory().client

    with pytest.raises(Refused, match="which signs"):
        open_concern(client=client, by=town.anna, signs="  ")


@pytest.mark.parametrize("who", ["bram", "gerda", "henk", "carla", "gijs", "dirk"])
def test_others_may_not(town, make_trajectory, stand_as, who):
    client = make_trajectory().client
    stand_as(getattr(town, who))

    with pytest.raises(Denied):
        open_concern(client=client, by=getattr(town, who), signs="Verzonnen.")
