"""How long may the practitioners of the demo town go on? One ends soon, one later."""

from datetime import timedelta

from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.organisations.models import Membership, User
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.staffing.actions import note_registration
from dichtbij.staffing.models import ProfessionalRegistration

# Days until each next one ends: one within 30, one within 90, the rest later.
ENDS_IN = (24, 75, 410, 900)
FIRST_NUMBER = 900_000_001  # visibly made up: nine hundred million and one


def add(cast: Cast) -> None:
    """Let each team lead note the registrations of the own practitioners."""
    for programme in cast.programmes.values():
        leads = Membership.objects.active().filter(
            programme=programme, role=Role.TEAM_LEAD
        )
        noted = 0
        for lead in leads.select_related("user", "organisation").order_by("pk"):
            noted = _note_all(lead, noted)


def _note_all(lead: Membership, noted: int) -> int:
    """Note one registration per practitioner; return how many there are by now."""
    people = User.objects.filter(
        memberships__in=Membership.objects.active().filter(
            programme=lead.programme,
            organisation=lead.organisation,
            role=Role.PRACTITIONER,
        )
    )
    with standing_at(lead.place()):
        for number, user in enumerate(people.order_by("pk"), start=noted):
            note_registration(
                registration=ProfessionalRegistration(
                    programme=lead.programme, holder=lead.organisation, user=user
                ),
                by=lead.user,
                register=ProfessionalRegistration.Register.SKJ,
                number=str(FIRST_NUMBER + number),
                valid_until=clock.today()
                + timedelta(days=ENDS_IN[number % len(ENDS_IN)]),
            )
    return noted + len(people)
