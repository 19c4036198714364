"""Does the project leader read what was published, and choose how only before it?"""

from datetime import date

import pytest

from dichtbij.shared.permissions import Role
from tests.conftest import member
from tests.released import release

PAGE = "/publicaties/"


@pytest.fixture
def leader(town):
    return member(town, "pim", Role.PROJECT_LEADER, town.municipality)


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_before_the_first_one_chooses_how(leader, town, published, sign_in):
    answer = sign_in(leader).get(PAGE)
    assert "1 January 2025 until 31 March 2025" not in text_of(answer)
    assert "Nothing yet." in text_of(answer)

    answer = sign_in(leader).post(PAGE, {"noise": "none", "months": "6"})

    assert answer.status_code == 302
    town.programme.refresh_from_db()
    assert town.programme.publication_noise is None
    assert town.programme.publication_months == 6
    assert "no bound is promised" in text_of(sign_in(leader).get(PAGE))


def test_nothing_is_chosen_without_an_answer(leader, town, published, sign_in):
    answer = sign_in(leader).post(PAGE, {"noise": ""})

    assert "Choose how much noise." in text_of(answer)


def test_after_the_first_it_lists_and_is_fixed(leader, town, published, sign_in):
    release(town.programme, date(2025, 1, 1), date(2025, 6, 30), {"intake": {"a": 60}})
    release(town.programme, date(2025, 7, 1), date(2025, 12, 31), {})

    text = text_of(sign_in(leader).get(PAGE))

    assert "1 jan 2025" in text
    assert "too few to publish" in text
    assert "1 January 2026 until 31 March 2026" in text
    assert "13 May 2026" in text  # six weeks after the end
    assert 'name="months"' not in text
    answer = sign_in(leader).post(PAGE, {"noise": "1", "months": "3"})
    assert "these settings are fixed now" in text_of(answer)


@pytest.mark.parametrize("name", ["anna", "carla", "dirk", "gerda", "bram"])
def test_others_do_not(town, sign_in, name):
    assert sign_in(getattr(town, name)).get(PAGE).status_code == 403
