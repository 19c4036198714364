"""What keeps this process from serving? One clear sentence for each reason."""

from django.conf import settings
from django.db import Error, connections
from django.db.migrations.executor import MigrationExecutor

from dichtbij import postgres
from dichtbij.apps import unsafe_settings
from dichtbij.organisations.waiver import refuse_without_waiver


def refusals() -> list[str]:
    """Return the reasons not to start, settings first; empty means: start."""
    reasons = [*unsafe_settings(), *_unsafe_surroundings()]
    return reasons or _unsafe_database()


def _unsafe_surroundings() -> list[str]:
    waiver = refuse_without_waiver()
    held = {
        "DATABASE_URL is not set: the embedded database is for the demo and for tests, "
        "not for data of children that exist.": postgres.is_embedded(),
        "DICHTBIJ_ADDRESS must begin with https://: links in mails lead there.": (
            not settings.ADDRESS.startswith("https://")
        ),
        "DICHTBIJ_HOSTS still allows the test client: name your own hosts.": (
            "testserver" in settings.ALLOWED_HOSTS
        ),
    }
    return [reason for reason, holds in held.items() if holds] + (
        [waiver] if waiver else []
    )


def _unsafe_database() -> list[str]:
    connection = connections["default"]
    try:
        found = [
            postgres.refuse_wrong_role(connection),
            postgres.refuse_forgetful_server(connection),
            _refuse_old_tables(),
        ]
    except Error as error:
        return [f"The database does not answer: {str(error).strip()}"]
    return [reason for reason in found if reason]


def _refuse_old_tables() -> str | None:
    executor = MigrationExecutor(connections["default"])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "The tables are older than this version: run ./run migrate first."
    return None
