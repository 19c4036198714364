"""Which pages does each audience have?"""

from django.urls import include, path

from dichtbij.portal.draft_keeping import keep
from dichtbij.portal.health import health
from dichtbij.portal.home import home

urlpatterns = [
    path("", home, name="home"),
    path("gezond/", health, name="health"),
    path("concept/<path:form>/", keep, name="keep_draft"),
    path("", include("dichtbij.portal.practice.urls")),
    path("", include("dichtbij.portal.staff.urls")),
    path("", include("dichtbij.portal.municipality.urls")),
]
