"""Does each indicator count what its text says, and say nothing it cannot know?"""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.care.actions import Consult, record_contact, take_on_referral
from dichtbij.care.models import CloseReason, Contact, Outcome, Trajectory
from dichtbij.clients.models import Client
from dichtbij.families.models import FamilyMember
from dichtbij.finance.models import Statement
from dichtbij.insight.indicators import evaluate, last_year, rows_of, trend
from dichtbij.insight.indicators_dictionary import BY_CODE, INDICATORS
from dichtbij.insight.indicators_outcomes import GROUP_OF
from dichtbij.insight.indicators_rows import ROWS
from dichtbij.insight.indicators_sums import SUMS
from dichtbij.insight.indicators_values import IndicatorValue, median_of, share_of
from dichtbij.insight.quarters import Period, after, quarter_of, whole
from dichtbij.partners.models import Partner, PartnerWait
from dichtbij.programmes.models import PatientCount
from dichtbij.questionnaires.models import Inquiry
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.finance.agreed import agree

TODAY = NOW.date()
BLANK = IndicatorValue(BY_CODE["no_referral"], last_year(TODAY), TODAY)


@pytest.fixture
def close(town, make_referral, stand_as):
    """Close a new trajectory of Noord, thirty days ago unless said otherwise."""

    def make(outcome="opgelost_geen_vervolg", reason="01", on=None) -> Trajectory:
        referral = make_referral()
        stand_as(town.anna)
        made = take_on_referral(referral=referral, by=town.anna)
        on = on or TODAY - timedelta(days=30)
        Trajectory.objects.filter(pk=made.pk).update(
            closed_on=on,
            opened_on=on - timedelta(days=60),
            outcome=outcome,
            close_reason=reason,
        )
        made.refresh_from_db()
        return made

    return make


def value(code, user, town, period=None):
    return evaluate(BY_CODE[code], user, town.programme, period or last_year(TODAY))


def test_there_are_at_most_twenty_and_each_can_be_evaluated():
    assert len(INDICATORS) == len(BY_CODE) <= 20
    assert set(BY_CODE) == set(ROWS) | set(SUMS)
    assert not set(ROWS) & set(SUMS)


def test_every_outcome_has_its_closing_group():
    assert set(GROUP_OF) == set(Outcome.values)


def test_solved_is_four_numbers_each_with_its_own_denominator(
    town, close, make_referral, stand_as
):
    for outcome, reason, times in (
        ("opgelost_geen_vervolg", "01", 6),
        ("huisarts", "02", 1),
        ("cjg_wijkteam", "01", 2),
        ("b_ggz", "01", 1),
        ("s_ggz", "01", 2),
        ("uitval", "03", 1),
        ("verhuisd", "05", 1),
    ):
        for _time in range(times):
            close(outcome, reason)
    returned = make_referral()
    Referral.objects.filter(pk=returned.pk).update(
        status="declined", decided_at=clock.now(), decided_by=town.anna
    )
    stand_as(town.bram)

    told = {
        code: (found.numerator, found.denominator)
        for code in ("no_referral", "no_specialist_referral", "closed_as_planned")
        for found in [value(code, town.bram, town)]
    }
    answered = value("answered", town.bram, town)
    dropout = value("dropout", town.bram, town)

    assert told == {
        "no_referral": (7, 13),
        "no_specialist_referral": (10, 13),
        "closed_as_planned": (11, 14),
    }
    assert (answered.numerator, answered.denominator) == (9, 14)
    assert (dropout.numerator, dropout.denominator) == (1, 14)
    assert dropout.words == "7%"
    assert dropout.method == "Wilson"
    assert dropout.low < 1 / 14 < dropout.high


def test_the_list_is_what_the_figure_counts(town, close, stand_as):
    close()
    for _time in range(2):
        close("s_ggz")
    stand_as(town.bram)
    indicator, period = BY_CODE["no_referral"], last_year(TODAY)

    found = evaluate(indicator, town.bram, town.programme, period)
    rows = rows_of(indicator, town.bram, town.programme, period)

    assert found.numerator == rows.numerator().visible_to(town.bram).count() == 1
    assert found.denominator == rows.known().visible_to(town.bram).count() == 3


def test_another_employer_counts_nothing_of_it(town, close, stand_as):
    close()
    stand_as(town.cees)

    assert value("closed_as_planned", town.cees, town).n == 0
    assert value("closed_as_planned", town.cees, town).words == "nobody yet"


def test_below_ten_there_is_no_share_but_the_counts(town, close, stand_as):
    for outcome in ("opgelost_geen_vervolg", "s_ggz", "onbekend"):
        close(outcome)
    stand_as(town.bram)

    found = value("no_referral", town.bram, town)

    assert (found.value, found.low) == (None, None)
    assert found.words == "1 to 2 of 3"
    assert found.missing_words == "33%"


def test_with_more_than_a_tenth_missing_the_bounds_are_told():
    found = share_of(BLANK, 12, 20, 5)

    assert found.value is None
    assert found.words == "48% to 68%"
    assert found.interval_words == ""


def test_all_closing_reasons_missing_gives_no_number():
    assert share_of(BLANK, 0, 0, 30).words == "0 to 30 of 30"


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_a_share_lies_between_its_bounds_and_its_limits(counted, others, missing):
    found = share_of(BLANK, counted, counted + others, missing)

    if found.value is not None:
        assert found.low <= found.value <= found.high
    if found.bounds:
        assert 0 <= found.bounds[0] <= found.bounds[1] <= 1
    assert "nan" not in found.words.lower()


@given(st.lists(st.integers(0, 30), min_size=10, max_size=60))
def test_a_median_lies_between_its_limits(values):
    found = median_of(
        replace(BLANK, indicator=BY_CODE["consults_per_trajectory"]), values, 0
    )

    assert min(values) <= found.low <= found.value <= found.high <= max(values)


def test_who_came_back_within_a_year_started_again(town, close, stand_as):
    on = TODAY - timedelta(days=500)
    back, soon, _quiet = (close(on=on) for _time in range(3))
    for old, days in ((back, 200), (soon, 10)):
        later = close(on=on + timedelta(days=days + 40))
        Trajectory.objects.filter(pk=later.pk).delete()
        Trajectory.objects.create(
            referral=old.referral.__class__.objects.create(**_copied(old.referral)),
            practitioner=old.practitioner,
            opened_on=on + timedelta(days=days),
            **_keys(old),
        )
    stand_as(town.bram)

    found = value("no_repeat_start", town.bram, town)

    # Who came back after ten days goes on with the same help, and does not count.
    assert (found.numerator, found.denominator) == (1, 2)


def _keys(row):
    return {
        name: getattr(row, name)
        for name in ("client_id", "programme_id", "holder_id", "practice_id")
    }


def _copied(referral):
    names = (
        "sent_by_id", "received_at", "questions", "primary_question", "sentence",
        "target_on", "changed_at",
    )  # fmt: skip
    return _keys(referral) | {name: getattr(referral, name) for name in names}


def test_a_wait_counts_those_who_still_wait(town, make_referral, stand_as):
    """Ten families: seven seen after two working days, three still waiting."""
    for number in range(10):
        referral = make_referral()
        received = clock.now() - timedelta(days=25)
        Referral.objects.filter(pk=referral.pk).update(received_at=received)
        if number < 7:
            stand_as(town.anna)
            made = take_on_referral(referral=referral, by=town.anna)
            Trajectory.objects.filter(pk=made.pk).update(
                first_consult_on=received.date() + timedelta(days=2)
            )
    stand_as(town.bram)

    found = value("consult_within_norm", town.bram, town)
    contact = value("contact_within_norm", town.bram, town)

    assert found.value == pytest.approx(0.7)
    assert found.numerator == 7
    assert found.low < 0.7 < found.high
    assert found.beside == "half within 2 days"
    assert contact.value == 0
    rows = rows_of(
        BY_CODE["consult_within_norm"], town.bram, town.programme, last_year(TODAY)
    )
    assert rows.numerator().visible_to(town.bram).count() == 7


def test_grades_tell_how_many_did_not_answer(town, close, stand_as):
    for number in range(12):
        one = close()
        member = FamilyMember.objects.create(
            client=one.client,
            slot="parent_1",
            tie="10",
            name="Ouder Verzonnen",
            noted_by=town.anna,
            since=TODAY,
        )
        Inquiry.objects.create(
            client=one.client,
            referral=one.referral,
            member=member,
            kind="satisfaction",
            asked_at=clock.now(),
            about_on=one.closed_on,
            expires_on=TODAY,
            answers={"1": 8 - number % 2, "2": "largely"} if number < 10 else {},
            answered_at=clock.now() if number < 10 else None,
            reader=town.anna,
            read_by_on=TODAY,
        )
    stand_as(town.bram)

    grade = value("satisfaction", town.bram, town)
    alone = value("continues_without_help", town.bram, town)

    assert (grade.value, grade.n, grade.missing) == (7.5, 10, 2)
    assert grade.missing_words == "17%"
    assert (alone.numerator, alone.denominator) == (10, 10)


def test_use_and_quality_are_counted(town, close, make_appointment, stand_as):
    one = close()
    Client.objects.filter(pk=one.client_id).update(sex="2")
    Trajectory.objects.filter(pk=one.pk).update(
        closed_on=None, outcome="", close_reason=""
    )
    one.refresh_from_db()
    record_contact(
        trajectory=one,
        by=town.anna,
        consult=Consult(
            attendance=["child"], themes=["EMO-ANG"], minutes={"intake": 45}
        ),
    )
    Contact.objects.update(held_at=clock.now() - timedelta(days=9))
    Trajectory.objects.filter(pk=one.pk).update(
        closed_on=TODAY, outcome="huisarts", close_reason="01"
    )
    appointment = make_appointment(questions=["OVE"], sentence="Iets heel anders.")
    Appointment.objects.filter(pk=appointment.pk).update(
        status="no_show", starts_at=clock.now() - timedelta(days=1)
    )
    stand_as(town.bram)

    told = {
        code: (found.numerator, found.denominator)
        for code in (
            "consults_per_trajectory", "no_show", "other_share", "facts_missing",
            "recorded_late",
        )
        for found in [value(code, town.bram, town)]
    }  # fmt: skip

    assert told == {
        "consults_per_trajectory": (1, 1),
        "no_show": (1, 1),
        "other_share": (1, 2),
        "facts_missing": (1, 1),  # no municipality
        "recorded_late": (1, 1),
    }


def test_what_the_data_do_not_hold_says_so(town, stand_as):
    stand_as(town.bram)

    for code in ("dose", "referrals_per_1000", "cost_per_closed", "specialist_wait"):
        found = value(code, town.bram, town)
        assert (found.value, found.words) == (None, "not measured"), code
        assert found.why_not.endswith("."), code


def test_figures_of_whole_practices_are_for_the_team_lead(town, stand_as):
    stand_as(town.anna)

    assert "team leads" in value("dose", town.anna, town).why_not
    assert value("reach", town.anna, town).words == "100%"


def test_hours_money_and_waits_elsewhere_are_told(town, close, stand_as):
    PatientCount.objects.create(
        programme=town.programme, practice=town.practice_noord,
        counted_on=TODAY, youths=400, source="test",
    )  # fmt: skip
    for _time in range(10):
        close(on=date(2026, 1, 20))
    agreement = agree(town, "noord", title="Uren Noord")
    Statement.objects.create(
        programme=town.programme, holder=agreement.employer, agreement=agreement,
        committed_minutes=2_400, given_minutes=60, amount_cents=915_000,
        month_on=date(2026, 1, 1), status="settled", made_by=town.ella,
        made_at=clock.now(), employer_by=town.bram, employer_at=clock.now(),
        municipality_by=town.dirk, municipality_at=clock.now(), pdf=b"x",
        sha256="0" * 64,
    )  # fmt: skip
    partner = Partner.objects.create(
        programme=town.programme, kind="specialist_mh", name="Voorbeeldzorg"
    )
    PartnerWait.objects.create(
        partner=partner, days=70, confirmed_by="balie", confirmed_on=TODAY,
        noted_by=town.anna, noted_at=clock.now(),
    )  # fmt: skip
    stand_as(town.bram)

    assert value("dose", town.bram, town).value == 0
    assert value("cost_per_closed", town.bram, town).words == "€ 915"
    assert value("specialist_wait", town.bram, town).words == "70"


def test_a_trend_is_eight_quarters_up_to_today(town, close, stand_as):
    close(on=date(2026, 2, 1))
    stand_as(town.bram)

    found = trend(BY_CODE["closed_as_planned"], town.bram, town.programme, TODAY)

    assert [one.n for one in found] == [0] * 7 + [1]
    assert found[0].period.first == date(2024, 4, 1)
    assert found[-1].period == Period(date(2026, 1, 1), TODAY)


def test_reasons_of_dropout_are_those_of_one_side():
    assert {CloseReason.EARLY_CLIENT, CloseReason.EARLY_PROVIDER} == {"03", "04"}


@given(st.dates(date(2000, 1, 1), date(2099, 1, 1)))
def test_quarters_follow_each_other(day):
    start = quarter_of(day)

    assert start <= day <= whole(start).last
    assert after(after(start, 5), -5) == start
    assert whole(start).quarters() == [start]
