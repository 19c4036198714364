"""How are waiting and the ways help ends drawn, for whoever reads live figures?

Only over one's own files, and never per practice or person: the page promises that
these are not compared.
"""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from dichtbij.insight.ends_of_help import OTHERWISE, WAYS, Ends, ends_of_help
from dichtbij.insight.indicators import Wait, waits_of
from dichtbij.insight.indicators_terms import Indicator
from dichtbij.insight.quarters import Period
from dichtbij.insight.survival import MINIMUM, kaplan_meier
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock
from dichtbij.shared.charts.events import (
    Curve,
    Curves,
    Layer,
    Stacked,
    draw_curves,
    draw_stacked,
)
from dichtbij.shared.charts.figure import Caption, Figure

LONGEST = 40  # working days drawn
AT = (0, 5, 10, 20, 30, 40)
ENDS_ON = ("no_referral", "no_specialist_referral")


def drawings_of(
    indicator: Indicator, user: User, programme: Programme, period: Period
) -> list[Figure]:
    """Return the drawings that stand beside the course of an indicator."""
    if indicator.code in ENDS_ON:
        ends = ends_of_help(user, period)
        return [_ends(ends)] if ends else []
    found = waits_of(indicator, user, programme, period)
    if found is None or len(found[0]) < MINIMUM:
        return []
    return [_waiting(indicator, *found)]


def _waiting(indicator: Indicator, waits: Sequence[Wait], norm: int) -> Figure:
    curve = kaplan_meier([one.workdays for one in waits], [one.met for one in waits])
    limits = curve.limits()
    until = min(LONGEST, max(1, int(curve.followed_until)))
    at = [day for day in AT if day <= until]
    return draw_curves(
        Curves(
            curves=[
                Curve(
                    _("still waits"),
                    curve.times,
                    curve.survival,
                    [None if one is None else one[0] for one in limits],
                    [None if one is None else one[1] for one in limits],
                    [sum(one.workdays >= day for one in waits) for day in at],
                )
            ],
            until=float(until),
            unit=_("share that still waits"),
            across=_("working days from receipt"),
            risk_times=at,
            norm=float(norm),
            norm_words=_("norm: %(days)s days") % {"days": norm},
        ),
        Caption(
            key="waiting",
            title=_("How long families wait"),
            sentence=_(
                "Of all who were referred in the last year, who left or still waits "
                "included. The lower the line, the more families were met."
            ),
            n=len(waits),
            counted=_("referrals received"),
            data_on=clock.today(),
        ),
        _,
    )


def _ends(ends: Ends) -> Figure:
    names = {
        "solved": _("solved"),
        "nearby": _("help nearby"),
        "specialist": _("specialised help"),
        OTHERWISE: _("otherwise, or not known"),
    }
    order = [*(way for way, _groups in WAYS), OTHERWISE]
    return draw_stacked(
        Stacked(
            times=ends.weeks,
            layers=[
                Layer(names[way], ends.shares[way])
                for way in order
                if way in ends.shares
            ],
            unit=_("share of all for whom help began"),
            across=_("weeks from the start"),
        ),
        Caption(
            key="ends",
            title=_("How help ends, week after week"),
            sentence=_(
                "Of all for whom help began in the last year, those still helped "
                "included. Nearby is lighter help, the local team or basic mental "
                "health care. It says where help ended, not what it brought about."
            ),
            n=ends.n,
            counted=_("trajectories"),
            data_on=clock.today(),
        ),
        _,
    )
