"""Which time was offered to which family, what came of it, and who was considered?"""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Client, ClientRow, ClientRowQuerySet
from dichtbij.families.standing import may_read, member_at
from dichtbij.organisations.models import PersonalLink, User
from dichtbij.scheduling.models import Appointment, Room, SlotHold, WaitingEntry
from dichtbij.shared import clock
from dichtbij.shared.walls import AppendOnly, Standing, Wall


class OfferQuerySet(ClientRowQuerySet):
    """Which offers."""

    def for_family(self, where: Standing) -> "OfferQuerySet":
        """Those made to the child one stands at.

        Who may not read the file meets those a link was given for, no more.
        """
        member = member_at(where)
        if member is None:
            return self.none()
        if may_read(member):
            return self
        given = PersonalLink.objects.filter(
            purpose=PersonalLink.Purpose.OFFER,
            holder_of_link=member.uuid,
            ended_at=None,
        )
        return self.filter(uuid__in=given.values("subject"))

    def open(self) -> "OfferQuerySet":
        """Those without an answer; the screen says whether the term has passed."""
        return self.filter(status=Offer.Status.OFFERED)

    def standing_now(self) -> "OfferQuerySet":
        """Those without an answer whose term has not passed."""
        return self.open().filter(expires_at__gt=clock.now())


class Offer(ClientRow):
    """A freed time is offered to one waiting family, until a moment."""

    class Status(models.TextChoices):
        OFFERED = "offered", _("offered")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("declined")
        EXPIRED = "expired", _("expired")
        WITHDRAWN = "withdrawn", _("withdrawn")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entry = models.ForeignKey(WaitingEntry, models.PROTECT, related_name="offers")
    hold = models.ForeignKey(SlotHold, models.PROTECT, related_name="offers")
    practitioner = models.ForeignKey(User, models.PROTECT, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    status = models.CharField(max_length=9, choices=Status, default=Status.OFFERED)
    reason = models.CharField(max_length=200)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    appointment = models.ForeignKey(
        Appointment, models.PROTECT, null=True, related_name="+"
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="offer_wall"),
            models.UniqueConstraint(
                fields=["client", "entry"],
                condition=Q(status="offered"),
                name="offer_one_at_a_time",
            ),
            models.UniqueConstraint(fields=["id", "client"], name="offer_of_client"),
            models.UniqueConstraint(fields=["client", "hold"], name="offer_hold_once"),
            ExclusionConstraint(
                name="offer_of_a_time_once",
                expressions=[
                    ("practitioner", RangeOperators.EQUAL),
                    (
                        Func(
                            F("starts_at"),
                            F("ends_at"),
                            Value("[)"),
                            function="tstzrange",
                            output_field=DateTimeRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(status="offered"),
            ),
            models.CheckConstraint(
                name="offer_ends_later", condition=Q(ends_at__gt=F("starts_at"))
            ),
        ]
        indexes = [
            models.Index(
                fields=["holder", "expires_at"],
                condition=Q(status="offered"),
                name="offer_open",
            )
        ]
        ordering = ["-made_at", "-id"]

    class Privacy:
        personal = {
            "client", "practitioner", "starts_at", "ends_at", "status", "reason",
            "made_by", "answered_at", "appointment",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "entry", "hold", "room",
            "made_at", "expires_at",
        }  # fmt: skip

    def stands(self) -> bool:
        """Tell whether it may still be answered."""
        return self.status == Offer.Status.OFFERED and self.expires_at > clock.now()


class OfferWeighing(models.Model):
    """Who was considered for a freed time, in which place, and why (fairness)."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    entry = models.ForeignKey(WaitingEntry, models.PROTECT, related_name="weighings")
    # The public id of the offer that came of it: another child's row, so no key.
    offer_uuid = models.UUIDField()
    place = models.PositiveSmallIntegerField()
    chosen = models.BooleanField()
    reason = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("client", name="offer_weighing_wall"),
            AppendOnly(name="offer_weighing_append_only"),
        ]
        indexes = [models.Index(fields=["entry", "at"], name="offer_weighing_entry")]
        ordering = ["at", "place"]

    class Privacy:
        personal = {"client", "reason", "chosen", "place"}
        ordinary = {"id", "entry", "offer_uuid", "at"}
