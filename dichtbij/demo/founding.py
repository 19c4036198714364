"""Which organisations, people and rooms must stand before anything can happen?

No screen makes these yet in one go, so they are written as rows, the same for both
players of the happenings.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import time

from django.contrib.auth.hashers import make_password

from dichtbij.demo.places import (
    LIST_SOURCE,
    Person,
    Place,
    Practice,
    months_before,
)
from dichtbij.demo.town import Plan
from dichtbij.organisations.models import Membership, Municipality, Organisation, User
from dichtbij.programmes.models import (
    ListedPractice,
    Milestone,
    Participation,
    Programme,
    ProgrammeMunicipality,
)
from dichtbij.scheduling.models import Room
from dichtbij.shared import calendar
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing

ADMINISTRATOR = Person(
    "beheer", "Ada Verzonnen", Role.PLATFORM_ADMIN, "platform", persona=True
)
PLATFORM = "Beheer van deze demo"
# Where an SKJ number would stand, and an AGB code: eight digits that nobody has.
REGISTRATIONS: dict[str, str] = {
    Role.PRACTITIONER: "verzonnen, geen nummer",
    Role.GP: "00000001",
}
PRACTICE_CODE = "00000002"


@dataclass
class Cast:
    """Who and what stands in the database, by the keys of `places`."""

    programmes: dict[str, Programme] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    participations: dict[str, Participation] = field(default_factory=dict)
    rooms: dict[str, Room] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    places: dict[str, Standing] = field(default_factory=dict)
    municipalities: dict[str, Municipality] = field(default_factory=dict)

    def whole_programme(self, slug: str) -> Standing:
        """Return where all rows of a programme are met: for writing in bulk only."""
        programme = self.programmes[slug]
        taking_part = [
            one
            for one in self.participations.values()
            if one.programme_id == programme.pk
        ]
        return Standing(
            user_id=User.objects.system().pk,
            role="system",
            programme_id=programme.pk,
            holders=tuple({one.holder_id for one in taking_part}),
            practices=tuple({one.practice_id for one in taking_part}),
        )


def email(key: str) -> str:
    """Return the address of somebody on the staff."""
    return f"{key}@demo.example"


def found(plans: Sequence[Plan]) -> Cast:
    """Write organisations, people and rooms of these programmes."""
    platform = Organisation.objects.create(
        kind=Organisation.Kind.PLATFORM, name=PLATFORM
    )
    _people([ADMINISTRATOR], {"platform": platform}, None, plans[0])
    for plan in plans:
        _programme(plan)
    return known(plans)


def _programme(plan: Plan) -> None:
    place = plan.place
    programme = Programme.objects.create(
        slug=place.slug,
        name=place.name,
        function_label=place.function_label,
        phase=place.phase,
        starts_on=min(
            plan.first_day(), months_before(plan.made_on, place.started_months)
        ),
        school_region=Programme.Region.NORTH,
        shares_practices=place.shares,
        family_languages=["tr", "ar", "pl"],
    )
    ProgrammeMunicipality.objects.bulk_create(
        ProgrammeMunicipality(programme=programme, municipality_id=code)
        for code in place.covers
    )
    Milestone.objects.bulk_create(
        Milestone(
            programme=programme,
            kind=kind,
            due_on=calendar.add_working_days(months_before(plan.made_on, -months), 5),
        )
        for kind, months in place.milestones
    )
    organisations = _organisations(place)
    _practices(plan, programme, organisations)
    _people(place.people, organisations, programme, plan)


def _organisations(place: Place) -> dict[str, Organisation]:
    kind = Organisation.Kind
    rows = {key: Organisation(kind=kind.EMPLOYER, name=n) for key, n in place.employers}
    key, name = place.municipality
    rows[key] = Organisation(
        kind=kind.MUNICIPALITY, name=name, municipality_id=place.covers[0]
    )
    for practice in place.practices:
        rows[practice.key] = Organisation(
            kind=kind.PRACTICE,
            name=practice.name,
            agb_code=PRACTICE_CODE,
            street=practice.street,
            postcode=f"{practice.postcode} QY" if practice.street else "",
            town=practice.town,
            municipality_id=practice.municipality,
        )
    made = Organisation.objects.bulk_create(rows.values())
    return dict(zip(rows, made, strict=True))


def _practices(
    plan: Plan, programme: Programme, organisations: dict[str, Organisation]
) -> None:
    ListedPractice.objects.bulk_create(
        ListedPractice(
            programme=programme,
            practice=organisations[practice.key],
            source=LIST_SOURCE,
            listed_on=months_before(plan.made_on, 1),
        )
        for practice in plan.place.practices
    )
    taking_part = plan.place.taking_part()
    Participation.objects.bulk_create(
        Participation(
            programme=programme,
            practice=organisations[practice.key],
            holder=organisations[practice.holder],
            starts_on=plan.opens(practice),
        )
        for practice in taking_part
    )
    Room.objects.bulk_create(
        Room(practice=organisations[practice.key], name=practice.room)
        for practice in taking_part
    )


def _people(
    people: Iterable[Person],
    organisations: dict[str, Organisation],
    programme: Programme | None,
    plan: Plan,
) -> None:
    since = calendar.at_local(plan.first_day(), time(7))
    users = User.objects.bulk_create(
        User(
            email=email(person.key),
            name=person.name,
            persona=person.key if person.persona else "",
            registration=REGISTRATIONS.get(person.role, ""),
            password=make_password(None),
        )
        for person in people
    )
    Membership.objects.bulk_create(
        Membership(
            user=user,
            organisation=organisations[person.organisation],
            programme=programme,
            role=person.role,
            state=Membership.State.ACTIVE,
            since=since,
        )
        for user, person in zip(users, people, strict=True)
    )


def known(plans: Sequence[Plan]) -> Cast:
    """Read what was founded."""
    cast = Cast(municipalities={one.code: one for one in Municipality.objects.all()})
    for plan in plans:
        programme = Programme.objects.get(slug=plan.place.slug)
        cast.programmes[plan.place.slug] = programme
        _know_practices(cast, programme, plan.place.taking_part())
        _know_people(cast, programme, plan.place.people)
    return cast


def _know_practices(
    cast: Cast, programme: Programme, practices: Iterable[Practice]
) -> None:
    rows = Participation.objects.filter(programme=programme)
    by_name = {
        one.practice.name: one
        for one in rows.select_related("practice", "holder", "programme")
    }
    rooms = {
        room.practice_id: room
        for room in Room.objects.filter(practice__participations__programme=programme)
    }
    for practice in practices:
        participation = by_name[practice.name]
        cast.participations[practice.key] = participation
        cast.organisations[practice.key] = participation.practice
        cast.rooms[practice.key] = rooms[participation.practice_id]


def _know_people(cast: Cast, programme: Programme, people: Iterable[Person]) -> None:
    keys = {email(person.key): person.key for person in people}
    memberships = Membership.objects.filter(
        programme=programme, user__email__in=keys
    ).select_related("user", "organisation")
    for membership in memberships:
        key = keys[membership.user.email]
        cast.users[key] = membership.user
        cast.roles[key] = membership.role
        cast.places[key] = membership.place()
