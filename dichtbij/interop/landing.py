"""What is each row against what is known here: new, an update, the same, or wrong?

One class per kind of spreadsheet.
"""

from collections.abc import Hashable, Iterable

from dichtbij.interop.ground import (
    Landing,
    WithPractices,
    find,
    municipalities,
)
from dichtbij.interop.models import ImportRun
from dichtbij.interop.past import Trajectories
from dichtbij.interop.returned import Returns
from dichtbij.interop.rows import Problem, Row
from dichtbij.organisations.models import Membership, Organisation
from dichtbij.partners.actions import PartnerFacts, add_partner, change_partner
from dichtbij.partners.models import Partner
from dichtbij.programmes.actions import list_practice
from dichtbij.programmes.joining import note_patients
from dichtbij.programmes.models import ListedPractice, Participation, PatientCount
from dichtbij.scheduling.actions import add_room, plan_practice_day
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission, Role

Kind = ImportRun.Kind
DAY = ("practitioner", "practice", "weekday", "starts", "ends", "valid_from")


class Practices(Landing):
    """The list of all practices of the municipality, with source and date."""

    permission = Permission.PROGRAMME_MANAGE

    def prepare(self) -> None:
        """Read the list, and the municipalities the programme covers."""
        covered = set(self.ground.programme.municipalities.values_list("pk", flat=True))
        self.municipalities = {
            name: one for name, one in municipalities().items() if one.pk in covered
        }
        listed = ListedPractice.objects.filter(
            programme=self.ground.programme
        ).select_related("practice")
        self.listed: dict[Hashable, ListedPractice] = {
            (one.practice.name.lower(), one.practice.municipality_id): one
            for one in listed
        }

    def look(self, row: Row) -> None:
        """Find the municipality."""
        row.values["municipality"] = find(
            row, "municipality", "Gemeente", self.municipalities, "not_covered"
        )

    def key(self, row: Row) -> Hashable:
        """Return name and municipality."""
        return row.values["name"].lower(), row.values["municipality"].pk

    def verdict(self, row: Row) -> str:
        """Compare code, town, source and date with the line on the list."""
        known = self.listed.get(self.key(row))
        if known is None:
            return "new"
        told = row.values
        same = (
            told["agb"] in (None, known.practice.agb_code),
            told["town"] == known.practice.town,
            told["source"] == known.source,
            told["listed_on"] == known.listed_on,
        )
        return "duplicate" if all(same) else "update"

    def land_one(self, row: Row) -> None:
        """List the practice; a later list renews town, code, source and date."""
        told = row.values
        listed = list_practice(
            programme=self.ground.programme,
            by=self.ground.by,
            name=told["name"],
            town=told["town"],
            municipality=told["municipality"],
            source=told["source"],
            listed_on=told["listed_on"],
        )
        ListedPractice.objects.filter(pk=listed.pk).update(
            source=told["source"], listed_on=told["listed_on"]
        )
        changes = {"town": told["town"]}
        if told["agb"]:
            changes["agb_code"] = told["agb"]
        Organisation.objects.filter(pk=listed.practice_id).update(**changes)


class Practitioners(Landing):
    """Who works here already? Nobody is invited by a spreadsheet."""

    def prepare(self) -> None:
        """Read who works here: for an employer the own people only (R28)."""
        here = Membership.objects.active().filter(programme=self.ground.programme)
        if self.ground.employer is not None:
            here = here.filter(organisation=self.ground.employer)
        self.known = set(here.values_list("user__email", flat=True))

    def key(self, row: Row) -> Hashable:
        """Return the mail address."""
        return str(row.values["email"])

    def look(self, row: Row) -> None:
        """Who is not known must be invited by hand, so the row goes back."""
        if row.values["email"] not in self.known:
            row.problems.append(Problem("invite", "E-mail"))

    def verdict(self, row: Row) -> str:
        """Whoever is known needs nothing."""
        return "duplicate"


class Partners(Landing):
    """Lines of the directory."""

    permission = Permission.PARTNER_MANAGE

    def prepare(self) -> None:
        """Read the directory."""
        found = Partner.objects.filter(programme=self.ground.programme)
        self.known: dict[Hashable, Partner] = {
            (p.kind, p.name.lower(), p.town.lower()): p for p in found
        }

    def facts(self, row: Row) -> PartnerFacts:
        """Return what the row says of a partner."""
        told = {key: value or "" for key, value in row.values.items()}
        return PartnerFacts(
            kind=told["kind"],
            name=told["name"],
            town=told["town"],
            telephone=told["telephone"],
            email=told["email"],
            freely_accessible=told["free"] == "ja",
            offer=told["offer"],
        )

    def key(self, row: Row) -> Hashable:
        """Return kind, name and town."""
        told = self.facts(row)
        return told.kind, told.name.lower(), told.town.lower()

    def verdict(self, row: Row) -> str:
        """Compare each fact."""
        known = self.known.get(self.key(row))
        if known is None:
            return "new"
        told = vars(self.facts(row)).items()
        same = all(getattr(known, name) == value for name, value in told)
        return "duplicate" if same and known.ended_on is None else "update"

    def land_one(self, row: Row) -> None:
        """Add or change the partner."""
        known, facts = self.known.get(self.key(row)), self.facts(row)
        if known is None:
            add_partner(programme=self.ground.programme, by=self.ground.by, facts=facts)
        else:
            change_partner(partner=known, by=self.ground.by, facts=facts)


class Schools(Partners):
    """Partners of the kind school, with their BRIN number."""

    def facts(self, row: Row) -> PartnerFacts:
        """Return what the row says of a school."""
        told = {key: value or "" for key, value in row.values.items()}
        return PartnerFacts(kind=Partner.Kind.SCHOOL, freely_accessible=True, **told)


class Patients(WithPractices):
    """How many patients a practice has on a day."""

    permission = Permission.PROGRAMME_MANAGE

    def prepare(self) -> None:
        """Read practices and counts."""
        super().prepare()
        listed = ListedPractice.objects.filter(programme=self.ground.programme)
        self.listed = {one.practice_id: one for one in listed}
        counts = PatientCount.objects.filter(programme=self.ground.programme)
        self.counts: dict[Hashable, PatientCount] = {
            (one.practice_id, one.counted_on): one for one in counts
        }

    def look(self, row: Row) -> None:
        """Find the practice, and see that youths are not more than all."""
        super().look(row)
        told = row.values
        if told["patients"] is not None and told["patients"] < told["youths"]:
            row.problems.append(Problem("more_youths", "Patiënten totaal"))

    def key(self, row: Row) -> Hashable:
        """Return practice and day."""
        return row.values["practice"].pk, row.values["counted_on"]

    def verdict(self, row: Row) -> str:
        """Compare the numbers and their source."""
        known = self.counts.get(self.key(row))
        if known is None:
            return "new"
        names = ("youths", "patients", "source")
        same = all(getattr(known, name) == row.values[name] for name in names)
        return "duplicate" if same else "update"

    def land_one(self, row: Row) -> None:
        """Note the count."""
        told = row.values
        note_patients(
            listed=self.listed[told["practice"].pk],
            by=self.ground.by,
            youths=told["youths"],
            counted_on=told["counted_on"],
            source=told["source"],
            patients=told["patients"],
        )


class Days(WithPractices):
    """Weekly days of the own practitioners in practices whose files one keeps."""

    permission = Permission.DAY_PLAN
    needs_employer = True

    def practices(self) -> Iterable[Organisation]:
        """Return the practices that take part with the own employer now."""
        running = Participation.objects.on(clock.today()).filter(
            programme=self.ground.programme, holder=self.ground.employer
        )
        self.places = {one.practice_id: one for one in running}
        return [one.practice for one in running]

    def prepare(self) -> None:
        """Read practices, practitioners and the days that are planned."""
        super().prepare()
        here = Membership.objects.active().filter(
            programme=self.ground.programme,
            organisation=self.ground.employer,
            role=Role.PRACTITIONER,
        )
        self.people = {one.user.email: one.user for one in here.select_related("user")}
        days = PracticeDay.objects.filter(practitioner__in=self.people.values())
        self.days: set[Hashable] = set(days.values_list(*DAY))

    def look(self, row: Row) -> None:
        """Find practice and practitioner."""
        super().look(row)
        header = "E-mail praktijkondersteuner"
        found = find(row, "email", header, self.people, "unknown_colleague")
        row.values["practitioner"] = found
        row.values["weekday"] = int(row.values["weekday"])

    def key(self, row: Row) -> Hashable:
        """Return who, where, which day from when."""
        told = row.values
        return (
            told["practitioner"].pk,
            told["practice"].pk,
            told["weekday"],
            told["starts"],
            told["ends"],
            told["valid_from"],
        )

    def verdict(self, row: Row) -> str:
        """A day that is planned just so is known; a change is made on its page."""
        return "duplicate" if self.key(row) in self.days else "new"

    def land_one(self, row: Row) -> None:
        """Plan the day, in a room that is named when it is new."""
        told = row.values
        place, by = self.places[told["practice"].pk], self.ground.by
        plan_practice_day(
            participation=place,
            by=by,
            practitioner=told["practitioner"],
            room=add_room(participation=place, by=by, name=told["room"]),
            weekday=told["weekday"],
            starts=told["starts"],
            ends=told["ends"],
            valid_from=told["valid_from"],
            valid_until=told["valid_until"],
        )


LANDINGS: dict[str, type[Landing]] = {
    Kind.PRACTICES: Practices,
    Kind.PRACTITIONERS: Practitioners,
    Kind.DAYS: Days,
    Kind.PARTNERS: Partners,
    Kind.SCHOOLS: Schools,
    Kind.PATIENTS: Patients,
    Kind.TRAJECTORIES: Trajectories,
    Kind.RETURNS: Returns,
}
