"""What is agreed in the demo town, and did everyone sign it?"""

from datetime import timedelta

from dichtbij.agreements.commitments import cents_per_hour_on, committed_minutes
from dichtbij.agreements.models import Agreement
from dichtbij.demo.loading import load_town
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock
from tests.conftest import NOW


def test_each_employer_has_a_signed_agreement_that_counts_today(db):
    with clock.at(NOW + timedelta(hours=3)):
        load_town(scale=0.05, weeks=9)

    today = clock.today()
    made = Agreement.objects.in_force_on(today)
    kampen = made.filter(programme__slug="kampen")
    assert {one.employer.name for one in kampen} == {"Mindfit", "Accare", "Dimence"}
    assert made.filter(programme__slug="haarlem").count() == 1
    for one in made:
        assert (one.signed_at.month, one.signed_at.day) == (12, 20)
        assert one.signed_at.date() < one.starts_on
        assert cents_per_hour_on(one, today) > 8_750
        assert committed_minutes(one, today) > 0
    due = dict(
        Milestone.objects.filter(programme__slug="kampen").values_list("kind", "due_on")
    )
    for one in kampen:
        assert {m.kind: m.due_on for m in one.moments.all()}.items() <= due.items()
        assert one.moments.count() == 4
        assert set(one.parties.values_list("proof", flat=True)) == {"account"}
    proofs = made.get(programme__slug="haarlem").parties.values_list("proof", flat=True)
    assert "scan" in proofs
    waits = Agreement.objects.get(status="offered")
    assert waits.replaces in kampen
    assert waits.parties.exclude(signed_on=None).count() == 1
