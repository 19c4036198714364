"""A copy of the file holds what this person may read, and nothing of anybody else."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from dichtbij.care.actions import Consult, record_contact, set_goal
from dichtbij.care.models import Contact, Task
from dichtbij.clients.models import CareRelation, Channel
from dichtbij.families.models import FamilyMember, LegalAuthority, SightDelay
from dichtbij.network.actions import release_letter, write_letter
from dichtbij.outbox.models import Message
from dichtbij.privacy.actions import (
    answer_request,
    note_request,
    preview_of,
    refuse_request,
    statements_of,
)
from dichtbij.privacy.models import FileRequest
from dichtbij.privacy.terms import ensure_owner, hard_stop_on, owner_of
from dichtbij.questionnaires.models import Inquiry
from dichtbij.safety.actions import open_concern
from dichtbij.shared import clock, pdf
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW, minutes

CANARIES = {
    "sealed": "KANARIEZEGEL",
    "other": "KANARIEANDERE",
    "concern": "KANARIEVEILIG",
    "address": "Kanarielaan 12",
}


def text_of(content):
    pages = PdfReader(io.BytesIO(bytes(content))).pages
    return " ".join("\n".join(page.extract_text() for page in pages).split())


def member(client, slot, by, **changes):
    told = {
        "slot": slot,
        "tie": "10",
        "name": "Ouder Verzonnen",
        "noted_by": by,
        "since": date(2020, 1, 1),
    }
    found = FamilyMember.objects.create(client=client, **(told | changes))
    if found.tie == "10":
        LegalAuthority.objects.create(
            client=client,
            member=found,
            kind="authority",
            source="register",
            source_on=date(2026, 1, 1),
            starts_on=date(2015, 6, 1),
            noted_by=by,
            noted_at=NOW,
        )
    return found


def talk(trajectory, by, text, after, attendance=("child", "parent_1"), sealed=False):
    with clock.at(NOW + minutes(after)):
        contact = record_contact(
            trajectory=trajectory,
            by=by,
            consult=Consult(
                attendance=list(attendance),
                themes=["EMO-ANG"],
                text=text,
                agreements=f"{text} afspraak",
                next_step="none",
                minutes={"intake": 30},
            ),
        )
    Contact.objects.filter(pk=contact.pk).update(not_for_parents=sealed)
    return contact


@pytest.fixture
def family(town, make_trajectory):
    """Two parents in two homes, with texts of each; stand as anna."""
    trajectory = make_trajectory()
    client, by = trajectory.client, town.anna
    one = member(client, "parent_1", by, name="Moeder Verzonnen")
    two = member(
        client,
        "parent_2",
        by,
        name="Vader Bedacht",
        home=2,
        address=CANARIES["address"],
    )
    Channel.objects.create(
        client=client, owner="parent_2", kind="email", value="kanarie@ander.example"
    )
    talk(trajectory, by, "Openbaar gesprek.", 1)
    talk(trajectory, by, f"Vader woont {CANARIES['address']}. Slaapt beter.", 2)
    talk(trajectory, by, CANARIES["sealed"], 3, ("child",), sealed=True)
    talk(trajectory, by, CANARIES["other"], 4, ("parent_2",))
    set_goal(trajectory=trajectory, by=by, words="Weer slapen", owner="child")
    set_goal(trajectory=trajectory, by=by, words=CANARIES["other"], owner="parent_2")
    Inquiry.objects.create(
        client=client,
        referral=trajectory.referral,
        member=two,
        kind="check_in",
        asked_at=NOW,
        about_on=NOW.date(),
        expires_on=NOW.date(),
        answered_at=NOW,
        answers={"hoe": CANARIES["other"]},
        reader=by,
        read_by_on=NOW.date(),
    )
    open_concern(client=client, by=by, signs=CANARIES["concern"])
    return trajectory, one, two


def asked_by(person, by, kind="copy", words=""):
    return note_request(member=person, by=by, kind=kind, words=words)


def test_the_copy_holds_what_this_parent_may_read(town, family):
    _trajectory, one, _two = family

    answered = answer_request(file_request=asked_by(one, town.anna), by=town.anna)

    told = text_of(answered.pdf)
    assert answered.status == "ready"
    assert answered.sha256 == pdf.sha256_hex(bytes(answered.pdf))
    for text in ("Openbaar gesprek.", "Slaapt beter.", "Weer slapen", "Anna"):
        assert text in told, text
    assert "Who looked at the file" in told


def test_lr_14_no_canary_of_anyone_else_is_in_it(town, family):
    _trajectory, one, _two = family

    answered = answer_request(file_request=asked_by(one, town.anna), by=town.anna)

    told = text_of(answered.pdf)
    for canary in (*CANARIES.values(), "kanarie@ander.example"):
        assert canary not in told
        assert canary.encode() not in bytes(answered.pdf)


def test_what_stays_out_is_recorded_for_staff_and_never_told_in_the_copy(town, family):
    _trajectory, one, two = family

    answered = answer_request(file_request=asked_by(one, town.anna), by=town.anna)
    whys = sorted(row["why"] for row in answered.left_out)
    other = answer_request(file_request=asked_by(two, town.anna), by=town.anna)

    assert whys == ["confidential", "someone_else"]
    notes = "what somebody said in confidence, is never in a copy"
    assert notes in text_of(answered.pdf)
    assert notes in text_of(other.pdf)  # said in every copy, so it gives nothing away


def test_the_other_parent_reads_the_own_talk_and_not_the_first_ones_address(
    town, family
):
    _trajectory, one, two = family
    FamilyMember.objects.filter(pk=one.pk).update(address="Eerstestraat 9")

    answered = answer_request(file_request=asked_by(two, town.anna), by=town.anna)

    told = text_of(answered.pdf)
    assert CANARIES["other"] in told
    assert CANARIES["sealed"] not in told
    assert "Eerstestraat" not in told


def test_a_text_is_left_out_by_hand_with_a_reason_only(town, family):
    trajectory, one, _two = family
    first = trajectory.contacts.order_by("held_at").first()
    asked = asked_by(one, town.anna)

    with pytest.raises(Refused, match="reason"):
        answer_request(file_request=asked, by=town.anna, leave_out=[str(first.uuid)])
    answered = answer_request(
        file_request=asked,
        by=town.anna,
        leave_out=[str(first.uuid)],
        words="Gaat over een buurkind.",
    )

    assert "Openbaar gesprek." not in text_of(answered.pdf)
    assert {"kind": "contact", "uuid": str(first.uuid), "why": "chosen"} in (
        answered.left_out
    )
    assert answered.reason == "Gaat over een buurkind."


def test_a_letter_written_after_a_hidden_talk_stays_out(town, family):
    trajectory, one, _two = family
    by, referral = town.anna, trajectory.referral
    with clock.at(NOW + minutes(9)):
        letter = write_letter(referral=referral, by=by, kind="start")
        letter = release_letter(letter=letter, by=by, sha256=letter.sha256)

    answered = answer_request(file_request=asked_by(one, by), by=by)

    assert {"kind": "letter", "uuid": str(letter.uuid), "why": "after"} in (
        answered.left_out
    )


def test_the_look_in_the_copy_tells_emergencies(town, family, make_access, stand_as):
    trajectory, one, _two = family
    make_access(trajectory.client)
    stand_as(town.anna)

    answered = answer_request(file_request=asked_by(one, town.anna), by=town.anna)

    assert "Opened in an emergency." in text_of(answered.pdf)


def test_lr_24_who_may_not_read_gets_no_copy(town, make_trajectory):
    client = make_trajectory().client
    nobody = member(client, "parent_2", town.anna, tie="09", name="Buur Verzonnen")

    with pytest.raises(Refused, match="may not read"):
        answer_request(file_request=asked_by(nobody, town.anna), by=town.anna)
    with pytest.raises(Refused, match="may not read"):
        preview_of(FileRequest.objects.get())


def test_r25_nor_while_sight_is_held_back_for_safety(town, family):
    trajectory, one, _two = family
    SightDelay.objects.create(
        client=trajectory.client,
        reason="Verzonnen.",
        starts_at=NOW,
        review_on=date(2026, 4, 1),
        noted_by=town.anna,
    )

    with pytest.raises(Refused, match="may not read"):
        answer_request(file_request=asked_by(one, town.anna), by=town.anna)


def test_lr_26_an_addition_is_attached_as_it_was_written(town, family):
    trajectory, one, _two = family
    words = "Ik zie dit anders.\nVerzonnen verklaring."
    asked = asked_by(one, town.anna, "addition", words)
    assert statements_of(trajectory.client) == []

    answer_request(file_request=asked, by=town.anna)

    assert [row.words for row in statements_of(trajectory.client)] == [words]


def test_destruction_is_decided_with_a_reason_and_nothing_is_destroyed(town, family):
    trajectory, one, _two = family
    asked = asked_by(one, town.anna, "destruction")

    with pytest.raises(Refused, match="reason"):
        answer_request(file_request=asked, by=town.anna)
    answer_request(file_request=asked, by=town.anna, words="Volgens procedure.")

    assert trajectory.contacts.count() == 4


@pytest.mark.parametrize(
    ("kind", "ground", "known"),
    [
        ("copy", "privacy", True),
        ("copy", "good_care", True),
        ("copy", "duty", False),
        ("destruction", "interest", True),
        ("destruction", "duty", True),
        ("destruction", "good_care", False),
        ("addition", "privacy", False),
        ("copy", "", False),
    ],
)
def test_lr_22_it_is_refused_on_a_ground_the_law_knows(
    town, family, kind, ground, known
):
    _trajectory, one, _two = family
    asked = asked_by(one, town.anna, kind, "Verzonnen woorden.")
    told = {"file_request": asked, "by": town.anna, "ground": ground, "words": "Omdat."}

    if not known:
        with pytest.raises(Refused, match="ground"):
            refuse_request(**told)
        return
    refuse_request(**told)

    assert (asked.status, asked.ground, asked.reason) == ("refused", ground, "Omdat.")


def test_a_refusal_needs_a_reason(town, family):
    asked = asked_by(family[1], town.anna)

    with pytest.raises(Refused, match="reason"):
        refuse_request(file_request=asked, by=town.anna, ground="privacy", words=" ")


def test_it_is_answered_once(town, family):
    asked = asked_by(family[1], town.anna)
    answer_request(file_request=asked, by=town.anna)

    with pytest.raises(Refused, match="already"):
        answer_request(file_request=asked, by=town.anna)
    with pytest.raises(Refused, match="already"):
        refuse_request(file_request=asked, by=town.anna, ground="privacy", words="x")


def test_the_question_has_an_owner_a_task_and_a_term(town, family, entries):
    trajectory, one, _two = family

    asked = asked_by(one, town.anna)

    task = Task.objects.get(kind="review", done_at=None)
    assert (task.owner, task.due_on) == (town.anna, asked.due_on)
    assert asked.due_on == date(2026, 4, 10)
    assert hard_stop_on(asked) == date(2026, 6, 8)
    assert Message.objects.filter(kind="file_asked", user=town.anna).count() == 1
    answer_request(file_request=asked, by=town.anna)
    task.refresh_from_db()
    assert task.done_at is not None
    assert entries(event_type="answer_request")[0].client_id == trajectory.client_id


def test_asking_twice_is_asking_once(town, family):
    first = asked_by(family[1], town.anna)

    assert asked_by(family[1], town.anna) == first
    assert Task.objects.filter(kind="review", done_at=None).count() == 1


def test_after_the_help_the_file_opens_for_the_answer_and_shuts_by_itself(town, family):
    trajectory, one, _two = family
    client = trajectory.client
    CareRelation.objects.filter(client=client).update(ends_on=date(2026, 3, 1))
    assert owner_of(client) == town.anna
    asked = FileRequest.objects.create(
        client=client,
        programme=client.programme,
        holder=client.holder,
        practice=client.practice,
        member=one,
        kind="copy",
        asked_at=NOW,
        due_on=date(2026, 4, 10),
    )

    ensure_owner(asked)

    last = CareRelation.objects.get(
        client=client, starts_on=date(2026, 3, 10), ends_on__gt=date(2026, 3, 1)
    )
    assert (last.practitioner, last.ends_on) == (town.anna, date(2026, 4, 10))


@pytest.mark.parametrize("who", ["bram", "gerda", "carla", "dirk", "petra"])
def test_others_may_not(town, family, stand_as, who):
    asked = asked_by(family[1], town.anna)
    stand_as(getattr(town, who))

    with pytest.raises(Denied):
        answer_request(file_request=asked, by=getattr(town, who))
