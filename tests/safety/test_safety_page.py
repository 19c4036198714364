"""The page about safety: it completes by POST, and opens for who is in care only."""

import pytest
from django.urls import reverse

from dichtbij.care.models import Trajectory
from dichtbij.drafts.keeping import keep_draft
from dichtbij.safety.models import Concern, ConcernStep
from tests.safety.conftest import decide, map_all, weigh_all

CANARY = "KANARIEVEILIG"


def address(client):
    return reverse("safety", kwargs={"uuid": client.uuid})


def test_the_five_steps_are_walked_without_javascript(town, make_trajectory, sign_in):
    child = make_trajectory().client
    browser = sign_in(town.anna)
    page = address(child)

    def post(act, **fields):
        answer = browser.post(page, {"act": act} | fields)
        assert answer.status_code == 302, answer.content.decode()

    post("open", signs="Verzonnen teken.")
    post("step", step=2, words="Besproken.", taken_on="2026-03-10")
    post("step", step=3, words="Niet veilig.", taken_on="2026-03-10", skipped="on")
    for question, answer in ((1, "yes"), (2, "yes")):
        post("weigh", question=question, answer=answer, words="Reden.")
    told = browser.get(page).content.decode()
    assert "The norm says: report to Veilig Thuis." in told
    assert "left out" in told
    assert "0800-2000" in told
    post(
        "decide",
        report="yes",
        report_words="Gemeld.",
        helps="no",
        help_words="Veilig Thuis neemt het over.",
    )
    post("close", words="Over een week bellen.")

    concern = Concern.objects.get()
    assert concern.reported is True
    assert concern.closed_at is not None
    assert ConcernStep.objects.count() == 8
    assert "Over een week bellen." in browser.get(page).content.decode()


def test_a_refusal_stands_beside_the_words_that_were_typed(town, make_concern, sign_in):
    child = make_concern().client
    browser = sign_in(town.anna)

    answer = browser.post(
        address(child),
        {"act": "decide", "report": "no", "report_words": "Toch niet.", "helps": "yes",
         "help_words": "Hulp."},
    )  # fmt: skip

    told = answer.content.decode()
    assert "Record step 2 first" in told
    assert "Toch niet." in told
    assert Concern.objects.get().reported is None


def test_what_was_typed_before_comes_back(town, make_trajectory, sign_in):
    child = make_trajectory().client
    keep_draft(town.anna, f"safety_open/{child.uuid}", {"signs": ["Half getypt"]})

    told = sign_in(town.anna).get(address(child)).content.decode()

    assert "Half getypt" in told


def test_the_look_is_logged(town, make_concern, sign_in, entries):
    child = make_concern().client

    sign_in(town.anna).get(address(child))

    kinds = {e.object_type for e in entries(event_type="look", client_id=child.pk)}
    assert kinds == {"Client", "Concern"}


def test_the_child_and_the_consult_have_a_quiet_way_in(town, make_concern, sign_in):
    child = make_concern().client
    browser = sign_in(town.anna)

    for name in ("child", "consult"):
        told = browser.get(reverse(name, kwargs={"uuid": child.uuid}))
        assert "Worries about safety?" in told.content.decode()


def test_closing_help_says_that_a_concern_is_open(town, make_concern, sign_in):
    child = make_concern().client
    browser = sign_in(town.anna)
    page = reverse("close", kwargs={"uuid": child.uuid})

    assert "still a concern about safety" in browser.get(page).content.decode()
    answer = browser.post(page, {"outcome": "opgelost_geen_vervolg", "reason": "01"})

    assert "is still a concern about safety" in answer.content.decode()
    assert Trajectory.objects.get().closed_on is None


@pytest.mark.parametrize(
    ("who", "status"),
    [("bram", 403), ("gerda", 403), ("henk", 403), ("carla", 404), ("dirk", 403)],
)
def test_nobody_else_opens_it(town, make_concern, sign_in, who, status):
    child = make_concern(signs=CANARY).client

    answer = sign_in(getattr(town, who)).get(address(child))

    assert answer.status_code == status
    assert CANARY not in answer.content.decode()


@pytest.mark.parametrize("who", ["bram", "gerda", "henk"])
def test_others_who_meet_the_child_see_no_trace(town, make_concern, sign_in, who):
    concern = make_concern(signs=CANARY)
    map_all(concern, town.anna)
    weigh_all(concern, town.anna, [True, True])
    decide(concern, town.anna, report=True, report_words=CANARY)
    referral = Trajectory.objects.get().referral
    browser = sign_in(getattr(town, who))
    pages = [reverse("child", kwargs={"uuid": concern.client.uuid})]
    pages += [reverse("referral", kwargs={"uuid": referral.uuid}), "/"]

    for page in pages:
        told = browser.get(page, follow=True).content.decode()
        assert CANARY not in told
        assert "/veiligheid/" not in told
        assert "Veilig Thuis" not in told
