"""The work that keeps sign-in tables and the queue healthy; twice is once."""

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone
from procrastinate.contrib.django import app

from dichtbij import jobs as root
from dichtbij.organisations import jobs
from dichtbij.organisations.models import SharedValue
from dichtbij.shared import clock
from tests.awaiting import run
from tests.conftest import NOW


def test_what_expired_is_forgotten_and_the_rest_stays(db):
    cache.add("old", 1, timeout=10)
    cache.add("new", 1, timeout=3600)
    long_ago = timezone.now() - timedelta(days=1)
    Session.objects.create(session_key="x" * 32, expire_date=long_ago)

    with clock.at(NOW + timedelta(minutes=5)):
        jobs.forget_expired(timestamp=0)
        jobs.forget_expired(timestamp=0)

    assert SharedValue.objects.count() == 1
    assert not Session.objects.exists()


def test_stalled_jobs_are_queued_again(monkeypatch):
    retried = []

    async def stalled():
        return ["one", "two"]

    async def retry(job):
        retried.append(job)

    monkeypatch.setattr(app.job_manager, "get_stalled_jobs", stalled)
    monkeypatch.setattr(app.job_manager, "retry_job", retry)

    run(jobs.retry_stalled(timestamp=0))

    assert retried == ["one", "two"]


def test_both_run_by_themselves_and_the_worker_knows_them():
    known = app.periodic_registry.periodic_tasks.values()
    periodic = {task.task.name for task in known}

    assert "dichtbij.organisations.jobs.retry_stalled" in periodic
    assert "dichtbij.organisations.jobs.forget_expired" in periodic
    assert set(root.__all__) >= {"organisations", "outbox"}
