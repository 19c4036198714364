"""What is filled in about a registration, and about working without one?"""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import User
from dichtbij.portal.staff.forms import DateInput
from dichtbij.shared.forms import ActionForm
from dichtbij.staffing.models import ProfessionalRegistration


class PersonForm(ActionForm):
    """A form about one of the practitioners of the own employer."""

    who = forms.ChoiceField(label=_("Practitioner"))

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(person.uuid): person for person in people}
        self.fields["who"].choices = [  # type: ignore[attr-defined]
            (key, person.name) for key, person in self.people.items()
        ]

    def person(self) -> User:
        """Return whom it is about; the form is valid."""
        return self.people[self.cleaned_data["who"]]

    def arguments(self) -> dict[str, Any]:
        """Return everything but the person, who stands in the subject."""
        return {k: v for k, v in self.cleaned_data.items() if k != "who"}


class RegistrationForm(PersonForm):
    """Which register, which number, until when."""

    register = forms.ChoiceField(
        label=_("Register"), choices=ProfessionalRegistration.Register.choices
    )
    number = forms.CharField(
        label=_("Number"),
        max_length=20,
        help_text=_("SKJ: nine digits. BIG: eleven digits."),
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    chamber = forms.CharField(
        label=_("Chamber or profession"), required=False, max_length=60
    )
    valid_until = forms.DateField(label=_("Valid until"), widget=DateInput())


class RenewForm(ActionForm):
    """Until when it counts now."""

    valid_until = forms.DateField(label=_("Now valid until"), widget=DateInput())


class OverrideForm(PersonForm):
    """Why someone may begin new help without it, and until when."""

    reason = forms.CharField(
        label=_("Why this person may work without it"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text=_(
            "For example: who supervises. It stays readable and cannot be changed."
        ),
    )
    until_on = forms.DateField(label=_("Until"), widget=DateInput())
