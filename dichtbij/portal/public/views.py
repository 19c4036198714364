"""What does everyone read of a programme, without signing in?

The released figures and the decisions that were taken. Whoever asks gets the same, so
it may be kept for an hour; nothing is asked of the visitor and no cookie is set.
"""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from dichtbij.audit.doors import open_to_strangers
from dichtbij.decisions.published import published_decisions
from dichtbij.insight.council import coming, paper_of
from dichtbij.insight.national import national
from dichtbij.insight.released_charts import charts_of
from dichtbij.insight.released_words import period_words
from dichtbij.portal.public.catalogue import catalogue_of
from dichtbij.portal.public.reading import (
    asked,
    open_programmes,
    public_programme,
    published,
)
from dichtbij.portal.released_files import file_of

KEPT = "public, max-age=3600"
FILES = ("csv", "json")
OPEN = open_to_strangers(
    "a public page: released figures and decisions that were taken"
)


@OPEN
@require_safe
def all_programmes(request: HttpRequest) -> HttpResponse:
    """Show the programmes that opened their figures, and what these add up to."""
    programmes = open_programmes()
    context = {
        "programmes": programmes,
        "years": national([one.pk for one in programmes]),
    }
    return _kept(render(request, "portal/public/pages/all_programmes.html", context))


@OPEN
@require_safe
def programme_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the newest figures, or those of the period that was chosen."""
    programme = public_programme(slug)
    releases = published(programme)
    named = str(request.GET.get("periode", ""))
    chosen = next((one for one in releases if str(one.uuid) == named), None)
    if named and chosen is None:
        raise Http404
    chosen = chosen or (releases[0] if releases else None)
    context: dict[str, Any] = {
        "programme": programme,
        "coming": coming(programme),
        "decisions": published_decisions(programme),
    }
    if chosen is not None:
        context |= {
            "paper": paper_of(releases, chosen),
            "release": chosen,
            "charts": charts_of(releases, chosen),
            "others": [
                (one.uuid, period_words(one.starts_on, one.ends_on))
                for one in releases
                if one.uuid != chosen.uuid
            ],
        }
    return _kept(render(request, "portal/public/pages/programme.html", context))


@OPEN
@require_safe
def programme_data(request: HttpRequest, slug: str, uuid: UUID, kind: str) -> Any:
    """Give one release as open data."""
    programme = public_programme(slug)
    if kind not in FILES:
        raise Http404
    return _kept(file_of(asked(programme, uuid), kind))


@OPEN
@require_safe
def programme_catalogue(request: HttpRequest, slug: str) -> HttpResponse:
    """Describe the open data of a programme for data portals."""
    programme = public_programme(slug)
    page = request.build_absolute_uri(reverse("public_programme", args=[slug]))

    def address(uuid: str, kind: str) -> str:
        path = reverse("public_data", args=[slug, uuid, kind])
        return request.build_absolute_uri(path)

    told = catalogue_of(programme, published(programme), page, address)
    return _kept(HttpResponse(told, content_type="application/ld+json"))


def _kept(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = KEPT
    patch_vary_headers(answer, ["Cookie"])  # the language that a visitor chose
    return answer
