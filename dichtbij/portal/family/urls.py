"""Which addresses does a family have?"""

from django.urls import path

from dichtbij.portal.family.views import answering, appointment, mine, offer, rights

urlpatterns = [
    path("mijn/", mine.mine, name="mine"),
    path("mijn/afspraak/", mine.my_appointments, name="my_appointments"),
    path("mijn/plan/", mine.my_plan, name="my_plan"),
    path("mijn/brieven/", mine.my_letters, name="my_letters"),
    path("mijn/brieven/<uuid:uuid>/", mine.my_letter, name="my_letter"),
    path(
        "mijn/brieven/<uuid:uuid>/brief.pdf", mine.my_letter_pdf, name="my_letter_pdf"
    ),
    path("mijn/wie-ziet-wat/", rights.who_sees_what, name="who_sees_what"),
    path("mijn/wie-ziet-wat/veranderen/", rights.ask_change, name="ask_change"),
    path("mijn/toestemming/<uuid:uuid>/", rights.my_consent, name="my_consent"),
    path("mijn/inzage/", rights.my_file, name="my_file"),
    path(
        "mijn/inzage/<uuid:uuid>/dossier.pdf", rights.my_file_copy, name="my_file_copy"
    ),
    path("mijn/even-invullen/<uuid:uuid>/", answering.check_in, name="check_in"),
    path("mijn/hoe-gaat-het-nu/<uuid:uuid>/", answering.pulse, name="pulse"),
    path("mijn/tevreden/<uuid:uuid>/", answering.satisfaction, name="satisfaction"),
    path(
        "mijn/afspraak/<uuid:uuid>/", appointment.my_appointment, name="my_appointment"
    ),
    path("mijn/aanbod/<uuid:uuid>/", offer.my_offer, name="my_offer"),
    path(
        "mijn/afspraak/<uuid:uuid>/afspraak.ics",
        appointment.my_appointment_file,
        name="my_appointment_file",
    ),
]
