"""What does a report say about money? Both sides: paid here, not paid elsewhere.

Prices are what people gave, with their source. Source: science.md 4.9.
"""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dichtbij.evaluation.figures_results import swings_figure
from dichtbij.evaluation.parts import Grid, Section, decimal, texts_of
from dichtbij.evaluation.referrals_words import said_of
from dichtbij.evaluation.wording import Saving, euros, of_saving, rounded

Numbers = dict[str, Any]

WHY: dict[str, Any] = {
    "no_estimate": gettext_lazy(
        "Without an estimate of the number of referrals there is no amount to count "
        "with on the other side."
    ),
    "not_attributed": gettext_lazy(
        "The difference in referrals is not attributed to the help, so no amount may "
        "rest on it."
    ),
    "interim": gettext_lazy(
        "This is an interim position: what fewer referrals would yield is computed at "
        "the end only."
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
        low_euros=rounded(found["low_euros"]),
        mean_euros=rounded(found["mean_euros"]),
        high_euros=rounded(found["high_euros"]),
    )


def budget(numbers: Numbers) -> Section:
    """Return both sides of the budget of a year."""
    found = numbers["saving"]
    lines = [*texts_of(of_saving(saving_in(numbers), said_of(numbers)))]
    if found["reason"]:
        lines.append(str(WHY[found["reason"]]))
    else:
        lines.append(_("Estimated amounts are in hundreds or thousands of euros."))
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
    drawn = swings_figure(numbers)
    return Section(
        "budget",
        _("Effect on the budget"),
        tuple(lines),
        (drawn,) if drawn else (),
        (grid,),
    )


def _chance(chance: float) -> str:
    """Return the chance in words; never 0 or 100%, for nothing is that sure."""
    if chance < 0.01:
        return _("chance above zero: less than 1%%") % {}
    if chance > 0.99:
        return _("chance above zero: more than 99%%") % {}
    return _("chance above zero: %(chance)s%%") % {"chance": round(100 * chance)}


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
        "low": euros(rounded(found["low_euros"] + cost)),
        "high": euros(rounded(found["high_euros"] + cost)),
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
            % {
                "low": euros(rounded(found["low_euros"])),
                "high": euros(rounded(found["high_euros"])),
            },
            _chance(found["chance"]),
        ),
    ]
