"""What follows from a decision: by itself at once, and what people still have to do?

The same sentences stand on the page that asks to confirm, and afterwards. What was
agreed is changed by its parties only: so of agreements new versions are drafted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.agreements.models import Agreement
from dichtbij.agreements.renewing import NewTerm
from dichtbij.decisions.models import Decision, DecisionOption
from dichtbij.decisions.renewing import (
    begun_by_people,
    renew_agreements,
    term_after,
)
from dichtbij.decisions.stopping import run_on, stop_participations
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock

Kind = DecisionOption.Kind
Phase = Programme.Phase


@dataclass(frozen=True)
class Following:
    """What happens by itself, and what remains to be done by people."""

    by_itself: tuple[str, ...]
    to_do: tuple[str, ...]


def follow(
    decision: Decision, chosen: DecisionOption, by: User, *, public_page: bool
) -> None:
    """Let programme, practices and agreements follow, in the same transaction."""
    programme = decision.programme
    ended_on = programme.ends_on
    changes: dict[str, object] = {"public_page": public_page}
    if chosen.kind == Kind.STRUCTURAL:
        changes |= {"phase": Phase.STRUCTURAL, "ends_on": None}
    elif chosen.kind == Kind.EXTENDED:
        changes |= {"phase": Phase.PILOT, "ends_on": chosen.until_on}
    else:
        # It runs until its last day; `jobs.end_programmes` closes it the night after.
        changes |= {"ends_on": chosen.until_on}
    Programme.objects.filter(pk=programme.pk).update(**changes)
    if chosen.kind == Kind.STOPPED and chosen.until_on is not None:
        stop_participations(programme, chosen.until_on, by)
    else:
        run_on(programme, ended_on, chosen.until_on)
    renew_agreements(decision, chosen, by, clock.today())


def what_follows(
    programme: Programme,
    chosen: DecisionOption,
    agreements: Iterable[Agreement],
    *,
    public_page: bool,
) -> Following:
    """Say what follows from an option, for agreements that one may read.

    Of a decision that was taken the versions themselves are shown: give it none.
    """
    changes = {
        Kind.STRUCTURAL: _structural,
        Kind.EXTENDED: _extended,
        Kind.STOPPED: _stopped,
    }[Kind(chosen.kind)](programme, chosen, sorted(agreements, key=str))
    return Following(
        by_itself=(*changes.by_itself, _public(programme, public_page=public_page)),
        to_do=changes.to_do,
    )


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day is not None else ""


def _versions(chosen: DecisionOption, agreements: list[Agreement]) -> list[str]:
    """Say of which agreement a draft is begun, and for which term."""
    told = []
    for one in agreements:
        term = term_after(chosen, one, clock.today(), None)
        if term is not None:
            told.append(_version(one, term))
    return told


def _version(one: Agreement, term: NewTerm) -> str:
    newer = begun_by_people(one)
    told = {
        "agreement": one.title,
        "employer": one.employer.name,
        "start": _day(term.starts_on),
        "end": _day(term.ends_on),
        "number": newer.version if newer is not None else None,
    }
    if newer is not None:
        return (
            _(
                "Of “%(agreement)s” with %(employer)s version %(number)s was begun "
                "already. It stays as it is; see that it ends on %(end)s."
            )
            % told
        )
    return (
        _(
            "Of “%(agreement)s” with %(employer)s a new version is drafted, from "
            "%(start)s until %(end)s."
        )
        % told
    )


def _sign() -> str:
    return _(
        "The project leader looks at hours, tariff and moments in each new version "
        "and offers it; then all parties sign. Until then what they signed counts."
    )


def _structural(
    programme: Programme, chosen: DecisionOption, agreements: list[Agreement]
) -> Following:
    by_itself = [_("The phase of the programme becomes: structural.")]
    if programme.ends_on is not None:
        by_itself.append(
            _("The last day %(day)s no longer counts.")
            % {"day": _day(programme.ends_on)}
        )
    by_itself += _versions(chosen, agreements)
    return Following(tuple(by_itself), (_sign(),))


def _extended(
    programme: Programme, chosen: DecisionOption, agreements: list[Agreement]
) -> Following:
    until = _("The pilot goes on until %(day)s.") % {"day": _day(chosen.until_on)}
    return Following(
        (until, *_versions(chosen, agreements)),
        (_sign(), _("Agree on new moments to evaluate in those versions.")),
    )


def _stopped(
    programme: Programme, chosen: DecisionOption, agreements: list[Agreement]
) -> Following:
    until = {"until": _day(chosen.until_on)}
    by_itself = (
        _("The programme ends on %(until)s; the night after its phase is: ended.")
        % until,
        _(
            "Each practice takes part until %(until)s: after that day nobody is "
            "referred or gets a time. A day on which talks are planned later ends once "
            "they are moved."
        )
        % until,
        _("Until then families are helped as now, and files stay with the employer."),
        *_versions(chosen, agreements),
        _(
            "Each employer gets the hand-over of its running families, per practice. "
            "It closes only when each has somebody who goes on."
        ),
    )
    to_do = (
        _(
            "Give notice in writing where an agreement asks for it, so that it ends "
            "on %(until)s also when a party does not sign the new version."
        )
        % until,
        _sign(),
        _("Each employer hands every running family over by %(until)s.") % until,
    )
    return Following(by_itself, to_do)


def _public(programme: Programme, *, public_page: bool) -> str:
    if public_page:
        return _("The public page is on: everyone reads the figures and this decision.")
    if programme.public_page:
        return _("The public page goes off.")
    return _("The public page stays off.")
