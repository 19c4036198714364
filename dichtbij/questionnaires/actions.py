"""What happens to questions and scores: asked, answered, read, recorded, imported."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.clients.models import Channel
from dichtbij.families.models import FamilyMember
from dichtbij.organisations.links import Given, end_links, give_link
from dichtbij.organisations.models import User
from dichtbij.questionnaires.answering import Answers, check_answer, check_answers
from dichtbij.questionnaires.definitions import Definition
from dichtbij.questionnaires.item_texts import ItemFile
from dichtbij.questionnaires.models import Inquiry, ItemText, Measurement
from dichtbij.questionnaires.reading import all_definitions, latest
from dichtbij.questionnaires.scoring import Score, Wrong, score_items, score_typed
from dichtbij.referrals.models import Referral
from dichtbij.shared import calendar, clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission, Role

# [design] How long after its day one can still answer, in days.
OPEN_DAYS = {Inquiry.Kind.CHECK_IN: 0, Inquiry.Kind.PULSE: 21}
OPEN_DAYS_ELSE = 30
READ_WITHIN_DAYS = 5  # [design] working days for what is not about a talk


@action(Permission.QUESTIONNAIRE_WRITE, code=Entry.ActionCode.CREATE)
def ask(
    *,
    member: FamilyMember,
    by: User,
    kind: str,
    about_on: date,
    reader: User,
    referral: Referral | None = None,
) -> Inquiry:
    """Put our own questions to one person; a second time for that day is the first.

    `reader` will read the answers. Raises Refused: unknown kind, someone who left the
    family, a parent of a child helped without parents (R18), or no referral.
    """
    if kind not in Inquiry.Kind.values:
        raise Refused(_("Choose what you want to ask."))
    _check_member(member)
    about = referral or _last_referral(member)
    expires_on = about_on + timedelta(days=OPEN_DAYS.get(kind, OPEN_DAYS_ELSE))  # type: ignore[call-overload]
    read_by_on = about_on
    if kind != Inquiry.Kind.CHECK_IN:
        read_by_on = calendar.add_working_days(expires_on, READ_WITHIN_DAYS)
    inquiry, _made = Inquiry.objects.get_or_create(
        client_id=member.client_id,
        member=member,
        kind=kind,
        about_on=about_on,
        defaults={
            "referral": about,
            "version": latest(kind).version,
            "asked_at": clock.now(),
            "expires_on": expires_on,
            "reader": reader,
            "read_by_on": read_by_on,
        },
    )
    return inquiry


def _check_member(member: FamilyMember) -> None:
    if member.ended_on is not None and member.ended_on <= clock.today():
        raise Refused(_("This person no longer belongs to the family."))
    own = member.slot == Channel.Owner.YOUNG_PERSON
    if member.client.without_parents and not own:
        raise Refused(_("Helped without parents: nothing may reach them."))


def _last_referral(member: FamilyMember) -> Referral:
    found: Referral | None = (
        Referral.objects.filter(client=member.client_id).order_by("-id").first()
    )
    if found is None:
        raise Refused(_("There is no referral of this child."))
    return found


@action(Permission.LINK_GIVE, code=Entry.ActionCode.CREATE)
def give_way_in(*, inquiry: Inquiry, by: User) -> Given:
    """Make a link and a code for these questions; an older link stops working.

    The only moment both are known: mail or print the one, say or send the other (R24).
    Raises Refused as answering does.
    """
    _check_open(inquiry)
    member = inquiry.member
    _check_member(member)
    own = member.slot == Channel.Owner.YOUNG_PERSON
    return give_link(
        inquiry.kind,
        member.client,
        inquiry.uuid,
        member.uuid,
        Role.YOUNG_PERSON if own else Role.PARENT,
        by,
        (inquiry.expires_on - clock.today()).days + 1,
    )


def questions_of(inquiry: Inquiry) -> Definition:
    """Return the questions as they were when they were asked."""
    return all_definitions()[inquiry.kind, inquiry.version]


def _check_open(inquiry: Inquiry) -> None:
    if inquiry.answered_at is not None:
        raise Refused(_("Your answers have been sent."))
    if inquiry.expires_on < clock.today():
        raise Refused(_("You can no longer answer these questions."))


@action(Permission.MINE_ANSWER)
def keep_answer(
    *, inquiry: Inquiry, by: User, number: int, value: int | str | None
) -> Inquiry:
    """Keep one tap, so that nothing is lost before all is sent; None skips a question.

    Raises Refused for an answer that cannot be, or when it is too late or was sent.
    """
    kept = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    _check_open(kept)
    answer = check_answer(questions_of(kept), number, value)
    kept.answers = {**kept.answers, str(number): answer}
    kept.save(update_fields=["answers"])
    inquiry.answers = kept.answers
    return inquiry


@action(Permission.MINE_ANSWER)
def answer(*, inquiry: Inquiry, by: User, answers: Answers | None = None) -> Inquiry:
    """Send the answers; what is not among them was tapped before, or is skipped.

    From now the reader has until `read_by_on`. Raises Refused as keep_answer does.
    """
    kept = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    _check_open(kept)
    told = check_answers(questions_of(kept), answers or {})
    kept.answers = {**kept.answers, **told}
    kept.answered_at = clock.now()
    if kept.kind != Inquiry.Kind.CHECK_IN:
        kept.read_by_on = calendar.add_working_days(clock.today(), READ_WITHIN_DAYS)
    kept.save(update_fields=["answers", "answered_at", "read_by_on"])
    inquiry.refresh_from_db()
    return inquiry


@action(Permission.QUESTIONNAIRE_WRITE)
def mark_read(*, inquiry: Inquiry, by: User) -> Inquiry:
    """Note that the answers were read; twice is once. Raises Refused: none sent."""
    sent = Inquiry.objects.filter(pk=inquiry.pk, answered_at__isnull=False)
    if not sent.exists():
        raise Refused(_("There are no answers yet."))
    sent.filter(read_at=None).update(read_at=clock.now())
    inquiry.refresh_from_db()
    return inquiry


@action(Permission.QUESTIONNAIRE_WRITE)
def take_back(*, inquiry: Inquiry, by: User) -> Inquiry:
    """Close questions that nobody answered: links end, half answers are forgotten.

    Raises Refused when they were answered.
    """
    day_before = clock.today() - timedelta(days=1)
    open_ = Inquiry.objects.filter(pk=inquiry.pk, answered_at=None)
    if not open_.update(answers={}, expires_on=day_before):
        raise Refused(_("These questions have been answered."))
    end_links(inquiry.uuid)
    inquiry.refresh_from_db()
    return inquiry


@dataclass(frozen=True)
class Taken:
    """One questionnaire as it came in: answers per item number, or typed scores.

    `norms` is the key of the norms that were chosen, "" for none.
    """

    instrument: str
    informant: str
    taken_on: date
    answers: Mapping[int, int] | None = None
    scores: Mapping[str, int] | None = None
    norms: str = ""
    version: str = ""


@action(Permission.QUESTIONNAIRE_WRITE, code=Entry.ActionCode.CREATE)
def record_measurement(*, referral: Referral, by: User, taken: Taken) -> Measurement:
    """Record the scores of one questionnaire; they are a signal and decide nothing.

    Raises Refused: unknown instrument, informant or norms, a day that cannot be, an
    answer or score out of range, or no score at all.
    """
    definition = _definition(taken)
    _check_taken(referral, definition, taken)
    found = _scores(definition, taken)
    values = {key: one.value for key, one in found.items() if one.value is not None}
    if not values:
        raise Refused(_("There is no score in this: too much was left open."))
    answers = taken.answers
    open_items = [i for i in range(1, definition.items + 1) if i not in (answers or {})]
    return Measurement.objects.create(
        client_id=referral.client_id,
        referral=referral,
        instrument=definition.instrument,
        version=definition.version,
        informant=taken.informant,
        taken_on=taken.taken_on,
        answers=None if answers is None else {str(i): a for i, a in answers.items()},
        scores=values,
        norms=taken.norms,
        missing=[] if answers is None else open_items,
        entered_by=by,
        entered_at=clock.now(),
    )


def _definition(taken: Taken) -> Definition:
    try:
        if taken.version:
            found = all_definitions()[taken.instrument, taken.version]
        else:
            found = latest(taken.instrument)
    except KeyError:
        raise Refused(_("Choose a questionnaire.")) from None
    if found.entry not in ("items", "scores"):
        raise Refused(_("Choose a questionnaire."))
    return found


def _check_taken(referral: Referral, definition: Definition, taken: Taken) -> None:
    if taken.informant not in Channel.Owner.values:
        raise Refused(_("Say who filled it in."))
    client = referral.client
    if not client.birth_date < taken.taken_on <= clock.today():
        raise Refused(_("This day cannot be right."))
    if not taken.norms:
        return
    fitting = {
        norm.key
        for norm in definition.norms
        if norm.fits(taken.informant, client.age(taken.taken_on))
    }
    if taken.norms not in fitting:
        raise Refused(_("These norms are not for this age or for who filled it in."))


def _scores(definition: Definition, taken: Taken) -> dict[str, Score]:
    try:
        if taken.answers is not None and definition.entry == "items":
            return score_items(definition, taken.answers)
        return score_typed(definition, taken.scores or {})
    except Wrong as wrong:
        raise Refused(
            _("%(which)s: this answer or score is not possible.")
            % {"which": _called(definition, wrong.key)}
        ) from wrong


def _called(definition: Definition, key: str) -> str:
    """Return how a person calls what is wrong: the item's number, the scale's name."""
    names = {scale.key: str(scale.name["nl"]) for scale in definition.scales}
    return names.get(key, key)


@action(Permission.QUESTIONNAIRE_WRITE, code=Entry.ActionCode.CREATE)
def import_item_texts(*, file: ItemFile, by: User, licence_holder: str) -> int:
    """Store a licence holder's own texts; return how many. Older ones are replaced.

    Raises Refused without a licence holder.
    """
    if not licence_holder.strip():
        raise Refused(_("Name the licence holder."))
    older = ItemText.objects.filter(
        instrument=file.instrument, version=file.version, language=file.language
    )
    older.delete()
    made = ItemText.objects.bulk_create(
        ItemText(
            instrument=file.instrument,
            version=file.version,
            language=file.language,
            number=number,
            text=text,
            licence_holder=licence_holder.strip()[:120],
            imported_at=clock.now(),
        )
        for number, text in sorted(file.texts.items())
    )
    return len(made)
