"""Who tells of referrals, sees what is missing, and agrees with a definition?"""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.insight.models import IndicatorSignOff, QuarterlyReturn
from dichtbij.insight.quarters import after
from dichtbij.organisations.models import Municipality, Organisation
from dichtbij.programmes.models import ListedPractice, ProgrammeMunicipality
from dichtbij.shared.permissions import Role
from tests.conftest import member

ANSWERS = {
    "quarter_on": "2025-10-01", "referrals": "6", "youths": "400",
    "supplier": "practice", "source": "HIS", "complete_percent": "100",
}  # fmt: skip


@pytest.fixture
def lies(town):
    """The project leader, who works for the municipality."""
    return member(town, "lies", Role.PROJECT_LEADER, town.municipality)


def address(practice):
    return reverse("practice_returns", args=[practice.uuid])


def test_a_gp_tells_of_the_own_practice_and_corrects_it(town, sign_in):
    browser = sign_in(town.gerda)

    first = browser.post(address(town.practice_noord), ANSWERS)
    browser.post(address(town.practice_noord), ANSWERS | {"referrals": "9"})
    page = browser.get(address(town.practice_noord)).content.decode()

    assert first.status_code == 302
    assert QuarterlyReturn.objects.current().get().referrals == 9
    assert QuarterlyReturn.objects.count() == 2
    assert "2025 K4" in page
    assert "6 referrals, 400 youths" in page
    assert browser.get(address(town.practice_zuid)).status_code == 404


def test_what_is_wrong_comes_back_with_a_sentence(town, sign_in):
    answer = sign_in(town.gerda).post(
        address(town.practice_noord), ANSWERS | {"referrals": "900"}
    )

    assert b"There are more referrals than youths" in answer.content
    assert b'value="900"' in answer.content
    assert not QuarterlyReturn.objects.exists()


def test_the_leader_sees_gaps_and_what_can_be_used(town, sign_in, lies):
    browser = sign_in(lies)
    browser.post(address(town.practice_noord), ANSWERS)

    page = browser.get(reverse("returns")).content.decode()

    assert "1 of 8" in page
    assert "2024 K1 – 2025 K3" in page  # noqa: RUF001
    assert "There is no return from before the start." in page
    assert "not available" in page
    assert "159,715" in page or "159715" in page


def test_the_hague_has_figures_of_cbs(town, sign_in, lies):
    hague = Municipality.objects.get(code="0518")
    ProgrammeMunicipality.objects.create(programme=town.programme, municipality=hague)

    page = sign_in(lies).get(reverse("returns")).content.decode()

    assert "2670" in page.replace(",", "").replace(".", "")


@pytest.mark.parametrize("who", ["anna", "bram", "dirk", "ella", "petra"])
def test_others_read_no_returns(town, sign_in, who):
    assert sign_in(getattr(town, who)).get(reverse("returns")).status_code == 403


def test_an_assistant_sees_the_own_practice_only(town, sign_in):
    page = sign_in(town.henk).get(reverse("returns")).content

    assert b"Praktijk Noord" in page
    assert b"Praktijk Zuid" not in page


def test_more_practices_ask_no_more_questions(town, sign_in, lies):
    def queries() -> int:
        browser = sign_in(lies)
        browser.get(reverse("returns"))
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(reverse("returns")).status_code == 200
        return len(captured)

    def grow(first, last):
        for number in range(first, last):
            made = Organisation.objects.create(
                kind="practice", name=f"Voorbeeld {number}"
            )
            ListedPractice.objects.create(
                programme=town.programme, practice=made, source="x",
                listed_on=date(2026, 1, 1),
            )  # fmt: skip
            for back in range(4):
                QuarterlyReturn.objects.create(
                    programme=town.programme, practice=made, referrals=3, youths=300,
                    quarter_on=after(date(2025, 10, 1), -back), supplier="practice",
                    source="x", given_by=lies, given_at=lies.membership.since,
                )  # fmt: skip

    grow(0, 1)
    few = queries()
    grow(1, 20)

    assert queries() == few


def test_everyone_reads_the_definitions_and_an_organisation_agrees(town, sign_in):
    for who in (town.anna, town.bram, town.gerda, town.dirk):
        assert sign_in(who).get(reverse("indicators")).status_code == 200
    browser = sign_in(town.dirk)
    where = reverse("agree_indicator", args=["no_referral"])

    browser.post(where, {"version": "1"})
    page = browser.get(reverse("indicators")).content.decode()
    again = browser.post(where, {"version": "1"}, follow=True)

    assert IndicatorSignOff.objects.get().organisation == town.municipality
    assert "Gemeente Teststad" in page
    assert where not in page
    assert b"agreed with this definition before" in again.content


def test_a_practitioner_reads_but_does_not_agree(town, sign_in):
    browser = sign_in(town.anna)

    assert (
        b'<form method="post" action="/indicatoren'
        not in browser.get("/indicatoren/").content
    )
    assert browser.post("/indicatoren/no_referral/akkoord/").status_code == 403
    assert sign_in(town.henk).get("/indicatoren/").status_code == 403
