"""Releases of known cells, on which every number of the pages can be checked."""

from datetime import date

from tests.released import release

INTAKE = {
    ("0-3", "1"): 20, ("0-3", "2"): 15, ("4-7", "1"): 60, ("4-7", "2"): 55,
    ("8-11", "1"): 70, ("8-11", "2"): 45, ("12-15", "1"): 20, ("12-15", "2"): 20,
    ("16-17", "1"): 5, ("16-17", "2"): 0,
}  # fmt: skip
ACCESS = {
    "0-5": 40, "6-10": 75, "11-15": 60, "16-20": 30, "21+": 15, "left": 20,
    "waiting": 5,
}  # fmt: skip
OUTCOMES = {
    "solved": 105, "light_other": 15, "wijkteam": 10, "basis_ggz": 10,
    "specialist": 30, "no_contact": 10, "moved": 10, "aged_out": 5, "other": 0,
    "missing": 5,
}  # fmt: skip
TABLES = {"intake": INTAKE, "access": ACCESS, "outcomes": OUTCOMES}
BEFORE = {"intake": {("4-7", "1"): 100, ("4-7", "2"): 90}, "outcomes": {"solved": 25}}


def two_releases(programme):
    """Return the older and the newer release of a programme by half-years."""
    type(programme).objects.filter(pk=programme.pk).update(publication_months=6)
    programme.refresh_from_db()
    older = release(programme, date(2025, 1, 1), date(2025, 6, 30), BEFORE)
    newer = release(programme, date(2025, 7, 1), date(2025, 12, 31), TABLES)
    return older, newer


def sums(tables):
    """Return each number that a sum or percentage of these cells can be."""
    found = {"0"}
    for cells in tables.values():
        keys = list(cells)
        numbers = {cells[key] for key in keys}
        rows = {k[0] if isinstance(k, tuple) else k for k in keys}
        columns = {k[1] for k in keys if isinstance(k, tuple)}
        for row in rows:
            numbers.add(sum(n for k, n in cells.items() if row in (k, k[0])))
        for column in columns:
            numbers.add(sum(n for k, n in cells.items() if k[1] == column))
        numbers.add(sum(cells.values()))
        found |= {str(n) for n in numbers}
    return found
