"""Which addresses does this audience have?"""

from django.urls import path

from dichtbij.portal.municipality import views
from dichtbij.portal.municipality.figures import figures, figures_file

urlpatterns = [
    path("deelname/", views.participation, name="participation"),
    path("stand-van-zaken/", figures, name="figures"),
    path("stand-van-zaken/<uuid:uuid>.<slug:kind>", figures_file, name="figures_file"),
]
