"""Can a practitioner advise, look first, change and follow, without script too?"""

from datetime import timedelta

import pytest
from django.urls import reverse

from dichtbij.care.levels import levels_of, set_level
from dichtbij.drafts.keeping import draft_of, keep_draft
from dichtbij.network.models import OnwardReferral
from dichtbij.network.signing import return_advice
from tests.conftest import NOW
from tests.network.advice import ARGUED, confirm, family_agrees, make_partner
from tests.network.conftest import help_given as help_given
from tests.network.conftest import make_advice as make_advice
from tests.network.conftest import sent as sent
from tests.network.conftest import signed as signed

TYPED = {
    "destination": "s_ggz",
    "echelon": "",
    "partner": "",
    "urgency": "regular",
    "reason": "De angst neemt toe.",
    "steps_tried": "Vijf gesprekken.",
    **ARGUED,
}


def page_of(given) -> str:
    return reverse("advise_onward", args=[given.referral.client.uuid])


def at(name, onward) -> str:
    return reverse(name, args=[onward.uuid])


def text(answer) -> str:
    return answer.content.decode()


def test_the_page_knows_what_was_tried(town, ask, help_given):
    given = help_given()
    set_level(trajectory=given.trajectory, by=town.anna, level="short", words="Vijf")

    form = ask(town.anna, page_of(given)).context["form"]

    tried = form["steps_tried"].value()
    assert "10 maart 2026" in tried
    assert "Vijf" in tried
    assert tried.count("\n") == 1


def test_partners_stand_with_their_wait_and_old_ones_in_grey(town, ask, help_given):
    given = help_given()
    fresh = make_partner(town, name="Verzonnen Vers")
    old = make_partner(town, name="Verzonnen Oud")
    make_partner(town, name="Verzonnen School", kind="school")
    confirm(fresh, town.ella, days=20)
    confirm(old, town.ella, days=90, on=(NOW - timedelta(days=31)).date())

    page = text(ask(town.anna, page_of(given)))

    assert "20 days, confirmed on 3 March by balie" in page
    assert '<span class="muted">was 90 days' in page
    assert "Verzonnen School" not in page


def test_one_post_lays_it_before_the_gp(town, ask, help_given):
    given = help_given()
    partner = make_partner(town)
    family_agrees(given.referral.client, town.anna, partner=partner)

    answer = ask(town.anna, page_of(given), TYPED | {"partner": str(partner.uuid)})

    onward = OnwardReferral.objects.get()
    assert answer.url == at("onward", onward)
    assert (onward.status, onward.partner) == ("advised", partner)


def test_looking_first_makes_a_draft_that_is_laid_as_it_was_seen(town, ask, help_given):
    given = help_given()
    family_agrees(given.referral.client, town.anna)
    looked = ask(town.anna, page_of(given), TYPED | {"look": "1", "risk": ""})
    onward = OnwardReferral.objects.get()
    page = text(ask(town.anna, looked.url))
    assert onward.status == "draft"
    assert "Write what the risk is" in page
    refused = ask(town.anna, at("lay_onward", onward), {"sha256": onward.sha256})
    assert "not complete" in text(refused)

    ask(town.anna, at("revise_onward", onward), TYPED | {"version": "1"})
    onward.refresh_from_db()
    ask(town.anna, at("lay_onward", onward), {"sha256": onward.sha256})

    onward.refresh_from_db()
    assert (onward.status, onward.version) == ("advised", 2)


def test_what_misses_is_said_beside_its_field_and_nothing_is_lost(
    town, ask, help_given
):
    given = help_given()
    family_agrees(given.referral.client, town.anna)

    page = ask(town.anna, page_of(given), TYPED | {"severity": "", "reason": ""})

    assert set(page.context["form"].errors) == {"severity", "reason"}
    assert ARGUED["risk"] in text(page)
    assert not OnwardReferral.objects.exists()


def test_missing_consent_is_a_sentence_with_a_way_to_ask(town, ask, help_given):
    given = help_given()

    page = text(ask(town.anna, page_of(given), TYPED))

    assert "Consent is missing to share this with the destination." in page
    assert "Ask for consent" in page
    assert ARGUED["risk"] in page


def test_the_form_of_free_help_is_not_offered_and_is_refused(town, ask, help_given):
    given = help_given()

    page = text(ask(town.anna, page_of(given)))
    posted = ask(town.anna, page_of(given), TYPED | {"destination": "cjg_wijkteam"})

    assert 'value="cjg_wijkteam"' not in page
    assert "need no signature" in page
    assert list(posted.context["form"].errors) == ["destination"]


def test_adults_choose_which_care(town, ask, help_given):
    given = help_given()
    family_agrees(given.referral.client, town.anna)
    told = TYPED | {"destination": "volwassenen_ggz_18plus"}

    page = ask(town.anna, page_of(given), told)
    assert "echelon" in page.context["form"].errors
    ask(town.anna, page_of(given), told | {"echelon": "basic"})

    assert OnwardReferral.objects.get().echelon == "basic"


def test_what_was_typed_comes_back_and_is_dropped_when_sent(town, ask, help_given):
    given = help_given()
    family_agrees(given.referral.client, town.anna)
    key = f"onward/{given.trajectory.uuid}"
    keep_draft(town.anna, key, {"reason": ["Half getypt"], "version": ["7"]})

    page = text(ask(town.anna, page_of(given)))
    ask(town.anna, page_of(given), TYPED)

    assert "Half getypt" in page
    assert draft_of(town.anna, key) is None


def test_sent_back_it_is_shown_with_the_reason(town, ask, make_advice, stand_as):
    onward = make_advice()
    stand_as(town.gerda)
    return_advice(onward=onward, by=town.gerda, reason="Eerst overleggen.")

    for name in ("onward", "revise_onward"):
        assert "Eerst overleggen." in text(ask(town.anna, at(name, onward))), name


def test_withdrawing_by_post(town, ask, make_advice):
    onward = make_advice()

    ask(town.anna, at("withdraw_onward", onward), {"reason": "Gezin wil niet."})

    onward.refresh_from_db()
    assert onward.status == "ended"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({"what": "accepted"}, "accepted"),
        ({"what": "waiting", "days": "30"}, "waiting"),
        ({"what": "started", "on": "2026-03-10"}, "started"),
        ({"what": "not_started", "reason": "Te ver."}, "ended"),
        ({"what": "bridging", "given": "yes"}, "sent"),
    ],
)
def test_each_step_is_noted_by_one_post(town, ask, sent, told, status):
    onward = sent()

    answer = ask(town.anna, at("follow_onward", onward), told)

    onward.refresh_from_db()
    assert answer.url == at("onward", onward)
    assert onward.status == status


@pytest.mark.parametrize(
    "told",
    [
        {"what": "waiting", "days": ""},
        {"what": "waiting", "days": "-1"},
        {"what": "started", "on": "2026-03-11"},
        {"what": "started", "on": "onzin"},
        {"what": "not_started", "reason": ""},
    ],
)
def test_a_wrong_answer_changes_nothing(town, ask, sent, told):
    onward = sent()

    answer = ask(town.anna, at("follow_onward", onward), told)

    onward.refresh_from_db()
    assert answer.status_code == 200
    assert 'role="alert"' in text(answer)
    assert onward.status == "sent"


def test_an_unknown_step_is_not_found(town, ask, sent):
    answer = ask(town.anna, at("follow_onward", sent()), {"what": "delivered"})

    assert answer.status_code == 404


def test_the_level_is_noted_on_the_page_of_the_child(town, ask, help_given):
    given = help_given()
    client = given.referral.client
    network = reverse("child_network", args=[client.uuid])

    ask(town.anna, reverse("set_level", args=[client.uuid]), {"level": "network"})
    ask(town.anna, reverse("set_level", args=[client.uuid]), {"level": "onzin"})

    assert [one.level for one in levels_of(given.trajectory)] == ["network"]
    assert "Light help in the network" in text(ask(town.anna, network))


def test_the_page_of_the_child_leads_there(town, ask, make_advice):
    onward = make_advice()
    network = text(ask(town.anna, reverse("child_network", args=[onward.client.uuid])))

    assert at("onward", onward) in network
    assert reverse("advise_onward", args=[onward.client.uuid]) in network


@pytest.mark.parametrize("who", ["carla", "gijs", "cees"])
def test_the_other_side_finds_nothing(town, ask, make_advice, who):
    onward = make_advice()
    other = getattr(town, who)

    for name in ("onward", "onward_pdf", "revise_onward", "signature_sheet"):
        assert ask(other, at(name, onward)).status_code in (403, 404), name


def test_a_team_lead_reads_no_referral(town, ask, make_advice):
    onward = make_advice()

    assert ask(town.bram, at("onward", onward)).status_code == 403
    network = reverse("child_network", args=[onward.client.uuid])
    assert at("onward", onward) not in text(ask(town.bram, network))
