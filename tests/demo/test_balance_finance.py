"""Which statements stand in the demo town, and who waits for what?"""

from datetime import date, timedelta

from dichtbij.audit.doors import standing_at
from dichtbij.demo.loading import load_town
from dichtbij.finance.models import Statement, WorkEntry
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from tests.conftest import NOW


def test_months_before_this_one_are_settled_and_the_last_waits(db):
    with clock.at(NOW + timedelta(hours=3)):
        load_town(scale=0.05, weeks=9)

    made = Statement.objects.order_by("month_on")
    assert [(one.month_on, one.status) for one in made] == [
        (date(2025, 11, 1), "settled"),
        (date(2025, 12, 1), "settled"),
        (date(2026, 1, 1), "settled"),
        (date(2026, 2, 1), "sent"),
    ]
    assert made.last().given_minutes > 0
    for one in made:
        assert one.amount_cents == sum(one.lines.values_list("amount_cents", flat=True))
        people = {one.made_by_id, one.employer_by_id, one.municipality_by_id}
        assert len(people) == 3
    worker = User.objects.get(persona="poh-kampen")
    with standing_at(worker.memberships.get().place()):
        assert WorkEntry.objects.filter(kind="travel").count() >= 5
