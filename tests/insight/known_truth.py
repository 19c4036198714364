"""Panels of practices by quarters in which we know what the help did."""

import numpy as np

NEVER = 0


def practices(
    waves=((5, 8), (7, 6), (8, 4), (NEVER, 14)),
    quarters=10,
    effect=-3.0,
    seed=3,
    noise=2.0,
):
    """Rates per 1,000 youths; `effect` per quarter from the start, x is a covariate.

    Without noise the truth comes back exactly, whatever the level of a practice.
    """
    rng = np.random.default_rng(seed)
    start = np.repeat([g for g, _ in waves], [n for _, n in waves])
    units = start.size
    youths = rng.integers(300, 2500, units).astype(float)
    x = rng.normal(size=units) + 0.4 * (start > 0)
    level = rng.normal(35, 8, units)
    season = rng.normal(0, 4, quarters)
    t = np.arange(1, quarters + 1)
    treated = (start[:, None] > 0) & (t >= start[:, None])
    rate = level[:, None] + season + effect * treated
    rate = rate + noise * rng.normal(size=rate.shape)
    return {
        "practice": np.repeat(np.arange(units) + 100, quarters),
        "quarter": np.tile(t, units),
        "start": np.repeat(start, quarters),
        "youths": np.repeat(youths, quarters),
        "x": np.repeat(x, quarters),
        "moving": (x[:, None] + 0.3 * np.sin(t + 9 * x[:, None])).ravel(),
        "rate": rate.ravel() + 0.3 * (np.repeat(x, quarters) * np.tile(t, units)),
    }


def counted(
    waves=((5, 8), (7, 6), (NEVER, 10)),
    quarters=10,
    ratio=0.8,
    seed=5,
    per_1000=9.0,
    exact=False,
):
    """Referrals counted; `ratio` is what the help did. Exact: the mean, no chance."""
    rng = np.random.default_rng(seed)
    start = np.repeat([g for g, _ in waves], [n for _, n in waves])
    units = start.size
    youths = rng.integers(500, 1500, (units, 1)) * np.ones(quarters)
    youths = np.round(youths * (1 + 0.02 * np.arange(quarters)))
    level = per_1000 / 1000 * np.exp(rng.normal(0, 0.35, (units, 1)))
    season = np.exp(rng.normal(0, 0.15, quarters))
    t = np.arange(1, quarters + 1)
    treated = (start[:, None] > 0) & (t >= start[:, None])
    mean = youths * level * season * np.where(treated, ratio, 1)
    count = mean if exact else rng.poisson(mean)
    return {
        "practice": np.repeat(np.arange(units) + 100, quarters),
        "quarter": np.tile(t, units),
        "start": np.repeat(start, quarters),
        "youths": youths.ravel(),
        "referrals": np.asarray(count, dtype=float).ravel(),
    }


def shuffled(frame, seed=1):
    """The same rows in another order."""
    order = np.random.default_rng(seed).permutation(len(next(iter(frame.values()))))
    return {name: column[order] for name, column in frame.items()}
