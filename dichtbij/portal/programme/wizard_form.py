"""What does one fill in, step by step, to let a practice take part?

The answers of one step wait in the session as they were typed; nothing is made before
the last step.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import Organisation
from dichtbij.portal.staff.forms import DateInput, TimeInput
from dichtbij.programmes.models import Programme
from dichtbij.programmes.places import employers_of, listed_and_out
from dichtbij.scheduling.setting_up import (
    NewPractice,
    WeeklyHours,
    plans_days_of,
    practitioners_of,
)
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm

STEPS = ("practice", "hours", "practitioner", "start", "agreement", "check")
LABELS: dict[str, Any] = {
    "practice": _("Practice"),
    "hours": _("Day and room"),
    "practitioner": _("Practitioner"),
    "start": _("Start date"),
    "agreement": _("Agreement"),
    "check": _("Check list"),
}
Kept = Mapping[str, Mapping[str, str]]


class PracticeForm(ActionForm):
    """One of the list, or a new one; and who employs the practitioner there."""

    listed: Any = forms.ModelChoiceField(
        None,
        label=_("Practice on the list"),
        required=False,
        empty_label=_("not on the list yet"),
    )
    name = forms.CharField(
        label=_("Or: name of a practice that is not on it"),
        max_length=120,
        required=False,
    )
    town = forms.CharField(label=_("Town"), max_length=60, required=False)
    municipality: Any = forms.ModelChoiceField(
        None, label=_("Municipality"), empty_label=None
    )
    source = forms.CharField(
        label=_("Source of the list"), max_length=200, required=False
    )
    employer: Any = forms.ModelChoiceField(
        None, label=_("Employer of the practitioner"), empty_label=None
    )

    def __init__(
        self, *args: Any, programme: Programme, own: Organisation, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["listed"].queryset = listed_and_out(programme)
        fields["listed"].label_from_instance = lambda row: row.practice.name
        fields["municipality"].queryset = programme.municipalities.all()
        fields["employer"].queryset = employers_of(programme)
        fields["employer"].initial = own.pk
        if not self.is_bound and not self.initial:
            fields["listed"].initial = listed_and_out(programme).first()

    def clean(self) -> dict[str, Any]:
        """Refuse neither and both, and a new one without its source (R38)."""
        told: dict[str, Any] = super().clean() or {}
        name = str(told.get("name") or "").strip()
        if bool(name) == bool(told.get("listed")):
            self.add_error("name", _("Choose a practice of the list, or write a name."))
        elif name and not str(told.get("source") or "").strip():
            self.add_error("source", _("Say where this comes from."))
        return told

    def practice(self) -> Any:
        """Return the line of the list, or what will become one."""
        told = self.cleaned_data
        return told["listed"] or NewPractice(
            told["name"],
            told["town"],
            told["municipality"],
            told["source"],
            clock.today(),
        )

    @property
    def practice_name(self) -> str:
        """Return what the practice is called."""
        told = self.cleaned_data
        return str(told["listed"].practice if told["listed"] else told["name"])


class HoursForm(ActionForm):
    """In which room, on which day, from when until when."""

    room = forms.CharField(
        label=_("Name of the room"),
        max_length=60,
        error_messages={"required": _("Give the room a name.")},
    )
    weekday = forms.TypedChoiceField(
        label=_("Day of the week"),
        choices=list(enumerate(list(WEEKDAYS.values())[:5])),
        coerce=int,
    )
    starts = forms.TimeField(label=_("From"), widget=TimeInput(), initial="09:00")
    ends = forms.TimeField(label=_("Until"), widget=TimeInput(), initial="12:30")

    def clean(self) -> dict[str, Any]:
        """Refuse hours that end before they start."""
        told: dict[str, Any] = super().clean() or {}
        starts, ends = told.get("starts"), told.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The end lies before the start."))
        return told


class PractitionerForm(ActionForm):
    """Who works there; may be found later."""

    practitioner: Any = forms.ModelChoiceField(
        None,
        label=_("Practitioner"),
        required=False,
        empty_label=_("still to be found"),
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["practitioner"]
        field.queryset = people
        if not self.is_bound and not self.initial:
            field.initial = people.first()


class BeginForm(ActionForm):
    """From which day the practice takes part."""

    starts_on = forms.DateField(label=_("Takes part from"), widget=DateInput())

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].initial = max(clock.today(), programme.starts_on)


class Answers:
    """What was told so far, read again by the forms of each step."""

    def __init__(self, programme: Programme, own: Organisation, kept: Kept) -> None:
        self.programme, self.own, self.kept = programme, own, kept
        self._read: dict[str, Any] = {}

    def form(self, step: str, posted: Any = None, preset: Any = None) -> ActionForm:
        """Return the form of a step: as posted, or as it was told before."""
        told: dict[str, Any] = {"initial": self.kept.get(step) or preset or {}}
        if step == "practice":
            return PracticeForm(posted, programme=self.programme, own=self.own, **told)
        if step == "start":
            return BeginForm(posted, programme=self.programme, **told)
        if step in ("hours", "practitioner") and self.plans_days:
            if step == "hours":
                return HoursForm(posted, **told)
            people = practitioners_of(self.employer, self.programme)
            return PractitionerForm(posted, people=people, **told)
        return ActionForm(posted)

    def read(self, step: str) -> Any:
        """Return the form of a step filled with what was told, or None: not valid."""
        if step not in self._read:
            form = self.form(step, dict(self.kept.get(step) or {}))
            self._read[step] = form if form.is_valid() else None
        return self._read[step]

    @property
    def employer(self) -> Organisation:
        """Return who employs the practitioner there."""
        chosen: Organisation = self.read("practice").cleaned_data["employer"]
        return chosen

    @property
    def plans_days(self) -> bool:
        """Tell whether we may plan the days of that employer."""
        return self.read("practice") is not None and plans_days_of(self.employer)

    def first_open(self, until: str) -> str:
        """Return the first step before `until` that is not told well, or `until`."""
        for step in STEPS[: STEPS.index(until)]:
            if self.read(step) is None:
                return step
        return until

    def arguments(self) -> dict[str, Any]:
        """Return what the act takes, once every step was told."""
        practice = self.read("practice")
        hours = practitioner = None
        if self.plans_days:
            hours = WeeklyHours(**self.read("hours").cleaned_data)
            practitioner = self.read("practitioner").cleaned_data["practitioner"]
        return {
            "practice": practice.practice(),
            "employer": self.employer,
            "starts_on": self.read("start").cleaned_data["starts_on"],
            "hours": hours,
            "practitioner": practitioner,
        }
