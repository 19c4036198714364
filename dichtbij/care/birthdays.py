"""Who turns 12, 16 or 18 soon, and what changes then?"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from dichtbij.clients import ages
from dichtbij.clients.models import Client
from dichtbij.shared import clock

AHEAD = timedelta(weeks=3)  # Source: LR-06 and ux.md 3 row 8

CHANGES = {
    12: _("From then on the young person agrees too and reads the own file."),
    16: _(
        "From then on the young person decides alone. Parents read only what the young "
        "person agrees to."
    ),
    18: _(
        "From then on parents have no authority, and youth help ends or is extended."
    ),
}


@dataclass(frozen=True)
class Birthday:
    """A day on which rights change."""

    age: int
    on: date

    @property
    def change(self) -> Any:
        """Return what changes, in words."""
        return CHANGES[self.age]

    @property
    def days_left(self) -> int:
        """Return in how many days it is; 0 on the day itself."""
        return (self.on - clock.today()).days


def next_birthday(birth_date: date, on: date) -> Birthday | None:
    """Return the next day on which rights change, today included; None from 18 on."""
    for age in ages.AGES_THAT_CHANGE_RIGHTS:
        day = ages.birthday(birth_date, age)
        if day >= on:
            return Birthday(age, day)
    return None


def announced(client: Client) -> Birthday | None:
    """Return the birthday that changes rights within three weeks, or None."""
    coming = next_birthday(client.birth_date, clock.today())
    return coming if coming and coming.on - clock.today() <= AHEAD else None


def born_between(first: date, last: date) -> list[tuple[date, date]]:
    """Return the ranges of birth dates that reach 12, 16 or 18 within those days.

    One day wider on both sides, for who was born on 29 February.
    """
    day = timedelta(days=1)
    return [
        (_years_before(first, age) - day, _years_before(last, age) + day)
        for age in ages.AGES_THAT_CHANGE_RIGHTS
    ]


def _years_before(on: date, years: int) -> date:
    """Return the same day so many years earlier, 28 February for 29 February."""
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return on.replace(year=on.year - years, day=28)
