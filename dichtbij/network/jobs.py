"""Which question is asked by itself? After six weeks: has the help started?"""

from datetime import timedelta

from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from dichtbij.audit.doors import standing_at
from dichtbij.care.models import Task
from dichtbij.clients.models import CareRelation, Client
from dichtbij.network.models import OnwardReferral
from dichtbij.network.onward_course import UNDERWAY
from dichtbij.network.onward_notes import BESIDE, give_task, note
from dichtbij.network.onward_words import Happened
from dichtbij.network.paper import in_its_language
from dichtbij.organisations.models import User
from dichtbij.programmes.models import Participation
from dichtbij.shared import clock
from dichtbij.shared.walls import Standing

# [design] what she needs to call the family, when the help was closed meanwhile
OPEN_AGAIN = timedelta(days=14)


@app.periodic(cron="40 5 * * *")
@app.task(name="dichtbij.network.jobs.ask_started", queue="night")
def ask_started(timestamp: int = 0) -> None:
    """Give each practitioner the question whose day has come; twice is once."""
    places = Participation.objects.values_list("programme", "practice")
    for programme, practice in sorted(set(places)):
        place = Standing(
            user_id=User.objects.system().pk,
            role="system",
            programme_id=programme,
            practices=(practice,),
        )
        with standing_at(place):
            _ask_in(practice)


def _ask_in(practice: int) -> None:
    due = OnwardReferral.objects.filter(
        practice=practice,
        status__in=UNDERWAY,
        ask_started_on__lte=clock.today(),
    )
    system = User.objects.system()
    # Whoever runs beside this one skips the rows that are being asked about.
    rows = due.select_for_update(of=("self",), skip_locked=True)
    for onward in rows.select_related(*BESIDE).defer("pdf"):
        onward.ask_started_on = None
        onward.save(update_fields=["ask_started_on"])
        with in_its_language():
            words = _("Has the help started?")
        give_task(onward, Task.Kind.STARTED, words, due_on=clock.today())
        note(onward, Happened.ASKED, system)
        _open_again(onward.client, onward.trajectory.practitioner_id)


def _open_again(client: Client, practitioner_id: int) -> None:
    """Let her reach the family of help that was closed meanwhile, for a while."""
    until = clock.today() + OPEN_AGAIN
    mine = CareRelation.objects.filter(client=client, practitioner=practitioner_id)
    if mine.active(until).exists():
        return
    CareRelation.objects.create(
        client=client,
        practitioner_id=practitioner_id,
        reason=CareRelation.Reason.OWN,
        starts_on=clock.today(),
        ends_on=until,
    )
