"""What is arranged around rosters: cover, absence, and addresses for calendars?"""

import secrets
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.models import CareRelation, CareRelationQuerySet
from dichtbij.organisations.models import User
from dichtbij.rosters.feeding import hash_of
from dichtbij.rosters.models import CalendarFeed, Cover
from dichtbij.scheduling.diary import colleagues
from dichtbij.scheduling.models import Appointment, PracticeDay
from dichtbij.scheduling.placing import change_time
from dichtbij.scheduling.planner import Slot
from dichtbij.scheduling.telling import mail_family
from dichtbij.shared import clock
from dichtbij.shared.calendar import ONE_DAY, local
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import standing

TOKEN_BYTES = 32
Reason = CareRelation.Reason


@dataclass(frozen=True)
class NewFeed:
    """A feed that was made just now: the only moment its token is known."""

    feed: CalendarFeed
    token: str


@action(Permission.COVER_PLAN, code=Entry.ActionCode.CREATE)
def plan_cover(
    *, day: PracticeDay, by: User, covering: User, first_on: date, last_on: date
) -> Cover:
    """Let a colleague cover for the one of this weekly day, from a day until a day.

    Opens a care relation with each child in the absent one's care that ends by itself.
    Raises Refused: self-cover, an end before the start or in the past, a colleague of
    another employer, or a cover that is planned already.
    """
    _check_cover(day, covering, first_on, last_on)
    # Two who plan the same cover at once: the second waits, and finds the first.
    PracticeDay.objects.select_for_update().get(pk=day.pk)
    same = Cover.objects.running(first_on, last_on).filter(
        programme=day.programme_id, absent=day.practitioner_id, covering=covering
    )
    if same.exists():
        raise Refused(_("This colleague covers already in these days."))
    cover = Cover.objects.create(
        programme_id=day.programme_id,
        holder_id=day.holder_id,
        absent_id=day.practitioner_id,
        covering=covering,
        first_on=first_on,
        last_on=last_on,
        made_by=by,
        made_at=clock.now(),
    )
    open_relations(cover)
    return cover


def _check_cover(
    day: PracticeDay, covering: User, first_on: date, last_on: date
) -> None:
    if covering.pk == day.practitioner_id:
        raise Refused(_("Nobody covers for oneself. Choose a colleague."))
    if last_on < first_on:
        raise Refused(_("The last day lies before the first day."))
    if last_on < clock.today():
        raise Refused(_("Choose today or a later day."))
    if not colleagues(day.holder_id, day.programme_id).filter(pk=covering.pk).exists():
        raise Refused(_("This colleague does not work for the same employer."))


def open_relations(cover: Cover) -> int:
    """Open the dated care relations of a cover that are not there yet; say how many.

    Of a child that comes during the cover, it begins on the day that this is asked.
    """
    starts_on = max(cover.first_on, clock.today())
    helped = CareRelation.objects.active(starts_on).filter(
        practitioner=cover.absent_id,
        reason=Reason.OWN,
        client__programme=cover.programme_id,
        client__holder=cover.holder_id,
    )
    there = _relations_of(cover).values("client")
    clients = helped.exclude(client__in=there).order_by("client")
    made = CareRelation.objects.bulk_create(
        CareRelation(
            client_id=client,
            practitioner_id=cover.covering_id,
            reason=Reason.COVER,
            starts_on=starts_on,
            ends_on=cover.last_on,
        )
        for client in clients.values_list("client", flat=True).distinct()
    )
    return len(made)


def _relations_of(cover: Cover) -> CareRelationQuerySet:
    return CareRelation.objects.filter(
        practitioner=cover.covering_id,
        reason=Reason.COVER,
        starts_on__gte=cover.first_on,
        ends_on=cover.last_on,
        client__programme=cover.programme_id,
        client__holder=cover.holder_id,
    )


@action(Permission.COVER_PLAN)
def end_cover(*, cover: Cover, by: User) -> Cover:
    """End a cover before its last day; today is the last day of its care relations.

    Who has a talk planned with the colleague keeps it, and the file with it. Raises
    Refused when the cover ended already.
    """
    won = Cover.objects.filter(
        pk=cover.pk, ended_at=None, last_on__gte=clock.today()
    ).update(ended_at=clock.now())
    if not won:
        raise Refused(_("This cover has ended already."))
    planned = Appointment.objects.coming().filter(practitioner=cover.covering_id)
    of_cover = _relations_of(cover).exclude(client__in=planned.values("client"))
    # What has not begun is over before it begins.
    of_cover.filter(starts_on__gt=clock.today()).update(
        ends_on=cover.first_on - ONE_DAY
    )
    of_cover.filter(starts_on__lte=clock.today()).update(ends_on=clock.today())
    cover.refresh_from_db()
    return cover


@action(Permission.COVER_PLAN)
def move_for_absence(
    *, appointment: Appointment, by: User, slot: Slot, last_on: date
) -> Appointment:
    """Move the appointment of someone who is away, and tell the family neutrally.

    A colleague who takes it over has a care relation until `last_on` or that day,
    whichever is later. Raises Busy, or Refused when it is not planned any more.
    """
    absent = appointment.practitioner_id
    mine = CareRelation.objects.filter(
        client=appointment.client_id, practitioner=slot.practitioner, reason=Reason.OWN
    )
    known = mine.active(clock.today()).exists()
    change_time(appointment, by, slot)
    if slot.practitioner != absent and not known:
        until = max(last_on, local(slot.starts).date())
        mine.filter(ends_on=None).update(reason=Reason.COVER, ends_on=until)
    mail_family(appointment, "appointment_changed_family")
    return appointment


@action(Permission.FEED_MANAGE, code=Entry.ActionCode.CREATE)
def make_feed(*, day: PracticeDay, by: User, of_room: bool = False) -> NewFeed:
    """Make a secret address for the person or the room of a weekly day.

    An older address that the same maker made for it stops working. Raises Refused when
    a practitioner asks for the calendar of someone else.
    """
    where = standing()
    practitioner = where is not None and where.role == Role.PRACTITIONER
    if practitioner and not of_room and day.practitioner_id != by.pk:
        raise Refused(_("You can only share your own calendar, or that of a room."))
    subject = (
        {"user": None, "room": day.room}
        if of_room
        else {"user": day.practitioner, "room": None}
    )
    older = CalendarFeed.objects.filter(made_by=by, revoked_at=None, **subject)
    older.filter(programme=day.programme_id).update(revoked_at=clock.now())
    token = secrets.token_urlsafe(TOKEN_BYTES)
    feed = CalendarFeed.objects.create(
        programme_id=day.programme_id,
        holder_id=day.holder_id,
        token_hash=hash_of(token),
        made_by=by,
        made_at=clock.now(),
        **subject,
    )
    return NewFeed(feed, token)


@action(Permission.FEED_MANAGE)
def revoke_feed(*, feed: CalendarFeed, by: User) -> CalendarFeed:
    """Let an address stop working at once; twice is once."""
    CalendarFeed.objects.filter(pk=feed.pk, revoked_at=None).update(
        revoked_at=clock.now()
    )
    feed.refresh_from_db()
    return feed
