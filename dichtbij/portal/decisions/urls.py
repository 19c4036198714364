"""Which addresses are there for decisions?"""

from django.urls import path

from dichtbij.portal.decisions import views

ONE = "besluiten/<uuid:uuid>"

urlpatterns = [
    path("besluiten/", views.decisions, name="decisions"),
    path("besluiten/openbaar/", views.switch_public_page, name="switch_public_page"),
    path("besluiten/bij/<uuid:uuid>/", views.prepare, name="prepare_decision"),
    path(f"{ONE}/", views.decision, name="decision"),
    path(f"{ONE}/opties/", views.rewrite, name="rewrite_decision"),
    path(f"{ONE}/vragen/", views.ask, name="ask_practices"),
    path(f"{ONE}/stem/", views.cast, name="vote"),
    path(f"{ONE}/nemen/", views.take, name="take_decision"),
    path(f"{ONE}.json", views.record, name="decision_record"),
]
