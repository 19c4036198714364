"""What does somebody write down when agreeing: terms, hours, days, prices, moments?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from dichtbij.agreements.basis import indexed_cents
from dichtbij.agreements.models import (
    AgreedDay,
    AgreedHours,
    Agreement,
    EvaluationMoment,
    ReportingDuty,
    Tariff,
)
from dichtbij.organisations.models import Organisation
from dichtbij.shared.errors import Refused

PARTS = (AgreedHours, AgreedDay, Tariff, ReportingDuty, EvaluationMoment)


@dataclass(frozen=True)
class Outline:
    """With whom, under which name, from when until when; who keeps the files."""

    title: str
    municipalities: tuple[Organisation, ...]
    employer: Organisation
    practices: tuple[Organisation, ...]
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Terms:
    """What holds for the whole agreement; texts as typed."""

    title: str
    starts_on: date
    ends_on: date
    regime: str = Agreement.Regime.YOUTH_ACT
    extension_months: int = 0
    extends_by_itself: bool = False
    notice_days: int = 90
    room_words: str = ""
    record_words: str = ""
    referral_words: str = ""
    replacement_words: str = ""
    exit_words: str = ""


@dataclass(frozen=True)
class HoursPart:
    """Minutes a week for each unit of the basis, in one practice."""

    practice: Organisation
    minutes_per_week: int
    basis: str = AgreedHours.Basis.FIXED
    standard_practice_patients: int | None = None


@dataclass(frozen=True)
class DayPart:
    """A day of the week (0 is Monday) in a practice, and its room."""

    practice: Organisation
    weekday: int
    starts: time
    ends: time
    room: str = ""


@dataclass(frozen=True)
class TariffPart:
    """What an hour costs; without `cents_per_hour` it is the one before, indexed."""

    valid_from: date
    valid_until: date
    cents_per_hour: int | None = None
    indexation_permille: int = 0
    indexation_words: str = ""


@dataclass(frozen=True)
class DutyPart:
    """What is reported, how often, how fine."""

    words: str
    every: str = ReportingDuty.Every.QUARTER
    detail: str = ""


@dataclass(frozen=True)
class MomentPart:
    """When an evaluation or the decision is due."""

    kind: str
    due_on: date


@dataclass(frozen=True)
class Parts:
    """All that stands in an agreement in more than one line."""

    hours: tuple[HoursPart, ...] = ()
    days: tuple[DayPart, ...] = ()
    tariffs: tuple[TariffPart, ...] = ()
    duties: tuple[DutyPart, ...] = ()
    moments: tuple[MomentPart, ...] = ()


def write_parts(agreement: Agreement, parts: Parts) -> None:
    """Replace all parts of a draft by these. Raises Refused without a first price."""
    for model in PARTS:
        model._default_manager.filter(agreement=agreement).delete()
    _write(AgreedHours, agreement, parts.hours)
    _write(AgreedDay, agreement, parts.days)
    _write(ReportingDuty, agreement, parts.duties)
    _write(EvaluationMoment, agreement, parts.moments)
    Tariff.objects.bulk_create(_priced(agreement, parts.tariffs))


def copy_parts(old: Agreement, new: Agreement) -> None:
    """Give a new version the parties and parts of the one before, unsigned."""
    for party in old.parties.all():
        new.parties.create(organisation_id=party.organisation_id)
    for model in PARTS:
        _copy(model, old, new)


def _copy(model: Any, old: Agreement, new: Agreement) -> None:
    rows = list(model._default_manager.filter(agreement=old))
    for row in rows:
        row.pk, row.agreement = None, new
    model._default_manager.bulk_create(rows)


def _write(model: Any, agreement: Agreement, parts: Iterable[Any]) -> None:
    rows = [model(agreement=agreement, **vars(part)) for part in parts]
    model._default_manager.bulk_create(rows)


def _priced(agreement: Agreement, parts: Iterable[TariffPart]) -> list[Tariff]:
    rows: list[Tariff] = []
    for part in sorted(parts, key=lambda one: one.valid_from):
        cents = part.cents_per_hour
        if cents is None:
            if not rows:
                raise Refused(_("The first tariff needs an amount per hour."))
            cents = indexed_cents(rows[-1].cents_per_hour, part.indexation_permille)
        rows.append(
            Tariff(agreement=agreement, **(vars(part) | {"cents_per_hour": cents}))
        )
    return rows
