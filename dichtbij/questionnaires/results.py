"""What do recorded scores say, in words, and what has changed since the first time?

A signal, never a diagnosis and never a decision: nothing in the product asks these
functions what to do.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Channel
from dichtbij.questionnaires import change
from dichtbij.questionnaires.charting import Chart, Dot, Guide, Line, chart
from dichtbij.questionnaires.definitions import (
    Definition,
    Names,
    Norm,
    Scale,
    ScaleNorm,
    worded,
)
from dichtbij.questionnaires.models import Measurement
from dichtbij.questionnaires.reading import all_definitions
from dichtbij.questionnaires.scoring import (
    Score,
    at_the_edge,
    band_of,
    has_bands,
    is_sure,
    score_items,
)

BANDS: dict[str, Any] = {
    "": _("below the cut-off"),
    "borderline": _("borderline: a signal, no diagnosis"),
    "raised": _("raised: a signal, no diagnosis"),
}
EDGES: dict[str, Any] = {
    "floor": _("the lowest score there is: less cannot be measured"),
    "ceiling": _("the highest score there is: more cannot be measured"),
}
VERDICTS: dict[str, Any] = {
    "recovered": _("reliably better, and now past the cut-off"),
    "improved": _("reliably better"),
    "unchanged": _("no reliable change: it can be chance"),
    "worse": _("reliably worse"),
}
REASONS: dict[str, Any] = {
    "no_norm": _("Choose norms: without them nobody can tell chance from change."),
    "no_scale": _("These norms say nothing about this scale."),
    "no_sd": _("These norms print no standard deviation."),
    "no_reliability": _("These norms print no reliability."),
    "no_mean": _("This method needs a mean, which these norms do not print."),
    "small_sample": _("These norms rest on fewer than 20 people."),
}
NOT_PRINTED = _("This method needs figures that these norms do not print.")
METHODS: dict[str, Any] = {
    "JT": "Jacobson & Truax",
    "EN": "Edwards & Nunnally",
    "GLN": "Gulliksen, Lord & Novick",
    "HLL": "Hsu, Linn & Lord",
    "NK": "Nunnally & Kotsch",
    "HA": "Hageman & Arrindell",
}


@dataclass(frozen=True)
class Result:
    """One score of one measurement, in words."""

    scale: str
    value: int
    highest: int
    band: str
    sure: bool
    edge: str
    t: float | None


@dataclass(frozen=True)
class Row:
    """One measurement with its scores and the norms that were chosen for it."""

    measurement: Measurement
    name: str
    informant: str
    results: list[Result]
    norm: str
    source: str
    caution: str


@dataclass(frozen=True)
class Change:
    """What became of one scale between the first and the last time."""

    scale: str
    informant: str
    before: int
    after: int
    first_on: date
    last_on: date
    index: float | None
    verdict: str
    why_not: str
    cutoff: float | None


@dataclass(frozen=True)
class Course:
    """One instrument over time: its drawing, and what changed by which norms."""

    name: str
    instrument: str
    chart: Chart | None
    changes: list[Change]
    norm: str
    source: str
    caution: str
    norms: list[tuple[str, str]]
    chosen: str


def called(names: Names) -> str:
    """Return a name of a data file in the active language."""
    return worded(names, (get_language() or "nl")[:2])


def informant_words(owner: str) -> str:
    """Return who filled it in, in words."""
    return str(Channel.Owner(owner).label)


def definition_of(row: Measurement) -> Definition:
    """Return the instrument in the version that was used."""
    return all_definitions()[row.instrument, row.version]


def rows_of(measurements: Iterable[Measurement]) -> list[Row]:
    """Return each measurement in words."""
    return [_row(one) for one in measurements]


def _row(row: Measurement) -> Row:
    definition = definition_of(row)
    norm = _norm(definition, row.norms)
    scores = _scores(definition, row)
    return Row(
        measurement=row,
        name=called(definition.name),
        informant=informant_words(row.informant),
        results=[
            _result(scale, scores[scale.key], norm)
            for scale in definition.scales
            if scale.key in row.scores
        ],
        norm=called(norm.name) if norm else "",
        source=norm.source if norm else "",
        caution=called(norm.caution) if norm else "",
    )


def _scores(definition: Definition, row: Measurement) -> Mapping[str, Score]:
    if row.answers is None:
        return {key: Score(value, value) for key, value in row.scores.items()}
    return score_items(definition, {int(i): a for i, a in row.answers.items()})


def _norm(definition: Definition, key: str) -> Norm | None:
    return next((norm for norm in definition.norms if norm.key == key), None)


def _result(scale: Scale, score: Score, norm: Norm | None) -> Result:
    value = int(score.value or 0)
    judged = norm is not None and has_bands(norm, scale.key)
    printed = norm.scales.get(scale.key) if norm else None
    edge = at_the_edge(scale, value)
    known = printed is not None and printed.mean is not None and printed.sd is not None
    return Result(
        scale=called(scale.name),
        value=value,
        highest=scale.highest,
        band=str(BANDS[band_of(norm, scale.key, value)]) if norm and judged else "",
        sure=not (norm and judged) or is_sure(norm, scale.key, score),
        edge=str(EDGES[edge]) if edge else "",
        t=change.t_score(value, printed.mean, printed.sd)  # type: ignore[union-attr,arg-type]
        if known
        else None,
    )


def courses_of(
    measurements: Sequence[Measurement], *, age: int, method: str, norms: str = ""
) -> list[Course]:
    """Return each instrument over time, in the order of its first measurement.

    `norms` is the key of the norms to judge change by, where they fit; else those that
    were chosen with the last measurement.
    """
    by_instrument: dict[tuple[str, str], list[Measurement]] = defaultdict(list)
    for row in measurements:
        by_instrument[row.instrument, row.version].append(row)
    return [
        _course(all_definitions()[key], rows, age, method, norms)
        for key, rows in by_instrument.items()
    ]


def _course(
    definition: Definition,
    rows: list[Measurement],
    age: int,
    method: str,
    norms: str,
) -> Course:
    informants = {row.informant for row in rows}
    fitting = [
        norm
        for norm in definition.norms
        if any(norm.fits(informant, age) for informant in informants)
    ]
    keys = [norm.key for norm in fitting]
    chosen = norms if norms in keys else rows[-1].norms
    norm = _norm(definition, chosen)
    return Course(
        name=called(definition.name),
        instrument=definition.instrument,
        chart=_drawing(definition, rows, norm),
        changes=_changes(definition, rows, norm, method),
        norm=called(norm.name) if norm else "",
        source=norm.source if norm else "",
        caution=called(norm.caution) if norm else "",
        norms=[(one.key, called(one.name)) for one in fitting],
        chosen=chosen,
    )


def _drawing(
    definition: Definition, rows: list[Measurement], norm: Norm | None
) -> Chart | None:
    """Draw the total, or else the first scale: one line per informant."""
    keys = [scale.key for scale in definition.scales]
    scale = definition.scale("total" if "total" in keys else keys[0])
    lines = [
        Line(
            informant_words(informant),
            tuple(
                Dot(row.taken_on, row.scores[scale.key])
                for row in rows
                if row.informant == informant and scale.key in row.scores
            ),
        )
        for informant in sorted({row.informant for row in rows})
    ]
    printed = norm.scales.get(scale.key) if norm else None
    guides = [
        Guide(band.at_least, str(BANDS[band.key]).partition(":")[0])
        for band in (printed.bands if printed else ())
        if band.at_least is not None
    ]
    return chart(lines, scale.lowest, scale.highest, guides)


def _changes(
    definition: Definition,
    rows: list[Measurement],
    norm: Norm | None,
    method: str,
) -> list[Change]:
    """Compare the first and the last of one informant; two informants are no pair."""
    found = []
    for informant in sorted({row.informant for row in rows}):
        mine = [row for row in rows if row.informant == informant]
        for scale in definition.scales:
            told = [row for row in mine if scale.key in row.scores]
            if len(told) > 1:
                fits = norm if norm and norm.fits(informant, _age(told[-1])) else None
                found.append(_change(scale, told[0], told[-1], fits, method))
    return found


def _age(row: Measurement) -> int:
    return int(row.client.age(row.taken_on))


def _change(
    scale: Scale,
    first: Measurement,
    last: Measurement,
    norm: Norm | None,
    method: str,
) -> Change:
    before, after = first.scores[scale.key], last.scores[scale.key]
    printed = norm.scales.get(scale.key) if norm else None
    cutoff = _cutoff(scale, printed, method)
    index, verdict, why_not = None, "", ""
    try:
        if norm is None or printed is None:
            raise change.CannotSay("no_norm" if norm is None else "no_scale")
        known = change.Reference(
            sd=printed.sd,
            reliability=printed.reliability,
            mean=printed.mean,
            n=norm.n,
        )
        index = change.index(method, before, after, known)
        better = scale.higher_is_better
        found = change.verdict(
            method, before, after, known, higher_is_better=better, cutoff=cutoff
        )
        verdict = str(VERDICTS[found])
    except change.CannotSay as cannot:
        index, why_not = None, str(REASONS.get(cannot.reason, NOT_PRINTED))
    return Change(
        scale=called(scale.name),
        informant=informant_words(last.informant),
        before=before,
        after=after,
        first_on=first.taken_on,
        last_on=last.taken_on,
        index=index,
        verdict=verdict,
        why_not=why_not,
        cutoff=cutoff,
    )


def _cutoff(scale: Scale, printed: ScaleNorm | None, method: str) -> float | None:
    if printed is None:
        return None
    return change.best_cutoff(
        method,
        own=(printed.mean, printed.sd),
        clinical=(printed.clinical_mean, printed.clinical_sd),
        reliability=printed.reliability,
        higher_is_better=scale.higher_is_better,
    )
