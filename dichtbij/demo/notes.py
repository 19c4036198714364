"""What is written of a contact in the demo town: who came, minutes, goals, text?"""

from datetime import date, datetime, timedelta
from random import Random

from dichtbij.clients import ages
from dichtbij.demo import happenings as what
from dichtbij.demo.happenings import Case
from dichtbij.demo.parameters import value
from dichtbij.demo.people import Told, giver
from dichtbij.demo.words import Voice
from dichtbij.shared import calendar

REFERRED_ON = frozenset(
    {"s_ggz", "b_ggz", "cjg_wijkteam", "lvb_jeugdhulpaanbieder", "vrij_toegankelijk"}
)
HALF_A_MINUTE = timedelta(seconds=30)


def working_day(at: datetime, days: int) -> date:
    """Return the working day so many days later, or the next one."""
    day = calendar.local(at).date() + timedelta(days=days - 1)
    return calendar.add_working_days(day, 1)


class Notes:
    """Writes about one case; goals come nearer from talk to talk, not every time."""

    def __init__(self, told: Told, rng: Random, outcome: str) -> None:
        self.told, self.rng, self.outcome = told, rng, outcome
        self.voice = Voice(rng, told.sex)
        self.goals: dict[str, int] = {}

    def age(self, at: datetime) -> int:
        """Return the age on the local date."""
        on = calendar.local(at).date()
        return ages.age_on(self.told.child.birth_date, on)

    def of_referral(
        self, at: datetime, by: str, case: Case, *, urgency: str, again: bool
    ) -> what.Refer:
        """Return what a practice writes when it sends the child."""
        on = calendar.local(at).date()
        return what.Refer(
            at=at,
            by=by,
            case=case,
            questions=self.told.questions,
            sentence=self.voice.say("sentence", self.told.questions[0]),
            giver=giver(self.rng, self.told.child.birth_date, on),
            urgency=urgency,
            again=again,
        )

    def of_call(self, at: datetime, by: str, case: Case) -> what.Record:
        """Return what is written of a telephone call before the first talk."""
        return what.Record(
            at=at,
            by=by,
            case=case,
            starts=None,
            attendance=("child",) if self.age(at) >= 16 else ("parent_1",),
            themes=self.told.questions[:1],
            text=self.voice.say("text", "telephone"),
            agreements="",
            next_step="appointment",
            minutes={"screening_triage": self.rng.choice((10, 15, 20))},
        )

    def of_consent(self, at: datetime, by: str, case: Case) -> what.Agree:
        """Return that all who must agree did so at the intake."""
        alone = self.age(at) >= ages.PARENTS_AGREE_UNTIL
        agreed = "young_person" if alone else "both"
        return what.Agree(at + HALF_A_MINUTE, by, case, agreed)

    def new_goals(self, at: datetime, by: str, case: Case) -> list[what.SetGoal]:
        """Return one or two goals in the family's own words, or none."""
        if self.rng.random() >= value("goals"):
            return []
        found = []
        for number in range(1 + (self.rng.random() < 0.35)):
            words = self.voice.say("goal", self.told.questions[0])
            if words not in self.goals:
                self.goals[words] = self.rng.randint(2, 5)
                owner = "child" if self.age(at) >= 12 else "parent"
                when = at - (2 - number) * HALF_A_MINUTE
                found.append(what.SetGoal(when, by, case, words, owner))
        return found

    def of_talk(
        self,
        at: datetime,
        by: str,
        case: Case,
        *,
        starts: datetime,
        nth: int,
        last: bool,
    ) -> what.Record:
        """Return what is written of the nth talk; the last one ends with a choice."""
        first = nth == 1
        step, words, until = self._next_step(at, last=last)
        question = self.told.questions[nth % len(self.told.questions)]
        return what.Record(
            at=at,
            by=by,
            case=case,
            starts=starts,
            attendance=self._who_came(at),
            themes=self.told.questions if first else (question,),
            text=self.voice.consult(question, first=first),
            agreements=self.voice.several(
                "agreements", "first" if first else "any", 1 if last else 2
            ),
            next_step=step,
            next_step_words=words,
            next_step_on=until,
            minutes=self._minutes(question, first=first),
            scores=self._scores(nth),
        )

    def _next_step(self, at: datetime, *, last: bool) -> tuple[str, str, date | None]:
        if last and self.outcome in REFERRED_ON:
            return "refer", self.voice.say("next_step", "refer"), None
        if last:
            return "close", "", None
        if self.rng.random() >= value("next_step"):
            return "appointment", "", None
        until = working_day(at, self.rng.randint(3, 12))
        return "appointment", self.voice.say("next_step"), until

    def _who_came(self, at: datetime) -> tuple[str, ...]:
        age, other = self.age(at), self.rng.random()
        if self.told.child.without_parents:
            return ("child",)
        if age >= 16:
            return ("child",) if other < 0.8 else ("child", "parent_1")
        if age >= 12:
            return ("child", "parent_1") if other < 0.6 else ("child",)
        if other < 0.15:
            return ("parent_1", "parent_2")
        return ("child", "parent_1") if other < 0.8 else ("child", "parent_2")

    def _minutes(self, question: str, *, first: bool) -> dict[str, int]:
        kind = "psycho_educatie"
        if question.startswith(("OPV", "SCH")):
            kind = "opvoedondersteuning"
        elif self.rng.random() < 0.75:
            kind = "kortdurende_behandeling"
        found = {"intake" if first else kind: self.rng.choice((35, 40, 40, 45))}
        found["administratie"] = self.rng.choice((5, 10, 10, 15))
        extra = self.rng.random()
        if extra < 0.12:
            found["overleg_school"] = self.rng.choice((10, 15, 20))
        elif extra < 0.24:
            found["overleg_huisarts"] = self.rng.choice((5, 10))
        elif extra < 0.3:
            found["overleg_cjg_wijkteam"] = self.rng.choice((10, 15))
        return found

    def _scores(self, nth: int) -> dict[str, int]:
        for words, score in self.goals.items():
            step = self.rng.choice((-1, 0, 1, 1, 1, 2)) if nth > 1 else 0
            self.goals[words] = min(10, max(0, score + step))
        return dict(self.goals) if self.rng.random() < 0.9 else {}
