"""How does a free time stand on the waiting list, with its three best matches?"""

from dataclasses import dataclass

from dichtbij.audit.doors import open_list
from dichtbij.organisations.models import Organisation
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.slots import Choice, choices_of
from dichtbij.scheduling.models import WaitingEntry
from dichtbij.scheduling.openings import key_of, offered, slot_from
from dichtbij.scheduling.planner import Slot
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import standing
from dichtbij.waiting.gaps import NOTICE, free_times, is_free, weigh_for
from dichtbij.waiting.matching import Weighed, best, passed_over
from dichtbij.waiting.words import why_words

ASKED = "vrij"  # the time that was just called off, as its key


@dataclass(frozen=True)
class Match:
    """A family that a free time may be offered to."""

    entry: WaitingEntry
    reason: str
    elsewhere: bool  # it waits in another practice, and agreed to come here
    passes: bool  # whether someone who stands higher could have had it too


@dataclass(frozen=True)
class FreeTime:
    """A free time with its best matches."""

    choice: Choice
    practice: str
    matches: list[Match]


def free_rows(request: Request) -> list[FreeTime]:
    """Return the next free times for which somebody waits, each with three families.

    As many queries for many families as for one.
    """
    where = standing()
    if where is None:
        return []
    programme = request.membership.programme
    assert programme is not None  # noqa: S101  the screen needs an employer's role
    slots = free_times(where, programme, _asked(request))
    weighed = weigh_for(slots)
    wanted = {one.candidate.entry for some in weighed.values() for one in best(some)}
    entries = _open(request, wanted)
    names = dict(
        Organisation.objects.filter(pk__in={slot.practice for slot in slots})
        .order_by()
        .values_list("pk", "name")
    )
    rows = [
        FreeTime(choice, names[slot.practice], _matches(slot, weighed[slot], entries))
        for slot, choice in zip(slots, choices_of(slots), strict=True)
    ]
    return [row for row in rows if row.matches]


def _open(request: Request, wanted: set[int]) -> dict[int, WaitingEntry]:
    """Open the families to be shown by their door; the look is logged."""
    chosen = WaitingEntry.objects.open().filter(pk__in=wanted)
    found = open_list(
        request.user,
        chosen.select_related("client", "practice"),
        Permission.WAITING_LIST_READ,
        limit=len(wanted),
    )
    return {row.pk: row for row in found}


def _matches(
    slot: Slot, weighed: list[Weighed], entries: dict[int, WaitingEntry]
) -> list[Match]:
    return [
        Match(
            entries[one.candidate.entry],
            why_words(one),
            entries[one.candidate.entry].practice_id != slot.practice,
            bool(passed_over(weighed, one.candidate.entry)),
        )
        for one in best(weighed)
        if one.candidate.entry in entries
    ]


def _asked(request: Request) -> Slot | None:
    """Return the time in the address, if it is one and still free."""
    try:
        slot = slot_from(str(request.GET.get(ASKED, "")))
    except ValueError:
        return None
    if slot.starts < clock.now() + NOTICE:
        return None
    programme = request.membership.programme_id
    known = programme is not None and offered(slot, programme)
    return slot if known and is_free(slot) else None


def freed(slot: Slot) -> str:
    """Return how the list is asked about a time that came free, or "": nobody fits."""
    soon = slot.starts < clock.now() + NOTICE
    if soon or not best(weigh_for([slot])[slot]):
        return ""
    return f"?{ASKED}={key_of(slot)}"
