"""Which addresses are there for setting up a programme and adding practices?"""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
