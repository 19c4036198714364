"""How does a registration come into the books, go on, stop, or get set aside?"""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import Membership, User
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role
from dichtbij.staffing.models import ProfessionalRegistration, RegistrationOverride
from dichtbij.staffing.numbers import DIGITS, looks_like, tidied

LONGEST = timedelta(days=5 * 366)  # Source: LR-103, five years [K]
LONGEST_OVERRIDE = timedelta(days=366)  # [design] after a year it is weighed again
SHORTEST_REASON = 10  # [design] characters: "ok" is no reasoning (LR-102)


@action(Permission.REGISTRATION_MANAGE, code=Entry.ActionCode.CREATE)
def note_registration(
    *,
    registration: ProfessionalRegistration,
    by: User,
    register: str,
    number: str,
    valid_until: date,
    chamber: str = "",
) -> ProfessionalRegistration:
    """Note where a practitioner is registered; `registration` names who and where.

    Raises Refused: no practitioner here, a number of another form, a day too far
    ahead, or a register that is noted already. Source: LR-101, LR-103.
    """
    _check_person(registration.programme_id, registration.holder_id, registration.user)
    _check_number(register, number)
    _check_day(valid_until)
    registration.register, registration.number = register, tidied(number)
    registration.chamber = chamber.strip()[:60]
    registration.valid_until = valid_until
    registration.noted_by, registration.noted_at = by, clock.now()
    try:
        with transaction.atomic():
            registration.save(force_insert=True)
    except IntegrityError as twice:
        raise Refused(
            _("This register is noted already. Renew that registration, or end it.")
        ) from twice
    return registration


@action(Permission.REGISTRATION_MANAGE)
def renew_registration(
    *, registration: ProfessionalRegistration, by: User, valid_until: date
) -> ProfessionalRegistration:
    """Let a registration count until a later day; warnings start anew. Twice is once.

    Raises Refused for an earlier day, one too far ahead, and one that was ended.
    """
    _check_day(valid_until)
    running = ProfessionalRegistration.objects.running().filter(pk=registration.pk)
    moved = running.filter(valid_until__lt=valid_until).update(
        valid_until=valid_until, warned_days=None, noted_by=by, noted_at=clock.now()
    )
    if not moved and not running.filter(valid_until=valid_until).exists():
        raise Refused(
            _("Give a later day than the one that is noted; an ended one cannot go on.")
        )
    registration.refresh_from_db()
    return registration


@action(Permission.REGISTRATION_MANAGE)
def end_registration(
    *, registration: ProfessionalRegistration, by: User
) -> ProfessionalRegistration:
    """Note that someone no longer stands in this register. Twice is once."""
    running = ProfessionalRegistration.objects.running().filter(pk=registration.pk)
    running.update(ended_at=clock.now())
    registration.refresh_from_db()
    return registration


@action(Permission.REGISTRATION_MANAGE, code=Entry.ActionCode.CREATE)
def override_registration(
    *, override: RegistrationOverride, by: User, reason: str, until_on: date
) -> RegistrationOverride:
    """Let someone take on new help without a valid registration, until a day (LR-102).

    `override` names who and where. The same decision twice is once. Raises Refused: no
    practitioner here, no reasoning, or a day that has passed or is over a year ahead.
    """
    _check_person(override.programme_id, override.holder_id, override.user)
    reason, today = reason.strip(), clock.today()
    if len(reason) < SHORTEST_REASON:
        raise Refused(_("Say why this person may work without it; it is kept."))
    if not today <= until_on <= today + LONGEST_OVERRIDE:
        raise Refused(_("Choose an end from today until a year ahead."))
    # Two clicks at once write one decision: the person is the lock.
    User.objects.select_for_update().get(pk=override.user_id)
    same = RegistrationOverride.objects.filter(
        programme=override.programme_id,
        holder=override.holder_id,
        user=override.user_id,
        reason=reason,
        until_on=until_on,
    ).first()
    if same is not None:
        return same
    override.reason, override.until_on = reason, until_on
    override.given_by, override.given_at = by, clock.now()
    override.save(force_insert=True)
    return override


def refuse_unregistered(programme_id: int, holder_id: int, user: User) -> None:
    """Raise Refused when someone may take on no new help: all registrations are over.

    Whoever was never noted in a register is not stopped (ADR 0062). Source: LR-103.
    """
    noted = ProfessionalRegistration.objects.filter(
        programme=programme_id, holder=holder_id, user=user
    )
    today = clock.today()
    if not noted.exists() or noted.on(today).exists():
        return
    decided = RegistrationOverride.objects.filter(
        programme=programme_id, holder=holder_id, user=user, until_on__gte=today
    )
    if decided.exists():
        return
    raise Refused(
        _(
            "Your professional registration is no longer valid, so you cannot take on "
            "new help (LR-103). Your team lead can renew it, or decide otherwise with "
            "a reason."
        )
    )


def _check_person(programme_id: int, holder_id: int, user: User) -> None:
    works_here = Membership.objects.active().filter(
        user=user,
        programme=programme_id,
        organisation=holder_id,
        role=Role.PRACTITIONER,
    )
    if not works_here.exists():
        raise Refused(_("This person is no practitioner of your organisation."))


def _check_number(register: str, number: str) -> None:
    if register not in DIGITS:
        raise Refused(_("Choose SKJ or BIG."))
    if not looks_like(register, number):
        raise Refused(
            _("A number of %(register)s has %(count)s digits.")
            % {"register": register.upper(), "count": DIGITS[register]}
        )


def _check_day(valid_until: date) -> None:
    if valid_until > clock.today() + LONGEST:
        raise Refused(_("A registration lasts at most five years."))
