"""Are the published figures still what was made? Every release is hashed again."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dichtbij.insight.publication.sealing import first_break
from dichtbij.programmes.models import Programme


class Command(BaseCommand):
    """Check each chain of releases and name the first that fails."""

    help = "Check the releases; exit code 1 and the first bad one when not whole."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say of each programme whether its releases hold."""
        broken = 0
        for programme in Programme.objects.order_by("pk"):
            found = first_break(programme.pk)
            said = f"broken at {found}" if found else "whole"
            self.stdout.write(f"{programme.name}: {said}")
            broken += found is not None
        if broken:
            raise CommandError(
                f"The releases are not whole: {broken} broken.", returncode=1
            )
