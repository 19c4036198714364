"""Which work keeps the queue and the sign-in tables healthy by itself?"""

from importlib import import_module

from django.conf import settings
from procrastinate.contrib.django import app

from dichtbij.organisations.models import SharedValue
from dichtbij.shared import clock

KEEP_JOBS_HOURS = 24 * 14


@app.periodic(cron="*/2 * * * *")
@app.task(
    name="dichtbij.organisations.jobs.retry_stalled",
    queueing_lock="retry_stalled",
    queue="keeping",
)
async def retry_stalled(timestamp: int) -> None:
    """Queue again what a worker was doing when it was killed: jobs run at least once.

    A worker that has been silent for 30 s counts as gone. Source: procrastinate.
    """
    for job in await app.job_manager.get_stalled_jobs():
        await app.job_manager.retry_job(job)


@app.periodic(cron="17 3 * * *")
@app.task(
    name="dichtbij.organisations.jobs.forget_jobs",
    queueing_lock="forget_jobs",
    queue="keeping",
)
async def forget_jobs(timestamp: int) -> None:
    """Remove jobs that succeeded two weeks ago."""
    await app.job_manager.delete_old_jobs(nb_hours=KEEP_JOBS_HOURS)


@app.periodic(cron="27 3 * * *")
@app.task(
    name="dichtbij.organisations.jobs.forget_expired",
    queueing_lock="forget_expired",
    queue="keeping",
)
def forget_expired(timestamp: int) -> None:
    """Remove sessions and shared values that no longer count."""
    SharedValue.objects.filter(expires_at__lte=clock.now()).delete()
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
