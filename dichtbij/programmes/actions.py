"""How does a programme begin, and who and what belongs to it?

A platform administrator starts it; its project leader does the rest, in the own
programme only (ADR 0058).
"""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.organisations.actions import ask_in
from dichtbij.organisations.models import (
    Membership,
    Municipality,
    Organisation,
    User,
)
from dichtbij.programmes.models import (
    ListedPractice,
    Programme,
    ProgrammeEmployer,
    ProgrammeMunicipality,
)
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Permission, Role
from dichtbij.shared.walls import standing

Kind = Organisation.Kind
CREATE = Entry.ActionCode.CREATE
# Whom a project leader lets in; a team lead still waits for an administrator (A11).
INVITED_BY_LEADER = (
    Role.GP,
    Role.PRACTICE_ASSISTANT,
    Role.PRACTITIONER,
    Role.TEAM_LEAD,
)


def check_own(programme_id: int | None) -> None:
    """Refuse whoever stands in another programme. Raises Denied."""
    where = standing()
    if where is None or (where.role != "system" and where.programme_id != programme_id):
        raise Denied("another programme")


@action(Permission.PROGRAMME_START, code=CREATE)
def start_programme(
    *,
    municipalities: Collection[Municipality],
    by: User,
    slug: str,
    name: str,
    function_label: str,
    school_region: str,
    starts_on: date,
    first_contact_norm_days: int = 5,
    first_consult_norm_days: int = 10,
) -> Programme:
    """Start a programme in preparation, with the municipality that pays.

    Each municipality gets its organisation when it has none. Raises Refused without
    one, and for a short name that is taken.
    """
    if not municipalities:
        raise Refused(_("Choose at least one municipality."))
    if Programme.objects.filter(slug=slug).exists():
        raise Refused(_("There is a programme with this short name already."))
    programme = Programme.objects.create(
        slug=slug,
        name=name,
        function_label=function_label,
        phase=Programme.Phase.PREPARATION,
        starts_on=starts_on,
        school_region=school_region,
        first_contact_norm_days=first_contact_norm_days,
        first_consult_norm_days=first_consult_norm_days,
    )
    for one in municipalities:
        ProgrammeMunicipality.objects.create(programme=programme, municipality=one)
        municipal_organisation(one)
    return programme


def municipal_organisation(municipality: Municipality) -> Organisation:
    """Return the organisation of a municipality, made when absent."""
    return Organisation.objects.get_or_create(
        kind=Kind.MUNICIPALITY,
        municipality=municipality,
        defaults={"name": f"Gemeente {municipality.name}"},
    )[0]


@action(Permission.PROGRAMME_MANAGE)
def change_settings(
    *,
    programme: Programme,
    by: User,
    function_label: str,
    phase: str,
    starts_on: date,
    ends_on: date | None,
    first_contact_norm_days: int,
    first_consult_norm_days: int,
    aims: str,
    shares_practices: bool,
) -> Programme:
    """Change what the programme promises. Raises Refused: an end before the start,
    or a first consult promised before the first contact.
    """
    check_own(programme.pk)
    if ends_on is not None and ends_on < starts_on:
        raise Refused(_("The programme ends before it starts."))
    if phase == Programme.Phase.ENDED and ends_on is None:
        raise Refused(_("Say on which day the programme ended."))
    if first_consult_norm_days < first_contact_norm_days:
        raise Refused(_("The first consult cannot be due before the first contact."))
    Programme.objects.filter(pk=programme.pk).update(
        function_label=function_label,
        phase=phase,
        starts_on=starts_on,
        ends_on=ends_on,
        first_contact_norm_days=first_contact_norm_days,
        first_consult_norm_days=first_consult_norm_days,
        aims=aims,
        shares_practices=shares_practices,
    )
    programme.refresh_from_db()
    return programme


@action(Permission.PROGRAMME_MANAGE, code=CREATE)
def add_employer(*, programme: Programme, by: User, name: str) -> Organisation:
    """Let an employer work in this programme; by the same name it is the same one."""
    check_own(programme.pk)
    employer = organisation_called(Kind.EMPLOYER, name)
    ProgrammeEmployer.objects.get_or_create(programme=programme, employer=employer)
    return employer


@action(Permission.PROGRAMME_MANAGE, code=CREATE)
def list_practice(
    *,
    programme: Programme,
    by: User,
    name: str,
    town: str,
    municipality: Municipality,
    source: str,
    listed_on: date,
) -> ListedPractice:
    """Put a practice on the list of all practices; listed again it is the same line.

    Raises Refused for a municipality that the programme does not cover.
    """
    check_own(programme.pk)
    if not programme.municipalities.filter(pk=municipality.pk).exists():
        raise Refused(_("This programme does not cover that municipality."))
    practice = organisation_called(
        Kind.PRACTICE, name, town=town.strip(), municipality=municipality
    )
    return ListedPractice.objects.get_or_create(
        programme=programme,
        practice=practice,
        defaults={"source": source.strip(), "listed_on": listed_on},
    )[0]


def organisation_called(
    kind: str, name: str, town: str = "", municipality: Municipality | None = None
) -> Organisation:
    """Return the organisation called so (and in that municipality), made when absent.

    Raises Refused without a name.
    """
    name = " ".join(name.split())
    if not name:
        raise Refused(_("Write the name."))
    there = Organisation.objects.filter(kind=kind, name__iexact=name)
    if municipality is not None:
        there = there.filter(municipality=municipality)
    return there.first() or Organisation.objects.create(
        kind=kind, name=name, town=town, municipality=municipality
    )


@action(Permission.PROGRAMME_MANAGE, code=CREATE)
def invite_colleague(
    *,
    programme: Programme,
    by: User,
    organisation: Organisation,
    role: str,
    email: str,
    name: str,
) -> Membership:
    """Invite somebody to an organisation of the own programme (ADR 0058).

    Raises Refused for other roles, for oneself and for what exists already. A team
    lead has no access before a platform administrator confirmed it.
    """
    check_own(programme.pk)
    if role not in INVITED_BY_LEADER:
        raise Refused(_("A platform administrator invites for this role."))
    return ask_in(organisation, by, programme, role, email, name)
