"""A letter that waits to be signed and one that was, with canaries in their texts."""

from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.care.levels import set_level
from dichtbij.care.models import Trajectory
from dichtbij.families.models import Consent
from dichtbij.network.completeness import ARGUMENTS
from dichtbij.network.onward import Advice, advise
from dichtbij.network.signing import sign
from dichtbij.organisations.models import User
from dichtbij.shared import clock


def onward_rows(
    mark: str, trajectory: Trajectory, by: User, gp: User
) -> dict[str, Any]:
    """Return the rows behind the routes of referring on; stand as `by`."""
    set_level(trajectory=trajectory, by=by, level="short", words=f"{mark} niveau")
    for member in trajectory.client.familymember_set.order_by("id"):
        for party in ("basic_mh", "specialist_mh"):
            Consent.objects.create(
                client=trajectory.client,
                member=member,
                purpose="share",
                party=party,
                topics=["wellbeing"],
                given_on=clock.today(),
                noted_by=by,
            )
    told = {
        "reason": f"{mark} reden",
        "steps_tried": f"{mark} stappen",
        "arguments": {code: f"{mark} {code}" for code in ("disorder", *ARGUMENTS)},
    }
    signed, waiting = (
        advise(
            trajectory=trajectory,
            by=by,
            advice=Advice(destination=destination, **told),
        )
        for destination in ("s_ggz", "b_ggz")
    )
    with standing_at(gp.membership.place()):
        sign(
            onward=signed,
            by=gp,
            sha256=signed.sha256,
            proof="test",
            agb_code="01999901",
        )
    return {"onward": waiting, "signed": signed}
