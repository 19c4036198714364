"""Do some waiting families of the demo say that a neighbouring practice will do?"""

from datetime import timedelta

from dichtbij.audit.doors import standing_at
from dichtbij.demo.loading import load_town
from dichtbij.scheduling.models import WaitingEntry
from dichtbij.shared import clock
from tests.conftest import NOW


def test_every_third_family_of_haarlem_may_be_helped_elsewhere(db):
    with clock.at(NOW + timedelta(hours=3)):
        cast = load_town(scale=0.1, weeks=30)
        with standing_at(cast.places["teamleider-haarlem"]):
            said = list(WaitingEntry.objects.open().values_list("elsewhere", flat=True))
        with standing_at(cast.places["teamleider-kampen"]):
            kampen = WaitingEntry.objects.filter(elsewhere=True).count()

    assert said
    assert said == [number % 3 == 0 for number in range(len(said))]
    assert kampen == 0
