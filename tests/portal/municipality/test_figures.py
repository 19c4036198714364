"""Does each number come from released cells, and is it the same each time?"""

import io
import re
import uuid
import zipfile
from datetime import date

import pytest
from django.test import override_settings
from django.urls import reverse
from python_calamine import CalamineWorkbook

from dichtbij.clients.models import Client as Child
from dichtbij.evaluation.models import CitedRelease, EvaluationRound
from dichtbij.insight.released import releases_of
from dichtbij.insight.released_charts import charts_of
from tests.decisions.conftest import reported
from tests.portal.municipality.released_town import BEFORE, TABLES, sums, two_releases
from tests.released import release

FORMS = ("pdf", "csv", "ods")
# What a page says of itself, in words with figures: ages, bands, rules of showing.
RULES = {"5", "10", "18", "30"}


@pytest.fixture
def figures(town, published):
    return two_releases(town.programme)


def page(sign_in, who, **asked):
    answer = sign_in(who).get(reverse("figures"), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def main_of(html):
    return html.split("<main", 1)[1].split("</main>", 1)[0]


def numbers_in(html):
    """Return every number that is read: no dates, addresses, drawings or codes."""
    text = re.sub(r"<svg.*?</svg>|<time.*?</time>", " ", main_of(html), flags=re.S)
    text = re.sub(
        r'data-label="[^"]*"|<th [^>]*>[^<]*</th>|<caption.*?</caption>', " ", text
    )
    text = re.sub(r"<[^>]*>", " ", text)
    text = re.sub(r"\d+ [A-Z][a-z]+ \d{4}|(quarter \d|half) of \d{4}", " ", text)
    return re.findall(r"(?<![\w-])(&lt;)?(\d+)(%?)(?![\w-])", text)


def test_a_count_of_half_a_year_is_not_drawn_beside_one_of_a_year(town, published):
    tables = {"intake": {"8-11": 100}, "outcomes": {"solved": 60, "specialist": 40}}
    for first, last in (
        (date(2023, 1, 1), date(2023, 12, 31)),
        (date(2024, 1, 1), date(2024, 6, 30)),
        (date(2024, 7, 1), date(2024, 12, 31)),
    ):
        release(town.programme, first, last, tables)
    releases = releases_of(town.programme.pk)

    drawn = {one.caption.key: one for one in charts_of(releases, releases[0])}

    labels = {key: [row[0] for row in one.table.rows] for key, one in drawn.items()}
    assert len(labels["children-begun"]) == 2
    assert not any("2023" in label for label in labels["children-begun"])
    assert len(labels["no-referral"]) == 3


def test_the_quarter_is_known_without_a_click(figures, town, sign_in):
    answer = sign_in(town.dirk).get("/", follow=True)

    text = answer.content.decode()
    assert answer.redirect_chain[-1][0] == reverse("figures")
    lead = re.search(r'<h1>.*?</h1>\s*<p class="lead">(.*?)</p>', text, re.S)[1]
    assert lead.startswith("Help began for about 310 children; of 180 closed")
    assert "First half of 2026 follows after closing, on" in text


def test_no_number_on_the_page_is_anything_but_a_sum_or_share_of_cells(
    figures, town, sign_in
):
    # 180 ended known; of those 140 nearby; 115 of 245 seen in two weeks.
    known = sums(TABLES) | sums(BEFORE) | {"180", "140", "115"}

    found = numbers_in(page(sign_in, town.dirk))

    assert {n for small, n, percent in found if percent} == {"58", "78", "47", "8"}
    assert {n for small, n, percent in found if small} == {"10"}
    assert {n for small, n, percent in found if not percent} <= known | RULES


def test_nought_and_five_look_the_same_everywhere(town, published, sign_in):
    pages = []
    for number, few in enumerate((0, 5)):
        type(town.programme).objects.update(publication_months=6)
        outcomes = TABLES["outcomes"] | {"other": few, "solved": 105 - few}
        made = release(
            town.programme,
            *(d.replace(year=2023 + number) for d in _half()),
            {"outcomes": outcomes},
        )
        pages.append(page(sign_in, town.dirk, periode=str(made.uuid)))

    for text in pages:
        row = re.search(
            r'<th scope="row">Had other help already</th>(.*?)</tr>', text, re.S
        )
        assert "&lt;10" in row[1]
        assert "0 or 5: nobody can tell which" in text


def _half():
    from datetime import date

    return date(2025, 1, 1), date(2025, 6, 30)


def test_an_earlier_period_is_chosen_and_the_later_one_changes_nothing_of_it(
    figures, town, sign_in
):
    older, _newer = figures

    text = page(sign_in, town.dirk, periode=str(older.uuid))

    assert "about 190 children" in text
    assert "Second half of 2025" not in main_of(text).split('id="others"')[0]


def test_a_period_that_is_not_there_is_404_and_no_other_parameter_does_anything(
    figures, town, sign_in
):
    browser = sign_in(town.dirk)
    address = reverse("figures")

    assert browser.get(address, {"periode": str(uuid.uuid4())}).status_code == 404
    plain = main_of(browser.get(address).content.decode())
    for asked in ({"practice": "1"}, {"age": "4-7"}, {"from": "2025-08-01"}):
        assert main_of(browser.get(address, asked).content.decode()) == plain


def test_what_happens_to_children_afterwards_changes_nothing(
    figures, town, sign_in, make_referral
):
    before = main_of(page(sign_in, town.dirk))

    make_referral()
    make_referral()

    assert Child.objects.exists()
    assert main_of(page(sign_in, town.dirk)) == before


def test_a_withheld_period_says_what_that_means(town, published, sign_in):
    from datetime import date

    release(town.programme, date(2025, 10, 1), date(2025, 12, 31), {})

    text = page(sign_in, town.dirk)

    assert "The figures of quarter 4 of 2025 cannot be published yet." in text
    assert "fewer than 50 trajectories" in text
    assert "Indicators</h2>" not in text


def test_definitions_and_what_is_not_known_are_one_key_away(figures, town, sign_in):
    text = page(sign_in, town.dirk)

    cell = re.search(r'<details id="no_referral">(.*?)</details>', text, re.S)[1]
    assert "<summary>Ended without any referral</summary>" in cell
    assert "Who moved away or turned 18 is left out" in " ".join(cell.split())
    assert "105 of 180" in cell
    assert "Not known: fewer than 10." in cell


@pytest.mark.parametrize("kind", FORMS)
def test_a_file_is_the_same_to_the_letter_also_after_a_later_release(
    town, published, sign_in, kind
):
    older, _newer = None, None
    from datetime import date

    older = release(town.programme, date(2025, 1, 1), date(2025, 6, 30), TABLES)
    address = reverse("figures_file", args=[older.uuid, kind])
    first = sign_in(town.dirk).get(address)
    release(town.programme, date(2025, 7, 1), date(2025, 12, 31), BEFORE)

    again = sign_in(town.dirk).get(address)

    assert first.status_code == 200
    assert first.content == again.content
    assert older.sha256[:8] in first.headers["Content-Disposition"]


def test_table_and_spreadsheet_say_the_same_and_which_release_it_is(
    figures, town, sign_in
):
    newer = figures[1]
    browser = sign_in(town.dirk)
    csv = browser.get(reverse("figures_file", args=[newer.uuid, "csv"])).content
    ods = browser.get(reverse("figures_file", args=[newer.uuid, "ods"])).content

    text = csv.decode("utf-8-sig")
    book = CalamineWorkbook.from_filelike(io.BytesIO(ods))
    figures_sheet, notes = (
        book.get_sheet_by_index(number).to_python() for number in (0, 1)
    )
    assert str(newer.uuid) in text
    assert newer.sha256 in text
    last_cells = {line.rsplit(";", 1)[-1] for line in text.splitlines()}
    assert {"<10", "310"} <= last_cells
    assert len(figures_sheet) == text.splitlines().index("")
    assert {310.0, "<10"} <= {row[-1] for row in figures_sheet}
    assert any(newer.sha256 in row for row in notes)
    assert zipfile.ZipFile(io.BytesIO(ods)).namelist()[0] == "mimetype"


@override_settings(DEMO=True)
@pytest.mark.parametrize("kind", ["csv", "ods"])
def test_the_demo_says_that_its_figures_are_invented(figures, town, sign_in, kind):
    address = reverse("figures_file", args=[figures[1].uuid, kind])

    content = sign_in(town.dirk).get(address).content.decode("utf-8", "replace")

    assert "Fictieve" in content


def test_a_file_names_the_round_for_which_it_is_taken(figures, town, sign_in):
    of_round = reported(town.programme, status="open")
    CitedRelease.objects.create(evaluation_round=of_round, release=figures[1])
    EvaluationRound.objects.update(status="closed")
    browser = sign_in(town.dirk)
    address = reverse("figures_file", args=[figures[1].uuid, "csv"])

    with_round = browser.get(address, {"ronde": str(of_round.uuid)}).content.decode()

    assert str(of_round.uuid) in with_round
    assert str(of_round.uuid) not in browser.get(address).content.decode()
    assert browser.get(address, {"ronde": str(uuid.uuid4())}).status_code == 404
    other = reverse("figures_file", args=[figures[0].uuid, "csv"])
    assert browser.get(other, {"ronde": str(of_round.uuid)}).status_code == 404


@pytest.mark.parametrize("name", ["anna", "bram", "carla", "gerda", "ella", "petra"])
def test_others_take_nothing_along(figures, town, sign_in, name):
    address = reverse("figures_file", args=[figures[1].uuid, "csv"])

    assert sign_in(getattr(town, name)).get(address).status_code == 403


def test_a_release_of_another_programme_is_not_there(town, published, sign_in):
    from datetime import date

    from dichtbij.programmes.models import Programme

    other = Programme.objects.create(
        slug="elders", name="Elders", phase="pilot", starts_on=date(2025, 1, 1),
        school_region="noord",
    )  # fmt: skip
    made = release(other, date(2025, 1, 1), date(2025, 6, 30), TABLES)
    browser = sign_in(town.dirk)

    for kind in FORMS:
        address = reverse("figures_file", args=[made.uuid, kind])
        assert browser.get(address).status_code == 404
    assert (
        browser.get(reverse("figures"), {"periode": str(made.uuid)}).status_code == 404
    )
