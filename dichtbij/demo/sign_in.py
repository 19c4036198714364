"""How does a visitor come into the demo town? As one of its people, by one button.

These routes exist only when the process was started by `./run demo`; such a session
counts as two factors, and `serve` refuses to start with them (rulings.md R14).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from dichtbij.audit.doors import open_to_strangers
from dichtbij.organisations import account, returning
from dichtbij.organisations.freshness import begin_session
from dichtbij.organisations.models import Membership, User
from dichtbij.organisations.noting import note
from dichtbij.organisations.second_factor import at_the_door
from dichtbij.programmes.models import Milestone, Participation, Programme
from dichtbij.programmes.participation import ParticipationOn, participation_on
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission, Role, relation_for

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
# Those with a working page, in the order of the work (R14).
PERSONAS = (
    "huisarts-kampen",
    "assistent-kampen",
    "poh-kampen",
    "teamleider-kampen",
    "projectleider-kampen",
    "gemeente-kampen",
    "huisarts-haarlem",
    "poh-haarlem",
    "teamleider-haarlem",
    "gemeente-haarlem",
    "ouder",
    "jongere",
    "partner-school",
    "privacy",
    "beheer",
)
DOES: dict[str, Any] = {
    Role.GP: _("Refers a family in a minute and sees what came of it."),
    Role.PRACTICE_ASSISTANT: _("Refers while the family is still at the desk."),
    Role.PRACTITIONER: _("Sees today, helps, and writes down once."),
    Role.TEAM_LEAD: _("Keeps waiting times, days and rooms in balance."),
    Role.PROJECT_LEADER: _("Sets up the programme: practices, agreements, people."),
    Role.MUNICIPAL_OFFICER: _("Sees who takes part; never a child."),
    Role.PARENT: _("Reads the plan, confirms a talk, decides who may see what."),
    Role.YOUNG_PERSON: _("Has an own entry: own goals, own questions, own word."),
    Role.PARTNER: _("Reads what the family agreed to talk about, and no more."),
    Role.PRIVACY_OFFICER: _("Looks back at broken glass and at who looked where."),
    Role.PLATFORM_ADMIN: _("Lets people in and out; sees no files."),
}
FEW = 5  # practices that are named one by one


@dataclass(frozen=True)
class Persona:
    """One button: who one becomes and what that person does here."""

    key: str
    membership: Membership
    does: Any
    typed: bool

    @property
    def label(self) -> str:
        """Return what the person is: the role, in the words of the programme."""
        programme: Any = self.membership.programme
        if self.membership.role == Role.PRACTITIONER and programme:
            return str(programme.function_label)
        return str(Role(self.membership.role).label)


@dataclass(frozen=True)
class Moment:
    """A moment of the agreement, as it lies from today."""

    milestone: Milestone
    is_past: bool
    is_next: bool


@dataclass(frozen=True)
class Column:
    """One programme of the town: its facts and its people."""

    programme: Programme
    taking_part: ParticipationOn
    employers: list[str]
    personas: list[Persona]
    moments: list[Moment]

    @property
    def practices(self) -> list[str]:
        """Return the names of the practices, when they are few."""
        names = [p.name for p in self.taking_part.practices if p.since]
        return names if len(names) <= FEW else []


def page(request: HttpRequest) -> HttpResponse:
    """Show the personas of both programmes side by side, and what Dichtbij is."""
    if request.method == "POST" or "account" in request.GET:
        with_password: HttpResponse = account.sign_in(request)
        return with_password
    kept = str(getattr(request, "kept", ""))
    found = [_persona(membership, kept) for membership in _memberships()]
    if kept and not any(one.typed for one in found):
        by_password: HttpResponse = account.sign_in(request)
        return by_password
    told = {
        "columns": _columns(found),
        "others": [one for one in found if one.membership.programme_id is None],
        "kept": kept,
        "next": request.GET.get("next", ""),
        "now": request.user if request.user.is_authenticated else None,
    }
    return render(request, "demo/pages/sign_in.html", told)


def _memberships() -> list[Membership]:
    active = Membership.objects.active().filter(user__persona__in=PERSONAS)
    rows = active.select_related("user", "organisation", "programme")
    return sorted(rows, key=lambda row: PERSONAS.index(row.user.persona))


def _persona(membership: Membership, kept: str) -> Persona:
    typed = bool(kept) and returning.opened(kept, membership.user) is not None
    return Persona(membership.user.persona, membership, DOES[membership.role], typed)


def _columns(personas: Iterable[Persona]) -> list[Column]:
    columns = []
    for programme in Programme.objects.prefetch_related("milestones").order_by("pk"):
        running = Participation.objects.filter(programme=programme).on(clock.today())
        column = Column(
            programme=programme,
            taking_part=participation_on(programme, clock.today()),
            employers=sorted({one.holder.name for one in running}),
            personas=[p for p in personas if p.membership.programme_id == programme.pk],
            moments=_moments(programme),
        )
        columns.append(column)
    return columns


def _moments(programme: Programme) -> list[Moment]:
    milestones = list(programme.milestones.all())
    coming = [m for m in milestones if m.due_on >= clock.today()]
    return [Moment(m, m not in coming, m in coming[:1]) for m in milestones]


@require_POST
def become(request: HttpRequest, persona: str) -> HttpResponse:
    """Sign in as this persona; whoever was signed in is signed out first."""
    user = User.objects.filter(persona=persona, is_active=True).first()
    if user is None or persona not in PERSONAS:
        raise Http404
    if request.user.is_authenticated and request.user.pk != user.pk:
        request.session.flush()
    login(request, user, backend=BACKEND)
    request.session["second_factor"] = True
    begin_session(request)
    note("signed_in", request, user)
    kept = str(request.POST.get(returning.FIELD, ""))
    if kept and returning.opened(kept, user) is not None:
        returning.carry(request)
        return redirect("go_on")
    return redirect(_where(request, user))


def _where(request: HttpRequest, user: User) -> str:
    """Return where one wanted to be, if this persona may open such a page at all."""
    wanted = str(request.POST.get("next", ""))
    if not url_has_allowed_host_and_scheme(wanted, {request.get_host()}):
        return "home"
    try:
        permission = getattr(resolve(wanted.partition("?")[0]).func, "permission", None)
    except Resolver404:
        return "home"
    place = Membership.objects.active().filter(user=user).order_by("pk").first()
    role = place.role if place else ""
    if not isinstance(permission, Permission) or not relation_for(permission, role):
        return "home"
    return wanted


WHY = "the demo town: everybody in it is invented (architecture.md 5)"
sign_in = at_the_door(page)
become_persona = open_to_strangers(WHY)(become)
