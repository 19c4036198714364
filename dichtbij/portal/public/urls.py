"""Which addresses does everyone have?"""

from django.urls import path

from dichtbij.portal.public import views

urlpatterns = [
    path("openbaar/", views.all_programmes, name="public_programmes"),
    path("openbaar/<slug:slug>/", views.programme_page, name="public_programme"),
    path(
        "openbaar/<slug:slug>/dcat.json",
        views.programme_catalogue,
        name="public_catalogue",
    ),
    path(
        "openbaar/<slug:slug>/<uuid:uuid>.<slug:kind>",
        views.programme_data,
        name="public_data",
    ),
]
