"""Is what the practice gets exactly what the writer saw, and for ever?"""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from dichtbij.care.actions import add_task
from dichtbij.care.models import Task
from dichtbij.network.actions import edit_letter, release_letter, write_letter
from dichtbij.network.models import Letter
from dichtbij.network.paper import in_its_language
from dichtbij.outbox.models import Message
from dichtbij.referrals.models import ReferralEvent
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.pdf import sha256_hex


def test_the_paper_that_was_seen_is_the_paper_that_is_stored(town, make_letter):
    letter = make_letter()
    seen = letter.sha256

    release_letter(letter=letter, by=town.anna, sha256=seen)

    stored = Letter.objects.get(pk=letter.pk)
    assert stored.status == "released"
    assert stored.released_at == clock.now()
    assert seen == stored.sha256 == sha256_hex(bytes(stored.pdf))


def test_another_paper_than_was_seen_is_refused(town, make_letter):
    letter = make_letter()
    seen = letter.sha256
    edit_letter(
        letter=letter, by=town.anna, body="Anders.", his_text="", sha256=letter.sha256
    )

    with pytest.raises(Refused, match="Look again"):
        release_letter(letter=letter, by=town.anna, sha256=seen)

    assert Letter.objects.get(pk=letter.pk).status == "draft"


@pytest.mark.parametrize("sha256", ["", "0" * 64])
def test_a_hash_of_nothing_releases_nothing(town, make_letter, sha256):
    letter = make_letter()

    with pytest.raises(Refused):
        release_letter(letter=letter, by=town.anna, sha256=sha256)


def test_twice_is_once(town, released):
    letter = released()
    events, mails = ReferralEvent.objects.count(), Message.objects.count()

    again = release_letter(letter=letter, by=town.anna, sha256=letter.sha256)

    assert again.released_at == letter.released_at
    assert ReferralEvent.objects.count() == events
    assert Message.objects.count() == mails


def test_paper_of_yesterday_is_looked_at_again_first(town, make_letter):
    letter = make_letter()

    with (
        clock.at(clock.now() + timedelta(days=1)),
        pytest.raises(Refused, match="Look again"),
    ):
        release_letter(letter=letter, by=town.anna, sha256=letter.sha256)


def test_nobody_releases_a_letter_in_a_colleagues_name(town, make_letter):
    letter = make_letter()
    Letter.objects.filter(pk=letter.pk).update(written_by=town.bram)

    with pytest.raises(Refused, match="Look again"):
        release_letter(letter=letter, by=town.anna, sha256=letter.sha256)


def test_the_practice_is_told_and_the_task_is_done(town, make_letter):
    letter = make_letter()
    add_task(letter.referral, town.anna, Task.Kind.LETTER, due_on=clock.today())

    release_letter(letter=letter, by=town.anna, sha256=letter.sha256)

    event = ReferralEvent.objects.get(kind="letter")
    with in_its_language():
        assert event.words == letter.title
    mail = Message.objects.filter(kind="letter_released").get()
    assert mail.user == town.gerda
    assert str(letter.referral.uuid) in mail.link
    assert not Task.objects.open().filter(kind=Task.Kind.LETTER).exists()


def test_when_the_assistant_referred_the_mail_goes_to_the_gp(town, released):
    released(by=town.henk)

    mail = Message.objects.filter(kind="letter_released").get()
    assert mail.user == town.gerda


@pytest.mark.parametrize("who", ["carla", "bram", "gerda", "henk", "gijs", "dirk"])
def test_others_may_not_release(town, make_letter, stand_as, who):
    letter = make_letter()
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        release_letter(letter=letter, by=by, sha256=letter.sha256)


CHANGES = [
    "body = 'anders'",
    "his_text = 'anders'",
    "pdf = NULL",
    "sha256 = repeat('0', 64)",
    "status = 'draft', released_at = NULL",
    "released_at = now()",
    "dated_on = '2000-01-01'",
    "kind = 'close'",
    "written_by_id = written_by_id + 1",
    "uuid = gen_random_uuid()",
    "audience = 'family', reader = 'parent_1'",
    "reader = 'parent_1', audience = 'family'",
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_released_letter_cannot_be_changed_even_by_sql(released, change):
    letter = released()

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        run(f"UPDATE dichtbij_letter SET {change} WHERE id = {letter.pk}")


def test_a_released_letter_cannot_be_deleted_even_by_sql(released):
    letter = released()

    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        run(f"DELETE FROM dichtbij_letter WHERE id = {letter.pk}")
    with pytest.raises(DatabaseError, match="denied"), transaction.atomic():
        run("TRUNCATE dichtbij_letter")


def test_every_column_but_those_that_follow_the_child_is_frozen(released):
    """A column of later is frozen too, unless somebody thaws it in a migration."""
    letter = released()
    frozen = {change.split(" ")[0] for change in CHANGES}

    columns = {field.column for field in Letter._meta.concrete_fields}
    free = {"pasted_at", "programme_id", "holder_id", "practice_id"}
    # Keys of other rows, of which the test has no second one to point at.
    elsewhere = {"id", "client_id", "referral_id", "trajectory_id", "changed_at"}
    assert columns == frozen | free | elsewhere
    for column in sorted(elsewhere - {"changed_at"}):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            run(
                f"UPDATE dichtbij_letter SET {column} = {column} + 1 "
                f"WHERE id = {letter.pk}"
            )


def test_a_hash_that_is_not_of_the_bytes_cannot_be_stored(make_letter):
    letter = make_letter()

    with pytest.raises(DatabaseError, match="hash"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(sha256="0" * 64)
    with pytest.raises(DatabaseError, match="hash"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(pdf=b"%PDF-other")


def test_after_a_release_a_second_letter_of_the_kind_can_be_written(town, released):
    letter = released()

    second = write_letter(referral=letter.referral, by=town.anna, kind="start")

    assert second.pk != letter.pk
    assert second.status == "draft"


def test_the_act_is_in_the_log(released, entries):
    letter = released()

    (line,) = entries(event_type="release_letter")
    assert line.client_id == letter.client_id
    assert line.object_id == str(letter.uuid)
    assert line.relation == "care"


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
