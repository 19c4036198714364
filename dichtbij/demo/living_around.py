"""What goes on around the families of the demo: partners, talks, signatures, worries?

Each line is one act of a screen, so that every page a visitor opens holds something
that is true and that the visitor can go on with.
"""

from datetime import time, timedelta

from django.utils import translation

from dichtbij.audit.doors import standing_at
from dichtbij.care.levels import set_level
from dichtbij.care.models import CareLevel, Outcome, Trajectory
from dichtbij.clients.models import Channel, Client, EmergencyAccess
from dichtbij.demo.founding import Cast
from dichtbij.demo.living import (
    PARTNER,
    PRACTITIONER,
    SHARED_WITH_SCHOOL,
    Households,
    outsider,
    speakers,
)
from dichtbij.families.actions import note_consent_of
from dichtbij.network import onward
from dichtbij.network.actions import release_twins, write_twins
from dichtbij.network.completeness import ARGUMENTS, DISORDER
from dichtbij.network.models import Letter
from dichtbij.organisations.models import Organisation
from dichtbij.partners.actions import PartnerFacts, add_partner, confirm_wait
from dichtbij.partners.calling import Invitee
from dichtbij.partners.consulting import (
    call_consultation,
    hold_consultation,
    invite,
    send_receipt,
)
from dichtbij.partners.handing import agree_handover
from dichtbij.partners.models import Partner
from dichtbij.privacy.glass import break_glass
from dichtbij.questionnaires import actions as questionnaires
from dichtbij.questionnaires.models import Inquiry
from dichtbij.safety.actions import open_concern, take_step
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role

COVER = "poh-inval"
Kind = Partner.Kind
# Kind, name, town, freely accessible, days to wait, confirmed so many days ago.
PARTNERS = (
    (Kind.SCHOOL, "Scholengroep De Verzonnen Vaart", "Kampen", True, None, 0),
    (Kind.CJG, "CJG Demostad", "Kampen", True, 7, 12),
    (Kind.LOCAL_TEAM, "Wijkteam Bedachte Brug", "IJsselmuiden", True, 14, 41),
    (Kind.YOUTH_HEALTH, "Jeugdgezondheid Voorbeeldstreek", "Zwolle", True, 10, 20),
    (Kind.BASIC_MH, "Praktijk Schijngestalte", "Kampen", False, 56, 9),
    (Kind.SPECIALIST_MH, "Jeugd-ggz De Denkbeeldige Overkant", "Zwolle", False, 133, 6),
    (Kind.PROVIDER, "Jeugdhulp Fantasiehof", "Zwolle", False, 84, 65),
)


def fill_in(cast: Cast, homes: Households) -> None:
    """Let happen what these families are in the middle of."""
    with standing_at(cast.places[PRACTITIONER]), translation.override("nl"):
        partners = _directory(cast, homes)
        _levels(homes)
        _school(homes, partners[Kind.SCHOOL])
        _letters(homes)
        _scores(homes)
        _check_in(homes)
        _advice(homes, partners)
        _worry(homes.others[3])
    with standing_at(cast.places[COVER]), translation.override("nl"):
        _broken_glass(cast, homes.others[4].client)


def _directory(cast: Cast, homes: Households) -> dict[str, Partner]:
    found: dict[str, Partner] = {}
    for kind, name, town, free, days, ago in PARTNERS:
        facts = PartnerFacts(kind, name, town, freely_accessible=free)
        partner = add_partner(
            programme=cast.programmes["kampen"], by=homes.by, facts=facts
        )
        if days is not None:
            confirm_wait(
                partner=partner, by=homes.by, days=days, confirmed_by="de balie",
                on=clock.today() - timedelta(days=ago),
            )  # fmt: skip
        found[kind] = partner
    return found


def _levels(homes: Households) -> None:
    for trajectory in (homes.trajectory, *homes.others[:6]):
        set_level(
            trajectory=trajectory, by=homes.by, level=CareLevel.Level.ADVICE,
            words="Eerst samen kijken wat er speelt.", since=trajectory.opened_on,
        )  # fmt: skip
        set_level(
            trajectory=trajectory, by=homes.by, level=CareLevel.Level.SHORT,
            words="Advies alleen hielp te weinig.",
        )  # fmt: skip


def _school(homes: Households, school: Partner) -> None:
    """Let the family agree to talk with the school, and call the talk."""
    for member in homes.members.values():
        note_consent_of(
            client=homes.client, by=homes.by, member=member, purpose="share",
            party=school.kind, partner=school, topics=SHARED_WITH_SCHOOL,
            until=clock.today() + timedelta(days=180),
        )  # fmt: skip
    organisation = Organisation.objects.create(
        kind=Organisation.Kind.PARTNER, name=school.name
    )
    guest = outsider(PARTNER, "Ib Verzonnen", Role.PARTNER, homes.client, organisation)
    day = calendar.add_working_days(clock.today(), 4)
    consultation = call_consultation(
        trajectory=homes.trajectory, by=homes.by,
        starts_at=calendar.at_local(day, time(15, 30)),
        place="school, kamer 12", topics=("wellbeing", "school"),
        participants=[
            Invitee(school, guest.name, "intern begeleider", guest.email, "06-00009004")
        ],
    )  # fmt: skip
    invite(participant=consultation.participants.get(), by=homes.by)
    _talked_over(homes, school)


def _talked_over(homes: Households, school: Partner) -> None:
    """Record a talk of this morning, tell the family, and hand something over."""
    held = call_consultation(
        trajectory=homes.trajectory, by=homes.by, place="telefonisch",
        starts_at=calendar.at_local(clock.today(), time(8, 30)), topics=("school",),
        participants=[Invitee(school, "Noor Bedacht", "mentor", "mentor@demo.example")],
    )  # fmt: skip
    hold_consultation(
        consultation=held, by=homes.by,
        minutes={"school": "Een vaste plek in de klas; elke vrijdag kort bellen."},
    )  # fmt: skip
    send_receipt(consultation=held, by=homes.by)
    agree_handover(
        trajectory=homes.trajectory, by=homes.by, partner=school, owner=homes.by,
        words="De mentor let op rust in de pauze.", channel="telephone",
    )  # fmt: skip


def _letters(homes: Households) -> None:
    """Release the letter about the start, to the GP and to each of the family."""
    referral = homes.trajectory.referral
    letter = write_twins(referral=referral, by=homes.by, kind=Letter.Kind.START)
    twins = Letter.objects.filter(
        referral=referral, kind=Letter.Kind.START, status=Letter.Status.DRAFT
    )
    seen = {str(twin.uuid): twin.sha256 for twin in twins}
    release_twins(letter=letter, by=homes.by, seen=seen)


def _scores(homes: Households) -> None:
    """Enter a questionnaire twice: a signal, no diagnosis."""
    for ago, answers in ((60, (2, 1, 1)), (4, (1, 1, 0))):
        items = {number: answers[number % 3] for number in range(1, 18)}
        questionnaires.record_measurement(
            referral=homes.trajectory.referral,
            by=homes.by,
            taken=questionnaires.Taken(
                "psc17", "parent_1", clock.today() - timedelta(days=ago), items,
                norms="us1999",
            ),
        )  # fmt: skip


def _check_in(homes: Households) -> None:
    """Ask the young person before the next talk, and the parent too."""
    for slot in (Channel.Owner.YOUNG_PERSON, Channel.Owner.PARENT_1):
        questionnaires.ask(
            member=homes.members[slot], by=homes.by, kind=Inquiry.Kind.CHECK_IN,
            about_on=calendar.add_working_days(clock.today(), 3), reader=homes.by,
            referral=homes.trajectory.referral,
        )  # fmt: skip


def _advice(homes: Households, partners: dict[str, Partner]) -> None:
    """Lay three referrals before the GPs."""
    for trajectory, kind, destination in (
        (homes.others[0], Kind.SPECIALIST_MH, Outcome.SPECIALIST_MH),
        (homes.others[1], Kind.BASIC_MH, Outcome.BASIC_MH),
        (homes.others[2], Kind.PROVIDER, Outcome.AMBULATORY),
    ):
        _agree_to(trajectory, homes, partners[kind])
        onward.advise(
            trajectory=trajectory,
            by=homes.by,
            advice=onward.Advice(
                reason="De klachten nemen niet af na kortdurende hulp in de praktijk.",
                arguments=ARGUED,
                steps_tried="Advies, daarna vier gesprekken in de praktijk.",
                destination=destination,
                partner=partners[kind],
                bridging=True,
            ),
        )


ARGUED = {
    DISORDER: "angststoornis (vermoeden)",
    **dict(
        zip(
            ARGUMENTS,
            (
                "Vermijdt al drie maanden school en vrienden.",
                "Slaapt slecht; gaat twee dagen per week niet naar school.",
                "Geen acuut gevaar; wel kans op langdurig verzuim.",
                "Ouders werken mee; één hulpvraag.",
                "Begon na de overgang naar de brugklas en neemt toe.",
            ),
            strict=True,
        )
    ),
}


def _agree_to(trajectory: Trajectory, homes: Households, partner: Partner) -> None:
    for member in speakers(trajectory.client):
        note_consent_of(
            client=trajectory.client, by=homes.by, member=member, purpose="share",
            party=partner.kind, partner=partner, topics=("wellbeing", "plan"),
        )  # fmt: skip


def _worry(trajectory: Trajectory) -> None:
    by = trajectory.practitioner
    concern = open_concern(
        client=trajectory.client, by=by,
        signs="Vertelt dat het thuis de laatste weken vaak misgaat.",
    )  # fmt: skip
    take_step(concern=concern, by=by, step=1, words="Signalen van twee gesprekken.")
    take_step(concern=concern, by=by, step=2, words="Overlegd met een collega.")


def _broken_glass(cast: Cast, client: Client) -> None:
    break_glass(
        client=client, by=cast.users[COVER], why=EmergencyAccess.Why.ABSENCE,
        words="Ouder belt in paniek; de eigen praktijkondersteuner is ziek.",
    )  # fmt: skip
