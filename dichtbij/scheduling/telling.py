"""How does a family hear of its appointment? By a neutral mail, where one may go."""

from dichtbij.clients.actions import family_channel
from dichtbij.outbox.post import post
from dichtbij.scheduling.models import Appointment


def mail_family(appointment: Appointment, kind: str) -> None:
    """Send a neutral mail to who may know; else the practice prints a card (R18)."""
    channel = family_channel(appointment.client, appointment.only_for)
    if channel is not None:
        post(kind, client=appointment.client, channel=channel)
