"""Who works where in the demo town: programmes, practices, people, practice days?

Kampen and Haarlem are real programmes (product.md 1), so are the organisations in
Kampen and the employer in Haarlem; every person, and every practice of Haarlem and
Zandvoort, is invented. Months count back from the day the town was made.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import cycle

from dichtbij.demo.words import NAMES

LIST_SOURCE = "demo, verzonnen lijst"  # R38
HISTORY_MONTHS = 30


@dataclass(frozen=True)
class Person:
    """Somebody on the staff; the key is a persona's or one of our own."""

    key: str
    name: str
    role: str
    organisation: str
    persona: bool = False


@dataclass(frozen=True)
class Practice:
    """A GP practice on the list; `joined_months` is None for one that stays out."""

    key: str
    name: str
    town: str
    postcode: str
    municipality: str
    holder: str
    practitioner: str = ""
    joined_months: int | None = HISTORY_MONTHS
    load: float = 1.0  # how busy it is for its hours
    room: str = "spreekkamer 3"
    street: str = ""  # of invented practices only


@dataclass(frozen=True)
class WeeklyDay:
    """A day of a practitioner in a practice, every week."""

    practice: str
    practitioner: str
    weekday: int
    starts: time
    ends: time

    def hours(self) -> float:
        """Return how long it is."""
        minutes = (self.ends.hour - self.starts.hour) * 60
        return (minutes + self.ends.minute - self.starts.minute) / 60


@dataclass(frozen=True)
class Place:
    """A programme with everything that stands in it."""

    slug: str
    name: str
    function_label: str
    phase: str
    started_months: int
    municipality: tuple[str, str]  # key and name of the organisation that pays
    covers: tuple[str, ...]
    neighbours: tuple[str, ...]
    employers: tuple[tuple[str, str], ...]
    practices: tuple[Practice, ...]
    people: tuple[Person, ...]
    days: tuple[WeeklyDay, ...]
    milestones: tuple[tuple[str, int], ...]  # kind, months from the making
    shares: bool = False  # families that agree are helped in a neighbouring practice

    def taking_part(self) -> list[Practice]:
        """Return the practices that take part, in order."""
        return [p for p in self.practices if p.joined_months is not None]

    def hours_of(self, practice: str) -> float:
        """Return the hours a week of one practice."""
        return sum(day.hours() for day in self.days if day.practice == practice)


def months_before(day: date, months: int) -> date:
    """Return the first day of the month so many months earlier (later if negative)."""
    years, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years, month + 1, 1)


def _staff_names() -> Iterator[str]:
    families = [name for name in NAMES["family"]["names"] if " " not in name]
    givens = NAMES["staff"]["given"]
    for turn in range(len(families)):
        for index, given in enumerate(givens):
            yield f"{given} {families[(index * 3 + turn) % len(families)]}"


def _team(practice: Practice, names: Iterator[str], gps: int) -> list[Person]:
    members = [("gp", f"huisarts{n}") for n in range(1, gps + 1)]
    members.append(("practice_assistant", "assistent"))
    return [
        Person(f"{practice.key}-{what}", next(names), role, practice.key)
        for role, what in members
    ]


def _personas(people: list[Person], swaps: dict[str, str]) -> tuple[Person, ...]:
    return tuple(
        replace(person, key=swaps[person.key], persona=True)
        if person.key in swaps
        else person
        for person in people
    )


# --- Kampen and IJsselmuiden: a pilot with three employers (R3) -----------------------

MORNING, AFTERNOON = (time(8, 30), time(12, 30)), (time(13), time(17))


def kampen() -> Place:
    """Return the pilot: three practices, each with an employer of its own."""
    practices = (
        Practice("avercamp", "Berent Avercamppraktijk", "Kampen", "8261", "0166",
                 "mindfit", "poh-kampen", room="kamer 2"),
        Practice("hanze", "Hanzepraktijk", "Kampen", "8265", "0166",
                 "accare", "poh-hanze", 29, 1.1, "kamer 4"),
        Practice("goedzorg", "Goedzorg", "IJsselmuiden", "8271", "0166",
                 "dimence", "poh-goedzorg", 28, 0.9, "spreekkamer boven"),
    )  # fmt: skip
    names = _staff_names()
    people = [
        person
        for practice, gps in zip(practices, (3, 2, 2), strict=True)
        for person in _team(practice, names, gps)
    ]
    for practice in practices:
        who = practice.practitioner
        people.append(Person(who, next(names), "practitioner", practice.holder))
        lead = f"teamleider-{practice.holder}"
        people.append(Person(lead, next(names), "team_lead", practice.holder))
    officer = Person(
        "gemeente-kampen", next(names), "municipal_officer", "gemeente-kampen"
    )
    # A colleague who stands in, and the one who looks back at broken glass.
    people += [
        Person("poh-inval", next(names), "practitioner", "mindfit"),
        Person("privacy", next(names), "privacy_officer", "mindfit"),
        Person("projectleider", next(names), "project_leader", "mindfit"),
    ]
    personas = {
        "avercamp-huisarts1": "huisarts-kampen",
        "avercamp-assistent": "assistent-kampen",
        "poh-kampen": "poh-kampen",
        "teamleider-mindfit": "teamleider-kampen",
        "projectleider": "projectleider-kampen",
        "gemeente-kampen": "gemeente-kampen",
        "privacy": "privacy",
    }
    daily = (time(8, 45), time(12, 30))
    return Place(
        slug="kampen",
        name="Kampen en IJsselmuiden",
        function_label="POH-Jeugd",
        phase="pilot",
        started_months=HISTORY_MONTHS,
        municipality=("gemeente-kampen", "Gemeente Kampen"),
        covers=("0166",),
        neighbours=("0193", "0303"),
        employers=(
            ("mindfit", "Mindfit"), ("accare", "Accare"), ("dimence", "Dimence"),
        ),
        practices=practices,
        people=_personas([*people, officer], personas),
        days=(
            *(WeeklyDay("avercamp", "poh-kampen", day, *daily) for day in range(5)),
            WeeklyDay("hanze", "poh-hanze", 1, *MORNING),
            WeeklyDay("goedzorg", "poh-goedzorg", 3, *AFTERNOON),
        ),
        milestones=(
            ("interim_1", -20), ("interim_2", -9), ("release", 2), ("final", 4),
            ("decision", 6),
        ),
    )  # fmt: skip


# --- Haarlem and Zandvoort: grown, one employer --------------------------------------

THINGS = (
    "Duinen", "Vuurtoren", "Linde", "Brug", "Molen", "Haven", "Tuin", "Poort", "Toren",
    "Beuk", "Es", "Kade", "Sluis", "Strandloper", "Meeuw", "Zeester", "Schelp",
    "Bloembol", "Tulp", "Hyacint", "Gracht", "Drukkerij", "Wadloper", "Kastanje",
    "Wilg", "Vlieger", "Klok", "Zeilboot", "Fontein", "Boomgaard", "Uil", "Weide",
    "Zandbank",
)  # fmt: skip
INVENTED = ("Bedachte", "Verzonnen", "Denkbeeldige", "Fictieve")
# Half days a week of the 29 practices beside the large one; FIG4: 4 hours in many.
HALF_DAYS = (4, 4, *(3,) * 5, *(2,) * 10, *(1,) * 12)
STAY_OUT = 3  # of 33: 30 take part, 91% ("over 90%")
JOINED = (60, 60, 54, 54, 48, 48, 42, 42, 36, 36, 36, 30, 27, 24, 21, 18, 12, 9)
LOADS = (1.0, 0.8, 1.1, 0.9, 1.2)
PRACTITIONERS = 8
SEASIDE = ("Vuurtoren", "Strandloper", "Schelp", "Zandbank")


def haarlem() -> Place:
    """Return the grown programme: thirty of 33 practices, all invented."""
    practices = list(_haarlem_practices())
    names = _staff_names()
    for _ in range(20):  # other people than in Kampen
        next(names)
    people: list[Person] = []
    for practice in practices:
        if practice.joined_months is not None:
            people += _team(practice, names, 1 + (practice.load >= 1))
    for number in range(1, PRACTITIONERS + 1):
        people.append(Person(f"poh-{number}", next(names), "practitioner", "cjg"))
    people.append(Person("poh-haarlem", next(names), "practitioner", "cjg"))
    people.append(Person("teamleider-cjg", next(names), "team_lead", "cjg"))
    people.append(
        Person("gemeente-haarlem", next(names), "municipal_officer", "gemeente-haarlem")
    )
    people.append(Person("projectleider-cjg", next(names), "project_leader", "cjg"))
    personas = {
        "haarlem-01-huisarts1": "huisarts-haarlem",
        "poh-haarlem": "poh-haarlem",
        "teamleider-cjg": "teamleider-haarlem",
        "gemeente-haarlem": "gemeente-haarlem",
    }
    days, who = _roster(practices)
    return Place(
        slug="haarlem",
        name="Haarlem en Zandvoort",
        function_label="CJG-praktijkondersteuner jeugd",
        shares=True,
        phase="structural",
        started_months=60,
        municipality=("gemeente-haarlem", "Gemeente Haarlem"),
        covers=("0392", "0473"),
        neighbours=("0377", "0397"),
        employers=(("cjg", "CJG Kennemerland"),),
        practices=tuple(
            replace(practice, practitioner=who.get(practice.key, ""))
            for practice in practices
        ),
        people=_personas(people, personas),
        days=tuple(days),
        milestones=(("release", 2),),
    )


def _haarlem_practices() -> Iterator[Practice]:
    joined, loads = cycle(JOINED), cycle(LOADS)
    for number, thing in enumerate(THINGS, start=1):
        name = f"De {INVENTED[(number - 1) % len(INVENTED)]} {thing}"
        by_sea = thing in SEASIDE
        stays_out = number > len(THINGS) - STAY_OUT
        yield Practice(
            key=f"haarlem-{number:02d}",
            name=f"Huisartsenpraktijk {name}",
            town="Zandvoort" if by_sea else "Haarlem",
            postcode="2042" if by_sea else f"20{11 + number % 26}",
            municipality="0473" if by_sea else "0392",
            holder="cjg",
            joined_months=None if stays_out else next(joined),
            load=next(loads),
            street=f"Verzonnenlaan {number}",
        )


def _roster(practices: list[Practice]) -> tuple[list[WeeklyDay], dict[str, str]]:
    """Give each practice a practitioner and half days; nobody is in two places."""
    first, *others = [p for p in practices if p.joined_months is not None]
    ends = [time(13, 30)] * 4 + [time(12, 30)]
    days = [
        WeeklyDay(first.key, "poh-haarlem", weekday, time(8, 30), end)
        for weekday, end in enumerate(ends)
    ]
    who = {first.key: "poh-haarlem"}
    halves = [(weekday, half) for half in (MORNING, AFTERNOON) for weekday in range(5)]
    free = {
        f"poh-{number}": deque(halves[number % 5 :] + halves[: number % 5])
        for number in range(1, PRACTITIONERS + 1)
    }
    for practice, wanted in zip(others, HALF_DAYS, strict=True):
        practitioner = max(free, key=lambda one: len(free[one]))
        who[practice.key] = practitioner
        for _ in range(wanted):
            weekday, half = free[practitioner].popleft()
            days.append(WeeklyDay(practice.key, practitioner, weekday, *half))
    return days, who


def small(place: Place, practices: int) -> Place:
    """Return the place with its first practices only, and those who work there."""
    kept = place.taking_part()[:practices]
    keys = {practice.key for practice in kept}
    holders = {practice.holder for practice in kept}
    at_work = {practice.practitioner for practice in kept}
    return replace(
        place,
        practices=tuple(kept),
        days=tuple(day for day in place.days if day.practice in keys),
        employers=tuple(one for one in place.employers if one[0] in holders),
        people=tuple(
            person
            for person in place.people
            if person.organisation in keys | holders | {place.municipality[0]}
            and (person.role != "practitioner" or person.key in at_work)
        ),
    )
