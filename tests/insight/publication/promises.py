"""What breaks the promise of a release (H2)? Nothing, when it is sound."""

from collections.abc import Iterator

from dichtbij.insight.publication.tables import BASE, Scheme


def violations(scheme: Scheme, fitted, measured) -> list[str]:
    return [
        *_cells(scheme, fitted),
        *_margins(scheme, fitted),
        *_totals(scheme, fitted),
        *_distances(fitted, measured),
    ]


def _cells(scheme: Scheme, fitted) -> Iterator[str]:
    for table in scheme.tables:
        cells = fitted.tables[table.code]
        if set(cells) != {*table.cells(), *table.margins()}:
            yield f"{table.code} does not show every combination"
        for key, count in cells.items():
            if count < 0 or count % BASE:
                yield f"{table.code} {key}: {count}"


def _margins(scheme: Scheme, fitted) -> Iterator[str]:
    for table in scheme.tables:
        cells = fitted.tables[table.code]
        for key in table.margins():
            if cells[key] != sum(cells[one] for one in table.under(key)):
                yield f"{table.code} {key} does not add up"


def _totals(scheme: Scheme, fitted) -> Iterator[str]:
    for group, tables in scheme.groups().items():
        totals = {fitted.tables[table.code]["", ""] for table in tables}
        if len(totals) != 1:
            yield f"{group} has totals {totals}"


def _distances(fitted, measured) -> Iterator[str]:
    for (code, key), lines in measured.items():
        for value, _ in lines:
            if abs(fitted.tables[code][key] - max(value, 0)) > fitted.distance:
                yield f"{code} {key} is too far from {value}"
