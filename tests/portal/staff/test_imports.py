import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dichtbij.interop.models import ImportRun
from dichtbij.interop.sheets import read_sheet
from dichtbij.partners.models import Partner
from dichtbij.shared import uploads
from tests.interop import files

PAGE = reverse("import_kind", args=["partners"])


def text_of(answer):
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


@pytest.fixture
def upload(town, ask):
    def sent(*rows, kind="partners", content=None):
        headers = files.example(kind)[0]
        filled = files.xlsx(headers, *(files.example(kind, **row)[1] for row in rows))
        sheet = SimpleUploadedFile("lijst.xlsx", content or filled)
        return ask(town.bram, reverse("import_kind", args=[kind]), {"sheet": sheet})

    return sent


def test_from_template_to_rows_brought_in(town, ask, upload, stand_as):
    assert PAGE in text_of(ask(town.bram, reverse("imports")))
    assert reverse("import_template", args=["partners"]) in text_of(
        ask(town.bram, PAGE)
    )
    template = ask(town.bram, reverse("import_template", args=["partners"]))
    assert read_sheet(template.content).headers[0] == "Soort"

    answer = upload({}, {"name": "Tweede", "email": "geen mail"})
    shown = text_of(ask(town.bram, answer.headers["Location"]))
    assert "Nothing has changed yet" in shown
    assert "Row 3, column E (E-mail): must be a mail address" in shown
    assert "Bring in 1 row" in shown
    stand_as(town.bram)
    run = ImportRun.objects.get()
    ask(town.bram, reverse("bring_in", args=[run.uuid]), {})

    assert Partner.objects.get().name == "Voorbeeldpartner"
    rest = ask(town.bram, reverse("import_rest", args=[run.uuid]))
    assert read_sheet(rest.content).rows[0][1][1] == "Tweede"
    ask(town.bram, reverse("throw_away_import", args=[run.uuid]), {})
    assert ask(town.bram, reverse("import_rest", args=[run.uuid])).status_code == 404
    assert "No rows are kept" in text_of(
        ask(town.bram, reverse("import_run", args=[run.uuid]))
    )


def test_a_bad_file_gets_its_sentence_and_changes_nothing(upload, stand_as, town):
    assert "has a password" in text_of(
        upload(
            content=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + "EncryptedPackage".encode("utf-16-le")
        )
    )
    assert "no rows below the first" in text_of(upload())
    stand_as(town.bram)
    assert not ImportRun.objects.exists()


def test_a_file_that_is_too_large_is_never_read(town, ask, monkeypatch, upload):
    monkeypatch.setattr(uploads, "MOST_BYTES", 2000)

    answer = upload(content=b"x" * 3000)

    assert "too large. At most 20 MB" in text_of(answer)


def test_no_file_no_kind_and_the_kind_of_another_role(town, ask):
    assert "Choose a file" in text_of(ask(town.bram, PAGE, {}))
    for kind in ("patientaantallen", "onzin"):
        page = reverse("import_kind", args=[kind])
        assert ask(town.bram, page).status_code == 404


def test_the_page_of_a_run_costs_the_same_for_many_rows(upload, count_queries, town):
    one = upload({}).headers["Location"]
    rows = ({"name": f"Partner {number}"} for number in range(50))
    many = upload(*rows).headers["Location"]

    assert count_queries(town.bram, many) == count_queries(town.bram, one)


def test_a_cell_that_looks_like_a_formula_goes_back_as_text(
    town, ask, upload, stand_as
):
    upload({"name": "+Plus", "email": "geen mail"})
    stand_as(town.bram)
    run = ImportRun.objects.get()
    rest = ask(town.bram, reverse("import_rest", args=[run.uuid])).content

    from openpyxl import load_workbook

    cell = load_workbook(io.BytesIO(rest)).active["B2"]
    assert (cell.value, cell.data_type) == ("'+Plus", "s")
