"""How does a statement become the paper and the table that are kept?

In the installation's language whoever is signed in; the bytes of the paper are kept
when it is settled and never made again.
"""

import csv
import io
import unicodedata
from datetime import date, datetime
from typing import TypedDict

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.finance.models import Statement, StatementLine
from dichtbij.finance.words import euro_words, hours_words, month_words
from dichtbij.organisations.models import User
from dichtbij.shared import calendar, pdf
from dichtbij.shared.accent import accent_of

PAPER = "finance/pages/statement.typ"
FORMULA = ("=", "+", "-", "@", "|", "%")


class Fact(TypedDict):
    """A label and what stands beside it."""

    label: str
    text: str


class StatementPage(TypedDict):
    """What statement.typ reads; texts are shown literally. `dated_on` is ISO."""

    lang: str
    dated_on: str
    reference: str
    demo: bool
    programme: dict[str, str]
    subject: str
    facts: list[Fact]
    head: list[str]
    rows: list[list[str]]
    total: list[str]
    closing: list[str]
    words: dict[str, str]


def reference_of(statement: Statement) -> str:
    """Return the short reference that stands on paper and table."""
    return statement.uuid.hex[:8].upper()


def paper_of(statement: Statement, by: User, at: datetime) -> tuple[bytes, str]:
    """Return the PDF of a statement as `by` settles it, and its hash."""
    with translation.override(settings.LANGUAGE_CODE):
        made = pdf.render(PAPER, page_of(statement, by, calendar.local(at).date()))
    return made, pdf.sha256_hex(made)


def page_of(statement: Statement, by: User, on: date) -> StatementPage:
    """Return what the paper holds, in the active language."""
    agreement, programme = statement.agreement, statement.programme
    return StatementPage(
        lang=settings.LANGUAGE_CODE,
        dated_on=on.isoformat(),
        reference=reference_of(statement),
        demo=settings.DEMO,
        programme={"name": programme.name, "accent": accent_of(programme.slug)},
        subject=_("Statement of hours %(month)s")
        % {"month": month_words(statement.month_on)},
        facts=_facts(statement, by, on),
        head=[_("Given in"), _("Hours"), _("Tariff"), _("Amount")],
        rows=[_row(statement, line) for line in statement.lines.all()],
        total=[_("Total"), "", "", euro_words(statement.amount_cents)],
        closing=[
            _(
                "Hours of a month at one tariff are added up first and then rounded to "
                "the cent, halves up. A correction is the difference with what earlier "
                "statements told of that month."
            ),
            _("This statement belongs to %(agreement)s.") % {"agreement": agreement},
        ],
        words={
            "letter": _("Statement of hours"),
            "reference": _("Reference"),
            "page_of": _("Page %(page)s of %(pages)s"),
            "fictitious": _("Fictitious figures and people"),
        },
    )


def _facts(statement: Statement, by: User, on: date) -> list[Fact]:
    employer = statement.employer_by.name if statement.employer_by else ""
    difference = statement.given_minutes - statement.committed_minutes
    told = (
        (_("Employer"), statement.holder.name),
        (_("Agreement"), str(statement.agreement)),
        (_("Committed"), hours_words(statement.committed_minutes)),
        (_("Given"), hours_words(statement.given_minutes)),
        (_("Difference"), hours_words(difference)),
        (_("Made by"), statement.made_by.name),
        (_("Approved for the employer"), employer),
        (_("Settled for the municipality"), by.name),
        (_("Settled on"), date_format(on, "j F Y")),
    )
    return [Fact(label=label, text=text) for label, text in told]


def _row(statement: Statement, line: StatementLine) -> list[str]:
    month = month_words(line.given_in_on)
    if line.given_in_on != statement.month_on:
        month = _("%(month)s (correction)") % {"month": month}
    return [
        month,
        hours_words(line.minutes),
        euro_words(line.cents_per_hour),
        euro_words(line.amount_cents),
    ]


def table_of(statement: Statement) -> str:
    """Return the lines as CSV: minutes and cents as whole numbers, no person."""
    written = io.StringIO()
    rows = csv.writer(written, delimiter=";", lineterminator="\r\n")
    if settings.DEMO:
        rows.writerow([_("Fictitious figures and people")])
    rows.writerow(
        [
            _("Reference"), _("Agreement"), _("Employer"), _("Month"), _("Given in"),
            _("Minutes"), _("Cents per hour"), _("Amount in cents"),
        ]
    )  # fmt: skip
    for line in statement.lines.all():
        rows.writerow(
            [
                reference_of(statement),
                harmless(str(statement.agreement)),
                harmless(statement.holder.name),
                f"{statement.month_on:%Y-%m}",
                f"{line.given_in_on:%Y-%m}",
                line.minutes,
                line.cents_per_hour,
                line.amount_cents,
            ]
        )
    return written.getvalue()


def harmless(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    Also one behind spaces or signs that cannot be seen. Source: ux.md 5, number 10.
    """
    seen = "".join(
        sign
        for sign in text
        if not sign.isspace() and unicodedata.category(sign)[0] != "C"
    )
    # A full-width sign is a formula to some programs too.
    first = unicodedata.normalize("NFKC", seen[:1])
    plain = "".join(
        " " if unicodedata.category(sign) == "Cc" else sign for sign in text
    )
    return f"'{plain}" if first.startswith(FORMULA) else plain
