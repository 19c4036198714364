"""How does a free time stand on a page: as a choice whose text holds its time?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.portal.staff.forms import FromForm
from dichtbij.scheduling.openings import key_of, names_of
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import calendar, clock

DAY_AND_TIME = "D j F H:i"


@dataclass(frozen=True)
class Choice:
    """A free time as a radio button."""

    key: str
    label: str
    where: str
    lead: str = ""


def choices_of(slots: Sequence[Slot], *, leads: Sequence[str] = ()) -> list[Choice]:
    """Return the choices for `slots`; `leads` are words before each time."""
    names = names_of(list(slots))
    return [
        Choice(
            key=key_of(slot),
            label=moment(slot.starts),
            where=_("%(room)s, with %(name)s")
            % {"room": names[index][1], "name": names[index][0]},
            lead=leads[index] if leads else "",
        )
        for index, slot in enumerate(slots)
    ]


def start_from(asked: Mapping[str, str]) -> tuple[datetime, date]:
    """Return from which moment and day to look: now, or a later day that was asked."""
    form = FromForm(asked)
    day = form.cleaned_data["vanaf"] if form.is_valid() else None
    if day is None or day <= clock.today():
        return clock.now(), clock.today()
    return calendar.at_local(day, clock.MIDNIGHT), day


def later_than(slots: Sequence[Slot]) -> date | None:
    """Return the day on which the next page of free times starts, if there is one."""
    if not slots:
        return None
    return calendar.local(slots[-1].starts).date() + calendar.ONE_DAY


def moment(at: datetime) -> str:
    """Return a moment as people say it: "Tue 17 March 10:30"."""
    return date_format(calendar.local(at), DAY_AND_TIME)
