"""Who is asked to look back in a round, and how do they hear of it?

Each practice that takes part, each employer and the municipality, as organisations.
A mail names nobody and says nothing; the question stands on the page.
"""

from collections.abc import Iterator

from dichtbij.evaluation.models import EvaluationRound, Party, Reflection
from dichtbij.organisations.models import Membership, Organisation
from dichtbij.outbox.post import post
from dichtbij.programmes.models import Participation, Programme
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role

WRITERS: dict[str, tuple[Role, ...]] = {
    Party.GP: (Role.GP,),
    Party.EMPLOYER: (Role.TEAM_LEAD, Role.PROJECT_LEADER),
    Party.MUNICIPALITY: (Role.MUNICIPAL_OFFICER, Role.CONTRACT_MANAGER),
}
PAGE = "/evaluaties/"


def ask_all(found: EvaluationRound) -> list[Reflection]:
    """Ask each party of the programme to look back; who was asked is not asked twice.

    In two queries, whatever the number of practices.
    """
    now = clock.now()
    Reflection.objects.bulk_create(
        (
            Reflection(
                programme=found.programme,
                evaluation_round=found,
                party=party,
                organisation=organisation,
                asked_at=now,
            )
            for party, organisation in _parties(found.programme)
        ),
        ignore_conflicts=True,
    )
    made = list(found.reflections.select_related("organisation"))
    for one in made:
        tell(one, "reflection_asked")
    return made


def tell(reflection: Reflection, kind: str) -> None:
    """Mail whoever may answer for the organisation that was asked."""
    people = Membership.objects.active().filter(
        programme=reflection.programme_id,
        organisation=reflection.organisation_id,
        role__in=WRITERS[reflection.party],
    )
    for membership in people.select_related("user").order_by("pk"):
        post(kind, user=membership.user, link=PAGE)


def _parties(programme: Programme) -> Iterator[tuple[str, Organisation]]:
    employers: dict[int, Organisation] = {}
    rows = Participation.objects.filter(programme=programme).on(clock.today())
    for row in rows.order_by("practice__name"):
        yield Party.GP, row.practice
        employers[row.holder_id] = row.holder
    for employer in employers.values():
        yield Party.EMPLOYER, employer
    for municipality in municipalities_of(programme):
        yield Party.MUNICIPALITY, municipality


def municipalities_of(programme: Programme) -> list[Organisation]:
    """Return the municipalities that somebody stands for in the programme."""
    members = Membership.objects.active().filter(programme=programme)
    return list(
        Organisation.objects.filter(
            kind=Organisation.Kind.MUNICIPALITY,
            pk__in=members.values("organisation"),
        ).order_by("name")
    )
