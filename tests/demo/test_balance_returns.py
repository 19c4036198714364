"""Do practices of the demo town tell of every quarter, as the act would write it?"""

from datetime import timedelta

from django.db.models import Count

from dichtbij.audit.doors import standing_at
from dichtbij.demo.loading import continue_town, load_town
from dichtbij.insight.baseline import baseline
from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import after
from dichtbij.insight.return_table import wanted_quarters
from dichtbij.insight.returning import PracticeQuarter, Told, give_return
from dichtbij.organisations.models import User
from dichtbij.programmes.models import ListedPractice, Programme
from dichtbij.shared import clock
from tests.conftest import NOW

FIELDS = ("referrals", "youths", "supplier", "source", "complete_percent")


def test_every_listed_practice_has_every_quarter_as_the_act_writes_it(db):
    with clock.at(NOW + timedelta(hours=3)):
        load_town(scale=0.05, weeks=9)
        kampen = Programme.objects.get(slug="kampen")
        quarters = wanted_quarters(kampen, clock.today())
        for programme in Programme.objects.all():
            listed = ListedPractice.objects.filter(programme=programme)
            told = dict(
                QuarterlyReturn.objects.filter(programme=programme)
                .values_list("practice")
                .annotate(n=Count("pk"))
            )
            wanted = len(wanted_quarters(programme, clock.today()))
            assert told == {one.practice_id: wanted for one in listed}
        assert baseline(kampen).practices > 2

        one = QuarterlyReturn.objects.filter(programme=kampen).first()
        facts = {name: getattr(one, name) for name in FIELDS}
        leader = User.objects.get(persona="projectleider-kampen")
        place = PracticeQuarter(
            ListedPractice.objects.get(programme=kampen, practice=one.practice),
            after(quarters[0], -1),
        )
        with standing_at(leader.memberships.get().place()):
            given = give_return(place=place, by=leader, told=Told(**facts))
    same = ("programme_id", "practice_id", "corrects_id", "given_by_id", *FIELDS)
    assert [getattr(given, name) for name in same] == [
        getattr(one, name) for name in same
    ]


def test_a_quarter_that_closes_is_told_of_when_the_town_goes_on(db):
    start = NOW + timedelta(hours=3)
    with clock.at(start):
        load_town(scale=0.05, weeks=2)
        before = QuarterlyReturn.objects.count()
        listed = ListedPractice.objects.count()
        visitor = QuarterlyReturn.objects.filter(quarter_on="2025-10-01").first()

    with clock.at(start.replace(month=4, day=15)):
        continue_town()
        assert QuarterlyReturn.objects.count() == before
    QuarterlyReturn.objects.create(
        programme=visitor.programme, practice=visitor.practice, youths=400,
        quarter_on="2026-01-01", referrals=7, supplier="practice", source="Eigen HIS",
        given_by=visitor.given_by, given_at=start,
    )  # fmt: skip
    with clock.at(start.replace(month=4, day=24)):
        continue_town()

    made = QuarterlyReturn.objects.filter(quarter_on="2026-01-01")
    assert made.count() == listed
    assert made.get(practice=visitor.practice).referrals == 7
    others = made.exclude(practice=visitor.practice)
    assert {one.given_at.date().isoformat() for one in others} == {"2026-04-22"}
    with clock.at(start.replace(month=4, day=25)):
        continue_town()
    assert made.count() == listed
