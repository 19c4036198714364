"""Which servers do the tests of the database use?"""

import shutil
import tempfile
from pathlib import Path

import psycopg
import pytest

from dichtbij import postgres


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("server")
    yield folder
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DICHTBIJ_DATA", str(folder))
        postgres.leave()


@pytest.fixture
def server(shared_folder, monkeypatch):
    """A running server to keep, apart from the one of the other tests."""
    monkeypatch.setenv("DICHTBIJ_DATA", str(shared_folder))
    postgres.ensure_running()
    return shared_folder / "postgres"


@pytest.fixture
def empty_folder(tmp_path, monkeypatch):
    """A data folder without a server."""
    monkeypatch.setenv("DICHTBIJ_DATA", str(tmp_path))
    yield tmp_path
    postgres.leave()


@pytest.fixture
def open_folder():
    """A folder that everybody may enter, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp(dir="/var/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def owners_table(server):
    """A table of the owner in a database made as tests make theirs."""
    with connect("dichtbij_owner") as connection:
        connection.execute("CREATE DATABASE fresh")
    with connect("dichtbij_owner", "fresh") as connection:
        connection.execute("CREATE TABLE thing (id serial, name text)")
    yield "fresh"
    with connect("dichtbij_owner") as connection:
        connection.execute("DROP DATABASE fresh WITH (FORCE)")


def connect(role, database=None):
    host = str(postgres.socket_folder())
    database = database or ("postgres" if role == "postgres" else "dichtbij")
    return psycopg.connect(host=host, user=role, dbname=database, autocommit=True)


def pid_in(server):
    return int((server / "postmaster.pid").read_text().split()[0])
