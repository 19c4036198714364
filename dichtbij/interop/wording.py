"""How does one say to a person what is wrong with a file, and with a row of it?"""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dichtbij.interop.rows import Problem, Row
from dichtbij.interop.sheets import LARGEST_BYTES, SheetProblem

FILES: dict[str, Any] = {
    "empty": gettext_lazy("There are no rows below the first one."),
    "too_large": gettext_lazy("This file is too large. At most %(megabytes)s MB."),
    "too_large_inside": gettext_lazy(
        "This file unpacks to far more than a list of rows. It is not opened."
    ),
    "macros": gettext_lazy("There are macros in this file. Save it without macros."),
    "password": gettext_lazy("This file has a password. Save it without one."),
    "old": gettext_lazy(
        "This is an old kind of spreadsheet. Save it as xlsx, ods or csv."
    ),
    "unreadable": gettext_lazy(
        "This is no xlsx, ods or csv, or it is damaged. Save it again as one of these."
    ),
    "encoding": gettext_lazy(
        "The letters of this file cannot be read. Save it as CSV UTF-8."
    ),
    "formula": gettext_lazy(
        "There is a formula in cell %(cell)s. Keep the values only, without formulas."
    ),
    "merged": gettext_lazy("Cell %(cell)s is merged with others. Split merged cells."),
    "far_away": gettext_lazy(
        "Cell %(cell)s lies far outside the list. Remove everything beside and below."
    ),
    "many_sheets": gettext_lazy(
        "This file has %(count)s sheets. Keep one, or name the right one %(name)s."
    ),
    "too_many_rows": gettext_lazy("There are more than %(most)s rows. Split the file."),
    "unknown_columns": gettext_lazy(
        "Row 1: these columns are not in the template: %(columns)s."
    ),
    "missing_columns": gettext_lazy("Row 1: these columns are missing: %(columns)s."),
    "twice_column": gettext_lazy("Row 1: column %(column)s is there twice."),
}
CELLS: dict[str, Any] = {
    "required": gettext_lazy("must be filled in"),
    "too_long": gettext_lazy("at most %(most)s characters"),
    "digits": gettext_lazy("must be %(count)s digits"),
    "whole": gettext_lazy("must be a whole number from %(lowest)s to %(highest)s"),
    "choice": gettext_lazy("must be one of: %(choices)s"),
    "day": gettext_lazy("must be a date: 2026-03-01 or 1-3-2026"),
    "time": gettext_lazy("must be a time: 09:00"),
    "quarter": gettext_lazy("must be a quarter: 2025 K1, or a day in it"),
    "not_over": gettext_lazy("is a quarter that is not over yet"),
    "more_referrals": gettext_lazy("is more than the youths of the practice"),
    "email": gettext_lazy("must be a mail address"),
    "brin": gettext_lazy("must be a school number: two digits and two letters"),
    "future": gettext_lazy("lies in the future"),
    "order": gettext_lazy("lies before the start"),
    "reason_without_end": gettext_lazy("has no day on which it was closed"),
    "twice": gettext_lazy("stands in row %(row)s of this file too"),
    "unknown_practice": gettext_lazy(
        "no practice of yours is called %(told)s or has that AGB code"
    ),
    "unknown_municipality": gettext_lazy("there is no municipality %(told)s"),
    "not_covered": gettext_lazy("%(told)s is no municipality of this programme"),
    "unknown_colleague": gettext_lazy("%(told)s is no practitioner of yours"),
    "more_youths": gettext_lazy("is less than the patients of 0 to 17"),
    "invite": gettext_lazy(
        "has no account here yet; let the project leader or the administrator invite"
    ),
}


def sheet_words(problem: SheetProblem) -> str:
    """Return why a file is not taken, in a sentence."""
    given = {"megabytes": LARGEST_BYTES // 1_000_000, **problem.where}
    given["cell"] = given.get("cell") or "?"
    return str(FILES[problem.code]) % given


def row_words(row: Row) -> list[str]:
    """Return what is wrong with a row, each with its row and column."""
    return [_one(row.number, problem) for problem in row.problems]


def cell_words(code: str, given: dict[str, Any]) -> str:
    """Return what a cell must be, or what is wrong with it."""
    return str(CELLS[code]) % given


def _one(number: int, problem: Problem) -> str:
    what = cell_words(problem.code, problem.given)
    if not problem.header:
        return _("Row %(row)s: %(what)s") % {"row": number, "what": what}
    column = f"{problem.letter} ({problem.header})" if problem.letter else ""
    return _("Row %(row)s, column %(column)s: %(what)s") % {
        "row": number,
        "column": column or problem.header,
        "what": what,
    }
