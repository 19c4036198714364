"""What does each kind of figure look like? Invented figures, in Dutch.

Look at them all: python -m tests.shared.chart_samples FOLDER writes one page.
"""

from datetime import date
from math import exp

from dichtbij.shared.charts.comparing import (
    Funnel,
    FunnelLine,
    FunnelPoint,
    Multiples,
    Panel,
    Swing,
    Tornado,
    draw_funnel,
    draw_multiples,
    draw_tornado,
)
from dichtbij.shared.charts.effects import (
    EventStudy,
    InterruptedSeries,
    draw_event_study,
    draw_series,
)
from dichtbij.shared.charts.events import (
    Curve,
    Curves,
    Layer,
    Stacked,
    draw_curves,
    draw_stacked,
)
from dichtbij.shared.charts.figure import Caption, Figure, Say
from dichtbij.shared.charts.flow import Flow, Link, draw_flow
from dichtbij.shared.charts.process import (
    BarChart,
    LineChart,
    ProcessChart,
    draw_bars,
    draw_line,
    draw_process,
)

MONTHS = (
    "jan",
    "feb",
    "mrt",
    "apr",
    "mei",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)
PERIODS = tuple(f"{month} {year}" for year in (2026, 2027) for month in MONTHS)
QUARTERS = tuple(f"{q}e kw. {y}" for y in (2025, 2026, 2027) for q in (1, 2, 3, 4))
PRACTICES = (
    "Hanzepraktijk",
    "Avercamppraktijk",
    "De Bovenhaven",
    "Huisartsen Onderdijks en omstreken",
    "Goedzorg",
    "Zuiderpraktijk",
    "Het Dok",
)


def caption(key: str, title: str, sentence: str, n: int = 310) -> Caption:
    return Caption(key, title, sentence, n, "trajecten", date(2027, 9, 30))


def process(say: Say = str, **changes) -> Figure:
    values = [
        21,
        24,
        19,
        22,
        25,
        20,
        18,
        23,
        22,
        26,
        21,
        19,
        24,
        12,
        22,
        13,
        12,
        11,
        12,
        9,
    ]
    types = ["common_cause"] * 13 + ["special_cause_improvement"] * 7
    types[9] = "special_cause_concern"
    chart = ProcessChart(
        labels=PERIODS[: len(values)],
        values=values,
        mean=[21.9] * 13 + [13.0] * 7,
        lower=[12.4] * 13 + [-1.2] * 7,
        upper=[31.4] * 13 + [27.2] * 7,
        point_type=types,
        unit="Dagen tot het eerste gesprek",
        target=14.0,
        variation="special_cause_improvement",
        assurance="inconsistent",
        decimals=1,
    )
    told = caption(
        "xmr", "Wachttijd per maand", "De wachttijd is sinds februari 2027 korter."
    )
    return draw_process(changes.get("chart", chart), told, say)


def line(say: Say = str) -> Figure:
    values = [12, 14, None, 9, 15, 18, 17]
    chart = LineChart(QUARTERS[:7], values, "Aanmeldingen per kwartaal", 14, "mediaan")
    told = caption(
        "run", "Aanmeldingen", "Er komen per kwartaal rond de 14 aanmeldingen."
    )
    return draw_line(chart, told, say)


def bars(say: Say = str) -> Figure:
    weeks = ("0-1", "1-2", "2-3", "3-4", "4-6", "6-8", "8-12", "12 of meer")
    chart = BarChart(
        weeks,
        [14, 11, 6, 4, 5, 2, 0, 1],
        "Gezinnen die wachten",
        across="Weken sinds de aanmelding",
        norm_after=2,
        norm_words="binnen de norm van 2 weken",
        beyond_words="langer dan de norm",
    )
    told = caption(
        "age", "Wie wacht hoe lang", "18 van de 43 gezinnen wachten te lang.", 43
    )
    return draw_bars(chart, told, say)


def funnel(say: Say = str) -> Figure:
    sizes = range(6, 165, 4)
    lines = [
        FunnelLine(
            n,
            max(0, 0.62 - 1.5 / n**0.5),
            max(0, 0.62 - 0.95 / n**0.5),
            min(1, 0.62 + 0.95 / n**0.5),
            min(1, 0.62 + 1.5 / n**0.5),
        )
        for n in sizes
    ]
    told = [
        (6, 0.33),
        (24, 0.58),
        (41, 0.66),
        (60, 0.45),
        (88, 0.64),
        (120, 0.80),
        (150, 0.6),
    ]
    standing = [
        "small",
        "within",
        "within",
        "outside_95",
        "within",
        "outside_998",
        "within",
    ]
    points = [
        FunnelPoint(name, n, share, kind)
        for name, (n, share), kind in zip(PRACTICES, told, standing, strict=True)
    ]
    chart = Funnel(
        points,
        lines,
        0.62,
        "Afgesloten zonder verwijzing",
        "Afgesloten trajecten per praktijk",
        percent=True,
    )
    sentence = "Twee praktijken wijken meer af dan door toeval te verwachten is."
    return draw_funnel(chart, caption("funnel", "Praktijken en toeval", sentence), say)


def curves(say: Say = str) -> Figure:
    times = [1, 2, 3, 5, 7, 8, 10, 13, 16, 20, 27, 40]
    shares = [0.93, 0.88, 0.8, 0.7, 0.55, 0.5, 0.4, 0.3, 0.22, 0.15, 0.1, 0.05]
    first = Curve(
        "aangemeld in 2026",
        times,
        shares,
        [s - 0.06 for s in shares],
        [s + 0.06 for s in shares],
        [160, 64, 35, 16, 11, 8],
    )
    second = Curve(
        "aangemeld in 2027",
        times,
        [s**1.5 for s in shares],
        at_risk=[150, 40, "<10", "<10", "<10", "<10"],
    )
    chart = Curves(
        [first, second],
        50,
        "Nog niet gezien",
        "Dagen sinds de aanmelding",
        risk_times=[0, 10, 20, 30, 40, 50],
        norm=14,
        norm_words="norm: 10 werkdagen",
    )
    sentence = "De helft is binnen 8 dagen gezien; in 2027 binnen 6 dagen."
    return draw_curves(chart, caption("km", "Tot het eerste gesprek", sentence), say)


def stacked(say: Say = str) -> Figure:
    weeks = list(range(0, 53, 2))

    def grown(most):
        return [most * (1 - exp(-w / 15)) for w in weeks]

    layers = [
        Layer("zonder verwijzing", grown(0.5)),
        Layer("naar lichte hulp", grown(0.12)),
        Layer("naar specialist", grown(0.2)),
        Layer("zonder contact", grown(0.06)),
    ]
    chart = Stacked(weeks, layers, "Alle gestarte trajecten", "Weken sinds de start")
    sentence = "Na een jaar is 48% van alle gestarte trajecten zonder verwijzing klaar."
    return draw_stacked(chart, caption("aj", "Hoe trajecten eindigen", sentence), say)


def series(say: Say = str) -> Figure:
    observed = [48, 51, 47, 53, 50, 55, 52, 54, 49, 46, 47, 44]
    none = [None] * 6
    expected = [53.0, 54.0, 55.0, 55.5, 56.5, 57.0]
    chart = InterruptedSeries(
        QUARTERS,
        observed,
        none + expected,
        none + [e - 5 for e in expected],
        none + [e + 5 for e in expected],
        6,
        "Verwijzingen naar gespecialiseerde hulp per kwartaal",
    )
    sentence = "Sinds de start liggen de verwijzingen onder de verwachting."
    return draw_series(
        chart, caption("its", "Verwijzingen en verwachting", sentence), say
    )


def event_study(say: Say = str) -> Figure:
    periods = [-4, -3, -2, -1, 0, 1, 2, 3]
    estimate = [0.4, -0.6, 0.3, 0.0, -0.8, -1.6, -2.2, -1.9]
    base = [None if p == -1 else 1 for p in periods]
    chart = EventStudy(
        periods,
        estimate,
        [None if b is None else e - 1.4 for b, e in zip(base, estimate, strict=True)],
        [None if b is None else e + 1.4 for b, e in zip(base, estimate, strict=True)],
        [None if b is None else e - 2.1 for b, e in zip(base, estimate, strict=True)],
        [None if b is None else e + 2.1 for b, e in zip(base, estimate, strict=True)],
        "Verschil in verwijzingen per 1.000 jeugdigen per jaar",
        detectable=3.1,
        across="Kwartalen vanaf de start",
    )
    sentence = "Een verschil is niet aangetoond; pas vanaf 3,1 was het te zien."
    return draw_event_study(chart, caption("es", "Voor en na de start", sentence), say)


def tornado(say: Say = str) -> Figure:
    swings = [
        Swing("Verhouding van de verwijzingen (IRR)", 511, -1617, "0,78", "1,09"),
        Swing(
            "Prijs per traject gespecialiseerde hulp", -790, -420, "€ 4.500", "€ 8.500"
        ),
        Swing(
            "Kosten van het programma per jaar", -480, -760, "€ 1,0 mln", "€ 1,3 mln"
        ),
        Swing("Aantal verwijzingen", -640, -590, "850", "950"),
    ]
    chart = Tornado(
        swings, -618, "Saldo per jaar, in duizend euro", "uitgangspunt: 618 nadelig"
    )
    sentence = "Of het programma geld bespaart hangt vooral af van het effect."
    return draw_tornado(
        chart, caption("tornado", "Waar het van afhangt", sentence), say
    )


def flow(say: Say = str) -> Figure:
    targets = (
        "Zonder verwijzing afgesloten",
        "Lichte hulp (CJG, school)",
        "Wijkteam",
        "Gespecialiseerde hulp",
        "Loopt nog",
    )
    numbers = {
        "Huisarts": (85, 15, 5, 40, 30),
        "Praktijkondersteuner van de huisarts": (20, 5, 0, 10, 10),
        "School of intern begeleider": (15, 10, 5, 5, 5),
        "Gezin zelf": (10, 5, 0, 0, 5),
    }
    links = [
        Link(source, target, n)
        for source, row in numbers.items()
        for target, n in zip(targets, row, strict=True)
    ]
    chart = Flow(links, "Aangemeld door", "Waar het eindigde")
    sentence = (
        "De meeste gezinnen komen via de huisarts en gaan zonder verwijzing verder."
    )
    return draw_flow(
        chart, caption("flow", "Van aanmelding naar uitkomst", sentence), say
    )


def multiples(say: Say = str) -> Figure:
    panels = [
        Panel(
            name,
            [
                (7 * at + 5 * q) % 13 + q if q != 2 or at != 4 else None
                for q in range(8)
            ],
        )
        for at, name in enumerate(PRACTICES)
    ]
    chart = Multiples(panels, QUARTERS[:8], "Aanmeldingen per kwartaal")
    sentence = "In elke praktijk groeit het aantal aanmeldingen."
    return draw_multiples(chart, caption("many", "Per praktijk", sentence), say)


SAMPLES = {
    made.__name__: made
    for made in (
        process,
        line,
        bars,
        funnel,
        curves,
        stacked,
        series,
        event_study,
        tornado,
        flow,
        multiples,
    )
}
