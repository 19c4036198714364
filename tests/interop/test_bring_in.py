from datetime import timedelta

import pytest
from django.conf import settings

from dichtbij.audit.doors import standing_at
from dichtbij.interop.actions import bring_in, kinds_for, lay_ready, throw_away
from dichtbij.interop.jobs import forget_imports
from dichtbij.interop.models import ImportRun, PastTrajectory
from dichtbij.interop.preview import preview_of, rest_of
from dichtbij.organisations.models import Membership, Organisation
from dichtbij.partners.models import Partner
from dichtbij.programmes.models import ListedPractice, PatientCount
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.sealing import SealBroken
from tests.interop import files

NOORD = {"practice": "Praktijk Noord"}


def past(number, **changes):
    return NOORD | {"source_key": f"2025-{number:04}"} | changes


def test_an_upload_changes_nothing_and_says_what_would_happen(lay):
    run = lay("trajecten", past(1), past(2, sex="x"), past(1))

    assert run.counts == {"new": 1, "update": 0, "duplicate": 0, "error": 2}
    assert not PastTrajectory.objects.exists()
    assert b"Praktijk" not in bytes(run.sealed)


def test_sound_rows_are_brought_in_and_only_the_wrong_ones_kept(town, lay, entries):
    run = lay("trajecten", past(1, municipality="0166"), past(2, sex="x"))

    done = bring_in(run=run, by=town.bram)

    (row,) = PastTrajectory.objects.all()
    assert (row.holder, row.practice) == (town.employer_noord, town.practice_noord)
    assert (row.municipality.name, row.themes) == ("Kampen", ["EMO", "SCH"])
    assert done.counts["new"] == done.counts["error"] == 1
    rest = rest_of(done)
    assert [cells[0] for cells in rest.rows] == ["2025-0002"]
    assert "Row 3, column D (Geslacht)" in rest.rows[0][-1]
    assert len(entries(event_type="bring_in", user_name="Bram")) == 1


def test_bringing_in_twice_is_once(town, lay):
    run = lay("trajecten", past(1))

    first = bring_in(run=run, by=town.bram)
    PastTrajectory.objects.all().delete()
    again = bring_in(run=run, by=town.bram)

    assert again.committed_at == first.committed_at
    assert first.sealed is None
    assert not PastTrajectory.objects.exists()


def test_the_same_file_again_is_known_and_a_changed_row_renews(town, lay):
    bring_in(run=lay("trajecten", past(1), past(2)), by=town.bram)

    run = lay("trajecten", past(1), past(2, outcome="s_ggz"))
    assert run.counts == {"new": 0, "update": 1, "duplicate": 1, "error": 0}
    bring_in(run=run, by=town.bram)

    assert PastTrajectory.objects.count() == 2
    assert PastTrajectory.objects.get(source_key="2025-0002").outcome == "s_ggz"


def test_what_was_sent_back_comes_in_after_correction(town, lay, stand_as):
    run = bring_in(run=lay("trajecten", past(2, sex="x")), by=town.bram)
    rest = rest_of(run)
    place = rest.headers.index("Geslacht")
    corrected = [*rest.rows[0][:place], "2", *rest.rows[0][place + 1 :]]

    again = lay_ready(
        programme=town.programme,
        by=town.bram,
        kind="trajecten",
        file_name="rest.xlsx",
        content=files.xlsx(rest.headers, corrected),
    )

    assert again.counts["new"] == 1


def test_a_practice_of_another_employer_is_not_known_here(lay):
    run = lay("trajecten", past(1, practice="Praktijk Zuid"))

    assert run.counts["error"] == 1


def test_rows_are_held_against_what_is_known_when_they_come_in(town, lay):
    first, second = lay("trajecten", past(1)), lay("trajecten", past(1))
    bring_in(run=first, by=town.bram)

    assert bring_in(run=second, by=town.bram).counts["duplicate"] == 1
    assert PastTrajectory.objects.count() == 1


def test_nothing_is_half_imported(town, lay):
    """Two days that each may be, but not both: the second refuses the first too."""
    day = NOORD | {"email": "anna@teststad.example", "weekday": "vrijdag"}
    run = lay("praktijkdagen", day, day | {"starts": "08:00", "room": "kamer 3"})
    before = PracticeDay.objects.count()
    assert run.counts["new"] == 2

    with pytest.raises(Refused, match="Row 3: "):
        bring_in(run=run, by=town.bram)

    assert PracticeDay.objects.count() == before
    run.refresh_from_db()
    assert run.committed_at is None
    assert preview_of(run).sound == 2


def test_a_bad_file_is_refused_in_a_sentence_and_leaves_nothing(town, stand_as):
    by = stand_as(town.bram)
    headers, row = files.example("partners")

    with pytest.raises(Refused, match="formula in cell A2"):
        lay_ready(
            programme=town.programme,
            by=by,
            kind="partners",
            file_name="x.csv",
            content=files.csv(headers, ["=1", *row[1:]]),
        )

    assert not ImportRun.objects.exists()


# --- who may, and whose it is ------------------------------------------------------


@pytest.mark.parametrize("who", ["anna", "gerda", "henk", "dirk", "ella", "petra"])
def test_nobody_but_those_who_lead_brings_anything_in(town, stand_as, who):
    by = stand_as(getattr(town, who))

    with pytest.raises(Denied):
        lay_ready(
            programme=town.programme,
            by=by,
            kind="partners",
            file_name="x.csv",
            content=b"x",
        )


def test_each_role_gets_the_kinds_whose_acts_it_may_do(town, stand_as, leader, lay):
    stand_as(town.bram)
    assert kinds_for(town.employer_noord) == [
        "praktijkondersteuners", "praktijkdagen", "partners", "scholen", "trajecten",
    ]  # fmt: skip
    stand_as(leader)
    assert kinds_for(None) == [
        "praktijken",
        "praktijkondersteuners",
        "patientaantallen",
        "opgaven",
    ]
    with pytest.raises(Denied):
        lay("patientaantallen", {}, by=town.bram)


def test_a_run_and_what_came_of_it_are_not_another_s(town, lay, stand_as):
    run = lay("trajecten", past(1))
    bring_in(run=run, by=town.bram)

    stand_as(town.cees)

    assert not ImportRun.objects.exists()
    assert not PastTrajectory.objects.exists()


def test_what_is_sealed_opens_in_no_other_run(lay):
    one, other = lay("partners", {}), lay("partners", {"name": "Ander"})

    ImportRun.objects.filter(pk=one.pk).update(sealed=other.sealed)
    one.refresh_from_db()

    with pytest.raises(SealBroken):
        preview_of(one)


def test_after_seven_days_it_is_forgotten(town, lay):
    run, late = lay("partners", {}), clock.now() + timedelta(days=7, minutes=1)

    with clock.at(late):
        with pytest.raises(Refused, match="no longer kept"):
            bring_in(run=run, by=town.bram)
        assert preview_of(run) is None
        forget_imports()
    with standing_at(town.bram.membership.place()):
        run.refresh_from_db()

    assert run.sealed is None
    assert run.counts["new"] == 1


def test_what_is_younger_stays_and_what_is_thrown_away_goes(town, lay):
    run, gone = lay("partners", {}), lay("partners", {"name": "Weg"})
    throw_away(run=gone, by=town.bram)
    with clock.at(clock.now() + timedelta(days=6)):
        forget_imports()
    with standing_at(town.bram.membership.place()):
        run.refresh_from_db()
        gone.refresh_from_db()

    assert (run.sealed is None, gone.sealed) == (False, None)


# --- each kind ---------------------------------------------------------------------


def test_partners_and_schools_come_into_the_directory(town, lay):
    bring_in(run=lay("partners", {}, {"kind": "veilig thuis"}), by=town.bram)
    bring_in(run=lay("scholen", {"brin": "00xx"}), by=town.bram)

    assert set(Partner.objects.values_list("kind", flat=True)) == {
        "cjg", "safe_home", "school",
    }  # fmt: skip
    assert Partner.objects.get(kind="school").brin == "00XX"
    assert lay("partners", {}, {"offer": "Anders"}).counts == {
        "new": 0, "update": 0, "duplicate": 1, "error": 1,
    }  # fmt: skip


def test_practices_are_listed_with_source_and_date(town, lay, leader):
    run = lay(
        "praktijken",
        {},
        {"name": "Ver Weg", "municipality": "Zwolle"},
        {"name": "Praktijk Noord", "agb": "01000001"},
        by=leader,
    )

    assert run.counts == {"new": 1, "update": 1, "duplicate": 0, "error": 1}
    bring_in(run=run, by=leader)

    made = ListedPractice.objects.get(practice__name="Voorbeeldpraktijk")
    assert (made.source, made.practice.agb_code) == (
        "Lijst van de gemeente",
        "00000000",
    )
    assert Organisation.objects.filter(name="Praktijk Noord").count() == 1


def test_patient_numbers_are_counted_per_practice_and_day(town, lay, leader):
    rows = [NOORD, {"practice": "Onbekend"}, NOORD | {"patients": "10"}]
    run = lay("patientaantallen", *rows, by=leader)

    assert run.counts["error"] == 2
    bring_in(run=run, by=leader)

    (count,) = PatientCount.objects.all()
    assert (count.practice, count.youths, count.patients) == (
        town.practice_noord,
        640,
        3200,
    )
    assert lay("patientaantallen", NOORD, by=leader).counts["duplicate"] == 1


def test_practice_days_are_planned_for_own_people_in_own_practices(town, lay):
    day = NOORD | {"email": "anna@teststad.example", "weekday": "vrijdag"}
    run = lay(
        "praktijkdagen",
        day,
        day | {"email": "carla@teststad.example"},
        day | {"practice": "Praktijk Zuid"},
        day | {"ends": "08:00"},
    )
    assert (run.counts["new"], run.counts["error"]) == (1, 3)
    bring_in(run=run, by=town.bram)

    made = PracticeDay.objects.get(weekday=4)
    assert (made.practitioner, made.room.name) == (town.anna, "kamer 2")
    assert lay("praktijkdagen", day).counts["duplicate"] == 1


def test_practitioners_are_matched_and_nobody_is_invited(town, lay):
    before = Membership.objects.count()
    run = lay(
        "praktijkondersteuners",
        {"email": "Anna@teststad.example"},
        {"email": "nieuw@teststad.example"},
    )
    bring_in(run=run, by=town.bram)

    assert run.counts == {"new": 0, "update": 0, "duplicate": 1, "error": 1}
    assert "invite" in rest_of(run).rows[0][-1]
    assert Membership.objects.count() == before


def test_two_thousand_trajectories_come_in_with_a_fixed_number_of_questions(
    town, lay, django_assert_max_num_queries
):
    rows = [past(number) for number in range(2000)]
    with django_assert_max_num_queries(20):
        run = lay("trajecten", *rows, make=files.csv)
    with django_assert_max_num_queries(20):
        bring_in(run=run, by=town.bram)

    assert PastTrajectory.objects.count() == 2000
    assert len(settings.FILE_UPLOAD_HANDLERS) == 2
