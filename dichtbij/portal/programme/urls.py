"""Which addresses does this audience have?"""

from django.urls import include, path

urlpatterns = [
    path("", include("dichtbij.portal.programme.agreement_urls")),
    path("", include("dichtbij.portal.programme.figure_urls")),
    path("", include("dichtbij.portal.programme.evaluation_urls")),
    path("", include("dichtbij.portal.programme.setup_urls")),
]
