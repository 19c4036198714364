"""A practice refers a child on one page; bad input is answered in words, text kept."""

import re
import uuid
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dichtbij.clients.models import Client
from dichtbij.drafts.keeping import draft_of, keep_draft
from dichtbij.drafts.models import Draft, Submission
from dichtbij.organisations.models import Municipality
from dichtbij.programmes.models import ProgrammeMunicipality
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment

URL = "/aanmelden/"
TYPED = {
    "given_name": "Fictief",
    "family_name": "Voorbeeldkind",
    "birth_date": "01-06-2015",
    "contact": "06-00000001",
    "contact_owner": "parent_1",
    "questions": ["EMO"],
    "sentence": "Slaapt slecht sinds de zomer.",
    "giver": "parents",
    "urgency": "regular",
    "municipality": "0166",
}


@pytest.fixture
def page(gerda, sign_in):
    """Open the page as gerda, and send it with some answers changed."""
    browser = sign_in(gerda)

    def send(url=URL, follow=False, **changes):
        told = TYPED | {"once": str(uuid.uuid4())} | changes
        told = {name: value for name, value in told.items() if value is not None}
        return browser.post(url, told, follow=follow)

    send.browser = browser
    send.open = lambda: browser.get(URL)
    return send


def text(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_the_page_asks_at_most_seven_questions(page):
    form = page.open().context["form"]
    behind = set(form.DETAILS) | {"practice"}

    asked = [name for name in form.fields if name not in behind]

    # Name is one question, so is contact with its owner; the second level of reasons
    # belongs to the first.
    parts = {"family_name", "contact_owner", "narrower"}
    assert set(asked) - parts == {
        "given_name", "birth_date", "contact", "questions", "sentence", "giver",
        "urgency",
    }  # fmt: skip


def test_a_referral_is_sent_and_leads_to_the_first_free_times(page, gerda, stand_as):
    answer = page()

    stand_as(gerda)
    referral = Referral.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("plan_first", kwargs={"uuid": referral.uuid})
    assert referral.questions == ["EMO"]
    assert referral.client.municipality_id == "0166"
    (channel,) = referral.client.channels.all()
    assert (channel.owner, channel.kind) == ("parent_1", "telephone")


def test_the_look_and_the_act_are_logged(page, entries):
    page()

    kinds = {line.event_type for line in entries()}
    assert {"submit_referral", "enter_client", "refer_child"} <= kinds


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"given_name": ""}, "Fill in the given name."),
        ({"family_name": "   "}, "Fill in the family name."),
        ({"family_name": "x" * 81}, "at most 80 characters"),
        ({"birth_date": ""}, "Fill in the birth date."),
        ({"birth_date": "kort geleden"}, "such as 01-06-2015"),
        ({"birth_date": "31-02-2019"}, "This date does not exist: 31-02-2019"),
        ({"birth_date": "01-06-2031"}, "lies in the future"),
        ({"birth_date": "10-03-2008"}, "What does exist"),
        ({"contact": ""}, "how the family can be reached"),
        ({"contact": "12"}, "such as 06-00000000"),
        ({"contact": "ouder@"}, "such as 06-00000000"),
        ({"contact_owner": "buurman"}, "Select a valid choice"),
        ({"questions": None}, "Choose at least one reason."),
        ({"questions": ["XXX"]}, "Select a valid choice"),
        ({"questions": ["OVE"], "sentence": ""}, "say here in words what it is"),
        ({"sentence": "x" * 401}, "at most 400 characters"),
        ({"giver": "oma"}, "Select a valid choice"),
        ({"urgency": "gisteren"}, "Select a valid choice"),
        ({"bsn": "123456789"}, "11-test"),
        ({"bsn": "12345"}, "nine digits"),
        ({"bsn": "999999999"}, "not given to anyone"),
        ({"bsn": "abcdefghi"}, "digits only"),
        ({"postcode": "0123 AB"}, "such as 8261 AA"),
        ({"email": "geen adres"}, "not a complete e-mail address"),
        ({"municipality": "9999"}, "Select a valid choice"),
        ({"second": "1"}, "such as 06-00000000"),
    ],
)
def test_bad_input_is_answered_between_label_and_field_and_saves_nothing(
    page, changes, words, gerda, stand_as
):
    answer = page(**changes)

    (name,) = (n for n in changes if n != "sentence" or len(changes) == 1)
    if changes.get("questions") == ["OVE"]:
        name = "sentence"
    shown = text(answer)
    assert answer.status_code == 200
    assert words in shown
    assert 'id="errors"' in shown
    assert f'href="#id_{name}' in shown
    assert f'id="id_{name}_error"' in shown
    assert 'aria-invalid="true"' in shown
    stand_as(gerda)
    assert Client.objects.count() == 0


def test_what_was_typed_is_still_there_after_a_mistake(page):
    answer = page(birth_date="31-02-2019", sentence="Bang in het donker", bsn="1")

    shown = text(answer)
    assert 'value="31-02-2019"' in shown
    assert "Bang in het donker" in shown
    assert 'value="06-00000001"' in shown
    assert '<details class="details" open>' in shown


def test_the_message_about_a_bsn_does_not_repeat_it(page):
    errors = page(bsn="123456789").context["form"].errors["bsn"]

    assert "123456789" not in str(errors)


@pytest.mark.parametrize(
    "name", ["Zoë 🌻", "العربي", "‏עִבְרִית‎", "O'Neil", "Ng", "李", "<b>&amp;"]
)
def test_names_of_every_script_are_kept_as_typed(page, gerda, stand_as, name):
    page(family_name=name)

    stand_as(gerda)
    assert Client.objects.get().family_name == name


def test_a_child_of_seventeen_is_in_time(page):
    assert page(birth_date="11-03-2008", giver="young_person").status_code == 302


@pytest.mark.parametrize("giver", ["", "nobody", None])
def test_consent_never_blocks(page, gerda, stand_as, giver):
    answer = page(giver=giver, follow=True)

    stand_as(gerda)
    assert Referral.objects.get().client.consents.count() == 0
    assert "Who agreed to this help." in text(answer)


def test_a_missing_municipality_is_flagged_not_refused(page):
    answer = page(municipality="", follow=True)

    assert "The municipality where the child lives." in text(answer)


def test_the_only_municipality_of_the_programme_is_filled_in(page, town):
    assert page.open().context["form"]["municipality"].value() == "0166"

    ProgrammeMunicipality.objects.create(
        programme=town.programme, municipality=Municipality.objects.get(code="0392")
    )

    assert page.open().context["form"]["municipality"].value() is None


def test_a_second_level_stands_for_its_first_level(page, gerda, stand_as):
    page(questions=["LIC", "EMO"], narrower=["EMO-ANG", "EMO-SOM", "SOC-PES"])

    stand_as(gerda)
    assert Referral.objects.get().questions == ["EMO-ANG", "EMO-SOM", "LIC", "SOC-PES"]


def test_a_chip_of_the_second_level_is_enough(page, gerda, stand_as):
    page(questions=None, narrower=["LIC-SLA"])

    stand_as(gerda)
    assert Referral.objects.get().primary_question == "LIC-SLA"


def test_every_way_to_reach_someone_has_its_owner(page, gerda, stand_as):
    page(
        email="jongere@teststad.example",
        email_owner="young_person",
        second="038-0000001",
        second_owner="parent_2",
        second_silent="on",
    )

    stand_as(gerda)
    client = Client.objects.get()
    assert {(c.owner, c.kind, c.silent) for c in client.channels.all()} == {
        ("parent_1", "telephone", False),
        ("young_person", "email", False),
        ("parent_2", "telephone", True),
    }


def test_parents_who_are_kept_out_are_never_reached_by_what_was_typed(
    page, gerda, stand_as
):
    page(
        second="06-00000003",
        second_owner="young_person",
        without_parents="on",
    )

    stand_as(gerda)
    silent = dict(Client.objects.get().channels.values_list("owner", "silent"))
    assert silent == {"parent_1": True, "young_person": False}


def test_an_address_alone_is_a_way_to_reach_them(page, gerda, stand_as):
    page(contact="ouder@teststad.example", email="ouder@teststad.example")

    stand_as(gerda)
    assert [c.kind for c in Client.objects.get().channels.all()] == ["email"]


# --- who may, and for which practice -------------------------------------------------


@pytest.mark.parametrize("who", ["anna", "bram", "carla", "dirk", "ella"])
def test_others_do_not_refer(town, sign_in, who):
    browser = sign_in(getattr(town, who))

    assert browser.get(URL).status_code == 403
    assert browser.post(URL, TYPED).status_code == 403


def test_an_assistant_refers_for_her_practice(town, sign_in, henk, stand_as):
    sign_in(henk).post(URL, TYPED)

    stand_as(henk)
    assert Referral.objects.get().practice == town.practice_noord


def test_a_practice_that_takes_no_part_hears_so_and_keeps_its_text(
    page, town, gerda, stand_as
):
    town.participation_noord.ends_on = date(2026, 3, 9)
    town.participation_noord.save()

    opened, sent = page.open(), page()

    assert "does not take part" in text(opened)
    assert "does not take part" in text(sent)
    assert "Slaapt slecht" in text(sent)
    stand_as(gerda)
    assert Referral.objects.count() == 0


@pytest.mark.parametrize(
    ("until", "words"),
    [(date(2026, 4, 30), "pauses until 30 April 2026"), (None, "This practice pauses")],
)
def test_a_practice_that_pauses_hears_until_when_and_keeps_its_text(
    page, town, gerda, stand_as, until, words
):
    town.participation_noord.pauses.create(
        starts_on=date(2026, 3, 10), ends_on=until, words="Verbouwing"
    )

    opened, sent = page.open(), page()

    assert words in text(opened)
    assert words in text(sent)
    assert "Slaapt slecht" in text(sent)
    stand_as(gerda)
    assert Referral.objects.count() == 0


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2026, 2, 1), date(2026, 3, 9)), (date(2026, 3, 11), None)],
    ids=["over", "not begun"],
)
def test_a_pause_of_another_day_stops_nobody(page, town, gerda, stand_as, first, last):
    town.participation_noord.pauses.create(
        starts_on=first, ends_on=last, words="Verbouwing"
    )

    page()

    stand_as(gerda)
    assert Referral.objects.count() == 1


def test_a_form_opened_for_another_practice_is_not_sent_silently(page, town):
    answer = page(practice=str(town.practice_zuid.uuid))

    assert "opened for another practice" in text(answer)
    assert page(practice=str(town.practice_noord.uuid)).status_code == 302


# --- paste ------------------------------------------------------------------------

HIS = (
    "Naam: Jansen, Pietje\nGeb.datum: 12-03-2014 (m)\nBSN: 999990019\n"
    "Tel: 06-00000002\nPostcode: 8261 AB Kampen\nE-mail: anna@voorbeeld.example"
)


def test_pasted_text_fills_the_empty_fields_and_says_which(page):
    answer = page(
        "/aanmelden/herken/",
        pasted=HIS,
        given_name="Piet",
        family_name="",
        birth_date="",
        contact="",
    )

    form = answer.context["form"]
    assert form["given_name"].value() == "Piet"
    assert form["family_name"].value() == "Jansen"
    assert form["birth_date"].value() == "12-03-2014"
    assert form["contact"].value() == "06-00000002"
    assert form["bsn"].value() == "999990019"
    assert form["postcode"].value() == "8261 AB"
    assert form["email"].value() == "anna@voorbeeld.example"
    assert form["sentence"].value() == TYPED["sentence"]
    assert form["questions"].value() == ["EMO"]
    recognised = "Recognised: Family name, Birth date, Telephone or e-mail, BSN"
    assert recognised in text(answer)


def test_a_script_gets_the_same_as_json(page):
    answer = page.browser.post("/aanmelden/herken/", {"text": HIS})

    fields = answer.json()["fields"]
    assert fields["given_name"] == "Pietje"
    assert fields["birth_date"] == "12-03-2014"
    assert set(fields) <= set(page.open().context["form"].fields)


def test_sending_only_pasted_text_recognises_it(page):
    answer = page(pasted=HIS, given_name="", family_name="", birth_date="")

    assert answer.status_code == 200
    assert answer.context["form"]["family_name"].value() == "Jansen"


def test_a_hundred_kilobytes_are_read_and_kept_nowhere(
    page, gerda, stand_as, caplog, entries
):
    pasted = HIS + "\nGeheimwoord " + "lorem ipsum " * 8400

    answer = page("/aanmelden/herken/", pasted=pasted, given_name="", family_name="")

    assert answer.context["form"]["family_name"].value() == "Jansen"
    assert "Geheimwoord" not in answer.content.decode()
    assert "Geheimwoord" not in caplog.text
    stand_as(gerda)
    assert Draft.objects.count() == 0
    for line in entries():
        assert "Geheimwoord" not in str(vars(line))


def test_text_that_names_nobody_says_so(page):
    answer = page("/aanmelden/herken/", pasted="wat zinnen", given_name="")

    assert "Nothing was recognised" in text(answer)


# --- who agreed, in the words of the age ----------------------------------------------


@pytest.mark.parametrize(
    ("born", "values", "words"),
    [
        ("01-06-2015", ["parents", "nobody"], "Under 12 each parent"),
        ("10-03-2014", ["both", "parents", "young_person", "nobody"], "From 12 to 15"),
        ("10-03-2010", ["young_person", "nobody"], "From 16 the young person alone"),
        ("later", ["parents", "young_person", "both", "nobody"], "Under 12 each"),
    ],
)
def test_the_answers_fit_the_age(page, born, values, words):
    answer = page.browser.post("/aanmelden/instemming/", {"birth_date": born})

    offered = re.findall(r'name="giver" value="(\w+)"', text(answer))
    assert offered == values
    assert words in text(answer)
    assert 'id="agreement"' in text(answer)
    assert "<html" not in text(answer)


# --- the same child ------------------------------------------------------------


@pytest.fixture
def known(page, gerda, stand_as):
    """A child of this practice whose earlier referral was withdrawn."""
    page()
    stand_as(gerda)
    Referral.objects.update(
        status="withdrawn",
        decided_at=Referral.objects.get().received_at,
        decided_by=gerda,
    )
    return Client.objects.get()


def test_a_child_that_looks_the_same_is_shown_before_anything_is_saved(
    page, known, gerda, stand_as, entries
):
    before = len(entries(event_type="look"))

    answer = page(family_name="van Foorbeeldkint")

    assert "Is this the same child?" in text(answer)
    assert known.name in text(answer)
    stand_as(gerda)
    assert Client.objects.count() == 1
    assert len(entries(event_type="look", client_id=known.pk)) == before + 1


def test_the_same_child_gets_the_referral_in_its_own_file(page, known, gerda, stand_as):
    answer = page(same=str(known.uuid), postcode="8261 AA")

    stand_as(gerda)
    assert answer.status_code == 302
    file = Client.objects.get()
    assert file.referral_set.count() == 2
    assert file.postcode == "8261 AA"


def test_another_child_gets_a_file_of_its_own(page, known, gerda, stand_as):
    page(same="other")

    stand_as(gerda)
    assert Client.objects.count() == 2


def test_an_answer_that_was_not_offered_counts_for_nothing(page, known, town):
    answer = page(same=str(uuid.uuid4()))

    assert "Is this the same child?" in text(answer)


def test_an_open_referral_of_the_same_child_is_offered_to_look_at(
    page, gerda, stand_as
):
    page()
    stand_as(gerda)
    referral = Referral.objects.get()

    answer = page()

    assert f'href="/aanmeldingen/{referral.uuid}/"' in text(answer)
    assert "Look at that referral" in text(answer)
    assert 'name="same" value="other"' in text(answer)


def test_a_child_of_another_practice_is_never_hinted_at(page, town, sign_in, gijs):
    page(bsn="999990019")
    browser = sign_in(gijs)

    answer = browser.post(URL, TYPED | {"bsn": "999990019"})

    assert answer.status_code == 302


def test_a_bsn_in_use_for_another_child_is_refused(page):
    page(bsn="999990019")

    answer = page(bsn="999990019", same="other")

    assert "already has a child with this BSN" in text(answer)


def test_two_windows_queue_before_they_look_for_the_same_child(page):
    with CaptureQueriesContext(connection) as asked:
        page()

    steps = [query["sql"] for query in asked]
    queued = next(n for n, sql in enumerate(steps) if "advisory_xact_lock" in sql)
    looked = next(n for n, sql in enumerate(steps) if '"surname_key" =' in sql)
    assert queued < looked


# --- once, drafts, cost --------------------------------------------------------


def test_a_double_click_is_one_referral_with_one_answer(page, gerda, stand_as):
    key = str(uuid.uuid4())

    first, second = page(once=key), page(once=key)

    assert first["Location"] == second["Location"]
    stand_as(gerda)
    assert Referral.objects.count() == 1


def test_a_form_with_a_mistake_can_be_mended_with_the_same_key(page, gerda, stand_as):
    key = str(uuid.uuid4())
    page(once=key, birth_date="31-02-2019")

    assert page(once=key).status_code == 302

    stand_as(gerda)
    assert Submission.objects.count() == 1


def test_a_draft_is_offered_filled_in_and_forgotten_when_sent(page, gerda, stand_as):
    stand_as(gerda)
    keep_draft(
        gerda,
        "submit",
        {
            name: value if isinstance(value, list) else [value]
            for name, value in TYPED.items()
        },
    )

    opened = page.open()

    assert "You typed this before" in text(opened)
    form = opened.context["form"]
    assert form["birth_date"].value() == "01-06-2015"
    assert form["questions"].value() == ["EMO"]
    assert form["giver"].value() == "parents"
    page()
    stand_as(gerda)
    assert draft_of(gerda, "submit") is None


def test_a_draft_can_be_thrown_away(page, gerda, stand_as):
    stand_as(gerda)
    keep_draft(gerda, "submit", {"sentence": ["weg ermee"]})

    page(act="fresh")

    stand_as(gerda)
    assert draft_of(gerda, "submit") is None
    assert Referral.objects.count() == 0
    assert "weg ermee" not in text(page.open())


def test_a_draft_of_another_practice_is_not_offered_here(page, town, gerda, stand_as):
    stand_as(gerda)
    typed = {"sentence": ["elders"], "practice": [str(town.practice_zuid.uuid)]}
    keep_draft(gerda, "submit", typed)

    assert "elders" not in text(page.open())


def test_the_page_asks_the_same_of_the_database_with_one_and_twenty_children(
    page, make_referral
):
    make_referral()
    page.open()
    with CaptureQueriesContext(
        connection,
    ) as few:
        page.open()
    for day in range(20):
        make_referral(child={"birth_date": date(2016, 1, day + 1)})
    with CaptureQueriesContext(connection) as many:
        page.open()

    assert len(many) == len(few)
    assert Appointment.objects.count() == 0
