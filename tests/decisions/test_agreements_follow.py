"""Does each running agreement get the version that a decision asks for, once?"""

import itertools
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dichtbij.agreements.actions import amend_agreement, offer_agreement
from dichtbij.agreements.contents import TariffPart
from dichtbij.agreements.models import Agreement
from dichtbij.agreements.renewing import covering
from dichtbij.agreements.signing import sign_agreement
from dichtbij.decisions.following import what_follows
from dichtbij.decisions.models import Decision, FollowingVersion
from dichtbij.decisions.renewing import ends_as_decided, newest_versions
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from tests.conftest import NOW
from tests.decisions.conftest import agreement, take

END = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("kind", "starts_on", "ends_on"),
    [
        ("structural", date(2027, 1, 1), date(2027, 12, 31)),
        ("extended", date(2027, 1, 1), date(2027, 3, 31)),
        ("stopped", date(2026, 4, 1), date(2026, 6, 30)),
    ],
)
def test_a_draft_with_the_new_term_follows(
    town, heard, dirk, entries, kind, starts_on, ends_on
):
    old = agreement(town)

    take(heard, dirk, kind)

    new = FollowingVersion.objects.get(decision=heard).agreement
    assert (new.status, new.version, new.replaces) == ("draft", 2, old)
    assert (new.starts_on, new.ends_on) == (starts_on, ends_on)
    assert new.extends_by_itself == (kind == "structural")
    assert new.parties.count() == 3
    assert new.hours.get().minutes_per_week == 480
    tariff = new.tariffs.get()
    assert (tariff.valid_from, tariff.valid_until) == (starts_on, ends_on)
    assert tariff.cents_per_hour == 6_400
    old.refresh_from_db()
    assert (old.status, old.ends_on) == ("signed", END)
    told = [line for line in entries() if line.event_type == "renew_agreement"]
    assert [line.object_id for line in told] == [str(new.uuid)]


@pytest.mark.parametrize(
    ("kind", "ends_on"),
    [("extended", date(2027, 3, 31)), ("stopped", date(2026, 6, 30))],
)
def test_what_ends_as_decided_stays_as_it_is(town, heard, dirk, kind, ends_on):
    agreement(town, ends_on=ends_on)

    take(heard, dirk, kind)

    assert Agreement.objects.count() == 1


def test_the_draft_is_offered_and_signed_as_it_is(town, heard, dirk, rosa, stand_as):
    agreement(town)
    take(heard, dirk, "extended")
    new = heard.versions.get().agreement

    stand_as(rosa)
    offer_agreement(agreement=new, by=rosa)
    for name in ("gerda", "bram", "dirk"):
        by = stand_as(getattr(town, name))
        sign_agreement(agreement=new, by=by, sha256=new.sha256)

    new.refresh_from_db()
    assert new.status == "signed"
    (before,) = Agreement.objects.in_force_on(END)
    (after,) = Agreement.objects.in_force_on(date(2027, 1, 1))
    assert (before.version, after) == (1, new)


def test_the_day_to_look_again_becomes_the_next_decision(town, heard, dirk):
    agreement(town, moments=[("decision", date(2026, 3, 1))])

    take(heard, dirk, "extended", review_on=date(2027, 2, 1))

    moment = heard.versions.get().agreement.moments.get()
    assert (moment.kind, moment.due_on) == ("decision", date(2027, 2, 1))


def test_a_version_that_people_began_is_shown_and_left_alone(
    town, heard, dirk, rosa, stand_as
):
    old = agreement(town)
    stand_as(rosa)
    theirs = amend_agreement(agreement=old, by=rosa)
    stand_as(dirk)
    said = what_follows(
        town.programme,
        heard.options.get(kind="extended"),
        [old],
        public_page=False,
    )
    assert "version 2 was begun already" in " ".join(said.by_itself)

    take(heard, dirk, "extended")

    assert newest_versions(heard) == [theirs.pk]
    assert not ends_as_decided(heard.chosen, theirs)
    theirs.refresh_from_db()
    assert (theirs.status, theirs.ends_on) == ("draft", END)


def test_a_next_decision_puts_the_draft_of_the_one_before_away(
    town, heard, dirk, again
):
    old = agreement(town)
    take(heard, dirk, "stopped")
    first = heard.versions.get().agreement
    later = again()

    with clock.at(NOW.replace(day=11)):
        take(later, dirk, "extended")

    first.refresh_from_db()
    assert first.status == "withdrawn"
    second = later.versions.get().agreement
    assert ends_as_decided(later.chosen, second)
    assert (second.replaces, second.ends_on) == (old, date(2027, 3, 31))


def test_twice_is_once_and_half_a_decision_drafts_nothing(town, heard, dirk):
    agreement(town)
    with pytest.raises(Refused):
        take(heard, dirk, "extended", grounds="")
    assert Agreement.objects.count() == 1

    take(heard, dirk, "extended")
    take(heard, dirk, "extended")

    assert Agreement.objects.count() == 2
    assert Decision.objects.get().versions.count() == 1


DAYS = st.integers(739_000, 740_000)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DAYS, min_size=2, max_size=6, unique=True), DAYS, DAYS)
def test_tariffs_without_a_gap_cover_each_day_of_a_later_term(days, one, other):
    bounds = sorted(days)
    told = [
        TariffPart(date.fromordinal(a), date.fromordinal(b - 1), 5_000 + number)
        for number, (a, b) in enumerate(itertools.pairwise(bounds))
    ]
    first, last = (date.fromordinal(day) for day in sorted((one, other)))

    found = covering(told, first, last)

    assert found[-1].valid_until == last
    assert all(first <= part.valid_from <= part.valid_until for part in found)
    for before, after in itertools.pairwise(found):
        assert (after.valid_from - before.valid_until).days == 1
    if first.toordinal() >= bounds[0]:
        assert found[0].valid_from == first
    prices = {part.cents_per_hour: part for part in told}
    for part in found[:-1]:
        assert part.valid_until <= prices[part.cents_per_hour].valid_until
