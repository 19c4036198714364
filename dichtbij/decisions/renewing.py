"""Which agreements does a decision give a new version, and how far is each of them?

A decision never changes what was signed: it begins drafts, in the same transaction.
The project leader looks at hours, price and moments and offers them; parties sign.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from dichtbij.agreements.choosing import newer_than
from dichtbij.agreements.models import Agreement
from dichtbij.agreements.renewing import NewTerm, carry_on, running
from dichtbij.audit import log
from dichtbij.audit.models import Entry
from dichtbij.decisions.models import Decision, DecisionOption, FollowingVersion
from dichtbij.organisations.models import User
from dichtbij.shared.calendar import ONE_DAY
from dichtbij.shared.permissions import Permission

Kind = DecisionOption.Kind
Status = Agreement.Status


def term_after(
    chosen: DecisionOption, agreement: Agreement, on: date, again_on: date | None
) -> NewTerm | None:
    """Return the term that an option, chosen on a day, gives an agreement.

    None: it stays as it is, since it runs long enough, or ends in time.
    """
    until = chosen.until_on
    after = agreement.ends_on + ONE_DAY
    if chosen.kind == Kind.STRUCTURAL:
        last = _year_later(agreement.ends_on)
        return NewTerm(after, last, goes_on=True, decided_on=again_on)
    if until is None:
        return None
    if chosen.kind == Kind.EXTENDED:
        longer = agreement.ends_on < until
        return NewTerm(after, until, decided_on=again_on) if longer else None
    if agreement.ends_on <= until or agreement.starts_on > until:
        return None
    return NewTerm(max(agreement.starts_on, min(_next_month(on), until)), until)


def _next_month(on: date) -> date:
    """Return the first day of the month after: a statement covers whole months."""
    return (on.replace(day=1) + timedelta(days=32)).replace(day=1)


def _year_later(day: date) -> date:
    """Return the same day a year on; a leap day is the last of February."""
    leaps = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leaps else day.day)


def renew_agreements(
    decision: Decision, chosen: DecisionOption, by: User, on: date
) -> None:
    """Begin the new versions that follow from a decision taken on a day."""
    for one in running(decision.programme, on).order_by("pk"):
        term = term_after(chosen, one, on, decision.review_on)
        version = _begun(one, by, term) if term is not None else None
        if version is not None:
            FollowingVersion.objects.create(decision=decision, agreement=version)


def _begun(agreement: Agreement, by: User, term: NewTerm) -> Agreement | None:
    """Return the new version, or the one that somebody began before."""
    _put_away(agreement)
    made = carry_on(agreement, by, term)
    if made is None:
        return newer_than(agreement)
    log.record(
        "renew_agreement",
        Entry.ActionCode.CREATE,
        subject=made,
        by=by,
        permission=str(Permission.DECISION_TAKE),
    )
    return made


def _put_away(agreement: Agreement) -> None:
    """Withdraw the draft of an earlier decision; what people wrote or offered stays."""
    ours = FollowingVersion.objects.filter(agreement__replaces=agreement)
    Agreement.objects.filter(
        pk__in=ours.values("agreement"), status=Status.DRAFT
    ).update(status=Status.WITHDRAWN, replaces=None)


def begun_by_people(agreement: Agreement) -> Agreement | None:
    """Return the newer version that a decision leaves alone, or None."""
    newer = newer_than(agreement)
    if newer is None or newer.status != Status.DRAFT:
        return newer
    ours = FollowingVersion.objects.filter(agreement=newer)
    return None if ours.exists() else newer


def ends_as_decided(chosen: DecisionOption, version: Agreement) -> bool:
    """Tell whether a version runs long enough, or ends in time, for what was chosen."""
    until = chosen.until_on
    if until is None:
        return True
    if chosen.kind == Kind.STOPPED:
        return version.ends_on <= until
    return version.ends_on >= until


def newest_versions(decision: Decision) -> list[int]:
    """Return the keys of what the begun versions are by now, in two queries.

    Of each agreement the newest version that was not withdrawn; else the begun one.
    """
    begun = FollowingVersion.objects.filter(decision=decision)
    rows = list(
        begun.values_list("agreement__series", "agreement__version", "agreement")
    )
    series = Agreement.objects.filter(series__in={row[0] for row in rows})
    versions: Iterable[tuple[UUID, int, int]] = (
        series.exclude(status=Status.WITHDRAWN)
        .order_by("version")
        .values_list("series", "version", "pk")
    )
    found = {one: (version, pk) for one, version, pk in rows}
    for one, version, pk in versions:
        if version >= found[one][0]:
            found[one] = (version, pk)
    return [pk for _version, pk in found.values()]
