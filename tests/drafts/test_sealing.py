import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.drafts.sealing import seal, unseal
from dichtbij.shared.sealing import SealBroken

SECRET = bytes(range(32))
ANY_TEXT = st.text(st.characters(codec=None, categories=None), max_size=200)


@given(ANY_TEXT)
def test_every_text_comes_back_as_it_was_typed(text):
    sealed = seal(text, SECRET, associated="user 1|consult")

    assert unseal(sealed, SECRET, associated="user 1|consult") == text


def test_half_an_emoji_does_not_lose_the_text():
    text = "goed gesprek \ud83d"

    sealed = seal(text, SECRET, associated="user 1|consult")

    assert unseal(sealed, SECRET, associated="user 1|consult") == text


def test_the_text_cannot_be_read_in_what_is_stored():
    assert b"gesprek" not in seal("goed gesprek", SECRET, associated="user 1|consult")


@pytest.mark.parametrize(
    ("secret", "place"),
    [
        (SECRET, "user 2|consult"),
        (SECRET, "user 1|letter"),
        (SECRET[::-1], "user 1|consult"),
    ],
)
def test_another_user_form_or_secret_does_not_open_it(secret, place):
    sealed = seal("goed gesprek", SECRET, associated="user 1|consult")

    with pytest.raises(SealBroken):
        unseal(sealed, secret, associated=place)
