"""What happened with this child: trajectory, contacts, goals, tasks, how it ended?"""

import uuid
from datetime import date
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Channel, Client, ClientRow, ClientRowQuerySet
from dichtbij.families.standing import YOUNG_PERSON, elsewhere, may_read, member_at
from dichtbij.organisations.models import User
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared.walls import AppendOnly, Standing, Wall

SLOTS = tuple(Channel.Owner.values)


class Outcome(models.TextChoices):
    """Where the child went afterwards. Source: domain.md 3.7."""

    SOLVED = "opgelost_geen_vervolg", _("solved, no follow-up needed")
    GP = "huisarts", _("back to the GP")
    POH_GGZ = "poh_ggz", _("practice nurse mental health (adults)")
    FREE = "vrij_toegankelijk", _("freely accessible help")
    LOCAL_TEAM = "cjg_wijkteam", _("CJG or local team")
    YOUTH_HEALTH = "jgz", _("youth health service")
    SCHOOL = "school_interne_zorg", _("support at school")
    BASIC_MH = "b_ggz", _("basic mental health care")
    SPECIALIST_MH = "s_ggz", _("specialist mental health care")
    LVB = "lvb_jeugdhulpaanbieder", _("provider for mild intellectual disability")
    AMBULATORY = "j_en_o_ambulant", _("ambulatory youth and parenting help")
    DYSLEXIA = "dyslexiezorg", _("dyslexia care")
    HOSPITAL = "ziekenhuis_kinderarts", _("hospital or paediatrician")
    CRISIS = "crisis", _("crisis care")
    SAFE_HOME = "veilig_thuis_gi", _("Veilig Thuis or certified institution")
    ADULT_MH = "volwassenen_ggz_18plus", _("adult mental health care (18+)")
    ALREADY = "al_in_zorg", _("already in care elsewhere")
    DROPOUT = "uitval", _("dropped out")
    MOVED = "verhuisd", _("moved away")
    UNKNOWN = "onbekend", _("unknown")


class CloseReason(models.TextChoices):
    """Why help ended. Source: CBS reden beëindiging jeugdhulp (S53)."""

    PLANNED = "01", _("according to plan")
    EARLY_AGREED = "02", _("early, agreed")
    EARLY_CLIENT = "03", _("early, by the client alone")
    EARLY_PROVIDER = "04", _("early, by the provider alone")
    EARLY_EXTERNAL = "05", _("early, external circumstances")


class Activity(models.TextChoices):
    """What time was spent on. Source: domain.md 3.6."""

    CONSULTATION = "consultatie", _("consultation with the GP, child not seen")
    INTAKE = "intake", _("intake")
    TRIAGE = "screening_triage", _("screening and triage")
    TREATMENT = "kortdurende_behandeling", _("short treatment")
    PARENTING = "opvoedondersteuning", _("parenting support")
    PSYCHO_EDUCATION = "psycho_educatie", _("psycho-education")
    BRIDGING = "overbruggingszorg", _("bridging care")
    MEETING = "mdo_casusoverleg", _("case consultation")
    WITH_GP = "overleg_huisarts", _("consultation with GP")
    WITH_SCHOOL = "overleg_school", _("consultation with school")
    WITH_LOCAL_TEAM = "overleg_cjg_wijkteam", _("consultation with CJG or local team")
    WITH_YOUTH_HEALTH = "overleg_jgz", _("consultation with youth health service")
    HANDOVER = "warme_overdracht", _("warm hand-over")
    VISIT = "observatie_school_huisbezoek", _("observation at school or home visit")
    ADMINISTRATION = "administratie", _("administration")
    EXPERTISE = "deskundigheidsbevordering_praktijk", _("training for the practice")


class TrajectoryQuerySet(ClientRowQuerySet):
    """Which trajectories."""

    def open(self) -> Self:
        """Those not closed."""
        return self.filter(closed_on=None)


class Trajectory(ClientRow):
    """Help to one child, from acceptance to closing with an outcome."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    referral = models.OneToOneField(Referral, models.PROTECT, related_name="trajectory")
    practitioner = models.ForeignKey(User, models.PROTECT, related_name="trajectories")
    opened_on = models.DateField()
    first_contact_on = models.DateField(null=True)
    first_consult_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    outcome = models.CharField(max_length=24, choices=Outcome, blank=True)
    close_reason = models.CharField(max_length=2, choices=CloseReason, blank=True)
    close_words = models.TextField(blank=True)
    satisfaction_due_on = models.DateField(null=True)

    objects = TrajectoryQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="trajectory_wall"),
            models.UniqueConstraint(
                fields=["id", "client"], name="trajectory_of_client"
            ),
            models.CheckConstraint(
                name="trajectory_closed_whole",
                condition=Q(closed_on=None, outcome="", close_reason="")
                | (Q(closed_on__isnull=False) & ~Q(outcome="") & ~Q(close_reason="")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["practitioner", "client"],
                condition=Q(closed_on=None),
                name="trajectory_caseload",
            ),
            models.Index(fields=["holder", "opened_on"], name="trajectory_holder"),
            models.Index(fields=["practice", "opened_on"], name="trajectory_practice"),
            models.Index(fields=["client"], name="trajectory_client"),
        ]

    class Privacy:
        personal = {
            "client", "practitioner", "outcome", "close_reason", "close_words",
            "first_contact_on", "first_consult_on", "satisfaction_due_on",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "referral", "opened_on",
            "closed_on",
        }  # fmt: skip


class ContactQuerySet(ClientRowQuerySet):
    """Which contacts."""

    def for_family(self, where: Standing) -> Self:
        """Open to who may read the file the talks that were about this person's home.

        Never what was said in confidence, on no family page (B6): a parent may hold
        the telephone. A parent reads no talk with the other home only (LR-14).
        """
        member = member_at(where)
        if member is None or not may_read(member):
            return self.none()
        told = self.filter(not_for_parents=False).exclude(
            appointment__only_for__in=[s for s in SLOTS if s != member.slot]
        )
        if member.slot == YOUNG_PERSON:
            return told.filter(attendance__contains=["child"])
        return told.filter(
            Q(attendance__contains=[member.slot])
            | ~Q(attendance__overlap=elsewhere(member))
        )


class Contact(ClientRow):
    """One consult or call: who was there, what was said and agreed, what comes next."""

    class NextStep(models.TextChoices):
        APPOINTMENT = "appointment", _("appointment")
        CLOSE = "close", _("close")
        CONSULTATION = "consultation", _("consultation with others")
        REFER = "refer", _("advise to refer")
        NONE = "none", _("nothing planned")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="contacts")
    appointment = models.OneToOneField(
        Appointment, models.PROTECT, null=True, related_name="contact"
    )
    practitioner = models.ForeignKey(User, models.PROTECT, related_name="contacts")
    held_at = models.DateTimeField()
    by_telephone = models.BooleanField(default=False)
    attendance = ArrayField(models.CharField(max_length=12))
    themes = ArrayField(models.CharField(max_length=7))
    text = models.TextField(blank=True)
    agreements = models.TextField(blank=True)
    next_step = models.CharField(max_length=12, choices=NextStep)
    next_step_words = models.CharField(max_length=400, blank=True)
    # Sealed: the young person said it in confidence, no parent ever reads it (B6).
    not_for_parents = models.BooleanField(default=False)
    recorded_at = models.DateTimeField()

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            Wall("holder", "practice", "client", name="contact_wall"),
            models.UniqueConstraint(fields=["id", "client"], name="contact_of_client"),
        ]
        indexes = [
            models.Index(fields=["trajectory", "-held_at"], name="contact_trajectory"),
            models.Index(fields=["client", "-held_at"], name="contact_client"),
            models.Index(fields=["holder", "held_at"], name="contact_holder"),
        ]

    class Privacy:
        personal = {
            "client", "practitioner", "held_at", "by_telephone", "attendance",
            "themes", "text", "agreements", "next_step", "next_step_words",
            "not_for_parents",
        }  # fmt: skip
        ordinary = {
            "id", "uuid", "programme", "holder", "practice", "trajectory",
            "appointment", "recorded_at",
        }  # fmt: skip


class Addendum(models.Model):
    """What was added to a contact afterwards: the contact itself is never changed."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="addenda")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField()

    class Meta:
        constraints = [
            Wall("client", name="addendum_wall"),
            AppendOnly(name="addendum_append_only"),
        ]
        indexes = [models.Index(fields=["contact", "at"], name="addendum_contact_at")]
        ordering = ["at", "id"]

    class Privacy:
        personal = {"client", "by", "text"}
        ordinary = {"id", "contact", "at"}


class TimeSpent(models.Model):
    """Minutes of one kind in one contact: hours and statements are read from these."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="times")
    activity = models.CharField(max_length=36, choices=Activity)
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            Wall("client", name="time_spent_wall"),
            models.UniqueConstraint(
                fields=["client", "contact", "activity"], name="time_spent_once"
            ),
            models.CheckConstraint(
                name="time_spent_within_a_day",
                condition=Q(minutes__gt=0, minutes__lte=720),
            ),
        ]

    class Privacy:
        personal = {"client", "activity"}
        ordinary = {"id", "contact", "minutes"}


class Goal(models.Model):
    """What the child or parent wants, in their own words; at most three open ones."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="goals")
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="goals")
    words = models.CharField(max_length=200)
    owner = models.CharField(max_length=12)
    set_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            Wall("client", name="goal_wall"),
            models.UniqueConstraint(fields=["id", "client"], name="goal_of_client"),
        ]
        ordering = ["set_on", "id"]

    class Privacy:
        personal = {"client", "words", "owner", "set_on", "ended_on"}
        ordinary = {"id", "trajectory"}


class GoalScore(models.Model):
    """How near a goal is, 0 to 10, at one contact."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="scores")
    contact = models.ForeignKey(Contact, models.PROTECT, related_name="goal_scores")
    score = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            Wall("client", name="goal_score_wall"),
            models.UniqueConstraint(
                fields=["client", "goal", "contact"], name="scored_once"
            ),
            models.CheckConstraint(name="goal_score_range", condition=Q(score__lte=10)),
        ]

    class Privacy:
        personal = {"client", "score"}
        ordinary = {"id", "goal", "contact"}


class TaskQuerySet(models.QuerySet["Task"]):
    """Which tasks."""

    def visible_to(self, user: User) -> Self:
        """One's own."""
        return self.filter(owner=user.pk)

    def open(self) -> Self:
        """Those not done, earliest first."""
        return self.filter(done_at=None).order_by("due_on", "id")

    def pressing(self) -> Self:
        """Those open, without plans to make that were made meanwhile."""
        planned = Appointment.objects.filter(
            referral=OuterRef("referral"), status=Appointment.Status.BOOKED
        )
        return self.open().exclude(Q(kind=Task.Kind.PLAN) & Exists(planned))

    def overdue(self, on: date) -> Self:
        """Those whose day has passed."""
        return self.open().filter(due_on__lt=on)


class Task(models.Model):
    """A next step with an owner and a day."""

    class Kind(models.TextChoices):
        NEXT_STEP = "next_step", _("next step")
        CALL = "call", _("call the family")
        CONSENT = "consent", _("complete the consent")
        LETTER = "letter", _("letter to the GP")
        PLAN = "plan", _("plan an appointment")
        STARTED = "started", _("ask whether the help has started")
        HANDOVER = "handover", _("warm hand-over")
        MEETING = "meeting", _("agreed in a case consultation")
        BIRTHDAY = "birthday", _("confirm the consent again")
        REVIEW = "review", _("look again")

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    client = models.ForeignKey(Client, models.PROTECT, related_name="tasks")
    referral = models.ForeignKey(Referral, models.PROTECT, related_name="tasks")
    owner = models.ForeignKey(User, models.PROTECT, related_name="tasks")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=400, blank=True)
    due_on = models.DateField()
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    objects = TaskQuerySet.as_manager()

    class Meta:
        constraints = [Wall("client", name="task_wall")]
        indexes = [
            models.Index(
                fields=["owner", "due_on"],
                condition=Q(done_at=None),
                name="task_open",
            )
        ]

    class Privacy:
        personal = {"client", "owner", "kind", "words"}
        ordinary = {"id", "uuid", "referral", "due_on", "made_at", "done_at"}

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to the child of this task; nothing behind a wall."""
        client = Client.objects.filter(pk=self.client_id).first()
        return client.relations_to(where) if client is not None else set()


class CareLevel(models.Model):
    """How heavy the help is, at each change: light where it can be (stepped care)."""

    class Level(models.TextChoices):
        ADVICE = "advice", _("advice")
        SHORT = "short", _("short help")
        NETWORK = "network", _("light help in the network")
        SPECIALIST = "specialist", _("specialist help")

    client = models.ForeignKey(Client, models.PROTECT, related_name="care_levels")
    trajectory = models.ForeignKey(Trajectory, models.PROTECT, related_name="levels")
    level = models.CharField(max_length=10, choices=Level)
    since = models.DateField()
    words = models.CharField(max_length=400, blank=True)
    noted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [Wall("client", name="care_level_wall")]
        indexes = [models.Index(fields=["trajectory", "since"], name="care_level_of")]
        ordering = ["since", "id"]

    class Privacy:
        personal = {"client", "level", "since", "words", "noted_by"}
        ordinary = {"id", "trajectory"}
