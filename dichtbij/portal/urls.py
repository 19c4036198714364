"""Which pages does each audience have?"""

from django.urls import include, path

from dichtbij.portal import hours, statements
from dichtbij.portal.door import personal_link
from dichtbij.portal.draft_keeping import keep
from dichtbij.portal.health import health
from dichtbij.portal.home import home

ONE_STATEMENT = "uren/afrekening/<uuid:uuid>"

urlpatterns = [
    path("", home, name="home"),
    path("gezond/", health, name="health"),
    path("concept/<path:form>/", keep, name="keep_draft"),
    path("l/<str:token>/", personal_link, name="personal_link"),
    path("uren/", hours.hours, name="hours"),
    path("uren/noteren/", hours.note, name="note_hours"),
    path("uren/bevestigen/", hours.confirm, name="confirm_week"),
    path("uren/regels/<uuid:uuid>/", hours.correct, name="correct_hours"),
    path("uren/afrekening/", hours.prepare, name="prepare_statement"),
    path(f"{ONE_STATEMENT}/", statements.statement, name="statement"),
    path(f"{ONE_STATEMENT}/akkoord/", statements.approve, name="approve_statement"),
    path(f"{ONE_STATEMENT}/vaststellen/", statements.settle, name="settle_statement"),
    path(f"{ONE_STATEMENT}/terug/", statements.send_back, name="return_statement"),
    path(f"{ONE_STATEMENT}/vervalt/", statements.withdraw, name="withdraw_statement"),
    path(f"{ONE_STATEMENT}.pdf", statements.paper, name="statement_pdf"),
    path(f"{ONE_STATEMENT}.csv", statements.table, name="statement_csv"),
    path("", include("dichtbij.portal.family.urls")),
    path("", include("dichtbij.portal.guest.urls")),
    path("", include("dichtbij.portal.practice.urls")),
    path("", include("dichtbij.portal.staff.urls")),
    path("", include("dichtbij.portal.staff.roster_urls")),
    path("", include("dichtbij.portal.municipality.urls")),
    path("", include("dichtbij.portal.decisions.urls")),
    path("", include("dichtbij.portal.public.urls")),
    path("", include("dichtbij.portal.privacy.urls")),
    path("", include("dichtbij.portal.programme.urls")),
]
