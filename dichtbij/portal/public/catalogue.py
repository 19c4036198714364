"""How are the figures described, so that data portals find them? As DCAT, in JSON-LD.

A data set per programme, with a distribution per released period and form. Source:
DCAT-AP-NL 3.0 (interop.md 3.6).
"""

import json
from collections.abc import Callable, Sequence
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from dichtbij.insight.released import Released
from dichtbij.insight.released_words import period_words
from dichtbij.programmes.models import Programme

EU = "http://publications.europa.eu/resource/authority"
LICENCE = "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"
MEDIA = {
    "csv": ("https://www.iana.org/assignments/media-types/text/csv", "CSV"),
    "json": ("https://www.iana.org/assignments/media-types/application/json", "JSON"),
}
EVERY = {3: "QUARTERLY", 6: "ANNUAL_2", 12: "ANNUAL"}
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "adms": "http://www.w3.org/ns/adms#",
}
# From the address of a file of a release: `uuid` and kind.
Address = Callable[[str, str], str]


def catalogue_of(
    programme: Programme,
    releases: Sequence[Released],
    page: str,
    address: Address,
) -> bytes:
    """Return the description of a programme's open data; `page` is its address."""
    with translation.override(settings.LANGUAGE_CODE):
        told = _dataset(programme, releases, page, address)
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _dataset(
    programme: Programme, releases: Sequence[Released], page: str, address: Address
) -> dict[str, Any]:
    publisher = _publisher(programme)
    title = _("Figures of %(programme)s") % {"programme": programme.name}
    if settings.DEMO:
        title = f"{title} ({_('Fictitious figures')})"
    return {
        "@context": CONTEXT,
        "@id": f"{page}#dataset",
        "@type": "dcat:Dataset",
        "dct:identifier": str(programme.uuid),
        "dct:title": _dutch(title),
        "dct:description": _dutch(
            _(
                "Rounded figures per closed period about help to children in GP "
                "practices: how many, how soon, and how help ended. They never "
                "change afterwards and are about no single child."
            )
        ),
        "dct:publisher": publisher,
        "dct:creator": publisher,
        "dcat:contactPoint": {
            # Both: who reads shapes without the ontology knows no subclass.
            "@type": ["vcard:Organization", "vcard:Kind"],
            "vcard:fn": publisher["foaf:name"],
            "vcard:hasURL": {"@id": page},
        },
        "dct:accessRights": {"@id": f"{EU}/access-right/PUBLIC"},
        "dct:license": {"@id": LICENCE},
        "dct:language": {"@id": f"{EU}/language/NLD"},
        "dct:accrualPeriodicity": {
            "@id": f"{EU}/frequency/{EVERY[programme.publication_months]}"
        },
        "dcat:theme": [{"@id": f"{EU}/data-theme/HEAL"}],
        "dcat:landingPage": {"@id": page},
        "dct:temporal": _temporal(releases),
        "dcat:distribution": [
            _distribution(one, kind, address) for one in releases for kind in MEDIA
        ],
    }


def _publisher(programme: Programme) -> dict[str, Any]:
    areas = list(programme.municipalities.order_by("name"))
    names = " / ".join(f"Gemeente {one.name}" for one in areas)
    publisher: dict[str, Any] = {
        "@type": "foaf:Agent",
        "foaf:name": names or programme.name,
    }
    if areas:
        # Source: standaarden.overheid.nl/owms, by the code of CBS.
        area = f"https://identifier.overheid.nl/tooi/id/gemeente/gm{areas[0].code}"
        publisher["@id"] = area
    return publisher


def _temporal(releases: Sequence[Released]) -> dict[str, Any] | None:
    if not releases:
        return None
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(min(one.starts_on for one in releases)),
        "dcat:endDate": _day(max(one.ends_on for one in releases)),
    }


def _distribution(release: Released, kind: str, address: Address) -> dict[str, Any]:
    media, form = MEDIA[kind]
    url = address(str(release.uuid), kind)
    return {
        "@id": url,
        "@type": "dcat:Distribution",
        "dct:title": _dutch(
            f"{period_words(release.starts_on, release.ends_on)} ({form})"
        ),
        "dcat:accessURL": {"@id": url},
        "dcat:downloadURL": {"@id": url},
        "dcat:mediaType": {"@id": media},
        "dct:format": {"@id": f"{EU}/file-type/{form}"},
        "dct:license": {"@id": LICENCE},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(release.starts_on),
            "dcat:endDate": _day(release.ends_on),
        },
        "dct:identifier": f"{release.uuid}.{kind}",
    }


def _dutch(text: str) -> dict[str, str]:
    return {"@value": text, "@language": settings.LANGUAGE_CODE}


def _day(day: Any) -> dict[str, str]:
    return {"@value": day.isoformat(), "@type": "xsd:date"}
