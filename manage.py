#!/usr/bin/env python
"""How is a command given to Dichtbij? Starts the embedded database where needed."""

import os
import signal
import sys

from dichtbij import postgres

# These touch no table, so they start no server either.
WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "makemigrations",
    "words",
}

DEMO = {"demo", "load_demo", "look"}


def main(arguments: list[str]) -> int:
    """Run one command; leave no server behind that it started."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dichtbij.settings")
    what = arguments[1] if len(arguments) > 1 else "help"
    if what in DEMO:
        os.environ["DICHTBIJ_MODE"] = "demo"  # settings ask the environment
    needs_database = what not in WITHOUT_DATABASE and not what.startswith("-")
    if {"--help", "-h"} & set(arguments) or not needs_database:
        return execute(arguments)
    listen_to_signals()
    try:
        postgres.ensure_running()
        if what == "migrate" and not postgres.is_embedded():
            refuse_unprepared(postgres.prepare_outside())
        return execute(arguments)
    except KeyboardInterrupt:
        return 130
    except postgres.Unavailable as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    finally:
        # A second Ctrl-C must not leave the server behind.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        postgres.leave()


def listen_to_signals() -> None:
    """End in order when asked to, so that the server is not left behind."""
    asked_to_end = {signal.SIGTERM, signal.SIGHUP}
    if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:  # nohup
        asked_to_end.remove(signal.SIGHUP)
    for number in asked_to_end:
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    # A shell lets what it starts with & ignore Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def execute(arguments: list[str]) -> int:
    """Hand the command to Django."""
    from django.core.management import execute_from_command_line  # after settings

    execute_from_command_line(arguments)
    return 0


def refuse_unprepared(statements: list[str]) -> None:
    """Print the SQL that our role may not run, and make no table before it ran.

    Default privileges hold for later tables only. Raises Unavailable.
    """
    if statements:
        sys.stdout.writelines(f"{statement};\n" for statement in statements)
        raise postgres.Unavailable(
            "An administrator of this database has to run the SQL above first."
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv))
