"""The technical log shows no link that lets someone in."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dichtbij.organisations.quiet import WithoutLinks, without_links

TOKEN = "izi9Dh2Rr2Z2KaG1K_CmSFdhbQS2neV8TmchtNtf_qg"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"Not Found: /uitnodiging/{TOKEN}/", "Not Found: /uitnodiging/.../"),
        (f"/inloggen/?next=/uitnodiging/{TOKEN}", "/inloggen/?next=/uitnodiging/..."),
        ("Not Found: /vandaag/", "Not Found: /vandaag/"),
    ],
)
def test_a_token_is_struck_out(text, shown):
    assert without_links(text) == shown


@given(st.text(alphabet=st.characters(categories=["L", "Nd"]), min_size=8))
def test_no_token_survives(token):
    assert token not in without_links(f"Gone: /uitnodiging/{token}/ now")


def test_a_used_link_leaves_no_token_in_the_log_of_the_process(client, db, settings):
    (name,) = settings.LOGGING["handlers"]["out"]["filters"]
    assert settings.LOGGING["filters"][name]["()"].endswith("WithoutLinks")
    seen: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record):
            seen.append(record.getMessage())

    ear = Ear()
    ear.addFilter(WithoutLinks())
    logging.getLogger("django.request").addHandler(ear)
    client.get(f"/uitnodiging/{TOKEN}/")
    logging.getLogger("django.request").removeHandler(ear)

    assert seen
    assert TOKEN not in " ".join(seen)
