"""What happens to a child's own data: entering, completing, tying a practitioner."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients import ages, bsn
from dichtbij.clients.models import CareRelation, Channel, Client, Consent
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


def keys_of(programme_id: int) -> bsn.BsnKeys:
    """Return the BSN keys of one programme, derived from the installation's secret."""
    return bsn.keys_for(settings.SECRET_KEY.encode(), programme_id)


def associated(client_uuid: uuid.UUID) -> str:
    """Return the words that tie a sealed BSN to its row and field."""
    return f"client/{client_uuid}/bsn"


def alike(user: User, child: NewChild, programme_id: int) -> list[Client]:
    """Return at most five children the user may meet who look like the same child.

    Birth date with a surname that sounds alike, and the postcode where both have one;
    or the same BSN (peers.md F41). Never beyond what the user may see (R2).
    """
    key = surname_key(child.family_name)
    match = Q(birth_date=child.birth_date, surname_key=key)
    if child.postcode:
        match &= Q(postcode__in=("", child.postcode))
    if child.bsn:
        match |= Q(bsn_index=bsn.blind_index(child.bsn, keys_of(programme_id)))
    found = Client.objects.visible_to(user).filter(match).select_related("practice")
    return list(found.order_by("id")[:5])


@action(Permission.REFERRAL_SUBMIT, code=Entry.ActionCode.CREATE)
def enter_client(
    *, participation: Participation, by: User, child: NewChild
) -> Client:
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
        keys = keys_of(participation.programme_id)
        client.bsn_sealed = bsn.encrypt(child.bsn, keys, associated=associated(new))
        client.bsn_index = bsn.blind_index(child.bsn, keys)
        if Client.objects.filter(
            programme_id=client.programme_id,
            holder_id=client.holder_id,
            practice_id=client.practice_id,
            bsn_index=client.bsn_index,
        ).exists():
            raise Refused(_("Your practice already has a child with this BSN."))
    client.save(force_insert=True)
    Channel.objects.bulk_create(
        Channel(
            client=client,
            owner=channel.owner,
            kind=channel.kind,
            value=channel.value,
            silent=channel.silent,
        )
        for channel in child.channels
    )
    return client


@action(Permission.REFERRAL_SUBMIT, code=Entry.ActionCode.CREATE)
def note_consent(
    *,
    client: Client,
    by: User,
    giver: str,
    form: str = Consent.Form.ORAL,
) -> Consent:
    """Note who agreed to help today (LR-07). Raises Refused for an unknown giver."""
    if giver not in Consent.Giver.values:
        raise Refused(_("Say who agreed to the help."))
    return Consent.objects.create(
        client=client, giver=giver, form=form, given_on=clock.today(), noted_by=by
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
    """End every running relation of one reason, yesterday being its last day.

    A relation that began today ends today: it existed.
    """
    CareRelation.objects.filter(client=client, reason=reason, ends_on=None).exclude(
        practitioner__in=list(keep)
    ).update(ends_on=clock.today())


def too_old(birth_date: date, on: date) -> bool:
    """Tell whether someone is 18 or older and so outside this programme."""
    return ages.age_on(birth_date, on) >= ages.ADULT_FROM


def family_channel(client: Client) -> Channel | None:
    """Return where a mail about this child may go, or None (R18).

    Helped without parents: only the young person's own address. From 16 the young
    person's own address, if there is one, comes before a parent's.
    """
    channels = list(
        client.channels.filter(kind=Channel.Kind.EMAIL, silent=False).order_by("id")
    )
    own = [c for c in channels if c.owner == Channel.Owner.YOUNG_PERSON]
    if client.without_parents:
        return own[0] if own else None
    if client.age() >= ages.PARENTS_AGREE_UNTIL and own:
        return own[0]
    parents = [c for c in channels if c.owner != Channel.Owner.YOUNG_PERSON]
    return next(iter(parents or own), None)
