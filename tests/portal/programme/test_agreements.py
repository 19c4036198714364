"""The pages on which an agreement is drawn up, read, offered and signed."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dichtbij.agreements.models import Agreement
from tests.agreements.conftest import END, START, parts
from tests.agreements.conftest import make_draft as make_draft
from tests.agreements.conftest import make_offer as make_offer
from tests.agreements.conftest import rosa as rosa
from tests.agreements.conftest import sign_all as sign_all
from tests.portal.staff.conftest import count_queries as count_queries


def page(name, found):
    return reverse(name, args=[found.uuid])


def rows(prefix, *told, initial=0):
    """Return the fields of a formset as a browser posts them."""
    fields = {
        f"{prefix}-TOTAL_FORMS": str(len(told)),
        f"{prefix}-INITIAL_FORMS": str(initial),
    }
    for number, row in enumerate(told):
        fields |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return fields


def contents(town, **changes):
    practice = str(town.practice_noord.uuid)
    hours = {"practice": practice, "hours": "8.5", "basis": "fixed"}
    day = {
        "practice": practice, "weekday": "1", "starts": "09:00", "ends": "13:00",
    }  # fmt: skip
    tariff = {"valid_from": str(START), "valid_until": str(END), "euros": "87.50"}
    empty = {"valid_from": "", "valid_until": "", "euros": ""}
    return {
        "title": "Anders genoemd", "starts_on": str(START), "ends_on": str(END),
        "regime": "jeugdwet", "extension_months": "12", "notice_days": "90",
        **rows("hours", hours, initial=1),
        **rows("days", day),
        **rows("tariffs", tariff, empty),
        **rows("duties", {"words": "Uren", "every": "month"}),
        "moments-interim_1": "2026-08-01",
    } | changes  # fmt: skip


def test_an_agreement_is_drawn_up_written_and_offered(town, ask, rosa):
    drawn = ask(
        rosa,
        reverse("draft_agreement"),
        {
            "title": "Noord", "employer": town.employer_noord.pk,
            "municipalities": [town.municipality.pk],
            "practices": [town.practice_noord.pk],
            "starts_on": str(START), "ends_on": str(END),
        },
    )  # fmt: skip
    made = Agreement.objects.get()
    assert drawn.headers["Location"] == page("write_agreement", made)
    assert ask(rosa, page("write_agreement", made)).status_code == 200

    ask(rosa, page("write_agreement", made), contents(town))
    ask(rosa, page("agreement_step", made), {"what": "offer"})

    made.refresh_from_db()
    assert (made.title, made.status) == ("Anders genoemd", "offered")
    assert made.hours.get().minutes_per_week == 510
    assert made.tariffs.get().cents_per_hour == 8_750
    assert made.moments.get().due_on == date(2026, 8, 1)
    assert made.days.count() == made.duties.count() == 1


def test_what_is_wrong_in_a_row_is_said_there(town, ask, make_draft, rosa):
    made = make_draft()

    answer = ask(
        rosa, page("write_agreement", made), contents(town, **{"hours-0-hours": "0"})
    )

    text = answer.content.decode()
    assert "Give more than 0 hours" in text
    assert "Something is not right in a row below" in text


def test_a_refusal_of_the_act_is_said_on_the_page(town, ask, make_draft, rosa):
    made = make_draft()

    answer = ask(
        rosa, page("write_agreement", made), contents(town, ends_on="2026-03-01")
    )

    assert "ends before it starts" in answer.content.decode()


def test_what_stands_there_can_be_saved_again_and_a_row_taken_away(
    town, ask, make_draft, rosa
):
    made = make_draft()
    form = ask(rosa, page("write_agreement", made)).context["form"]
    known = form.days.forms[0].initial
    assert (known["weekday"], known["room"]) == ("1", "kamer 2")

    gone = contents(town)
    gone |= {"days-INITIAL_FORMS": "1", "days-0-DELETE": "on"}
    ask(rosa, page("write_agreement", made), gone)

    assert made.days.count() == 0


def test_an_offer_that_is_not_complete_says_why(ask, make_draft, rosa):
    made = make_draft(within={"tariffs": ()})

    ask(rosa, page("agreement_step", made), {"what": "offer"})

    text = ask(rosa, page("one_agreement", made)).content.decode()
    assert "no tariff on 1 April 2026" in text


def test_a_party_reads_and_signs(ask, make_offer, gerda):
    made = make_offer()
    listed = ask(gerda, reverse("agreements")).content.decode()
    assert page("one_agreement", made) in listed
    assert "Praktijk Noord" in listed
    shown = ask(gerda, page("one_agreement", made)).content.decode()
    assert made.sha256 in shown
    paper = ask(gerda, page("agreement_pdf", made))
    assert paper.content == bytes(made.pdf)

    ask(gerda, page("sign_agreement", made), {"sha256": made.sha256})

    assert made.parties.get(signed_by=gerda).proof == "account"
    shown = ask(gerda, page("one_agreement", made)).content.decode()
    assert "Gerda" in shown
    assert page("sign_agreement", made) not in shown


def test_other_bytes_are_refused_on_the_page(ask, make_offer, gerda):
    made = make_offer()

    ask(gerda, page("sign_agreement", made), {"sha256": "0" * 64})

    shown = ask(gerda, page("one_agreement", made)).content.decode()
    assert "changed since you opened it" in shown


def test_a_scan_is_attached_and_given_back_as_a_file(ask, make_offer, rosa, gerda):
    made = make_offer()
    party = made.parties.get(organisation__kind="practice")
    told = {
        "sha256": made.sha256, "party": party.pk, "signatory": "G. Verzonnen",
        "signed_on": "2026-03-09",
    }  # fmt: skip

    wrong = SimpleUploadedFile("scan.pdf", b"MZ", "application/pdf")
    refused = ask(rosa, page("attach_signature", made), told | {"scan": wrong})
    scan = SimpleUploadedFile("scan.exe", b"%PDF-1.7 x", "text/html")
    ask(rosa, page("attach_signature", made), told | {"scan": scan})

    assert "must be a PDF, PNG or JPEG" in refused.content.decode()
    answer = ask(gerda, page("agreement_scan", party))
    assert answer.content == b"%PDF-1.7 x"
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "status"), [("carla", 403), ("gijs", 404), ("cees", 404), ("anna", 403)]
)
def test_who_is_no_party_meets_nothing(town, ask, make_offer, name, status):
    made = make_offer()
    who = getattr(town, name)

    assert ask(who, page("one_agreement", made)).status_code == status
    assert ask(who, page("agreement_pdf", made)).status_code == status
    listed = ask(who, reverse("agreements"))
    assert "Overeenkomst Noord" not in listed.content.decode()


def test_versions_lead_to_each_other(ask, make_offer, sign_all, rosa):
    made = sign_all(make_offer())

    answer = ask(rosa, page("agreement_step", made), {"what": "amend"})

    new = Agreement.objects.get(version=2)
    assert answer.headers["Location"] == page("one_agreement", new)
    assert page("one_agreement", made) in ask(rosa, page("one_agreement", new)).text
    assert page("one_agreement", new) in ask(rosa, page("one_agreement", made)).text
    assert parts(None).duties[0].words in ask(rosa, page("one_agreement", new)).text


def test_the_list_asks_as_often_for_one_as_for_many(
    town, make_draft, dirk, count_queries
):
    make_draft()
    one = count_queries(dirk, reverse("agreements"))
    for number in range(2, 8):
        make_draft(title=f"Nummer {number}")

    assert count_queries(dirk, reverse("agreements")) == one
