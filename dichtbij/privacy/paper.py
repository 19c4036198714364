"""How does a gathered file become one PDF that its reader can keep?

Tagged, in the reader's own language where the interface speaks it, else in Dutch. A BSN
in a typed text is taken out: the copy may lie on a kitchen table.
"""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.families.models import FamilyMember
from dichtbij.network.soep import without_bsn
from dichtbij.privacy.dossier import Dossier
from dichtbij.shared import clock, pdf
from dichtbij.shared.accent import accent_of

TEMPLATE = "privacy/pages/file.typ"


def print_file(member: FamilyMember, dossier: Dossier) -> bytes:
    """Return the PDF of what this member may read. Raises PdfError."""
    today = clock.today()
    programme = member.client.programme
    page = {
        "lang": translation.get_language() or settings.LANGUAGE_CODE,
        "dated_on": today.isoformat(),
        "date": date_format(today, "j F Y"),
        "demo": settings.DEMO,
        "programme": {"name": programme.name, "accent": accent_of(programme.slug)},
        "notes": _notes(),
        "parts": [_bare(asdict(part)) for part in dossier.parts],
        "words": {
            "title": _("Copy of the file"),
            "intro": _("This is what is written about %(child)s, for %(reader)s.")
            % {"child": member.client.name, "reader": member.name},
            "page_of": _("Page %(page)s of %(pages)s"),
            "fictitious": _("Fictitious figures and people"),
        },
    }
    return pdf.render(TEMPLATE, page)


def _notes() -> list[str]:
    """Return what always stands in a copy, whether or not something stays out.

    Said every time, so that nobody can tell from it that something was said in
    confidence.
    """
    return [
        _(
            "What is about someone else, and what somebody said in confidence, is "
            "never in a copy like this."
        ),
        _(
            "Is something wrong, or do you miss something? You may add a statement of "
            "your own to the file, and you may ask to have it destroyed."
        ),
    ]


def _bare(value: Any) -> Any:
    if isinstance(value, str):
        return without_bsn(value)
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_bare(part) for part in value]
    return value
