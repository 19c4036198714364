"""Who belongs to a child, with which authority and measure: noted, ended, refused."""

from datetime import date, timedelta

import pytest

from dichtbij.families.answers import Party
from dichtbij.families.authority import (
    end_authority,
    end_measure,
    end_member,
    note_authority,
    note_measure,
    note_member,
    set_home,
)
from dichtbij.families.facts import ask, facts_of
from dichtbij.families.models import CourtMeasure, FamilyMember, LegalAuthority
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.care.conftest import make_trajectory as make_trajectory

GI = Party("certified_institution")


@pytest.fixture
def child(make_trajectory):
    """A child of ten in anna's care."""
    return make_trajectory().client


def parent(client, by, **changes):
    told = {"slot": "parent_1", "tie": "10", "name": "Moeder Voorbeeld"} | changes
    return note_member(client=client, by=by, **told)


def hold(client, by, member, **changes):
    told = {"kind": "authority", "source": "register", "source_on": clock.today()}
    return note_authority(client=client, by=by, member=member, **(told | changes))


def test_authority_is_noted_with_its_source_and_counts_from_birth(town, child, entries):
    member = parent(child, town.anna)
    assert not ask(child, "read", Party("parent", "parent_1")).allowed

    noted = hold(child, town.anna, member)

    assert noted.starts_on == child.birth_date
    assert ask(child, "read", Party("parent", "parent_1")).allowed
    assert [e.client_id for e in entries(event_type="note_authority")] == [child.pk]


def test_what_was_told_is_said_to_be_not_proved(town, child):
    hold(child, town.anna, parent(child, town.anna), source="self_declared")

    answer = ask(child, "read", Party("parent", "parent_1"))

    assert [one.code for one in answer.because] == ["parent_reads", "told_not_proved"]


def test_somebodys_word_does_not_overrule_the_register(town, child):
    member = parent(child, town.anna)
    hold(child, town.anna, member, kind="none")

    with pytest.raises(Refused, match="register or the court"):
        hold(child, town.anna, member, source="self_declared")

    hold(child, town.anna, member, source="court")
    assert facts_of(child).authority(str(member.pk), clock.today()) == "authority"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"source_on": None}, "from which source"),
        ({"source": "hearsay"}, "from which source"),
        ({"kind": "some"}, "from which source"),
        ({"source_on": date(2026, 3, 11)}, "lies in the future"),
        (
            {"starts_on": date(2026, 3, 1), "ends_on": date(2026, 2, 28)},
            "end lies before the start",
        ),
    ],
)
def test_authority_without_ground_is_refused(town, child, changes, words):
    member = parent(child, town.anna)

    with pytest.raises(Refused, match=words):
        hold(child, town.anna, member, **changes)

    assert not LegalAuthority.objects.exists()


def test_the_young_person_and_strangers_hold_none(town, child, make_trajectory):
    young = parent(child, town.anna, slot="young_person", tie="self")
    other = make_trajectory(child={"given_name": "Ander"}).client
    stranger = parent(other, town.anna)

    with pytest.raises(Refused, match="no authority over themselves"):
        hold(child, town.anna, young)
    with pytest.raises(Refused, match="someone of this family"):
        hold(child, town.anna, stranger)


def test_authority_ends_on_its_last_day(town, child):
    noted = hold(child, town.anna, parent(child, town.anna))

    end_authority(authority=noted, by=town.anna)

    who = Party("parent", "parent_1")
    assert ask(child, "read", who).allowed
    assert not ask(child, "read", who, at=clock.now() + timedelta(days=1)).allowed
    with pytest.raises(Refused, match="already ended"):
        end_authority(authority=noted, by=town.anna)


def test_an_end_before_the_start_is_refused(town, child):
    noted = hold(child, town.anna, parent(child, town.anna))

    with pytest.raises(Refused, match="end lies before the start"):
        end_authority(
            authority=noted, by=town.anna, ends_on=child.birth_date - timedelta(days=1)
        )

    noted.refresh_from_db()
    assert noted.ends_on is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": " "}, "Write the name"),
        ({"slot": "uncle"}, "who this is"),
        ({"tie": "self"}, "who this is"),
        ({"slot": "young_person"}, "who this is"),
        ({"home": 3}, "home and a language"),
        ({"language": "fr"}, "home and a language"),
        ({"since": date(2026, 3, 11)}, "in the future"),
    ],
)
def test_a_member_who_cannot_be_is_refused(town, child, changes, words):
    with pytest.raises(Refused, match=words):
        parent(child, town.anna, **changes)

    assert not FamilyMember.objects.exists()


def test_a_place_in_the_family_is_taken_once(town, child):
    parent(child, town.anna)

    with pytest.raises(Refused, match="has this place"):
        parent(child, town.anna, name="Iemand Anders")


def test_who_leaves_makes_place_but_not_before_authority_ended(town, child):
    member = parent(child, town.anna)
    noted = hold(child, town.anna, member)

    with pytest.raises(Refused, match="End that first"):
        end_member(member=member, by=town.anna)
    end_authority(authority=noted, by=town.anna)
    end_member(member=member, by=town.anna)

    assert not ask(child, "read", Party("parent", "parent_1")).allowed
    assert parent(child, town.anna, name="Iemand Anders").pk
    with pytest.raises(Refused, match="already ended"):
        end_member(member=member, by=town.anna)


def test_a_home_is_noted(town, child):
    member = parent(child, town.anna)

    set_home(member=member, by=town.anna, home=2, address="Straat 2", language="tr")

    member.refresh_from_db()
    assert (member.home, member.address, member.language) == (2, "Straat 2", "tr")
    with pytest.raises(Refused, match="from the list"):
        set_home(member=member, by=town.anna, home=9, address="", language="nl")


def test_a_measure_opens_the_institution_until_its_last_day(town, child):
    noted = note_measure(
        client=child,
        by=town.anna,
        kind="supervision",
        institution="GI Voorbeeld",
        starts_on=clock.today(),
    )
    assert ask(child, "share", GI, "safety").allowed

    end_measure(measure=noted, by=town.anna)

    later = clock.now() + timedelta(days=1)
    assert not ask(child, "share", GI, "safety", at=later).allowed


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "advice"}, "which measure"),
        ({"institution": " "}, "which measure"),
        ({"ends_on": date(2026, 3, 9)}, "end lies before the start"),
    ],
)
def test_a_measure_that_cannot_be_is_refused(town, child, changes, words):
    told = {
        "kind": "supervision",
        "institution": "GI Voorbeeld",
        "starts_on": clock.today(),
    }

    with pytest.raises(Refused, match=words):
        note_measure(client=child, by=town.anna, **(told | changes))

    assert not CourtMeasure.objects.exists()


@pytest.mark.parametrize("other", ["carla", "bram", "henk"])
def test_nobody_else_may_note_or_end(town, child, stand_as, other):
    member = parent(child, town.anna)
    noted = hold(child, town.anna, member)
    by = stand_as(getattr(town, other))

    for act in (
        lambda: parent(child, by),
        lambda: hold(child, by, member),
        lambda: end_authority(authority=noted, by=by),
        lambda: end_member(member=member, by=by),
        lambda: set_home(member=member, by=by, home=1, address="", language="nl"),
        lambda: note_measure(
            client=child, by=by, kind="supervision", institution="GI",
            starts_on=clock.today(),
        ),
    ):  # fmt: skip
        with pytest.raises(Denied):
            act()
