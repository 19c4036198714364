"""Which bytes stand for a set of numbers? The same for the same numbers, always.

Pure. Keys in order, no spaces, floats rounded to nine figures, so that a later version
of a library that differs in the last bit does not change what was concluded.
"""

import hashlib
import json
from math import isfinite
from typing import Any

FIGURES = 9


def tidy(value: Any) -> Any:
    """Return plain JSON of a value: floats rounded, tuples as lists.

    Raises ValueError for a number that is none: what is not known is None.
    """
    if isinstance(value, bool) or value is None or isinstance(value, str | int):
        return value
    if isinstance(value, float):
        if not isfinite(value):
            raise ValueError("a number of a report is finite, or not there")
        return float(f"{value:.{FIGURES}g}")
    if isinstance(value, dict):
        return {str(key): tidy(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [tidy(part) for part in value]
    raise ValueError(f"a report holds no {type(value).__name__}")


def canonical(value: Any) -> bytes:
    """Return the canonical JSON of a value, as UTF-8."""
    text = json.dumps(
        tidy(value), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return text.encode()


def sha256_of(value: Any) -> str:
    """Return SHA-256 of the canonical JSON of a value."""
    return hashlib.sha256(canonical(value)).hexdigest()
