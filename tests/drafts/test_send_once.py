"""Does a form that is sent twice do its work once, and answer the same?"""

import uuid

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from dichtbij.drafts.models import Submission
from dichtbij.portal.once import Once


@pytest.fixture
def gerda_stands(town, stand_as):
    return stand_as(town.gerda)


class Work:
    """What a form does; it counts how often it was done."""

    def __init__(self, *answers: HttpResponse) -> None:
        self.answers = list(answers)
        self.done = 0

    def __call__(self, request) -> HttpResponse:
        self.done += 1
        return self.answers[self.done - 1]


def sent(once: uuid.UUID):
    return RequestFactory().post("/aanmelden/", {"once": str(once)})


def went_to(place: str) -> HttpResponse:
    return HttpResponseRedirect(place)


def test_a_double_click_is_one_effect_with_one_answer(gerda_stands):
    key = uuid.uuid4()
    work = Work(went_to("/eerste/"), went_to("/tweede/"))

    answers = [Once(work)(sent(key)) for _click in range(2)]

    assert work.done == 1
    assert [answer["Location"] for answer in answers] == ["/eerste/", "/eerste/"]


def test_another_form_is_another_effect(gerda_stands):
    work = Work(went_to("/eerste/"), went_to("/tweede/"))

    Once(work)(sent(uuid.uuid4()))
    second = Once(work)(sent(uuid.uuid4()))

    assert work.done == 2
    assert second["Location"] == "/tweede/"


def test_a_form_with_mistakes_can_be_sent_again(gerda_stands):
    key = uuid.uuid4()
    work = Work(HttpResponse("mistakes"), went_to("/goed/"))

    Once(work)(sent(key))
    assert not Submission.objects.exists()
    second = Once(work)(sent(key))

    assert work.done == 2
    assert second["Location"] == "/goed/"


def test_the_key_of_a_colleague_is_another_key(town, gerda_stands, stand_as):
    key = uuid.uuid4()
    work = Work(went_to("/van-gerda/"), went_to("/van-henk/"))
    Once(work)(sent(key))
    stand_as(town.henk)

    answer = Once(work)(sent(key))

    assert work.done == 2
    assert answer["Location"] == "/van-henk/"
    assert Submission.objects.count() == 1  # the wall shows one's own only


@pytest.mark.parametrize("typed", [{}, {"once": "geen sleutel"}])
def test_a_form_without_a_key_is_simply_done(gerda_stands, typed):
    work = Work(went_to("/een/"), went_to("/twee/"))

    for _click in range(2):
        Once(work)(RequestFactory().post("/aanmelden/", typed))

    assert work.done == 2
    assert not Submission.objects.exists()
