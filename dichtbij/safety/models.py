"""What was signalled, which steps of the meldcode were taken, by whom and why?

Behind a wall of its own: only the employer that keeps the file. A practice, a partner
or a family has no road to it, in the application nor in the database (LR-93).
"""

import uuid
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import ClientRow, ClientRowQuerySet
from dichtbij.organisations.models import User
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import AppendOnly, Wall, standing


class ConcernQuerySet(ClientRowQuerySet):
    """Which concerns."""

    def visible_to(self, user: User) -> Self:
        """Those of children in one's own care, for a practitioner; nobody else any."""
        where = standing()
        if where is None or where.role not in (Role.PRACTITIONER, "system"):
            return self.none()
        return super().visible_to(user)

    def open(self) -> Self:
        """Those not closed."""
        return self.filter(closed_at=None)


class Concern(ClientRow):
    """One process of the meldcode, from the first signs until both decisions."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    signs = models.TextField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    # The safeguarding officer, where the programme named one (LR-95).
    officer = models.CharField(max_length=120, blank=True)
    reported = models.BooleanField(null=True)
    closed_at = models.DateTimeField(null=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", name="concern_wall"),
            models.UniqueConstraint(fields=["id", "client"], name="concern_of_client"),
        ]
        indexes = [models.Index(fields=["client"], name="concern_client")]

    class Privacy:
        personal = {
            "client", "signs", "opened_at", "opened_by", "officer", "reported",
            "closed_at",
        }  # fmt: skip
        ordinary = {"id", "uuid", "programme", "holder", "practice"}


class ConcernStepQuerySet(models.QuerySet[Any]):
    """Which steps."""

    def visible_to(self, user: User) -> Self:
        """Those of concerns one may meet."""
        return self.filter(concern__in=Concern.objects.visible_to(user))


class ConcernStep(ClientRow):
    """One step of the meldcode, with date, author and reason; never changed (LR-93)."""

    class Step(models.IntegerChoices):
        # Source: LR-90 (S92).
        SIGNS = 1, _("map the signs")
        COLLEAGUE = 2, _("consult a colleague, and Veilig Thuis where needed")
        TALK = 3, _("talk with the child and the parents")
        WEIGH = 4, _("weigh, with the framework")
        DECIDE = 5, _("decide twice: report, and help")

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        NO = "no", _("no")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    concern = models.ForeignKey(Concern, models.PROTECT, related_name="steps")
    step = models.PositiveSmallIntegerField(choices=Step)
    # For step 4: which of the five questions; for step 5: 1 report, 2 help, 3 what was
    # agreed when it was closed.
    question = models.PositiveSmallIntegerField(null=True)
    answer = models.CharField(max_length=3, choices=Answer, blank=True)
    # Step 3 may be left out for safety only, with the reason in `words`.
    skipped = models.BooleanField(default=False)
    words = models.TextField()
    taken_on = models.DateField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ConcernStepQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", name="concern_step_wall"),
            AppendOnly(name="concern_step_append_only"),
            models.CheckConstraint(
                name="concern_step_known",
                condition=models.Q(step__gte=1, step__lte=5),
            ),
            models.CheckConstraint(
                name="concern_step_only_the_talk_is_left_out",
                condition=models.Q(skipped=False) | models.Q(step=3),
            ),
        ]
        ordering = ["at", "id"]

    class Privacy:
        personal = {
            "client", "step", "question", "answer", "skipped", "words", "taken_on",
            "by",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "concern", "at",
        }  # fmt: skip
