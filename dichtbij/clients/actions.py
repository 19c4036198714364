"""What happens to a child's own data: entering, completing, tying a practitioner."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients import ages, bsn
from dichtbij.clients.models import (
    CareRelation,
    Channel,
    Client,
    ClientQuerySet,
)
from dichtbij.clients.sounds import surname_key
from dichtbij.organisations.models import Municipality, User
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


@dataclass(frozen=True)
class NewChannel:
    """A way to reach someone, as typed at intake."""

    owner: str
    kind: str
    value: str
    silent: bool = False


@dataclass(frozen=True)
class NewChild:
    """What a practice tells about a child; empty means not told."""

    given_name: str
    family_name: str
    birth_date: date
    sex: str = Client.Sex.UNKNOWN
    postcode: str = ""
    municipality: Municipality | None = None
    bsn: str = ""
    no_bsn_reason: str = ""
    without_parents: bool = False
    channels: tuple[NewChannel, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class Details:
    """What was missing at the referral and is told at intake; empty: still not told."""

    sex: str = Client.Sex.UNKNOWN
    postcode: str = ""
    municipality: Municipality | None = None
    bsn: str = ""
    no_bsn_reason: str = ""
    channels: tuple[NewChannel, ...] = field(default_factory=tuple)


COMPLETED = ("sex", "postcode", "municipality", "no_bsn_reason")


def keys_of(programme_id: int) -> bsn.BsnKeys:
    """Return the BSN keys of one programme, derived from the installation's secret."""
    return bsn.keys_for(settings.SECRET_KEY.encode(), programme_id)


def associated(client_uuid: uuid.UUID) -> str:
    """Return the words that tie a sealed BSN to its row and field."""
    return f"client/{client_uuid}/bsn"


def alike(child: NewChild, programme_id: int) -> ClientQuerySet:
    """Return who might be the same child, before anyone asks what the user may see.

    Birth date with a surname that sounds alike, and the postcode where both have one;
    or the same BSN (peers.md F41). A door narrows it to the asker's own rows (R2).
    """
    key = surname_key(child.family_name)
    match = Q(birth_date=child.birth_date, surname_key=key)
    if child.postcode:
        match &= Q(postcode__in=("", child.postcode))
    if child.bsn:
        match |= Q(bsn_index=bsn.blind_index(child.bsn, keys_of(programme_id)))
    return Client.objects.filter(match, programme=programme_id).order_by("id")


def take_turn(practice_id: int, child: NewChild) -> None:
    """Wait until nobody else in this practice is entering a child born that day.

    Without it two windows could each find no child that looks the same. The turn ends
    with the transaction.
    """
    turn = f"enter/{practice_id}/{child.birth_date}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [turn])


@action(Permission.REFERRAL_SUBMIT, code=Entry.ActionCode.CREATE)
def enter_client(*, participation: Participation, by: User, child: NewChild) -> Client:
    """Enter a child, held by the employer of this participation.

    Raises Refused when this practice already has a file with the same BSN.
    """
    new = uuid.uuid4()
    client = Client(
        uuid=new,
        programme_id=participation.programme_id,
        holder_id=participation.holder_id,
        practice_id=participation.practice_id,
        given_name=child.given_name,
        family_name=child.family_name,
        surname_key=surname_key(child.family_name),
        birth_date=child.birth_date,
        sex=child.sex,
        postcode=child.postcode,
        municipality=child.municipality,
        no_bsn_reason=child.no_bsn_reason,
        without_parents=child.without_parents,
        created_at=clock.now(),
    )
    if child.bsn:
        seal_bsn(client, child.bsn)
    _save(client, force_insert=True)
    _add_channels(client, child.channels)
    return client


@action(Permission.REFERRAL_SUBMIT)
def supplement_client(*, client: Client, by: User, child: NewChild) -> Client:
    """Add what a file does not know yet; what it knows is never overwritten.

    Two things only become stricter: helped without parents, and a channel kept silent.
    Raises Refused when this practice has another child with the same BSN.
    """
    if client.sex == Client.Sex.UNKNOWN:
        client.sex = child.sex
    client.postcode = client.postcode or child.postcode
    client.municipality = client.municipality or child.municipality
    client.without_parents = client.without_parents or child.without_parents
    if client.bsn_index is None:
        client.no_bsn_reason = client.no_bsn_reason or child.no_bsn_reason
        if child.bsn:
            seal_bsn(client, child.bsn)
    _save(client)
    known = {_same_as(c.kind, c.value): c for c in client.channels.all()}
    told = {_same_as(c.kind, c.value): c for c in child.channels}
    _add_channels(client, [c for same, c in told.items() if same not in known])
    quiet = [known[same].pk for same, c in told.items() if c.silent and same in known]
    client.channels.filter(pk__in=quiet).update(silent=True)
    return client


@action(Permission.FILE_WRITE)
def complete_client(*, client: Client, by: User, details: Details) -> Client:
    """Complete a child's data at intake (R17); what is not told stays as it was.

    Raises Refused for a BSN that another file of this practice has.
    """
    for name in COMPLETED:
        told = getattr(details, name)
        if told and told != Client.Sex.UNKNOWN:
            setattr(client, name, told)
    if details.bsn:
        seal_bsn(client, details.bsn)
    _save(client)
    _add_channels(client, details.channels)
    return client


@action(Permission.FILE_WRITE)
def set_silent(*, client: Client, by: User, channel_id: int, silent: bool) -> Client:
    """Leave a channel unused from now on, or use it again (R18)."""
    client.channels.filter(pk=channel_id).update(silent=silent)
    return client


def seal_bsn(client: Client, number: str) -> None:
    """Put a BSN in its sealed form on a client that is not saved yet."""
    keys = keys_of(client.programme_id)
    client.bsn_sealed = bsn.encrypt(number, keys, associated=associated(client.uuid))
    client.bsn_index = bsn.blind_index(number, keys)
    client.no_bsn_reason = ""


def masked_bsn(client: Client) -> str:
    """Return the BSN as a screen may show it: its last three digits, or nothing."""
    if client.bsn_sealed is None:
        return ""
    number = bsn.decrypt(
        bytes(client.bsn_sealed),
        keys_of(client.programme_id),
        associated=associated(client.uuid),
    )
    return bsn.mask(number)


def _save(client: Client, *, force_insert: bool = False) -> None:
    """Save; the unique rule on the BSN decides, also between two who save at once."""
    try:
        with transaction.atomic():
            client.save(force_insert=force_insert)
    except IntegrityError as clash:
        if "client_bsn_once" not in str(clash):
            raise
        raise Refused(_("Your practice already has a child with this BSN.")) from None


def _same_as(kind: str, value: str) -> tuple[str, str]:
    """Return what two ways of writing one number or address have in common."""
    if kind == Channel.Kind.EMAIL:
        return kind, value.strip().casefold()
    digits = "".join(sign for sign in value if sign.isdigit())
    return kind, digits.removeprefix("0031").removeprefix("31").removeprefix("0")


def _add_channels(client: Client, channels: Iterable[NewChannel]) -> None:
    Channel.objects.bulk_create(
        Channel(
            client=client,
            owner=channel.owner,
            kind=channel.kind,
            value=channel.value,
            silent=channel.silent,
        )
        for channel in channels
    )


def open_care_relation(client: Client, practitioner_id: int, reason: str) -> None:
    """Tie a practitioner to a child from today; twice is once."""
    CareRelation.objects.get_or_create(
        client=client,
        practitioner_id=practitioner_id,
        reason=reason,
        ends_on=None,
        defaults={"starts_on": clock.today()},
    )


def end_care_relations(
    client: Client, reason: str, *, keep: Iterable[int] = ()
) -> None:
    """End every running relation of one reason; today is its last day.

    So who judged or helped this morning can still finish what is on the screen.
    """
    CareRelation.objects.filter(client=client, reason=reason, ends_on=None).exclude(
        practitioner__in=list(keep)
    ).update(ends_on=clock.today())


def too_old(birth_date: date, on: date) -> bool:
    """Tell whether someone is 18 or older and so outside this programme."""
    return ages.age_on(birth_date, on) >= ages.ADULT_FROM


def family_channel(client: Client, only_for: str = "") -> Channel | None:
    """Return where a mail about this child may go, or None (R18).

    `only_for` is the one owner who may know of it; empty: the whole family.
    Helped without parents: only the young person's own address. From 16 the young
    person's own address, if there is one, comes before a parent's.
    """
    channels = list(
        client.channels.filter(kind=Channel.Kind.EMAIL, silent=False).order_by("id")
    )
    if only_for:
        channels = [c for c in channels if c.owner == only_for]
    own = [c for c in channels if c.owner == Channel.Owner.YOUNG_PERSON]
    if client.without_parents:
        return own[0] if own else None
    if client.age() >= ages.PARENTS_AGREE_UNTIL and own:
        return own[0]
    parents = [c for c in channels if c.owner != Channel.Owner.YOUNG_PERSON]
    return next(iter(parents or own), None)
