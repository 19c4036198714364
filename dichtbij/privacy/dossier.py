"""What of a file may one family member read, in order, and what stays out?

The rules are those of the family's own pages (`for_family`, the consent engine); a copy
adds no right. What is never in it: concerns about safety, what was said in confidence,
what is about another parent or home (LR-14, LR-24). A professional text that was
written after a talk this person may not read stays out too: it may hold that talk.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.care.caseload import all_goals_of
from dichtbij.care.consults import present_words, theme_words
from dichtbij.care.models import Contact, Trajectory
from dichtbij.care.plan import is_goal_for
from dichtbij.clients.models import Client
from dichtbij.families.models import Consent, FamilyMember
from dichtbij.families.standing import YOUNG_PERSON, elsewhere, may_read
from dichtbij.network.models import Letter, OnwardReferral
from dichtbij.network.others import SENTENCE, Others
from dichtbij.network.readers import others_of
from dichtbij.partners.models import CaseConsultation
from dichtbij.privacy.for_family import who_looked
from dichtbij.privacy.looks import Term
from dichtbij.questionnaires.models import Inquiry, Measurement
from dichtbij.referrals import questions
from dichtbij.referrals.models import Referral
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing

CONFIDENTIAL, SOMEONE_ELSE, AFTER, CHOSEN = (
    "confidential", "someone_else", "after", "chosen",
)  # fmt: skip


FIRST_DAY = date(2000, 1, 1)  # before the first line of any log


@dataclass(frozen=True)
class Row:
    """A label, such as a day, with plain text."""

    label: str
    text: str


@dataclass
class Part:
    """A chapter of the copy."""

    title: str
    rows: list[Row] = field(default_factory=list)


@dataclass
class Dossier:
    """What goes in the copy, and as codes what stays out and why."""

    parts: list[Part]
    left_out: list[dict[str, str]]


@dataclass(frozen=True)
class Kept:
    """One text that a practitioner may leave out, with the reason written down."""

    uuid: str
    label: str


class Gathering:
    """Reads one file as one member may read it. `chosen`: uuids to leave out too."""

    def __init__(self, member: FamilyMember, chosen: Collection[str] = ()) -> None:
        self.member, self.client = member, member.client
        self.chosen = set(chosen)
        self.left_out: list[dict[str, str]] = []
        self.others: Others = others_of(self.client, member.slot)
        self.contacts = self._contacts()
        self.first_hidden = self._first_hidden()

    def dossier(self) -> Dossier:
        """Return all chapters that hold something."""
        parts = [
            self._who(), self._referrals(), self._consents(), self._goals(),
            self._talks(), self._answers(), self._letters(), self._onward(),
            self._meetings(), self._appointments(), self._looks(),
        ]  # fmt: skip
        return Dossier([part for part in parts if part.rows], self.left_out)

    def may_be_chosen(self) -> list[Kept]:
        """Return the texts that a practitioner may leave out by hand."""
        talks = [Kept(str(one.uuid), self._when(one.held_at)) for one in self.contacts]
        letters = [Kept(str(one.uuid), one.title) for one in self._letters_told()]
        return talks + letters

    def _contacts(self) -> list[Contact]:
        rows = Contact.objects.filter(client=self.client)
        told = set(rows.for_family(_place_of(self.member)).values_list("pk", flat=True))
        found = rows.select_related("practitioner").prefetch_related("addenda__by")
        kept = []
        for one in found.order_by("held_at", "id"):
            if one.pk in told:
                kept.append(one)
                continue
            why = CONFIDENTIAL if one.not_for_parents else SOMEONE_ELSE
            self._leave_out("contact", one.uuid, why)
        return kept

    def _first_hidden(self) -> datetime | None:
        """Return when the first talk was held that this person may not read."""
        told = [one.pk for one in self.contacts]
        hidden = Contact.objects.filter(client=self.client).exclude(pk__in=told)
        return hidden.order_by("held_at").values_list("held_at", flat=True).first()

    def _before_hidden(self, on: date) -> bool:
        first = self.first_hidden
        return first is None or on < calendar.local(first).date()

    def _leave_out(self, kind: str, uuid: object, why: str) -> None:
        self.left_out.append({"kind": kind, "uuid": str(uuid), "why": why})

    def _chosen(self, kind: str, uuid: object) -> bool:
        """Tell whether a text stays out by choice, and note that it does."""
        if str(uuid) not in self.chosen:
            return False
        self._leave_out(kind, uuid, CHOSEN)
        return True

    def _plain(self, text: str) -> str:
        """Return a text without sentences by which another could be found (LR-14)."""
        if not self.others.traced_in(text):
            return text.strip()
        kept = [one for one in SENTENCE.split(text) if not self.others.traced_in(one)]
        told = " ".join(kept).strip()
        return "" if self.others.traced_in(told) else told

    def _who(self) -> Part:
        client, member = self.client, self.member
        own = client.channels.filter(owner=member.slot).exclude(owner="other")
        return Part(
            _("Who"),
            [
                Row(_("Child"), client.name),
                Row(_("Born on"), date_format(client.birth_date, "j F Y")),
                Row(_("GP practice"), client.practice.name),
                Row(_("Keeps the file"), client.holder.name),
                Row(_("You"), f"{member.name}, {member.get_tie_display()}"),
                *(Row(one.get_kind_display(), one.value) for one in own),
            ],
        )

    def _referrals(self) -> Part:
        part = Part(_("Referral and question"))
        for one in Referral.objects.filter(client=self.client).order_by("received_at"):
            codes = dict.fromkeys([one.primary_question, *one.questions])
            said = [questions.label(code) for code in codes if code]
            text = ", ".join(said) + "\n" + self._plain(one.sentence)
            part.rows.append(Row(self._when(one.received_at), text.strip()))
        return part

    def _consents(self) -> Part:
        part = Part(_("Your consent"))
        own = Consent.objects.filter(client=self.client, member=self.member.pk)
        for one in own.order_by("given_on", "id"):
            said = f"{one.get_decision_display()}: {one.get_purpose_display()}"
            if one.withdrawn_on is not None:
                day = date_format(one.withdrawn_on, "j F Y")
                said += ", " + _("withdrawn on %(day)s") % {"day": day}
            part.rows.append(Row(date_format(one.given_on, "j F Y"), said))
        return part

    def _goals(self) -> Part:
        part = Part(_("Goals"))
        away = elsewhere(self.member)
        told = {one.pk for one in self.contacts}
        days = {self._day(one.held_at) for one in self.contacts if one.pk in told}
        for trajectory in Trajectory.objects.filter(client=self.client):
            for progress in all_goals_of(trajectory):
                if not is_goal_for(progress.goal.owner, self.member.slot, away):
                    continue
                scores = [str(s.value) for s in progress.scores if s.on in days]
                text = self._plain(progress.goal.words)
                if scores:
                    text += "\n" + _("Scores: %(all)s") % {"all": ", ".join(scores)}
                label = date_format(progress.goal.set_on, "j F Y")
                part.rows.append(Row(label, text))
        return part

    def _talks(self) -> Part:
        part = Part(_("Talks"))
        for one in self.contacts:
            if self._chosen("contact", one.uuid):
                continue
            said = [
                _("With: %(who)s") % {"who": ", ".join(present_words(one))},
                ", ".join(theme_words(one)),
                self._plain(one.text),
                self._plain(one.agreements),
                self._plain(one.next_step_words),
                *(self._plain(added.text) for added in one.addenda.all()),
            ]
            label = f"{self._when(one.held_at)}, {one.practitioner.name}"
            part.rows.append(Row(label, "\n\n".join(text for text in said if text)))
        return part

    def _answers(self) -> Part:
        """Return what this member filled in, and the scores of it; nobody else's."""
        part = Part(_("Questions you answered"))
        asked = Inquiry.objects.filter(
            client=self.client, member=self.member.pk, answered_at__isnull=False
        )
        for one in asked.order_by("answered_at"):
            said = [f"{key}: {value}" for key, value in one.answers.items()]
            label = f"{self._when(one.answered_at)}, {one.get_kind_display()}"
            part.rows.append(Row(label, "\n\n".join(said)))
        scored = Measurement.objects.filter(
            client=self.client, informant=self.member.slot
        ).exclude(informant="other")
        for row in scored:
            said = [f"{key}: {value}" for key, value in row.scores.items()]
            label = f"{date_format(row.taken_on, 'j F Y')}, {row.instrument}"
            part.rows.append(Row(label, "\n\n".join(said)))
        return part

    def _letters_told(self) -> list[Letter]:
        """Return letters to this reader, and those to the GP without a hidden talk."""
        rows = Letter.objects.filter(
            client=self.client, status=Letter.Status.RELEASED
        ).defer("pdf")
        own = set(rows.for_family(_place_of(self.member)).values_list("pk", flat=True))
        to_gp = rows.filter(Q(audience=Letter.Audience.GP) | Q(pk__in=own))
        found = []
        for one in to_gp.order_by("dated_on", "id"):
            if one.pk in own or self._before_hidden(one.dated_on):
                found.append(one)
        return found

    def _letters(self) -> Part:
        part = Part(_("Letters"))
        told = self._letters_told()
        hidden = Letter.objects.filter(
            client=self.client, status="released", audience="gp"
        ).exclude(pk__in=[one.pk for one in told])
        for uuid in hidden.values_list("uuid", flat=True):
            self._leave_out("letter", uuid, AFTER)
        for one in told:
            if not self._chosen("letter", one.uuid):
                label = f"{date_format(one.dated_on, 'j F Y')}, {one.title}"
                part.rows.append(Row(label, self._plain(one.body)))
        return part

    def _onward(self) -> Part:
        part = Part(_("Referral to other help"))
        sent = OnwardReferral.objects.filter(client=self.client).defer("pdf")
        for one in sent.exclude(advised_at=None).order_by("advised_at"):
            text = f"{one.get_destination_display()}, {one.get_status_display()}"
            if self._before_hidden(self._day(one.advised_at)):
                text += "\n\n" + self._plain(one.reason)
            else:
                self._leave_out("onward", one.uuid, AFTER)
            part.rows.append(Row(self._when(one.advised_at), text))
        return part

    def _meetings(self) -> Part:
        """Return with whom was talked about the child, and the topics one may read."""
        part = Part(_("Case consultations"))
        held = CaseConsultation.objects.filter(client=self.client, status="held")
        for one in held.prefetch_related("topics", "participants"):
            who = [
                f"{p.name}, {p.function}".strip(", ") for p in one.participants.all()
            ]
            said = [_("With: %(who)s") % {"who": "; ".join(who)}]
            if self._before_hidden(self._day(one.starts_at)):
                said += [
                    self._plain(topic.minutes)
                    for topic in one.topics.all()
                    if may_read(self.member, topic.topic)
                ]
            else:
                self._leave_out("consultation", one.uuid, AFTER)
            text = "\n\n".join(line for line in said if line)
            part.rows.append(Row(self._when(one.starts_at), text))
        return part

    def _appointments(self) -> Part:
        part = Part(_("Appointments"))
        rows = Appointment.objects.filter(client=self.client)
        for one in rows.for_family(_place_of(self.member)).order_by("starts_at"):
            label = date_format(calendar.local(one.starts_at), "j F Y H:i")
            part.rows.append(Row(label, str(one.get_status_display())))
        return part

    def _looks(self) -> Part:
        part = Part(_("Who looked at the file"))
        for day in who_looked(self.member, Term(FIRST_DAY, clock.today())):
            for visit in day.visits:
                words = (visit.who, visit.role, visit.organisation)
                who = ", ".join(str(word) for word in words if word)
                what = ", ".join(str(word) for word in visit.about)
                if visit.emergency:
                    what += ". " + _("Opened in an emergency.")
                label = date_format(day.on, "j F Y")
                part.rows.append(Row(label, f"{who}\n\n{what}"))
        return part

    def _day(self, moment: datetime | None) -> date:
        return calendar.local(moment or clock.now()).date()

    def _when(self, moment: datetime | None) -> str:
        return date_format(self._day(moment), "j F Y")


def _place_of(member: FamilyMember) -> Standing:
    """Return where this member would stand, to ask the rules of the family's pages."""
    client: Client = member.client
    young = member.slot == YOUNG_PERSON
    return Standing(
        user_id=member.user_id or 0,
        role=Role.YOUNG_PERSON if young else Role.PARENT,
        programme_id=client.programme_id,
        clients=(client.pk,),
        member_id=member.pk,
    )
