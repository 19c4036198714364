"""Are the published figures still what was made, here? Each is hashed again, and its
signature checked.
"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dichtbij.insight.publication import signing
from dichtbij.insight.publication.sealing import first_break, foreign_keys
from dichtbij.programmes.models import Programme


class Command(BaseCommand):
    """Check each chain of releases and name the first that fails."""

    help = "Check the releases; exit code 1 and the first bad one when not whole."

    def handle(self, *args: Any, **options: Any) -> None:
        """Say of each programme whether its releases hold."""
        self.stdout.write(f"Key of this installation: {signing.public_key()}")
        broken = 0
        for programme in Programme.objects.order_by("pk"):
            found = first_break(programme.pk)
            said = f"broken at {found}" if found else "whole"
            self.stdout.write(f"{programme.name}: {said}")
            broken += found is not None
            for key in foreign_keys(programme.pk):
                self.stdout.write(
                    f"  {key} is no key of ours; if it was, name it in "
                    "DICHTBIJ_RELEASE_KEYS"
                )
        if broken:
            raise CommandError(
                f"The releases are not whole: {broken} broken.", returncode=1
            )
