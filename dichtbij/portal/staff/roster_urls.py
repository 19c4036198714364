"""Which addresses have the roster, absence and cover, and the calendars?"""

from django.urls import path

from dichtbij.portal.calendar_feed import calendar_feed
from dichtbij.portal.staff.views import absence, changing_days, feeds, rosters

urlpatterns = [
    path("agenda/<str:token>.ics", calendar_feed, name="calendar_feed"),
    path(
        "agenda/dagen/<uuid:uuid>/wijzigen/",
        changing_days.change_day,
        name="change_day",
    ),
    path("rooster/", rosters.planner, name="planner"),
    path("rooster/adressen/", feeds.feeds, name="feeds"),
    path("rooster/adressen/<uuid:uuid>/maken/", feeds.make_feed, name="make_feed"),
    path(
        "rooster/adressen/<uuid:uuid>/stoppen/", feeds.revoke_feed, name="revoke_feed"
    ),
    path("ziek-of-weg/", absence.absence, name="absence"),
    path("ziek-of-weg/<uuid:uuid>/vervangen/", absence.cover, name="cover"),
    path(
        "ziek-of-weg/vervanging/<uuid:uuid>/eindigen/",
        absence.end_cover,
        name="end_cover",
    ),
]
