"""How does one referral go, from the GP's question to the letter that closes it?

Each step is a happening or two, and says when the next step comes. Every case draws
from its own random numbers: it does not depend on how long the town is played.
"""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from random import Random

from dichtbij.clients import ages
from dichtbij.demo import happenings as what
from dichtbij.demo import parameters
from dichtbij.demo.diary import moment
from dichtbij.demo.happenings import Case, Time
from dichtbij.demo.notes import REFERRED_ON, Notes
from dichtbij.demo.parameters import value
from dichtbij.demo.people import Told
from dichtbij.demo.places import Practice
from dichtbij.demo.shapes import consult_counts, pick
from dichtbij.demo.stage import Stage, Step
from dichtbij.shared import calendar

MINUTE = timedelta(minutes=1)
WEEKS_BETWEEN = {1: 0.2, 2: 0.45, 3: 0.2, 4: 0.15}  # [design]


@dataclass
class Course:
    """One case on its way, and what was drawn for it."""

    stage: "Stage[Course]"
    case: Case
    told: Told
    practice: Practice
    rng: Random
    sender: str
    assistant: str
    gp: str
    urgency: str = "regular"
    persona: bool = False
    certain: bool = False  # comes to the first appointment for sure
    patient: bool = False  # goes on the waiting list for sure
    time: Time | None = None
    version: int = 0
    steps: int = 0
    seen: int = 0
    missed: int = 0
    taken_on: bool = False
    over: bool = False
    consent_open: bool = False

    def __post_init__(self) -> None:
        self.wanted = pick(self.rng, consult_counts())
        self.drops_out = self.rng.random() < value("dropout")
        self.outcome = pick(self.rng, parameters.outflow(self.stage.slug))
        self.practitioner = self.practice.practitioner
        self.notes = Notes(self.told, self.rng, self.outcome)
        self.voice = self.notes.voice

    def later(self, at: datetime, step: Step) -> None:
        """Come back at a moment."""
        self.steps += 1
        self.stage.later(at, f"{self.case.key}#{self.steps:03d}", step)

    def chance(self, key: str) -> bool:
        """Tell whether a share of the table falls on this case."""
        return self.rng.random() < value(key)

    def soon(self, at: datetime, low: int, high: int) -> datetime:
        """Return a moment so many minutes later, with odd seconds."""
        return at + timedelta(seconds=self.rng.randint(low * 60, high * 60))

    def at_desk(self, after: datetime, days: int = 0) -> datetime:
        """Return when the practitioner sits down to it, so many working days later."""
        day = calendar.local(after).date()
        if days:
            day = calendar.add_working_days(day, days)
        return self.stage.diary.at_desk(
            self.practitioner, self.rng, day, after, after_hours=self.persona
        )

    # --- the practice refers --------------------------------------------------------

    def refer(self, at: datetime, *, again: bool = False) -> None:
        """Send the child; then choose a time, or wait."""
        self.send(at, again=again)
        self.choose(self.soon(at, 1, 3))
        if self.doubtful() and self.chance("withdrawn"):
            self.later(self.soon(at, 20, 60), self.withdraw)
        self.later(self.before_talk(self.at_desk(at)), self.triage)

    def squeeze_in(self, time: Time, at: datetime) -> None:
        """Send the child, for a time that is nearly now; it is taken on at once."""
        self.send(at, again=False)
        self.book(self.soon(at, 1, 3), self.sender, time)
        later = self.soon(at, 60, 120)
        self.later(self.before_talk(later), partial(self.take_on, calls=False))

    def send(self, at: datetime, *, again: bool) -> None:
        """Write the referral."""
        sent = self.notes.of_referral(
            at, self.sender, self.case, urgency=self.urgency, again=again
        )
        self.consent_open = sent.giver == str(ages.Agreement.PARENTS) and (
            self.notes.age(at) >= ages.YOUNG_PERSON_AGREES_FROM
        )
        self.stage.emit(sent)

    def doubtful(self) -> bool:
        """Tell whether it may come to nothing."""
        return self.urgency == "regular" and not self.certain

    def before_talk(self, at: datetime) -> datetime:
        """Return that moment, or one just before the first talk if that comes first."""
        return min(at, self.time.starts - 6 * MINUTE) if self.time else at

    def choose(self, at: datetime) -> None:
        """Book one of the first free times, or go on the waiting list."""
        waits = self.urgency == "regular" and self.chance("waiting_list")
        offered = self.stage.diary.first_free(self.practice.key, self.wish(at), 3)
        if offered and not (waits or self.patient):
            suits = 0 if self.urgency == "urgent" else self.rng.choice((0, 0, 0, 1, 2))
            self.book(at, self.sender, offered[min(suits, len(offered) - 1)])
            return
        median, p90 = self.stage.promise(self.practice.key, at)
        self.stage.emit(what.Wait(at, self.sender, self.case, median, p90))

    def wish(self, at: datetime) -> datetime:
        """Return from when a family can come: in one to two weeks (FIG6)."""
        if self.urgency == "urgent":
            return at + timedelta(hours=1)
        days = 1 if self.urgency == "sooner" else self.rng.randint(3, 9)
        return moment(calendar.local(at).date() + timedelta(days=days), time(8))

    def withdraw(self, at: datetime) -> None:
        """Take the referral back, unless it was decided."""
        if self.taken_on or self.over:
            return
        reason = self.voice.say("withdraw")
        self.stage.emit(what.Withdraw(at, self.sender, self.case, reason))
        self.end()

    # --- the practitioner decides ---------------------------------------------------

    def triage(self, at: datetime) -> None:
        """Plan, call first, or give back."""
        if self.over or self.taken_on:
            return
        if self.doubtful() and self.chance("declined"):
            planned = self.time is not None
            reason = self.voice.say("decline")
            self.stage.emit(what.GiveBack(at, self.practitioner, self.case, reason))
            if planned:
                self.tick(self.soon(at, 3, 15), "call")
            self.end()
        elif self.chance("call_first") and self.call_fits(at):
            self.stage.emit(what.CallFirst(at, self.practitioner, self.case))
            when = self.before_talk(self.at_desk(at, 1))
            self.later(when, partial(self.take_on, calls=True))
        else:
            self.take_on(at, calls=self.chance("called"))

    def call_fits(self, at: datetime) -> bool:
        """Tell whether there is time for calling before the first talk."""
        return self.time is None or self.time.starts - at > timedelta(days=2)

    def take_on(self, at: datetime, *, calls: bool) -> None:
        """Accept; perhaps call the family; plan the first talk if that is open."""
        if self.over or self.taken_on:
            return
        self.taken_on = True
        self.stage.emit(what.TakeOn(at, self.practitioner, self.case))
        if self.time is None:
            days = 0 if self.rng.random() < 0.35 else self.rng.randint(1, 7)
            when = self.at_desk(at, days) if days else self.soon(at, 3, 9)
            self.later(when, self.plan)
        if calls and (self.time is None or self.time.starts > at + 20 * MINUTE):
            self.later(self.soon(at, 10, 14), self.call)

    def call(self, at: datetime) -> None:
        """Speak with the family by telephone."""
        if not self.over:
            self.stage.emit(self.notes.of_call(at, self.practitioner, self.case))

    def plan(self, at: datetime) -> None:
        """Book the talk of a family that has none."""
        if self.over or self.time is not None:
            return
        free = self.stage.diary.first_free(self.practice.key, self.wish(at), 3)
        if not free:
            self.later(self.at_desk(at, 5), self.plan)
            return
        self.book(at, self.practitioner, self.rng.choice(free))

    # --- the diary ------------------------------------------------------------------

    def book(self, at: datetime, by: str, time: Time) -> None:
        """Take a time and draw what becomes of it."""
        self.stage.emit(what.Book(at, by, self.case, time))
        self.hold(at, time)

    def hold(self, at: datetime, time: Time | None) -> None:
        """Stand in the diary at a time, or nowhere; older plans lapse."""
        before, self.time = self.time, time
        self.version += 1
        self.stage.booked(self, before)
        if time is not None:
            self.later(*self.fate(at, time))

    def fate(self, at: datetime, time: Time) -> tuple[datetime, Step]:
        """Draw what becomes of an appointment: when, and which step."""
        mine, far = self.version, time.starts - at > timedelta(days=3)
        morning = time.starts - timedelta(days=1)
        if self.leaves():
            return time.starts + 20 * MINUTE, partial(self.miss, mine, notice=False)
        if self.certain and self.seen == 0:
            return self.soon(time.starts, 0, 3), partial(self.begin, mine)
        if far and self.seen == 0 and self.chance("cancelled"):
            return self.soon(morning, 5, 25), partial(self.cancel, mine)
        if far and self.chance("moved"):
            return self.soon(morning, 5, 25), partial(self.move, mine)
        if far and self.chance("no_show.notice"):
            early = time.starts - timedelta(hours=2)
            return self.soon(early, 1, 20), partial(self.miss, mine, notice=True)
        if self.chance("no_show"):
            return time.starts + 20 * MINUTE, partial(self.miss, mine, notice=False)
        return self.soon(time.starts, 0, 3), partial(self.begin, mine)

    def leaves(self) -> bool:
        """Tell whether this family stays away from now on."""
        return self.drops_out and self.seen >= self.wanted

    def move(self, mine: int, at: datetime) -> None:
        """The practice moves the appointment to a later time."""
        if mine == self.version:
            self.move_away(at, days=2)

    def move_away(self, at: datetime, *, days: int) -> bool:
        """Move to the first free time some days later; tell whether there was one."""
        if self.time is None:
            return False
        after = moment(calendar.local(at).date() + timedelta(days=days), time(8))
        free = self.stage.diary.first_free(self.practice.key, after, 3)
        if not free:
            return False
        starts, new = self.time.starts, self.rng.choice(free)
        self.stage.emit(what.Move(at, self.assistant, self.case, starts, new))
        self.hold(at, new)
        return True

    def cancel(self, mine: int, at: datetime) -> None:
        """The practice cancels the first talk; the family waits again."""
        if mine != self.version or self.time is None:
            return
        self.stage.emit(what.Cancel(at, self.assistant, self.case, self.time.starts))
        self.hold(at, None)
        if self.taken_on:
            self.later(self.at_desk(at, 1), self.plan)

    def miss(self, mine: int, at: datetime, *, notice: bool) -> None:
        """The family does not come; a new time, or it was the last."""
        if mine != self.version or self.time is None:
            return
        self.missed += 1
        self.stage.emit(
            what.Miss(at, self.practitioner, self.case, self.time.starts, notice)
        )
        last = self.time
        self.hold(at, None)
        if self.leaves() and (self.missed > 1 or self.rng.random() < 0.5):
            days = self.rng.randint(4, 9)
            self.later(self.at_desk(at, days), self.finish)
        else:
            if self.rng.random() < 0.7:
                self.tick(at + 8 * MINUTE, "call")
            self.again(self.soon(at, 2, 6), last, weeks=1)

    # --- the conversation -----------------------------------------------------------

    def begin(self, mine: int, at: datetime) -> None:
        """Begin it; whoever begins has taken the referral on."""
        if mine != self.version or self.time is None:
            return
        self.stage.emit(what.Begin(at, self.practitioner, self.case, self.time.starts))
        self.taken_on = True
        self.later(self.soon(self.time.starts, 38, 41), partial(self.consult, mine))

    def consult(self, mine: int, at: datetime) -> None:
        """Hold it: goals, what was said, what comes next."""
        if mine != self.version or self.time is None:
            return
        held, first = self.time, self.seen == 0
        self.seen += 1
        if first:
            self.stage.seen_first(self, at)
            for goal in self.notes.new_goals(at, self.practitioner, self.case):
                self.stage.emit(goal)
        last = self.seen >= self.wanted and not self.drops_out
        self.stage.emit(
            self.notes.of_talk(
                at,
                self.practitioner,
                self.case,
                starts=held.starts,
                nth=self.seen,
                last=last,
            )
        )
        if first and self.consent_open:
            self.consent_open = False
            self.stage.emit(self.notes.of_consent(at, self.practitioner, self.case))
        self.version += 1
        self.time = None
        if first:
            self.inform(at, "start", 3 * self.wanted - 8)
        self.go_on(at, held, last=last)

    def go_on(self, at: datetime, held: Time, *, last: bool) -> None:
        """Book the next conversation, or close at once or after a few days."""
        if not last:
            self.again(at + MINUTE, held, weeks=pick(self.rng, WEEKS_BETWEEN))
        elif self.rng.random() < 0.6:
            self.later(at + 2 * MINUTE, self.finish)
        else:
            self.later(self.at_desk(at, self.rng.randint(2, 8)), self.finish)
            if self.outcome in REFERRED_ON:
                self.inform(at, "decision", 0)

    def again(self, at: datetime, last: Time, *, weeks: int) -> None:
        """Book the next conversation, at the same time if that is free."""
        new = self.stage.diary.same_time(last, weeks)
        if new is None or new.starts <= at:
            after = at + timedelta(weeks=weeks)
            new = next(iter(self.stage.diary.first_free(last.practice, after)), None)
        if new is None:
            self.later(self.at_desk(at, 5), self.plan)
            return
        self.book(at, self.practitioner, new)

    # --- letters to the GP ------------------------------------------------------------

    def inform(self, at: datetime, kind: str, weeks_to_go: int) -> None:
        """Perhaps write a letter after the practice day; now and then it is owed.

        Only by the personas: nobody else's letters can be opened by a visitor.
        """
        if (
            self.persona
            and self.chance("letters")
            and (self.stage.writes(at, weeks_to_go))
        ):
            self.later(self.at_desk(at), partial(self.write, kind))

    def write(self, kind: str, at: datetime) -> None:
        """Release a letter; a GP may put it in the own record system."""
        if self.over and kind != "close":
            return
        self.stage.emit(what.SendLetter(at, self.practitioner, self.case, kind))
        if self.rng.random() < 0.6:
            hours = self.rng.randint(16, 30)
            self.later(at + timedelta(hours=hours), partial(self.paste, kind))

    def paste(self, kind: str, at: datetime) -> None:
        """A GP puts the letter in the record of the practice."""
        self.stage.emit(what.PasteLetter(at, self.gp, self.case, kind))

    # --- the end --------------------------------------------------------------------

    def tick(self, at: datetime, kind: str) -> None:
        """Tick off the open tasks of one kind."""
        self.stage.emit(what.TickOff(at, self.practitioner, self.case, kind))

    def finish(self, at: datetime) -> None:
        """Close with outcome and reason; the child may come back one day."""
        if self.over:
            return
        outcome, reason = self.outcome, "01"
        if self.drops_out:
            outcome, reason = "uitval", "03"
        elif outcome == "onbekend" and self.rng.random() < 0.5:
            outcome, reason = "verhuisd", "05"
        elif self.rng.random() < 0.05:
            reason = "02"
        words = self.voice.say("close", outcome)
        self.stage.emit(
            what.Finish(at, self.practitioner, self.case, outcome, reason, words)
        )
        self.end()
        self.inform(at, "close", 0)
        if outcome != "verhuisd" and self.chance("returns"):
            self.stage.comes_back(self, at + timedelta(days=self.rng.randint(60, 400)))

    def end(self) -> None:
        """Leave the diary for good."""
        before, self.time = self.time, None
        self.over = True
        self.version += 1
        self.stage.booked(self, before)
