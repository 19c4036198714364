"""What does one fill in to start a programme and to set it up?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import Municipality
from dichtbij.portal.staff.forms import DateInput
from dichtbij.programmes.actions import INVITED_BY_LEADER
from dichtbij.programmes.models import ListedPractice, Programme
from dichtbij.programmes.starting import Leader
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Role

LABEL = Programme._meta.get_field("function_label")

SHORT = {"class": "tiny", "inputmode": "numeric"}
NORM_MOST = 260  # working days in a year: no promise is longer


def _norm(label: Any, initial: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=NORM_MOST,
        initial=initial,
        widget=forms.NumberInput(attrs=SHORT),
    )


class StartForm(ActionForm):
    """A new programme, and who will lead it."""

    name = forms.CharField(
        label=_("Name of the programme"),
        max_length=80,
        error_messages={"required": _("Give the programme a name.")},
    )
    slug = forms.SlugField(
        label=_("Short name"),
        max_length=50,
        help_text=_("Small letters, digits and hyphens."),
        error_messages={"required": _("Give the programme a short name.")},
    )
    municipalities: Any = forms.ModelMultipleChoiceField(
        label=_("Municipalities"),
        queryset=Municipality.objects.all(),
        help_text=_("One or more of the 342; hold Ctrl to choose several."),
        widget=forms.SelectMultiple(attrs={"size": 8}),
        error_messages={"required": _("Choose at least one municipality.")},
    )
    function_label = forms.CharField(
        label=_("What the practitioner is called"),
        max_length=60,
        initial=LABEL.get_default(),
    )
    starts_on = forms.DateField(label=_("Starts on"), widget=DateInput())
    school_region = forms.ChoiceField(
        label=_("Region of the school holidays"), choices=Programme.Region.choices
    )
    first_contact_norm_days = _norm(_("Working days to the first contact"), 5)
    first_consult_norm_days = _norm(_("Working days to the first consult"), 10)
    leader_name = forms.CharField(label=_("Project leader"), max_length=120)
    leader_email = forms.EmailField(label=_("E-mail address of the project leader"))
    leader_employer = forms.CharField(
        label=_("Employer of the project leader"),
        max_length=120,
        required=False,
        help_text=_("Empty: works for the municipality."),
    )

    def arguments(self) -> dict[str, Any]:
        """Return what the act takes: the terms, and the leader as one."""
        told = dict(self.cleaned_data)
        leader = Leader(
            name=told.pop("leader_name"),
            email=told.pop("leader_email"),
            employer=told.pop("leader_employer"),
        )
        return {
            **told,
            "municipalities": list(told["municipalities"]),
            "leader": leader,
        }


class SettingsForm(ActionForm):
    """What the programme promises."""

    function_label = forms.CharField(
        label=_("What the practitioner is called"), max_length=60
    )
    phase = forms.ChoiceField(label=_("Phase"), choices=Programme.Phase.choices)
    starts_on = forms.DateField(label=_("Starts on"), widget=DateInput())
    ends_on = forms.DateField(label=_("Ends on"), required=False, widget=DateInput())
    first_contact_norm_days = _norm(_("Working days to the first contact"), 5)
    first_consult_norm_days = _norm(_("Working days to the first consult"), 10)
    aims = forms.CharField(
        label=_("Aims"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    shares_practices = forms.BooleanField(
        label=_("A family may be helped in a neighbouring practice, if it agrees"),
        required=False,
    )


class EmployerForm(ActionForm):
    """An employer that comes to work in the programme."""

    name = forms.CharField(
        label=_("Name of the employer"),
        max_length=120,
        error_messages={"required": _("Write the name.")},
    )


class ListForm(ActionForm):
    """A practice of the municipality, whether it takes part or not."""

    name = forms.CharField(
        label=_("Name of the practice"),
        max_length=120,
        error_messages={"required": _("Write the name.")},
    )
    town = forms.CharField(label=_("Town"), max_length=60, required=False)
    municipality: Any = forms.ModelChoiceField(
        None, label=_("Municipality"), empty_label=None
    )
    source = forms.CharField(
        label=_("Source of the list"),
        max_length=200,
        error_messages={"required": _("Say where this comes from.")},
    )
    listed_on = forms.DateField(label=_("Date of the list"), widget=DateInput())

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        area: Any = self.fields["municipality"]
        area.queryset = programme.municipalities.all()
        self.fields["listed_on"].initial = clock.today()


class InviteForm(ActionForm):
    """Somebody who comes to work in this programme."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The invitation goes here, and is the name to sign in with."),
    )
    organisation: Any = forms.ModelChoiceField(None, label=_("Organisation"))
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[
            ("", "---------"),
            *((one, Role(one).label) for one in INVITED_BY_LEADER),
        ],
    )

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = places  # type: ignore[attr-defined]


class WhyNotForm(ActionForm):
    """Why a practice does not take part."""

    why_not = forms.ChoiceField(
        label=_("Why does it not take part?"),
        choices=ListedPractice.WhyNot.choices,
        error_messages={"required": _("Choose a reason.")},
    )
    why_not_words = forms.CharField(
        label=_("Explanation"), max_length=200, required=False
    )


class PauseForm(ActionForm):
    """From which day until which day a practice pauses."""

    starts_on = forms.DateField(label=_("First day"), widget=DateInput())
    ends_on = forms.DateField(label=_("Last day"), required=False, widget=DateInput())
    words = forms.CharField(
        label=_("Why does it pause?"),
        max_length=200,
        error_messages={"required": _("Say why it pauses.")},
    )


class ResumeForm(ActionForm):
    """From which day a practice takes part again."""

    resumes_on = forms.DateField(label=_("Takes part again from"), widget=DateInput())


class LeaveForm(ActionForm):
    """Until which day a practice takes part."""

    last_on = forms.DateField(label=_("Last day"), widget=DateInput())


class PatientsForm(ActionForm):
    """How many patients a practice has."""

    youths = forms.IntegerField(
        label=_("Patients of 0 to 17 years"),
        min_value=0,
        widget=forms.NumberInput(attrs=SHORT),
    )
    patients = forms.IntegerField(
        label=_("All patients"),
        min_value=0,
        required=False,
        widget=forms.NumberInput(attrs=SHORT),
    )
    counted_on = forms.DateField(label=_("Counted on"), widget=DateInput())
    source = forms.CharField(label=_("Source"), max_length=200)
