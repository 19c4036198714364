"""How does a new version carry an agreement on, or end it, after a decision?

As a draft, whole enough to be offered: hours and price stay what they were. Whether
they still fit, its parties say before it is offered; nothing is signed by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Q

from dichtbij.agreements.actions import next_version
from dichtbij.agreements.contents import TariffPart
from dichtbij.agreements.models import Agreement, AgreementQuerySet, Tariff
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Milestone, Programme

EACH_YEAR = 12  # months by which what has no last day is extended by itself


@dataclass(frozen=True)
class NewTerm:
    """From when until when a new version counts, and when it is decided on again.

    `goes_on`: it is extended by itself each year.
    """

    starts_on: date
    ends_on: date
    goes_on: bool = False
    decided_on: date | None = None


def running(programme: Programme, on: date) -> AgreementQuerySet:
    """Return the newest signed version of each agreement that has not ended on a day.

    Also one that has yet to start.
    """
    replaced = Q(replaced_by__status=Agreement.Status.SIGNED)
    return (
        Agreement.objects.filter(
            programme=programme, status=Agreement.Status.SIGNED, ends_on__gte=on
        )
        .exclude(replaced)
        .select_related("employer")
        .defer("pdf")
    )


def carry_on(agreement: Agreement, by: User, term: NewTerm) -> Agreement | None:
    """Begin a new version with another term, or return None: one was begun already."""
    try:
        with transaction.atomic():
            new = next_version(agreement, by, agreement)
    except IntegrityError:
        return None
    new.starts_on, new.ends_on = term.starts_on, term.ends_on
    if term.goes_on:
        new.extends_by_itself, new.extension_months = True, EACH_YEAR
    new.save(
        update_fields=["starts_on", "ends_on", "extends_by_itself", "extension_months"]
    )
    _price(new)
    _set_moments(new, term.decided_on)
    return new


def _price(new: Agreement) -> None:
    told = [
        TariffPart(
            one.valid_from,
            one.valid_until,
            one.cents_per_hour,
            one.indexation_permille,
            one.indexation_words,
        )
        for one in new.tariffs.all()
    ]
    new.tariffs.all().delete()
    Tariff.objects.bulk_create(
        Tariff(agreement=new, **vars(part))
        for part in covering(told, new.starts_on, new.ends_on)
    )


def covering(
    tariffs: Sequence[TariffPart], first: date, last: date
) -> list[TariffPart]:
    """Return tariffs for a term: those that hold in it, cut to it, the last one on.

    Where none holds in it, the latest one does. A gap between two stays a gap.
    """
    ordered = sorted(tariffs, key=lambda one: one.valid_from)
    inside = [
        one for one in ordered if one.valid_from <= last and one.valid_until >= first
    ]
    kept = [
        replace(
            one,
            valid_from=max(one.valid_from, first),
            valid_until=min(one.valid_until, last),
        )
        for one in inside
    ]
    if kept:
        return [*kept[:-1], replace(kept[-1], valid_until=last)]
    if not ordered:
        return []
    return [TariffPart(first, last, cents_per_hour=ordered[-1].cents_per_hour)]


def _set_moments(new: Agreement, decided_on: date | None) -> None:
    """Keep the moments within the term; the next decision has its own day."""
    new.moments.exclude(due_on__range=(new.starts_on, new.ends_on)).delete()
    if decided_on is None or not new.starts_on <= decided_on <= new.ends_on:
        return
    new.moments.filter(due_on__gte=decided_on).delete()
    new.moments.update_or_create(
        kind=Milestone.Kind.DECISION, defaults={"due_on": decided_on}
    )
