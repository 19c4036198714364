"""Do both players of the same happenings leave the same rows behind?

By actions, as the screens write, and in bulk, as the demo is loaded: every table is
compared row by row. Only keys, random numbers and what is sealed or hashed with them
may differ. Jobs of the outbox exist for actions only: once the mail has left, what
remains of them tells nothing. A new happening asks for another SEED: the second test
says which kinds the sample lacks.
"""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from django.db import models as django_models
from django.db import transaction

from dichtbij import models
from dichtbij.audit import log
from dichtbij.audit.doors import standing_at
from dichtbij.audit.models import Entry
from dichtbij.clients.actions import masked_bsn
from dichtbij.clients.models import Client
from dichtbij.demo import by_actions, in_bulk
from dichtbij.demo import happenings as what
from dichtbij.demo.founding import found
from dichtbij.demo.places import haarlem, kampen, small
from dichtbij.demo.town import Plan, happenings
from dichtbij.organisations.models import Organisation, User
from dichtbij.outbox.jobs import send_message
from dichtbij.outbox.models import Message
from dichtbij.shared import clock

MADE_ON = date(2026, 3, 10)
UNTIL = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
RANDOM = {
    "event_id", "hash", "previous_hash", "password", "bsn_sealed", "bsn_index",
    "sha256",  # of the letter's bytes: a reference of its own stands on the paper
}  # fmt: skip


# Thirteen weeks of three practices in which everything happens that can happen.
WEEKS, SEED = 13, "sample-101"


def plans() -> list[Plan]:
    return [
        Plan(small(place, practices), MADE_ON, (MADE_ON,), WEEKS, SEED)
        for place, practices in ((kampen(), 2), (haarlem(), 1))
    ]


def sample() -> list[what.Happening]:
    """Return the happenings, and one child who comes back with a new question."""
    found = happenings(plans(), UNTIL)
    closed = next(one for one in found if isinstance(one, what.Finish))
    sent = next(
        one for one in found if isinstance(one, what.Refer) and one.case == closed.case
    )
    at = UNTIL + timedelta(minutes=1)
    case = replace(closed.case, key="again", received_at=at)
    return [*found, replace(sent, at=at, case=case, again=True)]


class Picture:
    """All rows that one can see, with words in the place of keys."""

    def __init__(self, cast):
        self.words: dict[tuple[type, int], str] = {}
        self.by_uuid: dict[str, str] = {}
        self.tables: dict[str, Counter] = {}
        for slug in cast.programmes:
            with standing_at(cast.whole_programme(slug)):
                for name in models.__all__:
                    if name != "Entry":
                        self.draw(getattr(models, name))
        # The log knows keys only, so it is read when all rows have words.
        self.draw(Entry)

    def draw(self, model) -> None:
        seen = self.tables.setdefault(model.__name__, Counter())
        for row in model._default_manager.all():
            words = self.describe(row)
            if model is Entry or (model, row.pk) not in self.words:
                seen[words] += 1
            self.words[model, row.pk] = words
            if hasattr(row, "uuid"):
                self.by_uuid[str(row.uuid)] = words

    def describe(self, row) -> str:
        told = []
        for field in row._meta.concrete_fields:
            if field.primary_key or field.name in RANDOM or field.name == "uuid":
                continue
            told.append(f"{field.name}={self.tell(row, field)}")
        if isinstance(row, Client):
            told.append(f"bsn={masked_bsn(row)}")
        return f"{type(row).__name__}({', '.join(told)})"

    def tell(self, row, field) -> str:
        value = getattr(row, field.attname)
        if value is None:
            return "-"
        if isinstance(field, django_models.ForeignKey):
            return self.target(field.related_model, value)
        if isinstance(row, Entry):
            return self.of_entry(field.name, value)
        return "" if isinstance(field, django_models.BinaryField) else str(value)

    def of_entry(self, name: str, value) -> str:
        pointed = {
            "user_id": User,
            "client_id": Client,
            "organisation_id": Organisation,
            "programme_id": models.Programme,
        }
        if name in pointed:
            return self.words[pointed[name], value]
        if name == "object_id":
            return self.by_uuid[value] if value else ""
        return str(value)

    def target(self, model, key: int) -> str:
        if (model, key) not in self.words:
            row = model._default_manager.get(pk=key)
            self.words[model, key] = self.describe(row)
            # Its own table still has to count it.
            words = self.words.pop((model, key))
            return words
        return self.words[model, key]


def deliver(cast) -> None:
    """Let all mail leave at the moment it was written, as a worker would."""
    for slug in cast.programmes:
        with standing_at(cast.whole_programme(slug)):
            waiting = Message.objects.filter(state="waiting").order_by("id")
            found = list(
                waiting.values_list("pk", "programme", "created_at", "client__practice")
            )
        for pk, programme, created_at, practice in found:
            with clock.at(created_at):
                send_message(
                    message_id=pk, programme_id=programme, practice_id=practice
                )


def picture(player, *, sends: bool) -> dict[str, Counter]:
    """Play, take a picture, and leave nothing behind."""
    with transaction.atomic():
        cast = found(plans())
        player(cast, sample())
        if sends:
            deliver(cast)
        tables = Picture(cast).tables
        chains = [log.first_break(one.pk) for one in cast.programmes.values()]
        transaction.set_rollback(True)
    assert chains == [None, None]
    return tables


def different(some: Counter, others: Counter) -> str:
    return next(iter(some - others), "")[:1500]


def test_both_players_leave_the_same_rows_in_every_table(db):
    acted = picture(by_actions.play, sends=True)

    written = picture(in_bulk.play, sends=False)

    for table in sorted(models.__all__, key=lambda name: name == "Entry"):
        only_acted = different(acted[table], written[table])
        only_written = different(written[table], acted[table])
        assert not only_acted, f"{table}, only by actions: {only_acted}"
        assert not only_written, f"{table}, only in bulk: {only_written}"


def test_the_sample_holds_everything_that_can_happen():
    kinds = {
        one
        for one in vars(what).values()
        if isinstance(one, type) and issubclass(one, what.Happening)
    }

    seen = {type(one) for one in sample()}

    assert seen == kinds - {what.Happening, what.OfCase}
