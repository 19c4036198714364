"""What does a person read when a page cannot be given, and what stays unsaid?"""

import psycopg
import pytest
from django.db import DataError, InterfaceError, OperationalError
from django.test import RequestFactory
from django.urls import reverse

from dichtbij.portal import errors


def answer_to(fault: Exception):
    try:
        raise fault
    except type(fault):
        return errors.server_error(RequestFactory().get("/"))


def caused_by(fault: Exception, cause: Exception) -> Exception:
    fault.__cause__ = cause
    return fault


@pytest.mark.parametrize(
    "fault",
    [
        OperationalError("connection refused"),
        InterfaceError("connection already closed"),
        caused_by(OperationalError("x"), psycopg.errors.AdminShutdown("x")),
        caused_by(OperationalError("x"), psycopg.errors.DiskFull("x")),
    ],
)
def test_without_a_database_the_page_says_that_it_comes_back(fault):
    page = answer_to(fault)

    assert page.status_code == 503
    assert "Dichtbij is even niet bereikbaar" in page.content.decode()


@pytest.mark.parametrize(
    "fault",
    [
        ValueError("geheim"),
        DataError("geheim"),
        caused_by(DataError("geheim"), psycopg.errors.InvalidDatetimeFormat("geheim")),
    ],
)
def test_another_fault_is_ours_and_its_words_stay_inside(fault):
    page = answer_to(fault)

    assert page.status_code == 500
    assert "geheim" not in page.content.decode()


def test_a_form_larger_than_fits_is_answered_in_words(town, sign_in):
    browser = sign_in(town.henk)

    page = browser.post(reverse("recognise"), {"text": "x" * 1_100_000})

    assert page.status_code == 400
    assert "Er is niets opgeslagen" in page.content.decode()


def test_a_form_without_its_token_changes_nothing_and_says_so(town, sign_in):
    browser = sign_in(town.henk)
    browser.handler.enforce_csrf_checks = True

    page = browser.post(reverse("submit"), {"given_name": "Fictief"})

    assert page.status_code == 403
    assert "niet verstuurd" in page.content.decode()


@pytest.mark.parametrize("address", ["/bestaat-niet/", "/kinderen/x/"])
def test_an_unknown_address_is_not_there(town, sign_in, address):
    page = sign_in(town.anna).get(address)

    assert page.status_code == 404
    assert page.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in page.headers
