"""How many children belong in each cell, truly? Only noise.py may see the answer.

A child counts at most once per group of tables in one release: its first start, its
last closing, its first referral of the period. Tables of one group count the same
children, so a child is in all of them or in none.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time
from typing import Any

from django.db.models import Count, Q

from dichtbij.care.models import Contact, Trajectory
from dichtbij.clients.ages import age_on
from dichtbij.clients.models import Client
from dichtbij.insight.indicators_outcomes import GROUP_OF, MISSING
from dichtbij.insight.publication.periods import ONE_DAY, Period
from dichtbij.insight.publication.tables import (
    AGES,
    CLOSED,
    COHORT,
    QUESTIONS,
    REASONS,
    SEXES,
    STARTED,
    Key,
)
from dichtbij.referrals.models import Referral
from dichtbij.referrals.questions import OTHER, first_level
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar

# One event of a child, with what its tables ask.
Event = dict[str, Any]


def events(
    group: str, programme_id: int, periods: Sequence[Period], data_on: date
) -> list[Event]:
    """Return one event per child of a group in these periods, as of the data date."""
    found = _READ[group](programme_id, periods, data_on) if periods else []
    once: dict[int, Event] = {}
    for event in found:
        once.setdefault(event["client"], event)
    return list(once.values())


def trajectories(programme_id: int, period: Period) -> int:
    """Return how many trajectories began or were closed in a period."""
    either = _in("opened_on", [period]) | _in("closed_on", [period])
    return Trajectory.objects.filter(either, programme=programme_id).count()


def tally(counted: Iterable[Event]) -> dict[str, Counter[Key]]:
    """Count events into the cells of every table of their group."""
    found: dict[str, Counter[Key]] = defaultdict(Counter)
    for event in counted:
        for table, key in event["cells"].items():
            found[table][key] += 1
    return found


def _in(field: str, periods: Sequence[Period]) -> Q:
    asked = Q()
    for one in periods:
        asked |= Q(**{f"{field}__range": (one.starts_on, one.ends_on)})
    return asked


def _started(
    programme_id: int, periods: Sequence[Period], data_on: date
) -> list[Event]:
    rows = Trajectory.objects.filter(
        _in("opened_on", periods), programme=programme_id
    ).order_by("opened_on", "id")
    facts = list(rows.values_list("client", "opened_on", "referral"))
    children = _by_key(
        Client.objects.filter(pk__in=[one[0] for one in facts]), "birth_date", "sex"
    )
    asked = _by_key(
        Referral.objects.filter(pk__in=[one[2] for one in facts]), "primary_question"
    )
    found: list[Event] = []
    for client, on, referral in facts:
        (born, sex), (question,) = children[client], asked[referral]
        age = band_of_age(age_on(born, on))
        code = _known(first_level(question), QUESTIONS, OTHER)
        cells = {
            "intake": (age, _known(sex, SEXES, SEXES[-1])),
            "questions": (code, ""),
        }
        found.append({"client": client, "cells": cells})
    return found


def _by_key(rows: Any, *fields: str, key: str = "pk") -> dict[int, tuple[Any, ...]]:
    """Return these fields by key: two small reads cost less than a join of walls."""
    return {
        found: tuple(told) for found, *told in rows.order_by().values_list(key, *fields)
    }


def _cohort(programme_id: int, periods: Sequence[Period], data_on: date) -> list[Event]:
    asked = Q()
    for one in periods:
        asked |= Q(
            received_at__gte=calendar.at_local(one.starts_on, time.min),
            received_at__lt=calendar.at_local(one.ends_on + ONE_DAY, time.min),
        )
    rows = Referral.objects.filter(asked, programme=programme_id).order_by(
        "received_at", "id"
    )
    facts = list(
        rows.values_list("client", "pk", "received_at", "status", "decided_at")
    )
    helped = _by_key(
        Trajectory.objects.filter(referral__in=[one[1] for one in facts]),
        "first_consult_on", "closed_on", key="referral",
    )  # fmt: skip
    found: list[Event] = []
    for client, key, received_at, status, decided_at in facts:
        days = helped.get(key, (None, None))
        band = _access(data_on, received_at, status, decided_at, *days)
        found.append({"client": client, "cells": {"access": (band, "")}})
    return found


def _access(
    data_on: date,
    received_at: Any,
    status: str,
    decided_at: Any,
    seen_on: date | None,
    closed_on: date | None,
) -> str:
    if seen_on is not None and seen_on <= data_on:
        received_on = calendar.local(received_at).date()
        return wait_band(calendar.working_days_between(received_on, seen_on))
    turned_back = status in (Referral.Status.DECLINED, Referral.Status.WITHDRAWN)
    if turned_back and decided_at is not None:
        closed_on = calendar.local(decided_at).date()
    elif turned_back:
        return "left"
    return "left" if closed_on is not None and closed_on <= data_on else "waiting"


def _closed(programme_id: int, periods: Sequence[Period], data_on: date) -> list[Event]:
    rows = Trajectory.objects.filter(
        _in("closed_on", periods), programme=programme_id
    ).order_by("-closed_on", "-id")
    facts = list(
        rows.values_list("client", "id", "referral", "outcome", "close_reason")
    )
    consults = _count(
        Contact.objects.filter(
            trajectory__in=[one[1] for one in facts], by_telephone=False
        ),
        "trajectory",
    )
    missed = _count(
        Appointment.objects.filter(
            referral__in=[one[2] for one in facts], status=Appointment.Status.NO_SHOW
        ),
        "referral",
    )
    return [
        {
            "client": client,
            "cells": {
                "outcomes": (GROUP_OF.get(outcome, MISSING), ""),
                "consults": (consult_band(consults[trajectory]), ""),
                "no_shows": (no_show_band(missed[referral]), ""),
                "dropout": (_known(reason, REASONS, "missing"), ""),
            },
        }
        for client, trajectory, referral, outcome, reason in facts
    ]


def _count(rows: Any, by: str) -> Counter[int]:
    asked = rows.order_by().values_list(by).annotate(n=Count("id"))
    return Counter(dict(asked))


_READ: dict[str, Callable[[int, Sequence[Period], date], list[Event]]] = {
    STARTED: _started,
    COHORT: _cohort,
    CLOSED: _closed,
}


def _known(code: str, codes: Sequence[str], otherwise: str) -> str:
    return code if code in codes else otherwise


def band_of_age(years: int) -> str:
    """Return the age band of a child; 18 and over falls in the last."""
    return AGES[min(years // 4, len(AGES) - 1)]


def wait_band(days: int) -> str:
    """Return the band of a wait in working days."""
    for most, band in ((5, "0-5"), (10, "6-10"), (15, "11-15"), (20, "16-20")):
        if days <= most:
            return band
    return "21+"


def consult_band(count: int) -> str:
    """Return the band of a number of consults."""
    if count < 2:
        return str(count)
    return "2-3" if count < 4 else "4-7" if count < 8 else "8+"


def no_show_band(count: int) -> str:
    """Return the band of how often a family did not come."""
    return str(count) if count < 2 else "2+"
