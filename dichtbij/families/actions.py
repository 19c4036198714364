"""What happens to what a family agreed to?"""

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients import ages
from dichtbij.clients.models import Client
from dichtbij.families.models import Consent
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


@action(Permission.REFERRAL_SUBMIT, code=Entry.ActionCode.CREATE)
def note_consent(
    *,
    client: Client,
    by: User,
    giver: str,
    form: str = Consent.Form.ORAL,
) -> Consent:
    """Note who agreed to help today (LR-07). Raises Refused for an unknown giver."""
    if giver not in Consent.Giver.values:
        raise Refused(_("Say who agreed to the help."))
    return Consent.objects.create(
        client=client, giver=giver, form=form, given_on=clock.today(), noted_by=by
    )


def lacking_consent(client: Client) -> list[str]:
    """Return whose consent to help is still missing at today's age; empty: nobody's."""
    gave: set[str] = set()
    for consent in client.consents.all():
        gave |= consent.gave()
    must = ages.who_must_agree(client.birth_date, clock.today())
    return [who for who in must if who not in gave]
