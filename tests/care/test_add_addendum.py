import pytest
from django.db import DatabaseError, transaction

from dichtbij.care.actions import add_addendum
from dichtbij.care.models import Addendum
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from tests.conftest import NOW, minutes


def test_what_was_recorded_stays_and_the_addition_says_who_and_when(
    town, make_contact, entries
):
    contact = make_contact()

    with clock.at(NOW + minutes(60)):
        add_addendum(contact=contact, by=town.anna, text=" Vader belde nog. ")

    contact.refresh_from_db()
    assert contact.text == "Verzonnen tekst."
    added = contact.addenda.get()
    assert (added.text, added.by, added.at) == (
        "Vader belde nog.",
        town.anna,
        NOW + minutes(60),
    )
    assert entries(event_type="add_addendum")[0].client_id == contact.client_id


def test_an_addition_needs_words(town, make_contact):
    contact = make_contact()

    with pytest.raises(Refused, match="Write what"):
        add_addendum(contact=contact, by=town.anna, text="  ")


def test_an_addition_is_never_changed(town, make_contact):
    contact = make_contact()
    add_addendum(contact=contact, by=town.anna, text="Vader belde nog.")

    with pytest.raises(DatabaseError), transaction.atomic():
        Addendum.objects.update(text="Anders.")


@pytest.mark.parametrize("other", ["carla", "bram"])
def test_nobody_else_may_add(town, make_contact, stand_as, other):
    contact = make_contact()
    by = stand_as(getattr(town, other))

    with pytest.raises(Denied):
        add_addendum(contact=contact, by=by, text="Iets.")
