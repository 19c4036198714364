"""Which step about safety waits for this child? For who is in care of it only."""

from dichtbij.audit.doors import may
from dichtbij.clients.models import Client
from dichtbij.safety.reading import StepState, current_of
from dichtbij.shared.permissions import Permission


def safety_step(client: Client) -> StepState | None:
    """Return the step that waits, or None: no concern, or not for these eyes."""
    return current_of(client) if may(Permission.CONCERN_READ, client) else None
