"""Where do rows land, and what do all kinds of spreadsheet share in landing?

`judge` sets the verdicts with a fixed number of questions to the database; `land`
writes the sound rows, by the acts of the domain that owns them.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.utils.translation import gettext as _

from dichtbij.interop.rows import Problem, Row
from dichtbij.organisations.models import Municipality, Organisation, User
from dichtbij.programmes.models import ListedPractice, Programme
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission


@dataclass(frozen=True)
class Ground:
    """Where rows land: the programme, the employer one works for if any, and who."""

    programme: Programme
    employer: Organisation | None
    by: User


class Landing:
    """What all kinds share."""

    permission: ClassVar[Permission] = Permission.IMPORT_RUN
    needs_employer: ClassVar[bool] = False

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def judge(self, rows: list[Row]) -> None:
        """Give each row its verdict."""
        self.prepare()
        seen: dict[Hashable, int] = {}
        for row in rows:
            if row.sound:
                self.look(row)
            if row.sound:
                first = seen.setdefault(self.key(row), row.number)
                if first != row.number:
                    row.problems.append(Problem("twice", given={"row": first}))
            row.verdict = self.verdict(row) if row.sound else "error"

    def prepare(self) -> None:
        """Read what is known, once for all rows."""

    def look(self, row: Row) -> None:
        """Find what a row names; note as problems what is not known here."""

    def key(self, row: Row) -> Hashable:
        """Return what makes two rows the same thing."""
        raise NotImplementedError

    def verdict(self, row: Row) -> str:
        """Return new, update or duplicate."""
        raise NotImplementedError

    def land(self, rows: list[Row]) -> None:
        """Write these rows, which are new or an update. Raises Refused with the row."""
        for row in rows:
            try:
                self.land_one(row)
            except Refused as refusal:
                told = {"row": row.number, "what": refusal}
                raise Refused(_("Row %(row)s: %(what)s") % told) from refusal

    def land_one(self, row: Row) -> None:
        """Write one row by the act of the domain that owns it."""
        raise NotImplementedError


def municipalities() -> dict[str, Municipality]:
    """Return every municipality, by name in small letters and by code."""
    found: dict[str, Municipality] = {}
    for one in Municipality.objects.all():
        found[one.name.lower()] = found[one.code] = one
    return found


def find(
    row: Row, key: str, header: str, known: dict[str, Any], code: str
) -> Any | None:
    """Return what a cell names, or note that it is not known."""
    told = row.values.get(key)
    if told is None:
        return None
    found = known.get(" ".join(str(told).split()).lower())
    if found is None:
        row.problems.append(Problem(code, header, given={"told": told}))
    return found


class WithPractices(Landing):
    """Rows that name a practice of the programme, by name or AGB code."""

    def practices(self) -> Iterable[Organisation]:
        """Return the practices that may be named."""
        listed = ListedPractice.objects.filter(programme=self.ground.programme)
        return Organisation.objects.filter(pk__in=listed.values("practice"))

    def prepare(self) -> None:
        """Read the practices by name and by code; a code of two names none."""
        self.known: dict[str, Organisation] = {}
        codes: dict[str, list[Organisation]] = {}
        for one in self.practices():
            self.known[one.name.lower()] = one
            codes.setdefault(one.agb_code, []).append(one)
        self.known |= {c: found[0] for c, found in codes.items() if len(found) == 1}

    def look(self, row: Row) -> None:
        """Find the practice."""
        found = find(row, "practice", "Praktijk", self.known, "unknown_practice")
        row.values["practice"] = found
