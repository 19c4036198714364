"""Is a statement approved once and settled once, whoever clicks at the same moment?

A running server; the judge asks the database as superuser (issue 4, "two approvals").
"""

import asyncio
import json
import subprocess
import sys
import uuid

import httpx
import pytest
from django.utils import translation
from django.utils.translation import gettext as _

from tests import awaiting, live
from tests.attack.hammer import TOKEN, refusal_on

STATEMENTS, CLICKS, THREADS = 4, 4, 4
DONE = "/uren/"
STATE = (
    "SELECT s.status, u.name FROM dichtbij_statement s "
    "LEFT JOIN dichtbij_user u ON u.id = s.{who}_id WHERE s.uuid = %s"
)


@pytest.fixture(scope="module")
def contest():
    """A server on a town in which statements wait, and what the clients know of it."""
    database = live.copy_town()
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.approvals", str(STATEMENTS)],
        cwd=live.CHECKOUT,
        env=live.environment(database),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    with live.serving(database=database, threads=THREADS, workers=2) as server:
        yield server, found
        assert not server.faults(), server.log.read_text()
    live.drop(database)


def at_once(server, found, who, address):
    """Let each of two press the button some times at the same moment."""
    return awaiting.run(_at_once(server, found, list(who) * CLICKS, address))


async def _at_once(server, found, who, address):
    ready = asyncio.Barrier(len(who))

    async def one(name):
        cookies = {"dichtbij": found["sessions"][name], "csrf": TOKEN}
        form = {"csrfmiddlewaretoken": TOKEN, "once": str(uuid.uuid4())}
        async with httpx.AsyncClient(
            base_url=server.base, cookies=cookies, timeout=120
        ) as browser:
            await browser.get("/gezond/")
            await ready.wait()
            answer = await browser.post(
                address, data=form, headers={"Referer": f"{server.base}{address}"}
            )
        return name, answer.headers.get("Location", ""), refusal_on(answer.text)

    return await asyncio.gather(*(one(name) for name in who))


def already(words, name):
    with translation.override("nl"):
        return _(words) % {"name": name}


ROUNDS = {
    "akkoord": (
        "drafts", "teamleider-kampen", "employer_by", "sent",
        "%(name)s already approved this statement.", "approve_statement",
    ),
    "vaststellen": (
        "sent", "gemeente-kampen", "municipality_by", "settled",
        "%(name)s already settled this statement.", "settle_statement",
    ),
}  # fmt: skip


@pytest.mark.parametrize("act", sorted(ROUNDS))
def test_of_two_who_approve_at_once_one_does_and_the_other_reads_who(contest, act):
    server, found = contest
    waiting, persona, column, status, words, _event = ROUNDS[act]
    two = (persona, f"tweede-{persona}")
    for statement in found[waiting]:
        answers = at_once(server, found, two, f"/uren/afrekening/{statement}/{act}/")

        ((state, name),) = server.sql(STATE.format(who=column), [statement])
        assert state == status
        told = {found["names"][who] for who, place, _words in answers if place == DONE}
        assert told == {name}
        refused = [said for _who, place, said in answers if place != DONE]
        assert len(refused) == CLICKS
        assert all(already(words, name) in said for said in refused), refused
