"""What was asked of whom, what did they answer, and what does it score?"""

import uuid
from datetime import date
from typing import Any, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Channel
from dichtbij.families.models import FamilyMember, FamilyRow, FamilyRowQuerySet
from dichtbij.families.standing import member_at
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.shared.permissions import FAMILY
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing


class InquiryQuerySet(FamilyRowQuerySet):
    """Which questions."""

    def visible_to(self, user: User) -> Self:
        """For staff those of children they may meet; for a family one's own only."""
        where = standing()
        if where is None or where.role not in FAMILY:
            return super().visible_to(user)
        member = member_at(where)
        return self.none() if member is None else self.filter(member=member)

    def unread(self) -> Self:
        """Those that were answered and not read yet, the most pressing first."""
        found = self.filter(answered_at__isnull=False, read_at=None)
        return found.order_by("read_by_on", "id")

    def waiting(self, on: date) -> Self:
        """Those that can still be answered on that day."""
        return self.filter(answered_at=None, expires_on__gte=on)


class Inquiry(FamilyRow):
    """Own questions put to one family member: before a talk, afterwards, at the end.

    It has a named reader and a day by which that person has read it (R26). Until it is
    sent, `answers` is what was tapped so far; None is a question that was skipped.
    """

    class Kind(models.TextChoices):
        CHECK_IN = "check_in", _("check-in before a talk")
        PULSE = "pulse", _("three questions, 90 days after the help")
        SATISFACTION = "satisfaction", _("questions about the help")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="inquiries")
    member = models.ForeignKey(FamilyMember, models.PROTECT, related_name="inquiries")
    kind = models.CharField(max_length=12, choices=Kind)
    version = models.CharField(max_length=20, default="1")
    asked_at = models.DateTimeField()
    # The talk it comes before, or the day on which the pulse is due.
    about_on = models.DateField()
    expires_on = models.DateField()
    answered_at = models.DateTimeField(null=True)
    answers = models.JSONField(default=dict)
    reader = models.ForeignKey(User, models.PROTECT, related_name="+")
    read_by_on = models.DateField()
    read_at = models.DateTimeField(null=True)

    objects: ClassVar[Any] = InquiryQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("client", name="inquiry_wall"),
            models.UniqueConstraint(
                fields=["client", "member", "kind", "about_on"], name="inquiry_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["reader", "read_by_on"],
                condition=models.Q(read_at=None, answered_at__isnull=False),
                name="inquiry_unread",
            )
        ]

    class Privacy:
        personal = {"client", "member", "kind", "answers", "reader"}
        ordinary = {
            "id", "uuid", "referral", "version", "asked_at", "about_on", "expires_on",
            "answered_at", "read_by_on", "read_at",
        }  # fmt: skip

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this; of a family only the one who was asked."""
        if where.role in FAMILY:
            member = member_at(where)
            if member is None or member.pk != self.member_id:
                return set()
        return super().relations_to(where)


class Measurement(FamilyRow):
    """Scores of one instrument in one version: never a diagnosis, never a decision."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="measurements")
    instrument = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    informant = models.CharField(max_length=12, choices=Channel.Owner)
    taken_on = models.DateField()
    # Answers per item where the items were asked here; empty where scores were typed.
    answers = models.JSONField(null=True)
    scores = models.JSONField()
    # The norms that were chosen, with their source: kept with the result.
    norms = models.CharField(max_length=40, blank=True)
    missing = ArrayField(models.PositiveSmallIntegerField(), default=list)
    entered_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("client", name="measurement_wall"),
            AppendOnly(name="measurement_append_only"),
        ]
        indexes = [
            models.Index(fields=["client", "taken_on"], name="measurement_client")
        ]
        ordering = ["taken_on", "id"]

    class Privacy:
        personal = {
            "client", "instrument", "informant", "taken_on", "answers", "scores",
            "missing", "entered_by",
        }  # fmt: skip
        ordinary = {"id", "uuid", "referral", "version", "norms", "entered_at"}


class ItemText(models.Model):
    """Item texts of a licensed instrument, from the licence holder's own file."""

    instrument = models.CharField(max_length=20)
    version = models.CharField(max_length=20)
    language = models.CharField(max_length=2)
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    licence_holder = models.CharField(max_length=120)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "version", "language", "number"],
                name="item_text_once",
            )
        ]
        ordering = ["number"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "instrument", "version", "language", "number", "text",
            "licence_holder", "imported_at",
        }  # fmt: skip
