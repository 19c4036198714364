"""What happens to the directory: partners listed, changed, ended, waits confirmed?"""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import User
from dichtbij.partners.models import Partner, PartnerWait
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

LONGEST_WAIT_DAYS = 1095  # [design] three years: longer is a slip of the keyboard


@dataclass(frozen=True)
class PartnerFacts:
    """What the directory says about a partner; empty means not known."""

    kind: str
    name: str
    town: str = ""
    telephone: str = ""
    email: str = ""
    freely_accessible: bool = False
    brin: str = ""
    offer: str = ""


@action(Permission.PARTNER_MANAGE, code=Entry.ActionCode.CREATE)
def add_partner(*, programme: Programme, by: User, facts: PartnerFacts) -> Partner:
    """Add a partner to the directory of a programme. Raises Refused when it is in."""
    return _saved(Partner(programme=programme), facts)


@action(Permission.PARTNER_MANAGE)
def change_partner(*, partner: Partner, by: User, facts: PartnerFacts) -> Partner:
    """Change what the directory says. Raises Refused for a partner that is in twice."""
    return _saved(partner, facts)


def _saved(partner: Partner, facts: PartnerFacts) -> Partner:
    if not facts.name.strip() or facts.kind not in Partner.Kind.values:
        raise Refused(_("Give the partner a name and a kind."))
    for name, value in asdict(facts).items():
        setattr(partner, name, value.strip() if isinstance(value, str) else value)
    try:
        with transaction.atomic():
            partner.save()
    except IntegrityError as twice:
        raise Refused(_("This partner is in the directory already.")) from twice
    return partner


@action(Permission.PARTNER_MANAGE)
def end_partner(*, partner: Partner, by: User) -> Partner:
    """Take a partner from the directory; what was agreed with it stays readable."""
    Partner.objects.filter(pk=partner.pk, ended_on=None).update(ended_on=clock.today())
    partner.refresh_from_db()
    return partner


@action(Permission.PARTNER_MANAGE, code=Entry.ActionCode.CREATE)
def confirm_wait(
    *, partner: Partner, by: User, days: int, confirmed_by: str, on: date | None = None
) -> PartnerWait:
    """Note how long one waits there, on whose word and which day (today if not said).

    Raises Refused: nobody named, a day that has not come, or a partner that ended.
    """
    on = on or clock.today()
    if partner.ended_on is not None:
        raise Refused(_("This partner is no longer in the directory."))
    if not 0 <= days <= LONGEST_WAIT_DAYS:
        raise Refused(_("A waiting time is a whole number of days, from 0 to 1095."))
    if not confirmed_by.strip():
        raise Refused(_("Say who at the partner confirmed this."))
    if on > clock.today():
        raise Refused(_("This day has not come yet."))
    return PartnerWait.objects.create(
        partner=partner,
        days=days,
        confirmed_by=confirmed_by.strip()[:120],
        confirmed_on=on,
        noted_by=by,
        noted_at=clock.now(),
    )
