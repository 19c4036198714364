"""What is filled in about an onward referral: advice, texts, signature, its course?"""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from dichtbij.network.completeness import (
    ARGUMENTS,
    DISORDER,
    MENTAL_HEALTH,
    Contents,
    gaps_in,
    is_agb,
)
from dichtbij.network.forms import PlainText
from dichtbij.network.models import OnwardReferral
from dichtbij.network.onward import LONGEST, Advice, Wording
from dichtbij.network.onward_reading import partner_called
from dichtbij.network.onward_words import (
    ARGUMENT_HINTS,
    ARGUMENT_LABELS,
    DESTINATIONS,
    Road,
    Urgency,
    destination_choices,
    sentence,
)
from dichtbij.partners.models import Partner
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm

CODES = (DISORDER, *ARGUMENTS)


def _text(rows: int = 2) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class DayInput(forms.DateInput):
    """The browser's own date field; it takes and gives ISO dates."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class WordingForm(ActionForm):
    """The texts of a letter; `whole` asks them all, for whoever lays it before a GP."""

    urgency = forms.ChoiceField(
        label=_("How soon?"),
        choices=Urgency.choices,
        initial=Urgency.REGULAR,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    reason = PlainText(
        label=_("Why this help is needed"),
        required=False,
        max_length=LONGEST,
        widget=_text(4),
    )
    steps_tried = PlainText(
        label=_("What was tried before"),
        required=False,
        max_length=LONGEST,
        widget=_text(4),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, care: str = "", whole: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.care, self.whole = care, whole
        for code in CODES:
            self.fields[code] = PlainText(
                label=ARGUMENT_LABELS[code],
                help_text=ARGUMENT_HINTS[code],
                required=False,
                max_length=LONGEST,
                widget=_text(1 if code == DISORDER else 2),
            )

    @property
    def argued(self) -> bool:
        """Tell whether this kind of care asks for the five reasons."""
        return self.care in MENTAL_HEALTH

    def reasons(self) -> Iterator[forms.BoundField]:
        """Yield the suspected disorder and the five reasons."""
        for code in CODES:
            yield self[code]

    def clean(self) -> dict[str, Any]:
        """Say beside each field what misses, before the act refuses it."""
        told: dict[str, Any] = super().clean() or {}
        if self.whole:
            self._point_at_gaps(told)
        return told

    def _point_at_gaps(self, told: Mapping[str, Any]) -> None:
        letter = Contents(
            child="x",  # of whom it is stands on no form
            reason=told.get("reason", ""),
            echelon=self.care,
            dated_on=clock.today(),
            arguments={code: told.get(code, "") for code in CODES},
        )
        for gap in gaps_in(letter, clock.today()):
            if gap.code in self.fields and not self.has_error(gap.code):
                self.add_error(gap.code, sentence(gap))

    def texts(self) -> dict[str, Any]:
        """Return the texts as an act takes them."""
        told = self.cleaned_data
        return {
            "reason": told["reason"],
            "arguments": {code: told[code] for code in CODES},
            "steps_tried": told["steps_tried"],
            "urgency": told["urgency"],
        }

    def arguments(self) -> dict[str, Any]:
        """Return the wording, and which version it changes."""
        version = self.cleaned_data["version"] or 0
        return {"wording": Wording(**self.texts()), "version": version}


class AdviceForm(WordingForm):
    """To which help, to whom, and the texts of the letter."""

    destination = forms.ChoiceField(
        label=_("To which help?"),
        choices=destination_choices,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Choose to which help you advise to refer.")},
    )
    echelon = forms.ChoiceField(
        label=_("Which mental health care for adults?"),
        help_text=_("Only for adult mental health care (18+)."),
        required=False,
        choices=[
            (OnwardReferral.Echelon.BASIC.value, OnwardReferral.Echelon.BASIC.label),
            (
                OnwardReferral.Echelon.SPECIALIST.value,
                OnwardReferral.Echelon.SPECIALIST.label,
            ),
        ],
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    partner = forms.CharField(label=_("To whom?"), required=False)
    bridging = forms.BooleanField(
        label=_("We give bridging care until the help starts"), required=False
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.programme = programme
        if self.initial.get("version") is None:
            del self.fields["version"]

    def clean_partner(self) -> Partner | None:
        """Find the partner that was chosen; none is a choice too."""
        told = self.cleaned_data["partner"]
        found = partner_called(self.programme, told) if told else None
        if told and found is None:
            raise ValidationError(_("This partner is no longer in the directory."))
        return found

    def clean(self) -> dict[str, Any]:
        """Know what kind of care it is before asking what misses."""
        destination = self.cleaned_data.get("destination", "")
        known = DESTINATIONS.get(destination)
        asked = self.cleaned_data.get("echelon", "")
        self.care = (known.echelon or asked) if known else ""
        self.whole = self.whole and known is not None
        return super().clean()

    def arguments(self) -> dict[str, Any]:
        """Return the advice, and which version it changes, if any."""
        told = self.cleaned_data
        advice = Advice(
            **self.texts(),
            destination=told["destination"],
            partner=told["partner"],
            echelon=told["echelon"],
            bridging=told["bridging"],
        )
        if "version" not in self.fields:
            return {"advice": advice}
        return {"advice": advice, "version": told["version"] or 0}


def initial_of(onward: OnwardReferral) -> dict[str, Any]:
    """Return what an advice says now, as the forms take it."""
    return {
        "destination": onward.destination,
        "echelon": onward.echelon,
        "partner": str(onward.partner.uuid) if onward.partner else "",
        "urgency": onward.urgency,
        "reason": onward.reason,
        "steps_tried": onward.steps_tried,
        "bridging": onward.bridging,
        "version": onward.version,
        **{code: onward.arguments.get(code, "") for code in CODES},
    }


class SignForm(ActionForm):
    """The hash of what was seen; the AGB code only of a GP who has none on record."""

    sha256 = forms.CharField(widget=forms.HiddenInput, required=False)
    agb_code = forms.CharField(
        label=_("Your AGB code"),
        help_text=_("Eight digits. You fill it in once."),
        max_length=8,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
        error_messages={"required": _("Fill in your AGB code: eight digits.")},
    )

    def __init__(self, *args: Any, known_code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known_code:
            del self.fields["agb_code"]

    def clean_agb_code(self) -> str:
        """Refuse what cannot be a code."""
        told = str(self.cleaned_data["agb_code"]).strip()
        if not is_agb(told):
            raise ValidationError(_("Fill in your AGB code: eight digits."))
        return told


class SendBackForm(ActionForm):
    """Why advice goes back to the practitioner."""

    reason = PlainText(
        label=_("Why do you send it back?"),
        help_text=_("The practitioner reads this and gets it as a task."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3, "data-focus": ""}),
        error_messages={
            "required": _("Write why you send it back; the practitioner reads it.")
        },
    )


class SentForm(ActionForm):
    """By which road the practice sent the signed letter."""

    channel = forms.ChoiceField(
        label=_("By which road did you send it?"),
        choices=Road.choices,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Choose by which road it was sent.")},
    )
    words = forms.CharField(label=_("Remark"), required=False, max_length=200)
    sha256 = forms.CharField(widget=forms.HiddenInput, required=False)


class SeenForm(ActionForm):
    """The hash of the paper that was seen."""

    sha256 = forms.CharField(max_length=64, required=False)


class WithdrawAdviceForm(ActionForm):
    """Why advice is taken back, if one wants to say it."""

    reason = forms.CharField(
        label=_("Why do you withdraw it?"), required=False, max_length=400
    )


class AcceptedForm(ActionForm):
    """The day the destination took the child on; empty: today."""

    on = forms.DateField(label=_("Accepted on"), required=False, widget=DayInput())


class StartedForm(ActionForm):
    """The day the help began; empty: today."""

    on = forms.DateField(label=_("Started on"), required=False, widget=DayInput())


class WaitingForm(ActionForm):
    """How long the family was told to wait."""

    days = forms.IntegerField(
        label=_("Days still to wait"),
        help_text=_("As the family or the destination told you."),
        min_value=0,
        max_value=1095,
        widget=forms.NumberInput(attrs={"class": "tiny"}),
    )


class NotStartedForm(ActionForm):
    """Why the help does not go on."""

    reason = forms.CharField(
        label=_("Why does the help not go on?"),
        max_length=400,
        error_messages={"required": _("Write why the help does not go on.")},
    )


class BridgingForm(ActionForm):
    """Whether bridging care is given."""

    given = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
    )
