"""How does the report of a round become the paper that is frozen with it?

From the frozen numbers alone, in the language of the installation, dated on the day it
was closed: so the same numbers give the same bytes. A text that would claim an effect
outside the rule that allows it stops the printing.
"""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from dichtbij.evaluation.canonical import sha256_of
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.evaluation.parts import Drawn, Section, day
from dichtbij.evaluation.referrals_words import said_of
from dichtbij.evaluation.sections import sections_of, title_of
from dichtbij.evaluation.wording import ALLOWED, claims_in
from dichtbij.shared import pdf
from dichtbij.shared.accent import accent_of

TEMPLATE = "evaluation/pages/report.typ"


class Claims(Exception):
    """A report would claim an effect that no rule allows."""


def print_report(found: EvaluationRound) -> bytes:
    """Return the PDF of a round from its numbers. Raises PdfError, Claims."""
    with translation.override(settings.LANGUAGE_CODE):
        return pdf.render(TEMPLATE, page_of(found.numbers or {}))


def page_of(numbers: dict[str, Any]) -> dict[str, Any]:
    """Return what the paper holds, in the active language. Raises Claims."""
    sections = sections_of(numbers)
    check_claims(numbers, sections)
    programme = numbers["programme"]
    return {
        "lang": settings.LANGUAGE_CODE,
        "dated_on": numbers["made_on"],
        "date": day(numbers["made_on"]),
        "demo": settings.DEMO,
        "programme": {
            "name": programme["name"],
            "accent": accent_of(programme["slug"]),
        },
        "title": title_of(numbers),
        "about": _("Published figures until %(day)s. Report closed on %(made)s.")
        % {"day": day(programme["until"]), "made": day(numbers["made_on"])},
        "mark": _("Mark of the numbers: %s") % sha256_of(numbers),
        "sections": [_printed(one) for one in sections],
        "words": {
            "twin": _("The same as a table"),
            "page_of": _("Page %(page)s of %(pages)s"),
            "fictitious": _("Fictitious figures and people"),
        },
    }


def _printed(section: Section) -> dict[str, Any]:
    return {
        "title": section.title,
        "lines": list(section.lines),
        "drawn": [_figure(one) for one in section.drawn],
        "grids": [asdict(grid) for grid in section.grids],
        "quotes": [asdict(quote) for quote in section.quotes],
        "tables_first": section.tables_first,
    }


def _figure(one: Drawn) -> dict[str, Any]:
    caption = one.figure.caption
    return {
        "title": caption.title,
        "sentence": caption.sentence,
        "svg": str(one.figure.svg),
        "missing": one.figure.missing,
        "told": one.told,
        "grid": asdict(one.grid),
    }


def check_claims(numbers: dict[str, Any], sections: list[Section]) -> None:
    """Check that what the report says itself claims nothing that no rule allows.

    What parties say in their own words is marked as theirs and not looked at.
    Raises Claims.
    """
    rules = {one.rule for one in said_of(numbers)} | {"saves"}
    allowed = {word for rule in rules & set(ALLOWED) for word in ALLOWED[rule]}
    for section in sections:
        for text in (*section.lines, *_cells(section)):
            wrong = set(claims_in(text)) - allowed
            if wrong and not _is_theirs(numbers, text):
                raise Claims(f"{section.key}: {', '.join(sorted(wrong))}")


def _is_theirs(numbers: dict[str, Any], text: str) -> bool:
    """Tell whether the text holds what people wrote: aims, or why the plan changed."""
    theirs = (numbers["programme"]["aims"], numbers["plan"]["reason"])
    sources = (numbers["saving"]["price_source"], numbers["saving"]["cost_source"])
    return any(words and words in text for words in (*theirs, *sources))


def _cells(section: Section) -> list[str]:
    return [cell for grid in section.grids for row in grid.rows for cell in row]
