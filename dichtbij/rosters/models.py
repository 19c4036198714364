"""Who covers for whom, and where can a calendar read the days?"""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.scheduling.models import Room
from dichtbij.shared.permissions import Relation
from dichtbij.shared.walls import Standing, Wall, standing


class CoverQuerySet(models.QuerySet["Cover"]):
    """Which covers."""

    def visible_to(self, user: User) -> Self:
        """Those of one's own employer."""
        where = standing()
        if where is None:
            return self.none()
        return self.filter(programme=where.programme_id, holder__in=where.holders)

    def running(self, first: date, last: date) -> Self:
        """Those that touch any local day from `first` to `last`."""
        return self.filter(ended_at=None, first_on__lte=last, last_on__gte=first)


class Cover(models.Model):
    """A colleague covers from a day until a day; the care relations end with it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    absent = models.ForeignKey(User, models.PROTECT, related_name="+")
    covering = models.ForeignKey(User, models.PROTECT, related_name="+")
    first_on = models.DateField()
    last_on = models.DateField()
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects = CoverQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", name="cover_wall"),
            models.CheckConstraint(
                name="cover_ends_after_start", condition=Q(last_on__gte=F("first_on"))
            ),
            models.CheckConstraint(
                name="cover_by_another", condition=~Q(absent=F("covering"))
            ),
        ]
        ordering = ["first_on", "id"]

    class Privacy:
        personal = {"absent", "covering", "first_on", "last_on", "made_by"}
        ordinary = {"id", "uuid", "programme", "holder", "made_at", "ended_at"}

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this cover."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    """Which feeds."""

    def visible_to(self, user: User) -> Self:
        """One's own, and for whoever leads those of the own employer."""
        where = standing()
        if where is None:
            return self.none()
        mine = self.filter(programme=where.programme_id, holder__in=where.holders)
        if where.role == "practitioner":
            return mine.filter(Q(user=user) | Q(room__isnull=False))
        return mine


class CalendarFeed(models.Model):
    """A secret address where a calendar reads busy times of a person or a room.

    No name stands in it; the address is kept as a hash, and can be taken back.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="+")
    token_hash = models.BinaryField(unique=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = CalendarFeedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="calendar_feed_of_one",
                condition=Q(user__isnull=False, room=None)
                | Q(user=None, room__isnull=False),
            )
        ]

    class Privacy:
        personal = {"user", "made_by"}
        ordinary = {
            "id", "uuid", "programme", "holder", "room", "token_hash", "made_at",
            "read_at", "revoked_at",
        }  # fmt: skip
        unwalled = "read by its secret address, before anyone stands anywhere"

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this feed."""
        mine = self.programme_id == where.programme_id
        return {Relation.HOLDER} if mine and self.holder_id in where.holders else set()
