"""Who is served, who may be reached how, and who helps?"""

import uuid
from datetime import date, datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dichtbij.audit.asking import asked
from dichtbij.clients import ages
from dichtbij.organisations.models import Municipality, Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.permissions import (
    FAMILY,
    OUTSIDERS,
    Permission,
    Relation,
    Role,
)
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing


def reach(where: Standing | None, prefix: str = "") -> Q:
    """Return which rows one may meet from `where`, before the wall decides again.

    A practice meets its own children, a team lead those of the own employer (R28), a
    practitioner those she has an active care relation with (LR-31), a privacy officer
    those whose log is asked for; nobody else any.
    """
    if where is None or where.programme_id is None:
        return Q(pk=None)
    if where.role in (Role.GP, Role.PRACTICE_ASSISTANT):
        return Q(programme=where.programme_id, practice__in=where.practices)
    if where.role == Role.TEAM_LEAD:
        return Q(programme=where.programme_id, holder__in=where.holders)
    if where.role == Role.PRACTITIONER:
        return _met_in_care(where, prefix.removesuffix("__") or "pk")
    if where.role == Role.PRIVACY_OFFICER:
        return _of_whole_employer(where, Permission.ACCESS_LOG_READ) or Q(pk=None)
    if where.role == "system":
        return Q(programme=where.programme_id)
    return Q(pk=None)


def _met_in_care(where: Standing, child: str) -> Q:
    """Return the rows of children in one's own care, or behind glass one broke."""
    whole = _of_whole_employer(where, Permission.EMERGENCY_OPEN)
    if whole is not None:
        return whole
    mine = CareRelation.objects.active(clock.today()).filter(practitioner=where.user_id)
    met = Q(**{f"{child}__in": mine.values("client")})
    what = asked()
    if what is not None and what.opens_by_glass:
        broken = EmergencyAccess.objects.running(clock.now()).filter(user=where.user_id)
        only = broken.exclude(client__in=mine.values("client"))
        met |= Q(**{f"{child}__in": what.note(only.values_list("client", flat=True))})
    return Q(programme=where.programme_id, holder__in=where.holders) & met


def _of_whole_employer(where: Standing, permission: Permission) -> Q | None:
    """Return the rows of the own employer if that is what a door asks for.

    It asks for one child by its public id: to break the glass, or to read its log.
    """
    what = asked()
    if what is None or what.permission != permission:
        return None
    return Q(programme=where.programme_id, holder__in=where.holders)


class ClientQuerySet(models.QuerySet["Client"]):
    """Which children."""

    def visible_to(self, user: User) -> Self:
        """Those of the own practice, employer or care relations; or that very child."""
        where = standing()
        if where is not None and where.role in OUTSIDERS:
            return self.filter(programme=where.programme_id, pk__in=where.clients)
        return self.filter(reach(where))


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
    if client_id in where.clients:
        ties.add(Relation.CLIENT)
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
        elif (
            EmergencyAccess.objects.running(clock.now())
            .filter(client=client_id, user=where.user_id)
            .exists()
        ):
            ties.add(Relation.EMERGENCY)
    return ties


class ClientRowQuerySet(models.QuerySet[Any]):
    """Rows below a client that carry its wall keys."""

    def visible_to(self, user: User) -> Self:
        """Those of children one may meet; for a family what `for_family` opens."""
        where = standing()
        if where is not None and where.role in FAMILY:
            own = self.filter(programme=where.programme_id, client__in=where.clients)
            return own.for_family(where)
        return self.filter(reach(where, "client__"))

    def for_family(self, where: Standing) -> Self:
        """Open nothing to a family, unless a model says what it may see."""
        return self.none()


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


class EmergencyAccessQuerySet(models.QuerySet["EmergencyAccess"]):
    """Which times the glass was broken."""

    def running(self, at: datetime) -> Self:
        """Those that open a file at this moment."""
        return self.filter(opened_at__lte=at, ends_at__gt=at)


class EmergencyAccess(models.Model):
    """The glass was broken: a colleague may look, never write, until a moment (LR-51).

    Who broke it can neither lengthen nor erase it (security.md B18).
    """

    class Why(models.TextChoices):
        DANGER = "danger", _("danger for the child or someone else")
        ABSENCE = "absence", _("the practitioner cannot be reached and it cannot wait")
        CRISIS = "crisis", _("crisis service or hospital asks now")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    practice = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    client = models.ForeignKey(
        Client, models.PROTECT, related_name="emergency_accesses"
    )
    user = models.ForeignKey(User, models.PROTECT, related_name="emergency_accesses")
    why = models.CharField(max_length=8, choices=Why)
    words = models.TextField()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    objects = EmergencyAccessQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="emergency_access_wall"),
            AppendOnly(name="emergency_access_append_only"),
            models.UniqueConstraint(
                fields=["id", "client"], name="emergencyaccess_of_client"
            ),
            models.CheckConstraint(
                name="emergency_access_at_most_four_hours",
                condition=Q(ends_at__gt=F("opened_at"))
                & Q(ends_at__lte=F("opened_at") + timedelta(hours=4)),
            ),
        ]
        indexes = [models.Index(fields=["user", "ends_at"], name="emergency_of_whom")]

    class Privacy:
        personal = {"client", "user", "why", "words", "opened_at", "ends_at"}
        ordinary = {"id", "uuid", "programme", "holder", "practice"}

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties the one who stands at `where` to this row's child."""
        return relations(self, self.client_id, where)
