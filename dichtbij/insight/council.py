"""What does a council read of one release: on the page, on paper, in a table alike?

One thing is made of the released cells, and every page and file is made of that. A
later release changes nothing of it: the trend looks back only.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from django.utils.translation import gettext as _

from dichtbij.insight import released_words as words
from dichtbij.insight.publication import due
from dichtbij.insight.publication.periods import ONE_DAY
from dichtbij.insight.released import Released, ReleasedTable
from dichtbij.insight.released_figures import Measured, facts_of, measured
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock

BACK = 4  # periods before the one that is read: with it they fit on a page


@dataclass(frozen=True)
class Line:
    """One indicator in words, with its value now and in earlier periods."""

    code: str
    name: str
    text: str
    value: str
    made_of: str
    missing: str
    trend: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cells:
    """One released table in words: a header and rows, the last of which adds up."""

    code: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Paper:
    """One release as people read it. Of a withheld one only the period stands there."""

    release: Released
    period: str
    sentence: str
    lines: tuple[Line, ...]
    tables: tuple[Cells, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Coming:
    """Which period is published next, and from which day on at the earliest."""

    period: str
    on: date
    due: bool  # it is closed, and will be published any day


def paper_of(releases: Sequence[Released], chosen: Released) -> Paper:
    """Return one release as people read it; `releases` are all, in any order."""
    earlier = sorted(
        (one for one in releases if one.ends_on < chosen.ends_on),
        key=lambda one: one.ends_on,
    )
    course = [
        (words.period_words(one.starts_on, one.ends_on), _by_code(one))
        for one in (*earlier[-BACK:], chosen)
    ]
    return Paper(
        release=chosen,
        period=words.period_words(chosen.starts_on, chosen.ends_on),
        sentence="" if chosen.withheld else words.sentence(facts_of(chosen)),
        lines=tuple(_line(one, course) for one in measured(chosen)),
        tables=tuple(_cells(one) for one in chosen.tables.values()),
        notes=(words.why_small(), words.how_rounded(chosen.manifest.get("epsilon"))),
    )


def _by_code(release: Released) -> dict[str, Measured] | None:
    """Return the indicators of a release, or None: it was withheld."""
    if release.withheld:
        return None
    return {one.code: one for one in measured(release)}


def _line(
    one: Measured, course: Iterable[tuple[str, dict[str, Measured] | None]]
) -> Line:
    trend = []
    for period, found in course:
        if found is None:
            trend.append((period, _("not published")))
        elif one.code in found:
            trend.append((period, words.value_words(found[one.code])))
        else:
            trend.append((period, "–"))  # noqa: RUF001
    return Line(
        code=one.code,
        name=words.name_of(one.code),
        text=words.text_of(one.code),
        value=words.value_words(one),
        made_of=words.made_of(one),
        missing=words.missing_words(one),
        trend=tuple(trend),
    )


def _cells(table: ReleasedTable) -> Cells:
    columns = (*table.columns, "")
    heads = [words.code_words(table.code, one, column=True) for one in columns]
    return Cells(
        code=table.code,
        title=words.table_words(table.code),
        header=("", *(heads if table.columns else [_("How many")])),
        rows=tuple(
            (
                words.code_words(table.code, row) if row else _("Total"),
                *(table.shown(row, one) for one in columns),
            )
            for row in (*table.rows, "")
        ),
    )


def shown_cells(release: Released) -> Iterable[tuple[str, str, str, str]]:
    """Yield table, row, column and value of each released cell, as people see it."""
    for table in release.tables.values():
        for row, column in product((*table.rows, ""), (*table.columns, "")):
            yield table.code, row, column, table.shown(row, column)


def coming(programme: Programme) -> Coming:
    """Return which period follows, by the calendar of the programme."""
    period = due.coming(programme)
    return Coming(
        period=words.period_words(period.starts_on, period.ends_on),
        on=period.matures_on + ONE_DAY,
        due=period.matured(clock.today()),
    )
