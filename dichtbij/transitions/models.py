"""Which change is being prepared: for a child, a practitioner, a practice?"""

import uuid
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Client
from dichtbij.organisations.models import Municipality, Organisation, User
from dichtbij.programmes.models import Participation, Programme
from dichtbij.shared.permissions import Relation, Role
from dichtbij.shared.walls import AppendOnly, Standing, Wall, standing


class TransitionQuerySet(models.QuerySet[Any]):
    """Which changes."""

    def visible_to(self, user: User) -> Self:
        """Those of the own employer; of a child, where one may meet that child."""
        where = standing()
        if where is None or where.role not in (
            Role.PRACTITIONER, Role.TEAM_LEAD, "system",
        ):  # fmt: skip
            return self.none()
        mine = self.filter(programme=where.programme_id)
        if where.role == "system":
            return mine
        mine = mine.filter(holder__in=where.holders)
        children = Client.objects.visible_to(user)
        if where.role == Role.PRACTITIONER:
            return mine.filter(
                Q(client__in=children) | Q(client=None, practitioner=user.pk)
            )
        return mine.filter(Q(client__in=children) | Q(client=None))


class Transition(models.Model):
    """A change after which nothing may float: it ends when all is taken over."""

    class Kind(models.TextChoices):
        ADULT = "adult", _("the young person turns 18")
        MOVES = "moves", _("the child moves to another municipality")
        CHANGES_GP = "changes_gp", _("the child gets another GP")
        LEAVES = "leaves", _("a practitioner leaves")
        ENDS = "ends", _("an agreement with a practice ends")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    holder = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind)
    client = models.ForeignKey(
        Client, models.PROTECT, null=True, related_name="transitions"
    )
    practitioner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    participation = models.ForeignKey(
        Participation, models.PROTECT, null=True, related_name="+"
    )
    # Of a child that moves: the dated history of who is responsible (LR-111).
    from_municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, related_name="+"
    )
    to_municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, related_name="+"
    )
    takes_effect_on = models.DateField()
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    objects = TransitionQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", name="transition_wall"),
            models.CheckConstraint(
                name="transition_of_one_thing",
                condition=Q(
                    client__isnull=False, practitioner=None, participation=None
                )
                | Q(client=None, practitioner__isnull=False, participation=None)
                | Q(client=None, practitioner=None, participation__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["programme", "holder", "kind", "client", "practitioner",
                        "participation"],
                condition=Q(finished_at=None),
                nulls_distinct=False,
                name="transition_one_open",
            ),
        ]  # fmt: skip

    class Privacy:
        personal = {
            "client", "practitioner", "kind", "started_by", "from_municipality",
            "to_municipality",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "participation", "takes_effect_on",
            "started_at", "finished_at",
        }  # fmt: skip

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to this change: its child, or its employer."""
        if self.client_id is not None:
            client = Client.objects.filter(pk=self.client_id).first()
            return client.relations_to(where) if client is not None else set()
        if (
            self.programme_id != where.programme_id
            or self.holder_id not in where.holders
        ):
            return set()
        ties: set[str] = {Relation.HOLDER}
        return ties | {Relation.CARE} if self.practitioner_id == where.user_id else ties


class TakeOver(models.Model):
    """Who an open item went to in a change, or that it was ended; never changed.

    For an item that has no owner of its own (a link, a concern) it is also the owner.
    """

    class How(models.TextChoices):
        GIVEN = "given", _("given to a colleague")
        STAYS = "stays", _("stays with the same person")
        ENDED = "ended", _("ended")

    transition = models.ForeignKey(
        Transition, models.PROTECT, related_name="take_overs"
    )
    item = models.CharField(max_length=60)
    how = models.CharField(max_length=6, choices=How)
    from_owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    to_owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            Wall("transition", name="take_over_wall"),
            AppendOnly(name="take_over_append_only"),
            models.CheckConstraint(
                name="take_over_has_an_owner_unless_ended",
                condition=Q(how="ended", to_owner=None)
                | ~Q(how="ended") & Q(to_owner__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["item", "at"], name="take_over_item")]
        ordering = ["at", "id"]

    class Privacy:
        personal = {"item", "from_owner", "to_owner", "by"}
        ordinary = {"id", "transition", "how", "at"}
