"""Until when must a question about a file be answered, and who has it on the list?

One month to answer; at most 90 days for a destruction that was put off (LR-22). Each
open question has one person who is in care and has the task: nothing floats.
"""

from datetime import date, timedelta

from django.urls import reverse

from dichtbij.care.actions import add_task
from dichtbij.care.caseload import last_trajectory_of
from dichtbij.care.models import Task, TaskQuerySet
from dichtbij.clients.models import CareRelation, Client
from dichtbij.organisations.models import User
from dichtbij.outbox.post import post
from dichtbij.privacy.models import FileRequest
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar, clock

WARN_DAYS = 7  # [design] before the term of a month
FILE_ASKED = "file_asked"
HARD_STOP_DAYS = 90  # Source: LR-22 (S72)


def warn_on(asked: FileRequest) -> date:
    """Return the day from which the term is near."""
    return asked.due_on - timedelta(days=WARN_DAYS)


def hard_stop_on(asked: FileRequest) -> date:
    """Return the last day on which destruction may still be decided."""
    day = calendar.local(asked.asked_at).date()
    return day + timedelta(days=HARD_STOP_DAYS)


def owner_of(client: Client) -> User | None:
    """Return who answers: whoever is in care now, else whoever helped last."""
    running = CareRelation.objects.active(clock.today()).filter(
        client=client, practitioner__is_active=True
    )
    found = running.select_related("practitioner").order_by("-starts_on", "id").first()
    if found is not None:
        return found.practitioner
    trajectory = last_trajectory_of(client)
    if trajectory is not None and trajectory.practitioner.is_active:
        return trajectory.practitioner
    return None


def ensure_owner(asked: FileRequest) -> Task | None:
    """Give an open question to whoever answers it, once; opens the file until its term.

    Returns the open task, or None where nobody can have it: the privacy officer sees
    it on the list.
    """
    found = _tasks_of(asked).filter(done_at=None).first()
    owner = owner_of(asked.client)
    referral = Referral.objects.filter(client=asked.client).order_by("-id").first()
    if found is not None or owner is None or referral is None:
        return found
    today = clock.today()
    in_care = CareRelation.objects.active(today).filter(
        client=asked.client, practitioner=owner
    )
    if not in_care.exists():
        # Help has ended: the file opens again for this answer, and shuts by itself.
        CareRelation.objects.create(
            client=asked.client,
            practitioner=owner,
            reason=CareRelation.Reason.COVER,
            starts_on=today,
            ends_on=max(asked.due_on, today + timedelta(days=WARN_DAYS)),
        )
    post(FILE_ASKED, user=owner, link=reverse("today"))
    return add_task(
        referral, owner, Task.Kind.REVIEW, due_on=asked.due_on, words=words_of(asked)
    )


def settle(asked: FileRequest) -> None:
    """Tick off the task of a question that was answered."""
    _tasks_of(asked).filter(done_at=None).update(done_at=clock.now())


def words_of(asked: FileRequest) -> str:
    """Return what a task says; the reference tells two questions apart."""
    return f"{asked.get_kind_display()} ({str(asked.uuid)[:8]})"


def _tasks_of(asked: FileRequest) -> TaskQuerySet:
    return Task.objects.filter(
        client=asked.client_id,
        kind=Task.Kind.REVIEW,
        words__contains=f"({str(asked.uuid)[:8]})",
    )
