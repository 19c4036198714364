"""Where does work of the night stand? In each practice, or at each employer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.utils.translation import override

from dichtbij.audit.doors import standing_at
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing


@contextmanager
def _standing(
    programme: int, *, holders: tuple[int, ...] = (), practices: tuple[int, ...] = ()
) -> Iterator[None]:
    """Stand as the system at one place, in the language of the installation."""
    place = Standing(
        user_id=User.objects.system().pk,
        role="system",
        programme_id=programme,
        holders=holders,
        practices=practices,
    )
    with standing_at(place), override(settings.LANGUAGE_CODE):
        yield


def in_each_practice(act: Callable[[Participation], None]) -> None:
    """Do it in each practice that takes part today, one after another."""
    for one in Participation.objects.on(clock.today()):
        with _standing(one.programme_id, practices=(one.practice_id,)):
            act(one)


def at_each_employer(act: Callable[[int, int], None]) -> None:
    """Do it at each employer that keeps or kept files, per programme, one by one.

    `act` takes the id of the programme and that of the employer.
    """
    pairs = Participation.objects.values_list("programme", "holder")
    for programme, holder in sorted(set(pairs)):
        with _standing(programme, holders=(holder,)):
            act(programme, holder)
