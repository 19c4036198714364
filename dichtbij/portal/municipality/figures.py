"""What are the figures of a closed period, first in one sentence, and to take along?

Everything is made of released cells, read as the stats role. A period may be chosen and
nothing else: no parameter changes a number.
"""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from dichtbij.audit.doors import open_list, open_record, screen
from dichtbij.evaluation.models import EvaluationRound
from dichtbij.insight import council_files
from dichtbij.insight.council import Paper, coming, paper_of
from dichtbij.insight.council_files import Asked, Cited
from dichtbij.insight.models import Release
from dichtbij.insight.released import Released, releases_of
from dichtbij.insight.released_charts import charts_of
from dichtbij.insight.released_words import period_words
from dichtbij.portal.released_files import file_of
from dichtbij.programmes.models import Milestone, Programme
from dichtbij.shared import clock
from dichtbij.shared.permissions import Permission

PAGE = "portal/municipality/pages/figures.html"
FILES = ("pdf", "csv", "ods")


@screen(Permission.FIGURES_READ)
def figures(request: HttpRequest) -> HttpResponse:
    """Say the newest period in one sentence, or the period that was chosen."""
    programme: Programme = request.membership.programme  # type: ignore[attr-defined]
    releases = releases_of(programme.pk)
    chosen = _chosen(releases, str(request.GET.get("periode", "")))
    context = {
        "programme": programme,
        "milestones": _still_of_use(programme, releases),
        "today": clock.today(),
        "coming": coming(programme),
        "withheld_words": council_files.withheld_words(),
        **(_read(releases, chosen) if chosen is not None else {}),
    }
    if chosen is not None:
        context["cited_in"] = _cited_in(request, chosen)
    return render(request, PAGE, context)


def _still_of_use(
    programme: Programme, releases: list[Released]
) -> QuerySet[Milestone]:
    """Return what was agreed; not the first figures any more once there are some."""
    found = programme.milestones.all()
    return found.exclude(kind=Milestone.Kind.RELEASE) if releases else found


def _chosen(releases: list[Released], uuid: str) -> Released | None:
    """Return the release that was asked, or the newest that has figures, or the newest.

    Raises Http404 for one that is not there.
    """
    if uuid:
        found = next((one for one in releases if str(one.uuid) == uuid), None)
        if found is None:
            raise Http404
        return found
    published = (one for one in releases if not one.withheld)
    return next(published, releases[0] if releases else None)


def _read(releases: list[Released], chosen: Released) -> dict[str, Any]:
    paper: Paper = paper_of(releases, chosen)
    newest = releases[0]
    return {
        "paper": paper,
        "release": chosen,
        "charts": charts_of(releases, chosen),
        "others": [
            (one, period_words(one.starts_on, one.ends_on))
            for one in releases
            if one.uuid != chosen.uuid
        ],
        # The newest period had too few children, and an older one is read.
        "newest_withheld": (
            period_words(newest.starts_on, newest.ends_on)
            if newest.withheld and newest.uuid != chosen.uuid
            else ""
        ),
    }


def _cited_in(request: HttpRequest, chosen: Released) -> list[EvaluationRound]:
    """Return the reported rounds that speak of this release."""
    found = open_list(
        request.user,  # type: ignore[arg-type]
        EvaluationRound.objects.filter(
            releases__uuid=chosen.uuid, status=EvaluationRound.Status.CLOSED
        ).defer("pdf", "numbers"),
        Permission.EVALUATION_READ,
    )
    return list(found)


@screen(Permission.FIGURES_READ)
def figures_file(request: HttpRequest, uuid: UUID, kind: str) -> HttpResponse:
    """Give one release to take along; the same bytes each time."""
    if kind not in FILES:
        raise Http404
    return file_of(_asked(request, uuid), kind)


def _asked(request: HttpRequest, uuid: UUID) -> Asked:
    """Return the release of this address, for a round where one was named."""
    programme: Programme = request.membership.programme  # type: ignore[attr-defined]
    open_record(
        request.user,  # type: ignore[arg-type]
        Release.objects.using("stats"),
        uuid,
        Permission.FIGURES_READ,
    )
    releases = releases_of(programme.pk)
    release = next(one for one in releases if one.uuid == uuid)
    cited = _round(request, release)
    return Asked(programme, releases, release, cited)


def _round(request: HttpRequest, release: Released) -> Cited | None:
    """Return the round that was named. Raises Http404: it does not cite this."""
    named = str(request.GET.get("ronde", ""))
    if not named:
        return None
    for one in _cited_in(request, release):
        if str(one.uuid) == named:
            return Cited(str(one.get_kind_display()), named)
    raise Http404
