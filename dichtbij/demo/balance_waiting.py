"""Which waiting families of the demo town may be helped in a neighbouring practice?

Every third of a programme that shares its practices said yes, to its team lead.
"""

from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.scheduling.models import WaitingEntry
from dichtbij.waiting.actions import note_elsewhere

EVERY = 3


def add(cast: Cast) -> None:
    """Note what these families agreed to, as of now."""
    for programme in cast.programmes.values():
        lead = f"teamleider-{programme.slug}"
        if lead in cast.users and programme.shares_practices:
            with standing_at(cast.places[lead]):
                waiting = list(WaitingEntry.objects.open().select_related("programme"))
                for entry in waiting[::EVERY]:
                    note_elsewhere(entry=entry, by=cast.users[lead], agreed=True)
