"""Does each role see at most seven entries, and reach the rest from every page?"""

import pytest
from django.urls import reverse

from dichtbij.portal.frame import BESIDE, NAVIGATION
from dichtbij.shared.permissions import Role, relation_for
from tests.conftest import member


def opened(role):
    return [name for name, _l, needed in NAVIGATION if relation_for(needed, role)]


@pytest.mark.parametrize("role", Role)
def test_a_role_sees_at_most_seven_entries(role):
    beside = BESIDE.get(role, frozenset())

    assert len(set(opened(role)) - beside) <= 7  # Source: ux.md 4.0
    assert beside <= set(opened(role))


@pytest.mark.parametrize("who", ["gerda", "henk", "anna", "bram", "rosa"])
def test_what_stands_beside_is_at_the_foot_of_each_page(town, sign_in, who):
    town.rosa = member(town, "rosa", Role.PROJECT_LEADER, town.municipality)
    user = getattr(town, who)

    page = sign_in(user).get("/", follow=True).content.decode()

    foot = page.split('<nav class="wrap no-print"', 1)[1].split("</nav>", 1)[0]
    for name in BESIDE[user.membership.role]:
        assert f'href="{reverse(name)}"' in foot, name


def test_the_municipality_begins_with_the_state_of_affairs():
    assert opened(Role.MUNICIPAL_OFFICER)[:3] == ["figures", "evaluations", "decisions"]
