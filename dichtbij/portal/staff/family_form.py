"""What is noted on the family page: one small form per fact, one to end each?"""

from collections.abc import Callable
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.care.consenting import delay_sight, end_delay
from dichtbij.clients.models import Channel, Client
from dichtbij.families import authority, exceptions
from dichtbij.families.actions import SHARED_WITH, note_consent_of, withdraw_consent
from dichtbij.families.models import (
    CapacityJudgement,
    Consent,
    CourtMeasure,
    FamilyMember,
    HelpGround,
    LegalAuthority,
    Objection,
    SightDelay,
)
from dichtbij.families.topics import Topic
from dichtbij.families.words import PARTY
from dichtbij.organisations.models import User
from dichtbij.partners.models import Partner
from dichtbij.portal.staff.forms import DateInput, TimeInput
from dichtbij.shared import calendar, clock
from dichtbij.shared.forms import ActionForm

HOMES = ((1, _("first home")), (2, _("second home")))
WITH = [
    (kind, PARTY[kind] if kind in PARTY else dict(Channel.Owner.choices)[kind])
    for kind in SHARED_WITH
]


class Person(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Someone of this family."""

    def label_from_instance(self, obj: Any) -> str:
        """Return name and place in the family."""
        return f"{obj.name} ({obj.get_slot_display()})"


class FamilyForm(ActionForm):
    """A form that performs one act about one child's family."""

    act: ClassVar[Callable[..., Any]]
    title: ClassVar[Any]
    done: ClassVar[Any] = _("It is noted.")
    # Where typed text waits until the form is sent.
    draft: str = ""

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.client = client
        if "member" in self.fields:
            people: Any = self.fields["member"]
            people.queryset = FamilyMember.objects.filter(client=client, ended_on=None)

    def perform_by(self, user: User) -> bool:
        """Perform the act; what it is about comes first."""
        return self.perform(type(self).act, **self.about(), by=user)

    def about(self) -> dict[str, Any]:
        """Return the subject of the act."""
        return {"client": self.client}


def _day(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label, required=required, help_text=help_text, widget=DateInput()
    )


WHY, WHO = _("Why"), _("Who")


def _why(label: Any = WHY) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


def _member() -> Person:
    return Person(FamilyMember.objects.none(), label=WHO)


class MemberForm(FamilyForm):
    """Who belongs to the child, in which home."""

    act, title = authority.note_member, _("Add someone")

    name = forms.CharField(label=_("Name"), max_length=120)
    slot = forms.ChoiceField(
        label=_("Place in the family"), choices=Channel.Owner.choices
    )
    tie = forms.ChoiceField(
        label=_("To the child"), choices=FamilyMember.Tie.choices, initial="10"
    )
    home = forms.TypedChoiceField(label=_("Home"), choices=HOMES, coerce=int)
    address = forms.CharField(
        label=_("Address"),
        required=False,
        max_length=200,
        help_text=_("A parent never sees the address of the other home."),
    )
    language = forms.ChoiceField(
        label=_("Reads"), choices=FamilyMember.Language.choices
    )


class AuthorityForm(FamilyForm):
    """Who has authority, on which source (LR-11)."""

    act, title = authority.note_authority, _("Note authority")

    member = _member()
    kind = forms.ChoiceField(label=_("Authority"), choices=LegalAuthority.Kind.choices)
    source = forms.ChoiceField(
        label=_("Source"),
        choices=LegalAuthority.Source.choices,
        help_text=_("Do not rely on one parent's word: look in the register."),
    )
    source_on = _day(_("Day of the source"))
    starts_on = _day(
        _("In force since"), required=False, help_text=_("Empty: since birth.")
    )
    ends_on = _day(_("Last day"), required=False)


class ConsentOfForm(FamilyForm):
    """One person's own word (LR-07)."""

    act, title = note_consent_of, _("Note a consent or refusal")

    member = _member()
    decision = forms.ChoiceField(
        label=_("Answer"),
        choices=Consent.Decision.choices,
        initial=Consent.Decision.GIVEN,
        widget=forms.RadioSelect(attrs={"class": "chips"}),
    )
    purpose = forms.ChoiceField(label=_("To what"), choices=Consent.Purpose.choices)
    party = forms.ChoiceField(
        label=_("Sharing: with whom"), required=False, choices=[("", "-"), *WITH]
    )
    partner = forms.ModelChoiceField(
        Partner.objects.none(), label=_("Which organisation"), required=False
    )
    topics = forms.MultipleChoiceField(
        label=_("Sharing: about what"),
        required=False,
        choices=Topic.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "chips"}),
    )
    form = forms.ChoiceField(label=_("How"), choices=Consent.Form.choices)
    evidence = forms.CharField(
        label=_("Where it is written, or who heard it"), required=False, max_length=200
    )
    given_on = _day(_("Day"))
    until = _day(_("Last day"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["given_on"].initial = clock.today()
        partners: Any = self.fields["partner"]
        partners.queryset = Partner.objects.filter(
            programme=self.client.programme_id, ended_on=None
        )


class MeasureForm(FamilyForm):
    """A supervision order or guardianship (LR-15)."""

    act, title = authority.note_measure, _("Note a measure of the court")

    kind = forms.ChoiceField(label=_("Measure"), choices=CourtMeasure.Kind.choices)
    institution = forms.CharField(label=_("Institution"), max_length=120)
    contact = forms.CharField(
        label=_("Who to reach there"), required=False, max_length=200
    )
    starts_on = _day(_("First day"))
    ends_on = _day(_("Last day"), required=False)


class CapacityForm(FamilyForm):
    """A young person cannot weigh interests now (LR-05)."""

    act, title = exceptions.note_capacity, _("Cannot weigh interests")

    reason = _why()
    ends_on = _day(_("Last day"), required=False)


class GroundForm(FamilyForm):
    """Why help goes on without a parent (LR-03)."""

    act, title = exceptions.note_ground, _("Go on without a parent's consent")

    kind = forms.ChoiceField(label=_("Ground"), choices=HelpGround.Kind.choices)
    words = _why()
    ends_on = _day(_("Last day"), required=False)


class PresumptionForm(FamilyForm):
    """An emergency of the last 24 hours (LR-10)."""

    act, title = exceptions.note_presumption, _("There was no time to ask")

    on = _day(_("Day"))
    at = forms.TimeField(label=_("Time"), widget=TimeInput())
    words = _why(_("What happened"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = clock.today()

    def arguments(self) -> dict[str, Any]:
        """Return the moment as the act takes it."""
        told = self.cleaned_data
        moment: datetime = calendar.at_local(told["on"], told["at"])
        return {"happened_at": moment, "words": told["words"]}


class ObjectionForm(FamilyForm):
    """No letters to the GP, from 16 (LR-32)."""

    act, title = exceptions.note_objection, _("Objects to letters to the GP")

    words = forms.CharField(
        label=_("In their own words"), required=False, max_length=400
    )


class DelayForm(FamilyForm):
    """What the family sees is held back for safety (R25)."""

    act, title = delay_sight, _("Hold back what the family sees")

    reason = _why()
    review_on = _day(_("Look again on"))


class RowForm(FamilyForm):
    """A form about one row of this child's family; another child's is unknown."""

    rows: ClassVar[Any]
    named: ClassVar[str]
    done = _("It is ended.")

    row = forms.ModelChoiceField(FamilyMember.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["row"]
        field.queryset = self.rows.objects.filter(client=self.client)

    def about(self) -> dict[str, Any]:
        """Return the row, or the child where no row was chosen."""
        row = self.cleaned_data.get("row") if self.is_valid() else None
        return {self.named: row}

    def arguments(self) -> dict[str, Any]:
        """Return the rest of what was typed."""
        return {k: v for k, v in self.cleaned_data.items() if k != "row"}


class EndForm(RowForm):
    """Gives a fact its last day, today unless said otherwise."""

    ends_on = _day(_("Last day"), required=False)


class HomeForm(RowForm):
    """Where someone lives and which language they read."""

    act, rows, named = authority.set_home, FamilyMember, "member"
    title, done = _("Home and language"), _("It is noted.")

    home = forms.TypedChoiceField(label=_("Home"), choices=HOMES, coerce=int)
    address = forms.CharField(label=_("Address"), required=False, max_length=200)
    language = forms.ChoiceField(
        label=_("Reads"), choices=FamilyMember.Language.choices
    )


def _ending(
    act: Callable[..., Any], rows: Any, named: str, base: type[RowForm] = EndForm
) -> type[FamilyForm]:
    """Return the form that ends such a row."""
    name = f"End{rows.__name__}Form"
    return type(name, (base,), {"act": act, "rows": rows, "named": named})


class WithdrawForm(RowForm):
    """Takes a consent back (LR-08)."""

    act, rows, named = withdraw_consent, Consent, "consent"
    done = _("The consent is taken back. It counts no more from now on.")

    def about(self) -> dict[str, Any]:
        """Return the child first: a consent is taken back in its family."""
        return {"client": self.client} | super().about()


# By the last part of the address; the first ones stand on the page to be filled in.
NOTES: dict[str, type[FamilyForm]] = {
    "lid": MemberForm,
    "gezag": AuthorityForm,
    "woord": ConsentOfForm,
    "maatregel": MeasureForm,
    "wilsbekwaamheid": CapacityForm,
    "grond": GroundForm,
    "spoed": PresumptionForm,
    "bezwaar": ObjectionForm,
    "uitstel": DelayForm,
}
ENDS: dict[str, type[FamilyForm]] = {
    "thuis": HomeForm,
    "lid-eindigen": _ending(authority.end_member, FamilyMember, "member", RowForm),
    "gezag-eindigen": _ending(authority.end_authority, LegalAuthority, "authority"),
    "maatregel-eindigen": _ending(authority.end_measure, CourtMeasure, "measure"),
    "wilsbekwaamheid-eindigen": _ending(
        exceptions.end_capacity, CapacityJudgement, "judgement"
    ),
    "grond-eindigen": _ending(exceptions.end_ground, HelpGround, "ground"),
    "bezwaar-eindigen": _ending(exceptions.end_objection, Objection, "objection"),
    "uitstel-eindigen": _ending(end_delay, SightDelay, "delay", RowForm),
    "intrekken": WithdrawForm,
}
FORMS = NOTES | ENDS
