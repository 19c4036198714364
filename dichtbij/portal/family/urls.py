"""Which addresses does a family have?"""

from django.urls import path

from dichtbij.portal.family.views import appointment

urlpatterns = [
    path(
        "mijn/afspraak/<uuid:uuid>/", appointment.my_appointment, name="my_appointment"
    ),
    path(
        "mijn/afspraak/<uuid:uuid>/afspraak.ics",
        appointment.my_appointment_file,
        name="my_appointment_file",
    ),
]
