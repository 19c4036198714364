"""What the family page shows: a mark in each free text a practitioner may note."""

from datetime import timedelta

from dichtbij.clients.models import Client
from dichtbij.families.authority import note_measure
from dichtbij.families.models import (
    CapacityJudgement,
    EmergencyPresumption,
    HelpGround,
    Objection,
)
from dichtbij.organisations.models import User
from dichtbij.shared import clock


def consent_rows(mark: str, client: Client, by: User) -> None:
    """Note what makes an ordinary rule not count; stand as `by`.

    Written as rows where an act asks for another age: none of them counts at ten.
    """
    note_measure(
        client=client,
        by=by,
        kind="supervision",
        institution=f"{mark} instelling",
        contact=f"{mark} jeugdbeschermer",
        starts_on=clock.today(),
    )
    noted = {"client": client, "noted_by": by, "noted_at": clock.now()}
    since = {"starts_on": clock.today()}
    CapacityJudgement.objects.create(**noted, **since, reason=f"{mark} oordeel")
    HelpGround.objects.create(
        **noted, **since, kind="disadvantage", words=f"{mark} grond"
    )
    Objection.objects.create(**noted, **since, words=f"{mark} bezwaar")
    EmergencyPresumption.objects.create(
        **noted,
        happened_at=clock.now() - timedelta(days=2),
        words=f"{mark} spoed",
    )
