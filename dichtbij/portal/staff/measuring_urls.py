"""Which addresses are there for goals, questions and measurements of a child?"""

from django.urls import path

from dichtbij.portal.staff.views import measuring

ONE_CHILD = "kinderen/<uuid:uuid>/"

urlpatterns = [
    path(f"{ONE_CHILD}metingen/", measuring.measurements, name="measurements"),
    path(
        f"{ONE_CHILD}metingen/nieuw/", measuring.new_measurement, name="new_measurement"
    ),
    path(f"{ONE_CHILD}even-vragen/", measuring.ask_family, name="ask_family"),
    path(f"{ONE_CHILD}doelen/anders/", measuring.change_goal, name="change_goal"),
    path("antwoorden/<uuid:uuid>/", measuring.inquiry, name="inquiry"),
]
