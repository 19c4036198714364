"""Through which doors does one read and write, and who may pass?

Reading: `open_record` and `open_list` apply `visible_to` and log each child seen.
Writing: `@action(Permission.X)` checks the matrix, opens the transaction and logs.
Screens: `@screen(Permission.X)` names the permission of a route.
"""

import functools
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, ParamSpec, Protocol, TypeVar

from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse

from dichtbij.audit import log
from dichtbij.audit.asking import asking
from dichtbij.audit.models import Entry
from dichtbij.shared.errors import Denied
from dichtbij.shared.permissions import (
    EMERGENCY_OPENS,
    Permission,
    Relation,
    relation_for,
)
from dichtbij.shared.walls import Standing, stand, standing

P = ParamSpec("P")
R = TypeVar("R")
M = TypeVar("M", bound=models.Model)
View = TypeVar("View", bound=Callable[..., HttpResponse])


class Person(Protocol):
    """Whoever acts: a user, at night a named system user."""

    pk: Any
    name: str


@contextmanager
def standing_at(where: Standing) -> Iterator[Standing]:
    """Open a transaction, stand at `where`, and write the log last, before commit."""
    outermost = standing() is None
    if outermost:
        log.drop()
    with transaction.atomic(), stand(where):
        yield where
        if outermost:
            log.write()


def relation_of(subject: Any, permission: Permission) -> str:
    """Return the relation by which we may do `permission` to `subject`, or "".

    A subject of None asks for the role alone.
    """
    where = standing()
    if where is None:
        return ""
    if where.role == "system":
        return "system"
    needed = relation_for(permission, where.role)
    if needed is None:
        return ""
    if needed == Relation.ANY or subject is None:
        return str(needed)
    ties = subject.relations_to(where)
    if needed in ties:
        return str(needed)
    broken = Relation.EMERGENCY in ties and permission in EMERGENCY_OPENS
    return str(Relation.EMERGENCY) if broken else ""


def may(permission: Permission, subject: Any = None) -> bool:
    """Tell whether to show a button: a courtesy, not safety."""
    return bool(relation_of(subject, permission))


def action(
    permission: Permission,
    *,
    code: str = Entry.ActionCode.UPDATE,
    emergency: bool = False,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function an act: keyword-only, its first parameter is the subject.

    Checks the matrix (Denied), runs in a transaction of its own and logs one line;
    `emergency` marks the act that breaks the glass.
    """

    def decorate(act: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(act)
        def door(*args: P.args, **kwargs: P.kwargs) -> R:
            subject = next(iter(kwargs.values()))
            relation = relation_of(subject, permission)
            if not relation:
                raise Denied(act.__name__)
            already = log.waiting()
            try:
                with transaction.atomic():
                    result = act(*args, **kwargs)
            except Exception:
                log.keep(already)
                raise
            log.record(
                act.__name__,
                code,
                subject=result if isinstance(result, models.Model) else subject,
                by=kwargs["by"],
                permission=str(permission),
                relation=relation,
                purpose="care",
                emergency=emergency,
            )
            return result

        door.permission = permission  # type: ignore[attr-defined]
        return door

    return decorate


def open_record(
    user: Person,
    records: models.QuerySet[M],
    uuid: Any,
    permission: Permission,
) -> M:
    """Return one record the user may meet, and log the look. Raises Http404."""
    with asking(permission):
        rows = records.visible_to(user)  # type: ignore[attr-defined]
    found: M | None = rows.filter(uuid=uuid).first()
    relation = relation_of(found, permission) if found is not None else ""
    if found is None or not relation:
        raise Http404
    log_look(user, [found], permission, relation)
    return found


def open_list(
    user: Person,
    records: models.QuerySet[M],
    permission: Permission,
    *,
    limit: int | None = None,
) -> Sequence[M]:
    """Return the records the user may meet, and log one look per child.

    Raises Denied when the role has no such permission at all.
    """
    where = standing()
    if where is None or relation_for(permission, where.role) is None:
        raise Denied(str(permission))
    with asking(permission) as asked:
        rows = records.visible_to(user)  # type: ignore[attr-defined]
    found = list(rows if limit is None else rows[:limit])
    relation = str(relation_for(permission, where.role))
    log_look(user, found, permission, relation, broken=asked.broken)
    return found


def log_look(
    user: Person,
    found: Iterable[models.Model],
    permission: str,
    relation: str,
    *,
    broken: Collection[int] = (),
) -> None:
    """Log one look per child among `found`; those of `broken` by broken glass."""
    seen: set[int | None] = {None}
    for record in found:
        client = log.client_of(record)
        if client in seen:
            continue
        seen.add(client)
        emergency = relation == Relation.EMERGENCY or client in broken
        log.record(
            "look",
            Entry.ActionCode.READ,
            subject=record,
            by=user,
            permission=str(permission),
            relation=str(Relation.EMERGENCY) if emergency else relation,
            purpose="care",
            emergency=emergency,
        )


def screen(permission: Permission) -> Callable[[View], View]:
    """Name the permission of a route; a role without it gets 403."""

    def decorate(view: View) -> View:
        @functools.wraps(view)
        def door(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            where = standing()
            if where is None or relation_for(permission, where.role) is None:
                raise Denied(str(permission))
            return view(request, *args, **kwargs)

        door.permission = permission  # type: ignore[attr-defined]
        return door  # type: ignore[return-value]

    return decorate


def open_to_strangers(reason: str) -> Callable[[View], View]:
    """Say why a route needs no sign-in; the reason is frozen in a test."""

    def decorate(view: View) -> View:
        view.open_reason = reason  # type: ignore[attr-defined]
        view.login_required = False  # type: ignore[attr-defined]
        return view

    return decorate
