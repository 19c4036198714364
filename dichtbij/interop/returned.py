"""How do quarterly returns come in? By the acts; a change is a new line."""

from collections.abc import Hashable
from typing import Any

from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import last_day
from dichtbij.insight.returning import (
    PracticeQuarter,
    Told,
    correct_return,
    give_return,
)
from dichtbij.interop.ground import WithPractices
from dichtbij.interop.rows import Problem, Row
from dichtbij.programmes.models import ListedPractice
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

FACTS = ("referrals", "youths", "supplier", "source", "complete_percent")


class Returns(WithPractices):
    """Referrals per practice and quarter, taking part or not (R32)."""

    permission = Permission.RETURN_WRITE

    def prepare(self) -> None:
        """Read practices and the returns that hold now."""
        super().prepare()
        listed = ListedPractice.objects.filter(programme=self.ground.programme)
        self.listed = {one.practice_id: one for one in listed}
        given = QuarterlyReturn.objects.filter(programme=self.ground.programme)
        self.given: dict[Hashable, QuarterlyReturn] = {
            (one.practice_id, one.quarter_on): one for one in given.current()
        }

    def look(self, row: Row) -> None:
        """Find the practice; a quarter is over, and referrals are not above youths."""
        super().look(row)
        told = row.values
        told["supplier"] = told["supplier"] or QuarterlyReturn.Supplier.PRACTICE
        if told["complete_percent"] is None:
            told["complete_percent"] = 100
        if last_day(told["quarter_on"]) >= clock.today():
            row.problems.append(Problem("not_over", "Kwartaal"))
        if told["referrals"] > told["youths"]:
            row.problems.append(Problem("more_referrals", "Verwijzingen"))

    def key(self, row: Row) -> Hashable:
        """Return practice and quarter."""
        return row.values["practice"].pk, row.values["quarter_on"]

    def facts(self, row: Row) -> dict[str, Any]:
        """Return what the row says of its quarter."""
        return {name: row.values[name] for name in FACTS}

    def verdict(self, row: Row) -> str:
        """Compare each fact with the return that holds now."""
        known = self.given.get(self.key(row))
        if known is None:
            return "new"
        told = self.facts(row).items()
        same = all(getattr(known, name) == value for name, value in told)
        return "duplicate" if same else "update"

    def land_one(self, row: Row) -> None:
        """Give the quarter, or put a line in the place of the one that holds."""
        known, told = self.given.get(self.key(row)), Told(**self.facts(row))
        if known is not None:
            correct_return(given=known, by=self.ground.by, told=told)
            return
        place = PracticeQuarter(
            self.listed[row.values["practice"].pk], row.values["quarter_on"]
        )
        give_return(place=place, by=self.ground.by, told=told)
