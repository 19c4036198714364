import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dichtbij.clients.bsn import (
    BsnError,
    blind_index,
    decrypt,
    encrypt,
    keys_for,
    mask,
    normalise,
)
from dichtbij.shared.sealing import SealBroken

SECRET = bytes(range(32))
KEYS = keys_for(SECRET, 1)
WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)  # LR-41
VALID = "999990019"


def passes_eleven_test(number: str) -> bool:
    total = sum(int(d) * w for d, w in zip(number, WEIGHTS, strict=True))
    return total % 11 == 0 and number != "000000000"


NUMBERS = (
    st.integers(1, 99_999_999)
    .map(lambda n: f"{n:08d}")
    .flatmap(lambda head: st.sampled_from([head + d for d in "0123456789"]))
    .filter(passes_eleven_test)
)


@pytest.mark.parametrize("number", ["111222333", "123456782", "999999990", VALID])
def test_the_known_test_numbers_are_valid(number):
    assert normalise(number) == number


@pytest.mark.parametrize("typed", ["9999.90.019", " 999 990 019 ", "9999-90019"])
def test_separators_are_dropped(typed):
    assert normalise(typed) == VALID


def test_eight_digits_are_padded_to_nine():
    assert normalise("10000008") == "010000008"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "digits"),
        ("99999001x", "digits"),
        ("٩٩٩٩٩٠٠١٩", "digits"),
        ("9999900", "length"),
        ("9999900190", "length"),
        ("123456789", "eleven_test"),
        ("999999999", "reserved"),
        ("000000000", "reserved"),
        ("00000000", "reserved"),
    ],
)
def test_what_no_child_can_have_is_refused_with_its_reason(typed, code):
    with pytest.raises(BsnError) as refused:
        normalise(typed)

    assert refused.value.code == code
    assert str(refused.value) == code


@given(st.integers(0, 999_999_999).map(lambda n: f"{n:09d}"))
def test_exactly_the_numbers_that_pass_the_eleven_test_are_accepted(number):
    assume(number != "999999999")

    try:
        accepted = normalise(number) == number
    except BsnError:
        accepted = False

    assert accepted == passes_eleven_test(number)


@given(NUMBERS, st.text(max_size=30))
def test_what_is_encrypted_comes_back(number, place):
    sealed = encrypt(number, KEYS, associated=place)

    assert decrypt(sealed, KEYS, associated=place) == number
    assert len(sealed) == 38
    assert number.encode() not in sealed


def test_a_number_moved_to_another_childs_row_does_not_open():
    sealed = encrypt(VALID, KEYS, associated="client/1/bsn")

    with pytest.raises(SealBroken):
        decrypt(sealed, KEYS, associated="client/2/bsn")


def test_a_number_moved_to_another_programme_does_not_open():
    sealed = encrypt(VALID, KEYS, associated="client/1/bsn")

    with pytest.raises(SealBroken):
        decrypt(sealed, keys_for(SECRET, 2), associated="client/1/bsn")


def test_another_secret_does_not_open_it():
    sealed = encrypt(VALID, KEYS, associated="client/1/bsn")

    with pytest.raises(SealBroken):
        decrypt(sealed, keys_for(SECRET[::-1], 1), associated="client/1/bsn")


def test_an_invalid_number_is_never_encrypted_or_indexed():
    with pytest.raises(BsnError):
        encrypt("123456789", KEYS, associated="client/1/bsn")
    with pytest.raises(BsnError):
        blind_index("999999999", KEYS)


def test_the_index_finds_the_same_number_however_it_was_typed():
    assert blind_index("9999.90.019", KEYS) == blind_index(VALID, KEYS)
    assert blind_index("111222333", KEYS) != blind_index(VALID, KEYS)


def test_the_index_of_another_programme_says_nothing():
    assert blind_index(VALID, keys_for(SECRET, 2)) != blind_index(VALID, KEYS)
    assert blind_index(VALID, keys_for(SECRET, 1)) == blind_index(VALID, KEYS)


def test_the_two_keys_differ_and_do_not_show_when_printed():
    assert KEYS.encryption != KEYS.index
    assert repr(KEYS) == "BsnKeys(programme_id=1)"


def test_a_weak_secret_is_refused():
    with pytest.raises(ValueError, match="32 bytes"):
        keys_for(b"secret", 1)


def test_the_mask_shows_the_last_three_digits_only():
    assert mask(VALID) == "•••••• 019"
