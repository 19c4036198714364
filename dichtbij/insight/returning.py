"""How does a practice tell how many youths its GPs referred in a quarter (R32)?"""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from dichtbij.audit.doors import action
from dichtbij.audit.models import Entry
from dichtbij.insight.models import QuarterlyReturn
from dichtbij.insight.quarters import last_day, quarter_of
from dichtbij.organisations.models import User
from dichtbij.programmes.models import ListedPractice
from dichtbij.shared import clock
from dichtbij.shared.errors import Denied, Refused
from dichtbij.shared.permissions import Permission, Relation
from dichtbij.shared.walls import Standing, standing


@dataclass(frozen=True)
class Told:
    """What a source says of one practice in one quarter.

    `youths` are the patients of 0 to 17; `complete_percent` is how much of the quarter
    the source saw.
    """

    referrals: int
    youths: int
    supplier: str
    source: str
    complete_percent: int = 100


@dataclass(frozen=True)
class PracticeQuarter:
    """A practice on the list in one quarter, taking part or not."""

    listed: ListedPractice
    quarter_on: date

    def relations_to(self, where: Standing) -> set[str]:
        """Return what ties `where` to it: it is of one's own practice."""
        if self.listed.programme_id != where.programme_id:
            return set()
        own = self.listed.practice_id in where.practices
        return {Relation.PRACTICE} if own else set()


@action(Permission.RETURN_WRITE, code=Entry.ActionCode.CREATE)
def give_return(*, place: PracticeQuarter, by: User, told: Told) -> QuarterlyReturn:
    """Keep what a source says of a quarter that is over.

    Raises Refused: a quarter that is not over or was given before, or numbers that
    cannot be.
    """
    _check_own(place.listed.programme_id)
    _check_quarter(place.quarter_on)
    _check(told)
    try:
        with transaction.atomic():
            return QuarterlyReturn.objects.create(
                programme_id=place.listed.programme_id,
                practice_id=place.listed.practice_id,
                quarter_on=place.quarter_on,
                given_by=by,
                given_at=clock.now(),
                **_fields(told),
            )
    except IntegrityError as twice:
        raise Refused(
            _("There is a return of this quarter already. Correct that one.")
        ) from twice


@action(Permission.RETURN_WRITE, code=Entry.ActionCode.CREATE)
def correct_return(*, given: QuarterlyReturn, by: User, told: Told) -> QuarterlyReturn:
    """Put a new line in the place of one that was wrong; the old one stays to read.

    Raises Refused: it was corrected before, says the same, or cannot be.
    """
    _check_own(given.programme_id)
    _check(told)
    if _fields(told) == {name: getattr(given, name) for name in _fields(told)}:
        raise Refused(_("This says the same as the return that is there."))
    try:
        with transaction.atomic():
            return QuarterlyReturn.objects.create(
                programme_id=given.programme_id,
                practice_id=given.practice_id,
                quarter_on=given.quarter_on,
                corrects=given,
                given_by=by,
                given_at=clock.now(),
                **_fields(told),
            )
    except IntegrityError as twice:
        raise Refused(
            _("This return was corrected already. Look at the newest one.")
        ) from twice


def _fields(told: Told) -> dict[str, object]:
    return vars(told) | {"source": told.source.strip()}


def _check_own(programme_id: int) -> None:
    where = standing()
    if where is None or where.programme_id != programme_id:
        raise Denied("a return of another programme")


def _check_quarter(quarter_on: date) -> None:
    if quarter_on != quarter_of(quarter_on):
        raise Refused(_("A quarter begins in January, April, July or October."))
    if last_day(quarter_on) >= clock.today():
        raise Refused(
            _("This quarter is over on %(day)s. A return is about a whole quarter.")
            % {"day": date_format(last_day(quarter_on), "j F Y")}
        )


def _check(told: Told) -> None:
    if told.youths < 1:
        raise Refused(_("Say how many youths of 0 to 17 the practice has."))
    if told.referrals < 0:
        raise Refused(_("The number of referrals is 0 or more."))
    if told.referrals > told.youths:
        raise Refused(_("There are more referrals than youths in this practice."))
    if not 1 <= told.complete_percent <= 100:
        raise Refused(_("How complete it is lies between 1 and 100 percent."))
    if told.supplier not in QuarterlyReturn.Supplier.values:
        raise Refused(_("Choose who supplies the number."))
    if not told.source.strip():
        raise Refused(_("Say where the number comes from."))
