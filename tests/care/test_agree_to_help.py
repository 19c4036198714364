from datetime import timedelta

import pytest

from dichtbij.care.actions import agree_to_help
from dichtbij.care.models import Task
from dichtbij.families.actions import lacking_consent
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused

THIRTEEN = {"birth_date": clock.today() - timedelta(days=4900)}


def test_two_consents_of_two_days_are_complete_together(town, make_trajectory, entries):
    client = make_trajectory(child=THIRTEEN).client
    assert lacking_consent(client) == ["young_person"]
    assert Task.objects.open().filter(kind=Task.Kind.CONSENT).exists()

    agree_to_help(client=client, by=town.anna, giver="young_person", form="oral")

    assert lacking_consent(client) == []
    assert not Task.objects.open().filter(kind=Task.Kind.CONSENT).exists()
    assert len(entries(event_type="agree_to_help")) == 1


def test_a_consent_of_one_leaves_the_task_for_the_other(town, make_trajectory):
    client = make_trajectory(child=THIRTEEN, giver="young_person").client

    agree_to_help(client=client, by=town.anna, giver="young_person", form="written")

    assert lacking_consent(client) == ["parents"]
    assert Task.objects.open().filter(kind=Task.Kind.CONSENT).exists()


def test_a_withdrawn_consent_counts_no_more(town, make_trajectory):
    client = make_trajectory().client
    client.consents.update(withdrawn_on=clock.today())

    assert lacking_consent(client) == ["parents"]


@pytest.mark.parametrize(("giver", "form"), [("buurman", "oral"), ("parents", "sms")])
def test_it_says_who_and_how(town, make_trajectory, giver, form):
    client = make_trajectory().client

    with pytest.raises(Refused, match="who agreed"):
        agree_to_help(client=client, by=town.anna, giver=giver, form=form)


@pytest.mark.parametrize("other", ["carla", "bram"])
def test_nobody_else_may_note_it(town, make_trajectory, stand_as, other):
    client = make_trajectory().client
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        agree_to_help(client=client, by=by, giver="parents", form="oral")
