"""Which typed text waits, and which submission was already answered?"""

from django.db import models

from dichtbij.organisations.models import User
from dichtbij.shared.walls import Wall


class Draft(models.Model):
    """What someone typed in one form and did not submit yet; sealed (R5)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="drafts")
    form = models.CharField(max_length=120)
    sealed = models.BinaryField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "form"], name="draft_once"),
            Wall("user", name="draft_wall"),
        ]

    class Privacy:
        personal = {"user", "form", "sealed"}
        ordinary = {"id", "saved_at"}


class Submission(models.Model):
    """A form that was sent once: a double click gets the same answer (I3)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="submissions")
    key = models.UUIDField()
    answer = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="submission_once"),
            Wall("user", name="submission_wall"),
        ]
        indexes = [models.Index(fields=["at"], name="submission_at")]

    class Privacy:
        personal = {"user", "answer"}
        ordinary = {"id", "key", "at"}
