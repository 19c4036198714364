"""Does the town show the figures of its one table, within what chance allows?

The seed is fixed, so this is not a matter of luck; the margins are standard
errors of a share or a mean with so many cases, or say why they are wider.
"""

from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from math import sqrt
from statistics import mean, quantiles, stdev

import pytest

from dichtbij.clients import ages
from dichtbij.demo import happenings as what
from dichtbij.demo.parameters import DESIGN, PARAMETERS, SPREAD, TABLE, outflow, value
from dichtbij.demo.places import haarlem, kampen
from dichtbij.demo.town import Plan, Town
from dichtbij.scheduling import planner
from dichtbij.shared import calendar

MADE_ON = date(2026, 3, 10)
UNTIL = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)
DONE_BY = MADE_ON - timedelta(days=280)  # longer than the longest help
BEHAVIOUR = "GED"
MARGIN = 3.5  # standard errors: some forty figures are measured at once


class Seen:
    """The happenings of one programme, sorted by kind and by case."""

    def __init__(self, place):
        self.plan = Plan(place, MADE_ON, (MADE_ON,))
        self.told = Town(self.plan).happenings(UNTIL)
        self.cases = defaultdict(list)
        for one in self.told:
            if isinstance(one, what.OfCase):
                self.cases[one.case.key].append(one)

    def of(self, kind) -> list:
        return [one for one in self.told if isinstance(one, kind)]

    def first(self, kind) -> dict:
        found = {}
        for one in self.of(kind):
            found.setdefault(one.case.key, one)
        return found

    def finished(self) -> list[list]:
        """Return the cases that came long enough ago and were closed."""
        return [
            case
            for case in self.cases.values()
            if local(case[0].at) < DONE_BY
            and any(isinstance(one, what.Finish) for one in case)
        ]

    def hours(self, first: date, last: date) -> float:
        """Return the practice hours that were not lost, by the planner itself."""
        planned = planner.practice_days_between(
            [
                planner.PracticeDayRule(
                    self.number(one.practitioner), 1, self.number(one.practice),
                    one.weekday, one.starts, one.ends, one.valid_from,
                )
                for one in self.of(what.PlanDay)
            ],
            [],
            [
                planner.Closure(
                    one.first_on, one.last_on, self.number(one.practitioner)
                )
                for one in self.of(what.ShutDays)
            ],
            first,
            last,
        )  # fmt: skip
        begin = date(2000, 1, 1)
        spans = (
            datetime.combine(begin, day.ends) - datetime.combine(begin, day.starts)
            for day in planned
            if not day.lost
        )
        return sum(spans, timedelta()).total_seconds() / 3600

    @staticmethod
    def number(key: str) -> int:
        return int.from_bytes(key.encode())


def local(at: datetime) -> date:
    return calendar.local(at).date()


def talks(case: list) -> list:
    return [one for one in case if isinstance(one, what.Record) and one.starts]


@pytest.fixture(scope="module")
def towns() -> dict[str, Seen]:
    return {"kampen": Seen(kampen()), "haarlem": Seen(haarlem())}


@pytest.fixture(scope="module")
def both(towns) -> list[Seen]:
    return list(towns.values())


@pytest.fixture(scope="module")
def referrals(both) -> list[what.Refer]:
    return [one for town in both for one in town.of(what.Refer) if not one.again]


def is_share(key: str, found: float, cases: int, *, wanted: float | None = None):
    """Assert that a share is the table's, but for chance."""
    wanted = value(key) if wanted is None else wanted
    margin = MARGIN * sqrt(wanted * (1 - wanted) / cases)
    assert abs(found - wanted) <= margin, f"{key}: {found:.3f}, not {wanted:.3f}"


def test_every_line_names_one_source_and_no_line_stands_twice():
    assert len(TABLE) == len(PARAMETERS)

    for line in PARAMETERS:
        assert line.source == DESIGN or line.source.rstrip("0123456789") in (
            "FIG", "T", "R",
        ), line  # fmt: skip
        assert line.words


def test_consults_per_trajectory_have_the_published_quartiles(both):
    counts = [len(talks(case)) for town in both for case in town.finished()]

    lower, middle, upper = quantiles(counts, n=4, method="inclusive")

    assert lower == value("consults.q1")
    assert middle == value("consults.median")
    assert upper == value("consults.q3")
    assert max(counts) <= value("consults.most")


def test_consults_per_practice_hour_are_those_of_haarlem(both):
    first, last = MADE_ON - timedelta(days=546), MADE_ON - timedelta(days=1)
    held = sum(
        first <= local(one.at) <= last
        for town in both
        for one in town.of(what.Record)
        if one.starts
    )

    rate = held / sum(town.hours(first, last) for town in both)

    # Consults of one child hang together: the error is that of the children.
    assert rate == pytest.approx(value("contacts_per_hour"), rel=0.07)


def test_practices_have_the_published_hours():
    hours = [
        place.hours_of(practice.key)
        for place in (kampen(), haarlem())
        for practice in place.taking_part()
    ]

    assert min(hours) == value("hours.least")
    assert max(hours) == value("hours.most")
    assert len(haarlem().taking_part()) / len(haarlem().practices) > 0.9


def test_kampen_starts_about_forty_trajectories_a_quarter(towns):
    town = towns["kampen"]
    days = (MADE_ON - town.plan.first_day()).days

    started = len(town.first(what.Begin) | town.first(what.TakeOn))

    assert started / days * 91 == pytest.approx(
        value("kampen.per_quarter"), rel=MARGIN / sqrt(started)
    )


def test_families_are_called_and_seen_as_soon_as_in_zaanstad(both):
    called, seen = [], []
    for town in both:
        for case in town.finished():
            records = [one for one in case if isinstance(one, what.Record)]
            waited = [
                calendar.working_days_between(local(case[0].at), local(one.at))
                for one in (records[0], talks(case)[0])
            ]
            called.append(waited[0])
            seen.append(waited[1])

    assert quantiles(called, n=4)[2] <= value("first_contact.days")
    assert quantiles(seen, n=4)[1] <= value("first_consult.days")


def test_ages_have_the_published_mean_and_share(referrals):
    found = [ages.age_on(one.case.child.birth_date, local(one.at)) for one in referrals]

    assert abs(mean(found) - value("age.mean")) <= MARGIN * stdev(found) / sqrt(
        len(found)
    )
    assert 0 <= min(found) <= max(found) <= 17
    is_share("age.13_17", mean(age >= 13 for age in found), len(found))


def test_sexes_have_the_published_share_also_within_behaviour(referrals):
    known = [one for one in referrals if one.case.child.sex != "0"]
    behaviour = [one for one in known if one.questions[0].startswith(BEHAVIOUR)]

    for key, some in (("sex.girl", known), ("sex.girl.behaviour", behaviour)):
        girls = mean(one.case.child.sex == "2" for one in some)
        is_share(key, girls, len(some))
    is_share("sex.unknown", 1 - len(known) / len(referrals), len(referrals))


def test_first_questions_are_those_of_t4(referrals):
    told = Counter(one.questions[0] for one in referrals)

    for group, codes in SPREAD.items():
        is_share(group, sum(told[code] for code in codes) / told.total(), told.total())
    more = Counter(len(one.questions) for one in referrals)
    is_share("question.second", (more[2] + more[3]) / more.total(), more.total())
    is_share("question.third", more[3] / more.total(), more.total())


def test_few_children_have_a_bsn_and_few_are_helped_without_parents(referrals):
    grown = [
        one
        for one in referrals
        if ages.age_on(one.case.child.birth_date, local(one.at)) >= 16
    ]

    is_share(
        "bsn.known", mean(bool(one.case.child.bsn) for one in referrals), len(referrals)
    )
    alone = mean(one.case.child.without_parents for one in grown)
    is_share("without_parents", alone, len(grown))


def test_families_drop_out_as_often_as_published(both):
    closed = [one for town in both for one in town.of(what.Finish)]

    is_share("dropout", mean(one.outcome == "uitval" for one in closed), len(closed))
    assert all(one.reason in ("03", "04") for one in closed if one.outcome == "uitval")


@pytest.mark.parametrize("programme", ["kampen", "haarlem"])
def test_outflow_follows_the_source_of_the_programme(towns, programme):
    stayed = [
        "onbekend" if one.outcome == "verhuisd" else one.outcome
        for one in towns[programme].of(what.Finish)
        if one.outcome != "uitval"
    ]

    for outcome, share in outflow(programme).items():
        found = stayed.count(outcome) / len(stayed)
        is_share(f"{programme}.{outcome}", found, len(stayed), wanted=share)


def test_haarlem_solves_over_seventy_percent_of_all_questions(towns):
    closed = towns["haarlem"].of(what.Finish)

    solved = mean(one.outcome == "opgelost_geen_vervolg" for one in closed)

    is_share("haarlem.solved", solved, len(closed))
    assert solved > 0.70


def test_our_own_assumptions_come_out_too(both, referrals):
    # Children who belong to the scene of the first day are not left to chance.
    sent = [one for one in referrals if "/20" not in one.case.key.split("/", 3)[-1]]
    urgency = Counter(one.urgency for one in sent)
    closed = [case for town in both for case in town.finished()]
    goals = mean(any(isinstance(o, what.SetGoal) for o in case) for case in closed)

    for key in ("sooner", "urgent"):
        is_share(f"urgency.{key}", urgency[key] / urgency.total(), urgency.total())
    is_share("goals", goals, len(closed))
    written = [one for case in closed for one in talks(case)]
    going_on = [one for one in written if one.next_step == "appointment"]
    told = mean(bool(one.next_step_words) for one in going_on)
    is_share("next_step", told, len(going_on))


def test_appointments_are_missed_and_moved_about_as_often_as_assumed(both):
    booked = sum(len(town.of(what.Book)) for town in both)
    missed = [one for town in both for one in town.of(what.Miss)]
    away = sum(not one.with_notice for one in missed) / booked
    moved = sum(len(town.of(what.Move)) for town in both) / booked

    # Those who drop out stay away on top of the assumption; illness moves more.
    assert value("no_show") * 0.9 <= away <= value("no_show") * 2
    assert value("moved") * 0.8 <= moved <= value("moved") * 1.5
    assert (
        0.5
        <= sum(one.with_notice for one in missed) / booked / value("no_show.notice")
        <= 1.1
    )
