"""Which addresses does this audience have?"""

from django.urls import path

from dichtbij.portal.staff import views

urlpatterns = [
    path("vandaag/", views.today, name="today"),
    path("kinderen/", views.children, name="children"),
    path("kinderen/<uuid:uuid>/", views.child, name="child"),
    path("wachtlijst/", views.waiting_list, name="waiting_list"),
    path("agenda/", views.agenda, name="agenda"),
    path("wachttijden/", views.waiting_times, name="waiting_times"),
    path("bezetting/", views.occupancy, name="occupancy"),
]
