"""Does each look and act leave its line, whole, in a chain that holds?"""

import uuid
from dataclasses import replace

import pytest
from django.db import connection
from django.http import Http404

from dichtbij.audit import log
from dichtbij.audit.doors import open_list, open_record, standing_at
from dichtbij.audit.models import Chain, Entry
from dichtbij.clients.models import Client
from dichtbij.referrals.actions import call_first, decline_referral
from dichtbij.referrals.models import Referral
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import standing


def test_a_look_at_one_record_is_one_line_with_all_that_nen_7513_asks(
    town, make_referral, entries
):
    referral = make_referral()
    before = len(entries())

    open_record(
        town.gerda, Referral.objects.all(), referral.uuid, Permission.REFERRAL_READ
    )

    (line,) = entries()[before:]
    assert line.action_code == Entry.ActionCode.READ
    assert line.client_id == referral.client_id
    assert line.object_type == "Referral"
    assert line.object_id == str(referral.uuid)
    assert line.user_id == town.gerda.pk
    assert line.user_name == "Gerda"
    assert line.role == "gp"
    assert line.organisation_id == town.practice_noord.pk
    assert line.permission == "referral_read"
    assert line.relation == "practice"
    assert line.purpose == "care"
    assert line.outcome == Entry.Outcome.SUCCESS
    assert not line.emergency


def test_a_list_of_three_children_is_three_lines(town, make_referral, entries):
    for name in ("Een", "Twee", "Drie"):
        make_referral(child={"given_name": name, "family_name": f"{name}kind"})
    before = len(entries())

    found = open_list(town.gerda, Client.objects.all(), Permission.REFERRAL_READ)

    lines = entries()[before:]
    assert len(found) == 3
    assert {line.client_id for line in lines} == {client.pk for client in found}


def test_a_record_of_another_practice_is_not_there_and_is_not_logged_as_seen(
    town, make_referral, stand_as, entries
):
    referral = make_referral()
    before = len(entries())
    stand_as(town.gijs)

    for wanted in (referral.uuid, uuid.uuid4()):
        with pytest.raises(Http404):
            open_record(
                town.gijs, Referral.objects.all(), wanted, Permission.REFERRAL_READ
            )

    assert entries()[before:] == []


def test_a_role_without_the_permission_gets_no_list(town, stand_as):
    stand_as(town.dirk)

    with pytest.raises(Denied):
        open_list(town.dirk, Client.objects.all(), Permission.FILE_READ)


def test_a_refused_act_leaves_no_line_of_success(
    town, make_referral, stand_as, entries
):
    referral = make_referral()
    stand_as(town.anna)
    call_first(referral=referral, by=town.anna)
    before = len(entries())

    with pytest.raises(Refused):
        decline_referral(referral=referral, by=town.anna, reason=" ")

    assert entries()[before:] == []


def test_the_chain_of_the_programme_holds(town, make_referral, entries):
    make_referral()
    make_referral(child={"family_name": "Anderkind"})
    lines = entries()

    assert log.first_break(town.programme.pk) is None
    assert [line.sequence for line in lines] == list(range(1, len(lines) + 1))
    assert Chain.objects.get(programme=town.programme).last_sequence == len(lines)


@pytest.mark.parametrize("field", ["event_type", "user_id", "client_id", "outcome"])
def test_a_line_that_was_edited_no_longer_fits_its_hash(
    town, make_referral, entries, field
):
    make_referral()
    line = entries()[0]
    assert line.computed_hash() == bytes(line.hash)

    setattr(line, field, 9)

    assert line.computed_hash() != bytes(line.hash)


def test_a_head_that_does_not_match_the_last_line_is_found(
    town, make_referral, entries
):
    """As when the tail was cut off: the app role may not delete lines itself."""
    make_referral()
    count = len(entries())
    Chain.objects.filter(programme=town.programme).update(head=bytes(32))

    assert log.first_break(town.programme.pk) == count + 1


def test_what_stands_in_no_programme_goes_to_the_chain_of_the_installation(town):
    with standing_at(replace(town.ella.membership.place(), programme_id=None)):
        log.record("login", Entry.ActionCode.EXECUTE, by=town.ella)
    log.write()

    assert Entry.objects.get(event_type="login").programme_id is None
    assert log.first_break(None) is None


def test_there_is_no_room_in_the_log_for_content(town, make_referral, entries):
    make_referral(sentence="Geheim verhaal", child={"bsn": "999990019"})
    entries()

    with connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(e::text, ' ') FROM dichtbij_entry e")
        written = cursor.fetchone()[0]
    for secret in ("Geheim", "999990019", "Voorbeeldkind", "ouder@", "8261"):
        assert secret not in written


def test_lines_land_in_the_partition_of_their_year(town, make_referral, entries):
    make_referral()
    entries()

    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tableoid::regclass::text FROM dichtbij_entry")
        assert cursor.fetchall() == [("dichtbij_entry_2026",)]
    assert standing() is not None
