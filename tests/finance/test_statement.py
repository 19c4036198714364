"""Is a month added up, approved by two sides, frozen, and corrected by lines only?"""

import hashlib
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from dichtbij.finance.accounting import AgreedMonth
from dichtbij.finance.actions import correct_hours, note_hours, prepare_statement
from dichtbij.finance.models import Statement, StatementLine
from dichtbij.finance.settling import (
    approve_statement,
    return_statement,
    settle_statement,
    withdraw_statement,
)
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import member
from tests.finance.agreed import agree, give, moment

JANUARY, FEBRUARY, MARCH = (date(2026, month, 1) for month in (1, 2, 3))


@pytest.fixture
def lead(town):
    """A second team lead of Noord: four eyes."""
    return member(town, "lotte", "team_lead", town.employer_noord)


@pytest.fixture
def contracts(town):
    """A second person of the municipality."""
    return member(town, "kees", "contract_manager", town.municipality)


@pytest.fixture
def prepare(town, agreement, stand_as):
    def made(month_on=FEBRUARY, by=None, of=None):
        who = stand_as(by or town.bram)
        return prepare_statement(month=AgreedMonth(of or agreement, month_on), by=who)

    return made


@pytest.fixture
def settle(town, lead, prepare, stand_as):
    def done(month_on=FEBRUARY, **told):
        statement = prepare(month_on, **told)
        approve_statement(statement=statement, by=stand_as(lead))
        return settle_statement(statement=statement, by=stand_as(town.dirk))

    return done


def lines(statement):
    return [
        (line.given_in_on.month, line.minutes, line.cents_per_hour, line.amount_cents)
        for line in statement.lines.all()
    ]


def test_a_month_is_its_contacts_and_lines_at_the_tariff(
    town, anna, trajectory, prepare, entries
):
    give(trajectory, anna, date(2026, 2, 3), intake=45, administratie=10)
    give(trajectory, anna, date(2026, 1, 30), intake=60)
    note_hours(
        participation=town.participation_noord, by=anna,
        worked_on=date(2026, 2, 4), kind="travel", minutes=20,
    )  # fmt: skip
    note_hours(
        participation=None, by=anna, worked_on=date(2026, 2, 4), kind="training",
        minutes=90,
    )  # fmt: skip

    statement = prepare()

    assert statement.given_minutes == 75
    assert statement.committed_minutes == 2_400  # 20 working days of two hours
    assert lines(statement) == [(2, 75, 9_150, 11_438)]
    assert statement.amount_cents == 11_438
    assert len(entries(event_type="prepare_statement")) == 1


def test_an_hour_costs_what_the_tariff_of_its_day_says(town, anna, trajectory, prepare):
    split = agree(
        town,
        title="Twee tarieven",
        tariffs=(
            (date(2026, 1, 1), date(2026, 2, 15), 9_000),
            (date(2026, 2, 16), date(2026, 12, 31), 10_001),
        ),
    )
    give(trajectory, anna, date(2026, 2, 15), intake=60)
    give(trajectory, anna, date(2026, 2, 16), intake=30)

    statement = prepare(of=split)

    assert lines(statement) == [(2, 60, 9_000, 9_000), (2, 30, 10_001, 5_001)]
    assert statement.amount_cents == 14_001


def test_only_days_within_the_term_and_practices_of_the_agreement_count(
    town, anna, trajectory, prepare
):
    short = agree(
        town, title="Kort", starts_on=date(2026, 2, 10), ends_on=date(2026, 2, 20)
    )
    for day in (9, 10, 20, 21):
        give(trajectory, anna, date(2026, 2, day), intake=day)

    assert prepare(of=short).given_minutes == 30


def test_months_that_cannot_be_settled_are_refused(town, prepare):
    with pytest.raises(Refused, match="not over"):
        prepare(MARCH)
    with pytest.raises(Refused, match="does not count"):
        prepare(date(2025, 12, 1))
    draft = agree(town, title="Concept", signed=False)
    with pytest.raises(Refused, match="not signed"):
        prepare(of=draft)
    gap = agree(
        town, title="Gat", tariffs=((date(2026, 1, 1), date(2026, 2, 27), 9_000),)
    )
    with pytest.raises(Refused, match="no tariff on 28-02-2026"):
        prepare(of=gap)
    assert not Statement.objects.exists()


def test_others_make_no_statement(town, prepare):
    for who in (town.cees, town.carla, town.anna, town.dirk, town.gerda):
        with pytest.raises(Denied):
            prepare(by=who)


def test_making_it_twice_is_once_and_a_colleague_reads_who_did(prepare, lead):
    assert prepare() == prepare()
    with pytest.raises(Refused, match="Bram already made"):
        prepare(by=lead)


def test_three_people_settle_a_statement_and_its_paper_is_frozen(
    town, anna, trajectory, settle, entries
):
    give(trajectory, anna, date(2026, 2, 3), intake=45)

    statement = settle()

    pdf = bytes(statement.pdf)
    assert statement.status == "settled"
    assert pdf.startswith(b"%PDF")
    assert statement.sha256 == hashlib.sha256(pdf).hexdigest()
    assert len(entries(event_type="approve_statement")) == 1
    assert len(entries(event_type="settle_statement")) == 1
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Statement.objects.filter(pk=statement.pk).update(amount_cents=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        StatementLine.objects.update(minutes=1)


def test_nobody_approves_twice_over_and_strangers_not_at_all(
    town, lead, prepare, stand_as
):
    statement = prepare()

    with pytest.raises(Refused, match="a colleague approves"):
        approve_statement(statement=statement, by=town.bram)
    for who in (town.cees, town.carla, town.anna, town.dirk):
        with pytest.raises(Denied):
            approve_statement(statement=statement, by=stand_as(who))
    with pytest.raises(Refused, match="did not approve"):
        settle_statement(statement=statement, by=stand_as(town.dirk))
    approve_statement(statement=statement, by=stand_as(lead))
    for who in (town.bram, lead, town.cees, town.anna):
        with pytest.raises(Denied):
            settle_statement(statement=statement, by=stand_as(who))


def test_approving_and_settling_twice_is_once_and_a_second_person_reads_who(
    town, lead, contracts, prepare, stand_as
):
    statement = prepare()
    third = member(town, "lies", "team_lead", town.employer_noord)

    stand_as(lead)
    approve_statement(statement=statement, by=lead)
    approve_statement(statement=statement, by=lead)
    with pytest.raises(Refused, match="Lotte already approved"):
        approve_statement(statement=statement, by=stand_as(third))
    stand_as(town.dirk)
    first = settle_statement(statement=statement, by=town.dirk).sha256
    assert settle_statement(statement=statement, by=town.dirk).sha256 == first
    with pytest.raises(Refused, match="Dirk already settled"):
        settle_statement(statement=statement, by=stand_as(contracts))


def test_a_statement_goes_back_with_words_and_is_made_anew(
    town, anna, trajectory, lead, prepare, stand_as
):
    statement = prepare()
    approve_statement(statement=statement, by=stand_as(lead))
    stand_as(town.dirk)
    with pytest.raises(Refused, match="what has to be different"):
        return_statement(statement=statement, by=town.dirk, words=" ")

    return_statement(statement=statement, by=town.dirk, words="Mist 3 februari.")

    with pytest.raises(Refused, match="was returned"):
        settle_statement(statement=statement, by=town.dirk)
    stand_as(anna)
    give(trajectory, anna, date(2026, 2, 3), intake=45)
    assert prepare().given_minutes == 45


def test_a_draft_is_withdrawn_by_the_employer_and_stays_unseen(town, prepare, stand_as):
    statement = prepare()

    with pytest.raises(Denied):
        withdraw_statement(statement=statement, by=stand_as(town.dirk), words="x")
    stand_as(town.bram)
    withdraw_statement(statement=statement, by=town.bram, words="Nog niet af.")

    stand_as(town.dirk)
    assert not Statement.objects.visible_to(town.dirk).exists()
    assert prepare() != statement


def test_who_reads_which_statement(town, lead, prepare, stand_as):
    statement = prepare()

    def seen(who):
        stand_as(who)
        return list(Statement.objects.visible_to(who))

    assert seen(town.dirk) == []
    assert seen(town.bram) == [statement]
    approve_statement(statement=statement, by=stand_as(lead))
    assert seen(town.dirk) == [statement]
    for who in (town.cees, town.carla, town.gerda, town.gijs):
        assert seen(who) == []


def test_a_settled_month_is_corrected_on_the_next_statement_by_the_difference(
    town, anna, trajectory, settle, stand_as
):
    note = {"participation": town.participation_noord, "by": anna, "kind": "travel"}
    stand_as(anna)
    entry = note_hours(**note, worked_on=date(2026, 1, 8), minutes=50)
    january = settle(JANUARY)
    assert lines(january) == [(1, 50, 9_150, 7_625)]

    stand_as(anna)
    correct_hours(entry=entry, by=anna, minutes=43)
    give(trajectory, anna, date(2026, 2, 3), intake=45)
    february = settle(FEBRUARY)

    # 43 minutes cost 65.575, so 65.58; 76.25 was paid.
    assert lines(february) == [(1, -7, 9_150, -1_067), (2, 45, 9_150, 6_863)]
    assert february.given_minutes == 45
    assert february.amount_cents == 5_796
    january.refresh_from_db()
    assert january.amount_cents == 7_625
    with clock.at(moment(date(2026, 4, 2))):
        assert lines(settle(MARCH)) == []


def test_a_correction_stands_on_one_statement_only(
    town, anna, trajectory, prepare, settle, stand_as
):
    settle(JANUARY)
    stand_as(anna)
    give(trajectory, anna, date(2026, 1, 20), intake=60)

    with clock.at(moment(date(2026, 4, 2))):
        first, second = prepare(FEBRUARY), prepare(MARCH)
        assert lines(first) == [(1, 60, 9_150, 9_150)]
        assert lines(second) == []
