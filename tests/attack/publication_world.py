"""A town with everything that a municipality may read, made of children we count too.

Figures of three periods, one of them merged; a round that was reported on them, a
decision that was taken on that round, an agreement, statements, a public page. What is
true of its children stands beside it, so that a test can look for it.
"""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from django.db.models import F

from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Outcome, Trajectory
from dichtbij.clients.models import Client
from dichtbij.decisions.actions import (
    ask_practices,
    prepare_decision,
    take_decision,
    vote,
)
from dichtbij.decisions.checks import OptionPart
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
from dichtbij.finance.models import Statement
from dichtbij.finance.settling import settle_statement
from dichtbij.insight.jobs import release_due, whole
from dichtbij.insight.models import Release
from dichtbij.insight.publication.counting import events, tally
from dichtbij.insight.publication.periods import Period
from dichtbij.insight.publication.tables import SCHEMES, Key
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Milestone
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from tests.attack.agreements import _offer as offer
from tests.conftest import member
from tests.finance.agreed import agree
from tests.insight.publication.crowd import Story, quarter, write

CHANCE = 20_251_130
# Children of each quarter; the third is too small and is merged with the fourth.
CHILDREN = {1: 83, 2: 67, 3: 22, 4: 41}
OUTCOMES = (
    "opgelost_geen_vervolg", "opgelost_geen_vervolg", "huisarts", "cjg_wijkteam",
    "s_ggz", "s_ggz", "verhuisd", "uitval", "b_ggz",
)  # fmt: skip
MOMENTS = {
    "interim_1": date(2026, 3, 1),
    "interim_2": date(2026, 9, 1),
    "final": date(2027, 3, 1),
}
Truth = dict[tuple[str, Key], int]


def build(town: SimpleNamespace) -> SimpleNamespace:
    """Fill a town until a decision is taken; return it."""
    town.rosa = member(town, "rosa", Role.PROJECT_LEADER, town.municipality)
    town.mara = member(town, "mara", Role.CONTRACT_MANAGER, town.municipality)
    type(town.programme).objects.filter(pk=town.programme.pk).update(public_page=True)
    town.programme.refresh_from_db()
    chance = random.Random(CHANCE)
    for number, size in CHILDREN.items():
        write(town, [story(chance, number) for _ in range(size)])
    release_due(town.programme)
    town.truth = truth(town)
    with standing_at(town.rosa.membership.place()):
        _agreed(town)
        town.round = _opened(town)
    return town


def conclude(town: SimpleNamespace) -> None:
    """Report the round that is open, and take a decision on it."""
    _reflect(town)
    with standing_at(town.rosa.membership.place()):
        close_round(evaluation_round=town.round, by=town.rosa)
        decision = prepare_decision(
            evaluation_round=town.round,
            by=town.rosa,
            options=(
                OptionPart("extended", "Nog een jaar.", until_on=date(2027, 3, 31)),
                OptionPart("stopped", "Stoppen.", until_on=date(2026, 6, 30)),
            ),
        )
        ask_practices(decision=decision, by=town.rosa, votes_until=date(2026, 3, 20))
    chosen = decision.options.get(kind="extended")
    for gp in (town.gerda, town.gijs):
        with standing_at(gp.membership.place()):
            vote(decision=decision, by=gp, option=chosen)
    with standing_at(town.dirk.membership.place()):
        take_decision(
            decision=decision,
            by=town.dirk,
            chosen=chosen,
            grounds="Zie het verslag.",
            review_on=date(2026, 12, 1),
            public_page=True,
        )


def story(chance: random.Random, number: int) -> Story:
    """Return an invented child of a quarter, from referral to closing."""
    first, last = quarter(number)
    on = first + timedelta(days=chance.randrange(40))
    closed_on = on + timedelta(days=chance.randrange(20, 49))
    return Story(
        on,
        closed_on=min(closed_on, last) if chance.random() < 0.8 else None,
        outcome=chance.choice(OUTCOMES),
        reason=chance.choice(("01", "01", "03", "05")),
        question=chance.choice(("EMO-ANG", "GED", "SCH", "OVE")),
        born=date(chance.randrange(2008, 2023), 5, 4),
        sex=chance.choice("121"),
        days=chance.randrange(1, 19),
        consults=chance.choice((0, 1, 1, 2, 3)),
        side=chance.choice(("noord", "zuid")),
    )


def truth(town: SimpleNamespace) -> dict[str, Truth]:
    """Return what was really counted behind each release, margins too."""
    found: dict[str, Truth] = {}
    with standing_at(whole(town.programme, User.objects.system())):
        for release in Release.objects.filter(withheld=False):
            told = release.manifest["scheme"]
            scheme = SCHEMES[told["name"], told["version"]]
            period = Period(release.starts_on, release.ends_on)
            counts: dict[str, Mapping[Key, int]] = {}
            for group in scheme.groups():
                one = [town.programme.pk, [period], period.matures_on]
                counts |= tally(events(group, *one))
            found[str(release.uuid)] = {
                (table.code, key): sum(
                    counts[table.code].get(cell, 0) for cell in table.under(key)
                )
                for table in scheme.tables
                for key in (*table.cells(), *table.margins())
            }
    return found


def change_children(town: SimpleNamespace) -> None:
    """Let every child be another one, and let many come: no true number stays."""
    write(town, [Story(quarter(n)[0], quarter(n)[1], "s_ggz", sex="2") for n in
                 (1, 2, 3, 4, 4, 4, 4, 4, 4) * 3])  # fmt: skip
    with standing_at(whole(town.programme, User.objects.system())):
        closed = Trajectory.objects.exclude(closed_on=None)
        closed.update(outcome=Outcome("crisis"), close_reason="04")
        Trajectory.objects.update(first_consult_on=F("opened_on") + timedelta(days=40))
        Client.objects.update(
            sex="0", family_name="Anderskind", birth_date=date(2009, 1, 1)
        )


def _agreed(town: SimpleNamespace) -> None:
    for kind, on in MOMENTS.items():
        Milestone.objects.create(programme=town.programme, kind=kind, due_on=on)
    offer(town, town.rosa, 2050)
    agreement = agree(town, "noord")
    told: dict[str, Any] = {
        "programme": town.programme,
        "holder": agreement.employer,
        "agreement": agreement,
        "status": Statement.Status.SENT,
        "committed_minutes": 2_460,
        "given_minutes": 1_380,
        "amount_cents": 210_450,
        "made_by": town.ella,
        "made_at": clock.now(),
        "employer_by": town.bram,
        "employer_at": clock.now(),
    }
    for month in (1, 2):
        made = Statement.objects.create(month_on=date(2026, month, 1), **told)
        made.lines.create(
            given_in_on=made.month_on,
            minutes=1_380,
            cents_per_hour=9_150,
            amount_cents=210_450,
        )
    with standing_at(town.dirk.membership.place()):
        settle_statement(
            statement=Statement.objects.get(month_on__month=1), by=town.dirk
        )


def _opened(town: SimpleNamespace) -> EvaluationRound:
    make_rounds(programme=town.programme, by=town.rosa)
    terms = PlanTerms("referrals_per_1000", "low", 10)
    freeze_plan(programme=town.programme, by=town.rosa, terms=terms)
    return open_round(
        evaluation_round=EvaluationRound.objects.get(kind="interim_1"),
        by=town.rosa,
        releases=list(Release.objects.filter(withheld=False)),
        reflections_until=clock.today() + timedelta(days=28),
    )


def _reflect(town: SimpleNamespace) -> None:
    for name, of in (("gerda", "practice_noord"), ("dirk", "municipality")):
        by = getattr(town, name)
        with standing_at(by.membership.place()):
            give_reflection(
                reflection=Reflection.objects.get(organisation=getattr(town, of)),
                by=by,
                answer=Answer(goes_well="De lijnen zijn kort.", grade=8),
            )
