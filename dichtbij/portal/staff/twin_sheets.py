"""What lies beside each other while twin letters are edited: text, paper, remarks?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from dichtbij.drafts.keeping import draft_of, drop_draft
from dichtbij.network.actions import edit_letter, plain
from dichtbij.network.forms import FamilyLetterForm, LetterForm
from dichtbij.network.models import Letter
from dichtbij.network.readability import Hint, hint_of
from dichtbij.network.readers import mail_of, others_of
from dichtbij.organisations.models import User

GP, FAMILY = "gp", "family"
Form = LetterForm | FamilyLetterForm


@dataclass
class Sheet:
    """One letter with the form in which its text stands; `form` is None: released."""

    side: str
    letter: Letter
    form: Form | None
    failed: bool = False

    @property
    def unseen(self) -> bool:
        """Tell whether the form holds another text than the paper beside it."""
        if self.form is None:
            return False
        names = [name for name in ("body", "his_text") if name in self.form.fields]
        shown = [plain(str(self.form[name].value() or "")) for name in names]
        return shown != [getattr(self.letter, name) for name in names]

    @property
    def text(self) -> str:
        """Return the text as it stands on the screen."""
        if self.form is None:
            return str(self.letter.body)
        return plain(str(self.form["body"].value() or ""))

    def save(self, by: User) -> bool:
        """Put what was typed on paper when it is other than the paper. False: failed.

        Paper of another day, or of another writer, is renewed too.
        """
        form, letter = self.form, self.letter
        if form is None:
            return False
        if not form.changes(letter) and letter.ready_for(by):
            return False
        self.failed = not form.perform(edit_letter, letter=letter, by=by)
        return not self.failed


def sheet_of(
    letter: Letter | None, by: User, posted: QueryDict | None, kept: Mapping[str, Any]
) -> Sheet | None:
    """Return the sheet of one letter: as posted, as typed before, or as it is."""
    if letter is None:
        return None
    side = GP if letter.for_gp else FAMILY
    if letter.released:
        return Sheet(side, letter, None)
    names = ("body", "his_text") if letter.for_gp else ("body",)
    initial = {name: getattr(letter, name) for name in names}
    initial |= {
        name: kept[f"{side}-{name}"][0] for name in names if kept.get(f"{side}-{name}")
    }
    kind = LetterForm if letter.for_gp else FamilyLetterForm
    # A letter that appeared meanwhile was not on the page that was sent.
    there = posted is not None and f"{side}-body" in posted
    form: Form = kind(posted if there else None, initial=initial, prefix=side)
    return Sheet(side, letter, form)


def typed_before(by: User, key: str, gp: Letter) -> dict[str, list[str]]:
    """Return what was typed here and never sent; else beside the GP's letter alone."""
    kept = draft_of(by, key)
    if kept is not None:
        return kept
    alone = draft_of(by, f"letter/{gp.uuid}") or {}
    return {f"{GP}-{name}": found for name, found in alone.items()}


def forget_typing(by: User, key: str, gp: Letter) -> None:
    """Forget what was kept while typing: it is in the letters now."""
    drop_draft(by, key)
    drop_draft(by, f"letter/{gp.uuid}")


def remarks_on(sheet: Sheet | None) -> dict[str, Any]:
    """Return what the writer may want to look at in the letter to the family."""
    if sheet is None:
        return {}
    client, reader = sheet.letter.client, sheet.letter.reader
    hint: Hint = hint_of(sheet.text)
    return {
        "hint": hint,
        "named": others_of(client, reader).named_in(sheet.text),
        "mailed": mail_of(client, reader) is not None,
    }
