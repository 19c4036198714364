"""What do goals, check-ins and measurements of one child show?

For the overview, for the page of measurements, and for the day of a practitioner.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dichtbij.audit.doors import may
from dichtbij.care.caseload import GoalProgress
from dichtbij.care.goals import together
from dichtbij.clients.models import Client
from dichtbij.questionnaires import own
from dichtbij.questionnaires.actions import questions_of
from dichtbij.questionnaires.charting import Chart, Dot, Line, chart
from dichtbij.questionnaires.models import Inquiry, Measurement
from dichtbij.questionnaires.results import VERDICTS, Row, rows_of
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Permission

SHOWN = 60  # as many of each are drawn; a child has a few dozen at most


@dataclass(frozen=True)
class Told:
    """One question with its answer in words; an empty answer was skipped."""

    short: str
    asked: str
    answer: str


@dataclass(frozen=True)
class CheckIns:
    """The check-ins of one person, drawn."""

    name: str
    chart: Chart | None


def block_of(client: Client, goals: Sequence[GoalProgress]) -> dict[str, Any]:
    """Return what the overview shows: two queries, none for who may not read it."""
    shows = may(Permission.QUESTIONNAIRE_READ, client)
    if not shows:
        return {"measured": None}
    inquiries = Inquiry.objects.filter(client=client).select_related("member", "reader")
    rows = list(inquiries.order_by("-id")[:SHOWN])
    taken = Measurement.objects.filter(client=client).select_related("client")
    measurements = list(taken.order_by("-taken_on", "-id")[:SHOWN])
    return {
        "measured": {
            "together": together(goals),
            "verdicts": VERDICTS,
            "check_ins": check_ins_of(rows),
            "open": [row for row in rows if _open(row)],
            "unread": [row for row in rows if row.answered_at and not row.read_at],
            "latest": _latest(measurements),
            "may_write": may(Permission.QUESTIONNAIRE_WRITE, client),
        }
    }


def _open(row: Inquiry) -> bool:
    return row.answered_at is None and row.expires_on >= clock.today()


def _latest(measurements: Iterable[Measurement]) -> list[Row]:
    """Return the last measurement of each instrument and informant."""
    last: dict[tuple[str, str], Measurement] = {}
    for row in measurements:
        last.setdefault((row.instrument, row.informant), row)
    return rows_of(last.values())


def check_ins_of(inquiries: Iterable[Inquiry]) -> list[CheckIns]:
    """Return the check-ins that were sent, drawn per person: nobody's are mixed."""
    by_member: dict[int, list[Inquiry]] = defaultdict(list)
    for row in sorted(inquiries, key=lambda row: row.about_on):
        if row.kind == Inquiry.Kind.CHECK_IN and row.answered_at:
            by_member[row.member_id].append(row)
    return [CheckIns(rows[0].member.name, _drawn(rows)) for rows in by_member.values()]


def _drawn(rows: Sequence[Inquiry]) -> Chart | None:
    questions = questions_of(rows[-1])
    lines = [
        Line(
            own.short(questions, question),
            tuple(
                Dot(calendar.local(row.answered_at).date(), row.answers[key])  # type: ignore[arg-type]
                for row in rows
                if row.answers.get(key := str(question.number)) is not None
            ),
        )
        for question in questions.questions
        if question.kind == "scale"
    ]
    return chart([line for line in lines if line.dots], 0, 10)


def goals_chart(goals: Iterable[GoalProgress]) -> Chart | None:
    """Return all goals in one drawing, on the days of their scores."""
    lines = [
        Line(
            one.goal.words,
            tuple(Dot(score.on, score.value) for score in one.scores),
        )
        for one in goals
        if one.scores
    ]
    return chart(lines, 0, 10)


def told_in(inquiry: Inquiry) -> list[Told]:
    """Return each question with its answer, in the order they were asked."""
    questions = questions_of(inquiry)
    return [
        Told(
            own.short(questions, question),
            own.asked(questions, question),
            own.in_words(question, inquiry.answers.get(str(question.number))),
        )
        for question in questions.questions
    ]
