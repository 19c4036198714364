"""Which addresses are there for setting up a programme and adding practices?"""

from django.urls import path

from dichtbij.portal.programme.views import practices, releases, setup, wizard

urlpatterns = [
    path("programmas/nieuw/", setup.start_programme, name="start_programme"),
    path("programma/", setup.programme, name="programme"),
    path("programma/instellingen/", setup.change_programme, name="change_programme"),
    path("programma/werkgever/", setup.add_employer, name="add_employer"),
    path("programma/lijst/", setup.list_practice, name="list_practice"),
    path("programma/uitnodigen/", setup.invite_colleague, name="invite_colleague"),
    path(
        "programma/praktijken/<uuid:uuid>/",
        practices.programme_practice,
        name="programme_practice",
    ),
    path("publicaties/", releases.releases, name="releases"),
    path("praktijk-erbij/", wizard.add_practice, name="add_practice"),
]
