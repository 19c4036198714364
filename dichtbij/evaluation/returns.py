"""Which referrals of GPs did practices return until a moment, as a panel?

The counts are of practices and quarters: no record of a child stands behind them.
A later correction does not change what an earlier report was made of.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from dichtbij.insight.baseline import Baseline, baseline
from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import after, number_of, quarter_of
from dichtbij.programmes.models import Programme

PARTLY = 100


def panel_and_told(
    programme: Programme, until: date, at: datetime
) -> tuple[Mapping[str, list[Any]], dict[str, Any]]:
    """Return the panel of quarters that ended by `until`, and what is told of it.

    Columns are practice, quarter, referrals, youths and group, of what was given by
    `at`; see insight.baseline.
    """
    found = baseline(programme, at)
    last = number_of(quarter_of(_day_after(until))) - 1
    rows = [
        at for at, quarter in enumerate(found.columns["quarter"]) if quarter <= last
    ]
    panel = {
        name: [values[at] for at in rows] for name, values in found.columns.items()
    }
    return panel, _told(programme, at, found, last)


def _day_after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _told(
    programme: Programme, at: datetime, found: Baseline, last: int
) -> dict[str, Any]:
    """Return who gave the returns, how many are incomplete, corrected or left out."""
    lines = QuarterlyReturn.objects.filter(
        programme=programme,
        given_at__lte=at,
        quarter_on__lt=after(date(last // 4, 3 * (last % 4) + 1, 1)),
    )
    rows = list(
        lines.exclude(
            pk__in=lines.exclude(corrects=None).values("corrects")
        ).values_list("practice", "supplier", "complete_percent", "corrects")
    )
    gone = [one for one in found.left_out if _in_time(one.quarter_on, last)]
    return {
        "returns": len(rows),
        "practices": len({row[0] for row in rows}),
        "suppliers": _counted(row[1] for row in rows),
        "incomplete": sum(row[2] < PARTLY for row in rows),
        "corrected": sum(row[3] is not None for row in rows),
        "left_out": _counted(one.reason for one in gone),
    }


def _in_time(quarter_on: date | None, last: int) -> bool:
    return quarter_on is None or number_of(quarter_on) <= last


def _counted(values: Iterable[str]) -> list[list[Any]]:
    return [[value, count] for value, count in sorted(Counter(values).items())]
