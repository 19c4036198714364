"""`./run verify-audit`: whoever owns the tables and changes the log is found out (F6).

These tests commit, in a chain of their own, because the owner is another connection;
what they wrote is taken away afterwards by the owner, who alone can.
"""

from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.db.utils import DatabaseError

from dichtbij.audit import log
from dichtbij.audit.models import Entry
from dichtbij.management.commands.verify_audit import chains
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock

LINES = 6


@pytest.fixture
def owner(django_db_setup, django_db_blocker) -> Iterator:
    """Yield a cursor of the owner; its statements commit, and so do the app's."""
    with django_db_blocker.unblock():
        with connections["owner"].cursor() as cursor:
            yield cursor
        connections["owner"].close()
        connection.close()


@pytest.fixture
def chain(owner) -> Iterator[int]:
    """A committed chain of six lines; return its programme's key."""
    programme = Programme.objects.create(
        slug="keten", name="Keten", starts_on=date(2025, 1, 1), school_region="noord"
    )
    with transaction.atomic():
        log.append(programme.pk, [line(programme.pk, n) for n in range(1, LINES + 1)])
    yield programme.pk
    as_owner(owner, f"DELETE FROM dichtbij_entry WHERE programme_id = {programme.pk}")
    owner.execute("DELETE FROM dichtbij_chain WHERE programme_id = %s", [programme.pk])
    owner.execute("DELETE FROM dichtbij_programme WHERE id = %s", [programme.pk])


def line(programme_id: int, number: int) -> Entry:
    return Entry(
        at=clock.now(),
        event_type=f"event {number}",
        action_code=Entry.ActionCode.READ,
        user_id=number,
        programme_id=programme_id,
    )


def as_owner(owner, *statements: str) -> None:
    """Do what an attacker with the owner's password would do."""
    owner.execute("ALTER TABLE dichtbij_entry DISABLE TRIGGER USER")
    for statement in statements:
        owner.execute(statement)
    owner.execute("ALTER TABLE dichtbij_entry ENABLE TRIGGER USER")


def verify() -> tuple[str, bool]:
    """Return what the command said, and whether it left with exit code 0."""
    said, code = StringIO(), 0
    try:
        call_command("verify_audit", stdout=said)
    except CommandError as error:
        code = error.returncode
    return said.getvalue(), code == 0


def test_a_whole_log_is_said_to_be_whole(chain):
    said, whole = verify()

    assert whole
    assert "Keten: 6 lines, whole" in said


WHERE = "WHERE programme_id = {key} AND sequence = "
ATTACKS = {
    "a changed line": (
        3,
        [f"UPDATE dichtbij_entry SET user_id = 99 {WHERE}3"],
    ),
    "a removed line": (3, [f"DELETE FROM dichtbij_entry {WHERE}3"]),
    "a line put between": (
        4,
        [
            "UPDATE dichtbij_entry SET sequence = sequence + 1 "
            "WHERE programme_id = {key} AND sequence > 3",
            "INSERT INTO dichtbij_entry (event_id, at, action_code, outcome, "
            "event_type, user_name, role, purpose, network_point, object_type, "
            "object_id, permission, relation, consent_profile, emergency, source, "
            "trace_id, programme_id, sequence, previous_hash, hash) "
            "SELECT gen_random_uuid(), at, action_code, outcome, 'invented', "
            "user_name, role, purpose, network_point, object_type, object_id, "
            "permission, relation, consent_profile, emergency, source, trace_id, "
            f"programme_id, 4, hash, hash FROM dichtbij_entry {WHERE}3",
        ],
    ),
    "two lines swapped": (
        2,
        [
            f"UPDATE dichtbij_entry SET sequence = -2 {WHERE}2",
            f"UPDATE dichtbij_entry SET sequence = 2 {WHERE}5",
            f"UPDATE dichtbij_entry SET sequence = 5 {WHERE}-2",
        ],
    ),
    "the last lines cut off": (
        5,
        ["DELETE FROM dichtbij_entry WHERE programme_id = {key} AND sequence > 4"],
    ),
    "the first line cut off": (1, [f"DELETE FROM dichtbij_entry {WHERE}1"]),
    "everything removed": (
        1,
        ["DELETE FROM dichtbij_entry WHERE programme_id = {key}"],
    ),
    "the head lost": (
        7,
        ["DELETE FROM dichtbij_chain WHERE programme_id = {key}"],
    ),
    "the hour of a line moved": (
        6,
        [f"UPDATE dichtbij_entry SET at = at - interval '1 hour' {WHERE}6"],
    ),
}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda name: name.replace(" ", "_"))
def test_an_attack_by_the_owner_is_found_at_its_first_line(chain, owner, attack):
    first, statements = ATTACKS[attack]

    as_owner(owner, *(statement.format(key=chain) for statement in statements))

    said, whole = verify()
    assert not whole
    assert f"Keten: broken at line {first}\n" in said
    assert log.first_break(chain) == first


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE dichtbij_entry SET user_id = 99",
        "DELETE FROM dichtbij_entry",
        "TRUNCATE dichtbij_entry",
        "ALTER TABLE dichtbij_entry DISABLE TRIGGER USER",
    ],
)
def test_the_app_itself_can_change_no_line(chain, statement):
    with connection.cursor() as cursor, pytest.raises(DatabaseError):
        cursor.execute(statement)

    assert verify()[1]


def test_even_the_owner_meets_a_trigger_first(chain, owner):
    for act in (
        "UPDATE dichtbij_entry SET user_id = 99",
        "DELETE FROM dichtbij_entry",
    ):
        with pytest.raises(DatabaseError):
            owner.execute(f"{act} WHERE programme_id = {chain}")

    assert verify()[1]


def test_the_chain_of_the_installation_is_checked_too(chain):
    with transaction.atomic():
        log.append(None, [line(None, 1)])
        assert None in chains()
        assert "installation: " in verify()[0]
        transaction.set_rollback(True)
