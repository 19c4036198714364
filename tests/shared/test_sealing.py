import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.shared.sealing import SealBroken, derive_key, seal, unseal

SECRET = bytes(range(32))
KEY = derive_key(SECRET, "tests")


@given(st.binary(max_size=200), st.text(max_size=40))
def test_what_is_sealed_opens_in_its_own_place(content, place):
    assert unseal(seal(content, KEY, associated=place), KEY, associated=place) == (
        content
    )


@given(st.binary(max_size=50), st.data())
def test_one_changed_bit_breaks_the_seal(content, data):
    sealed = bytearray(seal(content, KEY, associated="row 1"))
    at = data.draw(st.integers(0, len(sealed) - 1))
    sealed[at] ^= 1 << data.draw(st.integers(0, 7))

    with pytest.raises(SealBroken):
        unseal(bytes(sealed), KEY, associated="row 1")


@given(st.binary(max_size=28))
def test_anything_too_short_is_a_broken_seal(rubbish):
    with pytest.raises(SealBroken):
        unseal(b"\x01" + rubbish[:27], KEY, associated="row 1")


def test_another_place_does_not_open_it():
    sealed = seal(b"text", KEY, associated="row 1")

    with pytest.raises(SealBroken):
        unseal(sealed, KEY, associated="row 2")


def test_another_version_byte_does_not_open_it():
    sealed = seal(b"text", KEY, associated="row 1")

    with pytest.raises(SealBroken, match="version"):
        unseal(b"\x02" + sealed[1:], KEY, associated="row 1")


def test_the_same_text_never_looks_the_same_twice():
    first, second = (seal(b"text", KEY, associated="row 1") for _ in range(2))

    assert first != second


def test_each_purpose_has_its_own_key_and_it_is_repeatable():
    assert derive_key(SECRET, "a") == derive_key(SECRET, "a")
    assert derive_key(SECRET, "a") != derive_key(SECRET, "b")
    assert len(derive_key(SECRET, "a")) == 32


def test_a_short_secret_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        derive_key(b"x" * 31, "tests")
