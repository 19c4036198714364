"""What happens on the waiting list: offered, accepted, declined, expired, withdrawn."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError
from django.db.models import Q
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.actions import family_channel
from dichtbij.clients.models import wall_keys
from dichtbij.organisations.models import User
from dichtbij.outbox.post import post
from dichtbij.referrals.actions import hold_referral
from dichtbij.scheduling import holds
from dichtbij.scheduling.claims import claim
from dichtbij.scheduling.models import Appointment, SlotHold, WaitingEntry
from dichtbij.scheduling.placing import check_place, place_appointment
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import clock
from dichtbij.shared.errors import Busy, Refused
from dichtbij.shared.permissions import Permission
from dichtbij.waiting.ended import NO_LONGER, ended_words
from dichtbij.waiting.gaps import weigh_for
from dichtbij.waiting.matching import Weighed, higher, passed_over
from dichtbij.waiting.models import Offer, OfferWeighing
from dichtbij.waiting.ordering import answer_by
from dichtbij.waiting.words import WHY, passed_words, why_words

LIST = "/wachtlijst/"


@action(Permission.OFFER_MAKE, code=Entry.ActionCode.CREATE)
def make_offer(*, entry: WaitingEntry, by: User, slot: Slot, why: str = "") -> Offer:
    """Offer a free time to one waiting family, and keep it until its term.

    `why` is a key of `words.WHY`, needed when a family that stands higher could have
    had it. Who was considered is written down. Raises Busy when the time was just
    taken, Refused when the family no longer waits or has an offer already.
    """
    hold_referral(entry.referral_id)
    _check_offer(entry, slot)
    until = answer_by(clock.now(), slot.starts)
    if until is None:
        raise Refused(_("This time is too near to wait for an answer. Call a family."))
    try:
        offer = claim(
            lambda: _offer(entry, by, slot, until, why), slot, entry.client_id
        )
    except IntegrityError as clash:
        raise Refused(_("This family was just offered a time.")) from clash
    channel = family_channel(entry.client)
    if channel is not None:
        post("offer_family", client=entry.client, channel=channel, link="/mijn/")
    return offer


def _check_offer(entry: WaitingEntry, slot: Slot) -> None:
    if not WaitingEntry.objects.filter(pk=entry.pk, ended_at=None).exists():
        raise Refused(str(NO_LONGER))
    if slot.starts < clock.now():
        raise Refused(_("This time has passed. Choose a later one."))
    check_place(entry.referral, slot)


def _offer(
    entry: WaitingEntry, by: User, slot: Slot, until: datetime, why: str
) -> Offer:
    """Write hold, offer and weighing; we have our turn with this time."""
    _let_lapse(entry, slot)
    _check_free(slot)
    weighed = weigh_for([slot])[slot]
    mine = next((one for one in weighed if one.candidate.entry == entry.pk), None)
    if mine is None:
        raise Refused(str(NO_LONGER))
    if not mine.fits:
        raise Refused(
            _("This time cannot be offered to this family: %(why)s.")
            % {"why": why_words(mine)}
        )
    if passed_over(weighed, entry.pk) and why not in WHY:
        raise Refused(_("Another family stands higher. Say why this one goes first."))
    hold = SlotHold.objects.create(
        programme_id=entry.programme_id,
        practitioner_id=slot.practitioner,
        room_id=slot.room,
        starts_at=slot.starts,
        ends_at=slot.ends,
        until_at=until,
    )
    offer = Offer.objects.create(
        **wall_keys(entry.client),
        entry=entry,
        hold=hold,
        practitioner_id=slot.practitioner,
        room_id=slot.room,
        starts_at=slot.starts,
        ends_at=slot.ends,
        reason=why_words(mine)[:200],
        made_by=by,
        made_at=clock.now(),
        expires_at=until,
    )
    _write_weighing(offer, [*higher(weighed, entry.pk), mine], why)
    return offer


def _let_lapse(entry: WaitingEntry, slot: Slot) -> None:
    """Let offers whose term passed end now: the night has not been there yet."""
    lapsed = Offer.objects.open().filter(
        Q(entry=entry)
        | Q(
            practitioner=slot.practitioner,
            starts_at__lt=slot.ends,
            ends_at__gt=slot.starts,
        ),
        expires_at__lte=clock.now(),
    )
    for offer in lapsed:
        _expire(offer)


def _check_free(slot: Slot) -> None:
    busy = Appointment.objects.filter(
        Q(practitioner=slot.practitioner) | Q(room=slot.room),
        status__in=("booked", "held", "no_show"),
    )
    if busy.overlapping(slot.starts, slot.ends).exists():
        raise Busy(_("This time was just taken. Choose one of the next free times."))


def _write_weighing(offer: Offer, considered: Sequence[Weighed], why: str) -> None:
    OfferWeighing.objects.bulk_create(
        OfferWeighing(
            client_id=one.candidate.client,
            entry_id=one.candidate.entry,
            offer_uuid=offer.uuid,
            place=one.place,
            chosen=one.candidate.entry == offer.entry_id,
            reason=_weighed_words(one, offer, why)[:200],
            at=offer.made_at,
        )
        for one in considered
    )


def _weighed_words(one: Weighed, offer: Offer, why: str) -> str:
    chosen = one.candidate.entry == offer.entry_id
    return passed_words(why) if one.fits and not chosen else why_words(one)


@action(Permission.MINE_OFFER)
def accept_offer(*, offer: Offer, by: User) -> Offer:
    """Take the offered time: it is booked, once.

    Raises Refused when the offer no longer stands, Busy when the time is gone.
    """
    return _accept(offer, by)


@action(Permission.MINE_OFFER)
def decline_offer(*, offer: Offer, by: User) -> Offer:
    """Leave the offered time; the family keeps its place on the waiting list.

    Raises Refused when the offer no longer stands.
    """
    return _decline(offer, by)


@action(Permission.OFFER_MAKE)
def note_answer(*, offer: Offer, by: User, accepted: bool) -> Offer:
    """Note what a family said on the telephone. Raises as the family's own answer."""
    return _accept(offer, by) if accepted else _decline(offer, by)


@action(Permission.OFFER_MAKE)
def withdraw_offer(*, offer: Offer, by: User) -> Offer:
    """Take an offer back: its time is free again, the family keeps its place.

    Raises Refused when it was answered meanwhile.
    """
    hold_referral(offer.entry.referral_id)
    _settle(offer, Offer.Status.WITHDRAWN)
    return offer


@action(Permission.OFFER_MAKE)
def expire_offer(*, offer: Offer, by: User) -> Offer:
    """End an offer whose term passed, or whose family no longer waits; twice is once.

    The night does this, every few minutes (`jobs`); screens judge by the clock.
    """
    _expire(offer)
    return offer


@action(Permission.OFFER_MAKE)
def note_elsewhere(*, entry: WaitingEntry, by: User, agreed: bool) -> WaitingEntry:
    """Note whether the family agreed to be helped in a neighbouring practice too.

    The log holds by whom and when. Whoever no longer agrees is not asked about a time
    there any more: that offer is taken back. Raises Refused where the programme does
    not share.
    """
    if agreed and not entry.programme.shares_practices:
        raise Refused(_("This programme helps families in their own practice only."))
    hold_referral(entry.referral_id)
    waits = WaitingEntry.objects.filter(pk=entry.pk, ended_at=None)
    if not waits.update(elsewhere=agreed):
        raise Refused(str(NO_LONGER))
    if not agreed:
        there = Offer.objects.open().filter(entry=entry)
        for offer in there.exclude(room__practice=entry.practice_id):
            _end(offer, Q(), status=Offer.Status.WITHDRAWN, answered_at=clock.now())
    entry.refresh_from_db()
    return entry


def slot_of_offer(offer: Offer) -> Slot:
    """Return the time that was offered."""
    return Slot(
        starts=offer.starts_at,
        ends=offer.ends_at,
        practice=offer.room.practice_id,
        practitioner=offer.practitioner_id,
        room=offer.room_id,
    )


def _accept(offer: Offer, by: User) -> Offer:
    referral = offer.entry.referral
    hold_referral(referral.pk)
    slot = slot_of_offer(offer)

    def take() -> Appointment:
        # The order in which others lock: our turn with this time, offer, hold.
        _settle(offer, Offer.Status.ACCEPTED)
        if not WaitingEntry.objects.filter(pk=offer.entry_id, ended_at=None).exists():
            raise Refused(str(NO_LONGER))
        return place_appointment(referral, by, slot, offer.hold_id)

    appointment = claim(take, slot, offer.client_id, offer.hold_id)
    Offer.objects.filter(pk=offer.pk).update(appointment=appointment)
    offer.refresh_from_db()
    _tell_maker(offer, by)
    return offer


def _decline(offer: Offer, by: User) -> Offer:
    hold_referral(offer.entry.referral_id)
    _settle(offer, Offer.Status.DECLINED)
    _tell_maker(offer, by)
    return offer


def _settle(offer: Offer, status: str) -> None:
    """Answer an offer once, within its term. Raises Refused in the words of its end."""
    in_time = Q(expires_at__gt=clock.now())
    if not _end(offer, in_time, status=status, answered_at=clock.now()):
        raise Refused(ended_words(offer))


def _expire(offer: Offer) -> None:
    if offer.entry.ended_at is not None:
        _end(offer, Q(), status=Offer.Status.WITHDRAWN)
    else:
        over = Q(expires_at__lte=clock.now())
        _end(offer, over, status=Offer.Status.EXPIRED)


def _end(offer: Offer, when: Q, **written: object) -> bool:
    """End an offer that is open and free its time; False: something came before us."""
    won = Offer.objects.open().filter(when, pk=offer.pk).update(**written)
    if won:
        holds.release(offer.hold_id)
    offer.refresh_from_db()
    return bool(won)


def _tell_maker(offer: Offer, by: User) -> None:
    if by.pk != offer.made_by_id:
        post("referral_changed", user=offer.made_by, link=LIST)
