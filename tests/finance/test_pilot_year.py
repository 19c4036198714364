"""Does a year of Kampen's pilot run: signed, evaluated, settled to the cent?

The clock walks from the signatures on 20 December to the January after the year.
"""

from collections import Counter
from datetime import date, time, timedelta
from fractions import Fraction
from math import floor

from dichtbij.agreements.actions import (
    draft_agreement,
    offer_agreement,
    write_agreement,
)
from dichtbij.agreements.contents import (
    HoursPart,
    MomentPart,
    Outline,
    Parts,
    TariffPart,
    Terms,
)
from dichtbij.agreements.models import Agreement
from dichtbij.agreements.signing import sign_agreement
from dichtbij.care.models import TimeSpent
from dichtbij.finance.accounting import AgreedMonth, next_month
from dichtbij.finance.actions import correct_hours, note_hours, prepare_statement
from dichtbij.finance.models import Statement, StatementLine, WorkEntry
from dichtbij.finance.settling import approve_statement, settle_statement
from dichtbij.finance.team import year_of
from dichtbij.programmes.models import Milestone
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role
from tests.conftest import member
from tests.finance.agreed import give, moment, take_on

SIGNED_ON, STARTS_ON, ENDS_ON = (
    date(2026, 12, 20),
    date(2027, 1, 1),
    date(2027, 12, 31),
)
MOMENTS = {
    "interim_1": date(2027, 5, 3),
    "interim_2": date(2027, 9, 6),
    "final": date(2027, 11, 15),
    "decision": date(2027, 12, 13),
}
MONTHS = [date(2027, month, 1) for month in range(1, 13)]
INDEXED_ON = date(2027, 7, 1)
CENTS = {False: 9_150, True: 9_377}  # before and after the indexation


def sign(town, leader, stand_as) -> Agreement:
    """Let all parties sign on 20 December, each by an own account."""
    with clock.at(moment(SIGNED_ON)):
        stand_as(leader)
        agreement = draft_agreement(
            programme=town.programme,
            by=leader,
            outline=Outline(
                title="Pilot Kampen",
                municipalities=(town.municipality,),
                employer=town.employer_noord,
                practices=(town.practice_noord,),
                starts_on=STARTS_ON,
                ends_on=ENDS_ON,
            ),
        )
        write_agreement(
            agreement=agreement,
            by=leader,
            terms=Terms(
                title="Pilot Kampen",
                starts_on=STARTS_ON,
                ends_on=ENDS_ON,
                exit_words="Lopende hulp wordt afgemaakt.",
            ),
            parts=Parts(
                hours=(HoursPart(town.practice_noord, 60),),
                tariffs=(
                    TariffPart(STARTS_ON, date(2027, 6, 30), CENTS[False]),
                    TariffPart(INDEXED_ON, ENDS_ON, CENTS[True]),
                ),
                moments=tuple(MomentPart(*told) for told in MOMENTS.items()),
            ),
        )
        agreement = offer_agreement(agreement=agreement, by=leader)
        for who in (town.gerda, town.bram, town.dirk):
            assert agreement.status != "signed"
            stand_as(who)
            agreement = sign_agreement(
                agreement=agreement, by=who, sha256=agreement.sha256
            )
        assert agreement.status == "signed"
    return agreement


def work(town, trajectory, month_on: date) -> None:
    """Let anna see a family three times and travel once in a month, by the acts."""
    first = calendar.add_working_days(month_on, 2)
    for number in range(3):
        on = calendar.add_working_days(first, 5 * number)
        give(
            trajectory,
            town.anna,
            on,
            intake=40 + month_on.month + number,
            administratie=7 + number,
        )
    with clock.at(moment(first, time(16))):
        note_hours(
            participation=town.participation_noord,
            by=town.anna,
            worked_on=first,
            kind="travel",
            minutes=20 + month_on.month,
        )


def settle(town, colleague, agreement, month_on: date, stand_as) -> Statement:
    """Make, approve and settle the statement early in the month after."""
    with clock.at(moment(next_month(month_on) + timedelta(days=4))):
        month = AgreedMonth(agreement, month_on)
        made = prepare_statement(month=month, by=stand_as(town.bram))
        approve_statement(statement=made, by=stand_as(colleague))
        return settle_statement(statement=made, by=stand_as(town.dirk))


def given() -> Counter[tuple[date, int]]:
    """Add up contacts and lines per month and tariff, straight from the rows."""
    found: Counter[tuple[date, int]] = Counter()
    for spent in TimeSpent.objects.select_related("contact"):
        on = calendar.local(spent.contact.held_at).date()
        found[(on.replace(day=1), CENTS[on >= INDEXED_ON])] += spent.minutes
    for line in WorkEntry.objects.all():
        on = line.worked_on
        found[(on.replace(day=1), CENTS[on >= INDEXED_ON])] += line.minutes
    return found


def test_a_year_of_the_pilot_runs_from_signature_to_the_last_statement(
    town, stand_as, make_referral
):
    leader = member(town, "rosa", Role.PROJECT_LEADER, town.municipality)
    colleague = member(town, "lotte", Role.TEAM_LEAD, town.employer_noord)
    assert not Milestone.objects.exists()

    agreement = sign(town, leader, stand_as)
    trajectory = take_on(stand_as, make_referral, town.anna, date(2027, 1, 4))
    for month_on in MONTHS:
        stand_as(town.anna)
        work(town, trajectory, month_on)
        if month_on.month == 4:
            entry = WorkEntry.objects.get(worked_on__month=2)
            with clock.at(moment(date(2027, 4, 20))):
                correct_hours(entry=entry, by=town.anna, minutes=5)
        statement = settle(town, colleague, agreement, month_on, stand_as)
        assert (statement.status, statement.month_on) == ("settled", month_on)
        assert statement.amount_cents == sum(
            statement.lines.values_list("amount_cents", flat=True)
        )
        if month_on.month == 6:
            half_way(agreement, town, stand_as)

    stand_as(town.bram)
    told: Counter[tuple[date, int]] = Counter()
    paid: Counter[tuple[date, int]] = Counter()
    for line in StatementLine.objects.all():
        told[(line.given_in_on, line.cents_per_hour)] += line.minutes
        paid[(line.given_in_on, line.cents_per_hour)] += line.amount_cents
    assert told == given()
    assert paid == {
        key: floor(Fraction(minutes * key[1], 60) + Fraction(1, 2))
        for key, minutes in given().items()
    }
    corrected = StatementLine.objects.exclude(given_in_on=agreement.starts_on).filter(
        statement__month_on=date(2027, 4, 1), given_in_on=date(2027, 2, 1)
    )
    assert [line.minutes for line in corrected] == [-17]
    assert Statement.objects.filter(status="settled").count() == 12
    moments_come_in_time(town)


def half_way(agreement, town, stand_as) -> None:
    """Half-way the year goes straight on, within a range, and there is no alarm."""
    stand_as(town.bram)
    with clock.at(moment(date(2027, 7, 6))):
        ahead = year_of(agreement).forecast
    by_month: Counter[date] = Counter()
    for (month_on, _cents), minutes in given().items():
        by_month[month_on] += minutes
    assert ahead.given == sum(by_month.values())
    assert ahead.expected == 2 * ahead.given
    assert ahead.given < ahead.low < ahead.expected < ahead.high
    assert ahead.committed > ahead.high
    assert ahead.warning == "none"


def moments_come_in_time(town) -> None:
    """Both interim evaluations, the final one and the decision fall on their day."""
    due = Milestone.objects.filter(programme=town.programme)
    assert dict(due.values_list("kind", "due_on")) == MOMENTS
    for number, on in enumerate(MOMENTS.values()):
        for day, come in ((on - timedelta(days=1), number), (on, number + 1)):
            with clock.at(moment(day)):
                assert due.filter(due_on__lte=clock.today()).count() == come
