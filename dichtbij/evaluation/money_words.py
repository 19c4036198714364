"""What does a report say about money? Both sides: paid here, not paid elsewhere.

Prices are what people gave, with their source. Source: science.md 4.9.
"""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dichtbij.evaluation.parts import Grid, Section, decimal, texts_of
from dichtbij.evaluation.referrals_words import said_of
from dichtbij.evaluation.wording import Saving, euros, of_saving

Numbers = dict[str, Any]

WHY: dict[str, Any] = {
    "no_estimate": gettext_lazy(
        "Without an estimate of the number of referrals there is no amount to count "
        "with on the other side."
    ),
    "no_price": gettext_lazy(
        "Nobody gave a price of a referral with its source, so there is no amount on "
        "the other side."
    ),
    "no_cost": gettext_lazy(
        "What the help costs in a year was not given, and fewer than three statements "
        "of hours were settled."
    ),
}


def saving_in(numbers: Numbers) -> Saving | None:
    """Return what a year yields, or None when there is no amount."""
    found = numbers["saving"]
    if found["reason"]:
        return None
    return Saving(
        chance=found["chance"],
        break_even_percent=found["break_even_percent"],
        low_euros=found["low_euros"],
        mean_euros=found["mean_euros"],
        high_euros=found["high_euros"],
    )


def budget(numbers: Numbers) -> Section:
    """Return both sides of the budget of a year."""
    found = numbers["saving"]
    lines = [*texts_of(of_saving(saving_in(numbers), said_of(numbers)))]
    if found["reason"]:
        lines.append(str(WHY[found["reason"]]))
    lines.append(
        _(
            "Not in euros, and not to be forgotten: waiting, what families and schools "
            "say, children who are now helped and were not before, and work that moves "
            "to the local team."
        )
    )
    grid = Grid(
        _("Both sides of a year"),
        (_("Side"), _("Amount"), _("Where it comes from")),
        (_paid(found), *_not_paid(found)),
    )
    return Section("budget", _("Effect on the budget"), tuple(lines), grids=(grid,))


def _paid(found: Numbers) -> tuple[str, str, str]:
    side = _("Paid for the help")
    if found["cost_euros"] is None:
        return side, _("not known"), "-"
    source = found["cost_source"]
    if source == "statements":
        source = _("settled statements of hours, counted to a year")
    return side, euros(found["cost_euros"]), source or _("no source given")


def _not_paid(found: Numbers) -> list[tuple[str, str, str]]:
    side = _("Not paid elsewhere")
    if found["reason"]:
        return [(side, _("not known"), "-")]
    cost = found["cost_euros"]
    told = {
        "low": euros(found["low_euros"] + cost),
        "high": euros(found["high_euros"] + cost),
    }
    n = decimal(found["referrals_a_year"], 0)
    price = {
        "n": n,
        "price": euros(found["price_euros"]),
        "source": found["price_source"] or _("no source given"),
    }
    return [
        (
            side,
            _("%(low)s to %(high)s") % told,
            _("%(n)s referrals a year at %(price)s (%(source)s)") % price,
        ),
        (
            _("Difference"),
            _("%(low)s to %(high)s")
            % {"low": euros(found["low_euros"]), "high": euros(found["high_euros"])},
            _("chance above zero: %(chance)s%%")
            % {"chance": round(100 * found["chance"])},
        ),
    ]
