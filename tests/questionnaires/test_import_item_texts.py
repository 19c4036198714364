"""Whose words are invented here: no item of a licensed instrument stands in a test."""

import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from dichtbij.audit.models import Entry
from dichtbij.questionnaires.models import ItemText

HOLDER = "--licence-holder=Fictieve Licentiehouder"


def csv_of(numbers=range(1, 18), instrument="psc17", text="Verzonnen item"):
    rows = [f"{instrument},1999,nl,{n},{text} {n}" for n in numbers]
    return "\n".join(["instrument,version,language,number,text", *rows])


def toml_of(numbers=range(1, 18), **head):
    head = {"instrument": "psc17", "version": "1999", "language": "nl"} | head
    lines = [f"{name} = {json.dumps(value)}" for name, value in head.items()]
    for n in numbers:
        lines += ["[[items]]", f"number = {n}", f'text = "Verzonnen item {n}"']
    return "\n".join(lines)


@pytest.fixture
def bring_in(db, tmp_path, capsys):
    def run(content, name="items.csv", holder=HOLDER):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("import_item_texts", str(path), holder)
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    ("content", "name"), [(csv_of(), "items.csv"), (toml_of(), "items.toml")]
)
def test_a_whole_file_comes_in_with_its_licence_holder(bring_in, content, name):
    said = bring_in(content, name)

    rows = ItemText.objects.filter(instrument="psc17", version="1999", language="nl")
    assert said == "17 item texts of psc17 1999 (nl) imported.\n"
    assert [row.number for row in rows] == list(range(1, 18))
    assert {row.licence_holder for row in rows} == {"Fictieve Licentiehouder"}
    line = Entry.objects.get(event_type="import_item_texts")
    assert line.outcome == Entry.Outcome.SUCCESS


def test_a_second_file_replaces_the_first(bring_in):
    bring_in(csv_of())
    bring_in(csv_of(text="Beter verzonnen item"))

    assert ItemText.objects.count() == 17
    assert ItemText.objects.first().text == "Beter verzonnen item 1"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (csv_of(range(1, 17)), "a.csv", "a.csv, the whole file: item 17 is missing."),
        (csv_of(range(1, 19)), "a.csv", "a.csv, line 19: there is no item 18."),
        (csv_of([1, 1]), "a.csv", "a.csv, line 3: item 1 stands in it twice."),
        (csv_of(text="x" * 300), "a.csv",
         "a.csv, line 2: item 1 needs a text of 1 to 300 characters."),
        (csv_of(["een"]), "a.csv", "a.csv, line 2: its number is no number."),
        (csv_of(instrument="sdq").replace("1999", "1997"), "a.csv",
         "a.csv, the whole file: sdq takes scores only, no item texts."),
        (csv_of(instrument="psc35"), "a.csv",
         "a.csv, the whole file: there is no instrument psc35 with version 1999."),
        (csv_of().replace(",nl,9,", ",en,9,"), "a.csv",
         "a.csv, the whole file: it holds more than one instrument or language."),
        (csv_of().replace(",nl,", ",xx,"), "a.csv",
         "a.csv, the whole file: its language is none of nl, en, tr, ar, pl."),
        (csv_of().replace("number", "nummer"), "a.csv",
         "a.csv, line 1: there is no column number."),
        ("", "a.csv", "a.csv, line 1: there is no column instrument."),
        (csv_of([]), "a.csv", "a.csv, the whole file: it holds no items."),
        (csv_of(), "a.txt", "a.txt, the whole file: it is neither .toml nor .csv."),
        (b"\xff\xfe\x00", "a.csv", "a.csv, the whole file: it is not UTF-8."),
        (toml_of([1, 18]), "a.toml",
         "a.toml, item 2 of the file: there is no item 18."),
        ("items = 3", "a.toml", "a.toml, items: there is no list of items."),
        ("items = = 3", "a.toml", "a.toml, the whole file: "),
    ],
)  # fmt: skip
def test_a_file_that_does_not_match_is_refused_whole(bring_in, content, name, sentence):
    bring_in(csv_of())

    with pytest.raises(CommandError) as refused:
        bring_in(content, name)

    assert str(refused.value).startswith(sentence)
    assert ItemText.objects.count() == 17
    refusals = Entry.objects.filter(event_type="import_item_texts", outcome="4")
    assert refusals.count() == 1


def test_a_licence_holder_is_named(bring_in):
    with pytest.raises(CommandError, match="licence holder"):
        bring_in(csv_of(), holder="--licence-holder= ")

    assert not ItemText.objects.exists()


def test_a_file_that_is_not_there_is_one_sentence(db, tmp_path):
    with pytest.raises(CommandError, match=r"none.csv, the whole file: it cannot be"):
        call_command("import_item_texts", str(tmp_path / "none.csv"), HOLDER)
