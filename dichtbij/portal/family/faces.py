"""Which faces stand above which numbers of a scale?

Pure: five columns from bad to good, each a face with its numbers.
"""

from dataclasses import dataclass

# The mouth of each face, from bad to good, in a drawing of 40 by 40.
MOUTHS = (
    "M12 29q8-9 16 0",
    "M12 28q8-5 16 0",
    "M12 26h16",
    "M12 25q8 5 16 0",
    "M12 24q8 9 16 0",
)


@dataclass(frozen=True)
class Column:
    """A face with the numbers below it."""

    mouth: str
    numbers: tuple[int, ...]


def columns(lowest: int, highest: int) -> list[Column]:
    """Return every number from lowest to highest once, in order, under five faces.

    Raises ValueError for fewer numbers than faces.
    """
    numbers = range(lowest, highest + 1)
    if len(numbers) < len(MOUTHS):
        raise ValueError("fewer numbers than faces")
    each, over = divmod(len(numbers), len(MOUTHS))
    # What does not divide goes to the middle: the ends stay as wide as each other.
    sizes = [each] * len(MOUTHS)
    for place in (2, 1, 3, 0)[:over]:
        sizes[place] += 1
    found, at = [], 0
    for mouth, size in zip(MOUTHS, sizes, strict=True):
        found.append(Column(mouth, tuple(numbers[at : at + size])))
        at += size
    return found
