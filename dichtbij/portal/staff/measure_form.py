"""What does a practitioner enter of a questionnaire, and what does she ask a family?"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Channel, Client
from dichtbij.families.models import FamilyMember
from dichtbij.portal.staff.forms import DateInput
from dichtbij.questionnaires.actions import Taken
from dichtbij.questionnaires.definitions import Definition, informant_kind
from dichtbij.questionnaires.models import Inquiry
from dichtbij.questionnaires.results import called
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm

ITEM, SCALE = "item_", "scale_"


class MeasurementForm(ActionForm):
    """Scores per scale, or answers per item: with its text only where we have it."""

    informant = forms.ChoiceField(
        label=_("Filled in by"),
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Say who filled it in.")},
    )
    taken_on = forms.DateField(label=_("Filled in on"), widget=DateInput())
    norms = forms.ChoiceField(
        label=_("Compare with"),
        required=False,
        help_text=_("Norms are never chosen for you: look at age, country and source."),
    )

    def __init__(
        self,
        *args: Any,
        definition: Definition,
        client: Client,
        texts: Mapping[int, str],
        by_items: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.definition, self.by_items = definition, by_items
        self.initial.setdefault("taken_on", clock.today())
        self._choose("informant", _informants(definition))
        self._choose("norms", _norms(definition, client))
        if by_items:
            self._add_items(texts)
        else:
            self._add_scales()

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def _add_items(self, texts: Mapping[int, str]) -> None:
        choices = [
            (str(value), f"{value}: {called(name)}")
            for value, name in zip(
                self.definition.answers, self.definition.answer_names, strict=True
            )
        ]
        for number in range(1, self.definition.items + 1):
            label = f"{number}. {texts[number]}" if number in texts else f"{number}"
            self.fields[f"{ITEM}{number}"] = forms.TypedChoiceField(
                label=label,
                required=False,
                choices=choices,
                coerce=int,
                empty_value=None,
                widget=forms.RadioSelect(attrs={"class": "chips"}),
            )

    def _add_scales(self) -> None:
        for scale in self.definition.scales:
            self.fields[f"{SCALE}{scale.key}"] = forms.IntegerField(
                label=called(scale.name),
                required=False,
                min_value=scale.lowest,
                max_value=scale.highest,
                help_text=f"{scale.lowest} - {scale.highest}",
                widget=forms.NumberInput(attrs={"class": "tiny"}),
            )

    def arguments(self) -> dict[str, Any]:
        """Return what was taken, as the act takes it; what is empty was not told."""
        told = self.cleaned_data
        answers = {
            int(name.removeprefix(ITEM)): value
            for name, value in told.items()
            if name.startswith(ITEM) and value is not None
        }
        scores = {
            name.removeprefix(SCALE): value
            for name, value in told.items()
            if name.startswith(SCALE) and value is not None
        }
        return {
            "taken": Taken(
                instrument=self.definition.instrument,
                version=self.definition.version,
                informant=told["informant"],
                taken_on=told["taken_on"],
                answers=answers if self.by_items else None,
                scores=None if self.by_items else scores,
                norms=told["norms"],
            )
        }


def _informants(definition: Definition) -> list[tuple[str, str]]:
    return [
        (value, str(label))
        for value, label in Channel.Owner.choices
        if informant_kind(value) in definition.informants
    ]


def _norms(definition: Definition, client: Client) -> list[tuple[str, str]]:
    """Return what can be compared with at this age; first of all: with nothing."""
    age = client.age()
    choices = [("", str(_("Nothing: scores only")))]
    for norm in definition.norms:
        if norm.ages[0] <= age <= norm.ages[1]:
            caution = called(norm.caution)
            label = f"{called(norm.name)}. {caution}" if caution else called(norm.name)
            choices.append((norm.key, label))
    return choices


class AskForm(ActionForm):
    """Whom we ask what, and about which day."""

    member = forms.ChoiceField(
        label=_("Whom do you ask?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom you ask.")},
    )
    kind = forms.ChoiceField(
        label=_("What do you ask?"),
        choices=Inquiry.Kind.choices,
        initial=Inquiry.Kind.CHECK_IN,
        widget=forms.RadioSelect,
    )
    about_on = forms.DateField(
        label=_("About which day?"),
        help_text=_("For a check-in the day of the conversation."),
        widget=DateInput(),
    )

    def __init__(
        self, *args: Any, members: Iterable[FamilyMember], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.members = {str(member.uuid): member for member in members}
        field: Any = self.fields["member"]
        field.choices = [(key, m.name) for key, m in self.members.items()]
        self.initial.setdefault("about_on", clock.today())

    def clean_about_on(self) -> Any:
        """Refuse a day that has passed."""
        told = self.cleaned_data["about_on"]
        if told < clock.today():
            raise forms.ValidationError(_("This day has passed."))
        return told

    def arguments(self) -> dict[str, Any]:
        """Return what and when; the member is the subject of the act."""
        return {name: self.cleaned_data[name] for name in ("kind", "about_on")}

    def chosen(self) -> FamilyMember | None:
        """Return whom was chosen."""
        return self.members.get(self.data.get("member", ""))


class ChangeGoalForm(ActionForm):
    """Another goal in place of one."""

    goal_id = forms.IntegerField(widget=forms.HiddenInput())
    words = forms.CharField(
        label=_("The goal now, in their own words"),
        max_length=200,
        error_messages={
            "required": _("Write the goal in the words of the child or parent.")
        },
    )
