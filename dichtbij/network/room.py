"""How is little room divided over texts, and where is a long one cut?"""

import textwrap

CUT = "…"


def shares(lengths: list[int], room: int) -> list[int]:
    """Divide the room: nobody more than needed, the long ones equally."""
    given = [0] * len(lengths)
    by_length = sorted(range(len(lengths)), key=lengths.__getitem__)
    for done, which in enumerate(by_length):
        given[which] = min(lengths[which], room // (len(lengths) - done))
        room -= given[which]
    return given


def deal(needs: list[int], room: int) -> list[int]:
    """Deal whole lines one by one: everyone gets a first before anyone a second."""
    given = [0] * len(needs)
    while room > 0 and given != needs:
        for which, need in enumerate(needs):
            if given[which] < need and room > 0:
                given[which], room = given[which] + 1, room - 1
    return given


def fit(text: str, room: int) -> str:
    """Return the text, or as many whole words of it as fit with "…" behind them."""
    if len(text) <= room:
        return text
    head = text[: max(room - len(CUT), 0)]
    if not text[len(head) :].startswith(" ") and " " in head:
        head = head.rpartition(" ")[0]
    return (head.rstrip(" ,;:.-") + CUT)[:room]


def lines_of(text: str, width: int) -> int:
    """Return how many lines of `width` characters the text takes."""
    return sum(max(1, len(_wrapped(line, width))) for line in text.split("\n"))


def fit_lines(text: str, lines: int, width: int) -> str:
    """Return one paragraph, or the words of it that fit on so many lines."""
    wrapped = _wrapped(text, width)
    if len(wrapped) <= lines:
        return " ".join(wrapped)
    kept = wrapped[:lines]
    last = kept[-1]
    if len(last) + len(CUT) > width:
        last = last[: width - len(CUT)].rpartition(" ")[0] or last[: width - 1]
    return " ".join([*kept[:-1], last.rstrip(" ,;:.-") + CUT])


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)
