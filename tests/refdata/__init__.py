"""Where do the expected values of the methods stand, and how does a test read them?"""

import csv
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def expected(key: str) -> Any:
    """Return the expected values under one key of expected_open.json."""
    return json.loads((HERE / "expected_open.json").read_text())[key]


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of a table, as texts."""
    with (HERE / name).open(newline="") as table:
        return list(csv.DictReader(table))
