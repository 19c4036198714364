"""Can a practice tell what its GPs referred, and is the panel what was told?"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.insight.agreeing import agree_with_indicator, agreed_by
from dichtbij.insight.baseline import (
    Given,
    Term,
    baseline,
    build,
    start_quarter,
)
from dichtbij.insight.indicators import evaluate, last_year
from dichtbij.insight.indicators_dictionary import BY_CODE
from dichtbij.insight.models import IndicatorSignOff, QuarterlyReturn
from dichtbij.insight.quarters import after, number_of
from dichtbij.insight.return_table import returns_of, wanted_quarters
from dichtbij.insight.returning import (
    PracticeQuarter,
    Told,
    correct_return,
    give_return,
)
from dichtbij.programmes.models import ListedPractice
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Role
from tests.conftest import NOW, member

TODAY = NOW.date()
QUARTER = date(2025, 10, 1)


def told(**changes) -> Told:
    facts = {
        "referrals": 6, "youths": 400, "supplier": "practice", "source": "HIS",
    }  # fmt: skip
    return Told(**(facts | changes))


@pytest.fixture
def give(town, stand_as):
    """Let gerda tell of a quarter of Noord."""

    def make(by=None, side="noord", quarter_on=QUARTER, **changes):
        by = stand_as(by or town.gerda)
        listed = ListedPractice.objects.get(practice=getattr(town, f"practice_{side}"))
        place = PracticeQuarter(listed, quarter_on)
        return give_return(place=place, by=by, told=told(**changes))

    return make


def test_a_practice_tells_of_a_quarter(town, give, entries):
    made = give()

    assert (made.referrals, made.youths, made.supplier) == (6, 400, "practice")
    assert (made.given_by, made.corrects) == (town.gerda, None)
    (line,) = entries(event_type="give_return")
    assert line.permission == "return_write"


def test_a_second_return_of_a_quarter_is_refused(give):
    give()

    with pytest.raises(Refused, match="already"):
        give(referrals=7)

    assert QuarterlyReturn.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"quarter_on": date(2026, 1, 1)}, "over on March 31, 2026|over on 31 March"),
        ({"quarter_on": date(2025, 11, 1)}, "begins in"),
        ({"youths": 0}, "youths"),
        ({"referrals": 401}, "more referrals"),
        ({"referrals": -1}, "0 or more"),
        ({"source": "  "}, "comes from"),
        ({"complete_percent": 0}, "complete"),
        ({"supplier": "hearsay"}, "supplies"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(give, changes, why):
    with pytest.raises(Refused, match=why):
        give(**changes)

    assert not QuarterlyReturn.objects.exists()


def test_others_may_not_tell_of_a_practice(town, give):
    for who in (town.anna, town.bram, town.dirk, town.carla):
        with pytest.raises(Denied):
            give(by=who)
    with pytest.raises(Denied):
        give(by=town.gijs, side="noord")

    leader = member(town, "lies", Role.PROJECT_LEADER, town.municipality)
    assert give(by=leader).given_by == leader


def test_a_correction_is_a_new_line_and_twice_is_once(town, give, entries):
    first = give()

    second = correct_return(given=first, by=town.gerda, told=told(referrals=9))

    assert list(QuarterlyReturn.objects.current()) == [second]
    assert QuarterlyReturn.objects.count() == 2
    assert len(entries(event_type="correct_return")) == 1
    with pytest.raises(Refused, match="newest"):
        correct_return(given=first, by=town.gerda, told=told(referrals=10))
    with pytest.raises(Refused, match="same"):
        correct_return(given=second, by=town.gerda, told=told(referrals=9))


def test_a_practice_meets_its_own_returns_only(town, give, stand_as):
    give()
    stand_as(town.gijs)

    assert not QuarterlyReturn.objects.visible_to(town.gijs).exists()


def test_quarters_that_are_missing_are_told_as_runs(town, give):
    """The programme started in January 2025: 2024 K1 is the first that is wanted."""
    for quarter in (date(2024, 4, 1), date(2025, 1, 1)):
        give(quarter_on=quarter)
    listed = ListedPractice.objects.select_related("programme", "practice")
    (line,) = returns_of(
        listed.filter(practice=town.practice_noord),
        QuarterlyReturn.objects.current(),
        TODAY,
    )

    assert wanted_quarters(town.programme, TODAY)[0] == date(2024, 1, 1)
    assert (line.there, line.of) == (2, 8)
    assert line.missing_words == "2024 K1, 2024 K3 – 2024 K4, 2025 K2 – 2025 K4"  # noqa: RUF001


def test_returns_give_the_rate_of_referrals(town, give, stand_as):
    for back in range(1, 4):
        give(quarter_on=after(date(2026, 1, 1), -back), referrals=10)
    stand_as(town.bram)

    found = evaluate(
        BY_CODE["referrals_per_1000"], town.bram, town.programme, last_year(TODAY)
    )

    # 30 referrals over three quarters of 400 youths: 100 per 1,000 a year.
    assert found.value == pytest.approx(100)
    assert (found.n, found.missing) == (3, 0)
    assert found.low < 100 < found.high


def row(practice, quarters, referrals=5, youths=400, complete=100):
    return Given(practice, quarters, referrals, youths, complete)


def quarters(first, count):
    return [after(first, step) for step in range(count)]


def test_the_panel_says_who_started_when_and_who_never(town, give):
    for quarter in quarters(date(2024, 1, 1), 8):
        give(quarter_on=quarter)
        give(by=town.gijs, side="zuid", quarter_on=quarter, referrals=3)
    town.participation_zuid.delete()

    found = baseline(town.programme)

    assert found.practices == 2
    assert found.left_out == []
    groups = dict(zip(found.columns["practice"], found.columns["group"], strict=True))
    assert groups == {
        town.practice_noord.pk: number_of(date(2025, 1, 1)),
        town.practice_zuid.pk: 0,
    }
    assert found.names[town.practice_noord.pk] == "Praktijk Noord"


def test_a_gap_is_listed_and_nothing_is_filled_in():
    series = quarters(date(2024, 1, 1), 8)
    found = build([row(1, q) for q in series if q != series[2]], {1: Term(series[5])})

    assert [(one.reason, one.quarter_on) for one in found.left_out] == [
        ("gap", series[2])
    ]
    assert len(found.columns["quarter"]) == 7
    assert "no return" in str(found.left_out[0].words)


def test_a_practice_that_merged_ends_there():
    series = quarters(date(2024, 1, 1), 8)
    rows = [row(1, q, youths=400 if q < series[6] else 900) for q in series]

    found = build(rows, {1: Term(series[5])})

    (lost,) = found.left_out
    assert (lost.reason, lost.quarter_on) == ("merged", series[6])
    assert "merged" in str(lost.words)
    assert max(found.columns["quarter"]) == number_of(series[5])


def test_a_practice_that_stopped_is_followed_until_then():
    series = quarters(date(2024, 1, 1), 8)
    term = Term(series[4], series[6] - timedelta(days=1))

    found = build([row(1, q) for q in series], {1: term})

    assert [one.reason for one in found.left_out] == ["stopped"]
    assert len(found.columns["quarter"]) == 6


def test_without_a_baseline_a_practice_is_left_out_and_a_short_one_is_named():
    series = quarters(date(2024, 1, 1), 8)
    rows = [row(p, q) for p in (1, 2) for q in series]

    found = build(rows, {1: Term(series[0]), 2: Term(series[2])})

    assert {(one.practice, one.reason) for one in found.left_out} == {
        (1, "no_baseline"), (2, "short_baseline"),
    }  # fmt: skip
    assert set(found.columns["practice"]) == {2}


def test_a_quarter_that_was_half_seen_is_not_used():
    series = quarters(date(2024, 1, 1), 5)
    rows = [row(1, q, complete=60 if q == series[1] else 100) for q in series]

    found = build(rows, {})

    assert [(one.reason, one.quarter_on) for one in found.left_out] == [
        ("incomplete", series[1])
    ]


def test_without_returns_there_is_an_empty_panel():
    found = build([], {})

    assert found.practices == 0
    assert set(found.columns) == {"practice", "quarter", "referrals", "youths", "group"}


def test_a_start_late_in_a_quarter_counts_from_the_next():
    assert start_quarter(date(2025, 1, 1)) == date(2025, 1, 1)
    assert start_quarter(date(2025, 2, 10)) == date(2025, 1, 1)
    assert start_quarter(date(2025, 3, 10)) == date(2025, 4, 1)


@given(
    st.lists(
        st.tuples(st.integers(1, 4), st.integers(0, 11), st.integers(1, 900)),
        unique_by=lambda one: one[:2],
    ),
    st.dictionaries(st.integers(1, 4), st.integers(0, 11)),
)
def test_every_return_is_in_the_panel_or_behind_a_reason(given_rows, starts):
    first = date(2023, 1, 1)
    rows = [row(p, after(first, q), 1, youths) for p, q, youths in given_rows]
    terms = {p: Term(after(first, q)) for p, q in starts.items()}

    found = build(rows, terms)

    kept = set(zip(found.columns["practice"], found.columns["quarter"], strict=True))
    assert kept <= {(one.practice, number_of(one.quarter_on)) for one in rows}
    lost = {one.practice for one in found.left_out if not one.counts_along}
    for one in rows:
        there = (one.practice, number_of(one.quarter_on)) in kept
        assert there or one.practice in lost


def test_an_organisation_agrees_once_with_one_version(town, stand_as, entries):
    stand_as(town.bram)
    told_of = {"programme": town.programme, "indicator": "no_referral", "version": 1}

    made = agree_with_indicator(by=town.bram, **told_of)

    assert (made.organisation, made.signed_by) == (town.employer_noord, town.bram)
    (agreed,) = agreed_by(town.programme)["no_referral"]
    assert agreed.organisation == "Werkgever Noord"
    assert len(entries(event_type="agree_with_indicator")) == 1
    with pytest.raises(Refused, match="before"):
        agree_with_indicator(by=town.bram, **told_of)
    assert IndicatorSignOff.objects.count() == 1


def test_an_older_version_and_other_roles_are_refused(town, stand_as):
    told_of = {"programme": town.programme, "indicator": "no_referral"}
    stand_as(town.dirk)

    with pytest.raises(Refused, match="changed"):
        agree_with_indicator(by=town.dirk, version=9, **told_of)
    with pytest.raises(Refused, match="exist"):
        agree_with_indicator(
            programme=town.programme, by=town.dirk, indicator="x", version=1
        )
    for who in (town.anna, town.henk, town.petra):
        stand_as(who)
        with pytest.raises(Denied):
            agree_with_indicator(by=who, version=1, **told_of)
