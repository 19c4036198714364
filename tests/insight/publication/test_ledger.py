"""H6: does no child ever spend more than the cap of a year, whatever happens?"""

from datetime import UTC, date, datetime, timedelta

from django.db.models import Sum

from dichtbij.audit.doors import standing_at
from dichtbij.insight.jobs import release_due, whole
from dichtbij.insight.models import PrivacySpending
from dichtbij.insight.publication.ledger import CAP_MILLI
from dichtbij.insight.publication.tables import CLOSED, COHORT, STARTED
from dichtbij.insight.released import releases_of
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from tests.insight.publication.crowd import Story, busy, quarter, write

AFTER = datetime(2026, 6, 1, 2, tzinfo=UTC)


def spent(town) -> list[tuple[int, int, int]]:
    with standing_at(whole(town.programme, User.objects.system())):
        lines = PrivacySpending.objects.order_by().values_list("client", "year")
        return list(lines.annotate(total=Sum("milli_epsilon")))


def lines(town, **criteria) -> int:
    with standing_at(whole(town.programme, User.objects.system())):
        return PrivacySpending.objects.filter(**criteria).count()


def test_one_trajectory_spends_one_budget_wherever_its_events_fall(town):
    first, _ = quarter(1)
    one = Story(first, closed_on=quarter(3)[0])
    (child,) = write(town, [one])
    write(town, [*busy(1), *busy(2), *busy(3)])

    release_due(town.programme)

    assert {total for client, _, total in spent(town) if client == child.pk} == {2000}


def test_who_would_go_over_the_cap_is_left_out_and_counted_next_year(town, published):
    town.programme.publication_noise = 4
    town.programme.save()
    (child,) = write(town, [Story(quarter(1)[0], closed_on=quarter(1)[1])])
    again = Story(quarter(2)[0], closed_on=quarter(2)[1], client=child)
    write(town, [again, *busy(1), *busy(2), *busy(3), *busy(4)])
    first, last = date(2026, 1, 1), date(2026, 3, 31)
    write(town, [Story(first + timedelta(days=n % 30), last) for n in range(60)])

    with clock.at(AFTER):
        release_due(town.programme)

    assert sorted(one for one in spent(town) if one[0] == child.pk) == [
        (child.pk, 2025, 4000),
        (child.pk, 2026, 4000),
    ]
    assert len(releases_of(town.programme.pk)) == 5
    for group in (STARTED, COHORT, CLOSED):
        assert lines(town, client=child.pk, table=group) == 2


def test_what_is_written_down_too_late_counts_in_the_next_year_once(town):
    write(town, [*busy(1), *busy(2), *busy(3), *busy(4)])
    release_due(town.programme)
    (late,) = write(town, [Story(quarter(2)[0], closed_on=quarter(2)[1])])
    for start, end in (
        (date(2026, 1, 5), date(2026, 3, 30)),
        (date(2026, 4, 5), date(2026, 6, 29)),
    ):
        write(town, [Story(start, end) for _ in range(55)])

    with clock.at(datetime(2026, 9, 1, 2, tzinfo=UTC)):
        made = release_due(town.programme)

    assert [one.starts_on for one in made] == [date(2026, 1, 1), date(2026, 4, 1)]
    assert lines(town, client=late.pk) == 3
    assert lines(town, client=late.pk, release=made[0]) == 3


def test_the_cap_holds_for_a_child_that_comes_back_every_quarter(town):
    (child,) = write(town, [Story(quarter(1)[0], closed_on=quarter(1)[1])])
    for n in (2, 3, 4):
        write(town, [Story(quarter(n)[0], closed_on=quarter(n)[1], client=child)])
    write(town, [*busy(1), *busy(2), *busy(3), *busy(4)])

    release_due(town.programme)

    assert max(total for *_, total in spent(town)) <= CAP_MILLI
    assert (child.pk, 2025, 4000) in spent(town)
