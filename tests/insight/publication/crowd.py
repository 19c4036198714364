"""Children enough for a release, written as rows: who began, came and ended when?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import count
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Contact, Outcome, Trajectory
from dichtbij.clients.models import Client
from dichtbij.insight.jobs import whole
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar

_numbers = count(1)


@dataclass(frozen=True)
class Story:
    """One trajectory: referred, seen a week later, closed or not."""

    on: date
    closed_on: date | None = None
    outcome: str = Outcome.SOLVED
    reason: str = "01"
    question: str = "EMO-ANG"
    born: date = date(2015, 6, 1)
    sex: str = "1"
    days: int = 7
    consults: int = 1
    side: str = "noord"
    client: Client | None = None
    referral: dict[str, Any] = field(default_factory=dict)


def write(town, stories: Iterable[Story]) -> list[Client]:
    """Write these trajectories; return their children."""
    told = list(stories)
    with standing_at(whole(town.programme, User.objects.system())):
        clients = _clients(town, told)
        referrals = Referral.objects.bulk_create(
            _referral(town, one, client)
            for one, client in zip(told, clients, strict=True)
        )
        taken = [
            (one, referral)
            for one, referral in zip(told, referrals, strict=True)
            if referral.status == Referral.Status.ACCEPTED
        ]
        trajectories = Trajectory.objects.bulk_create(
            _trajectory(town, one, referral) for one, referral in taken
        )
        Contact.objects.bulk_create(
            _contact(town, one, trajectory, number)
            for (one, _), trajectory in zip(taken, trajectories, strict=True)
            for number in range(one.consults)
        )
    return clients


def _place(town, story: Story) -> dict[str, Any]:
    return {
        "programme": town.programme,
        "holder": getattr(town, f"employer_{story.side}"),
        "practice": getattr(town, f"practice_{story.side}"),
    }


def _by(town, story: Story) -> User:
    return town.anna if story.side == "noord" else town.carla


def _clients(town, stories: list[Story]) -> list[Client]:
    new = iter(
        Client.objects.bulk_create(
            Client(
                **_place(town, one),
                given_name=f"Fictief{next(_numbers)}",
                family_name="Kanariekind",
                surname_key="kanariekind",
                birth_date=one.born,
                sex=one.sex,
                created_at=calendar.at_local(one.on, time(9)),
            )
            for one in stories
            if one.client is None
        )
    )
    return [one.client or next(new) for one in stories]


def _referral(town, story: Story, client: Client) -> Referral:
    at = calendar.at_local(story.on, time(9))
    told = {
        "status": Referral.Status.ACCEPTED,
        "decided_at": at,
        "decided_by": _by(town, story),
    } | story.referral
    return Referral(
        **_place(town, story),
        **told,
        client=client,
        sent_by=town.gerda if story.side == "noord" else town.gijs,
        received_at=at,
        questions=[story.question],
        primary_question=story.question,
        sentence="Kanariezin.",
        target_on=story.on,
        changed_at=at,
    )


def _trajectory(town, story: Story, referral: Referral) -> Trajectory:
    seen_on = story.on + timedelta(days=story.days)
    return Trajectory(
        **_place(town, story),
        client=referral.client,
        referral=referral,
        practitioner=_by(town, story),
        opened_on=story.on,
        first_consult_on=seen_on if story.consults else None,
        closed_on=story.closed_on,
        outcome=story.outcome if story.closed_on else "",
        close_reason=story.reason if story.closed_on else "",
    )


def _contact(town, story: Story, trajectory: Trajectory, number: int) -> Contact:
    seen_on = story.on + timedelta(days=story.days + number)
    return Contact(
        **_place(town, story),
        client=trajectory.client,
        trajectory=trajectory,
        practitioner=trajectory.practitioner,
        held_at=calendar.at_local(seen_on, time(9)),
        attendance=["child"],
        themes=[],
        next_step="none",
        recorded_at=calendar.at_local(story.on, time(9)),
    )


def quarter(number: int, year: int = 2025) -> tuple[date, date]:
    """Return the first and the last day of a quarter."""
    first = date(year, 3 * number - 2, 1)
    after = date(year + number // 4, 3 * number % 12 + 1, 1)
    return first, after - timedelta(days=1)


def busy(number: int, size: int = 60, **changes: Any) -> list[Story]:
    """Return `size` trajectories that began and ended within a quarter."""
    first, last = quarter(number)
    return [
        Story(first + timedelta(days=n % 30), closed_on=last, **changes)
        for n in range(size)
    ]
