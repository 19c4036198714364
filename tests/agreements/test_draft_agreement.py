from datetime import date, time

import pytest

from dichtbij.agreements.actions import draft_agreement, write_agreement
from dichtbij.agreements.contents import DayPart, HoursPart, MomentPart, TariffPart
from dichtbij.agreements.models import Agreement
from dichtbij.shared.errors import Denied, Refused
from tests.agreements.conftest import END, START, outline, parts, terms


def test_a_draft_has_municipality_employer_and_practice_as_parties(
    town, rosa, stand_as, entries
):
    stand_as(rosa)

    made = draft_agreement(programme=town.programme, by=rosa, outline=outline(town))

    parties = {party.organisation for party in made.parties.all()}
    assert parties == {town.municipality, town.employer_noord, town.practice_noord}
    assert (made.status, made.version, made.record_holder) == (
        "draft", 1, town.employer_noord,
    )  # fmt: skip
    assert [line.event_type for line in entries()] == ["draft_agreement"]


@pytest.mark.parametrize("name", ["anna", "bram", "gerda", "henk", "dirk", "carla"])
def test_only_who_leads_the_programme_writes(town, rosa, make_draft, stand_as, name):
    made = make_draft()
    by = stand_as(getattr(town, name))

    with pytest.raises(Denied):
        draft_agreement(programme=town.programme, by=by, outline=outline(town))
    with pytest.raises(Denied):
        write_agreement(
            agreement=made, by=by, terms=terms(), parts=parts(town.practice_noord)
        )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"ends_on": date(2026, 3, 31)}, "ends before it starts"),
        ({"practices": ()}, "No practice is a party"),
    ],
)
def test_an_impossible_outline_is_refused(town, rosa, stand_as, changes, why):
    stand_as(rosa)

    with pytest.raises(Refused, match=why):
        draft_agreement(
            programme=town.programme, by=rosa, outline=outline(town, **changes)
        )

    assert not Agreement.objects.exists()


def test_a_practice_that_is_on_no_list_is_refused(town, rosa, stand_as):
    stand_as(rosa)
    town.programme.listed_practices.filter(practice=town.practice_zuid).delete()
    town.participation_zuid.delete()

    with pytest.raises(Refused, match="Praktijk Zuid is not on the list"):
        draft_agreement(
            programme=town.programme, by=rosa, outline=outline(town, "zuid")
        )


def test_what_is_written_replaces_what_stood_there(town, rosa, make_draft):
    made = make_draft()

    write_agreement(
        agreement=made,
        by=rosa,
        terms=terms(title="Anders"),
        parts=parts(town.practice_noord, days=(), duties=()),
    )

    made.refresh_from_db()
    assert made.title == "Anders"
    assert (made.hours.count(), made.days.count(), made.duties.count()) == (1, 0, 0)


def test_an_indexed_tariff_follows_from_the_one_before(make_draft):
    made = make_draft(
        within={
            "tariffs": (
                TariffPart(date(2027, 1, 1), END, indexation_permille=35),
                TariffPart(START, date(2026, 12, 31), 9_001),
            )
        }
    )

    prices = list(made.tariffs.values_list("cents_per_hour", flat=True))
    assert prices == [9_001, 9_316]  # 9316.035


def bad_parts(practice, other):
    """Return, per sentence, what makes somebody read it."""
    return {
        "more than 0 hours": {"hours": (HoursPart(practice, 0),)},
        "more than 0 hours a": {"hours": (HoursPart(practice, -60),)},
        "more than 400 hours": {"hours": (HoursPart(practice, 60 * 401),)},
        "one line": {"hours": (HoursPart(practice, 60), HoursPart(practice, 90))},
        "how many patients": {"hours": (HoursPart(practice, 60, "standard_practice"),)},
        "is no party": {"hours": (HoursPart(other, 60),)},
        "no party to": {"days": (DayPart(other, 1, time(9), time(10)),)},
        "A day in Praktijk Noord ends": {
            "days": (DayPart(practice, 1, time(10), time(9)),)
        },
        "needs an amount": {"tariffs": (TariffPart(START, END),)},
        "more than 0 euros": {"tariffs": (TariffPart(START, END, 0),)},
        "A tariff ends before": {"tariffs": (TariffPart(END, START, 100),)},
        "Two tariffs hold on 1 May 2026": {
            "tariffs": (
                TariffPart(START, date(2026, 5, 1), 100),
                TariffPart(date(2026, 5, 1), END, 100),
            )
        },
        "outside the term": {"moments": (MomentPart("final", date(2027, 4, 1)),)},
        "interim, final or decision": {
            "moments": (MomentPart("release", date(2026, 5, 1)),)
        },
        "Each moment has one day": {
            "moments": (MomentPart("final", START), MomentPart("final", END))
        },
        "second interim evaluation must come after the first": {
            "moments": (MomentPart("interim_1", END), MomentPart("interim_2", START))
        },
        "final evaluation must come after the second": {
            "moments": (MomentPart("interim_2", END), MomentPart("final", END))
        },
        "decision must come after the final": {
            "moments": (MomentPart("final", END), MomentPart("decision", START))
        },
    }


@pytest.mark.parametrize("why", bad_parts(None, None))
def test_what_cannot_be_is_refused_and_changes_nothing(town, rosa, make_draft, why):
    made = make_draft()
    changes = bad_parts(town.practice_noord, town.practice_zuid)[why]

    with pytest.raises(Refused, match=why):
        write_agreement(
            agreement=made,
            by=rosa,
            terms=terms(title="Anders"),
            parts=parts(town.practice_noord, **changes),
        )

    made.refresh_from_db()
    assert made.title == "Overeenkomst Noord"
    assert (made.hours.count(), made.tariffs.count(), made.moments.count()) == (1, 1, 4)


def test_a_term_that_ends_before_it_starts_is_not_written(town, rosa, make_draft):
    made = make_draft()

    with pytest.raises(Refused, match="ends before it starts"):
        write_agreement(
            agreement=made,
            by=rosa,
            terms=terms(ends_on=date(2026, 3, 1)),
            parts=parts(town.practice_noord),
        )
