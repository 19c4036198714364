"""What does the roster of a year cost: 40 practices, 60 practitioners, every page?

One process, the whole stack of a request (session, wall, log, template), on a database
of its own. The number of questions to the database is counted for 1 and for 40
practices: it must not grow.
"""

import os
import sys
import time as timing
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import Any

from bench.apart import made_ready, run_apart
from bench.figures import figure, quantile, say

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
PRACTICES, PRACTITIONERS, CLOSED = 40, 60, 240
REQUESTS = int(os.environ.get("BENCH_REQUESTS", "60"))
GOAL_P95_MS = 500
PAGES = {
    "year": "/rooster/?jaar=2026",
    "year as a list": "/rooster/?jaar=2026&als=lijst",
    "week": "/rooster/?week=2026-W12",
    "year of one practitioner": "/rooster/?jaar=2026&wie={one}",
}


def run() -> None:
    """Measure in a process of its own, on a fresh database."""
    say("Preparing 40 practices and 60 practitioners ...")
    run_apart("planner")


def main() -> int:
    """Make the tables and the rows, and measure each page."""
    with made_ready():
        from dichtbij.shared import clock

        with clock.at(NOW):
            _measure_all()
    return 0


def _measure_all() -> None:
    lead, place = _town()
    _fill(place, 1, 1)
    few = {name: _queries(lead, address) for name, address in PAGES.items()}
    _fill(place, PRACTICES, PRACTITIONERS)
    _close(place)
    for name, address in PAGES.items():
        times, queries = _measure(lead, address), _queries(lead, address)
        for what, share in (("median", 0.5), ("p95", 0.95)):
            value = quantile(times, share)
            figure(
                f"planner, {name}: {what}", value, "ms", n=len(times),
                versus=f"goal p95 {GOAL_P95_MS} ms", ratio=value / GOAL_P95_MS,
            )  # fmt: skip
        figure(
            f"planner, {name}: queries", queries, "queries", n=1,
            versus="1 practice", ratio=queries / few[name],
        )  # fmt: skip


def _town() -> tuple[Any, Any]:
    from dichtbij.organisations.models import Membership, Organisation, User
    from dichtbij.programmes.models import Programme

    programme = Programme.objects.create(
        slug="bench",
        name="Bench",
        phase=Programme.Phase.PILOT,
        starts_on=date(2025, 1, 1),
        school_region=Programme.Region.NORTH,
    )
    employer = Organisation.objects.create(kind="employer", name="Werkgever Fictief")
    lead = User.objects.create_user("lead@bench.example", "Fictieve Leider")
    lead.membership = Membership.objects.create(  # type: ignore[attr-defined]
        user=lead,
        organisation=employer,
        programme=programme,
        role="team_lead",
        state=Membership.State.ACTIVE,
        since=NOW,
    )
    return lead, (programme, employer)


def _fill(place: Any, practices: int, people: int) -> None:
    """Give each practitioner two weekly days, spread over the practices."""
    from dichtbij.organisations.models import Organisation, User
    from dichtbij.scheduling.models import PracticeDay, Room

    programme, employer = place
    rooms = []
    for number in range(practices):
        practice = Organisation.objects.create(
            kind="practice", name=f"Praktijk {practices}-{number:02}"
        )
        rooms += [
            Room.objects.create(practice=practice, name=f"kamer {n}") for n in (1, 2)
        ]
    for number in range(people):
        who = User.objects.create_user(
            f"p{people}-{number}@bench.example", f"Fictief {number:02}"
        )
        for offset, weekday in product((0, 1), (number % 2, number % 2 + 2)):
            room = rooms[(number + offset * people) % len(rooms)]
            half = time(9) if offset == 0 else time(13)
            PracticeDay.objects.create(
                programme=programme,
                holder=employer,
                practice_id=room.practice_id,
                practitioner=who,
                room=room,
                weekday=weekday,
                starts=half,
                ends=time(half.hour + 3, 45),
                valid_from=date(2025, 1, 1),
            )


def _close(place: Any) -> None:
    """Let everyone be away now and then, as in a real year."""
    from dichtbij.scheduling.models import Closure, PracticeDay

    programme, employer = place
    people = sorted(set(PracticeDay.objects.values_list("practitioner", flat=True)))
    Closure.objects.bulk_create(
        Closure(
            programme=programme,
            holder=employer,
            practitioner_id=people[number % len(people)],
            first_on=(first := date(2026, 1, 5) + timedelta(days=number * 3 // 2)),
            last_on=first + timedelta(days=number % 5),
            reason=("leave", "illness", "study")[number % 3],
        )
        for number in range(CLOSED)
    )


def _browser(lead: Any) -> Any:
    from django.test import Client

    browser = Client(headers={"host": "127.0.0.1"})
    browser.force_login(lead)
    session = browser.session
    session["membership"] = str(lead.membership.uuid)
    session["second_factor"] = True
    session["shown"] = int(NOW.timestamp())
    session.save()
    return browser


def _address(address: str) -> str:
    from dichtbij.scheduling.models import PracticeDay

    day = PracticeDay.objects.select_related("practitioner").latest("id")
    return address.format(one=day.practitioner.uuid)


def _measure(lead: Any, address: str) -> list[float]:
    browser, where, times = _browser(lead), _address(address), []
    for number in range(REQUESTS + 5):
        start = timing.perf_counter()
        answer = browser.get(where)
        if number >= 5:
            times.append((timing.perf_counter() - start) * 1000)
        assert answer.status_code == 200, (where, answer.status_code)
    return times


def _queries(lead: Any, address: str) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser, where = _browser(lead), _address(address)
    browser.get(where)
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(where).status_code == 200
    return len(caught)


if __name__ == "__main__":
    sys.exit(main())
