"""Can a newcomer look up each mark by which the code names its source?"""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]
PACKAGE = CHECKOUT / "dichtbij"
PAGE = (CHECKOUT / "docs" / "references.md").read_text()
MARK = re.compile(r"LR-\d+|R\d{1,2}|[A-M]\d{1,2}|S\d{1,2}|FIG\d+|T\d")
# A mark stands in a comment or docstring, not in a string, a name, a path or a number.
IN_CODE = re.compile(rf"(?<![\w#.\"'-])({MARK.pattern})\b(?!\d)")
EXPLAINED = re.findall(rf"^\| ({MARK.pattern}) \|", PAGE, re.M)
SOURCES = sorted(
    path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts
)


def marks(text: str) -> set[str]:
    return set(IN_CODE.findall(text))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_every_mark_has_a_line(path):
    assert marks(path.read_text()) - set(EXPLAINED) == set()


def test_the_marks_of_the_code_are_found_at_all():
    found = set().union(*(marks(path.read_text()) for path in SOURCES))

    assert found >= {"LR-02", "LR-31", "R5", "R20", "G1", "I3", "S53", "FIG5"}


def test_no_mark_has_two_lines_and_each_says_something():
    rows = [
        line for line in PAGE.splitlines() if re.match(rf"\| {MARK.pattern} \|", line)
    ]

    assert len(EXPLAINED) == len(set(EXPLAINED))
    assert all(len(row) > 20 for row in rows)


def test_a_source_that_a_line_names_has_a_line_itself():
    named = set(re.findall(r"\b(?:S\d{1,2}|LR-\d+)\b", PAGE))

    assert named <= set(EXPLAINED)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Source: LR-02; S64 S67", {"LR-02", "S64", "S67"}),
        ("(rulings.md R18, R23)", {"R18", "R23"}),
        ("decided as in R4/R5", {"R4", "R5"}),
        ("x = 1  # noqa: S101", set()),
        ('{"A1": 1}', set()),
        ("utf-8 and d1", set()),
    ],
)
def test_what_counts_as_a_mark(text, found):
    assert marks(text) == found
