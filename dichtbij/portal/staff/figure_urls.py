"""Which addresses do the live figures of one's own files have?"""

from django.urls import path

from dichtbij.portal.staff.views import figures

urlpatterns = [
    path("cijfers/", figures.indicator_values, name="indicator_values"),
    path("cijfers/<slug:code>/", figures.indicator_value, name="indicator_value"),
]
