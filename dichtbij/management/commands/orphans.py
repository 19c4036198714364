"""How much is open that nobody can take care of? `manage.py orphans` counts it."""

from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand

from dichtbij.transitions.jobs import employers, standing_as_night
from dichtbij.transitions.orphans import orphans_in


class Command(BaseCommand):
    """Print the number of orphans, and per kind why; exit 1 when there is one."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Look at every employer; name no child."""
        found: Counter[str] = Counter()
        for programme, holder in employers():
            with standing_as_night(programme, holder):
                found.update(one.words for one in orphans_in(programme, holder))
        for words, count in sorted(found.items()):
            self.stdout.write(f"{count}  {words}")
        self.stdout.write(f"orphans: {found.total()}")
        if found:
            raise SystemExit(1)
