"""A change that is being prepared for a child of each side."""

from typing import Any

from dichtbij.clients.models import Client
from dichtbij.organisations.models import User
from dichtbij.transitions.actions import start_transition
from dichtbij.transitions.beginning import of_child


def transition_rows(client: Client, by: User) -> dict[str, Any]:
    """Return the row behind the wizard; stand as `by`."""
    change = start_transition(change=of_child(client, "changes_gp"), by=by)
    return {"transition": change}
