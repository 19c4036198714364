"""Do parties that sign at the same moment each count once, and does one close it?

A running server; the judge asks the database as superuser. Each party sends its
signature twice, all at once.
"""

import json
import subprocess
import sys

import pytest

from tests import live
from tests.attack.agreements import PERSONAS
from tests.attack.test_signing import at_once

ROUNDS, THREADS = 4, 4


@pytest.fixture(scope="module")
def contest():
    """A server on a town in which agreements wait for signatures."""
    database = live.copy_town()
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.agreements", str(ROUNDS)],
        cwd=live.CHECKOUT,
        env=live.environment(database),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    with live.serving(database=database, threads=THREADS, workers=2) as server:
        yield server, json.loads(done.stdout)
        assert not server.faults(), server.log.read_text()
    live.drop(database)


def test_all_parties_at_once_are_each_counted_once_and_close_it_once(contest):
    server, found = contest
    for offer in found["offers"]:
        address = f"/overeenkomsten/{offer['uuid']}/tekenen/"
        told = {"sha256": offer["sha256"]}

        answers = at_once(server, found, [(who, address, told) for who in PERSONAS * 2])

        assert {answer.status for answer in answers} == {302}
        signed = server.sql(
            "SELECT p.signed_sha256, a.status, a.signed_at IS NOT NULL "
            "FROM dichtbij_agreementparty p "
            "JOIN dichtbij_agreement a ON a.id = p.agreement_id WHERE a.uuid = %s",
            [offer["uuid"]],
        )
        assert signed == [(offer["sha256"], "signed", True)] * 3
        final = server.sql(
            "SELECT m.due_on::text FROM dichtbij_milestone m "
            "JOIN dichtbij_agreement a ON a.programme_id = m.programme_id "
            "WHERE m.kind = 'final' AND a.uuid = %s",
            [offer["uuid"]],
        )
        assert final == [(offer["final"],)]
