"""Does the second wall hold on its own, asked directly as the app role?"""

from dataclasses import replace

import pytest
from django.apps import apps
from django.db import (
    DatabaseError,
    IntegrityError,
    connection,
    connections,
    transaction,
)

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import Consult, record_contact, set_goal, take_on_referral
from dichtbij.clients.models import Client
from dichtbij.network.models import Letter
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.walls import Wall, stand, standing

WALLED = {
    model._meta.db_table
    for model in apps.get_app_config("dichtbij").get_models()
    if any(type(c) is Wall for c in model._meta.constraints)
}
# Which key a wall asks whether its row may be met: (table, field).
ASKED = {
    (model._meta.db_table, wall.opens[0])
    for model in apps.get_app_config("dichtbij").get_models()
    for wall in model._meta.constraints
    if type(wall) is Wall and len(wall.opens) == 1
}
# Written out: the composite foreign keys of the migrations, as the catalogue has them.
COMPOSITE = {
    *(f"{t}_wall_keys" for t in (
        "referral", "referralevent", "appointment", "waitingentry", "trajectory",
        "contact", "letter", "emergencyaccess", "concern", "concernstep",
        "emergencyreview", "filerequest", "caseconsultation", "handover",
        "onwardreferral", "signature", "onwardevent", "offer",
    )),
    "consent_member_same_client", "legalauthority_member_same_client",
    "inquiry_member_same_client", "inquiry_referral_same_client",
    "measurement_referral_same_client", "concernstep_concern_same_client",
    "emergencyreview_access_same_client", "filerequest_member_same_client",
    "carelevel_trajectory_same_client", "caseconsultation_trajectory_same_client",
    "consultationtopic_consultation_same_client",
    "participant_consultation_same_client", "message_participant_same_client",
    "handover_trajectory_same_client", "onwardreferral_trajectory_same_client",
    "signature_onward_same_client", "onwardevent_onward_same_client",
    "referralevent_referral_same_client", "appointment_referral_same_client",
    "waitingentry_referral_same_client", "trajectory_referral_same_client",
    "contact_trajectory_same_client", "contact_appointment_same_client",
    "letter_referral_same_client", "letter_trajectory_same_client",
    "timespent_contact_same_client", "goal_trajectory_same_client",
    "goalscore_goal_same_client", "goalscore_contact_same_client",
    "task_referral_same_client", "message_channel_same_client",
    "addendum_contact_same_client", "offer_entry_same_client",
    "offer_appointment_same_client", "offerweighing_entry_same_client",
}  # fmt: skip


def count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        return cursor.fetchone()[0]


@pytest.fixture
def full_record(town, make_appointment, stand_as):
    """A referral of Noord with a row in every walled table."""
    appointment = make_appointment()
    referral = appointment.referral
    stand_as(town.anna)
    trajectory = take_on_referral(referral=referral, by=town.anna)
    goal = set_goal(trajectory=trajectory, by=town.anna, words="Slapen", owner="child")
    with clock.at(appointment.ends_at):
        record_contact(
            trajectory=trajectory,
            by=town.anna,
            appointment=appointment,
            consult=Consult(
                attendance=["child"],
                themes=["EMO-ANG"],
                text="Verzonnen tekst.",
                next_step="refer",
                minutes={"intake": 45},
                scores={goal.pk: 4},
            ),
        )
    return trajectory


def rows_that_open() -> dict[str, int]:
    return {table: count(table) for table in sorted(WALLED)}


def test_without_a_place_to_stand_every_walled_table_is_empty(full_record, stand_as):
    inside = rows_that_open()
    with stand(replace(standing(), programme_id=None, user_id=0)):
        # A message without a child is a staff mail: it opens to all, and tells nothing.
        outside = rows_that_open()

    assert sum(1 for n in inside.values() if n) >= 14
    assert {t: n for t, n in outside.items() if n} == {}


@pytest.mark.parametrize("other", ["carla", "cees", "gijs", "dirk", "ella"])
def test_who_stands_elsewhere_meets_no_row_of_noord(town, full_record, stand_as, other):
    stand_as(getattr(town, other))

    assert {t: n for t, n in rows_that_open().items() if n} == {}


def test_another_programme_with_the_same_employer_meets_nothing(town, full_record):
    elsewhere = replace(standing(), programme_id=town.programme.pk + 1)
    with stand(elsewhere):
        assert count("dichtbij_client") == 0
        assert count("dichtbij_contact") == 0

    assert count("dichtbij_client") == 1


def test_the_context_ends_with_its_transaction(town, full_record):
    """Nested here; on a real commit `true` in set_config ends it as well."""
    before = standing()
    with standing_at(town.carla.membership.place()):
        assert count("dichtbij_client") == 0

    assert standing() == before
    assert count("dichtbij_client") == 1


def test_a_row_cannot_be_written_for_another_employer(town, full_record, stand_as):
    stand_as(town.carla)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Client.objects.create(
            programme=town.programme,
            holder=town.employer_noord,
            practice=town.practice_noord,
            given_name="Fictief",
            family_name="Indringer",
            surname_key="x",
            birth_date="2015-01-01",
            created_at=clock.now(),
        )


def test_a_row_cannot_be_moved_out_of_reach(town, full_record):
    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Client.objects.update(holder=town.employer_zuid, practice=town.practice_zuid)


def test_the_composite_keys_are_those_we_wrote_down(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint "
            "WHERE contype = 'f' AND array_length(conkey, 1) > 1 "
            "AND conparentid = 0 AND connamespace = 'public'::regnamespace"
        )
        assert {row[0] for row in cursor.fetchall()} == COMPOSITE


def test_every_key_between_walled_tables_has_a_composite_twin(db):
    """Except a key that the wall itself asks: it lets in no row it does not show."""
    single = (
        "SELECT c.conrelid::regclass::text, c.confrelid::regclass::text, a.attname "
    )
    with connection.cursor() as cursor:
        cursor.execute(
            single + "FROM pg_constraint c JOIN pg_attribute a "
            "ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1] "
            "WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 1"
        )
        links = cursor.fetchall()
    between = {
        f"{table.removeprefix('dichtbij_')}_{column.removesuffix('_id')}_same_client"
        for table, target, column in links
        if table in WALLED and target in WALLED and target != "dichtbij_client"
        if (table, column.removesuffix("_id")) not in ASKED
    }

    assert between <= COMPOSITE


def foreign_key_answers(town, known: bool, full_record) -> str:
    """Try to hang a letter of Zuid's child on a referral that is not of Zuid."""
    place = town.gijs.membership.place()
    with standing_at(place):
        mine = Client.objects.create(
            programme=town.programme,
            holder=town.employer_zuid,
            practice=town.practice_zuid,
            given_name="Eigen",
            family_name="Testkind",
            surname_key="x",
            birth_date="2015-01-01",
            created_at=clock.now(),
        )
        try:
            with transaction.atomic():
                Letter.objects.create(
                    programme=town.programme,
                    holder=town.employer_zuid,
                    practice=town.practice_zuid,
                    client=mine,
                    referral_id=full_record.referral_id if known else 10**9,
                    kind="start",
                    written_by=town.gijs,
                    dated_on=clock.today(),
                    changed_at=clock.now(),
                )
        except DatabaseError as refused:
            return (
                type(refused).__name__ + str(refused).split(" is not present")[0][:60]
            )
        finally:
            Client.objects.filter(pk=mine.pk).delete()
    return "written"


def test_a_foreign_key_does_not_tell_whether_a_hidden_row_exists(town, full_record):
    hidden = foreign_key_answers(town, True, full_record)
    absent = foreign_key_answers(town, False, full_record)

    assert hidden == absent
    assert hidden.startswith("IntegrityError")


def test_wall_keys_of_a_row_equal_those_of_its_client(town, full_record):
    referral = full_record.referral
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE dichtbij_referral SET practice_id = %s WHERE id = %s",
            [town.practice_zuid.pk, referral.pk],
        )


def test_a_child_that_changes_employer_takes_every_row_along(town, full_record):
    """Both employers in one place: only a hand-over stands like that."""
    both = replace(standing(), holders=(town.employer_noord.pk, town.employer_zuid.pk))
    with stand(both):
        Client.objects.update(holder=town.employer_zuid)
        assert {r.holder_id for r in Referral.objects.all()} == {town.employer_zuid.pk}
        assert {a.holder_id for a in Appointment.objects.all()} == {
            town.employer_zuid.pk
        }
        with connection.cursor() as cursor:
            cursor.execute("SELECT DISTINCT holder_id FROM dichtbij_referralevent")
            assert cursor.fetchall() == [(town.employer_zuid.pk,)]

    assert count("dichtbij_client") == 0


@pytest.mark.parametrize("table", ["dichtbij_entry", "dichtbij_referralevent"])
@pytest.mark.parametrize("statement", ["UPDATE {0} SET id = id", "DELETE FROM {0}"])
def test_what_was_written_cannot_be_changed(full_record, table, statement, entries):
    entries()

    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement.format(table))


@pytest.mark.django_db(databases=["default", "stats"])
def test_the_stats_role_is_refused_every_table_of_children():
    for table in sorted(WALLED | {"dichtbij_entry", "dichtbij_user"}):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic("stats"),
            connections["stats"].cursor() as cursor,
        ):
            cursor.execute(f"SELECT 1 FROM {table}")
