"""Is every route x person x own or foreign object answered as the one matrix says?

A route without a line in SUBJECTS fails the build. Denied means 403 for a function and
404 for an object, byte for byte the answer for one that does not exist, and it writes
nothing but its line in the log (security.md B1-B3). Independent of the matrix, no
answer carries a canary of the other side.
"""

import uuid
from functools import cache

import pytest
from django.db import connection
from django.urls import URLPattern, reverse

from dichtbij.audit.models import Entry
from dichtbij.organisations.links import is_link_screen
from dichtbij.organisations.models import Membership
from dichtbij.shared.permissions import MATRIX, Permission, Relation
from tests.attack.outsiders import other_parent
from tests.attack.world import ACTORS, SIDE_OF, canary
from tests.test_house import routes

# Which row of the world stands behind the <uuid> of each route.
SUBJECTS = {
    "membership": "membership",
    "one_agreement": "agreement",
    "write_agreement": "agreement",
    "agreement_step": "agreement",
    "agreement_pdf": "agreement",
    "sign_agreement": "agreement",
    "attach_signature": "agreement",
    "agreement_scan": "agreement_party",
    "evaluation_round": "round",
    "evaluation_pdf": "round",
    "open_round": "round",
    "close_round": "round",
    "reflection": "reflection",
    "check_summary": "summary",
    "figures_file": "release",
    "prepare_decision": "round",
    "decision": "decision",
    "rewrite_decision": "decision",
    "ask_practices": "decision",
    "vote": "decision",
    "take_decision": "decision",
    "decision_record": "taken_decision",
    "new_letter": "client",
    # A draft is its writer's; the others read it once it was released.
    "letter": "released",
    "letter_preview": "letter",
    "twin_letters": "letter",
    "transition": "transition",
    "start_transition": "client",
    "letter_pdf": "released",
    "letter_pasted": "released",
    "referral": "referral",
    "plan_first": "undecided",
    "withdraw": "undecided",
    "appointment_card": "appointment",
    "tick_off": "task",
    "triage": "undecided",
    "book": "undecided",
    "begin_consult": "appointment",
    "move": "appointment",
    "cancel": "appointment",
    "miss": "appointment",
    "child": "client",
    "child_contacts": "client",
    "child_network": "client",
    "child_documents": "client",
    "complete": "client",
    "set_silent": "client",
    "agree": "client",
    "set_goal": "client",
    "consult": "client",
    "follow_up": "client",
    "close": "client",
    "add_addendum": "contact",
    "plan_day": "practice",
    "programme_practice": "practice",
    "practice_returns": "practice",
    "end_day": "day",
    "close_days": "day",
    "registration": "registration",
    "import_run": "import_run",
    "bring_in": "import_run",
    "import_rest": "import_run",
    "throw_away_import": "import_run",
    "end_registration": "registration",
    "lift_closure": "closure",
    "change_day": "day",
    "make_feed": "day",
    "revoke_feed": "feed",
    "cover": "day",
    "end_cover": "cover",
    "partner": "partner",
    "change_partner": "partner",
    "confirm_wait": "partner",
    "end_partner": "partner",
    "plan_consultation": "client",
    "ask_consent": "client",
    "consultation": "meeting",
    "change_consultation": "meeting",
    "cancel_consultation": "meeting",
    "add_participant": "meeting",
    "hold_consultation": "meeting",
    "send_receipt": "meeting",
    "invite_participant": "seat",
    "uninvite_participant": "seat",
    "hand_over": "client",
    "handover_done": "handover",
    "handover_ended": "handover",
    "guest_consultation": "meeting",
    "advise_onward": "client",
    "set_level": "client",
    "revise_onward": "onward",
    "lay_onward": "onward",
    "withdraw_onward": "onward",
    "follow_onward": "signed",
    "onward": "onward",
    "onward_pdf": "onward",
    "prepare_onward": "onward",
    "return_onward": "onward",
    "sign_onward": "onward",
    "signature_sheet": "signed",
    "measurements": "client",
    "new_measurement": "client",
    "ask_family": "client",
    "change_goal": "client",
    "inquiry": "answered",
    "give_link": "client",
    "ways_in": "client",
    "offer_time": "waiting_entry",
    "agree_elsewhere": "waiting_entry",
    "settle_offer": "offer",
    "my_offer": "offer",
    "my_appointment": "own_appointment",
    "my_appointment_file": "own_appointment",
    "my_letter": "own_letter",
    "my_letter_pdf": "own_letter",
    "my_consent": "own_consent",
    "my_file_copy": "own_copy",
    "check_in": "check_in",
    "pulse": "pulse",
    "satisfaction": "satisfaction",
    "send_onward": "signed",
    "safety": "client",
    "family": "client",
    "family_act": "client",
    "who_sees": "client",
    "break_glass": "client",
    "review_emergency": "review",
    "access_log": "client",
    "file_requests": "client",
    "file_request": "file_request",
    "file_copy": "file_request",
    "correct_hours": "work_entry",
    "statement": "statement",
    "statement_csv": "statement",
    "statement_pdf": "settled",
    "approve_statement": "statement",
    "settle_statement": "statement",
    "return_statement": "statement",
    "withdraw_statement": "statement",
}
# A practice looks back by its GP; employer and municipality have rows of their own.
# What was asked of one person of a family opens to that person alone.
OF_ONE_PERSON = dict.fromkeys(
    (
        "check_in", "pulse", "satisfaction", "my_appointment", "my_appointment_file",
        "my_letter", "my_letter_pdf", "my_consent", "my_file_copy", "my_offer",
    ),
    "parent",
) | {"reflection": ("gerda", "gijs")}  # fmt: skip
# What somebody laid ready opens to nobody else, though the role alone may do it.
OF_ONES_OWN = frozenset({"import_run", "bring_in", "import_rest", "throw_away_import"})
# Other parts of an address, filled with something that exists.
EXTRA = {
    "figures_file": {"kind": "csv"},
    "new_letter": {"kind": "decision"},
    "keep_draft": {"form": "submit"},
    "family_act": {"act": "lid"},
    "import_kind": {"kind": "partners"},
    "import_template": {"kind": "partners"},
    "indicator_value": {"code": "no_referral"},
    "agree_indicator": {"code": "no_referral"},
}
LOG = {"dichtbij_entry", "dichtbij_chain"}
# What signing in and asking leaves behind, allowed or not.
FURNITURE = {"django_session"}


def named_routes() -> dict[str, URLPattern]:
    found = {}
    for _address, entry in routes():
        if hasattr(entry.callback, "permission") and entry.name:
            found[entry.name] = entry
    return found


ROUTES = named_routes()
WITH_OBJECT = sorted(n for n, e in ROUTES.items() if "<uuid:uuid>" in str(e.pattern))
WITHOUT = sorted(set(ROUTES) - set(WITH_OBJECT))


@pytest.fixture
def town(built, attacked):
    """Return the town of this world, with its outsiders."""
    return built[0]


@pytest.fixture
def world(built, attacked):
    """Return, per side, the row behind each kind of address."""
    return built[1]


def holds(town, who: str, permission: Permission, side: str, name: str = "") -> bool:
    """Tell by the matrix whether this person may do this to an object of this side."""
    if not who.startswith(OF_ONE_PERSON.get(name, "")):
        return False
    role = getattr(town, who).membership.role
    relation = MATRIX[permission].get(role)
    if relation is None:
        return False
    if relation == Relation.ANY:
        return name not in OF_ONES_OWN or SIDE_OF[who] == side
    if relation == Relation.PARTY and role == "municipal_officer":
        return True  # the municipality is a party on both sides
    if SIDE_OF[who] != side:
        return False
    return {
        Relation.PRACTICE: role in ("gp", "practice_assistant"),
        Relation.HOLDER: role in ("practitioner", "team_lead", "privacy_officer"),
        Relation.CARE: role == "practitioner",
        Relation.PARTY: True,
        Relation.CLIENT: role in ("parent", "young_person", "partner"),
    }[relation]


def foreign_marks(who: str) -> list[str]:
    """Return the marks that this person may never read."""
    own = SIDE_OF[who]
    marks = [canary(side) for side in ("noord", "zuid") if side != own]
    # Nor what of the own side is another parent's.
    mine = who.startswith(("parent", "guest"))
    return [*marks, other_parent(own)] if mine else marks


def role_of(town, who: str) -> str:
    return getattr(town, who).membership.role


def table_counts() -> dict[str, int]:
    """Count the rows of every table that we may read, in one question."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') "
            "AND NOT relispartition AND relnamespace = 'public'::regnamespace "
            "AND has_table_privilege(oid, 'SELECT')"
        )
        names = {row[0] for row in cursor.fetchall()} - LOG - FURNITURE
        each = (f"SELECT '{name}', count(*) FROM {name}" for name in sorted(names))
        cursor.execute(" UNION ALL ".join(each))
        return dict(cursor.fetchall())


def body(response) -> bytes:
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


def test_every_route_with_an_object_has_its_line_here():
    assert set(WITH_OBJECT) == set(SUBJECTS)


@pytest.mark.parametrize("name", WITH_OBJECT)
def test_an_object_opens_for_those_the_matrix_names_only(town, world, come_as, name):
    for who in ACTORS:
        ask = _asking(come_as(who), town, name, who)
        for side in ("noord", "zuid"):
            ask(side, world[side][SUBJECTS[name]].uuid)


def _asking(browser, town, name, who):
    permission, role = ROUTES[name].callback.permission, role_of(town, who)

    def get(uuid_):
        return browser.get(reverse(name, kwargs={"uuid": uuid_, **EXTRA.get(name, {})}))

    @cache
    def absent():
        answer = get(uuid.uuid4())
        return answer.status_code, body(answer)

    def ask(side, uuid_):
        answer, place = get(uuid_), f"{who} asks {name} of {side}"
        told = body(answer)
        if holds(town, who, permission, side, name):
            assert answer.status_code in (200, 302, 405), (place, answer.status_code)
        elif permission not in MATRIX or role not in MATRIX[permission]:
            assert answer.status_code in (403, 405), (place, answer.status_code)
        else:
            assert answer.status_code == absent()[0], (place, answer.status_code)
            assert answer.status_code in (404, 405), (place, answer.status_code)
            if answer.status_code == 404:
                assert told == absent()[1], place
        for mark in foreign_marks(who):
            assert mark.encode() not in told.upper(), f"LEAK: {place}"

    return ask


@pytest.mark.parametrize("name", WITH_OBJECT)
def test_a_denied_post_changes_nothing_but_the_log(town, world, come_as, name):
    permission = ROUTES[name].callback.permission
    denied = [
        (who, side)
        for who in ACTORS
        for side in ("noord", "zuid")
        if not holds(town, who, permission, side, name)
    ]
    before = table_counts()
    for who, side in denied:
        lines = Entry.objects.count()
        uuid_ = world[side][SUBJECTS[name]].uuid
        address = reverse(name, kwargs={"uuid": uuid_, **EXTRA.get(name, {})})

        answer = come_as(who).post(address, {"once": str(uuid.uuid4())})

        place = f"{who} posts {name} of {side}: {answer.status_code}"
        assert answer.status_code in (403, 404, 405), place
        if answer.status_code != 405:
            assert Entry.objects.count() == lines + 1, place
            line = Entry.objects.order_by("-id")[0]
            assert (line.event_type, line.outcome) == ("denied", "8"), place
    assert table_counts() == before, f"somebody posts {name}"


@pytest.mark.parametrize("name", WITHOUT)
def test_a_page_without_an_object_opens_for_the_roles_of_the_matrix(
    town, world, come_as, name
):
    permission = ROUTES[name].callback.permission
    for who in ACTORS:
        answer = come_as(who).get(reverse(name, kwargs=EXTRA.get(name, {})))

        place, told = f"{who} asks {name}: {answer.status_code}", body(answer)
        if role_of(town, who) in MATRIX[permission]:
            assert answer.status_code in (200, 302, 405), place
        else:
            assert answer.status_code in (403, 405), place
        for mark in foreign_marks(who):
            assert mark.encode() not in told.upper(), f"LEAK: {place}"


@pytest.mark.parametrize("state", ["invited", "suspended", "ended"])
def test_a_membership_that_is_not_active_opens_nothing(town, world, sign_in, state):
    browsers = {who: sign_in(getattr(town, who)) for who in ("anna",)}
    Membership.objects.update(state=state)

    for name in WITHOUT:
        answer = browsers["anna"].get(reverse(name, kwargs=EXTRA.get(name, {})))
        assert answer.status_code in (302, 403), (name, answer.status_code)
        assert canary("noord").encode() not in body(answer).upper()
    for name in WITH_OBJECT:
        uuid_ = world["noord"][SUBJECTS[name]].uuid
        address = reverse(name, kwargs={"uuid": uuid_, **EXTRA.get(name, {})})
        assert browsers["anna"].get(address).status_code in (302, 403), name


def test_strangers_are_sent_to_sign_in(town, world, client):
    for name in [*WITHOUT, *WITH_OBJECT]:
        kwargs = dict(EXTRA.get(name, {}))
        if name in SUBJECTS:
            kwargs["uuid"] = world["noord"][SUBJECTS[name]].uuid
        answer = client.get(reverse(name, kwargs=kwargs))
        if is_link_screen(ROUTES[name].callback):
            # Whose half hour is over reads how to come in again: no account is needed.
            assert answer.status_code == 403, name
            continue
        assert answer.status_code == 302, name
        assert answer.headers["Location"].startswith("/inloggen/"), name
