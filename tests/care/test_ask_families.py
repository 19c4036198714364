"""Who is asked by itself, by which road, and what happens to answers nobody reads?"""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import Task, close_trajectory
from dichtbij.care.asking import read_answers
from dichtbij.care.jobs import ask_families, remind_readers
from dichtbij.clients.models import CareRelation, Channel
from dichtbij.families.models import Consent, FamilyMember
from dichtbij.organisations.models import Membership, PersonalLink, User
from dichtbij.outbox.models import Message
from dichtbij.questionnaires.actions import answer
from dichtbij.questionnaires.models import Inquiry
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing
from tests.conftest import NOW

THURSDAY = NOW + timedelta(days=2)


@pytest.fixture
def household(town, make_trajectory, stand_as):
    """A child that anna helps, with both parents; the first agreed to be reached."""
    trajectory = make_trajectory()
    client = trajectory.client
    made = SimpleNamespace(trajectory=trajectory, client=client, referral=None)
    made.referral = trajectory.referral
    made.mother = _member(client, "parent_1", "Moeder Voorbeeld", town.anna)
    made.father = _member(client, "parent_2", "Vader Voorbeeld", town.anna)
    _agree(made.mother, town.anna)
    return made


def _member(client, slot, name, by):
    return FamilyMember.objects.create(
        client=client,
        slot=slot,
        tie="self" if slot == "young_person" else "10",
        name=name,
        noted_by=by,
        since=clock.today() - timedelta(days=90),
    )


def _agree(member, by, decision="given"):
    Consent.objects.create(
        client=member.client,
        purpose="channel",
        member=member,
        decision=decision,
        given_on=clock.today(),
        noted_by=by,
    )


def _mail_of(client, owner):
    return Channel.objects.create(
        client=client, owner=owner, kind="email", value=f"{owner}@teststad.example"
    )


def talk(household, town, at=THURSDAY, **changes):
    return Appointment.objects.create(
        client=household.client,
        programme=town.programme,
        holder=town.employer_noord,
        practice=town.practice_noord,
        referral=household.referral,
        practitioner=town.anna,
        room=town.room_noord,
        starts_at=at,
        ends_at=at + timedelta(minutes=45),
        booked_at=NOW,
        booked_by=town.anna,
        **changes,
    )


def night(job, stand_as, town, at=NOW):
    """Run a job at a moment; stand as anna afterwards."""
    with clock.at(at):
        job()
    stand_as(town.anna)


@pytest.fixture
def ask(town, stand_as):
    return lambda at=NOW: night(ask_families, stand_as, town, at)


@pytest.fixture
def remind(town, stand_as):
    return lambda at=NOW: night(remind_readers, stand_as, town, at)


@pytest.fixture
def texting(settings):
    settings.TEXT_BACKEND = "dichtbij.outbox.texting.in_mailbox"


def answer_as(member, inquiry, told):
    place = Standing(
        user_id=User.objects.system().pk,
        role=Role.PARENT,
        programme_id=member.client.programme_id,
        clients=(member.client_id,),
        member_id=member.pk,
    )
    with standing_at(place):
        answer(inquiry=inquiry, by=User.objects.system(), answers=told)


def test_who_agreed_and_has_an_address_is_asked_two_days_before(town, household, ask):
    talk(household, town)

    ask()
    ask()

    inquiry = Inquiry.objects.get()
    assert (inquiry.member, inquiry.kind) == (household.mother, "check_in")
    assert (inquiry.reader, inquiry.about_on) == (town.anna, THURSDAY.date())


@pytest.mark.parametrize("days", [0, 3, 9])
def test_nobody_is_asked_on_another_day(town, household, ask, days):
    talk(household, town, at=NOW + timedelta(days=days, hours=1))

    ask()

    assert not Inquiry.objects.exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda h, town: Consent.objects.filter(purpose="channel").delete(),
        lambda h, town: _agree(h.mother, town.anna, "refused"),
        lambda h, town: Channel.objects.update(silent=True),
        lambda h, town: Channel.objects.update(owner="parent_2"),
        lambda h, town: FamilyMember.objects.update(ended_on=clock.today()),
        lambda h, town: type(h.client).objects.update(without_parents=True),
        lambda h, town: Appointment.objects.update(status="cancelled"),
        lambda h, town: Appointment.objects.update(only_for="parent_2"),
        lambda h, town: Membership.objects.filter(user=town.anna).update(state="ended"),
    ],
    ids=[
        "never agreed", "refused", "silent", "address of another", "left the family",
        "helped without parents", "called off", "for the other home", "reader left",
    ],
)  # fmt: skip
def test_nothing_is_asked_or_sent_without_a_way_consent_and_reader(
    town, household, ask, texting, spoil
):
    talk(household, town)
    before = Message.objects.count()
    spoil(household, town)

    ask()

    assert not Inquiry.objects.exists()
    assert Message.objects.count() == before


def test_link_and_code_go_by_two_roads(town, household, ask, texting):
    talk(household, town)
    Message.objects.all().delete()

    ask()

    mail, text = Message.objects.order_by("id")
    link = PersonalLink.objects.get()
    assert (mail.kind, mail.medium, mail.channel.owner) == (
        "personal_link", "mail", "parent_1",
    )  # fmt: skip
    assert (text.kind, text.medium) == ("link_code", "text")
    assert text.link not in mail.link
    assert (link.purpose, link.subject) == ("check_in", Inquiry.objects.get().uuid)


def test_without_a_second_road_nothing_is_mailed_and_a_colleague_can_give_it(
    town, household, ask
):
    talk(household, town)
    Message.objects.all().delete()

    ask()

    assert Inquiry.objects.count() == 1
    assert not Message.objects.exists()
    assert not PersonalLink.objects.exists()


def test_with_an_account_a_plain_mail_says_to_sign_in(town, household, ask, texting):
    user = User.objects.create_user("moeder@familie.example", "Moeder")
    Membership.objects.create(
        user=user,
        organisation=town.employer_noord,
        programme=town.programme,
        role=Role.PARENT,
        client=household.client,
        state="active",
        since=NOW,
    )
    FamilyMember.objects.filter(pk=household.mother.pk).update(user=user)
    talk(household, town)
    Message.objects.all().delete()

    ask()

    message = Message.objects.get()
    assert message.kind == "questions_family"
    assert message.link == f"/mijn/even-invullen/{Inquiry.objects.get().uuid}/"
    assert not PersonalLink.objects.exists()


def test_each_parent_is_asked_apart(town, household, ask):
    _mail_of(household.client, "parent_2")
    _agree(household.father, town.anna)
    talk(household, town)

    ask()

    assert {row.member for row in Inquiry.objects.all()} == {
        household.mother,
        household.father,
    }


def test_how_the_help_was_is_asked_once_it_ended_and_again_after_90_days(
    town, household, ask
):
    close_trajectory(
        trajectory=household.trajectory,
        by=town.anna,
        outcome="opgelost_geen_vervolg",
        reason="01",
    )
    closed_on = clock.today()

    for days in (1, 2, 60, 91, 92):
        ask(NOW + timedelta(days=days))

    kinds = [(row.kind, row.about_on) for row in Inquiry.objects.order_by("id")]
    assert kinds == [
        ("satisfaction", closed_on),
        ("pulse", closed_on + timedelta(days=90)),
    ]


def test_the_reader_may_open_the_file_until_the_answers_must_be_read(
    town, household, ask, stand_as
):
    close_trajectory(
        trajectory=household.trajectory,
        by=town.anna,
        outcome="opgelost_geen_vervolg",
        reason="01",
    )
    later = NOW + timedelta(days=91)

    ask(later)

    with clock.at(later):
        stand_as(town.anna)
        pulse = Inquiry.objects.get(kind="pulse")
        assert Inquiry.objects.visible_to(town.anna).filter(pk=pulse.pk).exists()
    last = CareRelation.objects.order_by("-ends_on").first()
    assert last.starts_on == later.date()
    assert last.ends_on == pulse.read_by_on + timedelta(days=14)


def test_a_child_that_is_helped_again_is_not_asked_about_the_help_before(
    town, household, ask, make_trajectory, make_referral, stand_as
):
    close_trajectory(
        trajectory=household.trajectory,
        by=town.anna,
        outcome="opgelost_geen_vervolg",
        reason="01",
    )
    stand_as(town.gerda)
    again = make_referral(known=household.client)
    make_trajectory(again)

    ask(NOW + timedelta(days=1))

    assert not Inquiry.objects.exists()


def test_an_answer_nobody_read_in_time_becomes_one_task_of_the_reader(
    town, household, ask, remind
):
    talk(household, town)
    ask()
    inquiry = Inquiry.objects.get()
    answer_as(household.mother, inquiry, {1: 2})

    remind(THURSDAY)
    assert not Task.objects.filter(kind="review").exists()
    late = datetime(2026, 3, 13, 1, 0, tzinfo=UTC)
    remind(late)
    remind(late)

    task = Task.objects.get(kind="review")
    assert task.owner == town.anna
    assert "10" in task.words
    read_answers(inquiry=inquiry, by=town.anna)
    task.refresh_from_db()
    assert task.done_at is not None
    remind(late)
    assert Task.objects.filter(kind="review").count() == 1


def test_half_answers_are_forgotten_when_they_can_be_sent_no_more(
    town, household, ask, remind
):
    talk(household, town)
    ask()
    Inquiry.objects.update(answers={"1": 4})

    remind(THURSDAY)
    assert Inquiry.objects.get().answers == {"1": 4}
    remind(THURSDAY + timedelta(days=1))

    assert Inquiry.objects.get().answers == {}


def test_sent_answers_are_never_forgotten(town, household, ask, remind):
    talk(household, town)
    ask()
    answer_as(household.mother, Inquiry.objects.get(), {1: 4})

    remind(THURSDAY + timedelta(days=30))

    assert Inquiry.objects.get().answers == {"1": 4}
