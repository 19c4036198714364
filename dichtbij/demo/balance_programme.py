"""How many patients have the practices of the demo town, and why do some stay out?

Every number and reason is invented; the project leader notes them by the acts.
"""

from datetime import timedelta
from itertools import cycle

from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.organisations.models import Membership, User
from dichtbij.programmes.joining import note_patients, note_why_not
from dichtbij.programmes.models import ListedPractice, Programme
from dichtbij.programmes.places import listed_and_out
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role

SOURCE = "demo, verzonnen opgave van de praktijk"
COUNTED_BEFORE = timedelta(days=60)
PATIENTS = 2_095  # around a norm practice, [design] spread below
SPREAD = 37  # patients more or less from one practice to the next
YOUTHS_OF_100 = 19  # [design] about the share of 0 to 17 in the population
REASONS = (
    (ListedPractice.WhyNot.NO_ROOM, "verbouwt tot het najaar"),
    (ListedPractice.WhyNot.OTHER_HELP, "heeft een eigen POH-GGZ met jeugd"),
    (ListedPractice.WhyNot.LATER, "wil na de zomer praten"),
)


def add(cast: Cast) -> None:
    """Let each project leader note patients, and why practices do not take part."""
    for programme in cast.programmes.values():
        leader = (
            Membership.objects.active()
            .filter(programme=programme, role=Role.PROJECT_LEADER)
            .select_related("user", "organisation")
            .first()
        )
        if leader is None:
            continue
        with standing_at(leader.place()):
            _note_patients(programme, leader.user)
            _note_reasons(programme, leader.user)


def _note_patients(programme: Programme, by: User) -> None:
    out = listed_and_out(programme).values("pk")
    listed = ListedPractice.objects.filter(programme=programme).exclude(pk__in=out)
    for number, row in enumerate(listed.order_by("pk")):
        patients = PATIENTS + (number % 11 - 5) * SPREAD
        note_patients(
            listed=row,
            by=by,
            patients=patients,
            youths=patients * YOUTHS_OF_100 // 100,
            counted_on=clock.today() - COUNTED_BEFORE,
            source=SOURCE,
        )


def _note_reasons(programme: Programme, by: User) -> None:
    for row, (why, words) in zip(
        listed_and_out(programme), cycle(REASONS), strict=False
    ):
        note_why_not(listed=row, by=by, why_not=why, why_not_words=words)
