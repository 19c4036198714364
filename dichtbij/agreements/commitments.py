"""How many minutes does an agreement promise in a month, and what does an hour cost?

The month counts from the start of the agreement until its end, or until the day before
the signed version that replaces it starts. The numbers of patients and of youths are
the newest ones on the first day of the month that counts, so that no count changes a
month halfway.
"""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from django.utils.translation import gettext as _

from dichtbij.agreements.basis import PER_PEOPLE, promised_minutes, units_of
from dichtbij.agreements.models import AgreedHours, Agreement
from dichtbij.programmes.models import PatientCount
from dichtbij.shared.calendar import working_days_between
from dichtbij.shared.errors import Refused

ONE_DAY = timedelta(days=1)


def committed_minutes(agreement: Agreement, month_on: date) -> int:
    """Return the minutes promised in the month that `month_on` lies in.

    The sum over the practices; 0 outside the term. Raises Refused when a basis of
    people has no number of them yet.
    """
    first = max(month_on.replace(day=1), agreement.starts_on)
    last = min(_month_end(month_on), agreement.last_on())
    if last < first:
        return 0
    days = working_days_between(first - ONE_DAY, last)
    return sum(
        promised_minutes(hours.minutes_per_week, people_units(hours, first), days)
        for hours in agreement.hours.select_related("practice", "agreement")
    )


def cents_per_hour_on(agreement: Agreement, day: date) -> int:
    """Return what an hour costs on a local date, in cents. Raises Refused on a gap."""
    tariff = agreement.tariffs.filter(valid_from__lte=day, valid_until__gte=day)
    cents = tariff.values_list("cents_per_hour", flat=True).first()
    if cents is None:
        told = {"agreement": agreement.title, "day": day.strftime("%d-%m-%Y")}
        raise Refused(_("%(agreement)s has no tariff on %(day)s.") % told)
    return cents


def people_units(hours: AgreedHours, on: date) -> Fraction:
    """Return how many units of its basis a practice is on a local date, exactly.

    Raises Refused when there is no count of the people on or before that date.
    """
    if hours.basis == AgreedHours.Basis.FIXED:
        return Fraction(1)
    youths = hours.basis == AgreedHours.Basis.YOUTHS
    per = PER_PEOPLE
    if hours.basis == AgreedHours.Basis.STANDARD_PRACTICE:
        per = hours.standard_practice_patients or 0
    count = _newest_count(hours, "youths" if youths else "patients", on)
    if count is None or per <= 0:
        told = {"practice": hours.practice.name, "day": on.strftime("%d-%m-%Y")}
        raise Refused(
            _("No number of patients of %(practice)s is known on %(day)s.") % told
        )
    return units_of(count, per)


def _newest_count(hours: AgreedHours, field: str, on: date) -> int | None:
    known = PatientCount.objects.filter(
        programme=hours.agreement.programme_id,
        practice=hours.practice_id,
        counted_on__lte=on,
        **{f"{field}__isnull": False},
    )
    count: int | None = known.values_list(field, flat=True).first()
    return count


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
