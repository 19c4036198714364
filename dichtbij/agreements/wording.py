"""How is what was agreed said, the same on the page and on paper?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dichtbij.agreements.models import AgreedHours, Agreement, Tariff

MINUTES_PER_HOUR = 60


@dataclass(frozen=True)
class Section:
    """A part of the agreement as a table; every row is as long as the heading."""

    key: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def cells(self) -> list[list[tuple[str, str]]]:
        """Return each row as pairs of heading and text, for a page of 360 pixels."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Clause:
    """A part of the agreement in words, as typed."""

    title: str
    text: str


def sections_of(agreement: Agreement) -> list[Section]:
    """Return the tables of an agreement that hold a row, in the active language."""
    made = (
        _hours(agreement), _days(agreement), _tariffs(agreement), _duties(agreement),
        _moments(agreement),
    )  # fmt: skip
    return [section for section in made if section.rows]


def clauses_of(agreement: Agreement) -> list[Clause]:
    """Return what holds in words, in the active language; empty texts stay away."""
    told = (
        Clause(_("Term"), _term(agreement)),
        Clause(_("Law and files"), _files(agreement)),
        Clause(_("Room"), agreement.room_words),
        Clause(_("How children are referred"), agreement.referral_words),
        Clause(_("Replacement"), agreement.replacement_words),
        Clause(_("When it ends"), agreement.exit_words),
    )
    return [clause for clause in told if clause.text.strip()]


def euros(cents: int) -> str:
    """Return an amount in euros with two decimals, in the active language."""
    return f"€ {number_format(Decimal(cents) / 100, 2)}"


def hours_text(minutes: int) -> str:
    """Return minutes as hours with at most two decimals, in the active language."""
    hours = Decimal(minutes) / MINUTES_PER_HOUR
    return number_format(round(hours, 2).normalize(), use_l10n=True)


def day_text(day: date) -> str:
    """Return a date written out, in the active language."""
    return date_format(day, "j F Y")


def _term(agreement: Agreement) -> str:
    told = [
        _("From %(start)s up to and including %(end)s.")
        % {"start": day_text(agreement.starts_on), "end": day_text(agreement.ends_on)}
    ]
    months = agreement.extension_months
    if months:
        told.append(
            ngettext(
                "It can be extended by %(months)s month.",
                "It can be extended by %(months)s months.",
                months,
            )
            % {"months": months}
        )
    if months and agreement.extends_by_itself:
        told.append(_("It is extended by itself, unless a party gives notice."))
    told.append(
        ngettext(
            "Notice: %(days)s day.", "Notice: %(days)s days.", agreement.notice_days
        )
        % {"days": agreement.notice_days}
    )
    return " ".join(told)


def _files(agreement: Agreement) -> str:
    kept = _("%(holder)s keeps the files, under the %(law)s.") % {
        "holder": agreement.record_holder.name,
        "law": agreement.get_regime_display(),
    }
    return f"{kept} {agreement.record_words}".strip()


def basis_text(hours: AgreedHours) -> str:
    """Return on which basis hours are promised, in the active language."""
    if hours.basis == AgreedHours.Basis.STANDARD_PRACTICE:
        return _("per standard practice of %(count)s patients") % {
            "count": hours.standard_practice_patients
        }
    return str(hours.get_basis_display())


def _hours(agreement: Agreement) -> Section:
    rows = agreement.hours.select_related("practice")
    return Section(
        "hours",
        _("Hours a week"),
        (_("Practice"), _("Hours"), _("Basis")),
        tuple(
            (h.practice.name, hours_text(h.minutes_per_week), basis_text(h))
            for h in rows
        ),
    )


def _days(agreement: Agreement) -> Section:
    rows = agreement.days.select_related("practice").order_by(
        "practice__name", "weekday", "starts"
    )
    return Section(
        "days",
        _("Days and room"),
        (_("Practice"), _("Day"), _("Time"), _("Room")),
        tuple(
            (
                d.practice.name,
                str(WEEKDAYS[d.weekday]),
                f"{d.starts:%H:%M}-{d.ends:%H:%M}",
                d.room or "-",
            )
            for d in rows
        ),
    )


def _tariffs(agreement: Agreement) -> Section:
    return Section(
        "tariffs",
        _("Tariff"),
        (_("From"), _("Until"), _("Per hour"), _("Indexation")),
        tuple(
            (
                day_text(t.valid_from), day_text(t.valid_until),
                euros(t.cents_per_hour), _indexation(t),
            )
            for t in agreement.tariffs.all()
        ),
    )  # fmt: skip


def _indexation(tariff: Tariff) -> str:
    percent = Decimal(tariff.indexation_permille) / 10
    told: list[str] = []
    if tariff.indexation_permille:
        told.append(f"{number_format(percent, 1)}%")
    if tariff.indexation_words:
        told.append(tariff.indexation_words)
    return ", ".join(told) or "-"


def _duties(agreement: Agreement) -> Section:
    return Section(
        "duties",
        _("Reporting"),
        (_("What"), _("How often"), _("How fine")),
        tuple(
            (d.words, str(d.get_every_display()), d.detail or "-")
            for d in agreement.duties.all()
        ),
    )


def _moments(agreement: Agreement) -> Section:
    return Section(
        "moments",
        _("Evaluation"),
        (_("Moment"), _("Due on")),
        tuple(_moment_rows(agreement)),
    )


def _moment_rows(agreement: Agreement) -> Iterator[tuple[str, ...]]:
    for moment in agreement.moments.all():
        yield str(moment.get_kind_display()).capitalize(), day_text(moment.due_on)
