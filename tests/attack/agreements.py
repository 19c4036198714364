"""Offer agreements to three parties; run by test_signing_agreements in a database.

python -m tests.attack.agreements N        (prints what the clients need, as JSON)
"""

import json
import sys
from datetime import date
from types import SimpleNamespace
from typing import Any

from dichtbij import postgres
from tests.live import NOW

PERSONAS = ("gemeente-kampen", "teamleider-kampen", "huisarts-kampen")


def prepare(count: int) -> dict[str, Any]:
    """Return a session of each party, and the offers that wait."""
    import django

    django.setup()
    from dichtbij.shared import clock

    with clock.at(NOW):
        return _prepare(count)


def _prepare(count: int) -> dict[str, Any]:
    from dichtbij.audit.doors import standing_at
    from dichtbij.organisations.models import User
    from dichtbij.shared.walls import Standing
    from tests.attack.letters import _session

    who = {name: User.objects.get(persona=name) for name in PERSONAS}
    first = who["huisarts-kampen"].memberships.select_related("programme").get()
    city, employer, practice = (who[n].memberships.get().organisation for n in PERSONAS)
    town = SimpleNamespace(
        programme=first.programme,
        municipality=city,
        employer_noord=employer,
        practice_noord=practice,
    )
    by = who["gemeente-kampen"]
    leads = Standing(user_id=by.pk, role="system", programme_id=first.programme_id)
    with standing_at(leads):
        offers = [_offer(town, by, 2050 + number) for number in range(count)]
    return {
        "offers": offers,
        "sessions": {name: _session(user) for name, user in who.items()},
    }


def _offer(town: SimpleNamespace, by: Any, year: int) -> dict[str, str]:
    from dichtbij.agreements.actions import (
        draft_agreement,
        offer_agreement,
        write_agreement,
    )
    from dichtbij.agreements.contents import MomentPart, TariffPart
    from tests.agreements.conftest import outline, parts, terms

    first, last = date(year, 1, 1), date(year, 12, 31)
    term = {"starts_on": first, "ends_on": last}
    made = draft_agreement(
        programme=town.programme, by=by, outline=outline(town, **term)
    )
    write_agreement(
        agreement=made,
        by=by,
        terms=terms(**term),
        parts=parts(
            town.practice_noord,
            tariffs=(TariffPart(first, last, 9_000),),
            moments=(MomentPart("final", last),),
        ),
    )
    offer_agreement(agreement=made, by=by)
    return {"uuid": str(made.uuid), "sha256": made.sha256, "final": str(last)}


if __name__ == "__main__":
    postgres.ensure_running()
    try:
        sys.stdout.write(json.dumps(prepare(int(sys.argv[1]))))
    finally:
        postgres.leave()
