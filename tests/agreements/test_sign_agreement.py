import pytest
from django.db import DatabaseError, transaction

from dichtbij.agreements.signing import sign_agreement
from dichtbij.organisations.models import Membership
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused


def test_a_party_signs_the_bytes_it_saw(make_offer, gerda, stand_as, entries):
    made = make_offer()
    stand_as(gerda)

    sign_agreement(agreement=made, by=gerda, sha256=made.sha256)

    party = made.parties.get(organisation__name="Praktijk Noord")
    assert (party.signatory, party.signed_by, party.proof) == (
        "Gerda", gerda, "account",
    )  # fmt: skip
    assert party.signed_on == clock.today()
    assert party.signed_sha256 == made.sha256
    assert made.status == "offered"
    assert entries()[-1].event_type == "sign_agreement"


def test_the_last_signature_makes_it_signed(town, make_offer, sign_all):
    made = sign_all(make_offer())

    made.refresh_from_db()
    assert (made.status, made.signed_at) == ("signed", clock.now())


def test_the_moments_become_those_of_the_programme(town, make_offer, sign_all):
    Milestone.objects.create(
        programme=town.programme, kind="final", due_on=clock.today()
    )

    made = sign_all(make_offer())

    due = {m.kind: m.due_on for m in town.programme.milestones.all()}
    assert due == {m.kind: m.due_on for m in made.moments.all()}


def test_a_second_signature_of_a_party_is_once(make_offer, gerda, stand_as):
    made = make_offer()
    stand_as(gerda)
    sign_agreement(agreement=made, by=gerda, sha256=made.sha256)
    with clock.at(clock.now().replace(hour=15)):
        sign_agreement(agreement=made, by=gerda, sha256=made.sha256)

    party = made.parties.get(signed_by=gerda)
    assert party.signed_at == clock.now()


def test_other_bytes_are_not_signed(make_offer, gerda, stand_as):
    made = make_offer()
    stand_as(gerda)

    with pytest.raises(Refused, match="changed since you opened it"):
        sign_agreement(agreement=made, by=gerda, sha256="0" * 64)

    assert not made.parties.exclude(signed_on=None).exists()


def test_a_draft_is_not_signed(make_draft, gerda, stand_as):
    made = make_draft()
    stand_as(gerda)

    with pytest.raises(Refused, match="not offered"):
        sign_agreement(agreement=made, by=gerda, sha256="")


@pytest.mark.parametrize("name", ["carla", "gijs", "cees", "anna", "henk", "petra"])
def test_who_is_no_party_or_may_not_bind_one_signs_nothing(
    town, make_offer, stand_as, name
):
    made = make_offer()
    by = stand_as(getattr(town, name))

    with pytest.raises(Denied):
        sign_agreement(agreement=made, by=by, sha256=made.sha256)

    assert not made.parties.exclude(signed_on=None).exists()


def test_whose_access_ended_signs_nothing(make_offer, gerda, stand_as):
    made = make_offer()
    stand_as(gerda)
    Membership.objects.filter(pk=gerda.membership.pk).update(state="ended")

    with pytest.raises(Refused, match="access has ended"):
        sign_agreement(agreement=made, by=gerda, sha256=made.sha256)


def test_the_database_itself_freezes_what_was_signed(make_offer, sign_all):
    made = sign_all(make_offer())
    party = made.parties.first()

    for change in (
        lambda: type(made).objects.filter(pk=made.pk).update(pdf=b"%PDF other"),
        lambda: type(made).objects.filter(pk=made.pk).update(status="draft"),
        lambda: made.parties.filter(pk=party.pk).update(signatory="Iemand"),
        lambda: made.parties.filter(pk=party.pk).delete(),
        lambda: made.hours.update(minutes_per_week=1),
    ):
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            change()
