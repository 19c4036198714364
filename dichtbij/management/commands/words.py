"""Which texts are there to translate, and is each translated?

`./run words` collects them into dichtbij/locale/nl; `--check` fails when a text has no
Dutch, when the catalogue is behind the code, or when its compiled form is behind it.
English needs no catalogue: the texts in the code are English. Turkish, Arabic and
Polish hold the few texts of the pages that open by a link, and are checked alike.
"""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

LOCALE = "locale/{0}/LC_MESSAGES/django.po"
# The pages that open by a link, and what their words come from (ADR 0045).
LINK_PAGES = (
    "portal/door.py",
    "portal/family/answer_form.py",
    "portal/family/pages/answered.html",
    "portal/family/pages/appointment.html",
    "portal/family/pages/base.html",
    "portal/family/pages/offer.html",
    "portal/family/pages/question.html",
    "portal/family/pages/speech.html",
    "portal/family/pages/who_reads.html",
    "portal/family/time_form.py",
    "portal/family/views/answering.py",
    "portal/family/views/appointment.py",
    "portal/family/views/offer.py",
    "portal/pages/link_closed.html",
    "portal/pages/link_code.html",
    "questionnaires/answering.py",
    "questionnaires/own.py",
    "scheduling/by_family.py",
    "scheduling/calendar_file.py",
    "scheduling/claims.py",
    "scheduling/placing.py",
    "shared/pages/demo.html",
    "shared/pages/form_errors.html",
    "waiting/ended.py",
)
KEYWORDS = (
    "gettext", "gettext_lazy", "ngettext:1,2", "ngettext_lazy:1,2", "pgettext:1c,2",
    "pgettext_lazy:1c,2", "_",
)  # fmt: skip
NAMES = {"nl": "Dutch", "tr": "Turkish", "ar": "Arabic", "pl": "Polish"}
# Texts of link pages count nothing, so one form of plural is never asked for there.
HEADER = """# {name} of Dichtbij.
msgid ""
msgstr ""
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


@dataclass(frozen=True)
class Catalogue:
    """The texts of one language: all of them, or those of a few files."""

    code: str
    sources: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """Return where it is kept."""
        return Path(settings.PACKAGE) / LOCALE.format(self.code)

    @property
    def header(self) -> str:
        """Return its first entry."""
        return HEADER.format(name=NAMES[self.code], code=self.code)


def catalogues() -> list[Catalogue]:
    """Return Dutch, and the languages of the pages that open by a link."""
    few = [Catalogue(code, LINK_PAGES) for code in settings.FAMILY_LANGUAGES]
    return [Catalogue("nl"), *few]


class Command(BaseCommand):
    """Collect the texts, or check that all of them are translated."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Know --check and --add."""
        parser.add_argument("--check", action="store_true")
        parser.add_argument("--add", action="append", default=[], metavar="FILE.po")

    def handle(self, *args: Any, **options: Any) -> None:
        """Collect into the catalogues, or into copies that are compared with them."""
        for one in catalogues():
            if options["check"]:
                self._check(one)
                continue
            one.path.parent.mkdir(parents=True, exist_ok=True)
            more = [Path(p) for p in options["add"]] if one.code == "nl" else []
            one.path.write_text(_collected(one, more))
            _compile(one.path, one.path.with_suffix(".mo"))
            self.stdout.write(f"{_count(one.path)} texts without {NAMES[one.code]}.")

    def _check(self, one: Catalogue) -> None:
        name = NAMES[one.code]
        if not one.path.exists():
            raise CommandError(f"There is no {name} catalogue: run ./run words.")
        if _collected(one, []) != one.path.read_text():
            raise CommandError(
                f"The {name} catalogue is behind the code: run ./run words."
            )
        missing = _count(one.path)
        if missing:
            raise CommandError(f"{missing} texts have no {name}, or an unsure one.")
        with tempfile.TemporaryDirectory() as folder:
            compiled = Path(folder) / "django.mo"
            _compile(one.path, compiled)
            if compiled.read_bytes() != one.path.with_suffix(".mo").read_bytes():
                raise CommandError(
                    f"The compiled {name} catalogue is old: run ./run words."
                )
        self.stdout.write(f"Every text has {name}.")


def _run(*command: str, input: str | None = None) -> str:
    done = subprocess.run(  # noqa: S603  our own programs and files
        command, input=input, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise CommandError(done.stderr.strip())
    return done.stdout


def _collected(one: Catalogue, more: list[Path]) -> str:
    """Return the catalogue as it should be: every text of its files, in order."""
    ours = one.path
    with tempfile.TemporaryDirectory() as folder:
        pot = Path(folder) / "django.pot"
        pot.write_text(_template(Path(folder), one.sources))
        known = Path(folder) / "known.po"
        # An empty plural would hide its translation in the lists that are added.
        known.write_text(
            _run("msgattrib", "--translated", "--no-wrap", str(ours))
            if ours.exists()
            else one.header
        )
        extra = [part for path in more for part in ("-C", _headed(path, folder, one))]
        text = _run(
            "msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap",
            "--no-location", "--sort-output", *extra, str(known), str(pot),
        )  # fmt: skip
        text = _run("msgattrib", "--no-obsolete", "--no-wrap", "-", input=text)
    return one.header + text.split("\n\n", 1)[1]


def _headed(path: Path, folder: str, one: Catalogue) -> str:
    """Return a copy of a list of translations with the header gettext wants."""
    copy = Path(folder) / f"headed-{path.name}"
    lines = path.read_text()
    headed = lines.startswith('msgid ""\nmsgstr ""\n"')
    text = lines if headed else one.header + lines
    copy.write_text(_run("msguniq", "--use-first", "--no-wrap", "-", input=text))
    return str(copy)


def _template(folder: Path, sources: tuple[str, ...]) -> str:
    """Return the texts of these files as one template; of all, when none is named."""
    from django.utils.translation import template  # only this command needs it

    package = Path(settings.PACKAGE)
    copies = []
    named = [package / source for source in sources]
    for path in named or sorted([*package.rglob("*.py"), *package.rglob("*.html")]):
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
    """Return how many texts have no translation or only an unsure one."""
    found = _run("msgattrib", "--untranslated", "--no-wrap", str(po))
    unsure = _run("msgattrib", "--only-fuzzy", "--no-wrap", str(po))
    texts = [
        *re.findall(r'^msgid "', found, re.M),
        *re.findall(r"^#, fuzzy", unsure, re.M),
    ]
    # The header is printed with an empty msgid when anything is found.
    return len(texts) - found.count('msgid ""\nmsgstr "')
