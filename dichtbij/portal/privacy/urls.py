"""Which addresses does this audience have?"""

from django.urls import path

from dichtbij.portal.privacy.views import looking, overview, rules

urlpatterns = [
    path("inzage/", overview.access, name="access"),
    path(
        "inzage/noodinzage/<uuid:uuid>/",
        overview.review_emergency,
        name="review_emergency",
    ),
    path("inzage/medewerkers/", looking.by_person, name="access_by_person"),
    path("inzage/kind/", looking.find, name="access_to_child"),
    path("inzage/kind/<uuid:uuid>/", looking.to_child, name="access_log"),
    path("inzage/weeklijst/", looking.risks, name="access_risks"),
    path("regels/", rules.rules, name="rules"),
]
