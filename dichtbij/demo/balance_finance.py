"""Which hours of the demo town were noted and settled? One employer's, by its people.

Mindfit's lead makes the statements, its project leader approves them and the
municipality settles them; the last month still waits there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from dichtbij.agreements.models import Agreement
from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.finance.accounting import AgreedMonth, next_month
from dichtbij.finance.actions import (
    confirm_week,
    note_hours,
    prepare_statement,
    previous_month,
)
from dichtbij.finance.hours import WEEK, monday_of, own_week
from dichtbij.finance.models import HourKind
from dichtbij.finance.settling import approve_statement, settle_statement
from dichtbij.shared import calendar, clock

WORKER, PLACE = "poh-kampen", "avercamp"
LEAD, LEADER, PAYER = "teamleider-kampen", "projectleider-kampen", "gemeente-kampen"
MONTHS = 4  # the last one waits for the municipality
# Beside the contacts in a week: days after its Monday, kind, minutes, words.
BESIDE = (
    (0, HourKind.TRAVEL, 30, "heen en terug"),
    (1, HourKind.WITH_GP, 30, ""),
    (3, HourKind.NETWORK, 45, "verzonnen school"),
)
WEEKS, UNCONFIRMED = 6, 2  # weeks with such lines; the last ones are not confirmed


def add(cast: Cast) -> None:
    """Let Kampen's practitioner note hours, and settle the months before this one."""
    if not {WORKER, LEAD, LEADER, PAYER} <= set(cast.users):
        return
    _note(cast)
    agreement = Agreement.objects.filter(
        employer=cast.places[LEAD].organisation_id, status=Agreement.Status.SIGNED
    ).first()
    if agreement is None:
        return
    for number, month_on in enumerate(_months_over()):
        _settle(cast, AgreedMonth(agreement, month_on), waits=number == MONTHS - 1)


def _note(cast: Cast) -> None:
    by, monday = cast.users[WORKER], monday_of(clock.today())
    place = cast.participations[PLACE]
    for week in range(WEEKS - 1, -1, -1):
        week_on = monday - week * WEEK
        for days, kind, minutes, words in BESIDE:
            day = week_on + timedelta(days=days)
            at = calendar.at_local(day, time(17))
            if at > clock.now() or not calendar.is_working_day(day):
                continue
            with clock.at(at), standing_at(cast.places[WORKER]):
                note_hours(
                    participation=place, by=by, worked_on=day, kind=kind,
                    minutes=minutes, words=words,
                )  # fmt: skip
        if week >= UNCONFIRMED:
            at = calendar.at_local(week_on + WEEK, time(8))
            with clock.at(at), standing_at(cast.places[WORKER]):
                confirm_week(week=own_week(week_on), by=by)


def _months_over() -> Iterator[date]:
    """Yield the first days of the months before this one, the oldest first."""
    found, month_on = [], clock.today()
    for _number in range(MONTHS):
        month_on = previous_month(month_on)
        found.append(month_on)
    yield from reversed(found)


def _settle(cast: Cast, month: AgreedMonth, *, waits: bool) -> None:
    if month.days()[0] > month.days()[1]:
        return  # before the agreement
    first = calendar.at_local(next_month(month.month_on), time(9))
    with _as(cast, LEAD, first):
        made = prepare_statement(month=month, by=cast.users[LEAD])
    with _as(cast, LEADER, first + timedelta(hours=3)):
        approve_statement(statement=made, by=cast.users[LEADER])
    if not waits:
        with _as(cast, PAYER, first + timedelta(days=3)):
            settle_statement(statement=made, by=cast.users[PAYER])


@contextmanager
def _as(cast: Cast, key: str, at: datetime) -> Iterator[None]:
    """Stand where somebody stands, at a moment that has come."""
    with clock.at(min(at, clock.now())), standing_at(cast.places[key]):
        yield
