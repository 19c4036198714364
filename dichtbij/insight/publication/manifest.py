"""What does a release say of itself, so that anyone can judge what it is worth?

Nothing in it depends on a child, but for the fact that the period was large enough and
the distance to noisy measurements that was kept.
"""

from typing import Any

from django.conf import settings

from dichtbij.insight.indicators_outcomes import MAPPING_VERSION
from dichtbij.insight.publication.due import LEAST_TRAJECTORIES
from dichtbij.insight.publication.ledger import CAP_MILLI
from dichtbij.insight.publication.periods import Period
from dichtbij.insight.publication.tables import BASE, Scheme, Table
from dichtbij.programmes.models import Programme

METHOD = (
    "Each child counts at most once per group of tables. Counts get discrete Laplace "
    "noise once, then are fitted to non-negative multiples of five with all margins "
    "additive, at the least distance to the noisy counts, which are destroyed."
)
WITHOUT_NOISE = (
    "Each child counts at most once per group of tables. Counts are fitted to "
    "non-negative multiples of five with all margins additive, without noise: the "
    "chance that a child can be recognised has no proved bound."
)
LEFT_OUT = (
    "Who would spend more than the yearly cap, or was written down too late, is "
    "counted in the first release of the next year."
)


def manifest_of(
    programme: Programme, scheme: Scheme, period: Period, distance: int | None
) -> dict[str, Any]:
    """Return the manifest of a release; `distance` is None when it is withheld."""
    epsilon = programme.publication_noise
    withheld = distance is None
    tables = () if withheld else scheme.tables
    return {
        "scheme": {"name": scheme.name, "version": scheme.version},
        "base": BASE,
        "epsilon": epsilon,
        "months": programme.publication_months,
        "data_on": period.matures_on.isoformat(),
        "order": [table.code for table in tables],
        "tables": {table.code: _told(table, epsilon) for table in tables},
        "distance": distance,
        "ledger": {
            "cap_milli_epsilon_per_year": CAP_MILLI,
            "groups": {
                group: scheme.share(group) * (epsilon or 0) for group in scheme.groups()
            },
        },
        "invariants": [
            f"{'Fewer than' if withheld else 'At least'} {LEAST_TRAJECTORIES} "
            "trajectories began or were closed in the period; shorter periods between "
            "the same first day and this last day had fewer.",
        ],
        "claims": ["G1", "G2", "G4"] + (["G3"] if epsilon else []),
        "method": [METHOD if epsilon else WITHOUT_NOISE, LEFT_OUT],
        "outcome_mapping": MAPPING_VERSION,
        "code_version": settings.VERSION,
    }


def _told(table: Table, epsilon: int | None) -> dict[str, Any]:
    return {
        "rows": list(table.rows),
        "columns": list(table.columns),
        "group": table.group,
        "definition": table.definition,
        "milli_epsilon": {
            what: part * epsilon for what, part in table.parts.items() if epsilon
        },
    }
