from datetime import timedelta

import pytest
from django.urls import reverse

from dichtbij.care.actions import close_trajectory
from dichtbij.scheduling.actions import book_appointment
from dichtbij.scheduling.openings import free_slots
from dichtbij.shared import clock
from tests.conftest import NOW

TABS = ("child", "child_contacts", "child_network", "child_documents")


def address(name, client):
    return reverse(name, args=[client.uuid])


def text_of(ask, user, name, client):
    return ask(user, address(name, client)).content.decode()


def test_the_overview_says_who_why_since_when_and_how_far(town, ask, make_contact):
    contact = make_contact()

    text = text_of(ask, town.anna, "child", contact.client)

    assert "<h1>Fictief Voorbeeldkind</h1>" in text
    assert "<title>Overview · Dichtbij</title>" in text
    assert "Helped by Anna since 10 March 2026." in text
    assert "06-00000001" in text
    assert "Scores from 0 to 10: 4" in text
    assert '<td class="number">4</td>' in text
    assert "Agreed on 10 March: Elke avond voorlezen." in text
    assert "own client" in text
    assert "Slaapt slecht sinds de zomer." in text


def test_no_goals_yet_gives_examples(town, ask, make_trajectory):
    text = text_of(ask, town.anna, "child", make_trajectory().client)

    assert "No goals yet" in text
    assert "I fall asleep without mum" in text


def test_of_a_bsn_three_digits_are_shown(town, ask, make_trajectory):
    client = make_trajectory(child={"bsn": "999990019"}).client

    for name in TABS:
        assert "999990019" not in text_of(ask, town.anna, name, client)
    assert "•••••• 019" in text_of(ask, town.anna, "child", client)


def test_missing_data_and_consent_are_flagged(town, ask, make_trajectory):
    thirteen = clock.today() - timedelta(days=4900)
    client = make_trajectory(child={"birth_date": thirteen, "postcode": ""}).client

    text = text_of(ask, town.anna, "child", client)

    assert "Consent is not complete" in text
    assert "these still have to agree: young person" in text
    assert text.count("not known yet") == 3  # BSN, postcode, municipality


def test_the_consults_stand_newest_first_with_all_that_was_recorded(
    town, ask, make_contact
):
    contact = make_contact()
    with clock.at(NOW + timedelta(days=7)):
        make_contact(contact.trajectory, text="Een week later.")
        text = text_of(ask, town.anna, "child_contacts", contact.client)

    assert text.index("Een week later.") < text.index("Verzonnen tekst.")
    assert "young person, parent" in text
    assert "About: anxiety." in text
    assert "intake: 45 minutes" in text


def test_a_long_record_goes_on_on_a_next_page(town, ask, make_contact):
    contact = make_contact()
    for number in range(26):
        with clock.at(NOW + timedelta(days=number + 1)):
            make_contact(contact.trajectory, text=f"Gesprek {number}.")
    with clock.at(NOW + timedelta(days=30)):
        first = ask(town.anna, address("child_contacts", contact.client))
        page = address("child_contacts", contact.client) + first.context["next_url"]
        second = ask(town.anna, page)

    assert len(first.context["contacts"]) == 25
    assert len(second.context["contacts"]) == 2
    assert "Verzonnen tekst." in second.content.decode()


def test_the_network_shows_channels_with_their_owner_and_the_practice(
    town, ask, make_trajectory
):
    text = text_of(ask, town.anna, "child_network", make_trajectory().client)

    assert "ouder@teststad.example" in text
    assert "may be used" in text
    assert "Praktijk Noord" in text
    assert "Gerda" in text


def test_the_documents_offer_the_letter_that_is_owed(town, ask, make_contact):
    contact = make_contact()

    page = ask(town.anna, address("child_documents", contact.client))

    assert page.context["owed"] == "start"
    write = reverse("new_letter", args=[contact.client.uuid, "start"])
    assert write in page.content.decode()


def test_closed_help_says_when_and_how_it_ended(town, ask, make_trajectory):
    trajectory = make_trajectory()
    close_trajectory(
        trajectory=trajectory, by=town.anna, outcome="verhuisd", reason="05"
    )

    text = text_of(ask, town.anna, "child", trajectory.client)

    assert "Closed on 10 March 2026: moved away." in text
    assert "Start consult" not in text


def test_a_team_lead_reads_and_writes_nothing(town, ask, make_contact):
    client = make_contact().client

    text = text_of(ask, town.bram, "child", client)

    assert "Fictief Voorbeeldkind" in text
    for offered in ("New consult", "Add a goal", "Note consent", "Complete data"):
        assert offered not in text
    assert "Add to this consult" not in text_of(
        ask, town.bram, "child_contacts", client
    )


@pytest.mark.parametrize("name", TABS)
def test_each_tab_is_one_look_in_the_log(town, ask, make_contact, entries, name):
    client = make_contact().client
    before = len(entries(event_type="look"))

    ask(town.anna, address(name, client))

    looks = entries(event_type="look")[before:]
    assert {line.client_id for line in looks} == {client.pk}
    assert looks[0].permission == "file_read"
    assert looks[0].relation == "care"


@pytest.mark.parametrize("name", TABS)
@pytest.mark.parametrize(
    ("other", "status"),
    [("carla", 404), ("cees", 404), ("gerda", 403), ("henk", 403), ("dirk", 403)],
)
def test_nobody_else_opens_it(town, ask, make_trajectory, name, other, status):
    client = make_trajectory().client

    answer = ask(getattr(town, other), address(name, client))

    assert answer.status_code == status
    assert "Voorbeeldkind" not in answer.content.decode()


@pytest.mark.parametrize("name", TABS)
def test_the_number_of_queries_does_not_grow(town, make_contact, count_queries, name):
    contact = make_contact()
    counts, made = [], 1
    for wanted in (1, 3, 20):
        while made < wanted:
            make_contact(contact.trajectory, next_step="consultation")
            made += 1
        counts.append(count_queries(town.anna, address(name, contact.client)))

    assert counts[0] == counts[1] == counts[2], counts


def test_a_consult_starts_on_its_own_day(town, ask, make_trajectory):
    trajectory = make_trajectory()
    slot = free_slots(
        programme=town.programme,
        practice_id=town.practice_noord.pk,
        start=NOW + timedelta(days=1),
    )[0]
    booked = book_appointment(referral=trajectory.referral, by=town.anna, slot=slot)
    begin = reverse("begin_consult", args=[booked.uuid])

    before = text_of(ask, town.anna, "child", trajectory.client)
    with clock.at(slot.starts):
        that_day = text_of(ask, town.anna, "child", trajectory.client)

    assert begin not in before
    assert begin in that_day


def test_a_family_without_mail_gets_a_card(town, ask, make_appointment):
    quiet = {"channels": ()}
    appointment = make_appointment(child=quiet)
    card = reverse("appointment_card", args=[appointment.uuid])

    assert card in text_of(ask, town.anna, "child", appointment.client)


def test_with_mail_no_card_is_offered(town, ask, make_appointment):
    appointment = make_appointment()
    card = reverse("appointment_card", args=[appointment.uuid])

    assert card not in text_of(ask, town.anna, "child", appointment.client)
