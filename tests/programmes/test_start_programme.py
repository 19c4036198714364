"""A programme starts with a municipality and a leader, or not at all."""

from datetime import date

import pytest

from dichtbij.organisations.models import Membership, Municipality, Organisation
from dichtbij.outbox.models import Message
from dichtbij.programmes.models import Programme
from dichtbij.programmes.starting import Leader, start_with_leader
from dichtbij.shared.errors import Denied, Refused

LEADER = Leader("Lotte Verzonnen", "lotte@nieuw.example", "Werkgever Nieuw")


def start(by, **changes):
    told = {
        "municipalities": [Municipality.objects.get(code="0193")],
        "by": by,
        "leader": LEADER,
        "slug": "nieuw",
        "name": "Nieuwstad",
        "function_label": "Jeugdpraktijk",
        "school_region": "midden",
        "starts_on": date(2026, 4, 1),
    }
    return start_with_leader(**(told | changes))


def test_a_programme_starts_in_preparation_with_its_municipality_and_leader(
    town, ella, stand_as, entries
):
    programme = start(stand_as(ella))

    leader = Membership.objects.get(programme=programme)
    assert programme.phase == Programme.Phase.PREPARATION
    assert [one.code for one in programme.municipalities.all()] == ["0193"]
    assert Organisation.objects.filter(
        kind="municipality", municipality_id="0193"
    ).exists()
    assert (leader.role, leader.state) == ("project_leader", "invited")
    assert leader.organisation.name == "Werkgever Nieuw"
    assert Message.objects.filter(kind="invitation", user=leader.user).count() == 1
    assert entries(event_type="start_with_leader")[0].user_id == ella.pk


def test_a_leader_without_an_employer_works_for_the_municipality(town, ella, stand_as):
    programme = start(stand_as(ella), leader=Leader("Lotte", "l@nieuw.example"))

    leader = Membership.objects.get(programme=programme)
    assert leader.organisation.kind == "municipality"
    assert leader.organisation.municipality_id == "0193"


@pytest.mark.parametrize(
    "changes",
    [
        {"municipalities": []},
        {"slug": "teststad"},
        {"leader": Leader("Ella", "ella@teststad.example")},
    ],
    ids=["no municipality", "short name taken", "oneself as leader"],
)
def test_what_is_refused_leaves_nothing_behind(town, ella, stand_as, changes):
    stand_as(ella)

    with pytest.raises(Refused):
        start(ella, **changes)

    assert Programme.objects.count() == 1
    assert not Organisation.objects.filter(name="Werkgever Nieuw").exists()


@pytest.mark.parametrize("who", ["dirk", "bram", "carla", "gerda"])
def test_others_may_not(town, stand_as, who):
    with pytest.raises(Denied):
        start(stand_as(getattr(town, who)))
