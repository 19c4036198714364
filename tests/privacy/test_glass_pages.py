"""The pages around broken glass: search, open, look, change nothing, look back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from dichtbij.clients.models import EmergencyAccess
from dichtbij.privacy.models import EmergencyReview
from dichtbij.shared import clock
from dichtbij.shared.permissions import EMERGENCY_OPENS
from tests.attack.test_matrix import EXTRA, ROUTES, table_counts
from tests.conftest import NOW

WHO = {"name": "Fictief Voorbeeldkind", "birth_date": "2015-06-01"}
WHY = {"why": "danger", "words": "Verzonnen reden."}


def test_three_clicks_and_a_reason(make_trajectory, colleague, officer, sign_in):
    child = make_trajectory().client
    browser = sign_in(colleague)
    file = reverse("child", kwargs={"uuid": child.uuid})
    assert browser.get(file).status_code == 404

    found = browser.post(reverse("glass"), WHO)
    assert found.headers["Location"] == reverse("break_glass", args=[child.uuid])
    opened = browser.post(found.headers["Location"], WHY)
    assert opened.headers["Location"] == file

    told = browser.get(file).content.decode()
    assert "Emergency access until 11:00" in told
    assert child.name in told


def test_the_banner_stands_on_every_page_of_that_child_and_on_no_other(
    make_access, colleague, sign_in
):
    child = make_access().client
    browser = sign_in(colleague)

    for name in ("child", "child_contacts", "child_network", "child_documents"):
        told = browser.get(reverse(name, kwargs={"uuid": child.uuid}))
        assert "Emergency access until 11:00" in told.content.decode(), name
    assert "Emergency access until" not in browser.get("/vandaag/").content.decode()


def test_it_is_gone_at_the_minute(make_access, colleague, sign_in):
    access = make_access()
    browser = sign_in(colleague)
    file = reverse("child", kwargs={"uuid": access.client.uuid})

    with clock.at(access.ends_at - timedelta(seconds=1)):
        assert browser.get(file).status_code == 200
    with clock.at(access.ends_at):
        assert browser.get(file).status_code == 404


def test_every_post_about_that_child_is_denied(make_access, colleague, sign_in):
    child = make_access().client
    browser = sign_in(colleague)
    browser.get("/")
    asked = [
        name
        for name, entry in ROUTES.items()
        if str(entry.pattern).startswith("kinderen/<uuid:uuid>/")
        or "kinderen/<uuid:uuid>/" in str(entry.pattern)
    ]
    before = table_counts()

    assert len(asked) > 12
    for name in asked:
        others = set(ROUTES[name].pattern.converters) - {"uuid"}
        extra = EXTRA.get(name, dict.fromkeys(others, "x"))
        address = reverse(name, kwargs={"uuid": child.uuid, **extra})
        answer = browser.post(address, {"x": "1", "words": "Verzonnen."})
        if ROUTES[name].callback.permission in EMERGENCY_OPENS:
            continue  # a page to look at: what counts is that nothing changed
        assert answer.status_code in (403, 404, 405), name
    assert table_counts() == before


@pytest.mark.parametrize(
    "who",
    [
        {"name": "Fictief Voorbeeldkin"},
        {"name": "Voorbeeldkind"},
        {"birth_date": "2015-06-02"},
    ],
)
def test_nobody_and_too_many_get_the_same_answer(
    make_trajectory, colleague, sign_in, who
):
    make_trajectory()
    browser = sign_in(colleague)
    nobody = browser.post(reverse("glass"), WHO | who).content.decode()

    make_trajectory()
    two = browser.post(reverse("glass"), WHO).content.decode()

    words = "There is not exactly one child with this name."
    assert words in nobody
    assert words in two


def test_capitals_and_accents_make_no_difference(make_trajectory, colleague, sign_in):
    make_trajectory(child={"given_name": "Zoë"})

    asked = WHO | {"name": "  zoe  VOORBEELDKIND "}
    assert sign_in(colleague).post(reverse("glass"), asked).status_code == 302


def test_each_search_is_logged_without_what_was_typed(
    make_trajectory, colleague, sign_in, entries
):
    child = make_trajectory().client
    browser = sign_in(colleague)
    browser.post(reverse("glass"), WHO)
    browser.post(reverse("glass"), WHO | {"name": "Onbekend Iemand"})

    lines = entries(event_type="search_child")
    assert [line.client_id for line in lines] == [child.pk, None]
    assert not any("Onbekend" in str(vars(line)) for line in lines)


def test_another_employers_child_is_not_found(town, make_trajectory, sign_in):
    child = make_trajectory().client
    browser = sign_in(town.carla)

    answer = browser.post(reverse("glass"), WHO)

    assert answer.status_code == 200
    address = reverse("break_glass", args=[child.uuid])
    assert browser.post(address, WHY).status_code == 404
    assert not EmergencyAccess.objects.exists()


def test_it_asks_for_a_fresh_factor(make_trajectory, colleague, sign_in):
    child = make_trajectory().client
    browser = sign_in(colleague)

    with clock.at(NOW + timedelta(minutes=10)):
        answer = browser.post(reverse("break_glass", args=[child.uuid]), WHY)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/account/") or (
        "next=" in answer.headers["Location"]
    )
    assert not EmergencyAccess.objects.exists()


def test_the_officer_looks_back_and_says_why(make_access, officer, sign_in, entries):
    make_access()
    review = EmergencyReview.objects.get()
    browser = sign_in(officer)

    assert review.client.name in browser.get("/inzage/").content.decode()
    page = reverse("review_emergency", args=[review.uuid])
    told = browser.get(page).content.decode()
    assert "Verzonnen: crisisdienst belt." in told
    answer = browser.post(page, {"verdict": "right", "words": "Terecht."})

    assert answer.status_code == 302
    review.refresh_from_db()
    assert (review.verdict, review.reviewed_by) == ("right", officer)
    assert entries(event_type="review_emergency")[0].client_id == review.client_id


def test_on_its_last_day_a_review_is_not_late(make_access, officer, sign_in):
    make_access()
    with clock.at(NOW + timedelta(days=7)):
        told = sign_in(officer).get("/inzage/").content.decode()

    assert "Look back before" in told
    assert "too late" not in told


def test_an_overdue_review_raises_an_alarm(make_access, officer, sign_in):
    make_access()
    with clock.at(NOW + timedelta(days=8)):
        told = sign_in(officer).get("/inzage/").content.decode()

    assert "1 term has passed." in told
    assert "too late" in told


def test_the_other_employers_officer_sees_nothing(make_access, other_officer, sign_in):
    make_access()
    review = EmergencyReview.objects.get()
    browser = sign_in(other_officer)

    assert review.client.name not in browser.get("/inzage/").content.decode()
    page = reverse("review_emergency", args=[review.uuid])
    assert browser.get(page).status_code == 404
