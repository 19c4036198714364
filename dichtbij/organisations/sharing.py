"""What do all web processes remember together? Tries counted and codes used.

Django's cache, kept in PostgreSQL (ADR 0010): values are JSON, keys are keyed hashes,
so the table holds no address and no person, and nothing in it can run as code.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import connection
from django.utils.crypto import salted_hmac

from dichtbij.organisations.models import SharedValue
from dichtbij.shared import clock

FOREVER = timedelta(days=3650)
# A value that has expired counts as absent: then, and only then, the row is taken.
ADD = """
    INSERT INTO dichtbij_sharedvalue (key, value, expires_at) VALUES (%s, %s, %s)
    ON CONFLICT (key) DO UPDATE
    SET value = EXCLUDED.value, expires_at = EXCLUDED.expires_at
    WHERE dichtbij_sharedvalue.expires_at <= %s
"""


class Shared(BaseCache):
    """Django's cache interface over one small table."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def _row(self, key: Any, version: int | None) -> str:
        whole = self.make_key(key, version=version)
        return salted_hmac(
            "dichtbij.organisations.sharing", whole, algorithm="sha256"
        ).hexdigest()

    def _expiry(self, timeout: Any) -> datetime:
        if timeout is DEFAULT_TIMEOUT:
            timeout = self.default_timeout
        return clock.now() + (
            FOREVER if timeout is None else timedelta(seconds=float(timeout))
        )

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """Return what is remembered, or `default`."""
        kept = SharedValue.objects.filter(
            key=self._row(key, version), expires_at__gt=clock.now()
        ).first()
        return default if kept is None else kept.value

    def set(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        """Remember `value`, whatever was there."""
        SharedValue.objects.bulk_create(
            [
                SharedValue(
                    key=self._row(key, version),
                    value=value,
                    expires_at=self._expiry(timeout),
                )
            ],
            update_conflicts=True,
            unique_fields=["key"],
            update_fields=["value", "expires_at"],
        )

    def add(
        self,
        key: Any,
        value: Any,
        timeout: Any = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        """Remember `value` if nothing is there; of two who try at once one succeeds."""
        row: list[str | datetime] = [
            self._row(key, version), json.dumps(value), self._expiry(timeout),
            clock.now(),
        ]  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(ADD, row)
            return bool(cursor.rowcount)

    def touch(
        self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Remember it longer; False when nothing is there."""
        there = SharedValue.objects.filter(
            key=self._row(key, version), expires_at__gt=clock.now()
        )
        return bool(there.update(expires_at=self._expiry(timeout)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Forget it; False when nothing was there."""
        there = SharedValue.objects.filter(key=self._row(key, version))
        return bool(there.delete()[0])

    def clear(self) -> None:
        """Forget everything."""
        SharedValue.objects.all().delete()
