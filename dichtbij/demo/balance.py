"""What is agreed, planned, offered and settled in the demo town: each by its acts?"""

from collections.abc import Callable

from dichtbij.demo import (
    balance_agreements,
    balance_finance,
    balance_programme,
    balance_releases,
    balance_returns,
    balance_staffing,
    balance_waiting,
)
from dichtbij.demo.founding import Cast

# In this order: a statement needs an agreement, an agreement needs its practices.
PARTS: tuple[Callable[[Cast], None], ...] = (
    balance_programme.add,
    balance_returns.add,
    balance_agreements.add,
    balance_finance.add,
    balance_staffing.add,
    balance_waiting.add,
    balance_releases.add,
)


def fill_in(cast: Cast) -> None:
    """Let the programmes of a new town be in balance, as its people would do it."""
    for part in PARTS:
        part(cast)


def go_on(cast: Cast) -> None:
    """Add what the days since brought to programmes that no case of a child brings.

    Figures are published by the job itself, and rounds follow from the agreement.
    """
    balance_returns.go_on(cast)
