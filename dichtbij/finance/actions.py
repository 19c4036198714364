"""What is noted beside the contacts, confirmed for a week, and put on a statement?"""

from datetime import date, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from dichtbij.agreements.commitments import committed_minutes
from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.finance.accounting import (
    AgreedMonth,
    check_month,
    check_tariffs,
    lines_of,
)
from dichtbij.finance.hours import OwnWeek, minutes_of_week, monday_of, own_week
from dichtbij.finance.kinds import NOTED
from dichtbij.finance.models import (
    Statement,
    StatementLine,
    WeekConfirmation,
    WorkEntry,
)
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

LONGEST_DAY_MINUTES = 720  # [design] twelve hours on one day, all lines together


@action(Permission.HOURS_WRITE, code=Entry.ActionCode.CREATE)
def note_hours(
    *,
    participation: Participation | None,
    by: User,
    worked_on: date,
    kind: str,
    minutes: int,
    words: str = "",
) -> WorkEntry:
    """Note minutes that no contact tells of, for a practice or for none.

    Raises Refused for another kind, no minutes, a day to come, a day on which the
    practice does not take part, or more than twelve hours on one day.
    """
    if kind not in NOTED:
        raise Refused(_("Time with a family comes from its contacts: record those."))
    if minutes <= 0:
        raise Refused(_("Note at least one minute."))
    if worked_on > clock.today():
        raise Refused(_("This day is still to come."))
    if participation is not None and not _takes_part(participation, worked_on):
        raise Refused(_("This practice does not take part on that day."))
    _hold(by)
    _check_day(by, worked_on, minutes)
    return _write(
        by,
        practice_id=participation.practice_id if participation else None,
        worked_on=worked_on,
        kind=kind,
        minutes=minutes,
        words=words[:200],
    )


@action(Permission.HOURS_WRITE, code=Entry.ActionCode.CREATE)
def correct_hours(
    *, entry: WorkEntry, by: User, minutes: int, words: str = ""
) -> WorkEntry:
    """Say what a line should have been, in minutes: a new line with the difference.

    Raises Refused for someone else's line, a line that corrects, no difference, minutes
    below zero, or more than twelve hours on one day.
    """
    if entry.user_id != by.pk or entry.corrects is not None:
        raise Refused(_("Only your own line can be corrected, as it was first noted."))
    if minutes < 0:
        raise Refused(_("Hours cannot be fewer than none."))
    _hold(by)
    difference = minutes - minutes_now(entry)
    if not difference:
        raise Refused(_("The line already says so."))
    _check_day(by, entry.worked_on, difference)
    return _write(
        by,
        practice_id=entry.practice_id,
        worked_on=entry.worked_on,
        kind=entry.kind,
        minutes=difference,
        words=words[:200],
        corrects=entry.uuid,
    )


def minutes_now(entry: WorkEntry) -> int:
    """Return the minutes of a line with all its corrections."""
    rows = WorkEntry.objects.filter(corrects=entry.uuid)
    return entry.minutes + int(rows.aggregate(total=Sum("minutes"))["total"] or 0)


def _takes_part(participation: Participation, day: date) -> bool:
    ends_on = participation.ends_on or date.max
    return participation.starts_on <= day <= ends_on


def _hold(by: User) -> None:
    """Let lines of one person queue here, so that a day never gets too long."""
    User.objects.select_for_update(of=("self",), no_key=True).get(pk=by.pk)


def _check_day(by: User, day: date, more: int) -> None:
    noted = WorkEntry.objects.filter(user=by, worked_on=day)
    total = int(noted.aggregate(total=Sum("minutes"))["total"] or 0)
    if total + more > LONGEST_DAY_MINUTES:
        told = {"minutes": total}
        raise Refused(
            _(
                "That is more than twelve hours on one day; %(minutes)s minutes are "
                "noted already."
            )
            % told
        )


def _write(by: User, **told: Any) -> WorkEntry:
    at = own_week(monday_of(told["worked_on"]))
    return WorkEntry.objects.create(
        programme_id=at.programme_id,
        holder_id=at.holder_id,
        user=by,
        noted_by=by,
        noted_at=clock.now(),
        **told,
    )


@action(Permission.HOURS_WRITE)
def confirm_week(*, week: OwnWeek, by: User) -> WeekConfirmation:
    """Say that one's hours of a week are right: the minutes per kind are kept.

    Twice is once. When hours changed since, they are confirmed anew and take the place
    of what was kept; the log has both moments. Raises Refused for a week to come.
    """
    if week.week_on != monday_of(week.week_on) or week.week_on > clock.today():
        raise Refused(_("This week has not begun."))
    _hold(by)
    minutes = minutes_of_week(by.pk, week.week_on)
    fresh: dict[str, Any] = {"minutes": minutes, "confirmed_at": clock.now()}
    found, made = WeekConfirmation.objects.get_or_create(
        programme_id=week.programme_id,
        holder_id=week.holder_id,
        user=by,
        week_on=week.week_on,
        defaults=fresh,
    )
    if not made and found.minutes != minutes:
        WeekConfirmation.objects.filter(pk=found.pk).update(**fresh)
        found.refresh_from_db()
    return found


@action(Permission.STATEMENT_PREPARE, code=Entry.ActionCode.CREATE)
def prepare_statement(*, month: AgreedMonth, by: User) -> Statement:
    """Add up the month of an agreement for the employer to approve; twice is once.

    Raises Refused for a month that is not over, an agreement that does not count in it,
    a day without a tariff, or a statement that somebody made before.
    """
    check_month(month)
    check_tariffs(month)
    before = _before(month)
    if before is not None:
        return _same(before, by)
    lines = lines_of(month)
    try:
        with transaction.atomic():
            made = Statement.objects.create(
                programme_id=month.agreement.programme_id,
                holder_id=month.agreement.employer_id,
                agreement=month.agreement,
                month_on=month.month_on,
                committed_minutes=committed_minutes(month.agreement, month.month_on),
                given_minutes=sum(
                    one.minutes for one in lines if one.given_in_on == month.month_on
                ),
                amount_cents=sum(one.amount_cents for one in lines),
                made_by=by,
                made_at=clock.now(),
            )
    except IntegrityError as twice:
        before = _before(month)
        if before is None:
            raise Refused(_("This month already has a statement.")) from twice
        return _same(before, by)
    StatementLine.objects.bulk_create(
        StatementLine(
            statement=made,
            given_in_on=one.given_in_on,
            minutes=one.minutes,
            cents_per_hour=one.cents_per_hour,
            amount_cents=one.amount_cents,
        )
        for one in lines
    )
    return made


def _before(month: AgreedMonth) -> Statement | None:
    rows = Statement.objects.exclude(status=Statement.Status.RETURNED)
    same = rows.filter(agreement=month.agreement, month_on=month.month_on)
    return same.select_related("made_by").first()


def _same(before: Statement, by: User) -> Statement:
    """Return one's own draft once more. Raises Refused for any other statement."""
    if before.status == Statement.Status.DRAFT and before.made_by_id == by.pk:
        return before
    told = {"name": before.made_by.name}
    raise Refused(_("%(name)s already made the statement of this month.") % told)


def previous_month(day: date) -> date:
    """Return the first day of the month before that of a day."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)
