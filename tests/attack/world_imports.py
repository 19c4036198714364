"""A spreadsheet that the team lead of each side laid ready."""

from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.interop.actions import lay_ready
from tests.attack.world_staffing import LEADS
from tests.interop import files


def import_rows(town: SimpleNamespace, side: str, mark: str) -> dict[str, Any]:
    """Return the row behind the pages of one upload, one of its rows wrong."""
    lead = getattr(town, LEADS[side])
    headers, row = files.example("partners", name=mark)
    wrong = files.example("partners", name=mark, kind=mark)[1]
    with standing_at(lead.membership.place()):
        run = lay_ready(
            programme=town.programme,
            by=lead,
            kind="partners",
            file_name=f"{mark}.xlsx",
            content=files.xlsx(headers, row, wrong),
        )
    return {"import_run": run}
