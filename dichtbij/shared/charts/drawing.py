"""How does a line, an area, a mark or a word become SVG?

Colours are classes, which a theme of a town may change, and attributes as well: so that
the same drawing prints in a PDF, where no stylesheet reaches. Text is never turned and
never scaled; its width is estimated on the wide side.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from dichtbij.shared.charts.figure import Caption, Svg

WIDTH = 640.0
SIZE = 14.0  # of text
LINE = 19.0  # from one line of text to the next
ASCENT, DESCENT = 11.0, 4.0  # of a line of text, from where it stands
TONES = {
    "ink": "#1c2430",
    "quiet": "#4f5b69",
    "rule": "#cfd6dc",
    "accent": "#0b6060",
    "tint": "#c6e0e0",
    "wash": "#e3f0f0",
    "good": "#1a5fa8",
    "bad": "#a84300",
    "warm": "#f6d5bd",
    "paper": "#ffffff",
}
DASHES = {"solid": "", "dash": "7 4", "dot": "2 4", "mixed": "9 3 2 3"}
# A mark around the origin, as the path of a drawing.
MARKS = {
    "circle": "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0 -8.4 0z",
    "square": "M-4.4 -4.4h8.8v8.8h-8.8z",
    "diamond": "M0 -6.2L6.2 0L0 6.2L-6.2 0z",
    "triangle": "M0 -6L5.6 4.4H-5.6z",
    "down": "M-5.6 -4.4H5.6L0 6z",
}
# How wide letters of Noto Sans are, in widths of a line of text; the widest of a group.
GROUPS = (
    (" ijl.,:;!'\N{MIDDLE DOT}\N{RIGHT SINGLE QUOTATION MARK}", 0.28),
    ("()-[]J", 0.34),
    ('tfrI/"', 0.46),
    ("scz?_\N{EN DASH}", 0.51),
    ("GDUHN&wOQ%", 0.84),
    ("mMW@½…", 0.95),
)
USUAL, UNKNOWN = 0.65, 1.0  # other Latin letters and numbers; other scripts
SIGNS = "€≤≥\N{MINUS SIGN}"


def width_of(words: str, *, bold: bool = False) -> float:
    """Return how wide a text will be at most, in units of the drawing."""
    em = sum(_em(letter) for letter in words)
    return em * SIZE * (1.05 if bold else 1.0)


def _em(letter: str) -> float:
    for group, em in GROUPS:
        if letter in group:
            return em
    return USUAL if ord(letter) < 0x250 or letter in SIGNS else UNKNOWN


def shortened(words: str, room: float, *, bold: bool = False) -> str:
    """Return the text, cut off with an ellipsis if it is wider than the room."""
    if width_of(words, bold=bold) <= room:
        return words
    kept = words
    while kept and width_of(kept + "…", bold=bold) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def wrapped(words: str, room: float, most: int = 2) -> list[str]:
    """Return the text over at most so many lines, the last one cut off if need be."""
    lines: list[str] = []
    for word in words.split():
        full = len(lines) == most
        if lines and (full or width_of(f"{lines[-1]} {word}") <= room):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return [shortened(line, room) for line in lines] or [""]


def told_apart(names: Sequence[str]) -> list[str]:
    """Return names without the first words that most of them share.

    Where room is short, "Huisartsenpraktijk" before each name leaves none for the rest.
    """
    words = [name.split() for name in names]
    while True:
        firsts = Counter(one[0] for one in words if len(one) > 1)
        shared = {word for word, count in firsts.items() if 2 * count > len(words)}
        if len(words) < 2 or not shared:
            return [" ".join(one) for one in words]
        words = [one[1:] if len(one) > 1 and one[0] in shared else one for one in words]


def number(value: float) -> str:
    """Return a place as SVG wants it: a point, at most one decimal."""
    return f"{round(value, 1) + 0.0:g}"


class Canvas:
    """A sheet on which things are drawn, from the top left."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self.width, self.height = width, height
        self.parts: list[str] = []

    def line(
        self,
        places: Sequence[tuple[float, float]],
        tone: str = "ink",
        *,
        wide: float = 1.5,
        dash: str = "solid",
    ) -> None:
        """Draw a line through places."""
        if len(places) < 2:
            return
        dashes = f' stroke-dasharray="{DASHES[dash]}"' if DASHES[dash] else ""
        self.parts.append(
            f'<path class="s-{tone}" d="{_path(places)}" fill="none" '
            f'stroke="{TONES[tone]}" stroke-width="{number(wide)}"{dashes}/>'
        )

    def area(
        self,
        places: Sequence[tuple[float, float]],
        tone: str,
        *,
        edge: str = "",
        seen: float = 1.0,
    ) -> None:
        """Fill what places enclose; `edge` is the tone of a thin line around it."""
        around = f' stroke="{TONES[edge]}" stroke-width="1"' if edge else ""
        classes = f"f-{tone} s-{edge}" if edge else f"f-{tone}"
        through = f' fill-opacity="{seen:g}"' if seen < 1 else ""
        self.parts.append(
            f'<path class="{classes}" d="{_path(places)}z" fill="{TONES[tone]}"'
            f"{through}{around}/>"
        )

    def curve(
        self, top: Sequence[float], bottom: Sequence[float], tone: str, seen: float
    ) -> None:
        """Fill a ribbon between two sides: x1, x2, and y at both for either edge."""
        x1, x2, y1, y2 = top
        b1, b2 = bottom
        half = (x1 + x2) / 2
        d = (
            f"M{number(x1)} {number(y1)}C{number(half)} {number(y1)} "
            f"{number(half)} {number(y2)} {number(x2)} {number(y2)}V{number(b2)}"
            f"C{number(half)} {number(b2)} {number(half)} {number(b1)} "
            f"{number(x1)} {number(b1)}z"
        )
        self.parts.append(
            f'<path class="f-{tone}" d="{d}" fill="{TONES[tone]}" '
            f'fill-opacity="{seen:g}"/>'
        )

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        tone: str,
        **how: str,
    ) -> None:
        """Fill a rectangle."""
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        self.area(corners, tone, edge=how.get("edge", ""))

    def mark(
        self, shape: str, x: float, y: float, tone: str, *, hollow: bool = False
    ) -> None:
        """Draw a mark at a place; a hollow one is white inside."""
        fill = "paper" if hollow else tone
        self.parts.append(
            f'<path class="f-{fill} s-{tone}" d="{MARKS[shape]}" '
            f'transform="translate({number(x)} {number(y)})" fill="{TONES[fill]}" '
            f'stroke="{TONES[tone]}" stroke-width="1.5"/>'
        )

    def ring(self, x: float, y: float, radius: float, tone: str) -> None:
        """Draw a circle that is white inside."""
        self.parts.append(
            f'<circle class="f-paper s-{tone}" cx="{number(x)}" cy="{number(y)}" '
            f'r="{number(radius)}" fill="{TONES["paper"]}" stroke="{TONES[tone]}" '
            f'stroke-width="1.5"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        tone: str = "ink",
        *,
        anchor: str = "start",
        bold: bool = False,
        halo: bool = False,
    ) -> None:
        """Write a text that stands on y and starts, centres or ends at x.

        A halo keeps it readable over the lines of a plot.
        """
        if halo:
            around = ' paint-order="stroke" stroke="#ffffff" stroke-width="4"'
            classes = f"f-{tone} s-paper"
        else:
            around, classes = "", f"f-{tone}"
        side = "" if anchor == "start" else f' text-anchor="{anchor}"'
        weight = ' font-weight="600"' if bold else ""
        self.parts.append(
            f'<text class="{classes}" x="{number(x)}" y="{number(y)}"{side}{weight} '
            f'fill="{TONES[tone]}"{around}>{escape(words)}</text>'
        )

    def svg(self, caption: Caption) -> Svg:
        """Return the sheet with its title and, as description, its sentence."""
        key = quoteattr(f"{caption.key}-title"), quoteattr(f"{caption.key}-desc")
        size = f'width="{number(self.width)}" height="{number(self.height)}"'
        both = quoteattr(f"{caption.key}-title {caption.key}-desc")
        return Svg(
            f'<svg xmlns="http://www.w3.org/2000/svg" class="drawn" '
            f'viewBox="0 0 {number(self.width)} {number(self.height)}" {size} '
            f'role="img" aria-labelledby={both} '
            f'font-family="Noto Sans, sans-serif" font-size="{number(SIZE)}">'
            f"<title id={key[0]}>{escape(caption.title)}</title>"
            f"<desc id={key[1]}>{escape(caption.sentence)}</desc>"
            f"{''.join(self.parts)}</svg>"
        )


def _path(places: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in places)
