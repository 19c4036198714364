"""How is said why a family is offered a time, or why not, and what came of an offer?"""

from collections.abc import Mapping
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from dichtbij.shared import calendar
from dichtbij.waiting.matching import Bar, Cause, Reason, Weighed

# Why a family goes before one that stands higher; a choice, so that no name is typed.
WHY: Mapping[str, Any] = {
    "not_reached": gettext_lazy("the family that stands higher could not be reached"),
    "unsuited": gettext_lazy("this time is known not to suit who stands higher"),
    "agreed": gettext_lazy("agreed with who stands higher"),
    "pressing": gettext_lazy("this family's situation got worse"),
}
_BARS: Mapping[str, Any] = {
    Bar.HAS_OFFER: gettext_lazy("has another offer now"),
    Bar.SAID_NO: gettext_lazy("said no to this time"),
    Bar.NO_ANSWER: gettext_lazy("did not answer about this time"),
    Bar.COULD_NOT: gettext_lazy("called off at this very time"),
    Bar.OF_LEAD: gettext_lazy("waits in another practice; the team lead offers there"),
}


def why_words(weighed: Weighed) -> str:
    """Return what speaks for a family, in words; or why it is not offered this."""
    bar = weighed.candidate.bar
    if bar is not None:
        return str(_BARS[bar])
    return ", ".join(_words(reason) for reason in weighed.reasons)


def _words(reason: Reason) -> str:
    n = reason.number
    if reason.cause == Cause.LATE:
        return ngettext(
            "target date passed %(n)d day ago", "target date passed %(n)d days ago", n
        ) % {"n": n}
    if reason.cause == Cause.SOON:
        return (
            ngettext("target date in %(n)d day", "target date in %(n)d days", n)
            % {"n": n}
            if n
            else _("target date is today")
        )
    if reason.cause == Cause.WAITS_WEEKS:
        return ngettext("waits %(n)d week", "waits %(n)d weeks", n) % {"n": n}
    return ngettext("waits %(n)d day", "waits %(n)d days", n) % {"n": n}


def passed_words(why: str) -> str:
    """Return what is written down of who stands higher and was not chosen."""
    return str(WHY[why]) if why in WHY else ""


def moment_words(moment: Any) -> str:
    """Return a moment as people say it."""
    return date_format(calendar.local(moment), "D j F H:i")
