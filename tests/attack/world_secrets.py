"""What in a file may one of a family read and another not? A mark for each such text.

Added to a side of the world: what belongs to one parent alone (LR-14), what a child
said in confidence, and a worry about safety, which is on no page or paper of a family.
"""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import Consult, record_contact, set_goal
from dichtbij.care.models import Contact, Trajectory
from dichtbij.clients.models import Client
from dichtbij.families.models import (
    CapacityJudgement,
    FamilyMember,
    HelpGround,
    Objection,
)
from dichtbij.network.actions import (
    edit_letter,
    release_letter,
    write_family_letter,
    write_letter,
)
from dichtbij.organisations.models import Membership, User
from dichtbij.privacy.actions import answer_request, note_request
from dichtbij.questionnaires.actions import Taken, answer, ask, record_measurement
from dichtbij.safety.actions import open_concern, take_step
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.models import Appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from tests.conftest import minutes
from tests.questionnaires.conftest import place_of

PARENTS = ("parent_1", "parent_2")


def home_of(slot: str, side: str) -> str:
    """Return the mark of what belongs to one parent of this side alone."""
    return {"parent_1": "HUISEEN", "parent_2": "HUISTWEE"}[slot] + side.upper()


def sealed(side: str) -> str:
    """Return the mark of what was said in confidence."""
    return f"VERTROUWD{side.upper()}"


def worry(side: str) -> str:
    """Return the mark of a worry about safety."""
    return f"ZORGSIGNAAL{side.upper()}"


def hide(town: SimpleNamespace, side: str, rows: dict[str, Any], by: User) -> None:
    """Write down the secrets of one side; on the town stands `second_<side>` too.

    The child becomes fourteen, so that the young person reads too (LR-24), and what
    would then keep somebody from reading (world_consent.py) ended yesterday.
    """
    with standing_at(by.membership.place()):
        child = Client.objects.filter(pk=rows["client"].pk)
        yesterday = clock.today() - timedelta(days=1)
        for fact in (CapacityJudgement, HelpGround, Objection):
            fact.objects.filter(client=rows["client"]).update(
                starts_on=yesterday, ends_on=yesterday
            )
        child.update(birth_date=clock.today().replace(year=clock.today().year - 14))
        trajectory = Trajectory.objects.get(pk=rows["trajectory"].pk)
        members = {
            one.slot: one for one in FamilyMember.objects.filter(client=child.get())
        }
        _second_account(town, side, members["parent_2"])
        for slot in PARENTS:
            _of_one_parent(trajectory, by, members[slot], home_of(slot, side))
        talk = _talk(trajectory, by, sealed(side), ["child"])
        Contact.objects.filter(pk=talk.pk).update(not_for_parents=True)
        concern = open_concern(client=trajectory.client, by=by, signs=worry(side))
        take_step(concern=concern, by=by, step=2, words=f"{worry(side)} collega")
        for slot in (*PARENTS, "young_person"):
            _letter(trajectory.referral, by, slot, side)
        for member in members.values():
            asked = note_request(member=member, by=by, kind="copy")
            answer_request(file_request=asked, by=by)


def _second_account(town: SimpleNamespace, side: str, member: FamilyMember) -> None:
    user = User.objects.create_user(f"second_{side}@teststad.example", "tweede")
    user.membership = Membership.objects.create(
        user=user,
        organisation=member.client.holder,
        programme=town.programme,
        client=member.client,
        role="parent",
        state=Membership.State.ACTIVE,
        since=clock.now(),
    )
    member.user = user
    member.save(update_fields=["user"])
    setattr(town, f"second_{side}", user)


def _of_one_parent(trajectory: Any, by: User, member: FamilyMember, mark: str) -> None:
    """Let one parent have a talk, an appointment, a goal and answers of their own."""
    _talk(trajectory, by, mark, [member.slot])
    set_goal(
        trajectory=trajectory, by=by, words=f"{mark} doel van mij", owner=member.slot
    )
    slot = free_slots(
        programme=trajectory.programme, practice_id=trajectory.practice_id, limit=1
    )[0]
    booked = book_appointment(referral=trajectory.referral, by=by, slot=slot)
    Appointment.objects.filter(pk=booked.pk).update(only_for=member.slot)
    today = clock.today()
    inquiry = ask(
        member=member, by=by, kind="check_in", about_on=today + timedelta(days=4),
        reader=by,
    )  # fmt: skip
    with standing_at(place_of(member)):
        told = {1: 3, 2: 4, 3: 5, 4: 6, 5: f"{mark} antwoord"}
        answer(inquiry=inquiry, by=User.objects.system(), answers=told)
    taken = Taken("sdq", member.slot, today, scores={"total": 14})
    record_measurement(referral=trajectory.referral, by=by, taken=taken)
    note_request(member=member, by=by, kind="addition", words=f"{mark} verklaring")


def _talk(trajectory: Any, by: User, mark: str, attendance: list[str]) -> Contact:
    at = clock.now() + minutes(60 + trajectory.contacts.count())
    with clock.at(at):
        contact: Contact = record_contact(
            trajectory=trajectory,
            by=by,
            consult=Consult(
                attendance=attendance,
                themes=["EMO-ANG"],
                text=f"{mark} tekst",
                agreements=f"{mark} afspraak",
                next_step="none",
                minutes={"intake": 30},
            ),
        )
    return contact


def _letter(referral: Any, by: User, reader: str, side: str) -> None:
    """Release a letter to one reader, with that reader's own mark in it."""
    to_gp = write_letter(referral=referral, by=by, kind="decision")
    letter = write_family_letter(letter=to_gp, by=by, reader=reader)
    if reader in PARENTS:
        letter = edit_letter(
            letter=letter,
            by=by,
            body=f"{letter.body}\n\n{home_of(reader, side)} brief",
            his_text="",
            sha256=letter.sha256,
        )
    release_letter(letter=letter, by=by, sha256=letter.sha256)
