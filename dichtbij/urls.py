"""Which addresses are there? Every domain's routes, joined."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from dichtbij.audit.doors import open_to_strangers

set_language_open = open_to_strangers("language is chosen before anyone signs in")(
    set_language
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("dichtbij.organisations.urls")),
    path("", include("dichtbij.network.urls")),
    path("", include("dichtbij.portal.urls")),
    path("taal/", set_language_open, name="set_language"),
]
if settings.DEMO:
    # First: in the demo the sign-in page shows personas.
    urlpatterns.insert(0, path("", include("dichtbij.demo.urls")))

handler400 = "dichtbij.portal.errors.bad_request"
handler403 = "dichtbij.portal.errors.forbidden"
handler404 = "dichtbij.portal.errors.not_found"
handler429 = "dichtbij.organisations.account.too_many"
handler500 = "dichtbij.portal.errors.server_error"
