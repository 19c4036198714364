from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from dichtbij.partners.actions import confirm_wait
from dichtbij.partners.models import Partner, PartnerWait
from dichtbij.shared import clock
from tests.partners.conftest import make_partner as make_partner

LIST = reverse("partners")


def page_of(name, partner):
    return reverse(name, args=[partner.uuid])


@pytest.mark.parametrize("who", ["anna", "bram", "gerda"])
def test_the_list_dates_each_wait_and_says_in_words_what_is_old(
    town, make_partner, ask, who
):
    old = make_partner(name="Oude Wachttijd", town="Dorp")
    make_partner(kind="cjg", name="Nooit Gevraagd", freely_accessible=True)
    confirm_wait(
        partner=old,
        by=town.anna,
        days=80,
        confirmed_by="V. Zonnen",
        on=clock.today() - timedelta(days=31),
    )

    text = ask(getattr(town, who), LIST).content.decode()

    assert "80 days" in text
    assert "older than 30 days" in text
    assert "confirmed by V. Zonnen on 7 February 2026" in " ".join(text.split())
    assert "never confirmed" in text
    assert ("Add a partner" in text) is (who != "gerda")


def test_a_fresh_wait_is_not_called_old(town, make_partner, ask):
    partner = make_partner()
    confirm_wait(partner=partner, by=town.anna, days=0, confirmed_by="V. Zonnen")

    text = ask(town.anna, LIST).content.decode()

    assert "no waiting time" in text
    assert "older than" not in text


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("?soort=cjg", {"Vrij Huis"}),
        ("?toegang=vrij", {"Vrij Huis"}),
        ("?toegang=verwijzing", {"Zorg Ver"}),
        ("?naam=ver", {"Zorg Ver"}),
        ("?naam=dorp+vrij", {"Vrij Huis"}),
        ("?soort=onzin&naam=%00&na=onzin", {"Vrij Huis", "Zorg Ver"}),
        ("?naam=niemand", set()),
    ],
)
def test_one_finds_by_kind_access_and_name(town, make_partner, ask, asked, found):
    make_partner(kind="cjg", name="Vrij Huis", town="Dorp")
    make_partner(kind="specialist_mh", name="Zorg Ver", town="Stad")

    text = ask(town.anna, f"{LIST}{asked}").content.decode()

    assert {name for name in ("Vrij Huis", "Zorg Ver") if name in text} == found
    assert ("No partner found" in text) is not found


def test_the_list_pages_by_key_and_costs_the_same(
    town, make_partner, ask, count_queries
):
    make_partner(name="School 00")
    one = count_queries(town.anna, LIST)
    for number in range(1, 30):
        partner = make_partner(name=f"School {number:02}")
        confirm_wait(partner=partner, by=town.anna, days=number, confirmed_by="V.")

    first = ask(town.anna, f"{LIST}?naam=school").content.decode()
    key = Partner.objects.get(name="School 24").uuid
    rest = ask(town.anna, f"{LIST}?naam=school&na={key}").content.decode()

    assert f"na={key}" in first
    assert "School 25" not in first
    assert "School 24" not in rest
    assert all(f"School {number}" in rest for number in range(25, 30))
    assert count_queries(town.anna, LIST) == one


def test_a_partner_is_added_changed_and_taken_away_without_script(
    town, make_partner, ask
):
    answer = ask(town.bram, reverse("new_partner"), {
        "new-kind": "local_team", "new-name": "Wijkteam Verzonnen", "new-town": "Stad",
    })  # fmt: skip
    partner = Partner.objects.get()
    assert answer.url == page_of("partner", partner)

    ask(town.anna, page_of("change_partner", partner), {
        "kind": "local_team", "name": "Wijkteam Echt Verzonnen",
        "freely_accessible": "on",
    })  # fmt: skip
    partner.refresh_from_db()
    assert (partner.name, partner.freely_accessible) == (
        "Wijkteam Echt Verzonnen",
        True,
    )

    ask(town.anna, page_of("end_partner", partner), {})
    assert "Wijkteam" not in ask(town.anna, LIST).content.decode()
    assert "Ended on" in ask(town.anna, page_of("partner", partner)).content.decode()


def test_a_wait_is_confirmed_in_place_or_explained(town, make_partner, ask):
    partner = make_partner()
    page = page_of("confirm_wait", partner)

    kept = ask(
        town.anna,
        page,
        {"days": "12", "confirmed_by": "V. Zonnen", "on": "", "list": "1"},
    )
    wrong = ask(town.anna, page, {"days": "12", "confirmed_by": ""})

    assert kept.url == LIST
    assert PartnerWait.objects.get().days == 12
    assert "Say who at the partner confirmed this." in wrong.content.decode()


def test_a_gp_reads_but_does_not_write(town, make_partner, ask):
    partner = make_partner()

    assert ask(town.gerda, page_of("partner", partner)).status_code == 200
    for name in ("confirm_wait", "change_partner", "end_partner"):
        assert ask(town.gerda, page_of(name, partner), {}).status_code == 403
    assert ask(town.dirk, LIST).status_code == 403
    assert ask(town.henk, LIST).status_code == 403
    assert ask(town.anna, reverse("partner", args=[uuid4()])).status_code == 404
