"""Families for the pure engine: a mother, a father, a young person, and their words."""

from datetime import UTC, date, datetime, timedelta

from dichtbij.families.consent import Party, may_share
from dichtbij.families.known import Authority, Facts, Member, Word
from dichtbij.shared.calendar import AMSTERDAM

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TODAY = date(2026, 3, 10)
LONG_AGO = date(2000, 1, 1)
NOBODY = Party("")

MOTHER = Member(key="1", slot="parent_1", tie="10", home=1, starts_on=LONG_AGO)
FATHER = Member(key="2", slot="parent_2", tie="10", home=2, starts_on=LONG_AGO)
CHILD = Member(key="3", slot="young_person", tie="self", starts_on=LONG_AGO)
AUNT = Member(key="4", slot="other", tie="17", starts_on=LONG_AGO)


def born(age, days=100):
    """Return the birth date of who is `age` today, and was so for some days."""
    return TODAY.replace(year=TODAY.year - age) - timedelta(days=days)


def holds(member, kind="authority", **changes):
    return Authority(
        **({"member": member.key, "kind": kind, "starts_on": LONG_AGO} | changes)
    )


def said(member, purpose="help", **changes):
    """Return a word of a member; of "parents" and the like when it is a text."""
    who = {"giver": member} if isinstance(member, str) else {"member": member.key}
    told = {"number": 1, "purpose": purpose, "starts_on": date(2026, 3, 1)}
    return Word(**(told | who | changes))


def told(member, party="school", topics=("plan",), **changes):
    """Return a member's agreement to share."""
    return said(member, "share", party=party, topics=frozenset(topics), **changes)


def family(age=14, **changes):
    """Return two parents with authority in two homes, and a young person."""
    known = {
        "birth_date": born(age),
        "members": (MOTHER, FATHER, CHILD),
        "authorities": (holds(MOTHER), holds(FATHER)),
    }
    return Facts(**(known | changes))


def help_(facts, at=NOW):
    return may_share(facts, "help", NOBODY, at)


def share(facts, kind="school", topic="plan", at=NOW, **party):
    return may_share(facts, "share", Party(kind, **party), at, topic)


def read(facts, who="young_person", at=NOW, topic=""):
    kind = "young_person" if who == "young_person" else "parent"
    member = "" if kind == "young_person" else who
    return may_share(facts, "read", Party(kind, member=member), at, topic)


def codes(answer):
    return [one.code for one in answer.because]


def rules(answer):
    return {one.rule for one in answer.because}


def local(day, hour=0, minute=0):
    """Return a moment of the clock in Amsterdam."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=AMSTERDAM)
