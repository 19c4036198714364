"""What is on the statement of an agreement and a month, and what was told of it before?

To an agreement count the contacts and lines of practitioners of its employer, in its
practices, on days within its term. A line without a practice is nobody's: it stands in
the week of the practitioner and on no statement.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.agreements.commitments import cents_per_hour_on
from dichtbij.agreements.models import Agreement
from dichtbij.finance.hours import Worked, worked
from dichtbij.finance.models import Statement, StatementLine
from dichtbij.finance.money import Sum, corrections, sums_of
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Relation
from dichtbij.shared.walls import Standing

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class AgreedMonth:
    """The month of an agreement that a statement is made of."""

    agreement: Agreement
    month_on: date

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to it: the employer makes the statement."""
        mine = self.agreement.programme_id == where.programme_id
        ours = self.agreement.employer_id in where.holders
        return {Relation.HOLDER} if mine and ours else set()

    def days(self) -> tuple[date, date]:
        """Return the first and last day of it within the term; none: last is before."""
        first = max(self.month_on, self.agreement.starts_on)
        return first, min(month_end(self.month_on), self.agreement.last_on())


def month_end(month_on: date) -> date:
    """Return the last day of a month."""
    return next_month(month_on) - ONE_DAY


def next_month(month_on: date) -> date:
    """Return the first day of the month after that of a day."""
    return (month_on.replace(day=28) + timedelta(days=4)).replace(day=1)


def practices_of(agreement: Agreement) -> set[int]:
    """Return the practices for which the agreement promises hours."""
    return set(agreement.hours.values_list("practice", flat=True))


def check_month(month: AgreedMonth) -> None:
    """Raise Refused for a month no statement can be made of."""
    first, last = month.days()
    if month.agreement.status != Agreement.Status.SIGNED:
        raise Refused(_("This agreement was not signed by everyone yet."))
    if last < first:
        told = {"month": date_format(month.month_on, "F Y")}
        raise Refused(_("This agreement does not count in %(month)s.") % told)
    if month_end(month.month_on) >= clock.today():
        over_on = date_format(next_month(month.month_on), "j F Y")
        raise Refused(
            _("This month is not over. Its statement can be made from %(day)s.")
            % {"day": over_on}
        )


def given_at_tariff(
    agreement: Agreement, months: Iterable[date]
) -> dict[date, dict[int, int]]:
    """Return minutes per month and tariff in cents. Raises Refused on a tariff gap."""
    wanted = {month_on: AgreedMonth(agreement, month_on).days() for month_on in months}
    found: dict[date, Counter[int]] = {month_on: Counter() for month_on in wanted}
    if not wanted:
        return {}
    rates = _Rates(agreement)
    for row in _rows(agreement, min(wanted), month_end(max(wanted))):
        month_on = row.day.replace(day=1)
        first, last = wanted.get(month_on, (date.max, date.min))
        if first <= row.day <= last:
            found[month_on][rates.on(row.day)] += row.minutes
    return {month_on: dict(minutes) for month_on, minutes in found.items()}


def _rows(agreement: Agreement, first: date, last: date) -> list[Worked]:
    return worked(first, last, practices=practices_of(agreement))


class _Rates:
    """The tariffs of an agreement, read once."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.all = list(agreement.tariffs.all())

    def on(self, day: date) -> int:
        """Return what an hour costs on a day, in cents. Raises Refused on a gap."""
        for one in self.all:
            if one.valid_from <= day <= one.valid_until:
                return int(one.cents_per_hour)
        return cents_per_hour_on(self.agreement, day)  # says what is missing


def check_tariffs(month: AgreedMonth) -> None:
    """Raise Refused when an hour has no price on a day of the month."""
    rates, (day, last) = _Rates(month.agreement), month.days()
    while day <= last:
        rates.on(day)
        day += ONE_DAY


def lines_of(month: AgreedMonth) -> list[Sum]:
    """Return the lines of a new statement: the month itself, then corrections.

    Of earlier months that were settled: what is now, less what statements told of them.
    """
    told = _told_before(month)
    now = given_at_tariff(month.agreement, {month.month_on, *told})
    lines = sums_of(month.month_on, now[month.month_on])
    for earlier in sorted(told):
        lines += corrections(earlier, now[earlier], told[earlier])
    return lines


def _told_before(month: AgreedMonth) -> dict[date, list[Sum]]:
    """Return, per earlier settled month, every line that still stands about it."""
    settled = set(
        Statement.objects.filter(
            agreement=month.agreement,
            status=Statement.Status.SETTLED,
            month_on__lt=month.month_on,
        ).values_list("month_on", flat=True)
    )
    rows = StatementLine.objects.filter(
        statement__agreement=month.agreement, given_in_on__in=settled
    ).exclude(statement__status=Statement.Status.RETURNED)
    found: dict[date, list[Sum]] = {month_on: [] for month_on in settled}
    for row in rows:
        found[row.given_in_on].append(
            Sum(row.given_in_on, row.cents_per_hour, row.minutes, row.amount_cents)
        )
    return found
