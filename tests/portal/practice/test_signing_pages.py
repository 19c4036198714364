"""Does a practice sign with two strokes, without script too, never by accident?"""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from dichtbij.network.models import OnwardEvent, OnwardReferral, Signature
from dichtbij.network.signing import edit, return_advice, sign
from dichtbij.organisations.models import Membership
from dichtbij.shared import clock
from dichtbij.shared.pdf import sha256_hex
from tests.conftest import NOW
from tests.network.advice import AGB, ARGUED, wording
from tests.network.conftest import help_given as help_given
from tests.network.conftest import make_advice as make_advice
from tests.network.conftest import signed as signed
from tests.portal.staff.conftest import ask as ask
from tests.portal.staff.conftest import count_queries as count_queries

STACK = "/te-tekenen/"
HIDDEN = re.compile(r'name="sha256" value="([0-9a-f]{64})"')
GP = {"proof": "test", "agb_code": AGB}


def at(name, onward) -> str:
    return reverse(name, args=[onward.uuid])


def text(answer) -> str:
    return answer.content.decode()


def stored(onward) -> OnwardReferral:
    return OnwardReferral.objects.get(pk=onward.pk)


def test_the_first_letter_is_open_and_its_button_has_the_focus(town, ask, make_advice):
    onward = make_advice()

    page = text(ask(town.gerda, STACK))

    (seen,) = HIDDEN.findall(page)
    assert seen == onward.sha256
    assert f"{at('onward_pdf', onward)}?{seen[:8]}" in page
    assert onward.body.split("\n")[1] in page
    form = page[page.index(at("sign_onward", onward)) :]
    form = form[: form.index("</form>")]
    assert form.count("data-focus") == 1
    assert "agb_code" in form
    for key in ("a", "t"):
        assert f'data-key="{key}"' in page


def test_the_page_shows_history_and_waits(town, ask, make_advice, stand_as):
    from dichtbij.care.levels import set_level
    from tests.network.advice import confirm, make_partner

    partner = make_partner(town)
    confirm(partner, town.ella, days=42, on=(NOW - timedelta(days=40)).date())
    onward = make_advice(partner=partner)
    set_level(
        trajectory=onward.trajectory, by=town.anna, level="short", words="Vijf keer"
    )

    page = text(ask(town.gerda, STACK))

    assert "Short help" in page
    assert "Vijf keer" in page
    assert "42 days" in page
    assert "more than 30 days ago" in page


def test_signing_by_post_signs_what_the_preview_showed(town, ask, make_advice):
    onward = make_advice()
    page = text(ask(town.gerda, STACK))
    preview = ask(town.gerda, at("onward_pdf", onward)).content
    (seen,) = HIDDEN.findall(page)

    answer = ask(
        town.gerda, at("sign_onward", onward), {"sha256": seen, "agb_code": AGB}
    )

    assert answer.url == f"{STACK}?stuk=geen"
    signature = Signature.objects.get()
    assert signature.sha256 == seen == sha256_hex(preview)
    assert signature.proof == "factor@10-03-2026 10:00"


def test_after_signing_no_other_letter_is_open(town, ask, help_given, make_advice):
    given = help_given()
    one, other = make_advice(given=given), make_advice(given=given, destination="b_ggz")
    sent = {"sha256": one.sha256, "agb_code": AGB}
    after = ask(town.gerda, at("sign_onward", one), sent).url

    page = text(ask(town.gerda, after))

    assert at("sign_onward", other) not in page
    assert "data-focus" not in page
    assert f'?stuk={other.uuid}" data-key="j"' in page
    assert at("onward", one) in page  # signed, not sent yet


def test_the_same_form_twice_is_one_signature_with_one_answer(
    town, sign_in, make_advice
):
    onward = make_advice()
    browser = sign_in(town.gerda)
    sent = {
        "sha256": onward.sha256,
        "agb_code": AGB,
        "once": "6f6f2f5e-6f0b-4f0e-9d67-1f0f7c7a1a11",
    }

    answers = [browser.post(at("sign_onward", onward), sent) for _ in range(2)]

    assert [answer.url for answer in answers] == [f"{STACK}?stuk=geen"] * 2
    assert Signature.objects.count() == 1
    assert OnwardEvent.objects.filter(kind="signed").count() == 1


def test_a_letter_that_changed_is_shown_anew_with_its_new_hash(
    town, ask, make_advice, stand_as
):
    onward = make_advice()
    stand_as(town.henk)
    edit(onward=onward, by=town.henk, wording=wording(), version=1)
    old = sha256_hex(b"what was seen")

    answer = ask(
        town.gerda, at("sign_onward", onward), {"sha256": old, "agb_code": AGB}
    )

    page = text(answer)
    assert answer.status_code == 200
    assert "this is version 2" in page
    assert set(HIDDEN.findall(page)) == {stored(onward).sha256}
    assert "Anders gezegd door de huisarts." in page
    assert "Henk" in page
    assert not Signature.objects.exists()


def test_whoever_comes_second_reads_who_signed(town, ask, make_advice, stand_as):
    onward = make_advice()
    seen = onward.sha256
    stand_as(town.gerda)
    sign(onward=onward, by=town.gerda, sha256=seen, **GP)

    sent = ask(town.gerda, at("sign_onward", onward), {"sha256": seen, "agb_code": AGB})
    opened = ask(town.gerda, f"{STACK}?stuk={onward.uuid}")

    assert "signed already, by Gerda on 10 March 2026 10:00" in text(sent)
    assert "signed already, by Gerda on 10 March 2026 10:00" in text(opened)
    assert Signature.objects.count() == 1


def test_an_ended_membership_signs_nothing_and_is_told(town, sign_in, make_advice):
    onward = make_advice()
    browser = sign_in(town.gerda)
    browser.get(STACK)
    Membership.objects.filter(user=town.gerda).update(state="ended")

    answer = browser.post(
        at("sign_onward", onward), {"sha256": onward.sha256, "agb_code": AGB}
    )

    assert answer.status_code == 403
    assert not Signature.objects.exists()


def test_signing_asks_a_fresh_factor(town, sign_in, make_advice):
    onward = make_advice()
    browser = sign_in(town.gerda)

    with clock.at(NOW + timedelta(minutes=6)):
        answer = browser.post(
            at("sign_onward", onward), {"sha256": onward.sha256, "agb_code": AGB}
        )

    assert answer.status_code == 302
    assert "next=" in answer.url
    assert not Signature.objects.exists()


def test_an_assistant_prepares_and_sees_no_way_to_sign(town, ask, make_advice):
    onward = make_advice()

    page = text(ask(town.henk, STACK))
    answer = ask(town.henk, at("sign_onward", onward), {"sha256": onward.sha256})

    assert at("sign_onward", onward) not in page
    assert at("return_onward", onward) not in page
    assert at("prepare_onward", onward) in page
    assert answer.status_code == 403
    assert ask(town.henk, at("return_onward", onward)).status_code == 403


def test_the_gp_of_another_practice_finds_nothing(town, ask, make_advice):
    onward = make_advice()

    assert onward.client.name not in text(ask(town.gijs, STACK))
    for name in (
        "sign_onward", "prepare_onward", "return_onward", "onward", "onward_pdf",
    ):  # fmt: skip
        answer = ask(town.gijs, at(name, onward), {"sha256": onward.sha256})
        assert answer.status_code in (404, 405), name
        assert ask(town.gijs, at(name, onward)).status_code in (404, 405), name


def test_changing_by_post_makes_a_version_to_look_at(town, ask, make_advice):
    onward = make_advice()
    page = ask(town.henk, at("prepare_onward", onward))
    typed = {
        name: page.context["form"][name].value()
        for name in ("urgency", "steps_tried", *ARGUED)
    }

    answer = ask(
        town.henk,
        at("prepare_onward", onward),
        typed | {"reason": "Aangevuld door de assistent.", "version": "1"},
    )

    assert answer.url == f"{STACK}?stuk={onward.uuid}"
    assert "Aangevuld door de assistent." in stored(onward).body
    again = ask(
        town.henk,
        at("prepare_onward", onward),
        typed | {"reason": "Nog eens.", "version": "1"},
    )
    assert "this is version 2" in text(again)
    assert "Nog eens." in text(again)


def test_a_text_that_misses_is_pointed_at(town, ask, make_advice):
    onward = make_advice()
    typed = {"urgency": "regular", "reason": "x", "version": "1", **ARGUED, "risk": "-"}

    page = ask(town.gerda, at("prepare_onward", onward), typed)

    assert list(page.context["form"].errors) == ["risk"]
    assert stored(onward).version == 1


def test_sending_back_by_post(town, ask, make_advice):
    onward = make_advice()

    empty = ask(town.gerda, at("return_onward", onward), {"reason": ""})
    answer = ask(town.gerda, at("return_onward", onward), {"reason": "Eerst b-ggz."})

    assert empty.status_code == 200
    assert answer.url == f"{STACK}?stuk=geen"
    assert stored(onward).status == "returned"


def test_nothing_to_sign_says_when_the_last_one_was(town, ask, signed):
    empty = text(ask(town.gerda, STACK))
    signed()

    page = text(ask(town.gerda, STACK))

    assert "Nothing to sign." in empty
    assert "Last one: Tue 10 March 10:00" in page
    assert "Signed, not sent yet" in page


def test_sending_is_noted_by_its_road(town, ask, signed):
    onward = signed()
    page = text(ask(town.gerda, at("onward", onward)))
    (seen,) = set(HIDDEN.findall(page))

    ask(town.henk, at("send_onward", onward), {"channel": "post", "sha256": seen})

    page = text(ask(town.gerda, at("onward", onward)))
    assert stored(onward).status == "sent"
    assert "Sent, as the practice noted" in page
    assert "delivered" not in page.lower()
    assert "Gerda, GP, AGB 01999901" in page
    downloaded = ask(town.gerda, at("onward_pdf", onward)).content
    assert sha256_hex(downloaded) == seen


def test_the_signature_sheet_names_signer_code_and_hash(town, ask, signed):
    import io

    from pypdf import PdfReader

    onward = signed()

    sheet = ask(town.gerda, at("signature_sheet", onward))

    assert sheet.headers["Content-Type"] == "application/pdf"
    words = "".join(
        part.extract_text() for part in PdfReader(io.BytesIO(sheet.content)).pages
    )
    words = "".join(words.split())
    assert "Gerda" in words
    assert AGB in words
    assert onward.sha256 in words.replace("\u200b", "")


def test_what_is_not_signed_has_no_sheet(town, ask, make_advice):
    onward = make_advice()

    assert ask(town.gerda, at("signature_sheet", onward)).status_code == 404


def test_my_referrals_show_how_far_it_is(town, ask, signed):
    onward = signed()
    referral = onward.trajectory.referral

    page = text(ask(town.henk, reverse("referral", args=[referral.uuid])))

    assert page.count("Onward referral") >= 2


def test_what_was_sent_back_waits_for_nobody_here(town, ask, make_advice, stand_as):
    onward = make_advice()
    stand_as(town.gerda)
    return_advice(onward=onward, by=town.gerda, reason="Nee")

    page = ask(town.gerda, f"{STACK}?stuk={onward.uuid}")
    changed = ask(town.gerda, at("prepare_onward", onward))

    assert "sent back by Gerda" in text(page)
    assert changed.url == at("onward", onward)


@pytest.mark.parametrize("asked", ["onzin", "00000000-0000-4000-8000-000000000000"])
def test_a_letter_that_is_not_there_is_no_error(town, ask, make_advice, asked):
    make_advice()

    answer = ask(town.gerda, f"{STACK}?stuk={asked}")

    assert answer.status_code in (200, 404)


def test_a_longer_stack_costs_as_many_queries(
    town, count_queries, help_given, make_advice
):
    given = help_given()
    make_advice(given=given)
    before = count_queries(town.gerda, STACK)
    for destination in ("b_ggz", "crisis", "lvb_jeugdhulpaanbieder"):
        make_advice(given=given, destination=destination)

    assert count_queries(town.gerda, STACK) == before
