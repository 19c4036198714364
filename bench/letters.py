"""What does one letter cost as a PDF, beside the first one in a process?"""

import time

from bench.figures import figure, quantile
from dichtbij.network.letter_data import LETTER, checked
from dichtbij.shared import pdf
from tests.network.sample_letter import make_page

LETTERS = 100


def run() -> None:
    """Render the same invented letter a hundred times."""
    page = checked(make_page())
    times = []
    for _ in range(LETTERS + 1):
        start = time.perf_counter()
        pdf.render(LETTER, page)
        times.append((time.perf_counter() - start) * 1000)
    first, rest = times[0], times[1:]
    median = quantile(rest, 0.5)
    figure("first letter", first, "ms", n=1, versus="median", ratio=first / median)
    figure("letter median", median, "ms", n=len(rest))
    figure("letter p95", quantile(rest, 0.95), "ms", n=len(rest))
