from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dichtbij.insight.calibration import Calibration, Told, calibrate

TOLD = st.lists(
    st.builds(
        Told,
        median=st.integers(0, 30),
        p90=st.integers(30, 90),
        waited=st.integers(0, 120),
        met=st.booleans(),
    ),
    max_size=40,
)


def seen(waited, count=1, met=True):
    return [Told(median=10, p90=30, waited=waited, met=met)] * count


def test_below_ten_families_nothing_is_said():
    assert calibrate(seen(5, 9)) is None
    assert calibrate(seen(5, 9) + seen(20, met=False)) is None


def test_who_waits_beyond_the_longer_term_counts_as_longer_than_told():
    told = seen(5, 6) + seen(20, 3) + seen(31, 1, met=False) + seen(8, 4, met=False)

    assert calibrate(told) == Calibration(of=10, within_median=6, within_p90=9)
    assert not calibrate(told).too_short


def test_families_that_were_told_too_little_are_seen():
    assert calibrate(seen(5, 7) + seen(40, 3)).too_short
    assert not calibrate(seen(5, 8) + seen(40, 2)).too_short


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(TOLD)
def test_the_counts_are_parts_of_one_another(told):
    found = calibrate(told)

    if found is not None:
        assert 10 <= found.of <= len(told)
        assert 0 <= found.within_median <= found.within_p90 <= found.of


def test_who_waited_just_as_long_as_was_told_was_told_enough():
    told = seen(10, 5) + seen(30, 5)

    assert calibrate(told) == Calibration(of=10, within_median=5, within_p90=10)
