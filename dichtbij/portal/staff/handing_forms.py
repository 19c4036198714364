"""What does someone hand in who prepares a change: who, which practice, which day?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.models import Municipality, Organisation, User
from dichtbij.programmes.models import Participation
from dichtbij.shared.forms import ActionForm
from dichtbij.transitions.models import Transition

Kind = Transition.Kind


def _day() -> forms.DateField:
    return forms.DateField(
        label=_("From which day"),
        required=False,
        help_text=_("For example 1-9-2026. Empty means today."),
        widget=forms.TextInput(attrs={"class": "short", "autocomplete": "off"}),
    )


class SettleForm(ActionForm):
    """Nothing of its own: the choices stand beside the rows."""


class LeavesForm(ActionForm):
    """Who leaves, from when?"""

    who = forms.ModelChoiceField(
        label=_("Who leaves"), queryset=User.objects.none(), empty_label=None
    )
    on = _day()

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].queryset = people  # type: ignore[attr-defined]


class EndsForm(ActionForm):
    """Which agreement ends, from when?"""

    practice = forms.ModelChoiceField(
        label=_("Agreement with"),
        queryset=Organisation.objects.none(),
        empty_label=None,
    )
    on = _day()

    def __init__(self, *args: Any, practices: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practice"].queryset = practices  # type: ignore[attr-defined]


class ChildForm(ActionForm):
    """What changes for a child, from when, and where does it move?"""

    kind = forms.ChoiceField(
        label=_("What changes"),
        choices=[(kind.value, kind.label) for kind in
                 (Kind.ADULT, Kind.MOVES, Kind.CHANGES_GP)],
        widget=forms.RadioSelect,
    )  # fmt: skip
    on = _day()
    to = forms.ModelChoiceField(
        label=_("Moves to"), queryset=Municipality.objects.all(), required=False
    )

    def clean(self) -> dict[str, Any]:
        """Ask the municipality of who moves, and of nobody else."""
        told = super().clean() or {}
        if told.get("kind") != Kind.MOVES:
            told["to"] = None
        return told


def practices_of(programme_id: int | None, holders: tuple[int, ...]) -> Any:
    """Return the practices whose files this employer keeps."""
    kept = Participation.objects.filter(programme=programme_id, holder__in=holders)
    return Organisation.objects.filter(pk__in=kept.values("practice"))


def participation_of(
    practice: Organisation, programme_id: int | None, holders: tuple[int, ...]
) -> Participation | None:
    """Return the participation of a practice with this employer, the last one first."""
    kept = Participation.objects.filter(
        practice=practice, programme=programme_id, holder__in=holders
    )
    return kept.order_by("-starts_on").first()
