"""Does any page, paper, mail or calendar file hold a word its reader may not read?

Every text of the world carries the mark of whose it is (world.py, world_secrets.py).
Here each outsider and the GP read all that they can get, whatever the matrix says: no
mark of another child, of the other parent, of what was said in confidence, or of a
worry about safety.
"""

import io

import pytest
from django.core import mail
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from pypdf import PdfReader

from dichtbij.agreements.models import Agreement, AgreementParty
from dichtbij.audit.doors import standing_at
from dichtbij.decisions.models import Decision
from dichtbij.network.models import Letter, OnwardReferral
from dichtbij.outbox.jobs import send_message
from dichtbij.outbox.models import Message
from dichtbij.privacy.models import FileRequest
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.permissions import MATRIX
from tests.attack.outsiders import other_parent
from tests.attack.test_matrix import EXTRA, ROUTES, SUBJECTS, WITHOUT, body
from tests.attack.world import SIDES, canary
from tests.attack.world_secrets import hide, home_of, sealed, worry
from tests.conftest import NOW

# Each route that answers with something else than a page, and what its address names.
PAPERS = {
    "letter_pdf": Letter,
    "letter_preview": Letter,
    "my_letter_pdf": Letter,
    "onward_pdf": OnwardReferral,
    "signature_sheet": OnwardReferral,
    "my_file_copy": FileRequest,
    "file_copy": FileRequest,
    "my_appointment_file": Appointment,
    "appointment_card": Appointment,
    "agreement_pdf": Agreement,
    "agreement_scan": AgreementParty,
    "decision_record": Decision,
}
READERS = ("parent", "second", "young", "guest", "gp")


@pytest.fixture(scope="module")
def hidden(built, django_db_blocker):
    """Write the secrets of both sides down, once."""
    town, world = built
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        clock.at(NOW),
        translation.override("en"),
    ):
        for side, people in SIDES.items():
            hide(town, side, world[side], getattr(town, people["practitioner"]))
    return world


@pytest.fixture
def world(hidden, attacked):
    """Return, per side, the row behind each kind of address."""
    return hidden


@pytest.fixture
def town(built, world):
    return built[0]


def reader_of(town, who, side):
    return getattr(town, SIDES[side]["gp"] if who == "gp" else f"{who}_{side}")


def forbidden(who, side):
    """Return the marks that this reader of this side never meets."""
    foreign = {"noord": "zuid", "zuid": "noord"}[side]
    one, two = home_of("parent_1", side), home_of("parent_2", side)
    marks = [
        canary(foreign), other_parent(foreign), sealed(foreign), worry(foreign),
        home_of("parent_1", foreign), home_of("parent_2", foreign), worry(side),
    ]  # fmt: skip
    if who != "gp":
        marks.append(sealed(side))
    return (
        marks
        + {
            "parent": [two, other_parent(side)],
            "second": [one],
            "young": [one, two],
            "guest": [one, two, other_parent(side)],
            "gp": [],
        }[who]
    )


def everything_in(answer):
    """Return the text of an answer in capitals: also what a PDF says."""
    raw = body(answer)
    told = raw.decode("utf-8", "replace")
    if raw.startswith(b"%PDF-1"):
        pages = PdfReader(io.BytesIO(raw)).pages
        told += "\n".join(page.extract_text() for page in pages)
    return told.upper()


def everything_of(town, model):
    """Return the public ids of all rows of both sides."""
    found = []
    for people in SIDES.values():
        with standing_at(getattr(town, people["practitioner"]).membership.place()):
            found += model.objects.values_list("uuid", flat=True)
    return found


def leaks_in(text, marks):
    return [mark for mark in marks if mark.upper() in text]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("who", READERS)
def test_no_paper_holds_a_word_that_its_reader_may_not_read(
    town, world, sign_in, who, side
):
    browser = sign_in(reader_of(town, who, side))
    leaks, read = [], {}

    for name, model in PAPERS.items():
        for uuid_ in everything_of(town, model):
            answer = browser.get(reverse(name, kwargs={"uuid": uuid_}))
            if answer.status_code != 200:
                continue
            read[name] = read.get(name, 0) + 1
            found = leaks_in(everything_in(answer), forbidden(who, side))
            leaks += [f"{name} {uuid_}: {mark}" for mark in found]

    assert not leaks, "\n".join(leaks)
    assert (
        set(read)
        == {
            "parent": {"my_letter_pdf", "my_file_copy", "my_appointment_file"},
            "second": {"my_letter_pdf", "my_file_copy", "my_appointment_file"},
            "young": {"my_letter_pdf", "my_file_copy", "my_appointment_file"},
            "guest": set(),
            "gp": {
                "agreement_pdf",
                "agreement_scan",
                "appointment_card",
                "decision_record",
                "letter_pdf",
                "onward_pdf",
                "signature_sheet",
            },
        }[who]
    ), read


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("who", READERS)
def test_no_page_holds_a_word_that_its_reader_may_not_read(
    town, world, sign_in, who, side
):
    reader = reader_of(town, who, side)
    browser = sign_in(reader)
    leaks, opened = [], 0

    for address in addresses_for(town, world[side], reader.membership.role):
        answer = browser.get(address)
        opened += answer.status_code == 200
        found = leaks_in(everything_in(answer), forbidden(who, side))
        leaks += [f"{address}: {mark}" for mark in found]

    assert not leaks, "\n".join(leaks)
    assert opened >= {"guest": 2, "gp": 15}.get(who, 12), opened


def addresses_for(town, rows, role):
    """Return every address that the matrix opens for a role, with every row there is.

    The rows are those of both sides: which of them open, the answer says.
    """
    for name in [*WITHOUT, *SUBJECTS]:
        if role not in MATRIX[ROUTES[name].callback.permission]:
            continue
        more = EXTRA.get(name, {})
        if name not in SUBJECTS:
            yield reverse(name, kwargs=more)
            continue
        for uuid_ in everything_of(town, type(rows[SUBJECTS[name]])):
            yield reverse(name, kwargs={"uuid": uuid_, **more})


def test_each_route_that_gives_a_paper_is_read_here(town, world, sign_in):
    given = set()

    for who in (*READERS, "practitioner"):
        reader = town.anna if who == "practitioner" else reader_of(town, who, "noord")
        browser = sign_in(reader)
        for name in SUBJECTS:
            kwargs = {
                "uuid": world["noord"][SUBJECTS[name]].uuid,
                **EXTRA.get(name, {}),
            }
            answer = browser.get(reverse(name, kwargs=kwargs))
            html = answer.headers.get("Content-Type", "").startswith("text/html")
            if answer.status_code == 200 and not html:
                given.add(name)

    assert given <= set(PAPERS), given - set(PAPERS)
    assert set(PAPERS) <= set(ROUTES)


def test_the_marks_are_there_for_whoever_may_read_them(town, world, sign_in):
    """A scan that finds nothing proves something only when there is much to find."""
    read = {}
    for who in ("parent", "second", "young"):
        browser = sign_in(reader_of(town, who, "noord"))
        told = ""
        for name in ("my_letter_pdf", "my_file_copy"):
            for uuid_ in everything_of(town, PAPERS[name]):
                answer = browser.get(reverse(name, kwargs={"uuid": uuid_}))
                told += everything_in(answer) if answer.status_code == 200 else ""
        read[who] = told
    practitioner = sign_in(town.anna)
    pages = ("child_contacts", "safety")
    client = world["noord"]["client"]
    file = "".join(
        everything_in(practitioner.get(reverse(name, kwargs={"uuid": client.uuid})))
        for name in pages
    )

    assert home_of("parent_1", "noord") in read["parent"]
    assert home_of("parent_2", "noord") in read["second"]
    assert all(canary("noord") in told for told in read.values())
    for mark in (sealed("noord"), worry("noord"), home_of("parent_2", "noord")):
        assert mark in file, mark


# --- what leaves ----------------------------------------------------------------------


def send_all(town):
    """Let the worker send all that waits; return the messages, by their own key."""
    waiting = []
    for people in SIDES.values():
        place = getattr(town, people["practitioner"]).membership.place()
        with standing_at(place):
            rows = Message.objects.select_related("client", "channel", "user")
            waiting += rows.filter(state="waiting").order_by("pk")
    for one in {message.pk: message for message in waiting}.values():
        send_message(
            message_id=one.pk,
            programme_id=one.programme_id,
            practice_id=one.client.practice_id if one.client else None,
        )
    return {f"<{message.uuid}@dichtbij>": message for message in waiting}


def all_marks():
    for side in SIDES:
        yield from (canary(side), other_parent(side), sealed(side), worry(side))
        yield from (home_of("parent_1", side), home_of("parent_2", side))


def test_no_mail_holds_a_word_about_anybody(town, world):
    sent = send_all(town)

    assert len(mail.outbox) >= 10
    kinds = {sent[one.extra_headers["Message-ID"]].kind for one in mail.outbox}
    assert {"letter_family", "consultation_invited", "letter_released"} <= kinds, kinds
    for one in mail.outbox:
        written = one.message()
        headers = [f"{k}: {v}" for k, v in written.items() if k not in ("To", "Date")]
        told = "\n".join([*headers, one.subject, one.body]).upper()
        assert not leaks_in(told, all_marks()), told
        assert not one.attachments


def test_a_mail_to_one_parent_goes_to_that_parents_own_address(town, world):
    sent = send_all(town)

    for one in mail.outbox:
        message = sent[one.extra_headers["Message-ID"]]
        if message.channel is not None:
            assert one.to == [message.channel.value]
            assert one.cc == one.bcc == []
    letters = {
        (message.channel.owner, message.client_id)
        for message in sent.values()
        if message.kind == "letter_family"
    }
    owners = {owner for owner, _client in letters}
    assert {"parent_1", "parent_2", "young_person"} <= owners
