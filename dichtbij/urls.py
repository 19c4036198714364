"""Which addresses are there? Every domain's routes, joined."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from dichtbij.audit.doors import open_to_strangers
from django.views.i18n import set_language

set_language_open = open_to_strangers("language is chosen before anyone signs in")(
    set_language
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("dichtbij.organisations.urls")),
    path("", include("dichtbij.portal.urls")),
    path("taal/", set_language_open, name="set_language"),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("dichtbij.demo.urls")))

handler403 = "dichtbij.portal.errors.forbidden"
handler404 = "dichtbij.portal.errors.not_found"
handler500 = "dichtbij.portal.errors.server_error"
