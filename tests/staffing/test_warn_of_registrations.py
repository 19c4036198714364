from datetime import timedelta

import pytest

from dichtbij.audit.doors import standing_at
from dichtbij.outbox.models import Message
from dichtbij.shared import clock
from dichtbij.staffing.actions import renew_registration
from dichtbij.staffing.jobs import warn_of_registrations
from tests.staffing.conftest import BIG


def mails_after(days=0):
    with clock.at(clock.now() + timedelta(days=days)):
        warn_of_registrations()
    return [row.user.name for row in Message.objects.order_by("id")]


@pytest.fixture
def noted(town, make_registration):
    """Note registrations of anna that end in so many days."""

    def note(*days):
        registers = [("skj", "900000001"), ("big", BIG)]
        for left, (register, number) in zip(days, registers, strict=False):
            made = make_registration(days=left, register=register, number=number)
        return made

    return note


def test_the_team_lead_hears_at_90_and_at_30_days_once_each(noted):
    noted(100)

    assert mails_after(0) == []
    assert mails_after(10) == ["Bram"]
    assert mails_after(11) == ["Bram"]
    assert mails_after(69) == ["Bram"]
    assert mails_after(70) == ["Bram", "Bram"]
    assert mails_after(71) == ["Bram", "Bram"]
    assert mails_after(101) == ["Bram", "Bram"]


def test_several_at_once_are_one_mail_that_names_nobody(noted):
    noted(20, 80)

    assert mails_after() == ["Bram"]
    message = Message.objects.get()
    assert (message.kind, message.link, message.client) == (
        "term_near",
        "/registraties/",
        None,
    )


def test_after_a_renewal_the_warnings_begin_anew(town, noted):
    made = noted(20)
    assert mails_after() == ["Bram"]
    with standing_at(town.bram.membership.place()):
        renew_registration(
            registration=made,
            by=town.bram,
            valid_until=clock.today() + timedelta(days=200),
        )

    assert mails_after(100) == ["Bram"]
    assert mails_after(111) == ["Bram", "Bram"]


def test_what_is_over_or_ended_warns_nobody(noted):
    noted(-1)

    assert mails_after() == []
