"""What happens by itself in the record? Birthdays that change rights open a task."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from procrastinate.contrib.django import app

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import add_task
from dichtbij.care.birthdays import AHEAD, Birthday, born_between, next_birthday
from dichtbij.care.consenting import keep_consent_task
from dichtbij.care.models import Task, Trajectory
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing

MISSED = timedelta(weeks=2)  # [design] nights on which nothing may have run


@app.periodic(cron="5 0 * * *")
@app.task(name="dichtbij.care.jobs.announce_birthdays", queue="night")
def announce_birthdays(timestamp: int = 0) -> None:
    """Open a task three weeks before a child turns 12, 16 or 18; twice is once.

    Rights themselves change by the date, without any job (LR-06).
    """
    for participation in Participation.objects.on(clock.today()):
        place = Standing(
            user_id=User.objects.system().pk,
            role="system",
            programme_id=participation.programme_id,
            practices=(participation.practice_id,),
        )
        with standing_at(place), override(settings.LANGUAGE_CODE):
            _announce_in(participation)


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
