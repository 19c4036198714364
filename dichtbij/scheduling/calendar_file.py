"""How does an appointment come into one's own calendar? As a file without a reason.

Others may read a shared calendar: it says "Afspraak" and when, not where, with whom,
for whom or why (security.md K1, R18). Source: RFC 5545 sections 3.1, 3.3.5 and 3.6.1.
"""

from datetime import datetime

from django.utils.translation import gettext as _

from dichtbij.scheduling.models import Appointment
from dichtbij.shared import clock

STAMP = "%Y%m%dT%H%M%SZ"


def calendar_file(appointment: Appointment) -> str:
    """Return the text of an .ics file with this one appointment."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Dichtbij//NL",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{appointment.uuid}@dichtbij",
        f"SEQUENCE:{appointment.moves}",
        f"DTSTAMP:{_stamp(clock.now())}",
        f"DTSTART:{_stamp(appointment.starts_at)}",
        f"DTEND:{_stamp(appointment.ends_at)}",
        f"SUMMARY:{_('Appointment')}",
        "CLASS:PRIVATE",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{line}\r\n" for line in lines)


def _stamp(at: datetime) -> str:
    return at.astimezone(clock.UTC).strftime(STAMP)
