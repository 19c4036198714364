"""Who is let in, and who no longer? The acts of a platform administrator.

Nobody gives themselves a role, and roles that manage others take two administrators
(security.md A11, B8).
"""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.organisations.factors import end_sessions, forget_factors
from dichtbij.organisations.invitations import (
    NEEDS_SECOND,
    activate_if_complete,
    issue,
)
from dichtbij.organisations.models import Membership, Organisation, User
from dichtbij.outbox.post import post
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role

State = Membership.State
Kind = Organisation.Kind
PLATFORM_ROLES = frozenset({Role.PLATFORM_ADMIN})
ROLES_AT: dict[str, frozenset[Role]] = {
    Kind.PRACTICE: frozenset({Role.GP, Role.PRACTICE_ASSISTANT}),
    Kind.EMPLOYER: frozenset(
        {
            Role.PRACTITIONER,
            Role.TEAM_LEAD,
            Role.PROJECT_LEADER,
            Role.PRIVACY_OFFICER,
        }
    ),
    Kind.MUNICIPALITY: frozenset(
        {
            Role.MUNICIPAL_OFFICER,
            Role.CONTRACT_MANAGER,
            Role.PROJECT_LEADER,
            Role.PRIVACY_OFFICER,
        }
    ),
    Kind.PLATFORM: PLATFORM_ROLES,
}
MANAGE = Permission.MEMBERSHIP_MANAGE


@action(MANAGE, code=Entry.ActionCode.CREATE)
def invite_person(
    *,
    organisation: Organisation,
    by: User,
    programme: Any,
    role: str,
    email: str,
    name: str,
) -> Membership:
    """Invite someone by mail. Raises Refused for oneself and for what exists already.

    `programme` is None for a role on the platform.
    """
    return ask_in(organisation, by, programme, role, email, name)


def ask_in(
    organisation: Organisation,
    by: User,
    programme: Any,
    role: str,
    email: str,
    name: str,
) -> Membership:
    """Invite someone by mail; the act that calls it decides who may.

    Raises Refused for oneself, for a role elsewhere and for what exists already.
    """
    _check_place(organisation, programme, role)
    membership = _invite(organisation, by, programme, role, email, name)
    post("invitation", user=membership.user, link=issue(membership))
    return membership


@action(MANAGE, code=Entry.ActionCode.CREATE)
def invite_first_administrator(
    *, organisation: Organisation, by: User, email: str, name: str
) -> str:
    """Invite a platform administrator from the server itself; return the link.

    Whoever may run commands there confirms the role by doing so.
    """
    role = Role.PLATFORM_ADMIN
    _check_place(organisation, None, role)
    membership = _invite(organisation, by, None, role, email, name)
    Membership.objects.filter(pk=membership.pk).update(confirmed_by=by)
    return issue(membership)


def _invite(
    organisation: Organisation,
    by: User,
    programme: Any,
    role: str,
    email: str,
    name: str,
) -> Membership:
    email = email.strip().lower()
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, name)
    _check_person(user, by)
    same = {"organisation": organisation, "programme": programme, "role": role}
    if user.memberships.filter(**same).exclude(state=State.ENDED).exists():
        raise Refused(_("This person already has this role here."))
    return Membership.objects.create(
        user=user, since=clock.now(), invited_by=by, **same
    )


def _check_place(organisation: Organisation, programme: Any, role: str) -> None:
    if role not in ROLES_AT[organisation.kind]:
        raise Refused(_("This role does not exist at this organisation."))
    if (role in PLATFORM_ROLES) == (programme is not None):
        raise Refused(_("Administrators have no programme; everyone else has one."))
    if programme is not None and not takes_part(organisation, programme):
        raise Refused(_("This organisation does not take part in this programme."))


def takes_part(organisation: Organisation, programme: Any) -> bool:
    """Tell whether people of `organisation` may work in `programme`."""
    if organisation.kind == Kind.MUNICIPALITY:
        area = organisation.municipality_id
        return area is None or programme.municipalities.filter(pk=area).exists()
    joins = Q(practice=organisation) | Q(holder=organisation)
    if programme.participations.filter(joins).exists():
        return True
    if programme.programme_employers.filter(employer=organisation).exists():
        return True
    return bool(programme.listed_practices.filter(practice=organisation).exists())


def _check_person(user: User, by: User) -> None:
    if user.pk == by.pk:
        raise Refused(_("You cannot give yourself a role; ask someone else."))
    if user.system or not user.is_active:
        raise Refused(_("This account cannot be invited."))


@action(MANAGE)
def confirm_membership(*, membership: Membership, by: User) -> None:
    """Confirm, as second administrator. Raises Refused for one's own invitation."""
    _refuse_own(membership, by)
    if membership.invited_by_id == by.pk:
        raise Refused(_("Another administrator than the one who invited confirms."))
    waiting = Membership.objects.filter(
        pk=membership.pk, state=State.INVITED, confirmed_by=None
    )
    if membership.role not in NEEDS_SECOND or not waiting.update(confirmed_by=by):
        raise Refused(_("There is nothing to confirm any more."))
    membership.refresh_from_db()
    activate_if_complete(membership)


@action(MANAGE)
def renew_invitation(*, membership: Membership, by: User) -> None:
    """Send a new link; the old one stops working. Raises Refused once accepted."""
    _refuse_own(membership, by)
    if membership.state != State.INVITED:
        raise Refused(_("This invitation was accepted or withdrawn."))
    post("invitation", user=membership.user, link=issue(membership))


@action(MANAGE)
def reset_sign_in(*, membership: Membership, by: User) -> None:
    """Take password and factors away and send a link to choose new ones."""
    _refuse_own(membership, by)
    if membership.state != State.ACTIVE:
        raise Refused(_("Only for someone who has access now."))
    user = membership.user
    user.set_unusable_password()
    user.save(update_fields=["password"])
    forget_factors(user)
    end_sessions(user)
    post("invitation", user=user, link=issue(membership))


@action(MANAGE)
def suspend_membership(*, membership: Membership, by: User) -> None:
    """Stop access for now, from the next request on."""
    _move(membership, by, {State.ACTIVE}, State.SUSPENDED)


@action(MANAGE)
def resume_membership(*, membership: Membership, by: User) -> None:
    """Give access back that was suspended."""
    _move(membership, by, {State.SUSPENDED}, State.ACTIVE)


@action(MANAGE)
def end_membership(*, membership: Membership, by: User) -> None:
    """End it for good; to come back takes a new invitation."""
    _move(membership, by, {State.INVITED, State.ACTIVE, State.SUSPENDED}, State.ENDED)


@action(MANAGE)
def end_sessions_of(*, membership: Membership, by: User) -> None:
    """Sign this person out everywhere, from the next request on (A10)."""
    end_sessions(membership.user)


def _move(membership: Membership, by: User, before: set[State], after: State) -> None:
    _refuse_own(membership, by)
    movable = Membership.objects.filter(pk=membership.pk, state__in=before)
    if not movable.update(state=after, since=clock.now()):
        raise Refused(_("Someone else changed this membership meanwhile."))
    membership.refresh_from_db()


def _refuse_own(membership: Membership, by: User) -> None:
    if membership.user_id == by.pk:
        raise Refused(_("You cannot change your own access; ask someone else."))
