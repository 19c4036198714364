"""How does someone without an account do one thing, once? By a link and a code (R24).

The link goes by one road, the code by another: e-mail alone opens nothing. Neither is
kept, only hashes. A code may be wrong five times; then the link is dead. The link is
spent when its task is done, not when it is opened: mail programs open links too.
"""

import hashlib
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import ResolverMatch
from django.utils.crypto import constant_time_compare, salted_hmac

from dichtbij.audit import log
from dichtbij.audit.doors import screen, standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import PersonalLink, User
from dichtbij.organisations.noting import OK, REFUSED, at_the_door
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

Purpose = PersonalLink.Purpose
TOKEN_BYTES = 32
CODE_DIGITS = 6
MOST_WRONG = 5
SESSION_MINUTES = 30
SESSION_KEY = "link"
View = TypeVar("View", bound=Callable[..., HttpResponse])


class State(StrEnum):
    """What a link is good for now."""

    OPEN = "open"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED = "used"
    ENDED = "ended"
    LOCKED = "locked"


@dataclass(frozen=True)
class Given:
    """A link that was made just now: the only moment its token and code are known."""

    link: PersonalLink
    token: str
    code: str

    @property
    def path(self) -> str:
        """Return the address to mail or print."""
        return f"/l/{self.token}/"


def _token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode(errors="surrogatepass")).digest()


def _code_hash(link_uuid: uuid.UUID, code: str) -> bytes:
    """Return a hash under the installation's key: six digits alone are soon tried."""
    return salted_hmac(
        "dichtbij.organisations.links", f"{link_uuid}/{code}", algorithm="sha256"
    ).digest()


def give_link(
    purpose: str,
    client: Any,
    subject_uuid: uuid.UUID,
    holder_uuid: uuid.UUID,
    role: str,
    by: User,
    days: int,
) -> Given:
    """Make a link for one thing; an older one of this person for it stops working.

    Called inside an act, which decides who may and logs it.
    """
    now, new = clock.now(), uuid.uuid4()
    older = _unused(PersonalLink.objects.filter(purpose=purpose, subject=subject_uuid))
    older.filter(holder_of_link=holder_uuid).update(ended_at=now)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    link = PersonalLink.objects.create(
        uuid=new,
        token_hash=_token_hash(token),
        code_hash=_code_hash(new, code),
        purpose=purpose,
        programme_id=client.programme_id,
        client=client,
        subject=subject_uuid,
        holder_of_link=holder_uuid,
        role=role,
        made_by=by,
        made_at=now,
        expires_at=now + timedelta(days=days),
    )
    return Given(link, token, code)


def _unused(links: "QuerySet[PersonalLink]") -> "QuerySet[PersonalLink]":
    return links.filter(used_at=None, ended_at=None)


def end_links(subject_uuid: uuid.UUID) -> int:
    """End every link about this, those in use too; return how many."""
    mine = PersonalLink.objects.filter(subject=subject_uuid, ended_at=None)
    return mine.update(ended_at=clock.now())


def end_links_of(holder_uuid: uuid.UUID) -> int:
    """End every link of this person: they left, or were uninvited."""
    mine = PersonalLink.objects.filter(holder_of_link=holder_uuid, ended_at=None)
    return mine.update(ended_at=clock.now())


def spend(link: PersonalLink | None) -> None:
    """Note that the task is done: nobody comes in by this link again.

    The session that did it may still look at the answer until its half hour is over.
    None, for someone who signed in, is nothing to spend.
    """
    if link is not None:
        PersonalLink.objects.filter(pk=link.pk, used_at=None).update(
            used_at=clock.now()
        )


def link_of(token: str) -> PersonalLink | None:
    """Return the link of a token, in whatever state, or None."""
    found = PersonalLink.objects.filter(token_hash=_token_hash(token))
    return found.select_related("programme").first()


def state_of(link: PersonalLink | None) -> State:
    """Return what this link is good for now."""
    if link is None:
        return State.UNKNOWN
    if link.ended_at is not None:
        return State.ENDED
    if link.used_at is not None:
        return State.USED
    if link.wrong_codes >= MOST_WRONG:
        return State.LOCKED
    return State.EXPIRED if link.expires_at <= clock.now() else State.OPEN


def try_code(link: PersonalLink, code: str) -> bool:
    """Tell whether this is the code. The try is counted before anything is compared.

    So of many who guess at once no more than five are heard. A right one is given back.
    """
    mine = PersonalLink.objects.filter(pk=link.pk)
    heard = _unused(mine).filter(wrong_codes__lt=MOST_WRONG, expires_at__gt=clock.now())
    if not heard.update(wrong_codes=F("wrong_codes") + 1):
        return False
    digits = "".join(sign for sign in code if sign.isdigit())
    right = constant_time_compare(_code_hash(link.uuid, digits), bytes(link.code_hash))
    if right:
        mine.update(wrong_codes=F("wrong_codes") - 1)
    return right


def begin(request: HttpRequest, link: PersonalLink) -> None:
    """Begin half an hour for this link alone; who was signed in here no longer is."""
    request.session.flush()
    now = int(clock.now().timestamp())
    request.session[SESSION_KEY] = {"uuid": str(link.uuid), "at": now}
    request.session.set_expiry(SESSION_MINUTES * 60)
    note_link("link_opened", request, link)


def running(request: HttpRequest) -> PersonalLink | None:
    """Return the link this session is bound to, or None: none, over, or ended."""
    told = request.session.get(SESSION_KEY)
    if not told or request.user.is_authenticated:
        return None
    if clock.now().timestamp() - told["at"] > SESSION_MINUTES * 60:
        return None
    return (
        PersonalLink.objects.filter(
            uuid=told["uuid"], ended_at=None, wrong_codes__lt=MOST_WRONG
        )
        .select_related("programme")
        .first()
    )


def note_link(
    event: str,
    request: HttpRequest,
    link: PersonalLink | None,
    *,
    outcome: Entry.Outcome = OK,
) -> None:
    """Write one line about a link, on the chain of its programme when it has one."""
    about: dict[str, Any] = {}
    if link is not None:
        about = {
            "programme_id": link.programme_id,
            "client_id": link.client_id,
            "role": link.role,
            "object_type": "PersonalLink",
            "object_id": str(link.uuid),
            "purpose": link.purpose,
        }
    with standing_at(at_the_door(request)):
        log.record(
            event, Entry.ActionCode.EXECUTE, user_id=None, outcome=outcome, **about
        )


def refuse(request: HttpRequest, link: PersonalLink | None) -> None:
    """Note that a link or a code was refused."""
    note_link("link_refused", request, link, outcome=REFUSED)


def link_screen(permission: Permission, *purposes: str) -> Callable[[View], View]:
    """Name the permission of a route and the links that open it without an account.

    Where its address holds a <uuid>, a link opens the subject it was made for and no
    other. Whoever is signed in comes in as at any screen. `request.link` is the link,
    or None.
    """

    def decorate(view: View) -> View:
        door = screen(permission)(view)
        door.link_purposes = frozenset(purposes)  # type: ignore[attr-defined]
        door.login_required = False  # type: ignore[attr-defined]
        return door

    return decorate


def is_link_screen(view: object) -> bool:
    """Tell whether a link may open this route at all."""
    return bool(getattr(view, "link_purposes", ()))


def opens(link: PersonalLink, match: ResolverMatch) -> bool:
    """Tell whether this link opens this very address."""
    if link.purpose not in getattr(match.func, "link_purposes", ()):
        return False
    return bool(match.kwargs.get("uuid", link.subject) == link.subject)
