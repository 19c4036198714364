from datetime import date, timedelta

import pytest
from django.http import Http404

from dichtbij.audit.doors import open_list, open_record
from dichtbij.organisations.links import State, link_of, state_of
from dichtbij.questionnaires.actions import answer, ask, give_way_in, take_back
from dichtbij.questionnaires.models import Inquiry
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Permission
from tests.questionnaires.conftest import place_of

SOON = date(2026, 3, 12)


def test_a_check_in_has_a_reader_and_is_read_on_the_day_of_the_talk(
    town, make_inquiry, entries
):
    inquiry = make_inquiry("check_in")

    assert (inquiry.reader, inquiry.read_by_on) == (town.anna, SOON)
    assert inquiry.expires_on == SOON
    assert inquiry.version == "1"
    assert entries(event_type="ask")[0].client_id == inquiry.client_id


@pytest.mark.parametrize(("kind", "days"), [("pulse", 21), ("satisfaction", 30)])
def test_what_is_about_no_talk_stays_open_longer(make_inquiry, kind, days):
    inquiry = make_inquiry(kind)

    assert inquiry.expires_on == SOON + timedelta(days=days)
    assert inquiry.read_by_on == calendar.add_working_days(inquiry.expires_on, 5)


def test_asking_twice_for_one_day_is_asking_once(make_inquiry):
    first = make_inquiry()

    assert make_inquiry(member=first.member) == first
    assert Inquiry.objects.count() == 1


def test_a_parent_of_a_child_helped_without_parents_is_asked_nothing(
    make_inquiry, make_trajectory, make_member
):
    client = make_trajectory(
        child={"without_parents": True, "birth_date": date(2009, 1, 1)},
        giver="young_person",
    ).client

    with pytest.raises(Refused, match="without parents"):
        make_inquiry(member=make_member(client, "parent_1"))
    assert make_inquiry(member=make_member(client, "young_person"))


def test_who_left_the_family_or_an_unknown_kind_is_refused(
    town, make_inquiry, make_trajectory, make_member
):
    client = make_trajectory().client
    gone = make_member(client, ended_on=clock.today())

    with pytest.raises(Refused, match="no longer"):
        make_inquiry(member=gone)
    with pytest.raises(Refused, match="Choose what"):
        make_inquiry("diagnosis", member=make_member(client))


@pytest.mark.parametrize("other", ["carla", "gerda", "bram", "dirk"])
def test_nobody_else_may_ask_or_hand_out_a_link(town, make_inquiry, stand_as, other):
    inquiry = make_inquiry()
    member = inquiry.member
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        ask(member=member, by=by, kind="pulse", about_on=SOON, reader=by)
    with pytest.raises(Denied):
        give_way_in(inquiry=inquiry, by=by)
    with pytest.raises((Http404, Denied)):
        open_record(
            by, Inquiry.objects.all(), inquiry.uuid, Permission.QUESTIONNAIRE_READ
        )


def test_a_link_is_for_these_questions_and_this_person_until_they_close(
    town, make_inquiry
):
    inquiry = make_inquiry()

    given = give_way_in(inquiry=inquiry, by=town.anna)

    assert given.link.purpose == "check_in"
    assert given.link.role == "parent"
    assert (given.link.subject, given.link.holder_of_link) == (
        inquiry.uuid,
        inquiry.member.uuid,
    )
    assert given.link.expires_at.date() == SOON + timedelta(days=1)


def test_a_second_link_ends_the_first(town, make_inquiry):
    inquiry = make_inquiry()
    first = give_way_in(inquiry=inquiry, by=town.anna)

    second = give_way_in(inquiry=inquiry, by=town.anna)

    assert state_of(link_of(first.token)) == State.ENDED
    assert state_of(link_of(second.token)) == State.OPEN


def test_taking_back_ends_the_link_and_forgets_half_answers(
    town, make_inquiry, as_family
):
    inquiry = make_inquiry()
    given = give_way_in(inquiry=inquiry, by=town.anna)
    Inquiry.objects.update(answers={"1": 3})

    take_back(inquiry=inquiry, by=town.anna)

    assert state_of(link_of(given.token)) == State.ENDED
    assert inquiry.answers == {}
    with pytest.raises(Refused, match="no longer answer"):
        as_family(inquiry.member, answer, inquiry=inquiry)
    with pytest.raises(Refused, match="no longer answer"):
        give_way_in(inquiry=inquiry, by=town.anna)


def test_a_family_meets_only_what_was_asked_of_that_person(
    town, make_inquiry, make_member, as_family
):
    mine = make_inquiry()
    other = make_member(mine.client, "parent_2")
    theirs = make_inquiry(member=other)

    def seen(*, by):
        found = open_list(by, Inquiry.objects.all(), Permission.MINE_ANSWER)
        return [row.pk for row in found]

    assert as_family(mine.member, seen) == [mine.pk]
    assert as_family(other, seen) == [theirs.pk]
    assert theirs.relations_to(place_of(mine.member)) == set()
