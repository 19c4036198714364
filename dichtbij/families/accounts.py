"""Who of a family signs in with an account of their own? Each a separate entry (LR-14).

An account takes a password and a second factor as any other. It stands at one child in
one role; it ends when its owner no longer belongs to the family.
"""

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.models import Channel
from dichtbij.families.giving import check_reachable, own_channel, role_of
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.invitations import issue
from dichtbij.organisations.links import end_links_of
from dichtbij.organisations.models import Membership, User
from dichtbij.outbox.post import post
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

State = Membership.State
ENTER = frozenset(
    {FamilyMember.Tie.SELF, FamilyMember.Tie.PARENT, FamilyMember.Tie.GUARDIAN}
)


@action(Permission.FAMILY_WRITE, code=Entry.ActionCode.CREATE)
def open_family_account(*, member: FamilyMember, by: User) -> Membership:
    """Invite someone of the family to an account; a second time sends a new link.

    The invitation goes to the member's own address. Raises Refused: no such address,
    an address that is another parent's, someone who left, or who is no parent,
    guardian or the young person; a parent of a child helped without parents (R18).
    """
    check_reachable(member)
    if member.tie not in ENTER:
        raise Refused(_("Only a parent, a guardian or the young person signs in here."))
    mail = own_channel(member, Channel.Kind.EMAIL)
    if mail is None:
        raise Refused(_("Note an e-mail address of this person first."))
    user = _own_user(member, mail.value.strip().lower())
    membership, _made = Membership.objects.exclude(state=State.ENDED).get_or_create(
        user=user,
        organisation_id=member.client.holder_id,
        programme_id=member.client.programme_id,
        role=role_of(member),
        client=member.client,
        defaults={"since": clock.now(), "invited_by": by},
    )
    if membership.state == State.INVITED:
        post("invitation", user=user, link=issue(membership))
    return membership


def _own_user(member: FamilyMember, email: str) -> User:
    """Return the account of this person; one mailbox is never two of one family."""
    user = member.user or User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, member.name)
    others = FamilyMember.objects.filter(client=member.client_id, user=user)
    if others.exclude(pk=member.pk).exists():
        raise Refused(
            _("Someone else of this family signs in with this address. Each needs one.")
        )
    if user.system or not user.is_active:
        raise Refused(_("This account cannot be invited."))
    if member.user_id is None:
        member.user = user
        member.save(update_fields=["user"])
    return user


@action(Permission.FAMILY_WRITE)
def end_family_account(*, member: FamilyMember, by: User) -> FamilyMember:
    """Shut the account at this child, from the next request on."""
    close_ways_in(member)
    return member


def close_ways_in(member: FamilyMember) -> None:
    """End the account at this child and every personal link of someone who left."""
    end_links_of(member.uuid)
    if member.user_id is not None:
        Membership.objects.filter(user=member.user_id, client=member.client_id).exclude(
            state=State.ENDED
        ).update(state=State.ENDED, since=clock.now())


def account_of(member: FamilyMember) -> Membership | None:
    """Return the account of a member at this child that is open or invited, or None."""
    if member.user_id is None:
        return None
    mine = Membership.objects.filter(user=member.user_id, client=member.client_id)
    return mine.exclude(state=State.ENDED).first()
