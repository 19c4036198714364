"""Fill the database of a live server with a small town; run by `tests.live` only.

python -m tests.live_town          (DICHTBIJ_DATABASE says which)
"""

from dichtbij import postgres
from tests.live import NOW

SCALE, WEEKS = 0.1, 30  # three practices in Haarlem, waiting times of 26 weeks


def fill() -> None:
    """Write the demo town as it stood at the told moment, small."""
    import django

    django.setup()
    from dichtbij.demo.loading import load_town
    from dichtbij.demo.looking_back import look_back
    from dichtbij.shared import clock

    with clock.at(NOW):
        look_back(load_town(scale=SCALE, weeks=WEEKS))


if __name__ == "__main__":
    postgres.ensure_running()
    try:
        fill()
    finally:
        postgres.leave()
