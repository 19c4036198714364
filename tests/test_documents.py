"""Do the documents tell the truth about the code beside them?"""

import re
import subprocess
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

from dichtbij.demo.sign_in import PERSONAS
from dichtbij.shared.permissions import MATRIX, Permission, Role
from tests import catalogue

CHECKOUT = Path(__file__).parents[1]
PACKAGE = CHECKOUT / "dichtbij"
RUN = (CHECKOUT / "run").read_text()


def tracked() -> list[Path]:
    """Return the files that git keeps; without git, those of a copy of the checkout."""
    asked = ["git", "-C", str(CHECKOUT), "ls-files", "-z"]
    try:
        listed = subprocess.run(asked, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        found = CHECKOUT.rglob("*")
        ours = (p for p in found if not _hidden(p.relative_to(CHECKOUT)))
        return sorted(path for path in ours if path.is_file())
    named = (CHECKOUT / name for name in listed.stdout.split("\0") if name)
    return sorted(path for path in named if path.is_file())


def _hidden(path: Path) -> bool:
    return any(
        (part.startswith(".") and part != ".ci") or part == "__pycache__"
        for part in path.parts
    )


FILES = tracked()
DOCUMENTS = [
    path for path in FILES if path.suffix == ".md" and "vendor" not in path.parts
]
ADRS = sorted((CHECKOUT / "docs" / "adr").glob("*.md"))


def name_of(path: Path) -> str:
    return str(path.relative_to(CHECKOUT))


def section(path: Path, heading: str) -> str:
    """Return the text under one heading of a document."""
    parts = re.split(r"^## ", path.read_text(), flags=re.M)
    found = [part for part in parts if part.startswith(heading + "\n")]
    assert len(found) == 1, f"{path.name}: ## {heading}"
    return found[0]


def first_cells(table: str) -> list[str]:
    """Return the first cell of each row of a table, without its head."""
    rows = [line for line in table.splitlines() if line.startswith("| ")]
    return [row.split("|")[1].strip() for row in rows[1:]]


# --- README, LEESMIJ, run -------------------------------------------------------------


@pytest.mark.parametrize("name", ["README.md", "LEESMIJ.md"])
def test_the_two_commands_stand_there_to_be_copied(name):
    blocks = re.findall(
        r"^```sh\n(.*?)^```", (CHECKOUT / name).read_text(), re.M | re.S
    )

    assert "./run demo\n" in blocks
    assert "./run test\n" in blocks


def offered() -> set[str]:
    """Return the commands that the first `case` of run accepts."""
    cases = re.findall(r"^([a-z][a-z| -]+)\)\n    install ", RUN, re.M)
    return {name.strip() for case in cases for name in case.split("|")}


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_command_in_a_document_exists(path):
    named = set(re.findall(r"\./run ([a-z][a-z-]*)", path.read_text()))

    assert named <= offered()


def missing_program(command: str) -> str:
    """Return what `./run COMMAND` would start and is not there, or ""."""
    last_case = RUN.rpartition("\ncase ")[2]
    steps = dict(re.findall(r"^(\S+)\)\n((?: {4}.+\n)+?) {4};;", last_case, re.M))
    step = steps.get(command, steps["*"]).replace('"$what"', command)
    ours = [name for name, app in get_commands().items() if app != "django.core"]
    for program in re.findall(r"manage\.py ([a-z_-]+)", step):
        if program not in [*ours, "migrate"]:
            return f"manage.py {program}"
    for module in re.findall(r"-m ([a-z.]+)", step):
        if find_spec(module) is None:
            return f"-m {module}"
    return ""


@pytest.mark.parametrize("command", sorted(offered()))
def test_every_command_that_run_offers_can_be_carried_out(command):
    assert missing_program(command) == ""


def test_run_offers_what_others_rely_on():
    assert offered() >= {"demo", "test", "check", "serve", "worker", "migrate"}
    assert missing_program("dance") == "manage.py dance"


def test_every_setting_from_the_environment_is_explained():
    read = re.compile(r"\"(DICHTBIJ_[A-Z_]+|DATABASE_(?:[A-Z]+_)?URL|PGBIN)\"")
    asked = {
        name
        for path in PACKAGE.rglob("*.py")
        for name in read.findall(path.read_text())
        if not name.startswith("DICHTBIJ_TEST")
    }
    table = section(CHECKOUT / "README.md", "Run it in production")
    explained = {
        name for cell in first_cells(table) for name in re.findall(r"`([A-Z_]+)`", cell)
    }

    assert asked == explained


def test_the_map_of_the_house_shows_every_domain():
    folders = {
        path.parent.name
        for path in PACKAGE.glob("*/__init__.py")
        if path.parent.name not in ("migrations", "locale", "management")
    }
    mapped = first_cells(section(CHECKOUT / "README.md", "How it is made"))

    assert {cell.strip("`") for cell in mapped} == folders
    assert len(mapped) == len(folders)


def test_every_persona_of_the_demo_is_introduced():
    told = first_cells(section(CHECKOUT / "README.md", "What you see"))
    named = [name for cell in told for name in re.findall(r"`([a-z-]+)`", cell)]

    assert sorted(named) == sorted(PERSONAS)


def test_one_version_is_told_everywhere():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    changes = re.findall(r"^## (\S+)", (CHECKOUT / "CHANGELOG.md").read_text(), re.M)

    assert changes[0] == settings.VERSION
    assert project["version"] == settings.VERSION
    assert f"Version {settings.VERSION}:" in (CHECKOUT / "README.md").read_text()
    assert f"Versie {settings.VERSION}." in (CHECKOUT / "LEESMIJ.md").read_text()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_link_to_a_file_leads_somewhere(path):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text())
    inside = [link for link in links if "://" not in link]

    assert [link for link in inside if not (path.parent / link).exists()] == []


# --- decisions, words, privacy --------------------------------------------------------


def test_there_are_decisions_and_their_numbers_are_their_own():
    numbers = [path.name[:4] for path in ADRS]

    assert len(numbers) >= 13
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("path", ADRS, ids=lambda p: p.stem)
def test_a_decision_is_short_and_ends_with_a_check_that_exists(path):
    text = path.read_text()
    headings = re.findall(r"^## (.+)", text, re.M)

    assert re.fullmatch(r"\d{4}(-[a-z0-9]+){2,}", path.stem)
    assert text.startswith(f"# {path.name[:4]} ")
    assert len(text.splitlines()) <= 40
    assert headings[-1] == "Check"
    assert "`tests/" in section(path, "Check") or "`./run " in section(path, "Check")


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_test_that_a_document_names_exists(path):
    named = re.findall(r"`(tests/[\w/.-]+)(?:::(\w+))?`", path.read_text())

    for place, test in named:
        if place.startswith("tests/<"):
            continue
        assert (CHECKOUT / place).exists(), place
        assert not test or f"def {test}(" in (CHECKOUT / place).read_text(), test


def test_every_table_has_one_line_in_the_glossary():
    tables = section(CHECKOUT / "docs" / "glossary.md", "Tables")
    rows = [line.split("|") for line in tables.splitlines() if line.startswith("| ")]
    words = [row[2].strip().strip("`") for row in rows[1:]]
    models = {m.__name__ for m in apps.get_app_config("dichtbij").get_models()}

    assert set(words) == models
    assert words == sorted(words)
    assert all(len(row) == 6 and all(c.strip() for c in row[1:5]) for row in rows)


def test_the_catalogue_of_data_is_what_the_models_say():
    assert catalogue.PLACE.read_text() == catalogue.catalogue(), (
        "write it anew: python -m tests.catalogue"
    )


def test_the_name_of_the_function_is_a_setting():
    """ADR 0009: a programme names its function; code and translations do not."""
    named = re.compile(r"POH[- ]?J|\bOJG\b|SOH-JGGZ|[Jj]eugdconsulent")
    texts = {".py", ".html", ".typ", ".js", ".po", ".txt"}
    saying = {
        name_of(path)
        for path in FILES
        if path.is_relative_to(PACKAGE)
        and path.suffix in texts
        and not {"demo", "migrations", "vendor"} & set(path.parts)
        and named.search(path.read_text())
    }

    assert saying == {"dichtbij/programmes/models.py"}


def test_only_a_gp_holds_the_permission_to_sign():
    """ADR 0006: the law names the GP; nobody signs in a GP's place."""
    assert [p for p in Permission if "sign" in p] == [Permission.ONWARD_SIGN]
    assert set(MATRIX[Permission.ONWARD_SIGN]) == {Role.GP}


# --- what stands in no file -----------------------------------------------------------

# Written in two parts, so that this file does not name them either.
HOSTS = "|".join(
    re.escape(first + second)
    for first, second in (
        ("pypi", ".org"),
        ("pythonhosted", ".org"),
        ("npmjs", ".org"),
        ("npmjs", ".com"),
        ("debian", ".org"),
        ("crates", ".io"),
        ("proxy.golang", ".org"),
    )
)
PLACES = r"/(?:work|root|home|Users)/[a-z.]"
NOWHERE = re.compile(rf"{HOSTS}|(?<![\w.<-]){PLACES}")


def test_no_file_names_a_machine_or_a_registry():
    guilty = []
    for path in FILES:
        if {"vendor", "fonts"} & set(path.parts):
            continue
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue
        guilty += [f"{name_of(path)}: {hit}" for hit in NOWHERE.findall(text)]

    assert len(FILES) > 200
    assert guilty == []


def test_a_document_claims_no_tick_that_is_open():
    """No placeholders: what is not there yet is said in words."""
    open_ends = re.compile(r"\b(TODO|TBD|FIXME|XXX|lorem ipsum)\b", re.I)

    assert [name_of(p) for p in DOCUMENTS if open_ends.search(p.read_text())] == []
