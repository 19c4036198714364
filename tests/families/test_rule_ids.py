"""Has each rule of law that this product follows a test that carries its id?"""

import re
from pathlib import Path

import pytest

from dichtbij.families.rules import RULES

TESTS = Path(__file__).parents[1]
ASKED = [f"LR-{n:02}" for n in (*range(1, 17), *range(30, 34))]
IN_NAME = re.compile(r"^def (test_\w+)", re.M)


def ids_with_a_test() -> dict[str, list[str]]:
    """Return the tests per id: `test_lr_05_...` carries LR-05."""
    found: dict[str, list[str]] = {}
    for path in TESTS.rglob("test_*.py"):
        for name in IN_NAME.findall(path.read_text()):
            for number in re.findall(r"(?<![a-z])lr_(\d+)", name):
                found.setdefault(f"LR-{number}", []).append(name)
    return found


def without(ids: list[str], tests: dict[str, list[str]]) -> list[str]:
    """Return the ids for which no test exists."""
    return [one for one in ids if one not in tests]


def test_no_rule_is_without_a_test():
    assert without(ASKED, ids_with_a_test()) == []


def test_no_rule_of_the_table_is_without_a_test():
    ours = [rule.id for rule in RULES if rule.id.startswith("LR-")]

    assert without(ours, ids_with_a_test()) == []


def test_a_rule_without_a_test_would_be_named():
    assert without(["LR-01", "LR-99"], ids_with_a_test()) == ["LR-99"]


@pytest.mark.parametrize("number", ASKED)
def test_each_of_them_stands_in_the_rule_table(number):
    assert number in {rule.id for rule in RULES}
