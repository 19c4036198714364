"""Who may see what: one line per person, true today, without another's secrets."""

from datetime import timedelta

import pytest

from dichtbij.clients.models import CareRelation, Client
from dichtbij.families.actions import note_consent_of
from dichtbij.families.who_sees import rows_for
from dichtbij.shared import clock
from dichtbij.shared.permissions import Relation
from dichtbij.shared.walls import standing
from tests.care.conftest import make_trajectory as make_trajectory
from tests.families.test_note_consent import FOURTEEN, SEVENTEEN, note_family


@pytest.fixture
def family(town, make_trajectory):
    """Return a function that makes a child of some age with both parents noted."""

    def make(born=FOURTEEN):
        client = make_trajectory(child=born).client
        return client, *note_family(client, town.anna)

    return make


def line(client, who, **more):
    (found,) = [one for one in rows_for(client, **more) if who in one.who]
    return found


def test_lr_31_being_involved_shows_from_a_care_relation_and_ends_with_it(town, family):
    client, *_people = family()
    relation = CareRelation.objects.get(client=client, ends_on=None)
    assert line(client, "Anna").allowed
    assert Client.objects.visible_to(town.anna).exists()

    CareRelation.objects.filter(pk=relation.pk).update(
        starts_on=clock.today() - timedelta(days=2),
        ends_on=clock.today() - timedelta(days=1),
    )
    CareRelation.objects.exclude(pk=relation.pk).delete()

    assert not [one for one in rows_for(client) if "Anna" in one.who]
    assert not Client.objects.visible_to(town.anna).exists()
    assert Relation.CARE not in client.relations_to(standing())


def test_each_kind_of_party_has_a_line_with_a_reason(town, family):
    client, *_people = family()

    lines = rows_for(client)

    assert all(one.why for one in lines)
    assert not line(client, "Municipality").allowed
    assert line(client, "GP of Praktijk Noord").allowed
    assert line(client, "School").missing == [
        "Fictief Voorbeeldkind",
        "Moeder Voorbeeld",
        "Vader Voorbeeld",
    ]


def test_a_consent_opens_its_own_line_and_names_its_subjects(town, family):
    client, _mother, _father, child = family(SEVENTEEN)

    note_consent_of(
        client=client, by=town.anna, member=child,
        purpose="share", party="school", topics=["plan", "school"],
    )  # fmt: skip

    found = line(client, "School")
    assert found.allowed
    assert found.what == "school, the plan and the agreements"
    assert not line(client, "CJG").allowed


def test_lr_14_a_parent_reads_nothing_about_what_the_other_said(town, family):
    client, mother, father, child = family()
    for member, decision in ((mother, "given"), (child, "given"), (father, "refused")):
        note_consent_of(
            client=client, by=town.anna, member=member, decision=decision,
            purpose="share", party="school", topics=["plan"],
        )  # fmt: skip

    told = str(rows_for(client, mother))

    assert "Vader" not in told
    assert "refused" not in told
    assert "refused" in str(rows_for(client))  # who helps does read it


def test_r18_helped_without_parents_nobody_is_sent_to_ask_them(town, family):
    client, *_people = family()
    assert "Moeder Voorbeeld" in line(client, "School").missing

    client.without_parents = True

    assert line(client, "School").missing == ["Fictief Voorbeeldkind"]
