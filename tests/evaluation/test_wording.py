"""Does the wording engine claim an effect in one row of its table, and nowhere else?"""

import math

import pytest
from django.utils import translation
from django.utils.translation import gettext
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.evaluation.wording import (
    FEW,
    MUCH_MISSING,
    SURE_OF_SAVING,
    Estimate,
    Look,
    Saving,
    Share,
    claims_in,
    of_effect,
    of_saving,
    of_share,
)

FINAL = Look(final=True, p_limit=0.045)
INTERIM = Look(final=False, p_limit=0.0005)
FEWER = Estimate(irr=0.8, low=0.7, high=0.9, p=0.01, p_before=0.6)

ratio = st.floats(0, 5, allow_nan=False)
p_value = st.none() | st.floats(0, 1, allow_nan=False)


@st.composite
def estimates(draw):
    numbers = sorted(draw(st.lists(ratio, min_size=3, max_size=3)))
    return Estimate(numbers[1], numbers[0], numbers[2], draw(p_value), draw(p_value))


looks = st.builds(Look, final=st.booleans(), p_limit=st.floats(0.0005, 0.05))
detectables = st.none() | st.floats(1, 99) | st.just(math.nan)
savings = st.none() | st.builds(
    Saving,
    chance=st.floats(0, 1),
    break_even_percent=st.floats(0, 99),
    low_euros=st.integers(-(10**7), 0),
    mean_euros=st.integers(-(10**6), 10**6),
    high_euros=st.integers(0, 10**7),
)


def dutch(said):
    with translation.override("nl"):
        return [one.text(gettext) for one in said]


def rules(said):
    return [one.rule for one in said]


def may_claim(found, look, compared, detectable):
    return (
        compared
        and detectable is not None
        and math.isfinite(detectable)
        and (found.high < 1 or found.low > 1)
        and found.p is not None
        and found.p <= look.p_limit
        and found.p_before is not None
        and found.p_before > 0.05
    )


@given(estimates(), looks, st.booleans(), detectables, savings)
def test_only_the_row_that_allows_it_claims_an_effect(
    found, look, compared, detectable, saving
):
    said = of_effect(found, look, compared=compared, detectable=detectable)
    said += of_saving(saving, said)

    claimed = may_claim(found, look, compared, detectable)
    assert ("fewer" in rules(said)) == (claimed and found.high < 1)
    assert ("more" in rules(said)) == (claimed and found.low > 1)
    sure = saving is not None and saving.chance >= SURE_OF_SAVING
    assert ("saves" in rules(said)) == (sure and "fewer" in rules(said))
    for one, text in zip(said, dutch(said), strict=True):
        assert claims_in(text, one.rule) == []
        assert "nan" not in text.lower().split()
        assert bool(claims_in(text)) == (one.rule in ("fewer", "saves"))


@pytest.mark.parametrize(
    ("high", "rule", "words"),
    [
        (-50_000, "costs", "tussen €\N{NO-BREAK SPACE}50.000 en €\N{NO-BREAK SPACE}"),
        (0, "unsure", "is niet zeker"),
        (50_000, "unsure", "is niet zeker"),
    ],
)
def test_a_range_below_zero_is_told_as_a_cost(high, rule, words):
    saving = Saving(0.0, 41, -189_000, -131_000, high)

    (said,) = of_saving(saving, [])

    assert said.rule == rule
    assert words in dutch([said])[0]


@given(estimates(), looks, detectables)
def test_what_can_be_seen_stands_before_any_estimate(found, look, detectable):
    said = rules(of_effect(found, look, compared=True, detectable=detectable))

    told = [rule for rule in said if rule not in ("interim", "detectable")]
    if "detectable" in said:
        assert not told or said.index("detectable") < said.index(told[0])
    else:
        assert told == ["no_estimate"]
    assert ("interim" in said) == (not look.final)


@pytest.mark.parametrize(
    ("found", "look", "rule", "words"),
    [
        (FEWER, FINAL, "fewer", "leidt tot minder verwijzingen"),
        (
            Estimate(1.3, 1.1, 1.5, 0.01, 0.6),
            FINAL,
            "more",
            "Er waren meer verwijzingen dan zonder de inzet verwacht",
        ),
        (
            Estimate(0.95, 0.8, 1.1, 0.4, 0.6),
            FINAL,
            "not_shown",
            "Een verschil is niet aangetoond (\N{MINUS SIGN}20% tot +10%). Dat is "
            "iets anders dan: er is geen verschil.",
        ),
        (
            Estimate(0.8, 0.7, 0.9, 0.01, 0.04),
            FINAL,
            "diverged",
            "De groepen liepen al voor de start uiteen; het verschil is niet toe te "
            "schrijven aan de inzet.",
        ),
        (Estimate(0.8, 0.7, 0.9, 0.01, None), FINAL, "not_tested", "niet aangetoond"),
        (Estimate(0.8, 0.7, 0.9, 0.2, 0.6), FINAL, "not_tested", "niet aangetoond"),
        (Estimate(1.3, 1.1, 1.5, 0.2, 0.6), INTERIM, "harm", "Let op"),
    ],
)
def test_each_situation_has_its_sentence(found, look, rule, words):
    said = of_effect(found, look, compared=True, detectable=27.4)

    assert said[-1].rule == rule
    assert words in dutch(said)[-1]
    assert "Met deze omvang is pas een verschil van ongeveer 27% aantoonbaar." in dutch(
        said
    )


def test_an_interim_look_says_nothing_of_fewer_before_its_boundary():
    said = of_effect(FEWER, INTERIM, compared=True, detectable=27.0)

    assert rules(said) == ["interim", "detectable"]
    assert dutch(said)[0] == "Tussenstand, beschrijvend."


def test_without_comparison_that_is_what_is_said():
    said = of_effect(None, FINAL, compared=False, detectable=None)

    assert dutch(said) == [
        "Zonder vergelijking is niet te zeggen of het aantal verwijzingen door de "
        "inzet is veranderd."
    ]


@given(
    st.builds(
        Share,
        without=st.just("100"),
        closed=st.just("180"),
        number=st.integers(0, 500),
        percent=st.none() | st.integers(0, 100),
        least=st.none() | st.integers(0, 100),
        most=st.none() | st.integers(0, 100),
        missing_percent=st.integers(0, 100),
    )
)
def test_a_share_is_never_an_effect_and_much_missing_gives_bounds(share):
    said = of_share(share)
    texts = dutch(said)

    assert texts
    assert all(claims_in(text) == [] for text in texts)
    assert ("share_few" in rules(said)) == (0 < share.number < FEW)
    if share.missing_percent > MUCH_MISSING:
        assert "share" not in rules(said)


def test_a_share_says_what_it_does_not_say():
    said = of_share(Share("100", "180", 180, 56, 50, 60, 3))

    assert dutch(said) == [
        "100 van de 180 afgesloten trajecten (56%) eindigden zonder gespecialiseerde "
        "hulp. Dit zegt niet hoeveel kinderen anders waren verwezen."
    ]


@pytest.mark.parametrize(
    "text",
    ["De inzet leidt tot rust", "Dankzij de inzet", "voorkomt", "Bewezen", "bespaart"],
)
def test_a_claim_is_found_in_any_text(text):
    assert claims_in(text)
    assert claims_in(f"{text}.", "not_shown")
