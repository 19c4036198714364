"""Who waits, since when, before which day, and who does something about it?"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_datetime

from dichtbij.audit.doors import open_list, screen
from dichtbij.care.caseload import next_tasks, takers_of
from dichtbij.care.models import Task
from dichtbij.organisations.request import Request
from dichtbij.portal.staff.folder import holds, question_words
from dichtbij.portal.staff.gap_rows import free_rows
from dichtbij.scheduling.models import WaitingEntry
from dichtbij.shared import calendar, clock
from dichtbij.shared.permissions import Permission
from dichtbij.waiting.gaps import offers_of, owners_of
from dichtbij.waiting.models import Offer
from dichtbij.waiting.words import WHY

PAGE = 25
SOON = timedelta(days=3)  # [design] from here on a target date is near


@dataclass(frozen=True)
class Waiting:
    """One family that waits, with how pressing it is and who has it."""

    entry: WaitingEntry
    questions: list[str]
    owner: str
    task: Task | None
    offer: Offer | None = None
    judges: str = ""  # who serves the practice: the owner until somebody took it on

    @property
    def days(self) -> int:
        """Return whole days since the referral was received."""
        since = calendar.local(self.entry.since_at).date()
        return max(0, (clock.today() - since).days)

    @property
    def kind(self) -> str:
        """Return the badge: danger past the target date, warning near it."""
        left = self.entry.target_on - clock.today()
        if left < timedelta(0):
            return "danger"
        return "warning" if left <= SOON else "safe"

    @property
    def late_days(self) -> int:
        """Return days past the target date; negative before it."""
        return (clock.today() - self.entry.target_on).days

    @property
    def offered(self) -> Offer | None:
        """Return the offer that stands now: its answer is the next step."""
        return self.offer if self.offer is not None and self.offer.stands() else None

    @property
    def contact_by(self) -> date:
        """Return before which day someone does something about it."""
        return self.task.due_on if self.task else self.entry.target_on


@screen(Permission.WAITING_LIST_READ)
def waiting_list(request: Request) -> HttpResponse:
    """List who waits: nearest target date first, then who waits longest."""
    found = open_list(
        request.user,
        WaitingEntry.objects.open()
        .filter(_after(str(request.GET.get("na", ""))))
        .select_related("client", "practice", "referral"),
        Permission.WAITING_LIST_READ,
        limit=PAGE + 1,
    )
    rows = found[:PAGE]
    referrals = [row.referral_id for row in rows]
    takers, tasks = takers_of(referrals), next_tasks(referrals)
    offers = offers_of([row.pk for row in rows])
    judges = owners_of({row.practice_id for row in rows})
    waiting = [
        Waiting(
            row,
            question_words(row.referral),
            takers[row.referral_id].practitioner.name
            if row.referral_id in takers
            else "",
            tasks.get(row.referral_id),
            offers.get(row.pk),
            judges.get(row.practice_id, ""),
        )
        for row in rows
    ]
    more = len(found) > PAGE
    context = {
        "waiting": waiting,
        "books": holds(Permission.APPOINTMENT_BOOK),
        "gives_links": holds(Permission.LINK_GIVE),
        "shares": getattr(request.membership.programme, "shares_practices", False),
        "free": [] if "na" in request.GET else free_rows(request),
        "whys": WHY.items(),
        "late": sum(one.kind == "danger" for one in waiting),
        "next_url": f"{reverse('waiting_list')}?na={_key(rows[-1])}" if more else "",
    }
    return render(request, "portal/staff/pages/waiting_list.html", context)


def _key(row: WaitingEntry) -> str:
    moment = row.since_at.astimezone(clock.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return f"{row.target_on.isoformat()}~{moment}~{row.pk}"


def _after(key: str) -> Q:
    """Return the rows after a key of the list; a broken key is the first page."""
    try:
        day, moment, number = key.split("~")
        on, since, pk = date.fromisoformat(day), parse_datetime(moment), int(number)
    except ValueError:
        return Q()
    if not isinstance(since, datetime) or since.tzinfo is None:
        return Q()
    return (
        Q(target_on__gt=on)
        | Q(target_on=on, since_at__gt=since)
        | Q(target_on=on, since_at=since, pk__gt=pk)
    )
