"""Which letters are there about a referral, for whoever may read them?

Each function asks for all letters at once and logs the look; without the right to
read, it returns nothing.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from dichtbij.audit.doors import may, open_list
from dichtbij.care.caseload import last_trajectory_of
from dichtbij.care.models import Trajectory
from dichtbij.clients.models import Client
from dichtbij.network.models import TITLES, Letter, LetterQuerySet
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.shared.permissions import Permission


@dataclass(frozen=True)
class Shelf:
    """The letters of one kind about a referral, and whether one can be written."""

    kind: str
    title: Any
    letters: list[Letter]
    writable: bool

    @property
    def draft(self) -> Letter | None:
        """Return the draft to the GP that is open, or None."""
        drafts = (one for one in self.letters if one.for_gp and not one.released)
        return next(drafts, None)

    @property
    def last(self) -> Letter | None:
        """Return the last letter to the GP: beside it stands what the family reads."""
        return next((one for one in reversed(self.letters) if one.for_gp), None)


def letters_of(user: User, referral: Referral) -> list[Shelf]:
    """Return a shelf for each kind of letter, in the order of the help."""
    if not may(Permission.LETTER_READ, referral):
        return []
    found = open_list(user, _light(referral), Permission.LETTER_READ)
    writes = may(Permission.LETTER_WRITE, referral)
    possible = _possible(referral) if writes else set()
    return [
        Shelf(
            kind=kind,
            title=TITLES[kind],
            letters=[letter for letter in found if letter.kind == kind],
            writable=kind in possible,
        )
        for kind in Letter.Kind
    ]


def released_letters(user: User, referral: Referral) -> list[Letter]:
    """Return what was released to the practice, the last one first."""
    if not may(Permission.LETTER_READ, referral):
        return []
    released = _light(referral).to_gp().filter(status=Letter.Status.RELEASED)
    rows = released.order_by("-released_at", "-id")
    return list(open_list(user, rows, Permission.LETTER_READ))


def referral_to_write_about(client: Client, chosen: str) -> Referral | None:
    """Return the chosen referral of this child, else the one of the last help.

    Without any help it is the last referral, or None.
    """
    mine: QuerySet[Referral] = Referral.objects.filter(client=client).select_related(
        "client", "practice", "holder", "programme", "sent_by"
    )
    if chosen:
        return mine.filter(uuid=chosen).first() if _is_uuid(chosen) else None
    last = last_trajectory_of(client)
    if last is not None:
        return mine.get(pk=last.referral_id)
    return mine.order_by("-received_at", "-id").first()


def _is_uuid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def open_draft(referral: Referral, kind: str) -> Letter | None:
    """Return the draft to the GP of this kind that is open, or None."""
    return draft_for(referral, kind, "")


def draft_for(referral: Referral, kind: str, reader: str) -> Letter | None:
    """Return the open draft for one reader of the family, or None; "" is the GP."""
    found: Letter | None = Letter.objects.filter(
        referral=referral, kind=kind, reader=reader, status=Letter.Status.DRAFT
    ).first()
    return found


def letter_beside(letter: Letter) -> Letter | None:
    """Return the last letter to the GP of the same kind, or None."""
    beside = Letter.objects.to_gp().filter(referral=letter.referral_id)
    found: Letter | None = beside.filter(kind=letter.kind).order_by("-id").first()
    return found


def twins_of(letter: Letter) -> list[Letter]:
    """Return the letters to the family beside a letter to the GP, without their bytes.

    Per reader the draft that is open, else the last one that was released.
    """
    rows = (
        Letter.objects.filter(
            referral=letter.referral_id,
            kind=letter.kind,
            audience=Letter.Audience.FAMILY,
        )
        .select_related("client", "practice", "programme", "holder", "written_by")
        .defer("pdf")
        .order_by("reader", "released_at", "id")
    )
    # NULLs come last: an open draft wins over what was released.
    return list({row.reader: row for row in rows}.values())


def _light(referral: Referral) -> LetterQuerySet:
    """Return the letters without their bytes: a page of them stays small."""
    rows: LetterQuerySet = (
        Letter.objects.filter(referral=referral)
        .select_related("client", "written_by", "referral", "practice")
        .defer("pdf")
        .order_by("dated_on", "id")
    )
    return rows


def _possible(referral: Referral) -> set[str]:
    """Return which kinds have something to tell; the act decides again."""
    if referral.status == Referral.Status.DECLINED:
        return {Letter.Kind.DECISION}
    help_ = Trajectory.objects.filter(referral=referral).first()
    if help_ is None:
        return set()
    ended = {Letter.Kind.CLOSE} if help_.closed_on else set()
    return {Letter.Kind.START, Letter.Kind.DECISION} | ended
