"""Which message is on its way to whom, and did it leave?"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from dichtbij.shared.walls import Wall


class Message(models.Model):
    """One mail on its way: a neutral text and a link, never a name or a care word.

    The address is looked up at the moment of sending: it is not stored here.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        PARKED = "parked", _("parked after eight tries")
        WITHHELD = "withheld", _("withheld: no address, or silent")

    class Medium(models.TextChoices):
        MAIL = "mail", _("mail")
        TEXT = "text", _("text message")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    programme = models.ForeignKey("dichtbij.Programme", models.PROTECT, null=True)
    client = models.ForeignKey(
        "dichtbij.Client", models.PROTECT, null=True, related_name="messages"
    )
    channel = models.ForeignKey(
        "dichtbij.Channel", models.PROTECT, null=True, related_name="+"
    )
    user = models.ForeignKey(
        "dichtbij.User", models.PROTECT, null=True, related_name="messages"
    )
    participant = models.ForeignKey(
        "dichtbij.Participant", models.PROTECT, null=True, related_name="+"
    )
    medium = models.CharField(max_length=4, choices=Medium, default=Medium.MAIL)
    link = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            Wall("client", name="message_wall"),
            models.CheckConstraint(
                name="message_channel_of_client",
                condition=models.Q(channel=None, participant=None)
                | models.Q(client__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["client"], name="message_client")]

    class Privacy:
        personal = {"client", "channel", "participant", "user", "link"}
        ordinary = {
            "id", "uuid", "kind", "programme", "medium", "state", "tries", "created_at",
            "sent_at",
        }  # fmt: skip
