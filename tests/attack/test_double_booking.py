"""Can anything be booked twice by many people at once? (issue 2, item 2; R40)

64 clients, 10,000 tries on few times, against a running server; and the proof that the
judge would see it: without any one of the three constraints it does.
"""

import asyncio
import uuid
from collections import Counter
from contextlib import closing

import httpx
import pytest
from django.utils import translation

from tests import awaiting, forms, live
from tests.attack import hammer
from tests.attack.hammer import CLIENTS, DONE, THREE, TOKEN, Hammer

TRIES = 10_000
WITHOUT_TRIES = 160
WITHOUT = "ALTER TABLE dichtbij_appointment DROP CONSTRAINT appointment_one_per_{who}"
THREADS = 4  # in each of two workers: eight transactions race


@pytest.fixture(scope="module")
def contest():
    """A database in which few times are wanted by many, and what is in it."""
    database, found = hammer.prepare()
    yield database, found
    live.drop(database)


@pytest.fixture
def server(contest):
    """A server on a copy of the contest."""
    copy = live.copy_of(contest[0])
    with live.serving(database=copy, threads=THREADS, workers=2) as running:
        yield running
        assert not running.faults(), running.log.read_text()
    live.drop(copy)


def judge(server, outcome):
    """Fail when something was booked twice, or when an answer was not true."""
    assert hammer.overlaps(server) == dict.fromkeys(THREE, 0)
    assert set(outcome.statuses) <= {DONE, hammer.REFUSED}, outcome.statuses
    stored = hammer.rows(server)
    assert len(stored) == len(outcome.booked)
    assert sum(moves for *_, moves in stored) == outcome.moved
    assert sum(state == "cancelled" for _, _, state, _ in stored) == outcome.cancelled
    assert logged(server, "book_appointment") == len(outcome.booked)
    assert logged(server, "move_appointment") == outcome.moved
    assert logged(server, "cancel_appointment") == outcome.cancelled


def logged(server, what):
    """Count log lines of the contest: those of the town came before."""
    query = (
        "SELECT count(*) FROM dichtbij_entry e JOIN dichtbij_client c "
        "ON c.id = e.client_id WHERE e.event_type = %s AND c.family_name LIKE %s"
    )
    return server.sql(query, [what, hammer.THOSE])[0][0]


def busy_words():
    """Return what the three constraints make a person read."""
    from django.utils.translation import gettext as _

    with translation.override("nl"):
        return {
            _("This family already has an appointment at that time."): {"client"},
            _("This time was just taken. Choose one of the next free times."): {
                "practitioner",
                "room",
            },
        }


def test_ten_thousand_tries_of_64_clients_book_nothing_twice(server, contest):
    first = Hammer(server, contest[1], seed=1).book(TRIES // 4)
    judge(server, first)
    assert Counter(first.booked) == Counter((r, k) for r, k, *_ in hammer.rows(server))
    words, diary = busy_words(), hammer.Diary(server)
    for referral, wanted, told in first.refused:
        in_the_way = diary.blockers(referral, wanted)
        assert in_the_way & words[told], (referral, wanted, told, in_the_way)

    mixed = Hammer(server, contest[1], seed=2)
    mixed.outcome = first
    outcome = mixed.book_move_and_cancel(TRIES - TRIES // 4)

    judge(server, outcome)
    assert outcome.tries >= TRIES
    assert min(len(outcome.booked), outcome.moved, outcome.cancelled) > 50


@pytest.mark.parametrize("who", THREE)
def test_without_any_one_constraint_the_judge_sees_it(contest, who):
    copy = live.copy_of(contest[0])
    with live.superuser(copy) as owner:
        owner.execute("SET ROLE dichtbij_owner")
        owner.execute(WITHOUT.format(who=who))
    with live.serving(database=copy, threads=THREADS, workers=2) as server:
        hammered = Hammer(server, contest[1], seed=3)
        hammered.referrals = hammered.referrals[:6]
        outcome = hammered.book(WITHOUT_TRIES)

        assert hammer.overlaps(server)[who] > 0
        with pytest.raises(AssertionError):
            judge(server, outcome)
    live.drop(copy)


def test_a_form_that_is_sent_64_times_is_one_referral_with_one_answer(server, contest):
    with closing(server.sign_in("assistent-kampen")) as browser:
        page = browser.get("/aanmelden/")
        form = forms.form_to(page, "/aanmelden/")
        cookies = dict(browser.cookies)
    told = {
        **form.fields,
        "given_name": "Fictief",
        "family_name": "Hamerkind-eenmaal",
        "birth_date": "01-06-2013",
        "contact": "06-00000099",
        "questions": "EMO",
        "giver": "parents",
    }

    answers = awaiting.run(at_once(server, [("/aanmelden/", told, cookies)] * CLIENTS))

    assert {answer.status_code for answer in answers} == {DONE}
    assert len({answer.headers["Location"] for answer in answers}) == 1
    stored = server.sql(
        "SELECT count(*) FROM dichtbij_referral r JOIN dichtbij_client c "
        "ON c.id = r.client_id WHERE c.family_name = 'Hamerkind-eenmaal'"
    )
    assert stored == [(1,)]


def test_of_two_practitioners_who_judge_at_once_one_wins_and_the_other_reads_who(
    server, contest
):
    found = contest[1]
    own = server.sign_in("poh-kampen")
    with closing(own):
        cookies = [dict(own.cookies), {"dichtbij": found.colleague}]
    names = {"Tweede Praktijkmens", name_of(server, "poh-kampen")}
    for referral in found.referrals[1::2][:12]:
        address = f"/aanmeldingen/{referral}/beoordelen/"
        told = {"choice": "plan", "csrfmiddlewaretoken": TOKEN}
        answers = awaiting.run(
            at_once(
                server,
                [
                    (address, told | {"once": str(uuid.uuid4())}, one | {"csrf": TOKEN})
                    for one in cookies
                ],
            )
        )

        decided = server.sql(
            "SELECT u.name, (SELECT count(*) FROM dichtbij_trajectory t "
            "WHERE t.referral_id = r.id) FROM dichtbij_referral r "
            "JOIN dichtbij_user u ON u.id = r.decided_by_id WHERE r.uuid = %s",
            [referral],
        )
        assert [count for _, count in decided] == [1]
        winner = decided[0][0]
        assert winner in names
        assert sorted(a.status_code for a in answers) == [hammer.REFUSED, DONE]
        loser = next(a for a in answers if a.status_code == hammer.REFUSED)
        assert winner in hammer.refusal_on(loser.text)


def name_of(server, persona):
    return server.sql("SELECT name FROM dichtbij_user WHERE persona = %s", [persona])[
        0
    ][0]


async def at_once(server, sent):
    """Send all forms at the same moment, each over a connection of its own."""
    ready = asyncio.Barrier(len(sent))

    async def one(address, told, cookies):
        async with httpx.AsyncClient(
            base_url=server.base, cookies=cookies, timeout=120
        ) as browser:
            await browser.get("/gezond/")
            await ready.wait()
            return await browser.post(
                address, data=told, headers={"Referer": f"{server.base}{address}"}
            )

    return await asyncio.gather(*(one(*each) for each in sent))
