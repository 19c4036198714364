"""What is filled in when a family asks something of its file?"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Client
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import present
from dichtbij.privacy.actions import GROUNDS
from dichtbij.privacy.dossier import Kept
from dichtbij.privacy.models import FileRequest
from dichtbij.shared.forms import ActionForm

WORDS = {"rows": 4}


class NoteForm(ActionForm):
    """Who asks what, by letter or word of mouth."""

    who = forms.ChoiceField(label=_("Who asks?"), widget=forms.RadioSelect())
    kind = forms.ChoiceField(
        label=_("What is asked?"),
        choices=FileRequest.Kind.choices,
        widget=forms.RadioSelect(),
    )
    words = forms.CharField(
        label=_("In their own words"),
        help_text=_("For an addition: exactly the text that must be added."),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs=WORDS),
    )

    def __init__(self, *args: Any, client: Client, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = FamilyMember.objects.filter(present(), client=client)
        self.members = {str(one.uuid): one for one in rows.select_related("client")}
        chosen: forms.ChoiceField = self.fields["who"]  # type: ignore[assignment]
        chosen.choices = [
            (key, f"{one.name} ({one.get_tie_display()})")
            for key, one in self.members.items()
        ]

    @property
    def member(self) -> FamilyMember:
        """Return who asks, once the form is valid: the subject of the act."""
        chosen: FamilyMember = self.members[self.cleaned_data["who"]]
        return chosen

    def arguments(self) -> dict[str, Any]:
        """Return what is asked; who asks is the subject."""
        told = super().arguments()
        del told["who"]
        return told


class AnswerForm(ActionForm):
    """What stays out of a copy, and why; why a file must be destroyed."""

    leave_out = forms.MultipleChoiceField(
        label=_("Leave out"),
        help_text=_(
            "Only what would harm somebody else's privacy, or where good care "
            "requires it."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )
    words = forms.CharField(
        label=_("Reason"), required=False, widget=forms.Textarea(attrs=WORDS)
    )

    def __init__(self, *args: Any, texts: Iterable[Kept] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = [(one.uuid, one.label) for one in texts]
        if not found:
            del self.fields["leave_out"]
            return
        chosen: Any = self.fields["leave_out"]
        chosen.choices = found


class RefuseForm(ActionForm):
    """On which ground, and why."""

    ground = forms.ChoiceField(label=_("Ground"), widget=forms.RadioSelect())
    words = forms.CharField(
        label=_("Reason"),
        help_text=_("Whoever asked reads this."),
        widget=forms.Textarea(attrs=WORDS),
    )

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: forms.ChoiceField = self.fields["ground"]  # type: ignore[assignment]
        chosen.choices = [
            (code, FileRequest.Ground(code).label) for code in GROUNDS[kind]
        ]
