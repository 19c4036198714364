"""Who is let in, and who no longer: by an administrator, never for themselves."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dichtbij.audit.models import Entry
from dichtbij.organisations import actions
from dichtbij.organisations.factors import make_recovery_codes
from dichtbij.organisations.models import Membership, User
from dichtbij.outbox.models import Message
from dichtbij.shared import clock, typist
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Role
from tests.conftest import NOW, member
from tests.organisations.conftest import code_now, come_in

State = Membership.State


@pytest.fixture
def at_work(town, ella, stand_as):
    """ella stands at the platform."""
    stand_as(ella)
    return town


def invite(town, by, **changes):
    told = {
        "organisation": town.practice_noord,
        "by": by,
        "programme": town.programme,
        "role": Role.PRACTICE_ASSISTANT,
        "email": "nieuw@teststad.example",
        "name": "Nel Nieuw",
    }
    return actions.invite_person(**(told | changes))


def test_inviting_makes_a_membership_a_mail_and_a_line(at_work, ella, entries):
    made = invite(at_work, ella)

    assert (made.state, made.invited_by) == (State.INVITED, ella)
    assert not made.user.has_usable_password()
    assert Message.objects.get(user=made.user).kind == "invitation"
    line = entries(event_type="invite_person")[0]
    assert (line.user_id, line.programme_id) == (ella.pk, None)
    assert (line.object_type, line.object_id) == ("Membership", str(made.uuid))


def test_nobody_else_invites(town, stand_as, anna, bram, dirk):
    for person in (anna, bram, dirk):
        stand_as(person)
        with pytest.raises(Denied):
            invite(town, person)

    assert not User.objects.filter(email="nieuw@teststad.example").exists()


@pytest.mark.parametrize("role", [Role.PRACTITIONER, Role.GP, Role.TEAM_LEAD])
def test_an_administrator_gives_himself_no_role(at_work, ella, role):
    kind = "practice" if role == Role.GP else "employer"
    place = getattr(at_work, f"{kind}_noord")

    with pytest.raises(Refused):
        invite(at_work, ella, email=ella.email, role=role, organisation=place)

    assert ella.memberships.count() == 1


@pytest.mark.parametrize(
    "act",
    [
        actions.confirm_membership,
        actions.renew_invitation,
        actions.suspend_membership,
        actions.resume_membership,
        actions.end_membership,
        actions.reset_sign_in,
    ],
)
def test_an_administrator_does_not_touch_his_own_access(at_work, ella, act):
    with pytest.raises(Refused):
        act(membership=ella.membership, by=ella)

    ella.membership.refresh_from_db()
    assert ella.membership.state == State.ACTIVE


def test_the_one_who_invited_does_not_confirm(at_work, ella):
    made = invite(
        at_work, ella, role=Role.TEAM_LEAD, organisation=at_work.employer_noord
    )

    with pytest.raises(Refused):
        actions.confirm_membership(membership=made, by=ella)


def test_a_role_is_confirmed_once(at_work, ella, stand_as):
    made = invite(
        at_work, ella, role=Role.TEAM_LEAD, organisation=at_work.employer_noord
    )
    second = member(at_work, "else", Role.PLATFORM_ADMIN, at_work.platform, None)
    stand_as(second)
    actions.confirm_membership(membership=made, by=second)

    with pytest.raises(Refused):
        actions.confirm_membership(membership=made, by=second)


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": Role.PRACTITIONER},
        {"role": Role.PLATFORM_ADMIN},
        {"programme": None},
        {"email": "gerda@teststad.example", "role": Role.GP},
        {"email": "nacht@dichtbij.example"},
    ],
)
def test_what_does_not_fit_is_refused(at_work, ella, wrong):
    User.objects.system()

    with pytest.raises(Refused):
        invite(at_work, ella, **wrong)


def test_an_organisation_outside_the_programme_is_refused(at_work, ella):
    from dichtbij.organisations.models import Organisation

    elsewhere = Organisation.objects.create(
        kind=Organisation.Kind.PRACTICE, name="Praktijk Elders"
    )

    with pytest.raises(Refused):
        invite(at_work, ella, organisation=elsewhere)


def test_suspending_and_resuming_count_from_the_next_request(
    client, at_work, ella, anna, with_app
):
    come_in(client, with_app(anna))

    actions.suspend_membership(membership=anna.membership, by=ella)
    shut = client.get("/vandaag/")
    actions.resume_membership(membership=anna.membership, by=ella)

    assert shut.status_code == 403
    assert client.get("/vandaag/").status_code == 200


def test_ending_is_for_good(at_work, ella, anna):
    actions.end_membership(membership=anna.membership, by=ella)

    for act in (actions.resume_membership, actions.end_membership):
        with pytest.raises(Refused):
            act(membership=anna.membership, by=ella)


def test_a_new_invitation_brings_back_who_was_ended(at_work, ella, henk):
    actions.end_membership(membership=henk.membership, by=ella)

    again = invite(at_work, ella, email=henk.email)

    assert again.user == henk
    assert again.pk != henk.membership.pk


def test_signing_someone_out_ends_every_session(client, at_work, ella, anna, with_app):
    come_in(client, with_app(anna))

    actions.end_sessions_of(membership=anna.membership, by=ella)

    assert client.get("/vandaag/").status_code == 302


def test_who_lost_the_telephone_starts_anew(client, at_work, ella, anna, with_app):
    with_app(anna)
    make_recovery_codes(anna)
    come_in(client, anna)

    actions.reset_sign_in(membership=anna.membership, by=ella)

    anna.refresh_from_db()
    link = Message.objects.get(user=anna).link
    assert not anna.has_usable_password()
    assert not anna.recovery_codes.exists()
    assert client.get("/vandaag/").status_code == 302
    assert client.get(link).status_code == 200


# --- the pages ------------------------------------------------------------------------


def test_the_list_shows_people_and_finds_them(sign_in, ella, anna, carla):
    browser = sign_in(ella)

    every = browser.get("/beheer/").content.decode()
    found = browser.get("/beheer/?q=carl").content.decode()
    none = browser.get("/beheer/?state=ended").content.decode()

    assert anna.email in every
    assert carla.email in found
    assert anna.email not in found
    assert "Nobody found" in none


def test_the_list_costs_the_same_for_many_and_goes_on(sign_in, ella, town):
    browser = sign_in(ella)
    browser.get("/beheer/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        browser.get("/beheer/")
    for number in range(60):
        member(town, f"x{number}", Role.GP, town.practice_noord)
    with CaptureQueriesContext(connection) as many:
        first = browser.get("/beheer/")

    assert len(many) == len(few)
    seen = [row.pk for row in first.context["rows"]]
    page = first
    while page.context["next_url"]:
        page = browser.get("/beheer/" + page.context["next_url"])
        seen += [row.pk for row in page.context["rows"]]
    assert len(seen) == len(set(seen)) == Membership.objects.count()
    assert seen[:25] == sorted(seen, reverse=True)[:25]


def test_inviting_by_the_page(sign_in, ella, town):
    told = {
        "name": "Nel Nieuw",
        "email": "nieuw@teststad.example",
        "organisation": town.practice_noord.pk,
        "programme": town.programme.pk,
        "role": Role.GP,
    }

    answer = sign_in(ella).post("/beheer/uitnodigen/", told)

    made = Membership.objects.get(user__email="nieuw@teststad.example")
    assert answer.headers["Location"] == f"/beheer/{made.uuid}/"


def test_a_role_that_does_not_fit_is_said_beside_the_field(sign_in, ella, town):
    told = {
        "name": "Nel Nieuw",
        "email": "nieuw@teststad.example",
        "organisation": town.practice_noord.pk,
        "programme": "",
        "role": Role.PRACTITIONER,
    }

    page = sign_in(ella).post("/beheer/uitnodigen/", told)

    assert set(page.context["form"].errors) == {"role", "programme"}
    assert "Nel Nieuw" in page.content.decode()
    assert not User.objects.filter(email=told["email"]).exists()


@pytest.mark.parametrize(
    ("act", "state"),
    [("suspend", State.SUSPENDED), ("end", State.ENDED), ("sign_out", State.ACTIVE)],
)
def test_the_page_of_one_membership_acts(sign_in, ella, anna, act, state):
    address = f"/beheer/{anna.membership.uuid}/"

    answer = sign_in(ella).post(address, {"act": act})

    anna.membership.refresh_from_db()
    assert answer.headers["Location"] == address
    assert anna.membership.state == state


def test_giving_access_asks_for_a_fresh_factor_and_loses_no_text(
    client, ella, town, with_app
):
    """A9: five minutes after signing in the form waits until one shows who one is."""
    come_in(client, with_app(ella))
    told = {
        "by": typist.mark(ella.pk),
        "name": "Nel Nieuw",
        "email": "nieuw@teststad.example",
        "organisation": str(town.practice_noord.pk),
        "programme": str(town.programme.pk),
        "role": Role.GP,
    }
    with clock.at(NOW + timedelta(minutes=6)):
        asked = client.post("/beheer/uitnodigen/", told)
        assert not User.objects.filter(email=told["email"]).exists()
        shown = client.post(asked.headers["Location"], {"code": code_now(ella, 1)})
        page = client.get(shown.headers["Location"]).content.decode()
        client.post("/beheer/uitnodigen/", told | {"returned": "1"})

    assert asked.headers["Location"].startswith("/account/opnieuw/code/?next=")
    assert shown.headers["Location"] == "/inloggen/verder/"
    assert "Nel Nieuw" in page
    assert User.objects.filter(email=told["email"]).exists()


@pytest.mark.parametrize("act", ["suspend", "end", "reset", "renew"])
def test_no_act_on_access_happens_without_a_fresh_factor(
    client, ella, anna, with_app, act
):
    come_in(client, with_app(ella))

    with clock.at(NOW + timedelta(minutes=6)):
        answer = client.post(f"/beheer/{anna.membership.uuid}/", {"act": act})

    anna.membership.refresh_from_db()
    assert answer.headers["Location"].startswith("/account/opnieuw/code/")
    assert anna.membership.state == State.ACTIVE


def test_an_unknown_act_does_nothing(sign_in, ella, anna):
    page = sign_in(ella).post(f"/beheer/{anna.membership.uuid}/", {"act": "delete"})

    anna.membership.refresh_from_db()
    assert page.status_code == 200
    assert anna.membership.state == State.ACTIVE


def test_others_get_no_page_and_the_attempt_is_a_line(sign_in, anna, carla):
    address = f"/beheer/{anna.membership.uuid}/"

    answers = [
        sign_in(carla).get(path).status_code
        for path in ("/beheer/", "/beheer/uitnodigen/", address)
    ]
    posted = sign_in(carla).post(address, {"act": "end"})

    anna.membership.refresh_from_db()
    assert answers == [403, 403, 403]
    assert posted.status_code == 403
    assert anna.membership.state == State.ACTIVE
    assert Entry.objects.filter(event_type="denied", user_id=carla.pk).count() == 4


def test_one_chooses_where_one_works_now(client, town, anna, with_app):
    other = Membership.objects.create(
        user=with_app(anna),
        organisation=town.employer_zuid,
        programme=town.programme,
        role=Role.PRACTITIONER,
        state=State.ACTIVE,
        since=anna.membership.since,
    )

    first = come_in(client, anna)
    page = client.get("/organisatie/")
    client.post("/organisatie/", {"membership": str(other.uuid)})

    assert first.headers["Location"] == "/organisatie/"
    assert "Werkgever Noord" in page.content.decode()
    assert client.get("/vandaag/").context["frame"]["organisation"] == "Werkgever Zuid"


def test_nobody_chooses_a_membership_of_another(client, anna, carla, with_app):
    come_in(client, with_app(anna))

    client.post("/organisatie/", {"membership": str(carla.membership.uuid)})

    assert client.session.get("membership") is None
    assert client.get("/vandaag/").context["frame"]["organisation"] == "Werkgever Noord"
