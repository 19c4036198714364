"""What guards by night that nothing floats? 18 comes near, orphans become tasks."""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from dichtbij.audit import log
from dichtbij.audit.models import Entry
from dichtbij.care.actions import add_task
from dichtbij.care.models import Task, Trajectory
from dichtbij.clients import ages
from dichtbij.clients.models import Client
from dichtbij.decisions.stopping import stops_on
from dichtbij.organisations.models import User
from dichtbij.programmes.by_night import at_each_employer
from dichtbij.programmes.models import Participation, Programme
from dichtbij.referrals.models import Referral
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.transitions.actions import move_now, start_transition
from dichtbij.transitions.beginning import of_child, of_practice
from dichtbij.transitions.models import Transition
from dichtbij.transitions.orphans import Orphan, orphans_in
from dichtbij.transitions.scope import colleagues

AHEAD = timedelta(weeks=3)  # Source: issue 3, item 1: birthdays three weeks ahead


@app.periodic(cron="20 4 * * *")
@app.task(name="dichtbij.transitions.jobs.guard_transitions", queue="night")
def guard_transitions(timestamp: int = 0) -> None:
    """Prepare 18th birthdays and what stops, let moves take effect, find orphans."""
    at_each_employer(_guard_at)


def _guard_at(programme: int, holder: int) -> None:
    _prepare_adults(programme, holder)
    _let_moves_take_effect(programme, holder)
    _prepare_stopping(programme, holder)
    _give_to_lead(programme, holder, orphans_in(programme, holder))


def _prepare_adults(programme: int, holder: int) -> None:
    """Start a change three weeks before 18, once for each child in help."""
    system, today = User.objects.system(), clock.today()
    last = today + AHEAD
    # Whoever is born later than this is not 18 within three weeks.
    born_by = last.replace(year=last.year - ages.ADULT_FROM, day=1)
    born_by += timedelta(days=last.day)
    children = Client.objects.filter(
        pk__in=Trajectory.objects.filter(programme=programme, holder=holder)
        .open()
        .values("client"),
        birth_date__lte=born_by,
    ).exclude(transitions__kind=Transition.Kind.ADULT)
    for client in children.order_by("id"):
        if ages.birthday(client.birth_date, ages.ADULT_FROM) <= last:
            change = of_child(client, Transition.Kind.ADULT)
            start_transition(change=change, by=system)


def _let_moves_take_effect(programme: int, holder: int) -> None:
    """Note moves whose day came after they were finished; twice is once."""
    today = clock.today()
    moves = Transition.objects.filter(
        programme=programme,
        holder=holder,
        kind=Transition.Kind.MOVES,
        finished_at__isnull=False,
        takes_effect_on__range=(today - AHEAD, today),
    )
    for change in moves.order_by("takes_effect_on", "id"):
        move_now(change)


def _prepare_stopping(programme: int, holder: int) -> None:
    """Start the hand-over of each practice that stops with the programme, once."""
    last_on = stops_on(Programme.objects.get(pk=programme))
    if last_on is None:
        return
    told = Transition.objects.filter(
        Q(finished_at=None) | Q(takes_effect_on=last_on),
        kind=Transition.Kind.ENDS,
        holder=holder,
    )
    stopping = Participation.objects.filter(
        programme=programme, holder=holder, ends_on=last_on
    ).exclude(pk__in=told.values("participation"))
    for one in stopping.order_by("pk"):
        start_transition(change=of_practice(one), by=User.objects.system())


def _give_to_lead(programme: int, holder: int, found: list[Orphan]) -> None:
    """Give the team lead one task per child, tick off what floats no more, and log."""
    leads = list(colleagues(programme, holder, Role.TEAM_LEAD))
    by_child: dict[int, list[Orphan]] = defaultdict(list)
    for one in found:
        by_child[one.item.client_id].append(one)
    mine = Task.objects.filter(
        owner__in=leads, kind=Task.Kind.REVIEW, client__holder=holder, done_at=None
    )
    mine.exclude(client__in=by_child).update(done_at=clock.now())
    told = set(mine.values_list("client", flat=True))
    for child, orphans in by_child.items():
        if leads and child not in told:
            _add(child, leads[0], orphans)
    log.record(
        "orphans_found" if found else "no_orphans",
        Entry.ActionCode.EXECUTE,
        by=User.objects.system(),
        object_type="orphans",
        object_id=str(len(found)),
    )


def _add(child: int, lead: User, orphans: list[Orphan]) -> None:
    referral = (
        Referral.objects.filter(client=child).order_by("-received_at", "-id").first()
    )
    if referral is None:
        return
    words = "; ".join(dict.fromkeys(one.words for one in orphans))
    add_task(
        referral,
        lead,
        Task.Kind.REVIEW,
        due_on=clock.today(),
        words=_("Give this an owner. %(words)s") % {"words": words},
    )
