"""How does Django find the one app, and is it safe to start?"""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections

from dichtbij import postgres


class Dichtbij(AppConfig):
    """The one app: a folder per domain, one migration history."""

    name = "dichtbij"
    verbose_name = "Dichtbij"


@register(Tags.database)
def app_role(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a connection as owner, superuser or one that passes the walls (B10)."""
    if "default" not in (databases or []):
        return []
    reason = postgres.refuse_wrong_role(connections["default"])
    return [Error(reason, id="dichtbij.E001")] if reason else []


def unsafe_settings() -> list[str]:
    """Return one sentence for each setting that `serve` must not start with."""
    reasons = []
    if settings.DEMO:
        reasons.append("DICHTBIJ_MODE=demo: the demo sign-in must not be served.")
    if settings.DEBUG:
        reasons.append("DEBUG is on.")
    if settings.PLAIN_HTTP:
        reasons.append("DICHTBIJ_PLAIN_HTTP=1: sessions would travel unencrypted.")
    if len(settings.SECRET_KEY) < 40:
        reasons.append("DICHTBIJ_SECRET_KEY is shorter than 40 characters.")
    return reasons
