"""Which item texts has this installation, and in which language?"""

from django.utils.translation import get_language

from dichtbij.questionnaires.definitions import FALLBACK, Definition
from dichtbij.questionnaires.models import ItemText


def texts_of(definition: Definition) -> dict[int, str]:
    """Return the texts in the active language, else in Dutch; empty: none came in."""
    rows = ItemText.objects.filter(
        instrument=definition.instrument, version=definition.version
    )
    by_language: dict[str, dict[int, str]] = {}
    for row in rows:
        by_language.setdefault(row.language, {})[row.number] = row.text
    active = (get_language() or FALLBACK)[:2]
    return by_language.get(active) or by_language.get(FALLBACK, {})
