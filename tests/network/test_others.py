"""Is what belongs to someone else found in a text, however it is written?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.network.others import Someone, others_than

READER = Someone("Mirthe Bedacht", "Voorbeeldlaan 1, 8261 AA Kampen", ("06-00000001",))
CHILD = Someone("Sem Bedacht")
FATHER = Someone(
    "Joris van der Verzinsel",
    "Nepstraat 12, 2011 ZZ Haarlem",
    ("+31 6 0000 0002", "joris@verzinsel.example"),
)


def others(*people: Someone):
    return others_than(READER, CHILD, people or (FATHER,))


@pytest.mark.parametrize(
    "text",
    [
        "Bel 06-00000002 even.",
        "Bel 0031 6 00000002.",
        "Bel 06 0000 0002.",
        "Mail naar Joris@Verzinsel.example.",
        "Hij woont op Nepstraat 12.",
        "Post naar 2011ZZ.",
    ],
)
def test_where_another_lives_or_can_be_reached_is_found(text):
    assert others().traced_in(text)
    assert others().left_out_of(f"We oefenen. {text}").startswith("We oefenen.")
    assert "0002" not in others().left_out_of(f"We oefenen. {text}")


def test_a_name_is_pointed_out_and_its_sentence_left_out():
    text = "Joris belt de school. Sem oefent elke dag."

    assert others().named_in(text) == ("Joris",)
    assert others().left_out_of(text) == "Sem oefent elke dag."


def test_what_is_the_readers_or_the_childs_own_stays():
    together = Someone("Joris Bedacht", READER.address, READER.ways)

    told = "Sem Bedacht woont op Voorbeeldlaan 1, bel 06-00000001."

    assert not others(together).traced_in(told)
    assert others(together).named_in(told) == ()


def test_other_numbers_and_dates_are_no_trace():
    assert not others().traced_in("Op 10-03-2026 om 10.30, dossier 12345678.")


@given(st.text(max_size=200))
def test_what_is_left_holds_nothing_of_others(text):
    told = others().left_out_of(f"{text} Joris 06-00000002 {text}")

    assert others().named_in(told) == ()
    assert not others().traced_in(told)
