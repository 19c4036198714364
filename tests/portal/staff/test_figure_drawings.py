"""Are waiting and the ways help ends drawn over one's own files, and not over few?"""

from datetime import timedelta

import pytest

from dichtbij.care.models import Trajectory
from dichtbij.insight.ends_of_help import ends_of_help
from dichtbij.insight.indicators import last_year
from dichtbij.referrals.models import Referral
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.portal.staff.test_figures import closed as closed

OPENED = NOW.date() - timedelta(days=60)


@pytest.fixture
def helped(closed):
    """Let help have begun sixty days ago, and consults after ten days for some."""

    def make(count):
        closed(count)
        keys = list(Trajectory.objects.order_by("pk").values_list("pk", flat=True))
        Trajectory.objects.update(opened_on=OPENED)
        Referral.objects.update(received_at=NOW - timedelta(days=60))
        half = Trajectory.objects.filter(pk__in=keys[: count // 2])
        half.update(first_consult_on=OPENED + timedelta(days=10))
        rest = Trajectory.objects.filter(pk__in=keys[count // 2 :])
        rest.update(outcome="s_ggz")
        Trajectory.objects.filter(pk=keys[-1]).update(
            closed_on=None, outcome="", close_reason=""
        )

    return make


def page(sign_in, who, code):
    return sign_in(who).get(f"/cijfers/{code}/").content.decode()


def test_waiting_is_drawn_with_how_many_were_still_followed(town, sign_in, helped):
    helped(12)

    told = page(sign_in, town.bram, "consult_within_norm")

    assert "How long families wait" in told
    assert "Still followed" in told
    assert "(still followed: 12)" in told
    assert "NaN" not in told


def test_how_help_ends_counts_who_is_still_helped(town, sign_in, helped, stand_as):
    helped(12)

    told = page(sign_in, town.bram, "no_specialist_referral")
    stand_as(town.bram)
    with clock.at(NOW):
        found = ends_of_help(town.bram, last_year(NOW.date()))

    assert "How help ends, week after week" in told
    assert found.n == 12
    assert found.weeks[-1] == 8
    assert found.shares["solved"][-1] == pytest.approx(6 / 12)
    assert found.shares["specialist"][-1] == pytest.approx(5 / 12)
    assert found.shares["solved"][4] == 0


def test_over_fewer_than_ten_nothing_is_drawn(town, sign_in, helped):
    helped(9)

    few = page(sign_in, town.bram, "no_specialist_referral")
    waiting = page(sign_in, town.bram, "consult_within_norm")

    assert "How help ends" not in few
    assert "How long families wait" not in waiting


def test_over_the_files_of_another_employer_nothing_is_drawn(town, sign_in, helped):
    helped(12)

    told = page(sign_in, town.carla, "no_specialist_referral")

    assert "How help ends" not in told
