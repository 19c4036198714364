"""Which spreadsheet was brought in by whom, and what of the past is known from it?"""

import uuid
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import Municipality, Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Wall, standing


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    """Which imports."""

    def visible_to(self, user: User) -> Self:
        """One's own, at the place where one stands."""
        where = standing()
        if where is None:
            return self.none()
        return self.filter(user=user, programme=where.programme_id)


class ImportRun(models.Model):
    """A spreadsheet between upload and commit: what it holds is sealed, then gone."""

    class Kind(models.TextChoices):
        PRACTICES = "praktijken", _("practices")
        PRACTITIONERS = "praktijkondersteuners", _("practitioners")
        DAYS = "praktijkdagen", _("practice days")
        PARTNERS = "partners", _("partners")
        SCHOOLS = "scholen", _("schools")
        PATIENTS = "patientaantallen", _("patient numbers")
        TRAJECTORIES = "trajecten", _("earlier trajectories")
        RETURNS = "opgaven", _("referrals per quarter")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=21, choices=Kind)
    file_name = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    sealed = models.BinaryField(null=True)
    counts = models.JSONField(default=dict)  # rows per verdict
    made_at = models.DateTimeField()
    committed_at = models.DateTimeField(null=True)

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        constraints = [Wall("user", name="import_run_wall")]
        ordering = ["-made_at", "-id"]

    class Privacy:
        personal = {"user", "file_name", "sha256", "sealed"}
        ordinary = {
            "id", "uuid", "programme", "kind", "counts", "made_at", "committed_at",
        }  # fmt: skip


class PastTrajectoryQuerySet(models.QuerySet["PastTrajectory"]):
    """Which trajectories of before."""

    def visible_to(self, user: User) -> Self:
        """Those of one's own employer, for whoever leads."""
        where = standing()
        if where is None or where.role not in (Role.TEAM_LEAD, Role.PROJECT_LEADER):
            return self.none()
        return self.filter(programme=where.programme_id, holder__in=where.holders)


class PastTrajectory(models.Model):
    """One trajectory from before this system: the minimal record, without a name.

    Source: domain.md 3.2. For counting only; no file hangs on it.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    # What the source calls this row, so that bringing it in twice is once.
    source_key = models.CharField(max_length=60)
    age_band = models.CharField(max_length=5)
    sex = models.CharField(max_length=1)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, related_name="+"
    )
    urgency = models.CharField(max_length=8)
    referred_on = models.DateField()
    first_contact_on = models.DateField(null=True)
    first_consult_on = models.DateField(null=True)
    themes = models.JSONField(default=list)
    contacts = models.PositiveSmallIntegerField(null=True)
    minutes = models.PositiveIntegerField(null=True)
    no_shows = models.PositiveSmallIntegerField(null=True)
    closed_on = models.DateField(null=True)
    close_reason = models.CharField(max_length=2, blank=True)
    outcome = models.CharField(max_length=20, blank=True)
    satisfaction = models.PositiveSmallIntegerField(null=True)
    without_help = models.CharField(max_length=12, blank=True)

    objects = PastTrajectoryQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", name="past_trajectory_wall"),
            models.UniqueConstraint(
                fields=["programme", "holder", "practice", "source_key"],
                name="past_trajectory_once",
            ),
        ]
        indexes = [
            models.Index(fields=["holder", "referred_on"], name="past_trajectory_when")
        ]

    class Privacy:
        personal = {
            "source_key", "age_band", "sex", "municipality", "referred_on",
            "first_contact_on", "first_consult_on", "themes", "contacts", "minutes",
            "no_shows", "closed_on", "close_reason", "outcome", "satisfaction",
            "without_help", "urgency",
        }  # fmt: skip
        ordinary = {"id", "programme", "holder", "practice"}
