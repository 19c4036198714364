"""Which part of a written name is the given name and which the family name?"""

import re
import unicodedata

LONGEST = 80  # as the columns that keep names

PREFIXES = frozenset(
    [
        "van",
        "de",
        "den",
        "der",
        "het",
        "'t",
        "te",
        "ten",
        "ter",
        "in",
        "op",
        "aan",
        "bij",
        "uit",
        "over",
        "voor",
        "von",
        "zu",
        "la",
        "le",
        "du",
        "da",
        "di",
        "do",
        "dos",
        "el",
        "al",
        "ul",
        "v.d.",
        "vd",
        "v/d",
    ]
)
STAY_CAPITAL = frozenset({"El", "Al", "Ul"})  # El Idrissi, but van den Berg

TITLE = re.compile(
    r"\A[\s*•.,-]*(?:dhr|de heer|hr|mevrouw|mevr|mw|meneer|mej|jongen|meisje|kind"
    r"|pat(?:i[eë]nt)?|pt)\b\.?:?(?:\s+|$)",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\(([^()]{0,80})\)")
COMMA = re.compile("[,،]")
NO_START = frozenset({"beste", "geachte", "graag", "betreft", "met", "hierbij"})
EDGE = " \t-\u2013\u2014,،:;*°•|/()[]"
INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.)+-?(?:[^\W\d_]\.?)?")
NO_NAME = re.compile(r"[\d@:=?!]")


def split_name(text: str) -> tuple[str | None, str | None]:
    """Return given and family name, each at most 80 characters, None where absent.

    Reads "Jansen, Pietje", "Berg, P. (Pietje) van den", "J.P. de Vries" and
    "Pietje Jansen"; a single word is a family name. All capitals become capitals at
    the start.
    """
    text = unicodedata.normalize("NFC", text[: 4 * LONGEST])
    text = TITLE.sub("", text, count=1)
    call_name = _in_brackets(text)
    bare = re.sub(r"\s*-\s+|\s+-\s*", "-", IN_BRACKETS.sub(" ", text).strip(EDGE))
    parts = [part.split() for part in COMMA.split(bare) if part.split()]
    if not parts:
        return call_name, None
    given, family = _with_comma(parts) if len(parts) > 1 else _in_order(parts[0])
    return call_name or _tidy(given), _tidy(family)


def looks_like_name(text: str) -> bool:
    """Tell whether a piece of text without a label has the form of a whole name.

    Two to eight words that start with a capital, or "jansen, pietje".
    """
    if len(text) > 2 * LONGEST or NO_NAME.search(text):
        return False
    text = TITLE.sub("", text, count=1).strip(EDGE)
    words = COMMA.sub(" ", text).split()
    if not 2 <= len(words) <= 8:
        return False
    if COMMA.search(text) and len(words) <= 4 and text == text.lower():
        return True
    if words[0].lower() in NO_START or words[-1].lower() in PREFIXES - {words[0]}:
        return False
    return all(_may_start(word) for word in words)


def is_surely_name(text: str) -> bool:
    """Tell whether it could hardly be anything else: a title, a comma or initials."""
    if not looks_like_name(text):
        return False
    bare = TITLE.sub("", text, count=1).strip(EDGE)
    return bool(
        has_title(text) or COMMA.search(bare) or INITIALS.fullmatch(bare.split()[0])
    )


def name_at_end(text: str) -> str | None:
    """Return the name on which a sentence ends: "Graag advies over Pietje Jansen"."""
    words: list[str] = []
    for word in reversed(text[-2 * LONGEST :].strip(EDGE).split()):
        if not _may_start(word) or NO_NAME.search(word):
            break
        words.insert(0, word)
    while words and words[0].lower() in PREFIXES | NO_START:
        words.pop(0)
    name = " ".join(words)
    return name if looks_like_name(name) else None


def has_title(text: str) -> str | None:
    """Return the title that a name starts with, in small letters: "mevr", "dhr"."""
    match = TITLE.match(text)
    return match[0].strip(EDGE + ".").lower() if match else None


def _may_start(word: str) -> bool:
    """A capital, a prefix, or a sign of a script (or emoji) without capitals."""
    bare = word.strip("()'\u2019.-")
    first = bare[:1]
    return word.lower() in PREFIXES or not bare or not first.islower()


def _in_brackets(text: str) -> str | None:
    """Return the call name of "P. (Pietje) Jansen"; not the sex or the age."""
    for match in IN_BRACKETS.finditer(text):
        inner = match[1].strip()
        if len(inner) > 1 and inner.isalpha() and not _is_a_sex(inner):
            return _tidy(inner.split())
    return None


def _is_a_sex(word: str) -> bool:
    return word.lower() in {"man", "vrouw", "jongen", "meisje", "jr", "jaar"}


def _with_comma(parts: list[list[str]]) -> tuple[list[str], list[str]]:
    """Family name first; prefixes may stand behind the given name."""
    family = parts[0]
    prefixes: list[str] = []
    given: list[str] = []
    for words in parts[1:]:
        cut = len(words)
        while cut and words[cut - 1].lower() in PREFIXES:
            cut -= 1
        prefixes += words[cut:]
        given = given or words[:cut]
    return given, prefixes + family


def _in_order(words: list[str]) -> tuple[list[str], list[str]]:
    """Given name first; the family name starts at a prefix or is the last word."""
    initials = 0
    while initials < len(words) and INITIALS.fullmatch(words[initials]):
        initials += 1
    if 0 < initials < len(words):
        return words[:initials], words[initials:]
    if len(words) > 1 and INITIALS.fullmatch(words[-1]):
        return words[-1:], words[:-1]
    for at, word in enumerate(words):
        joined = word.rpartition("-")[2].lower() in PREFIXES and "-" in word
        if joined or (at and word.lower() in PREFIXES):
            return words[:at], words[at:]
    return words[:-1], words[-1:]


def _tidy(words: str | list[str]) -> str | None:
    """Return the words in one line; all capitals or all small become a name."""
    one = words if isinstance(words, str) else " ".join(words)
    if sum(sign.isalpha() for sign in one) > 2 and one in (one.upper(), one.lower()):
        one = " ".join(_recased(word) for word in one.split())
    return one.strip(EDGE)[:LONGEST].strip() or None


def _recased(word: str) -> str:
    if INITIALS.fullmatch(word):
        return word.upper()
    small = word.lower()
    if small in PREFIXES and small.capitalize() not in STAY_CAPITAL:
        return small
    first, *rest = re.split(r"([-'\u2019])", small)
    name = _capital(first) + "".join(
        part if part in PREFIXES else _capital(part) for part in rest
    )
    return re.sub(r"\bIj", "IJ", name)


def _capital(part: str) -> str:
    return part[:1].upper() + part[1:]
