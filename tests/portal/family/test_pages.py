"""With an own account: what is next, plan, letters, who sees what, who looked."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from dichtbij.care.actions import (
    Consult,
    record_contact,
)
from dichtbij.care.by_family import CHANGE, TAKEN_BACK
from dichtbij.care.models import Task
from dichtbij.clients.models import Client, wall_keys
from dichtbij.families.models import Consent, LegalAuthority, SightDelay
from dichtbij.network.models import Letter
from dichtbij.outbox.models import Message
from dichtbij.privacy.models import FileRequest
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock
from tests.conftest import NOW
from tests.portal.family.conftest import book


def tasks_that_say(words) -> int:
    """Count the tasks with these words, as staff reads them."""
    with translation.override("nl"):
        return Task.objects.filter(kind="consent", words=str(words)).count()


PAGES = (
    "/mijn/",
    "/mijn/afspraak/",
    "/mijn/plan/",
    "/mijn/brieven/",
    "/mijn/wie-ziet-wat/",
    "/mijn/inzage/",
)


def everything(device) -> str:
    """Return all pages of a family member as one text."""
    texts = []
    for address in PAGES:
        answer = device.get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        texts.append(answer.content.decode())
    return "\n".join(texts)


def test_the_first_page_says_what_is_next_and_confirms_with_one_tap(
    as_parent, family, inside
):
    device, _user = as_parent()

    page = device.get("/mijn/").content.decode()
    device.post(f"/mijn/afspraak/{family.appointment.uuid}/", {"come": "1"})

    assert 'name="come"' in page
    assert family.child.family_name not in re.findall("<title>(.*?)</title>", page)[0]
    kept = inside(lambda: Appointment.objects.get(pk=family.appointment.pk))
    assert kept.confirmed_at == NOW


def test_home_leads_a_family_to_its_first_page(as_parent):
    device, _user = as_parent()

    assert device.get("/").headers["Location"] == "/mijn/"


def test_the_plan_tells_goals_and_agreements_never_notes_seals_or_the_other_home(
    as_parent, helped
):
    device, _user = as_parent(helped.mother)

    text = device.get("/mijn/plan/").content.decode()

    assert "Zelf inslapen" in text
    assert "Elke avond lezen" in text
    assert "Now 3 out of 10" in text
    for hidden in ("VERSLAG", "VERZEGELD", "VANVADER"):
        assert hidden not in text


def test_no_page_of_a_parent_holds_a_canary_of_seal_concern_or_other_home(
    as_parent, helped
):
    device, _user = as_parent(helped.mother)

    text = everything(device)

    for canary in (
        "VERZEGELD",
        "VANVADER",
        "VERSLAG",
        "ZORGSIGNAAL",
        "Geheimweg",
        "vader@",
        "Vader Anders",
        "oncern",
    ):
        assert canary not in text, canary


def test_the_other_parent_reads_the_talk_that_was_with_him(as_parent, helped):
    device, _user = as_parent(helped.father)

    text = device.get("/mijn/plan/").content.decode()

    assert "VANVADER" in text
    assert "Elke avond lezen" not in text
    assert "VERZEGELD" not in text


def test_a_child_under_twelve_reads_together_with_a_parent(as_parent, helped):
    device, _user = as_parent(helped.young)

    text = device.get("/mijn/plan/").content.decode()

    assert "Zelf inslapen" not in text
    assert "Ask your practitioner" in text


def test_on_the_twelfth_birthday_the_young_person_reads_at_midnight(
    as_parent, helped, inside
):
    birth = (NOW + timedelta(days=1)).date().replace(year=2014)
    inside(lambda: Client.objects.filter(pk=helped.child.pk).update(birth_date=birth))
    device, _user = as_parent(helped.young)
    # Amsterdam is one hour ahead of UTC in March.
    midnight = NOW.replace(day=11, hour=0, minute=0) - timedelta(hours=1)

    def at(moment):
        session = device.session
        session["last"] = session["started"] = int(moment.timestamp())
        session.save()
        with clock.at(moment):
            return device.get("/mijn/plan/").content.decode()

    assert "Zelf inslapen" not in at(midnight - timedelta(minutes=1))
    assert "Zelf inslapen" in at(midnight)


def test_helped_without_parents_a_parent_gets_nothing(as_parent, helped, inside):
    device, _user = as_parent(helped.mother)
    inside(
        lambda: Client.objects.filter(pk=helped.child.pk).update(without_parents=True)
    )

    for address in PAGES:
        assert device.get(address).status_code == 404


def test_a_parent_without_authority_reads_one_neutral_sentence(
    as_parent, helped, inside
):
    inside(
        lambda: LegalAuthority.objects.filter(member=helped.father).update(kind="none")
    )
    device, _user = as_parent(helped.father)

    text = everything(device)

    assert "Zelf inslapen" not in text
    assert text.count("Ask your practitioner what you can see here") == 3


def test_while_sight_is_held_back_it_reads_the_same(as_parent, helped, inside, anna):
    inside(
        lambda: SightDelay.objects.create(
            client=helped.child,
            reason="VERTRAGING",
            starts_at=clock.now(),
            review_on=clock.today(),
            noted_by=anna,
        )
    )
    device, _user = as_parent(helped.mother)

    text = everything(device)

    assert "Zelf inslapen" not in text
    assert "VERTRAGING" not in text
    assert "Anna" not in device.get("/mijn/inzage/").content.decode()
    assert text.count("Ask your practitioner what you can see here") == 3


def letter_to(family, anna, reader, words) -> Letter:
    return Letter.objects.create(
        **wall_keys(family.child),
        referral=family.appointment.referral,
        kind="start",
        audience="family",
        reader=reader,
        written_by=anna,
        body=words,
        status="released",
        dated_on=clock.today(),
        pdf=b"%PDF-" + words.encode(),
        sha256=__import__("hashlib").sha256(b"%PDF-" + words.encode()).hexdigest(),
        released_at=clock.now(),
        changed_at=clock.now(),
    )


def test_letters_are_read_by_their_reader_only(as_parent, helped, inside, anna):
    mine = inside(lambda: letter_to(helped, anna, "parent_1", "VOORMOEDER"))
    other = inside(lambda: letter_to(helped, anna, "parent_2", "VOORVADER"))
    device, _user = as_parent(helped.mother)

    page = device.get(f"/mijn/brieven/{mine.uuid}/")
    pdf = device.get(f"/mijn/brieven/{mine.uuid}/brief.pdf")

    assert "VOORMOEDER" in page.content.decode()
    assert pdf.content == b"%PDF-VOORMOEDER"
    assert device.get(f"/mijn/brieven/{other.uuid}/").status_code == 404
    assert device.get(f"/mijn/brieven/{other.uuid}/brief.pdf").status_code == 404
    assert "VOORVADER" not in everything(device)


def test_a_link_never_opens_what_needs_an_account(come_by_link):
    device, _place, _given = come_by_link()

    for address in PAGES:
        assert device.get(address).status_code == 403


def test_who_looked_tells_names_of_staff_not_visits_of_the_other_parent(
    as_parent, helped, sign_in, anna
):
    sign_in(anna).get(f"/kinderen/{helped.child.uuid}/")
    father, _one = as_parent(helped.father)
    father.get("/mijn/plan/")
    mother, _two = as_parent(helped.mother)
    mother.get("/mijn/plan/")

    text = mother.get("/mijn/inzage/").content.decode()

    assert "Anna" in text
    assert "Moeder Voorbeeld" in text
    assert "Vader Anders" not in text


def test_who_looked_knows_a_period(as_parent, helped, sign_in, anna):
    sign_in(anna).get(f"/kinderen/{helped.child.uuid}/")
    mother, _user = as_parent(helped.mother)

    before = mother.get("/mijn/inzage/?van=2025-01-01&tot=2025-02-01")
    nonsense = mother.get("/mijn/inzage/?van=vandaag")

    assert "Anna" not in before.content.decode()
    assert "Nobody looked" in before.content.decode()
    assert nonsense.status_code == 200


@pytest.fixture
def agreed(helped, inside, anna):
    return inside(
        lambda: Consent.objects.create(
            client=helped.child,
            purpose="share",
            member=helped.mother,
            party="school",
            topics=["school"],
            given_on=clock.today(),
            noted_by=anna,
        )
    )


def test_consent_is_taken_back_in_three_taps_and_works_at_once(
    as_parent, helped, agreed, inside, entries
):
    device, _user = as_parent(helped.mother)
    address = f"/mijn/toestemming/{agreed.uuid}/"

    first = device.get("/mijn/wie-ziet-wat/").content.decode()
    second = device.get(address).content.decode()
    third = device.post(address, follow=True).content.decode()

    assert f'href="{address}"' in first
    assert "nothing is shared with them any more" in second
    assert "It works from now on" in third
    kept = inside(lambda: Consent.objects.get(pk=agreed.pk))
    assert kept.withdrawn_on == clock.today()
    assert inside(lambda: tasks_that_say(TAKEN_BACK)) == 1
    told = inside(lambda: Message.objects.get(kind="choice_noted"))
    assert inside(lambda: told.channel.owner) == "parent_1"
    assert len(entries(event_type="withdraw_own_consent")) == 1


def test_the_consent_of_the_other_parent_is_not_ones_own(as_parent, helped, agreed):
    device, _user = as_parent(helped.father)

    assert device.get(f"/mijn/toestemming/{agreed.uuid}/").status_code == 404
    assert device.post(f"/mijn/toestemming/{agreed.uuid}/").status_code == 404


def test_asking_to_talk_is_one_task(as_parent, helped, inside):
    device, _user = as_parent(helped.mother)

    for _time in range(2):
        device.post("/mijn/wie-ziet-wat/veranderen/")

    assert inside(lambda: tasks_that_say(CHANGE)) == 1


def test_the_file_is_asked_for_and_due_within_a_month(as_parent, helped, inside):
    device, _user = as_parent(helped.mother)

    for _time in range(2):
        page = device.post("/mijn/inzage/", {"kind": "copy", "words": ""}, follow=True)

    (asked,) = inside(lambda: list(FileRequest.objects.all()))
    assert (asked.member_id, asked.due_on.isoformat()) == (
        helped.mother.pk,
        "2026-04-10",
    )
    assert "You hear from us before 10 April 2026" in page.content.decode()


def test_the_other_parent_sees_nothing_of_that_question_or_its_answer(
    as_parent, helped, inside
):
    mother, _one = as_parent(helped.mother)
    mother.post("/mijn/inzage/", {"kind": "copy", "words": ""})

    def answer():
        FileRequest.objects.update(status="ready", pdf=b"%PDF-DOSSIER", sha256="ab")
        return FileRequest.objects.get()

    asked = inside(answer)
    copy = mother.get(f"/mijn/inzage/{asked.uuid}/dossier.pdf")
    father, _two = as_parent(helped.father)

    assert copy.content == b"%PDF-DOSSIER"
    assert father.get(f"/mijn/inzage/{asked.uuid}/dossier.pdf").status_code == 404
    assert "Download" not in father.get("/mijn/inzage/").content.decode()


def test_another_family_does_not_exist_here(as_parent, town, family):
    other = book(town, given_name="Ander")
    device, _user = as_parent()

    assert device.get(f"/mijn/afspraak/{other.uuid}/").status_code == 404


def test_staff_have_no_family_pages(sign_in, anna, gerda, ella, family):
    for who in (anna, gerda, ella):
        for address in PAGES:
            assert sign_in(who).get(address).status_code == 403


def test_pages_ask_as_often_however_much_there_is(
    as_parent, helped, inside, anna, town
):
    device, _user = as_parent(helped.mother)

    def count() -> dict[str, int]:
        asked = {}
        for address in PAGES:
            device.get(address)
            with CaptureQueriesContext(connection) as caught:
                device.get(address)
            asked[address] = len(caught)
        return asked

    few = count()

    def more():
        for number in range(8):
            letter_to(helped, anna, "parent_1", f"brief {number}")
            record_contact(
                trajectory=helped.trajectory,
                by=anna,
                appointment=None,
                consult=Consult(
                    attendance=["child", "parent_1"],
                    themes=["EMO-ANG"],
                    text="",
                    agreements=f"afspraak {number}",
                    next_step="none",
                    next_step_words="",
                    minutes={"intake": 10},
                    scores={},
                ),
            )

    inside(more)
    assert count() == few
    assert max(few.values()) <= 60
