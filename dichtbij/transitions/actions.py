"""What happens in a change: started, items given, kept or ended, and finished."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dichtbij.audit import log
from dichtbij.audit.doors import action, relation_of
from dichtbij.audit.models import Entry
from dichtbij.care.actions import complete_task
from dichtbij.clients.models import Client
from dichtbij.organisations.models import PersonalLink, User
from dichtbij.partners.consulting import cancel_consultation
from dichtbij.programmes.models import Participation
from dichtbij.scheduling.actions import cancel_appointment
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission
from dichtbij.transitions.giving import give, untie, untie_wholly
from dichtbij.transitions.items import KINDS, OpenItem
from dichtbij.transitions.models import TakeOver, Transition
from dichtbij.transitions.scope import colleagues_of, open_items, unsettled

Kind = Transition.Kind
OF_A_CHILD = (Kind.ADULT, Kind.MOVES, Kind.CHANGES_GP)
STAYS, END, GIVE = "stays", "end", "give:"


@dataclass
class Settled:
    """How many items were settled, and why others were not."""

    done: int = 0
    refused: list[str] = field(default_factory=list)


@action(Permission.TRANSITION_WRITE, code=Entry.ActionCode.CREATE)
def start_transition(*, change: Transition, by: User) -> Transition:
    """Start a change that was prepared (see `beginning`); twice is once.

    Raises Refused when the kind does not fit, or a child moves to where it lives.
    """
    _check(change)
    change.started_by, change.started_at = by, clock.now()
    try:
        with transaction.atomic():
            change.save(force_insert=True)
    except IntegrityError:
        return Transition.objects.get(
            programme=change.programme_id,
            holder=change.holder_id,
            kind=change.kind,
            client=change.client_id,
            practitioner=change.practitioner_id,
            participation=change.participation_id,
            finished_at=None,
        )
    return change


def _check(change: Transition) -> None:
    fits = {
        Kind.LEAVES: change.practitioner_id,
        Kind.ENDS: change.participation_id,
    } | dict.fromkeys(OF_A_CHILD, change.client_id)
    if fits.get(Kind(change.kind)) is None:
        raise Refused(_("Choose what changes, and for whom."))
    if change.kind == Kind.MOVES and change.to_municipality_id in (
        None,
        change.from_municipality_id,
    ):
        raise Refused(_("Choose the municipality that the child moves to."))


@action(Permission.TRANSITION_WRITE)
def take_over(
    *, transition: Transition, by: User, item: str, new_owner: User
) -> Transition:
    """Give one open item to a colleague; who owns nothing any more loses the file.

    `item` is the key of an open item. Raises Refused: nothing open by that key, no
    colleague of this employer, or a clash in the diary.
    """
    _settle(transition, by, {item: f"{GIVE}{new_owner.uuid}"}, strict=True)
    return transition


@action(Permission.TRANSITION_WRITE)
def keep_owner(*, transition: Transition, by: User, item: str) -> Transition:
    """Note that an item stays with who has it now. Raises Refused: who leaves."""
    _settle(transition, by, {item: STAYS}, strict=True)
    return transition


@action(Permission.TRANSITION_WRITE)
def end_item(*, transition: Transition, by: User, item: str) -> Transition:
    """Call an item off, or tick it off. Raises Refused for what has its own page."""
    _settle(transition, by, {item: END}, strict=True)
    return transition


@action(Permission.TRANSITION_WRITE)
def settle_items(
    *, transition: Transition, by: User, choices: Mapping[str, str]
) -> Settled:
    """Do what was chosen for each item; what is refused stays open, with its reason.

    A choice is "stays", "end", or "give:" with the public id of a colleague.
    """
    return _settle(transition, by, choices)


@action(Permission.TRANSITION_WRITE)
def give_all(*, transition: Transition, by: User, new_owner: User) -> Settled:
    """Give everything that has no new owner yet to one colleague."""
    choice = f"{GIVE}{new_owner.uuid}"
    keys = [one.key for one in unsettled(transition)]
    return _settle(transition, by, dict.fromkeys(keys, choice))


def _settle(
    change: Transition, by: User, choices: Mapping[str, str], *, strict: bool = False
) -> Settled:
    _lock(change)
    if change.finished_at is not None and choices:
        raise Refused(_("This change is finished."))
    items = {one.key: one for one in open_items(change)}
    people = {one.uuid: one for one in colleagues_of(change)}
    told, former = Settled(), []
    for key, choice in _with_help_first(items, choices).items():
        try:
            one = items.get(key)
            if one is None:
                raise Refused(_("This is not open any more."))
            with transaction.atomic():
                _choose(change, by, one, choice, people)
        except Refused as refusal:
            if strict:
                raise
            told.refused.append(str(refusal))
        else:
            told.done += 1
            former.append((one.client_id, one.owner_id))
    untie(former)
    return told


def _with_help_first(
    items: Mapping[str, OpenItem], choices: Mapping[str, str]
) -> dict[str, str]:
    """Return the choices, running help first.

    What goes with the help is given as the help is: once, and not by itself.
    """
    carried: dict[str, str] = {}
    for key, choice in choices.items():
        help_ = items[key].goes_with if key in items and choice != END else ""
        if choice and help_ not in choices:
            carried[help_ or key] = choice
    order = list(KINDS)
    return dict(
        sorted(carried.items(), key=lambda one: order.index(_kind_of(one[0], order)))
    )


def _kind_of(key: str, order: list[str]) -> str:
    kind = key.partition(":")[0]
    return kind if kind in order else order[-1]


def _choose(
    change: Transition,
    by: User,
    item: OpenItem,
    choice: str,
    people: Mapping[UUID, User],
) -> None:
    how, to = _meant(change, item, choice, people)
    if how == TakeOver.How.GIVEN and to is not None:
        give(item, to)
    elif how == TakeOver.How.ENDED:
        _end(item, by)
    TakeOver.objects.create(
        transition=change,
        item=item.key,
        how=how,
        from_owner_id=item.owner_id,
        to_owner=to,
        by=by,
        at=clock.now(),
    )
    log.record(
        "take_over",
        Entry.ActionCode.UPDATE,
        subject=item.row,
        by=by,
        permission=str(Permission.TRANSITION_WRITE),
        relation=relation_of(change, Permission.TRANSITION_WRITE),
        purpose="care",
    )


def _meant(
    change: Transition, item: OpenItem, choice: str, people: Mapping[UUID, User]
) -> tuple[str, User | None]:
    """Return how an item is settled and who has it then. Raises Refused."""
    if choice == END:
        return TakeOver.How.ENDED, None
    if choice == STAYS:
        found = next((one for one in people.values() if one.pk == item.owner_id), None)
        if found is None or change.kind == Kind.LEAVES:
            raise Refused(_("This cannot stay where it is. Choose a colleague."))
        return TakeOver.How.STAYS, found
    to = next((one for one in people.values() if f"{GIVE}{one.uuid}" == choice), None)
    if to is None:
        raise Refused(_("Choose a practitioner who works for this employer."))
    return TakeOver.How.GIVEN, to


def _end(item: OpenItem, by: User) -> None:
    """End what can be ended without words, through its own act and its own matrix."""
    ends = ENDS.get(item.kind)
    if ends is None:
        raise Refused(_("End this on the page of the child: it needs your words."))
    ends(item.row, by)


def _end_task(task: Any, by: User) -> None:
    if task.owner_id == by.pk:
        # Also a team lead's own, who has no care relation to tick it off by.
        type(task).objects.filter(pk=task.pk).update(done_at=clock.now())
    else:
        complete_task(task=task, by=by)


def _end_link(link: Any, by: User) -> None:
    PersonalLink.objects.filter(pk=link.pk).update(ended_at=clock.now())


def _end_relation(relation: Any, by: User) -> None:
    type(relation).objects.filter(pk=relation.pk).update(ends_on=clock.today())


ENDS: dict[str, Callable[[Any, User], object]] = {
    "task": _end_task,
    "appointment": lambda row, by: cancel_appointment(appointment=row, by=by),
    "consultation": lambda row, by: cancel_consultation(consultation=row, by=by),
    "link": _end_link,
    "relation": _end_relation,
}


@action(Permission.TRANSITION_WRITE)
def finish_transition(*, transition: Transition, by: User) -> Transition:
    """Finish a change in which nothing is without an owner; twice is once.

    Raises Refused with how many items still wait, and which kinds.
    """
    _lock(transition)
    if transition.finished_at is not None:
        return transition
    left = unsettled(transition)
    if left:
        raise Refused(left_words(left))
    _take_effect(transition)
    transition.finished_at = clock.now()
    transition.save(update_fields=["finished_at"])
    return transition


def left_words(left: list[OpenItem]) -> str:
    """Say how many items have no new owner yet, and of which kinds."""
    counts: dict[str, int] = {}
    for one in left:
        counts[one.label] = counts.get(one.label, 0) + 1
    which = ", ".join(f"{label} ({count})" for label, count in counts.items())
    return _("Without a new owner: %(count)s. %(which)s.") % {
        "count": len(left),
        "which": which,
    }


def _lock(change: Transition) -> None:
    """Let two windows queue here, and see what the other did."""
    held = Transition.objects.select_for_update(of=("self",)).get(pk=change.pk)
    change.finished_at = held.finished_at


def _take_effect(change: Transition) -> None:
    if change.kind == Kind.LEAVES and change.practitioner_id is not None:
        untie_wholly(change.programme_id, change.holder_id, change.practitioner_id)
    elif change.kind == Kind.ENDS and change.participation_id is not None:
        Participation.objects.filter(pk=change.participation_id, ends_on=None).update(
            ends_on=change.takes_effect_on
        )
    elif change.kind == Kind.MOVES and change.takes_effect_on <= clock.today():
        move_now(change)


def move_now(change: Transition) -> None:
    """Note in which municipality the child lives from now on (LR-111).

    Somebody who wrote down another one meanwhile knew better.
    """
    Client.objects.filter(
        pk=change.client_id or 0, municipality=change.from_municipality_id
    ).update(municipality=change.to_municipality_id)
