"""Questions put to one parent, an answer with a canary in its words, and a score."""

from datetime import timedelta
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Trajectory
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.models import User
from dichtbij.questionnaires.actions import Taken, answer, ask, record_measurement
from dichtbij.shared import clock
from tests.questionnaires.conftest import place_of


def question_rows(
    mark: str, trajectory: Trajectory, by: User, member: FamilyMember
) -> dict[str, Any]:
    """Return the rows behind the routes of questions; stand as `by`."""
    today = clock.today()

    def put(kind: str, days: int) -> Any:
        on = today + timedelta(days=days)
        return ask(member=member, by=by, kind=kind, about_on=on, reader=by)

    answered = put("check_in", 1)
    with standing_at(place_of(member)):
        told = {1: 3, 2: 4, 3: 5, 4: 6, 5: f"{mark} antwoord"}
        answer(inquiry=answered, by=User.objects.system(), answers=told)
    record_measurement(
        referral=trajectory.referral,
        by=by,
        taken=Taken("sdq", "parent_1", today, scores={"total": 14}),
    )
    return {
        "answered": answered,
        "check_in": put("check_in", 2),
        "pulse": put("pulse", 2),
        "satisfaction": put("satisfaction", 2),
    }
