"""Which organisations work in a programme?"""

from django.db.models import Q, QuerySet

from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import (
    ListedPractice,
    Participation,
    Programme,
    ProgrammeEmployer,
)


def employers_of(programme: Programme) -> QuerySet[Organisation]:
    """Return the employers that may work in a programme, in order."""
    admitted = ProgrammeEmployer.objects.filter(programme=programme)
    holding = Participation.objects.filter(programme=programme)
    return Organisation.objects.filter(
        Q(pk__in=admitted.values("employer")) | Q(pk__in=holding.values("holder"))
    ).order_by("name")


def places_to_work(programme: Programme) -> QuerySet[Organisation]:
    """Return its employers and all practices on its list, in order."""
    listed = ListedPractice.objects.filter(programme=programme).values("practice")
    joined = Participation.objects.filter(programme=programme).values("practice")
    return Organisation.objects.filter(
        Q(pk__in=employers_of(programme).values("pk"))
        | Q(pk__in=listed)
        | Q(pk__in=joined)
    ).order_by("name")


def listed_and_out(programme: Programme) -> QuerySet[ListedPractice]:
    """Return the practices on the list that never joined or left, in order."""
    inside = Participation.objects.filter(programme=programme, ends_on=None)
    return (
        ListedPractice.objects.filter(programme=programme)
        .exclude(practice__in=inside.values("practice"))
        .select_related("practice", "programme")
        .order_by("practice__name")
    )
