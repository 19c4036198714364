"""How good are the data, what can a report not show, and what can be chosen next?"""

from typing import Any

from django.utils.translation import gettext as _

from dichtbij.evaluation.parts import Grid, Section, day, decimal
from dichtbij.evaluation.wording import euros
from dichtbij.insight.baseline import REASONS
from dichtbij.insight.models import QuarterlyReturn

Numbers = dict[str, Any]


def quality(numbers: Numbers) -> Section:
    """Return which figures the report speaks of, and how complete they are."""
    found, outcomes = numbers["returns"], numbers["outcomes"]
    lines = [
        _(
            "Counts are published figures: multiples of five. Each number in this "
            "report may differ by %(distance)s at most from what was counted with "
            "noise. Below ten nobody sees which number it is."
        )
        % {"distance": numbers["distance"]}
    ]
    if outcomes is not None:
        lines.append(_known(outcomes["missing_percent"]))
    lines.append(_returned(found))
    for reason, count in found["left_out"]:
        lines.append(f"{REASONS[reason]} ({count} x)")
    grid = Grid(
        _("Published figures that this report speaks of"),
        (_("From"), _("Until and including"), _("Mark")),
        tuple(
            (day(one["starts_on"]), day(one["ends_on"]), one["sha256"][:16])
            for one in numbers["releases"]
        ),
    )
    return Section("quality", _("Quality of the data"), tuple(lines), grids=(grid,))


def _known(missing_percent: int) -> str:
    if not missing_percent:
        return _("Of (nearly) all closed trajectories it is known how they ended.")
    words = _("Of %(percent)s%% of the closed trajectories the end is not known.")
    return words % {"percent": missing_percent}


def _returned(found: Numbers) -> str:
    if not found["returns"]:
        return _("No practice returned its referrals.")
    suppliers = ", ".join(
        f"{QuarterlyReturn.Supplier(code).label} ({count})"
        for code, count in found["suppliers"]
    )
    told = {
        "returns": found["returns"],
        "practices": found["practices"],
        "suppliers": suppliers,
        "incomplete": found["incomplete"],
        "corrected": found["corrected"],
    }
    return (
        _(
            "%(returns)s quarterly returns of %(practices)s practices, given by: "
            "%(suppliers)s."
        )
        % told
    ) + f" {_flaws(told)}"


def _flaws(told: Numbers) -> str:
    if not told["incomplete"] and not told["corrected"]:
        return _("All cover their whole quarter, and none was corrected later.")
    words = _(
        "Of these %(incomplete)s do not cover the whole quarter and %(corrected)s were "
        "corrected."
    )
    return words % told


def limits(numbers: Numbers) -> Section:
    """Return what this evaluation cannot show, always printed."""
    lines = [
        _(
            "Practices chose to take part. Those that did may differ from those that "
            "did not."
        ),
        _(
            "Where help is nearer, children are found who were not found before. More "
            "children in help is not a failure, and fewer referrals are not an aim in "
            "themselves."
        ),
        _("Whether less was needed years later cannot be seen in so short a time."),
        _(
            "Whether waiting for specialised help grew shorter was not measured, and "
            "neither was whether worse was prevented."
        ),
    ]
    if numbers["effect"]["status"] != "estimated":
        lines.insert(
            0, _("Whether the number of referrals changed is not answered here.")
        )
    if not numbers["effect"]["final"]:
        lines.insert(0, _("This is an interim position: nothing was tested."))
    return Section("limits", _("What this evaluation cannot show"), tuple(lines))


def options(numbers: Numbers) -> Section:
    """Return what can be chosen next, each with its cost and what it teaches."""
    cost = numbers["saving"]["cost_euros"]
    yearly = _("not known") if cost is None else euros(cost)
    rows = (
        (_("Stop"), euros(0), _("Running help is finished or handed over.")),
        (_("Extend, with practices that start in turns"), yearly, _learned(numbers)),
        (_("Make it structural"), yearly, _("Nothing more is learned from comparing.")),
    )
    grid = Grid(
        _("Options"),
        (_("Choice"), _("Cost in a year"), _("What it means")),
        rows,
    )
    lines = [_("The choice is made by the municipality together with the practices.")]
    wrong = numbers["saving"].get("wrong_now")
    if wrong is not None and numbers["effect"]["final"]:
        lines.append(_wrong(numbers["saving"]))
    return Section("options", _("Options"), tuple(lines), grids=(grid,))


def _learned(numbers: Numbers) -> str:
    after = numbers["saving"].get("wrong_after")
    if after is None:
        return _("Practices that start later show what happens without the help.")
    words = _("After a year more the chance of a wrong choice is about %(after)s%%.")
    return words % {"after": _sure(after)}


def _wrong(saving: Numbers) -> str:
    words = _(
        "If one only looks at money, the chance that the choice is wrong is now about "
        "%(now)s%%."
    )
    return words % {"now": _sure(saving["wrong_now"])}


def _sure(chance: float) -> str:
    """Return a chance of being wrong in percent; never 0, for nothing is that sure."""
    return decimal(max(1, 100 * chance), 0)
