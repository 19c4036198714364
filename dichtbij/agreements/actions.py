"""How is an agreement written, offered for signing, taken back and renewed?

Whoever leads the programme writes. What was offered is never changed: taking it back
or amending it gives a new version with the same parts.
"""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from dichtbij.agreements.checks import (
    check_parts,
    check_term,
    check_whole,
    practices_of,
)
from dichtbij.agreements.contents import Outline, Parts, Terms, copy_parts, write_parts
from dichtbij.agreements.models import Agreement
from dichtbij.agreements.paper import put_on_paper
from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.models import ListedPractice, Participation, Programme
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

Status = Agreement.Status
COPIED = (
    "programme_id", "employer_id", "record_holder_id", "regime", "title", "series",
    "starts_on", "ends_on", "extension_months", "extends_by_itself", "notice_days",
    "room_words", "record_words", "referral_words", "replacement_words", "exit_words",
)  # fmt: skip


@action(Permission.AGREEMENT_WRITE, code=Entry.ActionCode.CREATE)
def draft_agreement(*, programme: Programme, by: User, outline: Outline) -> Agreement:
    """Begin an agreement: municipality, one employer and the practices are its parties.

    Raises Refused: an end before the start, no practice, or one of elsewhere.
    """
    check_term(outline.starts_on, outline.ends_on)
    _check_who(programme, outline)
    made = Agreement.objects.create(
        programme=programme,
        employer=outline.employer,
        record_holder=outline.employer,
        title=outline.title,
        starts_on=outline.starts_on,
        ends_on=outline.ends_on,
        made_by=by,
        made_at=clock.now(),
    )
    for party in (*outline.municipalities, outline.employer, *outline.practices):
        made.parties.get_or_create(organisation=party)
    return made


@action(Permission.AGREEMENT_WRITE)
def write_agreement(
    *, agreement: Agreement, by: User, terms: Terms, parts: Parts
) -> Agreement:
    """Write terms and all parts of a draft, instead of what stood there.

    Raises Refused: offered or signed, hours of 0, an end before a start, two tariffs
    on a day, moments out of order or outside the term.
    """
    check_parts(terms, parts, practices_of(agreement))
    draft = Agreement.objects.filter(pk=agreement.pk, status=Status.DRAFT)
    if not draft.update(**vars(terms)):
        raise Refused(_("This was offered for signing. Make a new version first."))
    write_parts(agreement, parts)
    agreement.refresh_from_db()
    return agreement


@action(Permission.AGREEMENT_WRITE)
def offer_agreement(*, agreement: Agreement, by: User) -> Agreement:
    """Offer a draft for signing: from now on its bytes are what is signed.

    Raises Refused when it is not complete, clashes with another agreement, or was
    offered already.
    """
    # Two offers of one programme wait for each other, so that an overlap is seen.
    Programme.objects.select_for_update().get(pk=agreement.programme_id)
    # Whoever writes at this moment is refused, or wrote before the paper is made.
    Agreement.objects.select_for_update().get(pk=agreement.pk)
    agreement.refresh_from_db()
    if agreement.status != Status.DRAFT:
        raise Refused(_("This was offered for signing already."))
    check_whole(agreement)
    put_on_paper(agreement)
    agreement.status = Status.OFFERED
    agreement.save(update_fields=["status", "pdf", "sha256"])
    return agreement


@action(Permission.AGREEMENT_WRITE)
def withdraw_offer(*, agreement: Agreement, by: User) -> Agreement:
    """Take an offer back and return its new version, a draft with the same parts.

    Who signed the old version, signed that version only. Raises Refused unless it
    waits for signatures.
    """
    replaces = agreement.replaces
    offered = Agreement.objects.filter(pk=agreement.pk, status=Status.OFFERED)
    if not offered.update(status=Status.WITHDRAWN, replaces=None):
        raise Refused(_("Only what waits for signatures can be taken back."))
    return next_version(agreement, by, replaces)


@action(Permission.AGREEMENT_WRITE)
def discard_draft(*, agreement: Agreement, by: User) -> Agreement:
    """Put a draft away; it stays readable. Raises Refused when it is no draft."""
    draft = Agreement.objects.filter(pk=agreement.pk, status=Status.DRAFT)
    if not draft.update(status=Status.WITHDRAWN, replaces=None):
        raise Refused(_("Only a draft can be put away."))
    agreement.refresh_from_db()
    return agreement


@action(Permission.AGREEMENT_WRITE, code=Entry.ActionCode.CREATE)
def amend_agreement(*, agreement: Agreement, by: User) -> Agreement:
    """Begin a new version of a signed agreement: a draft with the same parts.

    The signed one counts until all have signed the new one. Raises Refused when it is
    not signed, or somebody began a new version already.
    """
    if agreement.status != Status.SIGNED:
        raise Refused(_("Only a signed agreement gets a new version."))
    try:
        with transaction.atomic():
            return next_version(agreement, by, agreement)
    except IntegrityError:
        raise Refused(_("There is a newer version of this already.")) from None


def next_version(old: Agreement, by: User, replaces: Agreement | None) -> Agreement:
    """Return a new draft of the series of `old`, with the same terms and parts."""
    of_series = Agreement.objects.filter(series=old.series)
    last: int = of_series.aggregate(last=Max("version"))["last"]
    copied: dict[str, Any] = {name: getattr(old, name) for name in COPIED}
    new = Agreement.objects.create(
        **copied,
        version=last + 1,
        replaces=replaces,
        made_by=by,
        made_at=clock.now(),
    )
    copy_parts(old, new)
    return new


def _check_who(programme: Programme, outline: Outline) -> None:
    kinds = Organisation.Kind
    if outline.employer.kind != kinds.EMPLOYER:
        raise Refused(_("Choose an employer."))
    if not outline.practices:
        raise Refused(_("No practice is a party. Choose at least one."))
    known = set(
        ListedPractice.objects.filter(programme=programme).values_list(
            "practice", flat=True
        )
    ) | set(
        Participation.objects.filter(programme=programme).values_list(
            "practice", flat=True
        )
    )
    for practice in outline.practices:
        if practice.pk not in known:
            raise Refused(
                _("%(practice)s is not on the list of practices of this programme.")
                % {"practice": practice.name}
            )
