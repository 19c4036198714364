"""Is a release signed by its installation, so that a false one is seen by anyone?"""

import hashlib
import json
from datetime import UTC, datetime

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.management import CommandError, call_command

from dichtbij.insight import council_files
from dichtbij.insight.council_files import Asked
from dichtbij.insight.jobs import release_due
from dichtbij.insight.models import Release
from dichtbij.insight.publication import sealing, signing
from dichtbij.insight.publication.sealing import fingerprint, first_break, is_sound
from dichtbij.insight.released import releases_of
from dichtbij.shared import clock
from tests.insight.publication.crowd import busy, write

IN_MAY = datetime(2025, 5, 20, 2, tzinfo=UTC)
IN_AUGUST = datetime(2025, 8, 20, 2, tzinfo=UTC)
OTHER_SECRET = "another secret of this installation, long enough"


@pytest.fixture
def made(town, published):
    """The release of the first quarter."""
    write(town, [*busy(1, 60, outcome="s_ggz"), *busy(2, 60)])
    with clock.at(IN_MAY):
        (release,) = release_due(town.programme)
    return release


def test_whoever_writes_in_the_database_cannot_sign(made, town):
    cells = list(made.cells.values_list("table", "row", "column", "count"))
    assert is_sound(made)

    made.manifest = made.manifest | {"epsilon": 1}
    made.sha256 = fingerprint(made, cells)  # the hash fits again

    assert not is_sound(made)


def test_a_release_without_a_signature_or_with_half_of_one_is_not_sound(made):
    whole = made.manifest["signature"]
    for told in (
        {},
        {"key": whole["key"]},
        whole | {"value": "00"},
        whole | {"value": "no hexadecimal"},
        whole | {"shown_sha256": "0" * 64},
        whole | {"key": "0" * 64},
    ):
        made.manifest = made.manifest | {"signature": told}
        assert not is_sound(made), told


def test_a_signature_of_another_installation_does_not_count(made, settings):
    settings.SECRET_KEY = OTHER_SECRET
    theirs = signing.signature(str(made.uuid), made.sha256, [])
    settings.SECRET_KEY = settings.SECRET_KEY[::-1]

    assert not signing.holds(str(made.uuid), made.sha256, theirs)


def test_older_releases_stay_sound_under_a_new_secret(made, town, settings, capsys):
    old = signing.public_key()
    settings.SECRET_KEY = OTHER_SECRET
    assert signing.public_key() != old
    assert first_break(town.programme.pk) == str(made.uuid)
    with pytest.raises(CommandError, match="not whole"):
        call_command("verify_releases")
    assert f"{old} is no key of ours" in capsys.readouterr().out

    settings.RELEASE_KEYS = [old]
    with clock.at(IN_AUGUST):
        (second,) = release_due(town.programme)

    assert second.manifest["signature"]["key"] == signing.public_key()
    assert first_break(town.programme.pk) is None
    call_command("verify_releases")


def test_the_hash_that_all_may_read_does_not_tell_nought_from_five(made):
    """Who knows all but the cells below ten might try them; a salt is in the way."""
    cells = list(made.cells.values_list("table", "row", "column", "count"))
    assert fingerprint(made, cells) == made.sha256

    made.manifest = {k: v for k, v in made.manifest.items() if k != sealing.SALT}

    assert fingerprint(made, cells) != made.sha256
    salts = {one.manifest[sealing.SALT] for one in Release.objects.all()}
    assert len(salts.pop()) == 2 * sealing.SALT_BYTES


def check_as_an_outsider(file: bytes) -> None:
    """Check a file of open data with what stands in docs/publication.md alone."""
    told = json.loads(file)
    cells = sorted(
        [c["table"], c["row"], c["column"], c["value"]] for c in told["cells"]
    )
    shown = hashlib.sha256(json.dumps(cells, separators=(",", ":")).encode())
    lines = (
        "dichtbij release 1", told["release"], told["sha256"], shown.hexdigest(), ""
    )  # fmt: skip
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(told["signature"]["key"]))
    value = bytes.fromhex(told["signature"]["value"])
    key.verify(value, "\n".join(lines).encode())


def test_anyone_can_check_the_open_data_with_the_public_key(made, town):
    releases = releases_of(town.programme.pk)
    file = council_files.json_of(Asked(town.programme, releases, releases[0]))
    check_as_an_outsider(file)
    told = json.loads(file)

    told["cells"][0]["value"] = "999"

    with pytest.raises(InvalidSignature):
        check_as_an_outsider(json.dumps(told).encode())
