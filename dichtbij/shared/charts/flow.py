"""How is it drawn who came in by which door and left by which?

Pure. Two columns and ribbons as wide as their number; each end has its name and number.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dichtbij.shared.charts.drawing import ASCENT, LINE, WIDTH, Canvas, wrapped
from dichtbij.shared.charts.figure import Caption, Figure, Say, Table, _, nothing
from dichtbij.shared.charts.numerals import dutch

FROM, TO, NUMBER = _("From"), _("To"), _("Number")
WORDS = 190.0  # room for a name
POST = 12.0  # how wide the end of a ribbon is
TALL = 260.0  # all ribbons together
BETWEEN = 12.0
TONES = ("accent", "good", "bad", "quiet", "ink")


@dataclass(frozen=True)
class Link:
    """So many that came from one and went to the other."""

    source: str
    target: str
    n: int


@dataclass(frozen=True)
class Flow:
    """All links; names stand in the order in which they first occur."""

    links: Sequence[Link]
    source_title: str
    target_title: str


@dataclass
class Post:
    """One end: how many pass, where it stands, and what of it is used."""

    n: int
    words: list[str]
    top: float = 0.0
    high: float = 0.0
    used: float = 0.0


def draw_flow(chart: Flow, caption: Caption, say: Say = str) -> Figure:
    """Return the figure of the flow. Raises ValueError for a negative number."""
    header = (chart.source_title, chart.target_title, say(NUMBER))
    links = [link for link in chart.links if link.n]
    if any(link.n < 0 for link in links):
        raise ValueError("a number of children is not negative")
    if not links:
        return nothing(caption, header, say)
    scale = TALL / sum(link.n for link in links)
    left = _posts([(link.source, link.n) for link in links])
    right = _posts([(link.target, link.n) for link in links])
    high = max(_stacked(left, scale), _stacked(right, scale))
    for posts in (left, right):
        _centre(posts, high)
    canvas = Canvas(high)
    canvas.text(
        0, ASCENT + 1, wrapped(chart.source_title, 300, 1)[0], "quiet", bold=True
    )
    canvas.text(
        WIDTH,
        ASCENT + 1,
        wrapped(chart.target_title, 300, 1)[0],
        "quiet",
        anchor="end",
        bold=True,
    )
    _ribbons(canvas, links, left, right, scale)
    _names(canvas, left, right)
    rows = tuple((link.source, link.target, dutch(link.n)) for link in links)
    return Figure(caption, canvas.svg(caption), Table(header, rows))


def _posts(ends: Sequence[tuple[str, int]]) -> dict[str, Post]:
    posts: dict[str, Post] = {}
    for name, n in ends:
        posts.setdefault(name, Post(0, [])).n += n
    for name, post in posts.items():
        post.words = wrapped(f"{name} {dutch(post.n)}", WORDS)
        if not post.words[-1].endswith(dutch(post.n)):
            post.words = [wrapped(name, WORDS, 1)[0], dutch(post.n)]
    return posts


def _stacked(posts: dict[str, Post], scale: float) -> float:
    """Place posts under each other with room for their words; return the height."""
    top = 2 * LINE
    for post in posts.values():
        post.high = max(1.5, post.n * scale)
        slot = max(post.high, len(post.words) * 17.0)
        post.top = top + (slot - post.high) / 2
        top += slot + BETWEEN
    return top


def _centre(posts: dict[str, Post], high: float) -> None:
    last = list(posts.values())[-1]
    slot = max(last.high, len(last.words) * 17.0)
    bottom = last.top + (last.high + slot) / 2 + BETWEEN
    for post in posts.values():
        post.top += (high - bottom) / 2


def _ribbons(
    canvas: Canvas,
    links: Sequence[Link],
    left: dict[str, Post],
    right: dict[str, Post],
    scale: float,
) -> None:
    order = {name: at for at, name in enumerate(right)}
    x1, x2 = WORDS + POST + 10, WIDTH - WORDS - POST - 10
    for source, post in left.items():
        own = [link for link in links if link.source == source]
        for link in sorted(own, key=lambda one: order[one.target]):
            wide = link.n * scale
            far = right[link.target]
            a, b = post.top + post.used, far.top + far.used
            tone = TONES[order[link.target] % len(TONES)]
            canvas.curve((x1, x2, a, b), (a + wide, b + wide), tone, 0.3)
            post.used += wide
            far.used += wide


def _names(canvas: Canvas, left: dict[str, Post], right: dict[str, Post]) -> None:
    for posts, x, anchor, edge in (
        (left, WORDS + 10, "end", WORDS + 4),
        (right, WIDTH - WORDS - 10 - POST, "start", WIDTH - WORDS - 4),
    ):
        for at, post in enumerate(posts.values()):
            tone = "ink" if posts is left else TONES[at % len(TONES)]
            canvas.box(x, post.top, x + POST, post.top + post.high, tone)
            middle = post.top + post.high / 2
            for line, words in enumerate(post.words):
                y = middle + 5 - (len(post.words) - 1) * 8 + line * 16
                canvas.text(edge, y, words, anchor=anchor)
