"""What does the page of a child show about referring on, and how heavy is the help?"""

from typing import Any

from dichtbij.care.levels import levels_of
from dichtbij.care.models import Trajectory
from dichtbij.clients.models import Client
from dichtbij.network.onward_reading import onwards_of
from dichtbij.organisations.models import User
from dichtbij.portal.staff.level_form import LevelForm


def onwards(user: User, client: Client, help_: Trajectory | None) -> dict[str, Any]:
    """Return the context of network/pages/onward_of_child.html."""
    return {
        "onwards": onwards_of(user, client),
        "levels": levels_of(help_) if help_ is not None else [],
        "level_form": LevelForm(),
    }
