"""In which words and units does an indicator say what it counts?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

# Fewer give no share inside the provider, but the counts. Source: science.md 4.12
MINIMUM = 10


class Unit(StrEnum):
    """What a value is told in."""

    PERCENT = "percent"
    PER_1000_A_YEAR = "per_1000_a_year"
    HOURS_PER_1000 = "hours_per_1000"
    GRADE = "grade"
    CONSULTS = "consults"
    DAYS = "days"
    CENTS = "cents"


UNITS: dict[str, Any] = {
    Unit.PERCENT: _("percent"),
    Unit.PER_1000_A_YEAR: _("per 1,000 youths a year"),
    Unit.HOURS_PER_1000: _("hours per 1,000 youths"),
    Unit.GRADE: _("grade from 1 to 10"),
    Unit.CONSULTS: _("contacts"),
    Unit.DAYS: _("days"),
    Unit.CENTS: _("euros"),
}


class Theme(StrEnum):
    """What part of the promise an indicator tells of."""

    OUTCOME = "outcome"
    EXPERIENCE = "experience"
    ACCESS = "access"
    USE = "use"
    QUALITY = "quality"


THEMES: dict[str, Any] = {
    Theme.OUTCOME: _("How help ended"),
    Theme.EXPERIENCE: _("What families say"),
    Theme.ACCESS: _("How soon families were met"),
    Theme.USE: _("Use, reach and cost"),
    Theme.QUALITY: _("How good the data are"),
}


@dataclass(frozen=True)
class Indicator:
    """One definition in one version; texts are translated when they are read.

    `minimum` is the smallest n that gives a value; `higher` tells what is wanted:
    "better", "worse", or "" when neither is.
    """

    code: str
    theme: Theme
    name: Any
    text: Any
    example: Any
    numerator: Any
    denominator: Any
    exclusions: Any
    unit: Unit
    source: str
    higher: str = ""
    minimum: int = MINIMUM
    version: int = 1

    @property
    def unit_words(self) -> Any:
        """Return the unit in words."""
        return UNITS[self.unit]

    @property
    def unit_beside(self) -> Any:
        """Return the unit in words, unless the value itself says it: 47%, € 475."""
        return "" if self.unit in (Unit.PERCENT, Unit.CENTS) else UNITS[self.unit]

    @property
    def theme_words(self) -> Any:
        """Return the theme in words."""
        return THEMES[self.theme]
