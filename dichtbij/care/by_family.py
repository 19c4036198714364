"""What does a family ask that someone must answer? It becomes a task with an owner."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.care.actions import add_task
from dichtbij.care.models import Task
from dichtbij.organisations.models import User
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

TERM_DAYS = 2  # working days within which the family is called


@action(Permission.MINE_APPOINTMENT, code=Entry.ActionCode.CREATE)
def ask_other_time(*, appointment: Appointment, by: User) -> Task:
    """None of the times suits: the practitioner calls. Asking twice is asking once.

    Raises Refused when the appointment is not planned any more.
    """
    if appointment.status != Appointment.Status.BOOKED:
        raise Refused(_("This appointment is no longer planned. Call the practice."))
    with override(settings.LANGUAGE_CODE):  # a colleague reads it, not the family
        words = _("The family cannot come at the planned time and asks for another.")
    open_ = Task.objects.filter(
        referral=appointment.referral_id,
        owner=appointment.practitioner_id,
        kind=Task.Kind.CALL,
        words=words,
        done_at=None,
    ).first()
    return open_ or add_task(
        appointment.referral,
        appointment.practitioner,
        Task.Kind.CALL,
        due_on=calendar.add_working_days(clock.today(), TERM_DAYS),
        words=words,
    )
