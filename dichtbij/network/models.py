"""What leaves the record: which letter, in which exact bytes, released when?"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import Trajectory
from dichtbij.clients.models import ClientRow, ClientRowQuerySet
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.shared.walls import Wall


class Letter(ClientRow):
    """Feedback to the GP at start, decision or close; once released, it is frozen."""

    class Kind(models.TextChoices):
        START = "start", _("start")
        DECISION = "decision", _("decision")
        CLOSE = "close", _("closing")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        RELEASED = "released", _("released to the practice")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="letters")
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, null=True, related_name="letters"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="letters")
    body = models.TextField()
    his_text = models.CharField(max_length=600, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT)
    dated_on = models.DateField()
    pdf = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    released_at = models.DateTimeField(null=True)
    pasted_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    objects = ClientRowQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="letter_wall"),
            models.CheckConstraint(
                name="letter_released_whole",
                condition=models.Q(status="draft", released_at=None)
                | models.Q(
                    status="released", released_at__isnull=False, pdf__isnull=False
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["referral", "dated_on"], name="letter_referral"),
            models.Index(fields=["client", "-dated_on"], name="letter_client"),
        ]

    class Privacy:
        personal = {"client", "written_by", "body", "his_text", "pdf", "sha256"}
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "referral",
            "trajectory", "kind", "status", "dated_on", "released_at", "pasted_at",
            "changed_at",
        }  # fmt: skip
