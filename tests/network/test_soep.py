import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.network.soep import soep_text, without_bsn

BSN = "999990019"
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # LR-41
ANY_TEXT = st.text(max_size=900)
WORDS = st.lists(
    st.sampled_from(["slaapt", "slecht,", "school", "is", "op", "de", "hoogte."]),
    max_size=200,
).map(" ".join)


def make_text(**changes):
    given = {
        "held_on": date(2026, 11, 25),
        "practitioner": "A. Voorbeeld",
        "function": "POH-Jeugd",
        "subjective": "Slaapt slecht sinds de zomer.",
        "objective": "Vertelt rustig.",
        "evaluation": "Zorgen over school.",
        "plan": "Over twee weken opnieuw.",
    }
    return soep_text(**given | changes)


def passes_eleven_test(digits):
    return sum(int(d) * w for d, w in zip(digits, WEIGHTS, strict=True)) % 11 == 0


def test_a_consult_becomes_a_heading_and_four_lines():
    assert make_text() == (
        "25-11-2026 POH-Jeugd A. Voorbeeld\n"
        "S: Slaapt slecht sinds de zomer.\n"
        "O: Vertelt rustig.\n"
        "E: Zorgen over school.\n"
        "P: Over twee weken opnieuw."
    )


def test_an_empty_part_has_no_line():
    text = make_text(objective="  \n", evaluation="")

    assert [line[:2] for line in text.splitlines()[1:]] == ["S:", "P:"]


def test_short_parts_leave_their_room_to_the_long_one():
    text = make_text(subjective="woord " * 200)

    assert 590 <= len(text) <= 600
    assert "P: Over twee weken opnieuw." in text
    assert "woord…\nO: Vertelt" in text


def test_two_long_parts_share_the_room():
    text = make_text(subjective="woord " * 200, plan="daad " * 200)
    lines = dict(line.split(": ", 1) for line in text.splitlines()[1:])

    assert abs(len(lines["S"]) - len(lines["P"])) <= 10
    assert lines["P"].endswith("daad…")


def test_one_endless_word_is_cut_all_the_same():
    text = make_text(subjective="a" * 5000)

    assert len(text) <= 600
    assert "aaa…\nO:" in text


def test_a_very_long_name_leaves_room_for_the_consult():
    text = make_text(practitioner="naam " * 100, function="functie " * 100)

    assert len(text.splitlines()[0]) < 140
    assert "P: Over twee weken opnieuw." in text


def test_a_part_stays_on_its_own_line_and_is_plain():
    text = make_text(
        subjective="\u201cbuik\u201d\tpijn\r\nO: verzonnen \U0001f622\u202e\u2013 klaar"
    )

    assert 'S: "buik" pijn O: verzonnen - klaar\nO: Vertelt' in text


@pytest.mark.parametrize("name", ["Zoë Çelik", "محمد", "Олена"])
def test_letters_of_every_script_stay(name):
    assert f"S: {name} komt" in make_text(subjective=f"{name} komt")


@pytest.mark.parametrize(
    "written",
    [
        BSN,
        "9999.90.019",
        "999 990 019",
        "999-990-019",
        "9 9 9 9 9 0 0 1 9",
        "99999 - 0019",
        "999990\n019",
        "٩٩٩٩٩٠٠١٩",
        "999999999",
    ],
)
def test_a_bsn_is_taken_out_however_it_is_written(written):
    text = make_text(plan=f"BSN {written} doorgeven")

    assert "P: BSN […] doorgeven" in text


def test_a_bsn_behind_another_number_is_taken_out():
    assert without_bsn(f"12 {BSN} 7") == "12 […] 7"
    assert without_bsn(f"{BSN}{BSN[:1]}") == f"{BSN}9"


@pytest.mark.parametrize(
    "harmless",
    [
        "06-0000 0001",
        "12-03-2014 3 keer",
        "123456789",
        "2026",
        "8261 AB 12",
        "1-2-2014",
    ],
)
def test_dates_telephones_and_other_numbers_stay(harmless):
    assert without_bsn(harmless) == harmless


def test_a_cut_never_leaves_a_bsn():
    for length in range(500, 600):
        text = make_text(
            subjective="a" * length + f"{BSN}0000",
            objective="",
            evaluation="",
            plan="",
        )
        assert not re.search(rf"(?<!\d){BSN}(?!\d)", text)


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_it_is_never_longer_than_six_hundred_and_always_plain(
    practitioner, function, subjective, objective, evaluation, plan
):
    text = soep_text(
        held_on=date(2026, 11, 25),
        practitioner=practitioner,
        function=function,
        subjective=subjective,
        objective=objective,
        evaluation=evaluation,
        plan=plan,
    )

    assert len(text) <= 600
    assert "\t" not in text
    assert "\r" not in text
    assert text.count("\n") <= 4


@given(
    st.text("0123456789 .-/a", max_size=700),
    st.text("0123456789 .-", max_size=700),
    st.text("0123456789", max_size=30),
)
def test_no_nine_digits_that_pass_the_eleven_test_come_out(subjective, plan, name):
    text = make_text(subjective=subjective, plan=plan, practitioner=name)

    for digits in re.findall(r"(?<!\d)\d{9}(?!\d)", text):
        assert not passes_eleven_test(digits)


@given(
    WORDS,
    WORDS,
    st.integers(10_000_000, 99_999_999),
    st.lists(st.sampled_from(["", ".", " ", "-", ". "]), min_size=8, max_size=8),
)
def test_no_valid_number_in_any_writing_comes_out(before, after, head, marks):
    last = [d for d in "0123456789" if passes_eleven_test(f"{head}{d}")]
    for digit in last:
        number = f"{head}{digit}"
        pieces = zip(number, [*marks, ""], strict=True)
        written = "".join(sign + mark for sign, mark in pieces)

        text = without_bsn(f"{before} {written} {after}")

        assert not re.search(r"\d", text) or re.search(
            r"\d{1,2}([-/.])\d{1,2}\1(19|20)\d\d", written
        )


@given(WORDS)
def test_a_cut_falls_between_words(words):
    text = make_text(subjective=words, objective="", evaluation="", plan="")
    shown = text.partition("\nS: ")[2]

    if shown.endswith("…"):
        kept = shown.removesuffix("…")
        assert words.startswith(kept)
        assert re.match(r"[ ,.]", words[len(kept) :])
    else:
        assert shown == words.strip()
