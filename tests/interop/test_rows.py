from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.interop import cells
from dichtbij.interop.cells import CellProblem
from dichtbij.interop.columns import OUTCOMES, REASONS, THEMES
from dichtbij.interop.rows import read_rows
from dichtbij.interop.sheets import Sheet
from dichtbij.interop.wording import row_words
from tests.interop import files

TODAY = date(2026, 3, 10)


def read(kind="trajecten", **changes):
    headers, row = files.example(kind, **changes)
    (found,) = read_rows(kind, Sheet(headers, [(7, row)]), TODAY)
    return found


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_reads_the_same_in_every_form(day):
    month = cells.MONTHS[day.month - 1]
    forms = [
        day.isoformat(),
        f"{day.day}-{day.month}-{day.year:04}",
        f"{day.day:02}/{day.month:02}/{day.year:04}",
        f"{day.day}.{day.month}.{day.year:04}",
        f"{day.day} {month} {day.year:04}",
        f"{day.day} {month[:3].title()} {day.year:04}",
    ]

    assert {cells.day(form) for form in forms} == {day}


@pytest.mark.parametrize(
    "told", ["", "31-2-2025", "2025", "45000", "1-1-25", "gisteren", "1 foo 2025"]
)
def test_what_is_no_day_is_refused(told):
    with pytest.raises(CellProblem, match="day"):
        cells.day(told)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"source_key": ""}, "Row 7, column A (Sleutel): must be filled in"),
        ({"referred_on": "2026-03-11"}, "column G (Aangemeld op): lies in the future"),
        ({"closed_on": "2025-01-01"}, "(Afgesloten op): lies before the start"),
        ({"first_contact_on": "1-1-2025"}, "(Eerste contact op): lies before"),
        ({"age_band": "8 jaar"}, "(Leeftijdsgroep): must be one of: 0-3"),
        ({"sex": "x"}, "(Geslacht): must be one of"),
        ({"outcome": "beter"}, "(Uitstroom): must be one of"),
        ({"close_reason": "09"}, "(Reden einde): must be one of"),
        ({"themes": "EMO, ABC"}, "(Hulpvragen): must be one of"),
        ({"satisfaction": "11"}, "whole number from 1 to 10"),
        ({"minutes": "veel"}, "whole number from 0"),
        ({"closed_on": ""}, "(Reden einde): has no day on which it was closed"),
        ({"source_key": "x" * 61}, "at most 60 characters"),
    ],
)
def test_a_wrong_cell_is_named_by_row_and_column(changes, words):
    found = " ".join(row_words(read(**changes)))

    assert words in found


def test_codes_are_read_however_they_are_written():
    found = read(sex="Meisje", urgency="SPOED", themes="emo; sch", close_reason="1")

    assert found.problems == []
    assert (found.values["sex"], found.values["urgency"]) == ("2", "urgent")
    assert found.values["themes"] == ["EMO", "SCH"]
    assert found.values["close_reason"] == "01"


def test_zeros_that_a_spreadsheet_dropped_come_back():
    assert read("praktijken", agb="1000001").values["agb"] == "01000001"
    assert read("praktijken", agb="abc").problems[0].code == "digits"


def test_the_code_lists_are_those_of_the_record():
    from dichtbij.care.models import CloseReason, Outcome
    from dichtbij.interop.columns import PARTNER_KINDS, URGENCIES
    from dichtbij.partners.models import Partner
    from dichtbij.referrals import questions
    from dichtbij.referrals.models import Referral

    assert set(OUTCOMES) == set(Outcome.values)
    assert set(REASONS.values()) == set(CloseReason.values)
    assert set(THEMES) == set(questions.FIRST)
    assert set(URGENCIES.values()) == set(Referral.Urgency.values)
    assert set(PARTNER_KINDS.values()) == set(Partner.Kind.values) - {"school"}
