from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.staffing.actions import (
    end_registration,
    note_registration,
    renew_registration,
)
from dichtbij.staffing.models import ProfessionalRegistration
from dichtbij.staffing.numbers import DIGITS, looks_like
from tests.staffing.conftest import BIG, SKJ
from tests.staffing.registering import registration_of


def test_a_team_lead_notes_a_registration(town, make_registration, entries):
    made = make_registration(number="900 000 001", chamber=" Jeugd- en gezin ")

    assert (made.user, made.number, made.noted_by) == (town.anna, SKJ, town.bram)
    assert made.chamber == "Jeugd- en gezin"
    assert len(entries(event_type="note_registration", user_name="Bram")) == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"number": "12345"}, "SKJ has 9 digits"),
        ({"number": "90000000a"}, "SKJ has 9 digits"),
        ({"register": "big", "number": SKJ}, "BIG has 11 digits"),
        ({"register": "agb"}, "Choose SKJ or BIG"),
        ({"days": 6 * 366}, "at most five years"),
    ],
)
def test_what_cannot_be_a_registration_is_refused(make_registration, changes, words):
    with pytest.raises(Refused, match=words):
        make_registration(**changes)

    assert not ProfessionalRegistration.objects.exists()


def test_a_register_is_noted_once_and_the_other_beside_it(make_registration):
    make_registration()

    with pytest.raises(Refused, match="noted already"):
        make_registration()
    make_registration(register="big", number=BIG)

    assert ProfessionalRegistration.objects.count() == 2


@pytest.mark.parametrize("who", ["gerda", "carla", "bram"])
def test_only_practitioners_of_the_own_employer_are_noted(town, make_registration, who):
    with pytest.raises(Refused, match="no practitioner of your organisation"):
        make_registration(who=getattr(town, who))


@pytest.mark.parametrize("who", ["anna", "gerda", "carla", "dirk", "ella"])
def test_nobody_but_a_team_lead_notes(town, stand_as, who):
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        note_registration(
            registration=registration_of(town.anna, town.bram),
            by=by,
            register="skj",
            number=SKJ,
            valid_until=clock.today(),
        )


def test_the_team_lead_of_another_employer_gets_nothing(
    town, stand_as, make_registration
):
    made = make_registration()
    cees = stand_as(town.cees)

    assert not ProfessionalRegistration.objects.exists()
    with pytest.raises(Denied):
        renew_registration(registration=made, by=cees, valid_until=clock.today())
    with pytest.raises(Denied):
        end_registration(registration=made, by=cees)


def test_a_renewal_moves_the_day_once_and_starts_the_warnings_anew(
    town, make_registration, entries
):
    made = make_registration(days=10)
    ProfessionalRegistration.objects.update(warned_days=30)
    later = clock.today() + timedelta(days=1800)

    for _twice in range(2):
        made = renew_registration(registration=made, by=town.bram, valid_until=later)

    assert (made.valid_until, made.warned_days) == (later, None)
    assert entries(event_type="renew_registration")
    with pytest.raises(Refused, match="later day"):
        renew_registration(registration=made, by=town.bram, valid_until=clock.today())
    with pytest.raises(Refused, match="five years"):
        renew_registration(
            registration=made, by=town.bram, valid_until=later + timedelta(days=400)
        )


def test_what_ended_does_not_go_on_and_may_be_noted_anew(town, make_registration):
    made = make_registration()

    first = end_registration(registration=made, by=town.bram).ended_at
    with clock.at(clock.now() + timedelta(hours=1)):
        assert end_registration(registration=made, by=town.bram).ended_at == first

    with pytest.raises(Refused, match="cannot go on"):
        renew_registration(
            registration=made,
            by=town.bram,
            valid_until=clock.today() + timedelta(days=900),
        )
    assert make_registration().pk != made.pk


@given(st.sampled_from(sorted(DIGITS)), st.text("0123456789", max_size=14))
def test_a_number_fits_when_it_has_the_digits_of_its_register(register, digits):
    spaced = " ".join(digits)

    assert looks_like(register, spaced) is (len(digits) == DIGITS[register])
    assert not looks_like(register, f"{digits}x")
    assert not looks_like("", digits)


@given(st.text(max_size=12))
def test_only_plain_digits_are_a_number(text):
    fits = looks_like("skj", text)

    assert not fits or sum(sign in "0123456789" for sign in text) == 9
