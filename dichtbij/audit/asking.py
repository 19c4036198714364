"""Which permission is a door asking for now, and did broken glass open rows for it?

A door says it while it asks `visible_to`: so broken glass opens what may be looked at
(`EMERGENCY_OPENS`) and nothing else, and each look is logged for what it was (LR-51).
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from dichtbij.shared.permissions import EMERGENCY_OPENS, Permission


@dataclass
class Asked:
    """What one door asks for; `broken` are the clients that only glass opened."""

    permission: Permission
    broken: frozenset[int] = frozenset()

    @property
    def opens_by_glass(self) -> bool:
        """Tell whether broken glass opens what is asked for."""
        return self.permission in EMERGENCY_OPENS

    def note(self, clients: Iterable[int]) -> frozenset[int]:
        """Keep which clients the glass opened, for the log; return all of them."""
        self.broken = self.broken | frozenset(clients)
        return self.broken


_asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


def asked() -> Asked | None:
    """Return what the door asks for, or None: no door asks, so no glass opens."""
    return _asked.get()


@contextmanager
def asking(permission: Permission) -> Iterator[Asked]:
    """Say what is asked for inside the block."""
    what = Asked(permission)
    token = _asked.set(what)
    try:
        yield what
    finally:
        _asked.reset(token)
