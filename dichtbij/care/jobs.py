"""What happens by itself in the record? Birthdays that change rights open a task.

And families are asked how it goes; who did not read an answer in time is reminded.
"""

from datetime import timedelta

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from dichtbij.care import asking
from dichtbij.care.actions import add_task
from dichtbij.care.birthdays import AHEAD, Birthday, born_between, next_birthday
from dichtbij.care.consenting import keep_consent_task
from dichtbij.care.models import Task, Trajectory
from dichtbij.organisations.models import User
from dichtbij.programmes.by_night import in_each_practice
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock

MISSED = timedelta(weeks=2)  # [design] nights on which nothing may have run


@app.periodic(cron="5 0 * * *")
@app.task(name="dichtbij.care.jobs.announce_birthdays", queue="night")
def announce_birthdays(timestamp: int = 0) -> None:
    """Open a task three weeks before a child turns 12, 16 or 18; twice is once.

    Rights themselves change by the date, without any job (LR-06).
    """
    in_each_practice(_announce_in)


@app.periodic(cron="30 8 * * *")
@app.task(name="dichtbij.care.jobs.ask_families", queue="night")
def ask_families(timestamp: int = 0) -> None:
    """Ask check-ins before talks, and how it was and goes after help; twice is once."""
    in_each_practice(_ask_in)


def _ask_in(participation: Participation) -> None:
    system = User.objects.system()
    asking.ask_before_talks(participation.practice_id, system)
    asking.ask_afterwards(participation.practice_id, system)


@app.periodic(cron="15 0 * * *")
@app.task(name="dichtbij.care.jobs.remind_readers", queue="night")
def remind_readers(timestamp: int = 0) -> None:
    """Make tasks of answers that nobody read in time; forget half answers."""
    in_each_practice(_remind_in)


def _remind_in(participation: Participation) -> None:
    asking.remind_readers(participation.practice_id)
    asking.forget_half_answers(participation.practice_id)


def _announce_in(participation: Participation) -> None:
    first, last = clock.today() - MISSED, clock.today() + AHEAD
    born = Q()
    for span in born_between(first, last):
        born |= Q(client__birth_date__range=span)
    # Locked, so that two workers at once write one task.
    for trajectory in (
        Trajectory.objects.filter(
            born, practice=participation.practice_id, closed_on=None
        )
        .select_related("client", "referral", "practitioner")
        .select_for_update(of=("self",))
        .order_by("id")
    ):
        since = max(first, trajectory.opened_on)
        coming = next_birthday(trajectory.client.birth_date, since)
        if coming is not None and coming.on <= last:
            _announce(trajectory, coming)


def _announce(trajectory: Trajectory, coming: Birthday) -> None:
    told = Task.objects.filter(
        referral=trajectory.referral_id, kind=Task.Kind.BIRTHDAY, due_on=coming.on
    )
    if not told.exists():
        words = _("Turns %(age)s on %(day)s. %(change)s") % {
            "age": coming.age,
            "day": date_format(coming.on, "j F Y"),
            "change": coming.change,
        }
        add_task(
            trajectory.referral,
            trajectory.practitioner,
            Task.Kind.BIRTHDAY,
            due_on=coming.on,
            words=words,
        )
    if coming.on <= clock.today():
        keep_consent_task(trajectory.client)
