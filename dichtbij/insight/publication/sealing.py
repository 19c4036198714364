"""Is a release still what was made? Its bytes are hashed, hold the one before, and are
signed with the key of the installation.

The hash covers the period, the manifest, every cell and the hash of the release
before it. What the chain alone cannot miss, a last release taken away, the log misses:
each release that was made has its line there.
"""

import hashlib
import json
from secrets import token_hex
from typing import Any

from dichtbij.audit.models import Entry
from dichtbij.insight.models import Release
from dichtbij.insight.publication import signing
from dichtbij.insight.released import shown

MADE = "make_release"
SIGNATURE = "signature"
# The hash is shown to everyone. Without something nobody knows in it, one could try
# which of 0 and 5 stands behind each "<10" until the hash fits.
SALT, SALT_BYTES = "salt", 16
Cells = list[tuple[str, str, str, int]]


def canonical(release: Release, cells: Cells) -> bytes:
    """Return the bytes that are hashed: the same facts are always the same bytes."""
    told: dict[str, Any] = {
        "uuid": str(release.uuid),
        "programme": str(release.programme.uuid),
        "starts_on": release.starts_on.isoformat(),
        "ends_on": release.ends_on.isoformat(),
        "withheld": release.withheld,
        "made_at": release.made_at.isoformat(),
        "manifest": {k: v for k, v in release.manifest.items() if k != SIGNATURE},
        "cells": sorted(cells),
        "previous": release.previous,
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(release: Release, cells: Cells) -> str:
    """Return the SHA-256 of a release, in hexadecimal."""
    return hashlib.sha256(canonical(release, cells)).hexdigest()


def seal(release: Release, cells: Cells) -> None:
    """Hash and sign a release that is complete; it is not saved here."""
    release.manifest = release.manifest | {SALT: token_hex(SALT_BYTES)}
    release.sha256 = fingerprint(release, cells)
    seen = [(table, row, one, shown(count)) for table, row, one, count in cells]
    told = signing.signature(str(release.uuid), release.sha256, seen)
    release.manifest = release.manifest | {SIGNATURE: told}


def is_sound(release: Release) -> bool:
    """Tell whether a release is what was made, by the key of this installation."""
    cells = list(release.cells.values_list("table", "row", "column", "count"))
    told = release.manifest.get(SIGNATURE, {})
    return fingerprint(release, cells) == release.sha256 and signing.holds(
        str(release.uuid), release.sha256, told
    )


def foreign_keys(programme_id: int) -> list[str]:
    """Return the keys that signed releases of a programme and are not known here."""
    manifests = Release.objects.filter(programme=programme_id)
    used = manifests.values_list(f"manifest__{SIGNATURE}__key", flat=True)
    return sorted({str(key) for key in used if key} - signing.known_keys())


def first_break(programme_id: int) -> str | None:
    """Return which release of a programme is not what was made, or None: all hold."""
    previous = ""
    missing = set(
        Entry.objects.filter(programme_id=programme_id, event_type=MADE)
        .exclude(object_id="")
        .values_list("object_id", flat=True)
    )
    rows = Release.objects.filter(programme=programme_id).select_related("programme")
    for release in rows.order_by("ends_on"):
        if release.previous != previous or not is_sound(release):
            return str(release.uuid)
        previous = release.sha256
        missing.discard(str(release.uuid))
    return min(missing, default=None)
