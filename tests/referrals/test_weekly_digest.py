"""Each practice hears weekly that something changed: no name, twice is once."""

from datetime import timedelta

import pytest

from dichtbij.organisations.models import Membership
from dichtbij.outbox.models import Message
from dichtbij.outbox.words import compose
from dichtbij.referrals.jobs import weekly_digest
from dichtbij.referrals.models import Referral
from dichtbij.shared import clock
from tests.conftest import NOW


def told():
    return sorted(
        Message.objects.filter(kind="digest").values_list("user__name", flat=True)
    )


def test_the_gp_and_the_assistant_hear_that_something_changed(make_referral):
    make_referral()

    weekly_digest()

    assert told() == ["Gerda", "Henk"]


def test_twice_in_a_week_is_once(make_referral):
    make_referral()
    weekly_digest()

    with clock.at(NOW + timedelta(hours=1)):
        weekly_digest()

    assert told() == ["Gerda", "Henk"]


def test_a_new_change_in_the_next_week_is_told_again(make_referral):
    referral = make_referral()
    weekly_digest()
    later = NOW + timedelta(days=7)
    Referral.objects.filter(pk=referral.pk).update(changed_at=later)

    with clock.at(later + timedelta(hours=1)):
        weekly_digest()

    assert told() == ["Gerda", "Gerda", "Henk", "Henk"]


def test_a_quiet_week_is_not_told(make_referral):
    make_referral()
    old = NOW - timedelta(days=8)
    Referral.objects.update(changed_at=old)

    weekly_digest()

    assert told() == []


@pytest.mark.parametrize("state", ["suspended", "ended", "invited"])
def test_who_no_longer_belongs_there_hears_nothing(make_referral, henk, state):
    make_referral()
    Membership.objects.filter(user=henk).update(state=state)

    weekly_digest()

    assert told() == ["Gerda"]


def test_the_mail_names_nobody_and_leads_to_the_list(make_referral):
    referral = make_referral()
    weekly_digest()

    message = Message.objects.filter(kind="digest").first()
    subject, body = compose(message.kind, link=message.link)

    assert message.client is None
    assert message.link == "/aanmeldingen/"
    for secret in (referral.client.family_name, referral.reference(), "Noord"):
        assert secret not in subject + body
