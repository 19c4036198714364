"""Is a decision taken once, whoever of two officers presses at the same moment?

A running server; the judge asks the database as superuser.
"""

import asyncio
import json
import subprocess
import sys
import uuid

import httpx
import pytest

from tests import awaiting, live
from tests.attack.deciding import KINDS, PERSONA
from tests.attack.hammer import TOKEN, refusal_on
from tests.attack.test_two_approvals import already

CLICKS, THREADS = 3, 4
OFFICERS = (PERSONA, f"tweede-{PERSONA}")
# Each wants something else, so that one sees whose decision it is.
WANTED = dict(zip(OFFICERS, ("extended", "stopped"), strict=True))
STATE = (
    "SELECT u.name, o.kind, d.sha256, p.ends_on::text FROM dichtbij_decision d "
    "JOIN dichtbij_user u ON u.id = d.taken_by_id "
    "JOIN dichtbij_decisionoption o ON o.id = d.chosen_id "
    "JOIN dichtbij_programme p ON p.id = d.programme_id WHERE d.uuid = %s"
)


@pytest.fixture(scope="module")
def contest():
    """A server on a town in which decisions wait, and what the clients know of it."""
    database = live.copy_town()
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.deciding"],
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


async def _at_once(server, found, address):
    ready = asyncio.Barrier(len(OFFICERS) * CLICKS)

    async def one(name):
        cookies = {"dichtbij": found["sessions"][name], "csrf": TOKEN}
        form = {
            "csrfmiddlewaretoken": TOKEN,
            "once": str(uuid.uuid4()),
            "step": "take",
            "chosen": WANTED[name],
            "grounds": "Zie het verslag.",
            "review_on": "2027-06-01",
        }
        async with httpx.AsyncClient(
            base_url=server.base, cookies=cookies, timeout=120
        ) as browser:
            await browser.get("/gezond/")
            await ready.wait()
            answer = await browser.post(
                address, data=form, headers={"Referer": f"{server.base}{address}"}
            )
        return name, answer.status_code, refusal_on(answer.text)

    return await asyncio.gather(*(one(name) for name in OFFICERS * CLICKS))


def test_of_two_officers_one_decides_and_the_other_reads_who(contest):
    server, found = contest
    assert len(found["decisions"]) == len(KINDS)
    for decision in found["decisions"]:
        address = f"/besluiten/{decision}/nemen/"

        answers = awaiting.run(_at_once(server, found, address))

        ((name, kind, sha256, ends_on),) = server.sql(STATE, [decision])
        first = next(who for who, told in found["names"].items() if told == name)
        assert kind == WANTED[first]
        assert len(sha256) == 64
        assert ends_on == "2027-01-01"
        assert {who for who, status, _said in answers if status == 302} == {first}
        refused = [said for _who, status, said in answers if status == 200]
        assert len(refused) == CLICKS
        words = already("%(name)s already took this decision.", name)
        assert all(words in said for said in refused), refused
