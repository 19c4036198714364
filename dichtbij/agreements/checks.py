"""Can this be agreed at all, and if not, what must somebody change?

Each check raises Refused with the sentence that a person reads.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import pairwise

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.agreements.commitments import people_units
from dichtbij.agreements.contents import HoursPart, MomentPart, Parts, TariffPart, Terms
from dichtbij.agreements.models import AgreedHours, Agreement, AgreementQuerySet
from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import Milestone, Participation
from dichtbij.shared.errors import Refused

ONE_DAY = timedelta(days=1)
MOST_MINUTES_PER_WEEK = 10 * 40 * 60  # ten people in one practice: a slip of the pen
Kind = Organisation.Kind
# In this order (S8): the decision follows the final evaluation.
COURSE = (
    Milestone.Kind.INTERIM_1,
    Milestone.Kind.INTERIM_2,
    Milestone.Kind.FINAL,
    Milestone.Kind.DECISION,
)


def check_term(starts_on: date, ends_on: date) -> None:
    """Refuse an end before the start."""
    if ends_on < starts_on:
        raise Refused(_("The agreement ends before it starts. Change one of the days."))


def check_parts(terms: Terms, parts: Parts, practices: Iterable[Organisation]) -> None:
    """Refuse what can be wrong in a draft already: signs, order, dates, strangers."""
    check_term(terms.starts_on, terms.ends_on)
    ours = {practice.pk for practice in practices}
    named = [h.practice for h in parts.hours] + [d.practice for d in parts.days]
    for practice in named:
        if practice.pk not in ours:
            raise Refused(
                _("%(practice)s is no party to this agreement.")
                % {"practice": practice.name}
            )
    if len({hours.practice.pk for hours in parts.hours}) < len(parts.hours):
        raise Refused(_("A practice has its hours in one line."))
    for hours in parts.hours:
        _check_hours(hours)
    for day in parts.days:
        if day.ends <= day.starts:
            raise Refused(
                _("A day in %(practice)s ends before it starts.")
                % {"practice": day.practice.name}
            )
    _check_tariffs(parts.tariffs)
    check_moments(parts.moments, terms.starts_on, terms.ends_on)


def _check_hours(part: HoursPart) -> None:
    told = {"practice": part.practice.name}
    if part.minutes_per_week <= 0:
        raise Refused(_("%(practice)s needs more than 0 hours a week.") % told)
    if part.minutes_per_week > MOST_MINUTES_PER_WEEK:
        raise Refused(_("%(practice)s has more than 400 hours a week.") % told)
    standard = part.basis == AgreedHours.Basis.STANDARD_PRACTICE
    if standard and not part.standard_practice_patients:
        raise Refused(
            _("Say how many patients a standard practice has, for %(practice)s.") % told
        )


def _check_tariffs(tariffs: Iterable[TariffPart]) -> None:
    ordered = sorted(tariffs, key=lambda one: one.valid_from)
    for one in ordered:
        if one.valid_until < one.valid_from:
            raise Refused(_("A tariff ends before it starts. Change one of the days."))
        if one.cents_per_hour is not None and one.cents_per_hour <= 0:
            raise Refused(_("A tariff is more than 0 euros per hour."))
    for one, after in pairwise(ordered):
        if after.valid_from <= one.valid_until:
            raise Refused(
                _("Two tariffs hold on %(day)s. Let one end before the other starts.")
                % {"day": _day(after.valid_from)}
            )


def check_moments(
    moments: Iterable[MomentPart], starts_on: date, ends_on: date
) -> None:
    """Refuse moments outside the term, out of order, or of a kind that is no moment."""
    labels = dict(Milestone.Kind.choices)
    told = list(moments)
    due = {moment.kind: moment.due_on for moment in told}
    if len(due) < len(told):
        raise Refused(_("Each moment has one day."))
    for kind, on in due.items():
        if kind not in COURSE:
            raise Refused(_("Choose interim, final or decision for each moment."))
        if not starts_on <= on <= ends_on:
            raise Refused(
                _("The %(moment)s on %(day)s lies outside the term.")
                % {"moment": labels[kind], "day": _day(on)}
            )
    planned = [(kind, due[kind]) for kind in COURSE if kind in due]
    for (one, on), (after, later) in pairwise(planned):
        if later <= on:
            raise Refused(
                _("The %(later)s must come after the %(earlier)s.")
                % {"later": labels[after], "earlier": labels[one]}
            )


def check_whole(agreement: Agreement) -> None:
    """Refuse to offer what is not complete, or clashes with something agreed."""
    checks: tuple[Callable[[Agreement], None], ...] = (
        _check_parties,
        _check_stored,
        _check_no_gap,
        _check_people_known,
        _check_after_replaced,
        _check_other_programmes,
        check_no_overlap,
    )
    for check in checks:
        check(agreement)


def _check_parties(agreement: Agreement) -> None:
    kinds = set(agreement.parties.values_list("organisation__kind", flat=True))
    if Kind.MUNICIPALITY not in kinds:
        raise Refused(_("No municipality is a party. An agreement needs who pays."))
    if Kind.PRACTICE not in kinds:
        raise Refused(_("No practice is a party. Choose at least one."))
    agreed = agreement.hours.values("practice")
    without = practices_of(agreement).exclude(pk__in=agreed).first()
    if without is not None:
        raise Refused(
            _("Say how many hours %(practice)s gets.") % {"practice": without.name}
        )


def _check_stored(agreement: Agreement) -> None:
    check_term(agreement.starts_on, agreement.ends_on)
    moments = [MomentPart(m.kind, m.due_on) for m in agreement.moments.all()]
    check_moments(moments, agreement.starts_on, agreement.ends_on)


def _check_no_gap(agreement: Agreement) -> None:
    """Each day of the term has a tariff: a gap would be found when paying."""
    expected = agreement.starts_on
    for tariff in agreement.tariffs.order_by("valid_from"):
        if tariff.valid_from > expected:
            break
        expected = max(expected, tariff.valid_until + ONE_DAY)
    if expected <= agreement.ends_on:
        raise Refused(
            _("There is no tariff on %(day)s. Each day of the term needs one.")
            % {"day": _day(expected)}
        )


def _check_people_known(agreement: Agreement) -> None:
    for hours in agreement.hours.select_related("practice", "agreement"):
        people_units(hours, agreement.starts_on)


def _check_after_replaced(agreement: Agreement) -> None:
    before = agreement.replaces
    if before is not None and agreement.starts_on < before.starts_on:
        raise Refused(
            _("A new version cannot start before %(day)s, when the one before starts.")
            % {"day": _day(before.starts_on)}
        )


def _check_other_programmes(agreement: Agreement) -> None:
    """A practice belongs to one programme at a time."""
    ours = practices_of(agreement).values("pk")
    elsewhere = Participation.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=agreement.starts_on),
        practice__in=ours,
        starts_on__lte=agreement.ends_on,
    ).exclude(programme=agreement.programme_id)
    names = list(elsewhere.values_list("practice__name", flat=True)[:1]) or [
        party
        for other in _running(agreement).exclude(programme=agreement.programme_id)
        for party in _shared(agreement, other)
    ]
    if names:
        raise Refused(
            _("%(practice)s takes part in another programme in this period.")
            % {"practice": names[0]}
        )


def check_no_overlap(agreement: Agreement) -> None:
    """Refuse a second agreement of employer and practice over the same days.

    A new version may: it ends the one it replaces.
    """
    others = _running(agreement).filter(
        programme=agreement.programme_id, employer=agreement.employer_id
    )
    for other in others:
        for practice in _shared(agreement, other):
            told = {"practice": practice, "agreement": other.title}
            raise Refused(
                _("%(practice)s has an agreement over these days: %(agreement)s.")
                % told
            )


def _running(agreement: Agreement) -> AgreementQuerySet:
    """Return what others offered or signed for days of this term."""
    first, last = agreement.starts_on, agreement.ends_on
    offered = Agreement.objects.filter(
        status=Agreement.Status.OFFERED, starts_on__lte=last, ends_on__gte=first
    )
    signed = Agreement.objects.in_force_on(first, last)
    both = Agreement.objects.filter(
        Q(pk__in=offered.values("pk")) | Q(pk__in=signed.values("pk"))
    )
    return both.exclude(series=agreement.series).defer("pdf")


def _shared(agreement: Agreement, other: Agreement) -> list[str]:
    theirs = other.parties.values("organisation")
    both = practices_of(agreement).filter(pk__in=theirs)
    return list(both.values_list("name", flat=True))


def practices_of(agreement: Agreement) -> QuerySet[Organisation]:
    """Return the practices that are a party, by name."""
    parties = agreement.parties.values("organisation")
    return Organisation.objects.filter(pk__in=parties, kind=Kind.PRACTICE)


def _day(day: date) -> str:
    return date_format(day, "j F Y")
