"""Who are the children of the demo town? Visibly fictional, in the published shares."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, islice
from random import Random

from stdnum.nl import bsn

from dichtbij.clients import ages
from dichtbij.demo import parameters
from dichtbij.demo.happenings import Address, Child
from dichtbij.demo.parameters import value
from dichtbij.demo.places import Place, Practice
from dichtbij.demo.shapes import ages_at_referral, girls_elsewhere, pick
from dichtbij.demo.words import NAMES, Voice

# Letters that no Dutch postcode has [K]: nobody lives there.
LETTERS = "FQUY"
RARE_NAME = 0.002
BOY, GIRL, UNKNOWN = "1", "2", "0"  # Source: COD046 (S53)


@dataclass(frozen=True)
class Told:
    """What a practice tells: the child, the questions; `sex` is what pronouns use."""

    child: Child
    questions: tuple[str, ...]
    sex: str


def test_numbers(first: int) -> Iterable[str]:
    """Return the valid numbers 9999xxxxx from the reserved range, from the nth."""
    valid = (str(n) for n in count(999_900_000) if bsn.is_valid(str(n)))
    return islice(valid, first, None)


class Population:
    """Hands out children; nobody twice, telephones and numbers one after the other."""

    def __init__(self, place: Place, first_number: int) -> None:
        self.place = place
        self.known: set[tuple[str, str, date]] = set()
        self.telephone = count(first_number)
        self.bsns = iter(test_numbers(first_number // 10))

    def child(
        self, rng: Random, practice: Practice, on: date, *, rare: float = RARE_NAME
    ) -> Told:
        """Return a child who comes with questions, on that day."""
        questions = self._questions(rng)
        behaviour = questions[0].startswith("GED")
        girls = value("sex.girl.behaviour") if behaviour else girls_elsewhere()
        sex = GIRL if rng.random() < girls else BOY
        given, family, birth_date, sex = self._who(rng, sex, on, rare)
        age = ages.age_on(birth_date, on)
        alone = age >= 16 and rng.random() < value("without_parents")
        known = rng.random() < value("bsn.known")
        child = Child(
            given_name=given,
            family_name=family,
            birth_date=birth_date,
            sex=UNKNOWN if rng.random() < value("sex.unknown") else sex,
            postcode=f"{practice.postcode} {rng.choice(LETTERS)}{rng.choice(LETTERS)}",
            municipality=self._municipality(rng, practice),
            bsn=next(self.bsns) if known else "",
            no_bsn_reason="" if known else Voice(rng, sex).say("no_bsn"),
            without_parents=alone,
            addresses=self._addresses(rng, age, alone=alone),
        )
        return Told(child, questions, sex)

    def _who(
        self, rng: Random, sex: str, on: date, rare: float
    ) -> tuple[str, str, date, str]:
        while True:
            given = rng.choice(NAMES["given"]["girl" if sex == GIRL else "boy"])
            family = rng.choice(NAMES["family"]["names"])
            if rng.random() < rare:
                given, family, sex = rng.choice(NAMES["rare"]["names"])
            age = pick(rng, ages_at_referral())
            birth_date = _born(rng, age, on)
            if (given, family, birth_date) not in self.known:
                self.known.add((given, family, birth_date))
                return given, family, birth_date, sex

    def _questions(self, rng: Random) -> tuple[str, ...]:
        found = [pick(rng, parameters.questions())]
        chance = rng.random()
        wanted = (
            1 + (chance < value("question.second")) + (chance < value("question.third"))
        )
        while len(found) < wanted:
            another = pick(rng, parameters.questions())
            if another not in found and another != "OVE":
                found.append(another)
        return tuple(found)

    def _municipality(self, rng: Random, practice: Practice) -> str:
        chance = rng.random()
        if chance < 0.03:
            return ""
        return (
            rng.choice(self.place.neighbours)
            if chance < 0.07
            else (practice.municipality)
        )

    def _addresses(self, rng: Random, age: int, *, alone: bool) -> tuple[Address, ...]:
        found: list[Address] = []
        if not alone:
            found += self._pair("parent_1", "ouder", mail=rng.random() < 0.8)
            if rng.random() < 0.35:
                found += self._pair("parent_2", "ouder", mail=rng.random() < 0.5)
        if alone or age >= 16 or (age >= 12 and rng.random() < 0.3):
            found += self._pair("young_person", "jongere", mail=rng.random() < 0.6)
        return tuple(found)

    def _pair(self, owner: str, name: str, *, mail: bool) -> list[Address]:
        number = next(self.telephone)
        found = [Address(owner, "telephone", f"06-{number:08d}")]
        if mail:
            found.append(Address(owner, "email", f"{name}{number}@gezin.example"))
        return found


def _born(rng: Random, age: int, on: date) -> date:
    """Return a birth date that makes someone exactly so many whole years old."""
    while True:
        birth_date = on - timedelta(days=int(365.25 * age) + rng.randrange(366))
        if ages.age_on(birth_date, on) == age:
            return birth_date


def giver(rng: Random, birth_date: date, on: date) -> str:
    """Return who agreed at referral; now and then not yet all who must."""
    must = ages.who_must_agree(birth_date, on)
    if len(must) == 1:
        return str(must[0])
    return "both" if rng.random() < 0.8 else str(ages.Agreement.PARENTS)
