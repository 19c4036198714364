"""In which words are released figures told: sentence, indicators, codes and periods?

For pages, papers and open data alike, in the active language. Nothing is counted here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dichtbij.insight.released import LEAST_DENOMINATOR, SMALL, shown
from dichtbij.insight.released_figures import LATER, Facts, Measured

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Told:
    """What an indicator is called, and what exactly it counts."""

    name: Any
    text: Any


INDICATORS: dict[str, Told] = {
    "children_begun": Told(
        gettext_lazy("Children whose help began"),
        gettext_lazy("Trajectories that began in this period; a child counts once."),
    ),
    "referred": Told(
        gettext_lazy("Children referred by the GP"),
        gettext_lazy("Referrals that were received in this period."),
    ),
    "seen_in_two_weeks": Told(
        gettext_lazy("First talk within two weeks"),
        gettext_lazy(
            "Of all who were referred in this period: those whose first talk was at "
            "most ten working days later. Who left and who still waits count in the "
            "whole."
        ),
    ),
    "left_before": Told(
        gettext_lazy("Left before the first talk"),
        gettext_lazy(
            "Of all who were referred in this period: those returned to the practice, "
            "withdrawn or closed before a first talk."
        ),
    ),
    "still_waiting": Told(
        gettext_lazy("Still waiting for the first talk"),
        gettext_lazy(
            "Of all who were referred in this period: those who had no first talk yet "
            "on the day the figures were taken, six weeks after the period."
        ),
    ),
    "closed": Told(
        gettext_lazy("Trajectories closed"),
        gettext_lazy("Trajectories in which help ended in this period."),
    ),
    "no_referral": Told(
        gettext_lazy("Ended without any referral"),
        gettext_lazy(
            "Of the closed trajectories: those after which no other help was needed, "
            "or in which the GP goes on alone. Who moved away or turned 18 is left "
            "out. It does not say how many would otherwise have been referred."
        ),
    ),
    "no_specialist_referral": Told(
        gettext_lazy("Ended without specialised help"),
        gettext_lazy(
            "Of the closed trajectories: those that ended in the practice, at light "
            "help nearby, the local team or basic mental health care. Who moved away "
            "or turned 18 is left out."
        ),
    ),
    "closed_as_planned": Told(
        gettext_lazy("Closed according to plan"),
        gettext_lazy("Of the closed trajectories: those that ended as was planned."),
    ),
    "dropout": Told(
        gettext_lazy("Ended by one side alone"),
        gettext_lazy(
            "Of the closed trajectories: those that the family or the provider ended "
            "alone, before the end that was planned."
        ),
    ),
    "few_talks": Told(
        gettext_lazy("Helped in one to three talks"),
        gettext_lazy(
            "Of the closed trajectories: those in which one, two or three talks were "
            "held."
        ),
    ),
    "did_not_come": Told(
        gettext_lazy("Did not come once or more"),
        gettext_lazy(
            "Of the closed trajectories: those in which the family did not come to one "
            "talk or more without telling."
        ),
    ),
}
TABLES: dict[str, Any] = {
    "intake": gettext_lazy("Children whose help began, by age and sex"),
    "questions": gettext_lazy("Children whose help began, by main question"),
    "access": gettext_lazy("Children referred, by working days until the first talk"),
    "outcomes": gettext_lazy("Trajectories closed, by where help ended"),
    "consults": gettext_lazy("Trajectories closed, by talks held"),
    "no_shows": gettext_lazy("Trajectories closed, by times the family did not come"),
    "dropout": gettext_lazy("Trajectories closed, by reason of ending"),
}
_SEXES = {
    "1": gettext_lazy("boy"),
    "2": gettext_lazy("girl"),
    "0": gettext_lazy("not known"),
}
CODES: Mapping[str, Mapping[str, Any]] = {
    # The same words as in the practice: dichtbij/referrals/questions.py.
    "questions": {
        "EMO": gettext_lazy("Emotional"),
        "GED": gettext_lazy("Behaviour"),
        "ONT": gettext_lazy("Development"),
        "LIC": gettext_lazy("Physical"),
        "SOC": gettext_lazy("Social"),
        "OPV": gettext_lazy("Parenting"),
        "SCH": gettext_lazy("Divorce"),
        "SCL": gettext_lazy("School"),
        "VEI": gettext_lazy("Safety"),
        "MID": gettext_lazy("Substances or gaming"),
        "SEK": gettext_lazy("Sexuality or gender"),
        "FIN": gettext_lazy("Debts or family problems"),
        "OVE": gettext_lazy("Something else"),
    },
    "access": {
        "21+": gettext_lazy("21 or more"),
        "left": gettext_lazy("left before the first talk"),
        "waiting": gettext_lazy("still waiting"),
    },
    "outcomes": {
        "solved": gettext_lazy("no other help needed"),
        "light_other": gettext_lazy("light help nearby"),
        "wijkteam": gettext_lazy("local team"),
        "basis_ggz": gettext_lazy("basic mental health care"),
        "specialist": gettext_lazy("specialised help"),
        "no_contact": gettext_lazy("dropped out"),
        "moved": gettext_lazy("moved away"),
        "aged_out": gettext_lazy("turned 18"),
        "other": gettext_lazy("had other help already"),
        "missing": gettext_lazy("not known"),
    },
    "consults": {"8+": gettext_lazy("8 or more")},
    "no_shows": {"2+": gettext_lazy("2 or more")},
    "dropout": {
        "01": gettext_lazy("according to plan"),
        "02": gettext_lazy("early, both agreed"),
        "03": gettext_lazy("early, by the family alone"),
        "04": gettext_lazy("early, by the provider only"),
        "05": gettext_lazy("early, by circumstances"),
        "missing": gettext_lazy("not known"),
    },
}
_WEEKS = {
    1: gettext_lazy("half of those referred were seen within one week"),
    2: gettext_lazy("half of those referred were seen within two weeks"),
    3: gettext_lazy("half of those referred were seen within three weeks"),
    4: gettext_lazy("half of those referred were seen within four weeks"),
    LATER: gettext_lazy("half of those referred were seen after more than four weeks"),
    -1: gettext_lazy("less than half of those referred had been seen yet"),
}


def name_of(code: str) -> str:
    """Return what an indicator is called."""
    return str(INDICATORS[code].name)


def text_of(code: str) -> str:
    """Return what an indicator counts."""
    return str(INDICATORS[code].text)


def table_words(table: str) -> str:
    """Return what a table holds; a code that is new here stands as it is."""
    return str(TABLES.get(table, table))


def code_words(table: str, code: str, *, column: bool = False) -> str:
    """Return a row or column in words; an empty code is the margin."""
    if not code:
        return _("all")
    if column:
        return str(_SEXES.get(code, code))
    if table == "intake":
        return _("%(ages)s years") % {"ages": code}
    return str(CODES.get(table, {}).get(code, code))


def sentence(facts: Facts) -> str:
    """Return the one sentence that tells the period (R36)."""
    parts = [_children(facts), _ended(facts)]
    if facts.half_seen_weeks is not None:
        parts.append(str(_WEEKS[facts.half_seen_weeks]))
    told = "; ".join(part for part in parts if part)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _children(facts: Facts) -> str:
    if facts.children is None:
        return ""
    if facts.children < SMALL:
        return _("help began for fewer than %(small)d children") % {"small": SMALL}
    return _("help began for about %(count)d children") % {"count": facts.children}


def _ended(facts: Facts) -> str:
    if facts.closed is None:
        return ""
    if facts.closed < SMALL:
        return _("fewer than %(small)d trajectories were closed") % {"small": SMALL}
    told = {"closed": facts.closed, "percent": facts.without_referral_percent}
    if facts.without_referral_percent is None:
        return _("about %(closed)d trajectories were closed") % told
    return (
        _(
            "of %(closed)d closed trajectories with a known ending %(percent)d%% ended "
            "without a referral"
        )
        % told
    )


def value_words(one: Measured) -> str:
    """Return the value of an indicator as people see it."""
    if one.of is None:
        return shown(one.count)
    if one.percent is not None:
        return f"{one.percent}%"
    if one.of < LEAST_DENOMINATOR:
        return _("too few for a percentage")
    return _("%(count)s of %(of)s") % {"count": shown(one.count), "of": shown(one.of)}


def made_of(one: Measured) -> str:
    """Return numerator and denominator in words; empty for a count."""
    if one.of is None:
        return ""
    return _("%(count)s of %(of)s") % {"count": shown(one.count), "of": shown(one.of)}


def missing_words(one: Measured) -> str:
    """Return how much is not known, in words."""
    if one.of is None:
        return ""
    if one.missing_percent is None:
        return _("Not known: fewer than %(small)d.") % {"small": SMALL}
    return _("Not known: %(percent)d%%, left out of the whole.") % {
        "percent": one.missing_percent
    }


def period_words(starts_on: date, ends_on: date) -> str:
    """Return a quarter, half-year or year by its name, other periods by their days."""
    months = (ends_on.year - starts_on.year) * 12 + ends_on.month - starts_on.month + 1
    told = {"year": starts_on.year}
    whole = starts_on.day == 1 and (ends_on + ONE_DAY).day == 1
    if whole and (starts_on.month - 1) % months == 0:
        if months == 3:
            told["number"] = starts_on.month // 3 + 1
            return _("quarter %(number)d of %(year)d") % told
        if months == 6:
            if starts_on.month == 1:
                return _("first half of %(year)d") % told
            return _("second half of %(year)d") % told
        if months == 12:
            return _("%(year)d, the whole year") % told
    return _("%(first)s until %(last)s") % {
        "first": date_format(starts_on, "j F Y"),
        "last": date_format(ends_on, "j F Y"),
    }


def why_small() -> str:
    """Say why nought and five look the same."""
    return _(
        "“<10” can be 0 or 5: nobody can tell which. Every number was rounded to a "
        "multiple of 5, so that no figure is about one child."
    )


def how_rounded(noise: object) -> str:
    """Say how the figures were made, by the noise that the manifest names."""
    told = _(
        "Each number is a multiple of 5 and totals always add up. A percentage is "
        "shown from a whole of 30 on, and made of these numbers."
    )
    if noise is None:
        return told
    return f"{told} " + _(
        "A little chance was added before rounding, once: a figure can be some "
        "children too high or too low."
    )
