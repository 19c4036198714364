"""The address of a visitor: the one our own proxy saw, never one they invented."""

import pytest
from django.http import HttpRequest, HttpResponse

from dichtbij.organisations.whence import Whence


@pytest.mark.parametrize(
    ("proxies", "told", "expected"),
    [
        (0, "6.6.6.6", "10.0.0.9"),
        (1, "6.6.6.6, 192.0.2.7", "192.0.2.7"),
        (2, "6.6.6.6, 192.0.2.7, 10.0.0.1", "192.0.2.7"),
        (2, "192.0.2.7", "10.0.0.9"),
        (1, "", "10.0.0.9"),
    ],
)
def test_only_as_many_addresses_count_as_there_are_proxies(
    settings, proxies, told, expected
):
    settings.PROXIES = proxies
    request = HttpRequest()
    request.META = {"REMOTE_ADDR": "10.0.0.9", "HTTP_X_FORWARDED_FOR": told}

    Whence(lambda _request: HttpResponse())(request)

    assert request.META["REMOTE_ADDR"] == expected


def test_a_failed_sign_in_notes_that_address(client, db, settings):
    from dichtbij.audit.models import Entry

    settings.PROXIES = 1
    client.post(
        "/inloggen/",
        {"login": "x@teststad.example", "password": "iets"},
        headers={"X-Forwarded-For": "6.6.6.6, 192.0.2.7"},
    )

    assert Entry.objects.get().network_point == "192.0.2.7"
