import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.referrals.naming import looks_like_name, name_at_end, split_name


@pytest.mark.parametrize(
    ("written", "given_name", "family_name"),
    [
        ("Jansen, Pietje", "Pietje", "Jansen"),
        ("Pietje Jansen", "Pietje", "Jansen"),
        ("Pietje Jan Jansen", "Pietje Jan", "Jansen"),
        ("Jansen", None, "Jansen"),
        ("Berg, Pietje van den", "Pietje", "van den Berg"),
        ("Berg, van den, Pietje", "Pietje", "van den Berg"),
        ("van den Berg, P.J. (Pietje)", "Pietje", "van den Berg"),
        ("P.J. van den Berg", "P.J.", "van den Berg"),
        ("P. (Pietje) Jansen", "Pietje", "Jansen"),
        ("Jansen, Pietje (m)", "Pietje", "Jansen"),
        ("Jansen P.", "P.", "Jansen"),
        ("Pietje Jansen - de Vries", "Pietje", "Jansen-de Vries"),
        ("JANSEN-DE VRIES, PIETJE", "Pietje", "Jansen-de Vries"),
        ("PIETJE VAN 'T HOF", "Pietje", "van 't Hof"),
        ("FATIMA EL VOORBEELDI", "Fatima", "El Voorbeeldi"),
        ("ijsselstein, o'brien", "O'Brien", "IJsselstein"),
        ("Dhr. P. Jansen", "P.", "Jansen"),
        ("  * Mevr. Jansen, A.  ", "A.", "Jansen"),
        ("Jansen،  Pietje", "Pietje", "Jansen"),
        ("", None, None),
        (" , ", None, None),
    ],
)
def test_a_name_is_split_as_people_write_it(written, given_name, family_name):
    assert split_name(written) == (given_name, family_name)


@pytest.mark.parametrize(
    "text",
    ["Jansen, Pietje", "P. de Vries", "jansen, pietje", "Олена Тестова", "محمد علي"],
)
def test_a_whole_name_is_known_by_its_form(text):
    assert looks_like_name(text)


@pytest.mark.parametrize(
    "text",
    ["Jansen", "graag zien", "Controle op", "Beste Collega", "Lokaal 3 B", "Wat nu?"],
)
def test_other_text_is_no_name(text):
    assert not looks_like_name(text)


def test_the_name_at_the_end_of_a_sentence_is_found():
    assert name_at_end("Graag advies over Pietje Jansen,") == "Pietje Jansen"
    assert name_at_end("advies van Pietje de Vries") == "Pietje de Vries"
    assert name_at_end("graag advies") is None


@given(st.text(max_size=500))
def test_a_name_fits_its_column_and_has_no_loose_ends(text):
    for name in split_name(text):
        assert name is None or (0 < len(name) <= 80 and name == name.strip())
