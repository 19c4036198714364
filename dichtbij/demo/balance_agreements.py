"""What did the parties of the demo town agree, and who signed when?

Kampen: one agreement per employer (rulings.md R3), signed on 20 December before the
pilot started, with the moments of the programme. Haarlem: one agreement of its employer
with some of its practices. Tariffs and numbers of youths are invented, and say so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta

from dichtbij.agreements.actions import (
    amend_agreement,
    draft_agreement,
    offer_agreement,
    write_agreement,
)
from dichtbij.agreements.checks import COURSE, practices_of
from dichtbij.agreements.choosing import municipalities_for
from dichtbij.agreements.contents import (
    DayPart,
    DutyPart,
    HoursPart,
    MomentPart,
    Outline,
    Parts,
    TariffPart,
    Terms,
)
from dichtbij.agreements.models import Agreement, AgreementParty
from dichtbij.agreements.signing import (
    PaperSignature,
    attach_signature,
    sign_agreement,
)
from dichtbij.audit.doors import standing_at
from dichtbij.demo.founding import Cast
from dichtbij.demo.places import months_before
from dichtbij.organisations.models import Membership, Organisation, User
from dichtbij.programmes.models import Participation, PatientCount, Programme
from dichtbij.scheduling.models import PracticeDay
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Role

SIGNED = (12, 20)  # R3: on 20 December before the start
TERM_MONTHS = 42
FIRST_CENTS, INDEXED_PERMILLE = 8_750, 30  # [invented]
INVENTED = "verzonnen tarief, alleen voor deze demo"
FEW = 4
YOUTHS, MINUTES_PER_1000 = 900, 240  # [invented]
WAITS_FOR = "Mindfit"  # the employer of the personas has a new version to sign
SIGNS = (Role.MUNICIPAL_OFFICER, Role.TEAM_LEAD, Role.GP)
ONE_DAY = timedelta(days=1)


def add(cast: Cast) -> None:
    """Let each programme draw up its agreements and sign them."""
    for slug, programme in cast.programmes.items():
        pilot = programme.phase == Programme.Phase.PILOT
        for employer, practices in _by_employer(programme):
            some = practices if pilot else practices[:FEW]
            made = _agree(cast, slug, employer, some, pilot=pilot)
            if employer.name == WAITS_FOR:
                _renew(cast, slug, made)


def _by_employer(
    programme: Programme,
) -> Iterator[tuple[Organisation, list[Organisation]]]:
    rows = Participation.objects.filter(programme=programme).order_by("pk")
    found: dict[Organisation, list[Organisation]] = {}
    for row in rows.select_related("holder", "practice"):
        found.setdefault(row.holder, []).append(row.practice)
    yield from found.items()


def _agree(
    cast: Cast,
    slug: str,
    employer: Organisation,
    practices: list[Organisation],
    *,
    pilot: bool,
) -> Agreement:
    programme = cast.programmes[slug]
    starts_on, ends_on = _term(programme, pilot=pilot)
    outline = Outline(
        title=f"Overeenkomst {employer.name}",
        municipalities=tuple(municipalities_for(programme)),
        employer=employer,
        practices=tuple(practices),
        starts_on=starts_on,
        ends_on=ends_on,
    )
    signed_at = calendar.at_local(date(starts_on.year - 1, *SIGNED), time(10))
    officer = _who_signs(programme, outline.municipalities[0])
    with clock.at(signed_at), standing_at(cast.whole_programme(slug)):
        made = draft_agreement(programme=programme, by=officer.user, outline=outline)
        write_agreement(
            agreement=made,
            by=officer.user,
            terms=_terms(outline),
            parts=_parts(programme, outline, pilot=pilot),
        )
        offer_agreement(agreement=made, by=officer.user)
    with clock.at(signed_at + timedelta(hours=2)):
        _sign(cast, slug, made, officer.user, on_paper=not pilot)
    return made


def _renew(cast: Cast, slug: str, old: Agreement) -> None:
    """Offer a new version from next year; so far only the employer signed."""
    officer = _who_signs(old.programme, municipalities_for(old.programme)[0]).user
    starts_on = date(clock.today().year + 1, 1, 1)
    offered_at = calendar.at_local(clock.today() - timedelta(days=3), time(10))
    with clock.at(offered_at), standing_at(cast.whole_programme(slug)):
        new = amend_agreement(agreement=old, by=officer)
        outline = Outline(
            title=old.title,
            municipalities=(),
            employer=old.employer,
            practices=tuple(practices_of(old)),
            starts_on=starts_on,
            ends_on=old.ends_on,
        )
        write_agreement(
            agreement=new,
            by=officer,
            terms=_terms(outline),
            parts=replace(_parts(old.programme, outline, pilot=True), moments=()),
        )
        offer_agreement(agreement=new, by=officer)
    signer = _who_signs(old.programme, old.employer)
    with clock.at(offered_at + timedelta(hours=2)), standing_at(signer.place()):
        sign_agreement(agreement=new, by=signer.user, sha256=new.sha256)


def _term(programme: Programme, *, pilot: bool) -> tuple[date, date]:
    if pilot:
        first = programme.starts_on
        return first, months_before(first, -TERM_MONTHS) - ONE_DAY
    year = clock.today().year
    return date(year - 1, 1, 1), date(year + 1, 12, 31)


def _terms(outline: Outline) -> Terms:
    return Terms(
        title=outline.title,
        starts_on=outline.starts_on,
        ends_on=outline.ends_on,
        extension_months=12,
        room_words="De praktijk geeft een spreekkamer zonder kosten.",
        referral_words="Kinderen en jongeren tot 18 jaar, via de huisarts.",
        replacement_words="De werkgever regelt een vervanger na twee weken.",
        exit_words="Lopende trajecten worden afgemaakt of warm overgedragen.",
    )


def _parts(programme: Programme, outline: Outline, *, pilot: bool) -> Parts:
    due = {one.kind: one.due_on for one in programme.milestones.all()}
    return Parts(
        hours=tuple(_hours(programme, outline, pilot=pilot)),
        days=tuple(_days(outline.practices)),
        tariffs=tuple(_tariffs(outline.starts_on, outline.ends_on)),
        duties=(
            DutyPart("Uren per maand, als totaal", "month", "per overeenkomst"),
            DutyPart("Stand van zaken", "half_year", "geen kind herkenbaar"),
        ),
        moments=tuple(MomentPart(str(k), due[k]) for k in COURSE if pilot and k in due),
    )


def _hours(
    programme: Programme, outline: Outline, *, pilot: bool
) -> Iterator[HoursPart]:
    for number, practice in enumerate(outline.practices):
        minutes = sum(_minutes(day) for day in _planned(practice))
        if pilot or number < FEW // 2:
            yield HoursPart(practice, minutes or MINUTES_PER_1000)
            continue
        PatientCount.objects.get_or_create(
            programme=programme,
            practice=practice,
            counted_on=outline.starts_on,
            defaults={"youths": YOUTHS, "source": "verzonnen voor deze demo"},
        )
        yield HoursPart(practice, MINUTES_PER_1000, "youths")


def _days(practices: Iterable[Organisation]) -> Iterator[DayPart]:
    for practice in practices:
        for day in _planned(practice):
            yield DayPart(practice, day.weekday, day.starts, day.ends, day.room.name)


def _planned(practice: Organisation) -> list[PracticeDay]:
    days = PracticeDay.objects.filter(practice=practice, valid_until=None)
    return list(days.select_related("room").order_by("weekday", "starts"))


def _minutes(day: PracticeDay) -> int:
    hours = day.ends.hour - day.starts.hour
    return hours * 60 + day.ends.minute - day.starts.minute


def _tariffs(first: date, last: date) -> Iterator[TariffPart]:
    """One tariff per calendar year, each indexed from the one before."""
    for year in range(first.year, last.year + 1):
        start, end = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        if year == first.year:
            yield TariffPart(start, end, FIRST_CENTS, 0, INVENTED)
        else:
            yield TariffPart(start, end, None, INDEXED_PERMILLE, INVENTED)


def _sign(
    cast: Cast, slug: str, made: Agreement, officer: User, *, on_paper: bool
) -> None:
    """Let each party sign; of a grown programme the last practice does so on paper."""
    parties = list(made.parties.select_related("organisation"))
    for party in parties[:-1] if on_paper else parties:
        signer = _who_signs(made.programme, party.organisation)
        with standing_at(signer.place()):
            sign_agreement(agreement=made, by=signer.user, sha256=made.sha256)
    if on_paper:
        with standing_at(cast.whole_programme(slug)):
            _scan(made, officer, parties[-1])


def _scan(made: Agreement, officer: User, party: AgreementParty) -> None:
    paper = PaperSignature(
        party=party,
        signatory=_who_signs(made.programme, party.organisation).user.name,
        signed_on=clock.today(),
        content=bytes(made.pdf or b""),  # it carries the mark of the demo
        capacity="huisarts",
    )
    attach_signature(agreement=made, by=officer, sha256=made.sha256, paper=paper)


def _who_signs(programme: Programme, organisation: Organisation) -> Membership:
    standing_here = Membership.objects.active().filter(
        programme=programme, organisation=organisation, role__in=SIGNS
    )
    found = standing_here.select_related("user", "organisation").order_by("pk").first()
    if found is None:
        raise LookupError(f"nobody signs for {organisation}")
    return found
