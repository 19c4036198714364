"""Is the look lawful, readable, and within what the security policy allows?"""

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

from tests.shared.look_sample import Sample

STATIC = Path(settings.STATICFILES_DIRS[0])
PAGES = STATIC.parent / "pages"
VENDORS = [STATIC / "vendor", Path(__file__).parents[1] / "vendor"]
THEMES = [STATIC / "look" / "dichtbij.css", *sorted((STATIC / "themes").glob("*.css"))]
STEPS = ("50", "100", "200", "300", "400", "500", "600", "700")
TEMPLATES = sorted(STATIC.parents[1].rglob("*.html"))
WHITE = "#ffffff"


def colours(theme: Path) -> dict[str, str]:
    found = re.findall(
        r"--voorbeeld-kleuren-violet-(\d+): (#\w{6});", theme.read_text()
    )
    return dict(found)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, definition of contrast ratio."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# --- what others made ------------------------------------------------------------


@pytest.mark.parametrize("vendor", VENDORS, ids=["served", "tests"])
def test_every_vendored_file_is_recorded_unchanged_and_has_its_licence(vendor):
    record = tomllib.loads((vendor / "VENDORED.toml").read_text())["file"]
    there = {path for path in vendor.rglob("*") if path.is_file()}

    assert record
    for entry in record:
        content = (vendor / entry["path"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry["sha256"], entry["path"]
        assert len((vendor / entry["licence_text"]).read_text()) > 200
        assert entry["sha256"] == entry["source_sha256"] or entry["changed"]
        there.discard(vendor / entry["path"])
    left = {path.name for path in there if "LICENSE" not in path.name}
    assert left <= {"VENDORED.toml", "OFL.txt"}


def test_nothing_of_a_town_that_did_not_give_its_style_is_used():
    served = [path.read_text() for path in STATIC.rglob("*.css")]

    assert not any(
        re.search(r"--(ams|rhc|rvo|denhaag|haarlem)-", text) for text in served
    )


# --- colours ---------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES, ids=lambda path: path.stem)
def test_a_theme_is_readable(theme):
    accent = colours(theme)

    assert tuple(accent) == STEPS
    for step in ("500", "600", "700"):
        assert contrast(WHITE, accent[step]) >= 4.5, f"white on {step}"
    for ground in ("50", "100"):
        assert contrast(accent["500"], accent[ground]) >= 4.5, f"links on {ground}"
    assert contrast(accent["400"], WHITE) >= 3, "borders"
    assert contrast(accent["300"], accent["600"]) >= 3, "marks in the navigation"


@pytest.mark.parametrize("theme", THEMES[1:], ids=lambda path: path.stem)
def test_a_theme_is_eight_colours_and_a_mark_and_nothing_else(theme):
    rules = re.sub(r"/\*.*?\*/", "", theme.read_text(), flags=re.DOTALL)

    assert re.findall(r"[-\w]+(?=: )", rules) == [
        f"--voorbeeld-kleuren-violet-{step}" for step in STEPS
    ]
    assert theme.with_suffix(".svg").exists()


# --- pages: what the content security policy would refuse ----------------------------


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda path: path.name)
def test_a_page_has_no_inline_script_or_style_and_no_foreign_address(page):
    text = page.read_text()

    assert not re.search(r"<style|\sstyle=|javascript:|\shx-on|\son[a-z]+=\"", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"(src|href)=\"(https?:)?//", text)


@pytest.mark.parametrize("page", TEMPLATES, ids=lambda path: path.name)
def test_a_page_names_icons_and_files_that_exist(page):
    text = page.read_text()
    drawn = re.findall(
        r"symbol id=\"([\w-]+)\"", (STATIC / "look/icons.svg").read_text()
    )

    named = re.findall(r"icon\.html\" with name=\"([\w-]+)\"", text)
    named += re.findall(r"badge\.html\"[^%]* icon=\"([\w-]+)\"", text)
    assert set(named) <= set(drawn)
    for path in re.findall(r"{% static \"([^\"]+)\" %}", text):
        assert (STATIC / path).exists(), path


def test_our_stylesheets_fetch_only_our_own_files_and_stay_small():
    for sheet in (STATIC / "look").glob("*.css"):
        text = sheet.read_text()
        assert len(text.splitlines()) < 400
        for address in re.findall(r"url\(\"?([^\")]+)", text):
            assert (sheet.parent / address).resolve().exists(), address


def test_the_script_keeps_nothing_about_a_person_in_the_browser():
    text = (STATIC / "look/dichtbij.js").read_text()
    kept = re.findall(r"(?:localStorage|sessionStorage)\.\w+\((\w+)", text)

    assert set(kept) == {"CHOICE"}
    assert not re.search(r"\beval\(|new Function|innerHTML|document\.cookie", text)
    assert len(text.splitlines()) < 300


@pytest.mark.parametrize("name", ["403", "404", "csrf", "500", "503"])
def test_an_error_page_needs_no_context_and_speaks_both_languages(name):
    page = get_template(f"shared/pages/errors/{name}.html").render({})

    assert page.count("<h1>") == 1
    assert '<html lang="nl"' in page
    assert 'lang="en"' in page


# --- fields ------------------------------------------------------------------------


def test_an_error_stands_between_hint_and_control_and_is_tied_to_it():
    html = Sample({"born_on": "31-02-2029"})["born_on"].as_field_group()

    places = [
        html.index(part)
        for part in ("<label", "id_born_on_helptext", "id_born_on_error", "<input")
    ]
    assert places == sorted(places)
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_born_on_helptext id_born_on_error"' in html


def test_a_group_of_choices_is_a_fieldset_that_names_its_error():
    html = Sample({})["goal"].as_field_group()

    assert '<fieldset class="field field--invalid"' in html
    assert 'aria-describedby="id_goal_helptext id_goal_error"' in html
    assert "<legend>Goal</legend>" in html


def test_only_an_optional_question_says_so():
    form = Sample()

    assert "(optional)" in form["name"].as_field_group()
    assert "(optional)" not in form["born_on"].as_field_group()


def test_every_link_of_the_summary_leads_to_a_control():
    form = Sample({})

    page = get_template("shared/pages/form.html").render({"form": form})
    ids = set(re.findall(r"<(?:input|select|textarea)[^>]* id=\"([^\"]+)\"", page))
    links = re.findall(r"href=\"#([^\"]+)\"", page)
    assert len(links) == len(form.errors)
    assert set(links) <= ids


def test_what_a_visitor_typed_is_shown_as_text():
    form = Sample({"born_on": "<script>alert(1)</script>"})

    page = get_template("shared/pages/form.html").render({"form": form})
    assert "<script>" not in page
