"""Does a guest read the own topics only, and nothing once the family withdrew?"""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.families.models import Consent
from dichtbij.organisations.models import User
from dichtbij.partners.closing import close_without_consent
from dichtbij.partners.consulting import (
    add_participant,
    cancel_consultation,
    change_consultation,
    hold_consultation,
    invite,
    uninvite,
)
from dichtbij.partners.models import Participant
from dichtbij.shared import clock
from tests.attack.test_matrix import table_counts
from tests.partners.conftest import an_invitee
from tests.partners.families import agree, withdraw

MINE = reverse("consultations_mine")
SECRET = {"school": "KANARIESCHOOL tekst", "plan": "KANARIEPLAN tekst"}


def page_of(meeting):
    return reverse("guest_consultation", args=[meeting.consultation.uuid])


def hold(town, meeting):
    hold_consultation(consultation=meeting.consultation, by=town.anna, minutes=SECRET)


def test_before_the_meeting_a_guest_reads_topics_and_no_more(make_meeting, come_in):
    meeting = make_meeting()
    browser = come_in(meeting.participant)

    text = browser.get(page_of(meeting)).content.decode()

    assert "Consultation about Fictief V." in text
    assert "The plan and the agreements" in text
    assert "Kamer van de school" in text
    assert "Voorbeeldkind" not in text
    assert "Ouder" not in text
    assert "Ine" not in text


def test_the_title_never_names_the_child(make_meeting, come_in):
    meeting = make_meeting()
    text = come_in(meeting.participant).get(page_of(meeting)).content.decode()

    title = text.split("<title>")[1].split("</title>")[0]
    assert "Fictief" not in title


def test_after_it_was_held_a_guest_reads_the_minutes_of_own_topics(
    town, make_meeting, come_in
):
    meeting = make_meeting()
    hold(town, meeting)
    browser = come_in(meeting.participant)

    text = browser.get(page_of(meeting)).content.decode()

    assert "KANARIESCHOOL" in text
    assert "KANARIEPLAN" in text


def test_lr_08_a_topic_that_was_withdrawn_is_gone_on_the_next_request(
    town, make_meeting, come_in
):
    meeting = make_meeting()
    hold(town, meeting)
    browser = come_in(meeting.participant)
    assert "KANARIEPLAN" in browser.get(page_of(meeting)).content.decode()
    Consent.objects.filter(pk=meeting.consent.pk).update(topics=["school"])

    text = browser.get(page_of(meeting)).content.decode()

    assert "KANARIESCHOOL" in text
    assert "KANARIEPLAN" not in text
    assert "The plan and the agreements" not in text


@pytest.mark.parametrize("closed_by_the_act", [False, True])
def test_lr_08_withdrawal_closes_a_running_session_at_once(
    town, make_meeting, come_in, stand_as, entries, closed_by_the_act
):
    meeting = make_meeting()
    hold(town, meeting)
    browser = come_in(meeting.participant)
    assert browser.get(page_of(meeting)).status_code == 200
    withdraw(meeting.consent)
    if closed_by_the_act:
        close_without_consent(meeting.trajectory.client)
    stand_as(town.anna)
    lines, before = len(entries()), table_counts()

    answer = browser.get(page_of(meeting))

    assert answer.status_code == 403
    assert "KANARIE" not in answer.content.decode()
    said = "This link was ended" if closed_by_the_act else "closed for you"
    assert said in answer.content.decode()
    assert len(entries()) == lines + 1
    assert table_counts() == before


def test_lr_09_each_guest_reads_the_own_topics_only(
    town, make_meeting, make_partner, come_in
):
    meeting = make_meeting(topics=["school", "plan"])
    cjg = make_partner(kind="cjg", name="CJG Verzonnen")
    theirs = agree(meeting.parent, cjg, ["school", "plan"], town.anna)
    guest = add_participant(
        consultation=meeting.consultation,
        by=town.anna,
        invitee=an_invitee(cjg, name="Cor Verzonnen", email="cor@cjg.example"),
    )
    hold(town, meeting)
    Consent.objects.filter(pk=theirs.pk).update(topics=["school"])

    text = come_in(guest).get(page_of(meeting)).content.decode()

    assert "KANARIESCHOOL" in text
    assert "KANARIEPLAN" not in text
    assert "De Verzonnen School" not in text
    assert "Ine" not in text


def test_the_log_names_the_guest(make_meeting, come_in, entries):
    meeting = make_meeting()
    come_in(meeting.participant).get(page_of(meeting))

    line = entries(event_type="look", object_type="CaseConsultation")[0]

    user = User.objects.get(email="ine@school.example")
    assert (line.user_id, line.role, line.relation) == (user.pk, "partner", "client")
    assert line.user_name.startswith("Ine Verzonnen")
    assert line.client_id == meeting.trajectory.client_id
    assert not user.has_usable_password()


def test_who_is_no_longer_invited_gets_a_clear_sentence(
    town, make_meeting, come_in, stand_as, entries
):
    meeting = make_meeting()
    browser = come_in(meeting.participant)
    assert browser.get(page_of(meeting)).status_code == 200
    uninvite(participant=meeting.participant, by=town.anna)
    stand_as(town.anna)
    lines, before = len(entries()), table_counts()

    answer = browser.get(page_of(meeting))

    assert answer.status_code == 403
    assert "This link was ended" in answer.content.decode()
    assert "Fictief" not in answer.content.decode()
    assert len(entries()) == lines + 1
    assert table_counts() == before


def test_an_expired_link_opens_nothing_and_leaves_one_line(
    town, make_meeting, client, stand_as, entries
):
    meeting = make_meeting()
    given = invite(participant=meeting.participant, by=town.anna)
    stand_as(town.anna)
    lines, before = len(entries()), table_counts()

    with clock.at(clock.now() + timedelta(days=15)):
        answer = client.post(given.path, {"code": given.code})

    assert answer.status_code == 404
    assert "This link is too old" in answer.content.decode()
    assert len(entries()) == lines + 1
    # That someone tried is counted, for the limit; nothing else is kept.
    assert table_counts() | {"dichtbij_sharedvalue": 0} == before


def test_a_link_opens_no_other_page_and_no_other_meeting(town, make_meeting, come_in):
    meeting = make_meeting()
    other = make_meeting(trajectory=meeting.trajectory, partner=meeting.partner)
    browser = come_in(meeting.participant)

    assert browser.get(MINE).status_code == 403
    assert browser.get(page_of(other)).status_code == 403
    child = reverse("child", args=[meeting.trajectory.client.uuid])
    assert browser.get(child).status_code == 403


def test_a_partner_who_signs_in_lands_on_the_own_list(
    town, make_meeting, make_partner, as_partner
):
    meeting = make_meeting()
    invite(participant=meeting.participant, by=town.anna)
    browser = as_partner(meeting.trajectory.client)

    home = browser.get("/", follow=True)
    text = home.content.decode()

    assert home.redirect_chain[-1][0] == MINE
    assert page_of(meeting) in text
    assert "Fictief V." in text
    assert "Voorbeeldkind" not in text
    assert browser.get(page_of(meeting)).status_code == 200


def test_the_list_leaves_out_what_is_no_longer_agreed_or_called_off(
    town, make_meeting, as_partner, stand_as
):
    meeting = make_meeting()
    invite(participant=meeting.participant, by=town.anna)
    browser = as_partner(meeting.trajectory.client)
    assert page_of(meeting) in browser.get(MINE).content.decode()

    Consent.objects.filter(pk=meeting.consent.pk).update(topics=["home"])
    assert page_of(meeting) not in browser.get(MINE).content.decode()
    assert browser.get(page_of(meeting)).status_code == 403

    Consent.objects.filter(pk=meeting.consent.pk).update(topics=["plan"])
    stand_as(town.anna)
    cancel_consultation(consultation=meeting.consultation, by=town.anna)
    answer = browser.get(page_of(meeting))
    assert answer.status_code == 403
    assert "called off" in answer.content.decode()
    assert page_of(meeting) not in browser.get(MINE).content.decode()


def test_a_partner_of_another_child_gets_what_does_not_exist(
    town, make_meeting, make_referral, as_partner, stand_as
):
    meeting = make_meeting()
    invite(participant=meeting.participant, by=town.anna)
    other = make_referral(child={"given_name": "Ander", "family_name": "Testkind"})
    browser = as_partner(other.client)

    answer = browser.get(page_of(meeting))
    absent = browser.get(reverse("guest_consultation", args=[uuid4()]))

    assert answer.status_code == absent.status_code == 404
    assert answer.content == absent.content


def test_an_invitation_that_was_not_sent_opens_nothing(
    town, make_meeting, as_partner, make_partner
):
    meeting = make_meeting()
    second = make_meeting(trajectory=meeting.trajectory, partner=meeting.partner)
    invite(participant=meeting.participant, by=town.anna)
    browser = as_partner(meeting.trajectory.client)

    assert browser.get(page_of(second)).status_code == 404
    assert page_of(second) not in browser.get(MINE).content.decode()


def test_the_list_costs_the_same_for_any_number(town, make_meeting, as_partner):
    meeting = make_meeting()
    invite(participant=meeting.participant, by=town.anna)
    browser = as_partner(meeting.trajectory.client)
    browser.get(MINE)
    one = queries(browser)
    for _more in range(4):
        more = make_meeting(trajectory=meeting.trajectory, partner=meeting.partner)
        invite(participant=more.participant, by=town.anna)

    assert browser.get(MINE).content.decode().count('scope="row"') == 5
    assert queries(browser) == one


def queries(browser):
    with CaptureQueriesContext(connection) as asked:
        assert browser.get(MINE).status_code == 200
    return len(asked)


def test_a_moved_meeting_shows_its_new_moment(town, make_meeting, come_in, stand_as):
    meeting = make_meeting()
    browser = come_in(meeting.participant)
    stand_as(town.anna)
    change_consultation(
        consultation=meeting.consultation,
        by=town.anna,
        starts_at=clock.now() + timedelta(days=2),
        place="Andere kamer",
        topics=["plan"],
    )

    text = browser.get(page_of(meeting)).content.decode()

    assert "12 March 2026" in text
    assert "Andere kamer" in text
    assert Participant.objects.get().topics == ["plan"]
