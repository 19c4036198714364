"""What is the value of an indicator over a period, for whoever looks?

Live figures inside the provider: a team lead over the own employer, a practitioner over
the own files. The rows counted here are the rows that a page lists (indicators_rows).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from dichtbij.insight.indicators_dictionary import BY_CODE, INDICATORS
from dichtbij.insight.indicators_rows import ROWS, Rows
from dichtbij.insight.indicators_sums import SUMS
from dichtbij.insight.indicators_terms import Indicator
from dichtbij.insight.indicators_values import (
    IndicatorValue,
    mean_of,
    median_of,
    share_of,
)
from dichtbij.insight.quarters import Period, after, last_day, quarter_of
from dichtbij.insight.survival import kaplan_meier, median_and_p90
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar, clock

YEAR = timedelta(days=364)
QUARTERS = 8  # [design] two years, so that a season meets itself


@dataclass(frozen=True)
class Asked:
    """Who asks what of which programme over which period."""

    indicator: Indicator
    user: User
    programme: Programme
    period: Period

    def blank(self) -> IndicatorValue:
        """Return the value in which nothing is counted yet."""
        return IndicatorValue(
            self.indicator,
            self.period,
            data_on=clock.today(),
            code_version=settings.VERSION,
        )


def last_year(today: date) -> Period:
    """Return the 365 days up to and including a day."""
    return Period(today - YEAR, today)


def evaluate(
    indicator: Indicator, user: User, programme: Programme, period: Period
) -> IndicatorValue:
    """Return the value of an indicator over a period, for whoever stands here."""
    asked = Asked(indicator, user, programme, period)
    if indicator.code in SUMS:
        return SUMS[indicator.code](asked.blank(), user, programme)
    return _COUNTED.get(indicator.code, _share)(asked)


def trend(
    indicator: Indicator, user: User, programme: Programme, today: date
) -> list[IndicatorValue]:
    """Return the value of each of the last eight quarters; the last may still run."""
    now = quarter_of(today)
    starts = [after(now, -back) for back in range(QUARTERS - 1, -1, -1)]
    return [
        evaluate(indicator, user, programme, Period(start, min(last_day(start), today)))
        for start in starts
    ]


def rows_of(
    indicator: Indicator, user: User, programme: Programme, period: Period
) -> Rows | None:
    """Return the rows an indicator counts, or None when it counts no children."""
    if indicator.code not in ROWS:
        return None
    rows = ROWS[indicator.code](period)
    if indicator.code not in _WAITS:
        return rows
    met = [
        one.pk for one in _waits(Asked(indicator, user, programme, period)) if one.ok
    ]
    return replace(rows, counted=Q(pk__in=met))


def waits_of(
    indicator: Indicator, user: User, programme: Programme, period: Period
) -> tuple[list["Wait"], int] | None:
    """Return how long each family waited, with the norm; None for what is no waiting.

    The norm is in working days. One query.
    """
    if indicator.code not in _WAITS:
        return None
    norm = getattr(programme, _WAITS[indicator.code][1])
    return _waits(Asked(indicator, user, programme, period)), norm


def _rows(asked: Asked) -> tuple[Rows, Any]:
    rows = ROWS[asked.indicator.code](asked.period)
    return rows, rows.every.visible_to(asked.user)  # type: ignore[attr-defined]


def _share(asked: Asked) -> IndicatorValue:
    rows, mine = _rows(asked)
    told = mine.aggregate(
        every=Count("pk"),
        counted=Count("pk", filter=rows.counted),
        unknown=Count("pk", filter=rows.unknown),
    )
    known = told["every"] - told["unknown"]
    value: IndicatorValue = share_of(
        asked.blank(), told["counted"], known, told["unknown"]
    )
    return value


def _values(asked: Asked) -> tuple[list[int], int]:
    _told, mine = _rows(asked)
    values = list(mine.order_by().values_list("value", flat=True))
    known = [one for one in values if one is not None]
    return known, len(values) - len(known)


def _mean(asked: Asked) -> IndicatorValue:
    return mean_of(asked.blank(), *_values(asked))


def _median(asked: Asked) -> IndicatorValue:
    return median_of(asked.blank(), *_values(asked))


@dataclass(frozen=True)
class Wait:
    """How long one referred family waited, in days and in working days.

    `met` tells whether it happened, `ok` whether it did so within the norm.
    """

    pk: int
    days: int
    workdays: int
    met: bool
    ok: bool


_WAITS = {
    "contact_within_norm": ("first_contact_on", "first_contact_norm_days"),
    "consult_within_norm": ("first_consult_on", "first_consult_norm_days"),
}


def _waits(asked: Asked) -> list[Wait]:
    """Return the waits of who was referred; who left stops waiting that day (R20)."""
    happened, norm = _WAITS[asked.indicator.code]
    most, today = getattr(asked.programme, norm), clock.today()
    _told, mine = _rows(asked)
    waits = []
    for pk, received_at, status, decided, on, closed in mine.order_by().values_list(
        "pk",
        "received_at",
        "status",
        "decided_at",
        f"trajectory__{happened}",
        "trajectory__closed_on",
    ):
        received = calendar.local(received_at).date()
        gone = status in (Referral.Status.DECLINED, Referral.Status.WITHDRAWN)
        left = calendar.local(decided).date() if gone else closed
        end = max(received, on or left or today)
        workdays = calendar.working_days_between(received, end)
        waits.append(
            Wait(
                pk,
                (end - received).days,
                workdays,
                on is not None,
                on is not None and workdays <= most,
            )
        )
    return waits


def _within_norm(asked: Asked) -> IndicatorValue:
    """Return the share met within the norm, by Kaplan-Meier in working days."""
    waits = _waits(asked)
    met = sum(one.ok for one in waits)
    told = replace(asked.blank(), n=len(waits), numerator=met, denominator=len(waits))
    if told.few:
        return told
    most = getattr(asked.programme, _WAITS[asked.indicator.code][1])
    curve = kaplan_meier([w.workdays for w in waits], [w.met for w in waits])
    share = curve.share_within(most)
    if share is None:
        return replace(told, why_not=_("Nobody was followed as long as the norm yet."))
    left = curve.interval(most)
    return replace(
        told,
        value=share,
        low=1 - left[1] if left else None,
        high=1 - left[0] if left else None,
        method=_("Kaplan-Meier, log-log"),
        beside=_range_words(waits),
    )


def _range_words(waits: Sequence[Wait]) -> str:
    """Return within how many days half, and nine in ten, were met."""
    told = median_and_p90([w.days for w in waits], [w.met for w in waits])
    if told is None or told.median is None:
        return ""
    if told.p90 is None:
        return _("half within %(median)s days") % {"median": round(told.median)}
    return _("half within %(median)s days, nine in ten within %(p90)s") % {
        "median": round(told.median),
        "p90": round(told.p90),
    }


_COUNTED: dict[str, Callable[[Asked], IndicatorValue]] = {
    "satisfaction": _mean,
    "consults_per_trajectory": _median,
    "contact_within_norm": _within_norm,
    "consult_within_norm": _within_norm,
}

__all__ = [
    "BY_CODE",
    "INDICATORS",
    "IndicatorValue",
    "evaluate",
    "last_year",
    "rows_of",
    "trend",
    "waits_of",
]
