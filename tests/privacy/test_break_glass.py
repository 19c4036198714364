"""To look, for an hour, with a reason; looked back at in five working days (B18)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from dichtbij.audit.doors import may, open_list, open_record
from dichtbij.care.models import Contact, Task, Trajectory
from dichtbij.clients.models import Client, EmergencyAccess
from dichtbij.outbox.models import Message
from dichtbij.outbox.words import compose
from dichtbij.privacy.glass import break_glass, review_due_on
from dichtbij.privacy.models import EmergencyReview
from dichtbij.referrals.models import Referral
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import (
    EMERGENCY_OPENS,
    MATRIX,
    Permission,
    Relation,
    Role,
)
from tests.conftest import NOW

MINUTE = timedelta(minutes=1)


def open_child(by, client, permission=Permission.FILE_READ):
    return open_record(by, Client.objects.all(), client.uuid, permission)


def test_it_opens_for_an_hour_and_its_review_is_due(
    town, make_access, colleague, officer, entries
):
    access = make_access()

    assert access.ends_at - access.opened_at == timedelta(minutes=60)
    review = EmergencyReview.objects.get()
    assert (review.access, review.due_on) == (access, date(2026, 3, 17))
    assert open_child(colleague, access.client) == access.client
    act = entries(event_type="break_glass")[0]
    assert (act.client_id, act.emergency, act.user_id) == (
        access.client_id,
        True,
        colleague.pk,
    )


def test_f29_the_privacy_officer_hears_of_it_at_once_in_neutral_words(
    make_access, officer
):
    access = make_access()

    message = Message.objects.get(kind="glass_broken", user=officer)
    assert message.client is None
    subject, body = compose("glass_broken", link="https://x.example/inzage/")
    assert access.client.family_name not in subject + body


def test_it_ends_by_itself_exactly_at_the_minute(make_access, colleague):
    access = make_access()

    with clock.at(access.ends_at - timedelta(seconds=1)):
        assert open_child(colleague, access.client)
    with clock.at(access.ends_at), pytest.raises(Http404):
        open_child(colleague, access.client)


def test_each_look_is_logged_as_an_emergency_in_lists_too(
    make_access, colleague, entries
):
    access = make_access()
    found = open_list(
        colleague,
        Referral.objects.filter(client=access.client),
        Permission.REFERRAL_READ,
    )
    open_child(colleague, access.client)

    assert len(found) == 1
    looks = entries(event_type="look", user_id=colleague.pk)
    assert {(line.relation, line.emergency) for line in looks} == {("emergency", True)}
    assert len(looks) == 2


def test_in_own_care_nothing_is_logged_as_an_emergency(
    town, make_access, stand_as, entries
):
    access = make_access()
    stand_as(town.anna)

    open_child(town.anna, access.client)

    assert not entries(event_type="look", user_id=town.anna.pk)[0].emergency


IN_CARE = {
    permission
    for permission, roles in MATRIX.items()
    if roles.get(Role.PRACTITIONER) == Relation.CARE
}


@pytest.mark.parametrize("permission", sorted(IN_CARE - EMERGENCY_OPENS))
def test_what_is_not_to_look_at_stays_shut(make_access, colleague, permission):
    access = make_access()

    assert not may(permission, access.client)
    with pytest.raises(Http404):
        open_child(colleague, access.client, permission)


def test_no_list_but_those_of_the_file_shows_the_child(make_access, colleague):
    make_access()

    assert not open_list(colleague, Trajectory.objects.open(), Permission.FILE_SEARCH)
    assert not Trajectory.objects.visible_to(colleague).exists()
    assert not Contact.objects.visible_to(colleague).exists()


def test_it_cannot_be_made_longer_while_it_runs(make_access, colleague):
    access = make_access()

    with clock.at(NOW + 59 * MINUTE), pytest.raises(Refused, match="11:00"):
        break_glass(client=access.client, by=colleague, why="danger", words="Nog even.")

    assert EmergencyAccess.objects.count() == 1


def test_afterwards_it_asks_for_a_new_reason_and_a_new_review(make_access, colleague):
    access = make_access()

    with clock.at(NOW + 60 * MINUTE):
        make_access(access.client)

    assert EmergencyReview.objects.count() == 2


@pytest.mark.parametrize("minutes", [0, -5, 241, 1440])
def test_it_never_lasts_longer_than_four_hours(make_access, minutes):
    with pytest.raises(Refused, match="four hours"):
        make_access(minutes=minutes)

    assert not EmergencyReview.objects.exists()


def test_the_database_refuses_more_than_four_hours_too(make_access):
    access = make_access()
    access.pk, access.uuid = None, None
    access.ends_at = access.opened_at + timedelta(hours=4, seconds=1)

    with pytest.raises(DatabaseError), transaction.atomic():
        access.save(force_insert=True)


@pytest.mark.parametrize(
    "change", ["ends_at = ends_at + interval '1 hour'", "words = ''", None]
)
def test_nobody_changes_or_erases_it(make_access, change):
    make_access()
    sql = (
        f"UPDATE dichtbij_emergencyaccess SET {change}"
        if change
        else "DELETE FROM dichtbij_emergencyaccess"
    )

    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql)


@pytest.mark.parametrize("changes", [{"why": "curious"}, {"why": ""}, {"words": " "}])
def test_it_needs_a_reason_in_a_choice_and_in_words(make_access, changes):
    with pytest.raises(Refused, match="Choose why"):
        make_access(**changes)


def test_in_own_care_it_is_not_needed(town, make_trajectory):
    client = make_trajectory().client

    with pytest.raises(Refused, match="own care"):
        break_glass(client=client, by=town.anna, why="danger", words="x")


@pytest.mark.parametrize("who", ["bram", "gerda", "henk", "carla", "dirk", "ella"])
def test_others_may_not(town, make_trajectory, stand_as, who):
    client = make_trajectory().client
    stand_as(getattr(town, who))

    with pytest.raises(Denied):
        break_glass(client=client, by=getattr(town, who), why="danger", words="x")


def test_nothing_is_written_through_broken_glass(make_access, colleague, town):
    from dichtbij.care.actions import complete_task, set_goal
    from dichtbij.safety.actions import open_concern

    access = make_access()
    trajectory = Trajectory.objects.get()
    task = Task.objects.first()

    with pytest.raises(Denied):
        set_goal(trajectory=trajectory, by=colleague, words="x", owner="child")
    with pytest.raises(Denied):
        complete_task(task=task, by=colleague)
    with pytest.raises(Denied):
        open_concern(client=access.client, by=colleague, signs="x")


@pytest.mark.parametrize(
    ("opened", "due"),
    [
        (datetime(2026, 3, 10, 9, tzinfo=UTC), date(2026, 3, 17)),
        # 23:30 UTC is the next day in Amsterdam.
        (datetime(2026, 3, 10, 23, 30, tzinfo=UTC), date(2026, 3, 18)),
        # A Saturday: counted from Friday.
        (datetime(2026, 3, 14, 9, tzinfo=UTC), date(2026, 3, 20)),
        # Easter Monday, 6 April 2026, is no working day.
        (datetime(2026, 4, 2, 9, tzinfo=UTC), date(2026, 4, 10)),
        # Christmas and New Year's Day.
        (datetime(2026, 12, 24, 9, tzinfo=UTC), date(2027, 1, 1 + 3)),
    ],
)
def test_the_review_is_due_in_five_working_days_holidays_counted(opened, due):
    assert review_due_on(opened) == due
