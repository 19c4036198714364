"""Is the extract of CBS renewed whole or not at all, and told apart from before?

Against a server of our own that answers as the feed does (OData 3), built from the
shipped extract: no test asks CBS.
"""

import json
import shutil
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import CommandError, call_command

from dichtbij.insight import cbs, cbs_renewing
from tests.insight import published_tables as told

SHIPPED = Path(cbs.__file__).parent / "data" / cbs.EXTRACT
CODES = {name: f"T0{n:05}" for n, name in enumerate(told.T5_COUNTRY, 1)}
TITLES = {cbs.TOTAL: "Totaal verwijzer", "Onbekend": "Verwijzer onbekend"}
# T5 has more referrers of The Hague than our extract; one figure is withheld.
HAGUE = told.T5_THE_HAGUE | {"Rechter/OvJ/JJI": (75, 20, None)}
PLACES = {
    "NL01  ": ("Nederland", told.T5_COUNTRY),
    "GM0518": ("'s-Gravenhage (gemeente)", HAGUE),
    "GM0166": ("Kampen", {"Totaal": (900, 300, 60), "Huisarts": (500, 160, 40)}),
}
TOTAL_KEY, BEGUN_KEY, REPEATED_KEY = "TotaalTrajecten_1", "TotaalBegonnen_2", "Her_3"


def dimension(key, kind="Dimension"):
    return {"ID": 90, "ParentID": None, "Type": kind, "Key": key, "Title": key}


def properties():
    return [
        dimension("VerwijzerJeugdzorg"),
        dimension("RegioS", "GeoDimension"),
        dimension("Perioden", "TimeDimension"),
        {"ID": 1, "ParentID": None, "Type": "Topic", "Key": TOTAL_KEY,
         "Title": "Totaal jeugdhulptrajecten"},
        {"ID": 2, "ParentID": None, "Type": "TopicGroup", "Key": "",
         "Title": "Begonnen trajecten"},
        {"ID": 3, "ParentID": 2, "Type": "Topic", "Key": BEGUN_KEY,
         "Title": "Totaal begonnen trajecten"},
        {"ID": 4, "ParentID": 2, "Type": "Topic", "Key": REPEATED_KEY,
         "Title": "Herhaald beroep"},
        {"ID": 5, "ParentID": None, "Type": "Topic", "Key": "Beeindigd_4",
         "Title": "Totaal beëindigde trajecten"},
    ]  # fmt: skip


def cells(more=100):
    """The half-year that we shipped, and a newer one with `more` in each figure."""
    return [
        {
            "VerwijzerJeugdzorg": CODES[name],
            "RegioS": region,
            "Perioden": period,
            TOTAL_KEY: total + plus,
            BEGUN_KEY: None if begun is None else begun + plus,
            REPEATED_KEY: None if repeated is None else repeated + plus,
        }
        for period, plus in (("2023HJ01", 0), ("2024HJ02", more))
        for region, (_title, figures) in PLACES.items()
        for name, (total, begun, repeated) in figures.items()
    ]


def tables():
    return {
        "DataProperties": properties(),
        "VerwijzerJeugdzorg": [
            {"Key": f"{code} ", "Title": TITLES.get(name, name)}
            for name, code in CODES.items()
        ],
        "RegioS": [{"Key": key, "Title": title} for key, (title, _f) in PLACES.items()],
        "Perioden": [
            {"Key": "2023HJ01", "Title": "2023 1e halfjaar", "Status": "Definitief"},
            {"Key": "2023JJ00", "Title": "2023", "Status": "Definitief"},
            {"Key": "2024HJ02", "Title": "2024 2e halfjaar*", "Status": "Voorlopig"},
        ],
        "TypedDataSet": cells(),
    }


@contextmanager
def serving(answers, page=0, next_host=""):
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            place = urlsplit(self.path)
            asked.append(self.path)
            lines = answers.get(place.path.strip("/"))
            if lines is None:
                self.send_error(503)
                return
            told = {"value": lines}
            start = int(parse_qs(place.query).get("skip", ["0"])[0])
            if page and isinstance(lines, list):
                told["value"] = lines[start : start + page]
                if start + page < len(lines):
                    host = next_host or f"127.0.0.1:{self.server.server_port}"
                    told["odata.nextLink"] = (
                        f"http://{host}{place.path}?$format=json&skip={start + page}"
                    )
            body = lines if isinstance(lines, bytes) else json.dumps(told).encode()
            self.send_response(200)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def extract(tmp_path):
    """A copy of the shipped extract, that may be written."""
    path = tmp_path / cbs.EXTRACT
    shutil.copyfile(SHIPPED, path)
    return path


def refresh(base, extract, *words, **options):
    out = StringIO()
    call_command(
        "refresh_cbs", *words, f"--base={base}", f"--file={extract}", stdout=out,
        **options,
    )  # fmt: skip
    return out.getvalue()


def rows_of(path, region, period):
    return {
        row.referrer: row
        for row in cbs_renewing.shipped(path)
        if (row.table, row.region, row.period) == (cbs.TABLE, region, period)
    }


def test_the_newest_half_year_stands_beside_the_one_we_shipped(extract):
    with serving(tables()) as (base, asked):
        said = refresh(base, extract)

    assert "half-years: 2023HJ01, 2024HJ02*" in said
    assert "changed figures: 0" in said
    newest = rows_of(extract, "Nederland", "2024HJ02*")
    assert (newest["Huisarts"].total, newest["Huisarts"].begun) == (183_915, 61_800)
    before = rows_of(extract, "'s-Gravenhage", "2023HJ01")
    assert before["Rechter/OvJ/JJI"].repeated is None
    assert (len(before), len(newest)) == (4, 9)
    assert len(asked) == 5
    assert "startswith" in asked[-1]
    assert "GM0166" not in asked[-1]


def test_the_other_table_stays_and_lines_carry_day_and_licence(extract):
    with serving(tables()) as (base, _asked):
        refresh(base, extract)

    lines = extract.read_text(encoding="utf-8").splitlines()
    assert lines[0].endswith(",opgehaald_op,licentie")
    assert sum(line.startswith(cbs.DURATIONS) for line in lines) == 8
    assert all("CC BY 4.0, Bron: CBS" in line for line in lines[1:])
    assert "2026-" in lines[1]
    assert [one.name for one in extract.parent.iterdir()] == [extract.name]


def test_a_municipality_that_is_asked_for_comes_along(extract):
    with serving(tables()) as (base, _asked):
        refresh(base, extract, "--region=GM0166")

    assert rows_of(extract, "Kampen", "2024HJ02*")["Huisarts"].begun == 260


def test_many_pages_are_one_table(extract):
    with serving(tables(), page=7) as (base, asked):
        refresh(base, extract)

    assert len(rows_of(extract, "Nederland", "2024HJ02*")) == 9
    assert len(asked) == 11


def test_what_cbs_revised_is_told(extract):
    answers = tables()
    answers["TypedDataSet"][2][TOTAL_KEY] += 50

    with serving(answers) as (base, _asked):
        said = refresh(base, extract, "--dry-run")

    assert (
        "2023HJ01 Nederland, Huisarts, trajecten_totaal: 183815 is now 183865" in said
    )
    assert "changed figures: 1" in said
    assert extract.read_bytes() == SHIPPED.read_bytes()


def spoilt(name, change):
    answers = tables()
    change(answers[name])
    return answers


def swapped(lines):
    for line in lines:
        line[TOTAL_KEY], line[BEGUN_KEY] = line[BEGUN_KEY] or 0, line[TOTAL_KEY]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "CBS does not answer"),
        ({"DataProperties": b"<html>"}, "an answer that is no table"),
        ({"DataProperties": b'{"value": 3}'}, "an answer that is no table"),
        (spoilt("DataProperties", lambda rows: rows.pop(1)), "no RegioS any more"),
        (spoilt("DataProperties", lambda rows: rows.pop(3)), "Which topic is traject"),
        (
            spoilt("VerwijzerJeugdzorg", lambda rows: rows[0].update(Title="School")),
            "a referrer we do not know: School",
        ),
        (spoilt("VerwijzerJeugdzorg", lambda rows: rows.pop()), "lacks a referrer"),
        (spoilt("RegioS", lambda rows: rows.pop(0)), "no region NL01"),
        (spoilt("TypedDataSet", lambda rows: rows.clear()), "no half-year with fig"),
        (
            spoilt("TypedDataSet", lambda rows: rows[0].update({TOTAL_KEY: 7})),
            "rounds to 5, but gave 7",
        ),
        (
            spoilt("TypedDataSet", lambda rows: rows[0].update({TOTAL_KEY: "x"})),
            "no figure: x",
        ),
        (spoilt("TypedDataSet", swapped), "columns are others than we think"),
        (spoilt("Perioden", lambda rows: rows.pop(0)), "no longer has the half-year"),
    ],
)
def test_what_is_not_the_table_we_know_changes_nothing(extract, answers, words):
    with serving(answers) as (base, _asked), pytest.raises(CommandError, match=words):
        refresh(base, extract)

    assert extract.read_bytes() == SHIPPED.read_bytes()


def test_nobody_there_is_a_clear_sentence(extract):
    with serving({}) as (base, _asked):
        pass

    with pytest.raises(CommandError, match="Nothing was changed"):
        refresh(base, extract)

    assert extract.read_bytes() == SHIPPED.read_bytes()


def test_we_follow_nobody_to_another_address(extract):
    with (
        serving(tables(), page=7, next_host="elders.example") as (base, _asked),
        pytest.raises(CommandError, match="another address"),
    ):
        refresh(base, extract)


def test_a_topic_with_another_title_is_named_by_whoever_runs_it(extract):
    answers = spoilt(
        "DataProperties", lambda rows: rows[3].update(Title="Jeugdhulptrajecten")
    )
    with serving(answers) as (base, _asked):
        said = refresh(base, extract, f"--column=trajecten_totaal={TOTAL_KEY}")

    assert "changed figures: 0" in said


def test_a_file_that_cannot_be_written_is_said(extract, monkeypatch):
    def full(*_args, **_kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dichtbij.insight.cbs_renewing.os.replace", full)
    with (
        serving(tables()) as (base, _asked),
        pytest.raises(CommandError, match="cannot be written: No space"),
    ):
        refresh(base, extract)

    assert extract.read_bytes() == SHIPPED.read_bytes()
    assert [one.name for one in extract.parent.iterdir()] == [extract.name]


@pytest.mark.parametrize("words", ["--region=Kampen", "--column=x=y", "--column=x"])
def test_a_slip_of_the_pen_is_refused(extract, words):
    with pytest.raises(CommandError):
        refresh("http://127.0.0.1:1", extract, words)
