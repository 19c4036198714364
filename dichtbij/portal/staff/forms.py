"""What does a practitioner fill in about referrals, times, days and closing?"""

from datetime import date
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from dichtbij.care.models import CloseReason, Outcome
from dichtbij.clients.actions import Details, NewChannel
from dichtbij.clients.bsn import BsnError, normalise
from dichtbij.clients.models import Channel, Client
from dichtbij.families.models import Consent
from dichtbij.organisations.models import Municipality, User
from dichtbij.scheduling.models import Closure, Room
from dichtbij.scheduling.openings import slot_from
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm


class DateInput(forms.DateInput):
    """The browser's own date field; it takes and gives ISO dates."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The browser's own time field."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class TakeOnForm(ActionForm):
    target_on = forms.DateField(
        label=_("First conversation before"), required=False, widget=DateInput()
    )

    def clean_target_on(self) -> date | None:
        """Refuse a day that has passed; empty keeps the preset one."""
        told: date | None = self.cleaned_data["target_on"]
        if told is not None and told < clock.today():
            raise forms.ValidationError(_("This day has passed."))
        return told


class ReturnForm(ActionForm):
    reason = forms.CharField(
        label=_("Why it does not fit"),
        max_length=400,
        error_messages={
            "required": _("Say why this does not fit; the practice reads it.")
        },
        widget=forms.TextInput(attrs={"data-key": "3"}),
    )


class SlotForm(ActionForm):
    """A chosen time; whether it is still free is for the act to say."""

    slot = forms.CharField(
        label=_("Time"),
        error_messages={"required": _("Choose one of the free times.")},
    )

    def clean_slot(self) -> Slot:
        """Read the time that the form carried."""
        try:
            return slot_from(self.cleaned_data["slot"])
        except ValueError as nonsense:
            raise forms.ValidationError(
                _("Choose one of the free times.")
            ) from nonsense


class MoveForm(SlotForm):
    tell_family = forms.ChoiceField(
        label=_("Tell the family?"),
        required=False,
        choices=[("yes", _("Yes")), ("no", _("No"))],
        initial="yes",
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )

    def clean_tell_family(self) -> bool:
        """Not said is the usual: the family hears of it."""
        return bool(self.cleaned_data["tell_family"] != "no")


class CancelForm(ActionForm):
    tell_family = forms.TypedChoiceField(
        label=_("Tell the family?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Say whether the family gets a message.")},
    )


class MissForm(ActionForm):
    with_notice = forms.TypedChoiceField(
        label=_("Did they tell beforehand?"),
        choices=[
            ("yes", _("Yes, they cancelled")),
            ("no", _("No, nobody came")),
        ],
        coerce=lambda answer: answer == "yes",
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Say whether they told beforehand.")},
    )


class GoalForm(ActionForm):
    words = forms.CharField(
        label=_("Goal, in their own words"),
        max_length=200,
        error_messages={
            "required": _("Write the goal in the words of the child or parent.")
        },
    )
    owner = forms.ChoiceField(
        label=_("Whose goal is it?"),
        choices=[("child", _("young person")), ("parent", _("parent"))],
        initial="child",
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )


class AddendumForm(ActionForm):
    text = forms.CharField(
        label=_("What do you want to add?"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write what you want to add.")},
    )


class ConsentForm(ActionForm):
    giver = forms.ChoiceField(
        label=_("Who agreed to the help?"),
        choices=Consent.Giver.choices,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Say who agreed, and how.")},
    )
    form = forms.ChoiceField(
        label=_("How?"),
        choices=Consent.Form.choices,
        initial=Consent.Form.ORAL,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )


class CompleteForm(ActionForm):
    """What was not told at the referral (R17); empty fields change nothing."""

    sex = forms.ChoiceField(
        label=_("Sex"),
        required=False,
        choices=Client.Sex.choices,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    postcode = forms.RegexField(
        r"^\s*[1-9][0-9]{3}\s?[A-Za-z]{2}\s*$",
        label=_("Postcode"),
        required=False,
        error_messages={"invalid": _("A postcode has four digits and two letters.")},
        widget=forms.TextInput(attrs={"class": "tiny", "autocomplete": "off"}),
    )
    municipality = forms.ModelChoiceField(
        label=_("Municipality where the child lives"),
        required=False,
        queryset=Municipality.objects.all(),
    )
    bsn = forms.CharField(
        label=_("BSN"),
        required=False,
        max_length=20,
        widget=forms.TextInput(
            attrs={"class": "short", "autocomplete": "off", "inputmode": "numeric"}
        ),
    )
    no_bsn_reason = forms.CharField(
        label=_("No BSN, because"), required=False, max_length=120
    )
    owner = forms.ChoiceField(
        label=_("New telephone number or e-mail address of"),
        required=False,
        choices=Channel.Owner.choices,
        initial=Channel.Owner.PARENT_1,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    telephone = forms.RegexField(
        r"^[+0-9() .-]{8,20}$",
        label=_("Telephone number"),
        required=False,
        error_messages={"invalid": _("This is not a telephone number.")},
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "tel"}),
    )
    email = forms.EmailField(label=_("E-mail address"), required=False)
    silent = forms.BooleanField(
        label=_("Keep silent: send nothing to this address"), required=False
    )

    def clean_postcode(self) -> str:
        """Write it as 8261 AA."""
        bare = str(self.cleaned_data["postcode"]).replace(" ", "").upper()
        return f"{bare[:4]} {bare[4:]}".strip()

    def clean_bsn(self) -> str:
        """Return nine digits that pass the 11-test, or nothing (LR-41)."""
        typed = str(self.cleaned_data["bsn"]).strip()
        try:
            return normalise(typed) if typed else ""
        except BsnError as wrong:
            raise forms.ValidationError(
                _("This is not a valid BSN. Check the digits.")
            ) from wrong

    def arguments(self) -> dict[str, Any]:
        """Return the details as the act takes them."""
        told = self.cleaned_data
        channels = tuple(
            NewChannel(
                told["owner"] or Channel.Owner.PARENT_1,
                kind,
                told[name],
                silent=told["silent"],
            )
            for name, kind in (
                ("telephone", Channel.Kind.TELEPHONE),
                ("email", Channel.Kind.EMAIL),
            )
            if told[name]
        )
        kept = ("sex", "postcode", "municipality", "bsn", "no_bsn_reason")
        return {"details": Details(**{k: told[k] for k in kept}, channels=channels)}


class CloseForm(ActionForm):
    outcome = forms.ChoiceField(
        label=_("Where does the family go now?"),
        choices=Outcome.choices,
        error_messages={"required": _("Choose an outcome.")},
    )
    reason = forms.ChoiceField(
        label=_("Why does the help end?"),
        choices=CloseReason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a reason.")},
    )
    words = forms.CharField(
        label=_("Explanation"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class SearchForm(forms.Form):
    q = forms.CharField(required=False, max_length=100)
    born_on = forms.DateField(required=False)


class CloseDaysForm(ActionForm):
    first_on = forms.DateField(label=_("First day"), widget=DateInput())
    last_on = forms.DateField(label=_("Last day"), widget=DateInput())
    reason = forms.ChoiceField(
        label=_("Why?"),
        choices=Closure.Reason.choices,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Choose a reason.")},
    )
    whole_practice = forms.BooleanField(
        label=_("Nobody works in this practice then"), required=False
    )
    starts = forms.TimeField(label=_("Only from"), required=False, widget=TimeInput())
    ends = forms.TimeField(label=_("Until"), required=False, widget=TimeInput())

    def clean(self) -> dict[str, Any]:
        """Refuse hours that end before they start."""
        told: dict[str, Any] = super().clean() or {}
        starts, ends = told.get("starts"), told.get("ends")
        if starts and ends and ends <= starts:
            self.add_error("ends", _("The end lies before the start."))
        return told


class PlanDayForm(ActionForm):
    """A weekly day in one practice; who and where come from what is there."""

    practitioner = forms.ModelChoiceField(
        label=_("Who?"), queryset=User.objects.none(), empty_label=None
    )
    room = forms.ModelChoiceField(
        label=_("Room"), queryset=Room.objects.none(), empty_label=None
    )
    weekday = forms.TypedChoiceField(
        label=_("Day of the week"),
        choices=list(enumerate(list(WEEKDAYS.values())[:5])),
        coerce=int,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
        error_messages={"required": _("Choose a day of the week.")},
    )
    starts = forms.TimeField(label=_("From"), widget=TimeInput())
    ends = forms.TimeField(label=_("Until"), widget=TimeInput())
    valid_from = forms.DateField(label=_("First day"), widget=DateInput())

    def __init__(self, *args: Any, people: Any, rooms: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practitioner"].queryset = people  # type: ignore[attr-defined]
        self.fields["room"].queryset = rooms  # type: ignore[attr-defined]


class RoomForm(ActionForm):
    name = forms.CharField(
        label=_("Name of the room"),
        max_length=60,
        error_messages={"required": _("Give the room a name.")},
    )


class EndDayForm(ActionForm):
    last_on = forms.DateField(label=_("Last day"), widget=DateInput())


class FromForm(forms.Form):
    """From which day on free times are looked for."""

    vanaf = forms.DateField(required=False)


class SilentForm(ActionForm):
    channel_id = forms.IntegerField()
    silent = forms.TypedChoiceField(
        choices=[("yes", ""), ("no", "")], coerce=lambda answer: answer == "yes"
    )


class EndGoalForm(ActionForm):
    goal_id = forms.IntegerField()
