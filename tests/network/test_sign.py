"""Is what was previewed what is signed, by a GP of this practice, once and for ever?"""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from dichtbij.care.models import Task
from dichtbij.clients.models import wall_keys
from dichtbij.network.models import OnwardEvent, OnwardReferral, Signature
from dichtbij.network.onward import revise_advice, withdraw_advice
from dichtbij.network.signing import edit, mark_sent, return_advice, sign
from dichtbij.organisations.models import Membership, User
from dichtbij.referrals.models import ReferralEvent
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.pdf import sha256_hex
from tests.conftest import member
from tests.network.advice import AGB, advice, wording

GP = {"proof": "test", "agb_code": AGB}


def stored(onward) -> OnwardReferral:
    return OnwardReferral.objects.get(pk=onward.pk)


@pytest.fixture
def waiting(town, make_advice, stand_as):
    """An advice that waits to be signed; gerda stands there after."""

    def make(**changes):
        onward = make_advice(**changes)
        stand_as(town.gerda)
        return onward

    return make


def test_the_paper_that_was_seen_is_signed_kept_and_sent(town, waiting, sign_in):
    onward = waiting()
    browser = sign_in(town.gerda)
    seen = browser.get(reverse("onward_pdf", args=[onward.uuid])).content

    sign(onward=onward, by=town.gerda, sha256=sha256_hex(seen), **GP)
    mark_sent(onward=onward, by=town.gerda, channel="post", sha256=onward.sha256)

    found = stored(onward)
    signature = Signature.objects.get()
    later = browser.get(reverse("onward_pdf", args=[onward.uuid])).content
    assert seen == bytes(found.pdf) == later
    hashes = {sha256_hex(seen), signature.sha256, found.sha256, sha256_hex(later)}
    assert len(hashes) == 1
    assert found.status == "sent"


def test_a_signature_says_who_as_what_when_and_how_proved(town, waiting):
    onward = waiting()

    sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)

    signature = Signature.objects.get()
    assert signature.onward_id == onward.pk
    assert (signature.signed_by, signature.name) == (town.gerda, "Gerda")
    assert (signature.capacity, signature.agb_code) == ("gp", AGB)
    assert (signature.proof, signature.signed_at) == ("test", clock.now())
    assert User.objects.get(pk=town.gerda.pk).registration == AGB
    assert OnwardEvent.objects.filter(kind="signed", by=town.gerda).count() == 1
    assert ReferralEvent.objects.filter(kind="onward").count() == 2


@pytest.mark.parametrize("sha256", ["", "0" * 64])
def test_another_hash_signs_nothing(town, waiting, sha256):
    onward = waiting()

    with pytest.raises(Refused, match="Look at it again"):
        sign(onward=onward, by=town.gerda, sha256=sha256, **GP)

    assert not Signature.objects.exists()


def test_a_second_signature_is_refused_with_the_name_of_the_first(town, waiting):
    onward = waiting()
    sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)

    with pytest.raises(Refused, match="already, by Gerda"):
        sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)

    assert Signature.objects.count() == 1


def test_after_an_edit_the_paper_that_was_seen_is_signed_by_nobody(
    town, waiting, stand_as
):
    onward = waiting()
    seen = onward.sha256
    stand_as(town.henk)
    edit(onward=onward, by=town.henk, wording=wording(), version=1)
    stand_as(town.gerda)

    with pytest.raises(Refused, match="changed since you saw it: this is version 2"):
        sign(onward=onward, by=town.gerda, sha256=seen, **GP)

    assert not Signature.objects.exists()
    sign(onward=onward, by=town.gerda, sha256=stored(onward).sha256, **GP)
    assert Signature.objects.get().sha256 == stored(onward).sha256 != seen


def test_nor_after_the_practitioner_changed_or_withdrew_it(town, waiting, stand_as):
    onward = waiting()
    seen = onward.sha256
    stand_as(town.anna)
    revise_advice(onward=onward, by=town.anna, advice=advice(reason="Nu"), version=1)
    stand_as(town.gerda)
    with pytest.raises(Refused, match="version 2"):
        sign(onward=onward, by=town.gerda, sha256=seen, **GP)
    stand_as(town.anna)
    withdraw_advice(onward=onward, by=town.anna)
    stand_as(town.gerda)

    with pytest.raises(Refused, match="withdrawn by Anna"):
        sign(onward=onward, by=town.gerda, sha256=stored(onward).sha256, **GP)

    assert not Signature.objects.exists()


@pytest.mark.parametrize("state", ["suspended", "ended"])
def test_a_membership_that_ended_since_the_page_was_opened_signs_nothing(
    town, waiting, state
):
    onward = waiting()
    Membership.objects.filter(user=town.gerda).update(state=state)

    with pytest.raises(Refused, match="access to this practice has ended"):
        sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)

    assert not Signature.objects.exists()


def test_nor_does_someone_who_is_no_gp_there_any_more(town, waiting):
    onward = waiting()
    Membership.objects.filter(user=town.gerda).update(role="practice_assistant")

    with pytest.raises(Refused, match="access to this practice has ended"):
        sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)


@pytest.mark.parametrize(
    "who", ["henk", "anna", "bram", "carla", "gijs", "dirk", "ella"]
)
def test_nobody_else_may_sign(town, make_advice, stand_as, who):
    onward = make_advice()
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        sign(onward=onward, by=by, sha256=onward.sha256, **GP)
    with pytest.raises(Denied):
        return_advice(onward=onward, by=by, reason="Nee")


@pytest.mark.parametrize("code", ["", "1234", "0123456x"])
def test_without_an_agb_code_nothing_is_signed(town, waiting, code):
    onward = waiting()

    with pytest.raises(Refused, match="AGB"):
        sign(
            onward=onward, by=town.gerda, sha256=onward.sha256, proof="", agb_code=code
        )

    assert User.objects.get(pk=town.gerda.pk).registration == ""


def test_a_code_on_record_is_not_replaced_by_what_is_typed(town, waiting):
    onward = waiting()
    User.objects.filter(pk=town.gerda.pk).update(registration="01999902")
    town.gerda.refresh_from_db()

    sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)

    assert Signature.objects.get().agb_code == "01999902"


def test_a_letter_of_more_than_six_months_is_renewed_first(town, waiting):
    onward = waiting()

    with clock.at(clock.now() + timedelta(days=190)):
        with pytest.raises(Refused, match="older than 6 months"):
            sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)
        edit(
            onward=onward,
            by=town.gerda,
            wording=wording(reason=onward.reason),
            version=1,
        )
        sign(onward=onward, by=town.gerda, sha256=stored(onward).sha256, **GP)

    assert stored(onward).version == 2


def test_consent_that_was_withdrawn_stops_the_signature_and_the_sending(
    town, waiting, stand_as
):
    onward = waiting()
    consents = onward.client.consents.filter(purpose="share")
    consents.update(withdrawn_on=clock.today())

    with pytest.raises(Refused, match="Consent is missing"):
        sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)

    consents.update(withdrawn_on=None)
    sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)
    consents.update(withdrawn_on=clock.today())
    with pytest.raises(Refused, match="Consent is missing"):
        mark_sent(onward=onward, by=town.gerda, channel="post", sha256=onward.sha256)
    assert stored(onward).status == "signed"


# --- preparing and sending back -------------------------------------------------------


def test_an_edit_is_a_new_version_of_today_with_its_author(town, waiting, stand_as):
    onward = waiting()
    before = onward.sha256
    stand_as(town.henk)

    edit(onward=onward, by=town.henk, wording=wording(), version=1)

    found = stored(onward)
    assert (found.status, found.version, found.prepared_by) == (
        "advised",
        2,
        town.henk,
    )
    assert found.sha256 == sha256_hex(bytes(found.pdf)) != before
    assert "Anders gezegd door de huisarts." in found.body
    assert OnwardEvent.objects.filter(kind="edited", by=town.henk).count() == 1


def test_an_edit_that_changes_nothing_is_no_version(town, waiting):
    onward = waiting()
    same = wording(
        reason=onward.reason,
        steps_tried=onward.steps_tried,
        urgency=onward.urgency,
    )

    edit(onward=onward, by=town.gerda, wording=same, version=1)

    assert stored(onward).version == 1


def test_an_edit_may_not_make_it_incomplete(town, waiting):
    onward = waiting()

    with pytest.raises(Refused, match="not complete"):
        edit(onward=onward, by=town.gerda, wording=wording(reason=""), version=1)

    assert stored(onward).reason == onward.reason


def test_sent_back_it_is_a_task_for_the_practitioner(town, waiting, stand_as):
    onward = waiting()

    return_advice(onward=onward, by=town.gerda, reason="Eerst\nbasis-ggz proberen.")

    assert stored(onward).status == "returned"
    task = Task.objects.get(done_at=None, kind=Task.Kind.NEXT_STEP)
    assert task.owner == town.anna
    assert task.due_on == date(2026, 3, 12)
    assert "Eerst basis-ggz proberen." in task.words
    with pytest.raises(Refused, match="sent back by Gerda"):
        sign(onward=onward, by=town.gerda, sha256=onward.sha256, **GP)
    with pytest.raises(Refused, match="sent back by Gerda"):
        return_advice(onward=onward, by=town.gerda, reason="Nog eens")


def test_sending_back_needs_a_reason(town, waiting):
    onward = waiting()

    with pytest.raises(Refused, match="why you send it back"):
        return_advice(onward=onward, by=town.gerda, reason=" ")

    assert stored(onward).status == "advised"


def test_what_was_sent_back_is_changed_and_laid_again_and_the_task_is_done(
    town, waiting, stand_as
):
    from dichtbij.network.onward import lay_before_gp

    onward = waiting()
    return_advice(onward=onward, by=town.gerda, reason="Onvolledig.")
    stand_as(town.anna)
    revise_advice(onward=onward, by=town.anna, advice=advice(reason="Nu"), version=1)
    assert stored(onward).status == "draft"

    lay_before_gp(onward=onward, by=town.anna, sha256=stored(onward).sha256)

    assert stored(onward).status == "advised"
    assert not Task.objects.filter(done_at=None, kind=Task.Kind.NEXT_STEP).exists()


# --- sending --------------------------------------------------------------------------


def test_sent_names_its_road_and_asks_after_six_weeks(town, signed):
    onward = signed()

    mark_sent(onward=onward, by=town.gerda, channel="secure_mail", sha256=onward.sha256)
    mark_sent(onward=onward, by=town.gerda, channel="secure_mail", sha256=onward.sha256)

    found = stored(onward)
    assert (found.status, found.ask_started_on) == ("sent", date(2026, 4, 21))
    (event,) = OnwardEvent.objects.filter(kind="sent")
    assert event.channel == "secure_mail"


def test_an_assistant_may_note_how_it_was_sent(town, signed, stand_as):
    onward = signed()
    stand_as(town.henk)

    mark_sent(onward=onward, by=town.henk, channel="post", sha256=onward.sha256)

    assert stored(onward).status == "sent"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"channel": "delivered"}, "which road"),
        ({"channel": ""}, "which road"),
        ({"sha256": "0" * 64}, "not the letter that was signed"),
    ],
)
def test_no_road_and_other_bytes_are_refused(town, signed, changes, words):
    onward = signed()
    told = {"channel": "post", "sha256": onward.sha256} | changes

    with pytest.raises(Refused, match=words):
        mark_sent(onward=onward, by=town.gerda, **told)


def test_what_is_not_signed_is_not_sent(town, waiting):
    onward = waiting()

    with pytest.raises(Refused, match="No GP has signed"):
        mark_sent(onward=onward, by=town.gerda, channel="post", sha256=onward.sha256)


# --- the database itself --------------------------------------------------------------

CHANGES = [
    "pdf = NULL, sha256 = ''",
    "pdf = 'x', sha256 = encode(sha256('x'), 'hex')",
    "body = 'anders'",
    "reason = 'anders'",
    "arguments = '{}'",
    "steps_tried = 'anders'",
    "destination = 'b_ggz'",
    "echelon = 'basic'",
    "urgency = 'urgent'",
    "version = 9",
    "status = 'draft'",
    "status = 'advised'",
    "status = 'returned'",
    "partner_id = NULL",
    "advised_at = now()",
    "changed_at = now()",
    "advised_by_id = advised_by_id + 1",
    "prepared_by_id = advised_by_id",
    "uuid = gen_random_uuid()",
]


def test_a_signed_referral_cannot_be_changed_even_by_sql(town, signed):
    from tests.network.advice import make_partner

    onward = signed(partner=make_partner(town))

    for change in CHANGES:
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            run(f"UPDATE dichtbij_onwardreferral SET {change} WHERE id = {onward.pk}")
    with pytest.raises(DatabaseError, match="not removed"), transaction.atomic():
        run(f"DELETE FROM dichtbij_onwardreferral WHERE id = {onward.pk}")
    with pytest.raises(DatabaseError, match="denied"), transaction.atomic():
        run("TRUNCATE dichtbij_onwardreferral CASCADE")


def test_every_column_but_what_follows_is_frozen():
    frozen = {word.split(" = ")[0] for one in CHANGES for word in one.split(", ")}
    free = {
        "status", "bridging", "wait_days", "ask_started_on", "programme_id",
        "holder_id", "practice_id",
    }  # fmt: skip
    elsewhere = {"id", "client_id", "trajectory_id"}

    columns = {field.column for field in OnwardReferral._meta.concrete_fields}
    assert columns == frozen - {"'hex')"} | free | elsewhere


def test_a_signature_stays_as_it_is(signed):
    signed()

    for statement in (
        "UPDATE dichtbij_signature SET name = 'Ander'",
        "DELETE FROM dichtbij_signature",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            run(statement)


def test_nothing_becomes_signed_without_a_signature_even_by_sql(waiting):
    onward = waiting()

    for status in ("signed", "sent", "accepted", "waiting", "started"):
        with (
            pytest.raises(DatabaseError, match="without a signature"),
            transaction.atomic(),
        ):
            run(
                f"UPDATE dichtbij_onwardreferral SET status = '{status}' "
                f"WHERE id = {onward.pk}"
            )


def test_a_signature_over_other_bytes_or_over_a_draft_is_refused(town, make_advice):
    onward, draft = make_advice(), make_advice(lay=False)
    told = {
        "signed_by": town.gerda, "name": "Gerda", "capacity": "gp", "agb_code": AGB,
        "proof": "", "signed_at": clock.now(),
    }  # fmt: skip

    for one, sha256 in ((onward, "0" * 64), (draft, draft.sha256)):
        with (
            pytest.raises(DatabaseError, match="bytes that wait"),
            transaction.atomic(),
        ):
            Signature.objects.create(
                **wall_keys(one.client), onward=one, sha256=sha256, **told
            )


def test_the_act_is_in_the_log(signed, entries):
    onward = signed()

    (line,) = entries(event_type="sign")
    assert (line.client_id, line.object_id) == (onward.client_id, str(onward.uuid))
    assert (line.role, line.relation) == ("gp", "practice")


def test_a_second_gp_of_the_practice_may_sign_as_well(town, make_advice, stand_as):
    greet = member(town, "greet", "gp", town.practice_noord)
    onward = make_advice()
    stand_as(greet)

    sign(onward=onward, by=greet, sha256=onward.sha256, **GP)

    assert Signature.objects.get().name == "Greet"


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
