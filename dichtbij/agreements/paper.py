"""How does an agreement become the paper that its parties sign?

In the language of the installation whoever offers it; the bytes are kept, never made
again. Who signed stands beside the paper, not in it: the paper never changes (R22).
"""

from dataclasses import asdict
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from dichtbij.agreements.models import Agreement
from dichtbij.agreements.wording import clauses_of, day_text, sections_of
from dichtbij.shared import clock, pdf
from dichtbij.shared.accent import accent_of

TEMPLATE = "agreements/pages/agreement.typ"


def put_on_paper(agreement: Agreement) -> None:
    """Fill in PDF and hash of an agreement; nothing is saved. Raises PdfError."""
    with translation.override(settings.LANGUAGE_CODE):
        agreement.pdf = pdf.render(TEMPLATE, page_of(agreement))
    agreement.sha256 = pdf.sha256_hex(agreement.pdf)


def page_of(agreement: Agreement) -> dict[str, Any]:
    """Return what the paper holds, in the active language."""
    programme, today = agreement.programme, clock.today()
    parties = agreement.parties.select_related("organisation")
    return {
        "lang": settings.LANGUAGE_CODE,
        "dated_on": today.isoformat(),
        "date": day_text(today),
        "demo": settings.DEMO,
        "programme": {"name": programme.name, "accent": accent_of(programme.slug)},
        "title": agreement.title,
        "version": _("Version %(number)s") % {"number": agreement.version},
        "replaces": _replaced(agreement),
        "parties": [
            [party.organisation.name, str(party.organisation.get_kind_display())]
            for party in parties
        ],
        "clauses": [asdict(clause) for clause in clauses_of(agreement)],
        "sections": [asdict(section) for section in sections_of(agreement)],
        "words": {
            "title": _("Agreement"),
            "between": _("Parties"),
            "party": _("Party"),
            "kind": _("Kind"),
            "signed_apart": _(
                "Each party signs this document by an own account, or on paper of "
                "which a scan is kept. The signatures are kept with its hash."
            ),
            "page_of": _("Page %(page)s of %(pages)s"),
            "fictitious": _("Fictitious figures and people"),
        },
    }


def _replaced(agreement: Agreement) -> str:
    before = agreement.replaces
    if before is None:
        return ""
    return _("From %(start)s it replaces version %(number)s.") % {
        "start": day_text(agreement.starts_on),
        "number": before.version,
    }
