"""How does a whole town become rows within a minute? All at once, at the end."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.demo.happenings import Happening, OfCase, PlanDay, ShutDays
from dichtbij.demo.ledger import Ledger
from dichtbij.demo.rows import Rows
from dichtbij.demo.writing_letters import write as write

Progress = Callable[[int, int], None]


def programme_of(happening: Happening) -> str:
    """Return the key of the programme in which something happens."""
    if isinstance(happening, OfCase):
        return happening.case.programme
    assert isinstance(happening, PlanDay | ShutDays)  # noqa: S101  there are no others
    return happening.programme


def play(
    cast: Cast,
    happenings: Sequence[Happening],
    *,
    progress: Progress | None = None,
) -> int:
    """Write what all these happenings leave behind; return the number of rows."""
    with _without_collector():
        rows = {slug: _rows(cast, slug, happenings) for slug in cast.programmes}
    total, written = sum(one.count() for one in rows.values()), 0

    def told(count: int) -> None:
        nonlocal written
        written += count
        if progress is not None:
            progress(written, total)

    # The largest first: PostgreSQL keeps the plan by which it checks the first keys,
    # and one that suits a small table is slow for a large one.
    for slug, one in sorted(rows.items(), key=lambda pair: -pair[1].count()):
        with standing_at(cast.whole_programme(slug)):
            one.write(cast.programmes[slug].pk, told)
    return total


def _rows(cast: Cast, slug: str, happenings: Sequence[Happening]) -> Rows:
    ledger = Ledger(cast, slug)
    for happening in happenings:
        if programme_of(happening) == slug:
            write(happening, ledger)
    return ledger.rows


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let nobody search hundreds of thousands of new rows for cycles: all are kept."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
