"""What does a GP paste in the record after a consult: short, SOEP-shaped, no BSN?"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from dichtbij.clients.bsn import BsnError, normalise
from dichtbij.network.room import fit, shares

LONGEST = 600  # Source: ux.md, differentiator 10
LONGEST_NAME = 60
LONGEST_READ = 10_000  # far more than fits; keeps the time small for any text
REMOVED = "[…]"
BSN_DIGITS = 9

PLAIN = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2022": "-",
        "\u00b7": "-",
    }
)
# Controls, invisible marks, emoji and signs a record system may not know.
NO_PLAIN_SIGN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "So", "Sk", "Zl", "Zp"})
SPACE = re.compile(r"\s+")
DIGITS = re.compile(r"\d+")
BETWEEN = re.compile(r"[\s.,:/_-]{1,3}")
DATE = re.compile(r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:19|20)\d\d(?!\d)")


def soep_text(
    *,
    held_on: date,
    practitioner: str,
    function: str,
    subjective: str,
    objective: str,
    evaluation: str,
    plan: str,
) -> str:
    """Return a heading and the lines S, O, E and P, at most 600 characters.

    Empty lines are left out. What does not fit is cut between words and ends in "…";
    short lines leave their room to long ones. Nine digits that pass the 11-test are
    replaced by "[…]", also when written with separators (LR-42); a date is kept.
    """
    who = " ".join(fit(_plain(name), LONGEST_NAME) for name in (function, practitioner))
    heading = f"{held_on:%d-%m-%Y} {who}".strip()
    written = {"S": subjective, "O": objective, "E": evaluation, "P": plan}
    parts = {f"\n{letter}: ": _plain(text) for letter, text in written.items()}
    parts = {label: text for label, text in parts.items() if text}
    room = LONGEST - len(heading) - sum(map(len, parts))
    given = shares([len(text) for text in parts.values()], room)
    lines = (
        label + fit(text, share)
        for (label, text), share in zip(parts.items(), given, strict=True)
    )
    # Once more: a cut may leave nine digits of a longer number.
    return without_bsn(heading + "".join(lines))


def without_bsn(text: str) -> str:
    """Return the text with every number that could be a BSN replaced by "[…]".

    Never longer than the text was. Source: LR-41, LR-42.
    """
    kept, at = "", 0
    for begin, end in _bsns(text):
        if begin >= at:
            kept, at = kept + text[at:begin] + REMOVED, end
    return kept + text[at:]


def _bsns(text: str) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each run of whole numbers that together form a BSN."""
    dates = [match.span() for match in DATE.finditer(text)]
    numbers = [
        match
        for match in DIGITS.finditer(text)
        if not any(begin <= match.start() < end for begin, end in dates)
    ]
    for first, number in enumerate(numbers):
        digits, end = "", number.start()
        for following in numbers[first : first + BSN_DIGITS]:
            if digits and not BETWEEN.fullmatch(text, end, following.start()):
                break
            digits, end = digits + following[0], following.end()
            if len(digits) >= BSN_DIGITS:
                break
        if len(digits) == BSN_DIGITS and _is_bsn(digits):
            yield number.start(), end


def _is_bsn(digits: str) -> bool:
    """Digits of any script count: Arabic ones are as readable as ours."""
    western = "".join(str(unicodedata.decimal(sign)) for sign in digits)
    try:
        return bool(normalise(western))
    except BsnError as refused:
        return refused.code == "reserved"


def _plain(text: str) -> str:
    """Return one line of plain characters, without numbers that could be a BSN."""
    known = unicodedata.normalize("NFC", text[:LONGEST_READ]).translate(PLAIN)
    signs = (
        " " if unicodedata.category(sign) in NO_PLAIN_SIGN else sign for sign in known
    )
    return without_bsn(SPACE.sub(" ", "".join(signs)).strip())
