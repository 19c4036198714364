"""Do returns in a spreadsheet land as the acts would write them?"""

from dichtbij.insight.models import QuarterlyReturn
from dichtbij.interop.actions import bring_in, kinds_for
from dichtbij.interop.preview import rest_of


def row(practice="Praktijk Noord", quarter="2025 K4", **changes):
    return {"practice": practice, "quarter_on": quarter} | changes


def test_a_leader_brings_in_returns_of_all_practices(town, lay, leader, stand_as):
    run = lay(
        "opgaven",
        row(),
        row("Praktijk Zuid", "2025-11-12", referrals="3"),
        row(quarter="2026 K1"),
        row(quarter="2025 K5"),
        row(quarter="2025 K1", referrals="900"),
        row("Praktijk Weg"),
        by=leader,
    )

    done = bring_in(run=run, by=leader)

    found = {
        (one.practice.name, one.quarter_on.isoformat(), one.referrals)
        for one in QuarterlyReturn.objects.current()
    }
    assert found == {
        ("Praktijk Noord", "2025-10-01", 6), ("Praktijk Zuid", "2025-10-01", 3),
    }  # fmt: skip
    reasons = " ".join(cells[-1] for cells in rest_of(done).rows)
    assert done.counts["error"] == 4
    assert "not over yet" in reasons
    assert "must be a quarter" in reasons
    assert "more than the youths" in reasons


def test_the_same_file_twice_adds_nothing_and_a_change_is_a_line(town, lay, leader):
    bring_in(run=lay("opgaven", row(), by=leader), by=leader)

    same = lay("opgaven", row(), by=leader)
    bring_in(run=lay("opgaven", row(referrals="8"), by=leader), by=leader)

    assert same.counts["duplicate"] == 1
    assert QuarterlyReturn.objects.current().get().referrals == 8
    assert QuarterlyReturn.objects.count() == 2


def test_a_team_lead_brings_in_no_returns(town, stand_as):
    stand_as(town.bram)

    assert "opgaven" not in kinds_for(town.employer_noord)
