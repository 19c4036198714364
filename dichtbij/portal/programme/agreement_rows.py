"""Which rows does somebody fill in: hours, days, tariffs, reports and moments?"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from dichtbij.agreements.checks import COURSE
from dichtbij.agreements.contents import (
    DayPart,
    DutyPart,
    HoursPart,
    MomentPart,
    Parts,
    TariffPart,
)
from dichtbij.agreements.models import AgreedHours, Agreement, ReportingDuty
from dichtbij.organisations.models import Organisation
from dichtbij.portal.staff.forms import DateInput, TimeInput
from dichtbij.programmes.models import Milestone

MINUTES_PER_HOUR = 60
CENTS = 100
TINY = {"class": "tiny"}
WEEK = [("", "-"), *((str(number), name) for number, name in WEEKDAYS.items())]


class InPractice(forms.Form):
    """A row about one of the practices that are a party."""

    def __init__(self, *args: Any, practices: list[Organisation], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.practices = {str(practice.uuid): practice for practice in practices}
        field: Any = self.fields["practice"]
        field.choices = [("", "-"), *((k, p.name) for k, p in self.practices.items())]


class HoursRow(InPractice):
    """Hours a week in one practice."""

    practice = forms.ChoiceField(label=_("Practice"))
    hours = forms.DecimalField(
        label=_("Hours a week"),
        min_value=Decimal("0.01"),
        max_value=Decimal(400),
        decimal_places=2,
        # From the least on a browser counts in steps: with 0.25 it refuses 8 hours.
        widget=forms.NumberInput(attrs=TINY | {"step": "0.01"}),
        error_messages={"min_value": _("Give more than 0 hours.")},
    )
    basis = forms.ChoiceField(label=_("Basis"), choices=AgreedHours.Basis.choices)
    standard = forms.IntegerField(
        label=_("Patients of a standard practice"),
        required=False,
        min_value=1,
        max_value=100_000,
        widget=forms.NumberInput(attrs=TINY),
    )

    def part(self) -> HoursPart:
        """Return the row as the act takes it."""
        told = self.cleaned_data
        return HoursPart(
            practice=self.practices[told["practice"]],
            minutes_per_week=round(told["hours"] * MINUTES_PER_HOUR),
            basis=told["basis"],
            standard_practice_patients=told["standard"],
        )


class DayRow(InPractice):
    """A day of the week in one practice."""

    practice = forms.ChoiceField(label=_("Practice"))
    weekday = forms.ChoiceField(label=_("Day"), choices=WEEK)
    starts = forms.TimeField(label=_("From"), widget=TimeInput())
    ends = forms.TimeField(label=_("Until"), widget=TimeInput())
    room = forms.CharField(label=_("Room"), required=False, max_length=60)

    def part(self) -> DayPart:
        """Return the row as the act takes it."""
        told = self.cleaned_data
        return DayPart(
            practice=self.practices[told["practice"]],
            weekday=int(told["weekday"]),
            starts=told["starts"],
            ends=told["ends"],
            room=told["room"],
        )


class TariffRow(forms.Form):
    """What an hour costs from a day until a day."""

    valid_from = forms.DateField(label=_("From"), widget=DateInput())
    valid_until = forms.DateField(label=_("Until"), widget=DateInput())
    euros = forms.DecimalField(
        label=_("Euros per hour"),
        required=False,
        min_value=Decimal("0.01"),
        max_value=Decimal(10_000),
        decimal_places=2,
        widget=forms.NumberInput(attrs=TINY | {"step": "0.01"}),
    )
    percent = forms.DecimalField(
        label=_("Indexation in %"),
        required=False,
        min_value=Decimal(-50),
        max_value=Decimal(50),
        decimal_places=1,
        widget=forms.NumberInput(attrs=TINY | {"step": "0.1"}),
    )
    words = forms.CharField(label=_("According to"), required=False, max_length=200)

    def part(self) -> TariffPart:
        """Return the row as the act takes it; without euros it is indexed."""
        told = self.cleaned_data
        euros = told["euros"]
        return TariffPart(
            valid_from=told["valid_from"],
            valid_until=told["valid_until"],
            cents_per_hour=None if euros is None else int(euros * CENTS),
            indexation_permille=int((told["percent"] or 0) * 10),
            indexation_words=told["words"],
        )


class DutyRow(forms.Form):
    """What is reported, and how often."""

    words = forms.CharField(label=_("What is reported"), max_length=200)
    every = forms.ChoiceField(
        label=_("How often"), choices=ReportingDuty.Every.choices, initial="quarter"
    )
    detail = forms.CharField(label=_("How fine"), required=False, max_length=200)

    def part(self) -> DutyPart:
        """Return the row as the act takes it."""
        return DutyPart(**self.cleaned_data)


class MomentsForm(forms.Form):
    """One day for each moment; an empty one is not agreed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(Milestone.Kind.choices)
        for kind in COURSE:
            self.fields[str(kind)] = forms.DateField(
                label=str(labels[kind]).capitalize(),
                required=False,
                widget=DateInput(),
            )

    def parts(self) -> tuple[MomentPart, ...]:
        """Return the moments that have a day."""
        told = self.cleaned_data
        return tuple(MomentPart(str(k), told[k]) for k in COURSE if told.get(k))


class FilledRows(forms.BaseFormSet):  # type: ignore[type-arg]
    """Rows of one kind; one left empty, or ticked to go, is no row."""

    def parts(self) -> tuple[Any, ...]:
        """Return the rows that count, as the act takes them."""
        return tuple(
            row.part()
            for row in self.forms
            if row.cleaned_data and not row.cleaned_data.pop("DELETE", False)
        )

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        """Name the tick that takes a row away in our own words."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Take this row away")


def _rows(form: type[forms.Form], extra: int) -> Any:
    return forms.formset_factory(
        form,
        formset=FilledRows,
        extra=extra,
        can_delete=True,
        can_delete_extra=False,
        max_num=120,
        absolute_max=150,
    )


HoursRows = _rows(HoursRow, 0)
DaysRows = _rows(DayRow, 2)
TariffRows = _rows(TariffRow, 1)
DutyRows = _rows(DutyRow, 1)


@dataclass(frozen=True)
class Known:
    """What stands in a draft already, as initial rows."""

    hours: list[dict[str, Any]]
    days: list[dict[str, Any]]
    tariffs: list[dict[str, Any]]
    duties: list[dict[str, Any]]
    moments: dict[str, Any]


def rows_of(agreement: Agreement, practices: list[Organisation]) -> Known:
    """Return the rows of a draft; a practice without hours gets a row to fill in."""
    keys = {practice.pk: str(practice.uuid) for practice in practices}
    agreed = {hours.practice_id: hours for hours in agreement.hours.all()}
    return Known(
        hours=[_hours(key, agreed.get(pk)) for pk, key in keys.items()],
        days=[
            {
                "practice": keys.get(day.practice_id),
                "weekday": str(day.weekday),
                "starts": day.starts,
                "ends": day.ends,
                "room": day.room,
            }
            for day in agreement.days.all()
        ],
        tariffs=[
            {
                "valid_from": one.valid_from,
                "valid_until": one.valid_until,
                "euros": Decimal(one.cents_per_hour) / CENTS,
                "percent": Decimal(one.indexation_permille) / 10,
                "words": one.indexation_words,
            }
            for one in agreement.tariffs.all()
        ]
        or [{"valid_from": agreement.starts_on, "valid_until": agreement.ends_on}],
        duties=[
            {"words": one.words, "every": one.every, "detail": one.detail}
            for one in agreement.duties.all()
        ],
        moments={one.kind: one.due_on for one in agreement.moments.all()},
    )


def _hours(practice: str, agreed: AgreedHours | None) -> dict[str, Any]:
    if agreed is None:
        return {"practice": practice}
    return {
        "practice": practice,
        "hours": round(Decimal(agreed.minutes_per_week) / MINUTES_PER_HOUR, 2),
        "basis": agreed.basis,
        "standard": agreed.standard_practice_patients,
    }


def parts_of(hours: Any, days: Any, tariffs: Any, duties: Any, moments: Any) -> Parts:
    """Return all rows that were filled in as one."""
    return Parts(
        hours=hours.parts(),
        days=days.parts(),
        tariffs=tariffs.parts(),
        duties=duties.parts(),
        moments=moments.parts(),
    )
