"""Is little room divided fairly, and is nothing cut that fits?"""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from dichtbij.network.room import deal, fit, fit_lines, lines_of, shares

NEEDS = st.lists(st.integers(0, 30), max_size=12)
TEXT = st.text(st.sampled_from("abc  .,-"), max_size=400)


@given(needs=NEEDS, room=st.integers(0, 200), divide=st.sampled_from([deal, shares]))
def test_nobody_gets_more_than_needed_and_all_fit(needs, room, divide):
    given = divide(needs, room)

    assert all(0 <= has <= need for has, need in zip(given, needs, strict=True))
    assert sum(given) <= room
    if sum(needs) <= room:
        assert given == needs


@given(needs=NEEDS, room=st.integers(0, 200))
def test_dealt_lines_are_all_used_and_differ_by_one_at_most(needs, room):
    given = deal(needs, room)

    assert sum(given) == min(room, sum(needs))
    short = [has for has, need in zip(given, needs, strict=True) if has < need]
    assert not short or max(short) - min(short) <= 1


@given(text=TEXT, lines=st.integers(1, 6))
def test_a_paragraph_takes_no_more_lines_than_it_was_given(text, lines):
    cut = fit_lines(text, lines, 20)

    assert lines_of(cut, 20) <= lines
    whole = " ".join(textwrap.wrap(text, 20, break_on_hyphens=False))
    assert cut == whole or cut.endswith("…")
    if lines_of(text, 20) <= lines and "\n" not in text:
        assert cut == whole


@given(text=TEXT, room=st.integers(1, 100))
def test_a_cut_text_fits(text, room):
    assert len(fit(text, room)) <= room
    assert fit(text, len(text)) == text
