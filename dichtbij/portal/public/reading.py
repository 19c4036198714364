"""Which programme does everyone read, and what of it? None unless it chose so."""

from uuid import UUID

from django.http import Http404

from dichtbij.insight.council_files import Asked
from dichtbij.insight.released import Released, releases_of
from dichtbij.programmes.models import Programme


def public_programme(slug: str) -> Programme:
    """Return a programme whose public page is on. Raises Http404 for any other."""
    found = Programme.objects.filter(slug=slug, public_page=True).first()
    if found is None:
        raise Http404
    return found


def open_programmes() -> list[Programme]:
    """Return the programmes whose public page is on, by name."""
    found = Programme.objects.filter(public_page=True)
    return list(found.only("slug", "name").order_by("name"))


def published(programme: Programme) -> list[Released]:
    """Return its releases that have figures, newest first."""
    return [one for one in releases_of(programme.pk) if not one.withheld]


def asked(programme: Programme, uuid: UUID) -> Asked:
    """Return one of its releases, to make a file of. Raises Http404."""
    releases = releases_of(programme.pk)
    for one in releases:
        if one.uuid == uuid and not one.withheld:
            return Asked(programme, releases, one)
    raise Http404
