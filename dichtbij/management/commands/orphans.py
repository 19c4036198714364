"""How much is open that nobody can take care of? `manage.py orphans` counts it."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand

from dichtbij.programmes.by_night import at_each_employer
from dichtbij.transitions.orphans import orphans_in


class Command(BaseCommand):
    """Print the number of orphans, and per kind why; exit 1 when there is one."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at every employer; name no child."""
        found: Counter[str] = Counter()

        def add_up(programme: int, holder: int) -> None:
            found.update(one.words for one in orphans_in(programme, holder))

        at_each_employer(add_up)
        for words, count in sorted(found.items()):
            self.stdout.write(f"{count}  {words}")
        self.stdout.write(f"orphans: {found.total()}")
        if found:
            raise SystemExit(1)
