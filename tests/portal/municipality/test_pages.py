import pytest
from django.urls import reverse

from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import ListedPractice, Milestone, ParticipationPause


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
    assert "2 of 3 practices on the list of 1 January 2026 take part." in text
    assert "67%" in text
    assert "Invented list" in text
    assert "Praktijk West" in text


def test_pauses_and_reasons_are_shown_and_only_a_leader_may_change_them(town, sign_in):
    west = Organisation.objects.create(kind="practice", name="Praktijk West")
    ListedPractice.objects.create(
        programme=town.programme,
        practice=west,
        source="Invented list",
        listed_on="2026-01-01",
        why_not="no_room",
        why_not_words="alles vol",
        why_not_on="2026-02-01",
    )
    ParticipationPause.objects.create(
        participation=town.participation_zuid, starts_on="2026-03-01", words="ziekte"
    )

    text = sign_in(town.dirk).get(reverse("participation")).content.decode()

    assert "1 of 3 practices on the list" in text
    assert "pauses now" in text
    assert "No room: alles vol" in text
    assert "<svg" in text
    assert "/programma/" not in text


def test_the_state_of_affairs_says_what_will_come_and_when(town, published, sign_in):
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


def test_nothing_of_a_child_reaches_these_pages(
    town, published, sign_in, make_referral
):
    make_referral(child={"family_name": "Kanariekind"}, sentence="KANARIE")
    browser = sign_in(town.dirk)

    for name in ("participation", "figures"):
        page = browser.get(reverse(name)).content.decode().lower()
        assert "kanarie" not in page
