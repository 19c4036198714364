"""The rules of law a programme follows, and on whose word: shown, noted, refused."""

from datetime import date

import pytest
from django.urls import reverse

from dichtbij.families.models import RuleAcceptance
from dichtbij.families.rules import RULES, rule_on, rules_on
from tests.portal.staff.conftest import ask as ask

TOLD = {
    "rule": "LR-03",
    "version": "1",
    "accepted_by": "mr. V. Verzonnen, jurist",
    "accepted_on": "2026-03-10",
}


def test_the_table_says_what_awaits_a_lawyer(town, ask):
    shown = ask(town.petra, reverse("rules")).content.decode()

    for rule in RULES:
        assert rule.id in shown
    waiting = sum(rule.awaits for rule in RULES)
    assert f"{waiting} rules await a lawyer" in shown
    assert "version 1, since 1 January 2015" in shown


def test_whose_word_it_is_is_noted_and_logged(town, ask, stand_as, entries):
    answer = ask(town.petra, reverse("rules"), TOLD)

    assert answer.url == reverse("rules")
    noted = RuleAcceptance.objects.get()
    assert (noted.programme, noted.rule, noted.version) == (town.programme, "LR-03", 1)
    assert (noted.accepted_on, noted.noted_by) == (date(2026, 3, 10), town.petra)
    assert len(entries(event_type="accept_rule")) == 1
    assert "mr. V. Verzonnen" in ask(town.petra, reverse("rules")).content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"rule": "LR-99"}, "does not exist"),
        ({"version": "2"}, "does not exist"),
        ({"accepted_by": " "}, "on whose word"),
        ({"accepted_on": "2026-03-11"}, "lies in the future"),
    ],
)
def test_what_cannot_be_accepted_is_refused(town, ask, changes, words):
    answer = ask(town.petra, reverse("rules"), TOLD | changes)

    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert not RuleAcceptance.objects.exists()


def test_accepting_twice_is_refused(town, ask):
    ask(town.petra, reverse("rules"), TOLD)

    shown = ask(town.petra, reverse("rules"), TOLD).content.decode()

    assert "already accepted" in shown
    assert RuleAcceptance.objects.count() == 1


@pytest.mark.parametrize("other", ["anna", "bram", "gerda", "dirk", "ella"])
def test_nobody_else_may_open_it(town, ask, other):
    assert ask(getattr(town, other), reverse("rules")).status_code == 403
    assert ask(getattr(town, other), reverse("rules"), TOLD).status_code == 403
    assert not RuleAcceptance.objects.exists()


def test_a_rule_has_a_version_on_each_day_and_no_two():
    for day in (date(2015, 1, 1), date(2024, 6, 1), date(2030, 1, 1)):
        ids = [rule.id for rule in rules_on(day)]
        assert len(ids) == len(set(ids))
    assert rule_on("LR-16", date(2022, 12, 31)) is None
    assert rule_on("LR-16", date(2023, 1, 1)).version == 1
    assert rules_on(date(2014, 12, 31)) == []
