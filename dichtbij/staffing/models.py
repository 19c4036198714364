"""Who is registered as a professional, and where was that set aside with a reason?"""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.shared.permissions import Relation, Role
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing


class RegistrationQuerySet(models.QuerySet["ProfessionalRegistration"]):
    """Which registrations."""

    def visible_to(self, user: User) -> Self:
        """Those of one's own employer; a practitioner sees the own ones."""
        where = standing()
        if where is None:
            return self.none()
        mine = self.filter(programme=where.programme_id, holder__in=where.holders)
        return mine.filter(user=user) if where.role == Role.PRACTITIONER else mine

    def running(self) -> Self:
        """Those that nobody ended, over their day or not."""
        return self.filter(ended_at=None)

    def on(self, day: date) -> Self:
        """Those that count on a local day."""
        return self.running().filter(valid_until__gte=day)


class ProfessionalRegistration(models.Model):
    """Someone stands in a professional register until a day (LR-101, LR-103)."""

    class Register(models.TextChoices):
        SKJ = "skj", _("SKJ")
        BIG = "big", _("BIG")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="registrations")
    register = models.CharField(max_length=3, choices=Register)
    number = models.CharField(max_length=20)
    chamber = models.CharField(max_length=60, blank=True)
    valid_until = models.DateField()
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    # The last warning that was sent: 90 or 30 days ahead. A renewal wipes it.
    warned_days = models.PositiveSmallIntegerField(null=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", name="professional_registration_wall"),
            models.UniqueConstraint(
                fields=["programme", "holder", "user", "register"],
                condition=Q(ended_at=None),
                name="professional_registration_once",
            ),
        ]
        ordering = ["valid_until", "id"]

    class Privacy:
        personal = {
            "user", "register", "number", "chamber", "valid_until", "noted_by",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "noted_at", "ended_at", "warned_days",
        }  # fmt: skip

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this registration."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()


class RegistrationOverride(models.Model):
    """The employer lets someone work without it for a while, and why (LR-102)."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    user = models.ForeignKey(
        User, models.PROTECT, related_name="registration_overrides"
    )
    reason = models.TextField()
    until_on = models.DateField()
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("holder", name="registration_override_wall"),
            AppendOnly(name="registration_override_append_only"),
        ]
        ordering = ["-given_at"]

    class Privacy:
        personal = {"user", "reason", "until_on", "given_by"}
        ordinary = {"id", "programme", "holder", "given_at"}

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this decision."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()
