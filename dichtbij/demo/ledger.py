"""What do the actions have in common when their rows are kept in memory?

The log line, the timeline, the mail, the tie with a practitioner, the waiting list and
the task: each as its action writes it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from dichtbij.audit.models import Entry
from dichtbij.care.models import Contact, Goal, GoalScore, Task, Trajectory
from dichtbij.clients import ages
from dichtbij.clients.models import CareRelation, Channel, Client, wall_keys
from dichtbij.demo.founding import Cast
from dichtbij.demo.happenings import Happening
from dichtbij.demo.rows import Rows
from dichtbij.families.models import Consent
from dichtbij.network.models import Letter
from dichtbij.organisations.models import User
from dichtbij.outbox.models import Message
from dichtbij.referrals.models import Referral, ReferralEvent
from dichtbij.scheduling.models import Appointment, PracticeDay, WaitingEntry
from dichtbij.shared import calendar
from dichtbij.shared.permissions import Permission, relation_for

Act = Callable[..., Any]
Event, Kind = ReferralEvent.Kind, Task.Kind
CREATE, UPDATE = Entry.ActionCode.CREATE, Entry.ActionCode.UPDATE


@dataclass
class File:
    """The rows of one child."""

    client: Client
    channels: list[Channel] = field(default_factory=list)
    consents: list[Consent] = field(default_factory=list)
    relations: list[CareRelation] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)

    def lacks_consent(self, on: date) -> bool:
        """Tell whether somebody who must agree did not yet."""
        gave = {who for consent in self.consents for who in consent.gave()}
        return bool(set(ages.who_must_agree(self.client.birth_date, on)) - gave)

    def family_channel(self, on: date) -> Channel | None:
        """Return where a mail about this child may go (`clients.family_channel`)."""
        mails = [one for one in self.channels if one.kind == Channel.Kind.EMAIL]
        own = [one for one in mails if one.owner == Channel.Owner.YOUNG_PERSON]
        if self.client.without_parents:
            return own[0] if own else None
        if self.client.age(on) >= ages.PARENTS_AGREE_UNTIL and own:
            return own[0]
        parents = [one for one in mails if one.owner != Channel.Owner.YOUNG_PERSON]
        return next(iter(parents or own), None)


@dataclass
class Thread:
    """The rows of one referral."""

    file: File
    referral: Referral
    waits: WaitingEntry | None = None
    appointments: list[Appointment] = field(default_factory=list)
    trajectory: Trajectory | None = None
    goals: dict[str, Goal] = field(default_factory=dict)
    contacts: list[Contact] = field(default_factory=list)
    scores: list[GoalScore] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)

    def tasks(self) -> list[Task]:
        """Return the tasks of this referral."""
        return [one for one in self.file.tasks if one.referral is self.referral]

    def planned(self) -> list[Appointment]:
        """Return what is booked and still to come."""
        return [one for one in self.appointments if one.status == "booked"]

    def at(self, starts: datetime | None) -> Appointment:
        """Return the appointment that stands at a time."""
        return next(
            one
            for one in self.appointments
            if one.starts_at == starts and one.status in ("booked", "held")
        )


def today(it: Happening) -> date:
    """Return the local date of a happening."""
    return calendar.local(it.at).date()


class Ledger:
    """Keeps what happened in one programme as rows."""

    def __init__(self, cast: Cast, programme: str) -> None:
        self.cast, self.rows = cast, Rows()
        self.programme = cast.programmes[programme]
        self.files: dict[int, File] = {}
        self.threads: dict[str, Thread] = {}
        self.days: list[PracticeDay] = []

    # --- what the actions have in common ----------------------------------------------

    def log(self, act: Act, it: Happening, subject: Any, code: str = UPDATE) -> None:
        """Note an act as its door would."""
        user, place = self.cast.users[it.by], self.cast.places[it.by]
        permission: Permission = getattr(act, "permission")  # noqa: B009
        line = Entry(
            at=it.at,
            event_type=act.__name__,
            action_code=code,
            object_type=type(subject).__name__,
            user_id=user.pk,
            user_name=user.name,
            role=place.role,
            organisation_id=place.organisation_id,
            programme_id=place.programme_id,
            permission=str(permission),
            relation=str(relation_for(permission, place.role)),
            purpose="care",
        )
        client = (
            subject
            if isinstance(subject, Client)
            else (getattr(subject, "client", None))
        )
        uuid = str(getattr(subject, "uuid", "") or "")
        self.rows.lines.append((line, client, uuid))

    def event(
        self,
        thread: Thread,
        kind: str,
        it: Happening,
        *,
        owner: str = "",
        concerns_at: datetime | None = None,
        words: str = "",
    ) -> None:
        """Add a line to the timeline of a referral."""
        self.rows.add(
            ReferralEvent(
                **wall_keys(thread.file.client),
                referral=thread.referral,
                kind=kind,
                at=it.at,
                by=self.cast.users[it.by],
                owner=owner,
                concerns_at=concerns_at,
                words=words,
            )
        )
        thread.referral.changed_at = it.at

    def message(
        self, kind: str, it: Happening, client: Client, **to: User | Channel
    ) -> None:
        """Keep a mail that has left long ago."""
        self.rows.add(
            Message(
                kind=kind,
                programme=self.programme,
                client=client,
                state=Message.State.SENT,
                created_at=it.at,
                sent_at=it.at,
                **to,
            )
        )

    def tell_practice(self, thread: Thread, it: Happening) -> None:
        """Send a neutral mail to whoever sent the referral."""
        self.message(
            "referral_changed", it, thread.file.client, user=thread.referral.sent_by
        )

    def tell_family(self, thread: Thread, it: Happening, kind: str) -> None:
        """Send a neutral mail where one may go."""
        channel = thread.file.family_channel(today(it))
        if channel is not None:
            self.message(kind, it, thread.file.client, channel=channel)

    def tie(self, file: File, practitioner: User, reason: str, on: date) -> None:
        """Tie a practitioner to a child from today; twice is once."""
        same = (
            one.practitioner_id == practitioner.pk
            and one.reason == reason
            and one.ends_on is None
            for one in file.relations
        )
        if not any(same):
            relation = CareRelation(
                client=file.client,
                practitioner=practitioner,
                reason=reason,
                starts_on=on,
            )
            file.relations.append(self.rows.add(relation))

    def untie(self, file: File, on: date, reason: str = "") -> list[CareRelation]:
        """End every running relation, of one reason or of all."""
        running = [
            one
            for one in file.relations
            if one.ends_on is None and reason in ("", one.reason)
        ]
        for one in running:
            one.ends_on = on
        return running

    def queue(self, thread: Thread) -> None:
        """Give a referral its one open place on the waiting list."""
        if thread.waits is None:
            entry = WaitingEntry(
                **wall_keys(thread.file.client),
                referral=thread.referral,
                since_at=thread.referral.received_at,
                target_on=thread.referral.target_on,
            )
            thread.waits = self.rows.add(entry)

    def leave_queue(self, thread: Thread, it: Happening, why: str) -> None:
        """End the waiting, if any."""
        if thread.waits is not None:
            thread.waits.ended_at, thread.waits.ended_by = it.at, why
            thread.waits = None

    def task(
        self, thread: Thread, it: Happening, kind: str, due_on: date, words: str = ""
    ) -> None:
        """Give whoever acts a next step with a day."""
        task = Task(
            client=thread.file.client,
            referral=thread.referral,
            owner=self.cast.users[it.by],
            kind=kind,
            words=words,
            due_on=due_on,
            made_at=it.at,
        )
        thread.file.tasks.append(self.rows.add(task))

    def release(self, thread: Thread, it: Happening, why: str) -> None:
        """Take a referral out of diary and waiting list."""
        self.leave_queue(thread, it, why)
        for appointment in thread.planned():
            appointment.status = Appointment.Status.CANCELLED
            self.event(thread, Event.CANCELLED, it, concerns_at=appointment.starts_at)
            self.tell_family(thread, it, "appointment_changed_family")
            self.untie(thread.file, today(it), CareRelation.Reason.OWN)

    def decide(self, thread: Thread, it: Happening, status: str) -> None:
        """Decide a referral."""
        thread.referral.status = status
        thread.referral.decided_at = it.at
        thread.referral.decided_by = self.cast.users[it.by]

    def done(self, tasks: list[Task], it: Happening, *kinds: str) -> list[Task]:
        """Tick off the open ones of these kinds."""
        found = [one for one in tasks if one.done_at is None and one.kind in kinds]
        for one in found:
            one.done_at = it.at
        return found
