"""How does the first administrator of a new installation come in? By a printed link.

Who can run commands on the server stands in for the second administrator (A11).
"""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from dichtbij.audit.doors import standing_at
from dichtbij.organisations.actions import invite_first_administrator
from dichtbij.organisations.models import Organisation, User
from dichtbij.shared.errors import Refused
from dichtbij.shared.walls import Standing


class Command(BaseCommand):
    """Make a platform administrator and print the link to come in by."""

    help = "Print an invitation for a platform administrator: EMAIL NAME."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take an address and a name."""
        parser.add_argument("email")
        parser.add_argument("name")

    def handle(self, *args: Any, **options: Any) -> None:
        """Invite, and print; nothing is mailed."""
        try:
            validate_email(options["email"])
        except ValidationError as error:
            raise CommandError("This is not an e-mail address.") from error
        system = User.objects.system()
        with standing_at(Standing(user_id=system.pk, role="system")):
            platform, _made = Organisation.objects.get_or_create(
                kind=Organisation.Kind.PLATFORM, defaults={"name": "Dichtbij"}
            )
            try:
                link = invite_first_administrator(
                    organisation=platform,
                    by=system,
                    email=options["email"],
                    name=options["name"],
                )
            except Refused as refusal:
                raise CommandError(str(refusal)) from refusal
        self.stdout.write("This link works once, for seven days:")
        self.stdout.write(f"{settings.ADDRESS}{link}")
