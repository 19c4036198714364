"""Does the table carry no formula and no person, and does the demo say it is one?"""

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.finance.models import Statement
from dichtbij.finance.paper import harmless, table_of
from dichtbij.finance.words import euro_words, hours_words
from tests.finance.agreed import agree


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r\n=1", "\x00=1", "\u200b=1",
     "\ufeff=1", "\xa0 =1", "|cmd", "%0A=1", "\uff1d1+1"],
)  # fmt: skip
def test_a_formula_is_made_harmless_also_behind_what_cannot_be_seen(cell):
    assert harmless(cell).startswith("'")
    assert not set(harmless(cell)) & {"\t", "\r", "\n", "\x00"}


@given(st.text(alphabet=" \t\r\n\x00\u200b\ufeff=+-@a1"))
def test_no_cell_begins_a_formula(text):
    seen = harmless(text).lstrip(" \t\r\n\x00\u200b\ufeff")

    assert not seen.startswith(("=", "+", "-", "@"))


def test_an_ordinary_name_stays_as_it_is():
    assert harmless("Werkgever Noord (pilot)") == "Werkgever Noord (pilot)"


def test_the_table_holds_whole_numbers_and_no_person(town):
    agreement = agree(town, title="=Overeenkomst")
    statement = Statement(
        holder=town.employer_noord, agreement=agreement, month_on=agreement.starts_on,
        committed_minutes=1, given_minutes=1, amount_cents=1, made_by=town.bram,
        made_at=agreement.made_at, programme=town.programme,
    )  # fmt: skip
    statement.save()
    statement.lines.create(
        given_in_on=agreement.starts_on, minutes=75, cents_per_hour=9_150,
        amount_cents=11_438,
    )  # fmt: skip

    table = table_of(statement)

    assert table.splitlines()[1].endswith("2026-01;2026-01;75;9150;11438")
    assert ";'=Overeenkomst (1);" in table
    assert "Bram" not in table
    assert "Fictitious" not in table
    with override_settings(DEMO=True):
        assert table_of(statement).startswith("Fictitious")


def test_hours_and_euros_read_as_people_write_them():
    assert (hours_words(725), hours_words(-7)) == ("12:05", "\u22120:07")
    assert euro_words(123_450) == "€ 1,234.50"
    assert euro_words(-5) == "\u2212€ 0.05"
