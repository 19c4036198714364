"""Does the hint count what it says, and only that?"""

from hypothesis import given
from hypothesis import strategies as st

from dichtbij.network.readability import LONG_SENTENCE, LONG_WORD, hint_of


def test_short_plain_sentences_get_no_remark():
    hint = hint_of("Wat deden we?:\nWe praatten drie keer. Het gaat nu beter.")

    assert hint.calm
    assert (hint.sentences, hint.words) == (2, 8)
    assert hint.average == 4.0


def test_a_long_sentence_is_shown_as_it_stands():
    long = " ".join(["woord"] * (LONG_SENTENCE + 1)) + "."

    hint = hint_of(f"Dit is kort. {long.capitalize()}")

    assert hint.long_sentences == (long.capitalize(),)
    assert not hint.calm


def test_a_sentence_of_the_limit_is_not_long():
    assert hint_of(" ".join(["woord"] * LONG_SENTENCE) + ".").long_sentences == ()


def test_a_long_word_is_pointed_out_once():
    word = "z" * (LONG_WORD + 1)

    assert hint_of(f"Een {word}. Nog een {word}.").long_words == (word,)
    assert hint_of("z" * LONG_WORD).long_words == ()


def test_a_word_of_the_trade_comes_with_a_plainer_one():
    assert hint_of("De Interventie helpt.").jargon == (("interventie", "hulp"),)


def test_the_dot_of_a_time_or_an_abbreviation_ends_no_sentence():
    assert hint_of("Kom om 10.30 uur, o.a. met je vader.").sentences == 1


def test_nothing_is_calm_and_counts_nothing():
    assert hint_of("").calm
    assert hint_of("Doelen:\n\n").words == 0


@given(st.text(max_size=400))
def test_any_text_gives_a_whole_answer(text):
    hint = hint_of(text)

    assert 0 <= hint.sentences <= max(hint.words, 0)
    assert all(len(word) > LONG_WORD for word in hint.long_words)
