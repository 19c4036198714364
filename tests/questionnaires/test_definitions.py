import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.questionnaires.definitions import BrokenDefinition
from dichtbij.questionnaires.reading import all_definitions, latest, read

FOLDER = files("dichtbij.questionnaires") / "definitions"
PSC = (FOLDER / "psc17-1999.toml").read_text()
PULSE = (FOLDER / "pulse-1.toml").read_text()
KEY = "items = [1, 3, 7, 13, 17]"
FORBIDDEN = ("fidgety", "daydream", "unhappy", "zappelig", "vaak last van", "restless")


def test_every_file_of_the_package_is_whole():
    names = {name for name, _version in all_definitions()}

    assert names == {
        "psc17", "sdq", "rcads25", "rcads47", "goals",
        "check_in", "pulse", "satisfaction",
    }  # fmt: skip
    assert len(all_definitions()) == len(list(FOLDER.iterdir()))


def test_no_item_text_of_a_licensed_instrument_is_in_the_package():
    for path in FOLDER.iterdir():
        table = tomllib.loads(path.read_text())
        assert "texts" not in table
        assert not [word for word in FORBIDDEN if word in path.read_text().lower()]


def test_the_key_of_the_psc_is_that_of_the_standard_order():
    psc = latest("psc17")

    assert [(s.key, s.items, s.lowest, s.highest) for s in psc.scales] == [
        ("attention", (1, 3, 7, 13, 17), 0, 10),
        ("internalising", (2, 6, 9, 11, 15), 0, 10),
        ("externalising", (4, 5, 8, 10, 12, 14, 16), 0, 14),
        ("total", (), 0, 34),
    ]


@pytest.mark.parametrize(
    ("key", "borderline", "raised", "reliability"),
    [
        ("nl2022-3-4", 8, 11, 0.78),
        ("nl2022-4-7", 11, 15, 0.79),
        ("nl2022-7-11", 11, 14, 0.80),
        ("nl2022-12-14", 9, 12, 0.77),
    ],
)
def test_the_dutch_norms_of_the_sdq_are_as_printed(
    key, borderline, raised, reliability
):
    total = latest("sdq").norm(key).scales["total"]

    assert {band.key: band.at_least for band in total.bands} == {
        "borderline": borderline,
        "raised": raised,
    }
    assert total.reliability == reliability


def test_norms_say_where_they_are_from_and_foreign_ones_warn():
    for definition in all_definitions().values():
        for norm in definition.norms:
            assert norm.source
            assert norm.country == "NL" or norm.caution or definition.entry == "goals"


def test_where_age_groups_overlap_more_than_one_norm_fits_and_both_say_so():
    fitting = [n for n in latest("sdq").norms if n.fits("parent_2", 7)]

    printed = [norm for norm in fitting if norm.key.startswith("nl2022")]
    assert [norm.key for norm in printed] == ["nl2022-4-7", "nl2022-7-11"]
    assert all(norm.caution for norm in printed)


def test_the_pulse_takes_no_free_text_and_has_three_questions():
    pulse = latest("pulse")

    assert not pulse.free_text
    assert len(pulse.questions) == 3
    with pytest.raises(
        BrokenDefinition,
        match=r"pulse-1.toml, question extra: this instrument takes no free text\.",
    ):
        read(
            "pulse-1.toml",
            PULSE + '[[questions]]\nnumber=4\nkey="extra"\nkind="words"\nlongest=9\n',
        )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (KEY, "items = [1, 3, 3]", "scale attention: item 3 stands in it twice."),
        (KEY, "items = [1, 18]", "scale attention: there is no item 18."),
        (KEY, "items = []", "scale attention: it has no items."),
        (KEY, "", "scale attention: it has no items."),
        (KEY, "items = [1, 2]", "top: item 2 counts in two scales."),
        (KEY, f"{KEY}\nhighest = 9", "scale attention: its scores run from 0 to 10."),
        ("at_least = 15", "at_least = 35", "norm us1999, scale total, band raised: "
         "cut-off 35 lies outside 0 to 34."),
        ("[norms.scales.total]", "[norms.scales.all]",
         "norm us1999, scale all: there is no such scale."),
        ("[norms.scales.total]", "[norms.scales.total]\nreliability = 1.2",
         "norm us1999, scale total: reliability does not lie between 0 and 1."),
        ("[norms.scales.total]", "[norms.scales.total]\nsd = 0",
         "norm us1999, scale total: sd is not above 0."),
        ('sum_of = ["attention"', 'sum_of = ["atention"',
         "scale total: it adds atention, which is no scale above it."),
        ("items = 17", "items = 0",
         "top: there are no items or no answers to choose from."),
        ('version = "1999"', 'version = "2000"',
         "top: the file should be called psc17-2000.toml."),
        ('version = "1999"', "", "top: version is missing."),
        ("items = 17", 'items = "17"', "top: items is of the wrong kind."),
        ('key = "internalising"', 'key = "attention"',
         "scale attention: this scale stands in the file twice."),
        ('better = "lower"', 'better = "less"',
         "scale attention: better is none of lower, higher."),
        ('{ nl = "Aandacht", en = "Attention" }', '{ nl = "Aandacht" }',
         "scale attention: name is not in Dutch and English."),
        ("items = 17", "items = = 17", "the whole file: "),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_file_place_and_reason(old, new, sentence):
    assert old in PSC

    with pytest.raises(BrokenDefinition) as refused:
        read("psc17-1999.toml", PSC.replace(old, new, 1))

    assert str(refused.value).startswith(f"psc17-1999.toml, {sentence}")


LINES = PSC.splitlines()


@given(st.integers(0, len(LINES) - 1), st.sampled_from(["1", '"x"', "[]", "true", ""]))
def test_whatever_one_line_becomes_the_answer_is_a_definition_or_a_sentence(at, value):
    name, equals, _old = LINES[at].partition(" = ")
    line = f"{name}{equals}{value}" if equals and value else ""

    assert sentence_of("\n".join([*LINES[:at], line, *LINES[at + 1 :]])).startswith(
        ("whole", "psc17-1999.toml, ")
    )


def sentence_of(text):
    try:
        read("psc17-1999.toml", text)
    except BrokenDefinition as refused:
        return str(refused)
    return "whole"
