"""What does CBS publish now of youth help by referrer? `manage.py refresh_cbs` asks.

Somebody at a server or a checkout runs it; no page and no job does. It writes the whole
extract or nothing, and tells what changed. Restart the web to show the new figures.
"""

import re
from argparse import ArgumentTypeError
from importlib.resources import files
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dichtbij.insight.cbs import EXTRACT
from dichtbij.insight.cbs_feed import (
    BASE,
    THE_COUNTRY,
    THE_HAGUE,
    TOPICS,
    FeedError,
    fetch,
)
from dichtbij.insight.cbs_renewing import Renewed, renew, shipped, write
from dichtbij.shared import clock

MUNICIPALITY = re.compile(r"GM\d{4}")


class Command(BaseCommand):
    """Fetch table 85097NED of CBS, hold it against our extract, and write it anew."""

    help = "Refresh the extract of CBS 85097NED: [--region GM0166] [--dry-run]."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take more municipalities, another address or file, and columns by name."""
        parser.add_argument("--region", action="append", default=[], type=_region)
        parser.add_argument("--column", action="append", default=[], type=_column)
        parser.add_argument("--base", default=BASE)
        parser.add_argument("--file", type=Path, default=_shipped_file())
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write all of it or nothing; what is wrong is told in one sentence."""
        regions = dict.fromkeys((THE_COUNTRY, THE_HAGUE, *options["region"]))
        path: Path = options["file"]
        try:
            feed = fetch(options["base"], list(regions), dict(options["column"]))
            renewed = renew(shipped(path), feed)
            if not options["dry_run"]:
                write(path, renewed.rows, clock.today())
        except FeedError as fault:
            raise CommandError(str(fault)) from None
        except OSError as fault:
            raise CommandError(f"{path} cannot be written: {fault.strerror}.") from None
        self._tell(renewed, path, written=not options["dry_run"])

    def _tell(self, renewed: Renewed, path: Path, *, written: bool) -> None:
        for one in renewed.changes:
            self.stdout.write(
                f"{one.period} {one.region}, {one.referrer}, {one.column}: "
                f"{_text(one.before)} is now {_text(one.now)}"
            )
        self.stdout.write(f"changed figures: {len(renewed.changes)}")
        self.stdout.write(f"half-years: {', '.join(renewed.periods)}")
        self.stdout.write(f"written: {path}" if written else "nothing written")


def _text(value: int | None) -> str:
    return "withheld" if value is None else str(value)


def _shipped_file() -> Path:
    return Path(str(files("dichtbij.insight") / "data" / EXTRACT))


def _region(text: str) -> str:
    if not MUNICIPALITY.fullmatch(text):
        raise ArgumentTypeError(f"a municipality is GM and four digits: {text}")
    return text


def _column(text: str) -> tuple[str, str]:
    column, _equals, key = text.partition("=")
    if column not in TOPICS or not key:
        raise ArgumentTypeError(f"say {'|'.join(TOPICS)}=KEY: {text}")
    return column, key
