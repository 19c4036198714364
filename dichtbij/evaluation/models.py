"""What was promised to be judged, and what does each party say of it?

No child stands in these tables. Words of families, schools and practitioners stay
within the provider; what leaves is a summary that two people saw (R37).
"""

import uuid
from typing import Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dichtbij.insight.models import Release
from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Milestone, Programme
from dichtbij.shared.permissions import Relation
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing

Row = TypeVar("Row", bound=models.Model)


class InProgramme(models.QuerySet[Row]):
    """Which rows of the programme one stands in."""

    def visible_to(self, user: User) -> Self:
        """Those of the programme one stands in."""
        where = standing()
        return self.filter(programme_id=where.programme_id if where else None)


class AnalysisPlan(models.Model):
    """What will be judged and how, written down before anyone saw an answer.

    It is frozen when it is made; a change is a new version with its reason.
    """

    class Direction(models.TextChoices):
        LOWER = "low", _("lower is better")
        HIGHER = "high", _("higher is better")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="plans")
    version = models.PositiveSmallIntegerField()
    primary_indicator = models.CharField(max_length=40)
    direction = models.CharField(max_length=4, choices=Direction)
    looks_on = ArrayField(models.DateField())
    spending = models.CharField(max_length=20, default="obrien_fleming")
    smallest_effect_percent = models.PositiveSmallIntegerField()
    subgroups = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    # Version of each indicator as it was agreed.
    indicators = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64)
    frozen_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    frozen_at = models.DateTimeField()

    objects = InProgramme.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "version"], name="plan_version_once"
            ),
            AppendOnly(name="plan_frozen"),
        ]
        ordering = ["-version"]

    class Privacy:
        personal = {"frozen_by"}
        ordinary = {
            "id", "uuid", "programme", "version", "primary_indicator", "direction",
            "looks_on", "spending", "smallest_effect_percent", "subgroups", "reason",
            "indicators", "sha256", "frozen_at",
        }  # fmt: skip
        unwalled = "a plan of analysis, and who froze it: no child"


class EvaluationRound(models.Model):
    """One of the two interim evaluations or the final one that parties agreed.

    When it is closed its numbers, report and hash never change again.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        OPEN = "open", _("reflections are asked")
        CLOSED = "closed", _("reported")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=12, choices=Milestone.Kind)
    due_on = models.DateField()
    status = models.CharField(max_length=7, choices=Status, default=Status.PLANNED)
    plan = models.ForeignKey(AnalysisPlan, models.PROTECT, null=True, related_name="+")
    releases = models.ManyToManyField(Release, through="CitedRelease")
    opened_at = models.DateTimeField(null=True)
    reflections_until = models.DateField(null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    # Every number of the report, and the report made of them.
    numbers = models.JSONField(null=True)
    pdf = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)

    objects = InProgramme.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind"], name="evaluation_round_once"
            ),
            models.CheckConstraint(
                name="evaluation_round_of_an_evaluation",
                condition=Q(kind__in=("interim_1", "interim_2", "final")),
            ),
            models.CheckConstraint(
                name="evaluation_round_closed_whole",
                condition=~Q(status="closed")
                | Q(numbers__isnull=False, pdf__isnull=False, closed_at__isnull=False)
                & ~Q(sha256=""),
            ),
        ]
        ordering = ["due_on"]

    class Privacy:
        personal = {"closed_by"}
        ordinary = {
            "id", "uuid", "programme", "kind", "due_on", "status", "plan", "releases",
            "opened_at", "reflections_until", "closed_at", "numbers", "pdf", "sha256",
        }  # fmt: skip
        unwalled = "released figures and a report of them, and who closed it: no child"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this round: none beyond the programme."""
        return set()


class CitedRelease(models.Model):
    """A release that a round speaks of (R36)."""

    evaluation_round = models.ForeignKey(EvaluationRound, models.PROTECT)
    release = models.ForeignKey(Release, models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation_round", "release"], name="release_cited_once"
            )
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "evaluation_round", "release"}


class Party(models.TextChoices):
    """Who looks back on the programme."""

    GP = "gp", _("GPs")
    PRACTITIONER = "practitioner", _("youth practitioners")
    FAMILY = "family", _("families")
    SCHOOL = "school", _("schools")
    EMPLOYER = "employer", _("employers")
    MUNICIPALITY = "municipality", _("municipality")


class Reflection(models.Model):
    """What an organisation says of the programme in one round, under its own name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    evaluation_round = models.ForeignKey(
        EvaluationRound, models.PROTECT, related_name="reflections"
    )
    party = models.CharField(max_length=12, choices=Party)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True)
    grade = models.PositiveSmallIntegerField(null=True)
    goes_well = models.TextField(blank=True)
    must_change = models.TextField(blank=True)
    would_miss = models.TextField(blank=True)
    given_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField(null=True)

    objects = InProgramme.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation_round", "party", "organisation"],
                name="reflection_once",
            ),
            models.CheckConstraint(
                name="reflection_of_an_organisation",
                condition=Q(party__in=("gp", "employer", "municipality")),
            ),
            models.CheckConstraint(
                name="reflection_grade",
                condition=Q(grade=None) | Q(grade__gte=1, grade__lte=10),
            ),
        ]
        ordering = ["party", "id"]

    class Privacy:
        personal = {"given_by"}
        ordinary = {
            "id", "uuid", "programme", "evaluation_round", "party", "organisation",
            "asked_at", "reminded_at", "grade", "goes_well", "must_change",
            "would_miss", "given_at",
        }  # fmt: skip
        unwalled = "what an organisation says under its own name, and who wrote it"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this: one works for who was asked."""
        if self.programme_id != where.programme_id:
            return set()
        mine = {where.organisation_id, *where.practices}
        return {Relation.PARTY} if self.organisation_id in mine else set()


class VoiceRequest(models.Model):
    """One question to look back, by a secret link or a printed code that names nobody.

    It knows whether it was answered, never which answer came of it.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    evaluation_round = models.ForeignKey(
        EvaluationRound, models.PROTECT, related_name="voice_requests"
    )
    party = models.CharField(max_length=12, choices=Party)
    token_hash = models.BinaryField(unique=True)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_on = models.DateField(null=True)

    objects = InProgramme.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="voice_request_to_a_person",
                condition=Q(party__in=("family", "school", "practitioner")),
            )
        ]
        ordering = ["asked_at"]

    class Privacy:
        personal = {"asked_by"}
        ordinary = {
            "id", "uuid", "programme", "holder", "evaluation_round", "party",
            "token_hash", "asked_at", "answered_on",
        }  # fmt: skip
        unwalled = "read by its secret address, before anyone stands anywhere"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this: one's employer asked it."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()


class Voice(models.Model):
    """What one family, school or practitioner answered, without a name.

    The provider alone reads it; it never leaves in its own words (R37).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    evaluation_round = models.ForeignKey(
        EvaluationRound, models.PROTECT, related_name="+"
    )
    party = models.CharField(max_length=12, choices=Party)
    grade = models.PositiveSmallIntegerField(null=True)
    goes_well = models.TextField(blank=True)
    must_change = models.TextField(blank=True)
    would_miss = models.TextField(blank=True)
    given_on = models.DateField()

    objects = InProgramme.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="voice_grade",
                condition=Q(grade=None) | Q(grade__gte=1, grade__lte=10),
            ),
            Wall("holder", name="voice_wall"),
        ]
        ordering = ["party", "id"]

    class Privacy:
        personal = {"goes_well", "must_change", "would_miss"}
        ordinary = {
            "id", "uuid", "programme", "holder", "evaluation_round", "party", "grade",
            "given_on",
        }  # fmt: skip

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this: one's employer keeps it."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()


class VoiceSummary(models.Model):
    """What the voices of one kind say together, written by one and checked by another.

    Only this leaves the provider (R37).
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    evaluation_round = models.ForeignKey(
        EvaluationRound, models.PROTECT, related_name="summaries"
    )
    party = models.CharField(max_length=12, choices=Party)
    words = models.TextField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    checked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)

    objects = InProgramme.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["evaluation_round", "holder", "party"],
                name="voice_summary_once",
            ),
            models.CheckConstraint(
                name="voice_summary_by_two",
                condition=Q(checked_by=None) | ~Q(checked_by=F("written_by")),
            ),
        ]
        ordering = ["party", "id"]

    class Privacy:
        personal = {"written_by", "checked_by"}
        ordinary = {
            "id", "uuid", "programme", "holder", "evaluation_round", "party", "words",
            "written_at", "checked_at",
        }  # fmt: skip
        unwalled = "a summary that names nobody, and who wrote and checked it"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this: one's employer wrote it."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()
