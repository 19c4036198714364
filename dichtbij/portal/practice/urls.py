"""Which addresses does this audience have?"""

from django.urls import path

from dichtbij.portal.practice import views
from dichtbij.portal.practice.views import signing

ONE_LETTER = "verwijzingen/<uuid:uuid>/"

urlpatterns = [
    path("aanmelden/", views.submit, name="submit"),
    path("aanmelden/herken/", views.recognise, name="recognise"),
    path("aanmelden/instemming/", views.agreement, name="agreement"),
    path("aanmeldingen/", views.referrals, name="referrals"),
    path("aanmeldingen/<uuid:uuid>/", views.referral, name="referral"),
    path("aanmeldingen/<uuid:uuid>/afspraak/", views.plan_first, name="plan_first"),
    path("aanmeldingen/<uuid:uuid>/intrekken/", views.withdraw, name="withdraw"),
    path("te-tekenen/", signing.to_sign, name="to_sign"),
    path(f"{ONE_LETTER}tekenen/", signing.sign_onward, name="sign_onward"),
    path(f"{ONE_LETTER}aanpassen/", signing.prepare_onward, name="prepare_onward"),
    path(f"{ONE_LETTER}terug/", signing.return_onward, name="return_onward"),
    path("afspraken/<uuid:uuid>/kaart/", views.card, name="appointment_card"),
]
