"""Hours with a canary in their words, and statements: those carry no mark, on purpose.

The municipality reads statements of both sides, so nothing of a side may stand in them
but its name.
"""

from datetime import date
from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.finance.actions import note_hours
from dichtbij.finance.models import Statement
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from tests.finance.agreed import PAPER, agree

LEADS = {"noord": "bram", "zuid": "cees"}


def finance_rows(
    town: SimpleNamespace, side: str, mark: str, practitioner: User
) -> dict[str, Any]:
    """Return the rows behind the routes of hours and statements."""
    with standing_at(practitioner.membership.place()):
        entry = note_hours(
            participation=getattr(town, f"participation_{side}"),
            by=practitioner,
            worked_on=clock.today(),
            kind="travel",
            minutes=20,
            words=mark,
        )
    agreement = agree(town, side, title=f"Uren {side}")
    lead = getattr(town, LEADS[side])
    told = {
        "programme": town.programme,
        "holder": agreement.employer,
        "agreement": agreement,
        "committed_minutes": 2_400,
        "given_minutes": 60,
        "amount_cents": 9_150,
        "made_by": town.ella,
        "made_at": clock.now(),
        "employer_by": lead,
        "employer_at": clock.now(),
    }
    sent = Statement.objects.create(
        month_on=date(2026, 2, 1), status=Statement.Status.SENT, **told
    )
    settled = Statement.objects.create(
        month_on=date(2026, 1, 1),
        status=Statement.Status.SETTLED,
        municipality_by=town.dirk,
        municipality_at=clock.now(),
        pdf=PAPER,
        sha256="0" * 64,
        **told,
    )
    for one in (sent, settled):
        one.lines.create(
            given_in_on=one.month_on,
            minutes=60,
            cents_per_hour=9_150,
            amount_cents=9_150,
        )
    return {"work_entry": entry, "statement": sent, "settled": settled}
