"""Which addresses does signing in have?"""

from django.urls import path

from dichtbij.organisations import views

urlpatterns = [
    path("inloggen/", views.sign_in, name="sign_in"),
    path("beheer/", views.memberships, name="memberships"),
]
