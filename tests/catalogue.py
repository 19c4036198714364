"""Which personal data does each table hold, and who opens it? Written from the models.

`python -m tests.catalogue` writes docs/privacy/catalogue.md anew.
"""

import inspect
import os
from pathlib import Path

import django
from django.apps import apps
from django.db import models

from dichtbij.shared.walls import AppendOnly, Wall

PLACE = Path(__file__).parents[1] / "docs" / "privacy" / "catalogue.md"
HEAD = """\
# Catalogue of data

Made from the `Privacy` class of each model by `python -m tests.catalogue`; do not edit
it. `tests/test_documents.py` compares it with the models; `tests/test_house.py` sees to
it that every field is classified and that each wall stands in the database.

Purpose, legal basis and term of keeping per field are not recorded yet: they come with
the retention of files. "Ordinary" fields are keys, moments and settings; together with
others they can still say something about a person, so they stay behind the same wall.
"""


def catalogue() -> str:
    """Return the whole document."""
    ours = sorted(
        apps.get_app_config("dichtbij").get_models(), key=lambda m: m.__name__
    )
    return "\n".join([HEAD, *(_part(model) for model in ours)])


def _part(model: type[models.Model]) -> str:
    privacy = model.Privacy  # type: ignore[attr-defined]
    first_line = (inspect.getdoc(model) or "").splitlines()[0]
    return "\n".join(
        [
            f"## {model.__name__}",
            "",
            first_line,
            "",
            f"- Personal: {_names(privacy.personal)}",
            f"- Ordinary: {_names(privacy.ordinary)}",
            f"- Opens: {_opens(model)}",
            "",
        ]
    )


def _names(fields: set[str]) -> str:
    return ", ".join(f"`{field}`" for field in sorted(fields)) or "none"


def _opens(model: type[models.Model]) -> str:
    rules = model._meta.constraints
    frozen = any(isinstance(rule, AppendOnly) for rule in rules)
    only_added = " Rows are added, never changed." if frozen else ""
    walls = [rule for rule in rules if type(rule) is Wall]
    if walls:
        return f"{_in_words(walls[0].opens)}{only_added}"
    reason = getattr(model.Privacy, "unwalled", "")  # type: ignore[attr-defined]
    said = f"no wall: {reason}." if reason else "no wall: holds nothing personal."
    return f"{said}{only_added}"


def _in_words(opens: tuple[str, ...]) -> str:
    if opens == ("user",):
        return "to its user only."
    if opens == ("client",):
        return "to whom the child's own row opens."
    who = {"holder": "its holder", "practice": "its practice"}
    parties = [who.get(name, "that very child") for name in opens]
    return f"in its programme, to {', '.join(parties[:-1])} or {parties[-1]}."


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dichtbij.settings")
    django.setup()
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    PLACE.write_text(catalogue())
