"""What is one line of the log, and how does a chain of lines hold?"""

import hashlib
import json
import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from dichtbij.shared.walls import AppendOnly


class Chain(models.Model):
    """The head of one log: a programme's, or the installation's (no programme)."""

    programme = models.ForeignKey(
        "dichtbij.Programme", models.PROTECT, null=True, related_name="chains"
    )
    last_sequence = models.BigIntegerField(default=0)
    head = models.BinaryField(default=bytes(32))

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme"], nulls_distinct=False, name="chain_once"
            )
        ]

    class Privacy:
        ordinary = {"id", "programme", "last_sequence", "head"}
        personal: set[str] = set()


class Entry(models.Model):
    """One event about at most one child. Source: NEN 7513 as in LR-61 (S81, S82).

    No content, no BSN, no free text: only who, what, when, about whom, by what right.
    Partitioned by year of `at` in the database (migration 0002).
    """

    class ActionCode(models.TextChoices):
        CREATE = "C", _("created")
        READ = "R", _("looked at")
        UPDATE = "U", _("changed")
        DELETE = "D", _("removed")
        EXECUTE = "E", _("done")

    class Outcome(models.TextChoices):
        SUCCESS = "0", _("succeeded")
        REFUSED = "4", _("refused")
        DENIED = "8", _("not allowed")

    event_id = models.UUIDField(default=uuid.uuid4)
    at = models.DateTimeField()
    action_code = models.CharField(max_length=1, choices=ActionCode)
    outcome = models.CharField(max_length=1, choices=Outcome, default=Outcome.SUCCESS)
    event_type = models.CharField(max_length=60)
    user_id = models.BigIntegerField(null=True)
    user_name = models.CharField(max_length=200, blank=True)
    role = models.CharField(max_length=30, blank=True)
    organisation_id = models.BigIntegerField(null=True)
    purpose = models.CharField(max_length=30, blank=True)
    network_point = models.CharField(max_length=60, blank=True)
    client_id = models.BigIntegerField(null=True)
    object_type = models.CharField(max_length=40, blank=True)
    object_id = models.CharField(max_length=40, blank=True)
    permission = models.CharField(max_length=40, blank=True)
    relation = models.CharField(max_length=20, blank=True)
    consent_profile = models.CharField(max_length=40, blank=True)
    emergency = models.BooleanField(default=False)
    source = models.CharField(max_length=20, default="dichtbij")
    trace_id = models.CharField(max_length=32, blank=True)
    programme_id = models.BigIntegerField(null=True)
    sequence = models.BigIntegerField()
    previous_hash = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        constraints = [AppendOnly(name="entry_append_only")]
        indexes = [
            models.Index(fields=["client_id", "at"], name="entry_client_at"),
            # Per employee the children looked at (LR-65).
            models.Index(fields=["user_id", "at"], name="entry_user_at"),
            models.Index(fields=["programme_id", "sequence"], name="entry_chain"),
        ]

    class Privacy:
        personal = {"user_id", "user_name", "client_id", "network_point", "object_id"}
        ordinary = {
            "id", "event_id", "at", "action_code", "outcome", "event_type", "role",
            "organisation_id", "purpose", "object_type", "permission", "relation",
            "consent_profile", "emergency", "source", "trace_id", "programme_id",
            "sequence", "previous_hash", "hash",
        }  # fmt: skip
        unwalled = "the log: read through its own permissions, appended from anywhere"

    HASHED = (
        "event_id", "at", "action_code", "outcome", "event_type", "user_id",
        "user_name", "role", "organisation_id", "purpose", "network_point",
        "client_id", "object_type", "object_id", "permission", "relation",
        "consent_profile", "emergency", "source", "trace_id", "programme_id",
        "sequence",
    )  # fmt: skip

    def computed_hash(self) -> bytes:
        """Return SHA-256 over the previous hash and this line in canonical JSON."""
        line = [str(getattr(self, name)) for name in self.HASHED]
        text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(bytes(self.previous_hash) + text.encode()).digest()
