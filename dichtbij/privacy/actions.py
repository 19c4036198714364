"""How is a question about a file answered: a copy, an addition, its destruction?"""

from collections.abc import Collection

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.models import Client, wall_keys
from dichtbij.families.facts import ask, words_of
from dichtbij.families.models import FamilyMember
from dichtbij.families.standing import party_of
from dichtbij.organisations.models import User
from dichtbij.privacy.by_family import one_month_after
from dichtbij.privacy.dossier import Gathering
from dichtbij.privacy.models import FileRequest
from dichtbij.privacy.paper import print_file
from dichtbij.privacy.terms import ensure_owner, settle
from dichtbij.shared import clock, pdf
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

Kind, Ground = FileRequest.Kind, FileRequest.Ground
# Which grounds the law knows for which question. Source: LR-22, LR-24, LR-26.
GROUNDS: dict[str, tuple[str, ...]] = {
    Kind.COPY: (Ground.NO_RIGHT, Ground.PRIVACY, Ground.GOOD_CARE),
    Kind.ADDITION: (Ground.NO_RIGHT,),
    Kind.DESTRUCTION: (Ground.NO_RIGHT, Ground.INTEREST, Ground.DUTY),
}


@action(Permission.REQUEST_ANSWER, code=Entry.ActionCode.CREATE)
def note_request(
    *, member: FamilyMember, by: User, kind: str, words: str = ""
) -> FileRequest:
    """Note what someone of the family asked by letter or word of mouth; twice is once.

    Raises Refused for an unknown question, or an addition without words.
    """
    if kind not in Kind.values:
        raise Refused(_("Choose what is asked."))
    if kind == Kind.ADDITION and not words.strip():
        raise Refused(_("Write what must be added to the file."))
    found, _made = FileRequest.objects.get_or_create(
        client_id=member.client_id,
        member=member,
        kind=kind,
        status=FileRequest.Status.ASKED,
        defaults={
            **wall_keys(member.client),
            "words": words.strip(),
            "asked_at": clock.now(),
            "due_on": one_month_after(clock.today()),
        },
    )
    ensure_owner(found)
    return found


@action(Permission.REQUEST_ANSWER)
def answer_request(
    *,
    file_request: FileRequest,
    by: User,
    words: str = "",
    leave_out: Collection[str] = (),
) -> FileRequest:
    """Do what is asked: one PDF of what this person may read, or attach, or decide.

    `leave_out` are public ids of texts that stay out; the reason goes in `words`.
    Destruction is decided here and carried out elsewhere (LR-23). Raises Refused:
    answered before, no right to read, or no reason where one is needed.
    """
    kind = file_request.kind
    if not words.strip() and (leave_out or kind == Kind.DESTRUCTION):
        raise Refused(_("Write the reason."))
    copied: bytes | None = None
    left_out: list[dict[str, str]] = []
    if kind == Kind.COPY:
        _may_read(file_request.member)
        dossier = Gathering(file_request.member, leave_out)
        gathered = dossier.dossier()
        copied, left_out = print_file(file_request.member, gathered), gathered.left_out
    won = FileRequest.objects.filter(
        pk=file_request.pk, status=FileRequest.Status.ASKED
    ).update(
        status=FileRequest.Status.READY,
        answered_by=by,
        answered_at=clock.now(),
        reason=words.strip(),
        left_out=left_out,
        pdf=copied,
        sha256=pdf.sha256_hex(copied) if copied is not None else "",
    )
    return _answered(file_request, won)


@action(Permission.REQUEST_ANSWER)
def refuse_request(
    *, file_request: FileRequest, by: User, ground: str, words: str
) -> FileRequest:
    """Refuse on a ground that the law knows for this question, with the reason.

    Raises Refused: another ground, no reason, or answered before.
    """
    if ground not in GROUNDS[file_request.kind]:
        raise Refused(_("Choose a ground that the law knows for this."))
    if not words.strip():
        raise Refused(_("Write the reason."))
    won = FileRequest.objects.filter(
        pk=file_request.pk, status=FileRequest.Status.ASKED
    ).update(
        status=FileRequest.Status.REFUSED,
        answered_by=by,
        answered_at=clock.now(),
        ground=ground,
        reason=words.strip(),
    )
    return _answered(file_request, won)


def preview_of(file_request: FileRequest) -> bytes:
    """Return the PDF as it would be now. Raises Refused: no right to read."""
    _may_read(file_request.member)
    return print_file(file_request.member, Gathering(file_request.member).dossier())


def statements_of(client: Client) -> list[FileRequest]:
    """Return the family's own statements that are attached to a file (LR-26)."""
    rows = FileRequest.objects.filter(
        client=client, kind=Kind.ADDITION, status=FileRequest.Status.READY
    )
    return list(rows.select_related("member").defer("pdf").order_by("asked_at"))


def _may_read(member: FamilyMember) -> None:
    answer = ask(member.client, "read", party_of(member))
    if not answer.allowed:
        refusal = _("This person may not read the file now.")
        raise Refused(" ".join([refusal, *words_of(answer)]))


def _answered(file_request: FileRequest, won: int) -> FileRequest:
    file_request.refresh_from_db()
    if not won:
        raise Refused(_("This question was answered already."))
    settle(file_request)
    return file_request
