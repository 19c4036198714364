"""Which hours are there beside the contacts, and what was settled for a month?"""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dichtbij.agreements.models import READS_ALL, Agreement
from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.shared.permissions import Relation, Role
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing


class HourKind(models.TextChoices):
    """What an hour was given to (domain.md 5.3)."""

    CLIENT = "client", _("with the family")
    INDIRECT = "indirect", _("for the family")
    WITH_GP = "with_gp", _("consultation with the GP")
    NETWORK = "network", _("network")
    TRAVEL = "travel", _("travel")
    TRAINING = "training", _("training")


class OfEmployerQuerySet(models.QuerySet[models.Model]):
    """Which rows of staff."""

    def visible_to(self, user: User) -> Self:
        """Those of one's own employer; a practitioner sees the own ones."""
        where = standing()
        if where is None:
            return self.none()
        mine = self.filter(programme=where.programme_id, holder__in=where.holders)
        return mine.filter(user=user) if where.role == Role.PRACTITIONER else mine


class OfEmployer(models.Model):
    """A row of one member of staff, kept by the employer."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = OfEmployerQuerySet.as_manager()

    class Meta:
        abstract = True

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this row."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()


class WorkEntry(OfEmployer):
    """Minutes that no contact tells of; a correction is a new line, never an edit."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    practice = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+"
    )
    worked_on = models.DateField()
    kind = models.CharField(max_length=8, choices=HourKind)
    minutes = models.IntegerField()
    words = models.CharField(max_length=200, blank=True)
    # The public id of the line it corrects.
    corrects = models.UUIDField(null=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("holder", name="work_entry_wall"),
            AppendOnly(name="work_entry_append_only"),
            models.CheckConstraint(
                name="work_entry_positive_unless_corrects",
                condition=Q(corrects=None, minutes__gt=0, minutes__lte=720)
                | Q(corrects__isnull=False) & ~Q(minutes=0),
            ),
        ]
        indexes = [
            models.Index(fields=["holder", "worked_on"], name="work_entry_holder"),
            models.Index(fields=["user", "worked_on"], name="work_entry_whose"),
        ]
        ordering = ["worked_on", "id"]

    class Privacy:
        personal = {"user", "worked_on", "kind", "minutes", "words", "noted_by"}
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "corrects", "noted_at",
        }  # fmt: skip


class WeekConfirmation(OfEmployer):
    """A practitioner says that the hours of a week are right."""

    week_on = models.DateField()  # its Monday
    minutes = models.JSONField()  # minutes per kind, as they were on that moment
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("holder", name="week_confirmation_wall"),
            models.UniqueConstraint(
                fields=["programme", "holder", "user", "week_on"],
                name="week_confirmed_once",
            ),
        ]

    class Privacy:
        personal = {"user", "week_on", "minutes", "confirmed_at"}
        ordinary = {"id", "programme", "holder"}


class StatementQuerySet(models.QuerySet["Statement"]):
    """Which statements."""

    def visible_to(self, user: User) -> Self:
        """Those of the own employer; whoever pays or leads reads all of them."""
        where = standing()
        if where is None:
            return self.none()
        mine = self.filter(programme_id=where.programme_id)
        if where.role in READS_ALL and not where.holders:
            # What the employer did not approve is the employer's.
            return mine.exclude(employer_at=None)
        return mine.filter(holder__in=where.holders)


class Statement(models.Model):
    """The hours of one agreement in one month, and what they cost: no child (R30)."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("to be approved by the employer")
        SENT = "sent", _("to be approved by the municipality")
        SETTLED = "settled", _("settled")
        RETURNED = "returned", _("returned")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="statements")
    month_on = models.DateField()  # its first day
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT)
    committed_minutes = models.PositiveIntegerField()
    given_minutes = models.IntegerField()
    amount_cents = models.IntegerField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    employer_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    employer_at = models.DateTimeField(null=True)
    municipality_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+"
    )
    municipality_at = models.DateTimeField(null=True)
    returned_words = models.CharField(max_length=400, blank=True)
    pdf = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "month_on"],
                condition=~Q(status="returned"),
                name="statement_once_a_month",
            ),
            models.CheckConstraint(
                name="statement_four_eyes",
                condition=(Q(employer_by=None) | ~Q(employer_by=models.F("made_by")))
                & (
                    Q(municipality_by=None)
                    | ~Q(municipality_by=models.F("employer_by"))
                    & ~Q(municipality_by=models.F("made_by"))
                ),
            ),
        ]
        ordering = ["-month_on", "agreement_id"]

    class Privacy:
        personal = {"made_by", "employer_by", "municipality_by"}
        ordinary = {
            "id", "uuid", "programme", "holder", "agreement", "month_on", "status",
            "committed_minutes", "given_minutes", "amount_cents", "made_at",
            "employer_at", "municipality_at", "returned_words", "pdf", "sha256",
        }  # fmt: skip
        unwalled = "totals of an agreement and a month, and who approved: no child"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this statement: employer, or who pays."""
        if self.programme_id != where.programme_id:
            return set()
        ties: set[str] = set()
        if self.holder_id in where.holders:
            ties.add(Relation.HOLDER)
        parties = self.agreement.parties.filter(organisation=where.organisation_id)
        if parties.exists():
            ties.add(Relation.PARTY)
        return ties


class StatementLine(models.Model):
    """One sum of a statement: hours of the month, or a correction of an earlier one."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="lines")
    # The month the minutes were given in: another one than the statement's in a
    # correction.
    given_in_on = models.DateField()
    minutes = models.IntegerField()
    cents_per_hour = models.PositiveIntegerField()
    amount_cents = models.IntegerField()

    class Meta:
        constraints = [AppendOnly(name="statement_line_append_only")]
        ordering = ["given_in_on", "id"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "statement", "given_in_on", "minutes", "cents_per_hour",
            "amount_cents",
        }  # fmt: skip
