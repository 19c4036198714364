import pytest

from dichtbij.privacy.glass import review_emergency
from dichtbij.privacy.models import EmergencyReview
from dichtbij.shared.errors import Denied, Refused


@pytest.fixture
def review(make_access, officer, stand_as):
    make_access()
    stand_as(officer)
    return EmergencyReview.objects.get()


def test_it_is_looked_back_at_once(review, officer):
    review_emergency(review=review, by=officer, verdict="wrong", words="Niet nodig.")

    with pytest.raises(Refused, match="already"):
        review_emergency(review=review, by=officer, verdict="right", words="Toch.")

    review.refresh_from_db()
    assert (review.verdict, review.words) == ("wrong", "Niet nodig.")


@pytest.mark.parametrize(
    ("verdict", "words"), [("", "x"), ("maybe", "x"), ("right", "")]
)
def test_it_needs_a_verdict_and_words(review, officer, verdict, words):
    with pytest.raises(Refused):
        review_emergency(review=review, by=officer, verdict=verdict, words=words)


def test_who_broke_the_glass_does_not_judge_it(review, officer):
    review.access.user_id = officer.pk

    with pytest.raises(Refused, match="yourself"):
        review_emergency(review=review, by=officer, verdict="right", words="x")


@pytest.mark.parametrize("who", ["anna", "bram", "gerda", "carla", "dirk"])
def test_others_may_not(town, review, stand_as, who):
    stand_as(getattr(town, who))

    with pytest.raises(Denied):
        review_emergency(
            review=review, by=getattr(town, who), verdict="right", words="x"
        )
