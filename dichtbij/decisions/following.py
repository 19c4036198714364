"""What follows from a decision: by itself at once, and what people still have to do?

The same sentences stand on the page that asks to confirm, and afterwards. An agreement
is changed by its parties only: so of those it says what remains to be done.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.agreements.models import Agreement
from dichtbij.decisions.models import DecisionOption
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock

Kind = DecisionOption.Kind
Phase = Programme.Phase


@dataclass(frozen=True)
class Following:
    """What happens by itself, and what remains to be done by people."""

    by_itself: tuple[str, ...]
    to_do: tuple[str, ...]


def follow(programme: Programme, chosen: DecisionOption, *, public_page: bool) -> None:
    """Let the programme follow: its phase, its last day, its public page."""
    changes: dict[str, object] = {"public_page": public_page}
    if chosen.kind == Kind.STRUCTURAL:
        changes |= {"phase": Phase.STRUCTURAL, "ends_on": None}
    elif chosen.kind == Kind.EXTENDED:
        changes |= {"phase": Phase.PILOT, "ends_on": chosen.until_on}
    else:
        # It runs until its last day; `jobs.end_programmes` closes it the night after.
        changes |= {"ends_on": chosen.until_on}
    Programme.objects.filter(pk=programme.pk).update(**changes)


def what_follows(
    programme: Programme,
    chosen: DecisionOption,
    agreements: Iterable[Agreement],
    *,
    public_page: bool,
) -> Following:
    """Say what follows from an option, for agreements that one may read."""
    changes = {
        Kind.STRUCTURAL: _structural,
        Kind.EXTENDED: _extended,
        Kind.STOPPED: _stopped,
    }[Kind(chosen.kind)](programme, chosen, sorted(agreements, key=str))
    return Following(
        by_itself=(*changes.by_itself, _public(programme, public_page=public_page)),
        to_do=changes.to_do,
    )


def agreements_in_force(programme: Programme) -> Iterable[Agreement]:
    """Return the agreements that count today, with their employers."""
    found = Agreement.objects.filter(programme=programme).defer("pdf")
    return found.in_force_on(clock.today()).select_related("employer")


def _day(day: date | None) -> str:
    return date_format(day, "j F Y") if day is not None else ""


def _told(one: Agreement) -> dict[str, object]:
    return {
        "agreement": one.title,
        "employer": one.employer.name,
        "end": _day(one.ends_on),
        "days": one.notice_days,
        "notice": _day(one.ends_on - timedelta(days=one.notice_days)),
    }


def _structural(
    programme: Programme, chosen: DecisionOption, agreements: list[Agreement]
) -> Following:
    by_itself = [_("The phase of the programme becomes: structural.")]
    if programme.ends_on is not None:
        by_itself.append(
            _("The last day %(day)s no longer counts.")
            % {"day": _day(programme.ends_on)}
        )
    to_do = [
        _(
            "“%(agreement)s” with %(employer)s still ends on %(end)s. Make a new "
            "version and let all parties sign before that day."
        )
        % _told(one)
        for one in agreements
    ]
    return Following(tuple(by_itself), tuple(to_do))


def _extended(
    programme: Programme, chosen: DecisionOption, agreements: list[Agreement]
) -> Following:
    until = chosen.until_on
    by_itself = (_("The pilot goes on until %(day)s.") % {"day": _day(until)},)
    to_do = [
        _(
            "“%(agreement)s” with %(employer)s ends on %(end)s, before the pilot does. "
            "Make a new version until %(until)s and let all parties sign."
        )
        % (_told(one) | {"until": _day(until)})
        for one in agreements
        if until is not None and one.ends_on < until
    ]
    to_do.append(_("Agree on new moments to evaluate in those versions."))
    return Following(by_itself, tuple(to_do))


def _stopped(
    programme: Programme, chosen: DecisionOption, agreements: list[Agreement]
) -> Following:
    until = {"until": _day(chosen.until_on)}
    by_itself = (
        _("The programme ends on %(until)s; the night after its phase is: ended.")
        % until,
        _("Until then families are helped as now, and files stay with the employer."),
    )
    to_do = [
        _(
            "Each employer starts a hand-over per practice: it lists every running "
            "family and closes only when each has somebody who goes on."
        ),
        _(
            "The project leader ends the weekly days and the participation of each "
            "practice on %(until)s; after that day nobody can be referred."
        )
        % until,
    ]
    to_do += [
        _(
            "“%(agreement)s” with %(employer)s runs until %(end)s, with %(days)d days "
            "of notice. Give notice in writing, or end it with a new version."
        )
        % _told(one)
        for one in agreements
        if chosen.until_on is not None and one.ends_on > chosen.until_on
    ]
    return Following(by_itself, tuple(to_do))


def _public(programme: Programme, *, public_page: bool) -> str:
    if public_page:
        return _("The public page is on: everyone reads the figures and this decision.")
    if programme.public_page:
        return _("The public page goes off.")
    return _("The public page stays off.")
