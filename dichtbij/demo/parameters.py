"""What does the demo town resemble? One table; each line names one source (R12).

A figure of a real programme carries its id in domain.md 2.2 or 2.3, a rule its number
in rulings.md, and an assumption of ours says so: [design]. A test reads this table and
measures the generated town against it.
"""

from dataclasses import dataclass

DESIGN = "[design]"


@dataclass(frozen=True)
class Parameter:
    """One line: a value, in the unit that `words` names, and where it comes from."""

    key: str
    value: float
    source: str
    words: str


PARAMETERS = (
    # --- how many, how long ---------------------------------------------------------
    Parameter("consults.q1", 2, "FIG5", "consults per closed trajectory, 1st quartile"),
    Parameter("consults.median", 4, "FIG5", "consults per closed trajectory, median"),
    Parameter("consults.q3", 7, "FIG5", "consults per closed trajectory, 3rd quartile"),
    Parameter("consults.most", 13, DESIGN, "the longest trajectory, in consults"),
    Parameter("contacts_per_hour", 15 / 24, "FIG3", "consults per practice hour"),
    Parameter("hours.least", 4, "FIG4", "hours a week in the smallest practices"),
    Parameter("hours.most", 24, "FIG4", "hours a week in the largest practice"),
    Parameter("kampen.per_quarter", 40, "R34", "trajectories per quarter in Kampen"),
    Parameter("first_contact.days", 5, "FIG6", "working days to first contact, at p75"),
    Parameter("first_consult.days", 10, "FIG6", "working days to the consult, at p50"),
    # --- who ------------------------------------------------------------------------
    Parameter("age.mean", 12.9, "FIG7", "mean age at referral, whole years"),
    Parameter("age.13_17", 0.573, "FIG7", "share aged 13 to 17"),
    Parameter("sex.girl", 0.592, "FIG8", "share of girls among known sexes"),
    Parameter("sex.girl.behaviour", 0.42, DESIGN, "the same, behaviour (after FIG9)"),
    Parameter("sex.unknown", 0.03, DESIGN, "sex not told by the practice"),
    Parameter("bsn.known", 0.10, "R12", "BSN told: 'most children no BSN, reason'"),
    Parameter("without_parents", 0.03, DESIGN, "of those from 16, helped without them"),
    # --- with what question (the first one told) ------------------------------------
    Parameter("question.other", 0.41, "T4", "other complaints: see town questions"),
    Parameter("question.irritable", 0.14, "T4", "GED-BOO"),
    Parameter("question.anxious", 0.10, "T4", "EMO-ANG"),
    Parameter("question.overactive", 0.08, "T4", "GED-DRU"),
    Parameter("question.low", 0.06, "T4", "EMO-SOM"),
    Parameter("question.rest", 0.21, "T4", "the rest: see town questions"),
    Parameter("question.second", 0.40, DESIGN, "share with a second question"),
    Parameter("question.third", 0.10, DESIGN, "share with a third one"),
    # --- how it goes ----------------------------------------------------------------
    Parameter("dropout", 0.133, "FIG12", "closed because the family stayed away"),
    Parameter("no_show", 0.05, DESIGN, "appointments missed without a word"),
    Parameter("no_show.notice", 0.03, DESIGN, "appointments called off by the family"),
    Parameter("moved", 0.06, DESIGN, "appointments moved"),
    Parameter("cancelled", 0.01, DESIGN, "first talks that the practice cancels"),
    Parameter("urgency.sooner", 0.12, DESIGN, "referrals 'sooner'"),
    Parameter("urgency.urgent", 0.03, DESIGN, "referrals 'urgent'"),
    Parameter("waiting_list", 0.25, DESIGN, "families that choose no time at once"),
    Parameter("call_first", 0.12, DESIGN, "the practitioner calls before deciding"),
    Parameter("declined", 0.05, DESIGN, "referrals returned to the practice"),
    Parameter("withdrawn", 0.02, DESIGN, "referrals taken back by the practice"),
    Parameter("called", 0.60, DESIGN, "families called before the first consult"),
    Parameter("returns", 0.06, DESIGN, "children who come back within 60 to 400 days"),
    Parameter("goals", 0.80, DESIGN, "trajectories with at least one goal"),
    Parameter("next_step", 0.30, DESIGN, "consults that leave a task with a day"),
    Parameter("letters", 0.80, DESIGN, "letters written on time, of the personas"),
    # --- how it ends: shares of those who did not drop out --------------------------
    Parameter("kampen.opgelost_geen_vervolg", 0.54, "T1", "enough, no referral"),
    Parameter("kampen.s_ggz", 0.20, "T1", "specialist mental health care"),
    Parameter("kampen.cjg_wijkteam", 0.12, "T1", "local team"),
    Parameter("kampen.lvb_jeugdhulpaanbieder", 0.05, "T1", "lvb or youth care"),
    Parameter("kampen.b_ggz", 0.04, "T1", "basic mental health care"),
    Parameter("kampen.vrij_toegankelijk", 0.02, "T1", "freely accessible help"),
    Parameter("kampen.onbekend", 0.03, "T1", "other or unknown"),
    Parameter("haarlem.solved", 0.72, "T2", "of all closed, row 1 says: over 70%"),
)
TABLE = {parameter.key: parameter for parameter in PARAMETERS}


def value(key: str) -> float:
    """Return the value of one line. Raises KeyError for a line that is not there."""
    return TABLE[key].value


def outflow(programme: str) -> dict[str, float]:
    """Return outcome -> share of those who did not drop out, adding up to 1.

    Haarlem: T2 gives one share only, of all closed; what was not solved there is spread
    as T1 spreads it [design].
    """
    groningen = {
        parameter.key.removeprefix("kampen."): parameter.value
        for parameter in PARAMETERS
        if parameter.source == "T1"
    }
    if programme == "kampen":
        return groningen
    solved = value("haarlem.solved") / (1 - value("dropout"))
    left = (1 - solved) / (1 - groningen["opgelost_geen_vervolg"])
    spread = {outcome: share * left for outcome, share in groningen.items()}
    return spread | {"opgelost_geen_vervolg": solved}


# T4's two big groups, spread over our own list (domain.md 3.5) as we see fit [design]:
# a code and its weight within the group.
SPREAD: dict[str, dict[str, float]] = {
    "question.irritable": {"GED-BOO": 1},
    "question.anxious": {"EMO-ANG": 1},
    "question.overactive": {"GED-DRU": 1},
    "question.low": {"EMO-SOM": 1},
    "question.other": {
        "EMO": 4, "EMO-TER": 4, "EMO-DWA": 2, "EMO-ZEL": 5, "EMO-ROU": 3, "EMO-TRA": 2,
        "GED": 3, "GED-OPS": 4, "GED-AAN": 6, "ONT": 1, "ONT-AUT": 4, "SOC": 1,
        "SOC-PES": 3, "SOC-VRI": 2, "SOC-VAA": 2, "SEK": 1, "OVE": 1,
    },
    "question.rest": {
        "ONT-LER": 2, "ONT-TAA": 1, "LIC-PIJ": 4, "LIC-MOE": 2, "LIC-SLA": 4,
        "LIC-ZIN": 2, "LIC-ETE": 2, "OPV": 2, "OPV-VRA": 3, "OPV-GRE": 3, "OPV-KLI": 2,
        "SCH": 1, "SCH-SCH": 3, "SCH-LOY": 2, "SCH-OMG": 1, "SCL-VER": 3, "SCL-PRE": 3,
        "SCL-OVE": 2, "MID": 2, "FIN": 1, "VEI": 1,
    },
}  # fmt: skip


def questions() -> dict[str, float]:
    """Return code of a help question -> share of children who come with it first."""
    return {
        code: value(group) * weight / sum(codes.values())
        for group, codes in SPREAD.items()
        for code, weight in codes.items()
    }
