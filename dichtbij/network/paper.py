"""How does a letter in the record become the paper that its reader gets?

In the programme's language whoever is signed in; the bytes are kept, never made again.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from dichtbij.network.family_letter_data import (
    FAMILY_LETTER,
    FamilyPage,
    FamilyReader,
    FamilySender,
    FamilyWords,
)
from dichtbij.network.letter_data import (
    LETTER,
    BsnInLetter,
    LetterAddressee,
    LetterPage,
    LetterPart,
    LetterSender,
    LetterWords,
    checked,
    parts_of,
)
from dichtbij.network.models import Letter
from dichtbij.network.plain_words import say, voice_for
from dichtbij.network.readers import YOUNG, member_in, years_of
from dichtbij.network.soep import without_bsn
from dichtbij.organisations.models import Membership, Organisation
from dichtbij.shared import pdf
from dichtbij.shared.accent import accent_of
from dichtbij.shared.permissions import Role

SOEP_LINE = re.compile(r"([SOEP]): *(.*)")


@contextmanager
def in_its_language() -> Iterator[None]:
    """Speak the language letters are written in: that of the installation."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


def put_on_paper(letter: Letter) -> None:
    """Fill in PDF and hash of a letter; nothing is saved. Raises BsnInLetter."""
    if without_bsn(letter.his_text) != letter.his_text:
        raise BsnInLetter
    with in_its_language():
        if letter.for_gp:
            letter.pdf = pdf.render(LETTER, checked(page_of(letter)))
        else:
            letter.pdf = pdf.render(FAMILY_LETTER, checked(family_page_of(letter)))
    letter.sha256 = pdf.sha256_hex(letter.pdf)


def page_of(letter: Letter) -> LetterPage:
    """Return what the letter's page holds, in the active language."""
    child, programme = letter.client, letter.programme
    return LetterPage(
        lang=settings.LANGUAGE_CODE,
        dated_on=letter.dated_on.isoformat(),
        date=date_format(letter.dated_on, "j F Y"),
        reference=letter.referral.reference(),
        subject=letter.title,
        demo=settings.DEMO,
        programme={"name": programme.name, "accent": accent_of(programme.slug)},
        sender=_sender(letter),
        to=_addressee(letter),
        child={"name": child.name, "born": date_format(child.birth_date, "j F Y")},
        salutation=_("Dear colleague,"),
        parts=parts_of(letter.body),
        his=_his(letter.his_text),
        words=_words(),
    )


def family_page_of(letter: Letter) -> FamilyPage:
    """Return what the page for one reader holds, in the active language."""
    programme, by = letter.programme, letter.written_by
    ways = [way for way in (letter.holder.telephone, by.email) if way]
    member = member_in(letter.client, letter.reader)
    name = member.name if member else ""
    address = member.address.split(",") if member else []
    return FamilyPage(
        lang=settings.LANGUAGE_CODE,
        dated_on=letter.dated_on.isoformat(),
        date=date_format(letter.dated_on, "j F Y"),
        subject=letter.title,
        demo=settings.DEMO,
        programme={"name": programme.name, "accent": accent_of(programme.slug)},
        sender=FamilySender(
            name=by.name,
            function=programme.function_label,
            organisation=letter.holder.name,
            ways=ways,
        ),
        to=FamilyReader(name=name, lines=[line.strip() for line in address if line]),
        salutation=say("dear", voice_of(letter), name=name.split(" ")[0]),
        parts=parts_of(letter.body),
        words=_family_words(voice_of(letter)),
    )


def voice_of(letter: Letter) -> str:
    """Return how this letter speaks to its reader, at today's age (LR-122)."""
    return voice_for(young=letter.reader == YOUNG, age=years_of(letter.client))


def _family_words(voice: str) -> FamilyWords:
    return FamilyWords(
        letter=_("Letter for you"),
        to=pgettext("letter", "To"),
        date=pgettext("letter", "Date"),
        closing=say("closing", voice),
        questions=_("Do you have a question?"),
        danger=_("Is there danger?"),
        safety=[
            _("Danger now: call 112."),
            _("Violence at home: Veilig Thuis, 0800 2000. Free, day and night."),
            _("Thoughts of suicide: call 113 or 0800 0113. Free, day and night."),
        ],
        page_of=_("Page %(page)s of %(pages)s"),
        fictitious=_("Fictitious figures and people"),
    )


def _sender(letter: Letter) -> LetterSender:
    by, employer = letter.written_by, letter.holder
    return LetterSender(
        organisation=employer.name,
        function=letter.programme.function_label,
        name=by.name,
        skj=by.registration,
        lines=[employer.telephone, by.email],
    )


def _addressee(letter: Letter) -> LetterAddressee:
    """Address the GP who referred; an assistant who did so is not the GP."""
    sent_by, practice = letter.referral.sent_by, letter.practice
    is_gp = Membership.objects.filter(
        user=sent_by, organisation=practice, role=Role.GP
    ).exists()
    return LetterAddressee(
        name=sent_by.name if is_gp else pgettext("letter", "The GP"),
        practice=practice.name,
        lines=address_of(practice),
    )


def address_of(practice: Organisation) -> list[str]:
    """Return street, and postcode with town."""
    return [practice.street, f"{practice.postcode} {practice.town}".strip()]


def _his(text: str) -> list[LetterPart]:
    """Return the SOEP text in rows; the heading repeats the letter and stays away."""
    labels = {
        "S": pgettext("SOEP", "Subjective"),
        "O": pgettext("SOEP", "Objective"),
        "E": pgettext("SOEP", "Evaluation"),
        "P": pgettext("SOEP", "Plan"),
    }
    rows: list[LetterPart] = []
    for line in text.split("\n"):
        found = SOEP_LINE.fullmatch(line.strip())
        if found:
            rows.append(LetterPart(label=labels[found[1]], text=found[2]))
        elif line.strip():
            rows.append(LetterPart(label="", text=line.strip()))
    return rows


def _words() -> LetterWords:
    return LetterWords(
        letter=_("Letter to the GP"),
        to=pgettext("letter", "To"),
        concerning=pgettext("letter", "About"),
        born=pgettext("letter", "Born on"),
        date=pgettext("letter", "Date"),
        reference=pgettext("letter", "Reference"),
        skj=pgettext("letter", "SKJ registration"),
        closing=_("Kind regards,"),
        for_his=_("For your record system (HIS)"),
        page_of=_("Page %(page)s of %(pages)s"),
        fictitious=_("Fictitious figures and people"),
    )
