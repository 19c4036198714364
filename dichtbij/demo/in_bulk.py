"""How does a whole town become rows within a minute? All at once, at the end."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.demo.happenings import Happening, OfCase, PlanDay, ShutDays
from dichtbij.demo.ledger import Ledger
from dichtbij.demo.rows import Rows, in_batches
from dichtbij.demo.writing_letters import write as write

Progress = Callable[[str, int, int], None]
TELL_EACH = 1000


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
    noted, written = _counting(progress, "noting"), _counting(progress, "writing")
    with _without_collector():
        rows = _rows(cast, happenings, noted)
    total = sum(one.count() for one in rows.values())
    # The largest first: PostgreSQL keeps the plan by which it checks the first keys,
    # and one that suits a small table is slow for a large one.
    for slug, one in sorted(rows.items(), key=lambda pair: -pair[1].count()):
        with standing_at(cast.whole_programme(slug)):
            one.write(cast.programmes[slug].pk, lambda count: written(count, total))
    return total


def _rows(
    cast: Cast, happenings: Sequence[Happening], noted: Callable[[int, int], None]
) -> dict[str, Rows]:
    ledgers = {slug: Ledger(cast, slug) for slug in cast.programmes}
    for batch in in_batches(happenings, TELL_EACH):
        for happening in batch:
            write(happening, ledgers[programme_of(happening)])
        noted(len(batch), len(happenings))
    return {slug: ledger.rows for slug, ledger in ledgers.items()}


def _counting(progress: Progress | None, what: str) -> Callable[[int, int], None]:
    """Return what adds up counts and tells how far we are."""
    done = 0

    def told(count: int, total: int) -> None:
        nonlocal done
        done += count
        if progress is not None:
            progress(what, done, total)

    return told


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
