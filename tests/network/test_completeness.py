"""What does the machine miss in a referral letter, and does it miss nothing else?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.network.completeness import (
    ARGUMENTS,
    Contents,
    Gap,
    Signer,
    gaps_in,
    is_agb,
    last_day_of,
)
from dichtbij.network.onward_words import ARGUMENT_HINTS, ARGUMENT_LABELS, GAPS

ON = date(2026, 3, 10)
ALL = dict.fromkeys(("disorder", *ARGUMENTS), "Verzonnen toelichting.")
GP = Signer(name="Gerda", function="huisarts", agb_code="01999901")


def letter(**changes) -> Contents:
    told = {
        "child": "Fictief Voorbeeldkind",
        "reason": "Angst die niet overgaat.",
        "echelon": "specialist",
        "dated_on": ON,
        "arguments": ALL,
        "signer": GP,
    }
    return Contents(**(told | changes))


def codes(told: Contents, on: date = ON) -> list[str]:
    return [gap.code for gap in gaps_in(told, on)]


def without(code: str) -> dict[str, str]:
    return {key: words for key, words in ALL.items() if key != code}


@pytest.mark.parametrize("echelon", ["basic", "specialist"])
def test_a_whole_letter_misses_nothing(echelon):
    assert codes(letter(echelon=echelon)) == []


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({"child": " "}, ["child"]),
        ({"reason": ""}, ["reason"]),
        ({"reason": " - "}, ["reason"]),
        ({"echelon": ""}, ["echelon"]),
        ({"echelon": "elsewhere"}, ["echelon"]),
        ({"dated_on": None}, ["date"]),
        ({"dated_on": ON + timedelta(days=1)}, ["date_to_come"]),
        ({"dated_on": date(2025, 9, 10)}, []),
        ({"dated_on": date(2025, 9, 9)}, ["too_old"]),
        ({"signer": Signer("", "huisarts", "01999901")}, ["referrer"]),
        ({"signer": Signer("Gerda", "", "01999901")}, ["function"]),
        ({"signer": Signer("Gerda", "huisarts", "")}, ["agb"]),
        ({"signer": Signer("Gerda", "huisarts", "0199990")}, ["agb"]),
        ({"signer": Signer("Gerda", "huisarts", "01-99901")}, ["agb"]),
        ({"signer": None}, []),
        ({"arguments": {}}, ["disorder", *ARGUMENTS]),
        ({"arguments": ALL | {"risk": "…"}}, ["risk"]),
        ({"arguments": {}, "echelon": "other"}, []),
    ],
)
def test_the_table_of_what_misses(changes, missing):
    assert codes(letter(**changes)) == missing


@pytest.mark.parametrize("code", ["disorder", *ARGUMENTS])
@pytest.mark.parametrize("echelon", ["basic", "specialist"])
def test_each_argument_is_missed_by_its_own_name(code, echelon):
    assert codes(letter(echelon=echelon, arguments=without(code))) == [code]


@pytest.mark.parametrize(
    ("dated_on", "last"),
    [
        (date(2026, 3, 10), date(2026, 9, 10)),
        (date(2025, 8, 31), date(2026, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_six_months_end_on_a_day_that_exists(dated_on, last):
    assert last_day_of(dated_on) == last


@given(
    st.builds(
        Contents,
        child=st.text(max_size=5),
        reason=st.text(max_size=5),
        echelon=st.sampled_from(["", "basic", "specialist", "other", "x"]),
        dated_on=st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        arguments=st.dictionaries(
            st.sampled_from(["disorder", *ARGUMENTS]), st.text(max_size=3)
        ),
        signer=st.none()
        | st.builds(
            Signer,
            name=st.text(max_size=3),
            function=st.text(max_size=3),
            agb_code=st.text(alphabet="0123456789 ", max_size=9),
        ),
    ),
    st.dates(date(2020, 1, 1), date(2030, 1, 1)),
)
def test_every_gap_has_a_sentence_and_stands_once(told, on):
    found = gaps_in(told, on)

    assert {gap.code for gap in found} <= set(GAPS)
    assert len({gap.code for gap in found}) == len(found)
    if told.signer is not None and not is_agb(told.signer.agb_code):
        assert Gap("agb") in found
    assert not any(gap.code in ALL for gap in found) or told.echelon in (
        "basic", "specialist",
    )  # fmt: skip


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 400))
def test_a_letter_is_good_for_six_months_and_not_a_day_longer(dated_on, days):
    on = dated_on + timedelta(days=days)

    old = "too_old" in codes(letter(dated_on=dated_on), on)

    assert old == (on > last_day_of(dated_on))
    assert 181 <= (last_day_of(dated_on) - dated_on).days <= 184


def test_every_argument_has_its_words():
    assert set(ARGUMENT_LABELS) == set(ARGUMENT_HINTS) == {"disorder", *ARGUMENTS}
    assert set(ARGUMENT_LABELS) <= set(GAPS)
