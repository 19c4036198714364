"""Who belongs to a child, with which authority, and which dated facts decide?

Every row is a dated fact with its author; nothing is overwritten, a fact ends.
"""

import uuid
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dichtbij.clients import ages
from dichtbij.clients.models import Channel, Client
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared.permissions import FAMILY
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing


class FamilyRowQuerySet(models.QuerySet[Any]):
    """Rows about a family, which ask the child who may meet them."""

    def visible_to(self, user: User) -> Self:
        """Those of children one may meet; for a family none, unless a model says so."""
        where = standing()
        if where is None or where.role in FAMILY:
            return self.none()
        return self.filter(client__in=Client.objects.visible_to(user))


class FamilyRow(models.Model):
    """A row about a child's family: behind the child's wall, tied as the child is."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="%(class)s_set")

    objects: Any = FamilyRowQuerySet.as_manager()

    class Meta:
        abstract = True

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to the child of this row; nothing behind a wall."""
        client = Client.objects.filter(pk=self.client_id).first()
        return client.relations_to(where) if client is not None else set()


class FamilyMember(FamilyRow):
    """The young person, a parent, a guardian or someone near: an entry of their own.

    `slot` is the owner that channels, goals and answers name; one person per slot.
    `home` tells apart two households: a parent never reads the other's (LR-14).
    """

    class Tie(models.TextChoices):
        # Source: COD472 (S53), the subset that a family needs.
        SELF = "self", _("the young person")
        PARENT = "10", _("parent")
        GUARDIAN = "11", _("guardian")
        FOSTER_PARENT = "13", _("foster parent")
        RELATIVE = "17", _("relative")
        OTHER = "09", _("someone else")

    class Language(models.TextChoices):
        DUTCH = "nl", _("Dutch")
        ENGLISH = "en", _("English")
        TURKISH = "tr", _("Turkish")
        ARABIC = "ar", _("Arabic")
        POLISH = "pl", _("Polish")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slot = models.CharField(max_length=12, choices=Channel.Owner)
    tie = models.CharField(max_length=4, choices=Tie)
    name = models.CharField(max_length=120)
    home = models.PositiveSmallIntegerField(default=1)
    address = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=2, choices=Language, default=Language.DUTCH)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    since = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            Wall("client", name="family_member_wall"),
            models.UniqueConstraint(
                fields=["id", "client"], name="familymember_of_client"
            ),
            models.UniqueConstraint(
                fields=["client", "slot"],
                condition=Q(ended_on=None) & ~Q(slot="other"),
                name="family_member_one_per_slot",
            ),
        ]
        ordering = ["id"]

    class Privacy:
        personal = {
            "client", "slot", "tie", "name", "home", "address", "language", "user",
            "noted_by", "since", "ended_on",
        }  # fmt: skip
        ordinary = {"id", "uuid"}

    def __str__(self) -> str:
        return self.name


class Consent(models.Model):
    """A dated fact: who agreed to what, how, noted by whom (LR-07)."""

    class Purpose(models.TextChoices):
        HELP = "help", _("help by the youth practitioner")
        SHARE = "share", _("sharing with someone outside the practice")
        CHANNEL = "channel", _("being reached this way")
        RESEARCH = "research", _("research")

    class Decision(models.TextChoices):
        GIVEN = "given", _("agreed")
        REFUSED = "refused", _("refused")

    class Giver(models.TextChoices):
        PARENTS = "parents", _("parent or parents with authority")
        YOUNG_PERSON = "young_person", _("young person")
        BOTH = "both", _("parents and young person")

    class Form(models.TextChoices):
        ORAL = "oral", _("spoken")
        WRITTEN = "written", _("in writing")
        DIGITAL = "digital", _("on the family page")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=12, choices=Purpose, default=Purpose.HELP)
    # As told at a referral, before anyone knows who the parents are: `giver`. From the
    # first talk on each person's own word: `member`, in the capacity of that day.
    giver = models.CharField(max_length=12, choices=Giver, blank=True)
    member = models.ForeignKey(
        FamilyMember, models.PROTECT, null=True, related_name="consents"
    )
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.GIVEN)
    # For sharing: with whom, one record each (LR-09), and about which subjects.
    party = models.CharField(max_length=14, blank=True)
    partner = models.ForeignKey(
        "dichtbij.Partner", models.PROTECT, null=True, related_name="+"
    )
    topics = ArrayField(models.CharField(max_length=12), default=list)
    evidence = models.CharField(max_length=200, blank=True)
    until_on = models.DateField(null=True)
    form = models.CharField(max_length=8, choices=Form, default=Form.ORAL)
    given_on = models.DateField()
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [
            Wall("client", name="consent_wall"),
            models.CheckConstraint(
                name="consent_has_a_giver",
                condition=Q(giver="", member__isnull=False)
                | (~Q(giver="") & Q(member=None)),
            ),
            models.CheckConstraint(
                name="consent_ends_after_start",
                condition=Q(until_on=None) | Q(until_on__gte=F("given_on")),
            ),
            models.CheckConstraint(
                name="consent_to_share_names_a_party",
                condition=~Q(purpose="share") | ~Q(party=""),
            ),
        ]
        indexes = [models.Index(fields=["client"], name="consent_client")]

    class Privacy:
        personal = {
            "client", "giver", "member", "decision", "party", "partner", "topics",
            "evidence", "until_on", "given_on", "noted_by", "withdrawn_on",
        }  # fmt: skip
        ordinary = {"id", "uuid", "purpose", "form"}

    def complete(self) -> bool:
        """Tell whether all who must agree at that age did (LR-01, LR-02, LR-04)."""
        must = set(ages.who_must_agree(self.client.birth_date, self.given_on))
        return must <= self.gave()

    def gave(self) -> set[str]:
        """Return whose consent this is, nobody's once it was withdrawn (LR-08)."""
        if self.withdrawn_on is not None:
            return set()
        both: set[str] = set(ages.Agreement)
        return both if self.giver == self.Giver.BOTH else {self.giver}


class LegalAuthority(FamilyRow):
    """Whether someone has authority over the child, since when, on whose word (LR-11).

    A fact is never taken from one parent's word as if it were proved: `source` says it.
    """

    class Kind(models.TextChoices):
        AUTHORITY = "authority", _("parent with authority")
        NONE = "none", _("parent without authority")
        GUARDIAN = "guardian", _("guardian")

    class Source(models.TextChoices):
        SELF_DECLARED = "self_declared", _("told by a parent")
        REGISTER = "register", _("extract from the authority register")
        COURT = "court", _("court decision")

    member = models.ForeignKey(FamilyMember, models.PROTECT, related_name="authorities")
    kind = models.CharField(max_length=10, choices=Kind)
    source = models.CharField(max_length=14, choices=Source)
    source_on = models.DateField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("client", name="legal_authority_wall"),
            models.CheckConstraint(
                name="legal_authority_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]
        ordering = ["starts_on", "id"]

    class Privacy:
        personal = {
            "client", "kind", "source", "source_on", "starts_on", "ends_on", "noted_by",
        }  # fmt: skip
        ordinary = {"id", "member", "noted_at"}


class CourtMeasure(FamilyRow):
    """A supervision order (OTS), with who carries it out and until when (LR-15)."""

    class Kind(models.TextChoices):
        SUPERVISION = "supervision", _("supervision order")
        GUARDIANSHIP = "guardianship", _("guardianship of an institution")

    kind = models.CharField(max_length=12, choices=Kind)
    institution = models.CharField(max_length=120)
    contact = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("client", name="court_measure_wall"),
            models.CheckConstraint(
                name="court_measure_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    class Privacy:
        personal = {
            "client", "kind", "institution", "contact", "starts_on", "ends_on",
            "noted_by",
        }  # fmt: skip
        ordinary = {"id", "noted_at"}


class CapacityJudgement(FamilyRow):
    """A young person of 12 or older cannot weigh interests for now (LR-05)."""

    reason = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("client", name="capacity_judgement_wall"),
            models.CheckConstraint(
                name="capacity_judgement_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    class Privacy:
        personal = {"client", "reason", "starts_on", "ends_on", "noted_by"}
        ordinary = {"id", "noted_at"}


class HelpGround(FamilyRow):
    """Why help goes on from 12 to 15 although a parent refuses (LR-03)."""

    class Kind(models.TextChoices):
        SERIOUS_DISADVANTAGE = "disadvantage", _("to prevent serious disadvantage")
        KEEPS_WANTING = "keeps_wanting", _("the young person keeps wanting it")

    kind = models.CharField(max_length=14, choices=Kind)
    words = models.TextField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("client", name="help_ground_wall"),
            models.CheckConstraint(
                name="help_ground_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
            ),
        ]

    class Privacy:
        personal = {"client", "kind", "words", "starts_on", "ends_on", "noted_by"}
        ordinary = {"id", "noted_at"}


class EmergencyPresumption(FamilyRow):
    """There was no time to ask: consent was presumed, noted within 24 hours (LR-10)."""

    happened_at = models.DateTimeField()
    words = models.TextField()
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("client", name="emergency_presumption_wall"),
            AppendOnly(name="emergency_presumption_append_only"),
        ]

    class Privacy:
        personal = {"client", "happened_at", "words", "noted_by"}
        ordinary = {"id", "noted_at"}


class Objection(FamilyRow):
    """A young person of 16 or older objects to a letter to the GP (LR-32)."""

    words = models.CharField(max_length=400, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [Wall("client", name="objection_wall")]

    class Privacy:
        personal = {"client", "words", "starts_on", "ends_on", "noted_by"}
        ordinary = {"id", "noted_at"}


class SightDelay(FamilyRow):
    """What a family sees is held back for safety, with a reason and a review (R25)."""

    reason = models.TextField()
    starts_at = models.DateTimeField()
    review_on = models.DateField()
    ended_at = models.DateTimeField(null=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [Wall("client", name="sight_delay_wall")]

    class Privacy:
        personal = {
            "client", "reason", "starts_at", "review_on", "ended_at", "noted_by",
        }  # fmt: skip
        ordinary = {"id"}


class RuleAcceptance(models.Model):
    """Which programme accepted which rule of law, on whose word (R27)."""

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=10)
    version = models.PositiveSmallIntegerField()
    accepted_by = models.CharField(max_length=120)
    accepted_on = models.DateField()
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "rule", "version"], name="rule_accepted_once"
            )
        ]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "programme", "rule", "version", "accepted_by", "accepted_on",
            "noted_by",
        }  # fmt: skip
