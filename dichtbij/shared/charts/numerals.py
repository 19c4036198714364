"""How is a number written in Dutch, and which round numbers stand along an axis?"""

from decimal import ROUND_HALF_UP, Decimal
from math import ceil, floor, log10

CLOSE = 1e-6  # of its size: values nearer than this are one level
STEPS = (1, 2, 2.5, 5, 10)
MINUS = "\N{MINUS SIGN}"
UNKNOWN = "\N{EN DASH}"


def dutch(value: float | None, decimals: int = 0, *, percent: bool = False) -> str:
    """Return a number with a decimal comma and points between thousands.

    A share becomes a percentage. What is not known is a dash; half rounds away from 0.
    """
    if value is None:
        return UNKNOWN
    exact = Decimal(repr(float(value))) * (100 if percent else 1)
    rounded = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = f"{abs(rounded):,.{decimals}f}"
    text = text.replace(",", " ").replace(".", ",").replace(" ", ".")
    sign = MINUS if rounded < 0 else ""
    return f"{sign}{text}{'%' if percent else ''}"


def ticks(low: float, high: float, most: int = 6) -> list[float]:
    """Return at most so many round numbers whose first and last enclose low to high."""
    if high - low <= CLOSE * max(1.0, abs(low), abs(high)):
        low, high = min(low, low - abs(low) / 2 - 0.5), low + abs(low) / 2 + 0.5
    raw = (high - low) / max(1, most - 1)
    size = 10.0 ** floor(log10(raw))
    for step in (*(one * size for one in STEPS), 20 * size):
        first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
        if last - first < most:
            break
    return [round(step * at, 10) for at in range(first, last + 1)]


def decimals_of(values: list[float], *, percent: bool = False) -> int:
    """Return how many decimals tell these numbers apart, at most 3."""
    shown = [value * 100 if percent else value for value in values]
    for decimals in range(3):
        if all(abs(v - round(v, decimals)) < 1e-9 for v in shown):
            return decimals
    return 3
