"""What did a family ask of its file, and was broken glass looked at in time?"""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import ClientRow, ClientRowQuerySet, EmergencyAccess
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import may_read, member_at
from dichtbij.organisations.models import User
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing, Wall, standing


class KeptByHolderQuerySet(ClientRowQuerySet):
    """Rows that the privacy officer of the employer meets too."""

    def visible_to(self, user: User) -> Self:
        """Those of the own employer, for its privacy officer; else as the child."""
        where = standing()
        if where is not None and where.role == Role.PRIVACY_OFFICER:
            return self.filter(programme=where.programme_id, holder__in=where.holders)
        return super().visible_to(user)


class EmergencyReview(ClientRow):
    """The privacy officer looks back at one time the glass was broken (B18)."""

    class Verdict(models.TextChoices):
        RIGHT = "right", _("it was needed")
        WRONG = "wrong", _("it was not needed")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    access = models.OneToOneField(
        EmergencyAccess, models.PROTECT, related_name="review"
    )
    due_on = models.DateField()
    verdict = models.CharField(max_length=5, choices=Verdict, blank=True)
    words = models.TextField(blank=True)
    reviewed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)

    objects = KeptByHolderQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="emergency_review_wall"),
            models.CheckConstraint(
                name="emergency_review_whole",
                condition=Q(verdict="", reviewed_at=None, reviewed_by=None)
                | Q(reviewed_at__isnull=False, reviewed_by__isnull=False)
                & ~Q(verdict=""),
            ),
        ]

    class Privacy:
        personal = {"client", "verdict", "words", "reviewed_by"}
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "access", "due_on",
            "reviewed_at",
        }  # fmt: skip


class FileRequestQuerySet(KeptByHolderQuerySet):
    """Which requests."""

    def for_family(self, where: Standing) -> Self:
        """One's own; a copy that is ready only while one may read the file (R25)."""
        member = member_at(where)
        if member is None:
            return self.none()
        own = self.filter(member=member.pk)
        return own if may_read(member) else own.exclude(kind="copy", status="ready")

    def waiting(self) -> Self:
        """Those without an answer, the first term first."""
        return self.filter(status="asked").order_by("due_on", "id")


class FileRequest(ClientRow):
    """A family asks to read, have, correct or destroy its file, within a term."""

    class Kind(models.TextChoices):
        COPY = "copy", _("a copy of the file")
        ADDITION = "addition", _("an own statement added to the file")
        DESTRUCTION = "destruction", _("destruction of the file")

    class Ground(models.TextChoices):
        # Source: LR-24 for a copy, LR-22 for destruction.
        NO_RIGHT = "no_right", _("this person may not ask this")
        PRIVACY = "privacy", _("it would harm the privacy of someone else")
        GOOD_CARE = "good_care", _("good care of the child requires it")
        INTEREST = "interest", _("someone else has a substantial interest in the file")
        DUTY = "duty", _("a law forbids it")

    class Status(models.TextChoices):
        ASKED = "asked", _("asked")
        READY = "ready", _("ready")
        REFUSED = "refused", _("refused")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    member = models.ForeignKey(
        FamilyMember, models.PROTECT, related_name="file_requests"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    words = models.TextField(blank=True)
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    status = models.CharField(max_length=8, choices=Status, default=Status.ASKED)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)
    ground = models.CharField(max_length=10, choices=Ground, blank=True)
    # What stays out of the copy and why, as codes: for staff, never for a family.
    left_out = models.JSONField(default=list)
    pdf = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)

    objects = FileRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="file_request_wall"),
            models.UniqueConstraint(
                fields=["client", "member", "kind"],
                condition=Q(status="asked"),
                name="file_request_one_open",
            ),
        ]
        ordering = ["-asked_at"]

    class Privacy:
        personal = {
            "client", "member", "kind", "words", "answered_by", "reason", "ground",
            "left_out", "pdf", "sha256",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "asked_at", "due_on",
            "status", "answered_at",
        }  # fmt: skip
