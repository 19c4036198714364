"""May every locked package be used, and is our own licence whole?"""

import re
import tomllib

import pytest

from tests.licences import CHECKOUT, LESSER, RUN_APART, Package, packages


def test_no_locked_package_has_a_licence_we_may_not_use():
    found = list(packages())
    refused = {p.name: p.verdict() for p in found if p.verdict() != "allowed"}

    assert len(found) > 60
    assert refused == {}


def test_the_reviewed_packages_are_still_there():
    assert {package.name for package in packages()} >= LESSER | RUN_APART


@pytest.mark.parametrize(
    ("licence", "verdict"),
    [
        ("MIT", "allowed"),
        ("Apache-2.0 OR BSD-3-Clause", "allowed"),
        ("MPL-2.0", "allowed"),
        ("GPL-3.0-or-later", "GPL or AGPL"),
        ("GNU General Public License v3 (GPLv3)", "GPL or AGPL"),
        ("AGPL-3.0-only", "GPL or AGPL"),
        ("GNU Affero General Public License v3", "GPL or AGPL"),
        ("MIT OR GPL-2.0-only", "GPL or AGPL"),
        ("LGPL-3.0-only", "LGPL, not reviewed"),
        ("GNU Lesser General Public License v2 or later", "LGPL, not reviewed"),
        ("Proprietary", "unknown licence"),
        ("", "unknown licence"),
        (None, "not installed"),
    ],
)
def test_a_new_package_is_judged_by_what_it_declares(licence, verdict):
    assert Package("new", False, licence).verdict() == verdict


def test_there_are_at_most_twenty_packages_in_production():
    named = [
        line
        for line in (CHECKOUT / "requirements.in").read_text().splitlines()
        if line and not line.startswith("#")
    ]

    assert 10 < len(named) <= 20


def test_our_licence_is_the_whole_of_the_eupl():
    text = (CHECKOUT / "LICENSE").read_text()
    articles = re.findall(r"^## (\d+)\. ", text, re.M)
    vendored = CHECKOUT / "dichtbij/shared/static/vendor/utrecht/LICENSE.md"

    assert articles == [str(number) for number in range(1, 16)]
    assert "\n## Appendix\n" in text
    assert text == vendored.read_text()


def test_every_document_names_the_same_licence():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]

    assert project["license"] == "EUPL-1.2"
    for name in ("README.md", "LEESMIJ.md", "CONTRIBUTING.md", "publiccode.yml"):
        assert "EUPL-1.2" in (CHECKOUT / name).read_text(), name
