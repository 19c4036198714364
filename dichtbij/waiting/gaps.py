"""Which times came free while families wait, and who waits for them?

Reads behind the wall, without names: a screen opens the few it shows by their doors.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta

from django.db.models import BooleanField, ExpressionWrapper, Q

from dichtbij.clients.models import CareRelation
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.scheduling import planner
from dichtbij.scheduling.models import Appointment, PracticeDay, WaitingEntry
from dichtbij.scheduling.openings import days_of, taken_in
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing, standing
from dichtbij.waiting.matching import Bar, Candidate, Weighed, weigh
from dichtbij.waiting.models import Offer

AHEAD = timedelta(days=14)  # [design] a nearer time is worth a message
NOTICE = timedelta(hours=2)  # [design] a family must be able to come
SHOWN = 3
# Who said that a neighbouring practice will do, where the programme shares them.
AGREED = Q(elsewhere=True, programme__shares_practices=True)
ANSWERS = {"declined": Bar.SAID_NO, "expired": Bar.NO_ANSWER}


def free_times(where: Standing, programme: Programme, first: Slot | None) -> list[Slot]:
    """Return the next free times for which someone waits, `first` before all.

    Times of practices where someone waits; of all, when a family agreed to come to
    another. One's own days for a practitioner, those of the employer otherwise.
    """
    asked = Offer.objects.standing_now().values("entry")
    entries = (
        WaitingEntry.objects.filter(programme=programme, ended_at=None)
        .exclude(pk__in=asked)
        .order_by()
    )
    practices = set(entries.values_list("practice", flat=True).distinct())
    shared = entries.filter(AGREED & _asks_elsewhere(where)).exists()
    start, until = clock.now() + NOTICE, clock.today() + AHEAD
    own = where.user_id if where.role == Role.PRACTITIONER else None
    rules, closures = days_of(
        programme_id=programme.pk,
        first=clock.today(),
        last=until,
        practitioner_id=own,
        holders=where.holders,
    )
    rules = [rule for rule in rules if shared or rule.practice in practices]
    touching = Q(room__in={r.room for r in rules}) | Q(
        practitioner__in={r.practitioner for r in rules}
    )
    taken = taken_in(touching, start, until)
    where_some_wait, elsewhere = (
        planner.free_slots(
            [rule for rule in rules if (rule.practice in practices) is waited_for],
            closures=closures,
            taken=taken,
            start=start,
            until=until,
            minutes=programme.consult_minutes,
            step_minutes=programme.consult_minutes,
            limit=SHOWN,
        )
        for waited_for in (True, False)
    )
    # A practice where nobody waits must not crowd out those where somebody does.
    few = where_some_wait[: SHOWN - 1]
    found = sorted([*few, *elsewhere, *where_some_wait[len(few) :]][:SHOWN])
    if first is None:
        return found
    return [first, *(slot for slot in found if slot != first)][:SHOWN]


def is_free(slot: Slot) -> bool:
    """Tell whether nobody has this time, and it is not kept for anybody."""
    touching = Q(room=slot.room) | Q(practitioner=slot.practitioner)
    day = slot.starts + timedelta(days=1)
    return not any(
        one.starts < slot.ends and one.ends > slot.starts
        for one in taken_in(touching, slot.starts, day.date())
        if slot.room == one.room or slot.practitioner == one.practitioner
    )


def weigh_for(slots: Sequence[Slot]) -> dict[Slot, list[Weighed]]:
    """Return per time everybody who may be offered it, in order: five queries.

    Who waits in its practice, and who agreed to come to a neighbouring one where the
    same employer works.
    """
    mine = ExpressionWrapper(_asks_elsewhere(standing()), BooleanField())
    rows = list(
        WaitingEntry.objects.filter(
            Q(practice__in={slot.practice for slot in slots}) | AGREED, ended_at=None
        )
        .annotate(agreed=ExpressionWrapper(AGREED, BooleanField()), mine=mine)
        .select_related(None)
    )
    bars = _bars(rows, slots)
    employers = _employers(slots)
    return {
        slot: weigh(
            (
                Candidate(
                    entry=row.pk,
                    target_on=row.target_on,
                    since_at=row.since_at,
                    client=row.client_id,
                    bar=bars.get((row.pk, slot))
                    or (None if here or row.mine else Bar.OF_LEAD),
                )
                for row in rows
                for here in [row.practice_id == slot.practice]
                if here or (row.agreed and (slot.practice, row.holder_id) in employers)
            ),
            clock.today(),
        )
        for slot in slots
    }


def _asks_elsewhere(where: Standing | None) -> Q:
    """Return which families one offers a time of another practice than their own.

    A practitioner those whose care she has; the others are the team lead's to ask.
    """
    if where is None or where.role != Role.PRACTITIONER:
        return Q(pk__isnull=False)
    mine = CareRelation.objects.active(clock.today()).filter(practitioner=where.user_id)
    return Q(client__in=mine.values("client"))


def _employers(slots: Sequence[Slot]) -> set[tuple[int, int]]:
    """Return which employers have a day in the practices of these times."""
    days = PracticeDay.objects.filter(practice__in={slot.practice for slot in slots})
    return set(days.order_by().values_list("practice", "holder").distinct())


def _bars(
    rows: Sequence[WaitingEntry], slots: Iterable[Slot]
) -> Mapping[tuple[int, Slot], Bar]:
    """Return why an entry is not offered a time, per entry and time."""
    entries = [row.pk for row in rows]
    asked = set(
        Offer.objects.filter(entry__in=entries)
        .standing_now()
        .values_list("entry", flat=True)
    )
    answers = {
        (entry, starts, practice): ANSWERS[status]
        for entry, starts, practice, status in Offer.objects.filter(
            entry__in=entries, status__in=ANSWERS
        ).values_list("entry", "starts_at", "room__practice", "status")
    }
    could_not = set(
        Appointment.objects.filter(
            referral__in=[row.referral_id for row in rows],
            status=Appointment.Status.CANCELLED,
        ).values_list("referral", "starts_at", "room__practice")
    )
    found: dict[tuple[int, Slot], Bar] = {}
    for slot in slots:
        for row in rows:
            if row.pk in asked:
                found[row.pk, slot] = Bar.HAS_OFFER
            elif (row.pk, slot.starts, slot.practice) in answers:
                found[row.pk, slot] = answers[row.pk, slot.starts, slot.practice]
            elif (row.referral_id, slot.starts, slot.practice) in could_not:
                found[row.pk, slot] = Bar.COULD_NOT
    return found


def offers_of(entries: Collection[int]) -> dict[int, Offer]:
    """Return the last offer per place on the waiting list, if any was made."""
    rows = (
        Offer.objects.filter(entry__in=entries)
        .select_related("room__practice")
        .order_by("entry", "-made_at", "-id")
        .distinct("entry")
    )
    return {row.entry_id: row for row in rows}


def owners_of(practices: Collection[int]) -> dict[int, str]:
    """Return per practice who serves it, by name: the owners of who waits there."""
    days = PracticeDay.objects.filter(
        Q(valid_until=None) | Q(valid_until__gte=clock.today()), practice__in=practices
    )
    pairs = set(days.values_list("practice", "practitioner"))
    names = dict(
        User.objects.filter(pk__in={who for _practice, who in pairs}).values_list(
            "pk", "name"
        )
    )
    found: dict[int, list[str]] = defaultdict(list)
    for practice, who in pairs:
        found[practice].append(names[who])
    return {practice: ", ".join(sorted(some)) for practice, some in found.items()}
