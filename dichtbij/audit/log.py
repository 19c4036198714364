"""How does an event reach the log: in the same transaction, chained, locked last?

Lines wait in memory until the place one stands is left; then the head of the chain is
locked, the lines are numbered and hashed, and the transaction commits (rulings.md R6).
"""

from collections.abc import Callable
from contextvars import ContextVar
from itertools import groupby
from typing import Any

from dichtbij.audit.models import Chain, Entry
from dichtbij.shared import clock
from dichtbij.shared.walls import standing

_waiting: ContextVar[tuple[Entry, ...]] = ContextVar("waiting", default=())


def record(
    event_type: str,
    action_code: str,
    *,
    subject: Any = None,
    by: Any = None,
    **changes: Any,
) -> None:
    """Note one event; it is written when the place one stands is left.

    `subject` is a model instance or None; its client, type and public id are noted.
    """
    where = standing()
    line = Entry(
        at=clock.now(),
        event_type=event_type,
        action_code=action_code,
        client_id=client_of(subject),
        object_type=type(subject).__name__ if subject is not None else "",
        object_id=str(getattr(subject, "uuid", "") or ""),
    )
    if where is not None:
        line.user_id = where.user_id
        line.role = where.role
        line.organisation_id = where.organisation_id
        line.programme_id = where.programme_id
        line.network_point = where.network_point
        line.trace_id = where.trace_id
    if by is not None:
        line.user_id, line.user_name = by.pk, by.name
    for name, value in changes.items():
        setattr(line, name, value)
    _waiting.set((*_waiting.get(), line))


def client_of(subject: Any) -> int | None:
    """Return the key of the child a record is about, or None."""
    if subject is None:
        return None
    if type(subject).__name__ == "Client":
        return int(subject.pk)
    return getattr(subject, "client_id", None)


def drop() -> None:
    """Forget the lines that wait: what they tell of did not happen."""
    _waiting.set(())


def seen_by_glass() -> set[int]:
    """Return the clients that this request looked at through broken glass."""
    where = standing()
    return {
        line.client_id
        for line in _waiting.get()
        if line.emergency
        and line.client_id
        and where is not None
        and line.trace_id == where.trace_id
    }


def waiting() -> int:
    """Return how many lines wait."""
    return len(_waiting.get())


def keep(count: int) -> None:
    """Forget all lines after the first `count`: their block was rolled back."""
    _waiting.set(_waiting.get()[:count])


def write() -> None:
    """Write the waiting lines to their chains. Needs an open transaction."""
    lines = sorted(_waiting.get(), key=lambda line: line.programme_id or 0)
    _waiting.set(())
    for programme_id, group in groupby(lines, key=lambda line: line.programme_id):
        append(programme_id, list(group))


def append(
    programme_id: int | None,
    lines: list[Entry],
    *,
    store: Callable[[list[Entry]], object] | None = None,
) -> None:
    """Number, hash and store `lines` at the end of one chain.

    `store` is a faster way to write many of them; bulk_create when not given.
    """
    chain = _locked_chain(programme_id)
    head = bytes(chain.head)
    for line in lines:
        chain.last_sequence += 1
        line.sequence = chain.last_sequence
        line.previous_hash = head
        line.hash = head = line.computed_hash()
    (store or Entry.objects.bulk_create)(lines)
    chain.head = head
    chain.save(update_fields=["last_sequence", "head"])


def _locked_chain(programme_id: int | None) -> Chain:
    found = Chain.objects.select_for_update().filter(programme=programme_id).first()
    if found is not None:
        return found
    Chain.objects.bulk_create([Chain(programme_id=programme_id)], ignore_conflicts=True)
    return Chain.objects.select_for_update().get(programme=programme_id)


def first_break(programme_id: int | None) -> int | None:
    """Return the sequence number where the chain first fails, or None: it holds."""
    head, expected = bytes(32), 0
    lines = Entry.objects.filter(programme_id=programme_id).order_by("sequence")
    for line in lines.iterator(chunk_size=2000):
        expected += 1
        if line.sequence != expected or bytes(line.previous_hash) != head:
            return expected
        head = line.computed_hash()
        if bytes(line.hash) != head:
            return expected
    chain = Chain.objects.filter(programme=programme_id).first()
    ends = (chain.last_sequence, bytes(chain.head)) if chain else (0, bytes(32))
    return None if ends == (expected, head) else expected + 1
