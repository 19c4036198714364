import pytest
from django.urls import reverse

from dichtbij.care.models import Goal
from dichtbij.clients.actions import masked_bsn
from dichtbij.clients.models import Channel, Client
from dichtbij.families.models import Consent

PAGES = ("complete", "agree", "set_goal")


def page_of(name, client):
    return reverse(name, args=[client.uuid])


def test_what_is_missing_is_filled_in(town, ask, make_trajectory, stand_as):
    client = make_trajectory(child={"postcode": ""}).client

    answer = ask(
        town.anna,
        page_of("complete", client),
        {
            "sex": "2",
            "postcode": "8261ab",
            "municipality": "0166",
            "bsn": "9999 900 19",
            "owner": "young_person",
            "email": "kind@teststad.example",
            "silent": "on",
        },
    )

    assert answer.url == page_of("child", client)
    stand_as(town.anna)
    found = Client.objects.get()
    assert (found.sex, found.postcode) == ("2", "8261 AB")
    assert found.municipality.name == "Kampen"
    assert masked_bsn(found) == "•••••• 019"
    own = Channel.objects.get(owner="young_person")
    assert (own.kind, own.silent) == ("email", True)


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("bsn", "123456789", "not a valid BSN"),
        ("bsn", "geheim", "not a valid BSN"),
        ("postcode", "0000 XX", "four digits and two letters"),
        ("telephone", "bel maar", "not a telephone number"),
        ("email", "ouder@", "valid email"),
    ],
)
def test_what_cannot_be_is_refused_and_kept(
    town, ask, make_trajectory, field, typed, words
):
    client = make_trajectory().client

    answer = ask(town.anna, page_of("complete", client), {field: typed, "sex": "1"})

    text = answer.content.decode()
    assert words in text
    assert typed in text
    assert Client.objects.get().sex == "0"


def test_a_bsn_of_another_child_is_refused_without_telling_it(
    town, ask, make_trajectory, make_family
):
    client = make_trajectory().client
    make_family(child={"bsn": "999990019"})

    answer = ask(town.anna, page_of("complete", client), {"bsn": "999990019"})

    text = answer.content.decode()
    assert "already has a child with this BSN" in text
    assert "•••••• 019" not in text
    assert "Testkind1" not in text


def test_consent_is_noted_by_form(town, ask, make_trajectory):
    client = make_trajectory().client
    page = page_of("agree", client)

    assert "Say who agreed, and how." in ask(town.anna, page, {}).content.decode()
    ask(town.anna, page, {"giver": "both", "form": "written"})

    assert Consent.objects.order_by("-id").first().giver == "both"


def test_a_goal_is_set_and_ended_by_form(town, ask, make_trajectory):
    client = make_trajectory().client
    page = page_of("set_goal", client)

    assert "in the words" in ask(town.anna, page, {"words": ""}).content.decode()
    ask(town.anna, page, {"words": "Weer slapen", "owner": "child"})
    goal = Goal.objects.get()
    ask(town.anna, page, {"goal_id": str(goal.pk)})

    goal.refresh_from_db()
    assert (goal.words, goal.ended_on is not None) == ("Weer slapen", True)


def test_a_channel_is_kept_silent_by_form(town, ask, make_trajectory):
    client = make_trajectory().client
    mail = client.channels.get(kind="email")
    page = page_of("set_silent", client)

    ask(town.anna, page, {"channel_id": str(mail.pk), "silent": "yes"})

    mail.refresh_from_db()
    assert mail.silent
    assert (
        "keep silent"
        in ask(town.anna, page_of("child_network", client)).content.decode()
    )


@pytest.mark.parametrize("name", [*PAGES, "set_silent"])
@pytest.mark.parametrize(
    ("other", "status"), [("carla", 404), ("gerda", 403), ("bram", 403), ("dirk", 403)]
)
def test_nobody_else_completes(town, ask, make_trajectory, name, other, status):
    client = make_trajectory().client
    data = {"sex": "1", "giver": "both", "form": "oral", "words": "x", "owner": "child"}

    answer = ask(getattr(town, other), page_of(name, client), data)

    assert answer.status_code == status
    assert Client.objects.get().sex == "0"
    assert Consent.objects.count() == 1
    assert not Goal.objects.exists()
