"""How does PostgreSQL see that two weekly days, or two appointments, overlap?"""

from collections.abc import Iterator

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    DateRangeField,
    DateTimeRangeField,
    RangeOperators,
)
from django.db.models import F, Func, Value

# PostgreSQL has no range of times of day: both are put on one and the same date.
_ON_ONE_DATE = "tsrange(DATE '2000-01-01' + %(expressions)s)"


def one_at_a_time() -> Iterator[ExclusionConstraint]:
    """Yield the constraints: one weekly day per room and per practitioner at a time.

    Weekdays are equal, the days on which they are valid and their hours overlap.
    """
    for who in ("practitioner", "room"):
        yield ExclusionConstraint(
            name=f"practice_day_one_per_{who}",
            expressions=[
                (who, RangeOperators.EQUAL),
                ("weekday", RangeOperators.EQUAL),
                (_valid(), RangeOperators.OVERLAPS),
                (_hours(), RangeOperators.OVERLAPS),
            ],
        )


def _valid() -> Func:
    """Return the days of validity; none when it ended the day before it began."""
    return Func(
        F("valid_from"),
        F("valid_until"),
        template="daterange(%(expressions)s + 1)",
        output_field=DateRangeField(),
    )


def _hours() -> Func:
    return Func(
        F("starts"),
        F("ends"),
        arg_joiner=", DATE '2000-01-01' + ",
        template=_ON_ONE_DATE,
        output_field=DateTimeRangeField(),
    )


def during() -> Func:
    """Return the half-open interval of an appointment, for its constraints."""
    return Func(
        F("starts_at"),
        F("ends_at"),
        Value("[)"),
        function="tstzrange",
        output_field=DateTimeRangeField(),
    )
