"""How is one figure printed?"""

import json
import statistics
import sys
from collections.abc import Sequence


def figure(
    name: str,
    value: float,
    unit: str,
    *,
    n: int,
    versus: str = "",
    ratio: float | None = None,
) -> None:
    """Print one figure as a JSON object on a line of its own."""
    line = {
        "name": name,
        "value": round(value, 3),
        "unit": unit,
        "n": n,
        "versus": versus,
        "ratio": None if ratio is None else round(ratio, 3),
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def say(words: str) -> None:
    """Tell a person what is going on, beside the figures."""
    sys.stderr.write(f"{words}\n")
    sys.stderr.flush()


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which a share of the values lies."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[
        min(98, int(share * 100) - 1)
    ]
