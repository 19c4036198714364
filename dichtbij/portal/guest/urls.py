"""Which addresses does this audience have?"""

from django.urls import path

from dichtbij.portal.guest import views

urlpatterns = [
    path("overleg/", views.consultations_mine, name="consultations_mine"),
    path("overleg/<uuid:uuid>/", views.guest_consultation, name="guest_consultation"),
]
