"""Which files does a council take along: paper, table, spreadsheet, open data?

In the installation's language whoever asks, and the same bytes for the same release:
no moment of making stands in them. Each says which release it is, by id and hash.
"""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from dichtbij.finance.paper import harmless
from dichtbij.insight import open_document
from dichtbij.insight import released_words as words
from dichtbij.insight.council import Paper, paper_of, shown_cells
from dichtbij.insight.released import Released
from dichtbij.programmes.models import Programme
from dichtbij.shared import pdf
from dichtbij.shared.accent import accent_of

PAPER = "insight/pages/council.typ"
Row = list[str]


@dataclass(frozen=True)
class Cited:
    """The round for which somebody takes a release along: its name and public id."""

    name: str
    uuid: str


@dataclass(frozen=True)
class Asked:
    """Of which release files are made, beside all others of its programme."""

    programme: Programme
    releases: Sequence[Released]
    release: Released
    cited: Cited | None = None

    def paper(self) -> Paper:
        """Return the release as people read it, in the active language."""
        return paper_of(self.releases, self.release)


def name_of(asked: Asked, ending: str) -> str:
    """Return the name of a file: programme, period and the start of the hash."""
    release = asked.release
    period = f"{release.starts_on:%Y-%m}-{release.ends_on:%Y-%m}"
    return f"{asked.programme.slug}-{period}-{release.sha256[:8]}.{ending}"


def pdf_of(asked: Asked) -> bytes:
    """Return the paper: sentence, indicators, tables and how they were made."""
    with translation.override(settings.LANGUAGE_CODE):
        return pdf.render(PAPER, _page(asked))


def csv_of(asked: Asked) -> bytes:
    """Return every figure as rows, and below them what it is."""
    with translation.override(settings.LANGUAGE_CODE):
        written = io.StringIO()
        rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
        for row in (*_figures(asked), [], *_footer(asked)):
            rows.writerow([harmless(cell) for cell in row])
    # A spreadsheet reads its first sign to know UTF-8.
    return ("\ufeff" + written.getvalue()).encode()


def ods_of(asked: Asked) -> bytes:
    """Return the same rows as a spreadsheet of two sheets."""
    with translation.override(settings.LANGUAGE_CODE):
        sheets = [
            open_document.Sheet(_("Figures"), [_cells(row) for row in _figures(asked)]),
            open_document.Sheet(_("Notes"), [_cells(row) for row in _footer(asked)]),
        ]
    return open_document.spreadsheet(sheets)


def json_of(asked: Asked) -> bytes:
    """Return the same figures for machines: codes beside words."""
    with translation.override(settings.LANGUAGE_CODE):
        paper = asked.paper()
        told: dict[str, Any] = {
            "programme": asked.programme.name,
            "fictitious": settings.DEMO,
            "release": str(asked.release.uuid),
            "sha256": asked.release.sha256,
            "signature": asked.release.manifest.get("signature"),
            "starts_on": asked.release.starts_on.isoformat(),
            "ends_on": asked.release.ends_on.isoformat(),
            "withheld": asked.release.withheld,
            "sentence": paper.sentence,
            "indicators": [
                {
                    "code": one.code,
                    "name": one.name,
                    "value": one.value,
                    "made_of": one.made_of,
                    "missing": one.missing,
                    "definition": one.text,
                }
                for one in paper.lines
            ],
            "cells": [
                {"table": table, "row": row, "column": column, "value": value}
                for table, row, column, value in shown_cells(asked.release)
            ],
            "notes": list(paper.notes),
        }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _figures(asked: Asked) -> list[Row]:
    """Return every indicator and every cell as rows of seven columns."""
    release, paper = asked.release, asked.paper()
    period = [release.starts_on.isoformat(), release.ends_on.isoformat()]
    head = [
        _("First day"), _("Last day"), _("Kind"), _("Table or indicator"), _("Row"),
        _("Column"), _("Value"),
    ]  # fmt: skip
    rows = [
        [*period, _("indicator"), one.name, one.made_of, "", one.value]
        for one in paper.lines
    ]
    for table, row, column, value in shown_cells(release):
        rows.append(
            [
                *period,
                _("table"),
                words.table_words(table),
                words.code_words(table, row),
                words.code_words(table, column, column=True) if column else "",
                value,
            ]
        )
    return [head, *rows]


def _footer(asked: Asked) -> list[Row]:
    release, paper = asked.release, asked.paper()
    rows = [[_("Programme"), asked.programme.name], [_("Period"), paper.period]]
    if settings.DEMO:
        rows.append([_("Note"), _("Fictitious figures and people")])
    if release.withheld:
        rows.append([_("Note"), withheld_words()])
    rows += [[_("In one sentence"), paper.sentence]] if paper.sentence else []
    rows += [[_("Release of figures"), str(release.uuid)], ["SHA-256", release.sha256]]
    if asked.cited is not None:
        rows.append([_("Round"), f"{asked.cited.name}, {asked.cited.uuid}"])
    rows += [[_("Note"), note] for note in paper.notes]
    return rows + [[one.name, one.text, one.missing] for one in paper.lines]


def withheld_words() -> str:
    """Say what a period means in which too few children were helped."""
    return _(
        "Not to be published: in this period fewer than 50 trajectories began or were "
        "closed. With so few a figure could be about one child. The period is added to "
        "the next one, up to a year."
    )


def _cells(row: Row) -> list[str | int]:
    return [int(one) if one.isdecimal() else harmless(one) for one in row]


def _page(asked: Asked) -> dict[str, Any]:
    """Return what council.typ reads, in the active language."""
    release, paper, cited = asked.release, asked.paper(), asked.cited
    return {
        "lang": settings.LANGUAGE_CODE,
        "dated_on": release.ends_on.isoformat(),
        "demo": settings.DEMO,
        "programme": {
            "name": asked.programme.name,
            "accent": accent_of(asked.programme.slug),
        },
        "title": _("State of affairs, %(period)s") % {"period": paper.period},
        "sentence": withheld_words() if release.withheld else paper.sentence,
        "head": [_("Indicator"), *_periods(paper)],
        "lines": [
            {"name": one.name, "values": [value for _period, value in one.trend]}
            for one in paper.lines
        ],
        "definitions": [
            {"name": one.name, "text": " ".join(filter(None, [one.text, one.missing]))}
            for one in paper.lines
        ],
        "tables": [
            {"title": one.title, "header": one.header, "rows": one.rows}
            for one in paper.tables
        ],
        "notes": list(paper.notes),
        "footer": f"{_('Release of figures')} {release.uuid}",
        "hash": f"SHA-256 {release.sha256}",
        "round": f"{cited.name}, {cited.uuid}" if cited else "",
        "words": {
            "indicators": _("Indicators"),
            "definitions": _("What each indicator counts"),
            "tables": _("All released tables"),
            "notes": _("How these figures were made"),
            "round": _("Round"),
            "page_of": _("Page %(page)s of %(pages)s"),
            "fictitious": _("Fictitious figures"),
        },
    }


def _periods(paper: Paper) -> list[str]:
    return [period for period, _value in paper.lines[0].trend] if paper.lines else []
