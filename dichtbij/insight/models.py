"""What is known in figures: what was released, what it cost in privacy, what GPs sent?

These tables hold no record of a child, but for the ledger: what a child has spent of
its privacy budget stands behind the child's own wall.
"""

import uuid
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.shared.permissions import Relation
from dichtbij.shared.walls import AppendOnly, Published, Standing, Wall, standing


class ReleaseQuerySet(models.QuerySet["Release"]):
    """Which releases."""

    def visible_to(self, user: User) -> Self:
        """Those of the programme one stands in."""
        where = standing()
        return self.filter(programme_id=where.programme_id if where else None)


class Release(models.Model):
    """The figures of one closed period, made once and never changed.

    Without cells it says that the period had too few children to publish. `previous`
    is the hash of the release before it, so that a removed one is missed.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="releases")
    starts_on = models.DateField()
    ends_on = models.DateField()
    withheld = models.BooleanField(default=False)
    # Scheme, base, noise, invariants, definitions, method and code version.
    manifest = models.JSONField()
    sha256 = models.CharField(max_length=64)
    previous = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField()

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        db_table = "stat_release"
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "starts_on"], name="release_starts_once"
            ),
            models.UniqueConstraint(
                fields=["programme", "ends_on"], name="release_ends_once"
            ),
            models.UniqueConstraint(
                fields=["programme", "previous"], name="release_chain_has_no_fork"
            ),
            models.CheckConstraint(
                name="release_ends_after_start", condition=Q(ends_on__gt=F("starts_on"))
            ),
            AppendOnly(name="release_frozen"),
            Published(name="release_published"),
        ]
        ordering = ["-ends_on"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "uuid", "programme", "starts_on", "ends_on", "withheld", "manifest",
            "sha256", "previous", "made_at",
        }  # fmt: skip

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this release: none beyond the programme."""
        return set()


class ReleaseCell(models.Model):
    """One released number: a multiple of five, at the crossing of two codes.

    A margin has an empty `column` (or `row`); the total of a table has neither.
    """

    release = models.ForeignKey(Release, models.PROTECT, related_name="cells")
    table = models.CharField(max_length=40)
    row = models.CharField(max_length=60, blank=True)
    column = models.CharField(max_length=60, blank=True)
    count = models.PositiveIntegerField()

    class Meta:
        db_table = "stat_cell"
        constraints = [
            models.UniqueConstraint(
                fields=["release", "table", "row", "column"], name="release_cell_once"
            ),
            AppendOnly(name="release_cell_frozen"),
            Published(name="release_cell_published"),
        ]
        ordering = ["table", "row", "column"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "release", "table", "row", "column", "count"}


class PrivacySpending(models.Model):
    """What one child has spent of its privacy budget, in thousandths of epsilon.

    A line per child, table and release in which it was counted (security.md 5.2).
    """

    client = models.ForeignKey("Client", models.CASCADE, related_name="+")
    release = models.ForeignKey(Release, models.PROTECT, related_name="+")
    table = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    milli_epsilon = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "release", "table"], name="privacy_spent_once"
            ),
            Wall("client", name="privacy_spending_wall"),
        ]

    class Privacy:
        personal = {"client"}
        ordinary = {"id", "release", "table", "year", "milli_epsilon"}


class IndicatorSignOff(models.Model):
    """An organisation agrees with the definition of an indicator, in this version."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "indicator", "version", "organisation"],
                name="indicator_signed_once",
            ),
            AppendOnly(name="indicator_sign_off_frozen"),
        ]
        ordering = ["signed_at"]

    class Privacy:
        personal = {"signed_by"}
        ordinary = {
            "id", "programme", "indicator", "version", "organisation", "signed_at",
        }  # fmt: skip
        unwalled = "who agreed with a definition, for an organisation: no child"


class QuarterlyReturnQuerySet(models.QuerySet["QuarterlyReturn"]):
    """Which returns."""

    def visible_to(self, user: User) -> Self:
        """Those of the programme; a practice meets its own only."""
        where = standing()
        mine = self.filter(programme_id=where.programme_id if where else None)
        if where and where.role in ("gp", "practice_assistant"):
            return mine.filter(practice__in=where.practices)
        return mine

    def current(self) -> Self:
        """Those that no later line corrects."""
        return self.filter(corrected_by=None)


class QuarterlyReturn(models.Model):
    """All referrals of the GPs of one practice to youth help in one quarter (R32).

    Same source and definition before and after the start, taking part or not. A
    correction is a new line that names the one it corrects.
    """

    class Supplier(models.TextChoices):
        PRACTICE = "practice", _("the practice")
        MUNICIPALITY = "municipality", _("the municipality")
        CARE_GROUP = "care_group", _("a care group of GPs")
        RESEARCHER = "researcher", _("a researcher")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    quarter_on = models.DateField()
    referrals = models.PositiveIntegerField()
    youths = models.PositiveIntegerField()
    supplier = models.CharField(max_length=12, choices=Supplier)
    source = models.CharField(max_length=200)
    # How much of the quarter the source saw, in percent.
    complete_percent = models.PositiveSmallIntegerField(default=100)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, related_name="corrected_by"
    )
    given_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    given_at = models.DateTimeField()

    objects = QuarterlyReturnQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "practice", "quarter_on"],
                condition=Q(corrects=None),
                name="return_once",
            ),
            models.CheckConstraint(
                name="return_of_a_quarter",
                condition=Q(quarter_on__day=1, quarter_on__month__in=(1, 4, 7, 10)),
            ),
            models.CheckConstraint(
                name="return_is_complete_to_a_share",
                condition=Q(complete_percent__gte=1, complete_percent__lte=100),
            ),
            models.CheckConstraint(
                name="return_has_youths", condition=Q(youths__gte=1)
            ),
            AppendOnly(name="quarterly_return_frozen"),
        ]
        ordering = ["practice", "quarter_on", "id"]

    class Privacy:
        personal = {"given_by"}
        ordinary = {
            "id", "uuid", "programme", "practice", "quarter_on", "referrals", "youths",
            "supplier", "source", "complete_percent", "corrects", "given_at",
        }  # fmt: skip
        unwalled = "counts of a practice as it gave them, and who wrote them down"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this return: it is of one's own practice."""
        if self.programme_id != where.programme_id:
            return set()
        return {Relation.PRACTICE} if self.practice_id in where.practices else set()
