"""What leaves the record: which letter, in which exact bytes, released when?"""

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import Outcome, Trajectory
from dichtbij.clients.models import Channel, ClientRow, ClientRowQuerySet
from dichtbij.families.models import FamilyMember, SightDelay
from dichtbij.families.standing import member_at
from dichtbij.organisations.models import User
from dichtbij.partners.models import Partner
from dichtbij.referrals.models import Referral
from dichtbij.shared import clock
from dichtbij.shared.permissions import FAMILY, Role
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing


class LetterQuerySet(ClientRowQuerySet):
    """Which letters."""

    def visible_to(self, user: User) -> Self:
        """Those of children one may meet; a draft only to those who write it.

        A practice meets what was written to it, a family what was written to its
        reader.
        """
        found = super().visible_to(user)
        where = standing()
        role = where.role if where is not None else ""
        if role in (Role.PRACTITIONER, "system"):
            return found
        found = found.filter(status=Letter.Status.RELEASED)
        if role in FAMILY or role == Role.TEAM_LEAD:
            return found
        return found.to_gp()

    def to_gp(self) -> Self:
        """Those to the GP: what is owed, pasted and told is about these only."""
        return self.filter(audience=Letter.Audience.GP)

    def for_family(self, where: Standing) -> Self:
        """Open to a family member what was released to that very person.

        Whoever held the place of the reader on the day of the letter reads it, also
        when another parent has that place now. While sight is held back for safety,
        nobody does (R25).
        """
        member = member_at(where)
        if member is None:
            return self.none()
        same = Q(pk=member.pk)
        if member.user_id is not None:
            same |= Q(user=member.user_id)
        held = FamilyMember.objects.filter(
            same,
            Q(ended_on=None) | Q(ended_on__gte=OuterRef("dated_on")),
            client=OuterRef("client"),
            slot=OuterRef("reader"),
            since__lte=OuterRef("dated_on"),
        )
        held_back = SightDelay.objects.filter(
            client=OuterRef("client"), ended_at=None, starts_at__lte=clock.now()
        )
        return self.filter(
            Exists(held),
            ~Exists(held_back),
            audience=Letter.Audience.FAMILY,
            status=Letter.Status.RELEASED,
        )


def _sha256_of_pdf() -> Func:
    """Return the hash of the stored bytes, as the database itself computes it."""
    digest = Func(F("pdf"), function="sha256", output_field=models.BinaryField())
    return Func(
        digest, Value("hex"), function="encode", output_field=models.CharField()
    )


class Letter(ClientRow):
    """What is told at start, decision or close; once released, it is frozen.

    To the GP, or to one reader of the family in plain words: twins of the same facts.

    The database refuses the change (migration 0006), also to a hand typing SQL.
    """

    class Kind(models.TextChoices):
        START = "start", _("start")
        DECISION = "decision", _("decision")
        CLOSE = "close", _("closing")

    class Audience(models.TextChoices):
        GP = "gp", _("GP")
        FAMILY = "family", _("family")

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        RELEASED = "released", _("released to the practice")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="letters")
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, null=True, related_name="letters"
    )
    kind = models.CharField(max_length=8, choices=Kind)
    # Twins tell the same facts: to the GP, and to the family in plain words.
    audience = models.CharField(max_length=6, choices=Audience, default=Audience.GP)
    # For a family letter: the slot of the one who reads it; empty for the GP.
    reader = models.CharField(max_length=12, choices=Channel.Owner, blank=True)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="letters")
    body = models.TextField()
    his_text = models.CharField(max_length=600, blank=True)
    status = models.CharField(max_length=8, choices=Status, default=Status.DRAFT)
    dated_on = models.DateField()
    pdf = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    released_at = models.DateTimeField(null=True)
    pasted_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="letter_wall"),
            models.CheckConstraint(
                name="letter_released_whole",
                condition=Q(status="draft", released_at=None, pasted_at=None)
                | Q(status="released", released_at__isnull=False, pdf__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_hash_is_of_its_bytes",
                condition=Q(pdf=None, sha256="") | Q(sha256=_sha256_of_pdf()),
            ),
            models.UniqueConstraint(
                fields=["client", "referral", "kind", "audience", "reader"],
                condition=Q(status="draft"),
                name="letter_one_draft",
            ),
            models.CheckConstraint(
                name="letter_reader_is_of_the_family",
                condition=Q(audience="gp", reader="")
                | Q(audience="family") & ~Q(reader=""),
            ),
        ]
        indexes = [
            models.Index(fields=["referral", "dated_on"], name="letter_referral"),
            models.Index(fields=["client", "-dated_on"], name="letter_client"),
        ]

    class Privacy:
        personal = {
            "client",
            "written_by",
            "body",
            "his_text",
            "pdf",
            "sha256",
            "reader",
        }
        ordinary = {
            "audience",
            "id", "uuid", "programme", "holder", "practice", "referral",
            "trajectory", "kind", "status", "dated_on", "released_at", "pasted_at",
            "changed_at",
        }  # fmt: skip

    @property
    def title(self) -> str:
        """Return what stands above the letter; it names no person."""
        return str(TITLES[self.kind])

    @property
    def for_gp(self) -> bool:
        """Tell whether the GP reads it; else a reader of the family does."""
        return bool(self.audience == self.Audience.GP)

    @property
    def released(self) -> bool:
        """Tell whether its reader has it: from then on it is frozen."""
        return bool(self.status == self.Status.RELEASED)

    def ready_for(self, by: User) -> bool:
        """Tell whether its paper bears today's date and the name of who releases."""
        return self.dated_on == clock.today() and self.written_by_id == by.pk


TITLES: dict[str, Any] = {
    Letter.Kind.START: _("Start of the help"),
    Letter.Kind.DECISION: _("Decision about the help"),
    Letter.Kind.CLOSE: _("End of the help"),
}


class OnwardReferralQuerySet(ClientRowQuerySet):
    """Which onward referrals."""

    def visible_to(self, user: User) -> Self:
        """Those of children one may meet; a draft only to those who write it."""
        found = super().visible_to(user)
        where = standing()
        if where is not None and where.role in (Role.PRACTITIONER, "system"):
            return found
        return found.exclude(status=OnwardReferral.Status.DRAFT)

    def to_sign(self) -> Self:
        """Those that wait for a GP, longest waiting first."""
        return self.filter(status=OnwardReferral.Status.ADVISED).order_by(
            "advised_at", "id"
        )


class OnwardReferral(ClientRow):
    """Advice of the practitioner that becomes a referral once a GP signed it (R21).

    From the signature on, document and hash are frozen; what happens next are events.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        ADVISED = "advised", _("to be signed")
        RETURNED = "returned", _("returned by the GP")
        SIGNED = "signed", _("signed")
        SENT = "sent", _("sent")
        ACCEPTED = "accepted", _("accepted")
        WAITING = "waiting", _("waiting for the help")
        STARTED = "started", _("help has started")
        ENDED = "ended", _("did not go on")

    class Echelon(models.TextChoices):
        BASIC = "basic", _("basic mental health care")
        SPECIALIST = "specialist", _("specialist mental health care")
        OTHER = "other", _("other help that needs a referral")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    trajectory = models.ForeignKey(
        Trajectory, models.PROTECT, related_name="onward_referrals"
    )
    partner = models.ForeignKey(Partner, models.PROTECT, null=True, related_name="+")
    destination = models.CharField(max_length=24, choices=Outcome)
    echelon = models.CharField(max_length=10, choices=Echelon)
    urgency = models.CharField(max_length=12, default="regular")
    reason = models.TextField()
    # The five of a letter to mental health care: code to words (interop.md 2).
    arguments = models.JSONField(default=dict)
    steps_tried = models.TextField(blank=True)
    wait_days = models.PositiveSmallIntegerField(null=True)
    bridging = models.BooleanField(default=False)
    body = models.TextField(blank=True)
    pdf = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    version = models.PositiveSmallIntegerField(default=1)
    advised_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    advised_at = models.DateTimeField(null=True)
    prepared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    changed_at = models.DateTimeField()
    ask_started_on = models.DateField(null=True)

    objects = OnwardReferralQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="onward_referral_wall"),
            models.UniqueConstraint(
                fields=["id", "client"], name="onwardreferral_of_client"
            ),
            models.CheckConstraint(
                name="onward_hash_is_of_its_bytes",
                condition=Q(pdf=None, sha256="") | Q(sha256=_sha256_of_pdf()),
            ),
            models.CheckConstraint(
                name="onward_beyond_draft_has_a_document",
                condition=Q(status="draft") | Q(pdf__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["practice", "advised_at"],
                condition=Q(status="advised"),
                name="onward_to_sign",
            ),
            models.Index(fields=["client"], name="onward_client"),
        ]

    class Privacy:
        personal = {
            "client", "partner", "destination", "echelon", "urgency", "reason",
            "arguments", "steps_tried", "bridging", "body", "pdf", "sha256",
            "advised_by", "prepared_by",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "trajectory", "wait_days",
            "status", "version", "advised_at", "changed_at", "ask_started_on",
        }  # fmt: skip


class Signature(ClientRow):
    """A GP signed exactly these bytes: who, as what, when, how proved (R22)."""

    onward = models.OneToOneField(
        OnwardReferral, models.PROTECT, related_name="signature"
    )
    signed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    capacity = models.CharField(max_length=20)
    agb_code = models.CharField(max_length=8)
    proof = models.CharField(max_length=40)
    sha256 = models.CharField(max_length=64)
    signed_at = models.DateTimeField()

    objects = ClientRowQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="signature_wall"),
            AppendOnly(name="signature_append_only"),
        ]

    class Privacy:
        personal = {"client", "signed_by", "name", "sha256"}
        ordinary = {
            "id", "programme", "holder", "practice", "onward", "capacity", "agb_code",
            "proof", "signed_at",
        }  # fmt: skip


class OnwardEvent(ClientRow):
    """What happened to an onward referral, and by which channel (R23)."""

    onward = models.ForeignKey(OnwardReferral, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=12)
    channel = models.CharField(max_length=20, blank=True)
    words = models.CharField(max_length=400, blank=True)
    on = models.DateField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ClientRowQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="onward_event_wall"),
            AppendOnly(name="onward_event_append_only"),
        ]
        ordering = ["at", "id"]

    class Privacy:
        personal = {"client", "kind", "words", "by"}
        ordinary = {
            "id", "programme", "holder", "practice", "onward", "channel", "on", "at",
        }  # fmt: skip
