"""How do walks get a whole family: a young person, two homes, each with an own entry?

Everything is noted over HTTP by the forms of the staff's pages; only what nobody can
click (a second factor, an appointment for one home) is written by the judge.
"""

import re
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, BrowserContext

from dichtbij.organisations.models import User
from tests import forms
from tests.browser import browsing, families
from tests.live import Live

SLOTS = ("young_person", "parent_1", "parent_2")
PARENTS = ("parent_1", "parent_2")
SCHOOL = "Scholengroep De Verzonnen Vaart"
SPECIALIST = "Jeugd-ggz De Denkbeeldige Overkant"
AGREED = ("wellbeing", "school")
PASSWORD = "vijf andere woorden bij elkaar"
POH = "poh-kampen"
GUEST = "gast.{}@school.example"


@dataclass(frozen=True)
class Household(families.Family):
    """A young person of fourteen with two parents in two homes."""

    members: dict[str, int] = field(default_factory=dict)

    def mail_of(self, slot: str) -> str:
        """Return the own e-mail address of one person."""
        return f"{slot.replace('_', '')}.{self.surname.lower()}@gezin.example"

    def name_of(self, slot: str) -> str:
        """Return what the page calls one person."""
        first = {"parent_1": "Mara", "parent_2": "Tibo"}.get(slot, "Fictief")
        return f"{first} {self.surname}"

    def address_of(self, slot: str) -> str:
        """Return where one person lives; of the young person it is not noted."""
        streets = {"parent_1": "Verzonnenlaan 1", "parent_2": "Bedachte Kade 2"}
        return streets.get(slot, "")

    @property
    def surname(self) -> str:
        """Return the family name, which no other walk has."""
        return self.name.rpartition(" ")[2]

    @property
    def own_school_mail(self) -> str:
        """Return where the guest of this child gets the link."""
        return GUEST.format(self.surname.lower())


def fourteen() -> str:
    """Return a birth date of somebody of fourteen that no other walk has."""
    born = families.newcomer()["birth_date"]
    day = date(*map(int, reversed(born.split("-"))))
    return f"{date(2011, 6, 1) + (day - date(2014, 1, 1)):%d-%m-%Y}"


def referred(live: Live) -> Household:
    """Refer, accept and see a young person; nobody of the family is noted yet."""
    family = families.refer(live, birth_date=fourteen(), giver="both")
    families.take_on(live, family)
    families.consult(live, family)
    return Household(family.name, family.referral, family.child)


def noted(live: Live) -> Household:
    """Note the two homes, who has authority and everyone's consent to the help."""
    home = referred(live)
    for slot in SLOTS:
        note(live, home, "lid", **member_of(home, slot))
    with closing(live.sign_in(POH)) as browser:
        for slot in SLOTS:
            address = home.page("gegevens/")
            forms.send(browser, address, owner=slot, email=home.mail_of(slot))
    home.members.update(members_of(live, home))
    for slot in PARENTS:
        note(live, home, "gezag", **authority_of(home, slot))
    for slot in SLOTS:
        agree(live, home, slot, purpose="help")
    return home


def member_of(home: Household, slot: str) -> dict[str, str]:
    """Return how one person is filled in."""
    return {
        "name": home.name_of(slot),
        "slot": slot,
        "tie": "self" if slot == "young_person" else "10",
        "home": "2" if slot == "parent_2" else "1",
        "address": home.address_of(slot),
        "language": "nl",
    }


def authority_of(home: Household, slot: str) -> dict[str, str]:
    """Return how the authority of one parent is filled in."""
    return {
        "member": str(home.members[slot]),
        "kind": "authority",
        "source": "register",
        "source_on": "02-03-2026",
    }


def note(live: Live, home: Household, act: str, /, **typed: str | list[str]) -> None:
    """Fill in one small form of the family page."""
    with closing(live.sign_in(POH)) as browser:
        action = home.page(f"gezin/{act}/")
        answer = forms.send(browser, home.page("gezin/"), action, **typed)
        assert str(answer.url).endswith(home.page("gezin/")), answer.text[:4000]


def agree(live: Live, home: Household, slot: str, **typed: str | list[str]) -> None:
    """Note that one person agrees."""
    told = {"member": str(home.members[slot]), "decision": "given", "form": "oral"}
    note(live, home, "woord", **(told | typed))


def share(
    live: Live,
    home: Household,
    kind: str = "school",
    name: str = SCHOOL,
    topics: tuple[str, ...] = AGREED,
) -> None:
    """Let all three agree to tell one partner about some topics."""
    for slot in SLOTS:
        agree(
            live, home, slot, purpose="share", party=kind, topics=list(topics),
            partner=str(partner_of(live, name)[0]),
        )  # fmt: skip


def members_of(live: Live, home: families.Family) -> dict[str, int]:
    """Return the number of each of the family, as the forms know them."""
    query = (
        "SELECT m.slot, m.id FROM dichtbij_familymember m JOIN dichtbij_client c "
        "ON c.id = m.client_id WHERE c.uuid = %s"
    )
    return {str(slot): int(pk) for slot, pk in live.sql(query, [home.child])}


def partner_of(live: Live, name: str = SCHOOL) -> tuple[int, str]:
    """Return number and public id of a partner of the demo."""
    query = "SELECT id, uuid FROM dichtbij_partner WHERE name = %s"
    ((pk, uuid),) = live.sql(query, [name])
    return int(pk), str(uuid)


# --- what comes after -----------------------------------------------------------------


def meet(live: Live, home: Household) -> tuple[str, str]:
    """Plan a talk with the school for today and invite; return page and code.

    The guest has no telephone number: the code is said by the one who invites.
    """
    partner = partner_of(live)[1]
    person = {
        f"{partner}_name": "Ib Bedacht",
        f"{partner}_function": "intern begeleider",
        f"{partner}_email": home.own_school_mail,
    }
    with closing(live.sign_in(POH)) as browser:
        answer = forms.send(
            browser, f"{home.page('overleg/plannen/')}?partner={partner}",
            topics=list(AGREED), on=f"{live.now:%d-%m-%Y}", at="15:30", **person,
        )  # fmt: skip
        page = answer.url.path
        assert page.startswith("/casusoverleg/"), answer.text[:4000]
        invite = re.search(rf"/deelnemers/{families.UUID}/uitnodigen/", answer.text)
        assert invite
        code = code_on(forms.send(browser, page, invite[0]).text)
    return page, code


def code_on(page: str) -> str:
    """Return the code that is told once."""
    found = re.search(r"data-code>(\d{6})<", page)
    assert found, page[:4000]
    return found[1]


def advise(live: Live, home: Household) -> str:
    """Lay a letter to the specialised care before the GP; return its public id."""
    share(live, home, "specialist_mh", SPECIALIST, ("wellbeing", "plan"))
    with closing(live.sign_in(POH)) as browser:
        answer = forms.send(browser, home.page("verwijsadvies/"), **advice(live))
        found = re.search(rf"/verwijzingen/({families.UUID})/", str(answer.url))
        assert found, answer.text[:6000]
    return found[1]


def advice(live: Live) -> dict[str, str]:
    """Return how an advice is filled in."""
    return {
        "destination": "s_ggz",
        "partner": partner_of(live, SPECIALIST)[1],
        "reason": "De klachten nemen niet af na kortdurende hulp.",
        "steps_tried": "Advies, daarna vier gesprekken.",
        "disorder": "angststoornis (vermoeden)",
        **dict.fromkeys(
            ("suspicion", "severity", "risk", "complexity", "course"),
            "Verzonnen tekst.",
        ),
    }


def ask(live: Live, home: Household, slot: str) -> tuple[str, str]:
    """Put a check-in to one person and give the link; return its page and the code."""
    with closing(live.sign_in(POH)) as browser:
        uuid = _public(live, home, slot)
        told = {"member": uuid, "kind": "check_in"}
        forms.send(browser, home.page("even-vragen/"), **told)
        query = (
            "SELECT i.uuid FROM dichtbij_inquiry i WHERE i.member_id = %s "
            "AND i.kind = 'check_in' ORDER BY i.id DESC LIMIT 1"
        )
        inquiry = str(live.sql(query, [home.members[slot]])[0][0])
        answer = forms.send(
            browser, home.page("link/"), offer=f"{inquiry}/{uuid}", code_goes="here"
        )
    return f"/mijn/even-invullen/{inquiry}/", code_on(answer.text)


def _public(live: Live, home: Household, slot: str) -> str:
    query = "SELECT uuid FROM dichtbij_familymember WHERE id = %s"
    return str(live.sql(query, [home.members[slot]])[0][0])


def mailed(live: Live, to: str) -> str:
    """Let the mail leave; return the link in the newest one to this address."""
    live.send_mail()
    with closing(live.sign_in(POH)) as browser:
        page = browser.get("/demo/postbus/").text
    found = re.search(rf"{re.escape(to)}.*?(/l/[\w-]+/)", page, re.DOTALL)
    assert found, to
    return found[1]


# --- coming in as somebody of the family ----------------------------------------------


def invite(live: Live, home: Household, slot: str) -> None:
    """Open an account for one person, who chooses a password by a link."""
    mail = home.mail_of(slot)
    with closing(live.sign_in(POH)) as browser:
        member = _public(live, home, slot)
        address = home.page("toegang/")
        forms.send(browser, address, member=member, act="open")
    query = (
        "SELECT m.link FROM dichtbij_message m JOIN dichtbij_user u "
        "ON u.id = m.user_id WHERE u.email = %s AND m.kind = 'invitation' "
        "ORDER BY m.id DESC LIMIT 1"
    )
    link = str(live.sql(query, [mail])[0][0])
    with closing(live.sign_in("")) as stranger:
        forms.send(stranger, link, password1=PASSWORD, password2=PASSWORD)


def window_of(
    chromium: Browser, live: Live, home: Household, slot: str
) -> BrowserContext:
    """Return a window in which one person signed in with two factors."""
    mail = home.mail_of(slot)
    query = (
        "SELECT u.id, u.password, m.uuid, m.state FROM dichtbij_user u "
        "JOIN dichtbij_membership m ON m.user_id = u.id WHERE u.email = %s"
    )
    found = live.sql(query, [mail])
    if not found:
        invite(live, home, slot)
        found = live.sql(query, [mail])
    ((pk, password, membership, state),) = found
    assert state == "active", state
    context = browsing.context_of(chromium, live, "jongere")
    _become(live, context, int(pk), str(password), str(membership))
    return context


def _become(
    live: Live, context: BrowserContext, pk: int, password: str, membership: str
) -> None:
    """Make the session of this window somebody else's."""
    (key,) = [c["value"] for c in context.cookies() if c["name"] == "dichtbij"]
    query = "SELECT session_data FROM django_session WHERE session_key = %s"
    store = SessionStore()
    told = store.decode(live.sql(query, [key])[0][0])
    told |= {
        "_auth_user_id": str(pk),
        "_auth_user_hash": User(password=password).get_session_auth_hash(),
        "membership": membership,
        "second_factor": True,
    }
    live.sql(
        "UPDATE django_session SET session_data = %s WHERE session_key = %s",
        [store.encode(told), key],
    )


# --- what nobody can click ------------------------------------------------------------


def keep_for(live: Live, appointment: str, slot: str) -> None:
    """Let an appointment be for one home only."""
    query = "UPDATE dichtbij_appointment SET only_for = %s WHERE uuid = %s"
    live.sql(query, [slot, appointment])


def book(live: Live, home: Household) -> str:
    """Plan the next talk, in a few days; return its public id."""
    before = set(families.appointments(live, home))
    with closing(live.sign_in(POH)) as browser:
        forms.send(browser, home.page("vervolg/"))
    (new,) = set(families.appointments(live, home)) - before
    return new


def give_to_colleague(live: Live, home: Household) -> None:
    """Let a child be in the care of a colleague of the same employer instead."""
    query = (
        "SELECT m.user_id FROM dichtbij_membership m WHERE m.role = 'practitioner' "
        "AND m.state = 'active' AND m.organisation_id = (SELECT o.organisation_id "
        "FROM dichtbij_membership o JOIN dichtbij_user p ON p.id = o.user_id "
        "WHERE p.persona = %s) AND m.user_id <> (SELECT id FROM dichtbij_user "
        "WHERE persona = %s) LIMIT 1"
    )
    colleague = live.sql(query, [POH, POH])[0][0]
    for table in ("carerelation", "trajectory"):
        change = (
            f"UPDATE dichtbij_{table} SET practitioner_id = %s WHERE client_id = "
            "(SELECT id FROM dichtbij_client WHERE uuid = %s)"
        )
        live.sql(change, [colleague, home.child])


def seal(live: Live, home: Household) -> None:
    """Let every talk so far be told in confidence."""
    query = (
        "UPDATE dichtbij_contact SET not_for_parents = true "
        "WHERE client_id = (SELECT id FROM dichtbij_client WHERE uuid = %s)"
    )
    live.sql(query, [home.child])


def later(live: Live, days: int) -> str:
    """Return a day from now as one types it."""
    return f"{live.now.date() + timedelta(days=days):%d-%m-%Y}"
