"""Which organisations agree with the definition of an indicator, in its version?"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.insight.indicators_dictionary import BY_CODE
from dichtbij.insight.models import IndicatorSignOff
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import standing


@action(Permission.INDICATOR_AGREE, code=Entry.ActionCode.CREATE)
def agree_with_indicator(
    *, programme: Programme, by: User, indicator: str, version: int
) -> IndicatorSignOff:
    """Note that one's organisation agrees with a definition, once per version.

    Raises Refused: an unknown indicator, another version than the one that holds now,
    another programme, or an organisation that agreed before.
    """
    where = standing()
    known = BY_CODE.get(indicator)
    if where is None or where.programme_id != programme.pk or known is None:
        raise Refused(_("This indicator does not exist."))
    if where.organisation_id is None:
        raise Refused(_("Only an organisation can agree."))
    if version != known.version:
        raise Refused(_("The definition was changed meanwhile. Read it again."))
    try:
        with transaction.atomic():
            return IndicatorSignOff.objects.create(
                programme=programme,
                indicator=indicator,
                version=version,
                organisation_id=where.organisation_id,
                signed_by=by,
                signed_at=clock.now(),
            )
    except IntegrityError as twice:
        raise Refused(
            _("Your organisation agreed with this definition before.")
        ) from twice


@dataclass(frozen=True)
class Agreed:
    """One organisation that agreed, and on which day."""

    organisation_id: int
    organisation: str
    on: date


def agreed_by(programme: Programme) -> dict[str, list[Agreed]]:
    """Return per indicator who agrees with the version that holds now. One query."""
    rows = IndicatorSignOff.objects.filter(programme=programme).select_related(
        "organisation"
    )
    found: dict[str, list[Agreed]] = defaultdict(list)
    for row in rows:
        known = BY_CODE.get(row.indicator)
        if known is not None and known.version == row.version:
            on = calendar.local(row.signed_at).date()
            found[row.indicator].append(
                Agreed(row.organisation_id, row.organisation.name, on)
            )
    return dict(found)
