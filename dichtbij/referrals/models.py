"""Who asked for help for which child, and what became of the request?"""

import uuid
from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import ClientRow, ClientRowQuerySet
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.shared.walls import AppendOnly, Wall


class ReferralQuerySet(ClientRowQuerySet):
    """Which referrals."""

    def undecided(self) -> Self:
        """Those that nobody judged yet."""
        return self.filter(
            status__in=(Referral.Status.RECEIVED, Referral.Status.CALL_FIRST)
        )


class Referral(ClientRow):
    """One request from a GP practice, decided at most once."""

    class Status(models.TextChoices):
        RECEIVED = "received", _("received")
        CALL_FIRST = "call_first", _("call first")
        ACCEPTED = "accepted", _("accepted")
        DECLINED = "declined", _("returned")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Urgency(models.TextChoices):
        REGULAR = "regular", _("regular")
        SOONER = "sooner", _("sooner")
        URGENT = "urgent", _("urgent")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="referrals_sent")
    received_at = models.DateTimeField()
    questions = ArrayField(models.CharField(max_length=7))
    primary_question = models.CharField(max_length=7)
    sentence = models.CharField(max_length=400)
    urgency = models.CharField(max_length=8, choices=Urgency, default=Urgency.REGULAR)
    target_on = models.DateField()
    status = models.CharField(max_length=10, choices=Status, default=Status.RECEIVED)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decline_reason = models.CharField(max_length=400, blank=True)
    promised_median_days = models.PositiveSmallIntegerField(null=True)
    promised_p90_days = models.PositiveSmallIntegerField(null=True)
    changed_at = models.DateTimeField()

    objects = ReferralQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="referral_wall"),
            models.UniqueConstraint(fields=["id", "client"], name="referral_of_client"),
            models.CheckConstraint(
                name="referral_decided_whole",
                condition=models.Q(decided_at=None, decided_by=None)
                | models.Q(decided_at__isnull=False, decided_by__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["practice", "-changed_at", "-id"], name="referral_practice"
            ),
            models.Index(
                fields=["holder", "status", "received_at"], name="referral_holder"
            ),
            models.Index(fields=["client"], name="referral_client"),
        ]

    class Privacy:
        personal = {
            "client", "sent_by", "questions", "primary_question", "sentence",
            "decided_by", "decline_reason",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "received_at", "urgency",
            "target_on", "status", "decided_at", "promised_median_days",
            "promised_p90_days", "changed_at",
        }  # fmt: skip

    def received_on(self) -> date:
        """Return the local date of receipt."""
        return self.received_at.astimezone(clock.AMSTERDAM).date()

    def days_waiting(self, on: date) -> int:
        """Return whole days from receipt to `on`, never negative."""
        return max(0, (on - self.received_on()).days)

    def reference(self) -> str:
        """Return the short reference that practice and practitioner can both say."""
        return self.uuid.hex[:8].upper()


class ReferralEvent(ClientRow):
    """One line of a referral's timeline; nothing ever disappears from it."""

    class Kind(models.TextChoices):
        RECEIVED = "received", _("Referral received")
        BOOKED = "booked", _("First conversation planned")
        WAITING = "waiting", _("On the waiting list")
        CALL_FIRST = "call_first", _("Practitioner calls first")
        ACCEPTED = "accepted", _("Accepted by the practitioner")
        DECLINED = "declined", _("Returned to the practice")
        WITHDRAWN = "withdrawn", _("Withdrawn by the practice")
        MOVED = "moved", _("Appointment moved")
        CANCELLED = "cancelled", _("Appointment cancelled")
        FIRST_CONTACT = "first_contact", _("First contact")
        FIRST_CONSULT = "first_consult", _("First conversation held")
        NO_SHOW = "no_show", _("Did not come")
        LETTER = "letter", _("Letter released to the practice")
        ONWARD = "onward", _("Onward referral")
        CLOSED = "closed", _("Help closed")

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=14, choices=Kind)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    owner = models.CharField(max_length=120, blank=True)
    concerns_at = models.DateTimeField(null=True)
    words = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="referral_event_wall"),
            AppendOnly(name="referral_event_append_only"),
        ]
        indexes = [models.Index(fields=["referral", "at"], name="event_referral_at")]
        ordering = ["at", "id"]

    class Privacy:
        personal = {"client", "by", "words", "owner"}
        ordinary = {
            "id", "programme", "holder", "practice", "referral", "kind", "at",
            "concerns_at",
        }  # fmt: skip
