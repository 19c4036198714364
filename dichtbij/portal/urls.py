"""Which pages does each audience have?"""

from django.urls import include, path

from dichtbij.portal.door import personal_link
from dichtbij.portal.draft_keeping import keep
from dichtbij.portal.health import health
from dichtbij.portal.home import home

urlpatterns = [
    path("", home, name="home"),
    path("gezond/", health, name="health"),
    path("concept/<path:form>/", keep, name="keep_draft"),
    path("l/<str:token>/", personal_link, name="personal_link"),
    path("", include("dichtbij.portal.family.urls")),
    path("", include("dichtbij.portal.guest.urls")),
    path("", include("dichtbij.portal.practice.urls")),
    path("", include("dichtbij.portal.staff.urls")),
    path("", include("dichtbij.portal.municipality.urls")),
    path("", include("dichtbij.portal.privacy.urls")),
    path("", include("dichtbij.portal.programme.urls")),
]
