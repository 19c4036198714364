"""Who signs which bytes, by which proof, and what follows from the last signature?

The hash that was seen is part of the act (R22). Signatures of one agreement wait for
each other, so that the last one closes it exactly once.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dichtbij.agreements.models import Agreement, AgreementParty
from dichtbij.agreements.scans import LARGEST_SCAN_BYTES, type_of
from dichtbij.audit.doors import action
from dichtbij.organisations.models import Membership, User
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import Standing, standing

Status = Agreement.Status
Proof = AgreementParty.Proof


@dataclass(frozen=True)
class PaperSignature:
    """A signature on paper: whose, in which capacity, on which day, and its scan."""

    party: AgreementParty
    signatory: str
    signed_on: date
    content: bytes
    capacity: str = ""


@action(Permission.AGREEMENT_CONFIRM)
def sign_agreement(*, agreement: Agreement, by: User, sha256: str) -> Agreement:
    """Sign exactly the bytes that were seen, for the organisation one stands at.

    A second signature of the same party is once. Raises Refused: other bytes, no
    longer offered, or one's access has ended.
    """
    where = _still_here()
    found = _lock(agreement)
    party = found.parties.filter(organisation=where.organisation_id).first()
    if party is not None and party.signed_on is not None:
        return _same(agreement)
    _check_bytes(found, sha256)
    found.parties.filter(organisation=where.organisation_id, signed_on=None).update(
        signatory=by.name,
        capacity=str(Role(where.role).label),
        signed_on=clock.today(),
        signed_at=clock.now(),
        signed_by=by,
        proof=Proof.ACCOUNT,
        signed_sha256=found.sha256,
    )
    _close_when_all_signed(found)
    return _same(agreement)


@action(Permission.AGREEMENT_WRITE)
def attach_signature(
    *, agreement: Agreement, by: User, sha256: str, paper: PaperSignature
) -> Agreement:
    """Attach the scan of a signature on paper, for a party that has not signed.

    A PDF, PNG or JPEG up to 5 MB, told by its bytes. Raises Refused: another file, too
    large, a day to come, other bytes than offered, or signed already.
    """
    kind = _check_scan(paper)
    found = _lock(agreement)
    _check_bytes(found, sha256)
    unsigned = found.parties.filter(pk=paper.party.pk, signed_on=None)
    if not unsigned.update(
        signatory=paper.signatory.strip(),
        capacity=paper.capacity.strip(),
        signed_on=paper.signed_on,
        signed_at=clock.now(),
        signed_by=by,
        proof=Proof.SCAN,
        signed_sha256=found.sha256,
        scan=paper.content,
        scan_type=kind,
    ):
        raise Refused(_("This party signed already."))
    _close_when_all_signed(found)
    return _same(agreement)


def _still_here() -> Standing:
    """Return where one stands. Raises Refused when that membership has ended.

    Whoever ends it now waits until the signature is there, or was before.
    """
    where = standing()
    mine = Membership.objects.active().filter(
        pk=(where.membership_id if where else None) or 0
    )
    if where is None or not mine.select_for_update(of=("self",)).exists():
        raise Refused(_("Your access has ended. Nothing was signed."))
    return where


def _lock(agreement: Agreement) -> Agreement:
    rows = Agreement.objects.select_for_update(of=("self",)).defer("pdf")
    return rows.get(pk=agreement.pk)


def _check_bytes(found: Agreement, sha256: str) -> None:
    if found.status != Status.OFFERED:
        raise Refused(_("This version is not offered for signing any more."))
    if found.sha256 != sha256:
        raise Refused(_("The document changed since you opened it. Read it again."))


def _check_scan(paper: PaperSignature) -> str:
    """Return the media type of a scan. Raises Refused."""
    if len(paper.content) > LARGEST_SCAN_BYTES:
        raise Refused(_("The scan is larger than 5 MB. Make it smaller."))
    kind = type_of(paper.content)
    if not kind:
        raise Refused(_("The scan must be a PDF, PNG or JPEG."))
    if not paper.signatory.strip():
        raise Refused(_("Write who signed."))
    if paper.signed_on > clock.today():
        raise Refused(_("A signature cannot be of a day to come."))
    return kind


def _close_when_all_signed(found: Agreement) -> None:
    """Make it signed when nobody is left; the moments become those of the programme."""
    if found.parties.filter(signed_on=None).exists():
        return
    offered = Agreement.objects.filter(pk=found.pk, status=Status.OFFERED)
    if not offered.update(status=Status.SIGNED, signed_at=clock.now()):
        return
    for moment in found.moments.all():
        Milestone.objects.update_or_create(
            programme=found.programme,
            kind=moment.kind,
            defaults={"due_on": moment.due_on},
        )


def _same(agreement: Agreement) -> Agreement:
    agreement.refresh_from_db()
    return agreement
