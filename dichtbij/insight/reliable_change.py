"""How many children changed more than a questionnaire wavers, and how many recovered?

Pure: the indices and verdicts are those the care side shows for one child; here they
are counted over all of them. Norms and reliability come from the norm that was chosen,
never from a small sample.
Source: science.md 4.10, T-A7; Jacobson and Truax 1991; Claus et al. 2024.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dichtbij.questionnaires.change import (
    LEAST_SAMPLE,
    RELIABLE_BEYOND,
    RELIABLE_BEYOND_HA,
    Method,
    Reference,
    Verdict,
    cutoff_a,
    cutoff_b,
    cutoff_c,
    index,
    standard_difference,
    standard_error,
    verdict,
)

Floats = npt.NDArray[np.float64]
Scores = float | Sequence[float] | Floats


@dataclass(frozen=True, eq=False)
class ReliableChange:
    """The change of children measured twice.

    `index` has the shape of the scores given, in standard errors; beyond +-`critical`
    it is reliable. `sem` and `sdiff` are the errors of a measurement and of a
    difference, in points. `verdicts` holds one per child, in their order.
    """

    method: Method
    index: Floats
    critical: float
    sem: float
    sdiff: float
    verdicts: tuple[Verdict, ...]

    @property
    def n(self) -> int:
        """Return how many children were measured twice."""
        return len(self.verdicts)

    @property
    def counts(self) -> dict[Verdict, int]:
        """Return the number of children of each verdict, also of those without any."""
        found = Counter(self.verdicts)
        return {each: found[each] for each in Verdict}


@dataclass(frozen=True)
class CutOffs:
    """The three cut-offs, in points: a, b and c of Jacobson and Truax."""

    a: float
    b: float
    c: float


def jacobson_truax(
    pre: Scores,
    post: Scores,
    sd: float,
    reliability: float,
    *,
    higher_is_better: bool = False,
    cutoff: float | None = None,
) -> ReliableChange:
    """Return the change by the default index: (post - pre) / Sdiff.

    Without a cut-off nobody is called recovered. Raises CannotSay without a usable
    spread or reliability, ValueError as reliable_change does.
    """
    known = Reference(sd=sd, reliability=reliability)
    return reliable_change(
        Method.JT, pre, post, known, higher_is_better=higher_is_better, cutoff=cutoff
    )


def reliable_change(
    method: Method | str,
    pre: Scores,
    post: Scores,
    known: Reference,
    *,
    higher_is_better: bool = False,
    cutoff: float | None = None,
) -> ReliableChange:
    """Return the change by one of six methods: JT, EN, GLN, HLL, NK or HA.

    `known` is the norm, or `sample` for what a method needs of the second
    measurement. Raises CannotSay for what is not known, ValueError for scores that
    miss or do not come in pairs.
    """
    before, after = np.asarray(pre, dtype=float), np.asarray(post, dtype=float)
    if before.shape != after.shape or before.ndim > 1:
        raise ValueError("each child needs a score before and one after")
    if not (np.isfinite(before).all() and np.isfinite(after).all()):
        raise ValueError("a score that misses is no pair: leave the child out")
    sd, reliability = known.need("sd", "reliability")
    chosen = Method(method)
    pairs = list(zip(before.ravel().tolist(), after.ravel().tolist(), strict=True))
    return ReliableChange(
        method=chosen,
        index=np.array([index(chosen, a, b, known) for a, b in pairs]).reshape(
            before.shape
        ),
        critical=RELIABLE_BEYOND_HA if chosen == Method.HA else RELIABLE_BEYOND,
        sem=standard_error(sd, reliability),
        sdiff=standard_difference(sd, reliability),
        verdicts=tuple(
            verdict(
                chosen, a, b, known, higher_is_better=higher_is_better, cutoff=cutoff
            )
            for a, b in pairs
        ),
    )


def sample(
    pre: Sequence[float] | Floats,
    post: Sequence[float] | Floats,
    reliability: float,
    post_reliability: float | None = None,
) -> Reference:
    """Return what the children themselves tell of mean, spread and correlation.

    SDs are of a sample (n - 1). Raises ValueError with fewer than twenty children, or
    scores that do not come in pairs: take the SD of the norm.
    """
    before, after = np.asarray(pre, dtype=float), np.asarray(post, dtype=float)
    if before.shape != after.shape or len(before) < LEAST_SAMPLE:
        raise ValueError(f"fewer than {LEAST_SAMPLE} pairs are no norm")
    spread = float(before.std(ddof=1)), float(after.std(ddof=1))
    together = float(np.corrcoef(before, after)[0, 1]) if min(spread) > 0 else None
    return Reference(
        sd=spread[0],
        reliability=reliability,
        mean=float(before.mean()),
        post_sd=spread[1],
        post_reliability=reliability if post_reliability is None else post_reliability,
        post_mean=float(after.mean()),
        correlation=together,
        n=len(before),
    )


def cut_offs(
    clinical_mean: float, clinical_sd: float, mean: float, sd: float
) -> CutOffs:
    """Return the cut-offs between those with problems and those who do well.

    Raises ValueError when both groups have the same mean or no spread.
    """
    if clinical_mean == mean or clinical_sd + sd <= 0:
        raise ValueError("two groups with the same mean have no cut-off")
    higher = mean > clinical_mean
    return CutOffs(
        a=cutoff_a(clinical_mean, clinical_sd, higher_is_better=higher),
        b=cutoff_b(mean, sd, higher_is_better=higher),
        c=cutoff_c(clinical_mean, clinical_sd, mean, sd),
    )


def share_at_bound(scores: Sequence[float], bound: float) -> float | None:
    """Return the share of scores on a bound of the scale, 0 to 1; None without any.

    At the floor, or the ceiling, nobody can change any further.
    """
    if not scores:
        return None
    return sum(score == bound for score in scores) / len(scores)
