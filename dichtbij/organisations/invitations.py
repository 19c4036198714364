"""How does someone come in who was invited? By one link, once, within seven days (A11).

Only a hash of the link is kept. For roles that manage others it opens nothing until a
second administrator confirmed the membership.
"""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest

from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import Invitation, Membership, User
from dichtbij.organisations.noting import at_the_door
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role

LASTS = timedelta(days=7)
TOKEN_BYTES = 32
NEEDS_SECOND = frozenset(
    {
        Role.TEAM_LEAD,
        Role.PROJECT_LEADER,
        Role.CONTRACT_MANAGER,
        Role.PRIVACY_OFFICER,
        Role.PLATFORM_ADMIN,
    }
)
State = Membership.State


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="surrogatepass")).digest()


@transaction.atomic
def issue(membership: Membership) -> str:
    """Return the address of a new link; older links of this membership stop working."""
    now = clock.now()
    membership.invitations.filter(used_at=None, expires_at__gt=now).update(
        expires_at=now
    )
    token = secrets.token_urlsafe(TOKEN_BYTES)
    Invitation.objects.create(
        membership=membership, token_hash=_hash(token), expires_at=now + LASTS
    )
    return f"/uitnodiging/{token}/"


def invitation_of(token: str) -> Invitation | None:
    """Return what a link opens, or None: unknown, used, too old or withdrawn alike."""
    return (
        Invitation.objects.filter(
            token_hash=_hash(token),
            used_at=None,
            expires_at__gt=clock.now(),
            membership__state__in=(State.INVITED, State.ACTIVE),
            membership__user__is_active=True,
        )
        .select_related(
            "membership__user", "membership__organisation", "membership__programme"
        )
        .first()
    )


def was_accepted(membership: Membership) -> bool:
    """Tell whether the person who was invited came in by a link."""
    return membership.invitations.filter(used_at__isnull=False).exists()


def is_complete(membership: Membership) -> bool:
    """Tell whether nothing but acceptance is needed before the membership counts."""
    return membership.role not in NEEDS_SECOND or membership.confirmed_by_id is not None


def activate_if_complete(membership: Membership) -> None:
    """Let an invited membership count once it is accepted and, if needed, confirmed."""
    if is_complete(membership) and was_accepted(membership):
        waiting = Membership.objects.filter(pk=membership.pk, state=State.INVITED)
        waiting.update(state=State.ACTIVE, since=clock.now())
    membership.refresh_from_db()


def accept(invitation: Invitation, request: HttpRequest, password: str = "") -> bool:
    """Use up the invitation and set the chosen password; False when it was used."""
    membership: Membership = invitation.membership
    user: User = membership.user
    with standing_at(at_the_door(request, user)):
        unused = Invitation.objects.filter(
            pk=invitation.pk, used_at=None, expires_at__gt=clock.now()
        )
        if not unused.update(used_at=clock.now()):
            return False
        if password:
            user.set_password(password)
            user.save(update_fields=["password"])
        activate_if_complete(membership)
        log.record(
            "accept_invitation", Entry.ActionCode.UPDATE, subject=membership, by=user
        )
    return True
