"""Which open items does a change touch, and which of them has no owner yet?"""

from datetime import timedelta

from django.db.models import Q, QuerySet

from dichtbij.care.models import Task, Trajectory
from dichtbij.clients.models import CareRelation, Client
from dichtbij.network.models import Letter
from dichtbij.organisations.models import Membership, PersonalLink, User
from dichtbij.partners.models import CaseConsultation, Handover
from dichtbij.questionnaires.models import Inquiry
from dichtbij.safety.models import Concern
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.transitions.items import OpenItem, open_items_of
from dichtbij.transitions.models import TakeOver, Transition

HELPED_BEFORE = timedelta(days=366)  # [design] help whose loose ends are looked for


def children_in(transition: Transition) -> QuerySet[Client]:
    """Return the children a change is about."""
    held: QuerySet[Client] = Client.objects.filter(
        programme=transition.programme_id, holder=transition.holder_id
    )
    if transition.client_id is not None:
        return held.filter(pk=transition.client_id)
    if transition.participation is not None:
        return held.filter(practice=transition.participation.practice_id)
    return held.filter(_has_to_do_with(transition.practitioner_id))


def _has_to_do_with(user_id: int | None) -> Q:
    """Return the children for whom this person may own something."""
    today, since = clock.today(), clock.today() - HELPED_BEFORE
    helped = Q(closed_on=None) | Q(closed_on__gte=since)
    rows = (
        Trajectory.objects.filter(helped, practitioner=user_id),
        Task.objects.filter(owner=user_id, done_at=None),
        Appointment.objects.filter(practitioner=user_id, status="booked"),
        CareRelation.objects.active(today).filter(practitioner=user_id),
        CaseConsultation.objects.filter(called_by=user_id, status="planned"),
        Handover.objects.filter(owner=user_id, status="agreed"),
        Inquiry.objects.filter(reader=user_id, read_at=None),
        Letter.objects.filter(written_by=user_id, status=Letter.Status.DRAFT),
        Concern.objects.filter(opened_by=user_id, closed_at=None),
        PersonalLink.objects.filter(made_by=user_id, ended_at=None, used_at=None),
    )
    found = Q()
    for one in rows:
        found |= Q(pk__in=one.values("client"))
    return found


def open_items(transition: Transition) -> list[OpenItem]:
    """Return what is open in this change, each with its present owner.

    Of a practitioner who leaves: what that person owns now.
    """
    items = open_items_of(children_in(transition))
    if transition.practitioner_id is None:
        return items
    return [one for one in items if one.owner_id == transition.practitioner_id]


def unsettled(
    transition: Transition, items: list[OpenItem] | None = None
) -> list[OpenItem]:
    """Return the items that nobody took over yet, or that are with someone who left."""
    items = open_items(transition) if items is None else items
    if transition.kind == Transition.Kind.LEAVES:
        return items
    here = {user.pk for user in colleagues_of(transition)}
    told = dict(
        TakeOver.objects.filter(transition=transition, to_owner__isnull=False)
        .order_by("at", "id")
        .values_list("item", "to_owner")
    )

    def settled(one: OpenItem) -> bool:
        owner = told.get(one.goes_with or one.key)
        return owner is not None and owner == one.owner_id and owner in here

    return [one for one in items if not settled(one)]


def colleagues_of(transition: Transition) -> list[User]:
    """Return who can take something over: practitioners of this employer, by name.

    Not the one who leaves.
    """
    rows = colleagues(transition.programme_id, transition.holder_id)
    return list(rows.exclude(pk=transition.practitioner_id or 0))


def colleagues(
    programme_id: int, holder_id: int, role: str = Role.PRACTITIONER
) -> QuerySet[User]:
    """Return who works for this employer in this programme now, by name."""
    found: QuerySet[User] = (
        User.objects.filter(
            is_active=True,
            memberships__in=Membership.objects.active().filter(
                programme=programme_id, organisation=holder_id, role=role
            ),
        )
        .distinct()
        .order_by("name", "id")
    )
    return found
