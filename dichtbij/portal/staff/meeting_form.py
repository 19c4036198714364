"""What is filled in about a case consultation, its minutes and a hand-over?"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.families.topics import Topic
from dichtbij.organisations.models import User
from dichtbij.partners.agenda import Choice
from dichtbij.partners.calling import Invitee
from dichtbij.partners.consulting import Promise
from dichtbij.partners.handing import By
from dichtbij.partners.models import Partner
from dichtbij.portal.staff.forms import DateInput, TimeInput
from dichtbij.shared import calendar
from dichtbij.shared.forms import ActionForm

PROMISES = 3  # [design] rows for what was promised; more goes on the page afterwards
PERSON = ("name", "function", "email", "telephone")


def _person_fields(prefix: str = "") -> dict[str, forms.Field]:
    """Return the fields about someone who is invited."""
    short = {"class": "short", "inputmode": "tel"}
    return {
        f"{prefix}name": forms.CharField(
            label=_("Name"),
            max_length=120,
            error_messages={"required": _("Say who is invited.")},
        ),
        f"{prefix}function": forms.CharField(
            label=_("Function"), required=False, max_length=120
        ),
        f"{prefix}email": forms.EmailField(
            label=_("E-mail address"),
            required=False,
            help_text=_("The link goes here. The code goes another way."),
        ),
        f"{prefix}telephone": forms.CharField(
            label=_("Telephone number"),
            required=False,
            max_length=20,
            widget=forms.TextInput(attrs=short),
        ),
    }


class _WhenForm(ActionForm):
    """When and where, and about which of the topics that are open."""

    on = forms.DateField(label=_("Day"), widget=DateInput())
    at = forms.TimeField(label=_("Time"), widget=TimeInput())
    place = forms.CharField(label=_("Place"), required=False, max_length=200)
    topics = forms.MultipleChoiceField(
        label=_("Topics"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "chips"}),
        error_messages={
            "required": _("Choose at least one topic."),
            "invalid_choice": _("The family did not agree to this topic."),
        },
    )

    def __init__(self, *args: Any, choices: Sequence[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.closed = [one for one in choices if not one.open]
        self.fields["topics"].choices = [  # type: ignore[attr-defined]
            (one.topic, one.label) for one in choices if one.open
        ]

    def asks(self) -> list[tuple[Partner, list[Choice]]]:
        """Return per partner what the family can still be asked about."""
        partners = dict.fromkeys(p for one in self.closed for p in one.lacking)
        return [(p, [c for c in self.closed if p in c.lacking]) for p in partners]

    def starts_at(self) -> datetime:
        """Return the moment that was filled in."""
        return calendar.at_local(self.cleaned_data["on"], self.cleaned_data["at"])

    def when(self) -> dict[str, Any]:
        """Return moment, place and topics as the acts take them."""
        told = self.cleaned_data
        return {
            "starts_at": self.starts_at(),
            "place": told["place"],
            "topics": told["topics"],
        }


class PlanMeetingForm(_WhenForm):
    """A meeting with one person of each chosen partner."""

    def __init__(self, *args: Any, partners: Sequence[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = list(partners)
        for partner in self.partners:
            self.fields |= _person_fields(f"{partner.uuid}_")

    def people(self) -> Iterator[tuple[Partner, list[forms.BoundField]]]:
        """Yield each partner with the fields of its person."""
        for partner in self.partners:
            yield partner, [self[f"{partner.uuid}_{name}"] for name in PERSON]

    def arguments(self) -> dict[str, Any]:
        """Return the call as the act takes it."""
        told = self.cleaned_data
        invitees = [
            Invitee(p, **{name: told[f"{p.uuid}_{name}"] for name in PERSON})
            for p in self.partners
        ]
        return self.when() | {"participants": invitees}


class ChangeMeetingForm(_WhenForm):
    """Another moment, place or set of topics."""

    def arguments(self) -> dict[str, Any]:
        """Return the change as the act takes it."""
        return self.when()


class ParticipantForm(ActionForm):
    """One more person, of a partner in the directory."""

    def __init__(self, *args: Any, partners: Sequence[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = {str(p.uuid): p for p in partners}
        self.fields["partner"] = forms.ChoiceField(
            label=_("Partner"),
            choices=[(key, p.name) for key, p in self.partners.items()],
        )
        self.fields |= _person_fields()

    def arguments(self) -> dict[str, Any]:
        """Return the person as the act takes it."""
        told = self.cleaned_data
        person = {name: told[name] for name in PERSON}
        return {"invitee": Invitee(self.partners[told["partner"]], **person)}


class AskForm(ActionForm):
    """About which partner and topics the family is asked."""

    topics = forms.MultipleChoiceField(choices=Topic.choices)

    def __init__(self, *args: Any, partners: Sequence[Partner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partners = {str(p.uuid): p for p in partners}
        self.fields["partner"] = forms.ChoiceField(
            choices=[(key, key) for key in self.partners]
        )

    def arguments(self) -> dict[str, Any]:
        """Return partner and topics as the act takes them."""
        told = self.cleaned_data
        return {"partner": self.partners[told["partner"]], "topics": told["topics"]}


class InviteForm(ActionForm):
    """By which road the code goes."""

    by_text = forms.BooleanField(required=False)


class MinutesForm(ActionForm):
    """What was said per topic, and who promised what."""

    receipt = forms.BooleanField(
        label=_("Let the family read who talked about what"),
        required=False,
        initial=True,
    )

    def __init__(
        self,
        *args: Any,
        topics: Sequence[str],
        owners: Sequence[User],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.topics = list(topics)
        self.owners = {str(user.uuid): user for user in owners}
        for topic in self.topics:
            self.fields[f"minutes_{topic}"] = forms.CharField(
                label=Topic(topic).label,
                required=False,
                max_length=50_000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        for row in range(PROMISES):
            self.fields |= self._promise(row)

    def _promise(self, row: int) -> dict[str, forms.Field]:
        people = [(key, user.name) for key, user in self.owners.items()]
        return {
            f"words_{row}": forms.CharField(
                label=_("What was promised"), required=False, max_length=400
            ),
            f"owner_{row}": forms.ChoiceField(
                label=_("Who sees to it"), required=False, choices=people
            ),
            f"due_{row}": forms.DateField(
                label=_("Before"), required=False, widget=DateInput()
            ),
        }

    def minutes(self) -> list[forms.BoundField]:
        """Return the field of each topic."""
        return [self[f"minutes_{topic}"] for topic in self.topics]

    def promises(self) -> list[list[forms.BoundField]]:
        """Return the rows of what was promised."""
        names = ("words", "owner", "due")
        return [[self[f"{n}_{row}"] for n in names] for row in range(PROMISES)]

    def clean(self) -> dict[str, Any]:
        """Ask an owner and a day for each promise."""
        told: dict[str, Any] = super().clean() or {}
        for row in range(PROMISES):
            if told.get(f"words_{row}"):
                for name in ("owner", "due"):
                    if not told.get(f"{name}_{row}"):
                        self.add_error(
                            f"{name}_{row}",
                            _("A promise needs someone who sees to it, and a day."),
                        )
        return told

    def arguments(self) -> dict[str, Any]:
        """Return minutes and promises as the act takes them."""
        told = self.cleaned_data
        promises = [
            Promise(
                self.owners[told[f"owner_{row}"]],
                told[f"words_{row}"],
                told[f"due_{row}"],
            )
            for row in range(PROMISES)
            if told[f"words_{row}"]
        ]
        minutes = {topic: told[f"minutes_{topic}"] for topic in self.topics}
        return {"minutes": minutes, "promises": promises}


class HandoverForm(ActionForm):
    """Who hands over, by which road, with which words."""

    owner = forms.ChoiceField(label=_("Who sees to it"))
    channel = forms.ChoiceField(
        label=_("How does it go?"),
        choices=By.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how the hand-over goes.")},
    )
    words = forms.CharField(
        label=_("What you tell, as agreed with the family"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, owners: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owners = {str(user.uuid): user for user in owners}
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            (key, user.name) for key, user in self.owners.items()
        ]

    def arguments(self) -> dict[str, Any]:
        """Return the hand-over as the act takes it."""
        told = dict(self.cleaned_data)
        return told | {"owner": self.owners[told["owner"]]}


class DoneForm(ActionForm):
    """By which road a hand-over went."""

    channel = forms.ChoiceField(choices=By.choices)


class EndHandoverForm(ActionForm):
    """Why a hand-over does not go on."""

    words = forms.CharField(max_length=400, strip=True, required=False)
