"""Which rows does an indicator count, and which of them are in its numerator?

One queryset per indicator serves the count and the list: what stands in a figure can be
looked up. Whoever counts narrows it by visible_to; a page opens it by open_list.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast

from dichtbij.care.models import CloseReason, Contact, Outcome, Trajectory
from dichtbij.insight.indicators_outcomes import (
    AGED_OUT,
    BASIC_MH,
    LIGHT,
    LOCAL_TEAM,
    MISSING,
    MOVED,
    SOLVED,
    outcomes_in,
)
from dichtbij.insight.quarters import Period
from dichtbij.questionnaires.models import Inquiry
from dichtbij.referrals import questions
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock

# Who comes back sooner goes on with the same help. Source: science.md 4.12
SAME_EPISODE = timedelta(days=30)
FOLLOWED = timedelta(days=365)  # Source: domain.md 3.3, no new start
LATE = timedelta(days=7)  # [design] after that recent figures still change
GRADE, WITHOUT_HELP = "1", "2"  # questions of satisfaction-1.toml
MANAGES = ("yes", "largely")
ONE_DAY = timedelta(days=1)
NONE = Q(pk=None)


@dataclass(frozen=True)
class Rows:
    """What an indicator counts: all, those in the numerator, those not known.

    Rows that are not known stand in neither; `day` is the field that dates a row.
    """

    every: QuerySet[Any]
    counted: Q
    day: str
    unknown: Q = NONE

    def known(self) -> QuerySet[Any]:
        """Return the denominator."""
        return self.every.exclude(self.unknown) if self.unknown != NONE else self.every

    def numerator(self) -> QuerySet[Any]:
        """Return the rows in the numerator."""
        return self.known().filter(self.counted)


def moments(period: Period) -> tuple[datetime, datetime]:
    """Return the moments in which the days of a period begin and are over."""
    return (
        calendar.at_local(period.first, clock.MIDNIGHT),
        calendar.at_local(period.last + ONE_DAY, clock.MIDNIGHT),
    )


def _within(field: str, period: Period) -> Q:
    begins, ends = moments(period)
    return Q(**{f"{field}__gte": begins, f"{field}__lt": ends})


def closed_in(period: Period) -> QuerySet[Trajectory]:
    """Return the trajectories closed in a period."""
    closed = {"closed_on__gte": period.first, "closed_on__lte": period.last}
    return Trajectory.objects.filter(**closed)


GONE = outcomes_in(MOVED, AGED_OUT)
NEARBY = outcomes_in(SOLVED, LIGHT, LOCAL_TEAM)


def _ended(*groups: str) -> Callable[[Period], Rows]:
    def rows(period: Period) -> Rows:
        return Rows(
            closed_in(period).exclude(outcome__in=GONE),
            Q(outcome__in=outcomes_in(*groups)),
            "closed_on",
            Q(outcome__in=outcomes_in(MISSING)),
        )

    return rows


def _with_reason(*reasons: str) -> Callable[[Period], Rows]:
    def rows(period: Period) -> Rows:
        return Rows(closed_in(period), Q(close_reason__in=reasons), "closed_on")

    return rows


def _answered(period: Period) -> Rows:
    """Questions are settled by closing, or by returning them to the practice."""
    returned = Q(status=Referral.Status.DECLINED) & _within("decided_at", period)
    closed = Q(
        trajectory__closed_on__gte=period.first, trajectory__closed_on__lte=period.last
    )
    agreed = (CloseReason.PLANNED, CloseReason.EARLY_AGREED)
    return Rows(
        Referral.objects.filter(returned | closed).exclude(
            trajectory__outcome__in=GONE
        ),
        Q(trajectory__outcome__in=NEARBY, trajectory__close_reason__in=agreed),
        "changed_at",
        Q(trajectory__outcome__in=outcomes_in(MISSING)),
    )


def _no_repeat_start(period: Period) -> Rows:
    """Everyone was followed for a year: closed in the period one year earlier."""
    before = Period(period.first - FOLLOWED, period.last - FOLLOWED)
    closed = OuterRef("closed_on")
    again = Trajectory.objects.filter(
        client=OuterRef("client"),
        opened_on__gt=closed,
        opened_on__lte=closed + FOLLOWED,
    ).exclude(pk=OuterRef("pk"))
    went_on = again.filter(opened_on__lte=closed + SAME_EPISODE)
    return Rows(
        closed_in(before).exclude(outcome__in=GONE).exclude(Exists(went_on)),
        Q(~Exists(again)),
        "closed_on",
    )


def _asked(number: str) -> Callable[[Period], QuerySet[Inquiry]]:
    def rows(period: Period) -> QuerySet[Inquiry]:
        answer = Func(
            F("answers"),
            Value(number),
            function="jsonb_extract_path_text",
            output_field=TextField(),
        )
        asked: QuerySet[Inquiry] = Inquiry.objects.filter(
            kind=Inquiry.Kind.SATISFACTION,
            about_on__gte=period.first,
            about_on__lte=period.last,
        ).annotate(answer=answer)
        return asked

    return rows


def _satisfaction(period: Period) -> Rows:
    asked = _asked(GRADE)(period).annotate(value=Cast("answer", IntegerField()))
    return Rows(asked, Q(answer__isnull=False), "about_on", Q(answer=None))


def _continues_without_help(period: Period) -> Rows:
    asked = _asked(WITHOUT_HELP)(period)
    return Rows(asked, Q(answer__in=MANAGES), "about_on", Q(answer=None))


def _referred(period: Period) -> Rows:
    """Return who was referred; the numerator of a wait is made by indicators_waits."""
    every = Referral.objects.filter(_within("received_at", period))
    return Rows(every, Q(pk__isnull=False), "received_at")


def _consults(period: Period) -> Rows:
    every = closed_in(period).annotate(value=Count("contacts"))
    return Rows(every, Q(value__gt=0), "closed_on")


def _no_show(period: Period) -> Rows:
    status = Appointment.Status
    return Rows(
        Appointment.objects.filter(
            _within("starts_at", period), status__in=(status.HELD, status.NO_SHOW)
        ),
        Q(status=status.NO_SHOW),
        "starts_at",
    )


def _other(period: Period) -> Rows:
    return Rows(
        _referred(period).every,
        Q(primary_question__startswith=questions.OTHER),
        "received_at",
    )


def _facts_missing(period: Period) -> Rows:
    unknown = Q(outcome=Outcome.UNKNOWN) | Q(client__sex="0")
    unknown |= Q(client__municipality=None)
    return Rows(closed_in(period), unknown, "closed_on")


def _recorded_late(period: Period) -> Rows:
    return Rows(
        Contact.objects.filter(_within("held_at", period)),
        Q(recorded_at__gt=F("held_at") + LATE),
        "held_at",
    )


ROWS: dict[str, Callable[[Period], Rows]] = {
    "no_referral": _ended(SOLVED),
    "no_specialist_referral": _ended(SOLVED, LIGHT, LOCAL_TEAM, BASIC_MH),
    "closed_as_planned": _with_reason(CloseReason.PLANNED),
    "answered": _answered,
    "dropout": _with_reason(CloseReason.EARLY_CLIENT, CloseReason.EARLY_PROVIDER),
    "no_repeat_start": _no_repeat_start,
    "satisfaction": _satisfaction,
    "continues_without_help": _continues_without_help,
    "contact_within_norm": _referred,
    "consult_within_norm": _referred,
    "consults_per_trajectory": _consults,
    "no_show": _no_show,
    "other_share": _other,
    "facts_missing": _facts_missing,
    "recorded_late": _recorded_late,
}


def day_of(row: Any, field: str) -> date:
    """Return the local date of a row."""
    told: date | datetime = getattr(row, field)
    return calendar.local(told).date() if isinstance(told, datetime) else told
