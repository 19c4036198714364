from datetime import date, timedelta

import pytest

from dichtbij.audit import log
from dichtbij.clients.models import CareRelation, Client
from dichtbij.rosters.absence import alternatives
from dichtbij.rosters.actions import end_cover, move_for_absence, plan_cover
from dichtbij.rosters.jobs import widen_covers
from dichtbij.rosters.models import Cover
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay
from dichtbij.scheduling.openings import key_of
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Role
from tests.conftest import NOW, member

FIRST, LAST = date(2026, 3, 10), date(2026, 3, 20)


@pytest.fixture
def bea(town):
    return member(town, "bea", Role.PRACTITIONER, town.employer_noord)


def day_of(town):
    return PracticeDay.objects.filter(practitioner=town.anna).order_by("id")[0]


def plan(town, by, covering, **changes):
    told = {"first_on": FIRST, "last_on": LAST}
    return plan_cover(day=day_of(town), by=by, covering=covering, **(told | changes))


def relations(who):
    return CareRelation.objects.filter(
        practitioner=who, reason=CareRelation.Reason.COVER
    )


def test_a_cover_opens_the_files_and_ends_by_itself(
    town, bea, make_appointment, stand_as, entries
):
    make_appointment()
    by = stand_as(town.bram)

    plan(town, by, bea)

    assert relations(bea).active(LAST).count() == 1
    assert relations(bea).active(LAST + timedelta(days=1)).count() == 0
    assert len(entries(event_type="plan_cover")) == 1


def test_the_covering_colleague_reads_the_file_in_those_days_only(
    town, bea, make_appointment, stand_as
):
    make_appointment()

    def met():
        return Client.objects.visible_to(stand_as(bea)).count()

    before = met()
    plan(town, stand_as(town.bram), bea)
    during = met()
    with clock.at(NOW + timedelta(days=11)):
        after = met()

    assert (before, during, after) == (0, 1, 0)


def test_the_same_cover_twice_is_once(town, bea, make_appointment, stand_as):
    make_appointment()
    by = stand_as(town.bram)
    plan(town, by, bea)

    with pytest.raises(Refused, match="covers already"):
        plan(town, by, bea)

    assert (Cover.objects.count(), relations(bea).count()) == (1, 1)


@pytest.mark.parametrize(
    ("who", "changes", "words"),
    [
        ("anna", {}, "Nobody covers for oneself"),
        ("bea", {"last_on": date(2026, 3, 9)}, "before the first day"),
        ("carla", {}, "same employer"),
        (
            "bea",
            {"first_on": date(2026, 3, 1), "last_on": date(2026, 3, 2)},
            "today or a later",
        ),
    ],
)
def test_what_cannot_be_is_refused(town, bea, stand_as, who, changes, words):
    by = stand_as(town.bram)

    with pytest.raises(Refused, match=words):
        plan(town, by, bea if who == "bea" else getattr(town, who), **changes)

    assert not Cover.objects.exists()


def test_a_cover_that_is_ended_stops_today_and_only_once(
    town, bea, make_appointment, stand_as
):
    make_appointment()
    by = stand_as(town.bram)
    cover = plan(town, by, bea)

    end_cover(cover=cover, by=by)
    with pytest.raises(Refused, match="ended already"):
        end_cover(cover=cover, by=by)

    tomorrow = clock.today() + timedelta(days=1)
    assert relations(bea).active(tomorrow).count() == 0


def test_a_child_that_comes_during_the_cover_is_met_from_the_night_on(
    town, bea, make_appointment, stand_as, entries
):
    plan(town, stand_as(town.bram), bea)
    make_appointment()

    with clock.at(NOW + timedelta(days=1)):
        for _twice in range(2):
            log.write()
            widen_covers()
        stand_as(town.bram)
        opened = relations(bea).get()

    assert (opened.starts_on, opened.ends_on) == (date(2026, 3, 11), LAST)
    assert len(entries(event_type="widen_cover")) == 1


def test_the_night_opens_nothing_for_a_cover_that_ended(
    town, bea, make_appointment, stand_as
):
    by = stand_as(town.bram)
    end_cover(cover=plan(town, by, bea), by=by)
    make_appointment()
    log.write()

    widen_covers()

    stand_as(town.bram)
    assert not relations(bea).exists()


def test_who_has_a_talk_with_the_colleague_keeps_her_when_the_cover_ends(
    town, bea, make_appointment, stand_as
):
    appointment = make_appointment()
    by = stand_as(town.bram)
    cover = plan(town, by, bea)
    Appointment.objects.filter(pk=appointment.pk).update(practitioner=bea)

    end_cover(cover=cover, by=by)

    assert relations(bea).active(LAST).count() == 1


def test_a_cover_that_has_not_begun_never_opens_anything(
    town, bea, make_appointment, stand_as
):
    make_appointment()
    by = stand_as(town.bram)
    cover = plan(town, by, bea, first_on=date(2026, 3, 16))

    end_cover(cover=cover, by=by)

    assert not relations(bea).active(date(2026, 3, 16)).exists()


@pytest.mark.parametrize("other", ["anna", "carla", "cees", "gerda", "henk", "dirk"])
def test_only_the_own_team_lead_plans_cover(town, bea, stand_as, other):
    day = day_of(town)
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        plan_cover(day=day, by=by, covering=bea, first_on=FIRST, last_on=LAST)


def page_of(town, sign_in, **more):
    told = {
        "wie": str(town.anna.uuid),
        "van": "2026-03-10",
        "tot": "2026-03-12",
        "reden": "illness",
    }
    return sign_in(town.bram), told | more


def test_who_is_ill_shows_families_and_moves_all_that_are_ticked(
    town, sign_in, make_appointment, stand_as, entries
):
    first, second, third = (make_appointment() for _ in range(3))
    browser, told = page_of(town, sign_in)
    shown = browser.get("/ziek-of-weg/", told)
    keys = {
        f"tijd-{one.appointment.uuid}": one.key for one in shown.context["families"]
    }

    answer = browser.post(
        "/ziek-of-weg/", told | keys | {"kies": [str(first.uuid), str(second.uuid)]}
    )

    page = answer.content.decode()
    stand_as(town.bram)
    days = [
        Appointment.objects.get(pk=one.pk).starts_at.date()
        for one in (first, second, third)
    ]
    assert len(shown.context["families"]) == 3
    assert "2 families are moved" in page
    assert all(day > date(2026, 3, 12) for day in days[:2])
    assert days[2] <= date(2026, 3, 12)
    assert Closure.objects.filter(practitioner=town.anna).count() == 1
    assert len(entries(event_type="move_for_absence")) == 2


def test_a_time_that_was_taken_meanwhile_is_told_and_the_rest_moves(
    town, sign_in, make_appointment, stand_as
):
    first, second = make_appointment(), make_appointment()
    browser, told = page_of(town, sign_in)
    families = browser.get("/ziek-of-weg/", told).context["families"]
    same = families[0].key

    answer = browser.post(
        "/ziek-of-weg/",
        told
        | {f"tijd-{one.uuid}": same for one in (first, second)}
        | {"kies": [str(first.uuid), str(second.uuid)]},
    )

    results = answer.context["results"]
    assert [one.done for one in results] == [True, False]
    assert "taken" in results[1].words


def test_the_message_is_shown_before_and_names_nobody(town, sign_in, make_appointment):
    make_appointment()
    browser, told = page_of(town, sign_in)

    message = browser.get("/ziek-of-weg/", told).context["message"]

    assert "Fictief" not in str(message.body)


def test_two_families_never_get_the_same_time(town, make_appointment, stand_as):
    made = [make_appointment() for _ in range(5)]
    stand_as(town.bram)

    found = alternatives(made, town.programme, town.anna.pk, FIRST, date(2026, 3, 12))

    keys = [key_of(one.slot) for one in found]
    assert len(set(keys)) == 5
    assert all(one.own for one in found)


def test_a_colleague_who_takes_over_has_a_relation_that_ends(
    town, bea, make_appointment, stand_as
):
    appointment = make_appointment()
    stand_as(town.bram)
    PracticeDay.objects.filter(practitioner=town.anna, weekday=3).update(
        practitioner=bea
    )
    away = date(2026, 6, 1)
    [found] = alternatives([appointment], town.programme, town.anna.pk, FIRST, away)

    move_for_absence(
        appointment=appointment, by=town.bram, slot=found.slot, last_on=LAST
    )

    assert not found.own
    assert [(one.ends_on, one.reason) for one in relations(bea)] == [(LAST, "cover")]
    assert not CareRelation.objects.filter(practitioner=bea, ends_on=None).exists()
