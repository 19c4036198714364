"""A release of small invented tables, for tests of those who read it."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from itertools import product

from dichtbij.insight.models import Release, ReleaseCell
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock


def release(
    programme: Programme,
    starts_on: date,
    ends_on: date,
    tables: Mapping[str, Mapping[str | tuple[str, str], int]],
) -> Release:
    """Write a release; its margins are added up here. No tables: it is withheld."""
    last = Release.objects.filter(programme=programme).order_by("-ends_on").first()
    scheme = {}
    cells = []
    for table, given in tables.items():
        inner = {k if isinstance(k, tuple) else (k, ""): n for k, n in given.items()}
        rows = list(dict.fromkeys(row for row, _ in inner))
        columns = list(dict.fromkeys(column for _, column in inner if column))
        scheme[table] = {"rows": rows, "columns": columns}
        for row, column in product(["", *rows], ["", *columns]):
            count = sum(
                n for (r, c), n in inner.items() if row in ("", r) and column in ("", c)
            )
            cells.append((table, row, column, count))
    made = Release.objects.create(
        programme=programme,
        starts_on=starts_on,
        ends_on=ends_on,
        withheld=not tables,
        manifest={"tables": scheme, "order": list(scheme)},
        sha256=sha256(repr((starts_on, cells)).encode()).hexdigest(),
        previous=last.sha256 if last else "",
        made_at=clock.now(),
    )
    ReleaseCell.objects.bulk_create(
        ReleaseCell(release=made, table=t, row=r, column=c, count=n)
        for t, r, c, n in cells
    )
    return made
