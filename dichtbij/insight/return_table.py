"""Which quarters did each practice tell of, and which are missing?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dichtbij.insight.baseline import BEFORE
from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import after, between, quarter_of, quarter_words
from dichtbij.programmes.models import ListedPractice, Programme


@dataclass(frozen=True)
class PracticeReturns:
    """What one practice gave: the return that holds per quarter, the newest first."""

    listed: ListedPractice
    given: Sequence[QuarterlyReturn]
    wanted: Sequence[date]

    @property
    def missing(self) -> list[date]:
        """Return the wanted quarters without a return, in order."""
        there = {one.quarter_on for one in self.given}
        return [quarter for quarter in self.wanted if quarter not in there]

    @property
    def missing_words(self) -> str:
        """Return the missing quarters as runs, such as three of 2024 in a row."""
        runs: list[list[date]] = []
        for quarter in self.missing:
            if runs and after(runs[-1][-1]) == quarter:
                runs[-1].append(quarter)
            else:
                runs.append([quarter])
        return ", ".join(
            " – ".join(dict.fromkeys((quarter_words(run[0]), quarter_words(run[-1]))))  # noqa: RUF001
            for run in runs
        )

    @property
    def of(self) -> int:
        """Return how many quarters are wanted."""
        return len(self.wanted)

    @property
    def there(self) -> int:
        """Return how many of the wanted quarters were given."""
        return self.of - len(self.missing)


def wanted_quarters(programme: Programme, today: date) -> list[date]:
    """Return the quarters wanted: a year before the start until the last that is over.

    Source: issue 5, item 3 (12 months or more before).
    """
    first = after(quarter_of(programme.starts_on), -BEFORE)
    return list(between(first, after(quarter_of(today), -1)))


def returns_of(
    listed: Sequence[ListedPractice], given: Sequence[QuarterlyReturn], today: date
) -> list[PracticeReturns]:
    """Return the lines per practice, in the order of the list."""
    if not listed:
        return []
    wanted = wanted_quarters(listed[0].programme, today)
    by_practice: dict[int, list[QuarterlyReturn]] = defaultdict(list)
    for one in sorted(given, key=lambda row: row.quarter_on, reverse=True):
        by_practice[one.practice_id].append(one)
    return [
        PracticeReturns(one, by_practice.get(one.practice_id, []), wanted)
        for one in listed
    ]
