"""What does the page of one agreement show, and what may be done there?"""

from typing import Any

from dichtbij.agreements.choosing import newer_than, versions_of
from dichtbij.agreements.models import Agreement
from dichtbij.agreements.wording import clauses_of, sections_of
from dichtbij.audit.doors import may
from dichtbij.portal.programme.agreement_form import ScanForm
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import standing

PAGE = "portal/programme/pages/one_agreement.html"
Status = Agreement.Status


def shown(found: Agreement, scan_form: ScanForm | None = None) -> dict[str, Any]:
    """Return the context of the page of an agreement."""
    parties = list(found.parties.select_related("organisation").defer("scan"))
    where = standing()
    mine = [p for p in parties if where and p.organisation_id == where.organisation_id]
    offered = found.status == Status.OFFERED
    writes = may(Permission.AGREEMENT_WRITE, found)
    unsigned = [party for party in parties if party.signed_on is None]
    return {
        "agreement": found,
        "parties": parties,
        "signed": len(parties) - len(unsigned),
        "sections": sections_of(found),
        "clauses": clauses_of(found),
        "versions": list(versions_of(found)),
        "newer": newer_than(found),
        "writes": writes,
        "is_draft": found.status == Status.DRAFT,
        "is_offered": offered,
        "can_amend": writes and found.status == Status.SIGNED,
        "can_sign": offered
        and any(party.signed_on is None for party in mine)
        and may(Permission.AGREEMENT_CONFIRM, found),
        "scan_form": (scan_form or ScanForm(agreement=found))
        if offered and writes and unsigned
        else None,
        "sees_figures": may(Permission.FIGURES_READ),
    }
