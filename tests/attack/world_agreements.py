"""An agreement that waits for signatures, with one of them on paper.

The municipality is a party to both sides' agreements and reads both: so they carry no
mark. Who is no party to a side's agreement meets nothing of it.
"""

from datetime import date
from types import SimpleNamespace
from typing import Any

from dichtbij.agreements.actions import (
    draft_agreement,
    offer_agreement,
    write_agreement,
)
from dichtbij.agreements.contents import TariffPart
from dichtbij.agreements.signing import PaperSignature, attach_signature
from dichtbij.audit.doors import standing_at
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing
from tests.agreements.conftest import outline, parts, terms

# Far from every other agreement of this world.
TERM = {"starts_on": date(2040, 1, 1), "ends_on": date(2040, 12, 31)}


def agreement_rows(town: SimpleNamespace, side: str) -> dict[str, Any]:
    """Return the rows behind the routes of agreements."""
    by = town.dirk
    leads = Standing(
        user_id=by.pk, role="project_leader", programme_id=town.programme.pk
    )
    with standing_at(leads):
        made = draft_agreement(
            programme=town.programme, by=by, outline=outline(town, side, **TERM)
        )
        contents = parts(
            getattr(town, f"practice_{side}"),
            tariffs=(TariffPart(*TERM.values(), 9_000),),
            moments=(),
        )
        write_agreement(agreement=made, by=by, terms=terms(**TERM), parts=contents)
        offer_agreement(agreement=made, by=by)
        party = made.parties.get(organisation=getattr(town, f"employer_{side}"))
        paper = PaperSignature(party, "V. Zonnen", clock.today(), b"%PDF-scan")
        attach_signature(agreement=made, by=by, sha256=made.sha256, paper=paper)
    return {"agreement": made, "agreement_party": party}
