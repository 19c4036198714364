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
    system = User.objects.system()
    with standing_at(whole(town.programme, system)):
        return [_write(town, story) for story in stories]


def _write(town, story: Story) -> Client:
    practitioner = town.anna if story.side == "noord" else town.carla
    place = {
        "programme": town.programme,
        "holder": getattr(town, f"employer_{story.side}"),
        "practice": getattr(town, f"practice_{story.side}"),
    }
    at = calendar.at_local(story.on, time(9))
    client = story.client or Client.objects.create(
        **place,
        given_name=f"Fictief{next(_numbers)}",
        family_name="Kanariekind",
        surname_key="kanariekind",
        birth_date=story.born,
        sex=story.sex,
        created_at=at,
    )
    told = {
        "status": Referral.Status.ACCEPTED,
        "decided_at": at,
        "decided_by": practitioner,
    } | story.referral
    referral = Referral.objects.create(
        **place,
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
    if told["status"] != Referral.Status.ACCEPTED:
        return client
    seen_on = story.on + timedelta(days=story.days)
    trajectory = Trajectory.objects.create(
        **place,
        client=client,
        referral=referral,
        practitioner=practitioner,
        opened_on=story.on,
        first_consult_on=seen_on if story.consults else None,
        closed_on=story.closed_on,
        outcome=story.outcome if story.closed_on else "",
        close_reason=story.reason if story.closed_on else "",
    )
    Contact.objects.bulk_create(
        Contact(
            **place,
            client=client,
            trajectory=trajectory,
            practitioner=practitioner,
            held_at=calendar.at_local(seen_on + timedelta(days=n), time(9)),
            attendance=["child"],
            themes=[],
            next_step="none",
            recorded_at=at,
        )
        for n in range(story.consults)
    )
    return client


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
