"""Is a decision laid out, discussed, taken and read on its pages?"""

import re
import uuid

import pytest
from django.urls import reverse

from dichtbij.agreements.actions import offer_agreement
from dichtbij.agreements.signing import sign_agreement
from dichtbij.decisions.models import Decision, PracticeVote
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.programmes.models import Programme
from tests.decisions.conftest import agreement, reported, take

WORDS = {
    "structural-words": "Voortaan overal.",
    "structural-euros": "130000.50",
    "extended-words": "Nog een jaar.",
    "extended-until_on": "2027-03-31",
}
READERS = ("dirk", "rosa", "bram", "anna", "gerda", "carla", "gijs")
TAKEN = {
    "chosen": "structural",
    "grounds": "Kinderen worden eerder gezien.",
    "conditions": "",
    "review_on": "2027-03-01",
    "public_page": "on",
}


@pytest.fixture
def post(sign_in):
    def send(who, name, told=None, *args):
        form = {"once": str(uuid.uuid4()), **(told or {})}
        return sign_in(who).post(reverse(name, args=args), form)

    return send


def text_of(answer):
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def test_options_are_laid_out_from_a_reported_round(town, rosa, sign_in, post):
    of_round = reported(town.programme)
    listed = sign_in(rosa).get(reverse("decisions")).content.decode()
    assert reverse("prepare_decision", args=[of_round.uuid]) in listed

    answer = post(rosa, "prepare_decision", WORDS, of_round.uuid)

    made = Decision.objects.get()
    assert answer.headers["Location"] == reverse("decision", args=[made.uuid])
    structural, extended = made.options.all()
    assert structural.cents_per_year == 13_000_050
    assert str(extended.until_on) == "2027-03-31"


def test_a_form_that_lacks_something_keeps_what_was_typed(town, rosa, post):
    of_round = reported(town.programme)

    answer = post(
        rosa, "prepare_decision", WORDS | {"extended-until_on": ""}, of_round.uuid
    )

    assert "Give the last day of this option" in text_of(answer)
    assert "Voortaan overal." in answer.content.decode()
    assert not Decision.objects.exists()


def test_the_form_of_the_options_holds_them_when_it_is_changed(prepared, rosa, sign_in):
    page = sign_in(rosa).get(reverse("rewrite_decision", args=[prepared.uuid]))

    assert "Nog een jaar pilot." in page.content.decode()
    assert 'value="2027-03-31"' in page.content.decode()


def test_practices_are_asked_and_a_gp_votes_and_changes_it(
    town, prepared, rosa, post, sign_in
):
    post(rosa, "ask_practices", {"votes_until": "2026-03-20"}, prepared.uuid)

    for option in ("extended", "stopped"):
        answer = post(town.gerda, "vote", {"option": option}, prepared.uuid)
        assert answer.status_code == 302

    assert PracticeVote.objects.get().option.kind == "stopped"
    page = sign_in(town.gerda).get(reverse("decision", args=[prepared.uuid]))
    assert "1 of 2 practices that take part have voted." in text_of(page)
    assert re.search(r'value="stopped"[^>]*checked', page.content.decode())


@pytest.mark.parametrize("name", READERS)
def test_everyone_with_a_say_reads_practices_and_never_who_voted(
    town, heard, rosa, sign_in, name
):
    page = sign_in(getattr(town, name)).get(reverse("decision", args=[heard.uuid]))

    text = text_of(page)
    main = page.content.decode().split("<main", 1)[1]
    assert "2 of 2 practices that take part have voted." in text
    assert "Praktijk Noord" in text
    assert "€ 130,000.00" in text
    others = {"Gerda", "Gijs"} - {name.title()}
    assert not [person for person in others if person in main]


@pytest.mark.parametrize("name", ["henk", "ella", "petra"])
def test_who_has_no_say_reads_nothing(town, heard, sign_in, name):
    browser = sign_in(getattr(town, name))

    assert browser.get(reverse("decision", args=[heard.uuid])).status_code == 403
    assert browser.get(reverse("decisions")).status_code == 403


def test_before_it_is_taken_the_page_says_exactly_what_follows(town, heard, dirk, post):
    agreement(town)

    page = post(dirk, "take_decision", TAKEN | {"step": "check"}, heard.uuid)

    text = text_of(page)
    assert "The phase of the programme becomes: structural." in text
    assert "Of “Overeenkomst Noord” with Werkgever Noord a new version is dr" in text
    assert "The public page is on" in text
    assert "It can never be changed" in text
    heard.refresh_from_db()
    assert heard.status == "consulted"
    hidden = re.findall(r'type="hidden" name="(\w+)"', page.content.decode())
    assert set(hidden) >= set(TAKEN)

    done = post(dirk, "take_decision", TAKEN | {"step": "take"}, heard.uuid)

    assert done.status_code == 302
    programme = Programme.objects.get()
    assert (programme.phase, programme.public_page) == ("structural", True)


def test_the_button_to_decide_comes_when_all_have_voted(town, asked, dirk, sign_in):
    address = reverse("take_decision", args=[asked.uuid])
    page = reverse("decision", args=[asked.uuid])
    assert address not in sign_in(dirk).get(page).content.decode()

    for practice in (town.practice_noord, town.practice_zuid):
        PracticeVote.objects.create(
            decision=asked, practice=practice, option=asked.options.first(),
            voted_by=dirk, voted_at="2026-03-10T08:00Z",
        )  # fmt: skip

    assert address in sign_in(dirk).get(page).content.decode()


def test_from_the_confirmation_one_goes_back_with_what_one_wrote(heard, dirk, post):
    page = post(dirk, "take_decision", TAKEN | {"step": "again"}, heard.uuid)

    assert "Kinderen worden eerder gezien." in page.content.decode()
    heard.refresh_from_db()
    assert heard.status == "consulted"


def test_half_a_decision_is_not_confirmed(heard, dirk, post):
    told = TAKEN | {"grounds": "", "step": "check"}

    page = post(dirk, "take_decision", told, heard.uuid)

    assert "Take this decision" not in text_of(page)
    assert "See what follows" in text_of(page)


def test_a_decision_that_was_taken_is_read_with_its_record(town, heard, dirk, sign_in):
    take(heard, dirk)
    browser = sign_in(town.gerda)

    page = text_of(browser.get(reverse("decision", args=[heard.uuid])))
    record = browser.get(reverse("decision_record", args=[heard.uuid])).content

    import hashlib

    assert "On 10 March 2026 Dirk decided for the municipality" in page
    assert hashlib.sha256(record).hexdigest() == heard.sha256
    assert heard.sha256 in page


def test_the_new_versions_stand_there_with_how_far_they_are(
    town, heard, dirk, rosa, stand_as, sign_in
):
    agreement(town)
    take(heard, dirk, "extended")
    address = reverse("decision", args=[heard.uuid])
    version = heard.versions.get().agreement
    link = reverse("one_agreement", args=[version.uuid])
    page = sign_in(rosa).get(address)
    assert link in page.content.decode()
    assert "not offered for signing yet" in text_of(page)

    stand_as(rosa)
    offer_agreement(agreement=version, by=rosa)
    gerda = stand_as(town.gerda)
    sign_agreement(agreement=version, by=gerda, sha256=version.sha256)

    assert "To be signed 1 of 3 signed" in text_of(sign_in(dirk).get(address))
    assert link not in sign_in(town.anna).get(address).content.decode()


def test_only_the_care_side_is_led_to_running_families(
    town, heard, dirk, rosa, sign_in
):
    take(heard, dirk, "stopped")
    page, families = (
        reverse("decision", args=[heard.uuid]), reverse("running_families"),
    )  # fmt: skip

    for name in ("anna", "bram"):
        assert families in sign_in(getattr(town, name)).get(page).content.decode()
    for name in ("dirk", "gerda", "rosa"):
        browser = sign_in(getattr(town, name))
        answer = browser.get(page)
        assert families not in answer.content.decode()
        assert "hand-over of its running families" in text_of(answer)
        assert not re.search(r"\d+ famil", text_of(answer))
        assert browser.get(families).status_code == 403


def test_there_is_no_record_of_what_was_not_taken(heard, dirk, sign_in):
    answer = sign_in(dirk).get(reverse("decision_record", args=[heard.uuid]))

    assert answer.status_code == 404


def test_a_vote_that_came_too_late_says_so(town, heard, dirk, stand_as, post):
    take(heard, dirk)

    answer = post(town.gerda, "vote", {"option": "stopped"}, heard.uuid)

    assert "taken already. Your vote was not noted." in text_of(answer)


def test_the_project_leader_opens_the_public_page(town, rosa, post):
    post(rosa, "switch_public_page", {"public_page": "1"})
    assert Programme.objects.get().public_page

    post(rosa, "switch_public_page", {"public_page": "0"})
    assert not Programme.objects.get().public_page
    assert post(town.dirk, "switch_public_page", {}).status_code == 403


def test_another_programme_s_decision_is_not_there(town, sign_in, stand_as, rosa):
    other = Programme.objects.create(
        slug="elders", name="Elders", phase="pilot", starts_on="2025-01-01",
        school_region="noord",
    )  # fmt: skip
    foreign = Decision.objects.create(
        programme=other,
        evaluation_round=reported(other),
        made_by=town.dirk,
        made_at="2026-03-01T10:00Z",
    )
    browser = sign_in(town.dirk)

    assert browser.get(reverse("decision", args=[foreign.uuid])).status_code == 404
    assert EvaluationRound.objects.count() == 1


def test_forty_practices_cost_as_many_questions_as_two(
    town, heard, dirk, sign_in, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from dichtbij.organisations.models import Organisation
    from dichtbij.programmes.models import Participation

    browser = sign_in(dirk)
    address = reverse("decision", args=[heard.uuid])
    browser.get(address)
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get(address)
    for number in range(38):
        practice = Organisation.objects.create(kind="practice", name=f"P{number}")
        Participation.objects.create(
            programme=town.programme, practice=practice, holder=town.employer_noord,
            starts_on="2025-01-01",
        )  # fmt: skip
        PracticeVote.objects.create(
            decision=heard, practice=practice, option=heard.options.first(),
            voted_by=dirk, voted_at="2026-03-10T08:00Z",
        )  # fmt: skip

    with CaptureQueriesContext(connection) as many:
        browser.get(address)

    assert len(many) == len(few)
