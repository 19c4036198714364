"""What is offered where: which programme, which practices, which norms and moments?"""

import uuid
from datetime import date
from typing import Self

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import Municipality, Organisation, User
from dichtbij.shared.permissions import Relation
from dichtbij.shared.walls import Standing, standing


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Which programmes."""

    def visible_to(self, user: User) -> Self:
        """Only the one of the active membership."""
        where = standing()
        return self.filter(pk=where.programme_id if where else None)


class Programme(models.Model):
    """The tenant: one municipality's or region's programme of youth practitioners."""

    class Phase(models.TextChoices):
        PREPARATION = "preparation", _("in preparation")
        PILOT = "pilot", _("pilot")
        STRUCTURAL = "structural", _("structural")
        ENDED = "ended", _("ended")

    class Region(models.TextChoices):
        NORTH = "noord", _("North")
        MIDDLE = "midden", _("Middle")
        SOUTH = "zuid", _("South")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    function_label = models.CharField(max_length=60, default="POH-Jeugd")
    phase = models.CharField(max_length=12, choices=Phase)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    school_region = models.CharField(max_length=6, choices=Region)
    first_contact_norm_days = models.PositiveSmallIntegerField(default=5)
    first_consult_norm_days = models.PositiveSmallIntegerField(default=10)
    consult_minutes = models.PositiveSmallIntegerField(default=45)
    # Languages beside Dutch and English on the pages that open by a link.
    family_languages = ArrayField(
        models.CharField(max_length=2), default=list, blank=True
    )
    aims = models.TextField(blank=True)
    # How figures are published; fixed from the first release on (security.md 5.2).
    # The budget a child spends per release: 1, 2 or 4; None is rounding only.
    publication_noise = models.PositiveSmallIntegerField(null=True, default=2)
    publication_months = models.PositiveSmallIntegerField(default=3)
    public_page = models.BooleanField(default=False)
    # Whether a family may be helped in a neighbouring practice, if it agrees.
    shares_practices = models.BooleanField(default=False)
    municipalities = models.ManyToManyField(
        Municipality, through="ProgrammeMunicipality", related_name="programmes"
    )

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="programme_noise_is_known",
                condition=Q(publication_noise=None)
                | Q(publication_noise__in=(1, 2, 4)),
            ),
            models.CheckConstraint(
                name="programme_publishes_closed_periods",
                condition=Q(publication_months__in=(3, 6, 12)),
            ),
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "uuid", "slug", "name", "function_label", "phase", "starts_on",
            "ends_on", "school_region", "first_contact_norm_days",
            "first_consult_norm_days", "consult_minutes", "family_languages",
            "municipalities", "aims", "shares_practices", "publication_noise",
            "publication_months", "public_page",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name


class ProgrammeMunicipality(models.Model):
    """A municipality that a programme covers."""

    programme = models.ForeignKey(Programme, models.PROTECT)
    municipality = models.ForeignKey(Municipality, models.PROTECT)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "municipality"], name="covered_once"
            )
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "programme", "municipality"}


class ProgrammeEmployer(models.Model):
    """An employer that may work in a programme before a practice joined through it."""

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="programme_employers"
    )
    employer = models.ForeignKey(Organisation, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "employer"], name="programme_employer_once"
            )
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "programme", "employer"}


class ListedPracticeQuerySet(models.QuerySet["ListedPractice"]):
    """Which lines of the list of all practices."""

    def visible_to(self, user: User) -> Self:
        """Those of the programme one stands in: no personal data."""
        where = standing()
        return self.filter(programme_id=where.programme_id if where else None)


class ListedPractice(models.Model):
    """A practice on the list of all practices of the municipality, taking part or not.

    The denominator of participation, so it carries its source and date (R38).
    """

    class WhyNot(models.TextChoices):
        # Source: S16, S29, S30.
        NO_ROOM = "no_room", _("no room")
        NO_BENEFIT = "no_benefit", _("sees no benefit")
        OTHER_HELP = "other_help", _("has other help")
        NO_STAFF = "no_staff", _("no practitioner available")
        LATER = "later", _("later")
        NOT_ASKED = "not_asked", _("not asked yet")
        OTHER = "other", _("other reason")

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="listed_practices"
    )
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    source = models.CharField(max_length=200)
    listed_on = models.DateField()
    why_not = models.CharField(max_length=10, choices=WhyNot, blank=True)
    why_not_words = models.CharField(max_length=200, blank=True)
    why_not_on = models.DateField(null=True)

    objects = ListedPracticeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "practice"], name="listed_once"
            )
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "programme", "practice", "source", "listed_on", "why_not",
            "why_not_words", "why_not_on",
        }  # fmt: skip


class PatientCount(models.Model):
    """How many patients a practice has, and how many of them are 0 to 17 years old."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    practice = models.ForeignKey(
        Organisation, models.PROTECT, related_name="patient_counts"
    )
    counted_on = models.DateField()
    patients = models.PositiveIntegerField(null=True)
    youths = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "practice", "counted_on"],
                name="patients_counted_once",
            ),
            models.CheckConstraint(
                name="youths_are_patients",
                condition=Q(patients=None) | Q(patients__gte=F("youths")),
            ),
        ]
        ordering = ["-counted_on"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "programme", "practice", "counted_on", "patients", "youths", "source",
        }  # fmt: skip


class ParticipationQuerySet(models.QuerySet["Participation"]):
    """Which participations."""

    def visible_to(self, user: User) -> Self:
        """Those of the programme one stands in: no personal data."""
        where = standing()
        return self.filter(programme_id=where.programme_id if where else None)

    def on(self, day: date) -> Self:
        """Those that run on `day` (local date)."""
        return self.filter(
            Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day
        ).select_related("practice", "holder")


class Participation(models.Model):
    """A practice takes part, and this employer keeps the files (rulings.md R3)."""

    programme = models.ForeignKey(
        Programme, models.PROTECT, related_name="participations"
    )
    practice = models.ForeignKey(
        Organisation, models.PROTECT, related_name="participations"
    )
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        constraints = [
            ExclusionConstraint(
                # In whichever programme: nobody is in two at once.
                name="participation_one_at_a_time",
                expressions=[
                    ("practice", RangeOperators.EQUAL),
                    (
                        Func(
                            F("starts_on"),
                            F("ends_on"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            )
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "programme", "practice", "holder", "starts_on", "ends_on"}

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this participation."""
        ties: set[str] = set()
        if self.programme_id == where.programme_id:
            if self.practice_id in where.practices:
                ties.add(Relation.PRACTICE)
            if self.holder_id in where.holders:
                ties.add(Relation.HOLDER)
        return ties


class ParticipationPause(models.Model):
    """A practice takes part, but not from a day until a day."""

    participation = models.ForeignKey(
        Participation, models.PROTECT, related_name="pauses"
    )
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    words = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="pause_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            )
        ]
        ordering = ["starts_on"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "participation", "starts_on", "ends_on", "words"}


class Milestone(models.Model):
    """A moment the agreement promises: interim and final evaluations, a decision."""

    class Kind(models.TextChoices):
        INTERIM_1 = "interim_1", _("first interim evaluation")
        INTERIM_2 = "interim_2", _("second interim evaluation")
        FINAL = "final", _("final evaluation")
        DECISION = "decision", _("decision")
        RELEASE = "release", _("first published figures")

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="milestones")
    kind = models.CharField(max_length=12, choices=Kind)
    due_on = models.DateField()

    class Meta:
        ordering = ["due_on"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind"], name="milestone_once")
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "programme", "kind", "due_on"}
