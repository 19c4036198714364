"""Is the address known before anything runs?"""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dichtbij import postgres
from dichtbij.postgres import address, programs

nameable = st.characters(exclude_characters="\0/", exclude_categories=["Cs"])


@given(st.text(nameable, max_size=300))
def test_the_path_of_the_socket_always_fits(name):
    sockets = postgres.socket_folder(Path("/home") / name)

    assert len(os.fsencode(sockets / ".s.PGSQL.5432")) <= programs.SOCKET_PATH_BYTES


def test_an_outside_database_is_taken_from_its_addresses(monkeypatch):
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql://web:s%40fe@db.example:5433/zorg?sslmode=require"
    )

    found = postgres.databases()

    assert set(found) == {"default"}  # a web process needs no way to the owner
    default = found["default"]
    assert (default["USER"], default["PASSWORD"]) == ("web", "s@fe")
    assert (default["HOST"], default["PORT"]) == ("db.example", "5433")
    assert default["NAME"] == "zorg"
    assert default["OPTIONS"]["sslmode"] == "require"
    assert default["CONN_MAX_AGE"] == 60


def test_the_address_starts_nothing(empty_folder):
    assert set(postgres.databases()) == set(address.OUTSIDE)
    assert list(empty_folder.iterdir()) == []
