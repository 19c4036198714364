"""How did the pilot of the demo town look back? Two interim rounds, by their acts.

After the town is written: a round speaks of released figures, and the stats role reads
only what was committed. Each round is opened, answered and closed on its own days. One
that no published period goes before is left to the visitor, as is the final one.
"""

from datetime import date, time, timedelta

from django.db import transaction

from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.evaluation.actions import (
    Answer,
    PlanTerms,
    close_round,
    freeze_plan,
    give_reflection,
    make_rounds,
    open_round,
)
from dichtbij.evaluation.models import EvaluationRound, Reflection
from dichtbij.insight.models import Release
from dichtbij.shared import calendar, clock

SLUG, LEADER = "kampen", "projectleider-kampen"
PLANNED_AHEAD, OPENED_AHEAD = timedelta(weeks=3), timedelta(days=14)
ANSWERED_AHEAD = timedelta(days=5)
TERMS = PlanTerms(
    primary_indicator="referrals_per_1000",
    direction="low",
    smallest_effect_percent=15,
)
SAID = {
    "huisarts-kampen": Answer(
        "Gezinnen zijn snel aan de beurt en ik hoor terug wat er gebeurde.",
        "Op woensdag is er niemand in de praktijk.",
        "De korte lijn bij twijfel over een verwijzing.",
        8,
    ),
    "teamleider-kampen": Answer(
        "De vaste dagen geven rust in de planning.",
        "In de zomer vallen te veel praktijkdagen weg.",
        "Het overleg met de huisarts aan het eind van de dag.",
        7,
    ),
    "gemeente-kampen": Answer(
        "We zien hoeveel kinderen geholpen worden zonder een kind te zien.",
        "We willen eerder weten wat het betekent voor verwijzingen.",
        "De gezamenlijke afspraken met huisartsen.",
        7,
    ),
}


def look_back(cast: Cast) -> None:
    """Hold the rounds of Kampen that lie in the past; without releases, none."""
    if LEADER not in cast.users or SLUG not in cast.programmes:
        return
    with transaction.atomic():
        rounds = _rounds(cast)
        past = [one for one in rounds if one.due_on < clock.today()]
        if past and _released_before(past[0]):
            _plan(cast, past[0].due_on)
            for one in past:
                if releases := _released_before(one):
                    _hold(cast, one, releases)


def _rounds(cast: Cast) -> list[EvaluationRound]:
    with standing_at(cast.places[LEADER]):
        made = make_rounds(programme=cast.programmes[SLUG], by=cast.users[LEADER])
    return sorted(made, key=lambda one: one.due_on)


def _released_before(one: EvaluationRound) -> list[Release]:
    """Return what was published when the round opened."""
    opened = calendar.at_local(one.due_on - OPENED_AHEAD, time(9))
    found = Release.objects.filter(
        programme=one.programme, withheld=False, made_at__lt=opened
    )
    return list(found.order_by("ends_on"))


def _plan(cast: Cast, first_on: date) -> None:
    by = cast.users[LEADER]
    with (
        clock.at(calendar.at_local(first_on - PLANNED_AHEAD, time(10))),
        standing_at(cast.places[LEADER]),
    ):
        freeze_plan(programme=cast.programmes[SLUG], by=by, terms=TERMS)


def _hold(cast: Cast, one: EvaluationRound, releases: list[Release]) -> None:
    by, place = cast.users[LEADER], cast.places[LEADER]
    opened = calendar.at_local(one.due_on - OPENED_AHEAD, time(9))
    with clock.at(opened), standing_at(place):
        open_round(
            evaluation_round=one,
            by=by,
            releases=releases,
            reflections_until=one.due_on,
        )
    with clock.at(calendar.at_local(one.due_on - ANSWERED_AHEAD, time(16))):
        _answer(cast, one)
    with clock.at(calendar.at_local(one.due_on, time(16))), standing_at(place):
        close_round(evaluation_round=one, by=by)


def _answer(cast: Cast, one: EvaluationRound) -> None:
    for persona, answer in SAID.items():
        if (place := cast.places.get(persona)) is None:
            continue
        asked = Reflection.objects.filter(
            evaluation_round=one,
            organisation__in=[place.organisation_id, *place.practices],
        ).first()
        if asked is not None:
            with standing_at(place):
                give_reflection(reflection=asked, by=cast.users[persona], answer=answer)
