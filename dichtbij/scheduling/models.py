"""Who meets whom, where and when, and who waits?"""

import uuid
from datetime import date, datetime, time
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Channel, ClientRow, ClientRowQuerySet
from dichtbij.families.standing import may_read, member_at
from dichtbij.organisations.models import Organisation, PersonalLink, User
from dichtbij.programmes.models import Programme
from dichtbij.referrals.models import Referral
from dichtbij.scheduling import patterns
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Relation, Role
from dichtbij.shared.walls import Standing, Wall, standing


class Room(models.Model):
    """A room in a practice where a practitioner receives families."""

    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="rooms")
    name = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "name"], name="room_once")
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "practice", "name"}

    def __str__(self) -> str:
        return self.name


class DayQuerySet(models.QuerySet["PracticeDay"]):
    """Which practice days, or closures of them."""

    def visible_to(self, user: User) -> Self:
        """Those of one's own practice, employer, or own days."""
        where = standing()
        if where is None:
            return self.none()
        if where.role in (Role.GP, Role.PRACTICE_ASSISTANT):
            return self.filter(
                programme=where.programme_id, practice__in=where.practices
            )
        return self.filter(programme=where.programme_id, holder__in=where.holders)

    def between(self, first: date, last: date) -> Self:
        """Those valid on any day from `first` to `last`."""
        return self.filter(
            Q(valid_until=None)
            | Q(valid_until__gte=first) & Q(valid_until__gte=F("valid_from")),
            valid_from__lte=last,
        )


class PracticeDay(models.Model):
    """A weekly day of a practitioner in a room of a practice, while it is valid."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    practice = models.ForeignKey(
        Organisation, models.PROTECT, related_name="practice_days"
    )
    practitioner = models.ForeignKey(User, models.PROTECT, related_name="practice_days")
    room = models.ForeignKey(Room, models.PROTECT, related_name="practice_days")
    weekday = models.PositiveSmallIntegerField()  # 0 is Monday
    starts = models.TimeField()
    ends = models.TimeField()
    valid_from = models.DateField()
    valid_until = models.DateField(null=True)

    objects = DayQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="practice_day_ends_later", condition=Q(ends__gt=F("starts"))
            ),
            models.CheckConstraint(
                name="practice_day_weekday", condition=Q(weekday__lte=6)
            ),
            *patterns.one_at_a_time(),
        ]
        indexes = [
            models.Index(fields=["practice", "weekday"], name="practice_day_practice"),
            models.Index(fields=["practitioner"], name="practice_day_whose"),
        ]

    class Privacy:
        personal = {"practitioner"}
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "room", "weekday",
            "starts", "ends", "valid_from", "valid_until",
        }  # fmt: skip
        unwalled = "working days of staff, no child: whoever books must see them"

    @property
    def weekday_name(self) -> str:
        """Return the day of the week in words."""
        return str(WEEKDAYS[self.weekday])

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this day."""
        ties: set[str] = set()
        if self.programme_id == where.programme_id:
            if self.practice_id in where.practices:
                ties.add(Relation.PRACTICE)
            if self.holder_id in where.holders:
                ties.add(Relation.HOLDER)
        return ties


class ClosureQuerySet(models.QuerySet["Closure"]):
    """Which closures."""

    def visible_to(self, user: User) -> Self:
        """Those of one's own employer: the reason is for colleagues only."""
        where = standing()
        if where is None:
            return self.none()
        return self.filter(programme=where.programme_id, holder__in=where.holders)

    def standing_on(self, first: date, last: date) -> Self:
        """Those not lifted that touch any day from `first` to `last`."""
        return self.filter(lifted_at=None, first_on__lte=last, last_on__gte=first)


class Closure(models.Model):
    """Days or hours on which a practitioner or a practice does not receive anyone."""

    class Reason(models.TextChoices):
        LEAVE = "leave", _("leave")
        ILLNESS = "illness", _("illness")
        STUDY = "study", _("study day")
        PRACTICE_CLOSED = "practice_closed", _("practice closed")
        ROOM = "room", _("room not available")
        OTHER = "other", _("other")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    practice = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="closures"
    )
    practitioner = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="closures"
    )
    room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()
    starts = models.TimeField(null=True)
    ends = models.TimeField(null=True)
    reason = models.CharField(max_length=16, choices=Reason)
    lifted_at = models.DateTimeField(null=True)

    objects = ClosureQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="closure_ends_later", condition=Q(last_on__gte=F("first_on"))
            ),
            models.CheckConstraint(
                name="closure_of_someone",
                condition=Q(practice__isnull=False) | Q(practitioner__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["programme", "last_on"], name="closure_when")]

    class Privacy:
        personal = {"practitioner", "reason"}
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "room", "first_on",
            "last_on", "starts", "ends", "lifted_at",
        }  # fmt: skip
        unwalled = (
            "absence of staff, no child; the reason is shown to the employer only"
        )

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this closure."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()


class AppointmentQuerySet(ClientRowQuerySet):
    """Which appointments."""

    def for_family(self, where: Standing) -> Self:
        """Open to who may read the file all but those of the other home (LR-14).

        Who may not read it meets the appointments that a link was given for, no more.
        """
        member = member_at(where)
        if member is None:
            return self.none()
        mine = self.filter(only_for__in=("", member.slot))
        if may_read(member):
            return mine
        given = PersonalLink.objects.filter(
            purpose=PersonalLink.Purpose.APPOINTMENT,
            holder_of_link=member.uuid,
            ended_at=None,
        )
        return mine.filter(uuid__in=given.values("subject"))

    def coming(self) -> Self:
        """Those that are planned and have not begun, the next one first."""
        return self.filter(
            status=Appointment.Status.BOOKED, starts_at__gt=clock.now()
        ).order_by("starts_at", "id")

    def live(self) -> Self:
        """Those that take a time: neither cancelled nor moved away."""
        return self.exclude(status=Appointment.Status.CANCELLED)

    def between(self, first: date, last: date) -> Self:
        """Those that start on a local day from `first` to `last`."""
        return self.filter(
            starts_at__gte=calendar.at_local(first, time.min),
            starts_at__lt=calendar.at_local(last + calendar.ONE_DAY, time.min),
        )

    def overlapping(self, starts: datetime, ends: datetime) -> Self:
        """Those that touch the half-open interval."""
        return self.filter(starts_at__lt=ends, ends_at__gt=starts)


class Appointment(ClientRow):
    """A family comes to a practitioner in a room, at a time nobody else can have."""

    class Status(models.TextChoices):
        BOOKED = "booked", _("planned")
        HELD = "held", _("held")
        CANCELLED = "cancelled", _("cancelled")
        NO_SHOW_NOTICE = "no_show_notice", _("cancelled by the family, with notice")
        NO_SHOW = "no_show", _("did not come")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="appointments")
    practitioner = models.ForeignKey(User, models.PROTECT, related_name="appointments")
    room = models.ForeignKey(Room, models.PROTECT, related_name="appointments")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    first = models.BooleanField(default=False)
    status = models.CharField(max_length=14, choices=Status, default=Status.BOOKED)
    started_at = models.DateTimeField(null=True)
    booked_at = models.DateTimeField()
    booked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    moves = models.PositiveSmallIntegerField(default=0)
    confirmed_at = models.DateTimeField(null=True)
    # The slot of the one family member who may know of it; empty: the whole family.
    only_for = models.CharField(max_length=12, choices=Channel.Owner, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="appointment_wall"),
            *(
                ExclusionConstraint(
                    name=f"appointment_one_per_{who}",
                    expressions=[
                        (who, RangeOperators.EQUAL),
                        (patterns.during(), RangeOperators.OVERLAPS),
                    ],
                    condition=Q(status__in=("booked", "held", "no_show")),
                )
                for who in ("practitioner", "room", "client")
            ),
            models.UniqueConstraint(
                fields=["id", "client"], name="appointment_of_client"
            ),
            models.CheckConstraint(
                name="appointment_ends_later",
                condition=Q(ends_at__gt=F("starts_at")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["practitioner", "starts_at"], name="appointment_whose"
            ),
            models.Index(fields=["practice", "starts_at"], name="appointment_where"),
            models.Index(fields=["holder", "starts_at"], name="appointment_holder"),
            models.Index(fields=["client", "starts_at"], name="appointment_client"),
        ]
        ordering = ["starts_at"]

    class Privacy:
        personal = {
            "client", "practitioner", "starts_at", "ends_at", "booked_by", "status",
            "started_at", "only_for",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "referral", "room",
            "first", "booked_at", "moves", "confirmed_at",
        }  # fmt: skip

    @property
    def place(self) -> Organisation:
        """Return the practice where the family comes: its own, or a neighbouring one.

        `practice` is always its own: that is who the wall lets in (ADR 0075).
        """
        return self.room.practice


class WaitingEntryQuerySet(ClientRowQuerySet):
    """Which places on the waiting list."""

    def open(self) -> Self:
        """Those that still wait, most pressing first: target date, then receipt."""
        return self.filter(ended_at=None).order_by("target_on", "since_at", "id")


class WaitingEntry(ClientRow):
    """A family waits for a first conversation, with an owner and a target date."""

    class Ended(models.TextChoices):
        BOOKED = "booked", _("planned")
        DECLINED = "declined", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(
        Referral, models.PROTECT, related_name="waiting_entries"
    )
    since_at = models.DateTimeField()
    target_on = models.DateField()
    # Whether the family agreed to be helped in a neighbouring practice too.
    elsewhere = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=10, choices=Ended, blank=True)

    objects = WaitingEntryQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="waiting_entry_wall"),
            models.UniqueConstraint(
                fields=["client", "referral"],
                condition=Q(ended_at=None),
                name="waits_once",
            ),
            models.UniqueConstraint(fields=["id", "client"], name="wait_of_client"),
        ]
        indexes = [
            models.Index(
                fields=["holder", "target_on"],
                condition=Q(ended_at=None),
                name="waiting_holder",
            ),
            models.Index(
                fields=["practice", "target_on"],
                condition=Q(ended_at=None),
                name="waiting_practice",
            ),
        ]

    class Privacy:
        personal = {"client"}
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "referral", "since_at",
            "target_on", "elsewhere", "ended_at", "ended_by",
        }  # fmt: skip


class SlotHold(models.Model):
    """A time is kept for an offer until a moment: nobody else is shown it."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    practitioner = models.ForeignKey(User, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    until_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["practitioner", "starts_at"], name="hold_when")]

    class Privacy:
        personal = {"practitioner"}
        ordinary = {
            "id", "programme", "room", "starts_at", "ends_at", "until_at", "ended_at",
        }  # fmt: skip
        unwalled = "a time of staff, no child: whoever books must see that it is kept"
