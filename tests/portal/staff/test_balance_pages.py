import pytest
from django.urls import reverse


@pytest.mark.parametrize("name", ["waiting_times", "occupancy"])
def test_the_team_lead_reads_the_page(town, sign_in, name):
    page = sign_in(town.bram).get(reverse(name))

    assert page.status_code == 200
    assert b"Praktijk Noord" in page.content
    assert b"Praktijk Zuid" not in page.content


@pytest.mark.parametrize("name", ["waiting_times", "occupancy"])
@pytest.mark.parametrize("who", ["gerda", "henk", "anna", "dirk", "ella"])
def test_others_may_not(town, sign_in, name, who):
    assert sign_in(getattr(town, who)).get(reverse(name)).status_code == 403


@pytest.mark.parametrize("name", ["waiting_times", "occupancy"])
def test_the_number_of_queries_does_not_grow_with_the_families(
    town, sign_in, make_referral, django_assert_max_num_queries, name
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries() -> int:
        browser = sign_in(town.bram)
        browser.get(reverse(name))
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert browser.get(reverse(name)).status_code == 200
        return len(captured)

    make_referral()
    few = queries()
    for number in range(20):
        make_referral(child={"family_name": f"Kind{number}"})

    assert queries() == few
