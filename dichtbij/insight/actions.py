"""Which figures leave the care: how they are published, once, and by which settings?

`make_release` counts over all employers of a programme at once. Only the night stands
so (`jobs.py`); what it finds leaves as released cells and nothing else (ADR 0065).
"""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.insight.models import Release, ReleaseCell
from dichtbij.insight.publication import fitting, noise
from dichtbij.insight.publication.counting import Event, tally, trajectories
from dichtbij.insight.publication.due import (
    LEAST_TRAJECTORIES,
    next_due,
    scheme_of,
    starts_next,
)
from dichtbij.insight.publication.ledger import counted, note_spending
from dichtbij.insight.publication.manifest import manifest_of
from dichtbij.insight.publication.periods import Period, is_longest
from dichtbij.insight.publication.sealing import Cells, seal
from dichtbij.insight.publication.tables import Scheme
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation, Programme
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import standing


class TooSmall(Refused):
    """The period has too few children: it waits and is merged with the next one."""


@action(Permission.RELEASE_MANAGE)
def set_publication(
    *, programme: Programme, by: User, noise: int | None, months: int
) -> Programme:
    """Choose noise (1, 2, 4 or None) and period in months, before the first release.

    Raises Refused once something was released: another choice would let two of them
    be compared (security.md 5.2).
    """
    if noise not in (1, 2, 4, None) or months not in (3, 6, 12):
        raise Refused(_("Choose one of the settings."))
    released = Release.objects.filter(programme=OuterRef("pk"))
    _hold(programme)
    changed = Programme.objects.filter(~Exists(released), pk=programme.pk).update(
        publication_noise=noise, publication_months=months
    )
    if not changed:
        raise Refused(_("Figures were published: these settings are fixed now."))
    programme.refresh_from_db()
    return programme


@action(Permission.RELEASE_MANAGE, code=Entry.ActionCode.CREATE)
def make_release(*, programme: Programme, by: User, period: Period) -> Release:
    """Count a closed period once, hide each child in it, and freeze the figures.

    Raises Refused outside the night, for a period that is not closed and matured or is
    not next, and for a second release; TooSmall for one with too few trajectories,
    unless it is a year: then it is withheld for good.
    """
    fresh = _hold(programme)
    _check_standing(fresh)
    _check_period(fresh, period)
    scheme = scheme_of(fresh)
    if trajectories(fresh.pk, period) < LEAST_TRAJECTORIES:
        if not is_longest(period, fresh.publication_months):
            raise TooSmall(_("Too few trajectories: this period waits for the next."))
        return _freeze(fresh, period, manifest_of(fresh, scheme, period, None), [])
    epsilon = fresh.publication_noise
    found = counted(scheme, fresh.pk, period, epsilon)
    fitted = _hidden(scheme, found, epsilon)
    cells = [
        (table, row, column, count)
        for table, numbers in fitted.tables.items()
        for (row, column), count in numbers.items()
    ]
    told = manifest_of(fresh, scheme, period, fitted.distance)
    made = _freeze(fresh, period, told, cells)
    children = {group: [one["client"] for one in all_] for group, all_ in found.items()}
    note_spending(made, scheme, children, epsilon)
    return made


def _hidden(
    scheme: Scheme, found: Mapping[str, list[Event]], epsilon: int | None
) -> fitting.Fitted:
    """Return the fitted tables; counts and noisy counts end with this function."""
    counts: dict[str, Any] = {table.code: {} for table in scheme.tables}
    for all_ in found.values():
        counts |= tally(all_)
    return fitting.fit(scheme, noise.measure(scheme, counts, epsilon))


def _hold(programme: Programme) -> Programme:
    """Let releases and settings of one programme queue here."""
    rows = Programme.objects.select_for_update(of=("self",), no_key=True)
    return rows.get(pk=programme.pk)


def _check_standing(programme: Programme) -> None:
    """Refuse where rows of an employer would stay shut: the count would be false."""
    where = standing()
    holders = Participation.objects.filter(programme=programme).values_list(
        "holder", flat=True
    )
    whole = (
        where is not None
        and where.role == "system"
        and where.programme_id == programme.pk
        and set(holders) <= set(where.holders)
    )
    if not whole:
        raise Refused(_("Figures are published by night, not by hand."))


def _check_period(programme: Programme, period: Period) -> None:
    before = Release.objects.filter(programme=programme)
    if before.filter(starts_on__lte=period.ends_on, ends_on__gte=period.starts_on):
        raise Refused(_("This period was published; that happens once."))
    if not period.matured(clock.today()):
        raise Refused(_("This period is not closed long enough."))
    due = next_due(programme)
    if period.starts_on != starts_next(programme) or period != due:
        raise Refused(_("Another period comes first."))


def _freeze(
    programme: Programme, period: Period, manifest: dict[str, Any], cells: Cells
) -> Release:
    last = Release.objects.filter(programme=programme).order_by("-ends_on").first()
    made = Release(
        uuid=uuid4(),
        programme=programme,
        starts_on=period.starts_on,
        ends_on=period.ends_on,
        withheld=not cells,
        manifest=manifest,
        previous=last.sha256 if last else "",
        made_at=clock.now(),
    )
    seal(made, cells)
    made.save(force_insert=True)
    ReleaseCell.objects.bulk_create(
        ReleaseCell(release=made, table=table, row=row, column=column, count=count)
        for table, row, column, count in cells
    )
    return made
