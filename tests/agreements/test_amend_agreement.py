from datetime import date

import pytest

from dichtbij.agreements.actions import (
    amend_agreement,
    discard_draft,
    offer_agreement,
    withdraw_offer,
    write_agreement,
)
from dichtbij.agreements.contents import TariffPart
from dichtbij.agreements.models import Agreement
from dichtbij.agreements.signing import sign_agreement
from dichtbij.shared.errors import Denied, Refused
from tests.agreements.conftest import END, parts, terms

LATER = date(2026, 10, 1)


def copied(agreement):
    return {
        (hours.practice_id, hours.minutes_per_week) for hours in agreement.hours.all()
    }, list(agreement.moments.values_list("kind", "due_on"))


def renewed(town, rosa, agreement, **changes):
    """Begin a version that starts in October, and offer it."""
    new = amend_agreement(agreement=agreement, by=rosa)
    write_agreement(
        agreement=new,
        by=rosa,
        terms=terms(starts_on=LATER, **changes),
        parts=parts(
            town.practice_noord, tariffs=(TariffPart(LATER, END, 9_500),), moments=()
        ),
    )
    return offer_agreement(agreement=new, by=rosa)


def test_an_amendment_is_a_new_version_with_the_same_parts(make_offer, sign_all, rosa):
    made = sign_all(make_offer())

    new = amend_agreement(agreement=made, by=rosa)

    assert (new.version, new.status, new.replaces) == (2, "draft", made)
    assert copied(new) == copied(made)
    assert not new.parties.exclude(signed_on=None).exists()
    assert new.parties.count() == made.parties.count()


def test_the_old_version_counts_until_all_signed_the_new(
    town, make_offer, sign_all, rosa
):
    made = sign_all(make_offer())
    new = renewed(town, rosa, made)
    assert list(Agreement.objects.in_force_on(LATER)) == [made]

    sign_all(new)

    assert list(Agreement.objects.in_force_on(LATER)) == [new]
    assert list(Agreement.objects.in_force_on(date(2026, 9, 30))) == [made]
    assert made.last_on() == date(2026, 9, 30)
    assert new.last_on() == END


def test_a_second_amendment_at_once_is_refused(make_offer, sign_all, rosa):
    made = sign_all(make_offer())
    amend_agreement(agreement=made, by=rosa)

    with pytest.raises(Refused, match="newer version of this already"):
        amend_agreement(agreement=made, by=rosa)

    assert Agreement.objects.count() == 2


def test_what_is_not_signed_is_not_amended(make_offer, rosa):
    made = make_offer()

    with pytest.raises(Refused, match="Only a signed agreement"):
        amend_agreement(agreement=made, by=rosa)


def test_a_version_that_starts_before_the_old_one_is_refused(
    town, make_offer, sign_all, rosa
):
    made = sign_all(make_offer())
    new = amend_agreement(agreement=made, by=rosa)
    early = date(2026, 3, 1)
    write_agreement(
        agreement=new,
        by=rosa,
        terms=terms(starts_on=early),
        parts=parts(town.practice_noord, tariffs=(TariffPart(early, END, 9_500),)),
    )

    with pytest.raises(Refused, match="cannot start before 1 April 2026"):
        offer_agreement(agreement=new, by=rosa)


def test_an_offer_taken_back_is_a_new_draft(make_offer, rosa, gerda, stand_as):
    made = make_offer()
    stand_as(gerda)
    sign_agreement(agreement=made, by=gerda, sha256=made.sha256)
    stand_as(rosa)

    new = withdraw_offer(agreement=made, by=rosa)

    made.refresh_from_db()
    assert (made.status, new.status, new.version) == ("withdrawn", "draft", 2)
    assert copied(new) == copied(made)
    assert not new.parties.exclude(signed_on=None).exists()
    with pytest.raises(Refused, match="taken back"):
        withdraw_offer(agreement=made, by=rosa)


def test_a_new_version_keeps_what_the_taken_back_one_replaced(
    town, make_offer, sign_all, rosa
):
    made = sign_all(make_offer())
    second = renewed(town, rosa, made)

    third = withdraw_offer(agreement=second, by=rosa)

    second.refresh_from_db()
    assert (third.version, third.replaces, second.replaces) == (3, made, None)


def test_a_draft_put_away_makes_room_for_another(make_offer, sign_all, rosa):
    made = sign_all(make_offer())
    new = amend_agreement(agreement=made, by=rosa)

    discard_draft(agreement=new, by=rosa)

    assert new.status == "withdrawn"
    assert amend_agreement(agreement=made, by=rosa).version == 3


@pytest.mark.parametrize("act", [amend_agreement, withdraw_offer, discard_draft])
def test_others_change_no_version(make_offer, bram, stand_as, act):
    made = make_offer()
    stand_as(bram)

    with pytest.raises(Denied):
        act(agreement=made, by=bram)
