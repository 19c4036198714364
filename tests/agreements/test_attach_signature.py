from datetime import date

import pytest

from dichtbij.agreements.scans import LARGEST_SCAN_BYTES, type_of
from dichtbij.agreements.signing import PaperSignature, attach_signature
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused

PDF = b"%PDF-1.7 scan"
PNG = b"\x89PNG\r\n\x1a\n scan"
JPEG = b"\xff\xd8\xff\xe0 scan"


def paper(agreement, **changes) -> PaperSignature:
    party = agreement.parties.get(organisation__kind="practice")
    told = {
        "party": party,
        "signatory": "G. Verzonnen",
        "signed_on": date(2026, 3, 9),
        "content": PDF,
        "capacity": "huisarts",
    }
    return PaperSignature(**(told | changes))


@pytest.mark.parametrize(
    ("content", "kind"),
    [(PDF, "application/pdf"), (PNG, "image/png"), (JPEG, "image/jpeg")],
)
def test_a_scan_is_kept_with_its_day(make_offer, rosa, content, kind, entries):
    made = make_offer()

    attach_signature(
        agreement=made,
        by=rosa,
        sha256=made.sha256,
        paper=paper(made, content=content),
    )

    party = made.parties.get(organisation__kind="practice")
    assert (bytes(party.scan), party.scan_type) == (content, kind)
    assert (party.signed_on, party.signed_at, party.signed_by, party.proof) == (
        date(2026, 3, 9), clock.now(), rosa, "scan",
    )  # fmt: skip
    assert party.signed_sha256 == made.sha256
    assert entries()[-1].event_type == "attach_signature"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"content": b"GIF89a"}, "must be a PDF, PNG or JPEG"),
        ({"content": b""}, "must be a PDF, PNG or JPEG"),
        ({"content": b"<html>%PDF-"}, "must be a PDF, PNG or JPEG"),
        ({"content": PDF + b" " * LARGEST_SCAN_BYTES}, "larger than 5 MB"),
        ({"signed_on": date(2026, 3, 11)}, "a day to come"),
        ({"signatory": " "}, "Write who signed"),
    ],
)
def test_what_is_no_signature_is_refused(make_offer, rosa, changes, why):
    made = make_offer()

    with pytest.raises(Refused, match=why):
        attach_signature(
            agreement=made, by=rosa, sha256=made.sha256, paper=paper(made, **changes)
        )

    assert not made.parties.exclude(signed_on=None).exists()


def test_a_party_that_signed_is_not_signed_for_again(make_offer, rosa):
    made = make_offer()
    signed = paper(made)
    attach_signature(agreement=made, by=rosa, sha256=made.sha256, paper=signed)

    with pytest.raises(Refused, match="signed already"):
        attach_signature(agreement=made, by=rosa, sha256=made.sha256, paper=signed)


def test_a_scan_of_other_bytes_is_refused(make_offer, rosa):
    made = make_offer()

    with pytest.raises(Refused, match="changed"):
        attach_signature(agreement=made, by=rosa, sha256="0" * 64, paper=paper(made))


def test_the_last_signature_may_be_on_paper(make_offer, rosa):
    made = make_offer()

    for party in made.parties.all():
        signed = paper(made, party=party)
        attach_signature(agreement=made, by=rosa, sha256=made.sha256, paper=signed)

    assert made.status == "signed"


def test_only_who_leads_the_programme_attaches(make_offer, dirk, stand_as):
    made = make_offer()
    stand_as(dirk)

    with pytest.raises(Denied):
        attach_signature(agreement=made, by=dirk, sha256=made.sha256, paper=paper(made))


def test_an_unknown_beginning_is_no_type():
    assert type_of(b"MZ") == ""
