"""Does each role find its own hours and statements, and nothing else?"""

from datetime import date

import pytest
from django.urls import reverse

from dichtbij.audit.doors import standing_at
from dichtbij.finance.accounting import AgreedMonth
from dichtbij.finance.actions import prepare_statement
from dichtbij.finance.models import Statement, WeekConfirmation, WorkEntry
from dichtbij.finance.settling import approve_statement
from dichtbij.programmes.models import PatientCount
from tests.conftest import member
from tests.finance.agreed import give

MONDAY = date(2026, 3, 9)
FEBRUARY = date(2026, 2, 1)


@pytest.fixture
def lead(town):
    return member(town, "lotte", "team_lead", town.employer_noord)


@pytest.fixture
def sent(town, anna, lead, agreement, trajectory, stand_as):
    """A statement of February that waits for the municipality."""
    give(trajectory, anna, date(2026, 2, 3), intake=45)
    month = AgreedMonth(agreement, FEBRUARY)
    statement = prepare_statement(month=month, by=stand_as(town.bram))
    return approve_statement(statement=statement, by=stand_as(lead))


def test_a_practitioner_notes_corrects_and_confirms_the_own_week(town, anna, sign_in):
    browser = sign_in(anna)
    told = {
        "worked_on": "2026-03-09", "kind": "travel", "minutes": "40",
        "practice": str(town.practice_noord.uuid),
    }  # fmt: skip

    browser.post(reverse("note_hours"), told)
    with standing_at(anna.membership.place()):
        entry = WorkEntry.objects.get().uuid
    page = browser.get(reverse("hours")).content.decode()
    assert "0:40" in page
    assert "Confirm this week" in page
    browser.post(reverse("correct_hours", args=[entry]), {"minutes": "30"})
    browser.post(reverse("confirm_week"), {"week": "2026-03-09"})

    page = browser.get(reverse("hours")).content.decode()
    assert "0:30" in page
    assert "Confirm this week" not in page


def test_what_is_refused_is_told_on_the_same_page(anna, sign_in):
    told = {"worked_on": "2026-03-11", "kind": "travel", "minutes": "40"}

    page = sign_in(anna).post(reverse("note_hours"), told).content.decode()

    assert "still to come" in page
    assert 'value="40"' in page


@pytest.mark.parametrize("week", ["", "2026-13-01", "nonsense"])
def test_a_week_that_is_none_is_not_found(anna, sign_in, week):
    answer = sign_in(anna).post(reverse("confirm_week"), {"week": week})

    assert answer.status_code == 404
    assert not WeekConfirmation.objects.exists()


def test_a_lead_sees_people_statements_and_the_year_of_the_own_employer(
    town, bram, sent, sign_in
):
    PatientCount.objects.create(
        programme=town.programme, practice=town.practice_noord,
        counted_on=date(2026, 1, 1), youths=1_500, source="Invented",
    )  # fmt: skip

    page = sign_in(bram).get(reverse("hours") + "?maand=2026-02").content.decode()

    assert "Anna" in page
    assert "with the family: 0:45" in page
    assert "to be approved by the municipality" in page
    assert "A forecast appears after three whole months." in page
    other = sign_in(town.cees).get(reverse("hours") + "?maand=2026-02").content.decode()
    assert "Anna" not in other
    assert "Overeenkomst Noord" not in other


def test_a_lead_makes_and_a_colleague_approves(town, bram, lead, agreement, sign_in):
    told = {"agreement": str(agreement.uuid), "month": "2026-02"}

    made = sign_in(bram).post(reverse("prepare_statement"), told)
    page = sign_in(bram).get(made.url).content.decode()
    assert "a colleague approves" in page
    statement = Statement.objects.get()
    sign_in(lead).post(reverse("approve_statement", args=[statement.uuid]))

    statement.refresh_from_db()
    assert statement.status == "sent"


def test_the_municipality_reads_totals_only_and_settles_in_two_clicks(
    town, dirk, sent, sign_in
):
    browser = sign_in(dirk)
    page = browser.get(reverse("hours")).content.decode()
    address = reverse("statement", args=[sent.uuid])
    assert address in page
    page += browser.get(address).content.decode()
    assert "Settle this statement" in page
    for word in ("with the family", "Anna", "trajector", "travel"):
        assert word not in page

    browser.post(reverse("settle_statement", args=[sent.uuid]))

    paper = browser.get(reverse("statement_pdf", args=[sent.uuid]))
    assert paper.content.startswith(b"%PDF")
    table = browser.get(reverse("statement_csv", args=[sent.uuid])).content.decode()
    assert "Overeenkomst Noord" in table
    assert "Anna" not in table


def test_before_it_is_settled_there_is_no_paper(dirk, sent, sign_in):
    answer = sign_in(dirk).get(reverse("statement_pdf", args=[sent.uuid]))

    assert answer.status_code == 404


def test_a_statement_goes_back_with_words_that_the_employer_reads(
    town, dirk, bram, sent, sign_in
):
    address = reverse("return_statement", args=[sent.uuid])
    page = sign_in(dirk).post(address, {"words": ""}).content.decode()
    assert "Say what has to be different." in page

    sign_in(dirk).post(address, {"words": "Er mist een dag."})

    page = sign_in(bram).get(reverse("statement", args=[sent.uuid])).content.decode()
    assert "Er mist een dag." in page
