"""Which surnames sound alike, however they were typed?

A key for finding possible duplicates next to birth date and postcode, never proof of
anything: names that sound alike to a Dutch ear get the same key.
"""

import re
import unicodedata

PREFIXES = frozenset(
    [
        "van",
        "vande",
        "vanden",
        "vander",
        "von",
        "vom",
        "zu",
        "de",
        "den",
        "der",
        "des",
        "het",
        "te",
        "ten",
        "ter",
        "in",
        "op",
        "aan",
        "bij",
        "uit",
        "over",
        "onder",
        "voor",
        "la",
        "le",
        "les",
        "du",
        "da",
        "di",
        "do",
        "dos",
        "el",
        "al",
        "ul",
        "vd",
        "v",
        "d",
        "t",
        "s",
    ]
)
# Written in one word with the name (Devries, Vandenberg, Elidrissi), longest first.
GLUED = re.compile(r"(?:vanden|vander|vande|van|ten|ter|den|der|de)(?=(\w{3,})$)")
GLUED_ARTICLE = re.compile(r"(?:el|al)(?=[aeiou]\w{3,}$|\w{4,}[aeiou]$)")
# A name may start so; "kker" of Dekker may not.
ONSET = re.compile(
    r"[bcdfghjklmnpqrstvwz][aeiouy]|sch|[bcdfgkptvw]r|[bcfgkpsv]l|[tdzs]w|s[tpnm]"
    r"|kn|[cgpt]h"
)
# Letters that do not fall apart into a plain letter and a mark.
PLAIN = str.maketrans(
    {
        "\u0131": "i",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
    }
)
LONGEST = 80  # as the column that keeps it
VOWEL = "[aeiouy1-8]"
CONSONANT = "[bcdfghjklmnpqrstvwxz]"

# In this order. Vowels end as digits, so a key never looks like a name with a prefix
# and the key of a key is that same key.
RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"s+ch(?=[mnlw]|er$|$)", "s"),  # Schmidt - Smit, Visscher - Visser
        (r"ph", "f"),
        (r"^chr", "kr"),
        (r"c+k|cq|qu?", "k"),
        (r"[ck]h", "g"),
        (rf"(?<={CONSONANT})h|h(?={CONSONANT}|$)", ""),  # Thijs - Tijs, Jahnsen
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"v", "f"),
        (r"dt|d$", "t"),
        (rf"^y(?={VOWEL})", "j"),  # Yilmaz
        (rf"(?<={CONSONANT})y$", "i"),
        (r"eu+", "7"),
        (r"ui?j|u[iy]", "8"),  # Kuiper - Kuyper
        (r"[ea]?ij|[ea]+[iy]|y", "6"),  # Meijer - Meyer - Meier
        (r"o[eu]+w?$|au+w?$|o[eu]|au|ue|u", "5"),
        (r"a[ae]*", "1"),
        (r"ie|i", "3"),
        (r"e", "2"),
        (r"o", "4"),
        (r"(?<=[57])w$", ""),
        (r"(.)\1+", r"\1"),
    )
)


def surname_key(name: str) -> str:
    """Return the key that surnames share when they sound alike; "" for a blank name.

    Prefixes (van, de, el), accents, capitals, spaces and hyphens make no difference.
    Letters of another script are kept. At most 80 characters are read and returned.
    """
    words = re.findall(r"[^\W_]+", _plain(name[:LONGEST]))
    kept = [word for word in words if word not in PREFIXES] or words
    if kept:
        kept[0] = _without_glued_prefix(kept[0])
    key = "".join(_sounds(word) for word in kept)[:LONGEST]
    whole = "".join(words) or "".join(name.casefold().split())
    return _sounds(key) or whole[:LONGEST]


def plain_words(name: str) -> list[str]:
    """Return the words of a name without capitals, marks and signs between them."""
    return re.findall(r"[^\W_]+", _plain(name[: 2 * LONGEST]))


def _plain(name: str) -> str:
    """Return small letters without marks, apostrophes kept as word ends."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return bare.translate(PLAIN)


def _without_glued_prefix(word: str) -> str:
    """Return "vries" for "devries"; "dekker" and "albers" stay whole."""
    if article := GLUED_ARTICLE.match(word):
        return word[article.end() :]
    glued = GLUED.match(word)
    if glued and ONSET.match(glued[1]):
        return glued[1]
    return word


def _sounds(word: str) -> str:
    for pattern, sound in RULES:
        word = pattern.sub(sound, word)
    return word
