"""Does everyone land on the page that answers what they came with?"""

import pytest


@pytest.mark.parametrize(
    ("who", "where"),
    [
        ("gerda", "/aanmeldingen/"),
        ("henk", "/aanmelden/"),
        ("anna", "/vandaag/"),
        ("bram", "/wachttijden/"),
        ("dirk", "/stand-van-zaken/"),
        ("ella", "/beheer/"),
    ],
)
def test_each_role_lands_on_its_own_first_page(town, sign_in, who, where):
    answer = sign_in(getattr(town, who)).get("/")

    assert answer.status_code == 302
    assert answer.headers["Location"] == where
