"""Who is in the directory, and is a waiting time always a dated word of someone?"""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from dichtbij.partners.actions import (
    PartnerFacts,
    add_partner,
    change_partner,
    confirm_wait,
    end_partner,
)
from dichtbij.partners.directory import partners_with_wait
from dichtbij.partners.models import Partner, PartnerWait
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


def test_a_partner_is_added_and_the_log_says_so(town, make_partner, entries):
    partner = make_partner(town="Teststad", offer=" Zorgteam ")

    assert (partner.name, partner.offer) == ("De Verzonnen School", "Zorgteam")
    line = entries(event_type="add_partner")[0]
    assert (line.object_type, line.client_id) == ("Partner", None)


def test_the_same_partner_is_not_added_twice(town, make_partner):
    make_partner()

    with pytest.raises(Refused, match="already"):
        make_partner()

    assert Partner.objects.count() == 1


def test_it_needs_a_name_and_a_known_kind(town, make_partner):
    for changes in ({"name": " "}, {"kind": "circus"}):
        with pytest.raises(Refused, match="name and a kind"):
            make_partner(**changes)


def test_a_change_is_kept_and_may_not_make_a_double(town, make_partner):
    partner = make_partner()
    make_partner(name="Andere School")

    change_partner(
        partner=partner, by=town.anna, facts=PartnerFacts("school", "De Nieuwe Naam")
    )
    partner.refresh_from_db()
    assert partner.name == "De Nieuwe Naam"
    with pytest.raises(Refused, match="already"):
        change_partner(
            partner=partner, by=town.anna, facts=PartnerFacts("school", "Andere School")
        )


def test_who_ended_is_listed_no_more_and_takes_no_wait(town, make_partner):
    partner = make_partner()

    end_partner(partner=partner, by=town.anna)

    assert partner.ended_on == clock.today()
    assert partners_with_wait(town.programme) == []
    with pytest.raises(Refused, match="no longer"):
        confirm_wait(partner=partner, by=town.anna, days=1, confirmed_by="Verzonnen")


def test_a_wait_is_dated_and_named_and_the_last_one_counts(town, make_partner, entries):
    partner = make_partner()
    today = clock.today()
    for days, on in ((60, today - timedelta(days=40)), (45, today)):
        confirm_wait(
            partner=partner, by=town.anna, days=days, confirmed_by="V. Zonnen", on=on
        )
    # Told today about last week: older than what is known, so it does not count.
    confirm_wait(
        partner=partner,
        by=town.anna,
        days=10,
        confirmed_by="V. Zonnen",
        on=today - timedelta(days=7),
    )

    wait = partners_with_wait(town.programme)[0].wait

    assert (wait.days, wait.confirmed_on, wait.noted_by) == (45, today, town.anna)
    assert len(entries(event_type="confirm_wait")) == 3


@pytest.mark.parametrize(("days_ago", "fresh"), [(0, True), (30, True), (31, False)])
def test_after_thirty_days_a_wait_is_old(town, make_partner, days_ago, fresh):
    on = clock.today() - timedelta(days=days_ago)
    partner = make_partner()
    confirm_wait(partner=partner, by=town.anna, days=1, confirmed_by="V.", on=on)

    assert partners_with_wait(town.programme)[0].fresh is fresh


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"days": -1}, "whole number"),
        ({"days": 1096}, "whole number"),
        ({"confirmed_by": " "}, "who at the partner"),
        ({"on": "tomorrow"}, "not come yet"),
    ],
)
def test_a_wait_without_word_or_day_is_refused(town, make_partner, changes, words):
    partner = make_partner()
    if "on" in changes:
        changes = {"on": clock.today() + timedelta(days=1)}
    told = {"days": 5, "confirmed_by": "V. Zonnen"} | changes

    with pytest.raises(Refused, match=words):
        confirm_wait(partner=partner, by=town.anna, **told)

    assert not PartnerWait.objects.exists()


def test_what_was_confirmed_is_never_changed(town, make_partner):
    partner = make_partner()
    confirm_wait(partner=partner, by=town.anna, days=5, confirmed_by="V. Zonnen")

    with pytest.raises(DatabaseError), transaction.atomic():
        PartnerWait.objects.update(days=1)


@pytest.mark.parametrize("other", ["gerda", "henk", "dirk", "ella"])
def test_others_may_not_manage_the_directory(town, make_partner, stand_as, other):
    partner = make_partner()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        add_partner(
            programme=town.programme, by=by, facts=PartnerFacts("school", "Nog een")
        )
    with pytest.raises(Denied):
        confirm_wait(partner=partner, by=by, days=5, confirmed_by="V. Zonnen")
    with pytest.raises(Denied):
        end_partner(partner=partner, by=by)


def test_asking_costs_two_queries_for_any_number(town, make_partner):
    for number in range(7):
        partner = make_partner(name=f"School {number}")
        confirm_wait(partner=partner, by=town.anna, days=number, confirmed_by="V.")

    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = partners_with_wait(town.programme)

    assert [one.wait.days for one in found] == list(range(7))
    assert len(asked) == 2


def test_another_programme_has_a_directory_of_its_own(town, make_partner):
    make_partner()
    other = Programme.objects.create(
        slug="elders", name="Elders", phase="pilot", starts_on=clock.today(),
        school_region="noord",
    )  # fmt: skip

    assert partners_with_wait(other) == []
