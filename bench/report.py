"""How long does the final report take: 60 practices, 3 years, 20,000 trajectories?

From rows in PostgreSQL to page and paper, by the acts and pages that people use: the
night publishes twelve quarters (told apart: that is done long before the report), a
project leader opens the final round and closes it, the page is asked for. On a database
of its own. Beside the clock on the wall stands the time of the processor: of this
process, of what it starts (typst), and of PostgreSQL.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.apart import made_ready, run_apart
from bench.figures import figure, say

PRACTICES, TRAJECTORIES, CONSULTS = 60, 20_000, 4
GOAL_SECONDS = 60
BEGUN, NOW = datetime(2023, 1, 2, 9, tzinfo=UTC), datetime(2026, 3, 10, 9, tzinfo=UTC)
# Practices start in waves of 15; the last 15 never do, and are compared with.
WAVES = (date(2023, 1, 1), date(2023, 7, 1), date(2024, 1, 1))
WAVE = PRACTICES // (len(WAVES) + 1)
TREATED = WAVE * len(WAVES)
FIRST_RETURN, RETURNS = 4 * 2021, 20  # quarters: two years before, three with the help
PREPARE = (
    # One child, referral and trajectory each; the keys are those of the child.
    f"""CREATE TEMPORARY TABLE one AS
        SELECT i, 1 AS programme_id, 1 + i % 3 AS holder_id,
         100001 + i % {TREATED} AS practice_id, 1000001 + i % {TREATED} AS who,
         date '2023-01-01' + (i % {TREATED} / {WAVE}) * 182
          + (random() * (1090 - 182 * (i % {TREATED} / {WAVE})))::int AS opened_on,
         1 + (random() * 30)::int AS waited, 30 + (random() * 150)::int AS took
        FROM generate_series(1, {TRAJECTORIES}) i""",
    """INSERT INTO dichtbij_client (id, uuid, programme_id, holder_id, practice_id,
        given_name, family_name, surname_key, birth_date, sex, postcode, no_bsn_reason,
        without_parents, created_at)
       SELECT i, gen_random_uuid(), programme_id, holder_id, practice_id, 'Kind ' || i,
        'Voorbeeld' || (i % 997), 'f' || (i % 997),
        opened_on - (400 + random() * 5800)::int, 1 + i % 2, '', 'bench', false, now()
       FROM one""",
    """INSERT INTO dichtbij_referral (id, uuid, programme_id, holder_id, practice_id,
        client_id, sent_by_id, received_at, questions, primary_question, sentence,
        urgency, target_on, status, decided_at, decided_by_id, decline_reason,
        changed_at)
       SELECT i, gen_random_uuid(), programme_id, holder_id, practice_id, i, who,
        opened_on, '{EMO-ANG}', (ARRAY['EMO-ANG', 'GED-DRU', 'SCH-MOE'])[1 + i % 3],
        'Verzonnen zin.', 'regular', opened_on + 14, 'accepted', opened_on, who, '',
        opened_on FROM one""",
    """INSERT INTO dichtbij_trajectory (id, uuid, programme_id, holder_id, practice_id,
        client_id, referral_id, practitioner_id, opened_on, first_contact_on,
        first_consult_on, closed_on, outcome, close_reason, close_words)
       SELECT i, gen_random_uuid(), programme_id, holder_id, practice_id, i, i, who,
        opened_on, opened_on + 3, opened_on + waited, closed_on,
        CASE WHEN closed_on IS NULL THEN ''
             ELSE (ARRAY['huisarts', 'specialist'])[1 + i % 2] END,
        CASE WHEN closed_on IS NULL THEN '' ELSE '0' || 1 + i % 4 END, ''
       FROM (SELECT one.*, CASE WHEN opened_on + waited + took < '2026-03-01'
              THEN opened_on + waited + took END AS closed_on FROM one) c""",
    f"""INSERT INTO dichtbij_contact (uuid, programme_id, holder_id, practice_id,
        client_id, trajectory_id, practitioner_id, held_at, by_telephone, attendance,
        themes, text, agreements, next_step, next_step_words, recorded_at,
        not_for_parents)
       SELECT gen_random_uuid(), programme_id, holder_id, practice_id, i, i, who,
        opened_on + waited + 14 * k, false, '{{child}}', '{{EMO-ANG}}',
        'Verzonnen tekst.', '', 'appointment', '', now(), false
       FROM one, generate_series(0, {CONSULTS - 1}) k""",
    # Nobody has two appointments at a time: each has a practitioner and a room.
    """INSERT INTO dichtbij_appointment (uuid, programme_id, holder_id, practice_id,
        client_id, referral_id, practitioner_id, room_id, starts_at, ends_at, first,
        status, booked_at, booked_by_id, moves, only_for)
       SELECT gen_random_uuid(), programme_id, holder_id, practice_id, i, i, i,
        i, opened_on + waited + interval '9 hours',
        opened_on + waited + interval '10 hours', true,
        CASE WHEN i % 12 = 0 THEN 'no_show' ELSE 'held' END, now(), who, 0, ''
       FROM one""",
)


def run() -> None:
    """Measure in a process of its own, on a fresh database."""
    say(f"Preparing {PRACTICES} practices and {TRAJECTORIES:,} trajectories ...")
    run_apart("report")


def main() -> int:
    """Make the tables and the rows, and measure each step."""
    with made_ready():
        from dichtbij.shared import clock

        with clock.at(BEGUN):
            leader = _town()
            _fill()
        with clock.at(NOW):
            _measure(leader)
    return 0


def _town() -> Any:
    """Return who leads a programme of 60 practices with three employers."""
    from dichtbij.audit.doors import standing_at
    from dichtbij.insight.actions import set_publication
    from dichtbij.organisations.models import Membership, Organisation, User
    from dichtbij.programmes.models import (
        ListedPractice,
        Milestone,
        Participation,
        Programme,
    )

    programme = Programme.objects.create(
        pk=1,
        slug="bench",
        name="Bench",
        phase=Programme.Phase.PILOT,
        starts_on=WAVES[0],
        school_region=Programme.Region.NORTH,
    )
    for number in (1, 2, 3):
        Organisation.objects.create(
            pk=number, kind="employer", name=f"Werkgever Fictief {number}"
        )
    town = Organisation.objects.create(pk=4, kind="municipality", name="Bench")
    for number in range(PRACTICES):
        practice = Organisation.objects.create(
            pk=100001 + number, kind="practice", name=f"Praktijk {number:02}"
        )
        ListedPractice.objects.create(
            programme=programme, practice=practice, source="bench", listed_on=WAVES[0]
        )
        if number < TREATED:
            Participation.objects.create(
                programme=programme,
                practice=practice,
                holder_id=1 + number % 3,
                starts_on=WAVES[number // WAVE],
            )
    for kind, on in (
        ("interim_1", date(2024, 1, 15)),
        ("interim_2", date(2025, 1, 15)),
        ("final", date(2026, 3, 1)),
    ):
        Milestone.objects.create(programme=programme, kind=kind, due_on=on)
    leader = User.objects.create_user("leider@bench.example", "Fictieve Leider")
    leader.membership = Membership.objects.create(  # type: ignore[attr-defined]
        user=leader,
        organisation=town,
        programme=programme,
        role="project_leader",
        state=Membership.State.ACTIVE,
        since=BEGUN,
    )
    with standing_at(leader.membership.place()):  # type: ignore[attr-defined]
        set_publication(programme=programme, by=leader, noise=2, months=3)
    return leader


def _fill() -> None:
    """Write the children, and what each practice returned of its referrals."""
    import psycopg

    from dichtbij import postgres

    with psycopg.connect(
        host=str(postgres.socket_folder()),
        port=5432,
        user="postgres",
        dbname=os.environ["DICHTBIJ_DATABASE"],
        autocommit=True,
    ) as database:
        # Keys hold by construction; to check each is not the bench.
        database.execute("SET session_replication_role = replica")
        database.execute("SELECT setseed(0.5)")
        for statement in PREPARE:
            database.execute(statement.encode())
        database.execute("VACUUM ANALYZE")
    _give_returns()


def _give_returns() -> None:
    import numpy as np

    from dichtbij.insight.models import QuarterlyReturn
    from dichtbij.organisations.models import User

    rng = np.random.default_rng(5)
    quarters = FIRST_RETURN + np.arange(RETURNS)
    starts = [4 * on.year + (on.month - 1) // 3 for on in WAVES for _ in range(WAVE)]
    start = np.array([*starts, *[quarters[-1] + 1] * WAVE])
    youths = rng.integers(500, 1500, (PRACTICES, 1))
    rate = 0.009 * np.exp(rng.normal(0, 0.3, (PRACTICES, 1)))
    help_ = np.where(quarters >= start[:, None], 0.9, 1)
    count = rng.poisson(youths * rate * help_)
    leader = User.objects.get(email="leider@bench.example")
    QuarterlyReturn.objects.bulk_create(
        QuarterlyReturn(
            programme_id=1,
            practice_id=100001 + row,
            quarter_on=date(int(quarter) // 4, 3 * (int(quarter) % 4) + 1, 1),
            referrals=int(count[row, column]),
            youths=int(youths[row, 0]),
            supplier="practice",
            source="HIS",
            given_by=leader,
            given_at=NOW - timedelta(days=5),
        )
        for row in range(PRACTICES)
        for column, quarter in enumerate(quarters)
    )


def _measure(leader: Any) -> None:
    from django.test import Client

    from dichtbij.audit.doors import standing_at
    from dichtbij.evaluation.actions import close_round
    from dichtbij.insight.jobs import release_due
    from dichtbij.programmes.models import Programme

    programme = Programme.objects.get()
    made = _timed("12 releases", lambda: release_due(programme))
    SPENT[:] = [0.0, 0.0]  # they stand for years when the report is made
    assert len(made) == 12, made
    found = _opened(leader, made)
    with standing_at(leader.membership.place()):
        closed = _timed(
            "numbers and PDF",
            lambda: close_round(evaluation_round=found, by=leader, money=_money()),
        )
    effect = closed.numbers["effect"]
    assert effect["status"] == "estimated", effect
    assert closed.pdf[:4] == b"%PDF"
    say(f"IRR {effect['irr']:.3f}, PDF of {len(closed.pdf):,} bytes")
    browser = Client(headers={"host": "127.0.0.1"})
    browser.force_login(leader)
    session = browser.session
    session["membership"] = str(leader.membership.uuid)
    session["second_factor"] = True
    session["shown"] = int(NOW.timestamp())
    session.save()
    answer = _timed("HTML", lambda: browser.get(f"/evaluaties/{found.uuid}/"))
    assert answer.status_code == 200, answer.status_code
    _told("report, from the releases to HTML and PDF", SPENT, GOAL_SECONDS)


def _opened(leader: Any, releases: list[Any]) -> Any:
    """Return the final round, open; the two before it were closed in their time."""
    from dichtbij.audit.doors import standing_at
    from dichtbij.evaluation import actions

    programme = leader.membership.programme
    terms = actions.PlanTerms("referrals_per_1000", "low", 10)
    with standing_at(leader.membership.place()):
        actions.make_rounds(programme=programme, by=leader)
        actions.freeze_plan(programme=programme, by=leader, terms=terms)
        for kind in ("interim_1", "interim_2"):
            found = _open(leader, kind, releases)
            say(f"Closing round {kind} ...")
            actions.close_round(evaluation_round=found, by=leader)
        return _timed("open the round", lambda: _open(leader, "final", releases))


def _open(leader: Any, kind: str, releases: list[Any]) -> Any:
    from dichtbij.evaluation.actions import open_round
    from dichtbij.evaluation.models import EvaluationRound

    found = EvaluationRound.objects.get(kind=kind)
    return open_round(
        evaluation_round=found,
        by=leader,
        releases=[one for one in releases if one.ends_on < found.due_on],
        reflections_until=date(2026, 4, 1),
    )


def _money() -> Any:
    from dichtbij.evaluation.inputs import Money

    return Money(
        price_euros=6500,
        price_source="bench",
        cost_euros=1_150_000,
        cost_source="bench",
    )


SPENT = [0.0, 0.0]


def _timed(what: str, act: Callable[[], Any]) -> Any:
    """Run a step of the report, tell what it took, and add it to what was spent."""
    begun = time.perf_counter(), _processor()
    result = act()
    took = [time.perf_counter() - begun[0], _processor() - begun[1]]
    for place in (0, 1):
        SPENT[place] += took[place]
    _told(f"report, {what}", took, None)
    return result


def _told(name: str, took: list[float], goal: float | None) -> None:
    for value, unit in zip(took, ("s", "s of CPU"), strict=True):
        figure(
            name, value, unit, n=1,
            versus=f"goal at most {goal} s" if goal else "",
            ratio=value / goal if goal else None,
        )  # fmt: skip


def _processor() -> float:
    """Return seconds of this process, of what it started, and of its PostgreSQL."""
    import psutil
    from django.db import connections

    times = os.times()
    total = times.user + times.system + times.children_user + times.children_system
    for alias in ("default", "stats"):
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            spent = psutil.Process(cursor.fetchone()[0]).cpu_times()
        total += spent.user + spent.system
    return float(total)


if __name__ == "__main__":
    sys.exit(main())
