"""The family page and "who may see what": shown, noted by plain forms, refused."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from dichtbij.care.models import Task
from dichtbij.drafts.keeping import keep_draft
from dichtbij.families.answers import Party
from dichtbij.families.facts import ask as may
from dichtbij.families.models import (
    CapacityJudgement,
    Consent,
    CourtMeasure,
    EmergencyPresumption,
    FamilyMember,
    HelpGround,
    LegalAuthority,
    Objection,
    SightDelay,
)
from dichtbij.partners.models import Partner
from dichtbij.shared import calendar, clock
from tests.families.test_note_consent import FOURTEEN, SEVENTEEN, note_family

TODAY = "2026-03-10"


@pytest.fixture
def family(town, make_trajectory):
    """Return a function that makes a child of some age with both parents noted."""

    def make(born=FOURTEEN):
        client = make_trajectory(child=born).client
        return client, *note_family(client, town.anna)

    return make


def page(client):
    return reverse("family", args=[client.uuid])


def act(client, name):
    return reverse("family_act", args=[client.uuid, name])


def test_an_empty_family_asks_to_be_noted(town, ask, make_trajectory):
    client = make_trajectory().client

    shown = ask(town.anna, page(client)).content.decode()

    assert "Nobody of the family is noted yet." in shown
    assert "Add someone" in shown
    assert client.name not in shown.split("</title>")[0]


def test_a_parent_is_noted_with_authority_and_a_consent(
    town, ask, make_trajectory, stand_as
):
    client = make_trajectory().client
    parent = {"name": "Moeder Voorbeeld", "slot": "parent_1", "tie": "10", "home": "1",
              "language": "nl", "address": "Fictiefstraat 1"}  # fmt: skip

    answer = ask(town.anna, act(client, "lid"), parent)
    assert answer.url == page(client)
    stand_as(town.anna)
    member = FamilyMember.objects.get()
    ask(
        town.anna,
        act(client, "gezag"),
        {"member": member.pk, "kind": "authority", "source": "register",
         "source_on": TODAY},
    )  # fmt: skip
    # Now that authority is known, what was told at the referral counts no more.
    stand_as(town.anna)
    assert Task.objects.open().filter(kind=Task.Kind.CONSENT).count() == 1
    ask(
        town.anna,
        act(client, "woord"),
        {"member": member.pk, "decision": "given", "purpose": "help", "form": "oral",
         "given_on": TODAY},
    )  # fmt: skip

    stand_as(town.anna)
    assert LegalAuthority.objects.get().starts_on == client.birth_date
    assert Consent.objects.get(member=member).purpose == "help"
    assert not Task.objects.open().filter(kind=Task.Kind.CONSENT).exists()
    assert "Consent is complete" in ask(town.anna, page(client)).content.decode()


FORMS = {
    "maatregel": (
        {"kind": "supervision", "institution": "GI Voorbeeld", "starts_on": TODAY},
        CourtMeasure,
    ),
    "wilsbekwaamheid": ({"reason": "Verzonnen reden."}, CapacityJudgement),
    "spoed": ({"on": TODAY, "at": "09:30", "words": "Nood."}, EmergencyPresumption),
    "bezwaar": ({"words": "Liever niet."}, Objection),
    "uitstel": ({"reason": "Veiligheid.", "review_on": "2026-03-24"}, SightDelay),
}


@pytest.mark.parametrize("name", FORMS)
def test_each_small_form_notes_its_fact(town, ask, family, stand_as, name):
    client, *_people = family(SEVENTEEN)
    told, model = FORMS[name]

    answer = ask(town.anna, act(client, name), told)

    assert answer.url == page(client)
    stand_as(town.anna)
    assert model.objects.get().noted_by == town.anna
    assert ask(town.anna, page(client)).status_code == 200


def test_a_ground_and_its_end(town, ask, family, stand_as):
    client, *_people = family()

    ask(
        town.anna,
        act(client, "grond"),
        {"kind": "disadvantage", "words": "Verzonnen reden."},
    )
    stand_as(town.anna)
    ground = HelpGround.objects.get()
    ask(
        town.anna,
        act(client, "grond-eindigen"),
        {"row": ground.pk, "ends_on": TODAY},
    )

    stand_as(town.anna)
    ground.refresh_from_db()
    assert ground.ends_on == date(2026, 3, 10)


def test_what_was_told_in_an_emergency_keeps_its_local_moment(
    town, ask, family, stand_as
):
    client, *_people = family()

    ask(town.anna, act(client, "spoed"), FORMS["spoed"][0])

    stand_as(town.anna)
    told = EmergencyPresumption.objects.get()
    assert calendar.local(told.happened_at).strftime("%d %H:%M") == "10 09:30"


def test_a_consent_to_share_is_taken_back_by_one_button(town, ask, family, stand_as):
    client, _mother, _father, child = family(SEVENTEEN)
    school = Partner.objects.create(
        programme=town.programme, kind="school", name="School Voorbeeld"
    )
    told = {"member": child.pk, "decision": "given", "purpose": "share",
            "party": "school", "partner": school.pk, "topics": ["plan"],
            "form": "written", "given_on": TODAY}  # fmt: skip

    ask(town.anna, act(client, "woord"), told)
    stand_as(town.anna)
    to = Party("school", partner=str(school.uuid))
    assert may(client, "share", to, "plan").allowed
    consent = Consent.objects.get(purpose="share")
    ask(town.anna, act(client, "intrekken"), {"row": consent.pk})

    stand_as(town.anna)
    assert not may(client, "share", to, "plan").allowed
    assert "taken back on" in ask(town.anna, page(client)).content.decode()


def test_what_is_refused_comes_back_as_it_was_typed(town, ask, family, stand_as):
    client, mother, *_rest = family()

    answer = ask(
        town.anna,
        act(client, "woord"),
        {"member": mother.pk, "decision": "given", "purpose": "help", "form": "oral",
         "given_on": TODAY, "until": "2026-03-09", "evidence": "Verzonnen brief"},
    )  # fmt: skip

    shown = answer.content.decode()
    assert "The end lies before the start." in shown
    assert "Verzonnen brief" in shown
    assert "<details open" in shown
    stand_as(town.anna)
    assert not Consent.objects.filter(member=mother).exists()


def test_a_row_of_another_child_is_refused_and_nothing_changes(
    town, ask, family, make_trajectory, stand_as
):
    client, *_people = family()
    other = make_trajectory(child={"given_name": "Ander"}).client
    theirs = other.consents.get()

    answer = ask(town.anna, act(client, "intrekken"), {"row": theirs.pk})

    assert answer.url == page(client)
    stand_as(town.anna)
    theirs.refresh_from_db()
    assert theirs.withdrawn_on is None


def test_typed_text_waits_in_its_own_form(town, ask, family, stand_as):
    client, *_people = family()
    stand_as(town.anna)
    keep_draft(town.anna, f"family_grond/{client.uuid}", {"words": ["Half getypt"]})

    assert "Half getypt" in ask(town.anna, page(client)).content.decode()


def test_an_unknown_act_is_not_found(town, ask, family):
    client, *_people = family()

    assert ask(town.anna, act(client, "wissen"), {}).status_code == 404
    assert ask(town.anna, act(client, "lid")).status_code == 405


@pytest.mark.parametrize("name", ["family", "who_sees"])
def test_the_look_is_logged_and_outsiders_find_nothing(
    town, ask, family, entries, name
):
    client, *_people = family()
    address = reverse(name, args=[client.uuid])

    assert ask(town.anna, address).status_code == 200
    assert ask(town.bram, address).status_code == 200  # a team lead reads, no more
    looks = entries(event_type="look", permission="family_read")
    assert [e.client_id for e in looks] == [client.pk] * 2
    assert ask(town.bram, act(client, "lid"), {}).status_code == 403
    assert ask(town.carla, address).status_code == 404
    assert ask(town.gerda, address).status_code == 403


def test_a_team_lead_sees_no_forms(town, ask, family):
    client, *_people = family()

    shown = ask(town.bram, page(client)).content.decode()

    assert "Moeder Voorbeeld" in shown
    assert "family_act" not in shown
    assert "Add someone" not in shown


def test_who_sees_what_says_why_and_until_when(town, ask, family):
    client, *_people = family()

    shown = ask(town.anna, reverse("who_sees", args=[client.uuid])).content.decode()

    assert "Own client, a care relation since 10 March 2026 (LR-31)" in shown
    assert "Until 16 who has authority reads the file. (LR-24)" in shown
    assert "1 January 2028" in shown
    assert "The municipality never gets anything about one child. (LR-34)" in shown
    assert "Ask: Fictief Voorbeeldkind, Moeder Voorbeeld, Vader Voorbeeld" in shown


def test_the_overview_tells_who_is_missing_and_the_coming_birthday(
    town, ask, make_trajectory
):
    born = clock.today() + timedelta(days=20)
    client = make_trajectory(child={"birth_date": born.replace(year=2010)}).client

    shown = ask(town.anna, reverse("child", args=[client.uuid])).content.decode()

    assert "Turns 16 on 30 March." in shown
    assert "Still missing: young person" in shown
    assert page(client) in shown


@pytest.mark.parametrize("name", ["family", "who_sees"])
def test_the_number_of_queries_does_not_grow(town, family, count_queries, name):
    client, mother, _father, child = family(SEVENTEEN)
    address = reverse(name, args=[client.uuid])
    before = count_queries(town.anna, address)

    for turn in range(3):
        FamilyMember.objects.create(
            client=client, slot="other", tie="17", name=f"Tante {turn}",
            since=clock.today(), noted_by=town.anna,
        )  # fmt: skip
        LegalAuthority.objects.create(
            client=client, member=mother, kind="authority", source="register",
            source_on=clock.today(), starts_on=client.birth_date, noted_by=town.anna,
            noted_at=clock.now(),
        )  # fmt: skip
        Consent.objects.create(
            client=client, member=child, purpose="share", party="school",
            topics=["plan"], given_on=clock.today(), noted_by=town.anna,
            partner=Partner.objects.create(
                programme=town.programme, kind="school", name=f"School {turn}"
            ),
        )  # fmt: skip

    assert count_queries(town.anna, address) == before
