"""Each person's own word: noted, refused in words, taken back, completed, logged."""

from datetime import date, timedelta

import pytest

from dichtbij.care.consenting import keep_consent_task
from dichtbij.care.models import Task
from dichtbij.families.actions import (
    lacking_consent,
    note_consent_of,
    take_back,
    withdraw_consent,
)
from dichtbij.families.answers import Party
from dichtbij.families.authority import note_authority, note_member
from dichtbij.families.facts import ask
from dichtbij.families.models import Consent
from dichtbij.partners.models import Partner
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.care.conftest import make_trajectory as make_trajectory
from tests.families.family import local

FOURTEEN = {"birth_date": date(2012, 1, 1)}
SEVENTEEN = {"birth_date": date(2009, 1, 1)}


def note_family(client, by, *, authority=True):
    """Note a mother and a father in two homes, and the young person."""
    people = [
        note_member(client=client, by=by, slot=slot, tie=tie, name=name, home=home)
        for slot, tie, name, home in (
            ("parent_1", "10", "Moeder Voorbeeld", 1),
            ("parent_2", "10", "Vader Voorbeeld", 2),
            ("young_person", "self", "Fictief Voorbeeldkind", 1),
        )
    ]
    for parent in people[:2] if authority else ():
        note_authority(
            client=client,
            by=by,
            member=parent,
            kind="authority",
            source="register",
            source_on=clock.today(),
        )
    return people


@pytest.fixture
def family(town, make_trajectory):
    """A child of fourteen in anna's care, with both parents noted."""
    client = make_trajectory(child=FOURTEEN).client
    mother, father, child = note_family(client, town.anna)
    return client, mother, father, child


def agree(client, by, member, **changes):
    return note_consent_of(client=client, by=by, member=member, **changes)


def test_everyones_own_word_completes_the_consent(town, family, entries):
    client, *people = family
    assert lacking_consent(client) == ["parents", "young_person"]
    keep_consent_task(client)

    for person in people:
        agree(client, town.anna, person)
    keep_consent_task(client)

    assert lacking_consent(client) == []
    assert not Task.objects.open().filter(kind=Task.Kind.CONSENT).exists()
    assert len(entries(event_type="note_consent_of")) == 3


def test_taking_it_back_counts_at_once_and_opens_one_task(town, family):
    client, _mother, _father, _child = family
    for person in family[1:]:
        agree(client, town.anna, person)
    keep_consent_task(client)

    withdraw_consent(client=client, by=town.anna, consent=Consent.objects.last())
    keep_consent_task(client)
    keep_consent_task(client)

    assert lacking_consent(client) == ["young_person"]
    (task,) = Task.objects.open().filter(kind=Task.Kind.CONSENT)
    assert task.owner == town.anna


def test_sharing_names_the_partner_and_the_subjects(town, family):
    client, *people = family
    school = Partner.objects.create(
        programme=town.programme, kind="school", name="School Voorbeeld"
    )

    for person in people:
        agree(
            client,
            town.anna,
            person,
            purpose="share",
            party="school",
            partner=school,
            topics=["plan"],
        )

    to = Party("school", partner=str(school.uuid))
    assert ask(client, "share", to, "plan").allowed
    assert not ask(client, "share", to, "home").allowed
    assert not ask(client, "share", Party("school", partner="other"), "plan").allowed
    assert not ask(client, "share", Party("cjg"), "plan").allowed


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"until": date(2026, 3, 9)}, "end lies before the start"),
        ({"given_on": date(2026, 3, 11)}, "lies in the future"),
        ({"purpose": "gossip"}, "Say to what"),
        ({"decision": "perhaps"}, "Say to what"),
        ({"form": "sms"}, "Say to what"),
        ({"purpose": "share"}, "with whom"),
        ({"purpose": "share", "party": "municipality"}, "with whom"),
        ({"purpose": "share", "party": "school"}, "at least one subject"),
        ({"purpose": "share", "party": "school", "topics": ["x"]}, "one subject"),
        (
            {"purpose": "share", "party": "provider", "topics": ["plan"]},
            "which organisation",
        ),
        (
            {"purpose": "share", "party": "parent_2", "topics": ["plan"]},
            "Only the young person",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(town, family, changes, words):
    client, mother, *_rest = family
    before = Consent.objects.count()

    with pytest.raises(Refused, match=words):
        agree(client, town.anna, mother, **changes)

    assert Consent.objects.count() == before


def test_a_partner_of_another_kind_is_refused(town, family):
    client, mother, *_rest = family
    school = Partner.objects.create(
        programme=town.programme, kind="school", name="School Voorbeeld"
    )

    with pytest.raises(Refused, match="another kind"):
        agree(
            client, town.anna, mother,
            purpose="share", party="cjg", partner=school, topics=["plan"],
        )  # fmt: skip


def test_an_unknown_member_or_consent_is_refused(town, family, make_trajectory):
    client, _mother, *_rest = family
    other = make_trajectory(child={"given_name": "Ander"}).client
    theirs = note_member(
        client=other, by=town.anna, slot="parent_1", tie="10", name="Iemand Anders"
    )

    for nobody in (None, theirs):
        with pytest.raises(Refused, match="someone of this family"):
            agree(client, town.anna, nobody)
    strange = other.consents.first()
    for none in (None, strange):
        with pytest.raises(Refused, match="consent of this family"):
            withdraw_consent(client=client, by=town.anna, consent=none)


def test_taking_back_twice_is_refused(town, family):
    client, mother, *_rest = family
    told = agree(client, town.anna, mother)
    take_back(told)

    with pytest.raises(Refused, match="already taken back"):
        withdraw_consent(client=client, by=town.anna, consent=told)


def test_authority_comes_before_a_parents_consent(town, make_trajectory):
    client = make_trajectory(child=FOURTEEN).client
    mother, *_rest = note_family(client, town.anna, authority=False)

    with pytest.raises(Refused, match="First note who has authority"):
        agree(client, town.anna, mother)

    assert agree(client, town.anna, mother, decision="refused").pk
    note_authority(
        client=client, by=town.anna, member=mother, kind="none",
        source="court", source_on=clock.today(),
    )  # fmt: skip
    with pytest.raises(Refused, match="no authority"):
        agree(client, town.anna, mother)


def test_from_sixteen_a_parent_is_not_asked(town, make_trajectory):
    client = make_trajectory(child=SEVENTEEN).client
    mother, _father, child = note_family(client, town.anna)

    with pytest.raises(Refused, match="decides alone"):
        agree(client, town.anna, mother)

    agree(client, town.anna, child, purpose="share", party="parent_1", topics=["plan"])
    assert ask(client, "read", Party("parent", "parent_1"), "plan").allowed
    assert not ask(client, "read", Party("parent", "parent_2"), "plan").allowed


@pytest.mark.parametrize("other", ["carla", "bram", "gerda"])
def test_nobody_else_may_note_or_take_back(town, family, stand_as, other):
    client, mother, *_rest = family
    told = agree(client, town.anna, mother)
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        agree(client, by, mother)
    with pytest.raises(Denied):
        withdraw_consent(client=client, by=by, consent=told)


def test_the_facts_of_a_family_take_the_same_queries_however_large(
    town, family, django_assert_num_queries
):
    client, mother, *_rest = family

    for _turn in range(3):
        with django_assert_num_queries(9):
            ask(client, "help", Party(""))
        agree(client, town.anna, mother)


def test_rights_change_at_midnight_without_any_job(town, family):
    client, _mother, *_rest = family
    sixteen = date(2028, 1, 1)
    eve = local(sixteen) - timedelta(minutes=1)

    with clock.at(eve):
        assert ask(client, "read", Party("parent", "parent_1")).allowed
    with clock.at(eve + timedelta(minutes=1)):
        assert not ask(client, "read", Party("parent", "parent_1")).allowed
