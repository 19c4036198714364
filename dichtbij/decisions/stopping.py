"""What ends when a programme stops: from when is nobody referred or given a time?

A practice takes part until the last day, whatever is planned after it: no child is
referred then. Its weekly days end where no talk is planned later; the others each
night, once their talks are moved. Families already helped are handed over.
"""

from datetime import date

from django.db.models import F, Q

from dichtbij.audit import log
from dichtbij.audit.models import Entry
from dichtbij.decisions.models import Decision, DecisionOption
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation, Programme
from dichtbij.scheduling.actions import end_practice_day
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.walls import Standing, stand

Kind = DecisionOption.Kind


def stops_on(programme: Programme) -> date | None:
    """Return the last day of a programme that was stopped; None: it goes on.

    Its newest decision counts: whoever decided to go on after all, goes on.
    """
    taken = Decision.objects.filter(programme=programme, status=Decision.Status.TAKEN)
    newest = taken.select_related("chosen").order_by("-taken_at").first()
    chosen = newest.chosen if newest is not None else None
    stopped = chosen is not None and chosen.kind == Kind.STOPPED
    return programme.ends_on if stopped else None


def stop_participations(programme: Programme, last_on: date, by: User) -> None:
    """Let each practice take part until the last day, and its weekly days with it."""
    joined = Participation.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=last_on),
        programme=programme,
        starts_on__lte=last_on,
    )
    for one in joined.order_by("pk"):
        Participation.objects.filter(pk=one.pk).update(ends_on=last_on)
        log.record("stop_participation", Entry.ActionCode.UPDATE, subject=one, by=by)
    end_weekly_days(programme, last_on)


def end_weekly_days(programme: Programme, last_on: date) -> None:
    """End the weekly days that run on after the last day, where nobody is expected."""
    system = User.objects.system()
    later = PracticeDay.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=last_on),
        programme=programme,
    ).exclude(valid_from__gt=last_on, valid_until__lt=F("valid_from"))
    for day in later.order_by("pk"):
        place = Standing(
            user_id=system.pk,
            role="system",
            programme_id=programme.pk,
            holders=(day.holder_id,),
            practices=(day.practice_id,),
        )
        with stand(place):
            try:
                end_practice_day(day=day, by=system, last_on=last_on)
            except Refused:
                # Talks are planned there: who hands over moves them first.
                continue


def run_on(programme: Programme, ended_on: date | None, until: date | None) -> None:
    """Let practices that would stop with the programme take part on, as it does.

    Not one that joined anew after that day, nor one that left before today.
    """
    if ended_on is None or ended_on < clock.today():
        return
    later = Participation.objects.filter(starts_on__gt=ended_on)
    stopping = Participation.objects.filter(programme=programme, ends_on=ended_on)
    stopping.exclude(practice__in=later.values("practice")).update(ends_on=until)
