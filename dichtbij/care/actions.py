"""What happens in the record: taken on, recorded, goals, tasks, closed."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.consults import Consult as Consult
from dichtbij.care.consults import check_consult
from dichtbij.care.models import (
    Addendum,
    CloseReason,
    Contact,
    Goal,
    GoalScore,
    Outcome,
    Task,
    TimeSpent,
    Trajectory,
)
from dichtbij.clients.actions import (
    end_care_relations,
    family_channel,
    open_care_relation,
)
from dichtbij.clients.models import CareRelation, Client, wall_keys
from dichtbij.families.actions import lacking_consent
from dichtbij.families.models import Consent
from dichtbij.organisations.models import User
from dichtbij.referrals.actions import (
    accept_referral,
    call_first,
    decline_referral,
    hold_referral,
    note_event,
    tell_practice,
    withdraw_referral,
)
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.safety.reading import refuse_while_open
from dichtbij.scheduling.actions import (
    note_no_show,
    queue_referral,
    release_referral,
    settle_held,
)
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission
from dichtbij.staffing.actions import refuse_unregistered

MAX_GOALS = 3
CALL_WITHIN_DAYS = 2  # [design] working days for a promised call
NEXT_STEP_DAYS = 14  # [design] a next step without a day is due in two weeks
AFTERCARE_DAYS = 30  # [design] the file stays open to its practitioner for the letter
SATISFACTION_DAYS = 90  # Source: ux.md 3 row 14, the pulse after 90 days


@action(Permission.REFERRAL_TRIAGE)
def take_on_referral(
    *, referral: Referral, by: User, target_on: date | None = None
) -> Trajectory:
    """Plan: accept the referral and open the trajectory of the one who took it.

    `target_on` is another day before which the first conversation should take place.
    Raises Refused when someone already decided, with their name, and for whoever may
    begin nothing new because no registration is valid (LR-103).
    """
    refuse_unregistered(referral.programme_id, referral.holder_id, by)
    accept_referral(referral=referral, by=by)
    _aim_at(referral, target_on)
    trajectory = Trajectory.objects.create(
        **wall_keys(referral.client),
        referral=referral,
        practitioner=by,
        opened_on=clock.today(),
    )
    open_care_relation(referral.client, by.pk, CareRelation.Reason.OWN)
    end_care_relations(referral.client, CareRelation.Reason.TRIAGE)
    if not Appointment.objects.filter(referral=referral, status="booked").exists():
        queue_referral(referral)
        add_task(referral, by, Task.Kind.PLAN, due_on=referral.target_on)
    if lacking_consent(referral.client):
        due = calendar.add_working_days(clock.today(), NEXT_STEP_DAYS)
        add_task(referral, by, Task.Kind.CONSENT, due_on=due)
    return trajectory


def _aim_at(referral: Referral, target_on: date | None) -> None:
    """Let the first conversation take place before another day than the preset one."""
    if target_on is None or target_on == referral.target_on:
        return
    referral.target_on = target_on
    referral.save(update_fields=["target_on"])
    WaitingEntry.objects.filter(referral=referral, ended_at=None).update(
        target_on=target_on
    )


@action(Permission.REFERRAL_TRIAGE)
def promise_call(*, referral: Referral, by: User) -> Referral:
    """Call first: the family is called before deciding, and that is a task."""
    call_first(referral=referral, by=by)
    due = calendar.add_working_days(clock.today(), CALL_WITHIN_DAYS)
    add_task(referral, by, Task.Kind.CALL, due_on=due)
    tell_practice(referral)
    return referral


@action(Permission.REFERRAL_TRIAGE)
def return_referral(*, referral: Referral, by: User, reason: str) -> Referral:
    """Does not fit: back to the practice with a reason; a planned talk is cancelled.

    Leaves a call task where a talk was planned (R19). Raises Refused as decline does.
    """
    refuse_while_open(referral.client)
    planned = Appointment.objects.filter(referral=referral, status="booked").exists()
    decline_referral(referral=referral, by=by, reason=reason)
    release_referral(referral, by, WaitingEntry.Ended.DECLINED)
    if planned:
        due = calendar.add_working_days(clock.today(), CALL_WITHIN_DAYS)
        add_task(referral, by, Task.Kind.CALL, due_on=due)
        # Whoever has to call needs the telephone number a while longer.
        CareRelation.objects.filter(
            client=referral.client_id, practitioner=by, ends_on=clock.today()
        ).update(ends_on=clock.today() + timedelta(days=AFTERCARE_DAYS))
    Task.objects.filter(referral=referral, done_at=None, kind=Task.Kind.PLAN).update(
        done_at=clock.now()
    )
    return referral


@action(Permission.REFERRAL_WITHDRAW)
def take_referral_back(*, referral: Referral, by: User, reason: str = "") -> Referral:
    """The practice withdraws; diary and waiting list let go of it."""
    withdraw_referral(referral=referral, by=by, reason=reason)
    release_referral(referral, by, WaitingEntry.Ended.WITHDRAWN)
    return referral


def add_task(
    referral: Referral, owner: User, kind: str, *, due_on: date, words: str = ""
) -> Task:
    """Give someone a next step with a day."""
    return Task.objects.create(
        client_id=referral.client_id,
        referral=referral,
        owner=owner,
        kind=kind,
        words=words[:400],
        due_on=due_on,
        made_at=clock.now(),
    )


@action(Permission.FILE_WRITE)
def complete_task(*, task: Task, by: User) -> Task:
    """Tick a task off; twice is once."""
    Task.objects.filter(pk=task.pk, done_at=None).update(done_at=clock.now())
    task.refresh_from_db()
    return task


@action(Permission.APPOINTMENT_ATTEND)
def begin_consult(*, appointment: Appointment, by: User) -> Appointment:
    """Begin a conversation; whoever receives a family has taken its referral on.

    Twice is once. Raises Refused when it is not planned.
    """
    hold_referral(appointment.referral_id)
    begun = Appointment.objects.filter(
        pk=appointment.pk, status__in=("booked", "held", "no_show")
    ).update(started_at=Coalesce("started_at", Value(clock.now())))
    if not begun:
        raise Refused(_("This appointment is no longer planned. Book a new one."))
    if Referral.objects.undecided().filter(pk=appointment.referral_id).exists():
        take_on_referral(referral=appointment.referral, by=by)
    appointment.refresh_from_db()
    return appointment


@action(Permission.APPOINTMENT_ATTEND)
def miss_appointment(
    *, appointment: Appointment, by: User, with_notice: bool
) -> Appointment:
    """Note that the family did not come, and who calls them. Raises as note_no_show."""
    note_no_show(appointment=appointment, by=by, with_notice=with_notice)
    due = calendar.add_working_days(clock.today(), CALL_WITHIN_DAYS)
    add_task(appointment.referral, by, Task.Kind.CALL, due_on=due)
    return appointment


@action(Permission.FILE_WRITE, code=Entry.ActionCode.CREATE)
def record_contact(
    *,
    trajectory: Trajectory,
    by: User,
    consult: Consult,
    appointment: Appointment | None = None,
) -> Contact:
    """Record one contact: the only registration; letter, hours and figures follow.

    Raises Refused as `check_consult` does, and for an appointment recorded before.
    """
    held_at = consult.held_at or (
        min(appointment.starts_at, clock.now()) if appointment else clock.now()
    )
    check_consult(trajectory, consult, held_at)
    try:
        with transaction.atomic():
            contact = Contact.objects.create(
                **wall_keys(trajectory.client),
                trajectory=trajectory,
                appointment=appointment,
                practitioner=by,
                held_at=held_at,
                by_telephone=consult.by_telephone,
                attendance=list(consult.attendance),
                themes=list(consult.themes),
                text=consult.text,
                agreements=consult.agreements,
                next_step=consult.next_step,
                next_step_words=consult.next_step_words[:400],
                recorded_at=clock.now(),
            )
    except IntegrityError as twice:
        raise Refused(_("This conversation was already recorded.")) from twice
    _record_parts(contact, consult)
    if appointment is not None:
        settle_held(appointment)
    _note_firsts(trajectory, contact, by)
    _follow_up(trajectory, contact, consult, by)
    return contact


def _record_parts(contact: Contact, consult: Consult) -> None:
    TimeSpent.objects.bulk_create(
        TimeSpent(
            client_id=contact.client_id,
            contact=contact,
            activity=activity,
            minutes=minutes,
        )
        for activity, minutes in consult.minutes.items()
    )
    goals = Goal.objects.filter(trajectory=contact.trajectory_id, pk__in=consult.scores)
    GoalScore.objects.bulk_create(
        GoalScore(
            client_id=contact.client_id,
            goal=goal,
            contact=contact,
            score=consult.scores[goal.pk],
        )
        for goal in goals
    )


def _note_firsts(trajectory: Trajectory, contact: Contact, by: User) -> None:
    """Keep both waiting times: to the first contact and to the first conversation."""
    on = calendar.local(contact.held_at).date()
    if trajectory.first_contact_on is None:
        trajectory.first_contact_on = on
        if contact.by_telephone:
            note_event(trajectory.referral, ReferralEvent.Kind.FIRST_CONTACT, by)
    if trajectory.first_consult_on is None and not contact.by_telephone:
        trajectory.first_consult_on = on
        note_event(
            trajectory.referral,
            ReferralEvent.Kind.FIRST_CONSULT,
            by,
            owner=by.name,
            concerns_at=contact.held_at,
        )
    trajectory.save(update_fields=["first_contact_on", "first_consult_on"])


def _follow_up(
    trajectory: Trajectory, contact: Contact, consult: Consult, by: User
) -> None:
    """Tick off what this contact did, and keep what was promised next."""
    Task.objects.filter(
        referral=trajectory.referral_id,
        owner=by,
        done_at=None,
        kind__in=(Task.Kind.NEXT_STEP, Task.Kind.CALL, Task.Kind.PLAN),
    ).update(done_at=clock.now())
    needs_task = consult.next_step in (
        Contact.NextStep.CONSULTATION,
        Contact.NextStep.REFER,
    )
    if needs_task or consult.next_step_words.strip():
        due = consult.next_step_on or clock.today() + timedelta(days=NEXT_STEP_DAYS)
        words = consult.next_step_words or str(contact.get_next_step_display())
        add_task(trajectory.referral, by, Task.Kind.NEXT_STEP, due_on=due, words=words)


@action(Permission.FILE_WRITE, code=Entry.ActionCode.CREATE)
def add_addendum(*, contact: Contact, by: User, text: str) -> Addendum:
    """Add to what was recorded; the record itself stays as it is (peers.md F09)."""
    if not text.strip():
        raise Refused(_("Write what you want to add."))
    return Addendum.objects.create(
        client_id=contact.client_id,
        contact=contact,
        by=by,
        at=clock.now(),
        text=text.strip(),
    )


@action(Permission.FILE_WRITE, code=Entry.ActionCode.CREATE)
def agree_to_help(*, client: Client, by: User, giver: str, form: str) -> Consent:
    """Note at intake who agreed to help; the task of completing it is then done.

    Raises Refused for an unknown giver or form.
    """
    if giver not in Consent.Giver.values or form not in Consent.Form.values:
        raise Refused(_("Say who agreed, and how."))
    consent = Consent.objects.create(
        client=client, giver=giver, form=form, given_on=clock.today(), noted_by=by
    )
    if not lacking_consent(client):
        # One with words asks for something else: to share with a partner.
        Task.objects.filter(
            client=client, kind=Task.Kind.CONSENT, words="", done_at=None
        ).update(done_at=clock.now())
    return consent


@action(Permission.FILE_WRITE, code=Entry.ActionCode.CREATE)
def set_goal(*, trajectory: Trajectory, by: User, words: str, owner: str) -> Goal:
    """Add a goal in the family's own words; at most three are open."""
    if not words.strip():
        raise Refused(_("Write the goal in the words of the child or parent."))
    # Two windows could each see two goals: the trajectory's row makes them queue.
    Trajectory.objects.select_for_update().get(pk=trajectory.pk)
    if trajectory.goals.filter(ended_on=None).count() >= MAX_GOALS:
        raise Refused(_("There are already three goals. End one first."))
    return Goal.objects.create(
        client_id=trajectory.client_id,
        trajectory=trajectory,
        words=words.strip()[:200],
        owner=owner,
        set_on=clock.today(),
    )


@action(Permission.FILE_WRITE)
def end_goal(*, trajectory: Trajectory, by: User, goal_id: int) -> Trajectory:
    """End a goal; its scores stay."""
    trajectory.goals.filter(pk=goal_id, ended_on=None).update(ended_on=clock.today())
    return trajectory


@action(Permission.FILE_WRITE)
def close_trajectory(
    *,
    trajectory: Trajectory,
    by: User,
    outcome: str,
    reason: str,
    words: str = "",
) -> Trajectory:
    """Close help with an outcome and a reason; the question how it was is due later.

    Raises Refused: closed before, an unknown outcome or reason, or still planned.
    """
    if outcome not in Outcome.values or reason not in CloseReason.values:
        raise Refused(_("Choose an outcome and a reason."))
    refuse_while_open(trajectory.client)
    referral = trajectory.referral
    if Appointment.objects.filter(referral=referral, status="booked").exists():
        raise Refused(_("An appointment is still planned. Cancel it or hold it first."))
    today = clock.today()
    may_ask = family_channel(trajectory.client) is not None
    due = today + timedelta(days=SATISFACTION_DAYS) if may_ask else None
    won = Trajectory.objects.filter(pk=trajectory.pk, closed_on=None).update(
        closed_on=today,
        outcome=outcome,
        close_reason=reason,
        close_words=words.strip(),
        satisfaction_due_on=due,
    )
    trajectory.refresh_from_db()
    if not won:
        raise Refused(_("This help was already closed."))
    Task.objects.filter(referral=referral, done_at=None).exclude(
        kind=Task.Kind.LETTER
    ).update(done_at=clock.now())
    CareRelation.objects.filter(client=trajectory.client, ends_on=None).update(
        ends_on=today + timedelta(days=AFTERCARE_DAYS)
    )
    note_event(referral, ReferralEvent.Kind.CLOSED, by, owner=by.name)
    tell_practice(referral)
    return trajectory
