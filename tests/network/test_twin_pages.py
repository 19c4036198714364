"""Are both letters written, looked at and released in one screen, without a script?"""

import io
import re
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from dichtbij.families.models import FamilyMember
from dichtbij.network.models import Letter
from dichtbij.shared.pdf import sha256_hex

SEEN = re.compile(r'name="(gp|family)-sha256" value="([0-9a-f]{64})"')


def page_of(letter: Letter) -> str:
    return reverse("twin_letters", kwargs={"uuid": letter.uuid})


def stored(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def on_screen(browser, gp: Letter, reader: str = "parent_1") -> dict[str, str]:
    """Return what the form of the screen would send, without pressing a button."""
    page = browser.get(f"{page_of(gp)}?lezer={reader}")
    sheets = [page.context["gp"], page.context["family"]]
    fields = {
        sheet.form.add_prefix(name): sheet.form[name].value()
        for sheet in sheets
        if sheet is not None and sheet.form is not None
        for name in sheet.form.fields
        if name != "sha256"
    }
    hashes = {f"{side}-sha256": seen for side, seen in SEEN.findall(text(page))}
    return fields | hashes | {"lezer": reader}


def text(page) -> str:
    return page.content.decode()


def test_two_acts_bring_both_letters_to_their_readers(town, family, sign_in):
    given = family()
    browser = sign_in(town.anna)
    new = reverse(
        "new_letter", kwargs={"uuid": given.referral.client.uuid, "kind": "start"}
    )

    page = browser.post(new, {"family": "1"}, follow=True)
    gp = page.context["letter"]
    browser.post(page_of(gp), on_screen(browser, gp) | {"release": "both"})

    released = Letter.objects.filter(status="released")
    assert {letter.reader for letter in released} == {"", "parent_1"}


def test_the_screen_shows_the_exact_bytes_of_both(town, twin, sign_in):
    given = twin()
    browser = sign_in(town.anna)

    shown = dict(SEEN.findall(text(browser.get(page_of(given.gp)))))

    for side, letter in (("gp", given.gp), ("family", given.letter)):
        paper = browser.get(reverse("letter_preview", kwargs={"uuid": letter.uuid}))
        assert shown[side] == sha256_hex(paper.content) == letter.sha256


@pytest.mark.parametrize(
    ("button", "out"),
    [("gp", {""}), ("family", {"parent_1"}), ("both", {"", "parent_1"})],
)
def test_each_can_be_released_alone_or_both_together(town, twin, sign_in, button, out):
    given = twin()
    browser = sign_in(town.anna)

    browser.post(page_of(given.gp), on_screen(browser, given.gp) | {"release": button})

    released = Letter.objects.filter(status="released")
    assert {letter.reader for letter in released} == out


def test_changed_text_is_looked_at_before_it_is_released(town, twin, sign_in):
    given = twin()
    browser = sign_in(town.anna)
    typed = on_screen(browser, given.gp) | {
        "family-body": "Dag moeder.",
        "release": "both",
    }

    page = browser.post(page_of(given.gp), typed, follow=True)

    assert "Look at it once more" in text(page)
    assert not Letter.objects.filter(status="released").exists()
    assert stored(given.letter).body == "Dag moeder."
    browser.post(page_of(given.gp), on_screen(browser, given.gp) | {"release": "both"})
    assert Letter.objects.filter(status="released").count() == 2


def test_releasing_one_saves_what_was_typed_in_the_other(town, twin, sign_in):
    given = twin()
    browser = sign_in(town.anna)
    typed = on_screen(browser, given.gp) | {"family-body": "Dag moeder."}

    browser.post(page_of(given.gp), typed | {"release": "gp"})

    assert stored(given.gp).released
    assert stored(given.letter).body == "Dag moeder."
    assert not stored(given.letter).released


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("Bel vader op 06-00000077.", "someone else"),
        ("Nummer 999990019.", "citizen service number"),
        ("  ", "This letter has no text."),
    ],
)
def test_bad_text_is_refused_and_stays_on_the_page(town, twin, sign_in, body, message):
    given = twin()
    browser = sign_in(town.anna)

    page = browser.post(
        page_of(given.gp),
        on_screen(browser, given.gp) | {"family-body": body, "release": "both"},
    )

    assert page.status_code == 200
    assert message in text(page)
    assert body.strip() in text(page)
    assert not Letter.objects.filter(status="released").exists()


def test_a_stale_window_releases_neither(town, twin, sign_in):
    given = twin()
    browser = sign_in(town.anna)
    typed = on_screen(browser, given.gp)
    browser.post(page_of(given.gp), typed | {"family-body": "Uit het andere raam."})

    page = browser.post(page_of(given.gp), typed | {"release": "both"})

    assert not Letter.objects.filter(status="released").exists()
    assert stored(given.letter).body == "Uit het andere raam."
    assert page.status_code == 200


def test_what_was_typed_and_never_sent_comes_back(town, twin, sign_in):
    given = twin()
    browser = sign_in(town.anna)
    key = f"twins/{given.letter.uuid}"
    browser.post(
        reverse("keep_draft", kwargs={"form": key}), {"family-body": "Half af."}
    )

    page = text(browser.get(page_of(given.gp)))

    assert "Half af." in page
    assert "not in the letter below yet" in page


def test_a_letter_for_the_other_parent_is_drawn_up_from_the_same_screen(
    town, twin, sign_in
):
    given = twin()

    sign_in(town.anna).post(page_of(given.gp), {"lezer": "parent_2", "write": "1"})

    assert Letter.objects.filter(reader="parent_2").count() == 1


def test_the_hint_names_others_and_says_what_it_is(town, twin, sign_in):
    given = twin()
    Letter.objects.filter(pk=given.letter.pk).update(body="KANARIEVADER was er ook.")

    page = text(sign_in(town.anna).get(page_of(given.gp)))

    assert "Names of others:" in page
    assert "no test of language level" in page


def test_the_draft_of_the_family_opens_beside_its_twin(town, twin, sign_in):
    given = twin()

    answer = sign_in(town.anna).get(
        reverse("letter", kwargs={"uuid": given.letter.uuid})
    )

    assert answer.headers["Location"] == f"{page_of(given.gp)}?lezer=parent_1"


def test_without_a_family_on_record_the_gp_still_gets_a_letter(
    town, make_letter, sign_in
):
    letter = make_letter()

    page = text(sign_in(town.anna).get(page_of(letter)))

    assert "Nobody of the family may read a letter yet." in page
    assert 'value="gp"' in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("carla", 404), ("bram", 403), ("gerda", 403), ("henk", 403), ("dirk", 403)],
)
def test_others_write_no_twins(town, twin, sign_in, who, status):
    given = twin()
    browser = sign_in(getattr(town, who))

    assert browser.get(page_of(given.gp)).status_code == status
    assert browser.post(page_of(given.gp), {"release": "both"}).status_code == status


def test_a_lead_reads_what_was_released_to_the_family(town, twin, sign_in):
    given = twin()
    browser = sign_in(town.anna)
    browser.post(
        page_of(given.gp), on_screen(browser, given.gp) | {"release": "family"}
    )

    address = reverse("letter", kwargs={"uuid": given.letter.uuid})
    assert sign_in(town.bram).get(address).status_code == 200
    assert sign_in(town.gerda).get(address).status_code == 404


def test_the_screen_asks_as_often_for_one_reader_as_for_three(town, family, sign_in):
    def asked(given: SimpleNamespace) -> int:
        gp = Letter.objects.get(referral=given.referral, audience="gp")
        with CaptureQueriesContext(connection) as captured:
            sign_in(town.anna).get(page_of(gp))
        return len(captured)

    given = family()
    browser = sign_in(town.anna)
    new = reverse(
        "new_letter", kwargs={"uuid": given.referral.client.uuid, "kind": "start"}
    )
    browser.post(new, {"family": "1"})
    three = asked(given)
    FamilyMember.objects.exclude(slot="parent_1").update(slot="other")

    assert three <= asked(given) + 2


def test_the_paper_is_tagged_large_and_ends_with_where_to_call(twin):
    letter = twin().letter
    reader = PdfReader(io.BytesIO(bytes(letter.pdf)))

    assert "/StructTreeRoot" in reader.trailer["/Root"]
    assert reader.trailer["/Root"]["/Lang"].startswith("nl")
    shown = "\n".join(page.extract_text() for page in reader.pages)
    assert "112" in shown
    assert "0800 2000" in shown
    assert "Bedacht" not in str(reader.metadata.title)
