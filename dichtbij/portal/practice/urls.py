"""Which addresses does this audience have?"""

from django.urls import path

from dichtbij.portal.practice import views

urlpatterns = [
    path("aanmelden/", views.submit, name="submit"),
    path("aanmelden/herken/", views.recognise, name="recognise"),
    path("aanmelden/instemming/", views.agreement, name="agreement"),
    path("aanmeldingen/", views.referrals, name="referrals"),
    path("aanmeldingen/<uuid:uuid>/", views.referral, name="referral"),
    path("aanmeldingen/<uuid:uuid>/afspraak/", views.plan_first, name="plan_first"),
    path("aanmeldingen/<uuid:uuid>/intrekken/", views.withdraw, name="withdraw"),
    path("afspraken/<uuid:uuid>/kaart/", views.card, name="appointment_card"),
]
