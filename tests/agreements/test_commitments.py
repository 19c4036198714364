from datetime import date

import pytest

from dichtbij.agreements.commitments import cents_per_hour_on, committed_minutes
from dichtbij.agreements.contents import HoursPart, TariffPart
from dichtbij.programmes.models import PatientCount
from dichtbij.shared.errors import Refused
from tests.agreements.conftest import END, START

APRIL, MAY = date(2026, 4, 1), date(2026, 5, 1)


def count(town, on, **people):
    PatientCount.objects.create(
        programme=town.programme, practice=town.practice_noord, counted_on=on,
        source="Invented", **people,
    )  # fmt: skip


def test_a_fixed_number_follows_the_working_days(make_draft):
    made = make_draft()

    # April 2026: 22 weekdays, without Easter Monday and King's Day.
    assert committed_minutes(made, date(2026, 4, 17)) == 8 * 60 * 20 // 5


def test_outside_the_term_nothing_is_promised(make_draft):
    made = make_draft()

    assert committed_minutes(made, date(2026, 3, 1)) == 0
    assert committed_minutes(made, date(2027, 4, 1)) == 0


def test_a_month_that_starts_halfway_counts_its_own_days(make_draft):
    made = make_draft(of={"starts_on": date(2026, 4, 28)}, within={"tariffs": ()})

    assert committed_minutes(made, APRIL) == 8 * 60 * 3 // 5  # 28, 29 and 30 April


def test_youths_count_by_the_newest_number_on_the_first_day(town, make_draft):
    hours = (HoursPart(town.practice_noord, 240, "youths"),)
    made = make_draft(within={"hours": hours})
    count(town, date(2026, 1, 1), youths=500)
    count(town, date(2026, 4, 2), youths=1_000)

    assert committed_minutes(made, APRIL) == 480  # half of 240 over 20 days
    assert committed_minutes(made, MAY) == 240 * 19 // 5  # May: 19 working days


@pytest.mark.parametrize(
    ("basis", "standard", "minutes"),
    [("patients", None, 2_880), ("standard_practice", 2_400, 1_200)],
)
def test_patients_count_by_thousands_or_standard_practices(
    town, make_draft, basis, standard, minutes
):
    hours = (HoursPart(town.practice_noord, 240, basis, standard),)
    made = make_draft(within={"hours": hours})
    count(town, date(2026, 1, 1), youths=500, patients=3_000)
    count(town, date(2026, 2, 1), youths=500)  # nobody said how many patients

    assert committed_minutes(made, APRIL) == minutes


def test_without_a_number_of_patients_one_is_asked_for(town, make_draft):
    hours = (HoursPart(town.practice_noord, 240, "patients"),)
    made = make_draft(within={"hours": hours})

    with pytest.raises(Refused, match="No number of patients of Praktijk Noord"):
        committed_minutes(made, APRIL)


def test_an_hour_costs_what_holds_on_its_day(make_draft):
    tariffs = (TariffPart(START, date(2026, 12, 31), 9_000),)
    made = make_draft(
        within={"tariffs": (*tariffs, TariffPart(date(2027, 1, 1), END, 9_300))}
    )

    assert cents_per_hour_on(made, date(2026, 12, 31)) == 9_000
    assert cents_per_hour_on(made, date(2027, 1, 1)) == 9_300


@pytest.mark.parametrize("day", [date(2026, 3, 31), date(2027, 4, 1)])
def test_a_day_without_a_tariff_is_said(make_draft, day):
    made = make_draft()

    with pytest.raises(Refused, match="has no tariff on"):
        cents_per_hour_on(made, day)
