"""Which page does a personal link lead to, once its code was right?

Every route here is a link screen whose address holds the public id of the subject.
"""

from dichtbij.organisations.models import PersonalLink

Purpose = PersonalLink.Purpose

LANDING: dict[str, str] = {
    Purpose.APPOINTMENT: "my_appointment",
    Purpose.CHECK_IN: "check_in",
    Purpose.PULSE: "pulse",
    Purpose.SATISFACTION: "satisfaction",
    Purpose.OFFER: "my_offer",
    Purpose.CONSULTATION: "guest_consultation",
}
