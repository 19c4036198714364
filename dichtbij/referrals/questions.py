"""What can a family come with? The two-level list of help questions.

Source: domain.md 3.5 (S35 S6 S59 S36). `OVE` needs words: a big rest category is
useless for steering (T4).
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

OTHER = "OVE"

# First level: code -> label. Second level: code -> label, under its first level.
FIRST: dict[str, Any] = {
    "EMO": _("Emotional"),
    "GED": _("Behaviour"),
    "ONT": _("Development"),
    "LIC": _("Physical"),
    "SOC": _("Social"),
    "OPV": _("Parenting"),
    "SCH": _("Divorce"),
    "SCL": _("School"),
    "VEI": _("Safety"),
    "MID": _("Substances or gaming"),
    "SEK": _("Sexuality or gender"),
    "FIN": _("Debts or family problems"),
    "OVE": _("Something else"),
}
SECOND: dict[str, dict[str, Any]] = {
    "EMO": {
        "EMO-ANG": _("anxiety"),
        "EMO-SOM": _("low mood"),
        "EMO-TER": _("turned inward"),
        "EMO-DWA": _("compulsion"),
        "EMO-ZEL": _("self-image"),
        "EMO-ROU": _("grief"),
        "EMO-TRA": _("trauma"),
    },
    "GED": {
        "GED-BOO": _("angry or irritable"),
        "GED-OPS": _("defiant"),
        "GED-DRU": _("overactive or impulsive"),
        "GED-AAN": _("attention or concentration"),
    },
    "ONT": {
        "ONT-AUT": _("autism (traits)"),
        "ONT-LER": _("learning or dyslexia"),
        "ONT-TAA": _("language"),
        "ONT-COG": _("cognitive"),
    },
    "LIC": {
        "LIC-PIJ": _("stomach ache or headache"),
        "LIC-MOE": _("tired"),
        "LIC-SLA": _("sleep"),
        "LIC-ZIN": _("toilet training"),
        "LIC-ETE": _("eating"),
    },
    "SOC": {
        "SOC-PES": _("bullying"),
        "SOC-VRI": _("friendship"),
        "SOC-VAA": _("social skills"),
    },
    "OPV": {
        "OPV-VRA": _("parenting question"),
        "OPV-GRE": _("limits"),
        "OPV-KLI": _("family climate"),
    },
    "SCH": {
        "SCH-SCH": _("divorce"),
        "SCH-LOY": _("loyalty"),
        "SCH-OMG": _("contact arrangements"),
    },
    "SCL": {
        "SCL-VER": _("absence or truancy"),
        "SCL-PRE": _("pressure to perform"),
        "SCL-OVE": _("change of school"),
    },
    "VEI": {
        "VEI-HUI": _("domestic violence"),
        "VEI-VER": _("neglect"),
        "VEI-ZEL": _("self-harm"),
        "VEI-SUI": _("suicidality"),
    },
}
LABELS: dict[str, Any] = {
    **FIRST,
    **{code: label for group in SECOND.values() for code, label in group.items()},
}


def first_level(code: str) -> str:
    """Return the first-level code of a code of either level."""
    return code[:3]


def label(code: str) -> str:
    """Return the words for a code of either level; an unknown code is shown as is."""
    return str(LABELS.get(code, code))
