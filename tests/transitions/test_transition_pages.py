"""Does the wizard work as a page, without a script, for whom it is?"""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.transitions.actions import give_all, start_transition
from dichtbij.transitions.beginning import of_child, of_practitioner
from dichtbij.transitions.models import Transition
from dichtbij.transitions.scope import open_items


@pytest.fixture
def leaving(town, busy_child, stand_as):
    def make(children: int = 1) -> Transition:
        for _number in range(children):
            busy_child()
        stand_as(town.bram)
        return start_transition(change=of_practitioner(town.anna), by=town.bram)

    return make


def page_of(change: Transition) -> str:
    return reverse("transition", kwargs={"uuid": change.uuid})


def text(answer) -> str:
    return answer.content.decode()


def choices_on(page: str) -> list[str]:
    return re.findall(r'<select name="choice-([^"]+)"', page)


def test_a_lead_lists_what_a_leaver_owns_gives_it_and_finishes(
    town, fatma, busy_child, sign_in
):
    busy_child()
    browser = sign_in(town.bram)

    page = browser.post(
        reverse("transitions"),
        {"start": "leaves", "who": town.anna.pk, "on": ""},
        follow=True,
    )
    change = page.context["change"]
    assert "disabled" in text(page)
    assert "Without a new owner" in text(page)
    chosen = {f"choice-{key}": f"give:{fatma.uuid}" for key in choices_on(text(page))}
    after = browser.post(page_of(change), chosen, follow=True)
    assert "Each open item has an owner." in text(after)
    done = browser.post(page_of(change), {"finish": "1"}, follow=True)

    assert "Nothing is left." in text(done)
    assert Transition.objects.get(pk=change.pk).finished_at is not None


def test_everything_at_once_is_looked_at_first(town, fatma, leaving, sign_in):
    change = leaving()
    browser = sign_in(town.bram)

    looked = text(browser.get(f"{page_of(change)}?naar={fatma.uuid}"))

    assert "Give everything to Fatma" in looked
    assert open_items(change)
    browser.post(page_of(change), {"all": str(fatma.uuid)})
    assert not open_items(change)


def test_finishing_too_soon_says_how_many_and_what(town, fatma, leaving, sign_in):
    change = leaving()

    page = text(sign_in(town.bram).post(page_of(change), {"finish": "1"}))

    assert f"Without a new owner: {len(open_items(change))}." in page
    assert Transition.objects.get(pk=change.pk).finished_at is None


def test_who_leaves_hands_over_herself(town, fatma, busy_child, sign_in):
    busy_child()
    browser = sign_in(town.anna)

    page = browser.post(
        reverse("transitions"),
        {"start": "leaves", "who": town.anna.pk},
        follow=True,
    )

    assert "call off" in text(page)
    assert "goes with the help" in text(page)


def test_a_practitioner_lets_only_herself_leave(town, fatma, busy_child, sign_in):
    busy_child()

    sign_in(town.anna).post(
        reverse("transitions"), {"start": "leaves", "who": fatma.pk}
    )

    assert not Transition.objects.exists()


def test_a_change_of_a_child_starts_on_its_own_page(town, busy_child, sign_in):
    made = busy_child()
    address = reverse("start_transition", kwargs={"uuid": made.client.uuid})
    browser = sign_in(town.anna)

    assert address in text(
        browser.get(reverse("child", kwargs={"uuid": made.client.uuid}))
    )
    page = browser.post(address, {"kind": "changes_gp"}, follow=True)

    assert page.context["change"].kind == "changes_gp"
    assert "stays with Anna" in text(page)


def test_a_move_without_a_municipality_is_asked_again(town, busy_child, sign_in):
    made = busy_child()
    address = reverse("start_transition", kwargs={"uuid": made.client.uuid})

    page = sign_in(town.anna).post(address, {"kind": "moves"})

    assert page.status_code == 200
    assert "Choose the municipality" in text(page)


def test_the_page_holds_no_word_of_a_concern(town, leaving, sign_in):
    change = leaving()

    page = text(sign_in(town.bram).get(page_of(change)))

    assert "meldcode" in page
    assert "KANARIEZORG" not in page
    assert "Voorbeeldkind" not in re.search("<title>(.*?)</title>", page, re.S)[1]


@pytest.mark.parametrize(
    ("who", "status"),
    [("carla", 404), ("cees", 404), ("gerda", 403), ("henk", 403), ("dirk", 403)],
)
def test_others_see_no_change(town, fatma, leaving, sign_in, who, status):
    change = leaving()
    browser = sign_in(getattr(town, who))

    assert browser.get(page_of(change)).status_code == status
    assert browser.post(page_of(change), {"all": str(fatma.uuid)}).status_code == status
    assert open_items(change)


def test_a_colleague_who_helps_not_sees_no_change_of_that_child(
    town, fatma, busy_child, sign_in
):
    made = busy_child()
    change = start_transition(change=of_child(made.client, "adult"), by=town.anna)

    assert sign_in(fatma).get(page_of(change)).status_code == 404


def test_the_page_costs_the_same_for_one_child_and_for_three(
    town, fatma, leaving, busy_child, stand_as, sign_in
):
    def asked(change: Transition) -> int:
        browser = sign_in(town.bram)
        browser.get(page_of(change))
        with CaptureQueriesContext(connection) as captured:
            browser.get(page_of(change))
        return len(captured)

    change = leaving()
    one = asked(change)
    busy_child()
    busy_child()

    assert asked(change) == one


def test_a_long_list_comes_in_pages_and_loses_nothing(town, fatma, leaving, sign_in):
    change = leaving(4)
    browser = sign_in(town.bram)
    seen, address = [], page_of(change)

    while address:
        page = browser.get(address)
        seen += [row.item.key for row in page.context["rows"]]
        following = page.context["next_url"]
        address = page_of(change) + following if following else ""

    assert seen == [one.key for one in open_items(change)]
    assert len(seen) > 25


def test_each_child_on_the_page_is_a_look_in_the_log(town, leaving, sign_in, entries):
    change = leaving()
    before = len(entries(event_type="look", user_id=town.bram.pk))

    sign_in(town.bram).get(page_of(change))

    lines = entries(event_type="look", user_id=town.bram.pk)[before:]
    assert {line.object_type for line in lines} == {"Client"}
    assert {line.permission for line in lines} == {"transition_read"}


def test_a_finished_change_can_be_read_and_not_changed(town, fatma, leaving, sign_in):
    change = leaving()
    give_all(transition=change, by=town.bram, new_owner=fatma)
    browser = sign_in(town.bram)
    browser.post(page_of(change), {"finish": "1"})

    assert "Finished on" in text(browser.get(page_of(change)))
    assert "Finished on" in text(
        browser.post(page_of(change), {"choice-task:x": f"give:{fatma.uuid}"})
    )
