"""What is agreed and given in a test: rows of an agreement, contacts by the act."""

from datetime import date, datetime, time

from dichtbij.agreements.models import (
    AgreedHours,
    Agreement,
    AgreementParty,
    Tariff,
)
from dichtbij.care.actions import Consult, record_contact, take_on_referral
from dichtbij.shared import calendar, clock

PAPER = b"%PDF-1.7 invented"


def agree(
    town,
    side: str = "noord",
    *,
    starts_on: date = date(2026, 1, 1),
    ends_on: date = date(2026, 12, 31),
    tariffs=((date(2026, 1, 1), date(2026, 12, 31), 9_150),),
    minutes_per_week: int = 600,
    signed: bool = True,
    title: str = "",
) -> Agreement:
    """Make an agreement of this side's employer and the municipality, as rows."""
    employer = getattr(town, f"employer_{side}")
    made = Agreement.objects.create(
        programme=town.programme,
        employer=employer,
        record_holder=employer,
        title=title or f"Overeenkomst {side.title()}",
        starts_on=starts_on,
        ends_on=ends_on,
        made_by=town.ella,
        made_at=clock.now(),
    )
    for organisation in (employer, town.municipality):
        AgreementParty.objects.create(agreement=made, organisation=organisation)
    AgreedHours.objects.create(
        agreement=made,
        practice=getattr(town, f"practice_{side}"),
        basis="fixed",
        minutes_per_week=minutes_per_week,
    )
    for first, last, cents in tariffs:
        Tariff.objects.create(
            agreement=made, valid_from=first, valid_until=last, cents_per_hour=cents
        )
    if signed:
        Agreement.objects.filter(pk=made.pk).update(
            status="signed", pdf=PAPER, sha256="0" * 64, signed_at=clock.now()
        )
        made.refresh_from_db()
    return made


def moment(day: date, at: time = time(10)) -> datetime:
    """Return that time of that day in Amsterdam."""
    return calendar.at_local(day, at)


def take_on(stand_as, make_referral, by, on: date):
    """Take on a new referral on a day; whoever took it stands there after."""
    with clock.at(moment(on, time(8))):
        referral = make_referral()
        stand_as(by)
        return take_on_referral(referral=referral, by=by)


def give(trajectory, by, on: date, **minutes: int):
    """Record a contact on a day with minutes per activity."""
    with clock.at(moment(on)):
        return record_contact(
            trajectory=trajectory,
            by=by,
            consult=Consult(
                attendance=["child"],
                themes=["EMO-ANG"],
                text="Verzonnen gesprek.",
                minutes=minutes,
            ),
        )
