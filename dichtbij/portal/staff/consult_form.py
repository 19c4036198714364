"""What is filled in during a consult, in the order of the conversation?"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.care.consults import LONGEST_MINUTES, PRESENT, Consult
from dichtbij.care.models import Activity, Contact, Goal
from dichtbij.drafts.keeping import Fields
from dichtbij.portal.staff.forms import DateInput, TimeInput
from dichtbij.referrals import questions
from dichtbij.shared import calendar, clock
from dichtbij.shared.forms import ActionForm

CALL_MINUTES = 15  # [design] the preset of a telephone call
FINER = [
    (questions.FIRST[first], [*group.items()])
    for first, group in questions.SECOND.items()
]


def _chips(**attrs: str) -> dict[str, str]:
    return {"class": "chips"} | attrs


class ConsultForm(ActionForm):
    """One page, filled in by keyboard in this order (ux.md 4.2)."""

    attendance = forms.MultipleChoiceField(
        label=_("Who was there?"),
        choices=[*PRESENT.items()],
        widget=forms.CheckboxSelectMultiple(attrs=_chips()),
        error_messages={"required": _("Say who was there.")},
    )
    themes = forms.MultipleChoiceField(
        label=_("What was it about?"),
        choices=[*questions.FIRST.items()],
        widget=forms.CheckboxSelectMultiple(attrs=_chips()),
        error_messages={"required": _("Choose at least one theme from the list.")},
    )
    finer = forms.MultipleChoiceField(
        label=_("More precisely"),
        required=False,
        choices=[(code, label) for _group, pairs in FINER for code, label in pairs],
        widget=forms.CheckboxSelectMultiple(attrs=_chips()),
    )
    text = forms.CharField(
        label=_("What was said"),
        required=False,
        max_length=100_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    agreements = forms.CharField(
        label=_("What was agreed"),
        required=False,
        max_length=20_000,
        help_text=_("You see this again at the next appointment."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    activity_1 = forms.ChoiceField(label=_("Time spent on"), choices=Activity.choices)
    minutes_1 = forms.IntegerField(
        label=_("Minutes"),
        min_value=1,
        max_value=LONGEST_MINUTES,
        widget=forms.NumberInput(attrs={"class": "tiny"}),
        error_messages={"required": _("Say how many minutes it took.")},
    )
    activity_2 = forms.ChoiceField(
        label=_("And on"), required=False, choices=Activity.choices
    )
    minutes_2 = forms.IntegerField(
        label=_("Minutes"),
        required=False,
        min_value=1,
        max_value=LONGEST_MINUTES,
        widget=forms.NumberInput(attrs={"class": "tiny"}),
    )
    next_step = forms.ChoiceField(
        label=_("What comes next?"),
        choices=Contact.NextStep.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the next step is.")},
    )
    next_step_words = forms.CharField(
        label=_("What will you do, with whom?"), required=False, max_length=400
    )
    next_step_on = forms.DateField(
        label=_("Before"), required=False, widget=DateInput()
    )
    by_telephone = forms.BooleanField(label=_("By telephone"), required=False)
    held_on = forms.DateField(
        label=_("Day of the conversation"), required=False, widget=DateInput()
    )
    held_time = forms.TimeField(label=_("Time"), required=False, widget=TimeInput())

    def __init__(
        self, *args: Any, goals: Iterable[Goal], fixed_moment: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.goals = list(goals)
        for goal in self.goals:
            self.fields[f"goal_{goal.pk}"] = forms.TypedChoiceField(
                label=goal.words,
                required=False,
                choices=[(score, str(score)) for score in range(11)],
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect(attrs={"class": "scale"}),
            )
        if fixed_moment:
            del self.fields["held_on"], self.fields["held_time"]

    def scales(self) -> Iterator[forms.BoundField]:
        """Yield the scale of each goal."""
        for goal in self.goals:
            yield self[f"goal_{goal.pk}"]

    def finer_groups(self) -> Iterator[tuple[Any, list[Any]]]:
        """Yield the second level of the themes, by their first level."""
        boxes = list(self["finer"])
        at = 0
        for label, pairs in FINER:
            yield label, boxes[at : at + len(pairs)]
            at += len(pairs)

    def chosen_words(self) -> list[str]:
        """Return the second level that is chosen, in words: its list stays shut."""
        return [questions.label(str(code)) for code in self["finer"].value() or ()]

    def steps(self) -> Iterator[tuple[int, Any]]:
        """Yield each next step with the key that chooses it."""
        yield from enumerate(self["next_step"], start=1)

    def clean(self) -> dict[str, Any]:
        """Take a theme of either level, and ask for two different kinds of time."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("finer") and "themes" not in told:
            del self.errors["themes"]
            told["themes"] = sorted({code[:3] for code in told["finer"]})
        twice = told.get("activity_1") == told.get("activity_2")
        if told.get("minutes_2") and twice:
            self.add_error("activity_2", _("Choose another kind of time here."))
        return told

    def arguments(self) -> dict[str, Any]:
        """Return the consult as the act takes it."""
        told = self.cleaned_data
        minutes = {told["activity_1"]: told["minutes_1"]}
        if told["minutes_2"]:
            minutes[told["activity_2"]] = told["minutes_2"]
        scores = {goal.pk: told[f"goal_{goal.pk}"] for goal in self.goals}
        return {
            "consult": Consult(
                attendance=told["attendance"],
                themes=[*told["themes"], *told["finer"]],
                text=told["text"],
                agreements=told["agreements"],
                next_step=told["next_step"],
                next_step_words=told["next_step_words"],
                next_step_on=told["next_step_on"],
                minutes=minutes,
                scores={key: one for key, one in scores.items() if one is not None},
                by_telephone=told["by_telephone"],
                held_at=self._held_at(),
            )
        }

    def _held_at(self) -> datetime | None:
        """Return the moment that was filled in; None: now, or the appointment's."""
        day = self.cleaned_data.get("held_on")
        if day is None:
            return None
        at = self.cleaned_data.get("held_time") or clock.MIDNIGHT
        return calendar.at_local(day, at)


def initial_of(draft: Fields) -> dict[str, Any]:
    """Return what was typed before as the form takes it."""
    several = ("attendance", "themes", "finer")
    return {
        name: values if name in several else values[0]
        for name, values in draft.items()
        if values
    }
