"""Does `./run` hand each command to the right program, in every POSIX shell?"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

RUN = Path(__file__).parent.parent / "run"
SHELLS = [shell for shell in ("sh", "dash", "bash") if shutil.which(shell)]
TELLS = '#!/bin/sh\necho "$(basename "$0") $*"\n'
PROGRAMS = ("python", "pip", "uv", "ruff", "mypy", "lint-imports")


@pytest.fixture
def checkout(tmp_path):
    """A checkout whose installed programs only tell how they were called."""
    shutil.copy(RUN, tmp_path / "run")
    for lock in ("requirements.lock", "requirements-dev.lock", "requirements-uv.lock"):
        (tmp_path / lock).write_text(f"{lock}\n")
    for venv in (".venv", ".venv-dev"):
        (tmp_path / venv / "bin").mkdir(parents=True)
        for program in PROGRAMS:
            stand_in(tmp_path / venv / "bin" / program, TELLS)
    return tmp_path


def stand_in(path, text):
    path.write_text(text)
    path.chmod(0o755)


def run(checkout, *arguments, shell="sh", **environment):
    return subprocess.run(
        [shell, "./run", *arguments],
        cwd=checkout,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def last_line(done):
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("given", "called"),
    [
        (["demo", "--port", "8001"], "python manage.py demo --port 8001"),
        (["serve"], "python manage.py serve"),
        (["migrate"], "python manage.py migrate --database owner"),
        (["worker", "a b"], "python manage.py worker a b"),
        (["backup", "a b"], "python manage.py backup a b"),
        (["verify-audit"], "python manage.py verify_audit"),
        (["test", "-k", "x"], "python -m pytest -k x"),
        (["words"], "python manage.py words"),
        (["look", "there"], "python -m tests.browser.look there"),
        (["bench", "pages"], "python -m bench pages"),
        (["fix"], "ruff format ."),
    ],
)
def test_a_command_reaches_its_program(checkout, shell, given, called):
    done = run(checkout, *given, shell=shell)

    assert done.returncode == 0, done.stderr
    assert last_line(done) == called


def test_production_and_tests_have_a_venv_each(checkout):
    run(checkout, "migrate")

    assert (checkout / ".venv" / "installed").exists()
    assert not (checkout / ".venv-dev" / "installed").exists()


def test_packages_are_installed_once_and_again_when_the_lock_changes(checkout):
    first = run(checkout, "migrate")
    second = run(checkout, "migrate")
    (checkout / "requirements.lock").write_text("changed\n")
    third = run(checkout, "migrate")

    sync = "uv pip sync -q -p .venv/bin/python --require-hashes requirements.lock"
    assert sync in first.stdout
    assert sync not in second.stdout
    assert sync in third.stdout


def test_a_failed_installation_is_tried_again(checkout):
    stand_in(checkout / ".venv" / "bin" / "uv", "#!/bin/sh\nexit 1\n")

    done = run(checkout, "migrate")

    assert done.returncode != 0
    assert "manage.py" not in done.stdout
    assert not (checkout / ".venv" / "installed").exists()


@pytest.mark.parametrize("shell", SHELLS)
def test_an_old_python_gets_one_sentence(checkout, shell):
    shutil.rmtree(checkout / ".venv")
    stand_in(checkout / "old", "#!/bin/sh\nexit 1\n")

    done = run(checkout, "demo", shell=shell, PYTHON="./old")

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "Dichtbij needs Python 3.11 or newer; set PYTHON to its path."
    )


@pytest.mark.parametrize("shell", SHELLS)
def test_the_gate_runs_every_step_and_names_what_failed(checkout, shell):
    stand_in(checkout / ".venv-dev" / "bin" / "ruff", "#!/bin/sh\nexit 1\n")
    stand_in(checkout / ".venv-dev" / "bin" / "mypy", "#!/bin/sh\nexit 2\n")

    done = run(checkout, "check", shell=shell)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "Not in order: format, lint, types."
    assert "lint-imports" in done.stdout
    assert "python manage.py words --check" in done.stdout


def test_the_gate_is_green_when_all_is_in_order(checkout):
    done = run(checkout, "check")

    assert done.returncode == 0
    assert done.stderr.splitlines()[-1] == "All in order."


def test_alone_it_tells_what_it_can_do(checkout):
    done = run(checkout)

    assert done.returncode == 0
    assert "./run demo [--port N] [--fresh]" in done.stdout
    assert "set -eu" not in done.stdout


def test_an_unknown_command_is_refused_with_help(checkout):
    done = run(checkout, "demoo")

    assert done.returncode == 2
    assert "There is no ./run demoo." in done.stderr
    assert not (checkout / ".venv" / "installed").exists()
