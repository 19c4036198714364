"""Is the log whole? Every line of every chain is hashed again, in order."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dichtbij.audit.log import first_break
from dichtbij.audit.models import Chain, Entry
from dichtbij.programmes.models import Programme


class Command(BaseCommand):
    """Check each chain and name the first line that fails."""

    help = "Check the log; exit code 1 and the first bad line when it is not whole."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say of each chain how many lines hold, or where it breaks."""
        names = dict(Programme.objects.values_list("pk", "name"))
        broken = 0
        for programme_id in chains():
            name = names.get(programme_id or 0, "installation")
            found = first_break(programme_id)
            if found is None:
                count = Entry.objects.filter(programme_id=programme_id).count()
                self.stdout.write(f"{name}: {count} lines, whole")
                continue
            broken += 1
            self.stdout.write(f"{name}: broken at line {found}")
        if broken:
            raise CommandError(f"The log is not whole: {broken} broken.", returncode=1)


def chains() -> list[int | None]:
    """Return every chain that has a head or a line: a lost head hides nothing."""
    found: set[int | None] = set(Chain.objects.values_list("programme_id", flat=True))
    found |= set(Entry.objects.values_list("programme_id", flat=True).distinct())
    return sorted(found, key=lambda key: key or 0)
