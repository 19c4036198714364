"""How many processes of the meldcode were begun? The one figure that may ever leave.

Source: LR-93. No breakdown, no list, no step: a count per programme and period, which
is published by the rules of a release only.
"""

from datetime import date, timedelta

from dichtbij.programmes.models import Programme
from dichtbij.safety.models import Concern
from dichtbij.shared import calendar, clock


def count_started(programme: Programme, first_on: date, last_on: date) -> int:
    """Return how many were begun from `first_on` up to and including `last_on`.

    Counts what the wall opens here: a release stands at every employer in turn.
    """
    begin = calendar.at_local(first_on, clock.MIDNIGHT)
    end = calendar.at_local(last_on + timedelta(days=1), clock.MIDNIGHT)
    begun = Concern.objects.filter(programme=programme)
    return begun.filter(opened_at__gte=begin, opened_at__lt=end).count()
