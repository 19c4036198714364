"""Which addresses does a family have?"""

from django.urls import path

from dichtbij.portal.family.views import answering, appointment

urlpatterns = [
    path("mijn/even-invullen/<uuid:uuid>/", answering.check_in, name="check_in"),
    path("mijn/hoe-gaat-het-nu/<uuid:uuid>/", answering.pulse, name="pulse"),
    path("mijn/tevreden/<uuid:uuid>/", answering.satisfaction, name="satisfaction"),
    path(
        "mijn/afspraak/<uuid:uuid>/", appointment.my_appointment, name="my_appointment"
    ),
    path(
        "mijn/afspraak/<uuid:uuid>/afspraak.ics",
        appointment.my_appointment_file,
        name="my_appointment_file",
    ),
]
