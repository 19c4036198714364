"""Did the help change the number of referrals? One door to the methods that answer it.

The primary estimate is the Poisson imputation; the imputation of Borusyak, Jaravel and
Spiess is the second, group and time a check. Loads numpy and scipy: import it in a job
or inside a function, never where the web server starts.
Source: science.md 4.8.
"""

from dichtbij.insight.aggregation import Aggregate
from dichtbij.insight.detectable import Detectable, minimum_detectable_effect
from dichtbij.insight.group_time import GroupTimeEffects, PreTest, group_time_att
from dichtbij.insight.imputation import Imputation, imputation
from dichtbij.insight.inference import (
    Randomisation,
    needs_randomisation,
    randomisation_p,
)
from dichtbij.insight.multiplier import Band
from dichtbij.insight.panels import CannotEstimate, Dropped
from dichtbij.insight.poisson import PoissonImputation, poisson_imputation
from dichtbij.insight.sensitivity import Drift, Sensitivity, relative_magnitudes
from dichtbij.insight.small_samples import (
    Corrected,
    Wild,
    corrected_error,
    wild_bootstrap_p,
)
from dichtbij.insight.twfe import TwoWayEffect, twfe

__all__ = [
    "Aggregate",
    "Band",
    "CannotEstimate",
    "Corrected",
    "Detectable",
    "Drift",
    "Dropped",
    "GroupTimeEffects",
    "Imputation",
    "PoissonImputation",
    "PreTest",
    "Randomisation",
    "Sensitivity",
    "TwoWayEffect",
    "Wild",
    "corrected_error",
    "group_time_att",
    "imputation",
    "minimum_detectable_effect",
    "needs_randomisation",
    "poisson_imputation",
    "randomisation_p",
    "relative_magnitudes",
    "twfe",
    "wild_bootstrap_p",
]
