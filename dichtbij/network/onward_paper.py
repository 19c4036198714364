"""How does advice become the letter that a GP signs, and a signature a sheet beside it?

In the installation's language whoever is signed in. The bytes of the letter are kept
and never made again; the sheet only repeats what the signature's row says (R22).
"""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dichtbij.care.models import Outcome
from dichtbij.network.completeness import ARGUMENTS, DISORDER, MENTAL_HEALTH
from dichtbij.network.letter_data import (
    BsnInLetter,
    LetterPart,
    LetterProgramme,
    body_of,
    holds_bsn,
)
from dichtbij.network.models import OnwardReferral, Signature
from dichtbij.network.onward_words import ARGUMENT_LABELS, Urgency
from dichtbij.network.paper import address_of, in_its_language
from dichtbij.partners.directory import with_waits
from dichtbij.partners.models import PartnerWait
from dichtbij.shared import calendar, pdf
from dichtbij.shared.accent import accent_of

LETTER = "network/pages/onward.typ"
SHEET = "network/pages/signature.typ"


class Fact(TypedDict):
    """A label and what stands beside it."""

    label: str
    text: str


class OnwardPage(TypedDict):
    """What onward.typ and signature.typ read; texts are shown literally.

    `dated_on` is an ISO date. `subject` heads the page and names no person.
    """

    lang: str
    dated_on: str
    reference: str
    subject: str
    demo: bool
    programme: LetterProgramme
    to: list[str]
    sender: list[str]
    child: Fact
    facts: list[Fact]
    parts: list[LetterPart]
    closing: list[str]
    words: dict[str, str]


def put_on_paper(onward: OnwardReferral) -> None:
    """Fill in text, PDF and hash of an advice; nothing is saved. Raises BsnInLetter."""
    with in_its_language():
        parts = list(_parts(onward))
        if any(holds_bsn(part["text"]) for part in parts):
            raise BsnInLetter
        onward.body = body_of(parts)
        onward.pdf = pdf.render(LETTER, page_of(onward, parts))
    onward.sha256 = pdf.sha256_hex(onward.pdf)


def sheet_of(signature: Signature) -> bytes:
    """Return the sheet that says who signed which bytes, to lie beside the letter."""
    with in_its_language():
        return pdf.render(SHEET, sheet_page_of(signature))


def dated_on(onward: OnwardReferral) -> date:
    """Return the date that the letter bears: the day its text was made."""
    return calendar.local(onward.changed_at).date()


def reference_of(onward: OnwardReferral) -> str:
    """Return the short reference that stands on letter and sheet."""
    return onward.uuid.hex[:8].upper()


def title_of(onward: OnwardReferral) -> str:
    """Return what heads the letter; it names no person."""
    return _("Referral to %(help)s") % {"help": Outcome(onward.destination).label}


def page_of(onward: OnwardReferral, parts: list[LetterPart]) -> OnwardPage:
    """Return what the letter's page holds, in the active language."""
    return OnwardPage(
        **_common(onward, dated_on(onward)),
        subject=title_of(onward),
        to=_addressee(onward),
        sender=_practice(onward),
        facts=list(_facts(onward)),
        parts=parts,
        closing=list(_closing(onward)),
        words=_words(_("Referral letter")),
    )


def sheet_page_of(signature: Signature) -> OnwardPage:
    """Return what the sheet beside the letter holds, in the active language."""
    onward = signature.onward
    signed_at = calendar.local(signature.signed_at)
    told = (
        (_("Signed by"), signature.name),
        (pgettext("signature", "Capacity"), pgettext("signature", "GP")),
        (_("AGB code"), signature.agb_code),
        (_("Practice"), onward.practice.name),
        (pgettext("signature", "Signed at"), date_format(signed_at, "j F Y H:i")),
        (_("Proof"), _proof(signature.proof)),
        (_("Letter"), f"{title_of(onward)}, {reference_of(onward)}"),
        (_("SHA-256 of the letter"), signature.sha256),
    )
    return OnwardPage(
        **_common(onward, signed_at.date()),
        subject=_("Signature sheet"),
        to=[],
        sender=_practice(onward),
        facts=[Fact(label=label, text=text) for label, text in told],
        parts=[],
        closing=[
            _(
                "This sheet belongs to the letter with this hash. Whoever changes one "
                "sign of the letter gets another hash."
            )
        ],
        words=_words(_("Signature sheet")),
    )


class _Common(TypedDict):
    lang: str
    dated_on: str
    reference: str
    demo: bool
    programme: LetterProgramme
    child: Fact


def _common(onward: OnwardReferral, on: date) -> _Common:
    child, programme = onward.client, onward.programme
    return _Common(
        lang=settings.LANGUAGE_CODE,
        dated_on=on.isoformat(),
        reference=reference_of(onward),
        demo=settings.DEMO,
        programme={"name": programme.name, "accent": accent_of(programme.slug)},
        child=Fact(label=child.name, text=date_format(child.birth_date, "j F Y")),
    )


def _parts(onward: OnwardReferral) -> Iterator[LetterPart]:
    """Yield each labelled part of the letter that has a text."""
    for label, text in _told(onward):
        if text.strip():
            yield LetterPart(label=str(label), text=text.strip())


def _told(onward: OnwardReferral) -> Iterator[tuple[str, str]]:
    name = {"name": onward.client.given_name}
    if onward.client.without_parents:
        alone = _(
            "%(name)s is helped without the parents. Do not share this letter "
            "with them."
        )
        yield pgettext("letter", "Please note"), alone % name
    yield pgettext("onward", "Reason"), onward.reason
    if onward.echelon in MENTAL_HEALTH:
        for code in (DISORDER, *ARGUMENTS):
            yield ARGUMENT_LABELS[code], str(onward.arguments.get(code, ""))
    yield pgettext("onward", "Tried before"), onward.steps_tried
    yield pgettext("onward", "Known waiting time"), wait_words(_last_wait(onward))
    if onward.bridging:
        function = {"function": onward.programme.function_label}
        words = _("The %(function)s gives bridging care until the help starts.")
        yield pgettext("onward", "While waiting"), words % function


def wait_words(wait: PartnerWait | None) -> str:
    """Say how long one waits there, on whose word, and whether that is old."""
    if wait is None:
        return ""
    told = {
        "days": wait.days,
        "who": wait.confirmed_by,
        "day": date_format(wait.confirmed_on, "j F Y"),
    }
    words = _("%(days)s days, confirmed by %(who)s on %(day)s.") % told
    return words if wait.fresh else f"{words} {_('That is more than 30 days ago.')}"


def _last_wait(onward: OnwardReferral) -> PartnerWait | None:
    if onward.partner is None:
        return None
    return with_waits([onward.partner])[0].wait


def _facts(onward: OnwardReferral) -> Iterator[Fact]:
    yield Fact(
        label=pgettext("letter", "Date"), text=date_format(dated_on(onward), "j F Y")
    )
    echelon = OnwardReferral.Echelon(onward.echelon).label if onward.echelon else ""
    yield Fact(label=pgettext("onward", "Kind of care"), text=str(echelon))
    yield Fact(
        label=pgettext("onward", "Urgency"), text=str(Urgency(onward.urgency).label)
    )


def _addressee(onward: OnwardReferral) -> list[str]:
    partner = onward.partner
    if partner is None:
        return [
            _("A provider of %(help)s") % {"help": Outcome(onward.destination).label}
        ]
    return [partner.name, partner.town]


def _practice(onward: OnwardReferral) -> list[str]:
    practice = onward.practice
    agb = practice.agb_code and _("AGB %(code)s") % {"code": practice.agb_code}
    return [practice.name, *address_of(practice), practice.telephone, agb]


def _closing(onward: OnwardReferral) -> Iterator[str]:
    by, employer = onward.advised_by, onward.holder
    told = {
        "name": by.name,
        "function": onward.programme.function_label,
        "employer": employer.name,
        "practice": onward.practice.name,
        "reference": reference_of(onward),
    }
    yield (
        _(
            "Referrer: the GP of %(practice)s who signed. Name, AGB code, moment and "
            "signature stand on the signature sheet with reference %(reference)s, "
            "which names the hash of this letter."
        )
        % told
    )
    advice = _("On the advice of %(name)s, %(function)s, %(employer)s.") % told
    skj = _("SKJ registration %(number)s.") % {"number": by.registration}
    yield f"{advice} {skj}" if by.registration else advice


def _proof(code: str) -> str:
    """Say how the signer showed who it was; the moment behind @ is already local."""
    kind, _at, moment = code.partition("@")
    if kind == "demo":
        return _("demo: a persona, no factor")
    return _("signed in with two factors, last shown at %(moment)s") % {
        "moment": moment
    }


def _words(letter: str) -> dict[str, str]:
    return {
        "letter": letter,
        "to": pgettext("letter", "To"),
        "concerning": pgettext("letter", "About"),
        "born": pgettext("letter", "Born on"),
        "reference": pgettext("letter", "Reference"),
        "page_of": _("Page %(page)s of %(pages)s"),
        "fictitious": _("Fictitious figures and people"),
    }
