import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.insight.survival import WaitingRange, kaplan_meier, median_and_p90

# Weeks of remission with 6-MP; a time with "+" is one that was still going on.
# Freireich et al., Blood 1963; 21: 699-716, the standard worked example.
FREIREICH = [
    "6",
    "6",
    "6",
    "6+",
    "7",
    "9+",
    "10",
    "10+",
    "11+",
    "13",
    "16",
    "17+",
    "19+",
    "20+",
    "22",
    "23",
    "25+",
    "32+",
    "32+",
    "34+",
    "35+",
]
# As printed by survfit of the R package survival for these times.
PRINTED = [
    # time, at risk, events, survival, standard error
    (6, 21, 3, 0.857, 0.0764),
    (7, 17, 1, 0.807, 0.0869),
    (10, 15, 1, 0.753, 0.0963),
    (13, 12, 1, 0.690, 0.1068),
    (16, 11, 1, 0.627, 0.1141),
    (22, 7, 1, 0.538, 0.1282),
    (23, 6, 1, 0.448, 0.1346),
]
WAITS = st.lists(st.tuples(st.integers(0, 30), st.booleans()), min_size=1, max_size=60)


def read(marks):
    return [float(m.strip("+")) for m in marks], [not m.endswith("+") for m in marks]


def test_the_published_example_comes_out_as_printed():
    curve = kaplan_meier(*read(FREIREICH))

    assert curve.times == tuple(row[0] for row in PRINTED)
    assert curve.at_risk == tuple(row[1] for row in PRINTED)
    assert curve.events == tuple(row[2] for row in PRINTED)
    assert curve.survival == pytest.approx([row[3] for row in PRINTED], abs=5e-4)
    assert curve.standard_error == pytest.approx([row[4] for row in PRINTED], abs=5e-5)
    assert curve.quantile(0.5) == 23
    assert curve.quantile(0.9) is None


def test_a_small_case_by_hand():
    # 5 people: one seen at 2, one leaves at 3, two seen at 4, one still waits at 6.
    curve = kaplan_meier([4, 2, 3, 6, 4], [True, True, False, False, True])

    assert curve.times == (2, 4)
    assert curve.at_risk == (5, 3)
    assert curve.events == (1, 2)
    assert curve.survival == pytest.approx((4 / 5, 4 / 5 * 1 / 3))
    assert curve.standard_error == pytest.approx(
        (
            0.8 * (1 / 20) ** 0.5,
            0.8 / 3 * (1 / 20 + 2 / 3) ** 0.5,
        )
    )


def test_who_leaves_at_a_time_was_there_for_what_happened_then():
    curve = kaplan_meier([5, 5], [True, False])

    assert curve.at_risk == (2,)
    assert curve.survival == (0.5,)
    assert curve.quantile(0.5) == 5


def test_a_curve_that_reaches_zero_has_no_standard_error_there():
    curve = kaplan_meier([1, 2], [True, True])

    assert curve.survival == (0.5, 0.0)
    assert curve.standard_error[1] is None


def test_everybody_seen_on_the_same_day_waited_nothing():
    assert median_and_p90([0] * 10, [True] * 10) == WaitingRange(0, 0, 10, 10)


def test_fewer_than_ten_referrals_give_no_range():
    assert median_and_p90([3] * 9, [True] * 9) is None
    assert median_and_p90([3] * 9, [True] * 9, minimum=9) == WaitingRange(3, 3, 9, 9)
    assert median_and_p90([], []) is None


def test_nobody_seen_yet_gives_a_range_that_says_so():
    assert median_and_p90([3] * 12, [False] * 12) == WaitingRange(None, None, 12, 0)


def test_those_still_waiting_make_the_range_longer_than_those_seen_suggest():
    seen = [(days, True) for days in range(1, 11)]
    waiting = [(20, False)] * 10

    honest = median_and_p90(*zip(*seen + waiting, strict=True))
    flattering = median_and_p90(*zip(*seen, strict=True))

    assert honest == WaitingRange(10, None, 20, 10)
    assert flattering == WaitingRange(5, 9, 10, 10)


def test_the_share_within_a_norm_counts_those_still_waiting():
    curve = kaplan_meier(*read(FREIREICH))

    assert curve.share_within(5) == 0
    assert curve.share_within(10) == pytest.approx(1 - 0.7529, abs=1e-4)
    assert curve.share_within(35) == pytest.approx(1 - 0.4482, abs=1e-4)
    assert curve.share_within(36) is None


def test_tenths_that_multiply_to_one_half_count_as_one_half():
    curve = kaplan_meier(list(range(1, 11)), [True] * 10)

    assert [curve.quantile(k / 10) for k in range(1, 11)] == list(range(1, 11))


@pytest.mark.parametrize(
    ("time", "event"), [([1, 2], [True]), ([-1], [True]), ([1, -0.5], [True, False])]
)
def test_impossible_input_is_refused(time, event):
    with pytest.raises(ValueError, match="time"):
        kaplan_meier(time, event)


@given(WAITS)
def test_without_anybody_waiting_it_is_the_plain_share(waits):
    times = [time for time, _ in waits]

    curve = kaplan_meier(times, [True] * len(times))

    for time, left in zip(curve.times, curve.survival, strict=True):
        assert left == pytest.approx(sum(t > time for t in times) / len(times))


@given(WAITS, st.randoms())
def test_the_curve_only_falls_and_the_order_of_people_is_no_matter(
    waits, rng: random.Random
):
    curve = kaplan_meier(*zip(*waits, strict=True))
    mixed = list(waits)
    rng.shuffle(mixed)

    assert kaplan_meier(*zip(*mixed, strict=True)) == curve
    assert list(curve.survival) == sorted(curve.survival, reverse=True)
    assert list(curve.times) == sorted(set(curve.times))
    assert all(0 <= left <= 1 for left in curve.survival)
    assert sum(curve.events) == sum(met for _, met in waits)


@given(WAITS)
def test_the_median_never_comes_after_the_ninetieth_percentile(waits):
    found = median_and_p90(*zip(*waits, strict=True), minimum=1)

    if found.p90 is not None:
        assert found.median <= found.p90
