"""Can root run a server that refuses root, and nobody else get in?"""

import os
from pathlib import Path

import pytest

from dichtbij import postgres
from dichtbij.postgres import programs
from tests.postgres.conftest import connect, pid_in

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root needs a detour")


@only_root
def test_root_without_user_namespaces_runs_it_as_nobody(open_folder, monkeypatch):
    monkeypatch.setenv("DICHTBIJ_DATA", str(open_folder / "data"))
    monkeypatch.setattr(programs, "SHELTER", open_folder / "shelter")
    with without_unshare(monkeypatch):
        postgres.ensure_running()
        server = open_folder / "data" / "postgres"

        runs_as = Path(f"/proc/{pid_in(server)}").stat().st_uid
        postgres.leave()

    assert runs_as == programs.pwd.getpwnam("nobody").pw_uid
    assert not server.is_symlink()


@only_root
def test_nobody_works_elsewhere_when_the_data_folder_is_closed(
    empty_folder, open_folder, monkeypatch
):
    monkeypatch.setattr(programs, "SHELTER", open_folder / "shelter")
    with without_unshare(monkeypatch):
        for _ in range(2):  # the second time it finds its own data back
            postgres.ensure_running()
            connect("dichtbij_app").close()
            postgres.leave()

    server = empty_folder / "postgres"
    assert server.is_symlink()
    assert server.resolve().is_relative_to(open_folder / "shelter")


class without_unshare:
    """The choice of how to run the server, made again as if unshare were forbidden."""

    def __init__(self, monkeypatch):
        monkeypatch.setattr(programs, "UNSHARE", ("false",))

    def __enter__(self):
        programs.way.cache_clear()

    def __exit__(self, *_):
        programs.way.cache_clear()


def test_a_socket_folder_of_somebody_else_is_refused(empty_folder):
    sockets = postgres.socket_folder()
    sockets.symlink_to(empty_folder)
    try:
        with pytest.raises(postgres.Unavailable, match="somebody else"):
            postgres.ensure_running()
    finally:
        sockets.unlink()
