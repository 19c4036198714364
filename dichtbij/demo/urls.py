"""Which addresses does the demo add? None of them exists outside it."""

from django.urls import path

from dichtbij.demo import mailbox, sign_in

urlpatterns = [
    path("inloggen/", sign_in.sign_in, name="sign_in"),
    path("demo/als/<slug:persona>/", sign_in.become_persona, name="become"),
    path("demo/postbus/", mailbox.mailbox, name="mailbox"),
]
