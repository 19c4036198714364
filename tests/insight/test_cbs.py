"""Do we read CBS and the published tables as they are, rounding and holes included?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.insight import cbs
from dichtbij.insight.intervals import wilson
from tests.insight import published_tables as told


def by_referrer(region, table=cbs.TABLE):
    return {row.referrer: row for row in cbs.of_region(region, table)}


@pytest.mark.parametrize(
    ("region", "published"),
    [("Nederland", told.T5_COUNTRY), ("Den Haag", told.T5_THE_HAGUE)],
)
def test_the_shipped_extract_is_what_was_published(region, published):
    rows = by_referrer(region)

    assert {
        name: (row.total, row.begun, row.repeated) for name, row in rows.items()
    } == published


def test_durations_of_2021_are_what_was_published():
    rows = by_referrer("Nederland", cbs.DURATIONS)

    assert {
        name: (row.total, row.begun, row.new, *row.ended) for name, row in rows.items()
    } == told.T6


def test_parts_that_do_not_add_up_are_taken_as_they_are():
    """Every cell is rounded to five by itself (T5)."""
    rows = by_referrer("Nederland")
    parts = [row for name, row in rows.items() if name != cbs.TOTAL]

    assert sum(row.total for row in parts) == 517_455
    assert sum(row.begun for row in parts) == 159_710
    for name in ("total", "begun", "repeated"):
        short = abs(
            getattr(rows[cbs.TOTAL], name) - sum(getattr(row, name) for row in parts)
        )
        assert short <= (len(parts) + 1) * cbs.ROUNDED_TO / 2
    assert all(row.total % cbs.ROUNDED_TO == 0 for row in cbs.extract())


def test_shares_are_those_that_were_derived():
    country, hague = by_referrer("Nederland"), by_referrer("Den Haag")

    def percent(row, whole, name):
        return round(100 * cbs.share(getattr(row, name), getattr(whole, name)), 1)

    gp, total = country[cbs.GP], country[cbs.TOTAL]
    assert percent(gp, total, "total") == 35.5
    assert percent(gp, total, "begun") == 38.6
    assert round(100 * cbs.share(gp.repeated, gp.begun), 1) == 28.5
    assert round(100 * cbs.share(total.repeated, total.begun), 1) == 24.5
    assert percent(hague[cbs.GP], hague[cbs.TOTAL], "total") == 39.3
    assert percent(hague["Gemeentelijke toegang"], hague[cbs.TOTAL], "total") == 14.8


def test_ended_trajectories_of_the_gp_by_duration():
    ended = by_referrer("Nederland", cbs.DURATIONS)[cbs.GP].ended

    assert sum(ended) == 106_470
    assert tuple(round(100 * one / sum(ended), 1) for one in ended) == (
        told.T6_GP_PERCENT
    )


def test_of_other_municipalities_nothing_is_told():
    assert cbs.comparison("Kampen") is None
    assert cbs.of_region("Haarlem") == []
    found = cbs.comparison("'s-Gravenhage")
    assert (found.begun, found.begun_by_gp) == (6_630, 2_670)


@pytest.mark.parametrize("mark", ["", ".", " . ", None])
def test_what_is_withheld_is_no_number(mark):
    assert cbs.cell(mark) is None
    assert cbs.share(cbs.cell(mark), 100) is None
    assert cbs.share(5, cbs.cell(mark)) is None


@given(st.text(max_size=8))
def test_a_cell_is_a_number_withheld_or_refused(text):
    try:
        assert cbs.cell(text) is None or cbs.cell(text) >= 0
    except cbs.UnreadableCell:
        assert text.strip() not in ("", ".")


def test_shares_of_others_and_their_counts_agree():
    """T1, T3 and T4: a count is the share of the whole, rounded; they add up."""
    for table, of in (
        (told.T1, told.T1_CLOSED),
        (told.T3, told.T3_OF),
        (told.T4, told.T4_OF),
    ):
        assert sum(count for _share, count in table.values()) == of
        for percent, count in table.values():
            # A printed whole percent holds within half a percent of the whole.
            assert abs(100 * count / of - percent) <= 0.5
    assert told.T1_STARTED - told.T1_CLOSED == told.T1_OPEN


def test_one_word_solved_is_many_shares():
    """T2: what lies between the limits of one programme lies outside another's."""
    for counted, of, percent in told.T2.values():
        assert round(100 * counted / of, 1) == percent
    hague, drachten = (wilson(k, n) for k, n, _p in told.T2.values())

    assert hague.low > drachten.estimate
