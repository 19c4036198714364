"""What may a family ask about its file? A copy, an addition, its destruction."""

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.models import Client, wall_keys
from dichtbij.families.standing import member_here
from dichtbij.organisations.models import User
from dichtbij.privacy.models import FileRequest
from dichtbij.privacy.terms import ensure_owner
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


@action(Permission.MINE_REQUEST, code=Entry.ActionCode.CREATE)
def ask_about_file(
    *, client: Client, by: User, kind: str, words: str = ""
) -> FileRequest:
    """Ask something of the file; the same question that is still open is asked once.

    The answer is due within one month. Source: GDPR article 12(3).
    Raises Refused for someone not of the family, an unknown question, or an addition
    without words.
    """
    member = member_here()
    if member is None or member.client_id != client.pk:
        raise Refused(_("This is not your file."))
    if kind not in FileRequest.Kind.values:
        raise Refused(_("Choose what you want to ask."))
    if kind == FileRequest.Kind.ADDITION and not words.strip():
        raise Refused(_("Write what must be added to the file."))
    found, _made = FileRequest.objects.get_or_create(
        client=client,
        member=member,
        kind=kind,
        status=FileRequest.Status.ASKED,
        defaults={
            **wall_keys(client),
            "words": words.strip(),
            "asked_at": clock.now(),
            "due_on": one_month_after(clock.today()),
        },
    )
    with override(settings.LANGUAGE_CODE):  # a colleague reads the task
        ensure_owner(found)
    return found


def one_month_after(day: date) -> date:
    """Return the same day a month later, or the last day of that shorter month."""
    year, month = (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month, last)
        except ValueError:
            continue
    return date(year, month, day.day)
