"""Which addresses does this audience have?"""

from django.urls import path

from dichtbij.portal.municipality import views

urlpatterns = [
    path("deelname/", views.participation, name="participation"),
    path("stand-van-zaken/", views.figures, name="figures"),
]
