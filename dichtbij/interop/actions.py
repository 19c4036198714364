"""How does a spreadsheet come in: laid ready, brought in once, or thrown away?"""

import hashlib
import json
import zlib
from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action, may
from dichtbij.audit.models import Entry
from dichtbij.interop.ground import Ground, Landing
from dichtbij.interop.landing import LANDINGS
from dichtbij.interop.models import ImportRun
from dichtbij.interop.rows import VERDICTS, Row, read_rows
from dichtbij.interop.sheets import Sheet, SheetProblem, read_sheet
from dichtbij.interop.wording import sheet_words
from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock, sealing
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Permission
from dichtbij.shared.walls import standing

PURPOSE = "dichtbij/interop/sheet"
KEPT = timedelta(days=7)  # Source: issue 4, item 6; after that it is laid ready anew


def kinds_for(employer: Organisation | None) -> list[str]:
    """Return which kinds may be brought in from where one stands, in their order."""
    return [
        kind
        for kind in ImportRun.Kind.values
        if kind in LANDINGS and _allowed(kind, employer)
    ]


def _allowed(kind: str, employer: Organisation | None) -> bool:
    landing = LANDINGS[kind]
    return may(landing.permission) and (
        employer is not None or not landing.needs_employer
    )


@action(Permission.IMPORT_RUN, code=Entry.ActionCode.CREATE)
def lay_ready(
    *, programme: Programme, by: User, kind: str, file_name: str, content: bytes
) -> ImportRun:
    """Read a spreadsheet and keep it sealed until it is brought in; nothing changes.

    Raises Refused with a sentence about the file, and Denied for a kind of others.
    """
    if kind not in kinds_for(employer_here()):
        raise Denied(kind)
    try:
        sheet = read_sheet(content)
        rows = read_rows(kind, sheet, clock.today())
    except SheetProblem as problem:
        raise Refused(sheet_words(problem)) from problem
    run = ImportRun(
        programme=programme,
        user=by,
        kind=kind,
        file_name=file_name[-120:],
        sha256=hashlib.sha256(content).hexdigest(),
        made_at=clock.now(),
    )
    _landing(run).judge(rows)
    run.counts = counted(rows)
    run.sealed = _sealed(run, sheet)
    run.save(force_insert=True)
    return run


@action(Permission.IMPORT_RUN)
def bring_in(*, run: ImportRun, by: User) -> ImportRun:
    """Write the sound rows of a run, all or none; what is wrong stays to fetch.

    Twice is once. Rows are held against what is known now, not at the upload. Raises
    Refused when it lay too long or holds nothing to bring in.
    """
    kept = ImportRun.objects.select_for_update().get(pk=run.pk)
    if kept.committed_at is not None:
        return kept
    sheet = opened(kept)
    if sheet is None:
        raise Refused(_("This spreadsheet is no longer kept. Upload it again."))
    rows, landing = judged(kept, sheet)
    landing.land([row for row in rows if row.verdict in ("new", "update")])
    wrong = {row.number for row in rows if row.verdict == "error"}
    rest = Sheet(sheet.headers, [row for row in sheet.rows if row[0] in wrong])
    kept.counts, kept.committed_at = counted(rows), clock.now()
    kept.sealed = _sealed(kept, rest) if rest.rows else None
    kept.save(update_fields=["counts", "committed_at", "sealed"])
    return kept


@action(Permission.IMPORT_RUN, code=Entry.ActionCode.DELETE)
def throw_away(*, run: ImportRun, by: User) -> ImportRun:
    """Forget what a spreadsheet held; twice is once."""
    ImportRun.objects.filter(pk=run.pk).update(sealed=None)
    run.refresh_from_db()
    return run


def employer_here() -> Organisation | None:
    """Return the employer that one works for, or None."""
    where = standing()
    if where is None or where.organisation_id not in where.holders:
        return None
    return Organisation.objects.get(pk=where.organisation_id)


def judged(run: ImportRun, sheet: Sheet) -> tuple[list[Row], Landing]:
    """Return the rows with their verdicts of now, and what writes them."""
    rows, landing = read_rows(run.kind, sheet, clock.today()), _landing(run)
    landing.judge(rows)
    return rows, landing


def _landing(run: ImportRun) -> Landing:
    if run.kind not in kinds_for(employer_here()):
        raise Denied(run.kind)
    return LANDINGS[run.kind](Ground(run.programme, employer_here(), run.user))


def counted(rows: list[Row]) -> dict[str, int]:
    """Return how many rows have each verdict."""
    return {
        verdict: sum(1 for row in rows if row.verdict == verdict)
        for verdict in VERDICTS
    }


def _sealed(run: ImportRun, sheet: Sheet) -> bytes:
    content = json.dumps([sheet.headers, sheet.rows], ensure_ascii=False).encode()
    return sealing.seal(zlib.compress(content), _key(), associated=_place(run))


def opened(run: ImportRun) -> Sheet | None:
    """Return what the file held, or None when it is kept no longer."""
    if run.sealed is None or run.made_at < clock.now() - KEPT:
        return None
    packed = sealing.unseal(bytes(run.sealed), _key(), associated=_place(run))
    headers, rows = json.loads(zlib.decompress(packed))
    return Sheet(headers, [(number, cells) for number, cells in rows])


def _key() -> bytes:
    return sealing.derive_key(settings.SECRET_KEY.encode(), PURPOSE)


def _place(run: ImportRun) -> str:
    """Tie the seal to its own row: it opens in no other."""
    return f"{run.programme_id}/{run.user_id}/{run.uuid}"
