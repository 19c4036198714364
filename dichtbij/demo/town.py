"""What happened in the demo town, in order of time, from its first day until a moment?

Deterministic and pure: the same making day, seed and start days give the same list, and
a later moment only adds to its end. So a town that was written until yesterday can be
continued today (R12).
"""

import heapq
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from math import exp
from random import Random

from dichtbij.clients import ages
from dichtbij.demo import happenings as what
from dichtbij.demo.course import MINUTE, Course
from dichtbij.demo.diary import Diary, moment
from dichtbij.demo.happenings import Case, Happening, Time
from dichtbij.demo.parameters import value
from dichtbij.demo.people import Population, Told
from dichtbij.demo.places import HISTORY_MONTHS, Place, Practice, months_before
from dichtbij.demo.shapes import consult_counts
from dichtbij.demo.stage import Step
from dichtbij.demo.words import dice
from dichtbij.shared import calendar

SEED = "dichtbij-1"
HISTORY_DAYS = 913  # two and a half years
REST_DAYS = 14  # before its making, from which a persona takes no leave (R11)
LEAVE_NOTICE = timedelta(days=84)
QUIET = 0.4  # of the usual inflow, in school holidays [design]
ILL = 0.004  # share of working days on which an illness begins [design]
AT_LEAST_TODAY = {"kampen": 4, "haarlem": 5}  # appointments of the persona
RECENT_WAITS = 40
LETTER_DAYS = 60
LEAVE = {"Zomervakantie": 21, "Kerstvakantie": 7, "Herfstvakantie": 7}


@dataclass(frozen=True)
class Plan:
    """What a town is made from: its place, making day, and every day it was started."""

    place: Place
    made_on: date
    started_on: tuple[date, ...]
    weeks: int | None = None  # None: the whole history
    seed: str = SEED

    def first_day(self) -> date:
        """Return the Monday on which the history begins."""
        days = HISTORY_DAYS if self.weeks is None else self.weeks * 7
        day = self.made_on - timedelta(days=days)
        return day - timedelta(days=day.weekday())

    def opens(self, practice: Practice) -> date:
        """Return the day on which a practice began, perhaps before the history."""
        months = practice.joined_months
        assert months is not None  # noqa: S101  only those that take part
        if months == HISTORY_MONTHS:
            return min(self.first_day(), months_before(self.made_on, months))
        return months_before(self.made_on, months)


class Town:
    """One programme being played; see `happenings`."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.place, self.slug = plan, plan.place, plan.place.slug
        self.practices = {p.key: p for p in plan.place.taking_part()}
        opens = {key: plan.opens(one) for key, one in self.practices.items()}
        self.diary = Diary(plan.place, opens)
        self.people = Population(plan.place, 1 if self.slug == "kampen" else 20_001)
        self.staff: dict[tuple[str, str], list[str]] = defaultdict(list)
        for person in plan.place.people:
            self.staff[person.organisation, person.role].append(person.key)
        self.personas = {p.key for p in plan.place.people if p.persona}
        self.told: list[Happening] = []
        self.ahead: list[tuple[datetime, str, Step]] = []
        self.waits: dict[str, deque[int]] = defaultdict(
            lambda: deque(maxlen=RECENT_WAITS)
        )
        self.courses: dict[tuple[str, date], dict[str, Course]] = defaultdict(dict)

    # --- what a course asks of the town (Stage) --------------------------------------

    def emit(self, happening: Happening) -> None:
        """Let something happen."""
        self.told.append(happening)

    def later(self, at: datetime, key: str, step: Step) -> None:
        """Come back at a moment."""
        heapq.heappush(self.ahead, (at, key, step))

    def promise(self, practice: str, at: datetime) -> tuple[int | None, int | None]:
        """Return median and 90th percentile of the last waits here, or None (R20)."""
        waits = sorted(self.waits[practice])
        if len(waits) < 10:
            return None, None
        return waits[len(waits) // 2], waits[len(waits) * 9 // 10]

    def seen_first(self, course: Course, at: datetime) -> None:
        """Note how long this family waited."""
        self.waits[course.practice.key].append((at - course.case.received_at).days)

    def booked(self, course: Course, before: Time | None) -> None:
        """Keep the diary and the list of who comes when."""
        if before is not None:
            self.diary.give(before)
            self.courses[_where(before)].pop(course.case.key, None)
        if course.time is not None:
            self.diary.take(course.time)
            self.courses[_where(course.time)][course.case.key] = course

    def writes(self, at: datetime, weeks_to_go: int) -> bool:
        """Tell whether a letter of that day is still of use to a visitor.

        Each takes as long to print as a hundred rows to write. So there are letters of
        the last weeks, and of help that probably goes on when the town is made.
        """
        until = calendar.local(at).date() + timedelta(weeks=weeks_to_go)
        return until >= self.plan.made_on - timedelta(days=LETTER_DAYS)

    def comes_back(self, course: Course, at: datetime) -> None:
        """Let the same child be referred again, on a working day before turning 18."""
        day = calendar.local(at).date()
        while not calendar.is_working_day(day):
            day += calendar.ONE_DAY
        rng = dice(course.case.key, "again")
        when = moment(day, time(9)) + timedelta(seconds=rng.randrange(7 * 3600))
        if ages.age_on(course.told.child.birth_date, day) < ages.ADULT_FROM:
            key = f"{course.case.key}/again"
            self.later(when, key, partial(self.refer_again, course, key))

    def refer_again(self, course: Course, key: str, at: datetime) -> None:
        """Refer a child that was here before."""
        self.course(key, course.practice, course.told, at).refer(at, again=True)

    # --- the days -------------------------------------------------------------------

    def happenings(self, until: datetime) -> list[Happening]:
        """Return what happened up to and including a moment, in order of time."""
        self.begin()
        day = self.plan.first_day()
        last = calendar.local(until).date()
        while day <= last:
            self.later(moment(day, time(0)), f"day/{day}", partial(self.wake, day))
            day += calendar.ONE_DAY
        # Some steps tell of a minute before them: those of the next hour count too.
        end = until + timedelta(hours=1)
        while self.ahead and self.ahead[0][0] <= end:
            at, _key, step = heapq.heappop(self.ahead)
            step(at)
        self.told.sort(key=lambda happening: happening.at)
        return [happening for happening in self.told if happening.at <= until]

    def begin(self) -> None:
        """Plan the weekly days, and all leave that is known from the start."""
        for number, day in enumerate(self.place.days):
            opens = self.diary.opens[day.practice]
            first = max(opens, self.plan.first_day())
            at = moment(first, time(8)) + number * MINUTE / 30
            self.emit(
                what.PlanDay(
                    at, self.lead(day.practice), self.slug, day.practice,
                    day.practitioner, day.weekday, day.starts, day.ends, opens,
                )
            )  # fmt: skip
        for index, practitioner in enumerate(self.with_days()):
            known = moment(self.begins(practitioner), time(9)) + index * MINUTE
            for first, last in self.leave(practitioner, index):
                self.diary.shut_days(practitioner, first, last)
                noon = moment(first, time(12, 5)) + index * MINUTE
                at = max(noon - LEAVE_NOTICE, known)
                self.emit(self.shut(at, practitioner, first, last, "leave"))

    def begins(self, practitioner: str) -> date:
        """Return the day from which somebody works in the history."""
        opens = (
            self.diary.opens[day.practice]
            for day in self.place.days
            if day.practitioner == practitioner
        )
        return max(self.plan.first_day(), min(opens))

    def with_days(self) -> list[str]:
        """Return the practitioners with a practice day of their own, in order."""
        planned = {day.practitioner for day in self.place.days}
        return sorted(planned & set(self.staff_of("practitioner")))

    def staff_of(self, role: str) -> list[str]:
        """Return everybody with a role who is in the programme."""
        return [
            key for (_, one), keys in self.staff.items() if one == role for key in keys
        ]

    def lead(self, practice: str) -> str:
        """Return the team lead of the employer behind a practice."""
        return self.staff[self.practices[practice].holder, "team_lead"][0]

    def shut(
        self, at: datetime, practitioner: str, first: date, last: date, reason: str
    ) -> what.ShutDays:
        """Return that the team lead closes days."""
        practice = next(
            day.practice for day in self.place.days if day.practitioner == practitioner
        )
        return what.ShutDays(
            at, self.lead(practice), self.slug, practitioner, first, last, reason
        )

    def leave(self, practitioner: str, index: int) -> Iterator[tuple[date, date]]:
        """Yield the leave of somebody: in school holidays, spread over the team."""
        years = (self.plan.first_day().year, self.plan.made_on.year + 3)
        persona = practitioner in self.personas
        for holiday in calendar.school_holidays("noord", years):
            days = LEAVE.get(holiday.name)
            if days is None or holiday.first < self.begins(practitioner):
                continue
            spare = max(0, (holiday.last - holiday.first).days + 1 - days)
            first = holiday.first + timedelta(days=7 * (index % (spare // 7 + 1)))
            last = first + timedelta(days=days - 1)
            rest = self.plan.made_on - timedelta(days=REST_DAYS)
            if not persona or last < rest:
                yield first, last

    def wake(self, day: date, at: datetime) -> None:
        """Let a day begin: who falls ill, who is referred, what a visitor finds."""
        if not calendar.is_working_day(day):
            return
        for practitioner in self.with_days():
            self.perhaps_ill(practitioner, day)
        for practice in self.practices.values():
            if day >= self.diary.opens[practice.key]:
                self.referrals(practice, day)
        if calendar.add_working_days(day, 1) in self.plan.started_on:
            self.later(
                moment(day, time(14, 20)),
                f"scene/{day}",
                partial(self.set_scene, calendar.add_working_days(day, 1)),
            )

    def perhaps_ill(self, practitioner: str, day: date) -> None:
        """Let an illness begin now and then; a persona is well when visitors come."""
        rng = dice(self.plan.seed, practitioner, day)
        rest = self.plan.made_on - timedelta(days=REST_DAYS)
        if practitioner in self.personas and day >= rest:
            return
        if rng.random() >= ILL or day <= self.begins(practitioner):
            return
        last = day + timedelta(days=rng.randint(0, 3))
        self.later(
            moment(day, time(7, 35)) + rng.randrange(200) * timedelta(seconds=1),
            f"ill/{practitioner}",
            partial(self.fall_ill, practitioner, day, last),
        )

    def fall_ill(
        self, practitioner: str, first: date, last: date, at: datetime
    ) -> None:
        """Close the days; the assistants move the appointments."""
        self.emit(self.shut(at, practitioner, first, last, "illness"))
        self.diary.shut_days(practitioner, first, last)
        day, wait = first, 4 * MINUTE
        while day <= last:
            for course in list(self.courses[practitioner, day].values()):
                if course.move_away(at + wait, days=(last - first).days + 1):
                    wait += 2 * MINUTE
            day += calendar.ONE_DAY

    def referrals(self, practice: Practice, day: date) -> None:
        """Let some children be referred by a practice on this day."""
        rng = dice(self.plan.seed, practice.key, day)
        for number in range(_poisson(rng, self.rate(practice, day))):
            when = moment(day, time(8, 5)) + timedelta(seconds=rng.randrange(32_000))
            key = f"{self.slug}/{practice.key}/{day}/{number}"
            self.later(when, key, partial(self.refer, key, practice))

    def rate(self, practice: Practice, day: date) -> float:
        """Return how many referrals to expect: what the hours can carry (FIG3)."""
        hours = self.place.hours_of(practice.key)
        consults = sum(n * share for n, share in consult_counts().items())
        started = 1 - value("declined") - value("withdrawn")
        rate = hours * value("contacts_per_hour") / 5 / (consults * started)
        return rate * practice.load * (QUIET if _schools_are_shut(day) else 1)

    def refer(self, key: str, practice: Practice, at: datetime) -> None:
        """Let a new child be referred."""
        rng = dice(self.plan.seed, key, "child")
        told = self.people.child(rng, practice, calendar.local(at).date())
        self.course(key, practice, told, at).refer(at)

    def course(self, key: str, practice: Practice, told: Told, at: datetime) -> Course:
        """Return a course for a case, with a sender and an urgency drawn."""
        rng = dice(self.plan.seed, key)
        assistant = self.staff[practice.key, "practice_assistant"][0]
        gp = rng.choice(self.staff[practice.key, "gp"])
        urgency, drawn = "regular", rng.random()
        if drawn < value("urgency.urgent"):
            urgency = "urgent"
        elif drawn < value("urgency.urgent") + value("urgency.sooner"):
            urgency = "sooner"
        return Course(
            stage=self,
            case=Case(key, self.slug, practice.key, told.child, at),
            told=told,
            practice=practice,
            rng=rng,
            sender=assistant if rng.random() < 0.35 else gp,
            assistant=assistant,
            gp=gp,
            urgency=urgency,
            persona=practice.practitioner in self.personas,
        )

    # --- what a visitor finds on a day the demo is started ----------------------------

    def set_scene(self, day: date, at: datetime) -> None:
        """Fill the persona's next day where it is thin, and leave referrals undecided.

        The afternoon before, so that what was written until then stays as it was.
        """
        for practice in self.practices.values():
            if practice.practitioner in self.personas:
                self.fill(practice, day, at)
                self.leave_undecided(practice, day, at)

    def fill(self, practice: Practice, day: date, at: datetime) -> None:
        """Refer families that come tomorrow: some early, some late."""
        coming = len(self.courses[practice.practitioner, day])
        free = self.diary.free_on(practice.key, day)
        missing = min(len(free), max(1, AT_LEAST_TODAY[self.slug] - coming))
        for number in range(missing):
            time = free.pop(0 if number % 2 == 0 else -1)
            key = f"{self.slug}/{practice.key}/{day}/scene/{number}"
            when = at + (1 + number * 6) * MINUTE
            course = self.newcomer(key, practice, when, rare=number == 0)
            course.urgency, course.certain = "sooner", True
            self.later(when, key, partial(course.squeeze_in, time))

    def leave_undecided(self, practice: Practice, day: date, at: datetime) -> None:
        """Refer two families late in the day, one of them for the waiting list."""
        for number, minutes in enumerate((75, 110)):
            key = f"{self.slug}/{practice.key}/{day}/new/{number}"
            course = self.newcomer(key, practice, at + minutes * MINUTE)
            course.urgency, course.certain = "regular", True
            course.patient = bool(number)
            self.later(course.case.received_at, key, course.refer)

    def newcomer(
        self, key: str, practice: Practice, at: datetime, *, rare: bool = False
    ) -> Course:
        """Return the course of a child that belongs to a scene."""
        rng = dice(self.plan.seed, key, "child")
        day = calendar.local(at).date()
        told = self.people.child(rng, practice, day, rare=0.5 * rare)
        return self.course(key, practice, told, at)


@cache
def _schools_are_shut(day: date) -> bool:
    return calendar.school_holiday_on("noord", day) is not None


def _where(time: Time) -> tuple[str, date]:
    return time.practitioner, calendar.local(time.starts).date()


def _poisson(rng: Random, mean: float) -> int:
    """Return a number of events with that mean (Knuth)."""
    limit, count, product = exp(-mean), 0, rng.random()
    while product > limit:
        count, product = count + 1, product * rng.random()
    return count


def happenings(plans: Sequence[Plan], until: datetime) -> list[Happening]:
    """Return what happened in all programmes until a moment, in order of time."""
    found = [one for plan in plans for one in Town(plan).happenings(until)]
    return sorted(found, key=lambda happening: happening.at)
