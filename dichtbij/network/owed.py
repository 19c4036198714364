"""Which letters does a practitioner still owe the GP: at start, decision or close?"""

from datetime import timedelta

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When

from dichtbij.care.actions import AFTERCARE_DAYS
from dichtbij.care.models import Contact, Trajectory
from dichtbij.network.models import Letter
from dichtbij.shared import clock


def owing_letters(practitioner_id: int) -> QuerySet[Trajectory]:
    """Return her trajectories of which the GP has no letter yet, as `owing` does."""
    return owing(Trajectory.objects.filter(practitioner=practitioner_id))


def owing(trajectories: QuerySet[Trajectory]) -> QuerySet[Trajectory]:
    """Return those of which the GP has no letter yet, with `owed` the kind.

    Start: after the first conversation. Decision: after advice to refer. Close: until
    the file shuts. Of more than one the last is owed. Source: issue 2, item 4.
    """
    since = clock.today() - timedelta(days=AFTERCARE_DAYS)
    advised = Contact.objects.filter(
        trajectory=OuterRef("pk"), next_step=Contact.NextStep.REFER
    )
    close = Q(closed_on__gte=since) & ~_released(Letter.Kind.CLOSE)
    decision = Q(closed_on=None) & Exists(advised) & ~_released(Letter.Kind.DECISION)
    start = Q(closed_on=None, first_consult_on__isnull=False) & ~_released(
        Letter.Kind.START
    )
    owed = Case(
        When(close, then=Value(Letter.Kind.CLOSE.value)),
        When(decision, then=Value(Letter.Kind.DECISION.value)),
        When(start, then=Value(Letter.Kind.START.value)),
        default=Value(""),
    )
    found: QuerySet[Trajectory] = (
        trajectories.filter(Q(closed_on=None) | Q(closed_on__gte=since))
        .annotate(owed=owed)
        .exclude(owed="")
        .order_by("opened_on", "id")
    )
    return found


def owed_by(trajectory: Trajectory | None) -> str:
    """Return which letter is still owed about this help, or ""."""
    if trajectory is None:
        return ""
    found = owing_letters(trajectory.practitioner_id).filter(pk=trajectory.pk).first()
    return str(found.owed) if found else ""  # type: ignore[attr-defined]


def _released(kind: str) -> Exists:
    letters = Letter.objects.to_gp().filter(
        trajectory=OuterRef("pk"), kind=kind, status=Letter.Status.RELEASED
    )
    return Exists(letters)
