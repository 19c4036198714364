"""Is the description of the open data DCAT-AP-NL, as far as it is mandatory?

The rules are those of the shapes of DCAT-AP-NL 3.0 (Geonovum, docs.geostandaarden.nl/
dcat/dcat-ap-nl30, `shapes/300`) and of DCAT-AP 3.0 below it, written here in our own
words: an engine for shapes would bring a dozen packages for these few lines.
"""

import json
from datetime import date

import pytest

from dichtbij.programmes.models import Programme
from tests.portal.municipality.released_town import two_releases

DCAT, DCT = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/"
FOAF, VCARD = "http://xmlns.com/foaf/0.1/", "http://www.w3.org/2006/vcard/ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
EU = "http://publications.europa.eu/resource/authority/"
# Per class: property, how often at least and at most (None: any number), what it is.
RULES = {
    f"{DCAT}Dataset": {
        f"{DCT}title": (1, None, "text"),
        f"{DCT}description": (1, None, "text"),
        f"{DCT}identifier": (1, 1, "literal"),
        f"{DCT}accessRights": (1, 1, f"{EU}access-right/"),
        f"{DCT}creator": (1, None, f"{FOAF}Agent"),
        f"{DCT}publisher": (1, 1, f"{FOAF}Agent"),
        f"{DCAT}contactPoint": (1, 1, f"{VCARD}Kind"),
        f"{DCAT}theme": (1, None, f"{EU}data-theme/"),
        f"{DCT}language": (0, None, f"{EU}language/"),
        f"{DCT}accrualPeriodicity": (0, 1, f"{EU}frequency/"),
        f"{DCT}temporal": (0, None, f"{DCT}PeriodOfTime"),
        f"{DCAT}landingPage": (0, None, "http"),
        f"{DCAT}distribution": (0, None, f"{DCAT}Distribution"),
    },
    f"{DCAT}Distribution": {
        f"{DCAT}accessURL": (1, 1, "http"),
        f"{DCAT}downloadURL": (0, 1, "http"),
        f"{DCT}license": (1, 1, "http"),
        f"{DCT}format": (0, 1, f"{EU}file-type/"),
        f"{DCAT}mediaType": (0, 1, "https://www.iana.org/assignments/media-types/"),
        f"{DCT}temporal": (0, None, f"{DCT}PeriodOfTime"),
    },
    f"{FOAF}Agent": {f"{FOAF}name": (1, None, "literal")},
    f"{VCARD}Kind": {
        f"{VCARD}fn": (1, None, "literal"),
        f"{VCARD}hasURL": (0, None, "http"),
    },
    f"{DCT}PeriodOfTime": {
        f"{DCAT}startDate": (0, 1, f"{XSD}date"),
        f"{DCAT}endDate": (0, 1, f"{XSD}date"),
    },
}


def whole(name, context):
    """Return a short name as the whole one. Raises KeyError: an unknown prefix."""
    prefix, _colon, rest = name.partition(":")
    return name if name.startswith("@") or rest[:2] == "//" else context[prefix] + rest


def values_of(node, context):
    """Return each property of a node by its whole name, always as a list."""
    return {
        whole(name, context): one if isinstance(one, list) else [one]
        for name, one in node.items()
        if name != "@context" and one is not None
    }


def kinds_of(node, context):
    told = node["@type"]
    return {whole(one, context) for one in (told if isinstance(told, list) else [told])}


def faults_in(node, context):
    """Yield what is wrong with a node and with everything below it."""
    told = values_of(node, context)
    (kind,) = kinds_of(node, context) & set(RULES)
    for name, (least, most, what) in RULES[kind].items():
        found = told.get(name, [])
        if len(found) < least or (most is not None and len(found) > most):
            yield f"{kind} has {len(found)} of {name}"
        yield from (f"{name}: {one}" for one in found if not fits(one, what, context))
    for one in (value for values in told.values() for value in values):
        if isinstance(one, dict) and "@type" in one and "@value" not in one:
            yield from faults_in(one, context)


def fits(one, what, context):
    """Tell whether a value is text, a literal, a typed value, or a thing of a class."""
    if what in ("literal", "text"):
        return isinstance(one, str) if what == "literal" else one.get("@language")
    if what.startswith(XSD):
        typed = one.get("@type")
        return bool(
            typed
            and whole(typed, context) == what
            and date.fromisoformat(one["@value"])
        )
    if what in RULES:
        return what in kinds_of(one, context)
    return str(one.get("@id", "")).startswith(what)


@pytest.fixture
def described(town, published, client):
    def read():
        Programme.objects.update(public_page=True)
        return json.loads(client.get("/openbaar/teststad/dcat.json").content)

    return read


@pytest.mark.parametrize("months", [3, 6, 12])
def test_what_is_mandatory_is_there_and_as_it_must_be(town, described, months):
    Programme.objects.update(publication_months=months)
    two_releases(town.programme)

    told = described()

    assert list(faults_in(told, told["@context"])) == []
    assert len(told["dcat:distribution"]) == 4
    named = [one["@id"] for one in told["dcat:distribution"]]
    assert len(set(named)) == 4


def test_before_the_first_release_it_is_right_too(described):
    told = described()

    assert list(faults_in(told, told["@context"])) == []
    assert told["dcat:distribution"] == []


@pytest.mark.parametrize(
    "name",
    ["dct:title", "dct:creator", "dct:publisher", "dcat:contactPoint", "dcat:theme",
     "dct:identifier", "dct:accessRights", "dct:description"],
)  # fmt: skip
def test_this_test_sees_what_is_missing(described, name):
    told = described()
    del told[name]

    assert list(faults_in(told, told["@context"]))
