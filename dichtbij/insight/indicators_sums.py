"""What do the indicators say that count no single child: practices, hours, money?

Of whole practices and of the own employer, so a practitioner reads that these are for
the team lead.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from django.utils.translation import gettext as _

from dichtbij.care.models import Trajectory
from dichtbij.finance.accounting import month_end
from dichtbij.finance.hours import worked
from dichtbij.finance.models import Statement
from dichtbij.insight.indicators_values import IndicatorValue, median_of, share_of
from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import last_day
from dichtbij.organisations.models import User
from dichtbij.partners.models import Partner, PartnerWait
from dichtbij.programmes.models import Participation, PatientCount, Programme
from dichtbij.programmes.participation import participation_on
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import standing

CONFIRMED = timedelta(days=90)  # [design] an older wait says little of today
Sum = Callable[[IndicatorValue, User, Programme], IndicatorValue]


def _not(blank: IndicatorValue, why: str) -> IndicatorValue:
    return replace(blank, why_not=why)


def _leads() -> bool:
    where = standing()
    return where is not None and where.role == Role.TEAM_LEAD


def _for_leads(blank: IndicatorValue) -> IndicatorValue:
    return _not(blank, _("This figure is about whole practices; team leads see it."))


def _own(programme: Programme) -> list[Participation]:
    """Return the participations whose files the own employer keeps or kept."""
    where = standing()
    holders = where.holders if where else ()
    return list(programme.participations.filter(holder__in=holders))


def _youths(programme: Programme, practices: set[int]) -> dict[int, int]:
    """Return the youths per practice with a count; the newest count stays."""
    rows = PatientCount.objects.filter(programme=programme, practice__in=practices)
    return dict(rows.order_by("counted_on").values_list("practice", "youths"))


def _reach(blank: IndicatorValue, user: User, programme: Programme) -> IndicatorValue:
    now = participation_on(programme, blank.period.last)
    if not now.of:
        return _not(blank, _("There is no list of all practices yet."))
    value: IndicatorValue = share_of(blank, now.taking_part, now.of, 0)
    return value


def _dose(blank: IndicatorValue, user: User, programme: Programme) -> IndicatorValue:
    if not _leads():
        return _for_leads(blank)
    youths = _youths(programme, {one.practice_id for one in _own(programme)})
    youths = {practice: count for practice, count in youths.items() if count}
    if not youths:
        return _not(blank, _("No practice has a count of its youths yet."))
    rows = worked(blank.period.first, blank.period.last, practices=youths)
    minutes, total = sum(row.minutes for row in rows), sum(youths.values())
    return replace(
        blank,
        value=minutes / 60 * 1000 / total,
        n=total,
        numerator=minutes / 60,
        denominator=total,
        method=_("counted, no sample"),
    )


def _referrals(
    blank: IndicatorValue, user: User, programme: Programme
) -> IndicatorValue:
    """Return the rate over practice-quarters with a return, in years of youths."""
    if not _leads():
        return _for_leads(blank)
    wanted = {
        (one.practice_id, quarter)
        for quarter in blank.period.quarters()
        for one in _own(programme)
        if one.starts_on <= quarter
        and (one.ends_on is None or one.ends_on >= last_day(quarter))
    }
    given = QuarterlyReturn.objects.filter(
        programme=programme, quarter_on__gte=blank.period.first
    ).current()
    rows = [
        (referrals, youths)
        for practice, quarter, referrals, youths in given.values_list(
            "practice", "quarter_on", "referrals", "youths"
        ).order_by()
        if (practice, quarter) in wanted
    ]
    if not rows:
        return _not(blank, _("No practice gave a return over a whole quarter yet."))
    from dichtbij.insight.intervals import rate

    events, years = sum(r for r, _y in rows), sum(y for _r, y in rows) / 4
    told = rate(events, years)
    return replace(
        blank,
        value=told.estimate,
        n=len(rows),
        numerator=events,
        denominator=years,
        low=told.low,
        high=told.high,
        method=told.method,
        missing=len(wanted) - len(rows),
    )


def _cost(blank: IndicatorValue, user: User, programme: Programme) -> IndicatorValue:
    if not _leads():
        return _for_leads(blank)
    settled = Statement.objects.visible_to(user).filter(
        status=Statement.Status.SETTLED,
        month_on__gte=blank.period.first,
        month_on__lte=blank.period.last,
    )
    paid = list(settled.order_by().values_list("month_on", "amount_cents"))
    if not paid:
        return _not(blank, _("No statement over a month in this period is settled."))
    months = sorted({month for month, _cents in paid})
    closed = [
        day
        for day in Trajectory.objects.visible_to(user)
        .filter(closed_on__gte=months[0], closed_on__lte=month_end(months[-1]))
        .values_list("closed_on", flat=True)
        if day.replace(day=1) in months
    ]
    cents = sum(one for _month, one in paid)
    told = replace(blank, n=len(closed), numerator=cents, denominator=len(closed))
    if told.few:
        return told
    return replace(told, value=cents / len(closed), method=_("counted, no sample"))


def _specialist_wait(
    blank: IndicatorValue, user: User, programme: Programme
) -> IndicatorValue:
    partners = Partner.objects.visible_to(user).by_referral()
    waits = PartnerWait.objects.filter(
        partner__in=partners.values("pk"),
        confirmed_on__gt=clock.today() - CONFIRMED,
    ).order_by("confirmed_on", "id")
    newest = dict(waits.values_list("partner", "days"))
    if not newest:
        return _not(blank, _("No provider confirmed its wait in the last 90 days."))
    return median_of(blank, list(newest.values()), 0)


SUMS: dict[str, Sum] = {
    "reach": _reach,
    "dose": _dose,
    "referrals_per_1000": _referrals,
    "cost_per_closed": _cost,
    "specialist_wait": _specialist_wait,
}
