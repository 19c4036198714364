"""What does a practice tell about a child, and about a first conversation?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse_lazy
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.actions import NewChannel, NewChild
from dichtbij.clients.models import Channel, Client
from dichtbij.organisations.models import Membership, Municipality
from dichtbij.portal.practice import agreeing
from dichtbij.portal.practice.fields import (
    BirthDateField,
    BsnField,
    PostcodeField,
    ReachField,
    UnblockingField,
    short,
)
from dichtbij.programmes.models import Programme
from dichtbij.referrals import questions as lists
from dichtbij.referrals.actions import SOONER_DAYS, URGENT_DAYS
from dichtbij.referrals.models import Referral
from dichtbij.shared.forms import ActionForm

CHIPS = {"class": "chips"}
PARENTS = (Channel.Owner.PARENT_1, Channel.Owner.PARENT_2)


class SubmitForm(ActionForm):
    # The page says what is optional; "required" on a chip would be read at each chip.
    use_required_attribute = False

    practice = forms.CharField(required=False, widget=forms.HiddenInput)
    given_name = forms.CharField(
        label=_("Given name"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Fill in the given name.")},
    )
    family_name = forms.CharField(
        label=_("Family name"),
        max_length=80,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={"required": _("Fill in the family name.")},
    )
    birth_date = BirthDateField(
        label=_("Birth date"),
        help_text=_("For example 01-06-2015"),
        widget=short(
            inputmode="numeric",
            **{
                "hx-post": reverse_lazy("agreement"),
                "hx-trigger": "input changed delay:400ms",
                "hx-target": "#agreement",
                "hx-swap": "outerHTML",
                "hx-params": "birth_date,giver",
            },
        ),
        error_messages={"required": _("Fill in the birth date.")},
    )
    contact = ReachField(
        label=_("Telephone or e-mail"),
        max_length=254,
        widget=forms.TextInput({"autocomplete": "off"}),
        error_messages={
            "required": _("Fill in how the family can be reached for an appointment.")
        },
    )
    contact_owner = forms.ChoiceField(
        label=_("Whose is it?"),
        choices=Channel.Owner.choices,
        initial=Channel.Owner.PARENT_1,
        widget=forms.RadioSelect(CHIPS),
    )
    questions = forms.MultipleChoiceField(
        label=_("What is the matter?"),
        choices=list(lists.FIRST.items()),
        widget=forms.CheckboxSelectMultiple(CHIPS),
        error_messages={"required": _("Choose at least one reason.")},
    )
    narrower = forms.MultipleChoiceField(
        label=_("More precisely"),
        required=False,
        choices=[
            (code, label)
            for group in lists.SECOND.values()
            for code, label in group.items()
        ],
        widget=forms.CheckboxSelectMultiple(CHIPS),
    )
    sentence = forms.CharField(
        label=_("In one sentence"),
        required=False,
        max_length=400,
        help_text=_("What should the practitioner know before the first talk?"),
        widget=forms.Textarea({"rows": 2}),
    )
    giver = UnblockingField(
        label=_("Who agreed to this referral?"),
        choices=agreeing.ALL,
        widget=forms.RadioSelect(CHIPS),
    )
    urgency = forms.ChoiceField(
        label=_("How soon?"),
        choices=Referral.Urgency.choices,
        initial=Referral.Urgency.REGULAR,
        help_text=_("Immediate danger? Call 112 or the crisis service; do not wait."),
        widget=forms.RadioSelect(CHIPS),
    )
    # --- more details ---------------------------------------------------------------
    bsn = BsnField(
        label=_("BSN"), required=False, max_length=20, widget=short(inputmode="numeric")
    )
    no_bsn_reason = forms.CharField(
        label=_("No BSN, because"), required=False, max_length=120
    )
    sex = forms.ChoiceField(
        label=_("Sex"),
        required=False,
        choices=[
            ("", Client.Sex.UNKNOWN.label),
            (Client.Sex.MALE.value, Client.Sex.MALE.label),
            (Client.Sex.FEMALE.value, Client.Sex.FEMALE.label),
        ],
    )
    postcode = PostcodeField(
        label=_("Postcode"), required=False, max_length=10, widget=short()
    )
    municipality = forms.ChoiceField(
        label=_("Municipality where the child lives"), required=False
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off"}),
        error_messages={"invalid": _("This is not a complete e-mail address.")},
    )
    email_owner = forms.ChoiceField(
        label=_("Whose e-mail address is it?"),
        required=False,
        choices=Channel.Owner.choices,
        initial=Channel.Owner.PARENT_1,
    )
    second = ReachField(
        label=_("Second telephone number"),
        required=False,
        max_length=254,
        widget=short(inputmode="tel"),
    )
    second_owner = forms.ChoiceField(
        label=_("Whose number is it?"),
        required=False,
        choices=Channel.Owner.choices,
        initial=Channel.Owner.PARENT_2,
    )
    contact_silent = forms.BooleanField(
        label=_("Never use the first telephone number or address"), required=False
    )
    email_silent = forms.BooleanField(
        label=_("Never use the e-mail address"), required=False
    )
    second_silent = forms.BooleanField(
        label=_("Never use the second number"), required=False
    )
    without_parents = forms.BooleanField(
        label=_("Help without the parents: nothing may reach them"), required=False
    )

    DETAILS = (
        "bsn", "no_bsn_reason", "sex", "postcode", "municipality", "email",
        "email_owner", "second", "second_owner", "contact_silent", "email_silent",
        "second_silent", "without_parents",
    )  # fmt: skip

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.membership = membership
        self.known: Client | None = None
        self.areas: dict[str, Municipality] = {}
        programme: Programme = membership.programme  # type: ignore[assignment]
        self.initial.setdefault("practice", str(membership.organisation.uuid))
        self._offer_municipalities(programme)
        self._offer_urgencies(programme)
        self._offer_givers()
        # A chip of either level is enough (R17).
        self.fields["questions"].required = not self["narrower"].value()

    def _offer_municipalities(self, programme: Programme) -> None:
        """Those of the programme first; its only one is the likely answer."""
        self.areas = {area.code: area for area in Municipality.objects.all()}
        own = programme.municipalities.values_list("code", flat=True)
        near = [(code, self.areas[code].name) for code in own]
        far = [(c, area.name) for c, area in self.areas.items() if c not in set(own)]
        self.fields["municipality"].choices = [  # type: ignore[attr-defined]
            ("", gettext("not known yet")),
            (programme.name, near),
            (gettext("Elsewhere"), far),
        ]
        if len(near) == 1:
            self.initial.setdefault("municipality", near[0][0])

    def _offer_urgencies(self, programme: Programme) -> None:
        within = {
            Referral.Urgency.REGULAR: programme.first_consult_norm_days,
            Referral.Urgency.SOONER: SOONER_DAYS,
            Referral.Urgency.URGENT: URGENT_DAYS,
        }
        self.fields["urgency"].choices = [  # type: ignore[attr-defined]
            (
                urgency.value,
                ngettext(
                    "%(how)s: within %(days)d working day",
                    "%(how)s: within %(days)d working days",
                    days,
                )
                % {"how": capfirst(urgency.label), "days": days},
            )
            for urgency, days in within.items()
        ]

    def _offer_givers(self) -> None:
        born = self.born()
        field = self.fields["giver"]
        field.help_text = agreeing.hint(born)
        # Any answer is accepted: what was said is noted, and never blocks (R19).
        field.widget.choices = agreeing.offered(born)

    def born(self) -> date | None:
        """Return the birth date as far as it can be read, for wording only."""
        try:
            typed = str(self["birth_date"].value() or "")
            return self.fields["birth_date"].clean(typed)  # type: ignore[no-any-return]
        except forms.ValidationError:
            return None

    def groups(self) -> Iterator[tuple[str, Any, list[Any]]]:
        """Yield each first level with its second level, for the page."""
        boxes = {box.data["value"]: box for box in self["narrower"]}
        for code, group in lists.SECOND.items():
            yield code, lists.FIRST[code], [boxes[second] for second in group]

    def details_open(self) -> bool:
        """Tell whether something stands behind "more details" that must be seen."""
        shown = {"contact_owner", "email_owner", "second_owner", "municipality"}
        return any(
            self[name].errors or (name not in shown and self[name].value())
            for name in self.DETAILS
        )

    def clean_practice(self) -> str:
        """Refuse a form that was opened for another practice than one works for now."""
        typed = str(self.cleaned_data["practice"])
        mine = self.membership.organisation
        if typed and typed != str(mine.uuid):
            self.add_error(
                None,
                gettext(
                    "This form was opened for another practice. You now work for "
                    "%(practice)s; send it again if the child belongs there."
                )
                % {"practice": mine.name},
            )
        return typed

    def clean(self) -> dict[str, Any]:
        """Join both levels; a second level stands for its first level."""
        told: dict[str, Any] = super().clean() or {}
        narrower = told.get("narrower", [])
        covered = {lists.first_level(code) for code in narrower}
        chosen = told.get("questions", [])
        told["questions"] = [
            code
            for first in lists.FIRST
            for code in (first, *lists.SECOND.get(first, ()))
            if code in narrower or (code in chosen and code not in covered)
        ]
        if lists.OTHER in chosen and not told.get("sentence"):
            words = gettext("You chose something else: say here in words what it is.")
            self.add_error("sentence", words)
        return told

    def child(self) -> NewChild:
        """Return the child as it was told."""
        told = self.cleaned_data
        return NewChild(
            given_name=told["given_name"],
            family_name=told["family_name"],
            birth_date=told["birth_date"],
            sex=told["sex"] or Client.Sex.UNKNOWN,
            postcode=told["postcode"],
            municipality=self.areas.get(told["municipality"]),
            bsn=told["bsn"],
            no_bsn_reason="" if told["bsn"] else told["no_bsn_reason"],
            without_parents=told["without_parents"],
            channels=tuple(_channels(told)),
        )

    def arguments(self) -> dict[str, Any]:
        """Return what `refer_child` gets."""
        told = self.cleaned_data
        return {
            "child": self.child(),
            "questions": told["questions"],
            "sentence": told["sentence"],
            "giver": "" if told["giver"] == agreeing.NOBODY else told["giver"],
            "urgency": told["urgency"],
            "known": self.known,
        }


def _channels(told: Mapping[str, Any]) -> Iterator[NewChannel]:
    """Yield each way to reach someone once, with its owner (R18)."""
    seen: set[tuple[str, str]] = set()
    for name in ("contact", "email", "second"):
        value = told[name]
        reach = (Channel.Kind.EMAIL, value) if name == "email" else value
        if reach[1] and reach not in seen:
            seen.add(reach)
            owner = told[f"{name}_owner"] or Channel.Owner.PARENT_1
            kind, value = reach
            # Nothing may reach parents who are kept out, whoever uses it later.
            kept_out = told["without_parents"] and owner in PARENTS
            yield NewChannel(owner, kind, value, kept_out or told[f"{name}_silent"])


class WithdrawForm(ActionForm):
    reason = forms.CharField(
        label=_("Why do you withdraw it?"),
        required=False,
        max_length=400,
        widget=forms.Textarea({"rows": 2}),
    )


class FindForm(forms.Form):
    find = forms.CharField(label=_("Name or birth date"), max_length=80)


def with_typed(typed: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return what stood in a form as the initial values of a new one."""
    several = ("questions", "narrower")
    return {
        name: list(values) if name in several else values[-1]
        for name, values in typed.items()
        if values and name in SubmitForm.base_fields
    }
