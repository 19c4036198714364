"""Is a letter signed exactly once or not at all, whoever does what at the same moment?

A running server with eight threads; the judge asks the database as superuser (issue 3,
"Signing"). Each answer must be true: done only when it was done, else why not.
"""

import asyncio
import json
import subprocess
import sys
import uuid
from dataclasses import dataclass

import httpx
import pytest
from django.utils import translation

from tests import awaiting, live
from tests.attack.hammer import TOKEN, refusal_on
from tests.network.advice import ARGUED

LETTERS, THREADS = 26, 4
DONE = "/te-tekenen/?stuk=geen"
GPS = ("huisarts-kampen", "tweede")


@dataclass(frozen=True)
class Answer:
    """What one client was told: whether it was done, and the words when it was not."""

    who: str
    status: int
    location: str
    words: str


@pytest.fixture(scope="module")
def contest():
    """A server on a town in which letters wait, and what the clients know of it."""
    database = live.copy_town()
    done = subprocess.run(
        [sys.executable, "-m", "tests.attack.letters", str(LETTERS)],
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


def take(found, count):
    """Return letters that no other test used."""
    return [found["letters"].pop() for _ in range(count)]


def signature_of(server, letter):
    return server.sql(
        "SELECT s.name, s.sha256, o.status, o.sha256, o.version, "
        "encode(sha256(o.pdf), 'hex') FROM dichtbij_onwardreferral o "
        "LEFT JOIN dichtbij_signature s ON s.onward_id = o.id WHERE o.uuid = %s",
        [letter["uuid"]],
    )


def events_of(server, letter, kind):
    query = (
        "SELECT count(*) FROM dichtbij_onwardevent e JOIN dichtbij_onwardreferral o "
        "ON o.id = e.onward_id WHERE o.uuid = %s AND e.kind = %s"
    )
    return server.sql(query, [letter["uuid"], kind])[0][0]


def signing(letter):
    return f"/verwijzingen/{letter['uuid']}/tekenen/", {"sha256": letter["sha256"]}


def at_once(server, found, sent):
    """Send all forms at the same moment, each over a connection of its own."""
    return awaiting.run(_at_once(server, found, sent))


async def _at_once(server, found, sent):
    ready = asyncio.Barrier(len(sent))

    async def one(who, address, told):
        cookies = {"dichtbij": found["sessions"][who], "csrf": TOKEN}
        form = {"csrfmiddlewaretoken": TOKEN, "once": str(uuid.uuid4())} | told
        async with httpx.AsyncClient(
            base_url=server.base, cookies=cookies, timeout=120
        ) as browser:
            await browser.get("/gezond/")
            await ready.wait()
            answer = await browser.post(
                address, data=form, headers={"Referer": f"{server.base}{address}"}
            )
        words = refusal_on(answer.text) if answer.status_code == 200 else ""
        location = answer.headers.get("Location", "")
        return Answer(who, answer.status_code, location, words)

    return await asyncio.gather(*(one(*each) for each in sent))


def already(name):
    with translation.override("nl"):
        from django.utils.translation import gettext as _

        told = _("This referral was signed already, by %(name)s on %(when)s.")
    return told.split(" %(when)s")[0] % {"name": name}


def judge(server, letter):
    """Return who signed; the four hashes are one, or there is no signature at all."""
    ((name, signed, status, stored, version, bytes_),) = signature_of(server, letter)
    assert stored == bytes_
    if name is None:
        assert status not in ("signed", "sent", "accepted", "waiting", "started")
        assert events_of(server, letter, "signed") == 0
        return None
    assert signed == stored == letter["sha256"]
    assert (status, version) == ("signed", 1)
    assert events_of(server, letter, "signed") == 1
    return name


def test_of_sixteen_clicks_of_two_gps_one_signs_and_the_others_read_who(contest):
    server, found = contest
    for letter in take(found, 4):
        answers = at_once(
            server, found, [(who, *signing(letter)) for who in GPS for _ in range(8)]
        )

        name = judge(server, letter)
        assert name is not None
        done = [one for one in answers if one.location == DONE]
        assert [found["names"][one.who] for one in done] == [name]
        told = {one.words for one in answers if one.location != DONE}
        assert all(already(name) in words for words in told), told


def test_one_form_sent_sixteen_times_is_one_signature_with_one_answer(contest):
    server, found = contest
    (letter,) = take(found, 1)
    address, told = signing(letter)
    told = told | {"once": str(uuid.uuid4())}

    answers = at_once(server, found, [("huisarts-kampen", address, told)] * 16)

    assert {one.location for one in answers} == {DONE}
    assert judge(server, letter) == found["names"]["huisarts-kampen"]


def other_acts(letter):
    """Return what somebody else does to the letter meanwhile, and what it leaves."""
    base = f"/verwijzingen/{letter['uuid']}/"
    text = {"urgency": "regular", "steps_tried": "x", **ARGUED, "version": "1"}
    return {
        "edit": (
            "assistent-kampen", f"{base}aanpassen/", text | {"reason": "Anders."},
        ),
        "return": ("tweede", f"{base}terug/", {"reason": "Eerst overleggen."}),
        "withdraw": ("poh-kampen", f"{base}intrekken/", {"reason": "Toch niet."}),
    }  # fmt: skip


LEFT = {"edit": "advised", "return": "returned", "withdraw": "ended"}


@pytest.mark.parametrize("act", sorted(LEFT))
def test_a_signature_and_another_act_at_once_are_one_of_the_two(contest, act):
    server, found = contest
    outcomes = set()
    for letter, first in zip(take(found, 5), (0, 1, 0, 1, 0), strict=True):
        both = [("huisarts-kampen", *signing(letter)), other_acts(letter)[act]]

        answers = at_once(server, found, both[::-1] if first else both)

        (signer,) = [one for one in answers if one.who == "huisarts-kampen"]
        (other,) = [one for one in answers if one.who != "huisarts-kampen"]
        name = judge(server, letter)
        outcomes.add(name is not None)
        if name is not None:
            assert (signer.location, other.status) == (DONE, 200)
            assert already(name) in other.words
        else:
            assert (signer.status, other.status) == (200, 302), (signer, other)
            assert signer.words
            assert already("|").split("|")[0] not in signer.words
            ((_n, _s, status, *_rest),) = signature_of(server, letter)
            assert status == LEFT[act]
    assert outcomes <= {True, False}


def test_a_membership_that_ends_while_signing_leaves_one_or_no_signature(contest):
    server, found = contest
    (letter,) = take(found, 1)
    end = "UPDATE dichtbij_membership SET state = 'ended' WHERE id = %s"

    with live.superuser(server.database) as owner:
        # Whoever signs now waits for this row, and then finds it ended.
        owner.execute("BEGIN")
        owner.execute(end, [found["membership"]])
        answers = awaiting.run(_while_ending(server, found, letter, owner))

    assert {one.status for one in answers} <= {200, 403}
    assert all(one.location != DONE for one in answers)
    assert judge(server, letter) is None
    later = at_once(server, found, [("derde", *signing(letter))])
    assert later[0].status == 403


async def _while_ending(server, found, letter, owner):
    clicks = asyncio.create_task(
        _at_once(server, found, [("derde", *signing(letter))] * 4)
    )
    await asyncio.sleep(2)
    await asyncio.to_thread(owner.execute, "COMMIT")
    return await clicks
