"""How does a happening become rows? By the very action that the screens call.

Each happening stands at its own moment and at the place of whoever does it. Rows are
found by what a person would recognise them by, so that a town that was written in bulk
can be continued; what a visitor changed meanwhile is left alone.
"""

from collections.abc import Callable, Sequence
from functools import singledispatchmethod

from django.core.exceptions import ObjectDoesNotExist
from django.utils import translation

from dichtbij.audit.doors import standing_at
from dichtbij.care import actions as care
from dichtbij.care.consults import Consult
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.actions import NewChannel, NewChild
from dichtbij.clients.models import Client
from dichtbij.demo import happenings as what
from dichtbij.demo.founding import Cast
from dichtbij.demo.happenings import Case, Child, Happening, Time
from dichtbij.network import actions as network
from dichtbij.network.models import Letter
from dichtbij.referrals.models import Referral
from dichtbij.scheduling import actions as scheduling
from dichtbij.scheduling.models import Appointment, PracticeDay
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused

Progress = Callable[[int, int], None]


def play(
    cast: Cast,
    happenings: Sequence[Happening],
    *,
    strict: bool = True,
    progress: Progress | None = None,
) -> int:
    """Let everything happen in order; return how many could not.

    With `strict` a refusal is raised. Without, the case it is about is left to whoever
    changed it, and nothing more happens to it.
    """
    player, left_alone, refused = Player(cast), set[str](), 0
    with translation.override("nl"):
        for number, happening in enumerate(happenings, start=1):
            key = happening.case.key if isinstance(happening, what.OfCase) else ""
            if key not in left_alone and not _try(player, happening, strict=strict):
                left_alone |= {key} if key else set()
                refused += 1
            if progress is not None:
                progress(number, len(happenings))
    return refused


def _try(player: "Player", happening: Happening, *, strict: bool) -> bool:
    place = player.cast.places[happening.by]
    try:
        with clock.at(happening.at), standing_at(place):
            player.act(happening)
    except (Refused, Denied, ObjectDoesNotExist):
        if strict:
            raise
        return False
    return True


class Player:
    """Calls one action per happening."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    # --- which row is meant? ----------------------------------------------------------

    def client(self, case: Case) -> Client:
        """Return the child of a case."""
        return Client.objects.get(
            practice=self.cast.organisations[case.practice],
            given_name=case.child.given_name,
            family_name=case.child.family_name,
            birth_date=case.child.birth_date,
        )

    def referral(self, case: Case) -> Referral:
        """Return the referral of a case: it knows its moment."""
        found: Referral = Referral.objects.select_related("client").get(
            client=self.client(case), received_at=case.received_at
        )
        return found

    def trajectory(self, case: Case) -> Trajectory:
        """Return the trajectory that grew from a case."""
        rows = Trajectory.objects.select_related("client", "referral__client")
        found: Trajectory = rows.get(referral=self.referral(case))
        return found

    def appointment(self, case: Case, starts: object) -> Appointment:
        """Return the appointment of a case that stands at a time."""
        rows = Appointment.objects.select_related("client", "referral__client")
        found: Appointment = rows.get(
            referral=self.referral(case),
            starts_at=starts,
            status__in=("booked", "held"),
        )
        return found

    def slot(self, time: Time) -> Slot:
        """Return a time as the diary knows it."""
        return Slot(
            starts=time.starts,
            ends=time.ends,
            practice=self.cast.organisations[time.practice].pk,
            practitioner=self.cast.users[time.practitioner].pk,
            room=self.cast.rooms[time.practice].pk,
        )

    # --- what happens -----------------------------------------------------------------

    @singledispatchmethod
    def act(self, happening: Happening) -> None:
        """Let it happen."""
        raise NotImplementedError(type(happening).__name__)

    @act.register
    def _(self, it: what.PlanDay) -> None:
        scheduling.plan_practice_day(
            participation=self.cast.participations[it.practice],
            by=self.cast.users[it.by],
            practitioner=self.cast.users[it.practitioner],
            room=self.cast.rooms[it.practice],
            weekday=it.weekday,
            starts=it.starts,
            ends=it.ends,
            valid_from=it.valid_from,
        )

    @act.register
    def _(self, it: what.ShutDays) -> None:
        day = PracticeDay.objects.filter(
            programme=self.cast.programmes[it.programme],
            practitioner=self.cast.users[it.practitioner],
        )
        scheduling.close_days(
            day=day.select_related("practitioner", "practice").earliest("id"),
            by=self.cast.users[it.by],
            first_on=it.first_on,
            last_on=it.last_on,
            reason=it.reason,
        )

    @act.register
    def _(self, it: what.Refer) -> None:
        scheduling.refer_child(
            participation=self.cast.participations[it.case.practice],
            by=self.cast.users[it.by],
            child=new_child(self.cast, it.case.child),
            questions=list(it.questions),
            sentence=it.sentence,
            giver=it.giver,
            urgency=it.urgency,
            known=self.client(it.case) if it.again else None,
        )

    @act.register
    def _(self, it: what.Book) -> None:
        scheduling.book_appointment(
            referral=self.referral(it.case),
            by=self.cast.users[it.by],
            slot=self.slot(it.time),
        )

    @act.register
    def _(self, it: what.Wait) -> None:
        scheduling.put_on_waiting_list(
            referral=self.referral(it.case),
            by=self.cast.users[it.by],
            median_days=it.median_days,
            p90_days=it.p90_days,
        )

    @act.register
    def _(self, it: what.Withdraw) -> None:
        care.take_referral_back(
            referral=self.referral(it.case),
            by=self.cast.users[it.by],
            reason=it.reason,
        )

    @act.register
    def _(self, it: what.CallFirst) -> None:
        care.promise_call(referral=self.referral(it.case), by=self.cast.users[it.by])

    @act.register
    def _(self, it: what.TakeOn) -> None:
        care.take_on_referral(
            referral=self.referral(it.case), by=self.cast.users[it.by]
        )

    @act.register
    def _(self, it: what.GiveBack) -> None:
        care.return_referral(
            referral=self.referral(it.case),
            by=self.cast.users[it.by],
            reason=it.reason,
        )

    @act.register
    def _(self, it: what.Move) -> None:
        scheduling.move_appointment(
            appointment=self.appointment(it.case, it.starts),
            by=self.cast.users[it.by],
            slot=self.slot(it.time),
        )

    @act.register
    def _(self, it: what.Cancel) -> None:
        scheduling.cancel_appointment(
            appointment=self.appointment(it.case, it.starts),
            by=self.cast.users[it.by],
        )

    @act.register
    def _(self, it: what.Begin) -> None:
        care.begin_consult(
            appointment=self.appointment(it.case, it.starts),
            by=self.cast.users[it.by],
        )

    @act.register
    def _(self, it: what.Miss) -> None:
        care.miss_appointment(
            appointment=self.appointment(it.case, it.starts),
            by=self.cast.users[it.by],
            with_notice=it.with_notice,
        )

    @act.register
    def _(self, it: what.Agree) -> None:
        care.agree_to_help(
            client=self.client(it.case),
            by=self.cast.users[it.by],
            giver=it.giver,
            form="oral",
        )

    @act.register
    def _(self, it: what.SetGoal) -> None:
        care.set_goal(
            trajectory=self.trajectory(it.case),
            by=self.cast.users[it.by],
            words=it.words,
            owner=it.owner,
        )

    @act.register
    def _(self, it: what.Record) -> None:
        trajectory = self.trajectory(it.case)
        goals = dict(trajectory.goals.values_list("words", "pk"))
        care.record_contact(
            trajectory=trajectory,
            by=self.cast.users[it.by],
            appointment=self.appointment(it.case, it.starts) if it.starts else None,
            consult=Consult(
                attendance=it.attendance,
                themes=it.themes,
                text=it.text,
                agreements=it.agreements,
                next_step=it.next_step,
                next_step_words=it.next_step_words,
                next_step_on=it.next_step_on,
                minutes=it.minutes,
                scores={goals[words]: score for words, score in it.scores.items()},
                by_telephone=it.starts is None,
            ),
        )

    @act.register
    def _(self, it: what.SendLetter) -> None:
        by = self.cast.users[it.by]
        letter = network.write_letter(
            referral=self.referral(it.case), by=by, kind=it.kind
        )
        network.release_letter(letter=letter, by=by, sha256=letter.sha256)

    @act.register
    def _(self, it: what.PasteLetter) -> None:
        letters = Letter.objects.filter(
            referral=self.referral(it.case), kind=it.kind, status="released"
        )
        network.mark_pasted(
            letter=letters.select_related("client").latest("released_at"),
            by=self.cast.users[it.by],
        )

    @act.register
    def _(self, it: what.TickOff) -> None:
        by = self.cast.users[it.by]
        tasks = Task.objects.filter(
            referral=self.referral(it.case), owner=by, kind=it.kind, done_at=None
        )
        for task in tasks.select_related("client").order_by("id"):
            care.complete_task(task=task, by=by)

    @act.register
    def _(self, it: what.Finish) -> None:
        care.close_trajectory(
            trajectory=self.trajectory(it.case),
            by=self.cast.users[it.by],
            outcome=it.outcome,
            reason=it.reason,
            words=it.words,
        )


def new_child(cast: Cast, child: Child) -> NewChild:
    """Return a child as a practice enters it."""
    return NewChild(
        given_name=child.given_name,
        family_name=child.family_name,
        birth_date=child.birth_date,
        sex=child.sex,
        postcode=child.postcode,
        municipality=cast.municipalities.get(child.municipality),
        bsn=child.bsn,
        no_bsn_reason=child.no_bsn_reason,
        without_parents=child.without_parents,
        channels=tuple(
            NewChannel(one.owner, one.kind, one.value) for one in child.addresses
        ),
    )
