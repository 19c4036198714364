"""Is there a demo town, until when was it played, and what is still to come?

The log of the installation remembers: one line per day on which a town was written or
continued. So there is no table and no file that could differ from the database.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from importlib.resources import files

from django.db import transaction

from dichtbij.audit import log
from dichtbij.audit.models import Entry
from dichtbij.demo import balance, by_actions, in_bulk, living, living_around
from dichtbij.demo.founding import Cast, found, known
from dichtbij.demo.places import haarlem, kampen, small
from dichtbij.demo.town import Plan, happenings
from dichtbij.programmes.models import Programme
from dichtbij.shared import calendar, clock

Progress = Callable[[str, int, int], None]

EVENT, SOURCE = "demo_town", "demo"
ALL_PRACTICES = 30
# At this time the town stands still, so that part of the day is always to come.
STANDS_STILL = time(10, 30)
GENERATOR = (
    "course", "diary", "happenings", "notes", "parameters", "people", "places",
    "shapes", "town", "words",
)  # fmt: skip


class OtherTown(Exception):
    """What stands in the database cannot be continued; the message says why."""


@dataclass(frozen=True)
class History:
    """What the log says of the town: its size, its days, and until when it went."""

    version: str
    practices: int
    weeks: int | None
    started_on: tuple[date, ...]
    until: datetime

    def plans(self, *, also: tuple[date, ...] = ()) -> list[Plan]:
        """Return what the town is made from."""
        return plans_for(
            self.started_on[0],
            (*self.started_on, *also),
            practices=self.practices,
            weeks=self.weeks,
        )


def version() -> str:
    """Return a mark of everything that decides what happens in the town."""
    folder, mark = files("dichtbij.demo"), hashlib.sha256()
    for name in GENERATOR:
        mark.update((folder / f"{name}.py").read_bytes())
    for name in ("names.toml", "phrases.toml"):
        mark.update((folder / "data" / name).read_bytes())
    return mark.hexdigest()[:12]


def plans_for(
    made_on: date, started_on: tuple[date, ...], *, practices: int, weeks: int | None
) -> list[Plan]:
    """Return the plans of both programmes; Haarlem with so many practices."""
    places = (kampen(), small(haarlem(), practices))
    if practices == ALL_PRACTICES:
        places = (kampen(), haarlem())
    return [Plan(place, made_on, started_on, weeks) for place in places]


def history() -> History | None:
    """Return what the log says of the town, or None: there is none."""
    lines = Entry.objects.filter(
        event_type=EVENT, source=SOURCE, programme_id=None
    ).order_by("sequence")
    found = list(lines.values_list("object_type", "object_id", "at"))
    if not found:
        return None
    mark, practices, weeks = found[0][0].split()
    return History(
        version=mark,
        practices=int(practices),
        weeks=int(weeks) or None,
        started_on=tuple(date.fromisoformat(day) for _, day, _ in found),
        until=found[-1][2],
    )


def load_town(
    *,
    scale: float = 1.0,
    weeks: int | None = None,
    progress: Progress | None = None,
) -> Cast:
    """Write a town that ends today, in bulk and in one transaction.

    `scale` is the share of Haarlem's practices, Kampen is always whole; `weeks` is the
    length of its history, None: two and a half years. Raises OtherTown when programmes
    stand here already.
    """
    if Programme.objects.exists():
        raise OtherTown("There are programmes in this database: no town is written.")
    today, practices = clock.today(), max(1, round(ALL_PRACTICES * scale))
    plans = plans_for(today, (today,), practices=practices, weeks=weeks)
    until = stands_still(today)
    if progress is not None:
        progress("imagining what happened", 0, 1)
    told = happenings(plans, until)
    with transaction.atomic(), clock.at(until):
        cast = found(plans)
        in_bulk.play(cast, told, progress=progress)
        homes = living.move_in(cast)
        if homes is not None:
            living_around.fill_in(cast, homes)
        balance.fill_in(cast)
        _remember(f"{version()} {practices} {weeks or 0}", today, until)
        if progress is not None:
            progress("checking all keys", 0, 1)
    return cast


def continue_town(*, progress: Progress | None = None) -> int:
    """Let the missing days happen, through the actions; return how many happenings.

    Nothing on the day it was last started. Raises OtherTown for the town of another
    version, which stays as it is.
    """
    past, today = history(), clock.today()
    if past is None or today <= past.started_on[-1]:
        return 0
    if past.version != version():
        raise OtherTown(
            "This town was made by another version and stands still on "
            f"{past.started_on[-1]}; ./run demo --fresh makes a new one."
        )
    until = stands_still(today)
    plans = past.plans(also=(today,))
    missing = [one for one in happenings(plans, until) if one.at > past.until]
    cast = known(plans)
    by_actions.play(
        cast,
        missing,
        strict=False,
        progress=partial(progress, "adding the missing days") if progress else None,
    )
    with transaction.atomic(), clock.at(until):
        balance.go_on(cast)
        _remember(f"{past.version} {past.practices} {past.weeks or 0}", today, until)
    return len(missing)


def stands_still(today: date) -> datetime:
    """Return until when the town is played today: half past ten, or now if earlier."""
    return min(clock.now(), calendar.at_local(today, STANDS_STILL))


def _remember(size: str, today: date, until: datetime) -> None:
    log.record(
        EVENT,
        Entry.ActionCode.EXECUTE,
        source=SOURCE,
        object_type=size,
        object_id=today.isoformat(),
    )
    log.write()
