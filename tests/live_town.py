"""Fill the database of a live server with a small town; run by `tests.live` only.

python -m tests.live_town          (DICHTBIJ_DATABASE says which)
"""

from dichtbij import postgres
from tests.live import NOW

WEEKS = 6
PRACTICES = 2


def fill() -> None:
    """Play two small programmes, by the actions that the screens call."""
    import django

    django.setup()
    from dichtbij.demo.by_actions import play
    from dichtbij.demo.founding import found
    from dichtbij.demo.places import haarlem, kampen, small
    from dichtbij.demo.town import Plan, happenings
    from dichtbij.shared import clock

    with clock.at(NOW):
        day = clock.today()
        plans = [
            Plan(small(place, PRACTICES), day, (day,), weeks=WEEKS)
            for place in (kampen(), haarlem())
        ]
        play(found(plans), happenings(plans, clock.now()))


if __name__ == "__main__":
    postgres.ensure_running()
    try:
        fill()
    finally:
        postgres.leave()
