"""Which partners are there, and how long did each last say that one must wait?

A wait is a dated word of someone: after thirty days it is shown as old, never as now.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db.models import Q

from dichtbij.partners.models import Partner, PartnerQuerySet, PartnerWait
from dichtbij.programmes.models import Programme


@dataclass(frozen=True)
class Listed:
    """A partner with the wait that was confirmed last, if anyone ever confirmed one."""

    partner: Partner
    wait: PartnerWait | None

    @property
    def fresh(self) -> bool:
        """Tell whether there is a wait that was confirmed at most thirty days ago."""
        return self.wait is not None and self.wait.fresh


def partners_with_wait(programme: Programme) -> list[Listed]:
    """Return the partners one may send to, by name, each with its dated wait."""
    running = Partner.objects.filter(programme=programme, ended_on=None)
    return with_waits(running.order_by("name", "id"))


def with_waits(partners: Iterable[Partner]) -> list[Listed]:
    """Return these partners with their last confirmed wait, in one more query."""
    found = list(partners)
    waits = (
        PartnerWait.objects.filter(partner__in=found)
        .order_by("partner_id", "-confirmed_on", "-id")
        .distinct("partner_id")
    )
    last = {wait.partner_id: wait for wait in waits}
    return [Listed(partner, last.get(partner.pk)) for partner in found]


def matching(
    kind: str = "", *, free: bool | None = None, name: str = "", after: str = ""
) -> PartnerQuerySet:
    """Return running partners by name; `after` is the public id of the row before."""
    asked = Q(ended_on=None)
    if kind:
        asked &= Q(kind=kind)
    for word in name.split():
        asked &= Q(name__icontains=word) | Q(town__icontains=word)
    found = Partner.objects.filter(asked, _following(after)).order_by("name", "id")
    if free is None:
        return found
    return found.open_to_all() if free else found.by_referral()


def _following(uuid: str) -> Q:
    """Return the rows after this one in the list; a broken key is the first page."""
    try:
        last = Partner.objects.filter(uuid=uuid).first() if uuid else None
    except ValidationError:
        return Q()
    if last is None:
        return Q()
    return Q(name__gt=last.name) | Q(name=last.name, pk__gt=last.pk)


def wait_history(partner: Partner) -> list[PartnerWait]:
    """Return what was confirmed, newest first, with who noted it."""
    return list(partner.waits.select_related("noted_by")[:20])
