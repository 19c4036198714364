from datetime import date

import pytest

from dichtbij.decisions.actions import ask_practices
from dichtbij.outbox.models import Message
from dichtbij.outbox.words import compose
from dichtbij.programmes.models import Participation
from dichtbij.shared.errors import Denied, Refused
from tests.decisions.conftest import VOTES_UNTIL


def test_each_gp_of_a_practice_that_takes_part_gets_a_neutral_mail(
    town, prepared, rosa, entries
):
    Participation.objects.filter(practice=town.practice_zuid).update(
        ends_on=date(2026, 1, 31)
    )

    ask_practices(decision=prepared, by=rosa, votes_until=VOTES_UNTIL)

    assert (prepared.status, prepared.votes_until) == ("consulted", VOTES_UNTIL)
    mail = Message.objects.get(kind="decision_asked")
    assert (mail.user, mail.link) == (town.gerda, f"/besluiten/{prepared.uuid}/")
    _subject, body = compose("decision_asked", link=mail.link)
    assert "Teststad" not in body
    assert "Gerda" not in body
    assert entries()[-1].event_type == "ask_practices"


def test_asking_twice_is_once(asked, rosa):
    with pytest.raises(Refused, match="asked already"):
        ask_practices(decision=asked, by=rosa, votes_until=date(2026, 12, 1))

    asked.refresh_from_db()
    assert asked.votes_until == VOTES_UNTIL
    assert Message.objects.filter(kind="decision_asked").count() == 2


def test_a_day_that_passed_is_refused(prepared, rosa):
    with pytest.raises(Refused, match="yet to come"):
        ask_practices(decision=prepared, by=rosa, votes_until=date(2026, 3, 9))


def test_others_ask_nobody(town, prepared, stand_as):
    for name in ("gerda", "bram", "carla"):
        by = stand_as(getattr(town, name))
        with pytest.raises(Denied):
            ask_practices(decision=prepared, by=by, votes_until=VOTES_UNTIL)
