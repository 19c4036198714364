"""What leaves the record: which letter, in which exact bytes, released when?"""

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import Trajectory
from dichtbij.clients.models import ClientRow, ClientRowQuerySet
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Wall, standing


class LetterQuerySet(ClientRowQuerySet):
    """Which letters."""

    def visible_to(self, user: User) -> Self:
        """Those of children one may meet; a draft only to those who write it."""
        found = super().visible_to(user)
        where = standing()
        if where is not None and where.role in (Role.PRACTITIONER, "system"):
            return found
        return found.filter(status=Letter.Status.RELEASED)


def _sha256_of_pdf() -> Func:
    """Return the hash of the stored bytes, as the database itself computes it."""
    digest = Func(F("pdf"), function="sha256", output_field=models.BinaryField())
    return Func(
        digest, Value("hex"), function="encode", output_field=models.CharField()
    )


class Letter(ClientRow):
    """Feedback to the GP at start, decision or close; once released, it is frozen.

    The database refuses the change (migration 0006), also to a hand typing SQL.
    """

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

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="letter_wall"),
            models.CheckConstraint(
                name="letter_released_whole",
                condition=Q(status="draft", released_at=None, pasted_at=None)
                | Q(status="released", released_at__isnull=False, pdf__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_hash_is_of_its_bytes",
                condition=Q(pdf=None, sha256="") | Q(sha256=_sha256_of_pdf()),
            ),
            models.UniqueConstraint(
                fields=["client", "referral", "kind"],
                condition=Q(status="draft"),
                name="letter_one_draft",
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

    @property
    def title(self) -> str:
        """Return what stands above the letter; it names no person."""
        return str(TITLES[self.kind])

    @property
    def released(self) -> bool:
        """Tell whether the practice has it: from then on it is frozen."""
        return bool(self.status == self.Status.RELEASED)

    def ready_for(self, by: User) -> bool:
        """Tell whether its paper bears today's date and the name of who releases."""
        return self.dated_on == clock.today() and self.written_by_id == by.pk


TITLES: dict[str, Any] = {
    Letter.Kind.START: _("Start of the help"),
    Letter.Kind.DECISION: _("Decision about the help"),
    Letter.Kind.CLOSE: _("End of the help"),
}
