"""Who looked at which file: per employee, per child, per week (LR-65, F3, F9)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.audit import log
from dichtbij.clients.models import Client
from dichtbij.privacy.looks import Term, looks_by
from dichtbij.privacy.watching import weekly_list
from dichtbij.safety.actions import open_concern
from dichtbij.shared import clock
from tests.conftest import NOW

WHO = {"name": "Fictief Voorbeeldkind", "birth_date": "2015-06-01"}


@pytest.fixture
def looked(town, make_trajectory, sign_in):
    """Let anna open the file of one child; return the child."""
    child = make_trajectory().client
    sign_in(town.anna).get(reverse("child", kwargs={"uuid": child.uuid}))
    log.write()
    return child


def test_per_employee_the_children_in_order_of_time(town, looked, officer, sign_in):
    browser = sign_in(officer)

    told = browser.get(
        reverse("access_by_person"), {"person": str(town.anna.uuid)}
    ).content.decode()

    assert looked.name in told
    assert "Looked at" in told


def test_the_period_is_chosen(town, looked, officer, sign_in):
    asked = {
        "person": str(town.anna.uuid),
        "first_on": "2026-01-01",
        "last_on": "2026-02-01",
    }

    told = sign_in(officer).get(reverse("access_by_person"), asked).content.decode()

    assert looked.name not in told
    assert "Nobody looked in this period." in told


def test_reading_the_log_is_a_line_in_the_log(town, looked, officer, sign_in, entries):
    browser = sign_in(officer)
    browser.get(reverse("access_by_person"), {"person": str(town.anna.uuid)})
    browser.get(reverse("access_log", args=[looked.uuid]))
    browser.get(reverse("access_risks"))

    assert len(entries(event_type="look_log", user_id=officer.pk)) == 2
    seen = entries(event_type="look", user_id=officer.pk)
    assert [line.client_id for line in seen] == [looked.pk]


def test_per_child_after_an_exact_search(looked, officer, sign_in, entries):
    browser = sign_in(officer)

    found = browser.post(reverse("access_to_child"), WHO)
    told = browser.get(found.headers["Location"]).content.decode()

    assert "Anna" in told
    assert entries(event_type="search_child")[0].client_id == looked.pk


def test_no_care_content_is_on_these_pages(town, looked, officer, sign_in):
    browser = sign_in(officer)
    pages = [
        reverse("access"),
        reverse("access_log", args=[looked.uuid]),
        reverse("access_by_person") + f"?person={town.anna.uuid}",
    ]

    for page in pages:
        assert "Slaapt slecht" not in browser.get(page).content.decode()


def test_that_someone_wrote_about_safety_is_told_as_a_look_at_the_file(
    town, looked, officer, sign_in, stand_as
):
    stand_as(town.anna)
    open_concern(client=looked, by=town.anna, signs="KANARIE")
    sign_in(town.anna).get(reverse("safety", args=[looked.uuid]))
    log.write()

    browser = sign_in(officer)
    for page in (
        reverse("access_log", args=[looked.uuid]),
        reverse("access_by_person") + f"?person={town.anna.uuid}",
        reverse("access_risks"),
    ):
        told = browser.get(page).content.decode().lower()
        assert "concern" not in told
        assert "safety" not in told


def test_another_employers_log_is_shut(looked, town, other_officer, sign_in):
    browser = sign_in(other_officer)

    answer = browser.get(reverse("access_log", args=[looked.uuid]))
    assert answer.status_code == 404
    assert browser.post(reverse("access_to_child"), WHO).status_code == 200
    told = browser.get(
        reverse("access_by_person"), {"person": str(town.anna.uuid)}
    ).content.decode()
    assert looked.name not in told


@pytest.mark.parametrize("who", ["anna", "bram", "gerda", "dirk", "ella"])
def test_nobody_else_opens_them(town, looked, sign_in, who):
    browser = sign_in(getattr(town, who))

    for name in ("access", "access_by_person", "access_to_child", "access_risks"):
        assert browser.get(reverse(name)).status_code == 403


def test_the_privacy_officer_opens_no_file(looked, officer, sign_in):
    answer = sign_in(officer).get(reverse("child", args=[looked.uuid]))

    assert answer.status_code == 403


def test_a_visit_at_night_with_the_same_name_is_on_the_weekly_list(
    town, make_trajectory, officer, sign_in, stand_as
):
    child = make_trajectory(child={"family_name": "Jansen"}).client
    town.anna.name = "Anna Janssen"
    town.anna.save()
    with clock.at(NOW.replace(hour=23)):
        sign_in(town.anna).get(reverse("child", kwargs={"uuid": child.uuid}))
    log.write()
    stand_as(officer)

    with clock.at(NOW + timedelta(days=1)):
        found = weekly_list(Term(NOW.date(), clock.today()))

    assert [one.child for one in found] == [child]
    assert [str(sign) for sign in found[0].signs] == ["same surname", "at night"]


def test_the_weekly_list_asks_as_often_for_many_lines(
    town, make_trajectory, officer, sign_in, stand_as
):
    def ask():
        stand_as(officer)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            weekly_list(Term(NOW.date(), clock.today()))
        return len(asked)

    def look(born):
        child = make_trajectory(child={"birth_date": born}).client
        with clock.at(NOW.replace(hour=23)):
            sign_in(town.anna).get(reverse("child", kwargs={"uuid": child.uuid}))
        log.write()

    look(NOW.date().replace(year=2014))
    first = ask()
    for year in (2013, 2012, 2011):
        look(NOW.date().replace(year=year))

    assert ask() == first


def test_the_next_page_follows_by_key(town, looked, officer, stand_as, entries):
    stand_as(town.anna)
    for _n in range(30):
        log.record("look", "R", subject=looked, by=town.anna, relation="care")
    log.write()
    stand_as(officer)
    term = Term(NOW.date(), NOW.date())

    first = looks_by(town.anna.pk, term)[:25]
    rest = looks_by(town.anna.pk, term, first[-1].key)

    assert len(first) == 25
    assert not {one.key for one in first} & {one.key for one in rest}
    assert Client.objects.count() == 1
