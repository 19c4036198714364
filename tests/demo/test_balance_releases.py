"""Are the closed periods of the demo town published, each in the night it was due?"""

from datetime import date, timedelta

from dichtbij.demo import balance_releases
from dichtbij.demo.loading import load_town
from dichtbij.insight.models import Release
from dichtbij.insight.publication.sealing import first_break
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from tests.conftest import NOW


def test_the_town_publishes_what_is_closed(db):
    with clock.at(NOW + timedelta(hours=3)):
        load_town(scale=0.05, weeks=40)

    kampen = Programme.objects.get(slug="kampen")
    assert kampen.publication_months == balance_releases.MONTHS
    made = list(Release.objects.filter(programme=kampen).order_by("ends_on"))
    assert made
    assert made[-1].ends_on == date(2025, 12, 31)
    assert made[-1].made_at.date() == date(2026, 2, 12)
    assert not made[-1].withheld
    for programme in Programme.objects.all():
        assert first_break(programme.pk) is None
