"""How do walks get a family of their own, at the point where they begin?

Everything goes over HTTP by the forms of the pages, as without a browser.
"""

import re
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count

import psycopg

from dichtbij.shared.calendar import local
from tests import forms
from tests.live import Live

_numbers = count(1)
UUID = r"[0-9a-f-]{36}"


@dataclass(frozen=True)
class Family:
    """A referral of a child with a name that no other walk has."""

    name: str
    referral: str
    child: str

    def page(self, rest: str = "") -> str:
        """Return an address of the child's file."""
        return f"/kinderen/{self.child}/{rest}"

    def referred(self, rest: str = "") -> str:
        """Return an address of the referral."""
        return f"/aanmeldingen/{self.referral}/{rest}"


def newcomer() -> dict[str, str]:
    """Return what is told of a child that no other walk has: eleven or so years old.

    No two share a birth date, or the page would ask whether they are the same child.
    """
    number, letters = next(_numbers), ""
    born = date(2014, 1, 1) + timedelta(days=number)
    while number:
        number, digit = divmod(number, 26)
        letters = chr(ord("a") + digit) + letters
    return {
        "given_name": "Fictief",
        "family_name": f"Wandelkind{letters}",
        "birth_date": f"{born:%d-%m-%Y}",
        "contact": "06-00000099",
    }


def refer(live: Live, persona: str = "assistent-kampen", **typed: str) -> Family:
    """Refer a child of eleven, for whom both parents agreed."""
    child = newcomer()
    told = child | {
        "questions": "EMO",
        "sentence": "Slaapt slecht sinds de zomer.",
        "giver": "parents",
    }
    with closing(live.sign_in(persona)) as browser:
        answer = forms.send(browser, "/aanmelden/", "/aanmelden/", **(told | typed))
    assert "/afspraak/" in str(answer.url), (answer.url, answer.text[:3000])
    found = re.search(UUID, str(answer.url))
    assert found
    rows = live.sql(
        "SELECT c.uuid FROM dichtbij_client c JOIN dichtbij_referral r "
        "ON r.client_id = c.id WHERE r.uuid = %s",
        [found[0]],
    )
    return Family(f"Fictief {child['family_name']}", found[0], str(rows[0][0]))


def book(live: Live, family: Family, persona: str = "assistent-kampen") -> str:
    """Book the first free time; return the uuid of the appointment."""
    address = family.referred("afspraak/")
    with closing(live.sign_in(persona)) as browser:
        answer = forms.send(browser, address)
    assert answer.status_code == 200
    (booked,) = appointments(live, family)
    return booked


def turn_back(live: Live, appointment: str) -> None:
    """Let an appointment have begun on a working day before this one."""
    for days in range(1, 15):
        for hour, minute in ((8, 45), (9, 30), (10, 15), (11, 0), (11, 45)):
            starts = local(live.now).replace(hour=hour, minute=minute, second=0)
            starts -= timedelta(days=days)
            if starts.weekday() < 5 and _moved(live, appointment, starts):
                return
    raise AssertionError("no time was free in two weeks")


def _moved(live: Live, appointment: str, starts: datetime) -> bool:
    query = (
        "UPDATE dichtbij_appointment SET starts_at = %s, "
        "ends_at = %s + (ends_at - starts_at) WHERE uuid = %s"
    )
    try:
        live.sql(query, [starts, starts, appointment])
    except psycopg.errors.ExclusionViolation:
        return False
    return True


def take_on(live: Live, family: Family, persona: str = "poh-kampen") -> None:
    """Accept the referral."""
    with closing(live.sign_in(persona)) as browser:
        address = family.referred("beoordelen/")
        forms.send(browser, address, address, choice="plan")
    assert status(live, family) == "accepted"


def consult(live: Live, family: Family, persona: str = "poh-kampen") -> None:
    """Record a conversation that took place now, without an appointment."""
    with closing(live.sign_in(persona)) as browser:
        answer = forms.send(
            browser,
            family.page("consult/"),
            attendance=["child", "parent_1"],
            themes="EMO",
            text="Vertelt over slapen.",
            agreements="Elke avond op tijd naar bed.",
            next_step="appointment",
        )
    assert contacts(live, family) == 1, answer.text


def in_care(live: Live) -> Family:
    """Refer, accept and see a child."""
    family = refer(live)
    take_on(live, family)
    consult(live, family)
    return family


def draft(live: Live, family: Family, persona: str = "poh-kampen") -> None:
    """Draw up the letter of the start; it is not released yet."""
    with closing(live.sign_in(persona)) as browser:
        forms.send(browser, family.page("brief/start/"))
    assert letters(live, family) == [("start", "draft")]


def set_table(live: Live) -> None:
    """Let there be something of everything that the pages can show."""
    book(live, refer(live))
    letter(live, in_care(live))
    draft(live, in_care(live))
    live.send_mail()


# --- what the judge sees --------------------------------------------------------------

OF = "JOIN dichtbij_referral r ON r.id = x.referral_id WHERE r.uuid = %s"


def appointments(live: Live, family: Family) -> list[str]:
    """Return the appointments that are planned."""
    query = f"SELECT x.uuid FROM dichtbij_appointment x {OF} AND x.status = 'booked'"
    return [str(one) for (one,) in live.sql(query, [family.referral])]


def status(live: Live, family: Family) -> str:
    """Return how the referral stands."""
    query = "SELECT status FROM dichtbij_referral WHERE uuid = %s"
    return str(live.sql(query, [family.referral])[0][0])


def contacts(live: Live, family: Family) -> int:
    """Return how many conversations were recorded."""
    query = (
        "SELECT count(*) FROM dichtbij_contact x JOIN dichtbij_client c "
        "ON c.id = x.client_id WHERE c.uuid = %s"
    )
    return int(live.sql(query, [family.child])[0][0])


def letters(live: Live, family: Family) -> list[tuple[str, str]]:
    """Return kind and status of the letters."""
    query = f"SELECT x.kind, x.status FROM dichtbij_letter x {OF} ORDER BY x.id"
    return [(str(a), str(b)) for a, b in live.sql(query, [family.referral])]


def letter(live: Live, family: Family, persona: str = "poh-kampen") -> None:
    """Draw up the letter of the start and release it."""
    with closing(live.sign_in(persona)) as browser:
        answer = forms.send(browser, family.page("brief/start/"))
        forms.send(browser, str(answer.url), release="1")
    assert letters(live, family) == [("start", "released")]
