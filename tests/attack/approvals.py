"""Lay statements before two of each side; run by test_two_approvals in its database.

python -m tests.attack.approvals N        (prints what the clients need, as JSON)
"""

import json
import sys
from datetime import date
from typing import Any

from dichtbij import postgres
from tests.attack.letters import _session
from tests.live import NOW

PERSONAS = ("teamleider-kampen", "gemeente-kampen", "poh-kampen")


def prepare(count: int) -> dict[str, Any]:
    """Return sessions of two leads and two officers, and statements that wait."""
    import django

    django.setup()
    from dichtbij.shared import clock

    with clock.at(NOW):
        return _prepare(count)


def _prepare(count: int) -> dict[str, Any]:
    from dichtbij.organisations.models import User

    who = {persona: User.objects.get(persona=persona) for persona in PERSONAS}
    for persona in ("teamleider-kampen", "gemeente-kampen"):
        who[f"tweede-{persona}"] = _colleague(who[persona], persona)
    return {
        "drafts": _statements(who, 2000, count, sent=False),
        "sent": _statements(who, 2010, count, sent=True),
        "sessions": {name: _session(user) for name, user in who.items()},
        "names": {name: user.name for name, user in who.items()},
    }


def _colleague(first: Any, persona: str) -> Any:
    from dichtbij.organisations.models import Membership, User

    second = User.objects.create_user(
        f"tweede-{persona}@demo.example", f"Tweede {persona.title()}"
    )
    own = first.memberships.get()
    Membership.objects.create(
        user=second,
        organisation=own.organisation,
        programme=own.programme,
        role=own.role,
        state=own.state,
        since=own.since,
    )
    return second


def _statements(who: Any, year: int, count: int, *, sent: bool) -> list[str]:
    """Write statements of long ago: no hours, one for each month."""
    from dichtbij.agreements.models import Agreement
    from dichtbij.finance.models import Statement
    from dichtbij.shared import clock

    lead = who["teamleider-kampen"].memberships.get()
    officer = who["gemeente-kampen"].memberships.get()
    agreement = Agreement.objects.create(
        programme=lead.programme,
        employer=lead.organisation,
        record_holder=lead.organisation,
        title=f"Wedstrijd {year}",
        starts_on=date(year, 1, 1),
        ends_on=date(year + 9, 12, 31),
        made_by=who["poh-kampen"],
        made_at=clock.now(),
    )
    for organisation in (lead.organisation, officer.organisation):
        agreement.parties.create(organisation=organisation)
    approved = {
        "status": "sent",
        "employer_by": who["teamleider-kampen"],
        "employer_at": clock.now(),
    }
    made = [
        Statement.objects.create(
            programme=lead.programme,
            holder=lead.organisation,
            agreement=agreement,
            month_on=date(year + number // 12, number % 12 + 1, 1),
            committed_minutes=60,
            given_minutes=60,
            amount_cents=9_150,
            made_by=who["poh-kampen"],
            made_at=clock.now(),
            **(approved if sent else {}),
        )
        for number in range(count)
    ]
    return [str(one.uuid) for one in made]


if __name__ == "__main__":
    postgres.ensure_running()
    try:
        sys.stdout.write(json.dumps(prepare(int(sys.argv[1]))))
    finally:
        postgres.leave()
