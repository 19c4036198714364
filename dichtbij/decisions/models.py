"""Which ways on are there, what does each practice prefer, and what was decided?"""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dichtbij.agreements.models import Agreement
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.insight.models import Release
from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.shared.walls import AppendOnly, Standing, standing


class DecisionQuerySet(models.QuerySet["Decision"]):
    """Which decisions."""

    def visible_to(self, user: User) -> Self:
        """Those of the programme one stands in."""
        where = standing()
        return self.filter(programme_id=where.programme_id if where else None)


class Decision(models.Model):
    """What municipality and GPs decide together, on which round and release.

    Once it is taken it never changes; what follows is a new decision.
    """

    class Status(models.TextChoices):
        PREPARED = "prepared", _("in preparation")
        CONSULTED = "consulted", _("practices are asked")
        TAKEN = "taken", _("taken")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="decisions")
    evaluation_round = models.ForeignKey(
        EvaluationRound, models.PROTECT, related_name="decisions"
    )
    release = models.ForeignKey(Release, models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=9, choices=Status, default=Status.PREPARED)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    votes_until = models.DateField(null=True)
    chosen = models.ForeignKey(
        "DecisionOption", models.PROTECT, null=True, related_name="+"
    )
    grounds = models.TextField(blank=True)
    conditions = models.TextField(blank=True)
    review_on = models.DateField(null=True)
    taken_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    taken_at = models.DateTimeField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="decision_taken_whole",
                condition=~Q(status="taken")
                | Q(chosen__isnull=False, taken_by__isnull=False)
                & Q(taken_at__isnull=False)
                & ~Q(sha256=""),
            ),
            models.UniqueConstraint(
                fields=["evaluation_round"],
                condition=~Q(status="taken"),
                name="decision_one_at_a_time",
            ),
        ]
        ordering = ["-made_at"]

    class Privacy:
        personal = {"made_by", "taken_by"}
        ordinary = {
            "id", "uuid", "programme", "evaluation_round", "release", "status",
            "made_at", "votes_until", "chosen", "grounds", "conditions", "review_on",
            "taken_at", "sha256",
        }  # fmt: skip
        unwalled = "what organisations decide, and who took it: no child"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this decision: none beyond the programme."""
        return set()


class DecisionOption(models.Model):
    """One of the ways on: stop, extend or make structural, with what it costs."""

    class Kind(models.TextChoices):
        STRUCTURAL = "structural", _("make it structural")
        EXTENDED = "extended", _("extend the pilot")
        STOPPED = "stopped", _("stop, and hand over running families")

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="options")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.TextField()
    arguments_for = models.TextField(blank=True)
    arguments_against = models.TextField(blank=True)
    cents_per_year = models.BigIntegerField(null=True)
    # The last day of the pilot when it is extended, or of the programme when it stops.
    until_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "kind"], name="decision_option_once"
            ),
            models.CheckConstraint(
                name="decision_option_costs_no_less_than_nothing",
                condition=Q(cents_per_year=None) | Q(cents_per_year__gte=0),
            ),
            models.CheckConstraint(
                name="decision_option_says_until_when",
                condition=Q(kind="structural", until_on=None)
                | ~Q(kind="structural") & Q(until_on__isnull=False),
            ),
        ]
        ordering = ["id"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "decision", "kind", "words", "arguments_for", "arguments_against",
            "cents_per_year", "until_on",
        }  # fmt: skip


class PracticeVote(models.Model):
    """What one practice that takes part prefers, and why."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="votes")
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    option = models.ForeignKey(DecisionOption, models.PROTECT, related_name="votes")
    words = models.CharField(max_length=600, blank=True)
    voted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    voted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "practice"], name="practice_votes_once"
            )
        ]
        ordering = ["voted_at"]

    class Privacy:
        personal = {"voted_by"}
        ordinary = {"id", "decision", "practice", "option", "words", "voted_at"}
        unwalled = "what a practice prefers, and who said so for it: no child"


class FollowingVersion(models.Model):
    """The new version of an agreement that a decision began, or found begun already.

    Written with the decision and never changed; how far it is, its series says.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="versions")
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "agreement"], name="following_version_once"
            ),
            AppendOnly(name="following_version_append_only"),
        ]
        ordering = ["id"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"id", "decision", "agreement"}
