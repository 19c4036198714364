"""What is an agreement made of, and who signed which bytes?"""

import uuid
from datetime import date, timedelta
from typing import Self
from uuid import uuid4

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Milestone, Programme
from dichtbij.shared.permissions import Relation, Role
from dichtbij.shared.walls import Standing, standing

# Whoever leads the programme or stands for the municipality reads every agreement.
READS_ALL = frozenset(
    {Role.PROJECT_LEADER, Role.MUNICIPAL_OFFICER, Role.CONTRACT_MANAGER, "system"}
)


class AgreementQuerySet(models.QuerySet["Agreement"]):
    """Which agreements."""

    def visible_to(self, user: User) -> Self:
        """Those of the programme one stands in; other parties read their own."""
        where = standing()
        if where is None:
            return self.none()
        mine = self.filter(programme_id=where.programme_id)
        if where.role in READS_ALL:
            return mine
        ours = AgreementParty.objects.filter(organisation=where.organisation_id)
        return mine.filter(pk__in=ours.values("agreement"))

    def for_list(self) -> Self:
        """With parties and names beside them, without the papers themselves."""
        parties = AgreementParty.objects.select_related("organisation").defer("scan")
        return (
            self.defer("pdf")
            .select_related("employer", "programme", "replaces")
            .prefetch_related(models.Prefetch("parties", parties))
        )

    def in_force_on(self, first: date, last: date | None = None) -> Self:
        """Those signed that count on a local date, or on any from `first` to `last`.

        A version counts until the day before the signed one that replaces it starts.
        """
        replaced = Q(replaced_by__status="signed", replaced_by__starts_on__lte=first)
        return self.filter(
            status=Agreement.Status.SIGNED,
            starts_on__lte=last or first,
            ends_on__gte=first,
        ).exclude(replaced)


class Agreement(models.Model):
    """Municipality, one employer and practices agree; a change is a new version.

    Once all have signed the bytes can never change (domain.md 5.1).
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        OFFERED = "offered", _("to be signed")
        SIGNED = "signed", _("signed")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Regime(models.TextChoices):
        YOUTH_ACT = "jeugdwet", _("Youth Act")
        MEDICAL_TREATMENT = "wgbo", _("Medical Treatment Contracts Act")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="agreements")
    employer = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    # Who keeps the files, and under which law (R3).
    record_holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    regime = models.CharField(max_length=8, choices=Regime, default=Regime.YOUTH_ACT)
    title = models.CharField(max_length=120)
    # All versions of one agreement share it.
    series = models.UUIDField(default=uuid4, editable=False)
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="replaced_by"
    )
    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT)
    starts_on = models.DateField()
    ends_on = models.DateField()
    extension_months = models.PositiveSmallIntegerField(default=0)
    extends_by_itself = models.BooleanField(default=False)
    notice_days = models.PositiveSmallIntegerField(default=90)
    room_words = models.CharField(max_length=400, blank=True)
    record_words = models.CharField(max_length=400, blank=True)
    referral_words = models.CharField(max_length=400, blank=True)
    replacement_words = models.CharField(max_length=400, blank=True)
    exit_words = models.TextField(blank=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    pdf = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    signed_at = models.DateTimeField(null=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="agreement_ends_after_start",
                condition=Q(ends_on__gte=F("starts_on")),
            ),
            models.UniqueConstraint(
                fields=["series", "version"], name="agreement_version_once"
            ),
            models.CheckConstraint(
                name="agreement_signed_whole",
                condition=~Q(status__in=("offered", "signed"))
                | Q(pdf__isnull=False) & ~Q(sha256=""),
            ),
        ]
        ordering = ["-starts_on", "-id"]

    class Privacy:
        personal = {"made_by"}
        ordinary = {
            "id", "uuid", "programme", "employer", "record_holder", "regime", "title",
            "series", "version", "replaces", "status", "starts_on", "ends_on",
            "extension_months", "extends_by_itself", "notice_days", "room_words",
            "record_words", "referral_words", "replacement_words", "exit_words",
            "made_at", "pdf", "sha256", "signed_at",
        }  # fmt: skip
        unwalled = "what organisations agreed, and who wrote it down: no child"

    def __str__(self) -> str:
        return f"{self.title} ({self.version})"

    def last_on(self) -> date:
        """Return the last day it counts: its end, or the day before the next version.

        Only a version that everyone signed ends the one it replaces.
        """
        newer = Agreement.objects.filter(replaces=self, status=self.Status.SIGNED)
        starts_on = newer.values_list("starts_on", flat=True).first()
        if starts_on is None:
            return self.ends_on
        return min(self.ends_on, starts_on - timedelta(days=1))

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this agreement: one's organisation is a party."""
        if self.programme_id != where.programme_id:
            return set()
        ours = self.parties.filter(organisation=where.organisation_id)
        return {Relation.PARTY} if ours.exists() else set()


class AgreementPartyQuerySet(models.QuerySet["AgreementParty"]):
    """Which parties."""

    def visible_to(self, user: User) -> Self:
        """Those of the agreements one reads."""
        return self.filter(agreement__in=Agreement.objects.all().visible_to(user))


class AgreementParty(models.Model):
    """An organisation that signs: by an own account, or on a paper that was scanned."""

    class Proof(models.TextChoices):
        ACCOUNT = "account", _("own account with a second factor")
        SCAN = "scan", _("scanned signature")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="parties")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    signatory = models.CharField(max_length=120, blank=True)
    capacity = models.CharField(max_length=80, blank=True)
    signed_on = models.DateField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    proof = models.CharField(max_length=7, choices=Proof, blank=True)
    # The document that was signed, as its hash.
    signed_sha256 = models.CharField(max_length=64, blank=True)
    scan = models.BinaryField(null=True)
    scan_type = models.CharField(max_length=40, blank=True)

    objects = AgreementPartyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "organisation"], name="agreement_party_once"
            ),
            models.CheckConstraint(
                name="agreement_party_signed_whole",
                condition=Q(signed_on=None, signed_at=None, proof="", signed_sha256="")
                | Q(signed_on__isnull=False, signed_at__isnull=False)
                & ~Q(proof="")
                & ~Q(signed_sha256=""),
            ),
        ]
        ordering = ["id"]

    class Privacy:
        personal = {"signatory", "capacity", "signed_by", "scan"}
        ordinary = {
            "id", "uuid", "agreement", "organisation", "signed_on", "signed_at",
            "proof", "signed_sha256", "scan_type",
        }  # fmt: skip
        unwalled = "who signs for an organisation: no child"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this signature: that of its agreement."""
        return self.agreement.relations_to(where)


class AgreedHours(models.Model):
    """How many hours a week are promised, on which basis (S3, S13)."""

    class Basis(models.TextChoices):
        FIXED = "fixed", _("fixed number")
        STANDARD_PRACTICE = "standard_practice", _("per standard practice")
        PATIENTS = "patients", _("per 1,000 patients")
        YOUTHS = "youths", _("per 1,000 youths")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="hours")
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    basis = models.CharField(max_length=17, choices=Basis)
    # Minutes a week for each unit of the basis; of a fixed number there is one unit.
    minutes_per_week = models.PositiveIntegerField()
    standard_practice_patients = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "practice"], name="agreed_hours_once"
            ),
            models.CheckConstraint(
                name="agreed_hours_positive", condition=Q(minutes_per_week__gt=0)
            ),
        ]
        ordering = ["id"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "agreement", "practice", "basis", "minutes_per_week",
            "standard_practice_patients",
        }  # fmt: skip


class AgreedDay(models.Model):
    """On which day of the week, from when until when, in which room."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="days")
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    weekday = models.PositiveSmallIntegerField()  # 0 is Monday
    starts = models.TimeField()
    ends = models.TimeField()
    room = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="agreed_day_ends_later",
                condition=Q(ends__gt=F("starts"), weekday__lte=6),
            )
        ]
        ordering = ["practice_id", "weekday", "starts"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "agreement", "practice", "weekday", "starts", "ends", "room",
        }  # fmt: skip


class Tariff(models.Model):
    """What an hour costs while it is valid; whole cents, never a constant (5.2)."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="tariffs")
    valid_from = models.DateField()
    valid_until = models.DateField()
    cents_per_hour = models.PositiveIntegerField()
    # How it follows from the tariff before, in tenths of a percent; with the words.
    indexation_permille = models.SmallIntegerField(default=0)
    indexation_words = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="tariff_one_at_a_time",
                expressions=[
                    ("agreement", RangeOperators.EQUAL),
                    (
                        Func(
                            F("valid_from"),
                            F("valid_until"),
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                name="tariff_positive",
                condition=Q(cents_per_hour__gt=0, valid_until__gte=F("valid_from")),
            ),
        ]
        ordering = ["valid_from"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "agreement", "valid_from", "valid_until", "cents_per_hour",
            "indexation_permille", "indexation_words",
        }  # fmt: skip


class ReportingDuty(models.Model):
    """What is reported, how often, and how fine."""

    class Every(models.TextChoices):
        MONTH = "month", _("each month")
        QUARTER = "quarter", _("each quarter")
        HALF_YEAR = "half_year", _("each half-year")
        YEAR = "year", _("each year")

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="duties")
    words = models.CharField(max_length=200)
    every = models.CharField(max_length=9, choices=Every)
    detail = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["id"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "agreement", "words", "every", "detail"}


class EvaluationMoment(models.Model):
    """When an evaluation or the decision is due: two interim ones and a final (S8)."""

    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="moments")
    kind = models.CharField(max_length=12, choices=Milestone.Kind)
    due_on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "kind"], name="evaluation_moment_once"
            )
        ]
        ordering = ["due_on"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "agreement", "kind", "due_on"}
