"""How does a family without e-mail remember its appointment? A card on paper (R18)."""

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from dichtbij.scheduling.card_data import CARD, CardPage
from dichtbij.scheduling.models import Appointment
from dichtbij.shared import calendar, clock, pdf
from dichtbij.shared.accent import accent_of


def card_pdf(appointment: Appointment) -> bytes:
    """Return the card as PDF, in Dutch: it is for the family. Raises PdfError."""
    with override("nl"):
        return pdf.render(CARD, card_of(appointment))


def card_of(appointment: Appointment) -> CardPage:
    """Return what stands on the card: no child, no kind of help, no programme."""
    practice, at = appointment.place, calendar.local(appointment.starts_at)
    place = f"{practice.postcode} {practice.town}".strip()
    return {
        "lang": "nl",
        "dated_on": clock.today().isoformat(),
        "demo": settings.DEMO,
        "accent": accent_of(appointment.programme.slug),
        "practice": practice.name,
        "lines": [line for line in (practice.street, place) if line],
        "room": appointment.room.name,
        "day": date_format(at, "l j F Y"),
        "time": date_format(at, "H:i"),
        "telephone": practice.telephone,
        "words": {
            "title": _("Your appointment"),
            "where": _("Where"),
            "room": _("Room:"),
            "change": _("Can you not come? Then call the practice:")
            if practice.telephone
            else _("Can you not come? Then call the practice."),
            "cut": _("Cut here"),
            "fictitious": _("Fictitious figures and people"),
        },
    }
