"""Lay letters before two GPs of one practice; run by test_signing in its own database.

python -m tests.attack.letters N        (prints what the clients need, as JSON)
"""

import json
import sys
from datetime import timedelta
from typing import Any

from dichtbij import postgres
from tests.live import NOW

AGB = {"huisarts-kampen": "01999901", "tweede": "01999902", "derde": "01999903"}


def prepare(letters: int) -> dict[str, Any]:
    """Return sessions of who signs, edits and withdraws, and the letters that wait."""
    import django

    django.setup()
    from dichtbij.shared import clock

    with clock.at(NOW):
        return _prepare(letters)


def _prepare(letters: int) -> dict[str, Any]:
    from dichtbij.organisations.models import User

    who = {
        persona: User.objects.get(persona=persona)
        for persona in ("huisarts-kampen", "assistent-kampen", "poh-kampen")
    }
    for name in ("tweede", "derde"):
        who[name] = _colleague(who["huisarts-kampen"], name)
    for name, code in AGB.items():
        User.objects.filter(pk=who[name].pk).update(registration=code)
    return {
        "letters": _letters(who["poh-kampen"], letters),
        "sessions": {name: _session(user) for name, user in who.items()},
        "names": {name: user.name for name, user in who.items()},
        "membership": who["derde"].memberships.get().pk,
    }


def _colleague(first: Any, name: str) -> Any:
    from dichtbij.organisations.models import Membership, User

    second = User.objects.create_user(
        f"{name}-arts@demo.example", f"{name.title()} Huisarts"
    )
    own = first.memberships.get()
    Membership.objects.create(
        user=second,
        organisation=own.organisation,
        programme=own.programme,
        role=own.role,
        state=own.state,
        since=own.since,
    )
    return second


def _letters(by: Any, count: int) -> list[dict[str, str]]:
    from dichtbij.audit.doors import standing_at
    from dichtbij.care.models import Trajectory
    from dichtbij.network.onward import advise
    from tests.network.advice import advice

    made = []
    with standing_at(by.memberships.get().place()):
        running = Trajectory.objects.open().filter(practitioner=by)
        running = running.select_related("client", "referral").order_by("id")
        for help_ in running[: -(-count // len(DESTINATIONS))]:
            _agree(help_.client, by)
            for destination in DESTINATIONS:
                onward = advise(
                    trajectory=help_, by=by, advice=advice(destination=destination)
                )
                made.append({"uuid": str(onward.uuid), "sha256": onward.sha256})
    assert len(made) >= count, len(made)
    return made[:count]


DESTINATIONS = ("b_ggz", "s_ggz", "lvb_jeugdhulpaanbieder", "j_en_o_ambulant")


def _agree(client: Any, by: Any) -> None:
    """Let a guardian and a young person who decides agree to each destination."""
    from dichtbij.families.models import Consent, FamilyMember, LegalAuthority
    from dichtbij.shared import clock

    since = clock.today() - timedelta(days=30)
    LegalAuthority.objects.filter(client=client).update(ends_on=since)
    members = []
    for slot, tie in (("young_person", "self"), ("other", "11")):
        FamilyMember.objects.filter(client=client, slot=slot).update(ended_on=since)
        members.append(
            FamilyMember.objects.create(
                client=client, slot=slot, tie=tie, name="Verzonnen", noted_by=by,
                since=since,
            )
        )  # fmt: skip
    LegalAuthority.objects.create(
        client=client, member=members[1], kind="guardian", source="register",
        source_on=since, starts_on=since, noted_by=by, noted_at=clock.now(),
    )  # fmt: skip
    Consent.objects.bulk_create(
        Consent(
            client=client, member=member, purpose="share", party=party,
            topics=["wellbeing"], given_on=clock.today(), noted_by=by,
        )
        for member in members
        for party in ("basic_mh", "specialist_mh", "provider")
    )  # fmt: skip


def _session(user: Any) -> str:
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session["second_factor"] = True
    # Long enough fresh for a whole run.
    session["shown"] = int((NOW + timedelta(hours=2)).timestamp())
    session.save()
    return str(session.session_key)


if __name__ == "__main__":
    postgres.ensure_running()
    try:
        sys.stdout.write(json.dumps(prepare(int(sys.argv[1]))))
    finally:
        postgres.leave()
