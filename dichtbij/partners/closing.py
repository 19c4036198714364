"""What closes at once when a family no longer agrees? (LR-08)

The guest's page asks the consent engine anyway, on every request; this ends the seat
too, and tells whoever called the meeting.
"""

from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from dichtbij.audit import log
from dichtbij.audit.models import Entry
from dichtbij.care.actions import add_task
from dichtbij.care.models import Task
from dichtbij.clients.models import Client
from dichtbij.partners.agenda import topics_with
from dichtbij.partners.models import CaseConsultation, Participant
from dichtbij.shared import clock

CONSENT = "consent"
UNINVITED = "uninvited"


def close_without_consent(client: Client) -> int:
    """End the seats about which no topic is agreed any more; return how many.

    Called by whoever notes a withdrawal, in the same transaction. Twice is once.
    """
    seats = list(
        Participant.objects.filter(client=client, ended_at=None).select_related(
            "partner", "consultation__trajectory__referral", "consultation__called_by"
        )
    )
    partners = {seat.partner_id: seat.partner for seat in seats if seat.partner}
    covered = topics_with(client, partners.values()) if partners else {}
    lost = [s for s in seats if not covered.get(s.partner_id, set()) & set(s.topics)]
    end_seats(lost, CONSENT)
    for seat in lost:
        log.record("consultation_closed", Entry.ActionCode.UPDATE, subject=seat)
    for consultation in {s.consultation_id: s.consultation for s in lost}.values():
        _tell_caller(consultation)
    return len(lost)


def _tell_caller(consultation: CaseConsultation) -> None:
    """Leave a task: a planned meeting has fewer people, or none.

    In the language of staff, whatever language the family reads.
    """
    if consultation.status != CaseConsultation.Status.PLANNED:
        return
    with override(settings.LANGUAGE_CODE):
        words = _("Consent was withdrawn. Look at the planned consultation again.")
    add_task(
        consultation.trajectory.referral,
        consultation.called_by,
        Task.Kind.REVIEW,
        due_on=clock.today(),
        words=words,
    )


def end_seats(seats: Iterable[Participant], why: str) -> None:
    """End seats, and with them what their links open, those in use too.

    The links themselves stay: whoever tries one reads that it was ended, and the log
    tells that they tried.
    """
    Participant.objects.filter(pk__in=[s.pk for s in seats], ended_at=None).update(
        ended_at=clock.now(), ended_because=why
    )
