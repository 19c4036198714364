"""Does the report say what grade GPs gave, of how many that were asked?"""

from django.conf import settings
from django.utils import translation

from dichtbij.evaluation.sections import parties


def told(*grades, party="gp"):
    reflections = [
        {
            "party": party, "organisation": f"Praktijk {number}", "given": True,
            "grade": grade, "goes_well": "Kort.", "must_change": "", "would_miss": "",
        }
        for number, grade in enumerate(grades)
    ]  # fmt: skip
    numbers = {"reflections": reflections, "voices": [], "summaries": []}
    with translation.override(settings.LANGUAGE_CODE):
        return " ".join(parties(numbers).lines)


def test_each_grade_their_mean_and_how_many_were_asked():
    said = told(9, 6, None, 8)

    assert "1 tot 10: gemiddeld 7,7 (6, 8, 9)." in said
    assert "Gevraagd: 4; gaf een cijfer: 3." in said


def test_without_a_grade_nothing_is_said():
    assert "cijfer" not in told(None, None)
    assert "cijfer" not in told()


def test_the_grade_of_another_party_is_not_that_of_gps():
    assert "cijfer" not in told(9, party="employer")
