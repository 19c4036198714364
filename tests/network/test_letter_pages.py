"""Do letters work as pages: drawn up, looked at, released, read and copied?"""

import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from dichtbij.clients.models import CareRelation
from dichtbij.drafts.keeping import draft_of, keep_draft
from dichtbij.network.actions import edit_letter, write_letter
from dichtbij.network.models import Letter
from dichtbij.shared import clock
from dichtbij.shared.pdf import sha256_hex

SEEN = re.compile(r'name="sha256" value="([0-9a-f]{64})"')


def page_of(letter: Letter) -> str:
    return reverse("letter", kwargs={"uuid": letter.uuid})


def typed(letter: Letter, **changes: str) -> dict[str, str]:
    return {
        "body": letter.body.replace("\n", "\r\n"),
        "his_text": letter.his_text.replace("\n", "\r\n"),
        "sha256": letter.sha256,
    } | changes


def new_letter(given, kind="start") -> str:
    client = given.referral.client.uuid
    return reverse("new_letter", kwargs={"uuid": client, "kind": kind})


def stored(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


# --- from nothing to released -----------------------------------------------------


def test_two_posts_bring_a_letter_to_the_practice(town, help_given, sign_in):
    browser = sign_in(town.anna)
    given = help_given()

    page = browser.post(new_letter(given), follow=True)
    (seen,) = SEEN.findall(page.content.decode())
    preview = browser.get(
        reverse("letter_preview", kwargs={"uuid": page.context["letter"].uuid})
    )
    shown = {name: page.context["form"][name].value() for name in ("body", "his_text")}
    browser.post(page.request["PATH_INFO"], shown | {"sha256": seen, "release": "1"})
    letter = Letter.objects.get()

    download = sign_in(town.gerda).get(
        reverse("letter_pdf", kwargs={"uuid": letter.uuid})
    )
    assert letter.released
    assert (
        seen
        == sha256_hex(preview.content)
        == letter.sha256
        == sha256_hex(bytes(letter.pdf))
        == sha256_hex(download.content)
    )


def test_the_page_before_shows_what_the_letter_will_say(town, help_given, sign_in):
    given = help_given()

    page = sign_in(town.anna).get(new_letter(given))

    assert "Weer zelf slapen" in page.content.decode()
    assert not Letter.objects.exists()


def test_the_page_before_says_why_there_is_no_letter_yet(town, help_given, sign_in):
    given = help_given()
    browser = sign_in(town.anna)

    page = browser.get(new_letter(given, "close"))
    posted = browser.post(new_letter(given, "close"))

    for answer in (page, posted):
        assert answer.status_code == 200
        assert "This help is not closed yet." in answer.content.decode()
    assert not Letter.objects.exists()


def test_an_open_draft_is_opened_again(town, make_letter, sign_in):
    letter = make_letter()
    address = reverse(
        "new_letter", kwargs={"uuid": letter.client.uuid, "kind": "start"}
    )

    for answer in (
        sign_in(town.anna).get(address),
        sign_in(town.anna).post(address, {"referral": str(letter.referral.uuid)}),
    ):
        assert answer.headers["Location"] == page_of(letter)


@pytest.mark.parametrize("chosen", ["nonsense", "00000000-0000-4000-8000-000000000000"])
def test_a_referral_of_nobody_is_not_there(town, help_given, sign_in, chosen):
    given = help_given()

    answer = sign_in(town.anna).post(new_letter(given), {"referral": chosen})

    assert answer.status_code == 404


# --- editing ------------------------------------------------------------------------


def test_changed_text_is_looked_at_before_it_is_released(town, make_letter, sign_in):
    letter = make_letter()
    browser = sign_in(town.anna)
    body = letter.body.replace("Weer zelf", "Alweer zelf")

    page = browser.post(
        page_of(letter), typed(letter, body=body, release="1"), follow=True
    )

    assert stored(letter).status == "draft"
    assert stored(letter).body == body
    assert "Look at it once more" in page.content.decode()
    (seen,) = SEEN.findall(page.content.decode())
    browser.post(page_of(letter), typed(stored(letter), sha256=seen, release="1"))
    assert stored(letter).released
    text = PdfReader(io.BytesIO(bytes(stored(letter).pdf))).pages[0].extract_text()
    assert "Alweer zelf slapen" in text


def test_unchanged_text_is_released_at_once(town, make_letter, sign_in):
    letter = make_letter()

    answer = sign_in(town.anna).post(page_of(letter), typed(letter, release="1"))

    assert answer.status_code == 302
    assert stored(letter).released


def test_renewing_releases_nothing(town, make_letter, sign_in):
    letter = make_letter()

    sign_in(town.anna).post(page_of(letter), typed(letter, look="1"))

    assert stored(letter).status == "draft"


def test_a_letter_of_yesterday_gets_todays_date_first(town, make_letter, sign_in):
    letter = make_letter()
    browser = sign_in(town.anna)

    with clock.at(clock.now() + timedelta(days=1)):
        browser.post(page_of(letter), typed(letter, release="1"))
        renewed = stored(letter)
        browser.post(page_of(letter), typed(renewed, release="1"))

    assert renewed.status == "draft"
    assert renewed.dated_on == letter.dated_on + timedelta(days=1)
    assert stored(letter).released


def test_a_colleague_who_covers_signs_with_her_own_name(
    town, make_letter, stand_as, sign_in
):
    letter = make_letter()
    colleague = town.bram
    colleague.membership.role = "practitioner"
    colleague.membership.save()
    CareRelation.objects.create(
        client=letter.client,
        practitioner=colleague,
        reason="cover",
        starts_on=clock.today(),
    )

    sign_in(colleague).post(page_of(letter), typed(letter, release="1"))

    assert stored(letter).status == "draft"
    assert stored(letter).written_by == colleague


def test_a_stale_save_loses_nothing_and_shows_both(town, make_letter, sign_in):
    letter = make_letter()
    seen = letter.sha256
    edit_letter(
        letter=letter, by=town.anna, body="Uit het ander raam.", his_text="",
        sha256=seen,
    )  # fmt: skip

    page = sign_in(town.anna).post(
        page_of(letter), typed(letter, body="Uit dit raam.", sha256=seen, release="1")
    )

    shown = page.content.decode()
    assert page.status_code == 200
    assert "Look again" in shown
    assert "Uit dit raam." in shown
    assert "Uit het ander raam." in shown
    assert stored(letter).body == "Uit het ander raam."
    (now,) = SEEN.findall(shown)
    assert now == stored(letter).sha256


def test_typing_after_a_release_elsewhere_keeps_the_text(town, released, sign_in):
    letter = released()

    page = sign_in(town.anna).post(page_of(letter), typed(letter, body="Toch anders."))

    assert stored(letter).body == letter.body
    assert "Toch anders." in page.content.decode()
    assert "cannot change any more" in page.content.decode()


def test_a_release_sent_twice_shows_the_letter_without_a_warning(
    town, released, sign_in
):
    letter = released()

    page = sign_in(town.anna).post(page_of(letter), typed(letter, release="1"))

    assert page.status_code == 200
    assert "cannot change any more" not in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"body": "  "}, "This letter has no text."),
        ({"body": "Nummer 999990019 doorgeven."}, "citizen service number"),
        ({"his_text": "P: nummer 9 9 9 9 9 0 0 1 9"}, "citizen service number"),
        ({"his_text": "a" * 601}, "600"),
        ({"body": "a" * 20_001}, "20000"),
    ],
)
def test_bad_text_is_refused_and_stays_on_the_page(
    town, make_letter, sign_in, changes, message
):
    letter = make_letter()

    page = sign_in(town.anna).post(page_of(letter), typed(letter, **changes))

    assert page.status_code == 200
    assert message in page.content.decode()
    assert stored(letter).sha256 == letter.sha256
    (typed_text,) = changes.values()
    assert typed_text.strip() in page.content.decode()


def test_six_hundred_characters_count_without_the_browsers_line_ends(
    town, make_letter, sign_in
):
    letter = make_letter()
    his_text = "\r\n".join(["a" * 59] * 10)

    sign_in(town.anna).post(page_of(letter), typed(letter, his_text=his_text))

    assert len(stored(letter).his_text) == 599


@pytest.mark.parametrize(
    "text", ["\U0001f600 en עִבְרִית \u202e 日本", "<script>alert(1)</script>"]
)
def test_odd_characters_break_neither_page_nor_paper(town, make_letter, sign_in, text):
    letter = make_letter()

    page = sign_in(town.anna).post(
        page_of(letter), typed(letter, body=text), follow=True
    )

    assert stored(letter).body == text
    assert b"<script>alert" not in page.content


def test_what_was_typed_and_never_sent_comes_back(town, make_letter, sign_in):
    letter = make_letter()
    form = f"letter/{letter.uuid}"
    browser = sign_in(town.anna)
    browser.post(
        reverse("keep_draft", kwargs={"form": form}), typed(letter, body="Half af.")
    )

    page = browser.get(page_of(letter)).content.decode()

    assert "Half af." in page
    assert "not in the letter beside it yet" in page
    browser.post(page_of(letter), typed(letter, body="Af.", look="1"))
    assert draft_of(town.anna, form) is None
    assert stored(letter).body == "Af."


def test_a_draft_of_typing_is_ones_own(town, make_letter, sign_in, stand_as):
    letter = make_letter()
    stand_as(town.carla)
    keep_draft(town.carla, f"letter/{letter.uuid}", {"body": ["Van Carla."]})

    page = sign_in(town.anna).get(page_of(letter))

    assert "Van Carla." not in page.content.decode()


# --- who may ------------------------------------------------------------------------

ROUTES = ["letter", "letter_preview", "letter_pdf"]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    ("who", "status"),
    [("carla", 404), ("gijs", 404), ("henk", 403), ("dirk", 403), ("ella", 403)],
)
def test_others_read_no_letter(town, released, sign_in, route, who, status):
    letter = released()

    answer = sign_in(getattr(town, who)).get(
        reverse(route, kwargs={"uuid": letter.uuid})
    )

    # Drawing up is not for a GP at all.
    expected = 403 if (who, route) == ("gijs", "letter_preview") else status
    assert answer.status_code == expected


@pytest.mark.parametrize("who", ["gerda", "bram", "anna"])
def test_practice_lead_and_practitioner_read_a_released_letter(
    town, released, sign_in, who
):
    letter = released()
    browser = sign_in(getattr(town, who))

    page = browser.get(page_of(letter))
    paper = browser.get(reverse("letter_pdf", kwargs={"uuid": letter.uuid}))

    assert page.status_code == paper.status_code == 200
    assert "Voorbeeldkind" not in re.search(
        "<title>(.*?)</title>", page.content.decode(), re.S
    )[1]  # fmt: skip
    assert sha256_hex(paper.content) == letter.sha256


@pytest.mark.parametrize("who", ["gerda", "bram"])
def test_a_draft_is_for_its_writers_only(town, make_letter, sign_in, who):
    letter = make_letter()
    browser = sign_in(getattr(town, who))

    assert browser.get(page_of(letter)).status_code == 404
    paper = browser.get(reverse("letter_pdf", kwargs={"uuid": letter.uuid}))
    assert paper.status_code == 404
    preview = browser.get(reverse("letter_preview", kwargs={"uuid": letter.uuid}))
    assert preview.status_code == 403


def test_the_download_gives_no_draft_even_to_its_writer(town, make_letter, sign_in):
    letter = make_letter()

    answer = sign_in(town.anna).get(reverse("letter_pdf", kwargs={"uuid": letter.uuid}))

    assert answer.status_code == 404


@pytest.mark.parametrize("who", ["carla", "gijs", "henk", "bram", "gerda", "dirk"])
def test_others_draw_nothing_up(town, help_given, sign_in, who):
    given = help_given()
    browser = sign_in(getattr(town, who))

    for answer in (browser.get(new_letter(given)), browser.post(new_letter(given))):
        assert answer.status_code in (403, 404)
    assert not Letter.objects.exists()


def test_an_unknown_kind_has_no_address(town, help_given, sign_in):
    given = help_given()
    address = new_letter(given).replace("start", "anders")

    assert sign_in(town.anna).get(address).status_code == 404


# --- the paper ------------------------------------------------------------------------


@pytest.mark.parametrize("route", ["letter_preview", "letter_pdf"])
def test_the_paper_is_framed_by_our_own_pages_only(town, released, sign_in, route):
    letter = released()

    paper = sign_in(town.anna).get(reverse(route, kwargs={"uuid": letter.uuid}))

    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.headers["X-Frame-Options"] == "SAMEORIGIN"
    policy = paper.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "default-src 'none'" in policy
    assert paper.headers["Cache-Control"] == "no-store"
    assert paper.headers["X-Content-Type-Options"] == "nosniff"


def test_pages_themselves_are_framed_by_nobody(town, released, sign_in):
    letter = released()

    page = sign_in(town.anna).get(page_of(letter))

    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]


def test_the_name_of_the_file_names_nobody(town, released, sign_in):
    letter = released()

    paper = sign_in(town.gerda).get(reverse("letter_pdf", kwargs={"uuid": letter.uuid}))

    name = f"brief-{letter.referral.reference()}.pdf"
    assert paper.headers["Content-Disposition"] == f'inline; filename="{name}"'


# --- pasting ------------------------------------------------------------------------


def test_the_gp_copies_and_the_letter_says_when(town, released, sign_in):
    letter = released()
    browser = sign_in(town.gerda)

    before = browser.get(page_of(letter)).content.decode()
    answer = browser.post(reverse("letter_pasted", kwargs={"uuid": letter.uuid}))
    after = browser.get(answer.headers["Location"]).content.decode()

    assert 'data-copy="#his-' in before
    assert 'data-key="k"' in before
    assert "Pasted in the HIS on" not in before
    assert stored(letter).pasted_at == clock.now()
    assert "Pasted in the HIS on" in after


def test_a_second_paste_keeps_the_first_moment(town, released, sign_in):
    letter = released()
    address = reverse("letter_pasted", kwargs={"uuid": letter.uuid})
    sign_in(town.gerda).post(address)
    first = stored(letter).pasted_at

    with clock.at(clock.now() + timedelta(hours=1)):
        sign_in(town.gerda).post(address)

    assert stored(letter).pasted_at == first


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("anna", 403), ("bram", 403), ("henk", 403), ("gijs", 404), ("carla", 403),
        ("dirk", 403),
    ],
)  # fmt: skip
def test_nobody_else_marks_it_pasted(town, released, sign_in, who, status):
    letter = released()

    answer = sign_in(getattr(town, who)).post(
        reverse("letter_pasted", kwargs={"uuid": letter.uuid})
    )

    assert answer.status_code == status
    assert stored(letter).pasted_at is None


def test_a_draft_cannot_be_pasted(town, make_letter, sign_in):
    letter = make_letter()

    answer = sign_in(town.gerda).post(
        reverse("letter_pasted", kwargs={"uuid": letter.uuid})
    )

    assert answer.status_code == 404


def test_reading_is_by_get_and_pasting_by_post(town, released, sign_in):
    letter = released()

    answer = sign_in(town.gerda).get(
        reverse("letter_pasted", kwargs={"uuid": letter.uuid})
    )

    assert answer.status_code == 405


# --- the log, the cost --------------------------------------------------------------


@pytest.mark.parametrize("route", ["letter", "letter_pdf"])
def test_each_reading_is_a_line_in_the_log(town, released, sign_in, entries, route):
    letter = released()
    before = len(entries(event_type="look", user_id=town.gerda.pk))

    sign_in(town.gerda).get(reverse(route, kwargs={"uuid": letter.uuid}))

    lines = entries(event_type="look", user_id=town.gerda.pk)[before:]
    assert [line.object_id for line in lines] == [str(letter.uuid)]
    assert lines[0].client_id == letter.client_id
    assert lines[0].permission == "letter_read"


def test_looking_writes_nothing_but_the_log(town, make_letter, sign_in):
    letter = make_letter()
    browser = sign_in(town.anna)
    browser.get(page_of(letter))

    with CaptureQueriesContext(connection) as captured:
        browser.get(page_of(letter))
        browser.get(reverse("letter_preview", kwargs={"uuid": letter.uuid}))

    writes = [
        query["sql"]
        for query in captured
        if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))
    ]
    assert all("dichtbij_entry" in sql or "dichtbij_chain" in sql for sql in writes)


def test_a_draft_is_drawn_up_without_knowing_the_browser(town, help_given, sign_in):
    """The buttons of the list are forms: no script is needed."""
    given = help_given()

    answer = sign_in(town.anna).post(
        new_letter(given), {"referral": str(given.referral.uuid)}
    )

    letter = Letter.objects.get()
    assert answer.headers["Location"] == page_of(letter)
    assert write_letter(referral=given.referral, by=town.anna, kind="start") == letter
