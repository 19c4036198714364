"""What does the report of a round say, section by section, in the active language?

A fixed skeleton (science.md 4.14) filled from the frozen numbers and nothing else, so
that page and paper say the same, today and in ten years. What may be said of an effect
comes from the wording engine.
"""

from typing import Any

from django.utils.translation import gettext as _

from dichtbij.evaluation.ends import limits, options, quality
from dichtbij.evaluation.figures import access_figure
from dichtbij.evaluation.figures_results import ends_figure
from dichtbij.evaluation.money_words import budget, saving_in
from dichtbij.evaluation.parts import (
    Grid,
    Quote,
    Section,
    about,
    day,
    decimal,
    grid_of,
    party_of,
    share,
    shown,
    texts_of,
    thousands,
)
from dichtbij.evaluation.referrals_words import counterfactual, practices, said_of
from dichtbij.evaluation.wording import MUCH_MISSING, Share, of_saving, of_share
from dichtbij.programmes.models import Milestone

Numbers = dict[str, Any]


def sections_of(numbers: Numbers) -> list[Section]:
    """Return the ten sections, then what each party says, in their fixed order."""
    return [
        answer(numbers),
        promise(numbers),
        reach(numbers),
        outcomes(numbers),
        counterfactual(numbers),
        budget(numbers),
        practices(numbers),
        quality(numbers),
        limits(numbers),
        options(numbers),
        parties(numbers),
    ]


def title_of(numbers: Numbers) -> str:
    """Return the title of a report: which evaluation, of which programme."""
    kind = str(Milestone.Kind(numbers["kind"]).label)
    told = {
        "kind": kind[:1].upper() + kind[1:],
        "programme": numbers["programme"]["name"],
    }
    return _("%(kind)s of %(programme)s") % told


def answer(numbers: Numbers) -> Section:
    """Return the answer in five lines; a difference only after what can be seen."""
    said = said_of(numbers)
    lines = [
        _reached(numbers),
        " ".join(_ended(numbers)),
        " ".join([_("Number of referrals by GPs."), *texts_of(said)]),
        *texts_of(of_saving(saving_in(numbers), said)),
        _("What this report cannot show stands in part 9, the options in part 10."),
    ]
    return Section("answer", _("The answer in a few lines"), tuple(lines))


def share_in(numbers: Numbers) -> Share | None:
    """Return how many trajectories ended without specialised help, or None."""
    found = numbers["outcomes"]
    if found is None:
        return None
    return Share(
        without=shown(found["without"]),
        closed=shown(found["closed"]),
        number=found["closed"],
        percent=found["percent"],
        least=found["least"],
        most=found["most"],
        missing_percent=found["missing_percent"],
    )


def _reached(numbers: Numbers) -> str:
    children, access = numbers["reach"]["children"], numbers["access"]
    if not children:
        return _("The published figures do not tell how many children were helped.")
    told = {
        "children": about(children),
        "start": day(numbers["releases"][0]["starts_on"]),
        "end": day(numbers["programme"]["until"]),
    }
    helped = (
        _("From %(start)s until %(end)s help began for %(children)s children.") % told
    )
    band = access["half_within"] if access else None
    if band is None:
        return helped
    seen = _("Half of them were met within %(days)s working days.")
    if band == "21+":
        return f"{helped} " + _("Half of them waited more than 20 working days.")
    return f"{helped} " + seen % {"days": band.rpartition("-")[2]}


def _ended(numbers: Numbers) -> tuple[str, ...]:
    """Return how many ended without specialised help, and how many with it."""
    lines = texts_of(of_share(share_in(numbers)))
    found = numbers["outcomes"]
    if not found or found["percent"] is None or found["missing_percent"] > MUCH_MISSING:
        return lines
    counts = {code: (count, percent) for code, count, percent in found["rows"]}
    count, percent = counts.get("specialist", (0, None))
    if percent is None:
        return lines
    words = _(
        "%(count)s (%(percent)s%%) ended with specialised help, the others otherwise, "
        "such as without contact."
    )
    return (*lines, words % {"count": count, "percent": percent})


def promise(numbers: Numbers) -> Section:
    """Return what was promised, and what came of it."""
    plan, access, hours = numbers["plan"], numbers["access"], numbers["hours"]
    lines = [
        _(
            "The plan of analysis was written down on %(day)s, before anyone saw these "
            "figures: version %(version)s, mark %(mark)s."
        )
        % {
            "day": day(plan["frozen_on"]),
            "version": plan["version"],
            "mark": plan["sha256"][:16],
        },
        _(
            "It judges the number of referrals by GPs. A difference of %(size)s%% is "
            "the smallest that counts. Dates to look: %(dates)s."
        )
        % {
            "size": plan["smallest_effect_percent"],
            "dates": ", ".join(day(on) for on in plan["looks_on"]),
        },
    ]
    if plan["reason"]:
        lines.append(_("Why this version: %(reason)s") % {"reason": plan["reason"]})
    if numbers["programme"]["aims"]:
        lines.append(_("Aims of the programme: %s") % numbers["programme"]["aims"])
    rows = [*_norm(access), *_hours(hours)]
    head = (_("Promised"), _("What came of it"))
    grid = Grid(_("Promise and result"), head, tuple(rows))
    return Section("promise", _("What was promised"), tuple(lines), grids=(grid,))


def _norm(access: Numbers | None) -> list[tuple[str, str]]:
    if access is None:
        return []
    promised = _("A first consult within %(days)s working days") % {
        "days": access["norm_days"]
    }
    if access["percent"] is None:
        return [(promised, _("Too few were published for a percentage."))]
    told = {
        "percent": access["percent"],
        "least": share(access["least"]),
        "most": share(access["most"]),
    }
    met = _(
        "%(percent)s%% were met in time; with rounding and noise that may be %(least)s "
        "to %(most)s."
    )
    return [(promised, met % told)]


def _hours(hours: Numbers | None) -> list[tuple[str, str]]:
    if hours is None:
        return [(_("Hours that were agreed"), _("No statement of hours was settled."))]
    told = {
        "agreed": thousands(hours["committed_minutes"] / 60),
        "given": thousands(hours["given_minutes"] / 60),
        "months": hours["months"],
    }
    promised = (
        _("%(agreed)s hours, in the %(months)s months of which hours were settled")
        % told
    )
    return [(promised, _("%(given)s hours were given.") % told)]


def _joined(numbers: Numbers) -> str:
    told = {
        "inside": numbers["reach"]["taking_part"],
        "all": numbers["reach"]["listed"],
    }
    words = _("%(inside)s of the %(all)s GP practices on the list take part.")
    return words % told


def reach(numbers: Numbers) -> Section:
    """Return who was reached, and how soon families were met."""
    found, access = numbers["reach"], numbers["access"]
    lines, drawn, grids = [_joined(numbers), _reached(numbers)], [], []
    if found["ages"]:
        title = _("Children for whom help began, by age.")
        grids.append(grid_of("intake", title, found["ages"], _("Age")))
    if found["questions"]:
        title = _("Children for whom help began, by main question.")
        grids.append(grid_of("questions", title, found["questions"], _("Question")))
    if access is None:
        lines.append(_("Waiting times were not published in these periods."))
    else:
        lines.append(_met(access))
        drawn += [access_figure(numbers)] if access["started"] else []
    return Section(
        "reach",
        _("Reach and access"),
        tuple(lines),
        tuple(drawn),
        tuple(grids),
        tables_first=True,
    )


def _met(access: Numbers) -> str:
    if access["percent"] is None:
        return _("Too few referrals were published to tell how many were met in time.")
    told = {"percent": access["percent"], "days": access["norm_days"]}
    return (
        _(
            "%(percent)s%% of all referrals led to a first consult within %(days)s "
            "working days. Who left or still waits is counted as not met."
        )
        % told
    )


def outcomes(numbers: Numbers) -> Section:
    """Return how help ended, by closing group, with what is not known."""
    found, use = numbers["outcomes"], numbers["use"]
    lines = _ended(numbers)
    if found is None:
        return Section("outcomes", _("How help ended"), lines)
    if found["percent"] is not None and found["missing_percent"] < 100:
        lines = (*lines, _bounds(found))
    titles = {
        "consults": (_("Closed trajectories by number of consults."), _("Consults")),
        "no_shows": (_("Closed trajectories by times nobody came."), _("Times")),
        "dropout": (_("Closed trajectories by reason of ending."), _("Reason")),
    }
    grids = tuple(
        grid_of(code, titles[code][0], table["rows"], titles[code][1])
        for code, table in use.items()
    )
    if (drawn := ends_figure(numbers)) is not None:
        return Section("outcomes", _("How help ended"), lines, (drawn,), grids)
    ended = grid_of(
        "outcomes",
        _("How the closed trajectories ended."),
        found["rows"],
        _("How it ended"),
    )
    return Section("outcomes", _("How help ended"), lines, grids=(ended, *grids))


def _bounds(found: Numbers) -> str:
    told = {"least": share(found["least"]), "most": share(found["most"])}
    return (
        _(
            "Counted in the published figures, which are rounded: with what is not "
            "known and the rounding it lies between %(least)s and %(most)s."
        )
        % told
    )


def parties(numbers: Numbers) -> Section:
    """Return what each party says in its own words, and what summaries say (R37)."""
    quotes = [_reflection(one) for one in numbers["reflections"] if one["given"]]
    silent = [one["organisation"] for one in numbers["reflections"] if not one["given"]]
    lines = [_("What stands here is what each party says itself, not a conclusion.")]
    if silent:
        lines.append(_("Asked, and not answered: %s.") % ", ".join(silent))
    lines += _grades_of_gps(numbers)
    lines += [_voices(one) for one in numbers["voices"]]
    for one in numbers["summaries"]:
        who = _("Summary of %(party)s by %(employer)s") % {
            "party": party_of(one["party"]),
            "employer": one["holder"],
        }
        quotes.append(Quote(who, ((_("In short"), one["words"]),)))
    return Section(
        "parties", _("What each party says"), tuple(lines), quotes=tuple(quotes)
    )


def _grades_of_gps(numbers: Numbers) -> list[str]:
    """Return the grades of GP practices, lowest first, with their mean; or nothing.

    A practice counts once, under its own name. Source: science.md 4.2 (10), R33.
    """
    asked = [one for one in numbers["reflections"] if one["party"] == "gp"]
    grades = sorted(one["grade"] for one in asked if one["grade"] is not None)
    if not grades:
        return []
    told = {
        "given": len(grades),
        "asked": len(asked),
        "mean": decimal(sum(grades) / len(grades)),
        "grades": ", ".join(str(grade) for grade in grades),
    }
    return [
        _(
            "Grade of GP practices, 1 to 10: on average %(mean)s (%(grades)s). "
            "Asked: %(asked)s; gave a grade: %(given)s."
        )
        % told
    ]


def _voices(one: Numbers) -> str:
    told = {
        "party": party_of(one["party"]),
        "asked": shown(one["asked"]),
        "answered": about(one["answered"]),
    }
    return _("%(party)s: of %(asked)s who were asked %(answered)s answered.") % told


def _reflection(one: Numbers) -> Quote:
    who = f"{one['organisation']} ({party_of(one['party'])})"
    asked = (
        (_("What goes well"), one["goes_well"]),
        (_("What must change"), one["must_change"]),
        (_("What would be missed"), one["would_miss"]),
        (_("Grade"), "" if one["grade"] is None else decimal(one["grade"], 0)),
    )
    return Quote(who, tuple((title, words) for title, words in asked if words))
