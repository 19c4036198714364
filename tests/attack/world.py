"""A small world in which every text carries a mark of whose it is: a canary.

Two sides, Noord and Zuid, each with one child and a row behind every route. A mark of
one side in an answer to the other side is a leak, whatever the matrix says.
"""

from types import SimpleNamespace
from typing import Any

from dichtbij.audit.doors import standing_at
from dichtbij.care.actions import (
    Consult,
    add_task,
    record_contact,
    set_goal,
    take_on_referral,
)
from dichtbij.clients.actions import NewChannel
from dichtbij.network.actions import release_letter, write_letter
from dichtbij.organisations.models import User
from dichtbij.scheduling.actions import book_appointment, close_days, refer_child
from dichtbij.scheduling.models import PracticeDay
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from tests.attack import outsiders
from tests.attack.world_agreements import agreement_rows
from tests.attack.world_consent import consent_rows
from tests.attack.world_decisions import decision_rows
from tests.attack.world_evaluation import evaluation_rows
from tests.attack.world_family import family_rows
from tests.attack.world_finance import finance_rows
from tests.attack.world_imports import import_rows
from tests.attack.world_letters import transition_rows
from tests.attack.world_onward import onward_rows
from tests.attack.world_partners import partner_rows
from tests.attack.world_questionnaires import question_rows
from tests.attack.world_rosters import roster_rows
from tests.attack.world_safety import safety_rows
from tests.attack.world_staffing import staffing_rows
from tests.attack.world_waiting import waiting_rows
from tests.conftest import child, minutes

SIDES = {
    "noord": {"practitioner": "anna", "gp": "gerda", "bsn": "999990019"},
    "zuid": {"practitioner": "carla", "gp": "gijs", "bsn": "999900006"},
}
ACTORS = (
    "anna", "bram", "gerda", "henk", "carla", "cees", "gijs", "dirk", "ella", "petra",
    *outsiders.NAMES,
)  # fmt: skip
SIDE_OF = {
    "anna": "noord", "bram": "noord", "gerda": "noord", "henk": "noord",
    "carla": "zuid", "cees": "zuid", "gijs": "zuid", "dirk": None, "ella": None,
    "petra": "noord", **{name: name.split("_")[1] for name in outsiders.NAMES},
}  # fmt: skip


def canary(side: str) -> str:
    """Return the mark that only this side may read."""
    return f"KANARIE{side.upper()}"


def build(town: SimpleNamespace) -> dict[str, dict[str, Any]]:
    """Make both sides; return per side the row behind each kind of address."""
    return {side: _side(town, side) for side in SIDES}


def _side(town: SimpleNamespace, side: str) -> dict[str, Any]:
    people = SIDES[side]
    gp: User = getattr(town, people["gp"])
    practitioner: User = getattr(town, people["practitioner"])
    mark = canary(side)
    with standing_at(gp.membership.place()):
        referral = _refer(town, side, gp, mark, people["bsn"])
        undecided = _refer(town, side, gp, f"{mark}NIEUW", "")
        slots = free_slots(
            programme=town.programme, practice_id=referral.practice_id, limit=2
        )
        held = book_appointment(referral=referral, by=gp, slot=slots[0])
        coming = book_appointment(referral=undecided, by=gp, slot=slots[1])
    members = outsiders.bring(town, side, referral.client, practitioner)
    with standing_at(practitioner.membership.place()):
        trajectory = take_on_referral(referral=referral, by=practitioner)
        goal = set_goal(
            trajectory=trajectory, by=practitioner, words=f"{mark} doel", owner="child"
        )
        with clock.at(held.ends_at + minutes(5)):
            contact = _consult(trajectory, practitioner, held, mark, goal.pk)
            task = add_task(
                referral, practitioner, "next_step", due_on=clock.today(), words=mark
            )
            first = write_letter(referral=referral, by=practitioner, kind="start")
            released = release_letter(
                letter=first, by=practitioner, sha256=first.sha256
            )
            letter = write_letter(referral=referral, by=practitioner, kind="decision")
        day = PracticeDay.objects.filter(practitioner=practitioner).first()
        closure = close_days(
            day=day,
            by=practitioner,
            first_on=clock.today().replace(month=5),
            last_on=clock.today().replace(month=5),
            reason="study",
        )
        parents = (members["parent_1"], members["parent_2"])
        of_letters = onward_rows(mark, trajectory, practitioner, gp)
        asked = question_rows(mark, trajectory, practitioner, members["parent_1"])
        own = family_rows(mark, trajectory, practitioner, members["parent_1"])
        changing = transition_rows(referral.client, practitioner)
        consent_rows(mark, referral.client, practitioner)
        of_waiting = waiting_rows(referral, practitioner)
        of_partners = partner_rows(town, side, trajectory, practitioner, parents)
    of_money = finance_rows(town, side, mark, practitioner)
    of_safety = safety_rows(town, mark, practitioner, members["parent_1"])
    of_staff = staffing_rows(town, side, mark, practitioner)
    of_staff |= import_rows(town, side, mark)
    of_staff |= evaluation_rows(town, side, mark)
    of_staff |= decision_rows(town, of_staff["round"])
    return {
        "referral": referral,
        "undecided": undecided,
        "client": referral.client,
        "members": members,
        "appointment": coming,
        "held": held,
        "trajectory": trajectory,
        "contact": contact,
        "task": task,
        "letter": letter,
        "released": released,
        "practice": getattr(town, f"practice_{side}"),
        "day": day,
        "closure": closure,
        "membership": practitioner.membership,
        **agreement_rows(town, side),
        **changing,
        **of_waiting,
        **roster_rows(town, side, day, closure),
        **of_money,
        **of_safety,
        **of_staff,
        **of_partners,
        **of_letters,
        **own,
        **asked,
    }


def _refer(town: SimpleNamespace, side: str, gp: User, mark: str, bsn: str) -> Any:
    return refer_child(
        participation=getattr(town, f"participation_{side}"),
        by=gp,
        child=child(
            given_name=f"{mark}voornaam",
            family_name=f"{mark}achternaam",
            bsn=bsn,
            channels=(
                NewChannel("parent_1", "email", f"{mark.lower()}@ouder.example"),
                NewChannel("parent_1", "telephone", f"06-0000{len(mark):04d}"),
            ),
        ),
        questions=["OVE", "EMO-ANG"],
        sentence=f"{mark} zin",
        giver="parents",
    )


def _consult(trajectory: Any, by: User, appointment: Any, mark: str, goal: int) -> Any:
    return record_contact(
        trajectory=trajectory,
        by=by,
        appointment=appointment,
        consult=Consult(
            attendance=["child", "parent_1"],
            themes=["EMO-ANG"],
            text=f"{mark} tekst",
            agreements=f"{mark} afspraak",
            next_step="appointment",
            next_step_words=f"{mark} stap",
            minutes={"intake": 45},
            scores={goal: 3},
        ),
    )
