"""How do trajectories from before come in? In bulk: the minimal record, no file.

Source: domain.md 3.2; ADR 0063.
"""

from collections.abc import Hashable, Iterable
from typing import Any

from dichtbij.interop.ground import WithPractices, find, municipalities
from dichtbij.interop.models import PastTrajectory
from dichtbij.interop.rows import Row
from dichtbij.organisations.models import Organisation
from dichtbij.programmes.models import Participation

BATCH = 2000  # rows per statement
FACTS = (
    "age_band", "sex", "municipality_id", "urgency", "referred_on",
    "first_contact_on", "first_consult_on", "themes", "contacts", "minutes",
    "no_shows", "closed_on", "close_reason", "outcome", "satisfaction",
    "without_help",
)  # fmt: skip


class Trajectories(WithPractices):
    """The minimal record of trajectories from before (domain.md 3.2)."""

    needs_employer = True

    def practices(self) -> Iterable[Organisation]:
        """Return the practices whose files the own employer keeps or kept."""
        kept = Participation.objects.filter(
            programme=self.ground.programme, holder=self.ground.employer
        )
        return Organisation.objects.filter(pk__in=kept.values("practice"))

    def prepare(self) -> None:
        """Read practices, municipalities and what was brought in before."""
        super().prepare()
        self.municipalities = municipalities()
        before = PastTrajectory.objects.filter(
            programme=self.ground.programme, holder=self.ground.employer
        ).values_list("practice_id", "source_key", *FACTS)
        self.before: dict[Hashable, tuple[Any, ...]] = {
            (one[0], one[1]): one[2:] for one in before.iterator()
        }

    def look(self, row: Row) -> None:
        """Find practice and municipality; empty becomes what the table keeps."""
        super().look(row)
        found = find(
            row,
            "municipality",
            "Woongemeente",
            self.municipalities,
            "unknown_municipality",
        )
        row.values["municipality_id"] = found.pk if found is not None else None
        for name in ("close_reason", "outcome", "without_help"):
            row.values[name] = row.values[name] or ""
        row.values["themes"] = row.values["themes"] or []

    def key(self, row: Row) -> Hashable:
        """Return the practice and what the source calls the row."""
        return row.values["practice"].pk, row.values["source_key"]

    def verdict(self, row: Row) -> str:
        """Compare each fact with what was brought in before."""
        known = self.before.get(self.key(row))
        if known is None:
            return "new"
        told = tuple(row.values[name] for name in FACTS)
        return "duplicate" if told == known else "update"

    def land(self, rows: list[Row]) -> None:
        """Write all at once; what was there under the same key is renewed."""
        PastTrajectory.objects.bulk_create(
            [
                PastTrajectory(
                    programme=self.ground.programme,
                    holder=self.ground.employer,
                    practice=row.values["practice"],
                    source_key=row.values["source_key"],
                    **{name: row.values[name] for name in FACTS},
                )
                for row in rows
            ],
            batch_size=BATCH,
            update_conflicts=True,
            unique_fields=["programme", "holder", "practice", "source_key"],
            update_fields=[name.removesuffix("_id") for name in FACTS],
        )
