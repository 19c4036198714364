"""A family around the child of Noord: mother, father in another home, young person."""

from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import (
    Consult,
    record_contact,
    set_goal,
    take_on_referral,
)
from dichtbij.care.models import Contact
from dichtbij.clients.models import Channel
from dichtbij.families.models import FamilyMember, LegalAuthority
from dichtbij.organisations.links import Given, Purpose, give_link
from dichtbij.organisations.models import Membership, User
from dichtbij.safety.actions import open_concern
from dichtbij.scheduling.actions import book_appointment, refer_child
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.conftest import child as child_of

Tie = FamilyMember.Tie


@pytest.fixture(autouse=True)
def nothing_counted(db):
    cache.clear()


def browser() -> Client:
    """Return another device, by https as in production; its person reads English."""
    new = Client(headers={"x-forwarded-proto": "https"})
    new.cookies["django_language"] = "en"
    return new


def add_member(child, by, slot, name, tie=Tie.PARENT, home=1, **more) -> FamilyMember:
    member = FamilyMember.objects.create(
        client=child,
        slot=slot,
        tie=tie,
        name=name,
        home=home,
        noted_by=by,
        since=clock.today(),
        **more,
    )
    if tie == Tie.PARENT:
        LegalAuthority.objects.create(
            client=child,
            member=member,
            kind="authority",
            source="register",
            source_on=clock.today(),
            starts_on=clock.today(),
            noted_by=by,
            noted_at=clock.now(),
        )
    return member


def give_account(town, member: FamilyMember, role: str) -> User:
    """Give a family member an account as an accepted invitation leaves it."""
    name = member.slot.replace("_", "")
    user = User.objects.create_user(f"{name}@familie.example", member.name)
    user.membership = Membership.objects.create(
        user=user,
        organisation=town.employer_noord,
        programme=town.programme,
        role=role,
        client=member.client,
        state=Membership.State.ACTIVE,
        since=clock.now(),
    )
    member.user = user
    member.save(update_fields=["user"])
    return user


def book(town, **changes) -> Appointment:
    """Refer a child and book its first conversation; stand nowhere afterwards."""
    with standing_at(town.gerda.membership.place()):
        referral = refer_child(
            participation=town.participation_noord,
            by=town.gerda,
            child=child_of(**changes),
            questions=["EMO-ANG"],
            sentence="Slaapt slecht sinds de zomer.",
            giver="parents",
        )
        slot = free_slots(
            programme=town.programme, practice_id=referral.practice_id, limit=1
        )[0]
        return book_appointment(referral=referral, by=town.gerda, slot=slot)


@pytest.fixture
def family(town) -> SimpleNamespace:
    """A child of ten, both parents in a home of their own, and an appointment."""
    appointment = book(town)
    with standing_at(town.anna.membership.place()):
        return _family(appointment, town.anna)


def _family(appointment: Appointment, anna: User) -> SimpleNamespace:
    child = appointment.client
    made = SimpleNamespace(child=child, appointment=appointment)
    made.mother = add_member(child, anna, "parent_1", "Moeder Voorbeeld")
    made.father = add_member(
        child, anna, "parent_2", "Vader Anders", home=2, address="Geheimweg 9"
    )
    made.young = add_member(child, anna, "young_person", "Kind Voorbeeld", Tie.SELF)
    Channel.objects.create(
        client=child, owner="parent_2", kind="email", value="vader@teststad.example"
    )
    return made


@pytest.fixture
def give(anna, family):
    """Give a family member a link, by anna; return it with token and code."""

    def make(
        member=None, purpose=Purpose.APPOINTMENT, subject=None, days=7, role=None
    ) -> Given:
        member = member or family.mother
        with standing_at(anna.membership.place()):
            return give_link(
                purpose,
                family.child,
                subject or family.appointment.uuid,
                member.uuid,
                role
                or (
                    Role.YOUNG_PERSON if member.slot == "young_person" else Role.PARENT
                ),
                anna,
                days,
            )

    return make


@pytest.fixture
def come_by_link(give):
    """Open a link on a new device with its code; return browser and where it led."""

    def enter(given=None, **more):
        given = given or give(**more)
        device = browser()
        answer = device.post(given.path, {"code": given.code})
        return device, answer.headers.get("Location", ""), given

    return enter


@pytest.fixture
def as_parent(town, family, sign_in):
    """Sign a member of the family in with an own account."""

    def enter(member=None):
        member = member or family.mother
        role = Role.YOUNG_PERSON if member.slot == "young_person" else Role.PARENT
        with standing_at(town.anna.membership.place()):
            user = give_account(town, member, role)
        return sign_in(user), user

    return enter


@pytest.fixture
def helped(town, anna, family):
    """Help that runs: a goal; talks with mother, in confidence, with father."""
    referral = family.appointment.referral
    with standing_at(anna.membership.place()):
        family.trajectory = take_on_referral(referral=referral, by=anna)
        goal = set_goal(
            trajectory=family.trajectory, by=anna, words="Zelf inslapen", owner="child"
        )
        for who, words, score in (
            (["child", "parent_1"], "Elke avond lezen", 3),
            (["child"], "VERZEGELD", 9),
            (["parent_2"], "VANVADER", 8),
        ):
            contact = record_contact(
                trajectory=family.trajectory,
                by=anna,
                appointment=None,
                consult=Consult(
                    attendance=who,
                    themes=["EMO-ANG"],
                    text=f"{words} VERSLAG",
                    agreements=words,
                    next_step="none",
                    next_step_words="",
                    minutes={"intake": 10},
                    scores={goal.pk: score},
                ),
            )
            if words == "VERZEGELD":
                Contact.objects.filter(pk=contact.pk).update(not_for_parents=True)
        open_concern(client=family.child, by=anna, signs="ZORGSIGNAAL")
    return family


@pytest.fixture
def inside(anna):
    def act(change):
        with standing_at(anna.membership.place()):
            return change()

    return act
