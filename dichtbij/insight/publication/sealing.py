"""Is a release still what was made? Its bytes are hashed, and hold the one before.

The hash covers the period, the manifest, every cell and the hash of the release
before it. What the chain alone cannot miss, a last release taken away, the log misses:
each release that was made has its line there.
"""

import hashlib
import json
from typing import Any

from dichtbij.audit.models import Entry
from dichtbij.insight.models import Release

MADE = "make_release"
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
        "manifest": release.manifest,
        "cells": sorted(cells),
        "previous": release.previous,
    }
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(release: Release, cells: Cells) -> str:
    """Return the SHA-256 of a release, in hexadecimal."""
    return hashlib.sha256(canonical(release, cells)).hexdigest()


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
        cells = list(release.cells.values_list("table", "row", "column", "count"))
        whole = fingerprint(release, cells) == release.sha256
        if release.previous != previous or not whole:
            return str(release.uuid)
        previous = release.sha256
        missing.discard(str(release.uuid))
    return min(missing, default=None)
