"""Capacity, grounds, emergency, objection, delay: noted, refused, ended, logged."""

from datetime import date, timedelta

import pytest
from django.db import InternalError, ProgrammingError, transaction

from dichtbij.care.consenting import delay_sight, end_delay
from dichtbij.care.models import Task
from dichtbij.families.actions import lacking_consent
from dichtbij.families.answers import Party
from dichtbij.families.exceptions import (
    end_capacity,
    end_ground,
    end_objection,
    note_capacity,
    note_ground,
    note_objection,
    note_presumption,
)
from dichtbij.families.facts import ask
from dichtbij.families.models import (
    CapacityJudgement,
    EmergencyPresumption,
    HelpGround,
    Objection,
    SightDelay,
)
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.care.conftest import make_trajectory as make_trajectory
from tests.families.test_note_consent import FOURTEEN, SEVENTEEN, agree, note_family

TEN = {"birth_date": date(2015, 6, 1)}
MOTHER, YOUNG = Party("parent", "parent_1"), Party("young_person")


@pytest.fixture
def family(town, make_trajectory):
    """Return a function that makes a child of some age with both parents noted."""

    def make(born=FOURTEEN):
        client = make_trajectory(child=born).client
        return client, *note_family(client, town.anna)

    return make


def test_lr_05_a_judgement_lets_parents_decide_until_it_ends(town, family, entries):
    client, *_people = family(SEVENTEEN)
    assert not ask(client, "read", MOTHER).allowed

    noted = note_capacity(client=client, by=town.anna, reason="Verzonnen reden.")

    assert ask(client, "read", MOTHER).allowed
    assert lacking_consent(client) == ["parents"]
    assert noted.noted_by == town.anna
    end_capacity(judgement=noted, by=town.anna)
    later = clock.now() + timedelta(days=1)
    assert not ask(client, "read", MOTHER, at=later).allowed
    assert len(entries(event_type="note_capacity")) == 1


@pytest.mark.parametrize(
    ("born", "changes", "words"),
    [
        (TEN, {}, "Under 12"),
        (FOURTEEN, {"reason": " "}, "Write why"),
        (FOURTEEN, {"ends_on": date(2026, 3, 9)}, "end lies before the start"),
    ],
)
def test_a_judgement_that_cannot_be_is_refused(town, family, born, changes, words):
    client, *_people = family(born)

    with pytest.raises(Refused, match=words):
        note_capacity(client=client, by=town.anna, **({"reason": "Zo."} | changes))

    assert not CapacityJudgement.objects.exists()


def test_lr_03_help_goes_on_after_a_refusal_that_was_noted(town, family):
    client, mother, father, child = family()
    for person in (mother, child):
        agree(client, town.anna, person)
    told = {"client": client, "by": town.anna, "kind": "keeps_wanting", "words": "Ja."}
    with pytest.raises(Refused, match="First note which parent refused"):
        note_ground(**told)

    agree(client, town.anna, father, decision="refused")
    ground = note_ground(**told)

    assert lacking_consent(client) == []
    end_ground(ground=ground, by=town.anna)
    later = clock.now() + timedelta(days=1)
    assert not ask(client, "help", Party(""), at=later).allowed


@pytest.mark.parametrize(
    ("born", "changes", "words"),
    [
        (TEN, {}, "12 to 15"),
        (SEVENTEEN, {}, "12 to 15"),
        (FOURTEEN, {"kind": "why not"}, "Choose a ground"),
        (FOURTEEN, {"words": ""}, "Write why"),
        (FOURTEEN, {"ends_on": date(2026, 3, 9)}, "end lies before the start"),
    ],
)
def test_a_ground_that_cannot_be_is_refused(town, family, born, changes, words):
    client, *_people = family(born)
    told = {"kind": "disadvantage", "words": "Verzonnen reden."}

    with pytest.raises(Refused, match=words):
        note_ground(client=client, by=town.anna, **(told | changes))

    assert not HelpGround.objects.exists()


def test_lr_10_an_emergency_is_noted_within_24_hours_and_never_changed(town, family):
    client, *_people = family(TEN)
    hours = timedelta(hours=1)

    for ago, words in ((25 * hours, "more than 24 hours"), (-hours, "in the future")):
        with pytest.raises(Refused, match=words):
            note_presumption(
                client=client,
                by=town.anna,
                happened_at=clock.now() - ago,
                words="Nood.",
            )
    noted = note_presumption(
        client=client, by=town.anna, happened_at=clock.now() - hours, words="Nood."
    )

    assert lacking_consent(client) == []
    with clock.at(clock.now() + 24 * hours):
        assert lacking_consent(client) == ["parents"]
    with (
        pytest.raises((ProgrammingError, InternalError)),
        transaction.atomic(),
    ):
        EmergencyPresumption.objects.filter(pk=noted.pk).update(words="Anders.")


def test_lr_32_from_sixteen_an_objection_blocks_the_letter(town, family):
    client, *_people = family(SEVENTEEN)
    gp = Party("gp")
    assert ask(client, "letter", gp).allowed

    noted = note_objection(client=client, by=town.anna, words="Liever niet.")

    assert not ask(client, "letter", gp).allowed
    with pytest.raises(Refused, match="already noted"):
        note_objection(client=client, by=town.anna)
    end_objection(objection=noted, by=town.anna)
    assert ask(client, "letter", gp, at=clock.now() + timedelta(days=1)).allowed


def test_under_sixteen_there_is_no_objection(town, family):
    client, *_people = family()

    with pytest.raises(Refused, match="From 16"):
        note_objection(client=client, by=town.anna)

    assert not Objection.objects.exists()


def test_r25_what_is_held_back_has_a_reason_a_day_and_a_task(town, family, entries):
    client, *_people = family()
    review = clock.today() + timedelta(days=14)
    assert ask(client, "read", YOUNG).allowed

    delay = delay_sight(
        client=client, by=town.anna, reason="Veiligheid.", review_on=review
    )

    assert not ask(client, "read", YOUNG).allowed
    (task,) = Task.objects.open().filter(kind=Task.Kind.REVIEW)
    assert (task.owner, task.due_on) == (town.anna, review)
    with pytest.raises(Refused, match="held back already"):
        delay_sight(client=client, by=town.anna, reason="Nog.", review_on=review)
    end_delay(delay=delay, by=town.anna)
    assert ask(client, "read", YOUNG).allowed
    assert not Task.objects.open().filter(kind=Task.Kind.REVIEW).exists()
    with pytest.raises(Refused, match="already ended"):
        end_delay(delay=delay, by=town.anna)
    assert len(entries(event_type="delay_sight")) == 1


@pytest.mark.parametrize(
    ("reason", "days", "words"),
    [(" ", 14, "Write why"), ("Zo.", 0, "after today"), ("Zo.", -1, "after today")],
)
def test_a_delay_without_reason_or_day_is_refused(town, family, reason, days, words):
    client, *_people = family()
    day = clock.today() + timedelta(days=days)

    with pytest.raises(Refused, match=words):
        delay_sight(client=client, by=town.anna, reason=reason, review_on=day)

    assert not SightDelay.objects.exists()


@pytest.mark.parametrize("other", ["carla", "bram"])
def test_nobody_else_may_note_these(town, family, stand_as, other):
    client, *_people = family(SEVENTEEN)
    by = stand_as(getattr(town, other))
    both = {"client": client, "by": by}

    for act in (
        lambda: note_capacity(**both, reason="Zo."),
        lambda: note_ground(**both, kind="disadvantage", words="Zo."),
        lambda: note_presumption(**both, happened_at=clock.now(), words="Zo."),
        lambda: note_objection(**both),
        lambda: delay_sight(**both, reason="Zo.", review_on=date(2026, 4, 1)),
    ):
        with pytest.raises(Denied):
            act()
