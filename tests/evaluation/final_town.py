"""Hold the final round of the demo's Kampen, with practices to compare with.

python -m tests.evaluation.final_town fill     until the round waits to be closed
python -m tests.evaluation.final_town close    (DICHTBIJ_DATABASE says which database)

The town is the demo's own. Kampen gets invented practices beside it that do not take
part: three alone have nothing to be compared with. All by the acts, each on its day.
"""

import sys
from datetime import date, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import django

from dichtbij import postgres
from tests.live import NOW

if TYPE_CHECKING:
    from dichtbij.demo.founding import Cast
    from dichtbij.evaluation.models import EvaluationRound
    from dichtbij.organisations.models import Organisation

EARLIER = 4  # quarters more than are asked for
SCALE = 0.03  # one practice in Haarlem; Kampen is always whole
OTHERS, YOUTHS, RATE = 12, 640, 0.0090  # practices; youths; referrals a quarter
GROUPS = ("Wilgen", "Eiken", "Berken", "Linden", "Beuken", "Iepen")
SOURCE, INVENTED = "verzonnen telling uit het HIS", "verzonnen, prijspeil 2026"
LEADER = "projectleider-kampen"
TEAM = ("teamleider-kampen", "poh-kampen")


def fill() -> None:
    """Write the town as it stood at the told moment, then let its last date come."""
    from dichtbij.demo.loading import load_town
    from dichtbij.demo.looking_back import look_back
    from dichtbij.shared import clock

    with clock.at(NOW):
        cast = load_town(scale=SCALE)
        stand_beside(cast)
        _agree_later(cast)
        look_back(cast)
    open_final(cast)


def _agree_later(cast: "Cast") -> None:
    """Agree the first look for a day on which there is something to look at."""
    from dichtbij.insight.models import Release
    from dichtbij.programmes.models import Milestone
    from dichtbij.shared import calendar

    programme = cast.programmes["kampen"]
    first = Release.objects.filter(programme=programme).order_by("made_at")[0]
    Milestone.objects.filter(programme=programme, kind="interim_1").update(
        due_on=calendar.local(first.made_at).date() + timedelta(days=30)
    )


def stand_beside(cast: "Cast") -> None:
    """List practices that do not take part, and what GPs referred, from a year more."""
    from dichtbij.insight.quarters import after, between
    from dichtbij.insight.return_table import wanted_quarters
    from dichtbij.organisations.models import Organisation
    from dichtbij.programmes.models import ListedPractice
    from dichtbij.shared import clock

    programme = cast.programmes["kampen"]
    wanted = wanted_quarters(programme, clock.today())
    earlier = list(between(after(wanted[0], -EARLIER), after(wanted[0], -1)))
    listed = ListedPractice.objects.filter(programme=programme).select_related(
        "practice"
    )
    for number, own in enumerate(listed.order_by("pk")):
        youths = _youths(own.practice)
        _give(cast, own.practice, youths, 700 + number, earlier)
    for number in range(OTHERS):
        name = f"Verzonnen {GROUPS[number % len(GROUPS)]}praktijk {number + 1}"
        practice = Organisation.objects.create(
            kind=Organisation.Kind.PRACTICE, name=name, municipality_id="0166"
        )
        ListedPractice.objects.create(
            programme=programme,
            practice=practice,
            source=SOURCE,
            listed_on=programme.starts_on,
        )
        youths = YOUTHS - 40 * (number % 5)
        _give(cast, practice, youths, number, [*earlier, *wanted])


def _youths(practice: "Organisation") -> int:
    from dichtbij.insight.models import QuarterlyReturn

    return QuarterlyReturn.objects.filter(practice=practice)[0].youths


def _give(
    cast: "Cast",
    practice: "Organisation",
    youths: int,
    number: int,
    quarters: list[date],
) -> None:
    """Write the quarters of one practice, the same each time."""
    from dichtbij.insight.models import QuarterlyReturn
    from dichtbij.insight.quarters import after
    from dichtbij.shared import calendar

    def referred(quarter: date) -> int:
        chance = Random(f"beside {number} {quarter.isoformat()}")
        return sum(chance.random() < RATE for _youth in range(youths))

    QuarterlyReturn.objects.bulk_create(
        QuarterlyReturn(
            programme=cast.programmes["kampen"],
            practice=practice,
            quarter_on=quarter,
            youths=youths,
            referrals=referred(quarter),
            supplier=QuarterlyReturn.Supplier.PRACTICE,
            source=SOURCE,
            given_by=cast.users[LEADER],
            given_at=calendar.at_local(after(quarter), time(10)),
        )
        for quarter in quarters
    )


def open_final(cast: "Cast") -> None:
    """Open the final round two weeks ahead, and let everyone look back."""
    from dichtbij.audit.doors import standing_at
    from dichtbij.evaluation.actions import open_round
    from dichtbij.evaluation.models import EvaluationRound
    from dichtbij.insight.models import Release
    from dichtbij.shared import calendar, clock

    leader, place = cast.users[LEADER], cast.places[LEADER]
    last = EvaluationRound.objects.get(programme__slug="kampen", kind="final")
    opened = calendar.at_local(last.due_on - timedelta(days=14), time(9))
    with clock.at(opened), standing_at(place):
        found = Release.objects.filter(programme=last.programme, withheld=False)
        open_round(
            evaluation_round=last,
            by=leader,
            releases=list(found.order_by("ends_on")),
            reflections_until=last.due_on,
        )
    with clock.at(opened + timedelta(days=7)):
        _look_back(cast, last)
        _speak(cast, last)


def close() -> None:
    """Close the final round on its day, with prices that somebody made up."""
    from dichtbij.audit.doors import standing_at
    from dichtbij.evaluation.actions import close_round
    from dichtbij.evaluation.inputs import Money
    from dichtbij.evaluation.models import EvaluationRound
    from dichtbij.organisations.models import Membership
    from dichtbij.shared import calendar, clock

    last = EvaluationRound.objects.get(programme__slug="kampen", kind="final")
    leader = Membership.objects.select_related("user", "organisation").get(
        user__persona=LEADER
    )
    prices = Money(6_500, INVENTED, 140_000, INVENTED)
    on = calendar.at_local(last.due_on, time(16))
    with clock.at(on), standing_at(leader.place()):
        close_round(evaluation_round=last, by=leader.user, money=prices)


def _look_back(cast: "Cast", last: "EvaluationRound") -> None:
    """Let the demo's own people say what they said before."""
    from dichtbij.demo import looking_back

    looking_back._answer(cast, last)


def _speak(cast: "Cast", last: "EvaluationRound") -> None:
    """Let families answer without a name, and two of the employer sum it up."""
    from dichtbij.audit.doors import standing_at
    from dichtbij.evaluation import voices
    from dichtbij.evaluation.actions import Answer

    told: dict[str, Any] = {"evaluation_round": last, "party": "family"}
    lead, colleague = TEAM
    with standing_at(cast.places[lead]):
        asked = voices.ask_voices(**told, by=cast.users[lead], number=12)
    for grade, token in zip((8, 7, 9, 8, 6, 8, 9), asked.tokens, strict=False):
        voices.answer_request(token, Answer(goes_well="Snel geholpen.", grade=grade))
    words = (
        "Gezinnen noemen vooral dat zij snel iemand spraken, dicht bij huis. Een paar "
        "gezinnen hadden liever een vast aanspreekpunt gehad."
    )
    with standing_at(cast.places[lead]):
        summary = voices.summary_of(last, "family")
        voices.write_summary(summary=summary, by=cast.users[lead], words=words)
    with standing_at(cast.places[colleague]):
        summary = voices.summary_of(last, "family")
        voices.check_summary(summary=summary, by=cast.users[colleague], words=words)


if __name__ == "__main__":
    postgres.ensure_running()
    try:
        django.setup()
        {"fill": fill, "close": close}[sys.argv[1]]()
    finally:
        postgres.leave()
