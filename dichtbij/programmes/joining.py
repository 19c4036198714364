"""How does a practice come to take part, pause, and say why it does not?"""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.organisations.models import Organisation, User
from dichtbij.programmes.actions import check_own
from dichtbij.programmes.models import (
    ListedPractice,
    Participation,
    ParticipationPause,
    PatientCount,
    ProgrammeEmployer,
)
from dichtbij.shared import clock
from dichtbij.shared.errors import Refused
from dichtbij.shared.permissions import Permission

CREATE = Entry.ActionCode.CREATE
ONE_DAY = timedelta(days=1)


@action(Permission.PROGRAMME_MANAGE, code=CREATE)
def join_programme(
    *,
    listed: ListedPractice,
    by: User,
    employer: Organisation,
    starts_on: date,
    ends_on: date | None = None,
) -> Participation:
    """Let a practice on the list take part; `employer` keeps the files (R3).

    Raises Refused: an end before the start, a start before the programme's, an
    employer from elsewhere, a practice that takes part here or elsewhere meanwhile.
    """
    check_own(listed.programme_id)
    _check_term(listed, starts_on, ends_on)
    _check_employer(listed, employer)
    _check_free(listed, starts_on, ends_on)
    return Participation.objects.create(
        programme_id=listed.programme_id,
        practice_id=listed.practice_id,
        holder=employer,
        starts_on=starts_on,
        ends_on=ends_on,
    )


def _check_term(listed: ListedPractice, starts_on: date, ends_on: date | None) -> None:
    if ends_on is not None and ends_on < starts_on:
        raise Refused(_("The end lies before the start."))
    programme = listed.programme
    if starts_on < programme.starts_on:
        raise Refused(
            _("The programme starts on %(day)s. Choose that day or a later one.")
            % {"day": date_format(programme.starts_on, "j F Y")}
        )
    if programme.ends_on is not None and starts_on > programme.ends_on:
        raise Refused(
            _("The programme ended on %(day)s.")
            % {"day": date_format(programme.ends_on, "j F Y")}
        )


def _check_employer(listed: ListedPractice, employer: Organisation) -> None:
    works_here = ProgrammeEmployer.objects.filter(
        programme=listed.programme_id, employer=employer
    )
    holds = Participation.objects.filter(programme=listed.programme_id, holder=employer)
    if not works_here.exists() and not holds.exists():
        raise Refused(_("This employer does not work in this programme yet."))


def _check_free(listed: ListedPractice, starts_on: date, ends_on: date | None) -> None:
    Organisation.objects.select_for_update().get(pk=listed.practice_id)
    running = (
        Participation.objects.filter(
            Q(ends_on=None) | Q(ends_on__gte=starts_on),
            practice=listed.practice_id,
            starts_on__lte=ends_on or date.max,
        )
        .select_related("programme")
        .first()
    )
    if running is None:
        return
    if running.programme_id != listed.programme_id:
        raise Refused(
            _("This practice takes part in %(programme)s. It can join one at a time.")
            % {"programme": running.programme.name}
        )
    raise Refused(
        _("This practice takes part already, since %(day)s.")
        % {"day": date_format(running.starts_on, "j F Y")}
    )


@action(Permission.PROGRAMME_MANAGE, code=CREATE)
def pause_participation(
    *,
    participation: Participation,
    by: User,
    starts_on: date,
    words: str,
    ends_on: date | None = None,
) -> ParticipationPause:
    """Let a practice pause from a day, until a day or until it resumes.

    Raises Refused: an end before the start, a day on which it does not take part, or
    a pause that runs then.
    """
    check_own(participation.programme_id)
    if ends_on is not None and ends_on < starts_on:
        raise Refused(_("The end lies before the start."))
    _hold(participation)
    last = participation.ends_on
    if starts_on < participation.starts_on or (last is not None and starts_on > last):
        raise Refused(_("This practice does not take part on that day."))
    if _pauses_between(participation, starts_on, ends_on or date.max):
        raise Refused(_("This practice pauses already in these days."))
    return ParticipationPause.objects.create(
        participation=participation, starts_on=starts_on, ends_on=ends_on, words=words
    )


def _hold(participation: Participation) -> None:
    """Let one person at a time change how long a practice takes part or pauses."""
    Participation.objects.select_for_update().get(pk=participation.pk)
    participation.refresh_from_db()


def _pauses_between(participation: Participation, first: date, last: date) -> bool:
    return participation.pauses.filter(
        Q(ends_on=None) | Q(ends_on__gte=first), starts_on__lte=last
    ).exists()


def why_closed(participation: Participation, day: date) -> str:
    """Say why nobody can be referred from here on a local date; empty: one can."""
    last = participation.ends_on
    if participation.starts_on > day or (last is not None and last < day):
        return _("This practice does not take part in the programme today.")
    pause = participation.pauses.filter(
        Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day
    ).first()
    if pause is None:
        return ""
    if pause.ends_on is None:
        return _(
            "This practice pauses, so nothing can be sent now. Families who are "
            "helped already go on as planned."
        )
    return _(
        "This practice pauses until %(day)s, so nothing can be sent now. Families "
        "who are helped already go on as planned."
    ) % {"day": date_format(pause.ends_on, "j F Y")}


@action(Permission.PROGRAMME_MANAGE)
def resume_participation(
    *, participation: Participation, by: User, resumes_on: date
) -> None:
    """End the pause that runs: from `resumes_on` the practice takes part again.

    Raises Refused when none runs on the day before.
    """
    check_own(participation.programme_id)
    _hold(participation)
    last = resumes_on - ONE_DAY
    running = participation.pauses.filter(
        Q(ends_on=None) | Q(ends_on__gt=last), starts_on__lte=last
    )
    if not running.update(ends_on=last):
        raise Refused(_("This practice does not pause on the day before."))


@action(Permission.PROGRAMME_MANAGE)
def note_why_not(
    *, listed: ListedPractice, by: User, why_not: str, why_not_words: str = ""
) -> ListedPractice:
    """Note why a practice does not take part. Raises Refused when it does."""
    check_own(listed.programme_id)
    here = Participation.objects.filter(
        programme=listed.programme_id, practice=listed.practice_id
    )
    if here.on(clock.today()).exists():
        raise Refused(_("This practice takes part; there is nothing to explain."))
    ListedPractice.objects.filter(pk=listed.pk).update(
        why_not=why_not,
        why_not_words=why_not_words.strip(),
        why_not_on=clock.today(),
    )
    listed.refresh_from_db()
    return listed


@action(Permission.PROGRAMME_MANAGE, code=CREATE)
def note_patients(
    *,
    listed: ListedPractice,
    by: User,
    youths: int,
    counted_on: date,
    source: str,
    patients: int | None = None,
) -> PatientCount:
    """Note how many patients a practice has, and how many are 0 to 17 years old.

    A second count of the same day replaces the first. Raises Refused: a day to come,
    or more youths than patients.
    """
    check_own(listed.programme_id)
    if counted_on > clock.today():
        raise Refused(_("This day has yet to come."))
    if patients is not None and patients < youths:
        raise Refused(_("There are more youths than patients."))
    return PatientCount.objects.update_or_create(
        programme_id=listed.programme_id,
        practice_id=listed.practice_id,
        counted_on=counted_on,
        defaults={"patients": patients, "youths": youths, "source": source.strip()},
    )[0]
