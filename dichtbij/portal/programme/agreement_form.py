"""What is filled in when an agreement is drawn up, written and signed on paper?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.agreements.choosing import (
    employers_for,
    municipalities_for,
    practices_for,
)
from dichtbij.agreements.contents import Outline, Terms
from dichtbij.agreements.models import Agreement
from dichtbij.agreements.scans import LARGEST_SCAN_BYTES
from dichtbij.agreements.signing import PaperSignature
from dichtbij.organisations.models import Organisation
from dichtbij.portal.programme.agreement_rows import (
    DaysRows,
    DutyRows,
    HoursRows,
    MomentsForm,
    TariffRows,
    parts_of,
    rows_of,
)
from dichtbij.portal.staff.forms import DateInput
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.forms import ActionForm

WORDS = forms.Textarea(attrs={"rows": 2})
TINY = forms.NumberInput(attrs={"class": "tiny"})


class DraftForm(ActionForm):
    """With whom, under which name, from when until when."""

    title = forms.CharField(
        label=_("Name of the agreement"),
        max_length=120,
        error_messages={"required": _("Give the agreement a name.")},
    )
    employer: Any = forms.ModelChoiceField(
        label=_("Employer"),
        queryset=None,
        error_messages={"required": _("Choose an employer.")},
    )
    municipalities: Any = forms.ModelMultipleChoiceField(
        label=_("Who pays"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose who pays.")},
    )
    practices: Any = forms.ModelMultipleChoiceField(
        label=_("Practices"),
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one practice.")},
    )
    starts_on = forms.DateField(label=_("First day"), widget=DateInput())
    ends_on = forms.DateField(label=_("Last day"), widget=DateInput())

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            "employer": employers_for(programme),
            "municipalities": municipalities_for(programme),
            "practices": practices_for(programme),
        }
        for name, found in choices.items():
            field: Any = self.fields[name]
            field.queryset = found
        if len(choices["municipalities"]) == 1:
            self.fields["municipalities"].initial = list(choices["municipalities"])

    def arguments(self) -> dict[str, Any]:
        """Return the outline as the act takes it."""
        told = self.cleaned_data
        outline = Outline(
            title=told["title"],
            municipalities=tuple(told["municipalities"]),
            employer=told["employer"],
            practices=tuple(told["practices"]),
            starts_on=told["starts_on"],
            ends_on=told["ends_on"],
        )
        return {"outline": outline}


class ContentsForm(ActionForm):
    """All of a draft on one page: its terms, and rows for the rest."""

    title = forms.CharField(label=_("Name of the agreement"), max_length=120)
    starts_on = forms.DateField(label=_("First day"), widget=DateInput())
    ends_on = forms.DateField(label=_("Last day"), widget=DateInput())
    regime = forms.ChoiceField(
        label=_("Law the files fall under"), choices=Agreement.Regime.choices
    )
    extension_months = forms.IntegerField(
        label=_("Can be extended by months"), min_value=0, max_value=120, widget=TINY
    )
    extends_by_itself = forms.BooleanField(
        label=_("Is extended by itself, unless a party gives notice"), required=False
    )
    notice_days = forms.IntegerField(
        label=_("Notice in days"), min_value=0, max_value=730, widget=TINY
    )
    room_words = forms.CharField(
        label=_("Room"), required=False, max_length=400, widget=WORDS
    )
    record_words = forms.CharField(
        label=_("About the files"), required=False, max_length=400, widget=WORDS
    )
    referral_words = forms.CharField(
        label=_("How children are referred"),
        required=False,
        max_length=400,
        widget=WORDS,
    )
    replacement_words = forms.CharField(
        label=_("Replacement in leave and illness"),
        required=False,
        max_length=400,
        widget=WORDS,
    )
    exit_words = forms.CharField(
        label=_("When it ends"), required=False, max_length=4000, widget=WORDS
    )

    def __init__(
        self, typed: Any, *, agreement: Agreement, practices: list[Organisation]
    ) -> None:
        initial = {name: getattr(agreement, name) for name in self.base_fields}
        super().__init__(typed, initial=initial)
        known = rows_of(agreement, practices)
        beside = {"form_kwargs": {"practices": practices}}
        self.hours = HoursRows(typed, initial=known.hours, prefix="hours", **beside)
        self.days = DaysRows(typed, initial=known.days, prefix="days", **beside)
        self.tariffs = TariffRows(typed, initial=known.tariffs, prefix="tariffs")
        self.duties = DutyRows(typed, initial=known.duties, prefix="duties")
        self.moments = MomentsForm(typed, initial=known.moments, prefix="moments")

    def rows(self) -> tuple[Any, ...]:
        """Return all that stands beside the terms."""
        return self.hours, self.days, self.tariffs, self.duties, self.moments

    def is_valid(self) -> bool:
        """Tell whether the terms and every row are right."""
        right = [part.is_valid() for part in self.rows()]
        whole = super().is_valid()
        if whole and not all(right):
            self.add_error(None, _("Something is not right in a row below."))
        return whole and all(right)

    def arguments(self) -> dict[str, Any]:
        """Return terms and parts as the act takes them."""
        return {"terms": Terms(**self.cleaned_data), "parts": parts_of(*self.rows())}


class SeenForm(ActionForm):
    """Which bytes were seen."""

    sha256 = forms.CharField(max_length=64, widget=forms.HiddenInput)


class ScanForm(SeenForm):
    """A signature on paper, with its scan."""

    party: Any = forms.ModelChoiceField(
        label=_("For which party"),
        queryset=None,
        error_messages={"required": _("Choose who signed.")},
    )
    signatory = forms.CharField(
        label=_("Who signed"),
        max_length=120,
        error_messages={"required": _("Write who signed.")},
    )
    capacity = forms.CharField(label=_("In which role"), required=False, max_length=80)
    signed_on = forms.DateField(label=_("Signed on"), widget=DateInput())
    scan = forms.FileField(
        label=_("Scan (PDF, PNG or JPEG, up to 5 MB)"),
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        error_messages={"required": _("Choose the scan.")},
    )

    def __init__(self, *args: Any, agreement: Agreement, **kwargs: Any) -> None:
        kwargs["initial"] = {"sha256": agreement.sha256, "signed_on": clock.today()}
        super().__init__(*args, **kwargs)
        party: Any = self.fields["party"]
        party.queryset = agreement.parties.filter(signed_on=None).select_related(
            "organisation"
        )
        party.label_from_instance = lambda one: one.organisation.name

    def arguments(self) -> dict[str, Any]:
        """Return hash and signature as the act takes them."""
        told = self.cleaned_data
        paper = PaperSignature(
            party=told["party"],
            signatory=told["signatory"],
            signed_on=told["signed_on"],
            content=told["scan"].read(LARGEST_SCAN_BYTES + 1),
            capacity=told["capacity"],
        )
        return {"sha256": told["sha256"], "paper": paper}
