"""Which pages are there, for whom, and at which address?

One list for the accessibility test and for `./run look`. Routes come from the resolver,
who may open them from the one matrix, and the addresses are found as a person finds
them: by following links from the first page. A route that someone may open and no link
leads to is asked by its address. What is no page stands below, with the reason.
"""

from collections import deque
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

import httpx
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RegexPattern, ResolverMatch, RoutePattern

from dichtbij.demo import urls as demo
from dichtbij.shared.permissions import MATRIX, Role

# In the order of the demo's sign-in page; the rest come with later issues (R14).
PERSONAS: dict[str, Role] = {
    "huisarts-kampen": Role.GP,
    "assistent-kampen": Role.PRACTICE_ASSISTANT,
    "poh-kampen": Role.PRACTITIONER,
    "teamleider-kampen": Role.TEAM_LEAD,
    "projectleider-kampen": Role.PROJECT_LEADER,
    "gemeente-kampen": Role.MUNICIPAL_OFFICER,
    "huisarts-haarlem": Role.GP,
    "poh-haarlem": Role.PRACTITIONER,
    "teamleider-haarlem": Role.TEAM_LEAD,
    "gemeente-haarlem": Role.MUNICIPAL_OFFICER,
    "ouder": Role.PARENT,
    "jongere": Role.YOUNG_PERSON,
    "partner-school": Role.PARTNER,
    "privacy": Role.PRIVACY_OFFICER,
    "beheer": Role.PLATFORM_ADMIN,
}
STRANGER = "niemand"  # somebody who is not signed in
FIRST = ("/", "/account/", "/organisatie/", "/demo/postbus/")
OPEN = ("/inloggen/", "/inloggen/?account", "/openbaar/")
# Pages that differ most from child to child: of these more are looked at.
SOME, MANY, TRIES, KNOWN = 1, 3, 16, 12
VARIED = (
    "child", "child_contacts", "child_documents", "child_network", "file_request",
    "file_requests", "referral", "letter", "plan_first",
)  # fmt: skip
# The demo's families with a whole file live in Kampen: these are looked at there alone.
IN_KAMPEN = frozenset({
    "add_participant", "change_consultation", "consultation", "file_copy",
    "file_request", "inquiry", "onward", "onward_pdf", "prepare_onward",
    "return_onward", "revise_onward", "signature_sheet", "correct_hours", "statement",
    "statement_csv", "statement_pdf", "evaluation_round",
})  # fmt: skip

# No page of its own, each with the reason.
NO_PAGE = {
    "home": "leads to the first page of the role",
    "health": "JSON for machines",
    "set_language": "a button",
    "keep_draft": "autosave",
    "recognise": "the answer to what was pasted",
    "agreement": "a part of the referral page",
    "become": "a button of the demo",
    "ask_practices": "a form on the page of the decision",
    "vote": "a form on the page of the decision",
    "decision_record": "a file",
    "figures_file": "files",
    "public_data": "files",
    "public_catalogue": "JSON for machines",
    "switch_public_page": "a button on the page of the decisions",
    "agree_indicator": "a button on the page of the indicators",
    "agreement_step": "buttons on the page of the agreement",
    "prepare_rounds": "a button",
    "write_summary": "a form on the page of the summaries",
    "check_summary": "a button",
    "sign_agreement": "a button on the page of the agreement",
    "attach_signature": "a form on the page of the agreement",
    "note_hours": "a form on the page of the hours",
    "confirm_week": "a button",
    "prepare_statement": "a button",
    "approve_statement": "a button",
    "settle_statement": "a button",
    "return_statement": "a form on the page of the statement",
    "withdraw_statement": "a form on the page of the statement",
    "tick_off": "a button",
    "begin_consult": "a button",
    "add_addendum": "a button with a text",
    "set_silent": "a button",
    "lift_closure": "a button",
    "offer_time": "a button on the waiting list",
    "settle_offer": "buttons on the waiting list",
    "agree_elsewhere": "a button on the waiting list",
    "make_feed": "a button; its answer shows an address once",
    "revoke_feed": "a button",
    "end_cover": "a button",
    "letter_pasted": "a button",
    "sign_onward": "a button",
    "lay_onward": "a button",
    "set_level": "a form on the page of the child",
    "withdraw_onward": "a form on the page of the letter",
    "send_onward": "a form on the page of the letter",
    "follow_onward": "forms on the page of the letter",
    "withdraw": "a form on the page of the referral",
    "family_act": "small forms on the page of the family",
    "ask_change": "a button of the family",
    "change_partner": "a form on the page of the partner",
    "confirm_wait": "a form in the directory and on the page of the partner",
    "end_partner": "a button",
    "end_registration": "a button",
    "bring_in": "a button",
    "throw_away_import": "a button",
    "import_template": "a file",
    "import_rest": "a file",
    "ask_consent": "a button beside a topic that is not agreed",
    "cancel_consultation": "a button",
    "hold_consultation": "a form on the page of the consultation",
    "send_receipt": "a button",
    "invite_participant": "a button; its answer shows a code once",
    "uninvite_participant": "a button",
    "handover_done": "a form on the page of the child's network",
    "handover_ended": "a form on the page of the child's network",
    "account_end_others": "a button",
    "account_login": "another name of sign_in",
    "account_logout": "a button",
    "mfa_index": "another name of account_security",
}
# Pages that need more than a membership: what was sent, a link in a mail, a factor.
ELSEWHERE = {
    "agreement_scan": "opens when a party signed on paper: tests/portal/programme",
    "public_programme": "opens once a programme chose so: tests/portal/public",
    "public_programmes": "likewise; the page of each such programme leads to it",
    "prepare_decision": "opens for a reported round: tests/portal/decisions",
    "decision": "opens for a decision that is laid out, likewise",
    "rewrite_decision": "opens before practices are asked, likewise",
    "take_decision": "opens once practices were asked, likewise",
    "voice": "opens by a secret link: tests/evaluation/test_voices.py",
    "voice_code": "opens by an address on paper, likewise",
    "voice_thanks": "opens after an answer, likewise",
    "open_round": "opens for a planned round: tests/evaluation/test_pages.py",
    "close_round": "opens for an open round, likewise",
    "evaluation_pdf": "opens for a closed round, likewise",
    "reflection": "opens for who was asked, likewise",
    "write_agreement": "opens for a draft: tests/portal/programme/test_agreements.py",
    "import_kind": "one per kind, linked on /inlezen/: tests/portal/staff",
    "calendar_feed": "opens by a secret address: tests/rosters/test_feed.py",
    "invitation": "opens by a link in a mail: tests/organisations",
    "personal_link": "opens by a link in a mail: test_file_walk.py",
    "break_glass": "opens after an exact search: test_file_walk.py",
    "import_run": "opens after an upload: tests/portal/staff/test_imports.py",
    "check_in": "opens by a personal link: tests/portal/family/test_answering.py",
    "pulse": "opens by a personal link, likewise",
    "satisfaction": "opens by a personal link, likewise",
    "my_offer": "opens by a personal link: tests/portal/family/test_offer.py",
    "go_on": "opens after a sign-in that had expired: test_typed_text.py",
    "mfa_authenticate": "opens between password and code: tests/organisations",
    "mfa_login_webauthn": "JSON for the passkey: tests/organisations",
    "account_change_password": "opens for whoever has a password: tests/organisations",
    "account_recovery_codes": "opens for whoever has an app or passkey, likewise",
    "account_reauthenticate": "opens for whoever has a password: tests/organisations",
    "mfa_reauthenticate": "opens for whoever has an app: tests/organisations",
    "mfa_reauthenticate_webauthn": "opens for whoever has a passkey, likewise",
    "mfa_deactivate_totp": "opens for whoever has an app: tests/organisations",
    "mfa_remove_webauthn": "opens for whoever has a passkey: tests/organisations",
}


# Pages that no link leads to, each with the reason.
NOT_LINKED = {
    "statement_pdf": "linked once it is settled; no page",
    "my_appointments": "linked when more than one talk is planned",
    "my_appointment_file": "linked once the talk is confirmed; no page",
    "new_partner": "a form in the directory",
    "set_goal": "a form on the page of the child; linked in a consult without goals",
    "mfa_activate_totp": "linked for whoever has a password, unlike in the demo",
    "mfa_add_webauthn": "linked for whoever has a password, unlike in the demo",
}
# What an address that no link led to may answer: not this child, or not now.
NOT_THIS_ONE = (404, 405)


@dataclass(frozen=True)
class Found:
    """One page or document as one persona."""

    persona: str
    route: str
    address: str
    is_page: bool
    linked: bool = True

    @property
    def label(self) -> str:
        """Return what to call it in a message."""
        keys = [key for key, _ in parse_qsl(urlsplit(self.address).query, True)]
        return " ".join([self.persona, self.route, *(f"?{key}" for key in keys)])


class Links(HTMLParser):
    """Collects where one can go from a page without sending anything."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        given = dict(attributes)
        if tag == "a" and given.get("href"):
            self.found.append(str(given["href"]))


# --- which routes there are -----------------------------------------------------------


def routes() -> dict[str, URLPattern]:
    """Return every named route, those of the demo included."""
    return dict(_named([*get_resolver().url_patterns, *demo.urlpatterns]))


def _named(
    patterns: Iterable[URLPattern | URLResolver], prefix: str = ""
) -> Iterable[tuple[str, URLPattern]]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _named(one.url_patterns, prefix)
        elif one.name:
            yield one.name, one


def may_open(route: URLPattern, role: Role) -> bool:
    """Tell by the matrix whether a role may open a route; what is open is for all."""
    permission = getattr(route.callback, "permission", None)
    return permission is None or role in MATRIX[permission]


def match(address: str) -> ResolverMatch | None:
    """Return the route of an address, or None."""
    return _match(urlsplit(address).path)


@lru_cache(maxsize=20_000)
def _match(path: str) -> ResolverMatch | None:
    try:
        return _ALL.resolve(path)
    except Resolver404:
        return None


_ALL = URLResolver(
    RegexPattern(r"^/"),
    [*demo.urlpatterns, URLResolver(RoutePattern(""), "dichtbij.urls")],
)


# --- where a person gets to -----------------------------------------------------------


@dataclass
class Walk:
    """Somebody who follows links and remembers where there was something new."""

    browser: httpx.Client
    persona: str
    found: list[Found] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    known: dict[str, list[str]] = field(default_factory=dict)
    shapes: set[tuple[object, ...]] = field(default_factory=set)
    tries: dict[tuple[str, ...], int] = field(default_factory=dict)

    def follow(self, first: Iterable[str]) -> None:
        """Follow links from these pages on."""
        ahead = deque(first)
        while ahead:
            address = ahead.popleft().partition("#")[0]
            if address not in self.seen and self._is_wanted(address):
                ahead.extend(self.look(address))

    def look(self, address: str, *, linked: bool = True) -> list[str]:
        """Open one page; return the links on it."""
        self.seen.add(address)
        answer = self.browser.get(address, follow_redirects=True)
        place = answer.url.raw_path.decode()
        if not linked and answer.status_code in NOT_THIS_ONE:
            return []
        assert answer.status_code == 200, (self.persona, address, answer.status_code)
        is_page = answer.headers["Content-Type"].startswith("text/html")
        links = self._links(answer) if is_page else []
        route = _route_of(place)
        if route and place not in self.seen - {address} and self._is_new(place, links):
            self.found.append(Found(self.persona, route, place, is_page, linked))
        self.seen.add(place)
        # What stands in a mail is for whoever the mail is for.
        return [] if route == "mailbox" else links

    def ask_unlinked(self, role: Role) -> None:
        """Ask what one may open and no link led to, about a child that one knows."""
        reached = {one.route for one in self.found}
        for name, route in routes().items():
            if name in reached or not is_page(name) or not may_open(route, role):
                continue
            for address in self._addresses(str(route.pattern)):
                before = len(self.found)
                self.look(address, linked=False)
                if len(self.found) > before:
                    break

    def _addresses(self, pattern: str) -> list[str]:
        """Return addresses of this pattern, with objects that we came across."""
        start, has_object, rest = pattern.partition("<uuid:uuid>")
        if "<" in start or "<" in rest:
            return []
        if not has_object:
            return [f"/{pattern}"]
        found = [f"/{start}{uuid}{rest}" for uuid in self.known.get(start, ())]
        return [address for address in found if address not in self.seen]

    def _is_wanted(self, address: str) -> bool:
        kind = _kind(address)
        if not kind or (kind[0] in NO_PAGE and kind[0] != "home"):
            return False
        self.tries[kind] = self.tries.get(kind, 0) + 1
        return self.tries[kind] <= (TRIES if kind[0] in VARIED else SOME)

    def _is_new(self, place: str, links: list[str]) -> bool:
        """Tell whether no page like this was found: leading to the same kinds."""
        kind = _kind(place)
        leads_to = frozenset(_route_of(link) for link in links)
        shape = (kind, leads_to if kind[0] in VARIED else None)
        alike = [one for one in self.found if _kind(one.address) == kind]
        if shape in self.shapes or len(alike) >= MANY:
            return False
        self.shapes.add(shape)
        return True

    def _links(self, answer: httpx.Response) -> list[str]:
        here = urlsplit(str(answer.url))
        whole = [
            urlsplit(urljoin(answer.url.raw_path.decode(), link))
            for link in Links(answer.text).found
        ]
        found = [
            url._replace(scheme="", netloc="").geturl()
            for url in whole
            if url.netloc in ("", here.netloc)
        ]
        for link in found:
            self._remember(link)
        return found

    def _remember(self, link: str) -> None:
        """Keep some objects of each kind that are named in a link."""
        one = match(link)
        if one is not None and "uuid" in one.kwargs:
            start = one.route.partition("<uuid:uuid>")[0]
            known = self.known.setdefault(start, [])
            if len(known) < KNOWN and str(one.kwargs["uuid"]) not in known:
                known.append(str(one.kwargs["uuid"]))


def _route_of(address: str) -> str:
    found = match(address)
    return str(found.url_name or "") if found else ""


def _kind(address: str) -> tuple[str, ...]:
    """Return route and query keys: pages of one kind look alike. Empty: no page."""
    route = _route_of(address)
    keys = {key for key, _ in parse_qsl(urlsplit(address).query, True)}
    return (route, *sorted(keys)) if route else ()


def is_page(name: str) -> bool:
    """Tell whether a route is a page that a person can be shown."""
    return name not in NO_PAGE and name not in ELSEWHERE


def everything(visitor: Callable[[str], httpx.Client]) -> dict[str, list[Found]]:
    """Return every kind of page and document that each persona may open.

    An address that one came across is tried by those of the same programme too.
    """
    found, walks = {}, {}
    for persona in (STRANGER, *PERSONAS):
        with closing(visitor(persona)) as browser:
            walks[persona] = walk = Walk(browser, persona)
            walk.follow(OPEN if persona == STRANGER else FIRST)
            found[persona] = walk.found
    for persona, role in PERSONAS.items():
        with closing(visitor(persona)) as browser:
            walk = walks[persona]
            walk.browser = browser
            town = persona.rpartition("-")[2]
            for other in PERSONAS:
                if other.endswith(f"-{town}") and other != persona:
                    for start, uuids in walks[other].known.items():
                        walk.known[start] = walk.known.get(start, []) + uuids
            walk.ask_unlinked(role)
    return found
