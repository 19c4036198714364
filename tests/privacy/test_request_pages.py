"""The staff pages about a family's questions complete by POST."""

import pytest
from django.urls import reverse

from dichtbij.privacy.actions import answer_request
from dichtbij.privacy.models import FileRequest
from tests.privacy.test_answer_request import CANARIES, asked_by, family, member

__all__ = ["family"]


def test_a_question_is_noted_looked_at_and_answered(town, family, sign_in):
    trajectory, one, _two = family
    browser = sign_in(town.anna)
    page = reverse("file_requests", kwargs={"uuid": trajectory.client.uuid})
    assert "Nothing was asked." in browser.get(page).content.decode()

    noted = browser.post(page, {"who": str(one.uuid), "kind": "copy"})
    asked = FileRequest.objects.get()
    assert noted.headers["Location"] == reverse("file_request", args=[asked.uuid])
    preview = browser.get(reverse("file_copy", args=[asked.uuid]))
    assert preview.content.startswith(b"%PDF")
    told = browser.get(noted.headers["Location"]).content.decode()
    assert "Here that is 2 texts." in told
    browser.post(noted.headers["Location"], {"act": "answer"})

    asked.refresh_from_db()
    assert asked.status == "ready"
    given = browser.get(reverse("file_copy", args=[asked.uuid]))
    assert given.content == bytes(asked.pdf)


def test_it_is_refused_on_a_ground(town, family, sign_in):
    asked = asked_by(family[1], town.anna, "destruction")
    page = reverse("file_request", args=[asked.uuid])
    browser = sign_in(town.anna)
    assert "Dichtbij cannot do it yet" in browser.get(page).content.decode()

    wrong = browser.post(page, {"act": "refuse", "ground": "privacy", "words": "x"})
    assert wrong.status_code == 200
    browser.post(page, {"act": "refuse", "ground": "duty", "words": "Omdat."})

    asked.refresh_from_db()
    assert asked.status == "refused"


def test_who_may_not_read_gets_a_sentence(town, make_trajectory, sign_in):
    client = make_trajectory().client
    nobody = member(client, "parent_2", town.anna, tie="09", name="Buur Verzonnen")
    asked = asked_by(nobody, town.anna)

    answer = sign_in(town.anna).get(
        reverse("file_copy", args=[asked.uuid]), follow=True
    )

    assert "may not read the file now" in answer.content.decode()


def test_later_readers_see_the_familys_own_statement(town, family, sign_in):
    trajectory, one, _two = family
    asked = asked_by(one, town.anna, "addition", "Ik zie dit anders.")
    answer_request(file_request=asked, by=town.anna)
    page = reverse("child", kwargs={"uuid": trajectory.client.uuid})

    for who in (town.anna, town.bram):
        assert "Ik zie dit anders." in sign_in(who).get(page).content.decode()


@pytest.mark.parametrize(
    ("who", "status"),
    [("bram", 403), ("gerda", 403), ("carla", 404), ("petra", 403), ("dirk", 403)],
)
def test_nobody_else_opens_them(town, family, sign_in, who, status):
    trajectory, one, _two = family
    asked = asked_by(one, town.anna)
    answer_request(file_request=asked, by=town.anna)
    browser = sign_in(getattr(town, who))

    for address in (
        reverse("file_requests", kwargs={"uuid": trajectory.client.uuid}),
        reverse("file_request", args=[asked.uuid]),
        reverse("file_copy", args=[asked.uuid]),
    ):
        assert browser.get(address).status_code == status


def test_the_officer_sees_the_term_and_no_content(town, family, sign_in):
    trajectory, one, _two = family
    asked_by(one, town.anna, "addition", "Verzonnen eigen woorden.")

    told = sign_in(town.petra).get(reverse("access")).content.decode()

    assert trajectory.client.name in told
    assert "Verzonnen eigen woorden." not in told
    for canary in CANARIES.values():
        assert canary not in told
