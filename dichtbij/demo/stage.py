"""What does the course of one case need of the town around it?"""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, TypeVar

from dichtbij.demo.diary import Diary
from dichtbij.demo.happenings import Happening, Time

Step = Callable[[datetime], None]
C = TypeVar("C", contravariant=True)  # the course itself, which knows its stage


class Stage(Protocol[C]):
    """What a course needs of the town around it."""

    slug: str
    diary: Diary

    def emit(self, happening: Happening) -> None:
        """Let something happen."""

    def later(self, at: datetime, key: str, step: Step) -> None:
        """Come back at a moment."""

    def promise(self, practice: str, at: datetime) -> tuple[int | None, int | None]:
        """Return the range of waiting days that a family is told."""

    def seen_first(self, course: C, at: datetime) -> None:
        """Note that a family was seen for the first time."""

    def booked(self, course: C, before: Time | None) -> None:
        """Note where a course stands in the diary now."""

    def writes(self, at: datetime, weeks_to_go: int) -> bool:
        """Tell whether a letter of that day is still of use to a visitor."""

    def comes_back(self, course: C, at: datetime) -> None:
        """Let a child come back later with a new referral."""
