"""Does everyone read what a programme chose to show, and nobody what it did not?"""

import json
import uuid
from datetime import date

import pytest
from django.urls import reverse

from dichtbij.programmes.models import Programme
from tests.decisions.conftest import *  # noqa: F403
from tests.decisions.conftest import take
from tests.portal.municipality.released_town import TABLES, two_releases
from tests.released import release


@pytest.fixture
def opened(town, published):
    older, newer = two_releases(town.programme)
    Programme.objects.filter(pk=town.programme.pk).update(public_page=True)
    return older, newer


def addresses(release):
    return [
        "/openbaar/teststad/",
        "/openbaar/teststad/dcat.json",
        f"/openbaar/teststad/{release.uuid}.csv",
        f"/openbaar/teststad/{release.uuid}.json",
    ]


def test_a_closed_page_is_as_if_it_were_not_there(town, published, client):
    older, _newer = two_releases(town.programme)
    absent = client.get("/openbaar/bestaat-niet/")

    for address in addresses(older):
        answer = client.get(address)
        assert answer.status_code == 404
        assert answer.content == absent.content
        assert answer.headers["Cache-Control"] == "no-store"


def test_everyone_reads_an_open_page_without_a_cookie(opened, client):
    client.cookies.clear()

    for address in addresses(opened[1]):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert not answer.cookies
        assert answer.headers["Cache-Control"] == "public, max-age=3600"
        assert "csrf" not in answer.content.decode()


def test_it_shows_the_figures_of_the_municipality(opened, client):
    text = client.get("/openbaar/teststad/").content.decode()

    assert "Help began for about 310 children; of 180 closed trajectories" in text
    assert str(opened[1].uuid) in text
    older = client.get("/openbaar/teststad/", {"periode": str(opened[0].uuid)})
    assert "about 190 children" in older.content.decode()
    absent = client.get("/openbaar/teststad/", {"periode": str(uuid.uuid4())})
    assert absent.status_code == 404


def test_data_portals_find_every_file(opened, client):
    told = json.loads(client.get("/openbaar/teststad/dcat.json").content)

    assert told["@type"] == "dcat:Dataset"
    for needed in (
        "dct:title", "dct:description", "dct:publisher", "dct:creator", "dct:license",
        "dct:identifier", "dct:accessRights", "dcat:contactPoint", "dcat:theme",
        "dct:temporal",
    ):  # fmt: skip
        assert told[needed], needed
    files = [one["dcat:downloadURL"]["@id"] for one in told["dcat:distribution"]]
    assert len(files) == 4
    for address in files:
        path = "/" + address.split("/", 3)[3]
        assert client.get(path).status_code == 200


def test_a_name_with_signs_breaks_nothing(opened, town, client):
    Programme.objects.update(name='</script>"<b>Stad', function_label="<i>POH")

    page = client.get("/openbaar/teststad/").content.decode()
    told = json.loads(client.get("/openbaar/teststad/dcat.json").content)

    assert "<b>Stad" not in page
    assert "<i>POH" not in page
    assert '</script>"<b>Stad' in told["dct:title"]["@value"]


def test_a_withheld_period_is_no_open_data(town, published, client):
    made = release(town.programme, date(2025, 1, 1), date(2025, 6, 30), {})
    Programme.objects.update(public_page=True)

    assert client.get(f"/openbaar/teststad/{made.uuid}.csv").status_code == 404
    assert "No figures have been published yet" in (
        client.get("/openbaar/teststad/").content.decode()
    )


def test_a_decision_is_read_without_who_took_it(opened, town, heard, dirk, client):
    take(heard, dirk, public_page=True)

    text = client.get("/openbaar/teststad/").content.decode()

    assert "Kinderen worden eerder gezien." in text
    assert "2 of 2 practices voted" in text
    assert heard.sha256 in text
    assert "Dirk" not in text
    assert "Gerda" not in text


def test_whoever_signed_in_reads_the_same(opened, town, sign_in, client):
    anonymous = client.get("/openbaar/teststad/").content
    signed_in = sign_in(town.anna).get("/openbaar/teststad/").content

    assert signed_in == anonymous


def test_only_known_kinds_of_files_are_made(opened, client):
    made = opened[1]
    assert TABLES
    for kind in ("pdf", "ods", "xml"):
        address = reverse("public_data", args=["teststad", made.uuid, kind])
        assert client.get(address).status_code == 404


def test_all_open_programmes_are_found_and_their_years_added_up(opened, client):
    other = Programme.objects.create(
        slug="elders", name="Elders", starts_on=date(2025, 1, 1), public_page=True
    )
    closed = Programme.objects.create(
        slug="dicht", name="Dichtdorp", starts_on=date(2025, 1, 1)
    )
    for programme in (other, closed):
        release(programme, date(2025, 1, 1), date(2025, 6, 30), TABLES)
        release(programme, date(2025, 7, 1), date(2025, 12, 31), {})

    answer = client.get("/openbaar/")

    # Of the town 190 and 310 children, 25 and 200 trajectories; elsewhere 310 and 200.
    (year,) = answer.context["years"]
    assert (year.year, year.programmes) == (2025, 2)
    assert (year.begun, year.closed) == ("810", "425")
    assert year.in_two_weeks == 47  # 2 x 115 of 2 x 245
    assert year.nearby == 79  # 25 + 2 x 140 of 25 + 2 x 180
    text = answer.content.decode()
    assert "/openbaar/elders/" in text
    assert "47%" in text
    assert "Dichtdorp" not in text
    assert not answer.cookies


@pytest.mark.parametrize("few", [0, 5])
def test_a_share_of_the_years_never_tells_none_from_five(town, published, client, few):
    town.programme.public_page = True
    town.programme.save()
    tables = {"access": {"0-5": few, "waiting": 60}, "outcomes": {"solved": few}}
    release(town.programme, date(2025, 1, 1), date(2025, 12, 31), tables)

    (year,) = client.get("/openbaar/").context["years"]

    assert (year.in_two_weeks, year.nearby, year.closed) == (None, None, "<10")


def test_without_open_programmes_the_page_says_so(town, published, client):
    assert "No programme shows its figures to everyone yet." in (
        client.get("/openbaar/").content.decode()
    )
