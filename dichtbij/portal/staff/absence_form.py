"""What does a team lead fill in when someone is ill or away, or covers?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import User
from dichtbij.portal.staff.forms import DateInput, TimeInput
from dichtbij.scheduling.models import Appointment, Closure, Room
from dichtbij.scheduling.openings import slot_from
from dichtbij.scheduling.planner import Slot
from dichtbij.shared.forms import ActionForm

PERSONAL = ("illness", "leave", "study", "other")


class AbsenceForm(ActionForm):
    """Who is away, from when until when, and why."""

    wie = forms.ModelChoiceField(
        label=_("Who?"),
        queryset=User.objects.none(),
        to_field_name="uuid",
        empty_label=None,
    )
    van = forms.DateField(label=_("First day"), widget=DateInput())
    tot = forms.DateField(label=_("Last day"), widget=DateInput())
    reden = forms.ChoiceField(
        label=_("Why?"),
        choices=[c for c in Closure.Reason.choices if c[0] in PERSONAL],
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )

    def __init__(self, *args: Any, people: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["wie"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("van"), told.get("tot")
        if first and last and last < first:
            self.add_error("tot", _("The last day lies before the first day."))
        return told


class CoverForm(ActionForm):
    """Who covers, and in which days."""

    covering = forms.ModelChoiceField(
        label=_("Who covers?"), queryset=User.objects.none(), empty_label=None
    )
    first_on = forms.DateField(label=_("First day"), widget=DateInput())
    last_on = forms.DateField(label=_("Last day"), widget=DateInput())

    def __init__(self, *args: Any, people: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["covering"].queryset = people  # type: ignore[attr-defined]


class ChangeDayForm(ActionForm):
    """What a weekly day becomes, and from which date."""

    first_on = forms.DateField(label=_("From which day?"), widget=DateInput())
    room = forms.ModelChoiceField(
        label=_("Room"), queryset=Room.objects.none(), empty_label=None
    )
    weekday = forms.TypedChoiceField(
        label=_("Day of the week"),
        choices=list(enumerate(list(WEEKDAYS.values())[:5])),
        coerce=int,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    starts = forms.TimeField(label=_("From"), widget=TimeInput())
    ends = forms.TimeField(label=_("Until"), widget=TimeInput())

    def __init__(self, *args: Any, rooms: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["room"].queryset = rooms  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Chosen:
    """A family that was ticked, and the time that stood beside it."""

    appointment: Appointment
    slot: Slot | None


def chosen_of(
    told: Mapping[str, str], picked: Sequence[str], affected: Sequence[Appointment]
) -> list[Chosen]:
    """Return what was ticked, among the families that are really affected."""
    return [
        Chosen(one, _slot(told.get(f"tijd-{one.uuid}", "")))
        for one in affected
        if str(one.uuid) in picked
    ]


def _slot(key: str) -> Slot | None:
    try:
        return slot_from(key)
    except ValueError:
        return None
