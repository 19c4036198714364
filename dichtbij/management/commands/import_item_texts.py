"""How do the texts of a licensed questionnaire come in? From the holder's own file.

This product brings no text of a licensed instrument. Whoever holds a licence makes a
file (TOML or CSV: instrument, version, language, number, text) and says whose it is.
"""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import User
from dichtbij.questionnaires.actions import import_item_texts
from dichtbij.questionnaires.definitions import BrokenDefinition
from dichtbij.questionnaires.item_texts import ItemFile, read_texts
from dichtbij.questionnaires.reading import all_definitions
from dichtbij.shared.errors import Refused
from dichtbij.shared.walls import Standing

LARGEST_BYTES = 500_000


class Command(BaseCommand):
    """Import the item texts of one instrument, or refuse the file in one sentence."""

    help = "Import item texts from a licence holder's file: FILE --licence-holder NAME."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file and whose licence it is."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--licence-holder", required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        """Import all of it or nothing; a refusal leaves one line in the log."""
        system = User.objects.system()
        refusal = ""
        with standing_at(Standing(user_id=system.pk, role="system")):
            try:
                file = _read(options["file"])
                count = import_item_texts(
                    file=file, by=system, licence_holder=options["licence_holder"]
                )
            except (BrokenDefinition, Refused) as refused:
                refusal = str(refused)
                log.record(
                    "import_item_texts",
                    Entry.ActionCode.CREATE,
                    by=system,
                    outcome=Entry.Outcome.REFUSED,
                    object_type="ItemFile",
                )
        if refusal:
            raise CommandError(refusal)
        self.stdout.write(
            f"{count} item texts of {file.instrument} {file.version} ({file.language}) "
            "imported."
        )


def _read(path: Path) -> ItemFile:
    """Read a file. Raises BrokenDefinition when it cannot be used."""
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise BrokenDefinition(path.name, "the whole file", "it is too large")
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise BrokenDefinition(path.name, "the whole file", "it is not UTF-8") from None
    except OSError as error:
        raise BrokenDefinition(
            path.name, "the whole file", f"it cannot be read: {error.strerror}"
        ) from error
    return read_texts(path.name, text, all_definitions())
