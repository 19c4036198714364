"""Does a list ask the database as often for 200 rows as for one? (issue 2, item 4)"""

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import (
    Consult,
    add_addendum,
    add_task,
    record_contact,
    set_goal,
    take_on_referral,
)
from dichtbij.care.models import Activity
from dichtbij.clients.models import wall_keys
from dichtbij.families.authority import note_member
from dichtbij.network.actions import release_letter, write_letter
from dichtbij.privacy.actions import answer_request, note_request
from dichtbij.questionnaires.actions import Taken, record_measurement
from dichtbij.scheduling.actions import put_on_waiting_list
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from tests.attack import crowd
from tests.browser import pages
from tests.conftest import minutes

SIZES = (1, 20, 200)
# Each page on which rows stand, and who looks; object pages of the child in care.
LISTS = [
    ("referrals", "gerda", ""),
    ("agenda", "gerda", ""),
    ("agenda", "anna", ""),
    ("agenda", "bram", ""),
    ("today", "anna", ""),
    ("children", "anna", ""),
    ("children", "anna", "?q=Voorbeeldkind"),
    ("children", "bram", ""),
    ("waiting_list", "anna", ""),
    ("waiting_list", "bram", ""),
    ("practice_days", "bram", ""),
    ("planner", "bram", ""),
    ("planner", "bram", "?week=2026-W11"),
    ("absence", "bram", ""),
    ("feeds", "bram", ""),
    ("waiting_times", "bram", ""),
    ("occupancy", "bram", ""),
    ("participation", "dirk", ""),
    ("memberships", "ella", ""),
    ("referral", "gerda", ""),
    ("child", "anna", ""),
    ("child_contacts", "anna", ""),
    ("child_network", "anna", ""),
    ("child_documents", "anna", ""),
    ("measurements", "anna", ""),
    ("file_requests", "anna", ""),
]
OF_A_REFERRAL = {"referral"}
OF_A_CHILD = {
    "child", "child_contacts", "child_network", "child_documents", "measurements",
    "file_requests",
}  # fmt: skip
# Pages without rows of their own, each with the reason.
NO_LIST = {
    "submit": "a form",
    "evaluations": "three rounds and at most 50 plans",
    "evaluation_plan": "50 versions at most, none with rows below it",
    "evaluation_round": "one round with its organisations: tests/evaluation",
    "evaluation_pdf": "one document",
    "freeze_plan": "a form",
    "open_round": "a form about one round",
    "close_round": "a form about one round",
    "reflection": "a form about one organisation",
    "voices": "counts per kind of people: tests/evaluation/test_pages.py",
    "summaries": "500 at most: tests/evaluation/test_pages.py",
    "agreements": "200 at most: tests/portal/programme/test_agreements.py",
    "draft_agreement": "a form",
    "one_agreement": "the parties and parts of one agreement",
    "write_agreement": "a form about one agreement",
    "agreement_pdf": "a document of one agreement",
    "agreement_scan": "a document of one party",
    "plan_first": "six free times",
    "withdraw": "the page of the referral, with a form",
    "appointment_card": "a document of one appointment",
    "triage": "one referral",
    "book": "six free times",
    "follow_up": "four free times",
    "move": "six free times",
    "cancel": "one appointment",
    "miss": "one appointment",
    "complete": "a form about one child",
    "agree": "a form about one child",
    "set_goal": "a form about one child",
    "consult": "a form about one child, who has at most three goals",
    "close": "a form about one child",
    "plan_day": "a form about one practice",
    "end_day": "a form about one day",
    "change_day": "a form about one day",
    "cover": "a form about one day",
    "calendar_feed": "a document of one person or room",
    "close_days": "a form about one day",
    "figures": "twelve indicators of five periods, and their tables",
    "figures_file": "one document",
    "decisions": "100 at most, none with rows below it",
    "prepare_decision": "a form about one round: three options",
    "decision": "40 practices as 2: tests/portal/decisions/test_decision_pages.py",
    "rewrite_decision": "a form about one decision",
    "take_decision": "a form, with the practices as on its page",
    "decision_record": "one document",
    "hours": "sums per week, month and person: tests/finance/test_hours.py",
    "correct_hours": "a form about one line",
    "statement": "one statement",
    "statement_pdf": "one document",
    "statement_csv": "one document",
    "start_programme": "a form",
    "programme": "25 at most: tests/portal/programme/test_setup_pages.py",
    "change_programme": "a form about one programme",
    "add_employer": "a form",
    "list_practice": "a form",
    "releases": "two queries however many: tests/insight/publication",
    "invite_colleague": "a form",
    "programme_practice": "one practice",
    "indicator_values": "twenty indicators: tests/portal/staff/test_figures.py",
    "indicator_value": "counted in tests/portal/staff/test_figures.py",
    "indicators": "twenty definitions",
    "returns": "counted in tests/portal/programme/test_return_pages.py",
    "practice_returns": "one practice, likewise",
    "add_practice": "six forms about one practice",
    "new_letter": "one letter",
    "advise_onward": "a form about one child",
    "revise_onward": "a form about one letter",
    "prepare_onward": "a form about one letter",
    "return_onward": "a form about one letter",
    "to_sign": "25 at most: tests/portal/practice/test_signing_pages.py",
    "onward": "one letter",
    "onward_pdf": "one document",
    "signature_sheet": "one document",
    "letter": "one letter",
    "letter_preview": "one document",
    "letter_pdf": "one document",
    "give_link": "a form about one child: its family and five appointments",
    "ways_in": "a form about one child: its family",
    "mine": "one's own next step: tests/portal/family/test_pages.py",
    "my_appointments": "one's own, likewise",
    "my_plan": "one's own goals and the last ten agreements, likewise",
    "my_letters": "one's own, likewise",
    "who_sees_what": "one family, likewise",
    "my_file": "one's own days, likewise",
    "my_appointment": "one appointment",
    "my_offer": "one offer",
    "my_appointment_file": "a document of one appointment",
    "my_letter": "one letter",
    "my_letter_pdf": "one document",
    "my_consent": "one consent",
    "my_file_copy": "one document",
    "partners": "25 at most: tests/portal/staff/test_directory.py",
    "new_partner": "a form",
    "imports": "the latest ten uploads",
    "import_kind": "a form",
    "import_run": "counted in tests/portal/staff/test_imports.py",
    "registrations": "counted in tests/portal/staff/test_registrations.py",
    "note_registration": "a form",
    "override_registration": "a form",
    "registration": "one registration",
    "partner": "one partner and its last twenty waits",
    "plan_consultation": "25 partners at most: tests/portal/staff/test_meetings.py",
    "consultation": "one consultation: likewise",
    "change_consultation": "a form about one consultation",
    "add_participant": "a form about one consultation",
    "hand_over": "a form about one child",
    "consultations_mine": "25 at most: tests/portal/guest/test_consultation.py",
    "guest_consultation": "one consultation",
    "family": "one family, each fact on its day; a day's note is one row",
    "who_sees": "one family against a fixed list of readers",
    "ask_family": "a form about one child",
    "new_measurement": "a form about one child",
    "change_goal": "a form about one child",
    "inquiry": "one answer",
    "safety": "one concern: five steps and five questions",
    "twin_letters": "two letters",
    "glass": "one exact search",
    "file_request": "one request",
    "file_copy": "one document",
    "transitions": "25 at most: tests/transitions/test_transition_pages.py",
    "running_families": "the same for three children: tests/transitions/test_running",
    "transition": "25 at most, the same for three children as for one: likewise",
    "start_transition": "a form about one child",
    "access": "25 at most of each kind: tests/privacy/test_log_pages.py",
    "access_to_child": "one exact search",
    "access_log": "25 at most, with a key to the next: tests/privacy/test_log_pages.py",
    "access_by_person": "likewise",
    "access_risks": "a week, asked as often for many lines: likewise",
    "review_emergency": "one access",
    "rules": "the rules of law, a fixed list",
    "membership": "one membership",
    "invite": "a form",
    "choose_membership": "one's own memberships",
    "sign_in": "a form; in the demo its ten personas",
    "mailbox": "mails in files, fifty of them",
    "security_txt": "a text",
    "accessibility": "a text",
    "privacy": "a text",
}


@pytest.fixture
def patterns(town, make_referral):
    """A child in care with something of everything, and one that still waits."""
    waits = make_referral()
    with standing_at(town.gerda.membership.place()):
        put_on_waiting_list(referral=waits, by=town.gerda)
    helped = make_referral(child={"given_name": "Geholpen"})
    with standing_at(town.anna.membership.place()):
        _help(town, helped)
    with standing_at(town.gerda.membership.place()):
        for one in (waits, helped):
            crowd.remember(one.client)
    return SimpleNamespace(waits=waits, helped=helped)


def _help(town, referral):
    anna = town.anna
    trajectory = take_on_referral(referral=referral, by=anna)
    goal = set_goal(trajectory=trajectory, by=anna, words="Beter slapen", owner="child")
    contact = record_contact(
        trajectory=trajectory,
        by=anna,
        consult=Consult(
            attendance=["child"],
            themes=["EMO"],
            text="tekst",
            agreements="afspraak",
            next_step="consultation",
            next_step_words="school bellen",
            minutes={Activity.INTAKE: 45},
            scores={goal.pk: 4},
        ),
    )
    add_addendum(contact=contact, by=anna, text="erbij")
    add_task(referral, anna, "next_step", due_on=clock.today(), words="bellen")
    letter = write_letter(referral=referral, by=anna, kind="start")
    release_letter(letter=letter, by=anna, sha256=letter.sha256)
    taken = Taken("sdq", "parent_1", clock.today(), scores={"total": 14})
    record_measurement(referral=referral, by=anna, taken=taken)
    mother = note_member(
        client=referral.client, by=anna, slot="parent_1", tie="11", name="Moeder"
    )
    asked = note_request(member=mother, by=anna, kind="addition", words="verklaring")
    answer_request(file_request=asked, by=anna)
    starts = clock.now() + minutes(30)
    Appointment.objects.create(
        **wall_keys(referral.client),
        referral=referral,
        practitioner=anna,
        room=town.room_noord,
        starts_at=starts,
        ends_at=starts + minutes(5),
        booked_at=clock.now(),
        booked_by=anna,
    )


def grow(town, patterns, have: int, want: int) -> None:
    """Let everything that stands on a list be there `want` times."""
    count = want - have
    if not count:
        return
    with standing_at(town.anna.membership.place()):
        for pattern in (patterns.waits.client, patterns.helped.client):
            crowd.more_children(pattern, have, count)
        crowd.more_in_the_file(patterns.helped.client, have, count)
    crowd.more_practices(town, have, count)


@pytest.fixture
def queries(client, sign_in):
    """Return how often a page asks the database, and how long the page is."""

    def counted(user, address) -> tuple[int, int]:
        client.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        browser = sign_in(user)
        browser.get(address)  # now its asker is known
        with CaptureQueriesContext(connection) as caught:
            answer = browser.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return len(caught), len(answer.content)

    return counted


def address_of(name, patterns, query):
    kwargs = {}
    if name in OF_A_REFERRAL:
        kwargs = {"uuid": patterns.helped.uuid}
    elif name in OF_A_CHILD:
        kwargs = {"uuid": patterns.helped.client.uuid}
    return reverse(name, kwargs=kwargs) + query


def test_every_list_asks_as_often_for_200_rows_as_for_one(town, patterns, queries):
    asked: dict[str, list[int]] = {}
    shown: dict[str, list[int]] = {}
    have = 1
    for size in SIZES:
        grow(town, patterns, have, size)
        have = size
        for name, who, query in LISTS:
            address = address_of(name, patterns, query)
            often, long = queries(getattr(town, who), address)
            asked.setdefault(f"{who} {name}{query}", []).append(often)
            shown.setdefault(f"{who} {name}{query}", []).append(long)

    uneven = {page: often for page, often in asked.items() if len(set(often)) > 1}
    assert uneven == {}
    # Otherwise the rows would not stand on the page, and nothing was proved.
    assert {page for page, long in shown.items() if long[1] < 1.1 * long[0]} == set()


def test_every_page_is_a_list_or_says_why_not():
    listed = {name for name, *_ in LISTS}
    open_pages = {
        name
        for name in pages.routes()
        if pages.is_page(name) and not name.startswith(("account_", "mfa_"))
    }

    assert open_pages - listed - set(NO_LIST) == set()
    assert listed & set(NO_LIST) == set()
