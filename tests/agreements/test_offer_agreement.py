from datetime import date

import pytest
from django.db import DatabaseError, transaction

from dichtbij.agreements.actions import offer_agreement, write_agreement
from dichtbij.agreements.contents import HoursPart, TariffPart
from dichtbij.agreements.models import Agreement
from dichtbij.programmes.models import PatientCount, Programme
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.pdf import sha256_hex
from tests.agreements.conftest import END, START, parts, terms


def test_an_offer_has_its_paper_and_the_hash_of_it(make_draft, rosa, entries):
    made = make_draft()

    offer_agreement(agreement=made, by=rosa)

    made.refresh_from_db()
    assert made.status == "offered"
    assert bytes(made.pdf).startswith(b"%PDF")
    assert sha256_hex(bytes(made.pdf)) == made.sha256
    assert entries()[-1].event_type == "offer_agreement"


def test_an_offer_is_offered_once(make_offer, rosa):
    made = make_offer()

    with pytest.raises(Refused, match="offered for signing already"):
        offer_agreement(agreement=made, by=rosa)


def test_others_offer_nothing(make_draft, bram, stand_as):
    made = make_draft()
    stand_as(bram)

    with pytest.raises(Denied):
        offer_agreement(agreement=made, by=bram)


def test_what_was_offered_is_not_written_again(town, rosa, make_offer):
    made = make_offer()

    with pytest.raises(Refused, match="Make a new version first"):
        write_agreement(
            agreement=made, by=rosa, terms=terms(), parts=parts(town.practice_noord)
        )


def test_the_database_itself_freezes_the_parts_of_an_offer(make_offer):
    made = make_offer()

    for change in (
        lambda: made.hours.update(minutes_per_week=1),
        lambda: made.tariffs.all().delete(),
        lambda: made.moments.create(kind="release", due_on=START),
    ):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            change()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"hours": ()}, "how many hours Praktijk Noord gets"),
        ({"tariffs": ()}, "no tariff on 1 April 2026"),
        (
            {"tariffs": (TariffPart(START, date(2026, 12, 31), 100),)},
            "no tariff on 1 January 2027",
        ),
        (
            {
                "tariffs": (
                    TariffPart(START, date(2026, 5, 31), 100),
                    TariffPart(date(2026, 6, 2), END, 100),
                )
            },
            "no tariff on 1 June 2026",
        ),
    ],
)
def test_what_is_not_complete_is_not_offered(make_draft, rosa, changes, why):
    made = make_draft(within=changes)

    with pytest.raises(Refused, match=why):
        offer_agreement(agreement=made, by=rosa)

    made.refresh_from_db()
    assert (made.status, made.sha256) == ("draft", "")


def test_without_who_pays_nothing_is_offered(make_draft, rosa):
    made = make_draft(municipalities=())

    with pytest.raises(Refused, match="No municipality"):
        offer_agreement(agreement=made, by=rosa)


def test_a_basis_of_people_needs_their_number(town, make_draft, rosa):
    hours = (HoursPart(town.practice_noord, 240, "youths"),)
    made = make_draft(within={"hours": hours})

    with pytest.raises(Refused, match="No number of patients of Praktijk Noord"):
        offer_agreement(agreement=made, by=rosa)

    PatientCount.objects.create(
        programme=town.programme, practice=town.practice_noord, counted_on=START,
        youths=800, source="Invented",
    )  # fmt: skip
    offer_agreement(agreement=made, by=rosa)
    assert made.status == "offered"


def test_two_agreements_over_the_same_days_are_refused(make_offer, make_draft, rosa):
    make_offer()
    second = make_draft(title="Nog een")

    with pytest.raises(Refused, match="has an agreement over these days: Overeen"):
        offer_agreement(agreement=second, by=rosa)


def test_an_agreement_after_the_other_is_fine(make_offer, make_draft, rosa):
    make_offer()
    later = {"starts_on": date(2027, 4, 1), "ends_on": date(2028, 3, 31)}
    tariffs = (TariffPart(later["starts_on"], later["ends_on"], 9_100),)

    second = make_draft(of=later, within={"tariffs": tariffs, "moments": ()}, **later)
    offer_agreement(agreement=second, by=rosa)

    assert second.status == "offered"


def test_a_practice_in_another_programme_is_refused(town, make_draft, rosa):
    other = Programme.objects.create(
        slug="elders", name="Elders", phase="pilot", starts_on=START,
        school_region="noord",
    )  # fmt: skip
    town.participation_noord.delete()
    town.participation_noord.programme = other
    town.participation_noord.pk = None
    town.participation_noord.save()
    made = make_draft()

    with pytest.raises(Refused, match="Praktijk Noord takes part in another"):
        offer_agreement(agreement=made, by=rosa)

    assert Agreement.objects.get().status == "draft"
