"""What does a report say about the number of referrals, and about practices?

What could be seen at all, then the trend before the start, then the estimate; or the
plain sentence of what cannot be said and why. Source: science.md 4.8, 4.14.
"""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dichtbij.evaluation.figures import funnel_figure, rates_figure
from dichtbij.evaluation.figures_results import course_figure, series_figure
from dichtbij.evaluation.parts import (
    Grid,
    Section,
    decimal,
    period,
    texts_of,
    thousands,
)
from dichtbij.evaluation.wording import Estimate, Look, Said, of_effect, signed

Numbers = dict[str, Any]

# Why the number of referrals cannot be judged.
WHY: dict[str, Any] = {
    "no_returns": gettext_lazy(
        "Practices did not return how many children their GPs referred before and "
        "after the start. Without those numbers no effect is estimated."
    ),
    "nobody_treated": gettext_lazy(
        "No practice that returned its referrals had started in this period."
    ),
    "no_comparison": gettext_lazy(
        "There are fewer than two practices without the help that returned their "
        "referrals, so there is nothing to compare with."
    ),
    "no_effect_cell": gettext_lazy(
        "No quarter after the start can be compared with practices without the help."
    ),
    "too_few_events": gettext_lazy(
        "There are too few referrals to compute what difference could be shown."
    ),
    "nothing_expected": gettext_lazy(
        "Before the start these practices referred nobody, so nothing can be expected."
    ),
    "no_rows": gettext_lazy("None of the returns can be used."),
}
LEAST_TIMES = 0.05  # less is printed as nought
OTHER = gettext_lazy("The returns do not allow a comparison.")
LEFT_OUT: dict[str, Any] = {
    "no_untreated_unit": gettext_lazy("quarters without any practice to compare with"),
    "one_untreated_unit": gettext_lazy("quarters with one practice to compare with"),
    "no_events": gettext_lazy("quarters without any referral to compare with"),
    "no_untreated_period": gettext_lazy("practices without a quarter before the start"),
    "treated_from_first_period": gettext_lazy(
        "practices that had started before the first quarter"
    ),
    "not_linked": gettext_lazy("quarters or practices that nothing links to the rest"),
}
LEFT_OUT_OTHERWISE = gettext_lazy("rows that could not be used")
BEFORE: dict[str, Any] = {
    "too_short_before": gettext_lazy(
        "There are fewer than four quarters before the start: whether the groups moved "
        "alike before it cannot be tested, so nothing is attributed to the help."
    ),
    "too_few_before": gettext_lazy(
        "There are too few referrals before the start to test whether the groups moved "
        "alike, so nothing is attributed to the help."
    ),
}
# Source: science.md 1, conclusion 1.
ELSEWHERE = (
    gettext_lazy(
        "Elsewhere: CPB (December 2020) compared 221 municipalities from 2011 until "
        "2018 and found no significant change in the use of specialised youth care."
    ),
    gettext_lazy(
        "AEF (2020) saw that of ten youths who were met four to five were not referred "
        "on. That is a share, and like the share above no effect."
    ),
)


def said_of(numbers: Numbers) -> list[Said]:
    """Return what may be said of referrals, in the order to print."""
    effect = numbers["effect"]
    compared = effect["reason"] not in ("no_returns", "no_comparison", "nobody_treated")
    return of_effect(
        _estimate(effect),
        Look(effect["final"], effect["p_limit"]),
        compared=compared,
        detectable=effect.get("detectable_percent"),
    )


def _estimate(effect: Numbers) -> Estimate | None:
    if effect["status"] != "estimated":
        return None
    return Estimate(
        irr=effect["irr"],
        low=effect["low"],
        high=effect["high"],
        p=effect["p"],
        p_before=effect.get("before", {}).get("p"),
    )


def counterfactual(numbers: Numbers) -> Section:
    """Return what would have happened without the help, as far as that can be said."""
    effect = numbers["effect"]
    said = said_of(numbers)
    # What can be seen at all, and the power, stand before anything else.
    first = texts_of(one for one in said if one.rule in ("interim", "detectable"))
    rest = texts_of(one for one in said if one.rule not in ("interim", "detectable"))
    lines = [_subject(), *first, *_power(effect), *_before(effect), *rest]
    lines += [*_why(effect), *_no_course(effect)]
    lines += [str(one) for one in ELSEWHERE]
    drawn = (rates_figure(numbers), course_figure(numbers), series_figure(numbers))
    grids = _shown_estimate(effect)
    return Section(
        "effect",
        _("What would have happened without the help?"),
        tuple(lines),
        tuple(one for one in drawn if one is not None),
        grids,
    )


def _subject() -> str:
    return _(
        "This is about the number of children whom GPs referred to youth help, as the "
        "practices returned it themselves."
    )


def _no_course(effect: Numbers) -> list[str]:
    """Say why no course is drawn, where an estimate was made at the end."""
    found = effect.get("course")
    if not found or not found["reason"]:
        return []
    return [
        _(
            "The course before and after the start is not drawn: the practices with "
            "the help referred too few children together, or there are too few "
            "quarters before the start."
        )
    ]


def _why(effect: Numbers) -> list[str]:
    return [str(WHY.get(effect["reason"], OTHER))] if effect["reason"] else []


def _power(effect: Numbers) -> list[str]:
    if "power_percent" not in effect:
        return []
    told = {
        "practices": effect["started"],
        "others": effect["comparison"],
        "first": period(effect["first"]),
        "last": period(effect["last"]),
        "size": effect["smallest_percent"],
        "power": round(effect["power_percent"]),
    }
    words = _(
        "%(practices)s practices with the help and %(others)s others returned their "
        "referrals from %(first)s until %(last)s. Were the truth %(size)s%% fewer, the "
        "chance to see it would be about %(power)s%%."
    )
    return [words % told]


def _before(effect: Numbers) -> list[str]:
    before = effect.get("before")
    if before is None:
        return []
    if before["p"] is None:
        return [str(BEFORE[before["reason"]])]
    if before["p"] <= 0.05:  # the sentence that follows says so
        return []
    words = _(
        "In the %(quarters)s quarters before the start no difference in course between "
        "the groups was seen (p = %(p)s)."
    )
    return [words % {"quarters": before["quarters"], "p": decimal(before["p"], 3)}]


def _shown_estimate(effect: Numbers) -> tuple[Grid, ...]:
    """Return the estimate as a table; interim figures are not tested, so not shown."""
    if effect["status"] != "estimated" or not effect["final"]:
        return ()
    rows = [
        (_("Referrals that came"), _fives(effect["observed"])),
        (_("Referrals to be expected without the help"), _fives(effect["expected"])),
        (
            _("Difference (primary estimate)"),
            _("%(size)s%% (95%%: %(low)s%% to %(high)s%%)")
            % {
                "size": signed(effect["irr"] - 1),
                "low": signed(effect["low"] - 1),
                "high": signed(effect["high"] - 1),
            },
        ),
        (_("Chance of such a difference without any effect (p)"), _p(effect["p"])),
    ]
    return (Grid(_("The estimate"), (_("What"), _("Value")), (*rows, *_more(effect))),)


def _fives(count: float) -> str:
    return _("about %(number)s") % {"number": thousands(5 * round(count / 5))}


def _more(effect: Numbers) -> list[tuple[str, str]]:
    rows = _checked(effect.get("checks") or {}, few=effect.get("few", True))
    second = effect["second"]
    if second:
        told = {name: decimal(second[name]) for name in ("estimate", "low", "high")}
        words = _("%(estimate)s per 1,000 youths a year (%(low)s to %(high)s)")
        rows.append((_("Second estimate"), words % told))
    if effect["zero_event_practices"]:
        without = effect["irr_without_zero"]
        words = _("%(count)s; without them the difference is %(size)s")
        size = "-" if without is None else f"{signed(without - 1)}%"
        told = {"count": effect["zero_event_practices"], "size": size}
        rows.append(
            (_("Practices without any referral before the start"), words % told)
        )
    rows += [
        (_("Left out"), f"{count} {LEFT_OUT.get(reason, LEFT_OUT_OTHERWISE)}")
        for _what, reason, count in effect["dropped"]
    ]
    if effect.get("widened"):
        words = _(
            "As wide as so few practices lead to; dealing out alone gave a smaller one."
        )
        rows.append((_("Range"), words))
    words = _("%(draws)s draws, %(simulations)s simulations, seed %(seed)s")
    return [*rows, (_("Chance was drawn with"), words % effect)]


def _checked(checks: Numbers, *, few: bool) -> list[tuple[str, str]]:
    """Return what other methods say of the same estimate, as far as they can.

    With few practices only the wild bootstrap: an error that is estimated from them is
    too small, and what drift they bear is then told too well. Source: science.md 4.8.
    """
    rows = []
    if checks.get("wild_p") is not None:
        words = _("The same chance, reckoned in another way (p)")
        rows.append((words, _p(checks["wild_p"])))
    if not few and checks.get("low") is not None:
        told = {side: signed(checks[side] - 1) for side in ("low", "high")}
        words = _("Range (95%) by an error that allows for few practices")
        rows.append((words, _("%(low)s%% to %(high)s%%") % told))
    times = checks.get("drift_times")
    if not few and times is not None:
        words = _("Drift between the groups that the outcome bears")
        rows.append((words, _drift(times)))
    return rows


def _drift(times: float) -> str:
    if times < LEAST_TIMES:
        return _("none: without any drift it could already be chance")
    words = _("up to %(times)s times as fast as ever before the start")
    return words % {"times": decimal(times)}


def _p(p: float | None) -> str:
    return _("cannot be told") if p is None else decimal(p, 3)


def practices(numbers: Numbers) -> Section:
    """Return how practices differ, without a ranking and without names."""
    found = numbers["practices"]
    drawn = funnel_figure(numbers)
    lines = [_few(found) if drawn is None else _outside(found)]
    lines.append(_("Practices are not ranked: who refers more may see other children."))
    return Section("practices", _("Practices"), tuple(lines), (drawn,) if drawn else ())


def _outside(found: Numbers) -> str:
    """Return how many lie outside the lines; one in twenty does by chance alone."""
    places = [at for _size, _rate, at in found["points"]]
    told = {
        "far": places.count("outside_998"),
        "some": places.count("outside_95"),
        "n": found["practices"],
    }
    words = _(
        "Small practices differ much by chance alone: about 1 in 20 lies outside the "
        "lines of 95%%. Here %(some)s of the %(n)s practices do so, and %(far)s lie "
        "outside those of 99.8%% as well: a reason to ask, not a judgement."
    )
    return words % told


def _few(found: Numbers) -> str:
    if found["reason"] == "no_events":
        return _("No referral was returned in the last year.")
    words = _(
        "%(n)s practices returned all quarters of the last year. With fewer than ten "
        "everyone would know which practice is which, so they are not drawn."
    )
    return words % {"n": found["practices"]}
