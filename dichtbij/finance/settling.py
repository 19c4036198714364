"""Who agrees with a statement: the employer first, then whoever pays (four eyes)?

Nothing here reads a record: the municipality's pages may use all of it.
"""

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.finance.models import Statement
from dichtbij.finance.paper import paper_of
from dichtbij.organisations.models import User
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

Status = Statement.Status


@action(Permission.STATEMENT_APPROVE)
def approve_statement(*, statement: Statement, by: User) -> Statement:
    """Approve for the employer: it goes to the municipality. Twice is once.

    Raises Refused for whoever made it, and when somebody was first.
    """
    if statement.made_by_id == by.pk:
        raise Refused(_("You made this statement: a colleague approves it."))
    done = Statement.objects.filter(pk=statement.pk, status=Status.DRAFT).update(
        status=Status.SENT, employer_by=by, employer_at=clock.now()
    )
    statement.refresh_from_db()
    if not done and (statement.status, statement.employer_by_id) != (
        Status.SENT,
        by.pk,
    ):
        _refuse(statement)
    return statement


@action(Permission.STATEMENT_SETTLE)
def settle_statement(*, statement: Statement, by: User) -> Statement:
    """Approve for the municipality: settled, with a paper that never changes.

    Twice is once. Raises Refused for whoever made or approved it, when the employer did
    not approve it, and when somebody was first.
    """
    if by.pk in (statement.made_by_id, statement.employer_by_id):
        raise Refused(
            _("You approved this for the employer: somebody else settles it.")
        )
    statement.refresh_from_db()
    if statement.status == Status.DRAFT:
        _refuse(statement)
    now = clock.now()
    pdf, sha256 = paper_of(statement, by, now)
    done = Statement.objects.filter(pk=statement.pk, status=Status.SENT).update(
        status=Status.SETTLED,
        municipality_by=by,
        municipality_at=now,
        pdf=pdf,
        sha256=sha256,
    )
    statement.refresh_from_db()
    if not done and statement.municipality_by_id != by.pk:
        _refuse(statement)
    return statement


@action(Permission.STATEMENT_SETTLE)
def return_statement(*, statement: Statement, by: User, words: str) -> Statement:
    """Send a statement back to the employer, who reads why and makes it anew.

    Raises Refused without words, and when somebody was first.
    """
    return _give_back(statement, Status.SENT, words)


@action(Permission.STATEMENT_PREPARE)
def withdraw_statement(*, statement: Statement, by: User, words: str) -> Statement:
    """Drop a statement the employer did not approve yet, so that it is made anew.

    Raises Refused without words, and when somebody was first.
    """
    return _give_back(statement, Status.DRAFT, words)


def _give_back(statement: Statement, status: str, words: str) -> Statement:
    if not words.strip():
        raise Refused(_("Say what has to be different."))
    done = Statement.objects.filter(pk=statement.pk, status=status).update(
        status=Status.RETURNED, returned_words=words.strip()[:400]
    )
    statement.refresh_from_db()
    if not done:
        _refuse(statement)
    return statement


def _refuse(statement: Statement) -> None:
    """Raise Refused with what happened to the statement meanwhile, and by whom."""
    if statement.status == Status.DRAFT:
        raise Refused(_("The employer did not approve this statement yet."))
    if statement.status == Status.RETURNED:
        raise Refused(_("This statement was returned: a new one will be made."))
    settled = statement.status == Status.SETTLED
    who = statement.municipality_by if settled else statement.employer_by
    told = {"name": who.name if who is not None else ""}
    if settled:
        raise Refused(_("%(name)s already settled this statement.") % told)
    raise Refused(_("%(name)s already approved this statement.") % told)
