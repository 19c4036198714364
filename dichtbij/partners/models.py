"""Which partners are there, how long must one wait, what was talked over or handed?"""

import uuid
from datetime import timedelta
from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import Trajectory
from dichtbij.clients.models import ClientRow, ClientRowQuerySet
from dichtbij.families.models import FamilyRow, FamilyRowQuerySet
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing

# Needs no signature of the GP, whatever the directory says. Source: R21.
WITHOUT_SIGNATURE = ("school", "cjg", "local_team", "youth_health")
FRESH = timedelta(days=30)  # after that a confirmed wait is shown in grey


class PartnerQuerySet(models.QuerySet[Any]):
    """Which partners."""

    def visible_to(self, user: User) -> Self:
        """Those of the active programme."""
        where = standing()
        return self.filter(programme=where.programme_id if where else None)

    def open_to_all(self) -> Self:
        """Those that take no signature of the GP (R21)."""
        free = Q(freely_accessible=True) | Q(kind__in=WITHOUT_SIGNATURE)
        return self.filter(free)

    def by_referral(self) -> Self:
        """Those for which the GP signs."""
        return self.filter(freely_accessible=False).exclude(kind__in=WITHOUT_SIGNATURE)


class Partner(models.Model):
    """A school, CJG, local team or provider in the directory of one programme."""

    class Kind(models.TextChoices):
        SCHOOL = "school", _("school")
        CJG = "cjg", _("CJG")
        LOCAL_TEAM = "local_team", _("local team")
        YOUTH_HEALTH = "youth_health", _("youth health service")
        BASIC_MH = "basic_mh", _("basic mental health care")
        SPECIALIST_MH = "specialist_mh", _("specialist mental health care")
        PROVIDER = "provider", _("other youth help")
        SAFE_HOME = "safe_home", _("Veilig Thuis")
        OTHER = "other", _("other")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="partners")
    kind = models.CharField(max_length=14, choices=Kind)
    name = models.CharField(max_length=120)
    town = models.CharField(max_length=60, blank=True)
    telephone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    # Without a signature of the GP (R21).
    freely_accessible = models.BooleanField(default=False)
    brin = models.CharField(max_length=6, blank=True)
    offer = models.CharField(max_length=400, blank=True)
    ended_on = models.DateField(null=True)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "kind", "name", "town"], name="partner_once"
            )
        ]
        ordering = ["name"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "uuid", "programme", "kind", "name", "town", "telephone", "email",
            "freely_accessible", "brin", "offer", "ended_on",
        }  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def open_to_all(self) -> bool:
        """Tell whether it takes no signature of the GP (R21)."""
        return self.freely_accessible or self.kind in WITHOUT_SIGNATURE

    def relations_to(self, where: Standing) -> set[str]:
        """Return nothing: the directory is opened by the role alone."""
        return set()


class PartnerWait(models.Model):
    """How many days a partner made wait, confirmed by whom on which day."""

    partner = models.ForeignKey(Partner, models.PROTECT, related_name="waits")
    days = models.PositiveSmallIntegerField()
    confirmed_by = models.CharField(max_length=120)
    confirmed_on = models.DateField()
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [AppendOnly(name="partner_wait_append_only")]
        ordering = ["-confirmed_on", "-id"]

    class Privacy:
        personal: set[str] = set()
        ordinary = {
            "id", "partner", "days", "confirmed_by", "confirmed_on", "noted_by",
            "noted_at",
        }  # fmt: skip

    @property
    def fresh(self) -> bool:
        """Tell whether it was confirmed at most thirty days ago."""
        return clock.today() - self.confirmed_on <= FRESH


class CaseConsultationQuerySet(ClientRowQuerySet):
    """Which case consultations."""

    def visible_to(self, user: User) -> Self:
        """Those of children one may meet; for a guest the one it is invited to."""
        where = standing()
        if where is not None and where.role == Role.PARTNER:
            seats = Participant.objects.filter(user=where.user_id, ended_at=None)
            return self.filter(
                programme=where.programme_id,
                client__in=where.clients,
                pk__in=seats.values("consultation"),
                status__in=("planned", "held"),
            )
        return super().visible_to(user)


class CaseConsultation(ClientRow):
    """Several people talk about one child, about topics the family agreed to."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        HELD = "held", _("held")
        CANCELLED = "cancelled", _("cancelled")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, related_name="consultations"
    )
    called_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.PLANNED)
    made_at = models.DateTimeField()
    receipt_at = models.DateTimeField(null=True)

    objects = CaseConsultationQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="case_consultation_wall"),
            models.UniqueConstraint(
                fields=["id", "client"], name="caseconsultation_of_client"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "starts_at"], name="consultation_client")
        ]

    class Privacy:
        personal = {"client", "called_by", "starts_at", "place"}
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "trajectory", "status",
            "made_at", "receipt_at",
        }  # fmt: skip


class ConsultationTopic(FamilyRow):
    """One topic of a consultation, with its own minutes."""

    consultation = models.ForeignKey(
        CaseConsultation, models.PROTECT, related_name="topics"
    )
    topic = models.CharField(max_length=12)
    minutes = models.TextField(blank=True)

    class Meta:
        constraints = [
            Wall("client", name="consultation_topic_wall"),
            models.UniqueConstraint(
                fields=["client", "consultation", "topic"], name="topic_once"
            ),
        ]
        ordering = ["id"]

    class Privacy:
        personal = {"client", "topic", "minutes"}
        ordinary = {"id", "consultation"}


class ParticipantQuerySet(FamilyRowQuerySet):
    """Which participants."""

    def visible_to(self, user: User) -> Self:
        """Those of consultations one may meet."""
        return self.filter(consultation__in=CaseConsultation.objects.visible_to(user))


class Participant(FamilyRow):
    """Someone invited to a consultation; ended at once when consent is withdrawn."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    consultation = models.ForeignKey(
        CaseConsultation, models.PROTECT, related_name="participants"
    )
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    # The account that a guest's link signs in; a colleague's own account.
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    function = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=20, blank=True)
    topics = ArrayField(models.CharField(max_length=12), default=list)
    invited_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_because = models.CharField(max_length=20, blank=True)

    objects = ParticipantQuerySet.as_manager()  # type: ignore[misc]

    class Meta:
        constraints = [
            Wall("client", name="participant_wall"),
            models.UniqueConstraint(
                fields=["id", "client"], name="participant_of_client"
            ),
        ]
        ordering = ["id"]

    class Privacy:
        personal = {
            "client", "user", "name", "function", "email", "telephone", "topics",
            "ended_because",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "consultation", "partner", "invited_at", "ended_at",
        }  # fmt: skip


class Handover(ClientRow):
    """A warm hand-over to freely accessible help: with consent, no signature (R21)."""

    class Status(models.TextChoices):
        AGREED = "agreed", _("agreed")
        DONE = "done", _("done")
        ENDED = "ended", _("did not go on")

    class By(models.TextChoices):
        """By which road it goes (R23)."""

        TOGETHER = "together", _("in a talk together with the family")
        TELEPHONE = "telephone", _("by telephone")
        SECURE_MAIL = "secure_mail", _("by secure mail")
        PAPER = "paper", _("on paper, given to the family")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="handovers")
    partner = models.ForeignKey(Partner, models.PROTECT, related_name="+")
    owner = models.ForeignKey(User, models.PROTECT, related_name="handovers")
    words = models.TextField(blank=True)
    channel = models.CharField(max_length=20, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.AGREED)
    agreed_on = models.DateField()
    done_on = models.DateField(null=True)

    objects = ClientRowQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="handover_wall"),
            models.CheckConstraint(
                name="handover_done_has_a_day",
                condition=~Q(status="done") | Q(done_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["client"], name="handover_client")]

    class Privacy:
        personal = {"client", "owner", "words", "channel", "agreed_on", "done_on"}
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "trajectory", "partner",
            "status",
        }  # fmt: skip

    @property
    def road(self) -> str:
        """Return by which road it goes, in words."""
        return str(self.By(self.channel).label) if self.channel else ""
