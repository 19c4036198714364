"""Fill a database, or hold its server open with someone signed in for each role."""

import os
import sys

from dichtbij import postgres


def main(arguments: list[str]) -> int:
    """`N` fills with N children; `hold` prints sessions and waits for its input."""
    postgres.ensure_running()
    try:
        if arguments != ["hold"]:
            from bench.country import fill  # the server runs now

            fill(int(arguments[0]))
            return 0
        sys.stdout.write(" ".join(f"{k}={v}" for k, v in _sessions().items()) + "\n")
        sys.stdout.flush()
        sys.stdin.read()
        return 0
    finally:
        postgres.leave()


def _sessions() -> dict[str, str]:
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import (
        BACKEND_SESSION_KEY,
        HASH_SESSION_KEY,
        SESSION_KEY,
    )
    from django.contrib.sessions.backends.db import SessionStore
    from django.db import connection

    from dichtbij.audit.doors import standing_at
    from dichtbij.organisations.models import User
    from dichtbij.referrals.models import Referral

    found = {}
    for who in (1, 2, 3):
        user = User.objects.get(pk=who * 1_000_000 + 1)
        session = SessionStore()
        session[SESSION_KEY] = str(user.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = user.get_session_auth_hash()
        session["second_factor"] = True
        session.save()
        found[f"session{who}"] = str(session.session_key)
    place = User.objects.get(pk=1_000_001).memberships.get().place()
    with standing_at(place), connection.cursor() as cursor:
        referral = Referral.objects.filter(status="accepted").order_by("id")[0]
        found["child"] = str(referral.client.uuid)
        found["referral"] = str(referral.uuid)
        cursor.execute("SELECT pg_backend_pid()")
        found["backend"] = str(cursor.fetchone()[0])
    found["postgres"] = str(_parent_of(int(found["backend"])))
    return found


def _parent_of(pid: int) -> int:
    import psutil

    return psutil.Process(pid).ppid()


if __name__ == "__main__":
    assert os.environ["DICHTBIJ_DATABASE"].startswith("bench_")
    sys.exit(main(sys.argv[1:]))
