"""Whom does a practitioner help, how far are they, and what waits for her?

Each function asks one question for many children at once, so that a list costs the
same number of queries at any length.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from dichtbij.care import progress
from dichtbij.care.models import Contact, Goal, GoalScore, Task, Trajectory
from dichtbij.clients.models import Client
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock


@dataclass(frozen=True)
class GoalProgress:
    """A goal with its scores, and the lines that draw them."""

    goal: Goal
    scores: tuple[progress.Score, ...]

    @property
    def values(self) -> list[int]:
        """Return the scores in the order of their days."""
        return [score.value for score in self.scores]

    @property
    def words(self) -> str:
        """Return the scores as text."""
        return progress.in_words(self.values)

    @property
    def spark(self) -> str:
        """Return the points of the small line."""
        return progress.line(progress.points(self.values, *progress.SPARK))

    @property
    def end(self) -> progress.Point | None:
        """Return the last point of the small line."""
        places = progress.points(self.values, *progress.SPARK)
        return places[-1] if places else None

    @property
    def places(self) -> list[progress.Point]:
        """Return the points of the chart."""
        return progress.points(self.values, *progress.CHART)

    @property
    def line(self) -> str:
        """Return the line of the chart."""
        return progress.line(self.places)


def open_trajectory_of(client: Client) -> Trajectory | None:
    """Return the running trajectory of a child, or None."""
    return (
        Trajectory.objects.filter(client=client)
        .open()
        .select_related("referral", "practitioner")
        .order_by("-opened_on", "-id")
        .first()
    )


def last_trajectory_of(client: Client) -> Trajectory | None:
    """Return the running trajectory, else the one closed last, else None."""
    return open_trajectory_of(client) or (
        Trajectory.objects.filter(client=client)
        .select_related("referral", "practitioner")
        .order_by("-closed_on", "-id")
        .first()
    )


def last_contacts(clients: Iterable[int]) -> dict[int, Contact]:
    """Return per client the contact that was held last."""
    rows = (
        Contact.objects.filter(client__in=list(clients))
        .order_by("client", "-held_at", "-id")
        .distinct("client")
    )
    return {row.client_id: row for row in rows}


def next_appointments(clients: Iterable[int]) -> dict[int, Appointment]:
    """Return per client the first appointment that is still planned from now on."""
    rows = (
        Appointment.objects.filter(
            client__in=list(clients), status="booked", ends_at__gte=clock.now()
        )
        .select_related("practitioner", "room__practice")
        .order_by("client", "starts_at")
        .distinct("client")
    )
    return {row.client_id: row for row in rows}


def first_appointments(referrals: Iterable[int]) -> dict[int, Appointment]:
    """Return per referral the conversation that is planned first, in two queries."""
    rows = (
        Appointment.objects.filter(referral__in=list(referrals), status="booked")
        .select_related("practitioner", "room__practice")
        .order_by("referral", "starts_at")
        .distinct("referral")
    )
    return {row.referral_id: row for row in rows}


def goals_of(clients: Iterable[int]) -> dict[int, list[GoalProgress]]:
    """Return per client the goals of running help with their scores."""
    goals = Goal.objects.filter(
        client__in=list(clients), ended_on=None, trajectory__closed_on=None
    )
    return _by_client(goals.prefetch_related(_scores()))


def all_goals_of(trajectory: Trajectory) -> list[GoalProgress]:
    """Return every goal of one trajectory, ended ones last."""
    goals = Goal.objects.filter(trajectory=trajectory).prefetch_related(_scores())
    found = _by_client(goals).get(trajectory.client_id, [])
    return sorted(found, key=lambda one: one.goal.ended_on is not None)


def _scores() -> "Prefetch[str]":
    scores = GoalScore.objects.select_related("contact").order_by("contact__held_at")
    return Prefetch("scores", queryset=scores)


def _by_client(goals: Iterable[Goal]) -> dict[int, list[GoalProgress]]:
    found: dict[int, list[GoalProgress]] = defaultdict(list)
    for goal in goals:
        scores = tuple(
            progress.Score(calendar.local(row.contact.held_at).date(), row.score)
            for row in goal.scores.all()
        )
        found[goal.client_id].append(GoalProgress(goal, scores))
    return dict(found)


def next_tasks(referrals: Iterable[int]) -> dict[int, Task]:
    """Return per referral the open task that is due first, with its owner."""
    rows = (
        Task.objects.filter(referral__in=list(referrals), done_at=None)
        .select_related("owner")
        .order_by("referral", "due_on", "id")
        .distinct("referral")
    )
    return {row.referral_id: row for row in rows}


def takers_of(referrals: Iterable[int]) -> dict[int, Trajectory]:
    """Return per referral the trajectory, with the practitioner who took it on."""
    rows = Trajectory.objects.filter(referral__in=list(referrals))
    return {row.referral_id: row for row in rows.select_related("practitioner")}


def open_tasks_of(client: Client) -> list[Task]:
    """Return what still has to be done for one child, by whom."""
    return list(
        Task.objects.filter(client=client)
        .pressing()
        .select_related("owner", "referral")
    )


def undecided_of(client: Client) -> Referral | None:
    """Return the referral of a child that nobody judged yet, or None."""
    return Referral.objects.filter(client=client).undecided().first()
