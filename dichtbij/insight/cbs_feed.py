"""What does CBS publish now of table 85097NED, in the words of our own extract?

The OData feed, version 3, by the standard library: four questions, seldom asked, do not
carry a client with four libraries below it (the package `cbsodata`). Only the command
`refresh_cbs` asks; the web never does. Whatever is not as expected is refused whole.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

from dichtbij.insight.cbs import BANDS, COUNTRY, ROUNDED_TO, TABLE, TOTAL, CbsRow

BASE = f"https://opendata.cbs.nl/ODataApi/odata/{TABLE}"
SECONDS, LARGEST_BYTES, MOST_PAGES = 30, 20_000_000, 50
REFERRER, REGION, PERIOD = "VerwijzerJeugdzorg", "RegioS", "Perioden"
THE_COUNTRY, THE_HAGUE = "NL01", "GM0518"
HALF_YEAR = re.compile(r"\d{4}HJ0[12]")
FINAL = "Definitief"
# How our extract names a referrer, and the word by which CBS's title is known.
REFERRERS = {
    TOTAL: "totaal",
    "Gemeentelijke toegang": "gemeentelijk",
    "Huisarts": "huisarts",
    "Jeugdarts": "jeugdarts",
    "Gecertificeerde instelling": "gecertificeerd",
    "Medisch specialist": "medisch",
    "Rechter/OvJ/JJI": "rechter",
    "Geen verwijzer": "geen verwijzer",
    "Onbekend": "onbekend",
}
# Which topics hold what: by the words of topic and its groups, small letters.
TOPICS: dict[str, Callable[[str], bool]] = {
    "trajecten_totaal": lambda words: "begonnen" not in words and "totaal" in words,
    "begonnen_totaal": lambda words: (
        "begonnen" in words and "herhaald" not in words and "totaal" in words
    ),
    "begonnen_herhaald_beroep": lambda words: "herhaald" in words,
}
# Parts of a trajectory's course that no column of ours holds.
ELSEWHERE = ("beëindigd", "beeindigd", "geëindigd", "duur", "nieuw", "eerste")


class FeedError(Exception):
    """The feed cannot be read, or is not the table we know; a sentence for a person."""


@dataclass(frozen=True)
class Feed:
    """What CBS publishes now: half-years of the asked regions, the newest last."""

    rows: tuple[CbsRow, ...]

    @property
    def newest(self) -> str:
        """Return the newest half-year of the country, with its mark."""
        return next(r.period for r in reversed(self.rows) if r.region == COUNTRY)


def fetch(
    base: str, regions: Sequence[str], columns: Mapping[str, str] | None = None
) -> Feed:
    """Return what CBS publishes of regions, by code; `columns` overrules our choice.

    Raises FeedError: no answer, another table than we know, an unknown code or value.
    """
    topics = _topics(_values(f"{base}/DataProperties"), columns or {})
    titles = _named(_values(f"{base}/{REFERRER}"))
    places = _places(_values(f"{base}/{REGION}"), regions)
    periods = _periods(_values(f"{base}/{PERIOD}"))
    wanted = " or ".join(f"startswith({REGION},'{code}')" for code in regions)
    cells = _values(f"{base}/TypedDataSet", filters=wanted)
    rows = [
        (period, place, referrer, line)
        for line in cells
        for period in [periods.get(_key(line, PERIOD))]
        for place in [places.get(_key(line, REGION))]
        for referrer in [titles.get(_key(line, REFERRER))]
        if period is not None and place is not None and referrer is not None
    ]
    order = list(REFERRERS)
    names = list(places.values())
    rows.sort(key=lambda r: (r[0], names.index(r[1]), order.index(r[2])))
    return _checked([_row(*row, topics) for row in rows])


def _values(url: str, filters: str = "") -> list[dict[str, Any]]:
    """Return all lines of one question, page after page of the same host."""
    host = urlsplit(url).netloc
    following: str = f"{url}?$format=json"
    if filters:
        following += f"&$filter={quote(filters)}"
    found: list[dict[str, Any]] = []
    for _page in range(MOST_PAGES):
        answer = _answer(following)
        found += answer["value"]
        following = answer.get("odata.nextLink", "")
        if not following:
            return found
        if urlsplit(following).netloc != host:
            raise FeedError("CBS sent us on to another address. Nothing was changed.")
    raise FeedError("CBS gave more pages than this table can have.")


def _answer(url: str) -> dict[str, Any]:
    if urlsplit(url).scheme not in ("http", "https"):
        raise FeedError(f"This is no web address: {url}")
    try:
        with urlopen(url, timeout=SECONDS) as reply:  # noqa: S310
            text = reply.read(LARGEST_BYTES + 1)
    except (URLError, TimeoutError, OSError) as fault:
        why = getattr(fault, "reason", "") or str(fault)
        raise FeedError(f"CBS does not answer ({why}). Nothing was changed.") from None
    if len(text) > LARGEST_BYTES:
        raise FeedError("CBS gave more than this table can hold.")
    try:
        told = json.loads(text)
        if isinstance(told["value"], list):
            return dict(told)
    except (ValueError, KeyError, TypeError):
        pass
    raise FeedError("CBS gave an answer that is no table. Nothing was changed.")


def _key(line: Mapping[str, Any], name: str) -> str:
    """Return a code without the spaces that CBS fills it up with."""
    return str(line.get(name) or "").strip()


def _topics(
    properties: Iterable[Mapping[str, Any]], overruled: Mapping[str, str]
) -> dict[str, str]:
    """Return the key of the topic behind each of our columns. Raises FeedError."""
    lines = list(properties)
    missing = {REFERRER, REGION, PERIOD} - {_key(one, "Key") for one in lines}
    if missing:
        raise FeedError(f"The table has no {', '.join(sorted(missing))} any more.")
    words = {_key(one, "Key"): _words(one, lines) for one in lines if _is_topic(one)}
    found = {}
    for column, fits in TOPICS.items():
        keys = [
            key
            for key, told in words.items()
            if fits(told) and not any(other in told for other in ELSEWHERE)
        ]
        if column in overruled:
            keys = [key for key in words if key == overruled[column]]
        if len(keys) != 1:
            told = "; ".join(f"{key} ({title})" for key, title in words.items())
            raise FeedError(
                f"Which topic is {column}? Say so with --column {column}=KEY. "
                f"The table has: {told}."
            )
        found[column] = keys[0]
    return found


def _is_topic(one: Mapping[str, Any]) -> bool:
    return str(one.get("Type", "")) == "Topic"


def _words(one: Mapping[str, Any], lines: list[Mapping[str, Any]]) -> str:
    """Return the titles of a topic and of the groups it stands in, small letters."""
    by_id = {str(line.get("ID")): line for line in lines}
    titles: list[str] = []
    at: Mapping[str, Any] | None = one
    while at is not None and len(titles) < len(lines):
        titles.append(str(at.get("Title") or ""))
        at = by_id.get(str(at.get("ParentID")))
    return " < ".join(titles).lower()


def _named(lines: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return our name of each referrer by code; each of ours once. Raises FeedError."""
    found: dict[str, str] = {}
    for line in lines:
        title = str(line.get("Title") or "").strip()
        names = [name for name, word in REFERRERS.items() if word in title.lower()]
        if len(names) != 1 or names[0] in found.values():
            raise FeedError(f"The table has a referrer we do not know: {title}.")
        found[_key(line, "Key")] = names[0]
    missing = set(REFERRERS) - set(found.values())
    if missing:
        raise FeedError(f"The table lacks a referrer: {', '.join(sorted(missing))}.")
    return found


def _places(
    lines: Iterable[Mapping[str, Any]], regions: Sequence[str]
) -> dict[str, str]:
    named = {_key(one, "Key"): str(one.get("Title") or "").strip() for one in lines}
    missing = [code for code in regions if code not in named]
    if missing:
        raise FeedError(f"The table has no region {', '.join(missing)}.")
    return {code: _plain(named[code]) for code in regions}


def _plain(name: str) -> str:
    """Return a name without the kind that CBS adds: "'s-Gravenhage (gemeente)"."""
    return re.sub(r"\s*\((?:gemeente|land)\)$", "", name)


def _periods(lines: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return half-years by code; a figure that is not final has a star."""
    return {
        key: key if str(one.get("Status")) == FINAL else f"{key}*"
        for one in lines
        for key in [_key(one, "Key")]
        if HALF_YEAR.fullmatch(key)
    }


def _row(
    period: str,
    place: str,
    referrer: str,
    line: Mapping[str, Any],
    topics: dict[str, str],
) -> CbsRow:
    told = {column: _number(line, key) for column, key in topics.items()}
    return CbsRow(
        table=TABLE,
        period=period,
        region=place,
        referrer=referrer,
        total=told["trajecten_totaal"],
        begun=told["begonnen_totaal"],
        repeated=told["begonnen_herhaald_beroep"],
        new=None,
        ended=(None,) * len(BANDS),
    )


def _number(line: Mapping[str, Any], key: str) -> int | None:
    """Return a figure, None when it is withheld. Raises FeedError: none of CBS's."""
    value = line.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise FeedError(f"This is no figure: {value}.")
    if value < 0 or value % ROUNDED_TO:
        raise FeedError(f"CBS rounds to {ROUNDED_TO}, but gave {value}.")
    return int(value)


def _checked(rows: list[CbsRow]) -> Feed:
    """Return the half-years of which the country's total is told. Raises FeedError."""
    told = {
        row.period
        for row in rows
        if (row.region, row.referrer) == (COUNTRY, TOTAL) and row.total
    }
    kept = tuple(row for row in rows if row.period in told and row.total is not None)
    if not kept:
        raise FeedError("The table has no half-year with figures of the country.")
    return Feed(kept)
