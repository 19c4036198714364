"""Which rows do the acts of care leave? As the actions write them, see `writing`."""

from datetime import date, timedelta

from dichtbij.care import actions as care
from dichtbij.care.models import Contact, Goal, GoalScore, TimeSpent, Trajectory
from dichtbij.clients.models import CareRelation, wall_keys
from dichtbij.demo import happenings as what
from dichtbij.demo.happenings import Happening
from dichtbij.demo.ledger import CREATE, Event, Kind, Ledger, Thread, today
from dichtbij.demo.writing import write as write
from dichtbij.families.models import Consent
from dichtbij.referrals import actions as referrals
from dichtbij.referrals.models import Referral
from dichtbij.scheduling import actions as scheduling
from dichtbij.scheduling.models import Appointment, WaitingEntry
from dichtbij.shared import calendar


def _call_by(it: Happening) -> date:
    return calendar.add_working_days(today(it), care.CALL_WITHIN_DAYS)


@write.register
def _call_first(it: what.CallFirst, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    thread.referral.status = Referral.Status.CALL_FIRST
    ledger.event(thread, Event.CALL_FIRST, it, owner=ledger.cast.users[it.by].name)
    ledger.log(referrals.call_first, it, thread.referral)
    ledger.task(thread, it, Kind.CALL, _call_by(it))
    ledger.tell_practice(thread, it)
    ledger.log(care.promise_call, it, thread.referral)


@write.register
def _take_on(it: what.TakeOn, ledger: Ledger) -> None:
    take_on(ledger, ledger.threads[it.case.key], it)


def take_on(ledger: Ledger, thread: Thread, it: Happening) -> None:
    """Accept a referral and open its trajectory."""
    user, on = ledger.cast.users[it.by], today(it)
    ledger.decide(thread, it, Referral.Status.ACCEPTED)
    ledger.event(thread, Event.ACCEPTED, it, owner=user.name)
    ledger.log(referrals.accept_referral, it, thread.referral)
    trajectory = Trajectory(
        **wall_keys(thread.file.client),
        referral=thread.referral,
        practitioner=user,
        opened_on=on,
    )
    thread.trajectory = ledger.rows.add(trajectory)
    ledger.tie(thread.file, user, CareRelation.Reason.OWN, on)
    ledger.untie(thread.file, on, CareRelation.Reason.TRIAGE)
    if not thread.planned():
        ledger.queue(thread)
        ledger.task(thread, it, Kind.PLAN, thread.referral.target_on)
    if thread.file.lacks_consent(on):
        due = calendar.add_working_days(on, care.NEXT_STEP_DAYS)
        ledger.task(thread, it, Kind.CONSENT, due)
    ledger.log(care.take_on_referral, it, trajectory)


@write.register
def _give_back(it: what.GiveBack, ledger: Ledger) -> None:
    thread, on = ledger.threads[it.case.key], today(it)
    planned, user = thread.planned(), ledger.cast.users[it.by]
    ledger.decide(thread, it, Referral.Status.DECLINED)
    thread.referral.decline_reason = it.reason
    ledger.event(thread, Event.DECLINED, it, owner=user.name, words=it.reason)
    ledger.untie(thread.file, on, CareRelation.Reason.TRIAGE)
    ledger.tell_practice(thread, it)
    ledger.log(referrals.decline_referral, it, thread.referral)
    ledger.release(thread, it, WaitingEntry.Ended.DECLINED)
    if planned:
        ledger.task(thread, it, Kind.CALL, _call_by(it))
        for one in thread.file.relations:
            if one.practitioner_id == user.pk and one.ends_on == on:
                one.ends_on = on + timedelta(days=care.AFTERCARE_DAYS)
    ledger.done(thread.tasks(), it, Kind.PLAN)
    ledger.log(care.return_referral, it, thread.referral)


@write.register
def _begin(it: what.Begin, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    appointment = thread.at(it.starts)
    appointment.started_at = it.at
    if thread.referral.status in ("received", "call_first"):
        take_on(ledger, thread, it)
    ledger.log(care.begin_consult, it, appointment)


@write.register
def _miss(it: what.Miss, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    appointment, status = thread.at(it.starts), Appointment.Status
    appointment.status = status.NO_SHOW_NOTICE if it.with_notice else status.NO_SHOW
    ledger.event(thread, Event.NO_SHOW, it, concerns_at=it.starts)
    ledger.log(scheduling.note_no_show, it, appointment)
    ledger.task(thread, it, Kind.CALL, _call_by(it))
    ledger.log(care.miss_appointment, it, appointment)


@write.register
def _agree(it: what.Agree, ledger: Ledger) -> None:
    thread, on = ledger.threads[it.case.key], today(it)
    consent = Consent(
        client=thread.file.client,
        giver=it.giver,
        given_on=on,
        noted_by=ledger.cast.users[it.by],
    )
    thread.file.consents.append(ledger.rows.add(consent))
    if not thread.file.lacks_consent(on):
        ledger.done(thread.file.tasks, it, Kind.CONSENT)
    ledger.log(care.agree_to_help, it, consent, CREATE)


@write.register
def _set_goal(it: what.SetGoal, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    goal = Goal(
        client=thread.file.client,
        trajectory=thread.trajectory,
        words=it.words,
        owner=it.owner,
        set_on=today(it),
    )
    thread.goals[it.words] = ledger.rows.add(goal)
    ledger.log(care.set_goal, it, goal, CREATE)


@write.register
def _record(it: what.Record, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    appointment = thread.at(it.starts) if it.starts else None
    contact = Contact(
        **wall_keys(thread.file.client),
        trajectory=thread.trajectory,
        appointment=appointment,
        practitioner=ledger.cast.users[it.by],
        held_at=it.starts or it.at,
        by_telephone=it.starts is None,
        attendance=list(it.attendance),
        themes=list(it.themes),
        text=it.text,
        agreements=it.agreements,
        next_step=it.next_step,
        next_step_words=it.next_step_words,
        recorded_at=it.at,
    )
    thread.contacts.append(ledger.rows.add(contact))
    _parts(ledger, thread, contact, it)
    if appointment is not None:
        appointment.status = Appointment.Status.HELD
    _firsts(ledger, thread, contact, it)
    ledger.done(thread.tasks(), it, Kind.NEXT_STEP, Kind.CALL, Kind.PLAN)
    if it.next_step in ("consultation", "refer") or it.next_step_words:
        later = today(it) + timedelta(days=care.NEXT_STEP_DAYS)
        words = it.next_step_words or str(contact.get_next_step_display())
        ledger.task(thread, it, Kind.NEXT_STEP, it.next_step_on or later, words)
    ledger.log(care.record_contact, it, contact, CREATE)


def _parts(ledger: Ledger, thread: Thread, contact: Contact, it: what.Record) -> None:
    for activity, minutes in it.minutes.items():
        ledger.rows.add(
            TimeSpent(
                client=thread.file.client,
                contact=contact,
                activity=activity,
                minutes=minutes,
            )
        )
    for words, score in it.scores.items():
        row = GoalScore(
            client=thread.file.client,
            goal=thread.goals[words],
            contact=contact,
            score=score,
        )
        thread.scores.append(ledger.rows.add(row))


def _firsts(ledger: Ledger, thread: Thread, contact: Contact, it: what.Record) -> None:
    trajectory, on = thread.trajectory, calendar.local(contact.held_at).date()
    assert trajectory is not None  # noqa: S101  a contact has one
    if trajectory.first_contact_on is None:
        trajectory.first_contact_on = on
        if contact.by_telephone:
            ledger.event(thread, Event.FIRST_CONTACT, it)
    if trajectory.first_consult_on is None and not contact.by_telephone:
        trajectory.first_consult_on = on
        ledger.event(
            thread,
            Event.FIRST_CONSULT,
            it,
            owner=ledger.cast.users[it.by].name,
            concerns_at=contact.held_at,
        )


@write.register
def _tick_off(it: what.TickOff, ledger: Ledger) -> None:
    for task in ledger.done(ledger.threads[it.case.key].tasks(), it, it.kind):
        ledger.log(care.complete_task, it, task)


@write.register
def _finish(it: what.Finish, ledger: Ledger) -> None:
    thread, on = ledger.threads[it.case.key], today(it)
    trajectory = thread.trajectory
    assert trajectory is not None  # noqa: S101  what is closed was opened
    trajectory.closed_on = on
    trajectory.outcome, trajectory.close_reason = it.outcome, it.reason
    trajectory.close_words = it.words
    if thread.file.family_channel(on) is not None:
        later = on + timedelta(days=care.SATISFACTION_DAYS)
        trajectory.satisfaction_due_on = later
    ledger.done(
        thread.tasks(), it, *(kind for kind in Kind.values if kind != Kind.LETTER)
    )
    ledger.untie(thread.file, on + timedelta(days=care.AFTERCARE_DAYS))
    user = ledger.cast.users[it.by]
    ledger.event(thread, Event.CLOSED, it, owner=user.name)
    ledger.tell_practice(thread, it)
    ledger.log(care.close_trajectory, it, trajectory)
