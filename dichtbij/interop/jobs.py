"""When is an uploaded spreadsheet forgotten? After seven days, brought in or not."""

from procrastinate.contrib.django import app

from dichtbij.audit.doors import standing_at
from dichtbij.interop.actions import KEPT
from dichtbij.interop.models import ImportRun
from dichtbij.organisations.models import Membership
from dichtbij.shared import clock
from dichtbij.shared.permissions import Role
from dichtbij.shared.walls import Standing


@app.periodic(cron="50 5 * * *")
@app.task(name="dichtbij.interop.jobs.forget_imports", queue="night")
def forget_imports(timestamp: int = 0) -> None:
    """Wipe what spreadsheets held that were uploaded more than seven days ago.

    That one was brought in, when and with how many rows stays. Runs open to their own
    user alone, so the night stands as one after another who ever could upload.
    """
    before = clock.now() - KEPT
    uploaders = Membership.objects.filter(
        role__in=(Role.TEAM_LEAD, Role.PROJECT_LEADER)
    )
    for user in sorted(set(uploaders.values_list("user", flat=True))):
        with standing_at(Standing(user_id=user, role="system")):
            ImportRun.objects.filter(user=user, made_at__lt=before).exclude(
                sealed=None
            ).update(sealed=None)
