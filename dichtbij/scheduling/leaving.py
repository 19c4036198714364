"""When may a practice leave the programme? When nobody is expected there any more.

Lives here because the programme below does not know who has been given a time.
"""

from datetime import date, time

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dichtbij.audit.doors import action
from dichtbij.organisations.models import User
from dichtbij.programmes.actions import check_own
from dichtbij.programmes.models import Participation
from dichtbij.scheduling.models import Appointment, PracticeDay
from dichtbij.shared import calendar
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import Standing, stand, standing


@action(Permission.PROGRAMME_MANAGE)
def leave_programme(
    *, participation: Participation, by: User, last_on: date
) -> Participation:
    """Let a practice take part until `last_on` included.

    Raises Refused: a day before it began, a pause, day or appointment after that day,
    or a participation that ended already.
    """
    check_own(participation.programme_id)
    if last_on < participation.starts_on:
        raise Refused(_("The end lies before the start."))
    _check_days(participation, last_on)
    _check_appointments(participation, last_on)
    running = Participation.objects.filter(pk=participation.pk, ends_on=None)
    if not running.update(ends_on=last_on):
        raise Refused(_("This participation has an end already."))
    participation.refresh_from_db()
    return participation


def _check_days(participation: Participation, last_on: date) -> None:
    count = PracticeDay.objects.filter(
        Q(valid_until=None) | Q(valid_until__gt=last_on),
        programme=participation.programme_id,
        practice=participation.practice_id,
    ).count()
    if count:
        raise Refused(
            ngettext(
                "%(count)d weekly day runs on after that day. End it first.",
                "%(count)d weekly days run on after that day. End them first.",
                count,
            )
            % {"count": count}
        )


def _check_appointments(participation: Participation, last_on: date) -> None:
    """Count in the wider place: a number leaves it for the own employer only (R28)."""
    wider = Standing(
        user_id=0,
        role="system",
        programme_id=participation.programme_id,
        holders=(participation.holder_id,),
        practices=(participation.practice_id,),
    )
    with stand(wider):
        count = Appointment.objects.filter(
            Q(practice=participation.practice_id)
            | Q(room__practice=participation.practice_id),
            status=Appointment.Status.BOOKED,
            starts_at__gte=calendar.at_local(last_on + calendar.ONE_DAY, time.min),
        ).count()
    if not count:
        return
    where = standing()
    if where is None or participation.holder_id not in where.holders:
        raise Refused(_("Talks are planned here after that day. Ask the employer."))
    raise Refused(
        ngettext(
            "%(count)d talk is planned here after that day. Move it first.",
            "%(count)d talks are planned here after that day. Move them first.",
            count,
        )
        % {"count": count}
    )
