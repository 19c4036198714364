"""Which sentence about an effect may stand in a report, and which may not?

Pure. The table of science.md 4.14 as rules: what was counted and tested goes in, the
sentences that are allowed come out. Nothing else in a report speaks of an effect. The
words that claim one stand in one rule each, and `claims_in` finds them in any text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import isfinite

Say = Callable[[str], str]

# Dutch, because the report is. Source: science.md 4.14.
CLAIMS = re.compile(
    r"\b(leid(?:t|de|den)\s+tot|dankzij|voorkom(?:t|en)|voorkwam(?:en)?|bewezen|"
    r"bespaar(?:t|de|den))\b",
    re.IGNORECASE,
)
# The one word that a rule may use, by rule.
ALLOWED = {"fewer": ("leidt tot",), "saves": ("bespaart",)}
CERTAIN = 0.05  # of the trend before the start
SURE_OF_SAVING = 0.8
FEW = 50  # trajectories. Source: issue 5, "Bad input"
MUCH_MISSING = 10  # percent. Source: science.md 4.12


def _(text: str) -> str:
    """Mark a text for the catalogue."""
    return text


@dataclass(frozen=True)
class Said:
    """A sentence with the rule that allows it; `say` translates its English text."""

    rule: str
    words: str
    values: Mapping[str, str] = field(default_factory=dict)

    def text(self, say: Say) -> str:
        """Return the sentence, filled in."""
        return say(self.words) % self.values


@dataclass(frozen=True)
class Share:
    """How many closed trajectories ended without specialised help, in released counts.

    `percent`, `least` and `most` are whole percentages, None when they may not be
    told; `least` and `most` take in missing reasons and rounding.
    """

    without: str
    closed: str
    number: int
    percent: int | None
    least: int | None
    most: int | None
    missing_percent: int


@dataclass(frozen=True)
class Estimate:
    """The ratio of referrals to what was expected, with its 95% interval and tests.

    `p` is that of randomisation, `p_before` that of the trend before the start.
    """

    irr: float
    low: float
    high: float
    p: float | None
    p_before: float | None

    def is_finite(self) -> bool:
        """Tell whether the ratio and its limits are numbers in order."""
        numbers = (self.irr, self.low, self.high)
        return all(isfinite(n) for n in numbers) and 0 <= self.low <= self.high


@dataclass(frozen=True)
class Look:
    """Which look at the figures this is; `p_limit` is what its boundary asks."""

    final: bool
    p_limit: float


@dataclass(frozen=True)
class Saving:
    """What a year costs or yields: chance of a saving, break-even, limits in euros."""

    chance: float
    break_even_percent: float
    low_euros: int
    mean_euros: int
    high_euros: int


def of_share(share: Share | None) -> list[Said]:
    """Return what may be said of where help ended: never that it was an effect."""
    if share is None or share.number == 0:
        words = _("No trajectory was closed in the published periods.")
        return [Said("share_nothing", words)]
    few = Said(
        "share_few",
        _(
            "Fewer than %(few)s trajectories were closed. The figures describe them; "
            "they say nothing about others."
        ),
        {"few": str(FEW)},
    )
    before = [few] if share.number < FEW else []
    return [*before, *_of_known(share)]


def _of_known(share: Share) -> list[Said]:
    if share.missing_percent >= 100:
        words = _(
            "Of no closed trajectory is it known how it ended. So nothing can be said "
            "about outcomes."
        )
        return [Said("share_unknown", words)]
    if share.percent is None:
        words = _("Too few trajectories were closed for a percentage.")
        return [Said("share_no_percent", words)]
    if share.missing_percent > MUCH_MISSING:
        return [_between(share)]
    values = {
        "without": share.without,
        "closed": share.closed,
        "percent": str(share.percent),
    }
    words = _(
        "%(without)s of the %(closed)s closed trajectories (%(percent)s%%) ended "
        "without specialised help. This does not say how many children would have "
        "been referred otherwise."
    )
    return [Said("share", words, values)]


def _between(share: Share) -> Said:
    words = _(
        "Between %(least)s%% and %(most)s%% of the %(closed)s closed trajectories "
        "ended without specialised help: of %(missing)s%% the end is not known. This "
        "does not say how many children would have been referred otherwise."
    )
    values = {
        "least": str(share.least or 0),
        "most": str(100 if share.most is None else share.most),
        "closed": share.closed,
        "missing": str(share.missing_percent),
    }
    return Said("share_bounds", words, values)


def of_effect(
    estimate: Estimate | None, look: Look, *, compared: bool, detectable: float | None
) -> list[Said]:
    """Return what may be said of the number of referrals, in the order to print.

    `detectable` is the smallest difference, in percent, that can be shown with so many
    practices; without it no estimate is told, and it is said first.
    """
    said = []
    if not look.final:
        said.append(Said("interim", _("Interim position, descriptive.")))
    if not compared:
        words = _(
            "Without a comparison one cannot say whether the number of referrals "
            "changed through the help."
        )
        return [*said, Said("no_comparison", words)]
    if detectable is None or not isfinite(detectable):
        words = _(
            "What difference can be shown at all cannot be computed. So no estimate "
            "is given."
        )
        return [*said, Said("no_estimate", words)]
    said.append(_detectable(detectable))
    if estimate is None or not estimate.is_finite():
        words = _("The number of referrals cannot be compared with what was expected.")
        return [*said, Said("no_estimate", words)]
    return [*said, *_verdict(estimate, look)]


def _detectable(percent: float) -> Said:
    words = _("With this size only a difference of about %(percent)s%% can be shown.")
    return Said("detectable", words, {"percent": str(round(percent))})


def _verdict(estimate: Estimate, look: Look) -> Iterator[Said]:
    outside = estimate.high < 1 or estimate.low > 1
    tested = estimate.p is not None and estimate.p <= look.p_limit
    if outside and _diverged(estimate):
        words = _(
            "The groups already grew apart before the start; the difference cannot be "
            "attributed to the help."
        )
        yield Said("diverged", words)
    elif outside and tested and estimate.p_before is not None:
        yield _claim(estimate)
    elif look.final:
        yield _not_tested(estimate) if outside else _not_shown(estimate)
    elif estimate.low > 1:
        yield _harm(estimate)


def _diverged(estimate: Estimate) -> bool:
    return estimate.p_before is not None and estimate.p_before <= CERTAIN


def _claim(estimate: Estimate) -> Said:
    if estimate.high < 1:
        words = _(
            "The help leads to fewer referrals: an estimated %(size)s%% fewer (between "
            "%(least)s%% and %(most)s%% fewer)."
        )
        return Said("fewer", words, _sizes(1 - estimate.irr, estimate))
    words = _(
        "There were more referrals than expected without the help: an estimated "
        "%(size)s%% more (between %(least)s%% and %(most)s%% more)."
    )
    return Said("more", words, _sizes(estimate.irr - 1, estimate))


def _harm(estimate: Estimate) -> Said:
    words = _(
        "Attention: so far there were more referrals than expected without the help "
        "(between %(least)s%% and %(most)s%% more). Discuss this now, do not wait for "
        "the final evaluation."
    )
    return Said("harm", words, _sizes(estimate.irr - 1, estimate))


def _sizes(size: float, estimate: Estimate) -> dict[str, str]:
    ends = sorted((abs(1 - estimate.low), abs(1 - estimate.high)))
    least, most = (str(round(100 * end)) for end in ends)
    return {"size": str(round(100 * abs(size))), "least": least, "most": most}


def _not_shown(estimate: Estimate) -> Said:
    words = _(
        "A difference has not been shown (%(low)s%% to %(high)s%%). That is something "
        "else than: there is no difference."
    )
    values = {"low": signed(estimate.low - 1), "high": signed(estimate.high - 1)}
    return Said("not_shown", words, values)


def _not_tested(estimate: Estimate) -> Said:
    words = _(
        "What was counted differs from what was expected (%(low)s%% to %(high)s%%), "
        "but it does not pass the test for so few practices: a difference has not been "
        "shown."
    )
    values = {"low": signed(estimate.low - 1), "high": signed(estimate.high - 1)}
    return Said("not_tested", words, values)


def of_saving(saving: Saving | None, said: list[Said]) -> list[Said]:
    """Return what may be said of money; a saving only where fewer referrals are shown.

    `said` is what `of_effect` returned.
    """
    if saving is None:
        words = _("Whether the help pays for itself cannot be computed.")
        return [Said("no_saving", words)]
    values = {
        "chance": str(round(100 * saving.chance)),
        "even": str(round(saving.break_even_percent)),
        "low": euros(saving.low_euros),
        "mean": euros(saving.mean_euros),
        "high": euros(saving.high_euros),
    }
    shown = any(one.rule == "fewer" for one in said)
    if shown and saving.chance >= SURE_OF_SAVING:
        words = _(
            "The help saves an expected %(mean)s a year (between %(low)s and %(high)s; "
            "the chance of a saving is about %(chance)s%%)."
        )
        return [Said("saves", words, values)]
    if saving.high_euros < 0:
        words = _(
            "At these prices the help costs more than is not paid elsewhere: between "
            "%(least)s and %(most)s a year. It pays for itself from %(even)s%% fewer "
            "referrals on."
        )
        least, most = euros(-saving.high_euros), euros(-saving.low_euros)
        return [Said("costs", words, values | {"least": least, "most": most})]
    words = _(
        "Whether the help pays for itself is not certain. It does from %(even)s%% "
        "fewer referrals on. In a year it yields between %(low)s and %(high)s; below "
        "zero it costs money."
    )
    return [Said("unsure", words, values)]


def claims_in(text: str, rule: str = "") -> list[str]:
    """Return the words of a Dutch text that claim an effect its rule does not allow."""
    allowed = ALLOWED.get(rule, ())
    found = [re.sub(r"\s+", " ", one.lower()) for one in CLAIMS.findall(text)]
    return [one for one in found if one not in allowed]


def signed(share: float) -> str:
    """Return a share as whole percent with its sign."""
    whole = round(100 * share)
    return f"+{whole}" if whole > 0 else str(whole).replace("-", "\N{MINUS SIGN}")


def euros(amount: int) -> str:
    """Return whole euros as Dutch readers write them."""
    sign = "\N{MINUS SIGN}" if amount < 0 else ""
    return f"{sign}€\N{NO-BREAK SPACE}{abs(amount):,}".replace(",", ".")


def rounded(amount: float) -> int:
    """Return an estimated amount in hundreds of euros, from 10,000 on in thousands."""
    step = 1000 if abs(amount) >= 10_000 else 100
    return step * round(amount / step)
