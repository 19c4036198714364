"""Who is served, who may be reached how, who agreed, and who helps?"""

import uuid
from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dichtbij.clients import ages
from dichtbij.organisations.models import Municipality, Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.permissions import Relation, Role
from dichtbij.shared.walls import Standing, Wall, standing


def reach(where: Standing | None, prefix: str = "") -> Q:
    """Return which rows one may meet from `where`, before the wall decides again.

    A practice meets its own children, a team lead those of the own employer (R28), a
    practitioner those she has an active care relation with (LR-31); nobody else any.
    """
    if where is None or where.programme_id is None:
        return Q(pk=None)
    if where.role in (Role.GP, Role.PRACTICE_ASSISTANT):
        return Q(programme=where.programme_id, practice__in=where.practices)
    if where.role == Role.TEAM_LEAD:
        return Q(programme=where.programme_id, holder__in=where.holders)
    if where.role == Role.PRACTITIONER:
        mine = CareRelation.objects.active(clock.today()).filter(
            practitioner=where.user_id
        )
        return Q(
            **{
                "programme": where.programme_id,
                "holder__in": where.holders,
                f"{prefix}in" if prefix else "pk__in": mine.values("client"),
            }
        )
    if where.role == "system":
        return Q(programme=where.programme_id)
    return Q(pk=None)


class ClientQuerySet(models.QuerySet["Client"]):
    """Which children."""

    def visible_to(self, user: User) -> Self:
        """Those of the own practice, own employer, or own care relations."""
        return self.filter(reach(standing()))


class Client(models.Model):
    """A child or young person; the root on which everything personal hangs."""

    class Sex(models.TextChoices):
        # Source: COD046 (S53).
        UNKNOWN = "0", _("unknown")
        MALE = "1", _("boy")
        FEMALE = "2", _("girl")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    surname_key = models.CharField(max_length=80)
    birth_date = models.DateField()
    sex = models.CharField(max_length=1, choices=Sex, default=Sex.UNKNOWN)
    postcode = models.CharField(max_length=7, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )
    bsn_sealed = models.BinaryField(null=True)
    bsn_index = models.BinaryField(null=True)
    no_bsn_reason = models.CharField(max_length=120, blank=True)
    without_parents = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    objects = ClientQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "id", name="client_wall"),
            models.UniqueConstraint(
                fields=["programme", "holder", "practice", "bsn_index"],
                name="client_bsn_once",
            ),
            # What the rows below point at, so that their wall keys cannot differ.
            models.UniqueConstraint(
                fields=["id", "programme", "holder", "practice"],
                name="client_wall_keys",
            ),
        ]
        indexes = [
            models.Index(
                fields=["practice", "birth_date", "surname_key"], name="client_alike"
            ),
            models.Index(fields=["holder", "id"], name="client_holder_id"),
            # What a team lead searches by, so that a search costs the same anywhere.
            models.Index(fields=["holder", "surname_key"], name="client_holder_name"),
            models.Index(fields=["holder", "birth_date"], name="client_holder_born"),
            models.Index(fields=["practice", "id"], name="client_practice_id"),
        ]

    class Privacy:
        personal = {
            "given_name", "family_name", "surname_key", "birth_date", "sex",
            "postcode", "municipality", "bsn_sealed", "bsn_index", "no_bsn_reason",
            "without_parents",
        }  # fmt: skip
        ordinary = {"id", "uuid", "programme", "holder", "practice", "created_at"}

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return given and family name."""
        return f"{self.given_name} {self.family_name}".strip()

    def age(self, on: date | None = None) -> int:
        """Return the age in whole years on `on`, today if not given (LR-06)."""
        return ages.age_on(self.birth_date, on or clock.today())

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties the one who stands at `where` to this child."""
        return relations(self, self.pk, where)


def relations(row: Any, client_id: int, where: Standing) -> set[str]:
    """Return the relations of `where` to a row that carries the wall keys."""
    if row.programme_id != where.programme_id:
        return set()
    ties: set[str] = set()
    if row.practice_id in where.practices:
        ties.add(Relation.PRACTICE)
    if row.holder_id in where.holders:
        ties.add(Relation.HOLDER)
        if (
            CareRelation.objects.active(clock.today())
            .filter(client=client_id, practitioner=where.user_id)
            .exists()
        ):
            ties.add(Relation.CARE)
    return ties


class ClientRowQuerySet(models.QuerySet[Any]):
    """Rows below a client that carry its wall keys."""

    def visible_to(self, user: User) -> Self:
        """Those of children one may meet."""
        return self.filter(reach(standing(), "client__"))


class ClientRow(models.Model):
    """A row below a client in a large table: carries the client's wall keys.

    A composite foreign key (migration 0002) keeps them equal to the client's.
    """

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    client = models.ForeignKey(Client, models.PROTECT, related_name="%(class)s_set")

    class Meta:
        abstract = True

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties the one who stands at `where` to this row's child."""
        return relations(self, self.client_id, where)


def wall_keys(client: Client) -> dict[str, Any]:
    """Return the fields that every ClientRow copies from its client."""
    return {
        "client": client,
        "programme_id": client.programme_id,
        "holder_id": client.holder_id,
        "practice_id": client.practice_id,
    }


class Channel(models.Model):
    """A way to reach a parent or the young person, with its owner (R18)."""

    class Owner(models.TextChoices):
        PARENT_1 = "parent_1", _("parent")
        PARENT_2 = "parent_2", _("other parent")
        YOUNG_PERSON = "young_person", _("young person")
        OTHER = "other", _("someone else")

    class Kind(models.TextChoices):
        TELEPHONE = "telephone", _("telephone")
        EMAIL = "email", _("e-mail")

    client = models.ForeignKey(Client, models.PROTECT, related_name="channels")
    owner = models.CharField(max_length=12, choices=Owner)
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=254)
    silent = models.BooleanField(default=False)

    class Meta:
        constraints = [
            Wall("client", name="channel_wall"),
            models.UniqueConstraint(fields=["id", "client"], name="channel_of_client"),
        ]

    class Privacy:
        personal = {"client", "owner", "value", "silent"}
        ordinary = {"id", "kind"}


class Consent(models.Model):
    """A dated fact: who agreed to what, how, noted by whom (LR-07)."""

    class Purpose(models.TextChoices):
        HELP = "help", _("help by the youth practitioner")

    class Giver(models.TextChoices):
        PARENTS = "parents", _("parent or parents with authority")
        YOUNG_PERSON = "young_person", _("young person")
        BOTH = "both", _("parents and young person")

    class Form(models.TextChoices):
        ORAL = "oral", _("spoken")
        WRITTEN = "written", _("in writing")

    client = models.ForeignKey(Client, models.PROTECT, related_name="consents")
    purpose = models.CharField(max_length=12, choices=Purpose, default=Purpose.HELP)
    giver = models.CharField(max_length=12, choices=Giver)
    form = models.CharField(max_length=8, choices=Form, default=Form.ORAL)
    given_on = models.DateField()
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [Wall("client", name="consent_wall")]

    class Privacy:
        personal = {"client", "giver", "given_on", "noted_by", "withdrawn_on"}
        ordinary = {"id", "purpose", "form"}

    def complete(self) -> bool:
        """Tell whether all who must agree at that age did (LR-01, LR-02, LR-04)."""
        must = set(ages.who_must_agree(self.client.birth_date, self.given_on))
        return must <= self.gave()

    def gave(self) -> set[str]:
        """Return whose consent this is, nobody's once it was withdrawn (LR-08)."""
        if self.withdrawn_on is not None:
            return set()
        both: set[str] = set(ages.Agreement)
        return both if self.giver == self.Giver.BOTH else {self.giver}


class CareRelationQuerySet(models.QuerySet["CareRelation"]):
    """Which care relations."""

    def active(self, on: date) -> Self:
        """Those that run on `on` (local date)."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=on), starts_on__lte=on)


class CareRelation(models.Model):
    """A practitioner is directly involved, from a day until a day (LR-31)."""

    class Reason(models.TextChoices):
        TRIAGE = "triage", _("referral to judge")
        OWN = "own", _("own client")
        COVER = "cover", _("cover for a colleague")

    client = models.ForeignKey(Client, models.PROTECT, related_name="care_relations")
    practitioner = models.ForeignKey(
        User, models.PROTECT, related_name="care_relations"
    )
    reason = models.CharField(max_length=8, choices=Reason)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    objects = CareRelationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "practitioner", "reason"],
                condition=Q(ends_on=None),
                name="care_relation_once",
            ),
            Wall("client", name="care_relation_wall"),
        ]
        indexes = [
            models.Index(fields=["practitioner", "client"], name="relation_of_whom")
        ]

    class Privacy:
        personal = {"client", "practitioner", "reason", "starts_on", "ends_on"}
        ordinary = {"id"}
