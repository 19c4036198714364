"""Which texts are there to translate, and is each translated?

`./run words` collects them into dichtbij/locale/nl; `--check` fails when a text has no
Dutch, when the catalogue is behind the code, or when its compiled form is behind it.
English needs no catalogue: the texts in the code are English.
"""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

NL = Path("locale") / "nl" / "LC_MESSAGES" / "django.po"
KEYWORDS = (
    "gettext", "gettext_lazy", "ngettext:1,2", "ngettext_lazy:1,2", "pgettext:1c,2",
    "pgettext_lazy:1c,2", "_",
)  # fmt: skip
HEADER = """# Dutch of Dichtbij.
msgid ""
msgstr ""
"Language: nl\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


class Command(BaseCommand):
    """Collect the texts, or check that all of them have Dutch."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Know --check and --add."""
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--add", action="append", default=[], metavar="FILE.po")

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect into the catalogue, or into a copy that is compared with it."""
        ours = Path(settings.PACKAGE) / NL
        if options["check"]:
            self._check(ours)
            return
        ours.parent.mkdir(parents=True, exist_ok=True)
        ours.write_text(_collected(ours, [Path(p) for p in options["add"]]))
        _compile(ours, ours.with_suffix(".mo"))
        self.stdout.write(f"{_count(ours)} texts without Dutch.")

    def _check(self, ours: Path) -> None:
        if not ours.exists():
            raise CommandError("There is no Dutch catalogue: run ./run words.")
        if _collected(ours, []) != ours.read_text():
            raise CommandError("The catalogue is behind the code: run ./run words.")
        missing = _count(ours)
        if missing:
            raise CommandError(f"{missing} texts have no Dutch, or an unsure one.")
        with tempfile.TemporaryDirectory() as folder:
            compiled = Path(folder) / "django.mo"
            _compile(ours, compiled)
            if compiled.read_bytes() != ours.with_suffix(".mo").read_bytes():
                raise CommandError("The compiled catalogue is old: run ./run words.")
        self.stdout.write("Every text has Dutch.")


def _run(*command: str, input: str | None = None) -> str:
    done = subprocess.run(  # noqa: S603  our own programs and files
        command, input=input, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandError(done.stderr.strip())
    return done.stdout


def _collected(ours: Path, more: list[Path]) -> str:
    """Return the catalogue as it should be: every text of the code, in order."""
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "django.pot"
        pot.write_text(_template(Path(folder)))
        known = Path(folder) / "known.po"
        # An empty plural would hide its translation in the lists that are added.
        known.write_text(
            _run("msgattrib", "--translated", "--no-wrap", str(ours))
            if ours.exists()
            else HEADER
        )
        extra = [part for path in more for part in ("-C", _headed(path, folder))]
        text = _run(
            "msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap",
            "--no-location", "--sort-output", *extra, str(known), str(pot),
        )  # fmt: skip
        text = _run("msgattrib", "--no-obsolete", "--no-wrap", "-", input=text)
    return HEADER + text.split("\n\n", 1)[1]


def _headed(path: Path, folder: str) -> str:
    """Return a copy of a list of translations with the header gettext wants."""
    copy = Path(folder) / f"headed-{path.name}"
    lines = path.read_text()
    text = lines if lines.startswith('msgid ""\nmsgstr ""\n"') else HEADER + lines
    copy.write_text(_run("msguniq", "--use-first", "--no-wrap", "-", input=text))
    return str(copy)


def _template(folder: Path) -> str:
    """Return the texts of all code and pages as one template."""
    from django.utils.translation import template  # only this command needs it

    package = Path(settings.PACKAGE)
    copies = []
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.html")]):
        if "migrations" in path.parts:
            continue
        text = path.read_text()
        if path.suffix == ".html":
            text = template.templatize(text)
        copy = folder / "__".join(path.relative_to(package).parts)
        copy = copy.with_suffix(".py")
        copy.write_text(text)
        copies.append(str(copy))
    keywords = [f"--keyword={word}" for word in KEYWORDS]
    text = _run(
        "xgettext", "--language=Python", "--from-code=UTF-8", "--no-location",
        "--no-wrap", "--output=-", *keywords, *copies,
    )  # fmt: skip
    return text.replace("charset=CHARSET", "charset=UTF-8")


def _compile(po: Path, mo: Path) -> None:
    _run("msgfmt", "--check-format", "--no-hash", "-o", str(mo), str(po))


def _count(po: Path) -> int:
    """Return how many texts have no Dutch or only an unsure one."""
    found = _run("msgattrib", "--untranslated", "--no-wrap", str(po))
    unsure = _run("msgattrib", "--only-fuzzy", "--no-wrap", str(po))
    texts = [
        *re.findall(r'^msgid "', found, re.M),
        *re.findall(r"^#, fuzzy", unsure, re.M),
    ]
    # The header is printed with an empty msgid when anything is found.
    return len(texts) - found.count('msgid ""\nmsgstr "')
