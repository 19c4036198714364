"""What happens to who belongs to a child, and who has authority over it?"""

from datetime import date
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.models import Channel, Client
from dichtbij.families.accounts import close_ways_in
from dichtbij.families.actions import belonging
from dichtbij.families.facts import facts_of, key_of
from dichtbij.families.known import YOUNG
from dichtbij.families.models import CourtMeasure, FamilyMember, LegalAuthority
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

Row = TypeVar("Row", bound=models.Model)
HOMES = (1, 2)


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def note_member(
    *,
    client: Client,
    by: User,
    slot: str,
    tie: str,
    name: str,
    home: int = 1,
    address: str = "",
    language: str = FamilyMember.Language.DUTCH,
    since: date | None = None,
) -> FamilyMember:
    """Note who belongs to the child; each place in the family is taken once.

    Raises Refused: no name, an unknown place or tie, a place taken, a future day.
    """
    myself = tie == FamilyMember.Tie.SELF
    known = slot in Channel.Owner.values and tie in FamilyMember.Tie.values
    if not known or myself != (slot == YOUNG):
        raise Refused(_("Say who this is to the child."))
    if not name.strip():
        raise Refused(_("Write the name."))
    if home not in HOMES or language not in FamilyMember.Language.values:
        raise Refused(_("Choose a home and a language from the list."))
    if (since or clock.today()) > clock.today():
        raise Refused(_("This day lies in the future."))
    try:
        with transaction.atomic():
            return FamilyMember.objects.create(
                client=client,
                slot=slot,
                tie=tie,
                name=name.strip()[:120],
                home=home,
                address=address.strip()[:200],
                language=language,
                noted_by=by,
                since=since or clock.today(),
            )
    except IntegrityError as taken:
        raise Refused(
            _("Somebody has this place in the family already. End that entry first.")
        ) from taken


@action(Permission.FAMILY_WRITE)
def set_home(
    *, member: FamilyMember, by: User, home: int, address: str, language: str
) -> FamilyMember:
    """Note where someone lives now and which language they read."""
    if home not in HOMES or language not in FamilyMember.Language.values:
        raise Refused(_("Choose a home and a language from the list."))
    member.home, member.language = home, language
    member.address = address.strip()[:200]
    member.save(update_fields=["home", "address", "language"])
    return member


@action(Permission.FAMILY_WRITE)
def end_member(*, member: FamilyMember, by: User) -> FamilyMember:
    """Let someone belong to this family no more; their words stay on record.

    Raises Refused while authority is in force, or when it ended before.
    """
    today = clock.today()
    if LegalAuthority.objects.filter(
        models.Q(ends_on=None) | models.Q(ends_on__gt=today), member=member
    ).exists():
        raise Refused(_("This person's authority is noted. End that first."))
    if not FamilyMember.objects.filter(pk=member.pk, ended_on=None).update(
        ended_on=today
    ):
        raise Refused(_("This entry was already ended."))
    close_ways_in(member)
    member.refresh_from_db()
    return member


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def note_authority(
    *,
    client: Client,
    by: User,
    member: FamilyMember | None,
    kind: str,
    source: str,
    source_on: date | None,
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> LegalAuthority:
    """Note whether someone has authority, on which source of which day (LR-11).

    Without `starts_on` it counts from the child's birth. Raises Refused: no source or
    day, the young person, an end before the start, or one person's word against a
    register or court.
    """
    found = belonging(client, member)
    known = kind in LegalAuthority.Kind.values
    if not known or source not in LegalAuthority.Source.values or source_on is None:
        raise Refused(_("Say what the authority is, from which source, of which day."))
    if source_on > clock.today():
        raise Refused(_("The day of the source lies in the future."))
    if found.slot == YOUNG:
        raise Refused(_("The young person has no authority over themselves."))
    starts_on = starts_on or client.birth_date
    check_term(starts_on, ends_on)
    _check_source(client, found, kind, source)
    return LegalAuthority.objects.create(
        client=client,
        member=found,
        kind=kind,
        source=source,
        source_on=source_on,
        starts_on=starts_on,
        ends_on=ends_on,
        noted_by=by,
        noted_at=clock.now(),
    )


def _check_source(client: Client, member: FamilyMember, kind: str, source: str) -> None:
    """Raise Refused when a word is to overrule what was proved."""
    if source != LegalAuthority.Source.SELF_DECLARED:
        return
    fact = facts_of(client).authority_of(key_of(member.pk), clock.today())
    if fact is not None and fact.proved and fact.kind != kind:
        raise Refused(
            _("The register or the court says otherwise. Somebody's word changes none.")
        )


@action(Permission.FAMILY_WRITE)
def end_authority(
    *, authority: LegalAuthority, by: User, ends_on: date | None = None
) -> LegalAuthority:
    """Note the last day on which it was in force. Raises Refused as `end` does."""
    return end(authority, ends_on)


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def note_measure(
    *,
    client: Client,
    by: User,
    kind: str,
    institution: str,
    starts_on: date,
    contact: str = "",
    ends_on: date | None = None,
) -> CourtMeasure:
    """Note a measure of the court, with who carries it out (LR-15)."""
    if kind not in CourtMeasure.Kind.values or not institution.strip():
        raise Refused(_("Say which measure, and which institution carries it out."))
    check_term(starts_on, ends_on)
    return CourtMeasure.objects.create(
        client=client,
        kind=kind,
        institution=institution.strip()[:120],
        contact=contact.strip()[:200],
        starts_on=starts_on,
        ends_on=ends_on,
        noted_by=by,
        noted_at=clock.now(),
    )


@action(Permission.FAMILY_WRITE)
def end_measure(
    *, measure: CourtMeasure, by: User, ends_on: date | None = None
) -> CourtMeasure:
    """Note the last day of a measure. Raises Refused as `end` does."""
    return end(measure, ends_on)


def check_term(starts_on: date, ends_on: date | None) -> None:
    """Raise Refused when an end lies before its start."""
    if ends_on is not None and ends_on < starts_on:
        raise Refused(_("The end lies before the start."))


def end(row: Row, ends_on: date | None) -> Row:
    """Give a dated fact its last day, today unless said otherwise.

    Raises Refused: ended before, or the end lies before the start.
    """
    fact: Any = row
    day = ends_on or clock.today()
    if fact.ends_on is not None and fact.ends_on <= clock.today():
        raise Refused(_("This was already ended."))
    check_term(fact.starts_on, day)
    fact.ends_on = day
    fact.save(update_fields=["ends_on"])
    return row
