"""Which rows do the acts of referring and planning leave? As the actions write them.

Twenty minutes of actions become half a minute of bulk writing. A test plays the same
weeks both ways and compares every table, so an action that changes turns it red here.
"""

from datetime import date
from functools import singledispatch

from dichtbij.care import actions as care
from dichtbij.clients import actions as clients
from dichtbij.clients.models import CareRelation, Channel, Client, wall_keys
from dichtbij.clients.sounds import surname_key
from dichtbij.demo import happenings as what
from dichtbij.demo.happenings import Happening
from dichtbij.demo.ledger import CREATE, Event, File, Ledger, Thread, today
from dichtbij.families import actions as families
from dichtbij.families.models import Consent
from dichtbij.organisations.models import User
from dichtbij.referrals import actions as referrals
from dichtbij.referrals.models import Referral
from dichtbij.scheduling import actions as scheduling
from dichtbij.scheduling.models import Appointment, Closure, PracticeDay, WaitingEntry


@singledispatch
def write(it: Happening, ledger: Ledger) -> None:
    """Keep the rows of one happening."""
    raise NotImplementedError(type(it).__name__)


@write.register
def _plan_day(it: what.PlanDay, ledger: Ledger) -> None:
    participation = ledger.cast.participations[it.practice]
    day = PracticeDay(
        programme_id=participation.programme_id,
        holder_id=participation.holder_id,
        practice_id=participation.practice_id,
        practitioner=ledger.cast.users[it.practitioner],
        room=ledger.cast.rooms[it.practice],
        weekday=it.weekday,
        starts=it.starts,
        ends=it.ends,
        valid_from=it.valid_from,
    )
    ledger.days.append(ledger.rows.add(day))
    ledger.log(scheduling.plan_practice_day, it, day, CREATE)


@write.register
def _shut_days(it: what.ShutDays, ledger: Ledger) -> None:
    practitioner = ledger.cast.users[it.practitioner]
    day = next(one for one in ledger.days if one.practitioner_id == practitioner.pk)
    closure = Closure(
        programme_id=day.programme_id,
        holder_id=day.holder_id,
        practitioner=practitioner,
        first_on=it.first_on,
        last_on=it.last_on,
        reason=it.reason,
    )
    ledger.rows.add(closure)
    ledger.log(scheduling.close_days, it, closure, CREATE)


@write.register
def _refer(it: what.Refer, ledger: Ledger) -> None:
    on, user = today(it), ledger.cast.users[it.by]
    file = _file(ledger, it)
    consent = Consent(client=file.client, giver=it.giver, given_on=on, noted_by=user)
    file.consents.append(ledger.rows.add(consent))
    ledger.log(families.note_consent, it, consent, CREATE)
    participation = ledger.cast.participations[it.case.practice]
    referral = Referral(
        **wall_keys(file.client),
        sent_by=user,
        received_at=it.at,
        questions=list(it.questions),
        primary_question=it.questions[0],
        sentence=it.sentence,
        urgency=it.urgency,
        target_on=referrals.target_date(participation, it.urgency, on),
        changed_at=it.at,
    )
    thread = Thread(file, ledger.rows.add(referral))
    ledger.threads[it.case.key] = thread
    ledger.event(thread, Event.RECEIVED, it)
    ledger.log(referrals.submit_referral, it, referral, CREATE)
    for practitioner in _serving(ledger, participation.practice_id, on):
        ledger.tie(file, practitioner, CareRelation.Reason.TRIAGE, on)
        ledger.message("referral_received", it, file.client, user=practitioner)
    ledger.log(scheduling.refer_child, it, referral, CREATE)


def _file(ledger: Ledger, it: what.Refer) -> File:
    key = id(it.case.child)
    if it.again:
        ledger.log(clients.supplement_client, it, ledger.files[key].client)
    else:
        ledger.files[key] = _new_file(ledger, it)
        ledger.log(clients.enter_client, it, ledger.files[key].client, CREATE)
    return ledger.files[key]


def _new_file(ledger: Ledger, it: what.Refer) -> File:
    child, participation = it.case.child, ledger.cast.participations[it.case.practice]
    client = Client(
        programme_id=participation.programme_id,
        holder_id=participation.holder_id,
        practice_id=participation.practice_id,
        given_name=child.given_name,
        family_name=child.family_name,
        surname_key=surname_key(child.family_name),
        birth_date=child.birth_date,
        sex=child.sex,
        postcode=child.postcode,
        municipality_id=child.municipality or None,
        no_bsn_reason=child.no_bsn_reason,
        without_parents=child.without_parents,
        created_at=it.at,
    )
    if child.bsn:
        clients.seal_bsn(client, child.bsn)
    file = File(ledger.rows.add(client))
    for one in child.addresses:
        channel = Channel(
            client=client, owner=one.owner, kind=one.kind, value=one.value
        )
        file.channels.append(ledger.rows.add(channel))
    return file


def _serving(ledger: Ledger, practice_id: int, on: date) -> list[User]:
    serving = {
        day.practitioner_id: day.practitioner
        for day in ledger.days
        if day.practice_id == practice_id
    }
    return [serving[key] for key in sorted(serving)]


@write.register
def _book(it: what.Book, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    first = not any(one.status in ("booked", "held") for one in thread.appointments)
    practitioner = ledger.cast.users[it.time.practitioner]
    appointment = Appointment(
        **wall_keys(thread.file.client),
        referral=thread.referral,
        practitioner=practitioner,
        room=ledger.cast.rooms[it.time.practice],
        starts_at=it.time.starts,
        ends_at=it.time.ends,
        first=first,
        booked_at=it.at,
        booked_by=ledger.cast.users[it.by],
    )
    thread.appointments.append(ledger.rows.add(appointment))
    ledger.tie(thread.file, practitioner, CareRelation.Reason.OWN, today(it))
    if first:
        ledger.leave_queue(thread, it, WaitingEntry.Ended.BOOKED)
        ledger.event(
            thread,
            Event.BOOKED,
            it,
            owner=practitioner.name,
            concerns_at=it.time.starts,
        )
    ledger.tell_family(thread, it, "appointment_family")
    ledger.log(scheduling.book_appointment, it, appointment, CREATE)


@write.register
def _wait(it: what.Wait, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    ledger.queue(thread)
    thread.referral.promised_median_days = it.median_days
    thread.referral.promised_p90_days = it.p90_days
    ledger.event(thread, Event.WAITING, it)
    ledger.log(scheduling.put_on_waiting_list, it, thread.waits, CREATE)


@write.register
def _withdraw(it: what.Withdraw, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    ledger.decide(thread, it, Referral.Status.WITHDRAWN)
    thread.referral.decline_reason = it.reason
    ledger.event(thread, Event.WITHDRAWN, it, words=it.reason)
    ledger.untie(thread.file, today(it), CareRelation.Reason.TRIAGE)
    ledger.log(referrals.withdraw_referral, it, thread.referral)
    ledger.release(thread, it, WaitingEntry.Ended.WITHDRAWN)
    ledger.log(care.take_referral_back, it, thread.referral)


@write.register
def _move(it: what.Move, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    appointment = thread.at(it.starts)
    practitioner = ledger.cast.users[it.time.practitioner]
    appointment.practitioner = practitioner
    appointment.room = ledger.cast.rooms[it.time.practice]
    appointment.starts_at, appointment.ends_at = it.time.starts, it.time.ends
    appointment.moves += 1
    ledger.tie(thread.file, practitioner, CareRelation.Reason.OWN, today(it))
    ledger.event(
        thread,
        Event.MOVED,
        it,
        owner=practitioner.name,
        concerns_at=it.time.starts,
    )
    ledger.tell_family(thread, it, "appointment_changed_family")
    ledger.log(scheduling.move_appointment, it, appointment)


@write.register
def _cancel(it: what.Cancel, ledger: Ledger) -> None:
    thread = ledger.threads[it.case.key]
    appointment = thread.at(it.starts)
    appointment.status = Appointment.Status.CANCELLED
    ledger.event(thread, Event.CANCELLED, it, concerns_at=it.starts)
    if appointment.first:
        ledger.queue(thread)
    ledger.tell_family(thread, it, "appointment_changed_family")
    ledger.log(scheduling.cancel_appointment, it, appointment)
