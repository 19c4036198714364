"""With whom can a programme agree, and what stands in an agreement already?"""

from django.db.models import Q, QuerySet

from dichtbij.agreements.models import Agreement
from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import (
    ListedPractice,
    Participation,
    Programme,
    ProgrammeEmployer,
)

Kind = Organisation.Kind


def employers_for(programme: Programme) -> QuerySet[Organisation]:
    """Return the employers that were admitted, or keep files already."""
    admitted = ProgrammeEmployer.objects.filter(programme=programme)
    holding = Participation.objects.filter(programme=programme)
    return Organisation.objects.filter(
        Q(pk__in=admitted.values("employer")) | Q(pk__in=holding.values("holder")),
        kind=Kind.EMPLOYER,
    )


def practices_for(programme: Programme) -> QuerySet[Organisation]:
    """Return the practices on the list of the programme, or taking part."""
    listed = ListedPractice.objects.filter(programme=programme)
    joined = Participation.objects.filter(programme=programme)
    return Organisation.objects.filter(
        Q(pk__in=listed.values("practice")) | Q(pk__in=joined.values("practice")),
        kind=Kind.PRACTICE,
    )


def municipalities_for(programme: Programme) -> QuerySet[Organisation]:
    """Return who pays: municipal organisations of its area, or with people in it."""
    covered = programme.municipalities.values("code")
    return Organisation.objects.filter(
        Q(municipality__in=covered) | Q(memberships__programme=programme),
        kind=Kind.MUNICIPALITY,
    ).distinct()


def versions_of(agreement: Agreement) -> QuerySet[Agreement]:
    """Return all versions of an agreement, the newest first."""
    return (
        Agreement.objects.filter(series=agreement.series)
        .defer("pdf")
        .order_by("-version")
    )


def newer_than(agreement: Agreement) -> Agreement | None:
    """Return the version that replaces this one, or will; None: there is none."""
    return Agreement.objects.filter(replaces=agreement).defer("pdf").first()
