"""How many times are free per practice day, for whoever may plan but reads no names?"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, time

from django.db.models import Q

from dichtbij.programmes.models import Programme
from dichtbij.scheduling import planner
from dichtbij.scheduling.models import Closure, PracticeDay
from dichtbij.scheduling.openings import closure_of, rule_of, taken_in
from dichtbij.shared import calendar, clock

Place = tuple[date, int, int, int]  # day, practice, practitioner, room


def place_of(on: date, day: PracticeDay) -> Place:
    """Return under which key the free times of a practice day are counted."""
    return on, day.practice_id, day.practitioner_id, day.room_id


def free_times(
    days: Sequence[PracticeDay],
    closures: Sequence[Closure],
    programme: Programme,
    first: date,
    last: date,
) -> Counter[Place]:
    """Return how many times of the programme's length are free from now on, per place.

    At most two queries, however many days.
    """
    begin = max(clock.now(), calendar.at_local(first, time.min))
    if not days or calendar.local(begin).date() > last:
        return Counter()
    touching = Q(room__in={day.room_id for day in days}) | Q(
        practitioner__in={day.practitioner_id for day in days}
    )
    slots = planner.free_slots(
        [rule_of(day) for day in days],
        closures=[closure_of(row) for row in closures],
        taken=taken_in(touching, begin, last),
        start=begin,
        until=last,
        minutes=programme.consult_minutes,
        step_minutes=programme.consult_minutes,
    )
    return Counter((calendar.local(one.starts).date(), *one[2:]) for one in slots)
