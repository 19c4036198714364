"""Is a change more than chance, and did it reach the scores of those who do well?

Pure. r = reliability, M and SD of the norm before. Six published methods; that of
Jacobson and Truax is the default. What cannot be estimated raises CannotSay with its
reason; a norm's SD is used, never that of a few children.
Source: science.md 4.10; Jacobson and Truax 1991.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

RELIABLE_BEYOND = 1.96
RELIABLE_BEYOND_HA = 1.65
LEAST_SAMPLE = 20  # Source: science.md 4.12, a smaller sample has no norm


class Method(StrEnum):
    """Which index of change."""

    JT = "JT"  # Jacobson and Truax
    EN = "EN"  # Edwards and Nunnally
    GLN = "GLN"  # Gulliksen, Lord and Novick
    HLL = "HLL"  # Hsu, Linn and Lord
    NK = "NK"  # Nunnally and Kotsch
    HA = "HA"  # Hageman and Arrindell


class CannotSay(ValueError):
    """There is no reliable change to tell; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Verdict(StrEnum):
    """What became of someone, by the index and the cut-off."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    WORSE = "worse"


@dataclass(frozen=True)
class Reference:
    """What is known of the scores of a population.

    `sd`, `mean` and `reliability` at the first measurement; the `post_` ones at the
    second; `correlation` between both; `n` the size of the sample, if told.
    """

    sd: float | None = None
    reliability: float | None = None
    mean: float | None = None
    post_sd: float | None = None
    post_reliability: float | None = None
    post_mean: float | None = None
    correlation: float | None = None
    n: int | None = None

    def need(self, *names: str) -> list[float]:
        """Return values that a method cannot do without. Raises CannotSay."""
        if self.n is not None and self.n < LEAST_SAMPLE:
            raise CannotSay("small_sample")
        found = []
        for name in names:
            value = getattr(self, name)
            if value is None or not _usable(name, value):
                raise CannotSay(f"no_{name}")
            found.append(value)
        return found


def _usable(name: str, value: float) -> bool:
    """Tell whether a spread is above 0 and a reliability between 0 and 1."""
    if name.endswith("reliability"):
        return 0 < value < 1
    return value > 0 if name.endswith("sd") else True


def standard_error(sd: float, reliability: float) -> float:
    """Return the standard error of measurement."""
    return sd * sqrt(1 - reliability)


def standard_difference(sd: float, reliability: float) -> float:
    """Return the standard error of the difference between two scores."""
    return sqrt(2) * standard_error(sd, reliability)


def standard_prediction(sd: float, reliability: float) -> float:
    """Return the standard error of prediction."""
    return sd * sqrt(1 - reliability**2)


def t_score(value: float, mean: float, sd: float) -> float:
    """Return 50 + 10 z."""
    return 50 + 10 * (value - mean) / sd


def index(method: str, pre: float, post: float, known: Reference) -> float:
    """Return the change index of one method. Raises CannotSay for what is not known."""
    return _METHODS[Method(method)](pre, post, known)


def _jt(pre: float, post: float, known: Reference) -> float:
    sd, r = known.need("sd", "reliability")
    return (post - pre) / standard_difference(sd, r)


def _en(pre: float, post: float, known: Reference) -> float:
    sd, r, mean = known.need("sd", "reliability", "mean")
    return (post - (r * (pre - mean) + mean)) / standard_error(sd, r)


def _gln(pre: float, post: float, known: Reference) -> float:
    sd, r, mean = known.need("sd", "reliability", "mean")
    return ((post - mean) - r * (pre - mean)) / standard_prediction(sd, r)


def _hll(pre: float, post: float, known: Reference) -> float:
    sd, r, mean, later = known.need("sd", "reliability", "mean", "post_mean")
    return ((post - later) - r * (pre - mean)) / standard_prediction(sd, r)


def _nk(pre: float, post: float, known: Reference) -> float:
    sd, r, mean, later = known.need("sd", "reliability", "mean", "post_reliability")
    spread = sqrt(r**2 * sd**2 * (1 - r) + sd**2 * (1 - later))
    return (post - (r * (pre - mean) + mean)) / spread


def _ha(pre: float, post: float, known: Reference) -> float:
    mean, later = known.need("mean", "post_mean")
    sd, r = known.need("sd", "reliability")
    r_dd = reliability_of_difference(known)
    moved = (post - pre) * r_dd + (later - mean) * (1 - r_dd)
    return moved / (sqrt(r_dd) * standard_difference(sd, r))


def reliability_of_difference(known: Reference) -> float:
    """Return how reliable the difference is (HA). Raises CannotSay when it is not."""
    names = ("sd", "reliability", "post_sd", "correlation")
    sd, r, later, c = known.need(*names)
    error = standard_error(sd, r)
    shared = 2 * sd * later * c
    true_before, true_after = sd**2 - error**2, later**2 - error**2
    spread = sd**2 + later**2 - shared
    if spread <= 0 or true_before + true_after - shared <= 0:
        raise CannotSay("difference_not_reliable")
    return (true_before + true_after - shared) / spread


_METHODS: dict[Method, Callable[[float, float, Reference], float]] = {
    Method.JT: _jt,
    Method.EN: _en,
    Method.GLN: _gln,
    Method.HLL: _hll,
    Method.NK: _nk,
    Method.HA: _ha,
}


def cutoff_a(mean: float, sd: float, *, higher_is_better: bool) -> float:
    """Return 2 SD from the mean of those with problems, towards the others."""
    return mean + 2 * sd if higher_is_better else mean - 2 * sd


def cutoff_b(mean: float, sd: float, *, higher_is_better: bool) -> float:
    """Return 2 SD from the mean of those who do well, towards the others."""
    return mean - 2 * sd if higher_is_better else mean + 2 * sd


def cutoff_c(clinical_mean: float, clinical_sd: float, mean: float, sd: float) -> float:
    """Return the point between both means, nearer to the group that spreads less."""
    return (clinical_sd * mean + sd * clinical_mean) / (clinical_sd + sd)


Known = tuple[float | None, float | None]  # mean and SD of a group, None: not printed


def best_cutoff(
    method: str,
    *,
    own: Known,
    clinical: Known,
    reliability: float | None,
    higher_is_better: bool,
) -> float | None:
    """Return c where both groups are known, else b, else a, else None.

    HA puts the spread of true scores in place of the observed one, with the error of
    the norm; without a reliability it has no cut-off.
    """
    mean, sd = own
    clinical_mean, clinical_sd = clinical
    if method == Method.HA:
        if sd is None or reliability is None:
            return None
        error = standard_error(sd, reliability)
        sd = true_sd(sd, error)
        clinical_sd = None if clinical_sd is None else true_sd(clinical_sd, error)
    if mean is not None and sd is not None:
        if clinical_mean is not None and clinical_sd is not None:
            return cutoff_c(clinical_mean, clinical_sd, mean, sd)
        return cutoff_b(mean, sd, higher_is_better=higher_is_better)
    if clinical_mean is None or clinical_sd is None:
        return None
    return cutoff_a(clinical_mean, clinical_sd, higher_is_better=higher_is_better)


def true_sd(sd: float, error: float) -> float:
    """Return SD times the root of 1 - SEm^2/SD^2: what HA uses in its cut-off.

    Raises CannotSay when the error is as large as the spread.
    """
    if error >= sd:
        raise CannotSay("difference_not_reliable")
    return sd * sqrt(1 - error**2 / sd**2)


def verdict(
    method: str,
    pre: float,
    post: float,
    known: Reference,
    *,
    higher_is_better: bool,
    cutoff: float | None = None,
) -> Verdict:
    """Return what became of someone; without a cut-off nobody is called recovered.

    Recovered: reliably improved, before on the side of problems, after on the other.
    Raises CannotSay.
    """
    wanted = 1 if higher_is_better else -1
    toward = wanted * index(method, pre, post, known)
    beyond = RELIABLE_BEYOND_HA if method == Method.HA else RELIABLE_BEYOND
    if toward < -beyond:
        return Verdict.WORSE
    if toward <= beyond:
        return Verdict.UNCHANGED
    if cutoff is None or wanted * (pre - cutoff) >= 0:
        return Verdict.IMPROVED
    if method == Method.HA:
        functional = wanted * functional_index(post, known, cutoff) > beyond
    else:
        functional = wanted * (post - cutoff) > 0
    return Verdict.RECOVERED if functional else Verdict.IMPROVED


def functional_index(post: float, known: Reference, cutoff: float) -> float:
    """Return how far the true score after lies past the cut-off, in errors (HA)."""
    mean, later = known.need("post_mean", "post_sd")
    sd, r = known.need("sd", "reliability")
    error = standard_error(sd, r)
    if error >= later:
        raise CannotSay("difference_not_reliable")
    rho = 1 - error**2 / later**2
    return (mean + rho * (post - mean) - cutoff) / (sqrt(rho) * error)


def by_points(
    pre: float, post: float, points: float, *, higher_is_better: bool
) -> Verdict:
    """Return what became of someone where a source only prints a number of points."""
    toward = (post - pre) if higher_is_better else (pre - post)
    if abs(toward) < points:
        return Verdict.UNCHANGED
    return Verdict.IMPROVED if toward > 0 else Verdict.WORSE
