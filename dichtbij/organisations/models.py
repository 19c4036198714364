"""Who may come in: which organisations, which people, with which membership?"""

import uuid
from typing import Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from dichtbij.shared.permissions import OUTSIDERS, Role
from dichtbij.shared.walls import Standing

INSIDERS = sorted(set(Role) - OUTSIDERS)


class Municipality(models.Model):
    """A municipality of the Netherlands. Source: CBS, division on 1-1-2026."""

    code = models.CharField(max_length=4, primary_key=True)
    name = models.CharField(max_length=60)
    province = models.CharField(max_length=20)

    class Meta:
        ordering = ["name"]

    class Privacy:
        ordinary = {"code", "name", "province"}
        personal: set[str] = set()

    def __str__(self) -> str:
        return self.name


class Organisation(models.Model):
    """A party in a programme: an employer, a GP practice or a municipality."""

    class Kind(models.TextChoices):
        EMPLOYER = "employer", _("employer")
        PRACTICE = "practice", _("GP practice")
        MUNICIPALITY = "municipality", _("municipality")
        PLATFORM = "platform", _("platform")
        PARTNER = "partner", _("partner")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=120)
    agb_code = models.CharField(max_length=8, blank=True)
    street = models.CharField(max_length=120, blank=True)
    postcode = models.CharField(max_length=7, blank=True)
    town = models.CharField(max_length=60, blank=True)
    telephone = models.CharField(max_length=20, blank=True)
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["name"]

    class Privacy:
        ordinary = {
            "id", "uuid", "kind", "name", "agb_code", "street", "postcode", "town",
            "telephone", "municipality",
        }  # fmt: skip
        personal: set[str] = set()

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    """Makes users; the e-mail address is the name to sign in with."""

    def create_user(
        self, email: str, name: str, password: str | None = None, **fields: object
    ) -> "User":
        """Create a user; without a password nobody can sign in with one."""
        user = self.model(email=self.normalize_email(email).lower(), name=name)
        for field, value in fields.items():
            setattr(user, field, value)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def system(self) -> "User":
        """Return the named user of nightly work, made when absent."""
        user, _made = self.get_or_create(
            email="nacht@dichtbij.example",
            defaults={"name": "Dichtbij (automatisch)", "system": True},
        )
        return user

    def by_link(self) -> "User":
        """Return the named user of whoever comes by a link without an account."""
        user, _made = self.get_or_create(
            email="link@dichtbij.example",
            defaults={"name": "Dichtbij (persoonlijke link)", "system": True},
        )
        return user


class User(AbstractBaseUser):
    """A person who works with the system, or the named user of nightly work."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    registration = models.CharField(max_length=30, blank=True)
    is_active = models.BooleanField(default=True)
    system = models.BooleanField(default=False)
    # The keys of a persona in the demo town, empty for everyone else.
    persona = models.CharField(max_length=30, blank=True)
    # Part of every session's seal: one higher, and all sessions of the user end (A8).
    session_round = models.PositiveIntegerField(default=0)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = UserManager()

    class Privacy:
        personal = {"email", "name", "registration", "password", "last_login"}
        ordinary = {"id", "uuid", "is_active", "system", "persona", "session_round"}
        unwalled = "read while signing in, before anyone stands anywhere"

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """Return the name as letters and lists print it."""
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Seal sessions with the password and the round: either change ends them."""
        return salted_hmac(
            "dichtbij.organisations.session",
            f"{self.password}/{self.session_round}",
            secret=secret,
            algorithm="sha256",
        ).hexdigest()


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Which memberships."""

    def active(self) -> Self:
        """Those that open a place to stand."""
        return self.filter(state=Membership.State.ACTIVE, user__is_active=True)

    def visible_to(self, user: User) -> Self:
        """All but families and guests, for a platform administrator; nobody else any.

        Whose parent someone is, is care: it stands in the file of the child (B8).
        """
        admin = Membership.objects.active().filter(user=user, role=Role.PLATFORM_ADMIN)
        return self.filter(client=None) if admin.exists() else self.none()

    def matching(self, q: str = "", state: str = "") -> Self:
        """Those of people or organisations that are called like `q`, in `state`."""
        found = self.filter(state=state) if state else self
        for word in q.split():
            found = found.filter(
                Q(user__name__icontains=word)
                | Q(user__email__icontains=word)
                | Q(organisation__name__icontains=word)
            )
        return found

    def following(self, uuid: str) -> Self:
        """Those after this one in the list, newest first; all for an empty key."""
        if not uuid:
            return self
        try:
            last = self.model._default_manager.filter(uuid=uuid).values("pk")
        except ValidationError:
            return self.none()
        return self.filter(pk__lt=last[:1])

    def for_list(self) -> Self:
        """Newest first, with what a list shows beside them."""
        beside = ("user", "organisation", "programme", "invited_by", "confirmed_by")
        return self.select_related(*beside).order_by("-pk")


class Membership(models.Model):
    """What a person may be in one organisation, within one programme."""

    class State(models.TextChoices):
        INVITED = "invited", _("invited")
        ACTIVE = "active", _("active")
        SUSPENDED = "suspended", _("suspended")
        ENDED = "ended", _("ended")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, models.PROTECT, related_name="memberships")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="memberships"
    )
    programme = models.ForeignKey(
        "dichtbij.Programme", models.PROTECT, null=True, related_name="memberships"
    )
    role = models.CharField(max_length=20, choices=Role)
    # For a parent, a young person or a partner: the one child it opens.
    client = models.ForeignKey(
        "dichtbij.Client", models.PROTECT, null=True, related_name="+"
    )
    state = models.CharField(max_length=10, choices=State, default=State.INVITED)
    since = models.DateTimeField()
    invited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    # The second administrator, for roles that manage others (A11).
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = MembershipQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "organisation", "programme", "role", "client"],
                condition=~Q(state="ended"),
                nulls_distinct=False,
                name="membership_once",
            ),
            models.CheckConstraint(
                name="membership_of_a_child_is_an_outsiders",
                condition=Q(client=None, role__in=INSIDERS)
                | Q(client__isnull=False, role__in=sorted(OUTSIDERS)),
            ),
        ]

    class Privacy:
        personal = {"user", "role", "client", "invited_by", "confirmed_by"}
        ordinary = {"id", "uuid", "organisation", "programme", "state", "since"}
        unwalled = "read to learn where someone stands"

    def __str__(self) -> str:
        return f"{self.user}: {self.role} ({self.organisation})"

    def place(self, **changes: object) -> Standing:
        """Return where this membership stands: one organisation's rows, or one child's.

        A family stands at its child and at no organisation, whoever keeps the file.
        """
        kind = self.organisation.kind
        mine: tuple[int, ...] = (self.organisation_id,)
        if self.client_id is not None:
            kind, mine = Organisation.Kind.PARTNER, ()
        return Standing(
            user_id=self.user_id,
            role=self.role,
            programme_id=self.programme_id,
            organisation_id=self.organisation_id,
            holders=mine if kind == Organisation.Kind.EMPLOYER else (),
            practices=mine if kind == Organisation.Kind.PRACTICE else (),
            clients=(self.client_id,) if self.client_id is not None else (),
            membership_id=self.pk,
            **changes,  # type: ignore[arg-type]
        )

    def relations_to(self, where: Standing) -> set[str]:
        """Return nothing: only the role of an administrator opens memberships."""
        return set()


def own_memberships(user: User) -> models.QuerySet[Membership]:
    """Return the memberships that `user` may stand at now, oldest first."""
    mine = Membership.objects.active().filter(user=user)
    return mine.select_related("organisation", "programme").order_by("pk")


class Invitation(models.Model):
    """A single-use way in, bound to an e-mail address, for seven days (A11)."""

    membership = models.ForeignKey(
        Membership, models.PROTECT, related_name="invitations"
    )
    token_hash = models.BinaryField(unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Privacy:
        personal = {"membership"}
        ordinary = {"id", "token_hash", "expires_at", "used_at"}
        unwalled = "read while signing in, before anyone stands anywhere"


class RecoveryCode(models.Model):
    """A spare second factor: used once, kept as a hash of 120 random bits (A3)."""

    user = models.ForeignKey(User, models.PROTECT, related_name="recovery_codes")
    code_hash = models.BinaryField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "code_hash"], name="recovery_code_once"
            )
        ]

    class Privacy:
        personal = {"user"}
        ordinary = {"id", "code_hash", "used_at"}
        unwalled = "read while signing in, before anyone stands anywhere"


class SharedValue(models.Model):
    """What all web processes remember for a while: tries counted, codes used.

    The key is a keyed hash, so neither an address nor a person can be read here.
    """

    key = models.CharField(max_length=64, primary_key=True)
    value = models.JSONField()
    expires_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["expires_at"], name="shared_value_expires")]

    class Privacy:
        personal: set[str] = set()
        ordinary = {"key", "value", "expires_at"}


class PersonalLink(models.Model):
    """A way in for one thing, once, for a while: a link by one road, a code by another.

    Neither is stored: both are kept as hashes. E-mail alone opens nothing (R24).
    """

    class Purpose(models.TextChoices):
        APPOINTMENT = "appointment", _("appointment")
        CHECK_IN = "check_in", _("check-in before a talk")
        PULSE = "pulse", _("three questions afterwards")
        SATISFACTION = "satisfaction", _("questions about the help")
        CONSULTATION = "consultation", _("case consultation")
        OFFER = "offer", _("a time that came free")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    token_hash = models.BinaryField(unique=True)
    code_hash = models.BinaryField()
    purpose = models.CharField(max_length=12, choices=Purpose)
    programme = models.ForeignKey(
        "dichtbij.Programme", models.PROTECT, related_name="+"
    )
    client = models.ForeignKey("dichtbij.Client", models.PROTECT, related_name="+")
    # The public id of what it is about, and of the person it was given to.
    subject = models.UUIDField()
    holder_of_link = models.UUIDField()
    role = models.CharField(max_length=20, choices=Role)
    wrong_codes = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["subject"], name="personal_link_subject")]

    class Privacy:
        personal = {"client", "subject", "holder_of_link", "role", "made_by"}
        ordinary = {
            "id", "uuid", "token_hash", "code_hash", "purpose", "programme",
            "wrong_codes", "made_at", "expires_at", "used_at", "ended_at",
        }  # fmt: skip
        unwalled = "read while opening a link, before anyone stands anywhere"
