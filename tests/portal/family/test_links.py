"""A personal link: opens nothing without its code, one thing with it, and dies."""

from datetime import timedelta

import pytest

from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.organisations import links
from dichtbij.organisations.models import PersonalLink
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.portal.family.conftest import book, browser

CODE = {"code": "000000"}


def refused(entries) -> list[Entry]:
    return entries(event_type="link_refused", outcome="4")


def page_of(answer) -> str:
    return answer.content.decode()


def test_only_hashes_are_kept(give):
    given = give()
    kept = PersonalLink.objects.get(pk=given.link.pk)

    assert len(given.token) >= 43
    assert len(given.code) == 6
    assert given.token.encode() not in bytes(kept.token_hash)
    assert given.code.encode() not in bytes(kept.code_hash)
    assert links.link_of(given.token) == kept


def test_opening_the_link_shows_no_name_and_spends_nothing(give, family):
    given = give()

    page = browser().get(given.path)

    assert page.status_code == 200
    for secret in (family.child.family_name, family.mother.name, "Teststad"):
        assert secret not in page_of(page)
    assert links.state_of(links.link_of(given.token)) == links.State.OPEN


def test_the_code_leads_to_the_appointment_and_is_logged_by_name(
    come_by_link, family, entries
):
    device, place, given = come_by_link()

    page = device.get(place)

    assert page.status_code == 200
    assert "Your appointment" in page_of(page)
    assert family.child.family_name not in page_of(page)
    (opened,) = entries(event_type="link_opened")
    assert (opened.client_id, opened.object_id) == (
        family.child.pk,
        str(given.link.uuid),
    )
    (look,) = entries(event_type="look", role="parent")
    assert look.user_name == "Moeder Voorbeeld (via link)"
    assert look.client_id == family.child.pk


@pytest.mark.parametrize("state", ["expired", "used", "ended", "forged"])
def test_a_dead_link_is_one_clear_page_and_one_line(give, entries, state):
    given, path = give(), ""
    words = {
        "expired": "too old",
        "used": "has been used",
        "ended": "was ended",
        "forged": "do not know this link",
    }[state]
    if state == "used":
        links.spend(given.link)
    if state == "ended":
        links.end_links(given.link.subject)
    if state == "forged":
        path = "/l/verzonnen-token-van-iemand-anders/"
    moment = NOW + (timedelta(days=8) if state == "expired" else timedelta())
    entries()
    before = Entry.objects.count()

    with clock.at(moment):
        page = browser().get(path or given.path)
        asked = browser().post(path or given.path, {"code": given.code})

    assert page.status_code == asked.status_code == 404
    assert words in page_of(page)
    assert words in page_of(asked)
    assert Entry.objects.count() == before + 2
    assert len(refused(entries)) == 2


def test_a_forwarded_link_opens_on_another_device_with_the_code_only(give):
    given, other = give(), browser()

    without = other.get(f"/mijn/afspraak/{given.link.subject}/")
    wrong = other.post(given.path, CODE)
    still = other.get(f"/mijn/afspraak/{given.link.subject}/")
    right = other.post(given.path, {"code": given.code})

    assert without.status_code == still.status_code == 403
    assert "not the code" in page_of(wrong)
    assert right.status_code == 302


def test_five_wrong_codes_kill_the_link_also_for_the_right_code(give, entries):
    given, device = give(), browser()

    answers = [device.post(given.path, CODE) for _try in range(5)]
    after = device.post(given.path, {"code": given.code})

    assert [a.status_code for a in answers] == [200, 200, 200, 200, 404]
    assert "wrong five times" in page_of(answers[-1])
    assert after.status_code == 404
    assert len(refused(entries)) == 6


def test_a_right_code_gives_its_try_back(give):
    given = give()
    for _try in range(4):
        browser().post(given.path, CODE)

    first = browser().post(given.path, {"code": given.code})
    second = browser().post(given.path, {"code": given.code})

    assert first.status_code == second.status_code == 302


def test_one_address_cannot_try_many_links(give):
    for _try in range(20):
        browser().post(give().path, CODE)

    answer = browser().post(give().path, CODE)

    assert answer.status_code == 429
    assert "wait five minutes" in page_of(answer)


def test_a_link_opens_its_own_thing_and_nothing_else(
    town, come_by_link, family, entries
):
    other = book(town, given_name="Ander")
    device, place, _given = come_by_link()

    assert device.get(place).status_code == 200
    for address in (
        f"/mijn/afspraak/{other.uuid}/",
        f"/kinderen/{family.child.uuid}/",
        "/vandaag/",
        "/",
    ):
        answer = device.get(address)
        assert answer.status_code in (403, 404), address
    assert len(entries(event_type="denied")) == 4


def test_half_an_hour_later_the_session_is_over(come_by_link):
    device, place, _given = come_by_link()

    with clock.at(NOW + timedelta(minutes=10)):
        assert device.get(place).status_code == 200
    with clock.at(NOW + timedelta(minutes=20)):
        assert device.get(place).status_code == 200
    with clock.at(NOW + timedelta(minutes=31)):
        assert device.get(place).status_code == 403


def test_ending_a_link_ends_the_session_that_runs_on_it(come_by_link):
    device, place, given = come_by_link()

    links.end_links(given.link.subject)

    assert device.get(place).status_code == 403


def test_who_no_longer_belongs_to_the_family_stands_outside_at_once(
    come_by_link, family, anna, entries
):
    device, place, _given = come_by_link()
    with standing_at(anna.membership.place()):
        family.mother.ended_on = clock.today()
        family.mother.save()

    answer = device.get(place)

    assert answer.status_code == 403
    assert len(refused(entries)) == 1


def test_helped_without_parents_a_parents_link_opens_nothing(
    come_by_link, family, anna
):
    device, place, _given = come_by_link()
    with standing_at(anna.membership.place()):
        family.child.without_parents = True
        family.child.save()

    assert device.get(place).status_code == 403


def test_a_newer_link_ends_the_older_one_of_the_same_person_only(give, family):
    older, others = give(), give(member=family.father)

    give()

    assert links.state_of(links.link_of(older.token)) == links.State.ENDED
    assert links.state_of(links.link_of(others.token)) == links.State.OPEN


def test_whoever_was_signed_in_here_no_longer_is(give, sign_in, anna):
    given = give()
    device = sign_in(anna)

    device.post(given.path, {"code": given.code})

    assert device.get("/vandaag/").status_code == 403


def test_no_log_of_the_server_shows_a_token(give):
    from dichtbij.organisations.quiet import without_links

    given = give()

    assert given.token not in without_links(f"GET {given.path} 200")
