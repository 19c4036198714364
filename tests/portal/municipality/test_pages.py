import pytest
from django.urls import reverse

from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import ListedPractice, Milestone


def test_participation_is_a_count_over_a_list(town, sign_in):
    other = Organisation.objects.create(kind="practice", name="Praktijk West")
    ListedPractice.objects.create(
        programme=town.programme,
        practice=other,
        source="Invented list",
        listed_on="2026-01-01",
    )

    page = sign_in(town.dirk).get(reverse("participation"))

    text = page.content.decode()
    assert page.status_code == 200
    assert "2 of 3 practices take part." in text
    assert "67%" in text
    assert "Invented list" in text
    assert "Praktijk West" in text


def test_the_state_of_affairs_says_what_will_come_and_when(town, sign_in):
    Milestone.objects.create(
        programme=town.programme, kind="interim_1", due_on="2026-06-01"
    )

    text = sign_in(town.dirk).get(reverse("figures")).content.decode()

    assert "No figures have been published yet." in text
    assert "First interim evaluation" in text
    assert "1 June 2026" in text


@pytest.mark.parametrize("name", ["participation", "figures"])
@pytest.mark.parametrize("who", ["gerda", "henk", "anna", "ella"])
def test_others_may_not(town, sign_in, name, who):
    assert sign_in(getattr(town, who)).get(reverse(name)).status_code == 403


def test_nothing_of_a_child_reaches_these_pages(town, sign_in, make_referral):
    make_referral(child={"family_name": "Kanariekind"}, sentence="KANARIE")
    browser = sign_in(town.dirk)

    for name in ("participation", "figures"):
        page = browser.get(reverse(name)).content.decode().lower()
        assert "kanarie" not in page
