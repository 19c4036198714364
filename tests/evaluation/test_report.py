"""Does a report say plainly what cannot be said, whatever the figures are?"""

import json
import math
import random

import pytest
from django.conf import settings
from django.utils import translation

from dichtbij.evaluation import effect_data
from dichtbij.evaluation.canonical import canonical
from dichtbij.evaluation.paper import TEMPLATE, Claims, check_claims, page_of
from dichtbij.evaluation.parts import Section
from dichtbij.evaluation.report_data import Gathered, numbers_of
from dichtbij.evaluation.saving_data import Money
from dichtbij.evaluation.sections import sections_of
from dichtbij.shared import pdf
from tests.evaluation.conftest import TABLES

PLAN = {
    "version": 1,
    "primary_indicator": "referrals_per_1000",
    "direction": "low",
    "looks_on": ["2026-03-01", "2026-09-01", "2027-03-01"],
    "spending": "obrien_fleming",
    "smallest_effect_percent": 10,
    "subgroups": "",
    "reason": "",
    "indicators": {},
    "sha256": "0" * 64,
    "frozen_on": "2025-12-01",
}
RELEASES = [
    {
        "uuid": "1", "starts_on": "2025-01-01", "ends_on": "2026-12-31",
        "sha256": "a" * 64,
    }
]  # fmt: skip
HOURS = {
    "months": 12,
    "committed_minutes": 96_000,
    "given_minutes": 93_000,
    "amount_cents": 13_500_000,
}


def table(rows):
    summed = {}
    for key, count in rows.items():
        row = key[0] if isinstance(key, tuple) else key
        summed[row] = summed.get(row, 0) + count
    return {"": sum(summed.values()), **summed}


def panel(practices=12, started=3, quarters=12, start=6, ratio=1.0, mean=8.0, seed=1):
    """Return referrals of practices; those that started refer `ratio` times as many."""
    chance = random.Random(seed)
    columns = {
        name: [] for name in ("practice", "quarter", "referrals", "youths", "group")
    }
    for practice in range(practices):
        group = 8100 + start if practice < started else 0
        level = max(0.0, chance.gauss(mean, mean / 5))
        for quarter in range(8100, 8100 + quarters):
            helped = ratio if group and quarter >= group else 1.0
            events = sum(chance.random() < level * helped / 200 for _n in range(200))
            row = (practice, quarter, events, 800, group)
            for name, value in zip(columns, row, strict=True):
                columns[name].append(value)
    return columns


def gathered(returns=None, **changes):
    told = {
        "kind": "final",
        "look": 3,
        "made_on": "2027-03-10",
        "programme": {
            "name": "Teststad", "slug": "teststad", "function": "POH-Jeugd",
            "aims": "", "starts_on": "2025-01-01", "until": "2026-12-31",
        },
        "plan": PLAN,
        "releases": RELEASES,
        "tables": {code: table(rows) for code, rows in TABLES.items()},
        "returns": returns or {},
        "returns_told": {
            "returns": 0, "practices": 0, "suppliers": [], "incomplete": 0,
            "corrected": 0, "left_out": [],
        },
        "reach": {"taking_part": 3, "listed": 12},
        "hours": HOURS,
    }  # fmt: skip
    return Gathered(**(told | changes))


def text_of(sections):
    parts = []
    for section in sections:
        parts += [section.title, *section.lines]
        for grid in [*section.grids, *(one.grid for one in section.drawn)]:
            parts += [grid.title, *grid.head, *(c for row in grid.rows for c in row)]
    return "\n".join(parts)


def dutch(numbers):
    with translation.override("nl"):
        return text_of(sections_of(numbers))


@pytest.fixture(scope="module")
def seen():
    """Return the numbers of a final round in which referrals fell by 60%."""
    effect_data_draws = effect_data.DRAWS
    effect_data.DRAWS = 199
    try:
        money = Money(6_500, "verzonnen, prijspeil 2026")
        return numbers_of(gathered(panel(ratio=0.4, mean=30), money=money))
    finally:
        effect_data.DRAWS = effect_data_draws


EMPTY = {"access": {"": 0}, "outcomes": {"": 0, "solved": 0, "missing": 0}}
CASES = {
    "nothing_published": ({"tables": {}}, "zeggen niet hoeveel kinderen"),
    "zero_events": ({"tables": EMPTY}, "geen traject afgesloten"),
    "fewer_than_50": (
        {"tables": {"outcomes": {"": 40, "solved": 30, "specialist": 10}}},
        "minder dan 50 trajecten",
    ),
    "all_reasons_missing": (
        {"tables": {"outcomes": {"": 120, "solved": 0, "missing": 120}}},
        "over uitkomsten niets te zeggen",
    ),
    "many_reasons_missing": (
        {"tables": {"outcomes": {"": 100, "solved": 60, "missing": 40}}},
        "niet bekend hoe het afliep",
    ),
    "no_returns": ({}, "Zonder die aantallen wordt geen effect geschat"),
    "no_comparison": (
        {"returns": panel(3, 3)}, "Zonder vergelijking is niet te zeggen",
    ),
    "all_started_before": (
        {"returns": panel(12, 12, start=0)}, "Zonder vergelijking is niet te zeggen",
    ),
    "nobody_started": (
        {"returns": panel(12, 0)}, "Geen praktijk die haar verwijzingen aanleverde",
    ),
    "no_referral_at_all": ({"returns": panel(6, 2, mean=0)}, "niet te berekenen"),
    "gap_in_baseline": (
        {
            "returns_told": {
                "returns": 10, "practices": 2, "suppliers": [["practice", 10]],
                "incomplete": 1, "corrected": 1, "left_out": [["gap", 3]],
            }
        },
        "(3 x)",
    ),
    "interim": ({"kind": "interim_1", "look": 1}, "Tussenstand, beschrijvend."),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_said_is_a_plain_sentence(case):
    changes, words = CASES[case]

    numbers = numbers_of(gathered(**changes))
    text = dutch(numbers)

    assert words in text
    for wrong in ("nan", "None", "inf ", "%("):
        assert wrong not in text.replace("financi", "")
    assert math.isfinite(json.loads(canonical(numbers))["version"])
    with translation.override("nl"):
        page = page_of(numbers)
    assert all(one["svg"] for s in page["sections"] for one in s["drawn"])


def test_a_shown_effect_is_told_after_what_can_be_seen(seen):
    text = dutch(seen)

    assert seen["effect"]["status"] == "estimated"
    assert text.index("is pas een verschil van ongeveer") < text.index("leidt tot")
    assert seen["effect"]["p"] <= seen["effect"]["p_limit"]
    assert seen["saving"]["reason"] == ""
    assert seen["effect"]["seed"] == effect_data.SEED


def test_the_skeleton_has_its_ten_sections_and_the_parties(seen):
    keys = [section.key for section in sections_of(seen)]

    assert keys == [
        "answer", "promise", "reach", "outcomes", "effect", "budget", "practices",
        "quality", "limits", "options", "parties",
    ]  # fmt: skip


def test_zero_and_five_look_alike_and_percentages_need_thirty():
    few = {"": 40, "0-5": 35, "6-10": 5, "11-15": 0}
    text = dutch(numbers_of(gathered(tables={"access": few})))

    assert text.count("<10\n-") == 2


def test_a_claim_that_no_rule_allows_stops_the_printing(seen):
    numbers = numbers_of(gathered())
    sections = [Section("x", "X", ("Dankzij de inzet minder.",))]

    with pytest.raises(Claims):
        check_claims(numbers, sections)
    with pytest.raises(Claims):
        check_claims(seen, sections)


def test_no_practice_is_ranked_or_named(seen):
    assert seen["practices"]["reason"] == ""
    sizes = [point[0] for point in seen["practices"]["points"]]
    assert sizes == sorted(sizes)
    few = numbers_of(gathered(panel(9, 3)))["practices"]
    assert few == {"reason": "too_few_practices", "practices": 9}


def test_the_paper_is_tagged_and_the_same_each_time(seen):
    with translation.override(settings.LANGUAGE_CODE):
        page = page_of(seen)

    first, again = pdf.render(TEMPLATE, page), pdf.render(TEMPLATE, page)

    assert first == again
    assert b"pdfuaid" in first
